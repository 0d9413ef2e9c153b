"""Calendar arithmetic that all times rest on: which year is meant, where months and weeks end. Pure functions."""

from calendar import isleap
from datetime import date, timedelta
from typing import Literal

Direction = Literal["past", "nearest", "future"]

_LENGTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_REACH = 8  # two 29ths of February are at most eight years apart


def month_length(year: int, month: int) -> int:
    """Number of days in a month (1-12)."""
    return 29 if month == 2 and isleap(year) else _LENGTHS[month - 1]


def month_end(year: int, month: int) -> date:
    """The last day of a month (1-12)."""
    return date(year, month, month_length(year, month))


def shift_month(year: int, month: int, by: int) -> tuple[int, int]:
    """Year and month that lie `by` months later (earlier when negative)."""
    years, index = divmod(year * 12 + month - 1 + by, 12)
    return years, index + 1


def is_day(month: int, day: int) -> bool:
    """Whether a year can have this day: 29 February can be, 30 February cannot."""
    return 1 <= month <= 12 and 1 <= day <= month_length(2000, month)


def quarter(month: int) -> int:
    """The quarter (1-4) in which a month lies."""
    return (month + 2) // 3


def week_start(day: date) -> date:
    """The Monday of the ISO week that holds `day`."""
    return day - timedelta(days=day.weekday())


def week(day: date) -> tuple[date, date]:
    """Monday and Sunday of the ISO week that holds `day`."""
    monday = week_start(day)
    return monday, monday + timedelta(days=6)


def weekend(day: date) -> tuple[date, date]:
    """Saturday and Sunday of the ISO week that holds `day`."""
    monday = week_start(day)
    return monday + timedelta(days=5), monday + timedelta(days=6)


def weekday_near(weekday: int, anchor: date, direction: Direction) -> date:
    """The day with this weekday (Monday is 0) nearest to `anchor`: `past` may be the anchor itself, so may `future`;
    `nearest` is at most three days away on either side."""
    back = (anchor.weekday() - weekday) % 7
    if direction == "past" or (direction == "nearest" and back <= 3):
        return anchor - timedelta(days=back)
    return anchor + timedelta(days=(-back) % 7)


def year_for(month: int, day: int | None, anchor: date, *, direction: Direction) -> int:
    """The year that is meant by a month, or by a day of it, said without a year on the day `anchor`.

    `past` gives the latest year in which it has begun by `anchor`, `future` the earliest in which it is not over,
    `nearest` the one with the fewest days between. So a December credit in a January digest is last year's.
    ValueError when no year has that day.
    """
    if (day is not None and not is_day(month, day)) or not 1 <= month <= 12:
        raise ValueError(f"no year has a day {day} in month {month}")
    if direction == "past":
        return _first(month, day, anchor, -1)
    if direction == "future":
        return _first(month, day, anchor, 1)
    past, future = _first(month, day, anchor, -1), _first(month, day, anchor, 1)
    before = _gap(past, month, day, anchor)
    after = _gap(future, month, day, anchor)
    return past if before <= after else future


def _first(month: int, day: int | None, anchor: date, step: int) -> int:
    for ahead in range(_REACH + 1):
        year = anchor.year + step * ahead
        if day is not None and day > month_length(year, month):
            continue
        if step < 0 and date(year, month, day or 1) <= anchor:
            return year
        if step > 0 and (month_end(year, month) if day is None else date(year, month, day)) >= anchor:
            return year
    raise ValueError(f"no year near {anchor} has a day {day} in month {month}")


def _gap(year: int, month: int, day: int | None, anchor: date) -> int:
    first = date(year, month, day or 1)
    last = month_end(year, month) if day is None else first
    return max((first - anchor).days, (anchor - last).days, 0)
