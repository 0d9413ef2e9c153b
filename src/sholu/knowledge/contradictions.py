"""Figures that differ and claims that are denied, set side by side with who says what."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from sholu.knowledge.dates import days
from sholu.knowledge.entities import Joined
from sholu.knowledge.hands import hands
from sholu.knowledge.matters import UnitId
from sholu.knowledge.model import Denial, Figure, Figures, Hand, Passage, Saying
from sholu.knowledge.notes import Note
from sholu.model.reading import Quantity

_NEAR = 0.02  # of the value: what rounding explains is no contradiction
_FAR = 8  # times: figures further apart measure different things


@dataclass(frozen=True, slots=True)
class Said:
    """One figure of one document, with what it measures in tags."""

    quantity: Quantity
    saying: Saying
    tags: frozenset[str]
    document: str

    @property
    def voice(self) -> tuple[str, str]:
        """Whose figure it is: the document, and the first hand in it."""
        first: Hand = self.saying.hands[0]
        return self.document, first.entity or first.name


def figures_of(
    notes: Sequence[Note], units: Iterable[UnitId], joined: Joined, names: dict[str, str]
) -> tuple[Figures, ...]:
    """Differing figures for one thing among the units of one matter."""
    said = [item for id in units for item in _said(notes[id.note], id, joined, names)]
    groups: list[list[Said]] = []
    for item in said:
        home = next((group for group in groups if all(_one_thing(item, other) for other in group)), None)
        if home is None:
            groups.append([item])
        else:
            home.append(item)
    return tuple(found for group in groups if (found := _figures(group)) is not None)


def _said(note: Note, id: UnitId, joined: Joined, names: dict[str, str]) -> Iterable[Said]:
    unit = note.units[id.unit]
    for item in note.quantities:
        if item.change is None and item.value is not None and unit.span.covers(item.evidence):
            chain = hands(note, item.attributions, joined, names)
            saying = Saying(Passage(note.paper.id, item.evidence), item.id, chain, item.value, item.low, item.high)
            yield Said(item, saying, note.tags.get(item.id, frozenset()), note.paper.id)


def _one_thing(one: Said, other: Said) -> bool:
    """Whether two figures can be values of one measure."""
    mine, theirs = one.quantity, other.quantity
    if mine.unit != theirs.unit or not (one.tags & other.tags):
        return False
    if mine.period and theirs.period and days(mine.period) != days(theirs.period):
        return False
    low, high = sorted((abs(mine.value or 0), abs(theirs.value or 0)))
    if low * _FAR < high:
        return False
    return _same(one, other) or one.voice != other.voice


def _same(one: Said, other: Said) -> bool:
    low, high = sorted((one.quantity.value or 0.0, other.quantity.value or 0.0))
    return high - low <= _NEAR * abs(high)


def _figures(group: Sequence[Said]) -> Figures | None:
    values: list[list[Said]] = []
    for item in group:
        home = next((value for value in values if _same(value[0], item)), None)
        if home is None:
            values.append([item])
        else:
            home.append(item)
    if len(values) < 2:
        return None
    values.sort(key=lambda value: -len({item.document for item in value}))
    first = group[0].quantity
    tags = frozenset.intersection(*(item.tags for item in group)) or group[0].tags
    return Figures(
        measure=next((item.quantity.measure for item in group if item.quantity.measure), "") or ", ".join(sorted(tags)),
        unit=first.unit,
        values=tuple(
            Figure(
                value[0].quantity.value, value[0].quantity.low, value[0].quantity.high, tuple(i.saying for i in value)
            )
            for value in values
        ),
        period=first.period,
        why="the same unit and matter, and words of " + ", ".join(sorted(tags)),
    )


def denials_of(
    notes: Sequence[Note], units: Iterable[UnitId], joined: Joined, names: dict[str, str]
) -> tuple[Denial, ...]:
    """Denials among the units of one matter, each with the claims that it stands against."""
    return ()


__all__ = ["denials_of", "figures_of", "replace"]
