"""What a region pack knows: plain immutable records, one class per kind of thing.

`names` maps a language tag to the forms in that language, the preferred one first; English is always there. `former`
are names that went out of use; `everyday` repeats those names that are common words of a language ("Time", "Mary") and
mean the thing only where one like it is expected. Dates are EDTF. `id` is unique among all packs and starts with the
pack's own prefix ("ca:", "sample:").
"""

from dataclasses import dataclass, field
from typing import Literal

Names = dict[str, tuple[str, ...]]

Kind = Literal["outlet", "serial", "organisation", "place", "person"]
"""What can be looked up by name."""

OUTLET_KINDS = ("agency", "newspaper", "television", "radio", "site", "magazine", "digest")
OWNERSHIPS = ("state", "private", "public", "foreign", "party")
NOT_TRIED = "not tried from here"
"""What an outlet says of its addresses when nobody asked them before they were written down."""

ORGANISATION_KINDS = (
    "ministry",
    "agency",
    "parliament",
    "party",
    "court",
    "forces",
    "company",
    "bank",
    "university",
    "ngo",
    "igo",
    "other",
)
PLACE_KINDS = (
    "country",
    "region",
    "district",
    "city",
    "village",
    "river",
    "lake",
    "sea",
    "valley",
    "mountains",
    "desert",
    "area",
    "facility",
    "border crossing",
)


@dataclass(frozen=True, slots=True)
class Outlet:
    """A newspaper, agency, channel or site. `kind` is one of `OUTLET_KINDS`, `ownership` of `OWNERSHIPS`.

    `language` lists the languages it appears in, the main one first. `domain` is its host without "www.". `home` is the
    address of its site, `feeds` and `sitemaps` those of what can be followed there; `tried` says when they were last
    tried: a date, or `NOT_TRIED`.
    """

    id: str
    names: Names
    language: tuple[str, ...]
    country: str | None
    kind: str
    ownership: str | None = None
    domain: str | None = None
    feeds: tuple[str, ...] = ()
    former: Names = field(default_factory=dict)
    everyday: Names = field(default_factory=dict)
    home: str | None = None
    sitemaps: tuple[str, ...] = ()
    tried: str | None = None


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

    `kind` is one of `ORGANISATION_KINDS`; `country` is None for bodies between states. `successor` took over its work.
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
    former: Names = field(default_factory=dict)
    everyday: Names = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Place:
    """A country, region, city, village, river or border; `kind` is one of `PLACE_KINDS`.

    `former` are (name, date) pairs: the name was the official one until that date. `adjectives` are what its people
    and things are called ("Kazakh"). `lat` and `lon` are WGS 84 degrees.
    """

    id: str
    names: Names
    kind: str
    country: str | None
    lat: float | None = None
    lon: float | None = None
    geonames: int | None = None
    former: tuple[tuple[str, str], ...] = ()
    adjectives: Names = field(default_factory=dict)
    everyday: Names = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody in public life, with the names they are known under."""

    id: str
    names: Names
    country: str | None
    born: str | None = None


@dataclass(frozen=True, slots=True)
class Holding:
    """A person held an office from `start` to `end`; None: not known, or not over.

    `known_to` is a day up to which the office was certainly still held, for one who held it when the pack was written.
    """

    person: str
    office: str
    organisation: str | None
    country: str | None
    start: str | None
    end: str | None
    known_to: str | None = None


Record = Outlet | Serial | Organisation | Place | Person
"""Anything in a pack that has a name and an id."""


@dataclass(frozen=True, slots=True)
class Pack:
    """One region pack, read from its folder.

    `includes` names the packs that it builds on; `as_of` is the day up to which its offices are known.
    """

    name: str
    title: str
    version: str
    outlets: tuple[Outlet, ...] = ()
    serials: tuple[Serial, ...] = ()
    organisations: tuple[Organisation, ...] = ()
    places: tuple[Place, ...] = ()
    people: tuple[Person, ...] = ()
    holdings: tuple[Holding, ...] = ()
    prefix: str = ""
    licence: str = ""
    includes: tuple[str, ...] = ()
    as_of: str | None = None
