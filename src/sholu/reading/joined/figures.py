"""What figures measure, whose they are, where and when, by both halves; the figures themselves are the grammar's."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TypeVar

import numpy as np
import numpy.typing as npt

from sholu.model.reading import Basis, EntityKind, Quantity, TimeExpression
from sholu.model.span import Span
from sholu.reading.entities import EntityIndex
from sholu.reading.joined.nearby import Nearby
from sholu.reading.joined.thresholds import thresholds
from sholu.reading.learned import Marks
from sholu.reading.page import Page

_PLACES: tuple[EntityKind, ...] = ("place", "facility")
_FAR = 250
"""Code points between a figure and what belongs to it."""

Pair = tuple[Span, Span]
Row = npt.NDArray[np.float32]

T = TypeVar("T")
Scored = tuple[float, T]


def join_quantities(
    page: Page,
    marks: Marks,
    entities: EntityIndex,
    times: Sequence[TimeExpression],
    exact: Sequence[Quantity],
    *,
    alone: bool,
) -> list[Quantity]:
    """The grammar's figures with the marks' answers about them; ids "q1", "q2", ...

    With `alone`, what they measure, whose they are, where and when is told by the marks only.
    """
    joiner = _Joiner(page, marks, entities, times, exact, alone)
    found = [joined for item in exact if (joined := joiner.joined(item)) is not None]
    return [replace(item, id=f"q{number}") for number, item in enumerate(found, 1)]


class _Joiner:
    def __init__(
        self,
        page: Page,
        marks: Marks,
        entities: EntityIndex,
        times: Sequence[TimeExpression],
        exact: Sequence[Quantity],
        alone: bool,
    ) -> None:
        self.page, self.marks, self.entities, self.alone = page, marks, entities, alone
        self.limits = thresholds("quantities", page.language.tag)
        self.measures = Nearby(marks.layer("measure", self.limits["measure"]), lambda mark: mark.span)
        dated = [time for time in times if time.value and time.kind in ("date", "time")]
        self.times = Nearby(dated, lambda time: time.span)
        self._scores = self._asked(exact)

    def _asked(self, exact: Sequence[Quantity]) -> dict[Pair, Row]:
        """What the marks say of every figure and what stands near it, asked at once."""
        pairs = list(
            dict.fromkeys(
                (item.evidence, span)
                for item in exact
                for span, _ in (
                    *self.measures.within(item.evidence, _FAR),
                    *self.times.within(item.evidence, _FAR),
                    *self._mentions(item),
                )
            )
        )
        return dict(zip(pairs, self.marks.ask([], pairs).relations, strict=True)) if pairs else {}

    def joined(self, item: Quantity) -> Quantity | None:
        """The figure with the surer answers; None where the marks see no figure there."""
        share = self.marks.share("quantity", item.evidence)
        if share < self.limits["carried"]:
            return None
        basis = [
            Basis("exact", f"a figure in {item.unit}", item.confidence),
            Basis("learned", "quantity", _short(share)),
        ]
        measure = self._best("figure_measure", item, list(self.measures.within(item.evidence, _FAR)))
        mentions = list(self._mentions(item))
        holder = self._best("figure_holder", item, mentions)
        place = self._best("figure_place", item, [pair for pair in mentions if self._is_place(pair[1])])
        period = self._best("figure_time", item, list(self.times.within(item.evidence, _FAR)))
        words = item.measure
        if measure is not None and measure[0] >= self.limits["figure_measure"]:
            words = " ".join(measure[1].span.of(self.page.text).split())
            basis.append(Basis("learned", "measure", _short(measure[0])))
        elif self.alone:
            words = None
        return replace(
            item,
            measure=words,
            holder=self._settled("holder", item.holder, holder),
            place=self._settled("place", item.place, place),
            period=self._settled("period", item.period, (period[0], period[1].value or "") if period else None),
            confidence=_short(item.confidence * (0.5 + share / 2)),
            basis=tuple(basis),
        )

    def _settled(self, name: str, exact: str | None, learned: Scored[str] | None) -> str | None:
        """A field: the marks' answer where they are sure, the grammar's where they do not deny it."""
        if learned is not None and learned[0] >= self.limits[f"figure_{name}"]:
            return learned[1]
        denied = learned is None or learned[0] < self.limits[f"no_{name}"]
        return None if self.alone or denied else exact

    def _mentions(self, item: Quantity) -> Iterator[tuple[Span, str]]:
        around = Span(max(0, item.evidence.start - _FAR), min(len(self.page.text), item.evidence.end + _FAR))
        for mention, id in self.entities.within(around):
            if mention.span != item.evidence:
                yield mention.span, id

    def _is_place(self, id: str) -> bool:
        return self.entities.get(id).kind in _PLACES

    def _best(self, relation: str, item: Quantity, others: Sequence[tuple[Span, T]]) -> Scored[T] | None:
        """What stands in the relation to the figure most surely, with how surely."""
        if not others:
            return None
        column = self.marks.weights.relations[relation].column
        scores = [float(self._scores[item.evidence, span][column]) for span, _ in others]
        best = max(range(len(others)), key=lambda number: scores[number])
        return scores[best], others[best][1]


def _short(probability: float) -> float:
    return round(probability, 3)
