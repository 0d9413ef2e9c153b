"""The door: look-ups, and that knowledge survives its own bytes."""

import json

import pytest

from sholu.knowledge import Knowledge, build
from sholu.packs import Packs
from tests.knowledge.made import Article
from tests.knowledge.test_stories import digest, quake, strike


def meeting() -> Article:
    text = "Askar Serikov praised Aigul Maratova on Monday. Serikov said that Maratova had saved the harvest."
    article = Article(text, "m", outlet="Wire", published="2026-03-02")
    one = article.person("Askar Serikov", "Askar Serikov", "Serikov said", country="KZ")
    other = article.person("Aigul Maratova", "Aigul Maratova", "Maratova had")
    article.event("SUPPORT", "praised", "Askar Serikov praised Aigul Maratova", actors=(one,), recipients=(other,))
    article.said("that Maratova had saved the harvest", source=one, cue="said")
    return article


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    articles = (meeting(), strike("a", "2026-03-06"), strike("b", "2026-03-06", language="ru"), quake("c"), digest())
    return build((article.reading for article in articles), Packs(()))


def test_what_somebody_said_did_and_suffered(knowledge: Knowledge) -> None:
    (serikov,), (maratova,) = knowledge.named("Аскар Сериков"), knowledge.named("Maratova")
    assert [statement.attribution for statement in knowledge.said(serikov.id)] == ["a1"]
    assert [statement.attribution for statement in knowledge.said_of(maratova.id)] == ["a1"]
    assert knowledge.said(maratova.id) == ()
    ((story, report),) = knowledge.did(serikov.id)
    assert (story.type, report.event) == ("SUPPORT", "v1")
    assert knowledge.had_done(maratova.id) == ((story, report),)
    assert knowledge.did(maratova.id) == ()


@pytest.mark.parametrize(
    "name", ["Askar Serikov", "askar serikov", "Аскар Сериков", "Serikov", "Сериков", "A. Serikov"]
)
def test_names_in_any_spelling(knowledge: Knowledge, name: str) -> None:
    assert [entity.name for entity in knowledge.named(name)] == ["Askar Serikov"]


def test_unknown_names_and_other_kinds_find_nothing(knowledge: Knowledge) -> None:
    assert knowledge.named("Nobody Known") == ()
    assert knowledge.named("") == ()
    assert knowledge.named("Askar Serikov", kind="place") == ()


def test_an_id_finds_its_entity(knowledge: Knowledge) -> None:
    (serikov,) = knowledge.named("Askar Serikov")
    assert knowledge.named(serikov.id) == (serikov,)
    assert knowledge.entity(serikov.id) is serikov
    assert knowledge.entity_of("m", "e1") is serikov
    assert knowledge.entity_of("m", None) is None
    assert knowledge.name(None) == ""


def test_stories_by_period_topic_country_and_id(knowledge: Knowledge) -> None:
    strikes = knowledge.stories_in("2026-03-06/2026-03-08", topic="protest & society", country="KZ", leading=True)
    assert [story.documents for story in strikes] == [("a", "b", "d")]
    assert knowledge.stories_in("2025") == ()
    assert knowledge.story(strikes[0].id[:6]) == strikes
    assert knowledge.story("nothing") == ()
    assert strikes[0] in knowledge.stories_of("d")
    assert knowledge.stories_of("nothing") == ()
    assert knowledge.matter(strikes[0])[0] == strikes[0]
    assert knowledge.paper("a").matter == strikes[0].id


def test_every_report_is_in_one_story_only(knowledge: Knowledge) -> None:
    reports = [
        (report.document, report.event) for story in knowledge.stories for report in story.reports if report.event
    ]
    assert len(set(reports)) == len(reports)


def test_bytes_and_back(knowledge: Knowledge) -> None:
    again = Knowledge.from_bytes(knowledge.to_bytes())
    assert again == knowledge
    assert again is not None
    assert again.named("Serikov") == knowledge.named("Serikov")


def test_bytes_of_another_version_are_not_taken(knowledge: Knowledge) -> None:
    data = json.loads(knowledge.to_bytes())
    assert Knowledge.from_bytes(json.dumps({**data, "format": 0}).encode()) is None


def test_plain_json_has_names(knowledge: Knowledge) -> None:
    data = json.loads(json.dumps(knowledge.to_dict()))
    assert data["entities"][0]["members"][0].keys() == {"document", "entity", "why"}
    assert {"id", "matter", "reports", "origins"} <= data["stories"][0].keys()


def test_nothing_is_known_of_nothing() -> None:
    empty = build((), Packs(()))
    assert empty == Knowledge()
    assert Knowledge.from_bytes(empty.to_bytes()) == empty


def test_the_same_readings_give_the_same_knowledge() -> None:
    readings = [meeting().reading, quake("c").reading]
    assert build(readings, Packs(())).to_bytes() == build(readings, Packs(())).to_bytes()


@pytest.mark.parametrize("text", ["x", "   .   ", "«»", "A.\n\nB.\n\nC.", "Volume: 3", "\ud83d\ude00 123"])
def test_any_document_can_be_known(text: str) -> None:
    article = Article(text, "odd", published=None, language="xx")
    knowledge = build([article.reading, strike("a", "2026-03-06").reading], Packs(()))
    assert {paper.id for paper in knowledge.papers} == {"odd", "a"}
    assert Knowledge.from_bytes(knowledge.to_bytes()) == knowledge
