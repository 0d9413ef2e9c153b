import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sholu.model.document import Document
from sholu.reading.numbers import digits_value, read_number
from sholu.reading.page import Page

ENGLISH = {
    "1,200 men": 1200,
    "1 200 men": 1200,
    "1,234,567.89 tonnes": 1234567.89,
    "1.2 tonnes": 1.2,
    "two hundred and five men": 205,
    "twenty-five years": 25,
    "thirty five years": 35,
    "1.2 billion dollars": 1_200_000_000,
    "5bn dollars": 5_000_000_000,
    "25k cars": 25_000,
    "a hundred men": 100,
    "two dozen men": 24,
    "half a million people": 500_000,
    "16.4 trillion tenge": 16_400_000_000_000,
    "two and a half million people": 2_500_000,
    "a million and a half": 1_500_000,
    "one million two hundred thousand five hundred and one": 1_200_501,
    "3 million 200 thousand tonnes": 3_200_000,
    "3 million 200.5 thousand tonnes": 3_200_500,
    "two-thirds of them": 2 / 3,
    "a third of them": 1 / 3,
    "two hundred and three hundred": 200,
}
RUSSIAN = {
    "двадцати пяти лет": 25,
    "двести сорок пять человек": 245,
    "12 345,6 тонны": 12345.6,
    "42 млн 041,8 тыс. тонн": 42_041_800,
    "1.234 человека": 1234,
    "3,5 млрд. долларов": 3_500_000_000,
    "150 тыс. тонн": 150_000,
    "2 миллиарда 300 миллионов тенге": 2_300_000_000,
    "полтора миллиона": 1_500_000,
    "двух с половиной лет": 2.5,
    "две трети депутатов": 2 / 3,
    "треть населения": 1 / 3,
    "полмиллиона человек": 500_000,
    "две целых и три десятых процента": 2.3,
    "миллион долларов": 1_000_000,
    "15-ти человек": 15,
}
KAZAKH = {
    "жиырма бес адам": 25,
    "екі жүз елу бес адам": 255,
    "450 миллион теңге": 450_000_000,
    "1,5 млрд теңге": 1_500_000_000,
    "бір жарым миллион теңге": 1_500_000,
    "мың тоғыз жүз тоқсан бір": 1991,
    "10 мың 200 теңге": 10_200,
    "үштен бірі": 1 / 3,
    "жетпіс төрт бүтін оннан тоғыз пайыз": 74.9,
    "отыз жеті бүтін оннан алты миллиард": 37_600_000_000,
    "150-ден астам адам": 150,
    "отызға жуық адам": 30,
}
CASES = [
    (tag, text, value)
    for tag, cases in (("en", ENGLISH), ("ru", RUSSIAN), ("kk", KAZAKH))
    for text, value in cases.items()
]


def page(text: str, tag: str) -> Page:
    return Page(Document(text), tag)


@pytest.mark.parametrize(("tag", "text", "value"), CASES)
def test_value(tag: str, text: str, value: float) -> None:
    read = read_number(page(text, tag), 0)
    assert read is not None
    assert read.value == pytest.approx(value)
    assert not read.is_ordinal


@pytest.mark.parametrize(
    ("tag", "text", "low", "high"),
    [
        ("en", "thousands of people", 1000, 10_000),
        ("en", "dozens of people", 24, 99),
        ("en", "tens of thousands of dollars", 10_000, 100_000),
        ("ru", "сотни тысяч людей", 100_000, 1_000_000),
        ("kk", "мыңдаған адам", 1000, 10_000),
    ],
)
def test_vague_numbers_have_bounds(tag: str, text: str, low: int, high: int) -> None:
    read = read_number(page(text, tag), 0)
    assert read is not None
    assert (read.low, read.high) == (low, high)


@pytest.mark.parametrize(
    ("tag", "text", "value"),
    [("en", "25th", 25), ("en", "twenty-first century", 21),
     ("ru", "25-го числа", 25), ("ru", "две тысячи пятого", 2005),
     ("kk", "5-ші сынып", 5), ("kk", "бесінші", 5)],
)  # fmt: skip
def test_ordinals_are_marked(tag: str, text: str, value: int) -> None:
    read = read_number(page(text, tag), 0)
    assert read is not None
    assert (read.value, read.is_ordinal) == (value, True)


@pytest.mark.parametrize(
    ("tag", "text"), [("en", "a man"), ("en", "men"), ("ru", "человек"), ("kk", "адам"), ("kk", "үшін"), ("en", "a")]
)
def test_other_words_are_no_numbers(tag: str, text: str) -> None:
    assert read_number(page(text, tag), 0) is None


def test_abbreviating_stop_belongs_to_the_number_only_inside_its_sentence() -> None:
    inside, last = page("150 тыс. тонн угля", "ru"), page("Было 150 тыс.", "ru")
    assert inside.tokens[read_number(inside, 0).next].text == "тонн"  # type: ignore[union-attr]
    assert last.tokens[read_number(last, 1).next].text == "."  # type: ignore[union-attr]


@given(st.integers(0, 10**12))
def test_grouped_digits_read_back(value: int) -> None:
    assert digits_value(f"{value:,}", comma_is_decimal=False) == value
    assert digits_value(f"{value:,}".replace(",", " "), comma_is_decimal=True) == value


PIECES = st.sampled_from(
    ["1,2", "12 345", "two", "hundred", "and", "a", "half", "million", "third", "of", "-", ".", "двести", "пять", "тыс",
     "с", "половиной", "жүз", "мың", "үштен", "бірі", "$", "5", "th", "го", " "]
)  # fmt: skip


@settings(max_examples=150)
@given(st.lists(PIECES, min_size=1, max_size=12), st.sampled_from(["en", "ru", "kk"]), st.sampled_from(["", " "]))
def test_any_words_are_read_without_error_and_forward(pieces: list[str], tag: str, joint: str) -> None:
    text = page(joint.join(pieces), tag)
    for i in range(len(text.tokens)):
        read = read_number(text, i)
        assert read is None or i < read.next <= len(text.tokens)
