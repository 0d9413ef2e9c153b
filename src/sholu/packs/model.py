"""What a region pack knows: plain immutable records, one class per kind of thing.

`names` maps a language tag to the forms in that language, the preferred one first; English is always there.
Dates are EDTF. `id` is unique among all packs and starts with the pack's own prefix ("ca:", "sample:").
"""

from dataclasses import dataclass, field

Names = dict[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Outlet:
    """A newspaper, agency, channel or site. `kind` is agency, newspaper, television, radio, site, magazine, digest."""

    id: str
    names: Names
    language: tuple[str, ...]
    country: str | None
    kind: str
    ownership: str | None = None
    domain: str | None = None
    feeds: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Serial:
    """A periodical whose header gives a volume: `first_volume` came out in `first_year`, one volume a year."""

    id: str
    outlet: str
    names: tuple[str, ...]
    first_volume: int
    first_year: int


@dataclass(frozen=True, slots=True)
class Organisation:
    """A ministry, agency, parliament, party, company or regional body. `abbreviations` is by language like `names`.

    `kind` is one of ministry, agency, parliament, party, court, forces, company, bank, university, ngo, igo, other.
    """

    id: str
    names: Names
    kind: str
    country: str | None = None
    abbreviations: Names = field(default_factory=dict)
    sector: tuple[str, ...] = ()
    parent: str | None = None
    start: str | None = None
    end: str | None = None
    successor: str | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """A country, region, city, village, river or border. `former` are names it had until the given date."""

    id: str
    names: Names
    kind: str
    country: str | None
    lat: float | None = None
    lon: float | None = None
    geonames: int | None = None
    former: tuple[tuple[str, str], ...] = ()
    adjectives: Names = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody in public life, with the names they are known under."""

    id: str
    names: Names
    country: str | None
    born: str | None = None


@dataclass(frozen=True, slots=True)
class Holding:
    """A person held an office from `start` to `end` (None: still, or not known; see `end_known`)."""

    person: str
    office: str
    organisation: str | None
    country: str | None
    start: str | None
    end: str | None


@dataclass(frozen=True, slots=True)
class Pack:
    """One region pack, read from its folder."""

    name: str
    title: str
    version: str
    outlets: tuple[Outlet, ...] = ()
    serials: tuple[Serial, ...] = ()
    organisations: tuple[Organisation, ...] = ()
    places: tuple[Place, ...] = ()
    people: tuple[Person, ...] = ()
    holdings: tuple[Holding, ...] = ()
