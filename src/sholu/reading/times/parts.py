"""Parts of a year: quarters, halves, seasons. One function a meaning."""

from datetime import date

from sholu.reading.times.calendar import month_end
from sholu.reading.times.context import Context
from sholu.reading.times.lexicon import Classes
from sholu.reading.times.meaning import Meaning, dated, in_months, in_quarter, number, recent_year, stated_year
from sholu.reading.times.values import season_bounds, written_season


def read_quarter(slots: Classes, ctx: Context) -> Meaning | None:
    """A quarter: "the third quarter of 2006"."""
    ordinal = number(slots, "ord")
    if "ord" not in slots and ctx.story.quarter is not None:
        ordinal = ctx.story.quarter[1]
    if not 1 <= ordinal <= 4:
        return None
    year = stated_year(slots, ctx)
    if year is None:
        year = recent_year(ctx, lambda y: (date(y, ordinal * 3 - 2, 1), month_end(y, ordinal * 3)))
    if year is None:
        return dated(None)
    return in_quarter(year, ordinal, ctx)


def read_half(slots: Classes, ctx: Context) -> Meaning | None:
    """A half of a year."""
    ordinal = number(slots, "ord")
    if not 1 <= ordinal <= 2:
        return None
    year = stated_year(slots, ctx)
    if year is None and ctx.today is not None and ctx.tense() != "past":
        year = ctx.today.year  # "talks on the price for the second half of the year"
    if year is None:
        year = recent_year(ctx, lambda y: (date(y, ordinal * 6 - 5, 1), month_end(y, ordinal * 6)))
    return in_months(((year, 6 * ordinal - 5), (year, 6 * ordinal)), ctx) if year is not None else dated(None)


def read_season(slots: Classes, ctx: Context) -> Meaning | None:
    """A season: "last fall", "summer 2006"."""
    season = str(slots["season"])
    year = stated_year(slots, ctx)
    if year is None and "shift" in slots and ctx.today is not None:
        return dated(written_season(_shifted_season(season, number(slots, "shift"), ctx.today), season))
    if year is None:
        if "sure" not in slots and "shift" not in slots:
            return None
        ahead = "ahead" in slots and ctx.today is not None and ctx.tense() != "past"
        if ahead and ctx.today is not None:
            return dated(written_season(_next_season(season, ctx.today), season))
        year = recent_year(ctx, lambda y: season_bounds(y, season))
    return dated(written_season(year, season) if year is not None else None)


def _next_season(season: str, today: date) -> int:
    """The year of the next season to begin: «к весне», «до осени»."""
    return next(year for year in range(today.year - 1, today.year + 2) if season_bounds(year, season)[0] > today)


def _shifted_season(season: str, shift: int, today: date) -> int:
    if shift == 0:
        return today.year - 1 if season == "winter" and today.month < 3 else today.year
    year = today.year - shift
    while not (season_bounds(year, season)[1] < today if shift < 0 else season_bounds(year, season)[0] > today):
        year += shift
    while True:
        first, last = season_bounds(year - shift, season)
        if not (last < today if shift < 0 else first > today):
            return year
        year -= shift
