"""When to look at a source again: about twice as often as it publishes, less often while it fails."""

_WEEK = 7 * 86_400.0
SHORTEST = 600.0
"""Seconds: no source is looked at more often, unless the user says so."""
LONGEST = 86_400.0
"""Seconds: a source that is silent or broken is still looked at once a day."""
_UNKNOWN = 3_600.0


def interval(found_in_week: int, days_followed: float, failures: int, every: float | None = None) -> float:
    """Seconds until a source is looked at next.

    `found_in_week` counts what it published in the last seven days, of which we followed it for `days_followed`.
    """
    if every is not None:
        usual = every
    elif days_followed < 1 and found_in_week:
        usual = _UNKNOWN  # what stood there when we came does not tell how often it changes
    elif found_in_week:
        usual = min(_WEEK, days_followed * 86_400.0) / found_in_week / 2
    else:
        usual = 6 * _UNKNOWN
    bounded = usual if every is not None else min(max(usual, SHORTEST), LONGEST)
    if failures:
        return max(bounded, min(bounded * 2.0 ** min(failures, 10), LONGEST))
    return bounded
