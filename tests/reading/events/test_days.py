import pytest

from sholu.model.document import Document
from sholu.model.reading import Event, TimeExpression
from sholu.model.span import Span
from sholu.reading.entities import EntityIndex
from sholu.reading.events import find_events
from sholu.reading.events.days import Days, is_term
from sholu.reading.events.headings import Headings
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


def _times(text: str, days: dict[str, str]) -> list[TimeExpression]:
    starts = sorted((text.index(day), day) for day in days)
    return [
        TimeExpression(f"t{i}", Span(start, start + len(day)), "date", days[day])
        for i, (start, day) in enumerate(starts, 1)
    ]


@pytest.mark.parametrize(
    ("tag", "text", "day", "deed"),
    [
        ("en", "Ann Lee, mayor since 2010, resigned in Osh.", "2010", "resigned"),
        ("en", "Ann Lee, who has led the union since 2010, accused the ministry.", "2010", "accused"),
        ("en", "Bo Kim, a captain jailed in 2010, attacked the guards.", "2010", "attacked"),
        ("en", "OSH, March 2 - Police arrested six men.", "March 2", "arrested"),
        ("ru", "Анна Ли, которая ушла с поста в 2010 году, обвинила министра.", "2010 году", "обвинила"),
    ],
)
def test_a_day_that_tells_of_somebody_dates_no_deed(tag: str, text: str, day: str, deed: str) -> None:
    page = Page(Document(text, published="2024-03-05"), tag)
    times = _times(text, {day: "2010"})
    start = text.index(deed)
    assert Days(page, times).around(Span(start, start + len(deed))) == []


@pytest.mark.parametrize(
    ("text", "day", "deed"),
    [
        ("Police, in a raid on Monday, arrested six men.", "Monday", "arrested"),
        ("Ann Lee, on Monday, accused the ministry.", "Monday", "accused"),
        ("Ann Lee, who was jailed on Monday, is a lawyer.", "Monday", "jailed"),
        ("Fishermen have struck since Monday.", "Monday", "struck"),
    ],
)
def test_a_day_beside_its_verb_dates_it(text: str, day: str, deed: str) -> None:
    page = Page(Document(text, published="2024-03-05"), "en")
    times = _times(text, {day: "2024-03-04"})
    start = text.index(deed)
    assert Days(page, times).around(Span(start, start + len(deed))) == times


CHRONICLE = "2 March. Miners blocked the road.\n\n3 March. Police arrested six men. Guards released two."


def test_a_chronicle_dates_all_of_a_paragraph() -> None:
    times = _times(CHRONICLE, {"2 March": "2024-03-02", "3 March": "2024-03-03"})
    found = find_events(Page(Document(CHRONICLE, published="2024-03-05"), "en"), EntityIndex(), times)
    assert [event.date for event in found] == ["2024-03-02", "2024-03-03", "2024-03-03"]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("2 March. Miners blocked the road. Police came.", {"2 March": "2024-03-02"}),
        ("On 2 March miners struck.\n\nOn 3 March police came.", {"2 March": "2024-03-02", "3 March": "2024-03-03"}),
    ],
)
def test_one_day_alone_or_days_in_sentences_head_nothing(text: str, days: dict[str, str]) -> None:
    page = Page(Document(text, published="2024-03-05"), "en")
    assert Headings(page, _times(text, days)).day(len(text) - 2) is None


def test_a_day_on_a_line_of_its_own_heads_what_follows() -> None:
    text = "2 наурыз\n\nПолиция келді.\n\nЖұрт тарады.\n\n3 наурыз\n\nСот басталды."
    page = Page(Document(text, published="2024-03-05"), "kk")
    headings = Headings(page, _times(text, {"2 наурыз": "2024-03-02", "3 наурыз": "2024-03-03"}))
    assert [headings.day(text.index(word)) for word in ("тарады", "Сот")] == ["2024-03-02", "2024-03-03"]


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("Miners have blocked the road since Monday.", "2024-03-04/.."),
        ("The embargo on fish, in force since Monday, hurts Osh.", "2024-03-04/.."),
        ("Miners had blocked the road since Monday.", "2024-03-04"),
        ("Miners have blocked the road on Monday.", "2024-03-04"),
    ],
)
def test_what_goes_on_since_a_day_has_no_end(text: str, date: str) -> None:
    assert _events(text, "en", "Monday")[0].date == date


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("Полиция задержала водителя 2002 года рождения.", None),
        ("Полиция задержала водителя автобуса 2002 года выпуска.", None),
        ("Полиция задержала водителя весной 2002 года.", "2024-03-04"),
    ],
)
def test_a_year_of_birth_dates_no_deed(text: str, date: str | None) -> None:
    assert _events(text, "ru", "2002 года")[0].date == date


def test_one_day_heads_a_russian_paragraph_as_a_sentence_of_its_own() -> None:
    told = "Полиция задержала завхоза."
    assert _events(f"7 марта. {told}", "ru", "7 марта")[0].date == "2024-03-04"
    assert _events(f"7 марта\n\n{told}", "ru", "7 марта")[0].date is None


def test_what_has_happened_is_not_of_a_day_to_come() -> None:
    text = "Police arrested the delegate to a summit in July."
    time = TimeExpression("t1", Span(text.index("July"), text.index("July") + 4), "date", "2024-07")
    assert [event.date for event in _told(text, time, "2024-03-05")] == [None]
    assert [event.date for event in _told(text, time, "2024-08-05")] == ["2024-07"]


def _told(text: str, time: TimeExpression, published: str) -> list[Event]:
    return find_events(Page(Document(text, published=published), "en"), EntityIndex(), [time])
