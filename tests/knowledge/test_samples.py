"""The sample press, read by the built-in reader: how much of what its links.toml builds in is found.

Every threshold stands a little below what was measured when it was set; the measured figure stands beside it. What is
missing is mostly what the reader does not read, so these figures rise with the reader.
"""

from collections import Counter
from itertools import combinations

import pytest

from sholu.knowledge import Knowledge, build
from sholu.knowledge.model import KnownEntity
from sholu.model.reading import Reading
from sholu.model.span import Span
from sholu.packs import load_packs
from sholu.reading.reader import ExactReader
from sholu.samples import Link, Passage, documents, links


@pytest.fixture(scope="module")
def readings() -> dict[str, Reading]:
    reader = ExactReader(load_packs(("sample",)))
    return {document.id: reader.read(document) for document in documents()}


@pytest.fixture(scope="module")
def knowledge(readings: dict[str, Reading]) -> Knowledge:
    return build(readings.values(), load_packs(("sample",)))


def of_kind(kind: str) -> list[Link]:
    return [link for link in links() if link.kind == kind]


def pairs(links: list[Link]) -> list[tuple[str, str]]:
    return [pair for link in links for pair in combinations(link.articles, 2)]


def place(readings: dict[str, Reading], passage: Passage) -> Span:
    start = readings[passage.article].document.text.index(passage.words)
    return Span(start, start + len(passage.words))


def person(readings: dict[str, Reading], knowledge: Knowledge, passage: Passage) -> KnownEntity | None:
    """The known person whom the words of a passage name."""
    span = place(readings, passage)
    met = [
        (min(mention.end, span.end) - max(mention.start, span.start), entity.id)
        for entity in readings[passage.article].entities
        for mention in entity.mentions
        if entity.kind == "person" and mention.form == "name" and mention.span.meets(span)
    ]
    return knowledge.entity_of(passage.article, max(met)[1]) if met else None


def test_articles_about_one_event_tell_one_story(knowledge: Knowledge) -> None:
    told = [{story.id for story in knowledge.stories_of(id)} for id in knowledge_ids(knowledge)]
    assert all(told)
    every = pairs(of_kind("event"))
    found = [pair for pair in every if any(set(pair) <= set(story.documents) for story in knowledge.stories)]
    assert len(found) >= 0.93 * len(every)  # measured: 59 of 61


def knowledge_ids(knowledge: Knowledge) -> list[str]:
    return [paper.id for paper in knowledge.papers]


def test_articles_about_different_events_do_not(knowledge: Knowledge) -> None:
    linked = {frozenset(pair) for pair in pairs([link for link in links() if link.kind in _ABOUT])}
    wrong = {
        frozenset(pair)
        for story in knowledge.stories
        if story.leads
        for pair in combinations([id for id in story.documents if not knowledge.paper(id).digest], 2)
        if frozenset(pair) not in linked
    }
    # Measured: 2, floods on the Tobol with the governor who resigned over them.
    assert len(wrong) <= 4


_ABOUT = ("event", "copy", "denial", "figures", "office")


@pytest.mark.parametrize("link", of_kind("copy"), ids=lambda link: link.id)
def test_copies_are_one_origin(knowledge: Knowledge, link: Link) -> None:
    first, *copies = link.articles
    assert [knowledge.paper(id).copy_of for id in copies] == [first] * len(copies)
    stories = [
        story for story in knowledge.stories_of(first) if story.leads and set(link.articles) <= set(story.documents)
    ]
    (story,) = stories
    homes = [origin for origin in story.origins if set(origin.documents) & set(link.articles)]
    assert len(homes) == 1


def test_nothing_else_is_a_copy(knowledge: Knowledge) -> None:
    copies = {id for link in of_kind("copy") for id in link.articles[1:]}
    assert {paper.id for paper in knowledge.papers if paper.copy_of} == copies


def test_one_person_in_three_scripts_is_one(readings: dict[str, Reading], knowledge: Knowledge) -> None:
    right = total = 0
    for link in of_kind("person"):
        found = [person(readings, knowledge, passage) for passage in link.passages]
        most = Counter(entity.id for entity in found if entity).most_common(1)
        right += most[0][1] if most else 0
        total += len(found)
    assert right >= 0.9 * total  # measured: 38 of 40


