"""Asking the tagger about a text, window by window."""

from collections.abc import Iterable
from typing import Any

import numpy as np
import numpy.typing as npt

from sholu.reading.learned.marks import Marks
from sholu.reading.learned.pieces import Pieces, Window, cut
from sholu.reading.learned.weights import Layer, Weights

Floats = npt.NDArray[np.float32]

_AT_ONCE = 8
"""Windows whose tags are held at once: bounds the memory."""
_MANY = 64
"""Windows from which a text counts as long: some 10,000 words."""


class _Answer:
    """What is kept of the tagger's answers about one text."""

    def __init__(self, pieces: Pieces, weights: Weights) -> None:
        count, layers = len(pieces.ids), len(weights.layers)
        self.inside = np.zeros((layers, count), np.float32)
        self.label = np.zeros((layers, count), np.uint8)
        self.begins = np.zeros((layers, count), bool)
        self.flags = np.zeros((count, len(weights.flags)), np.float32)
        # Of a long text the states are kept in half the bytes.
        self.kept_as: type[np.floating[Any]] = np.float16 if len(pieces.windows) > _MANY else np.float32
        self.states: list[npt.NDArray[np.floating[Any]]] = []


def mark(text: str, weights: Weights) -> Marks:
    """The marks of a text.

    Windows are read one by one: the 8-bit encoder scales its numbers by all that it reads at once, so that together
    the answers about one window would depend on the others; and on a CPU larger batches are not quicker.
    """
    pieces = cut(text, weights)
    answer = _Answer(pieces, weights)
    for start in range(0, len(pieces.windows), _AT_ONCE):
        windows = pieces.windows[start : start + _AT_ONCE]
        # What is told of the tags costs by the call: it is told of a few windows together.
        tags = np.concatenate([_ask(window, pieces, answer, weights) for window in windows])
        kept = slice(windows[0].kept_first, windows[-1].kept_stop)
        _keep(answer, kept, tags, weights.layers.values())
    return Marks(text, pieces, weights, answer.inside, answer.label, answer.begins, answer.states, answer.flags)


def _ask(window: Window, pieces: Pieces, answer: _Answer, weights: Weights) -> Floats:
    """The tags of the pieces that are kept of a window, all layers side by side; states and flags are put down."""
    inner = pieces.ids[window.first : window.stop]
    ids = np.concatenate([[weights.start], inner, [weights.end]])[None]
    states, tags, flags = weights.tagger.run(["states", "tags", "flags"], {"ids": ids})
    answer.states.append(states[0].astype(answer.kept_as, copy=False))
    kept = slice(window.kept_first, window.kept_stop)
    seen = slice(1 + window.kept_first - window.first, 1 + window.kept_stop - window.first)
    answer.flags[kept] = flags[0, seen]
    found: Floats = tags[0, seen]
    return found


def _keep(answer: _Answer, kept: slice, logits: Floats, layers: Iterable[Layer]) -> None:
    """The probability that a piece stands in a span at all, its likeliest label, and whether it begins a span."""
    columns = [layer.columns for layer in layers]
    # Of each layer first the tag "outside", then all others: what is not summed by layer is told of all at once.
    edges = [edge for column in columns for edge in (column.start, column.start + 1)]
    top = np.maximum.reduceat(logits, edges, axis=1)[:, 1::2]
    sizes = [column.stop - column.start for column in columns]
    shares = np.add.reduceat(np.exp(logits - np.repeat(top, sizes, axis=1)), edges, axis=1)
    # log sum exp of all tags but "outside", set against "outside"
    margin = np.log(shares[:, 1::2]) + top - logits[:, edges[::2]]
    answer.inside[:, kept] = (1 / (1 + np.exp(-margin))).T
    for number, column in enumerate(columns):
        best = logits[:, column.start + 1 : column.stop].argmax(1)
        answer.label[number, kept] = best // 2
        answer.begins[number, kept] = best % 2 == 0
