"""People, organisations, places and outlets joined across readings.

Rules, strongest first; each member of a known entity remembers the rule that joined it:

1. the same id that was looked up (pack, wikidata, country, geonames);
2. people: the same given name and surname in any spelling, unless patronymic, office or country speaks against it;
3. people: an initial and a surname, or a surname alone, where exactly one person can be meant;
4. others: the same name in the same country; without a country, the only one of that name.

What speaks against a join wins: no chain of joins ever brings two ids, two given names or two countries together.
"""

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from sholu.knowledge.decided import Decided, Local
from sholu.knowledge.groups import UNIQUE, Group, distinct, family, joined, plain
from sholu.knowledge.model import PUBLISHER, KnownEntity, Member
from sholu.knowledge.notes import Note
from sholu.knowledge.people import person_name
from sholu.knowledge.people_joining import PeopleJoiner
from sholu.knowledge.posts import post
from sholu.model.reading import Entity
from sholu.packs import Packs
from sholu.packs.model import Outlet

_LETTERS = {"person": "p", "organisation": "o", "outlet": "m", "place": "l", "facility": "l"}
_COMPANY = ("person", "organisation", "facility")  # whom one is seen with; places and outlets are everybody's


class Joined:
    """The outcome: known entities by id, and which one each local entity belongs to."""

    def __init__(self, entities: Mapping[str, KnownEntity], homes: Mapping[Local, str]) -> None:
        self.entities = dict(entities)
        self.homes = dict(homes)

    def of(self, document: str, entity: str | None) -> str | None:
        """The known entity of a local one; None for None and for what was never an entity."""
        return self.homes.get((document, entity)) if entity else None


_STRANGERS = frozenset({"person", "group", "place", "facility"})
"""Kinds of which two without a name are hardly ever the same."""


def strangers(note: Note) -> frozenset[str]:
    """Ids of the entities without a name that are hardly ever the same as those called so in other documents.

    These are people, groups and places ("the new minister", "six men"), and bodies of which no country is known: one
    "parliament" may be the parliament of Kyrgyzstan, another that of Moldova.
    """
    return frozenset(
        entity.id
        for entity in note.entities
        if entity.id in note.nameless and (entity.kind in _STRANGERS or not entity.country)
    )


def join_entities(notes: Sequence[Note], packs: Packs, decided: Decided) -> Joined:
    """Join the entities of all readings; decisions of people come before every rule.

    Strangers ("the new minister", "the company") are of their document alone.
    """
    locals: dict[Local, Entity] = {}
    by_id: dict[tuple[str, str | int], Group] = {}
    loose: list[Group] = []
    apart: list[Group] = []
    for note in notes:
        counts = Counter(entity for _, _, entity in note.mentions)
        offices, unknown = _offices(note), strangers(note)
        for entity in [*note.entities, *_publisher(note, packs)]:
            locals[note.paper.id, entity.id] = entity
            group = _alone(note, entity, counts[entity.id], offices.get(entity.id, set()))
            if not _by_ids(group, by_id, decided):
                (apart if entity.id in unknown else loose).append(group)
    groups = distinct(list(by_id.values()))
    people = PeopleJoiner(
        [group for group in groups if group.kind == "person"],
        decided,
        {note.paper.id: note.paper.published for note in notes},
        {note.paper.id: _company(note) for note in notes},
    )
    people.join([group for group in loose if group.kind == "person"])
    others = _others(
        [group for group in groups if group.kind != "person"],
        [group for group in loose if group.kind != "person"],
        decided,
    )
    return _finished(_decided([*people.groups, *apart, *others], decided), locals)


def _publisher(note: Note, packs: Packs) -> Iterable[Entity]:
    """The document's own outlet as an entity of it."""
    name = note.paper.outlet_name
    if name:
        record = packs.outlet_by_name(name) or packs.outlet_by_domain(name)
        yield _outlet(record, note) if record else Entity(PUBLISHER, "outlet", name, sector=("JRN",))


def _outlet(record: Outlet, note: Note) -> Entity:
    names = record.names.get(note.paper.language or "en") or record.names["en"]
    return Entity(PUBLISHER, "outlet", names[0], (), record.country, ("JRN",), {"pack": record.id})


def _alone(note: Note, entity: Entity, count: int, offices: set[tuple[str, str]]) -> Group:
    group = Group(entity.kind, {(note.paper.id, entity.id): "first seen here"}, dict(entity.same_as))
    group.forms[note.paper.language or "und", entity.name] += max(1, count)
    if entity.country:
        group.countries[entity.country] += 1
    if entity.kind == "person":
        if entity.id not in note.nameless:
            group.names.add(person_name(entity.name))
        group.offices |= offices
        group.firm |= {country for _, country in offices if country}
    if entity.country and (entity.kind != "person" or "pack" in entity.same_as):
        group.firm = {entity.country}
    return group


