"""A text cut into the encoder's pieces, and these into overlapping windows."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain, pairwise

import numpy as np
import numpy.typing as npt

from sholu.reading.learned.weights import Weights

Numbers = npt.NDArray[np.int64]

OVERLAP = 16
"""Pieces that a window shares with the one before: each piece is read with at least half of them on either side.

Twice as many, or windows that end with a sentence, read our own dev articles no better.
"""
_SPECIAL = 2
"""Special pieces of a window, one at either end."""
_MULTIPLE = 16
"""Windows of so many pieces, or a multiple, fill the registers of the processor; with a piece more each of its pieces
takes a twentieth longer."""


@dataclass(frozen=True, slots=True)
class Window:
    """A stretch of pieces that is read at once: half-open numbers of pieces, and the part that is kept of it."""

    first: int
    stop: int
    kept_first: int
    kept_stop: int


@dataclass(frozen=True, slots=True, eq=False)
class Pieces:
    """The pieces of one text: ids, offsets in code points (half-open, without the space before a word), windows."""

    ids: Numbers
    starts: Numbers
    ends: Numbers
    windows: tuple[Window, ...]


def cut(text: str, weights: Weights) -> Pieces:
    """The pieces and windows of a text. Every piece is in a window, and is kept of exactly one."""
    encoding = weights.tokenizer.encode(text, add_special_tokens=False)
    ids = np.array(encoding.ids, np.int64)
    offsets = np.fromiter(chain.from_iterable(encoding.offsets), np.int64, 2 * len(ids)).reshape(-1, 2)
    starts, ends = offsets[:, 0].copy(), offsets[:, 1]
    for number in _opening_with_space(text, starts, ends):
        while starts[number] < ends[number] and text[starts[number]].isspace():
            starts[number] += 1
    return Pieces(ids, starts, ends, tuple(windows(len(ids), weights.window - _SPECIAL, OVERLAP)))


def _opening_with_space(text: str, starts: Numbers, ends: Numbers) -> list[int]:
    begins = starts.tolist()
    return [number for number, start in enumerate(begins) if start < len(text) and text[start].isspace()]


def windows(count: int, size: int, overlap: int) -> Iterator[Window]:
    """Windows of at most `size` over `count` pieces, as few and as even as can be; each piece kept of one window."""
    if count <= size:
        if count:
            yield Window(0, count, 0, count)
        return
    number = -(-(count - overlap) // (size - overlap))
    length = min(size, _quick(-(-(count + (number - 1) * overlap) // number)))
    firsts = [place * (count - length) // (number - 1) for place in range(number)]
    edges = [0, *((one + length + other) // 2 for one, other in pairwise(firsts)), count]
    for first, kept in zip(firsts, pairwise(edges), strict=True):
        yield Window(first, first + length, *kept)


def _quick(length: int) -> int:
    """The next larger length with which, both special pieces counted, the encoder is quick."""
    return -(-(length + _SPECIAL) // _MULTIPLE) * _MULTIPLE - _SPECIAL
