"""Which documents, and which parts of digests, are about one matter, whatever their languages.

Every unit of text has four kinds of features: word stems (of its language), names (known entities, and capitalised
words in a script-free key), figures, event types. Rare features weigh more. Units near in time are compared over the
features that they share, and grouped so that the members of a group resemble each other on average.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import product
from math import log, sqrt
from typing import NamedTuple

from sholu.knowledge.dates import day_of
from sholu.knowledge.entities import Joined, strangers
from sholu.knowledge.notes import Note, Unit
from sholu.knowledge.spelling import consonants, key

WINDOW = 30
"""Days between two documents about one matter, at most; stories that run longer are chains of such steps."""

_FADING = 20.0  # days after which a likeness counts half: the same body does similar things again and again

_LEAST_NAMES = 100  # documents: in a smaller archive features are weighed as if it had so many
_PROBES = 12  # of each kind of a unit's features, the rarest, by which its neighbours are sought
_CROWD = 400  # units of the last days with one feature: more say nothing


class Weights(NamedTuple):
    """How much each kind of feature counts in the likeness of two units, and from which likeness they are joined."""

    words: float
    names: float
    figures: float
    types: float
    least: float


# Measured on clusters of news: see tests/knowledge/test_matters.py.
SAME_LANGUAGE = Weights(words=0.7, names=0.25, figures=0.05, types=0.0, least=0.18)
OTHER_LANGUAGE = Weights(words=0.0, names=0.65, figures=0.25, types=0.1, least=0.2)

Vector = dict[str, float]


class UnitId(NamedTuple):
    """A unit: the document's place among the notes, and the unit's place in the document."""

    note: int
    unit: int


@dataclass(frozen=True, slots=True)
class Features:
    """A unit's features, each kind a vector of length 1."""

    language: str
    day: date | None
    words: Vector
    names: Vector
    figures: Vector
    types: Vector
    probes: tuple[str, ...]


def likeness(one: Features, other: Features) -> float:
    """How alike two units are, 0..1, in steps of what they share; `excess` compares it with what joins."""
    weights = SAME_LANGUAGE if one.language == other.language else OTHER_LANGUAGE
    score = weights.names * _dot(one.names, other.names)
    if weights.words:
        score += weights.words * _dot(one.words, other.words)
    score += weights.figures * _dot(one.figures, other.figures)
    score += weights.types * _dot(one.types, other.types)
    return score * _nearness(one.day, other.day) / weights.least


def _nearness(one: date | None, other: date | None) -> float:
    """1 for documents of one day, less the further they lie apart; unknown dates say nothing."""
    if one is None or other is None:
        return 1.0
    return 1 / (1 + max(0, abs((one - other).days) - 1) / _FADING)


def group_units(notes: Sequence[Note], joined: Joined) -> list[list[UnitId]]:
    """Groups of units about one matter: every unit of an ordinary document is in exactly one, earliest first.

    Units of digests join groups, or stay out: alone they are no story of their own.
    """
    features = featured(notes, joined)
    main = [id for id in features if not notes[id.note].paper.digest]
    groups = _Grouping(features).group(main)
    _digests(notes, joined, features, groups)
    return groups


def featured(notes: Sequence[Note], joined: Joined) -> dict[UnitId, Features]:
    """The features of all units."""
    raw = {}
    for i, note in enumerate(notes):
        unknown = strangers(note)
        raw.update({UnitId(i, j): _raw(note, unit, joined, unknown) for j, unit in enumerate(note.units)})
    frequency: Counter[str] = Counter(feature for kinds in raw.values() for kind in kinds for feature in kind)
    size = max(len(raw), _LEAST_NAMES)
    weights = {feature: log(1 + size / count) for feature, count in frequency.items()}
    made = {}
    for id, kinds in raw.items():
        paper = notes[id.note].paper
        words, names, figures, types = (_vector(kind, weights) for kind in kinds)
        probes = tuple(probe for kind in kinds[:3] for probe in _rarest(kind, frequency))
        made[id] = Features(paper.language or "", day_of(paper.published), words, names, figures, types, probes)
    return made


def _rarest(features: Iterable[str], frequency: Mapping[str, int]) -> list[str]:
    """The rarest of the features that stand in other units too."""
    shared = [feature for feature in features if frequency[feature] > 1]
    return sorted(shared, key=lambda feature: (frequency[feature], feature))[:_PROBES]


def _raw(
    note: Note, unit: Unit, joined: Joined, unknown: frozenset[str]
) -> tuple[Counter[str], Counter[str], Counter[str], Counter[str]]:
    """Words, names, figures and types of event of a unit, each counted; entities in `unknown` are none of its names."""
    language = note.paper.language
    words = Counter({f"w:{language}:{stem}": count for stem, count in unit.stems.items()})
    names: Counter[str] = Counter()
    for word, count in unit.names.items():
        made = consonants(key(word))
        if len(made) > 2:
            names[f"k:{made}"] += count
    for entity in note.named_in(unit.span):
        known = joined.of(note.paper.id, entity)
        if known and entity not in unknown:
            names[f"e:{known}"] += 1
    figures = Counter(
        f"n:{item.unit}:{item.value:g}"
        for item in note.quantities
        if item.value is not None and unit.span.covers(item.evidence)
    )
    types = Counter(f"t:{event.type}" for event in note.events if unit.span.covers(event.trigger))
    return words, names, figures, types


