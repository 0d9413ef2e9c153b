"""Figures by a unit of time, points of shares, votes of two sides, and sums whose currency is told before."""

import pytest

from sholu.model.document import Document
from sholu.model.reading import Mention, Quantity
from sholu.reading.entities import EntityIndex
from sholu.reading.page import Page
from sholu.reading.quantities import find_quantities
from sholu.reading.times import find_times


def read(text: str, tag: str) -> list[Quantity]:
    page = Page(Document(text, published="2015-11-20"), tag)
    return find_quantities(page, find_times(page), EntityIndex())


@pytest.mark.parametrize(
    ("tag", "text", "value", "unit"),
    [
        ("en", "The power is off for 14 hours a day.", 14, "hour/day"),
        ("en", "About 40 lorries a day cross here.", 40, "count/day"),
        ("en", "The strike costs 2 million dollars daily.", 2_000_000, "USD/day"),
        ("ru", "Город сидит без света по 14 часов в сутки.", 14, "hour/day"),
        ("ru", "Через переход идёт до 900 фур в неделю.", 900, "count/week"),
        ("ru", "Вниз уходит 26 кубометров воды в секунду.", 26, "m3/s"),
        ("ru", "Простой обходится в 2 млн долларов ежедневно.", 2_000_000, "USD/day"),
        ("kk", "Тәулігіне 5 сағат жарық беріледі.", 5, "hour/day"),
        ("kk", "Күніне 900 көлік өтеді.", 900, "count/day"),
        ("kk", "Литрі 245 теңгеден сатылып жатыр.", 245, "KZT/L"),
    ],
)
def test_a_rate_has_a_unit_of_its_own(tag: str, text: str, value: float, unit: str) -> None:
    assert [(item.value, item.unit) for item in read(text, tag)] == [(value, unit)]


@pytest.mark.parametrize(
    ("tag", "text"),
    [
        ("en", "They let in 300 men a day later."),
        ("en", "They met the miners four times a year."),
        ("ru", "Пришли 300 человек в день выборов."),
    ],
)
def test_when_or_how_often_is_no_rate(tag: str, text: str) -> None:
    assert "/" not in "".join(item.unit for item in read(text, tag))


def test_what_is_compared_with_a_rate_is_one():
    found = read("Withdrawals were capped at $200 a month, down from $500 in June.", "en")
    assert [(item.value, item.unit, item.measure) for item in found] == [
        (200, "USD/month", "Withdrawals"),
        (500, "USD/month", "Withdrawals"),
    ]


@pytest.mark.parametrize(
    ("tag", "text", "measure"),
    [
        ("en", "Turnout came to 52 percent, six points less.", "Turnout"),
        ("ru", "Явка составила 38 процентов — на шесть пунктов ниже.", "Явка"),
    ],
)
def test_points_after_a_share_are_points_of_it(tag: str, text: str, measure: str) -> None:
    assert [(item.unit, item.measure) for item in read(text, tag)] == [("%", measure), ("pp", measure)]


def test_points_without_a_share_are_counted():
    assert [item.unit for item in read("The plan has six points.", "en")] == ["count"]


@pytest.mark.parametrize(
    ("tag", "text"),
    [
        ("en", "The law passed by 67 votes to 9."),
        ("ru", "Закон приняли 67 голосами против девяти."),
        ("ru", "67 голосами против 9 парламент принял закон."),
    ],
)
def test_the_other_side_is_counted_in_votes_too(tag: str, text: str) -> None:
    found = read(text, tag)
    assert [item.value for item in found] == [67, 9]
    assert found[0].measure == found[1].measure


@pytest.mark.parametrize(
    ("tag", "text", "unit"),
    [
        ("en", "The budget is 3 billion tenge. It could add 600 million.", "KZT"),
        ("ru", "Долг вырос до 3 млрд рублей. Кредитор заморозил ещё 37 миллионов.", "RUB"),
        ("kk", "Кіріс 61 миллиард теңгені құрайды; шығыс 63 миллиардтан асады.", "KZT"),
    ],
)
def test_bare_millions_are_of_the_money_told_before(tag: str, text: str, unit: str) -> None:
    assert [item.unit for item in read(text, tag)] == [unit, unit]


def test_millions_that_count_something_are_no_money():
    found = read("The budget is 3 billion tenge. It feeds 2 million people.", "en")
    assert [item.unit for item in found] == ["KZT", "count"]


def test_another_paragraph_says_nothing_of_the_money():
    assert [item.unit for item in read("The debt is 3 billion tenge.\n\nIt has grown by 600 million.", "en")] == [
        "KZT",
        "count",
    ]


@pytest.mark.parametrize(
    ("tag", "text", "name"),
    [
        ("en", "The Senate passed the law by 67 votes to 9.", "Senate"),
        ("ru", "67 голосами против 9 Мажилис принял закон.", "Мажилис"),
        ("kk", "Мәжіліс заңды 67 дауыспен қабылдады.", "Мәжіліс"),
    ],
)
def test_votes_are_those_of_the_body_that_votes(tag: str, text: str, name: str) -> None:
    entities = EntityIndex()
    start = text.index(name)
    body = entities.add("organisation", name, [Mention(start, start + len(name))], sector=("GOV", "LEG"))
    page = Page(Document(text, published="2015-11-20"), tag)
    assert {item.holder for item in find_quantities(page, find_times(page), entities)} == {body}


def test_votes_beside_a_court_are_not_its_own():
    text = "The High Court heard that the law had 67 votes."
    entities = EntityIndex()
    start = text.index("High Court")
    entities.add("organisation", "High Court", [Mention(start, start + len("High Court"))], sector=("JUD",))
    page = Page(Document(text, published="2015-11-20"), "en")
    assert [item.holder for item in find_quantities(page, find_times(page), entities)] == [None]
