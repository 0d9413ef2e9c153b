import pytest

from sholu.model.document import Document
from sholu.model.span import Span
from sholu.reading.judgements.frames import Frames
from sholu.reading.page import Page


def around(tag: str, text: str, words: str, told: str = "") -> str:
    start = text.index(words)
    frames = Frames(Page(Document(text), tag), [text.index(told)] if told else [])
    return frames.around(Span(start, start + len(words))).of(text)


@pytest.mark.parametrize(
    ("tag", "text", "words"),
    [
        ("en", "It is clear that the dam leaks.", "It is clear"),
        ("en", "It is clear that the dam leaks.", "that the dam leaks"),
        ("ru", "Будем надеяться, что плотина устоит.", "Будем надеяться"),
        ("ru", "Это означает, что плотина течёт.", "что плотина течёт"),
    ],
)
def test_a_frame_and_what_hangs_on_it_are_one(tag: str, text: str, words: str) -> None:
    assert around(tag, text, words) == text.rstrip(".")


def test_who_speaks_is_no_frame() -> None:
    text = "Aida Toktar said that the dam leaks."
    assert around("en", text, "that the dam leaks", told="the dam") == "the dam leaks"


def test_a_whole_statement_stays_as_it_is() -> None:
    words = "The old dam above the town leaks in three places"
    assert around("en", f"{words}, so that the fields are wet.", words) == words


def test_a_language_without_such_a_word_has_no_frames() -> None:
    assert around("kk", "Бөгет ағып жатқаны анық.", "анық") == "анық"
