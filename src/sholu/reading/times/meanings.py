"""What each rule means: one function a meaning, from the values that a rule bound to a dated meaning.

A function returns None when the words do not speak of time after all; the next rule is tried then.
"""

from collections.abc import Callable
from datetime import date, timedelta
from typing import NamedTuple

from sholu.model.reading import TimeKind
from sholu.reading.times.calendar import (
    Direction,
    is_day,
    month_end,
    month_length,
    quarter,
    shift_month,
    shift_months,
    weekday_near,
    year_for,
)
from sholu.reading.times.context import Context
from sholu.reading.times.lexicon import Classes
from sholu.reading.times.values import (
    SEASONS,
    duration,
    season_bounds,
    written_half,
    written_month,
    written_quarter,
    written_season,
    written_week,
    written_weekend,
    written_year,
)


class Meaning(NamedTuple):
    """A time that was read. `kind` is None for words to be passed over. `clock` is a time of day that still wants
    its day, "" for a part of the day; `extends` whether words such as "early" or "the end of" belong to it."""

    kind: TimeKind | None
    value: str | None = None
    clock: str | None = None
    extends: bool = False


_DIRECTIONS: dict[int, Direction] = {-1: "past", 0: "nearest", 1: "future"}
_PASS = Meaning(None)
_FAR = 300  # days: a day said without a year is hardly that far off when the other reading is near
_NEAR = 120  # days: how far ahead a day said without a year and tense may lie
_RECENT = 100  # days: a quarter or season over for less is still spoken of, also with a verb of the future
_CLOSE_UNITS = 90  # units after which a quarter named before is no longer what "a year earlier" leans on


def number(slots: Classes, name: str, default: int = 0) -> int:
    """A bound value as a whole number."""
    return int(slots.get(name, default))


def _dated(value: str | None, *, extends: bool = True) -> Meaning:
    return Meaning("date", value, extends=extends)


# -- calendar dates


def _day(slots: Classes, ctx: Context) -> Meaning | None:
    month, day = number(slots, "month"), number(slots, "day")
    if not is_day(month, day):
        return None
    year = _stated_year(slots, ctx)
    if year is None and "shift" in slots and ctx.today is not None:
        year = year_for(month, day, ctx.today, direction=_DIRECTIONS[number(slots, "shift")])
    if year is None:
        year = _year_of(month, day, ctx)
    if year is None:
        return _dated(None, extends=False)
    if day > month_length(year, month):
        return None
    first = date(year, month, day)
    ctx.story.day, ctx.story.month, ctx.story.year = first, (year, month), year
    if "day2" not in slots:
        return _dated(first.isoformat(), extends=False)
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
    return _dated(f"{first}/{last}", extends=False)


def _month(slots: Classes, ctx: Context) -> Meaning | None:
    month = number(slots, "month")
    year = _stated_year(slots, ctx)
    if year is None and "shift" in slots:
        year = _shifted_month_year(month, number(slots, "shift"), ctx)
    if year is None:
        if _is_alone(slots, ctx):
            return None
        year = _year_of(month, None, ctx)
    if year is None:
        return _dated(None)
    ctx.story.month, ctx.story.year = (year, month), year
    if "month2" in slots:
        last = number(slots, "month2")
        first = year - 1 if last < month else year
        return _dated(f"{first:04}-{month:02}/{year:04}-{last:02}")
    return _dated(f"{year:04}-{month:02}")


def _is_alone(slots: Classes, ctx: Context) -> bool:
    """A month that is also a name or a verb, without a word beside it that says it is a month."""
    if not any(unit.weak for unit in ctx.line.units[ctx.place : ctx.stop]):
        return False
    following = ctx.line.units[ctx.stop : ctx.stop + 1]
    if following and ctx.page.text[following[0].start : following[0].start + 1].isupper():
        return True
    return not any(ctx.before(name) for name in ("PREP", "MOD", "SHIFT", "OF", "DASH", "A"))


def _stated_year(slots: Classes, ctx: Context) -> int | None:
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


def _year_of(month: int, day: int | None, ctx: Context) -> int | None:
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


def _written(slots: Classes, ctx: Context) -> Meaning | None:
    value = str(slots["date"])
    day = date.fromisoformat(value[:10])
    ctx.story.day, ctx.story.month, ctx.story.year = day, (day.year, day.month), day.year
    return Meaning("time" if "T" in value else "date", value)


