import pytest
from hypothesis import given
from hypothesis import strategies as st

from sholu.text.tokens import tokenise


def words(text: str) -> list[str]:
    return [token.text for token in tokenise(text)]


@given(st.text())
def test_every_character_but_white_space_is_in_exactly_one_token(text: str):
    tokens = tokenise(text)
    covered: set[int] = set()
    for i, token in enumerate(tokens):
        assert token.i == i
        assert token.text == text[token.start : token.end]
        assert covered.isdisjoint(range(token.start, token.end))
        covered.update(range(token.start, token.end))
    assert all(text[at].isspace() for at in set(range(len(text))) - covered)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kazakhstan’s budget", ["Kazakhstan", "’s", "budget"]),
        ("Baku-Ceyhan line", ["Baku-Ceyhan", "line"]),
        ("$1.22 billion", ["$", "1.22", "billion"]),
        ("12 345,6 тенге", ["12 345,6", "тенге"]),
        ("in 2007 100 men", ["in", "2007", "100", "men"]),
        ("J. F. Smith of the U.S. army", ["J.", "F.", "Smith", "of", "the", "U.S.", "army"]),
        ("И. И. Петров", ["И.", "И.", "Петров"]),
        ("see http://a.example/b?c=d).", ["see", "http://a.example/b?c=d", ")", "."]),
        ("5kg of don’t", ["5", "kg", "of", "don’t"]),
        ("қаңтардың 17-сі", ["қаңтардың", "17", "-", "сі"]),
    ],
)
def test_tokens(text: str, expected: list[str]):
    assert words(text) == expected


@pytest.mark.parametrize(
    ("word", "shape"),
    [
        ("Osh", "title"),
        ("OSCE", "upper"),
        ("iPhone", "mixed"),
        ("osh", "lower"),
        ("17", "number"),
        ("(", "mark"),
        ("Ө", "title"),
    ],
)
def test_shapes(word: str, shape: str):
    assert tokenise(word)[0].shape == shape


def test_lower_makes_apostrophes_and_hyphens_plain():
    assert [token.lower for token in tokenise("Don’t d’Or Baku‑Ceyhan")] == ["don't", "d'or", "baku-ceyhan"]
