"""Reads a pack's folder of TOML files into records, and says exactly what is wrong with a file that does not fit."""

import re
from collections.abc import Callable, Iterator
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any, TypeVar

import tomli

from sholu.errors import InputError
from sholu.packs.entry import Entry
from sholu.packs.model import (
    NOT_TRIED,
    ORGANISATION_KINDS,
    OUTLET_KINDS,
    OWNERSHIPS,
    PLACE_KINDS,
    Holding,
    Organisation,
    Outlet,
    Pack,
    Person,
    Place,
    Serial,
)

R = TypeVar("R")


def _outlet(entry: Entry) -> Outlet:
    domain = entry.option("domain")
    home, feeds, sitemaps = _home(entry, domain), entry.addresses("feeds"), entry.addresses("sitemaps")
    return Outlet(
        entry.id,
        entry.names("name", required=True),
        entry.languages("language"),
        entry.country(),
        entry.choice("kind", OUTLET_KINDS),
        entry.choice("ownership", OWNERSHIPS) if entry.has("ownership") else None,
        domain,
        feeds,
        entry.names("former"),
        entry.names("everyday"),
        home,
        sitemaps,
        _tried(entry, needed=bool(home or feeds or sitemaps)),
    )


def _home(entry: Entry, domain: str | None) -> str | None:
    """The address of the outlet's site, which must stand at its domain if that is given."""
    home = entry.option("home")
    if home is None:
        return None
    host = entry.host_of("home", home)
    if domain is not None and host != domain and not host.endswith(f".{domain}"):
        entry.fail("home", f"{home!r} is not at the domain {domain!r}")
    return home


def _tried(entry: Entry, *, needed: bool) -> str | None:
    """When the addresses were tried: an outlet that names some must say it, and one that names none must not."""
    tried = entry.option("tried")
    if tried is None and needed:
        entry.fail("tried", f"is missing: give the date on which the addresses were tried, or {NOT_TRIED!r}")
    if tried is not None and not needed:
        entry.fail("tried", "there are no addresses that it could speak of")
    return tried if tried in (None, NOT_TRIED) else entry.check_date("tried", tried)


def _serial(entry: Entry) -> Serial:
    names = entry.texts("name")
    if not names:
        entry.fail("name", "is missing")
    outlet = entry.qualify(entry.text("outlet"))
    return Serial(entry.id, outlet, names, entry.whole("first_volume"), entry.whole("first_year"))


def _organisation(entry: Entry) -> Organisation:
    return Organisation(
        entry.id,
        entry.names("name", required=True),
        entry.choice("kind", ORGANISATION_KINDS),
        entry.country(),
        entry.names("abbreviation"),
        entry.texts("sector"),
        entry.reference("parent"),
        entry.date("start"),
        entry.date("end"),
        entry.reference("successor"),
        entry.names("former"),
        entry.names("everyday"),
    )


def _place(entry: Entry) -> Place:
    return Place(
        entry.id,
        entry.names("name", required=True),
        entry.choice("kind", PLACE_KINDS),
        entry.country(),
        entry.degrees("lat", 90),
        entry.degrees("lon", 180),
        entry.whole("geonames") if entry.has("geonames") else None,
        tuple((name, entry.check_date("former", until)) for name, until in entry.rows("former", 2)),
        entry.names("adjective"),
        entry.names("everyday"),
    )


def _person(entry: Entry) -> Person:
    return Person(entry.id, entry.names("name", required=True), entry.country(), entry.date("born"))


def _holdings(entry: Entry, as_of: str | None) -> Iterator[Holding]:
    office, country, organisation = entry.text("office"), entry.country(), entry.reference("organisation")
    if country is None and organisation is None:
        entry.fail("organisation", "is missing, and there is no country either")
    for person, start, end in entry.rows("holders", 3):
        yield Holding(
            entry.qualify(person),
            office,
            organisation,
            country,
            entry.check_date("holders", start) if start else None,
            entry.check_date("holders", end) if end not in ("", "..") else None,
            as_of if end == ".." else None,
        )


def read_pack(name: str) -> Pack:
    """The pack called `name`, one of those that come with Sholu, or a folder given as a path.

    InputError if there is no such pack, or naming file, entry and field if something in it is wrong.
    """
    folder = _folder(name)
    if not (folder / "pack.toml").is_file():
        raise InputError(
            f"There is no pack {name!r}.",
            code="pack-unknown",
            hint=f"Name one of {', '.join(pack_names())}, or give the path of a folder with a pack.toml.",
        )
    header = Entry(str(folder / "pack.toml"), "pack", _table(folder / "pack.toml"))
    prefix, as_of = header.text("prefix"), header.date("as_of")
    pack = Pack(
        header.text("name"),
        header.text("title"),
        header.text("version"),
        prefix=prefix,
        licence=header.text("licence"),
        includes=header.texts("includes"),
        as_of=as_of,
        outlets=_records(folder / "outlets.toml", prefix, _outlet),
        serials=_records(folder / "serials.toml", prefix, _serial),
        organisations=_records(folder / "organisations.toml", prefix, _organisation),
        places=_records(folder / "places.toml", prefix, _place),
        people=_records(folder / "people.toml", prefix, _person),
        holdings=_offices(folder / "holdings.toml", prefix, as_of),
    )
    header.done()
    return pack


def pack_names() -> tuple[str, ...]:
    """Names of the packs that come with Sholu."""
    here = resources.files("sholu.packs")
    return tuple(sorted(folder.name for folder in here.iterdir() if (folder / "pack.toml").is_file()))


def _folder(name: str) -> Traversable:
    if re.fullmatch(r"\w+", name):
        return resources.files("sholu.packs") / name
    return Path(name)


def _table(file: Traversable) -> dict[str, Any]:
    try:
        return tomli.loads(file.read_text("utf-8"))
    except (tomli.TOMLDecodeError, UnicodeDecodeError) as error:
        raise InputError(
            f"{file} is not a TOML file: {error}.", code="pack-invalid", hint="Mend it at that line and try again."
        ) from error


def _records(file: Traversable, prefix: str, build: Callable[[Entry], R]) -> tuple[R, ...]:
    if not file.is_file():
        return ()
    records = []
    for key, data in _table(file).items():
        entry = Entry(str(file), key, data, prefix)
        records.append(build(entry))
        entry.done()
    return tuple(records)


def _offices(file: Traversable, prefix: str, as_of: str | None) -> tuple[Holding, ...]:
    groups = _records(file, prefix, lambda entry: tuple(_holdings(entry, as_of)))
    return tuple(holding for group in groups for holding in group)
