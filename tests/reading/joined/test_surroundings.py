"""Places and dates near a sentence."""

from typing import cast

from sholu.model.document import Document
from sholu.model.reading import Mention, TimeExpression
from sholu.model.span import Span
from sholu.reading.entities import EntityIndex
from sholu.reading.events.scene import EventScene
from sholu.reading.joined.surroundings import Surroundings
from sholu.reading.page import Page

_TEXT = "Rain fell on Estmark on Monday. The cabinet met in Norland on Friday. Zamora waited in June."


class _Scene:
    def __init__(self, page: Page, entities: EntityIndex, times: list[TimeExpression]) -> None:
        self.page, self.entities, self.times = page, entities, times


def _span(words: str) -> Span:
    start = _TEXT.index(words)
    return Span(start, start + len(words))


def _surroundings() -> Surroundings:
    entities = EntityIndex()
    for words, kind in (("Estmark", "place"), ("cabinet", "organisation"), ("Norland", "place"), ("Zamora", "place")):
        entities.add(kind, words, [Mention(*_span(words), "name")])  # type: ignore[arg-type]
    times = [
        TimeExpression("t1", _span("Monday"), "date", "2024-03-04"),
        TimeExpression("t2", _span("Friday"), "time", "2024-03-08T10:00"),
        TimeExpression("t3", _span("June"), "date", None),
    ]
    return Surroundings(cast(EventScene, _Scene(Page(Document(_TEXT), "en"), entities, times)))


def test_a_sentence_has_its_own_places_and_those_of_the_one_before() -> None:
    found = _surroundings()
    assert [span.of(_TEXT) for span, _ in found.of(0, "place")] == ["Estmark"]
    assert [span.of(_TEXT) for span, _ in found.of(1, "place")] == ["Estmark", "Norland"]
    assert [span.of(_TEXT) for span, _ in found.of(2, "place")] == ["Norland", "Zamora"]


def test_dates_are_days_and_those_without_a_value_are_none() -> None:
    found = _surroundings()
    assert [value for _, value in found.of(1, "date")] == ["2024-03-04", "2024-03-08"]
    assert [span.of(_TEXT) for span, _ in found.of(2, "date")] == ["Friday"]


def test_without_a_field_both_are_told() -> None:
    assert {span.of(_TEXT) for span, _ in _surroundings().of(0)} == {"Estmark", "Monday"}
