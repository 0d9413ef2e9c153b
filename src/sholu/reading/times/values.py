"""How times are written: EDTF for dates, ISO 8601 for durations. Small pure functions."""

from datetime import date

from sholu.reading.times.calendar import month_end, shift_month, week, weekend

SEASONS = {"spring": (21, 3), "summer": (22, 6), "autumn": (23, 9), "winter": (24, 12)}
"""Season -> EDTF code and first month."""

_MONTHS = {"year": 12, "month": 1, "quarter": 3, "half": 6, "decade": 120, "century": 1200, "millennium": 12000}
_DAYS = {"day": 1, "night": 1, "weekend": 2}
_CLOCK = {"hour": 3600, "minute": 60, "second": 1}


def written_year(year: int) -> str | None:
    """A year; None where EDTF level 1 of four digits cannot write it."""
    return f"{year:04}" if 1 <= year <= 9999 else None


def written_month(year: int, month: int) -> str | None:
    """A month of a year; months beyond 1-12 run into the years around."""
    year, month = shift_month(year, month, 0)
    return f"{year:04}-{month:02}" if 1 <= year <= 9999 else None


def written_week(day: date) -> str:
    """The ISO week that holds `day`, as an interval."""
    first, last = week(day)
    return f"{first}/{last}"


def written_weekend(day: date) -> str:
    """The weekend of the ISO week that holds `day`, as an interval."""
    first, last = weekend(day)
    return f"{first}/{last}"


def written_quarter(year: int, number: int) -> str:
    """A quarter (1-4) of a year, as an interval of months."""
    return f"{year:04}-{number * 3 - 2:02}/{year:04}-{number * 3:02}"


def written_half(year: int, number: int) -> str:
    """A half (1 or 2) of a year, as an interval of months."""
    return f"{year:04}-{number * 6 - 5:02}/{year:04}-{number * 6:02}"


def written_season(year: int, season: str) -> str:
    """A season of a year; winter belongs to the year in which it begins."""
    return f"{year:04}-{SEASONS[season][0]}"


def season_bounds(year: int, season: str) -> tuple[date, date]:
    """First and last day of a season."""
    month = SEASONS[season][1]
    last_year, last_month = shift_month(year, month, 2)
    return date(year, month, 1), month_end(last_year, last_month)


def duration(parts: list[tuple[float, str]]) -> str | None:
    """ISO 8601 for amounts of units ("P2Y6M" for 2.5 years); None for units that have no length.

    A part of a year is told in months, a part of an hour in minutes; other fractions keep their decimal point.
    Months alone stay months ("P18M"), minutes alone minutes ("PT90M").
    """
    months = weeks = days = seconds = 0.0
    for count, unit in parts:
        if unit in _MONTHS:
            months += count * _MONTHS[unit]
        elif unit in _DAYS:
            days += count * _DAYS[unit]
        elif unit in _CLOCK:
            seconds += count * _CLOCK[unit]
        elif unit in ("week", "fortnight"):
            weeks += count * (2 if unit == "fortnight" else 1)
        else:
            return None
    if weeks and (months or days or seconds):
        weeks, days = 0.0, days + 7 * weeks
    told = {unit for _, unit in parts}
    years = 0 if told <= {"month", "quarter"} else int(months // 12)
    day = _pieces((years, "Y"), (months - 12 * years, "M"), (weeks, "W"), (days, "D"))
    hours = int(seconds // 3600) if "hour" in told else 0
    seconds -= 3600 * hours
    minutes = int(seconds // 60) if told & {"hour", "minute"} else 0
    clock = _pieces((hours, "H"), (minutes, "M"), (seconds - 60 * minutes, "S"))
    return f"P{day}" + (f"T{clock}" if clock else "") if day or clock else None


def _pieces(*amounts: tuple[float, str]) -> str:
    return "".join(f"{amount:.12g}{letter}" for amount, letter in amounts if amount)
