"""Reads a pack's folder of TOML files into records, and says exactly what is wrong with a file that does not fit."""

import re
import tomllib
from collections.abc import Callable, Iterator
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any, NoReturn, TypeVar

from sholu.errors import InputError
from sholu.packs.dates import bounds
from sholu.packs.model import (
    ORGANISATION_KINDS,
    OUTLET_KINDS,
    OWNERSHIPS,
    PLACE_KINDS,
    Holding,
    Names,
    Organisation,
    Outlet,
    Pack,
    Person,
    Place,
    Serial,
)

R = TypeVar("R")

_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Z][a-z]{3})?")
_COUNTRY = re.compile(r"[A-Z]{2}")
_KEY = re.compile(r"[a-z0-9][a-z0-9_-]*")


class _Entry:
    """One table of a file: hands out checked fields and knows where it stands when one is wrong."""

    def __init__(self, file: str, key: str, data: Any, prefix: str = "") -> None:
        self.file, self.key, self.prefix = file, key, prefix
        if not isinstance(data, dict):
            self.fail("", "must be a table")
        self._data: dict[str, Any] = dict(data)

    def fail(self, field: str, problem: str) -> NoReturn:
        where = f"{self.file}, [{self.key}]" + (f", field {field!r}" if field else "")
        raise InputError(f"{where}: {problem}.", code="pack-invalid", hint="The format is described in docs/packs.md.")

    def done(self) -> None:
        """Complain of fields that nobody asked for: most are misspelt."""
        for field in self._data:
            self.fail(field, "is not a field of this kind of entry")

    def has(self, field: str) -> bool:
        return field in self._data

    def text(self, field: str) -> str:
        value = self._data.pop(field, None)
        if value is None:
            self.fail(field, "is missing")
        if not isinstance(value, str) or not value.strip():
            self.fail(field, f"must be text, not {value!r}")
        return value

    def option(self, field: str) -> str | None:
        return self.text(field) if field in self._data else None

    def choice(self, field: str, allowed: tuple[str, ...]) -> str:
        value = self.text(field)
        if value not in allowed:
            self.fail(field, f"{value!r} is not one of {', '.join(allowed)}")
        return value

    def texts(self, field: str) -> tuple[str, ...]:
        return self._texts(field, self._data.pop(field, ()))

    def _texts(self, field: str, value: Any) -> tuple[str, ...]:
        values = [value] if isinstance(value, str) else value
        if not isinstance(values, list | tuple) or not all(isinstance(v, str) and v.strip() for v in values):
            self.fail(field, f"must be text or a list of texts, not {value!r}")
        if len(set(values)) != len(values):
            self.fail(field, "says the same thing twice")
        return tuple(values)

    def languages(self, field: str) -> tuple[str, ...]:
        tags = self.texts(field)
        for tag in tags:
            self._language(field, tag)
        return tags

    def _language(self, field: str, tag: str) -> None:
        if not _LANGUAGE.fullmatch(tag):
            self.fail(field, f"{tag!r} is not a language tag like en, ru or kk")

    def names(self, field: str, *, required: bool = False) -> Names:
        value = self._data.pop(field, None)
        if value is None and not required:
            return {}
        if not isinstance(value, dict) or (required and "en" not in value):
            self.fail(field, f'must give names by language, English among them, like {field}.en = "..."')
        for tag in value:
            self._language(field, tag)
        return {tag: self._texts(f"{field}.{tag}", forms) for tag, forms in value.items()}

    def country(self) -> str | None:
        value = self.option("country")
        if value is not None and not _COUNTRY.fullmatch(value):
            self.fail("country", f"{value!r} is not a two-letter country code")
        return value

    def date(self, field: str) -> str | None:
        value = self.option(field)
        return None if value is None else self.check_date(field, value)

    def check_date(self, field: str, value: Any) -> str:
        try:
            bounds(value)
        except (TypeError, ValueError) as error:
            self.fail(field, str(error))
        return str(value)

    def whole(self, field: str) -> int:
        value = self._data.pop(field, None)
        if not isinstance(value, int) or isinstance(value, bool):
            self.fail(field, f"must be a whole number, not {value!r}")
        return value

    def degrees(self, field: str, limit: int) -> float | None:
        value = self._data.pop(field, None)
        if value is None:
            return None
        if not isinstance(value, int | float) or isinstance(value, bool) or not -limit <= value <= limit:
            self.fail(field, f"must be degrees between -{limit} and {limit}, not {value!r}")
        return float(value)

    def rows(self, field: str, width: int) -> list[list[str]]:
        """A list of rows of `width` texts each; an empty text stands for what is not known."""
        value = self._data.pop(field, [])
        for row in value if isinstance(value, list) else [value]:
            if not isinstance(row, list) or len(row) != width or not all(isinstance(cell, str) for cell in row):
                self.fail(field, f"must be a list of rows of {width} texts, not {row!r}")
        return list(value)

    def reference(self, field: str) -> str | None:
        value = self.option(field)
        return None if value is None else self.qualify(value)

    def qualify(self, key: str) -> str:
        return key if ":" in key else f"{self.prefix}:{key}"

    @property
    def id(self) -> str:
        if not _KEY.fullmatch(self.key):
            self.fail("", "the key of an entry is made of small letters, digits, '-' and '_'")
        return f"{self.prefix}:{self.key}"


def _outlet(entry: _Entry) -> Outlet:
    return Outlet(
        entry.id,
        entry.names("name", required=True),
        entry.languages("language"),
        entry.country(),
        entry.choice("kind", OUTLET_KINDS),
        entry.choice("ownership", OWNERSHIPS) if entry.has("ownership") else None,
        entry.option("domain"),
        entry.texts("feeds"),
        entry.names("former"),
        entry.names("everyday"),
    )


def _serial(entry: _Entry) -> Serial:
    names = entry.texts("name")
    if not names:
        entry.fail("name", "is missing")
    outlet = entry.qualify(entry.text("outlet"))
    return Serial(entry.id, outlet, names, entry.whole("first_volume"), entry.whole("first_year"))


def _organisation(entry: _Entry) -> Organisation:
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


def _place(entry: _Entry) -> Place:
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


def _person(entry: _Entry) -> Person:
    return Person(entry.id, entry.names("name", required=True), entry.country(), entry.date("born"))


def _holdings(entry: _Entry, as_of: str | None) -> Iterator[Holding]:
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
    header = _Entry(str(folder / "pack.toml"), "pack", _table(folder / "pack.toml"))
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
        return tomllib.loads(file.read_text("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise InputError(
            f"{file} is not a TOML file: {error}.", code="pack-invalid", hint="Mend it at that line and try again."
        ) from error


def _records(file: Traversable, prefix: str, build: Callable[[_Entry], R]) -> tuple[R, ...]:
    if not file.is_file():
        return ()
    records = []
    for key, data in _table(file).items():
        entry = _Entry(str(file), key, data, prefix)
        records.append(build(entry))
        entry.done()
    return tuple(records)


def _offices(file: Traversable, prefix: str, as_of: str | None) -> tuple[Holding, ...]:
    groups = _records(file, prefix, lambda entry: tuple(_holdings(entry, as_of)))
    return tuple(holding for group in groups for holding in group)
