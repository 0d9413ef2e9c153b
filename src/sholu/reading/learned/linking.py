"""Questions about spans and pairs of spans of one text: asked in as few calls as can be, the answers remembered.

What a call costs hardly depends on how much it asks: between two of them the encoder's weights, or another stage, have
taken the linker's place in the caches of the processor.
"""

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

Pair = tuple[Span, Span]

PAIRS = 4096
"""Pairs that are asked about at once: bounds the memory."""
WINDOWS = 8
"""Windows that are asked about at once: likewise."""


class Answers(NamedTuple):
    """What the linker says of spans and pairs, in the order asked, as probabilities.

    `relations` (pairs, relations), each by itself; `dyads` (pairs, types) sum to one. `answers` (spans, values of all
    attributes side by side). A pair of which no window holds both ends is answered with zeros.
    """

    relations: Floats
    dyads: Floats
    answers: Floats


class Linking:
    """The linker's answers about one text."""

    def __init__(self, pieces: Pieces, weights: Weights, states: Sequence[States]) -> None:
        self._weights, self._states = weights, states
        self._starts: list[int] = pieces.starts.tolist()
        self._ends: list[int] = pieces.ends.tolist()
        self._firsts = np.array([window.first for window in pieces.windows], np.int64)
        self._stops = np.array([window.stop for window in pieces.windows], np.int64)
        # All answers so far, and which row of them is whose.
        width = sum(len(attribute.values) for attribute in weights.attributes.values())
        self._known = Answers(
            np.zeros((0, len(weights.relations)), np.float32),
            np.zeros((0, len(weights.dyads)), np.float32),
            np.zeros((0, width), np.float32),
        )
        self._spans: dict[Span, int] = {}
        self._pairs: dict[Pair, int] = {}
        self._group: tuple[int, Floats] | None = None  # the states that were asked last, by their first window
        # Not asked yet, each once and in the order put down.
        self._new_spans: dict[Span, None] = {}
        self._new_pairs: dict[Pair, None] = {}

    def range(self, span: Span) -> tuple[int, int]:
        """Half-open range of the pieces that have a character of `span`."""
        first = bisect_right(self._ends, span.start)
        return first, max(first, bisect_left(self._starts, span.end))

    def expect(self, spans: Iterable[Span] = (), pairs: Iterable[Pair] = ()) -> None:
        """Put down what will be asked about: it is asked together with the next question that has no answer yet."""
        for span in spans:
            if span not in self._spans:
                self._new_spans[span] = None
        for pair in pairs:
            if pair not in self._pairs:
                self._new_pairs[pair] = None

    def ask(self, spans: Sequence[Span], pairs: Sequence[Pair]) -> Answers:
        """All that the linker says of these spans and pairs (head, tail)."""
        self.expect(spans, pairs)
        if any(span in self._new_spans for span in spans) or any(pair in self._new_pairs for pair in pairs):
            self._ask_new()
        rows = np.array([self._pairs[pair] for pair in pairs], np.int64)
        known = self._known
        return Answers(
            known.relations[rows],
            known.dyads[rows],
            known.answers[np.array([self._spans[span] for span in spans], np.int64)],
        )

    def _ask_new(self) -> None:
        spans, pairs = list(self._new_spans), list(self._new_pairs)
        self._new_spans, self._new_pairs = {}, {}
        self._pairs.update(zip(pairs, range(len(self._pairs), len(self._pairs) + len(pairs)), strict=True))
        self._spans.update(zip(spans, range(len(self._spans), len(self._spans) + len(spans)), strict=True))
        fresh = self._answered(spans, pairs)
        self._known = Answers(*(np.concatenate(both) for both in zip(self._known, fresh, strict=True)))

    def _answered(self, spans: Sequence[Span], pairs: Sequence[Pair]) -> Answers:
        numbers: dict[Span, int] = {}
        ends = [
            (numbers.setdefault(head, len(numbers)), numbers.setdefault(tail, len(numbers)))
            for head, tail in [*pairs, *zip(spans, spans, strict=True)]
        ]
        asked = _Asked(
            np.array(ends, np.int64).reshape(-1, 2),
            np.array([self.range(span) for span in numbers], np.int64).reshape(-1, 2),
        )
        windows = self._windows(asked)
        found = Answers(
            *(
                np.zeros((count, known.shape[1]), np.float32)
                for count, known in zip((len(pairs), len(pairs), len(spans)), self._known, strict=True)
            )
        )
        groups = np.where(windows >= 0, windows // WINDOWS, -1)
        for group in np.unique(groups[groups >= 0]).tolist():
            chosen = np.flatnonzero(groups == group)
            together, alone = chosen[chosen < len(pairs)], chosen[chosen >= len(pairs)]
            for start in range(0, max(1, len(together)), PAIRS):
                part = together[start : start + PAIRS]
                rest = alone[:0] if start else alone
                said = self._run(group * WINDOWS, asked, windows, part, rest)
                found.relations[part], found.dyads[part], found.answers[rest - len(pairs)] = said
        return found

    def _windows(self, asked: "_Asked") -> Numbers:
        """For each question the window that holds its spans whole, and best in its middle; -1 where none has both."""
        starts, ends = asked.pieces[:, 0][asked.ends], asked.pieces[:, 1][asked.ends]
        first, stop = starts.min(1), ends.max(1)
        last_start, first_end = starts.max(1), ends.min(1)
        valid = (starts < ends).all(1)
        found, best = np.full(len(first), -1, np.int64), np.full(len(first), -(1 << 40), np.int64)
        # Windows that hold the last piece of what ends first: few, as each piece is in few windows.
        number = np.searchsorted(self._stops, last_start, "right")
        while True:
            there = valid & (number < len(self._stops))
            place = np.where(there, number, 0)
            there &= self._firsts[place] < first_end if len(self._firsts) else False
            if not there.any():
                return found
            room = np.minimum(first - self._firsts[place], self._stops[place] - stop)
            better = there & (room > best)
            found[better], best[better] = number[better], room[better]
            number = number + 1

    def _run(self, first: int, asked: "_Asked", windows: Numbers, together: Numbers, alone: Numbers) -> Answers:
        """The answers about the pairs `together` and the spans `alone`.

        Both are numbers of questions about the `WINDOWS` windows from `first` on.
        """
        count = len(asked.pieces)
        chosen = np.concatenate([together, alone])
        seen, places = np.unique(windows[chosen, None] * count + asked.ends[chosen], return_inverse=True)
        places = places.reshape(-1, 2)
        window, span = seen // count, seen % count
        firsts, stops = self._firsts[window], self._stops[window]
        # Windows open with a special piece.
        spans = np.empty((len(span), 2), np.int64)
        spans[:, 0] = np.maximum(asked.pieces[span, 0], firsts) - firsts + 1
        spans[:, 1] = np.minimum(asked.pieces[span, 1], stops) - firsts
        relations, dyads, answers = self._weights.linker.run(
            ["relations", "dyads", "answers"],
            {
                "states": self._seen(first, int(window[0]), int(window[-1]), int(spans[:, 1].max())),
                "owners": window - window[0],
                "spans": spans,
                # The linker wants a pair at least: of a question about spans alone, one that nobody looks at.
                "heads": places[: len(together), 0] if len(together) else np.zeros(1, np.int64),
                "tails": places[: len(together), 1] if len(together) else np.zeros(1, np.int64),
            },
        )
        count = len(together)
        return Answers(_sigmoid(relations[:count]), _softmax(dyads[:count]), self._values(answers[places[count:, 0]]))

    def _seen(self, first: int, low: int, high: int, last: int) -> Floats:
        """The states of the windows `low` .. `high` of those that are asked about together, from `first` on.

        The linker goes over all that it is given: of a window alone, as most later questions are about, only as far as
        its piece number `last`.
        """
        if low == high:
            return np.asarray(self._states[low][None, : last + 1], np.float32)
        return self._stacked(first)[low - first : high - first + 1]

    def _stacked(self, first: int) -> Floats:
        """The states of the `WINDOWS` windows from `first` on; the shorter ones end in zeros."""
        if self._group is None or self._group[0] != first:
            states = self._states[first : first + WINDOWS]
            found = np.zeros((len(states), max(map(len, states)), states[0].shape[1]), np.float32)
            for number, state in enumerate(states):
                found[number, : len(state)] = state
            self._group = first, found
        return self._group[1]

    def _values(self, logits: Floats) -> Floats:
        found = np.empty_like(logits)
        if not len(logits):
            return found
        for attribute in self._weights.attributes.values():
            values = logits[:, attribute.columns]
            found[:, attribute.columns] = _sigmoid(values) if attribute.many else _softmax(values)
        return found


class _Asked(NamedTuple):
    """Questions: the two spans of each by number (for a span alone twice the same), and the pieces of each span."""

    ends: Numbers
    pieces: Numbers


def _sigmoid(logits: Floats) -> Floats:
    return np.asarray(1 / (1 + np.exp(-logits)), np.float32)


def _softmax(logits: Floats) -> Floats:
    found = np.exp(logits - logits.max(-1, keepdims=True))
    return np.asarray(found / found.sum(-1, keepdims=True), np.float32)
