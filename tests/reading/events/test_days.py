import pytest

from sholu.model.document import Document
from sholu.model.reading import Event, TimeExpression
from sholu.model.span import Span
from sholu.reading.entities import EntityIndex
from sholu.reading.events import find_events
from sholu.reading.events.days import is_term
from sholu.reading.page import Page


def _events(text: str, tag: str, day: str) -> list[Event]:
    start = text.index(day)
    time = TimeExpression("t1", Span(start, start + len(day)), "date", "2024-03-04")
    return find_events(Page(Document(text, published="2024-03-05"), tag), EntityIndex(), [time])


@pytest.mark.parametrize(
    ("tag", "text", "day"),
    [
        ("en", "Police arrested six men on Monday. Hours later guards released the men.", "Monday"),
        ("ru", "В понедельник полиция задержала шестерых. К вечеру солдаты избили водителя.", "понедельник"),
    ],
)
def test_a_time_of_day_is_of_the_day_told_before(tag: str, text: str, day: str) -> None:
    assert [event.date for event in _events(text, tag, day)] == ["2024-03-04"] * 2


def test_without_a_time_of_day_no_day_is_known() -> None:
    text = "Police arrested six men on Monday. Guards released the men."
    assert [event.date for event in _events(text, "en", "Monday")] == ["2024-03-04", None]


@pytest.mark.parametrize(
    ("tag", "text", "day", "type", "expected"),
    [
        ("en", "He promised to pay by 1 June.", "1 June", "AGREE", True),
        ("en", "He promised it on 1 June.", "1 June", "AGREE", False),
        ("en", "He was jailed until 1 June.", "1 June", "SENTENCE", False),
        ("ru", "Он обещал заплатить до 1 июня.", "1 июня", "AGREE", True),
        ("kk", "Ол 1 маусымға дейін төлеуге уәде берді.", "1 маусымға дейін", "AGREE", True),
        ("kk", "Ол 1 маусымда төлеуге уәде берді.", "1 маусымда", "AGREE", False),
    ],
)
def test_a_day_by_which_something_is_to_be_done_is_a_term(
    tag: str, text: str, day: str, type: str, expected: bool
) -> None:
    start = text.index(day)
    assert is_term(type, Span(start, start + len(day)), Page(Document(text), tag)) is expected


def test_a_date_that_heads_a_paragraph_dates_what_it_tells() -> None:
    text = "4 марта. Полиция задержала шестерых. Завод просит у министра помощи.\n\nСуд оправдал врача."
    assert [event.date for event in _events(text, "ru", "4 марта")] == ["2024-03-04", "2024-03-04", None]


@pytest.mark.parametrize(
    ("text", "day", "expected"),
    [
        ("Полиция, прибывшая 4 марта, разогнала рабочих.", "4 марта", "2024-03-04"),
        ("Суд, открытый в марте, оправдал врача.", "марте", None),
        ("Врача, оправданного в марте, задержали.", "марте", None),
    ],
)
def test_a_month_that_only_describes_somebody_dates_no_deed(text: str, day: str, expected: str | None) -> None:
    start = text.index(day)
    value = "2024-03-04" if day[0].isdigit() else "2024-03"
    time = TimeExpression("t1", Span(start, start + len(day)), "date", value)
    found = find_events(Page(Document(text, published="2024-03-05"), "ru"), EntityIndex(), [time])
    assert found[-1].date == expected
