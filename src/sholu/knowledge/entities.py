"""People, organisations, places and outlets joined across readings.

Rules, strongest first; each member of a known entity remembers the rule that joined it:

1. the same id that was looked up (pack, wikidata, geonames, country);
2. people: the same given name and surname in any spelling, unless patronymic or country speaks against it;
3. people: a name with an initial, or a surname alone, when exactly one person of that name is known whose office or
   country agrees;
4. others: the same name in the same country; without a country, the only one of that name.

What speaks against a join wins: no chain of joins ever brings two ids, two given names or two countries together.
"""

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from sholu.knowledge.decided import Decided
from sholu.knowledge.model import PUBLISHER, KnownEntity, Member
from sholu.knowledge.notes import Note
from sholu.knowledge.people import PersonName, compare, person_name
from sholu.knowledge.spelling import consonants, key
from sholu.model.reading import Entity, EntityKind
from sholu.packs import Packs
from sholu.packs.model import Outlet

Local = tuple[str, str]
"""An entity of one reading: document id and entity id."""

_LETTERS = {"person": "p", "organisation": "o", "outlet": "m", "place": "l", "facility": "l"}
# Kinds that a reader may take for one another: one looked-up id is enough to join them, and names do it within a family.
_FAMILIES = {"outlet": "organisation", "facility": "place"}
_UNIQUE = ("pack", "wikidata", "iso3166", "geonames")
_SEX = frozenset("aия")


@dataclass(slots=True)
class _Group:
    """Local entities known to be one while groups are still growing."""

    kind: EntityKind
    members: dict[Local, str] = field(default_factory=dict)
    same_as: dict[str, str | int] = field(default_factory=dict)
    countries: Counter[str] = field(default_factory=Counter)
    offices: set[tuple[str, str]] = field(default_factory=set)
    forms: Counter[tuple[str, str]] = field(default_factory=Counter)
    names: set[PersonName] = field(default_factory=set)
    latest: str = ""

    @property
    def country(self) -> str | None:
        return self.countries.most_common(1)[0][0] if self.countries else None

    def clashes(self, other: "_Group") -> bool:
        """Whether ids, countries or names say that the two are not one."""
        for name in ("pack", "wikidata", "iso3166"):
            if name in self.same_as and name in other.same_as and self.same_as[name] != other.same_as[name]:
                return True
        if self.country and other.country and not set(self.countries) & set(other.countries):
            return True
        return any(compare(one, two) == "conflict" for one in self.names for two in other.names)

    def absorb(self, other: "_Group", why: str) -> None:
        """Take all members of another group in; those that had no reason yet get `why`."""
        for local, reason in other.members.items():
            self.members[local] = reason if len(other.members) > 1 else why
        self.same_as = {**other.same_as, **self.same_as}
        self.countries += other.countries
        self.offices |= other.offices
        self.forms += other.forms
        self.names |= other.names


class Joined:
    """The outcome: known entities by id, and which one each local entity belongs to."""

    def __init__(self, entities: Mapping[str, KnownEntity], homes: Mapping[Local, str]) -> None:
        self.entities = dict(entities)
        self.homes = dict(homes)

    def of(self, document: str, entity: str | None) -> str | None:
        """The known entity of a local one; None for None and for what was never an entity."""
        return self.homes.get((document, entity)) if entity else None


def join_entities(notes: Sequence[Note], packs: Packs, decided: Decided) -> Joined:
    """Join the entities of all readings; decisions of people come before every rule."""
    return _Joiner(packs, decided).join(notes)


