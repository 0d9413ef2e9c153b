"""When: every expression of time in a page, and the date that dates what is said beside it."""

from sholu.reading.times.finding import find_times

__all__ = ["find_times"]
