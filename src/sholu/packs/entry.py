"""One table of a pack's file: hands out checked fields, and says where it stands when one of them is wrong."""

import re
from typing import Any, NoReturn

from sholu.errors import InputError
from sholu.packs.dates import bounds
from sholu.packs.model import Names

_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Z][a-z]{3})?")
_COUNTRY = re.compile(r"[A-Z]{2}")
_ADDRESS = re.compile(r"https?://(?P<host>(?:[a-z0-9-]+\.)+[a-z][a-z0-9-]*[a-z0-9])(?::[0-9]{1,5})?/[!-~]*")
_KEY = re.compile(r"[a-z0-9][a-z0-9_-]*")


class Entry:
    """A table under a key. Each field that is asked for is checked and taken out; `done` refuses what is left over.

    All methods raise InputError, naming file, entry and field.
    """

    def __init__(self, file: str, key: str, data: Any, prefix: str = "") -> None:
        self.file, self.key, self.prefix = file, key, prefix
        if not isinstance(data, dict):
            self.fail("", "must be a table")
        self._data: dict[str, Any] = dict(data)

    def fail(self, field: str, problem: str) -> NoReturn:
        """Refuse the entry because of `field` (empty: because of the whole)."""
        where = f"{self.file}, [{self.key}]" + (f", field {field!r}" if field else "")
        raise InputError(f"{where}: {problem}.", code="pack-invalid", hint="The format is described in docs/packs.md.")

    def done(self) -> None:
        """Complain of fields that nobody asked for: most are misspelt."""
        for field in self._data:
            self.fail(field, "is not a field of this kind of entry")

    def has(self, field: str) -> bool:
        """Whether the field is given."""
        return field in self._data

    def text(self, field: str) -> str:
        """A text that must be given."""
        value = self._data.pop(field, None)
        if value is None:
            self.fail(field, "is missing")
        if not isinstance(value, str) or not value.strip():
            self.fail(field, f"must be text, not {value!r}")
        return value

    def option(self, field: str) -> str | None:
        """A text, or None where it is left out."""
        return self.text(field) if field in self._data else None

    def choice(self, field: str, allowed: tuple[str, ...]) -> str:
        """A text that must be one of `allowed`."""
        value = self.text(field)
        if value not in allowed:
            self.fail(field, f"{value!r} is not one of {', '.join(allowed)}")
        return value

    def texts(self, field: str) -> tuple[str, ...]:
        """Texts, of which a single one needs no brackets."""
        return self._texts(field, self._data.pop(field, ()))

    def _texts(self, field: str, value: Any) -> tuple[str, ...]:
        values = [value] if isinstance(value, str) else value
        if not isinstance(values, list | tuple) or not all(isinstance(v, str) and v.strip() for v in values):
            self.fail(field, f"must be text or a list of texts, not {value!r}")
        if len(set(values)) != len(values):
            self.fail(field, "says the same thing twice")
        return tuple(values)

    def languages(self, field: str) -> tuple[str, ...]:
        """Language tags."""
        tags = self.texts(field)
        for tag in tags:
            self._language(field, tag)
        return tags

    def _language(self, field: str, tag: str) -> None:
        if not _LANGUAGE.fullmatch(tag):
            self.fail(field, f"{tag!r} is not a language tag like en, ru or kk")

    def addresses(self, field: str) -> tuple[str, ...]:
        """Addresses of the web, in full and in ASCII; a single one needs no brackets."""
        addresses = self.texts(field)
        for address in addresses:
            self.host_of(field, address)
        return addresses

    def host_of(self, field: str, address: str) -> str:
        """The host of an address, if it is one."""
        match = _ADDRESS.fullmatch(address)
        if match is None:
            self.fail(field, f"{address!r} is not an address like https://press.example/feed")
        return match["host"]

    def names(self, field: str, *, required: bool = False) -> Names:
        """Names by language tag, English among them where they are required."""
        value = self._data.pop(field, None)
        if value is None and not required:
            return {}
        if not isinstance(value, dict) or (required and "en" not in value):
            self.fail(field, f'must give names by language, English among them, like {field}.en = "..."')
        for tag in value:
            self._language(field, tag)
        return {tag: self._texts(f"{field}.{tag}", forms) for tag, forms in value.items()}

    def country(self) -> str | None:
        """The two-letter code under `country`, or None."""
        value = self.option("country")
        if value is not None and not _COUNTRY.fullmatch(value):
            self.fail("country", f"{value!r} is not a two-letter country code")
        return value

    def date(self, field: str) -> str | None:
        """An EDTF date, or None where it is left out."""
        value = self.option(field)
        return None if value is None else self.check_date(field, value)

    def check_date(self, field: str, value: Any) -> str:
        """`value`, if it is an EDTF date."""
        try:
            bounds(value)
        except (TypeError, ValueError) as error:
            self.fail(field, str(error))
        return str(value)

    def whole(self, field: str) -> int:
        """A whole number that must be given."""
        value = self._data.pop(field, None)
        if not isinstance(value, int) or isinstance(value, bool):
            self.fail(field, f"must be a whole number, not {value!r}")
        return value

    def degrees(self, field: str, limit: int) -> float | None:
        """Degrees between -`limit` and `limit`, or None where they are left out."""
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
        """The full id of what the field points at, or None."""
        value = self.option(field)
        return None if value is None else self.qualify(value)

    def qualify(self, key: str) -> str:
        """`key` with the pack's prefix, if it has none yet."""
        return key if ":" in key else f"{self.prefix}:{key}"

    @property
    def id(self) -> str:
        """The entry's id: its key with the pack's prefix."""
        if not _KEY.fullmatch(self.key):
            self.fail("", "the key of an entry is made of small letters, digits, '-' and '_'")
        return f"{self.prefix}:{self.key}"
