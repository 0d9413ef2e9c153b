"""Figures in lists: the name before each tells what it measures, or whose it is; growth is told of the whole list."""

import pytest

from sholu.model.document import Document
from sholu.model.reading import Change, EntityKind, Mention
from sholu.reading.entities import EntityIndex
from sholu.reading.page import Page
from sholu.reading.quantities import find_quantities
from tests.reading.quantities.test_quantities import read, time


def measures(text: str, tag: str) -> list[tuple[float | None, str | None, float | None]]:
    return [(item.value, item.measure, item.change and item.change.factor) for item in read(text, tag)]


@pytest.mark.parametrize(
    ("tag", "text", "rows"),
    [
        (
            "ru",
            "Бананы подорожали на 16,1%, огурцы — на 14,5%, а сахар на 9%.",
            [(16.1, "рост: Бананы", 1.161), (14.5, "огурцы", 1.145), (9, "сахар", 1.09)],
        ),
        (
            "ru",
            "Подорожали капуста (87%), морковь (34%) и рис (-12%).",
            [(87, "капуста", 1.87), (34, "морковь", 1.34), (-12, "рис", 0.88)],
        ),
        (
            "ru",
            "Цены на бензин выросли на 2%, на дизель — на 3%.",
            [(2, "рост: Цены на бензин", 1.02), (3, "Цены на дизель", 1.03)],
        ),
        (
            "ru",
            "Урожайность пшеницы увеличилась на 10%, ячменя — на 17%.",
            [(10, "рост: Урожайность пшеницы", 1.1), (17, "Урожайность ячменя", 1.17)],
        ),
        ("ru", "Доходы составили 7 млрд рублей, дефицит — 2 млрд рублей.",
         [(7e9, "Доходы", None), (2e9, "дефицит", None)]),
        ("en", "Wheat rose by 5 percent and barley by 3 percent.",
         [(5, "Wheat growth", 1.05), (3, "barley", 1.03)]),
        ("en", "Prices fell by 2 percent, 3 percent and 4 percent.",
         [(2, "Prices decline", 0.98), (3, "Prices decline", 0.97), (4, "Prices decline", 0.96)]),
        ("kk", "Қант – 8 пайызға, ет – 5 пайызға қымбаттаған.", [(8, "Қант", 1.08), (5, "ет", 1.05)]),
        ("kk", "Мысалы, қант – 8 пайызға арзандады.", [(8, "қант", 0.92)]),
    ],
)  # fmt: skip
def test_the_name_before_a_figure_of_a_list_tells_what_it_measures(
    tag: str, text: str, rows: list[tuple[float, str, float | None]]
):
    assert measures(text, tag) == rows


def test_a_name_before_a_figure_of_a_list_tells_whose_it_is():
    text = "The fields gave 31 million tonnes of oil: Tengiz - 17 million tonnes, Karachaganak - 7 million tonnes."
    entities = EntityIndex()
    names: list[tuple[str, EntityKind]] = [("Tengiz", "facility"), ("Karachaganak", "facility")]
    for word, kind in names:
        entities.add(kind, word, [Mention(text.index(word), text.index(word) + len(word))])
    found = find_quantities(Page(Document(text), "en"), [], entities)
    assert [item.measure for item in found] == ["oil", "oil", "oil"]
    assert [item.holder and entities.get(item.holder).name for item in found[1:]] == ["Tengiz", "Karachaganak"]


def test_a_time_before_a_figure_of_a_list_is_no_measure():
    text = "В мае явка составила 33%, в 2003 году — 32%."
    found = read(text, "ru", [time(text, "2003 году", "2003")])
    assert [(item.value, item.measure) for item in found] == [(33, "явка"), (32, "явка")]


@pytest.mark.parametrize(
    "text", ["Отряд — из 40 человек.", "Хлеб подорожал, пишет газета, на 5%.", "Он отдал половину (5 рублей)."]
)
def test_other_dashes_and_brackets_make_no_list(text: str):
    assert all(item.change is None or item.change.factor == 1.05 for item in read(text, "ru"))


