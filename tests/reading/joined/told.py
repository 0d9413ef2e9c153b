"""Marks as a test wants them, without an encoder."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

import numpy as np

from sholu.model.span import Span
from sholu.reading.learned import Mark
from sholu.reading.learned.marks import Answers, Pair
from sholu.reading.learned.weights import Relation

_RELATIONS = (
    *("person_office", "office_organisation", "person_organisation", "mention_antecedent"),
    *("figure_measure", "figure_holder", "figure_place", "figure_time", "cause_effect"),
)


class _Weights(NamedTuple):
    relations: dict[str, Relation]


class Told:
    """Words of a text, by layer, with label and probability; pairs of words in a relation."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.weights = _Weights({name: Relation(name, i, (), ()) for i, name in enumerate(_RELATIONS)})
        self.marks: dict[str, list[Mark]] = {}
        self.pairs: dict[tuple[str, Span, Span], float] = {}
        self.flags: dict[str, float] = {}
        self.calls = 0

    def span(self, words: str) -> Span:
        """Where the words stand; "2:she" for the second time."""
        times, colon, rest = words.partition(":")
        start = -1
        for _ in range(int(times) if colon else 1):
            start = self.text.index(rest if colon else words, start + 1)
        return Span(start, start + len(rest if colon else words))

    def mark(self, layer: str, words: str, label: str, probability: float = 0.98) -> "Told":
        self.marks.setdefault(layer, []).append(Mark(self.span(words), label, probability))
        return self

    def pair(self, relation: str, head: str, tail: str, score: float = 0.95) -> "Told":
        self.pairs[relation, self.span(head), self.span(tail)] = score
        return self

    def layer(self, name: str, least: float = 0.5) -> list[Mark]:
        return sorted(mark for mark in self.marks.get(name, ()) if mark.probability >= least)

    def bridged(self, name: str, least: float, gap: int, between: float) -> list[Mark]:
        return self.layer(name, least)

    def flag(self, name: str, span: Span | None = None) -> float:
        return self.flags.get(name, 0.0)

    def answers(self, attribute: str, spans: Sequence[Span]) -> list[dict[str, float]]:
        return [{"+": 0.2, "-": 0.7, "0": 0.1} for _ in spans]

    def at(self, name: str, offsets: Sequence[int]) -> list[tuple[str, float, bool]]:
        found = []
        for offset in offsets:
            over = [mark for mark in self.marks.get(name, ()) if mark.span.start <= offset < mark.span.end]
            found.append(
                (over[0].label, over[0].probability, over[0].span.start == offset) if over else ("", 0.01, False)
            )
        return found

    def share(self, name: str, span: Span) -> float:
        return max((mark.probability for mark in self.marks.get(name, ()) if mark.span.meets(span)), default=0.0)

    def peak(self, name: str, span: Span) -> tuple[str, float]:
        over = [mark for mark in self.marks.get(name, ()) if mark.span.meets(span)]
        best = max(over, key=lambda mark: mark.probability, default=None)
        return (best.label, best.probability) if best else ("", 0.0)

    def related(self, relation: str, pairs: Sequence[Pair]) -> list[float]:
        return [self.pairs.get((relation, *pair), 0.0) for pair in pairs]

    def expect(self, spans: Iterable[Span] = (), pairs: Iterable[Pair] = ()) -> None:
        """What will be asked needs no answer yet."""

    def ask(self, spans: Sequence[Span], pairs: Sequence[Pair]) -> Answers:
        self.calls += 1
        rows = [[self.pairs.get((name, *pair), 0.0) for name in _RELATIONS] for pair in pairs]
        return Answers(
            np.array(rows, np.float32).reshape(-1, len(_RELATIONS)),
            np.zeros((len(pairs), 0), np.float32),
            np.zeros((len(spans), 0), np.float32),
        )
