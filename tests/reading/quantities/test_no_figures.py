"""Numbers that are no figures: ages, scales without a number, bases of rates; and rates of exchange, which are."""

import pytest

from sholu.model.document import Document
from sholu.reading.entities import EntityIndex
from sholu.reading.page import Page
from sholu.reading.quantities import find_quantities
from tests.reading.quantities.test_quantities import place, read


@pytest.mark.parametrize(
    ("tag", "text"),
    [
        ("ru", "Наряд задержал 30-летнего приезжего."),
        ("ru", "В доме были девочка 12 лет и мальчик."),
        ("ru", "Бежали несколько тысяч горожан."),
        ("ru", "Дело возбуждено по статьям 165, 205 и 210 Уголовного кодекса."),
        ("en", "Several thousand townsfolk and a few hundred soldiers fled."),
        ("kk", "Бірнеше мың адам көшті."),
    ],
)
def test_ages_and_bare_scales_are_none(tag: str, text: str) -> None:
    assert read(text, tag) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [("Он получил 10-летний срок.", "10-летний срок"), ("Подозреваемый получил 5 лет колонии.", "5 лет колонии")],
)
def test_what_lasts_so_many_years_is_one(text: str, words: str) -> None:
    assert [item.evidence.of(text) for item in read(text, "ru")] == [words]


@pytest.mark.parametrize(
    ("tag", "text", "value"),
    [
        ("en", "The clinic saw 25 cases per 100,000 people.", 25),
        ("en", "Gas costs $150 per thousand cubic metres.", 150),
        ("ru", "Газ стоит 150 долларов за тысячу кубометров.", 150),
        ("ru", "Отмечено 25 случаев на 100 тысяч населения.", 25),
    ],
)
def test_by_how_many_a_figure_is_told_is_no_figure(tag: str, text: str, value: float) -> None:
    assert [item.value for item in read(text, tag)] == [value]


@pytest.mark.parametrize(
    ("tag", "text", "value", "unit", "measure"),
    [
        ("en", "The dram trades at 478 per dollar.", 478, "AMD/USD", "dram"),
        ("en", "The bank set the rate at 89.2 soms to the dollar.", 89.2, "KGS/USD", "rate"),
        ("ru", "Тенге ослаб до 478 за доллар.", 478, "KZT/USD", "Тенге"),
        ("ru", "Курс составил 478,5 тенге за евро.", 478.5, "KZT/EUR", "Курс"),
    ],
)
def test_rates_of_exchange(tag: str, text: str, value: float, unit: str, measure: str) -> None:
    (found,) = read(text, tag)
    assert (found.value, found.unit, found.measure) == (value, unit, measure)


def test_the_one_that_a_rate_is_told_for_is_none():
    assert [item.value for item in read("Losses are small ($1 = 478 tenge).", "en")] == [478]


@pytest.mark.parametrize(("word", "country", "unit"), [("Gabon", "GA", "XAF"), ("Benin", "BJ", "XOF")])
def test_a_currency_of_several_countries_goes_by_the_text(word: str, country: str, unit: str) -> None:
    text = f"In {word} the mill lost 6 billion CFA francs."
    entities = EntityIndex()
    place(text, word, entities, country)
    (found,) = find_quantities(Page(Document(text), "en"), [], entities)
    assert found.unit == unit


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("It buys 300 million cm of gas.", "m3"),
        ("It lies under 40 cm of snow.", "cm"),
        ("It pumps 9 million bpd.", "bbl/day"),
    ],
)
def test_short_units(text: str, unit: str) -> None:
    assert [item.unit for item in read(text, "en")] == [unit]


@pytest.mark.parametrize(
    ("tag", "text", "measure"),
    [
        ("en", "Analysts forecast 3% growth.", "growth"),
        ("en", "A program worth $600 million was approved.", "program"),
        ("en", "The total cost of the road, which is due in May, is $85 million.", "total cost of the road"),
        ("en", "The population of the district is 120,000.", "population of the district"),
        ("en", "Officers foiled 50 attempts of drug trafficking.", "attempts of drug trafficking"),
        ("en", "Roads were cut and some 700 were left homeless.", "left"),
        ("ru", "Дефицит составил 2,7% ВВП.", "Дефицит доля ВВП"),
        ("ru", "Число родившихся составило 40 тысяч против 50 тысяч умерших.", "Число родившихся"),
    ],
)
def test_measures(tag: str, text: str, measure: str) -> None:
    assert read(text, tag)[0].measure == measure
