"""Figures with what they are compared with, whose currency they are in and what stands for their measure."""

import pytest

from sholu.model.document import Document
from sholu.model.reading import Change, Quantity
from sholu.reading.entities import EntityIndex
from sholu.reading.page import Page
from sholu.reading.quantities import find_quantities
from sholu.reading.times import find_times
from tests.reading.quantities.test_quantities import place, read, time


def of(text: str, tag: str) -> list[tuple[float | None, str, str | None]]:
    return [(item.value, item.unit, item.measure) for item in read(text, tag)]


def in_country(text: str, tag: str, word: str, country: str) -> list[Quantity]:
    entities = EntityIndex()
    place(text, word, entities, country)
    return find_quantities(Page(Document(text), tag), [], entities)


@pytest.mark.parametrize(
    ("tag", "text", "first", "second", "change"),
    [
        ("en", "Turnout sank to 71 per cent from 84 in 2016.", 71, (84, "%", "Turnout"), -13),
        ("en", "The list took nine seats, up from five in 2016.", 9, (5, "count", "seats"), 4),
        ("en", "Cotton costs 500 tenge, against 430 in 2016.", 500, (430, "KZT", "Cotton"), 70),
        ("en", "Feed costs rose to 64 roubles a kilo from 47 in 2016.", 64, (47, "RUB/kg", "Feed costs"), 17),
        (
            "ru",
            "Заработок вырос до 40 тысяч тенге против 35 тысяч в 2016 году.",
            40000,
            (35000, "KZT", "Заработок"),
            5000,
        ),
    ],
)
def test_a_figure_told_after_a_later_one_is_what_that_changed_from(
    tag: str, text: str, first: float, second: tuple[float, str, str], change: float
):
    found = read(text, tag, [time(text, "2016", "2016")])
    assert [(item.value, item.change) for item in found] == [
        (first, Change("2016", difference=change)),
        (second[0], None),
    ]
    assert (found[1].value, found[1].unit, found[1].measure) == second
    assert [item.period for item in found] == [None, "2016"]


def test_the_time_that_owns_an_earlier_figure_is_when_it_held() -> None:
    text = "The mine gave 65 million tonnes of coal, up from last year's 62.7 million."
    found = read(text, "en", [time(text, "last year", "2015")])
    assert [(item.value, item.unit, item.period) for item in found] == [(65e6, "t", None), (62.7e6, "t", "2015")]


@pytest.mark.parametrize(
    ("tag", "text"),
    [
        ("en", "They lost 40 sheep from 2016 on."),
        ("en", "They took 40 sheep from five farms of the valley."),
        ("en", "The motion got 40 votes, against 26."),
        ("ru", "За него 19 голосов, против 26."),
        ("ru", "Собрано 19 подписей против решения."),
    ],
)
def test_nothing_is_compared_with_years_other_things_and_the_votes_of_the_other_side(tag: str, text: str):
    assert [item.change for item in read(text, tag)] in ([None], [None, None])


def test_a_change_from_one_figure_to_another_is_no_range():
    text = "Министерство попросило увеличить попуск из Токтогульского водохранилища с 270 до 380 кубометров в секунду."
    assert [item.value for item in read(text, "ru")] == [270, 380]
    assert [item.value for item in read("Смета выросла с 52 до 79 млн.", "ru")] == [52_000_000, 79_000_000]
    assert [(item.low, item.high) for item in read("Пришли от 200 до 300 человек.", "ru")] == [(200, 300)]


@pytest.mark.parametrize(
    ("tag", "text", "word", "country", "unit"),
    [
        ("en", "Baku spent 6 million manats on it.", "Baku", "AZ", "AZN"),
        ("en", "Mary spent 6 million manats on it.", "Mary", "TM", "TMT"),
        ("en", "In Marsabit the bond was 300,000 shillings.", "Marsabit", "KE", "KES"),
        ("en", "Aqaba offered 35 dinars a month.", "Aqaba", "JO", "JOD/month"),
        ("en", "Aqaba offered 35 Kuwaiti dinars.", "Aqaba", "JO", "KWD"),
        ("ru", "Баку потратил 6 млн манатов.", "Баку", "AZ", "AZN"),
        ("kk", "Триполи 8 миллион динар бөлді.", "Триполи", "LY", "LYD"),
        ("kk", "Ломе 8 миллион франк бөлді.", "Ломе", "TG", "XOF"),
    ],
)
def test_a_currency_that_countries_share_is_of_the_country_named(
    tag: str, text: str, word: str, country: str, unit: str
):
    assert [item.unit for item in in_country(text, tag, word, country)] == [unit]


def test_without_a_country_a_shared_currency_is_what_the_language_takes_it_for():
    assert [row[1] for row in of("They spent 6 million manats.", "en")] == ["TMT"]


