"""How long to leave a host in peace that asked for it, or that fails."""

from collections.abc import Callable
from datetime import UTC
from email.utils import parsedate_to_datetime

LONGEST = 86_400.0
"""Seconds: whatever a server asks for, a day later it is tried again."""

_FIRST = 60.0
_LONGEST_OWN = 6 * 3600.0
_JITTER = 0.25


def retry_after(value: str | None, now: float) -> float | None:
    """Seconds to wait that a Retry-After header says, as a number or as a date; 0..LONGEST. None when it says none."""
    if not value:
        return None
    written = value.strip()
    if written.isascii() and written.isdigit():
        return min(float(written[:12]), LONGEST)
    try:
        moment = parsedate_to_datetime(written)
    except (ValueError, TypeError, OverflowError):
        return None
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=UTC)
    try:
        return min(max(moment.timestamp() - now, 0.0), LONGEST)
    except (OverflowError, ValueError):
        return None


def back_off(failures: int, random: Callable[[], float]) -> float:
    """Seconds to wait after so many failures in a row: a minute, two, four, ... six hours, give or take a quarter.

    `random` gives a number from 0 to 1; without it, many would come back at the same moment.
    """
    seconds: float = min(_FIRST * 2.0 ** min(max(failures - 1, 0), 20), _LONGEST_OWN)
    return seconds * (1 - _JITTER + 2 * _JITTER * random())