def _year(slots: Classes, ctx: Context) -> Meaning | None:
    year = _stated_year(slots, ctx)
    if year is None or ("sure" not in slots and not _is_year(year, slots, ctx)):
        return None
    about = "~" if "about" in slots else ""
    ctx.story.year = year
    if "year2" in slots or "short2" in slots:
        last = number(slots, "year2") if "year2" in slots else year // 100 * 100 + number(slots, "short2")
        return _dated(f"{year:04}/{last:04}") if year < last < year + 200 else None
    return _dated(f"{year:04}{about}")


def _is_year(year: int, slots: Classes, ctx: Context) -> bool:
    """Whether a bare number of four digits is a year: by what stands around it."""
    if not 1700 <= year <= 2079 or ctx.after("UNIT") or ctx.after("MEASURE") or ctx.before("MEASURE"):
        return False
    if any(ctx.before(name) for name in ("PREP", "DET", "MOD", "OF", "POSS", "TO", "LPAREN", "DASH", "AND")):
        return True
    text = ctx.page.text
    end = ctx.line.units[ctx.stop - 1].end
    following = text[end : end + 2]
    if "strict" in slots and (following[:1].isalnum() or following[1:].isalnum()):
        return False
    return 1900 <= year <= 2049


def _decade(slots: Classes, ctx: Context) -> Meaning | None:
    ctx.story.year = number(slots, "decade") * 10
    return _dated(f"{number(slots, 'decade'):03}X")


def _century(slots: Classes, ctx: Context) -> Meaning | None:
    value = slots.get("century", 0)
    if value != int(value) or not 1 <= int(value) <= 21:
        return None
    return _dated(f"{int(value) - 1:02}XX")


# -- parts of a year


def _quarter(slots: Classes, ctx: Context) -> Meaning | None:
    ordinal = number(slots, "ord")
    if "ord" not in slots and ctx.story.quarter is not None:
        ordinal = ctx.story.quarter[1]
    if not 1 <= ordinal <= 4:
        return None
    year = _stated_year(slots, ctx)
    if year is None:
        year = _recent_year(ctx, lambda y: (date(y, ordinal * 3 - 2, 1), month_end(y, ordinal * 3)))
    if year is None:
        return _dated(None)
    return _in_quarter(year, ordinal, ctx)


def _in_quarter(year: int, ordinal: int, ctx: Context) -> Meaning:
    ctx.story.quarter, ctx.story.quarter_at = (year, ordinal), ctx.place
    return _dated(written_quarter(year, ordinal))


def _half(slots: Classes, ctx: Context) -> Meaning | None:
    ordinal = number(slots, "ord")
    if not 1 <= ordinal <= 2:
        return None
    year = _stated_year(slots, ctx)
    if year is None:
        year = _recent_year(ctx, lambda y: (date(y, ordinal * 6 - 5, 1), month_end(y, ordinal * 6)))
    return _dated(written_half(year, ordinal) if year is not None else None)


def _season(slots: Classes, ctx: Context) -> Meaning | None:
    season = str(slots["season"])
    year = _stated_year(slots, ctx)
    if year is None and "shift" in slots and ctx.today is not None:
        return _dated(written_season(_shifted_season(season, number(slots, "shift"), ctx.today), season))
    if year is None:
        if "sure" not in slots and "shift" not in slots:
            return None
        year = _recent_year(ctx, lambda y: season_bounds(y, season))
    return _dated(written_season(year, season) if year is not None else None)


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


def _recent_year(ctx: Context, bounds: Callable[[int], tuple[date, date]]) -> int | None:
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


# -- relative to the day of publication


def _shifted(slots: Classes, ctx: Context) -> Meaning | None:
    """ "last year", "this week", "next quarter"."""
    unit, shift = str(slots["unit"]), number(slots, "shift")
    if unit == "weekend":
        return _weekend(shift, ctx)
    return _at(unit, shift, ctx.today, ctx.this_month, ctx.this_year, ctx)


def _at(
    unit: str, shift: int, day: date | None, month: tuple[int, int] | None, year: int | None, ctx: Context
) -> Meaning | None:
    """The stretch of this unit that lies `shift` units after the one that holds the given day, month or year."""
    if unit == "century" and year is not None:
        return _dated(f"{year // 100 + shift:02}XX")
    if unit == "decade" and year is not None:
        return _dated(f"{year // 10 + shift:03}X")
    if unit == "year":
        ctx.story.year = year + shift if year is not None else ctx.story.year
        return _dated(written_year(year + shift) if year is not None else None)
    if unit in ("month", "quarter", "half"):
        return _at_months(unit, shift, month, ctx)
    if unit in ("day", "night", "week", "fortnight"):
        return _at_days(unit, shift, day, ctx)
    return None


