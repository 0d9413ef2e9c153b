"""The units that figures carry: their codes, kinds and the signs that stand for them."""

from functools import cache
from typing import NamedTuple

from sholu.codebook.tables import table

_KINDS = (
    "currency", "share", "duration", "mass", "length", "area", "volume", "energy", "temperature", "rate", "data",
    "other",
)  # fmt: skip


class Unit(NamedTuple):
    """A unit of measure: its code ("KZT", "kg", "%", "count"), its kind ("currency", "mass", ...), its name."""

    code: str
    kind: str
    name: str


@cache
def units() -> dict[str, Unit]:
    """Every unit by its code."""
    return {code: Unit(code, kind, name) for kind in _KINDS for code, name in table("units")[kind].items()}


def signs() -> dict[str, str]:
    """Signs beside a figure ("$", "%") with the code that each stands for."""
    return dict(table("units")["signs"])


def dollars() -> dict[str, str]:
    """Letters before a dollar sign ("us", "hk") with the currency that they make of it."""
    return dict(table("units")["dollars"])


def letters() -> dict[str, tuple[str, ...]]:
    """Letters before a sum ("Rs", "Tk"), as written, with the currencies that they may stand for."""
    return {short: tuple(codes) for short, codes in table("units")["letters"].items()}


def zones() -> dict[str, tuple[str, ...]]:
    """Currencies that several countries share, with the countries."""
    return {code: tuple(countries) for code, countries in table("units")["zones"].items()}


def symbols() -> dict[str, str]:
    """Symbols that every language writes alike ("km", "MW"), as written, with their codes."""
    return dict(table("units")["symbols"])


def is_unit(code: str) -> bool:
    """Whether `code` is a unit, or one unit by another ("USD/bbl", "%/year")."""
    known = units()
    top, mark, bottom = code.partition("/")
    return code in known or (bool(mark) and top in known and bottom in known)
