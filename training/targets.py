"""Targets that leave something open: each is a set of tags, any of which is right.

An organisation of a set that knows no outlets may be either; a hidden stretch may be anything. The loss of a piece is
the logarithm of the whole probability that its set of tags gets, so an open target teaches only what it rules out.
"""

from collections.abc import Sequence
from functools import cache

import numpy as np
import numpy.typing as npt

from training.labels import OUTSIDE, layers

ANYTHING = 0
"""The number of the set of all tags."""


class TargetTable:
    """Numbers for the sets of tags that occur, by layer. `ANYTHING` teaches nothing."""

    def __init__(self) -> None:
        self._sets: dict[str, list[tuple[int, ...]]] = {
            name: [tuple(range(len(layer.tags))), (OUTSIDE,)] for name, layer in layers().items()
        }
        self._numbers: dict[str, dict[tuple[int, ...], int]] = {
            name: {tags: number for number, tags in enumerate(sets)} for name, sets in self._sets.items()
        }

    def number(self, layer: str, tags: Sequence[int]) -> int:
        """The number of this set of tags."""
        key = tuple(sorted(tags))
        numbers = self._numbers[layer]
        if key not in numbers:
            numbers[key] = len(self._sets[layer])
            self._sets[layer].append(key)
        return numbers[key]

    def outside(self, layer: str, open_labels: Sequence[str]) -> int:
        """The number for a piece that stands in no span, unless in one of these labels, which were not marked."""
        begins = [layers()[layer].begin(label) for label in open_labels]
        return self.number(layer, (OUTSIDE, *begins, *(tag + 1 for tag in begins)))

    def allowed(self, layer: str) -> npt.NDArray[np.bool_]:
        """One row for each number: which tags are in the set."""
        sets = self._sets[layer]
        found = np.zeros((len(sets), len(layers()[layer].tags)), bool)
        for number, tags in enumerate(sets):
            found[number, list(tags)] = True
        return found


@cache
def target_table() -> TargetTable:
    """The one table of this process; numbers are given in the order in which the data is read."""
    return TargetTable()
