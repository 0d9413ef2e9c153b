"""Figures that differ, set side by side: how many, how much, and who says so.

Two figures can be values of one thing when they stand in one matter, have one unit, count the same and tell the same of
it, for the same time. They contradict when they differ by more than rounding and come from different voices.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import product

from sholu.knowledge.dates import gap
from sholu.knowledge.entities import Joined
from sholu.knowledge.hands import hands
from sholu.knowledge.matters import UnitId
from sholu.knowledge.measures import Measure, apart, weak
from sholu.knowledge.model import Figure, Figures, Passage, Saying
from sholu.knowledge.notes import Note
from sholu.model.reading import Quantity

_NEAR = 0.02  # of the value: what rounding explains is no contradiction
_FAR = 6  # times: figures further apart measure different things
_DAYS = 40  # a figure for last year does not contradict one for today


@dataclass(frozen=True, slots=True)
class _Said:
    quantity: Quantity
    measure: Measure
    saying: Saying
    published: str | None
    copy: str

    @property
    def voice(self) -> tuple[str, str]:
        """Whose figure it is, and in which text; copies of one text are one. Who says otherwise later has corrected."""
        first = self.saying.hands[0]
        return self.copy, first.entity or first.name

    @property
    def value(self) -> float:
        return self.quantity.value or 0.0


def figures_of(
    notes: Sequence[Note], units: Iterable[UnitId], joined: Joined, names: dict[str, str]
) -> tuple[Figures, ...]:
    """Differing figures for one thing among the units of one matter."""
    said = [item for id in units for item in _said(notes[id.note], id, joined, names)]
    values = _values(said)
    groups: list[list[list[_Said]]] = []
    for value in values:
        home = next((group for group in groups if all(_dispute(value, other) for other in group)), None)
        if home is None:
            groups.append([value])
        else:
            home.append(value)
    return tuple(_figures(group) for group in groups if len(group) > 1)


def _said(note: Note, id: UnitId, joined: Joined, names: dict[str, str]) -> Iterable[_Said]:
    unit, paper = note.units[id.unit], note.paper
    for item in note.quantities:
        measure = note.measures.get(item.id)
        if measure is None or item.value is None or item.change or not unit.span.covers(item.evidence):
            continue
        if (item.unit == "count" and not measure.things) or not (measure.things or measure.aspects):
            continue
        chain = hands(note, [*note.credited(item.evidence), *item.attributions], joined, names)
        saying = Saying(Passage(paper.id, item.evidence), item.id, chain, item.value, item.low, item.high)
        yield _Said(item, measure, saying, paper.published, paper.copy_of or paper.id)


def _values(said: Sequence[_Said]) -> list[list[_Said]]:
    """Figures that agree, together."""
    values: list[list[_Said]] = []
    for item in said:
        home = next((value for value in values if any(_one_thing(item, o) and _equal(item, o) for o in value)), None)
        if home is None:
            values.append([item])
        else:
            home.append(item)
    return values


def _dispute(one: Sequence[_Said], other: Sequence[_Said]) -> bool:
    """Whether two values stand against each other: told of one thing, and by nobody both as his own.

    A voice that has both speaks of two things, unless its words show that it compares figures.
    """
    pairs = list(product(one, other))
    if any(_equal(*pair) for pair in pairs):
        return False
    if any(
        left.voice == right.voice and _one_thing(left, right) and not (left.measure.again or right.measure.again)
        for left, right in pairs
    ):
        return False
    return any(_one_thing(left, right) for left, right in pairs)


def _one_thing(one: _Said, other: _Said) -> bool:
    mine, theirs = one.quantity, other.quantity
    if mine.unit != theirs.unit:
        return False
    things = one.measure.things & other.measure.things
    aspects = (one.measure.aspects & other.measure.aspects) - weak()
    if (one.measure.aspects ^ other.measure.aspects) & apart(mine.unit):
        return False
    if not aspects and (one.measure.aspects or other.measure.aspects or not things):
        return False
    if not things and one.measure.things and other.measure.things:
        return False
    apart_days = gap(mine.period or one.published, theirs.period or other.published)
    low, high = sorted((abs(one.value), abs(other.value)))
    return (apart_days is None or apart_days <= _DAYS) and low * _FAR >= high


def _equal(one: _Said, other: _Said) -> bool:
    low, high = sorted((one.value, other.value))
    return high - low <= _NEAR * max(abs(high), abs(low))


def _figures(group: Sequence[Sequence[_Said]]) -> Figures:
    ranked = sorted(group, key=lambda value: (-len({item.copy for item in value}), value[0].saying.passage.document))
    every = [item for value in ranked for item in value]
    tags = frozenset.union(*(item.measure.things | item.measure.aspects for item in every))
    common = [tag for tag in sorted(tags) if all(tag in i.measure.things | i.measure.aspects for i in every)]
    return Figures(
        measure=next((item.quantity.measure for item in every if item.quantity.measure), None) or ", ".join(common),
        unit=every[0].quantity.unit,
        values=tuple(
            Figure(v[0].quantity.value, v[0].quantity.low, v[0].quantity.high, tuple(item.saying for item in v))
            for v in ranked
        ),
        period=every[0].quantity.period,
        why=f"one matter, one unit, and words of {', '.join(common) or 'the same thing'}",
    )
