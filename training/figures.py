"""Counting what is right: precision, recall and F1 of spans and pieces where targets may leave things open."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from training.decode import Found, decode
from training.labels import OUTSIDE

Allowed = npt.NDArray[np.bool_]
"""One row for each piece: which tags are right."""


@dataclass(slots=True)
class Count:
    """Right, wrongly found and missed."""

    right: int = 0
    wrong: int = 0
    missed: int = 0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall; 0 when there was nothing to find and nothing was found."""
        whole = 2 * self.right + self.wrong + self.missed
        return 2 * self.right / whole if whole else 0.0

    def add(self, right: int, wrong: int, missed: int) -> None:
        """Count these too."""
        self.right += right
        self.wrong += wrong
        self.missed += missed


def count_pieces(count: Count, tags: Sequence[int], allowed: Allowed) -> None:
    """Compare tags piece by piece; begin and inside of a label are the same."""
    for tag, row in zip(tags, allowed, strict=True):
        if row.all():
            continue
        inside = not row[OUTSIDE]
        if tag == OUTSIDE:
            count.add(0, 0, int(inside))
        elif inside:
            begin = tag - 1 + tag % 2
            right = bool(row[begin] or row[begin + 1])
            count.add(int(right), int(not right), int(not right))
        elif not row[tag]:
            count.add(0, 1, 0)


def count_spans(count: Count, tags: Sequence[int], allowed: Allowed) -> None:
    """Compare whole spans; found ones that lie where the targets leave things open are neither right nor wrong."""
    gold = {(first, last): labels for first, last, labels in _gold(allowed)}
    right = 0
    wrong = 0
    for found in decode(tags):
        labels = gold.get((found.first, found.last))
        if labels is not None and found.label in labels:
            right += 1
        elif not _is_open(found, allowed):
            wrong += 1
    count.add(right, wrong, len(gold) - right)


def _gold(allowed: Allowed) -> list[tuple[int, int, frozenset[int]]]:
    """The spans of the targets with the labels that each may have."""
    found: list[tuple[int, int, frozenset[int]]] = []
    for place, row in enumerate(allowed):
        if row[OUTSIDE]:
            continue
        tags = np.flatnonzero(row)
        labels = frozenset(((tags - 1) // 2).tolist())
        starts = bool((tags % 2 == 1).any())
        if not starts and found and found[-1][1] == place - 1:
            found[-1] = (found[-1][0], place, found[-1][2])
        else:
            found.append((place, place, labels))
    return found


def _is_open(found: Found, allowed: Allowed) -> bool:
    rows = allowed[found.first : found.last + 1]
    tags = [1 + 2 * found.label, 2 + 2 * found.label]
    return bool((rows[:, OUTSIDE] & rows[:, tags].any(1)).any())
