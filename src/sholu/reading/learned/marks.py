"""What the learned half says of one text: spans in layers, and answers about spans and pairs of spans."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from sholu.model.span import Span
from sholu.reading.learned.linking import Answers, Floats, Linking, Pair, States
from sholu.reading.learned.pieces import Numbers, Pieces
from sholu.reading.learned.weights import Weights

__all__ = ["Answers", "Mark", "Marks", "Pair"]

Flags = npt.NDArray[np.bool_]
_BLANK = re.compile(r"\n\s*\n")
_OVER_PARAGRAPHS = frozenset({"content"})
"""Layers whose spans may go on behind a blank line: somebody speaks on. No name, party or deed does."""


class Mark(NamedTuple):
    """A span of one layer: its label, and the mean probability over its pieces that they stand in a span."""

    span: Span
    label: str
    probability: float


class Marks:
    """The learned half's answers about one text. Spans are in code points, trimmed to whole words."""

    def __init__(
        self,
        text: str,
        pieces: Pieces,
        weights: Weights,
        inside: Floats,
        label: npt.NDArray[np.uint8],
        begins: Flags,
        states: list[States],
        flags: Floats,
    ) -> None:
        self.text, self.weights = text, weights
        self._pieces, self._flags = pieces, flags
        self._linking = Linking(pieces, weights, states)
        self._starts: list[int] = pieces.starts.tolist()
        self._ends: list[int] = pieces.ends.tolist()
        self._visible: Flags = pieces.starts < pieces.ends
        self._shown: list[int] = [0, *self._visible.cumsum().tolist()]  # visible pieces before each
        opens = _word_openings(text, pieces)
        self._inside, self._label, self._begins = (
            _by_word(opens, inside),
            label[:, opens],
            begins[:, opens] & _first(opens),
        )
        self._opens_paragraph = frozenset(bisect_left(self._starts, blank.end()) for blank in _BLANK.finditer(text))
        self._numbers = {name: number for number, name in enumerate(weights.layers)}
        self._decoded: dict[tuple[str, float], list[Mark]] = {}
        self._bridged: dict[tuple[str, float, int, float], list[Mark]] = {}

    def flag(self, name: str, span: Span | None = None) -> float:
        """The probability that the text, or this stretch of it, has a property, by its most telling pieces."""
        first, stop = self.range(span) if span else (0, len(self._flags))
        logits = self._flags[first:stop, self.weights.flags.index(name)]
        if not len(logits):
            return 0.0
        weight = np.exp(logits - logits.max())
        return float(1 / (1 + np.exp(-(weight * logits).sum() / weight.sum())))

    def layer(self, name: str, least: float = 0.5) -> list[Mark]:
        """The spans of a layer, in order, of pieces that stand in one with at least this probability."""
        key = (name, least)
        if key not in self._decoded:
            self._decoded[key] = self._decode(name, least)
        return self._decoded[key]

    def bridged(self, name: str, least: float, gap: int, between: float) -> list[Mark]:
        """The spans of a layer of long stretches, made whole: neighbours at most `gap` code points apart join.

        What lies between must hold no line break and stand in a span with at least the probability `between`. The
        label is that of the longest part.
        """
        key = (name, least, gap, between)
        if key not in self._bridged:
            self._bridged[key] = self._bridge(name, least, gap, between)
        return self._bridged[key]

    def _bridge(self, name: str, least: float, gap: int, between: float) -> list[Mark]:
        found: list[Mark] = []
        longest, joined = 0, False
        for mark in self.layer(name, least):
            before = found[-1] if found else None
            length = mark.span.end - mark.span.start
            if before is not None and self._bridges(name, Span(before.span.end, mark.span.start), gap, between):
                label = mark.label if length > longest else before.label
                longest, joined = max(longest, length), True
                found[-1] = Mark(before.span.join(mark.span), label, before.probability)
            else:
                if joined:
                    found[-1] = self._weighed(name, found[-1])
                found.append(mark)
                longest, joined = length, False
        if joined:
            found[-1] = self._weighed(name, found[-1])
        return found

    def _weighed(self, name: str, mark: Mark) -> Mark:
        """A mark with the probability of all that it holds."""
        return Mark(mark.span, mark.label, self.share(name, mark.span))

    def _bridges(self, name: str, between: Span, gap: int, least: float) -> bool:
        if between.end - between.start > gap or "\n" in between.of(self.text):
            return False
        return not between.of(self.text).strip() or self.share(name, between) >= least

    def share(self, name: str, span: Span) -> float:
        """The mean probability over the pieces of `span` that they stand in a span of this layer."""
        first, last = self.range(span)
        return _mean(self._inside[self._numbers[name], first:last]) if first < last else 0.0

    def peak(self, name: str, span: Span) -> tuple[str, float]:
        """The label of the piece of `span` that is likeliest to stand in a span of this layer, and how likely."""
        first, last = self.range(span)
        if first >= last:
            return "", 0.0
        number = self._numbers[name]
        place = first + int(self._inside[number, first:last].argmax())
        label = self.weights.layers[name].labels[self._label[number, place]]
        return label, float(self._inside[number, place])

    def at(self, name: str, offsets: Sequence[int]) -> list[tuple[str, float, bool]]:
        """The word at each offset: its likeliest label, how likely it stands in such a span, whether it begins one."""
        if not len(self._pieces.ends) or not offsets:
            return [("", 0.0, False)] * len(offsets)
        number = self._numbers[name]
        labels = self.weights.layers[name].labels
        places = np.minimum(np.searchsorted(self._pieces.ends, offsets, "right"), len(self._pieces.ends) - 1)
        return [
            (labels[label], inside, begins)
            for label, inside, begins in zip(
                self._label[number, places].tolist(),
                self._inside[number, places].tolist(),
                self._begins[number, places].tolist(),
                strict=True,
            )
        ]

    def range(self, span: Span) -> tuple[int, int]:
        """Half-open range of the pieces that have a character of `span`."""
        return self._linking.range(span)

    def related(self, relation: str, pairs: Sequence[Pair]) -> list[float]:
        """For each pair (head, tail) the probability that it stands in this relation."""
        found: list[float] = self.ask([], pairs).relations[:, self.weights.relations[relation].column].tolist()
        return found

    def answers(self, attribute: str, spans: Sequence[Span]) -> list[dict[str, float]]:
        """For each span the probability of each value of this attribute."""
        asked = self.weights.attributes[attribute]
        found = self.ask(spans, []).answers[:, asked.columns]
        return [dict(zip(asked.values, row, strict=True)) for row in found.tolist()]

    def ask(self, spans: Sequence[Span], pairs: Sequence[Pair]) -> Answers:
        """All that the linker says of these spans and pairs."""
        return self._linking.ask(spans, pairs)

    def expect(self, spans: Iterable[Span] = (), pairs: Iterable[Pair] = ()) -> None:
        """Put down what will be asked about: it is asked together with the next question that has no answer yet."""
        self._linking.expect(spans, pairs)

    def _decode(self, name: str, least: float) -> list[Mark]:
        number, names = self._numbers[name], self.weights.layers[name].labels
        inside = self._inside[number]
        chosen = np.flatnonzero((inside >= least) & self._visible)
        if not len(chosen):
            return []
        starts, ends, shown = self._starts, self._ends, self._shown
        breaks: frozenset[int] = frozenset() if name in _OVER_PARAGRAPHS else self._opens_paragraph
        places: list[int] = chosen.tolist()
        labels: list[int] = self._label[number, chosen].tolist()
        runs: list[tuple[int, int, int]] = []  # first piece, last piece, label
        first = before = places[0]
        kind = labels[0]
        for place, label, begins in zip(places[1:], labels[1:], self._begins[number, chosen[1:]].tolist(), strict=True):
            # Pieces of one letter ("ǳ" is cut into d and z) stand in one mark, whatever each is told to be.
            if starts[place] >= ends[before]:
                adjoining = shown[place] == shown[before + 1]  # no visible piece stands between the two
                if not adjoining or begins or label != kind or place in breaks:
                    runs.append((first, before, kind))
                    first, kind = place, label
            before = place
        runs.append((first, before, kind))
        return [
            Mark(
                Span(starts[first], ends[last]),
                names[kind],
                _mean(inside[first : last + 1]) if first < last else float(inside[first]),
            )
            for first, last, kind in runs
        ]


def _word_openings(text: str, pieces: Pieces) -> Numbers:
    """For each piece the number of the first piece of its word; letters and digits side by side are one word."""
    starts, ends = pieces.starts.tolist(), pieces.ends.tolist()
    found = np.arange(len(starts), dtype=np.int64)
    for place in range(1, len(starts)):
        start = starts[place]
        if start == ends[place - 1] and 0 < start < ends[place] and text[start].isalnum() and text[start - 1].isalnum():
            found[place] = found[place - 1]
    return found


def _by_word(opens: Numbers, inside: Floats) -> Floats:
    """Each piece given the mean of its word: a word stands in a span as a whole or not at all."""
    if not len(opens):
        return inside
    firsts = np.flatnonzero(_first(opens))
    sizes = np.diff([*firsts, len(opens)])
    return np.asarray(np.repeat(np.add.reduceat(inside, firsts, axis=1) / sizes, sizes, axis=1), np.float32)


def _first(opens: Numbers) -> Flags:
    """Which pieces are the first of their word."""
    return np.asarray(opens == np.arange(len(opens)), bool)


def _mean(values: Floats) -> float:
    """As `values.mean()`, which takes three times as long for a few values."""
    return float(np.add.reduce(values) / np.float32(len(values)))
