"""Dates of readings as days, and how far two may lie apart."""

from datetime import date
from functools import lru_cache

from sholu.model.edtf import Edtf


@lru_cache(maxsize=65_536)
def days(value: str | None) -> tuple[date, date] | None:
    """First and last day of an EDTF date; None for no date."""
    if not value:
        return None
    try:
        return Edtf.parse(value).bounds()
    except ValueError:
        return None


def day_of(value: str | None) -> date | None:
    """The first day of an EDTF date."""
    bounds = days(value)
    return bounds[0] if bounds and bounds[0] > date.min else None


def gap(one: str | None, other: str | None) -> int | None:
    """Days between two EDTF dates, 0 where they touch; None where one is not known."""
    first, second = days(one), days(other)
    if first is None or second is None:
        return None
    return max(0, (second[0] - first[1]).days, (first[0] - second[1]).days)


def is_exact(value: str | None) -> bool:
    """Whether a date is one day."""
    bounds = days(value)
    return bounds is not None and bounds[0] == bounds[1]
