"""What the learned half says of one text: spans in layers, and answers about spans and pairs of spans."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from sholu.model.span import Span
from sholu.reading.learned.pieces import Numbers, Pieces
from sholu.reading.learned.weights import Weights

Floats = npt.NDArray[np.float32]
States = npt.NDArray[np.floating[Any]]
Flags = npt.NDArray[np.bool_]

Pair = tuple[Span, Span]

PAIRS = 4096
"""Pairs that are asked about at once: bounds the memory."""


class Mark(NamedTuple):
    """A span of one layer: its label, and the mean probability over its pieces that they stand in a span."""

    span: Span
    label: str
    probability: float


class Answers(NamedTuple):
    """What the linker says of spans and pairs, in the order asked, as probabilities.

    `relations` (pairs, relations), each by itself; `dyads` (pairs, types) sum to one. `answers` (spans, values of all
    attributes side by side). A pair of which no window holds both ends is answered with zeros.
    """

    relations: Floats
    dyads: Floats
    answers: Floats


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
        self._pieces, self._states, self._flags = pieces, states, flags
        self._starts: list[int] = pieces.starts.tolist()
        self._ends: list[int] = pieces.ends.tolist()
        self._stops = [window.stop for window in pieces.windows]
        opens = _word_openings(text, pieces)
        self._inside, self._label, self._begins = (
            _by_word(opens, inside),
            label[:, opens],
            begins[:, opens] & _first(opens),
        )
        self._numbers = {name: number for number, name in enumerate(weights.layers)}
        self._decoded: dict[tuple[str, float], list[Mark]] = {}

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
        found: list[Mark] = []
        longest = 0
        for mark in self.layer(name, least):
            before = found[-1] if found else None
            if before is not None and self._bridges(name, Span(before.span.end, mark.span.start), gap, between):
                length = mark.span.end - mark.span.start
                label = mark.label if length > longest else before.label
                longest = max(longest, length)
                span = before.span.join(mark.span)
                found[-1] = Mark(span, label, self.share(name, span))
            else:
                found.append(mark)
                longest = mark.span.end - mark.span.start
        return found

    def _bridges(self, name: str, between: Span, gap: int, least: float) -> bool:
        if between.end - between.start > gap or "\n" in between.of(self.text):
            return False
        return not between.of(self.text).strip() or self.share(name, between) >= least

    def share(self, name: str, span: Span) -> float:
        """The mean probability over the pieces of `span` that they stand in a span of this layer."""
        first, last = self.range(span)
        return float(self._inside[self._numbers[name], first:last].mean()) if first < last else 0.0

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
        first = bisect_right(self._ends, span.start)
        return first, max(first, bisect_left(self._starts, span.end))

    def related(self, relation: str, pairs: Sequence[Pair]) -> list[float]:
        """For each pair (head, tail) the probability that it stands in this relation."""
        found = self.ask([], pairs).relations
        return [float(row[self.weights.relations[relation].column]) for row in found]

    def answers(self, attribute: str, spans: Sequence[Span]) -> list[dict[str, float]]:
        """For each span the probability of each value of this attribute."""
        asked = self.weights.attributes[attribute]
        found = self.ask(spans, []).answers[:, asked.columns]
        return [dict(zip(asked.values, row.tolist(), strict=True)) for row in found]

    def ask(self, spans: Sequence[Span], pairs: Sequence[Pair]) -> Answers:
        """All that the linker says of these spans and pairs."""
        weights = self.weights
        width = sum(len(attribute.values) for attribute in weights.attributes.values())
        found = Answers(
            np.zeros((len(pairs), len(weights.relations)), np.float32),
            np.zeros((len(pairs), len(weights.dyads)), np.float32),
            np.zeros((len(spans), width), np.float32),
        )
        by_window: dict[int, tuple[list[int], list[int]]] = {}
        for number, span in enumerate(spans):
            if (window := self._window((span,))) is not None:
                by_window.setdefault(window, ([], []))[0].append(number)
        for number, pair in enumerate(pairs):
            if (window := self._window(pair)) is not None:
                by_window.setdefault(window, ([], []))[1].append(number)
        for window, (alone, together) in sorted(by_window.items()):
            for start in range(0, max(1, len(together)), PAIRS):
                part = together[start : start + PAIRS]
                self._link(window, alone if not start else [], part, spans, pairs, found)
        return found

    def _window(self, spans: Iterable[Span]) -> int | None:
        """The window that holds these spans whole, and best in its middle; None if none holds a piece of each."""
        ranges = [self.range(span) for span in spans]
        first, stop = min(start for start, _ in ranges), max(end for _, end in ranges)
        if any(start >= end for start, end in ranges):
            return None
        best: tuple[int, int] | None = None
        for number in range(bisect_right(self._stops, first), len(self._stops)):
            window = self._pieces.windows[number]
            if window.first >= stop:
                break
            if any(end <= window.first or start >= window.stop for start, end in ranges):
                continue
            room = min(first - window.first, window.stop - stop)
            if best is None or room > best[0]:
                best = (room, number)
        return best[1] if best else None

    def _link(
        self,
        window: int,
        alone: list[int],
        together: list[int],
        spans: Sequence[Span],
        pairs: Sequence[Pair],
        found: Answers,
    ) -> None:
        place = self._pieces.windows[window]
        rows: dict[tuple[int, int], int] = {}

        def row(span: Span) -> int:
            first, stop = self.range(span)
            pieces = (max(first, place.first) - place.first + 1, min(stop, place.stop) - place.first)
            return rows.setdefault(pieces, len(rows))

        spans_at = [row(spans[number]) for number in alone]
        heads = [row(pairs[number][0]) for number in together]
        tails = [row(pairs[number][1]) for number in together]
        asked = {
            "states": self._states[window][None].astype(np.float32, copy=False),
            "owners": np.zeros(len(rows), np.int64),
            "spans": np.array(list(rows), np.int64).reshape(-1, 2),
            # The linker wants a pair at least: of a question about spans alone, one that nobody looks at.
            "heads": np.array(heads or [0], np.int64),
            "tails": np.array(tails or [0], np.int64),
        }
        relations, dyads, answers = self.weights.linker.run(["relations", "dyads", "answers"], asked)
        if together:
            found.relations[together] = 1 / (1 + np.exp(-relations))
            found.dyads[together] = _softmax(dyads)
        for number, at in zip(alone, spans_at, strict=True):
            for attribute in self.weights.attributes.values():
                values = answers[at, attribute.columns]
                found.answers[number, attribute.columns] = (
                    1 / (1 + np.exp(-values)) if attribute.many else _softmax(values[None])[0]
                )

    def _decode(self, name: str, least: float) -> list[Mark]:
        number, labels = self._numbers[name], self.weights.layers[name].labels
        inside, label, begins = self._inside[number], self._label[number], self._begins[number]
        starts, ends = self._pieces.starts, self._pieces.ends
        runs: list[list[int]] = []  # first piece, last piece
        for place in np.flatnonzero((inside >= least) & (starts < ends)).tolist():
            fresh = begins[place] or (runs and label[place] != label[runs[-1][1]])
            if runs and not fresh and self._goes_on(runs[-1][1], place):
                runs[-1][1] = place
            else:
                runs.append([place, place])
        found: list[Mark] = []
        for first, last in runs:
            span = Span(int(starts[first]), int(ends[last]))
            votes = np.bincount(label[first : last + 1], inside[first : last + 1])
            mark = Mark(span, labels[int(votes.argmax())], float(inside[first : last + 1].mean()))
            found.append(mark)
        return found

    def _goes_on(self, last: int, place: int) -> bool:
        """Whether no visible piece stands between the two."""
        return place == last + 1 or all(
            self._pieces.starts[between] >= self._pieces.ends[between] for between in range(last + 1, place)
        )


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


def _softmax(logits: Floats) -> Floats:
    found = np.exp(logits - logits.max(-1, keepdims=True))
    return np.asarray(found / found.sum(-1, keepdims=True), np.float32)