class _Joiner:
    def __init__(self, packs: Packs, decided: Decided) -> None:
        self.packs = packs
        self.decided = decided
        self.groups: list[_Group] = []

    def join(self, notes: Sequence[Note]) -> Joined:
        by_id: dict[tuple[str, str | int], _Group] = {}
        loose: list[_Group] = []
        points: dict[Local, Entity] = {}
        for note in notes:
            counts = Counter(entity for _, _, entity in note.mentions)
            offices = _offices(note)
            for entity in [*note.entities, *self._publisher(note)]:
                group = _alone(note, entity, counts[entity.id], offices.get(entity.id, ()))
                points[note.paper.id, entity.id] = entity
                self._by_ids(group, by_id, loose)
        self.groups = list({id(group): group for group in by_id.values()}.values())
        self._people([group for group in loose if group.kind == "person"])
        self._others([group for group in loose if group.kind != "person"])
        self._decisions()
        return self._finished(points)

    def _publisher(self, note: Note) -> Iterable[Entity]:
        """The document's own outlet as an entity of it."""
        name = note.paper.outlet_name
        if not name:
            return
        record = self.packs.outlet_by_name(name) or self.packs.outlet_by_domain(name)
        if record is None:
            yield Entity(PUBLISHER, "outlet", name, sector=("JRN",))
        else:
            yield _outlet(record, note.paper.language or "en")

    def _by_ids(self, group: _Group, by_id: dict[tuple[str, str | int], _Group], loose: list[_Group]) -> None:
        keys = [(name, group.same_as[name]) for name in _UNIQUE if name in group.same_as]
        keys = keys[:1] if keys and keys[0][0] == "pack" else keys
        if "iso3166" in group.same_as:
            keys = [("iso3166", group.same_as["iso3166"])]
        for id in keys:
            known = by_id.get(id)
            if known is not None and self._joined(known, group, f"the same {id[0]} id"):
                return
        if not keys or all(id in by_id for id in keys):
            loose.append(group)
            return
        for id in keys:
            by_id.setdefault(id, group)

    def _people(self, loose: list[_Group]) -> None:
        blocks: defaultdict[str, list[_Group]] = defaultdict(list)
        for group in self.groups:
            if group.kind == "person":
                for block in {block for name in group.names for block in _blocks(name)}:
                    blocks[block].append(group)
        exact: dict[tuple[PersonName, str | None], _Group] = {}
        for group in loose:
            (name,) = group.names
            known = exact.get((name, group.country)) if name.is_full else None
            if known is None or not self._joined(known, group, "the same full name"):
                exact[name, group.country] = group if name.is_full else exact.get((name, group.country), group)
        full = [
            group for group in loose if next(iter(group.names)).is_full and exact[_only(group), group.country] is group
        ]
        for group in sorted(full, key=lambda group: (-len(group.members), min(group.members))):
            self._place_full(group, blocks)
        for group in loose:
            if not _only(group).is_full:
                self._place_short(group, blocks)

    def _place_full(self, group: _Group, blocks: dict[str, list[_Group]]) -> None:
        name = _only(group)
        near = {id(other): other for block in _blocks(name) for other in blocks[block]}
        fitting = [
            other
            for other in near.values()
            if not other.clashes(group) and any(compare(name, known) == "same" for known in other.names)
        ]
        if len(fitting) > 1:
            fitting = [other for other in fitting if other.country and other.country == group.country] or fitting
        if len(fitting) == 1 and self._joined(fitting[0], group, "the same full name, spelt otherwise"):
            for block in _blocks(name):
                if fitting[0] not in blocks[block]:
                    blocks[block].append(fitting[0])
            return
        self.groups.append(group)
        for block in _blocks(name):
            blocks[block].append(group)

    def _place_short(self, group: _Group, blocks: dict[str, list[_Group]]) -> None:
        name = _only(group)
        near = {id(other): other for block in _blocks(name) for other in blocks[block]}
        fitting = [other for other in near.values() if _may_be(other, group, name)]
        office = [other for other in fitting if other.offices & group.offices]
        why = ""
        if len(office) == 1:
            fitting, why = office, "the surname and the office"
        elif len(fitting) == 1 and group.country and fitting[0].country == group.country:
            why = "the surname and the country, and nobody else of that name"
        elif len(fitting) == 1 and name.initial:
            why = "the initial and the surname, and nobody else of that name"
        elif len(fitting) == 1 and self._together(fitting[0], group):
            why = "the surname, in a paper that named the person in full"
        if not why or not self._joined(fitting[0], group, why):
            self.groups.append(group)

    def _together(self, known: _Group, short: _Group) -> bool:
        """Whether the same documents name both: then it is the same person, named twice."""
        documents = {document for document, _ in known.members}
        return any(document in documents for document, _ in short.members)

    def _others(self, loose: list[_Group]) -> None:
        named: defaultdict[tuple[str, str], list[_Group]] = defaultdict(list)
        for group in self.groups:
            if group.kind != "person":
                for _, form in group.forms:
                    named[_family(group.kind), _plain(form)].append(group)
        for group in sorted(loose, key=lambda group: group.country is None):
            (_, form), *_ = group.forms
            slot = named[_family(group.kind), _plain(form)]
            fitting = list({id(other): other for other in slot if not other.clashes(group)}.values())
            if len(fitting) > 1:
                fitting = [other for other in fitting if other.country == group.country]
            if len(fitting) != 1 or not self._joined(fitting[0], group, "the same name"):
                self.groups.append(group)
                slot.append(group)

    def _joined(self, known: _Group, group: _Group, why: str) -> bool:
        """Join the two, unless it was decided that they are different."""
        if self.decided.apart(known.members, group.members):
            return False
        known.absorb(group, why)
        return True

    def _decisions(self) -> None:
        home = {local: group for group in self.groups for local in group.members}
        for one, other in self.decided.same:
            left, right = home.get(one), home.get(other)
            if left is not None and right is not None and left is not right:
                left.absorb(right, "decided by hand")
                self.groups = [group for group in self.groups if group is not right]
                home.update(dict.fromkeys(right.members, left))

    def _finished(self, points: Mapping[Local, Entity]) -> Joined:
        entities: dict[str, KnownEntity] = {}
        homes: dict[Local, str] = {}
        for group in sorted(self.groups, key=lambda group: min(group.members)):
            id = _identity(group, entities)
            locals = [points[local] for local in group.members]
            entities[id] = _known(id, group, locals)
            homes.update(dict.fromkeys(group.members, id))
        return Joined(entities, homes)


