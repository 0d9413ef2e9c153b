"""Asking the tagger about texts: windows of several texts are read together, sorted by length."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from sholu.reading.learned.marks import Marks
from sholu.reading.learned.pieces import Pieces, Window, cut
from sholu.reading.learned.weights import Weights

Floats = npt.NDArray[np.float32]

BATCH = 1024
"""Pieces, padding included, that are read at once: more is not quicker and takes memory."""


class _Piece(NamedTuple):
    """One window of one text."""

    text: int
    number: int
    window: Window

    @property
    def length(self) -> int:
        return self.window.stop - self.window.first + 2


class _Answer:
    """What is kept of the tagger's answers about one text."""

    def __init__(self, pieces: Pieces, weights: Weights) -> None:
        count, layers = len(pieces.ids), len(weights.layers)
        self.inside = np.zeros((layers, count), np.float32)
        self.label = np.zeros((layers, count), np.uint8)
        self.begins = np.zeros((layers, count), bool)
        self.states: list[npt.NDArray[np.float16]] = [np.zeros((0, 0), np.float16)] * len(pieces.windows)
        self.flags = np.zeros((count, len(weights.flags)), np.float32)


def mark(texts: Sequence[str], weights: Weights) -> list[Marks]:
    """The marks of each text. The answers do not depend on which texts are read together, but for rounding."""
    cuts = [cut(text, weights) for text in texts]
    answers = [_Answer(pieces, weights) for pieces in cuts]
    waiting = [
        _Piece(text, number, window) for text, pieces in enumerate(cuts) for number, window in enumerate(pieces.windows)
    ]
    waiting.sort(key=lambda piece: piece.length)
    for batch in _batches(waiting):
        _ask(batch, cuts, answers, weights)
    return [
        Marks(text, pieces, weights, answer.inside, answer.label, answer.begins, answer.states, answer.flags)
        for text, pieces, answer in zip(texts, cuts, answers, strict=True)
    ]


def _batches(waiting: Sequence[_Piece]) -> Iterator[list[_Piece]]:
    batch: list[_Piece] = []
    for piece in waiting:  # ever longer: the last one says how wide the batch is
        if batch and (len(batch) + 1) * piece.length > BATCH:
            yield batch
            batch = []
        batch.append(piece)
    if batch:
        yield batch


def _ask(batch: list[_Piece], cuts: Sequence[Pieces], answers: Sequence[_Answer], weights: Weights) -> None:
    width = max(piece.length for piece in batch)
    ids = np.full((len(batch), width), weights.pad, np.int64)
    mask = np.zeros((len(batch), width), np.int64)
    for row, piece in enumerate(batch):
        window = piece.window
        ids[row, 0] = weights.start
        ids[row, 1 : piece.length - 1] = cuts[piece.text].ids[window.first : window.stop]
        ids[row, piece.length - 1] = weights.end
        mask[row, : piece.length] = 1
    states, tags, flags = weights.tagger.run(["states", "tags", "flags"], {"ids": ids, "mask": mask})
    for row, piece in enumerate(batch):
        answer, window = answers[piece.text], piece.window
        answer.states[piece.number] = states[row, : piece.length].astype(np.float16)
        kept = slice(window.kept_first, window.kept_stop)
        seen = tags[row, 1 + window.kept_first - window.first : 1 + window.kept_stop - window.first]
        answer.flags[kept] = flags[row, 1 + window.kept_first - window.first : 1 + window.kept_stop - window.first]
        for number, layer in enumerate(weights.layers.values()):
            _keep(answer, number, kept, seen[:, layer.columns])


def _keep(answer: _Answer, layer: int, kept: slice, logits: Floats) -> None:
    """The probability that a piece stands in a span at all, its likeliest label, and whether it begins a span."""
    inner = logits[:, 1:]
    best = inner.argmax(1)
    top = inner[np.arange(len(best)), best]
    # log sum exp of all tags but "outside", set against "outside"
    margin = top + np.log(np.exp(inner - top[:, None]).sum(1)) - logits[:, 0]
    answer.inside[layer, kept] = 1 / (1 + np.exp(-margin))
    answer.label[layer, kept] = best // 2
    answer.begins[layer, kept] = best % 2 == 0
