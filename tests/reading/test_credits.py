"""Credits in brackets: outlets, dates, years that are not said, what they cover, and brackets that are none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sholu.model.document import Document
from sholu.packs import Packs
from sholu.packs.model import Outlet, Pack, Place
from sholu.reading.credits import CreditNote, find_credits
from sholu.reading.page import Page

HERALD = Outlet(
    "t:herald", {"en": ("Herald",), "ru": ("Вестник",)}, ("en",), None, "newspaper", domain="herald.example"
)
RIVERTON = Place("t:riverton", {"en": ("Riverton",)}, "city", None)
PACKS = Packs([Pack("t", "Test", "1", outlets=(HERALD,), places=(RIVERTON,))])


def notes(text: str, tag: str = "en", published: str | None = "2006-02-03") -> list[CreditNote]:
    return find_credits(Page(Document(text, published=published), tag), PACKS)


def credits(text: str, tag: str = "en", published: str | None = "2006-02-03") -> list[tuple[str | None, str | None]]:
    return [(credit.outlet_text, credit.date) for note in notes(text, tag, published) for credit in note.credits]


@pytest.mark.parametrize(
    ("bracket", "tag", "expected"),
    [
        ("(Herald, January 18)", "en", [("Herald", "2006-01-18")]),
        ("(Herald, Dec. 30)", "en", [("Herald", "2005-12-30")]),
        ("(Herald, February 4)", "en", [("Herald", "2006-02-04")]),
        ("(Herald, 18 January 2004)", "en", [("Herald", "2004-01-18")]),
        ("(Herald, January 19-21)", "en", [("Herald", "2006-01-19/2006-01-21")]),
        ("(Herald, December 30-January 2)", "en", [("Herald", "2005-12-30/2006-01-02")]),
        ("(Herald, January 3 and 5)", "en", [("Herald", "2006-01-03"), ("Herald", "2006-01-05")]),
        ("(Herald, 24.01.2006)", "en", [("Herald", "2006-01-24")]),
        ("(Herald)", "en", [("Herald", None)]),
        ("(Plum TV, January 3; ibid, January 4)", "en", [("Plum TV", "2006-01-03"), ("Plum TV", "2006-01-04")]),
        ("(Herald, Quill and Reed, May 3)", "en", [(name, "2005-05-03") for name in ("Herald", "Quill", "Reed")]),
        ("(Channel 31, January 3, 2005)", "en", [("Channel 31", "2005-01-03")]),
        ("(Quill.example, January 3)", "en", [("Quill.example", "2006-01-03")]),
        ("(https://quill.example/a?b=1, January 3)", "en", [("quill.example", "2006-01-03")]),
        ("(www.quill.example)", "en", [("quill.example", None)]),
        ("(«Перо», 24 января)", "ru", [("Перо", "2006-01-24")]),
        (
            "(Вестник, 18 января 2006 г.; там же, 19–21 января)",
            "ru",
            [("Вестник", "2006-01-18"), ("Вестник", "2006-01-19/2006-01-21")],
        ),
        ("(газета «Перо», от 30 января)", "ru", [("Перо", "2006-01-30")]),
        ("(«Қалам», 24 қаңтар)", "kk", [("Қалам", "2006-01-24")]),
        ("(Қалам, 2005 жылғы 18 ақпан)", "kk", [("Қалам", "2005-02-18")]),
    ],
)
def test_credits(bracket: str, tag: str, expected: list[tuple[str, str | None]]) -> None:
    assert credits(f"Apples fell {bracket}.", tag) == expected


@pytest.mark.parametrize(
    "bracket",
    [
        "(HC)",
        "(East Riverton Region)",
        "(born January 3)",
        "(Riverton, January 3)",
        "(January 3)",
        "(in May 2004)",
        "(30)",
        "(Smith, 2004)",
        "(see page 3)",
    ],
)
def test_other_brackets_are_left_alone(bracket: str) -> None:
    assert credits(f"Apples fell {bracket} again.") == []


def test_a_dateline_is_no_credit() -> None:
    assert credits("RIVERTON (Herald) - Apples fell.") == []


@pytest.mark.parametrize(("published", "date"), [("2007", "2007-12-03"), ("2007-01", "2006-12-03"), (None, None)])
def test_the_year_follows_what_is_known_of_the_page(published: str | None, date: str | None) -> None:
    assert credits("Apples fell (Herald, December 3).", published=published) == [("Herald", date)]


def test_pack_and_name_stand_beside_the_credit() -> None:
    text = "Apples fell (Herald, January 3; https://herald.example/1)."
    (note,) = notes(text)
    assert note.packs == ("t:herald", "t:herald")
    assert [name.of(text) if name else None for name in note.names] == ["Herald", "https://herald.example/1"]
    assert note.span.of(text) == "(Herald, January 3; https://herald.example/1)"
    assert note.credits[1].url == "https://herald.example/1"


@pytest.mark.parametrize(
    ("text", "covers"),
    [
        ("Rain fell. Apples fell (Herald, May 3).", ["Apples fell"]),
        ("Rain fell. Apples fell. (Herald, May 3)", ["Apples fell."]),
        ("Apples fell (Herald, May 3), while pears grew (Quill, May 4).", ["Apples fell", "while pears grew"]),
        (
            "He said, “Apples fell. Pears grew. All is well” (Herald, May 3).",
            ["He said, “Apples fell. Pears grew. All is well”"],
        ),
        ("Rain fell (Quill, May 1). “It did. It was so” (Herald, May 3).", ["Rain fell", "“It did. It was so”"]),
    ],
)
def test_what_a_credit_covers(text: str, covers: list[str]) -> None:
    assert [note.covers.of(text).strip(" ,") for note in notes(text)] == covers


@given(st.text(alphabet="(); ,.«»Jan МайHerald138-\n“”", max_size=60), st.sampled_from(["en", "ru", "kk"]))
def test_any_text_gives_spans_in_bounds(text: str, tag: str) -> None:
    for note in notes(text, tag):
        spans = [note.span, note.covers, *(credit.span for credit in note.credits), *filter(None, note.names)]
        assert all(0 <= span.start < span.end <= len(text) for span in spans)
        assert len(note.credits) == len(note.names) == len(note.packs) > 0