def _alone(note: Note, entity: Entity, count: int, offices: Iterable[tuple[str, str]]) -> _Group:
    language = note.paper.language or "und"
    group = _Group(entity.kind, {(note.paper.id, entity.id): "first seen here"}, dict(entity.same_as))
    group.forms[language, entity.name] += max(1, count)
    if entity.country:
        group.countries[entity.country] += 1
    if entity.kind == "person":
        group.names.add(person_name(entity.name))
        group.offices |= set(offices)
        for _, country in group.offices:
            if country:
                group.countries[country] += 1
    return group


def _offices(note: Note) -> dict[str, set[tuple[str, str]]]:
    found: dict[str, set[tuple[str, str]]] = {}
    for tenure in note.tenures:
        found.setdefault(tenure.person, set()).add((tenure.office.lower(), tenure.country or ""))
    return found


def _outlet(record: Outlet, language: str) -> Entity:
    names = record.names.get(language) or record.names["en"]
    return Entity(PUBLISHER, "outlet", names[0], (), record.country, ("JRN",), {"pack": record.id})


def _only(group: _Group) -> PersonName:
    return next(iter(group.names))


def _blocks(name: PersonName) -> set[str]:
    return {consonants(part) for part in (name.surname, name.given) if len(part) > 1}


def _may_be(known: _Group, short: _Group, name: PersonName) -> bool:
    if known.clashes(short):
        return False
    return any(compare(name, other) == "compatible" for other in known.names if other.is_full)


def _family(kind: str) -> str:
    return _FAMILIES.get(kind, kind)


def _plain(form: str) -> str:
    return " ".join(key(word) for word in form.split())


def _identity(group: _Group, taken: Mapping[str, KnownEntity]) -> str:
    """A short id that stays the same while the entity's best name does."""
    looked_up = next((f"{name}:{group.same_as[name]}" for name in _UNIQUE if name in group.same_as), None)
    basis = looked_up or "|".join((_plain(_best(group)), _family(group.kind), group.country or ""))
    digest = hashlib.sha256(basis.encode()).hexdigest()
    letter = _LETTERS.get(group.kind, "x")
    for length in range(8, len(digest)):
        if letter + digest[:length] not in taken:
            return letter + digest[:length]
    raise AssertionError("more entities of one name than a hash has digits")


def _best(group: _Group) -> str:
    """The fullest of the commonest forms, English before others."""
    ranked = sorted(
        group.forms.items(), key=lambda item: (item[0][0] != "en", -len(item[0][1].split()), -item[1], item[0])
    )
    return ranked[0][0][1]


def _known(id: str, group: _Group, locals: Sequence[Entity]) -> KnownEntity:
    forms: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for (language, form), count in group.forms.items():
        forms[language][form] += count
    sectors = Counter(sector for entity in locals for sector in entity.sector)
    point = next((entity.point for entity in locals if entity.point), None)
    return KnownEntity(
        id=id,
        kind=Counter(entity.kind for entity in locals).most_common(1)[0][0],
        name=_best(group),
        names={language: tuple(form for form, _ in counts.most_common()) for language, counts in sorted(forms.items())},
        country=group.country,
        sectors=tuple(sector for sector, _ in sectors.most_common()),
        same_as=group.same_as,
        point=point,
        members=tuple(Member(document, entity, why) for (document, entity), why in sorted(group.members.items())),
        mentions=sum(group.forms.values()),
    )