def test_different_people_are_never_one(readings: dict[str, Reading], knowledge: Knowledge) -> None:
    owners: dict[str, set[str]] = {}
    for link in of_kind("person"):
        for passage in link.passages:
            found = person(readings, knowledge, passage)
            if found:
                owners.setdefault(found.id, set()).add(link.id)
    assert all(len(owned) == 1 for owned in owners.values())


def test_differing_figures_stand_side_by_side(knowledge: Knowledge) -> None:
    found = []
    for link in of_kind("figures"):
        wanted = {(float(value), unit) for value, unit in (passage.value.split() for passage in link.passages)}
        articles = {passage.article for passage in link.passages}
        for figures in (figures for story in knowledge.stories for figures in story.figures):
            values = {(figure.value, figures.unit) for figure in figures.values}
            told = {saying.passage.document for figure in figures.values for saying in figure.sayings}
            if values == wanted and told & articles:
                found.append(link.id)
                break
    assert len(found) >= 5, found  # measured: 6 of 6


def test_few_figures_are_set_against_each_other_wrongly(knowledge: Knowledge) -> None:
    wanted = {float(passage.value.split()[0]) for link in of_kind("figures") for passage in link.passages}
    every = [figures for story in knowledge.stories for figures in story.figures]
    wrong = [figures for figures in every if not {figure.value for figure in figures.values} <= wanted]
    assert len(wrong) <= 1  # measured: 0 of 6


def test_denials_stand_beside_claims(readings: dict[str, Reading], knowledge: Knowledge) -> None:
    found = []
    for link in of_kind("denial"):
        denied = {passage.article for passage in link.passages if passage.value == "denial"}
        claimed = {passage.article for passage in link.passages if passage.value == "claim"} | set(link.articles)
        for denial in (denial for story in knowledge.stories for denial in story.denials):
            if {saying.passage.document for saying in denial.denials} & denied and {
                saying.passage.document for saying in denial.claims
            } & claimed:
                found.append(link.id)
                break
    assert len(found) >= 3, found  # measured: 4 of 4


def test_changes_of_office_are_told(knowledge: Knowledge) -> None:
    told = {(change.office, change.country): change for change in knowledge.changes}
    assert len(told) == len(knowledge.changes) <= 3  # measured: the 3 that are built in
    customs = told["head (customs)", "KG"]  # the deputy until then, who becomes acting chief
    assert (knowledge.name(customs.left), knowledge.name(customs.came)) == ("Ruslan Tashtobekov", "Meerim Chokoeva")
    minister = told["energy minister", "KZ"]
    assert minister.date == "2026-03-04"
    assert knowledge.name(minister.left) == "Nurtay Aqsuatov"
    assert knowledge.name(minister.came) == "Zhibek Toqsanbayeva"
    assert minister.act is not None
    assert "812" in minister.act
    assert len({passage.document for passage in minister.reports}) >= 3


def test_careers_have_bounds(knowledge: Knowledge) -> None:
    (aqsuatov,) = knowledge.named("Nurtay Aqsuatov")
    (held,) = [held for held in knowledge.offices_of(aqsuatov.id) if held.office == "energy minister"]
    assert (held.start, held.end, held.status) == ("2023-09", "2026-03-04", "former")


def test_most_leading_stories_have_a_section(knowledge: Knowledge) -> None:
    leading = [story for story in knowledge.stories if story.leads]
    assert sum(story.topic == "other" for story in leading) <= 0.1 * len(leading)  # measured: 0


def test_every_passage_of_knowledge_points_into_its_document(
    readings: dict[str, Reading], knowledge: Knowledge
) -> None:
    spans = [(report.document, report.evidence) for story in knowledge.stories for report in story.reports]
    spans += [(passage.document, passage.span) for change in knowledge.changes for passage in change.reports]
    spans += [
        (saying.passage.document, saying.passage.span)
        for story in knowledge.stories
        for figures in story.figures
        for figure in figures.values
        for saying in figure.sayings
    ]
    assert all(0 <= span.start < span.end <= len(readings[document].document.text) for document, span in spans)


def test_it_survives_its_bytes(knowledge: Knowledge) -> None:
    assert Knowledge.from_bytes(knowledge.to_bytes()) == knowledge
