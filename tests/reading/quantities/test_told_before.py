"""Letters that stand for money, and figures whose measure, period or change stands with another figure."""

import pytest

from sholu.model.document import Document
from sholu.model.reading import Quantity
from sholu.reading.reader import make_reader
from tests.reading.quantities.test_quantities import read

Sum = tuple[float | None, str]


def figures(text: str, tag: str) -> list[Quantity]:
    return list(make_reader(engine="exact").read(Document(text, published="2024-05-15", language=tag)).quantities)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Packs worth P10 million and P48,489,402 came.", [(1e7, "PHP"), (48489402, "PHP")]),
        ("The plan costs Tk 871.37 billion, or Tk500 each.", [(871370000000, "BDT"), (500, "BDT")]),
        ("India spent Rs. 40 billion and Rs500 crore.", [(4e10, "INR"), (5e9, "INR")]),
        ("Nepal spent Rs 21 and Rs 78 a kilogram.", [(21, "NPR"), (78, "NPR/kg")]),
        ("Nigeria owes N5 billion and ₦3 trillion.", [(5e9, "NGN"), (3e12, "NGN")]),
        ("Kenya pays Sh5 million, Tanzania TSh 5bn, Ghana GH¢3 million.", [(5e6, "KES"), (5e9, "TZS"), (3e6, "GHS")]),
        ("Malaysia gave RM5 million and Brazil R$5 billion.", [(5e6, "MYR"), (5e9, "BRL")]),
        ("It costs Rs 1.5 lakh crore.", [(1.5e12, "INR")]),
    ],
)
def test_letters_before_a_sum_are_money(text: str, wanted: list[Sum]) -> None:
    assert [(item.value, item.unit) for item in figures(text, "en")] == wanted


def test_a_letter_before_a_small_number_is_none():
    assert not any(item.unit in ("PHP", "ZMW", "ZAR") for item in figures("Roads P5 and K2 and R40 are shut.", "en"))


@pytest.mark.parametrize(
    ("tag", "text"),
    [
        ("en", "Ann Lee, 75, was sworn in."),
    ],
)
def test_the_age_beside_a_name_is_no_figure(tag: str, text: str) -> None:
    assert figures(text, tag) == []


def test_a_sum_in_other_terms_parts_no_comparison():
    text = "The mill made $2.2 million, or 40 cents a share, up from $1.5 million, or 27 cents a share, a year earlier."
    change = figures(text, "en")[0].change
    assert change is not None
    assert (change.to, change.difference) == ("2023", 700000)


@pytest.mark.parametrize(
    ("tag", "text", "measures"),
    [
        ("en", "It had a profit of $5 million, or 40 cents a share.", ["profit", "profit"]),
        ("en", "It has a deficit of $5 million, which is 3 percent of its sales.", ["deficit", "deficit"]),
        ("en", "Some 163,000 families fled, with 59,000 coming from Oslo, 32,000 from Bergen.", ["families"] * 3),
        ("en", "He said 26 of the dead were from Osh, nine from Naryn and one from Talas.", ["dead"] * 3),
        ("en", "Chad is a former colony of 26 million.", ["people"]),
        ("en", "He issued 50 building permits.", ["building permits"]),
        ("ru", "Погибли 12 рыбаков из Оша, девять — из Нарына, двое в Баткене.", ["рыбак"] * 3),
        ("ru", "Прибыль увеличилась больше чем на 50%, до 47,5 млрд руб.", ["рост: Прибыль", "Прибыль"]),
        ("ru", "Чистая прибыль завода составила 3 млн долларов.", ["Чистая прибыль завода"]),
        ("ru", "Экспорт увеличился на 16% до 1,6 млрд долларов.", ["рост: Экспорт", "Экспорт"]),
    ],
)
def test_what_a_figure_measures_that_another_tells(tag: str, text: str, measures: list[str]) -> None:
    assert [item.measure for item in figures(text, tag)] == measures


def test_each_share_is_compared_with_the_date_behind_it():
    text = "Выпуск за октябрь вырос на 2% по сравнению с октябрем 2018 года и на 5% по сравнению с сентябрем 2019 года."
    assert [item.change.to for item in figures(text, "ru") if item.change] == ["2018-10", "2019-09"]


def test_a_factor_of_the_next_clause_changes_nothing_here():
    first = figures("Выручка составила 4 млрд рублей, а весь её доход вырос почти в три раза.", "ru")[0]
    assert first.change is None


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("The number of jobless rose by 13.8% to 94,000 in May.", 94000, "count"),
        ("Plants grew 5 percent to 94,000 tonnes.", 94000, "t"),
    ],
)
def test_a_level_behind_a_share_is_no_share(text: str, value: float, unit: str) -> None:
    assert not any(item.value == value and item.unit == "%" for item in read(text, "en"))


@pytest.mark.parametrize(
    ("text", "value"), [("Выручка 4.598 млрд долл.", 4.598e9), ("Выручка 4,598 млрд долл.", 4.598e9)]
)
def test_a_point_before_a_scale_is_decimal(text: str, value: float) -> None:
    assert read(text, "ru")[0].value == value


def test_the_stretch_that_a_figure_is_of_is_not_what_it_is_compared_with():
    text = "Gas sales from January to June made 12 million euros, which is 6% higher than sales for 2023."
    found = figures(text, "en")
    assert [item.period for item in found] == ["2024-01/2024-06"] * 2
    assert found[1].change is not None
    assert found[1].change.to != "2024-01/2024-06"


def test_millions_of_mt_are_metric_tons():
    assert [(item.value, item.unit) for item in read("Imports were 46.9mn mt.", "en")] == [(46.9e6, "t")]