@pytest.mark.parametrize(
    ("tag", "text", "when", "later", "earlier", "difference"),
    [
        ("ru", "Инфляция составила 12,2% (в июле 2025 года — 11,8%).", "июле 2025 года", 12.2, 11.8, 0.4),
        ("en", "Inflation was 12.2% (11.8% in July 2025).", "July 2025", 12.2, 11.8, 0.4),
        ("kk", "Инфляция 12,2%-ға жетті (2025 жылғы шілдеде – 11,8%).", "2025 жылғы шілдеде", 12.2, 11.8, 0.4),
        ("ru", "Инфляция замедлилась до 3,8% с 4% в июле 2025 года.", "июле 2025 года", 3.8, 4, -0.2),
        ("en", "The rate fell to 5% from 6% in July 2025.", "July 2025", 5, 6, -1),
    ],
)
def test_an_earlier_figure_in_brackets_or_behind_a_level(
    tag: str, text: str, when: str, later: float, earlier: float, difference: float
):
    found = read(text, tag, [time(text, when, "2025-07")])
    assert [item.value for item in found] == [later, earlier]
    assert found[0].change == Change("2025-07", difference=difference)
    assert found[1].period == "2025-07"


def test_other_brackets_hold_no_earlier_figure():
    text = "Собрали 5 тонн (в том числе в июле 2025 года 2 тонны)."
    assert read(text, "ru", [time(text, "июле 2025 года", "2025-07")])[0].change is None
    assert read("Собрали 5 тонн (102% плана).", "ru")[0].change is None


@pytest.mark.parametrize(
    ("tag", "text", "values", "difference"),
    [
        ("ru", "Безработица снизилась с 5,2% до 4,9%.", [5.2, 4.9], -0.3),
        ("en", "The rate fell from 5.2% to 4.9%.", [5.2, 4.9], -0.3),
        ("kk", "Мөлшерлеме 5,2 пайыздан 4,9 пайызға дейін төмендеді.", [5.2, 4.9], -0.3),
        ("kk", "Мөлшерлеме 14,5 пайыздан 16 пайызға көтерілді.", [14.5, 16], 1.5),
        ("kk", "Алқап 84 мың гектардан 71 мыңға дейін қысқарды.", [84000, 71000], -13000),
        ("kk", "Экспорт 24 мыңнан 64 мың тоннаға дейін өсті.", [24000, 64000], 40000),
        ("ru", "Импорт вырос с 4,6 до 5,1 млрд долларов.", [4.6e9, 5.1e9], 500_000_000),
    ],
)
def test_the_second_of_two_figures_tells_the_change(tag: str, text: str, values: list[float], difference: float):
    found = read(text, tag)
    assert [item.value for item in found] == values
    assert [item.change for item in found] == [None, Change(difference=difference)]
    assert found[1].low is None
    assert found[1].high is None


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("Алқап 84 мың гектардан 71 мыңға дейін қысқарды.", "ha"),
        ("Экспорт 24 мыңнан 64 мың тоннаға дейін өсті.", "t"),
    ],
)
def test_either_of_two_kazakh_figures_tells_the_unit_of_both(text: str, unit: str):
    assert [item.unit for item in read(text, "kk")] == [unit, unit]


@pytest.mark.parametrize(
    ("tag", "text", "value", "measure", "factor"),
    [
        ("ru", "Чистая прибыль выросла в 1,8 раза, до 640 млн рублей.", 640_000_000, "Чистая прибыль", 1.8),
        ("en", "Profit grew 1.8 times to $5 million.", 5_000_000, "Profit", 1.8),
    ],
)
def test_how_many_times_something_grew_is_told_of_the_level(
    tag: str, text: str, value: float, measure: str, factor: float
):
    assert measures(text, tag) == [(value, measure, factor)]


@pytest.mark.parametrize(
    ("tag", "text"),
    [
        ("ru", "Экспорт сократился на 12% — до 3 млн долларов."),
        ("en", "Unemployment edged up to 5.1 percent."),
    ],
)
def test_a_level_behind_a_change_is_no_bound(tag: str, text: str):
    assert read(text, tag)[-1].high is None


def test_up_to_elsewhere_is_a_bound():
    assert read("The firm hired up to 40 workers.", "en")[0].high == 40


