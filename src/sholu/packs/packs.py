"""Several packs seen as one: look-ups by name, id, domain, volume and office. Tables are built when first asked for."""

from collections.abc import Iterable
from functools import cache, cached_property
from typing import Literal, TypeVar

from sholu.errors import InputError
from sholu.packs.dates import bounds
from sholu.packs.forms import fold
from sholu.packs.loader import read_pack
from sholu.packs.model import Holding, Kind, Organisation, Outlet, Pack, Person, Place, Record, Serial
from sholu.packs.namings import How, Naming, collect, forms_of

__all__ = ["DEFAULT", "KINDS", "How", "Naming", "Packs", "load_packs"]

DEFAULT = ("central_asia",)
"""The packs that are read with when nobody names others."""

R = TypeVar("R")

KINDS: tuple[Kind, ...] = ("outlet", "serial", "organisation", "place", "person")

_BY_NAME: tuple[How, ...] = ("name", "abbreviation", "former")


class Packs:
    """A merged view over packs, in the order given; what one includes stands before it."""

    def __init__(self, packs: Iterable[Pack]) -> None:
        self.packs = tuple(packs)
        self.outlets = tuple(outlet for pack in self.packs for outlet in pack.outlets)
        self.serials = tuple(serial for pack in self.packs for serial in pack.serials)
        self.organisations = tuple(organisation for pack in self.packs for organisation in pack.organisations)
        self.places = tuple(place for pack in self.packs for place in pack.places)
        self.people = tuple(person for pack in self.packs for person in pack.people)
        self.holdings = tuple(holding for pack in self.packs for holding in pack.holdings)
        self._names: dict[Kind, dict[str, tuple[Record, ...]]] = {}
        self._patterns: dict[tuple[Kind, str, bool], tuple[tuple[str, Naming], ...]] = {}

    def records(self, kind: Kind) -> tuple[Record, ...]:
        """All records of one kind."""
        by_kind: dict[Kind, tuple[Record, ...]] = {
            "outlet": self.outlets,
            "serial": self.serials,
            "organisation": self.organisations,
            "place": self.places,
            "person": self.people,
        }
        return by_kind[kind]

    @cached_property
    def _ids(self) -> dict[str, Record]:
        return {record.id: record for kind in KINDS for record in self.records(kind)}

    def outlet(self, id: str) -> Outlet:
        """The outlet with this id; KeyError if there is none."""
        return _of(Outlet, self._ids[id])

    def organisation(self, id: str) -> Organisation:
        """The organisation with this id; KeyError if there is none."""
        return _of(Organisation, self._ids[id])

    def place(self, id: str) -> Place:
        """The place with this id; KeyError if there is none."""
        return _of(Place, self._ids[id])

    def person(self, id: str) -> Person:
        """The person with this id; KeyError if there is none."""
        return _of(Person, self._ids[id])

    def by_name(self, kind: Kind, name: str) -> tuple[Record, ...]:
        """All records of `kind` that go by `name` in any language, abbreviations and former names included.

        Case, hyphens, apostrophes, quotation marks and ё/е make no difference. Those who bear it still come first.
        """
        if kind not in self._names:
            found: dict[str, dict[str, Record]] = {}
            forms = [(how, form, record) for record in self.records(kind) for _, form, how in forms_of(record)]
            for wanted in _BY_NAME:
                for how, form, record in forms:
                    if how == wanted:
                        found.setdefault(fold(form), {})[record.id] = record
            self._names[kind] = {form: tuple(records.values()) for form, records in found.items()}
        return self._names[kind].get(fold(name), ())

    def outlet_by_name(self, text: str) -> Outlet | None:
        """The outlet that goes by `text` in any language; a leading article does not matter."""
        return _first(Outlet, self.by_name("outlet", text) or self.by_name("outlet", _without_article(text)))

    def serial_by_name(self, text: str) -> Serial | None:
        """The serial that goes by `text`."""
        return _first(Serial, self.by_name("serial", text) or self.by_name("serial", _without_article(text)))

    def outlet_by_domain(self, host: str) -> Outlet | None:
        """The outlet whose domain is `host` or a parent of it ("rus.example.org" belongs to "example.org")."""
        parts = host.lower().strip().rstrip(".").split(":")[0].split(".")
        for first in range(len(parts) - 1):
            outlet = self._domains.get(".".join(parts[first:]))
            if outlet is not None:
                return outlet
        return None

    @cached_property
    def _domains(self) -> dict[str, Outlet]:
        return {outlet.domain: outlet for outlet in reversed(self.outlets) if outlet.domain}

    def year_of(self, serial: Serial, volume: int) -> int:
        """The year in which `volume` of `serial` came out; ValueError for a volume before its first."""
        if volume < serial.first_volume:
            raise ValueError(f"{serial.names[0]} starts with volume {serial.first_volume}, not {volume}")
        return serial.first_year + volume - serial.first_volume

    def patterns(self, kind: Kind, language: str, *, adjectives: bool = False) -> tuple[tuple[str, Naming], ...]:
        """Lexicon patterns for all names of `kind` in texts of `language`, each with what it may stand for.

        Case endings are allowed for; names that are everyday words are left out (`by_name` knows them). With
        `adjectives`, also the adjectives of places. The same pattern never comes twice: names that several records
        share stand together in one `Naming`.
        """
        key = (kind, language, adjectives)
        if key not in self._patterns:
            self._patterns[key] = tuple(collect(self.records(kind), language, adjectives))
        return self._patterns[key]

    def holders(self, office: str, of: str | None, on: str) -> tuple[Holding, ...]:
        """Who may have held `office` of a country (two letters) or organisation (id) on the EDTF date `on`.

        On the day, or in the month or year, of a change both come, in order.
        """
        return tuple(holding for holding in self._offices.get((office, of or ""), ()) if _certainty(holding, on))

    def office_holder(self, office: str, of: str | None, on: str) -> Person | None:
        """The one person who held `office` on the EDTF date `on`; None if none is known or it may be several."""
        possible = self.holders(office, of, on)
        certain = [holding for holding in possible if _certainty(holding, on) == "certain"]
        people = {holding.person for holding in certain or possible}
        return self.person(people.pop()) if len(people) == 1 else None

    def holdings_of(self, person: str) -> tuple[Holding, ...]:
        """All that the packs know of the offices of the person with this id, in the order given there."""
        return self._careers.get(person, ())

    @cached_property
    def _offices(self) -> dict[tuple[str, str], tuple[Holding, ...]]:
        found: dict[tuple[str, str], list[Holding]] = {}
        for holding in self.holdings:
            for of in filter(None, (holding.country, holding.organisation)):
                found.setdefault((holding.office, of), []).append(holding)
        return {key: tuple(holdings) for key, holdings in found.items()}

    @cached_property
    def _careers(self) -> dict[str, tuple[Holding, ...]]:
        found: dict[str, list[Holding]] = {}
        for holding in self.holdings:
            found.setdefault(holding.person, []).append(holding)
        return {key: tuple(holdings) for key, holdings in found.items()}


