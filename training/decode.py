"""From tags to spans of pieces."""

from collections.abc import Sequence
from typing import NamedTuple

from training.labels import OUTSIDE


class Found(NamedTuple):
    """A span of one layer: its first and last piece and the number of its label."""

    first: int
    last: int
    label: int


def decode(tags: Sequence[int]) -> list[Found]:
    """The spans that a sequence of tags of one layer writes. An inside that continues nothing begins a span."""
    found: list[Found] = []
    for place, tag in enumerate(tags):
        if tag == OUTSIDE:
            continue
        label = (tag - 1) // 2
        continues = tag % 2 == 0 and found and found[-1].last == place - 1 and found[-1].label == label
        if continues:
            found[-1] = found[-1]._replace(last=place)
        else:
            found.append(Found(place, place, label))
    return found
