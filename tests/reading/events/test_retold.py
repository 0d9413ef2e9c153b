"""What a page tells twice is one event: in its headline and below, again in passing, once more in a quotation."""

import pytest

from sholu.model.document import Document
from sholu.model.reading import Event
from sholu.reading.entities import EntityIndex
from sholu.reading.events import find_events
from sholu.reading.page import Page
from sholu.reading.times import find_times


def _triggers(text: str, tag: str, type: str) -> list[str]:
    page = Page(Document(text, published="2024-03-05"), tag)
    found: list[Event] = find_events(page, EntityIndex(), find_times(page))
    return [event.trigger.of(text) for event in found if event.type == type]


@pytest.mark.parametrize(
    ("tag", "text", "type", "told"),
    [
        (
            "en",
            "Police arrest five miners\n\nPolice arrested five miners in Osh on Monday. The rest went home.",
            "COERCE",
            ["arrested"],
        ),
        (
            "ru",
            "Суд приговорил лесника к штрафу\n\nСуд в понедельник приговорил лесника к штрафу за рубку сосен.",
            "SENTENCE",
            ["приговорил"],
        ),
        (
            "kk",
            "Полиция бес кеншіні ұстады\n\nПолиция дүйсенбіде Өскеменде бес кеншіні ұстады.",
            "COERCE",
            ["ұстады"],
        ),
    ],
)
def test_a_headline_tells_what_the_text_tells(tag: str, text: str, type: str, told: list[str]) -> None:
    assert _triggers(text, tag, type) == told


def test_a_headline_alone_tells_its_deed() -> None:
    text = "Police arrest five miners\n\nThe pit has stood idle since the autumn. Snow covers the gate."
    assert _triggers(text, "en", "COERCE") == ["arrest"]


@pytest.mark.parametrize(
    ("tag", "text", "told"),
    [
        ("en", "Rebels attacked a convoy near Osh. Trade stopped. Nobody has explained the attack.", ["attacked"]),
        (
            "ru",
            "Боевики напали на колонну под Ошем. Рынок закрылся. Причины нападения неизвестны.",
            ["напали"],
        ),
    ],
)
def test_a_noun_that_adds_nothing_is_no_second_deed(tag: str, text: str, told: list[str]) -> None:
    assert _triggers(text, tag, "ASSAULT") == told


def test_another_attack_is_another_event() -> None:
    text = "Rebels attacked a convoy near Osh. Villagers hid. Soldiers reported another attack by rebels."
    assert len(_triggers(text, "en", "ASSAULT")) == 2


@pytest.mark.parametrize(
    ("tag", "text", "told"),
    [
        ("en", 'Police detained nine people. "We have detained nine people," said the colonel.', 1),
        ("en", 'Police detained 9 people. "We have detained 14 people," said the colonel.', 2),
        ("ru", "Полиция задержала девять человек. «У рынка были задержаны девять человек», — сказал полковник.", 1),
        ("ru", "Полиция задержала 9 человек. «У рынка были задержаны 14 человек», — сказал полковник.", 2),
    ],
)
def test_who_is_quoted_with_a_deed_tells_it_once_more(tag: str, text: str, told: int) -> None:
    assert len(_triggers(text, tag, "COERCE")) == told
