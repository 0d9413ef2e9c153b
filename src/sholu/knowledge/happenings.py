"""Events across documents: which of them are one happening, by type, parties, place and date; words play no part."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from sholu.knowledge.dates import days, gap, is_exact
from sholu.knowledge.wording import table
from sholu.model.reading import Event

DAYS = 2
"""How far the dates of two tellings of one happening may lie apart."""


@dataclass(frozen=True, slots=True)
class Happening:
    """One event of one document in terms of known entities. `matter` numbers the group of documents it stands in.

    `number` is its own among all events, `note` that of its document.
    `parties` are all entities of its evidence, `dated` tells whether the event itself has the date. `unnamed` are those
    who act or suffer without a name, and may be the same as anybody.
    """

    number: int
    note: int
    event: Event
    matter: int
    actors: frozenset[str]
    recipients: frozenset[str]
    place: str | None
    country: str | None
    date: str | None
    dated: bool
    parties: frozenset[str]
    unnamed: frozenset[str] = frozenset()


@cache
def family(type: str) -> str:
    """Types that reporters use for one and the same happening stand under the first of their family."""
    for members in table("families")["families"]:
        if type in members:
            return str(members[0])
    return type


def group_happenings(happenings: Sequence[Happening], rarity: Mapping[str, float]) -> list[list[Happening]]:
    """Groups of events that are one happening, each in the order given. `rarity` of known entities is 0..1."""
    home: dict[int, list[int]] = {i: [i] for i in range(len(happenings))}
    owner = list(range(len(happenings)))
    pairs = ((likeness(happenings[i], happenings[j], rarity), i, j) for i, j in _candidates(happenings))
    for _, i, j in sorted((pair for pair in pairs if pair[0] >= 1.0), key=lambda pair: (-pair[0], pair[1:])):
        left, right = owner[i], owner[j]
        if left == right or any(_clash(happenings[a], happenings[b]) for a in home[left] for b in home[right]):
            continue
        if left > right:
            left, right = right, left
        home[left] += home.pop(right)
        for member in home[left]:
            owner[member] = left
    return [[happenings[i] for i in sorted(members)] for members in home.values()]


def _candidates(happenings: Sequence[Happening]) -> Iterator[tuple[int, int]]:
    """Pairs of one family: in one matter, or with a party in common in the same week."""
    slots: defaultdict[tuple[str, object], list[int]] = defaultdict(list)
    for i, item in enumerate(happenings):
        kind = family(item.event.type)
        slots[kind, item.matter].append(i)
        bounds = days(item.date)
        if item.dated and bounds:
            week = bounds[0].toordinal() // 7
            for party in item.actors | item.recipients:
                for near in (week, week + 1):
                    slots[kind, (party, near)].append(i)
    seen: set[tuple[int, int]] = set()
    for slot in slots.values():
        for place, i in enumerate(slot):
            for j in slot[max(0, place - 60) : place]:
                if (j, i) not in seen:
                    seen.add((j, i))
                    yield j, i


def likeness(one: Happening, other: Happening, rarity: Mapping[str, float]) -> float:
    """How alike two events are: 1 and more for one happening, 0 when they cannot be one."""
    if _clash(one, other):
        return 0.0
    together = one.matter == other.matter
    score = 0.55 if together else 0.0
    if one.event.type == other.event.type:
        score += 0.2
    score += 0.5 * _shared(one.actors, other.actors, rarity) + 0.5 * _shared(one.recipients, other.recipients, rarity)
    score += 0.25 * _shared(one.parties, other.parties, rarity)
    if one.place and one.place == other.place:
        score += 0.3 * rarity.get(one.place, 0.5)
    if one.dated and other.dated and is_exact(one.date) and one.date == other.date:
        score += 0.2
    if one.note == other.note and one.event.evidence == other.event.evidence:
        score -= 0.3  # two triggers in one clause are usually two events
    return score


def _clash(one: Happening, other: Happening) -> bool:
    """What two tellings of one happening cannot have: other parties on both sides, places or dates far apart."""
    if one.event.polarity != other.event.polarity and one.note == other.note:
        return True
    apart = gap(one.date, other.date)
    if apart is not None and apart > (DAYS if one.dated and other.dated else DAYS + 5):
        return True
    if one.country and other.country and one.country != other.country and not one.actors & other.actors:
        return True
    unlike = [
        bool(mine and theirs and not mine & theirs)
        for mine, theirs in (
            (one.actors - one.unnamed, other.actors - other.unnamed),
            (one.recipients - one.unnamed, other.recipients - other.unnamed),
        )
    ]
    crossed = bool(one.actors & other.recipients or one.recipients & other.actors)
    return all(unlike) and not crossed


def _shared(one: frozenset[str], other: frozenset[str], rarity: Mapping[str, float]) -> float:
    return max((rarity.get(id, 0.5) for id in one & other), default=0.0)


def ids(values: Iterable[str | None]) -> frozenset[str]:
    """The ids that are there."""
    return frozenset(value for value in values if value)
