import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console

from sholu.knowledge.model import Passage
from sholu.library import Library
from sholu.model.span import Span
from sholu.publishing.dates import day_words, period_words, sort_key
from sholu.publishing.layout import put
from sholu.publishing.numbers import figure_value, language_names, many, number
from sholu.publishing.wording import Words
from sholu.text.visible import visible


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("2006-01-17", "17 Jan 2006"),
        ("1999-04", "Apr 1999"),
        ("2007~", "about 2007"),
        ("1999-04/2005-03", "Apr 1999 – Mar 2005"),
        ("2006-01-11/..", "11 Jan 2006 – …"),
        ("2025-23", "autumn 2025"),
        ("2025-34", "second quarter of 2025"),
        ("2026-03-04T10:00", "4 Mar 2026"),
        ("199X", "199X"),
        (None, "no date"),
    ],
)
def test_dates_in_words(edtf: str | None, words: str):
    assert day_words(edtf) == words


def test_periods_and_order():
    assert period_words("2026-03-02", "2026-03-02") == "2 Mar 2026"
    assert sorted(["2026-03-02", None, "2025", "2026-03"], key=sort_key) == ["2025", "2026-03", "2026-03-02", None]


@pytest.mark.parametrize(
    ("figure", "words"),
    [
        ((1200, None, None, "count"), "1,200"),
        ((17.5, None, None, "%"), "17.5%"),
        ((None, 200, None, "count"), "more than 200"),
        ((None, None, 5, "kg"), "less than 5 kg"),
        ((None, 20, 30, "%"), "20–30%"),
        ((1.14e12, None, None, "KZT"), "1.14 trillion KZT"),
        ((1234567, None, None, "USD"), "1,234,567 USD"),
        ((1, None, None, "day"), "1 day"),
        ((3, None, None, "day"), "3 days"),
        ((None, None, None, "count"), "?"),
    ],
)
def test_figures_in_words(figure, words: str):
    assert figure_value(*figure) == words


@given(st.floats(allow_nan=False, allow_infinity=False, min_value=-1e15, max_value=1e15))
def test_a_number_in_words_is_the_number(value: float):
    words = number(value).replace(",", "")
    size = {"trillion": 1e12, "billion": 1e9, "million": 1e6}.get(words.partition(" ")[2], 1)
    assert float(words.partition(" ")[0]) * size == pytest.approx(value)


def test_counts_and_languages():
    assert (many(1, "story"), many(2, "story"), many(0, "origin")) == ("1 story", "2 stories", "0 origins")
    assert language_names(["en", "kk", "ru"]) == "English, Kazakh and Russian"
    assert language_names(["ru"]) == "Russian"


@given(st.text(max_size=60))
def test_what_is_shown_has_the_same_length_and_no_controls(text: str):
    shown = visible(text)
    assert len(shown) == len(text)
    assert not any((ord(char) < 32 and char not in "\n\t") or 127 <= ord(char) < 160 for char in shown)


@given(st.text(alphabet="ab кқ-\t", max_size=300), st.integers(20, 120), st.integers(0, 8), st.integers(0, 6))
def test_lines_fit_and_lose_no_word(text: str, width: int, indent: int, hang: int):
    console = Console(width=width, highlight=False)
    with console.capture() as capture:
        put(console, text, indent=indent, hang=hang)
    lines = capture.get().splitlines()
    assert all(len(line) <= max(width, 20 + indent + hang) and line == line.rstrip() for line in lines)
    assert "".join("".join(lines).split()) == "".join(text.split())


def test_a_line_is_the_whole_sentence_without_dateline_and_credit(library: Library):
    words = Words(library.knowledge(), library.store)
    for paper in library.knowledge().papers:
        text = words.text(paper.id)
        if text.startswith("ASTANA, March 4 (Steppe Wire) - "):
            at = text.index("dismissed")
            line = words.line(Passage(paper.id, Span(at, at + 9)))
            assert line.startswith("Kazakhstan's Energy Minister")
            assert line.endswith("Toqsanbayeva.")
            return
    raise AssertionError("the sample is gone")
