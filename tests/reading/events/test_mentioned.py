"""English: words that only speak of a deed, and words that tell one after all."""

import pytest

from sholu.model.document import Document
from sholu.model.reading import Event
from sholu.reading.entities import EntityIndex
from sholu.reading.events import find_events
from sholu.reading.page import Page
from sholu.reading.times import find_times


def _events(text: str) -> list[Event]:
    page = Page(Document(text, published="2024-03-05"), "en")
    return find_events(page, EntityIndex(), find_times(page))


def _types(text: str) -> list[str]:
    return [event.type for event in _events(text)]


@pytest.mark.parametrize(
    "text",
    [
        "After the strike, trains ran again.",
        "The shops stayed shut during the protest.",
        "Before their walkout they sang.",
        "Ahead of the summit, hotels filled up.",
        "People fled after weeks of shelling.",
        "Traders live in fear of violence.",
        "The prospect of a strike worries shopkeepers.",
        "It was the government's responsibility to arrest the planners.",
        "The governor has the power to pardon thieves.",
        "The rally fed fears of unrest.",
        "Dozens of officers in riot gear lined the road.",
        "The crowd was edged out.",
        "The fund raised hopes.",
        "He apprehended a threat to his life.",
    ],
)
def test_a_deed_that_is_only_mentioned_is_no_event(text: str) -> None:
    assert not {"PROTEST", "ASSAULT", "CONSULT", "COERCE", "RETREAT", "AID", "LEAVE_OFFICE"} & {*_types(text)}


@pytest.mark.parametrize(
    ("text", "type"),
    [
        ("Trade stopped after the shooting of a ranger near Osh.", "ASSAULT"),
        ("The shops shut after a protest in Osh by tailors.", "PROTEST"),
        ("The nurses ate again hours after the resignation of Ann Lee.", "LEAVE_OFFICE"),
        ("The governor refused to pardon thieves.", "REJECT"),
        ("Riot police dispersed the crowd.", "ASSAULT"),
        ("Ann Lee was forced out.", "LEAVE_OFFICE"),
        ("Police apprehended two smugglers.", "COERCE"),
        ("Villagers spoke of their opposition to the dam.", "REJECT"),
    ],
)
def test_a_deed_with_particulars_stays_one(text: str, type: str) -> None:
    assert type in _types(text), _events(text)


@pytest.mark.parametrize(
    ("text", "types"),
    [
        ("Villagers demanded the release of the editor.", ["REQUEST"]),
        ("The union urged the ministry to deploy troops.", ["REQUEST"]),
        ("The court ordered the release of two officers.", ["REQUEST", "RETREAT"]),
        ("The union wants the ministry to sack the mayor.", ["LEAVE_OFFICE"]),
        ("They are asking that powers be limited and that the jailed speaker be freed.", ["REQUEST"]),
        ("Norland has accused Sudmark of killing five soldiers and injuring another.", ["ACCUSE"]),
        ("Hundreds took to the streets to protest against the tax.", ["PROTEST"]),
    ],
)
def test_what_is_asked_for_or_blamed_is_told_by_the_verb(text: str, types: list[str]) -> None:
    assert sorted(_types(text)) == sorted(types), _events(text)


def test_what_somebody_asked_for_and_was_refused_was_refused() -> None:
    refused = next(event for event in _events("A request by the union was rejected.") if event.type == "REJECT")
    assert refused.modality == "actual"


def test_claims_that_are_rejected_are_denied() -> None:
    text = "The army rejected claims by the press that Sudmark's forces had attacked the village."
    assert [(event.type, event.polarity) for event in _events(text)] == [("ASSAULT", "negated")]
    text = "The press said that the army had attacked the village."
    assert [(event.type, event.polarity) for event in _events(text)] == [("ASSAULT", "affirmed")]


@pytest.mark.parametrize(
    ("text", "type", "actors", "recipients"),
    [
        ("Activists were beaten, detained and fined.", "COERCE", [], ["Activists"]),
        ("Ten guards had been disarmed and arrested Thursday.", "COERCE", [], ["Ten guards"]),
        ("Six men were killed in police firing in Osh.", "ASSAULT", ["police"], ["Six men"]),
        ("Six men were killed on Friday in rebel shelling.", "ASSAULT", ["rebel"], ["Six men"]),
        ("Six men were killed in Osh.", "ASSAULT", [], ["Six men"]),
        ("Both guards have accused the other of theft.", "ACCUSE", ["Both guards"], []),
        ("Fighting broke out between rebels and soldiers.", "ASSAULT", ["rebels", "soldiers"], []),
        ("The soldiers guarding the mill rose to attack the crowd.", "ASSAULT", ["The soldiers"], ["the crowd"]),
        ("Two hundred protesters have gathered in the square.", "PROTEST", ["Two hundred protesters"], []),
        ("A strong protest was conveyed to the envoy.", "ACCUSE", [], ["the envoy"]),
    ],
)
def test_who_acts_and_who_suffers(text: str, type: str, actors: list[str], recipients: list[str]) -> None:
    event = next(event for event in _events(text) if event.type == type)
    assert [role.text for role in event.actors] == actors
    assert [role.text for role in event.recipients] == recipients


def test_a_day_behind_a_noun_takes_its_preposition() -> None:
    assert _types("The workers held an illegal strike on Tuesday.") == ["PROTEST"]


@pytest.mark.parametrize(
    ("text", "types"),
    [
        ("The ousted man sang.", []),
        ("Not one sum of the promised relief arrived.", []),
        ("The man was ousted by the council.", ["LEAVE_OFFICE"]),
        ("A deputy enjoys immunity from arrest.", []),
        ("The order to disarm hung on the wall.", []),
        ("Police used batons to beat the crowd.", ["ASSAULT"]),
    ],
)
def test_words_that_describe_or_explain_tell_no_deed_of_their_own(text: str, types: list[str]) -> None:
    assert _types(text) == types, _events(text)


@pytest.mark.parametrize(
    ("text", "polarity", "modality"),
    [
        ("The army attacked not only the mill.", "affirmed", "actual"),
        ("Not only rebels attacked the mill.", "affirmed", "actual"),
        ("The army did not attack the mill.", "negated", "actual"),
        ("We will recall that rebels attacked the mill in May.", "affirmed", "actual"),
    ],
)
def test_what_only_seems_to_weaken_a_deed(text: str, polarity: str, modality: str) -> None:
    attack = next(event for event in _events(text) if event.type == "ASSAULT")
    assert (attack.polarity, attack.modality) == (polarity, modality)
