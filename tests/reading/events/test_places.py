"""Where an event happened where no place stands beside its verb."""

import pytest

from sholu.model.document import Document
from sholu.model.reading import Event, Mention
from sholu.reading.entities import EntityIndex
from sholu.reading.events import find_events
from sholu.reading.page import Page


def _events(text: str, *places: str, tag: str = "en") -> list[Event]:
    entities = EntityIndex()
    for name in places:
        start = text.index(name)
        entities.add("place", name, [Mention(start, start + len(name))])
    return find_events(Page(Document(text, published="2024-03-05"), tag), entities, [])


@pytest.mark.parametrize(
    ("tag", "text", "place"),
    [
        ("en", "OSH, Kyrgyzstan - Police arrested six men.", "OSH"),
        ("ru", "ОШ — Полиция задержала шестерых мужчин.", "ОШ"),
        ("kk", "ОШ — Полиция алты адамды ұстады.", "ОШ"),
    ],
)
def test_what_opens_a_report_happened_where_it_was_sent_from(tag: str, text: str, place: str) -> None:
    (event,) = _events(text, place, tag=tag)
    assert event.place == "e1"


def test_what_follows_may_have_happened_anywhere() -> None:
    first, second = _events("OSH - Police arrested six men. Soldiers beat two miners.", "OSH")
    assert (first.place, second.place) == ("e1", None)


def test_here_is_where_the_report_was_sent_from() -> None:
    _, second = _events("OSH - Police arrested six men. Soldiers beat two miners here.", "OSH")
    assert second.place == "e1"


def test_words_before_a_dash_are_no_dateline() -> None:
    (event,) = _events("In Osh police were ready - soldiers beat two miners.", "Osh")
    assert event.place == "e1"  # by its own preposition
    (event,) = _events("Osh was calm - soldiers beat two miners.", "Osh")
    assert event.place is None


def test_troops_are_where_they_are_sent() -> None:
    (event,) = _events("The army sent 300 soldiers to Osh.", "Osh")
    assert (event.type, event.place) == ("MOBILIZE", "e1")