def _vector(counts: Mapping[str, int], weights: Mapping[str, float]) -> Vector:
    weighed = {feature: (1 + log(count)) * weights[feature] for feature, count in counts.items()}
    length = sqrt(sum(value * value for value in weighed.values())) or 1.0
    return {feature: value / length for feature, value in weighed.items()}


def _dot(one: Vector, other: Vector) -> float:
    if len(one) > len(other):
        one, other = other, one
    get = other.get
    return sum(value * get(feature, 0.0) for feature, value in one.items())


class _Grouping:
    """Average linkage over the pairs that share rare features."""

    def __init__(self, features: Mapping[UnitId, Features]) -> None:
        self.features = features
        self._known: dict[tuple[UnitId, UnitId], float] = {}

    def group(self, ids: Sequence[UnitId]) -> list[list[UnitId]]:
        """All ids in groups."""
        members: dict[UnitId, list[UnitId]] = {id: [id] for id in ids}
        home = {id: id for id in ids}
        edges = [(score, pair) for pair in self._candidates(ids) if (score := self._likeness(*pair)) >= 1.0]
        for _, (one, other) in sorted(edges, key=lambda edge: (-edge[0], edge[1])):
            left, right = home[one], home[other]
            if left == right or self._average(members[left], members[right]) < 1.0:
                continue
            members[left] += members[right]
            for id in members.pop(right):
                home[id] = left
        return [sorted(group) for group in members.values()]

    def _average(self, one: list[UnitId], other: list[UnitId]) -> float:
        """Of large groups only the latest members speak: a story that runs for weeks moves on."""
        pairs = list(product(one[-8:], other[-8:]))
        return sum(self._likeness(*pair) for pair in pairs) / len(pairs)

    def _likeness(self, one: UnitId, other: UnitId) -> float:
        pair = (one, other) if one < other else (other, one)
        score = self._known.get(pair)
        if score is None:
            score = self._known[pair] = likeness(self.features[one], self.features[other])
        return score

    def _candidates(self, ids: Iterable[UnitId]) -> Iterator[tuple[UnitId, UnitId]]:
        """Pairs near in time that share two of their rarer features."""
        order = sorted(ids, key=lambda id: (self.features[id].day or date.min, id))
        slots: defaultdict[str, list[UnitId]] = defaultdict(list)
        for id in order:
            shared: Counter[UnitId] = Counter()
            for probe in self.features[id].probes:
                slot = slots[probe]
                if len(slot) > _CROWD:
                    del slot[: -_CROWD // 2]
                for other in slot:
                    if _near(self.features[id], self.features[other]):
                        shared[other] += 1
                slot.append(id)
            for other, count in shared.items():
                if count > 1:
                    yield other, id


def _near(one: Features, other: Features) -> bool:
    return one.day is None or other.day is None or abs((one.day - other.day).days) <= WINDOW


def _digests(
    notes: Sequence[Note], joined: Joined, features: Mapping[UnitId, Features], groups: list[list[UnitId]]
) -> None:
    """Give units of digests to the groups: of the documents that they credit, the likest; else a group like them."""
    home = {id: group for group in groups for id in group}
    credited: defaultdict[tuple[str, date], list[UnitId]] = defaultdict(list)
    posting: defaultdict[str, list[UnitId]] = defaultdict(list)
    for id in home:
        paper = notes[id.note].paper
        day = day_of(paper.published)
        if paper.outlet and day:
            credited[paper.outlet, day].append(id)
        for probe in features[id].probes:
            posting[probe].append(id)
    found: dict[UnitId, list[UnitId]] = {}
    for id in features:
        if not notes[id.note].paper.digest:
            continue
        named = {other for slot in _credits(notes[id.note], id.unit, joined) for other in credited.get(slot, ())}
        shared = Counter(other for probe in features[id].probes for other in posting[probe][-_CROWD:])
        near = named | {other for other, count in shared.items() if count > 1 and _near(features[id], features[other])}
        scored = [(likeness(features[id], features[other]) * (2.5 if other in named else 1), other) for other in near]
        best = max(scored, default=None)
        if best is not None and best[0] >= 1.0:
            found[id] = home[best[1]]
    for id in _continued(notes, features, found):
        found[id] = found[UnitId(id.note, id.unit - 1)]
    for id, group in found.items():
        group.append(id)


def _continued(
    notes: Sequence[Note], features: Mapping[UnitId, Features], found: Mapping[UnitId, list[UnitId]]
) -> list[UnitId]:
    """Units of digests that belong nowhere by themselves, and go on in the sentence or paragraph of one that does."""
    alone = []
    for id in features:
        before = UnitId(id.note, id.unit - 1)
        if id not in found and before in found and notes[id.note].units[id.unit].continues:
            alone.append(id)
    return alone


def _credits(note: Note, unit: int, joined: Joined) -> Iterator[tuple[str, date]]:
    span = note.units[unit].span
    for item in note.attributions.values():
        for credit in item.credits:
            outlet, day = joined.of(note.paper.id, credit.outlet), day_of(credit.date)
            if outlet and day and span.covers(credit.span):
                yield outlet, day
