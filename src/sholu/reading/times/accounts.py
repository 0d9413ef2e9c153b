"""Stretches of months of which accounts tell: "the first nine months", "the six months to June"; one function each."""

from sholu.reading.times.calendar import shift_month
from sholu.reading.times.context import Context, Months
from sholu.reading.times.lexicon import Classes
from sholu.reading.times.meaning import Meaning, dated, in_months, number, stated_year, year_of

_CLOSE_UNITS = 90  # units after which a stretch named before is no longer what "the same period" leans on


def read_months(slots: Classes, ctx: Context) -> Meaning | None:
    """So many months from January on: "the first nine months of 2015"; the year without one is the latest so far."""
    count = float(slots["count"]) * (3 if "quarters" in slots else 1)
    if count != int(count) or not number(slots, "least", 2) <= count < 12:
        return None
    year = stated_year(slots, ctx)
    if year is None and ctx.this_month is not None:
        year = ctx.this_month[0] - (ctx.this_month[1] < count)
    if year is None:
        return dated(None)
    return in_months(((year, 1), (year, int(count))), ctx)


def read_ending(slots: Classes, ctx: Context) -> Meaning | None:
    """So many months up to one that is told: "the six months to 30 June", "the year to March 2015"."""
    count, month = number(slots, "count"), number(slots, "month2")
    if not 2 <= count <= 24:
        return None
    year = stated_year(slots, ctx)
    if year is None:
        year = year_of(month, None, ctx)
    if year is None:
        return dated(None)
    if "opens" in slots:
        return in_months(((year, month), shift_month(year, month, count - 1)), ctx)
    return in_months((shift_month(year, month, 1 - count), (year, month)), ctx)


def read_same(slots: Classes, ctx: Context) -> Meaning | None:
    """The stretch told before in another year: "the same period of 2014"; the year alone where none was told."""
    told = months_told(ctx) or _month_told(ctx)
    if "back" in slots:
        return in_months(_moved(told, -1), ctx, story=False) if told else None
    year = stated_year(slots, ctx)
    if year is None:
        return None
    return in_months(_moved(told, year - told[1][0]), ctx, story=False) if told else dated(f"{year:04}")


def months_told(ctx: Context) -> Months | None:
    """The stretch of months told shortly before."""
    return ctx.story.months if ctx.place - ctx.story.months_at < _CLOSE_UNITS else None


def _month_told(ctx: Context) -> Months | None:
    """The month told before in the sentence: "in June, 9 percent less than a year earlier"."""
    month = ctx.story.month
    return (month, month) if month is not None and ctx.in_sentence(ctx.story.month_at) else None


def year_before(ctx: Context) -> Meaning | None:
    """ "a year earlier" after such a stretch: the same one of the year before."""
    told = months_told(ctx) or _month_told(ctx)
    return in_months(_moved(told, -1), ctx, story=False) if told else None


def _moved(months: Months, years: int) -> Months:
    (first_year, first), (last_year, last) = months
    return (first_year + years, first), (last_year + years, last)
