"""Dates as the contract writes them: EDTF (ISO 8601-2) level 1, parsed into immutable values and printed back."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Literal

Precision = Literal["century", "decade", "year", "half", "quarter", "season", "month", "day", "time", "interval"]

# Codes that stand in the month's place. Halves and quarters are level 2, but the press counts in them every day.
_GROUPS: dict[int, tuple[Precision, int, int]] = {
    21: ("season", 3, 3),
    22: ("season", 6, 3),
    23: ("season", 9, 3),
    24: ("season", 12, 3),
    33: ("quarter", 1, 3),
    34: ("quarter", 4, 3),
    35: ("quarter", 7, 3),
    36: ("quarter", 10, 3),
    40: ("half", 1, 6),
    41: ("half", 7, 6),
}
_POINT = re.compile(
    r"(?P<year>\d{4}|\d{3}X|\d\dXX)(?:-(?P<month>\d\d|XX)(?:-(?P<day>\d\d|XX))?)?"
    r"(?:T(?P<clock>(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d)?)(?P<zone>Z|[+-]\d\d:\d\d)?)?"
    r"(?P<about>[~?%])?"
)


@dataclass(frozen=True, slots=True)
class Point:
    """One date out of an EDTF string: `text` as written, the first and last day it covers, and how fine it is.

    `about` is "~" (approximate), "?" (uncertain), "%" (both) or "".
    """

    text: str
    first: date
    last: date
    precision: Precision
    about: str = ""


@dataclass(frozen=True, slots=True)
class Edtf:
    """A date or an interval of dates.

    A date has `start` alone. An interval has `is_interval` set; an end that is None is open, written ".." or left
    out. Two values are equal when they are written alike; compare `bounds()` to know whether they mean the same days.
    """

    start: Point | None
    end: Point | None = None
    is_interval: bool = False
    text: str = ""

    @classmethod
    def parse(cls, text: str) -> "Edtf":
        """The value that `text` writes, such as "2006-01-11", "1999-04", "199X", "2007~" or "2006-01-11/..".

        ValueError says what is wrong with anything else.
        """
        return _parse(text)

    def __str__(self) -> str:
        return self.text

    @property
    def precision(self) -> Precision:
        """How fine the date is; "interval" for an interval, whatever its ends are."""
        return "interval" if self.is_interval or self.start is None else self.start.precision

    @property
    def is_approximate(self) -> bool:
        """Whether any part is marked as approximate or uncertain."""
        return any(point is not None and point.about for point in (self.start, self.end))

    def bounds(self) -> tuple[date, date]:
        """First and last day that the value covers; an open end is `date.min` or `date.max`."""
        if not self.is_interval and self.start is not None:
            return self.start.first, self.start.last
        return (self.start.first if self.start else date.min), (self.end.last if self.end else date.max)

    def contains(self, other: "Edtf") -> bool:
        """Whether every day that `other` covers is covered by this value."""
        first, last = self.bounds()
        other_first, other_last = other.bounds()
        return first <= other_first and other_last <= last


@lru_cache(maxsize=4096)
def _parse(text: str) -> Edtf:
    if "/" not in text:
        return Edtf(_point(text, text), text=text)
    left, _, right = text.partition("/")
    start, end = _end(left, text), _end(right, text)
    if start is None and end is None:
        raise ValueError(f"EDTF interval {text!r} is open at both ends")
    if start is not None and end is not None and start.first > end.last:
        raise ValueError(f"EDTF interval {text!r} ends before it starts")
    return Edtf(start, end, is_interval=True, text=text)


def _end(text: str, whole: str) -> Point | None:
    return None if text in ("", "..") else _point(text, whole)


def _point(text: str, whole: str) -> Point:
    match = _POINT.fullmatch(text)
    if match is None or not text.isascii():
        raise ValueError(f"{whole!r} is not an EDTF date; write such as 2006-01-11, 1999-04, 2007~, 199X or 2004/..")
    year, month, day, about = match["year"], match["month"], match["day"], match["about"] or ""
    try:
        first, last, precision = _days(year, month, day)
    except ValueError as error:
        raise ValueError(f"EDTF date {whole!r} is not on the calendar: {error}") from None
    if match["clock"]:
        if precision != "day":
            raise ValueError(f"EDTF date {whole!r} has a time of day but no day")
        precision = "time"
    return Point(text, first, last, precision, about)


def _days(year: str, month: str | None, day: str | None) -> tuple[date, date, Precision]:
    if "X" in year:
        if month is not None:
            raise ValueError("a decade or century has no month")
        low = max(int(year.replace("X", "0")), 1)
        return date(low, 1, 1), date(int(year.replace("X", "9")), 12, 31), "decade" if year[2] != "X" else "century"
    number = int(year)
    if month is None or month == "XX":
        if day not in (None, "XX"):
            raise ValueError("a day needs its month")
        return date(number, 1, 1), date(number, 12, 31), "year"
    group = _GROUPS.get(int(month))
    if group is not None:
        if day is not None:
            raise ValueError("a season, quarter or half has no day")
        precision, begin, length = group
        years, index = divmod(begin + length - 2, 12)
        return date(number, begin, 1), _month_end(number + years, index + 1), precision
    if day is None or day == "XX":
        return date(number, int(month), 1), _month_end(number, int(month)), "month"
    exact = date(number, int(month), int(day))
    return exact, exact, "day"


def _month_end(year: int, month: int) -> date:
    return date(year, month, monthrange(year, month)[1])
