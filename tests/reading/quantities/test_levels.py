"""How much, before and after: shared scales, levels behind shares of growth, changes from one figure to another."""

import pytest

from sholu.model.document import Document
from sholu.model.reading import Change
from sholu.reading.entities import EntityIndex
from sholu.reading.page import Page
from sholu.reading.quantities import find_quantities
from sholu.reading.times import find_times
from tests.reading.quantities.test_quantities import read

Row = tuple[float | None, str, str | None]


def rows(text: str, tag: str) -> list[Row]:
    return [(item.value, item.unit, item.measure) for item in read(text, tag)]


def dated(text: str, tag: str) -> list[tuple[float | None, str | None, Change | None]]:
    page = Page(Document(text, published="2024-08-15"), tag)
    found = find_quantities(page, find_times(page), EntityIndex())
    return [(item.value, item.period, item.change) for item in found]


@pytest.mark.parametrize(
    ("tag", "text", "values"),
    [
        ("en", "Output rose to 5.2 million tons from 4.8 in 2023.", [5_200_000, 4_800_000]),
        ("en", "The mill has 900 thousand sheep against 40 in 2003.", [900_000, 40_000]),
        ("ru", "Экспорт достиг 5,2 млрд рублей против 4,8 в 2023 году.", [5.2e9, 4.8e9]),
        ("ru", "Добыто 3 млн 547,8 тыс. тонн угля против 3 329,8 в 2023 году.", [3_547_800, 3_329_800]),
        ("ru", "Добыча составила 12,7 млн тонн против 13,9 годом ранее.", [12_700_000, 13_900_000]),
    ],
)
def test_an_earlier_figure_shares_the_scale_of_the_later_one(tag: str, text: str, values: list[float]) -> None:
    assert [value for value, _, _ in dated(text, tag)] == values


def test_a_much_smaller_earlier_figure_stands_as_it_is():
    assert [value for value, _, _ in dated("Kiln has 2 million readers against 500 in 1990.", "en")] == [2_000_000, 500]


@pytest.mark.parametrize(
    ("tag", "text", "row"),
    [
        ("en", "Imports fell 8 percent to 2.1 billion euros.", (2.1e9, "EUR", "Imports")),
        ("en", "The bank cut its key rate by 50 basis points to 14.25 percent.", (14.25, "%", "key rate")),
        ("ru", "Сборы упали на 9 процентов, до 2,1 млрд рублей.", (2.1e9, "RUB", "Сборы")),
        ("ru", "Сборы упали на 9 процентов — до 2,1 млрд рублей.", (2.1e9, "RUB", "Сборы")),
    ],
)
def test_the_level_behind_a_share_of_growth_is_of_what_grew(tag: str, text: str, row: Row) -> None:
    assert rows(text, tag)[1] == row


@pytest.mark.parametrize(
    ("text", "values", "change"),
    [
        ("Ставка налога повышена с 12 до 15 процентов.", [12, 15], 3),
        ("Цена газа вырастет со 100 до 150 сомов.", [100, 150], 50),
    ],
)
def test_russian_from_one_figure_to_another_is_a_change(text: str, values: list[float], change: float) -> None:
    found = read(text, "ru")
    assert [item.value for item in found] == values
    assert found[1].change == Change(difference=change)


def test_russian_between_two_bounds_is_a_range():
    (found,) = read("Цена составит от 100 до 150 сомов.", "ru")
    assert (found.low, found.high) == (100, 150)


@pytest.mark.parametrize(
    ("tag", "text", "change"),
    [
        (
            "en",
            "Inflation eased to a 2.8% annual pace in June, up from 2.1% in May.",
            Change("2024-05", difference=0.7),
        ),
        ("ru", "Инфляция выросла до 8,9% в годовом выражении с 8,3% в мае.", Change("2024-05", difference=0.6)),
    ],
)
def test_terms_may_stand_between_two_figures(tag: str, text: str, change: Change) -> None:
    assert dated(text, tag)[0][2] == change


