import pytest
from hypothesis import given
from hypothesis import strategies as st

from sholu.reading.languages import language
from sholu.text.sentences import Stops, paragraphs, sentences
from sholu.text.tokens import tokenise


def split(text: str, tag: str = "en") -> list[str]:
    found = sentences(text, tokenise(text), paragraphs(text), language(tag).stops)
    return [sentence.span.of(text) for sentence in found]


@pytest.mark.parametrize(
    ("tag", "expected"),
    [
        ("en", ["Mr. Lee met Gen. Orr in the U.S. capital.", "They spoke."]),
        ("en", ["“We agree.”", "He left.", "Then he spoke."]),
        ("en", ["Output grew 2.5 percent (Steppe Wire, March 4).", "Exports fell."]),
        ("en", ["The site centrasia.example reported it.", "Others did not!"]),
        ("ru", ["В 2006 г. доходы выросли на 3 млрд. тенге.", "Расходы упали."]),
        ("en", ["It was sold to Plum Inc.", "The firm said no.", "It will close on Jan. 5."]),
        ("en", ["Lot No. 5 went to Co. Plum."]),
        ("ru", ["Он родился в 1970 г.", "После школы он жил в г. Орске.", "Доход — 3 млн.", "Это мало."]),
        ("kk", ["Ол 1970 ж.", "Бұл рас."]),
        ("ru", ["«Мы готовы!» – сказал министр И. И. Орлов.", "Он уехал."]),
        ("kk", ["Үкімет 2006 ж. 3 млрд. теңге бөлді.", "Жұмыс басталды."]),
    ],
)
def test_sentences(tag: str, expected: list[str]):
    assert split(" ".join(expected), tag) == expected


def test_no_sentence_runs_over_a_blank_line():
    assert split("A headline\n\nThe first sentence.") == ["A headline", "The first sentence."]


def test_lines_are_paragraphs_where_there_is_no_blank_line():
    text = "One.\nTwo."
    assert [block.of(text) for block in paragraphs(text)] == ["One.", "Two."]


@given(st.text(alphabet='ab. \n"“”A!?(1', max_size=200))
def test_sentences_hold_every_token_once(text: str):
    tokens = tokenise(text)
    found = sentences(text, tokens, paragraphs(text), Stops())
    assert [i for sentence in found for i in range(sentence.first, sentence.stop)] == list(range(len(tokens)))
