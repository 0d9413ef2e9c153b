"""What a cluster of finds says of its country, whenever it is asked."""

import pytest

from sholu.reading.names.clusters import Cluster
from sholu.reading.names.finds import Find


def find(first: int, country: str | None, key: str | None = None) -> Find:
    return Find(first, first, "place", 50, country=country, key=key)


@pytest.mark.parametrize(
    ("finds", "gathered", "ordered"),
    [
        ([], None, None),
        ([find(3, None)], None, None),
        ([find(3, "PL"), find(1, "BG")], "PL", "BG"),
        ([find(3, "PL"), find(1, "BG"), find(5, "KZ", "t:1")], "KZ", "KZ"),
        ([find(7, "KG", "t:1"), find(1, "BG"), find(5, "KZ", "t:1")], "KG", "KZ"),
    ],
)
def test_the_country_is_the_first_that_was_looked_up_else_the_first_said(
    finds: list[Find], gathered: str | None, ordered: str | None
) -> None:
    group = Cluster("place")
    for one in finds:
        group.add(one)
        assert group.country == Cluster("place", finds=list(group.finds)).country
    assert group.country == gathered
    group.put_in_order()
    assert group.country == ordered


def test_a_find_put_in_from_outside_is_seen() -> None:
    group = Cluster("place")
    group.add(find(3, None))
    assert group.country is None
    group.finds.append(find(1, "BG"))
    assert group.country == "BG"
