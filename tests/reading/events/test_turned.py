"""Objects that stand before their verbs, and words that stand before one another's deeds."""

import pytest

from sholu.model.document import Document
from sholu.model.reading import Event
from sholu.reading.entities import EntityIndex
from sholu.reading.events import find_events
from sholu.reading.page import Page


def _events(text: str) -> list[Event]:
    return find_events(Page(Document(text, published="2024-03-05"), "en"), EntityIndex(), [])


def _types(text: str) -> set[tuple[str, str | None]]:
    return {(event.type, event.mode) for event in _events(text)}


@pytest.mark.parametrize(
    ("text", "type", "mode"),
    [
        ("The bill was passed on Tuesday.", "LEGISLATE", None),
        ("The law, which parliament adopted in May, caps rents.", "LEGISLATE", None),
        ("Deliveries of coal have been halted.", "SANCTION", "discontinue"),
        ("The accounts of the firm were frozen.", "COERCE", "seize"),
        ("Charges were brought against the trader.", "CHARGE", None),
        ("The loan has been frozen.", "SANCTION", "discontinue"),
        ("A state of emergency was declared in the province.", "COERCE", "martial-law"),
    ],
)
def test_an_object_before_its_verb_tells_what_one_behind_it_would(text: str, type: str, mode: str | None) -> None:
    assert (type, mode) in _types(text), _events(text)


@pytest.mark.parametrize(
    ("text", "type"),
    [
        ("The bill collector was passed by a bus.", "LEGISLATE"),
        ("The law student was adopted as a child.", "LEGISLATE"),
        ("The court threw out an appeal lodged by a widow.", "ACCUSE"),
    ],
)
def test_a_noun_inside_the_object_or_in_another_deed_tells_nothing(text: str, type: str) -> None:
    assert type not in {event.type for event in _events(text)}, _events(text)


@pytest.mark.parametrize(
    ("text", "types"),
    [
        ("Norland undertook to release the sailors.", ["AGREE"]),
        ("Norland threatened to arrest the consul.", ["THREATEN"]),
        ("The trader was jailed for embezzling grain.", ["SENTENCE"]),
        ("The trader was accused of having stolen a boat.", ["ACCUSE"]),
        ("Gunmen ambushed a convoy, killing two guards.", ["ASSAULT"]),
    ],
)
def test_what_a_deed_is_about_is_no_second_one(text: str, types: list[str]) -> None:
    assert [event.type for event in _events(text)][:2] == types


def test_a_deed_after_another_of_the_same_doer_counts() -> None:
    assert {"AGREE", "COERCE"} <= {
        event.type for event in _events("Norland agreed to talks and arrested two smugglers.")
    }


@pytest.mark.parametrize(
    ("text", "type", "mode"),
    [
        ("Miners occupied the offices and surrounded the depot.", "PROTEST", "obstruct"),
        ("Students seized the office of the rector.", "PROTEST", "obstruct"),
        ("Soldiers surrounded the depot.", "MOBILIZE", "troops"),
        ("Gunmen seized two engineers near Gulu.", "ASSAULT", "abduct"),
        ("Customs officers seized two tons of sugar.", "COERCE", "seize"),
        ("The inspectorate fined the mill.", "SANCTION", None),
        ("The court fined the trader.", "SENTENCE", None),
    ],
)
def test_some_deeds_are_what_they_are_by_who_does_them(text: str, type: str, mode: str | None) -> None:
    assert (type, mode) in _types(text), _events(text)


@pytest.mark.parametrize(
    "text",
    [
        '"We have paid for this twice," protested the baker.',
        "A clerk asked for anonymity.",
        "The envoy begged to differ.",
        "Nineteen people were treated for burns.",
    ],
)
def test_how_something_was_said_is_no_deed(text: str) -> None:
    assert _events(text) == []