def _at_months(unit: str, shift: int, month: tuple[int, int] | None, ctx: Context) -> Meaning | None:
    if month is None:
        return _dated(None)
    if unit == "month":
        ctx.story.month = shift_month(*month, shift)
        ctx.story.year = ctx.story.month[0]
        return _dated(written_month(*ctx.story.month))
    if unit == "quarter":
        year, index = divmod(month[0] * 4 + quarter(month[1]) - 1 + shift, 4)
        return _in_quarter(year, index + 1, ctx)
    year, index = divmod(month[0] * 2 + (month[1] > 6) + shift, 2)
    return _dated(written_half(year, index + 1))


def _at_days(unit: str, shift: int, day: date | None, ctx: Context) -> Meaning | None:
    if day is None:
        return _dated(None)
    step = {"week": 7, "fortnight": 14}.get(unit, 1)
    there = day + timedelta(days=step * shift)
    if unit in ("week", "fortnight"):
        return _dated(written_week(there))
    ctx.story.day = there
    return _dated(there.isoformat(), extends=False)


def _weekend(shift: int, ctx: Context) -> Meaning:
    today = ctx.today
    if today is None:
        return _dated(None)
    if shift == 0 and ctx.tense() != "future" and today.weekday() < 4:
        shift = -1
    return _dated(written_weekend(today + timedelta(days=7 * shift)))


def _deictic(slots: Classes, ctx: Context) -> Meaning | None:
    """ "today", "yesterday", and "last night", whose part of the day makes it a time."""
    kind: TimeKind = "time" if "part" in slots else "date"
    if ctx.today is None:
        return Meaning(kind, None)
    day = ctx.today + timedelta(days=number(slots, "days"))
    ctx.story.day, ctx.story.month, ctx.story.year = day, (day.year, day.month), day.year
    return Meaning(kind, day.isoformat(), extends=True)


def _weekday(slots: Classes, ctx: Context) -> Meaning | None:
    wanted = number(slots, "weekday")
    base = ctx.story.day if "story" in slots else ctx.today
    if base is None:
        return _dated(None)
    shift = number(slots, "shift") if "shift" in slots else None
    if shift is None:
        ahead = ctx.before("UNTIL") or (ctx.tense() == "future" and not ctx.after("POSS"))
        direction: Direction = "future" if ahead else "past"
        day = weekday_near(wanted, base, direction)
    elif shift == 0:
        day = base + timedelta(days=wanted - base.weekday())
    else:
        day = weekday_near(wanted, base + timedelta(days=shift), "past" if shift < 0 else "future")
    ctx.story.day, ctx.story.month, ctx.story.year = day, (day.year, day.month), day.year
    return _dated(day.isoformat())


def _offset(slots: Classes, ctx: Context) -> Meaning | None:
    """ "two years ago", "three days later", "a year earlier". Leans on publication, or with `story` on the text."""
    unit, sense = str(slots["unit"]), number(slots, "sense", -1)
    count = float(slots.get("count", 1))
    if "vague" in slots:
        return _dated(None, extends=False)
    quarter_told = ctx.story.quarter if ctx.place - ctx.story.quarter_at < _CLOSE_UNITS else None
    if unit == "year" and count == 1 and "back" in slots and quarter_told is not None:
        return _dated(written_quarter(quarter_told[0] - 1, quarter_told[1]))
    if count != int(count):
        count, unit = count * 12, {"year": "month"}.get(unit, unit)
    steps = int(count) * sense
    if unit in ("decade", "century"):
        steps, unit = steps * (10 if unit == "decade" else 100), "year"
    story = ctx.story
    year, quarter_kept = story.year, story.quarter
    if "story" not in slots:
        found = _at(unit, steps, ctx.today, ctx.this_month, ctx.this_year, ctx)
    else:
        found = _at(unit, steps, story.day, story.month or ctx.this_month, story.year or ctx.this_year, ctx)
    if unit == "year":  # what is compared with does not become the time of the story
        story.year, story.quarter = year, quarter_kept
    return found


def _story(slots: Classes, ctx: Context) -> Meaning | None:
    """ "the next day", "that year", "the following month": from the dates that the text has established."""
    story, unit = ctx.story, str(slots["unit"])
    if unit == "quarter" and story.quarter is not None:
        return _at_months(unit, number(slots, "shift"), (story.quarter[0], 3 * story.quarter[1]), ctx)
    day = story.day or (ctx.today if unit == "week" else None)
    return _at(unit, number(slots, "shift"), day, story.month or ctx.this_month, story.year or ctx.this_year, ctx)


