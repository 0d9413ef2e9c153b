"""Kazakh words that only look like names, and names whose endings hide them."""

import pytest

from sholu.model.document import Document
from sholu.model.reading import Reading
from sholu.reading.reader import make_reader


def read(text: str) -> Reading:
    return make_reader(engine="exact").read(Document(text, published="2024-06-15", language="kk"))


@pytest.mark.parametrize("text", ["Апта ішінде қар жауды.", "Хатта ауыр айып бар."])
def test_ordinary_words_that_open_a_sentence(text: str) -> None:
    assert read(text).entities == ()


@pytest.mark.parametrize("text", ["Кремльдің өкілі үндемеді.", "Кеше Кремльге хат келді."])
def test_endings_behind_a_soft_sign(text: str) -> None:
    assert [one.same_as.get("pack") for one in read(text).entities] == ["ca:ru-presidency"]


def test_an_abbreviation_is_written_so() -> None:
    assert [one.kind for one in read("Бұл туралы АП хабарлады.").entities] == ["outlet"]


def mentions(text: str) -> dict[str, list[str]]:
    return {one.name: [mention.span.of(text) for mention in one.mentions] for one in read(text).entities}


def test_a_noun_behind_a_quoted_name_has_its_ending() -> None:
    assert "сот" not in mentions("Кеше «Шолу» сот процесін баяндады. Сот процесі мамырда басталды.").get("Шолу", [])


def test_two_nouns_of_one_kind_are_two_bodies() -> None:
    text = "Жол ашылды, деп хабарлайды Дала ақпарат агенттігі жемқорлыққа қарсы іс-қимыл агенттігіне сілтеме жасап."
    assert all(name.count("агенттігі") < 2 for name in mentions(text))


@pytest.mark.parametrize(
    ("body", "told"),
    [("Ішкі қауіпсіздік департаменті", 1), ("Тараз облыстық полиция департаменті", 2)],
)
def test_a_narrower_noun_means_a_body_of_that_name(body: str, told: int) -> None:
    found = mentions(f"Жиынға ҚР {body} келді. Кейін полиция департаменті түсініктеме берді.")
    assert next(len(words) for name, words in found.items() if name.endswith("департаменті")) == told
