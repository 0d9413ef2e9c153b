import pytest
from hypothesis import given
from hypothesis import strategies as st

from sholu.corpus.markup import Mark, Marked, parse, write
from sholu.model.span import Span

LETTERS = st.text(alphabet="ab[]\\/:~ \nяқ«.@=0P?", min_size=1, max_size=40)
HEADS = [(sign, id) for id in ("lee", "a1", "e2", "x-y") for sign in ":~^<!>="] + [
    ("@", "2026-03-02"),
    ("@", "P2Y"),
    ("@", "R/P1W"),
    ("@", "2026-01/.."),
    ("@", "1990~"),
    ("@", "2026-01-02T10:30"),
    ("@", "?"),
]


@st.composite
def marked_texts(draw: st.DrawFn) -> Marked:
    text = draw(LETTERS)
    heads = draw(st.lists(st.sampled_from(HEADS), max_size=8, unique=True))
    marks = []
    for sign, id in heads:
        start = draw(st.integers(0, len(text) - 1))
        marks.append(Mark(Span(start, draw(st.integers(start + 1, len(text)))), sign, id))
    return Marked(text, tuple(marks))


def bare(marked: Marked) -> tuple[str, set[Mark]]:
    return marked.text, {mark._replace(line=0) for mark in marked.marks}


@given(marked_texts())
def test_what_is_written_is_read_back(marked: Marked):
    again, problems = parse(write(marked))
    assert problems == []
    assert bare(again) == bare(marked)


@given(st.text(alphabet="ab1[]\\/:~>=@ \n", max_size=60))
def test_any_source_is_read_and_its_spans_lie_in_the_text(source: str):
    marked, _ = parse(source)
    assert all(0 <= mark.span.start < mark.span.end <= len(marked.text) for mark in marked.marks)


@given(st.text(max_size=60))
def test_text_without_marks_comes_back_as_it_was(text: str):
    assert parse(write(Marked(text))) == (Marked(text), [])


def test_marks_nest_and_one_pair_serves_several_items():
    marked, problems = parse("[e1,j2=[lee~the mayor of [osh:Osh]] left]")
    assert problems == []
    assert marked.text == "the mayor of Osh left"
    assert [(mark.id, mark.span.of(marked.text)) for mark in marked.marks] == [
        ("e1", "the mayor of Osh left"),
        ("j2", "the mayor of Osh left"),
        ("lee", "the mayor of Osh"),
        ("osh", "Osh"),
    ]


def test_marks_cross_when_closed_by_name():
    marked, problems = parse("[e1=one [a1>two[/e1=] three]")
    assert problems == []
    assert {mark.id: mark.span.of(marked.text) for mark in marked.marks} == {"e1": "one two", "a1": "two three"}


@pytest.mark.parametrize(
    ("source", "line", "words"),
    [
        ("one\n[lee:two", 2, "never closed"),
        ("one] two", 1, "closes nothing"),
        ("one [/lee:]", 1, "closes nothing"),
        ("one\n\n[two] three", 3, "opens no mark"),
        ("[lee:]", 1, "holds no words"),
        ("[lee:a [lee:b] c]", 1, "again inside itself"),
    ],
)
def test_mistakes_are_told_with_their_line(source: str, line: int, words: str):
    _, problems = parse(source)
    assert words in problems[0].message
    assert problems[0].line == line
    assert problems[0].hint
