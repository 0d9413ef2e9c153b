"""Dates of the calendar: days, months, years, decades, centuries, holidays. One function a meaning."""

from datetime import date, timedelta

from sholu.reading.times.calendar import Direction, is_day, month_length, year_for
from sholu.reading.times.context import Context
from sholu.reading.times.lexicon import Classes
from sholu.reading.times.meaning import Meaning, dated, in_months, number, stated_year, year_of
from sholu.reading.times.values import written_week

_DIRECTIONS: dict[int, Direction] = {-2: "past", -1: "past", 0: "nearest", 1: "future"}


_HYPHENS = frozenset("-‑")


def read_day(slots: Classes, ctx: Context) -> Meaning | None:
    """A day: "January 18", "17 января 2006 года"."""
    month, day = number(slots, "month"), number(slots, "day")
    if not is_day(month, day):
        return None
    year = stated_year(slots, ctx)
    if year is None and "shift" in slots and ctx.today is not None:
        year = year_for(month, day, ctx.today, direction=_DIRECTIONS[number(slots, "shift")])
    if year is None:
        year = year_of(month, day, ctx)
    if year is None:
        return dated(None, extends=False)
    if day > month_length(year, month):
        return None
    first = date(year, month, day)
    ctx.story.day, ctx.story.month, ctx.story.year = first, (year, month), year
    if "day2" not in slots:
        return dated(first.isoformat(), extends=False)
    return _day_range(slots, first)


def _day_range(slots: Classes, first: date) -> Meaning | None:
    """ "January 19-21", "30 January - 2 February": from `first` on; the year is that of the last day."""
    month, day = number(slots, "month2", first.month), number(slots, "day2")
    if not is_day(month, day) or day > month_length(first.year, month):
        return None
    last = date(first.year, month, day)
    if last <= first:
        if "month2" not in slots or "year" in slots:
            return None
        last = date(first.year + 1, month, min(day, month_length(first.year + 1, month)))
    return dated(f"{first}/{last}", extends=False)


def read_month(slots: Classes, ctx: Context) -> Meaning | None:
    """A month: "April 1999", "last April"."""
    month = number(slots, "month")
    year = stated_year(slots, ctx)
    if year is None and "shift" in slots:
        year = _shifted_month_year(month, number(slots, "shift"), ctx)
    if year is None:
        if _is_alone(slots, ctx):
            return None
        year = year_of(number(slots, "month2", month), None, ctx)
    if year is None:
        return dated(None)
    ctx.story.month, ctx.story.year = (year, month), year
    if "month2" in slots:
        last = number(slots, "month2")
        first = year - 1 if last < month else year
        return in_months(((first, month), (year, last)), ctx)
    return dated(f"{year:04}-{month:02}")


def _is_alone(slots: Classes, ctx: Context) -> bool:
    """A month that is also a name or a verb, without a word beside it that says it is a month."""
    if not any(unit.weak for unit in ctx.line.units[ctx.place : ctx.stop]):
        return False
    following = ctx.line.units[ctx.stop : ctx.stop + 1]
    if following and ctx.page.text[following[0].start : following[0].start + 1].isupper():
        return True
    return not any(ctx.before(name) for name in ("PREP", "MOD", "SHIFT", "OF", "DASH", "A"))


def _shifted_month_year(month: int, shift: int, ctx: Context) -> int | None:
    """ "last April", "this September", "next May"."""
    if ctx.this_month is None:
        return ctx.this_year + shift if ctx.this_year is not None else None
    year, current = ctx.this_month
    if shift < 0:
        return year if month < current else year - 1
    if shift > 0:
        return year if month > current else year + 1
    return year


def read_written(slots: Classes, ctx: Context) -> Meaning | None:
    """A date written in numbers: "17.01.2006"."""
    value = str(slots["date"])
    day = date.fromisoformat(value[:10])
    ctx.story.day, ctx.story.month, ctx.story.year = day, (day.year, day.month), day.year
    return Meaning("time" if "T" in value else "date", value)


def read_year(slots: Classes, ctx: Context) -> Meaning | None:
    """A year: "2007", "2004-2006", "about 1990"."""
    year = stated_year(slots, ctx)
    if year is None or ("sure" not in slots and not _is_year(year, slots, ctx)):
        return None
    about = "~" if "about" in slots else ""
    ctx.story.year = year
    if "year2" in slots or "short2" in slots:
        last = number(slots, "year2") if "year2" in slots else year // 100 * 100 + number(slots, "short2")
        return dated(f"{year:04}/{last:04}") if year < last < year + 200 else None
    return dated(f"{year:04}{about}")


def _is_year(year: int, slots: Classes, ctx: Context) -> bool:
    """Whether a bare number of four digits is a year: by what stands around it."""
    if not 1700 <= year <= 2079 or ctx.after("UNIT") or ctx.after("MEASURE") or ctx.before("MEASURE"):
        return False
    start = ctx.line.units[ctx.place].start
    if ctx.page.text[start - 1 : start] in _HYPHENS and ctx.page.text[max(0, start - 2) : start - 1].isalpha():
        return False  # "EXPO-2017"
    if any(ctx.before(name) for name in ("PREP", "DET", "MOD", "OF", "POSS", "TO", "LPAREN", "DASH", "AND")):
        return True
    text = ctx.page.text
    end = ctx.line.units[ctx.stop - 1].end
    following = text[end : end + 2]
    if "strict" in slots and (following[:1].isalnum() or following[1:].isalnum()):
        return False
    return 1900 <= year <= 2049


def read_decade(slots: Classes, ctx: Context) -> Meaning | None:
    """A decade by its first three digits, or with `tens` by its first year in two or four digits."""
    decade = number(slots, "decade")
    if "tens" in slots:
        first = number(slots, "tens")
        if first % 10 or 99 < first < 1000:
            return None
        decade = first // 10 if first > 99 else first // 10 + (200 if first < 30 else 190)
    ctx.story.year = decade * 10
    return dated(f"{decade:03}X")


def read_century(slots: Classes, ctx: Context) -> Meaning | None:
    """A century by its number: "the 20th century"."""
    value = slots.get("century", 0)
    if value != int(value) or not 1 <= int(value) <= 21:
        return None
    return dated(f"{int(value) - 1:02}XX")


def read_week_of(slots: Classes, ctx: Context) -> Meaning | None:
    """The week that holds a day: "the week of March 6"."""
    found = read_day(slots, ctx)
    if found is None or found.value is None:
        return found
    return dated(written_week(date.fromisoformat(found.value)))


def read_holiday(slots: Classes, ctx: Context) -> Meaning | None:
    """A day with a name: "12-25", or "11-4-3" for the fourth Thursday (Monday is 0) of November."""
    rule = [int(part) for part in str(slots["holiday"]).split("-")]
    year = stated_year(slots, ctx)
    if year is None:
        year = year_of(rule[0], rule[1] if len(rule) == 2 else 7 * rule[1] - 3, ctx)
    if year is None:
        return dated(None)
    day = date(year, rule[0], rule[1]) if len(rule) == 2 else _nth(year, *rule)
    ctx.story.day, ctx.story.year = day, year
    return dated(day.isoformat())


def _nth(year: int, month: int, count: int, weekday: int) -> date:
    first = date(year, month, 1)
    return first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (count - 1))