@pytest.mark.parametrize(
    ("tag", "text", "measure"),
    [
        ("en", "Brussels promised 2 million euros.", "promised"),
        ("en", "The boxer was jailed for six years.", "jailed"),
        ("en", "Late at night more than 40 were hauled off.", "hauled"),
        ("en", "The budget was 2 million euros.", "budget"),
        ("ru", "Брюссель посулил 2 млн евро.", "посулил"),
        ("ru", "Судья получил от подрядчика 11 млн рублей.", "получил"),
        ("ru", "Обыск тянулся девять часов.", "Обыск"),
        ("ru", "Цены на хлеб подскочили на 22 процента.", "рост: Цены на хлеб"),
    ],
)
def test_for_want_of_a_noun_the_verb_says_what_is_measured(tag: str, text: str, measure: str):
    assert [item.measure for item in read(text, tag)] == [measure]


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        ("Кеше 2 миллион еуро бөлінді.", "қаржы"),
        ("Қор компанияға 5 миллион доллар салуға келісті.", "салым"),
        ("Қарақшылар отбасынан 90 мың доллар талап етті.", "төлем"),
        ("Бас есепші 40 миллион теңгені жымқырды деген күдік бар.", "ақша"),
        ("Тұрғындар 300 мың теңге жинап берді.", "көмек"),
        ("Кеше бюджеттен 2 миллион теңге аударылды.", "аударым"),
        ("Қала тұрғын үйге 2 миллион теңге субсидия берді.", "субсидия"),
    ],
)
def test_a_kazakh_sum_is_what_its_verb_makes_of_it(text: str, measure: str):
    assert [item.measure for item in read(text, "kk")] == [measure]


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        ("Carriers blocked the ramp; eleven of them were fined.", "Carriers"),
        ("Dockers, some 70 of them, refused to work.", "Dockers"),
        ("The town sent tents; the ministry kept 190 of them.", "tents"),
        ("He saw 190 of them.", "saw"),
    ],
)
def test_what_they_are_stands_before(text: str, measure: str):
    assert read(text, "en")[-1].measure == measure


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("Полсотни рыбаков ждали.", (50, "count", "рыбак")),
        ("Пришли три сотни солдат.", (300, "count", "солдат")),
        ("Пришли полторы сотни горожан.", (150, "count", "горожанин")),
        ("Шестерых подозреваемых задержали.", (6, "count", "подозреваемых")),
        ("Ещё 37 миллионов кредитор заморозил.", (37_000_000, "count", "заморозил")),
    ],
)
def test_russian_counts(text: str, row: tuple[float, str, str]):
    assert of(text, "ru") == [row]


def test_hundreds_of_people_are_still_vague():
    assert [(item.low, item.high) for item in read("Сотни людей ждали.", "ru")] == [(100, 1000)]


def test_a_noun_that_may_be_a_label_before_a_count_in_words():
    assert of("Romania gave the customs house two scanners.", "en") == [(2, "count", "scanners")]
    assert of("They met in house five.", "en") == []


def test_new_taiwan_dollars():
    assert of("He owes NT$5 million.", "en") == [(5_000_000, "TWD", "owes")]


@pytest.mark.parametrize(
    ("tag", "text", "measure"),
    [
        ("en", "Caviar rose to $480 a kilogram in Dubai, 20 percent more than before.", "Caviar"),
        ("ru", "Добыли 120 тонн осетровых — на 44 процента меньше, чем раньше.", "осетровых"),
        ("kk", "Астық 18 миллион тонна шықты, бұл 30 пайызға кем.", "Астық"),
    ],
)
def test_how_much_more_measures_what_the_figure_before_does(tag: str, text: str, measure: str):
    first, second = read(text, tag)
    assert (first.measure, second.measure) == (measure, measure)


def test_a_noun_of_its_own_is_not_compared():
    first, second = read("Wheat rose to 480 dollars, bread cost 20 percent more than before.", "en")
    assert (first.measure, second.measure == first.measure) == ("Wheat", False)


def dated_changes(text: str, tag: str) -> list[Change | None]:
    page = Page(Document(text, published="2015-11-20"), tag)
    return [item.change for item in find_quantities(page, find_times(page), EntityIndex())]


@pytest.mark.parametrize(
    ("tag", "text", "change"),
    [
        ("en", "Sales in 2014 came to 4 million tonnes, 11 percent up on 2013.", Change("2013", factor=1.11)),
        ("en", "Sales in 2014 came to 4 million tonnes, 11 percent below 2013.", Change("2013", factor=0.89)),
        (
            "en",
            "Sales in 2014 came to $61 million, $18 million less than in 2013.",
            Change("2013", difference=-18000000),
        ),
        ("ru", "В 2014 году горело 212 раз — на 30 пожаров больше, чем в 2013 году.", Change("2013", difference=30)),
        (
            "ru",
            "За январь — май 2015 года добыли 3 тонны золота, на 27 процентов меньше, чем годом ранее.",
            Change("2014-01/2014-05", factor=0.73),
        ),
        ("kk", "Биыл 18 тонна астық шықты, бұл былтырғыдан 30 пайызға кем.", Change("2014", factor=0.7)),
        ("kk", "Бұл көлем 2013 жылғыдан 18 пайызға көп.", Change("2013", factor=1.18)),
        ("kk", "Бұл көлем 2013 жылдан 18 пайызға көп.", Change("2013", factor=1.18)),
        ("kk", "Порт 18 тонна жүк тиеді, бұл 2013 жылғыдан үш есе көп.", Change("2013", factor=3)),
        ("kk", "Порт 18 тонна жүк тиеді, бұл 2013 жылғыдан екі есе аз.", Change("2013", factor=0.5)),
        ("kk", "Биыл 81 шағым түсті, 2013 жылғыдан тоғызға көп.", Change("2013", difference=9)),
        ("kk", "Шығын 2013 жылғы 29 пайыздан 43 пайызға ұлғайған.", Change("2013", difference=14)),
    ],
)
def test_how_much_more_than_when(tag: str, text: str, change: Change):
    assert dated_changes(text, tag)[-1] == change


def test_troops_up_the_river_are_no_increase():
    assert dated_changes("The army sent 30 troops up the river in 2008.", "en") == [None]