def test_last_years_in_an_adjective_is_compared_with():
    text = "Собрано 2 млн тонн зерна, это на 300 тысяч тонн больше прошлогоднего."
    assert dated(text, "ru")[1][2] == Change("2023", difference=300_000)


def test_votes_against_are_no_earlier_figure():
    assert all(item.change is None for item in read("За закон проголосовали 67 депутатов, против — 21.", "ru"))


def test_what_another_thing_in_brackets_counts_is_no_earlier_figure():
    found = dated("Показатель упал на 3,2% (в 2023 году родились 1,26 млн детей).", "ru")
    assert found[0][2] == Change(factor=0.968)


@pytest.mark.parametrize(
    ("tag", "text", "when"),
    [
        ("en", "Ulba Steel was founded in 1955 and has 900 workers.", None),
        ("en", "Ulba Steel was founded in 1955 with 900 workers.", "1955"),
        ("ru", "Завод построен в 1955 году, там работают 900 человек.", None),
    ],
)
def test_when_something_began_dates_nothing_behind_another_verb(tag: str, text: str, when: str | None) -> None:
    assert [period for _, period, _ in dated(text, tag)] == [when]


def test_a_comparison_reaches_over_no_semicolon():
    found = dated("За год мазут подорожал на 22 процента; к весне возможны убытки.", "ru")
    assert found[0][2] == Change(factor=1.22)


@pytest.mark.parametrize(
    ("tag", "text", "measure", "factor"),
    [
        ("en", "The ministry cut its forecast by 4.5 percent.", "forecast", 0.955),
        ("ru", "Завод нарастил выпуск угля в карьере на 10%.", "выпуск угля", 1.1),
        ("ru", "На 7,5% выросли поставки угля.", "поставки угля", 1.075),
        ("ru", "Поставки «Сырдарьи» на рынок выросли на 18%.", "рост: Поставки", 1.18),
    ],
)
def test_by_how_much_the_object_of_a_verb_changed(tag: str, text: str, measure: str, factor: float) -> None:
    (found,) = read(text, tag)
    assert (found.measure, found.change) == (measure, Change(factor=factor))


def test_a_share_that_is_no_change_of_the_object_stands_as_it_is():
    (found,) = read("Завод купил акции банка на 10%.", "ru")
    assert found.change is None


def test_the_level_stands_behind_a_comparison():
    found = dated("Экспорт упал на 17% по сравнению с мартом — до 40 млн рублей.", "ru")
    rows_found = rows("Экспорт упал на 17% по сравнению с мартом — до 40 млн рублей.", "ru")
    assert found[0][2] == Change("2024-03", factor=0.83)
    assert rows_found[-1][0] == 40_000_000


def test_an_earlier_figure_may_have_a_name():
    found = dated(
        "India put its crop at 129.5 million tonnes against an earlier estimate of 127.5 million tonnes.", "en"
    )
    assert found[0][2] == Change(difference=2_000_000)


def test_another_thing_is_no_earlier_figure():
    found = rows("Ulba Farms had a loss of 4 million roubles, compared with a profit of 9 million roubles.", "en")
    assert [measure for _, _, measure in found] == ["loss", "profit"]


def test_a_noun_with_a_sum_goes_before_who_is_fined():
    assert rows("Суд назначил штраф в 5 млн рублей бывшему министру.", "ru")[0][2] == "штраф"


def test_a_level_stands_behind_an_earlier_figure_in_brackets() -> None:
    text = "Товарооборот вырос на 7 % по сравнению с 2023 годом (24 млн тонн) - до 26 млн тонн."
    page = Page(Document(text, published="2024-08-15"), "ru")
    found = find_quantities(page, find_times(page), EntityIndex())
    assert [item.measure for item in found if item.value == 26e6] == ["Товарооборот"]
