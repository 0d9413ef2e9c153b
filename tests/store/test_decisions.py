from pathlib import Path

import pytest

from sholu.errors import InputError
from sholu.library import Library
from sholu.model.document import Document

ARTICLES = (
    Document("Mayor Ann Lee opened the bridge in London on March 2.", published="2026-03-03", language="en"),
    Document("Anna Leigh, the mayor of London, closed the bridge on March 4.", published="2026-03-05", language="en"),
)


@pytest.fixture
def library(tmp_path: Path):
    with Library.open(tmp_path / "press.sqlite") as opened:
        list(opened.add(ARTICLES))
        yield opened


def the(library: Library, name: str) -> str:
    (found,) = library.knowledge().named(name)
    return found.id


def test_two_people_become_one_and_two_again(library: Library):
    one, other = the(library, "Ann Lee"), the(library, "Anna Leigh")
    assert one != other
    number = library.decide("same", one, other, why="one person, two spellings", by="desk")
    assert the(library, "Ann Lee") == the(library, "Anna Leigh")
    library.undo(number)
    assert the(library, "Ann Lee") != the(library, "Anna Leigh")
    (row,) = library.decisions()
    assert (row.by, row.why, row.undone is None) == ("desk", "one person, two spellings", False)


def test_a_decision_outlives_a_rebuild(library: Library):
    library.decide("same", the(library, "Ann Lee"), the(library, "Anna Leigh"), why="same")
    list(library.rebuild())
    assert the(library, "Ann Lee") == the(library, "Anna Leigh")


def test_wrong_decisions_are_told(library: Library):
    person, place = the(library, "Ann Lee"), the(library, "London")
    for left, right, code in (
        (person, "p-none", "id-unknown"),
        (person, place, "decision-wrong"),
        (person, person, "decision-wrong"),
    ):
        with pytest.raises(InputError) as caught:
            library.decide("same", left, right, why="")
        assert caught.value.code == code
    with pytest.raises(InputError) as caught:
        library.undo(7)
    assert caught.value.code == "decision-unknown"