@cache
def load_packs(names: tuple[str, ...] = DEFAULT) -> Packs:
    """The packs of these names (or folders), with those that they include, checked and merged; read once.

    InputError, naming file, entry and field, for a pack that is missing or does not fit the format.
    """
    packs: dict[str, Pack] = {}
    for name in names:
        _gather(name, packs, ())
    merged = Packs(packs.values())
    _check_ids(merged)
    _check_references(merged)
    return merged


def _gather(name: str, packs: dict[str, Pack], path: tuple[str, ...]) -> None:
    if name in packs:
        return
    if name in path:
        raise InputError(
            f"Packs include each other in a circle: {' -> '.join((*path, name))}.",
            code="pack-invalid",
            hint="Take one of them out of `includes` in pack.toml.",
        )
    pack = read_pack(name)
    for included in pack.includes:
        _gather(included, packs, (*path, name))
    packs[name] = pack


def _check_ids(packs: Packs) -> None:
    seen: set[str] = set()
    for kind in KINDS:
        for record in packs.records(kind):
            if record.id in seen:
                _refuse(f"The id {record.id!r} is given to two things", "Ids are unique among all packs in use.")
            seen.add(record.id)


def _check_references(packs: Packs) -> None:
    """Every id that a record points at must exist, and be of the right kind."""
    outlets = {outlet.id for outlet in packs.outlets}
    organisations = {organisation.id for organisation in packs.organisations}
    people = {person.id for person in packs.people}
    for serial in packs.serials:
        _check_reference(serial.id, "outlet", serial.outlet, outlets)
    for organisation in packs.organisations:
        _check_reference(organisation.id, "parent", organisation.parent, organisations)
        _check_reference(organisation.id, "successor", organisation.successor, organisations)
    for holding in packs.holdings:
        where = f"holdings.toml, office {holding.office!r} of {holding.country or holding.organisation}"
        _check_reference(where, "holders", holding.person, people)
        _check_reference(where, "organisation", holding.organisation, organisations)


def _check_reference(where: str, field: str, target: str | None, known: set[str]) -> None:
    if target is not None and target not in known:
        _refuse(f"{where}, field {field!r}: there is no {target!r}", "Add it, or name one that is there.")


def _refuse(problem: str, hint: str) -> None:
    raise InputError(f"{problem}.", code="pack-invalid", hint=hint)


def _certainty(holding: Holding, on: str) -> Literal["certain", "possible"] | None:
    """Whether the holding covers the date: surely, perhaps (its bounds or the date are vague), or not."""
    first, last = bounds(on)
    start = bounds(holding.start) if holding.start else None
    end = bounds(holding.end) if holding.end else None
    if (start and last < start[0]) or (end and first > end[1]):
        return None
    began = start is not None and start[1] < first
    known_to = bounds(holding.known_to)[1] if holding.known_to else None
    goes_on = last < end[0] if end else known_to is not None and last <= known_to
    return "certain" if began and goes_on else "possible"


def _without_article(text: str) -> str:
    return text.strip().removeprefix("the ").removeprefix("The ")


def _of(kind: type[R], record: Record) -> R:
    if not isinstance(record, kind):
        raise KeyError(record.id)
    return record


def _first(kind: type[R], records: tuple[Record, ...]) -> R | None:
    return _of(kind, records[0]) if records else None