@pytest.mark.parametrize(
    ("tag", "text", "value"),
    [
        ("en", "The bank cut the rate by half a percentage point.", 0.5),
        ("en", "The bank cut the rate by a quarter of a percentage point.", 0.25),
        ("ru", "Ставку снизили на четверть процентного пункта.", 0.25),
    ],
)
def test_parts_of_a_percentage_point(tag: str, text: str, value: float):
    assert [(item.value, item.unit) for item in read(text, tag)] == [(value, "pp")]


def test_a_bare_number_of_more_than_has_the_unit_of_what_is_compared():
    text = "The dam holds 9 billion cubic metres of water, 2 billion less than in 2020."
    found = read(text, "en", [time(text, "2020", "2020")])
    assert [(item.value, item.unit, item.measure) for item in found] == [(9e9, "m3", "water"), (2e9, "m3", "water")]
    assert found[1].change == Change("2020", difference=-2e9)
    text = "The list won 34 seats, nine more than in 2020."
    assert [item.value for item in read(text, "en", [time(text, "2020", "2020")])] == [34, 9]


@pytest.mark.parametrize(
    ("tag", "text", "measure"),
    [
        ("ru", "Инфляция составила 5%. Она достигла 6%.", "Инфляция"),
        ("en", "Turnout was 50 percent. It reached 60 percent.", "Turnout"),
        ("kk", "Инфляция 5 пайыз болды. Бұл көрсеткіш 6 пайызға жетті.", "Инфляция"),
    ],
)
def test_a_pronoun_measures_what_the_figure_before_does(tag: str, text: str, measure: str):
    assert [item.measure for item in read(text, tag)] == [measure, measure]


def test_a_pronoun_of_another_unit_stands_for_nothing_told():
    assert read("Инфляция составила 5%. Она достигла 6 метров.", "ru")[1].measure != "Инфляция"


def test_a_date_that_is_compared_with_dates_no_figure():
    text = "В мае 2019 года по сравнению с маем 2018 года цены выросли на 4%."
    times = [time(text, "мае 2019 года", "2019-05"), time(text, "маем 2018 года", "2018-05")]
    found = read(text, "ru", times)[0]
    assert (found.period, found.change) == ("2019-05", Change("2018-05", factor=1.04))


def test_the_earlier_figure_may_stand_behind_the_date_of_the_later():
    text = "Unemployment rose to 5% in May 2026 from 4% in July 2025."
    found = read(text, "en", [time(text, "May 2026", "2026-05"), time(text, "July 2025", "2025-07")])
    assert [(item.period, item.change) for item in found] == [
        ("2026-05", Change("2025-07", difference=1)),
        ("2025-07", None),
    ]


@pytest.mark.parametrize(
    ("tag", "text", "measure"),
    [
        ("en", "She faces up to twelve years behind bars.", "behind bars"),
        ("en", "She got two years suspended.", "suspended"),
        ("ru", "Он получил семь лет колонии.", "колонии"),
        ("ru", "Его отправили на два месяца под стражу.", "под стражу"),
        ("kk", "Сот оны екі айға қамады.", "қамау"),
        ("kk", "Ол сегіз жылға сотталды.", "түрме"),
        ("kk", "Оған үш жылға шартты жаза берілді.", "шартты жаза"),
    ],
)
def test_a_term_is_measured_by_the_words_of_where_it_is_served(tag: str, text: str, measure: str):
    assert read(text, tag)[-1].measure == measure


def test_a_time_behind_a_number_is_nothing_that_it_counts():
    text = "Claims fell to 313,000 last week."
    times = [time(text, "last week", "2026-03-02/2026-03-08")]
    found = find_quantities(Page(Document(text), "en"), times, EntityIndex(), offers=True)
    assert [(item.evidence.of(text), item.unit) for item in found] == [("313,000", "count")]


def test_the_share_of_one_thing_ends_before_that_of_another():
    found = read("The firm has 56% of the trade and 80% of the freight.", "en")
    assert [item.measure for item in found] == ["share of trade", "share of freight"]


def test_what_fell_so_many_times_is_a_fraction():
    assert [item.change for item in read("Экспорт сократился в 2 раза.", "ru")] == [Change(factor=0.5)]


def test_what_is_compared_is_no_figure_in_words():
    text = "They sold 18 tonnes of oil, which is 3% more than in 2020."
    assert [item.measure for item in read(text, "en", [time(text, "2020", "2020")])] == ["oil", "oil"]