def _offices(note: Note) -> dict[str, set[tuple[str, str]]]:
    found: dict[str, set[tuple[str, str]]] = {}
    for tenure in note.tenures:
        country = tenure.country if note.states(tenure.country, tenure.evidence) else None
        made = post(tenure.office, note.paper.language or "en")
        found.setdefault(tenure.person, set()).add((made.name, country or ""))
    return found


def _company(note: Note) -> frozenset[str]:
    return frozenset(plain(entity.name) for entity in note.entities if entity.kind in _COMPANY)


def _by_ids(group: Group, by_id: dict[tuple[str, str | int], Group], decided: Decided) -> bool:
    """Join by the surest looked-up id; a country's own id goes before a place's."""
    slot = next(((name, group.same_as[name]) for name in UNIQUE if name in group.same_as), None)
    if slot is None:
        return False
    known = by_id.setdefault(slot, group)
    return known is group or joined(known, group, f"the same {slot[0]} id", decided)


def _others(known: list[Group], loose: list[Group], decided: Decided) -> list[Group]:
    """Everything but people: by name and country, what has a country before what has none."""
    groups = list(known)
    named: defaultdict[tuple[str, str], list[Group]] = defaultdict(list)
    for group in groups:
        for _, form in group.forms:
            named[family(group.kind), plain(form)].append(group)
    for group in sorted(loose, key=lambda group: not group.firm):
        (_, form), *_ = group.forms
        slot = named[family(group.kind), plain(form)]
        fitting = [other for other in distinct(slot) if not other.clashes(group)]
        if len(fitting) > 1:
            fitting = [other for other in fitting if other.country == group.country]
        if len(fitting) != 1 or not joined(fitting[0], group, "the same name", decided):
            groups.append(group)
            slot.append(group)
    return groups


def _decided(groups: list[Group], decided: Decided) -> list[Group]:
    """Join what somebody decided to be the same."""
    home = {local: group for group in groups for local in group.members}
    for one, other in decided.same:
        left, right = home.get(one), home.get(other)
        if left is not None and right is not None and left is not right:
            left.absorb(right, "decided by hand")
            groups = [group for group in groups if group is not right]
            home.update(dict.fromkeys(right.members, left))
    return groups


def _finished(groups: Sequence[Group], locals: Mapping[Local, Entity]) -> Joined:
    entities: dict[str, KnownEntity] = {}
    homes: dict[Local, str] = {}
    for group in sorted(groups, key=lambda group: group.first):
        id = _identity(group, entities)
        entities[id] = _known(id, group, [locals[local] for local in group.members])
        homes.update(dict.fromkeys(group.members, id))
    return Joined(entities, homes)


def _identity(group: Group, taken: Mapping[str, KnownEntity]) -> str:
    """A short id that stays the same while the entity's best name does."""
    looked_up = next((f"{name}:{group.same_as[name]}" for name in UNIQUE if name in group.same_as), None)
    basis = looked_up or "|".join((plain(_best(group)), family(group.kind), group.country or ""))
    letter, digest = _LETTERS.get(group.kind, "x"), hashlib.sha256(basis.encode()).hexdigest()
    for number in range(len(taken) + 1):
        id = letter + (digest[:8] if not number else hashlib.sha256(f"{basis}|{number}".encode()).hexdigest()[:8])
        if id not in taken:
            return id
    raise AssertionError("one of so many numbers is free")


def _best(group: Group) -> str:
    """The fullest of the commonest forms, English before others."""
    ranked = sorted(
        group.forms.items(), key=lambda item: (item[0][0] != "en", -len(item[0][1].split()), -item[1], item[0])
    )
    return ranked[0][0][1]


def _known(id: str, group: Group, locals: Sequence[Entity]) -> KnownEntity:
    forms: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for (language, form), count in group.forms.items():
        forms[language][form] += count
    sectors = Counter(sector for entity in locals for sector in entity.sector)
    return KnownEntity(
        id=id,
        kind=Counter(entity.kind for entity in locals).most_common(1)[0][0],
        name=_best(group),
        names={language: tuple(form for form, _ in counts.most_common()) for language, counts in sorted(forms.items())},
        country=group.country,
        sectors=tuple(sector for sector, _ in sectors.most_common()),
        same_as=group.same_as,
        point=next((entity.point for entity in locals if entity.point), None),
        members=tuple(Member(document, entity, why) for (document, entity), why in sorted(group.members.items())),
        mentions=sum(group.forms.values()),
    )
