"""What a rule can mean, and the questions that several meanings ask: which year is this, which stretch of it."""

from collections.abc import Callable
from datetime import date
from typing import NamedTuple

from sholu.model.reading import TimeKind
from sholu.reading.times.calendar import month_end, year_for
from sholu.reading.times.context import Context, Months
from sholu.reading.times.lexicon import Classes

_FAR = 300  # days: a day said without a year is hardly that far off when the other reading is near
_NEAR = 120  # days: how far ahead a day said without a year and tense may lie
_RECENT = 100  # days: a quarter or season over for less is still spoken of, also with a verb of the future


class Meaning(NamedTuple):
    """A time that was read. `kind` is None for words to be passed over. `clock` is a time of day that still wants
    its day, "" for a part of the day; `extends` whether words such as "early" or "the end of" belong to it."""

    kind: TimeKind | None
    value: str | None = None
    clock: str | None = None
    extends: bool = False


def number(slots: Classes, name: str, default: int = 0) -> int:
    """A bound value as a whole number."""
    return int(slots.get(name, default))


def dated(value: str | None, *, extends: bool = True) -> Meaning:
    """A date with its EDTF value, which words such as "early" may extend."""
    return Meaning("date", value, extends=extends)


def agrees(count: float, ctx: Context) -> bool:
    """«355 тысяч год назад»: a unit in the singular goes with one, twenty-one and the like."""
    single = any("ONE" in unit.classes for unit in ctx.line.units[ctx.place : ctx.stop])
    return not single or (count % 10 == 1 and count % 100 != 11)


def stated_year(slots: Classes, ctx: Context) -> int | None:
    """The year that the expression itself gives: in digits, as "last year", or as the year told before."""
    if "year" in slots:
        return number(slots, "year")
    if "short" in slots:
        short = number(slots, "short")
        return short + (2000 if short < 30 else 1900)
    if "yshift" in slots and ctx.this_year is not None:
        return ctx.this_year + number(slots, "yshift")
    if "ystory" in slots:
        return ctx.story.year
    return None


def year_of(month: int, day: int | None, ctx: Context) -> int | None:
    """The year of a day or month said without one, from the day of publication and the tense around it."""
    if ctx.anchor is None:
        return ctx.story.year
    if ctx.today is None:
        return ctx.this_year
    today = ctx.today
    past = year_for(month, day, today, direction="past")
    future = year_for(month, day, today, direction="future")
    if past == future:
        return past
    behind = (today - (date(past, month, day) if day else month_end(past, month))).days
    ahead = (date(future, month, day or 1) - today).days
    tense = ctx.tense()
    if tense == "future":
        return future if ahead <= 3 * behind else past
    if tense == "past":
        return future if behind > _FAR and ahead < _NEAR / 2 else past
    return future if ahead < _NEAR and ahead * 2 < behind else past


def recent_year(ctx: Context, bounds: Callable[[int], tuple[date, date]]) -> int | None:
    """The year in which a stretch of the year without one lies: the latest begun, or with a future verb the next."""
    if ctx.today is None:
        return ctx.this_year if ctx.anchor else ctx.story.year
    year = ctx.today.year
    if bounds(year)[0] > ctx.today:
        year -= 1
    first, last = bounds(year)
    if ctx.tense() == "future" and (ctx.today - last).days > _RECENT and first <= ctx.today:
        return year + 1
    return year


def in_months(months: Months, ctx: Context, *, story: bool = True) -> Meaning:
    """A stretch of months; from here on the one that the text speaks of, unless it is only compared with."""
    if story:
        ctx.story.months, ctx.story.months_at = months, ctx.place
    (first_year, first), (last_year, last) = months
    if months[0] == months[1]:
        return dated(f"{first_year:04}-{first:02}")
    return dated(f"{first_year:04}-{first:02}/{last_year:04}-{last:02}")


def in_quarter(year: int, ordinal: int, ctx: Context) -> Meaning:
    """A quarter of a year, which from here on is the one that the text speaks of."""
    ctx.story.quarter = (year, ordinal)
    return in_months(((year, 3 * ordinal - 2), (year, 3 * ordinal)), ctx)
