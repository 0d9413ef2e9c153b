"""When a figure holds: its own date, not the one that it is compared with; headings and accounts."""

import pytest

from sholu.model.document import Document
from sholu.reading.entities import EntityIndex
from sholu.reading.page import Page
from sholu.reading.quantities import find_quantities
from sholu.reading.times import find_times


def periods(text: str, tag: str) -> list[tuple[float | None, str | None]]:
    page = Page(Document(text, published="2015-11-20"), tag)
    return [(item.value, item.period) for item in find_quantities(page, find_times(page), EntityIndex())]


@pytest.mark.parametrize(
    ("tag", "text", "expected"),
    [
        ("en", "Turnout came to 52 percent, below that of 2011.", [(52, None)]),
        ("en", "In 2014 turnout came to 52 percent, below that of 2011.", [(52, "2014")]),
        ("ru", "Явка составила 52 процента, ниже, чем в 2011 году.", [(52, None)]),
        ("kk", "Сайлауға халықтың 54 пайызы келді, бұл 2011 жылғыдан төмен.", [(54, None)]),
    ],
)
def test_a_date_compared_with_dates_another_figure(
    tag: str, text: str, expected: list[tuple[float, str | None]]
) -> None:
    assert periods(text, tag) == expected


@pytest.mark.parametrize(
    ("tag", "text"),
    [
        ("en", "8 March 2014. The miners went home, and 210 men are back at work."),
        ("ru", "8 марта 2014 года. Горняки разошлись по домам, к работе вернулись 210 человек."),
        ("kk", "2014 жылғы 8 наурыз. Кеншілер үйлеріне тарап, 210 адам жұмысқа шықты."),
    ],
)
def test_the_day_that_heads_a_line_dates_its_figures(tag: str, text: str) -> None:
    assert (210, "2014-03-08") in periods("Nobody came.\n\n" + text, tag)


def test_a_date_that_heads_no_line_dates_nothing_further_on():
    assert periods("The mine was shut on 8 March 2014. There are 210 men back at work.", "en") == [(210, None)]


@pytest.mark.parametrize(
    ("tag", "text"),
    [
        ("en", "Sales fell in the first nine months of 2014. Net profit was 3 million dollars."),
        ("ru", "За девять месяцев 2014 года продажи упали. Чистая прибыль составила 3 млн долларов."),
        ("kk", "2014 жылдың тоғыз айында сатылым құлады. Таза пайда 3 миллион доллар болды."),
    ],
)
def test_sums_are_told_for_the_stretch_of_the_sentence_before(tag: str, text: str) -> None:
    assert periods(text, tag) == [(3_000_000, "2014-01/2014-09")]


def test_people_are_not_counted_for_the_stretch_of_an_account():
    assert periods("Sales fell in the first nine months of 2014. Outside stood 40 men.", "en") == [(40, None)]


def test_a_date_behind_a_semicolon_dates_no_figure_before_it():
    assert periods("Police told of 31 crimes; in 2014 there was peace.", "en") == [(31, None)]


def test_a_date_in_brackets_is_no_other_date():
    assert periods("More than 120 guards have stood there since 2012 (Steppe Wire, 4 July).", "en") == [(120, "2012")]


def test_how_much_more_is_of_the_time_of_the_figure_before():
    text = "Farms picked 492 tonnes of cotton in 2014, 6 percent more than in 2013; the mill shut on 5 March."
    assert periods(text, "en") == [(492, "2014"), (6, "2014")]


@pytest.mark.parametrize(
    "text",
    [
        "По сравнению с этим же периодом 2014 года показатель составил 5 млрд тенге.",
        "Экспорт составил 5 млрд тенге (прирост к январю 2014 года).",
    ],
)
def test_a_russian_period_compared_with_dates_no_figure(text: str) -> None:
    assert periods(text, "ru") == [(5e9, None)]