def _the(slots: Classes, ctx: Context) -> Meaning | None:
    """ "the quarter", "the latest quarter": the one told last, or the last that was over at publication."""
    if ctx.story.quarter is not None and "latest" not in slots:
        return _in_quarter(*ctx.story.quarter, ctx)
    return _at_months("quarter", -1, ctx.this_month, ctx)


def _week_of(slots: Classes, ctx: Context) -> Meaning | None:
    found = _day(slots, ctx)
    if found is None or found.value is None:
        return found
    return _dated(written_week(date.fromisoformat(found.value)))


def _holiday(slots: Classes, ctx: Context) -> Meaning | None:
    """A day with a name: "12-25", or "11-4-3" for the fourth Thursday (3) of November; -1 is the last one."""
    rule = [int(part) for part in str(slots["holiday"]).replace("--", "-~").split("-") if part[0] != "~"]
    year = _stated_year(slots, ctx)
    if year is None:
        guess = rule[1] if len(rule) == 2 else 7 * rule[1] - 3
        year = _year_of(rule[0], guess, ctx)
    if year is None:
        return _dated(None)
    day = date(year, rule[0], rule[1]) if len(rule) == 2 else _nth(year, *rule)
    ctx.story.day, ctx.story.year = day, year
    return _dated(day.isoformat())


def _nth(year: int, month: int, count: int, weekday: int) -> date:
    first = date(year, month, 1)
    return first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (count - 1))


# -- amounts, repetitions, times of day


def _duration(slots: Classes, ctx: Context) -> Meaning | None:
    if "count" not in slots and any(ctx.before(name) for name in ("NUM", "UNIT", "MEASURE")):
        return None  # "$20 million a year", "24 hours a day": a rate, not a time
    if "vague" in slots:
        return Meaning("duration", None)
    parts = [(float(slots.get("count", 1)) + (0.5 if "plus" in slots else 0), str(slots["unit"]))]
    if "unit2" in slots:
        parts.append((float(slots.get("count2", 1)), str(slots["unit2"])))
    if parts[0][0] <= 0 or any("YEAR" in unit.classes for unit in ctx.line.units[ctx.place : ctx.stop]):
        return None
    return Meaning("duration", duration(parts))


def _length(slots: Classes, ctx: Context) -> Meaning | None:
    """A word that is a length by itself ("полгода"); its value stands in the data."""
    return Meaning("duration", str(slots["length"]))


def _set(slots: Classes, ctx: Context) -> Meaning | None:
    if "length" in slots:
        return Meaning("set", str(slots["length"]))
    if "weekday" in slots:
        return Meaning("set", "P1W")
    if "month" in slots or "season" in slots:
        return Meaning("set", "P1Y")
    return Meaning("set", duration([(float(slots.get("count", 1)), str(slots["unit"]))]))


def _clock(slots: Classes, ctx: Context) -> Meaning | None:
    if "clock" in slots:
        hour, minute, second = (int(part) for part in str(slots["clock"]).split(":"))
    else:
        hour, minute, second = number(slots, "hour"), number(slots, "minute"), 0
    half = slots.get("half")
    if half is not None:
        if hour > 12:
            half = None if hour < 24 else 0
        elif half == 12 and hour < 12:
            hour += 12
        elif half == 0 and hour == 12:
            hour = 0
    if hour > 23 or minute > 59:
        return None
    return Meaning("time", None, clock=f"{hour:02}:{minute:02}:{second:02}")


def _part(slots: Classes, ctx: Context) -> Meaning | None:
    return Meaning("time", None, clock="", extends=True)


def _vague(slots: Classes, ctx: Context) -> Meaning | None:
    return Meaning("date", None)


def _pass(slots: Classes, ctx: Context) -> Meaning | None:
    return _PASS


MEANINGS: dict[str, Callable[[Classes, Context], Meaning | None]] = {
    "day": _day,
    "month": _month,
    "written": _written,
    "year": _year,
    "decade": _decade,
    "century": _century,
    "quarter": _quarter,
    "half": _half,
    "season": _season,
    "shifted": _shifted,
    "deictic": _deictic,
    "weekday": _weekday,
    "offset": _offset,
    "story": _story,
    "the": _the,
    "week_of": _week_of,
    "holiday": _holiday,
    "duration": _duration,
    "length": _length,
    "set": _set,
    "clock": _clock,
    "part": _part,
    "vague": _vague,
    "pass": _pass,
}
"""Name of a meaning in `times.toml` -> its function."""
