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
