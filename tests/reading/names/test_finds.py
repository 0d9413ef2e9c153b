"""Which of two overlapping finds stays."""

from sholu.reading.names.finds import RANK, Find, settle


def find(first: int, last: int, kind: str, rank: str) -> Find:
    return Find(first, last, kind, RANK[rank])  # type: ignore[arg-type]


def test_place_stays_inside_an_organisation() -> None:
    both = [find(0, 3, "organisation", "organisation"), find(3, 3, "place", "place")]
    assert settle(both) == both


def test_place_inside_a_person_goes() -> None:
    person = find(0, 1, "person", "person")
    assert settle([person, find(1, 1, "place", "place")]) == [person]


def test_crossing_finds_leave_the_stronger() -> None:
    strong = find(0, 2, "organisation", "pack")
    assert settle([find(2, 3, "person", "titled"), strong]) == [strong]


def test_same_stretch_is_taken_once() -> None:
    strong = find(1, 1, "outlet", "pack")
    assert settle([find(1, 1, "organisation", "unknown"), strong]) == [strong]
