"""Pack dates: years, months and days in EDTF, and the span of days that each may stand for."""

import re
from calendar import monthrange
from datetime import date

_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?~?")


def bounds(value: str) -> tuple[date, date]:
    """The first and the last day that the EDTF date `value` (year, month or day) may mean; ValueError otherwise."""
    match = _DATE.fullmatch(value)
    if match is None:
        raise ValueError(f"{value!r} is not YYYY, YYYY-MM or YYYY-MM-DD")
    year, month, day = (int(part) if part else None for part in match.groups())
    assert year is not None
    if month is None:
        return date(year, 1, 1), date(year, 12, 31)
    if not 1 <= month <= 12:
        raise ValueError(f"{value!r} has no month {month}")
    if day is None:
        return date(year, month, 1), date(year, month, monthrange(year, month)[1])
    return date(year, month, day), date(year, month, day)
