import pytest
from hypothesis import given
from hypothesis import strategies as st

from sholu.text.quotes import quotes
from sholu.text.sentences import paragraphs


def inner(text: str) -> list[str]:
    return [quote.inner.of(text) for quote in quotes(text, paragraphs(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He said “yes” and 'no'.", ["yes"]),
        ('He said "yes" and "no".', ["yes", "no"]),
        ("Он сказал: «да», а она – „нет“.", ["да", "нет"]),
        ("АО «Компания «Заря» бастады.", ["Заря"]),
        ("``Yes,'' he said.", ["Yes,"]),
        ("\"Yes,'' he said. \"No.''", ["Yes,", "No."]),
        ("“It’s the people’s ‘right’ now,” he said.", ["It’s the people’s ‘right’ now,", "right"]),
        ('A "first" word, "and then, "he said.', ["first", "and then, "]),
        (
            '"We built "The House" and "The Mill" here", he said.',
            ['We built "The House" and "The Mill" here', "The House", "The Mill"],
        ),
        ("An “open mark without end", []),
    ],
)
def test_quotes(text: str, expected: list[str]):
    assert inner(text) == expected


def test_depth_tells_inner_from_outer():
    text = "«А «б» в»"
    assert [(quote.depth, quote.inner.of(text)) for quote in quotes(text, paragraphs(text))] == [
        (0, "А «б» в"),
        (1, "б"),
    ]


def test_speech_that_runs_over_paragraphs_is_closed_at_each_end():
    text = "“First part.\n\n“Second part,” he said."
    assert inner(text) == ["First part.", "Second part,"]


@given(st.text(alphabet="a “”«»„‘’'`\"\n", max_size=80))
def test_quotes_are_in_bounds_and_hold_something(text: str):
    for quote in quotes(text, paragraphs(text)):
        assert 0 <= quote.outer.start < quote.inner.start < quote.inner.end <= quote.outer.end <= len(text)
