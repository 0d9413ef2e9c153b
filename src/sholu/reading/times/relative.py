"""Times told from the day of publication or from dates told before. One function a meaning."""

from datetime import date, timedelta

from sholu.model.reading import TimeKind
from sholu.reading.times.accounts import year_before
from sholu.reading.times.calendar import Direction, quarter, shift_month, weekday_near
from sholu.reading.times.context import Context
from sholu.reading.times.lexicon import Classes
from sholu.reading.times.meaning import Meaning, agrees, dated, in_quarter, number
from sholu.reading.times.values import (
    written_half,
    written_month,
    written_week,
    written_weekend,
    written_year,
)

_LONGEST = 5000  # units back or ahead: more is not on the calendar


def read_shifted(slots: Classes, ctx: Context) -> Meaning | None:
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
        return dated(f"{year // 100 + shift:02}XX")
    if unit == "decade" and year is not None:
        return dated(f"{year // 10 + shift:03}X")
    if unit == "year":
        ctx.story.year = year + shift if year is not None else ctx.story.year
        return dated(written_year(year + shift) if year is not None else None)
    if unit in ("month", "quarter", "half"):
        return _at_months(unit, shift, month, ctx)
    if unit in ("day", "night", "week", "fortnight"):
        return _at_days(unit, shift, day, ctx)
    return None


def _at_months(unit: str, shift: int, month: tuple[int, int] | None, ctx: Context) -> Meaning | None:
    if month is None:
        return dated(None)
    if unit == "month":
        ctx.story.month = shift_month(*month, shift)
        ctx.story.year = ctx.story.month[0]
        return dated(written_month(*ctx.story.month))
    if unit == "quarter":
        year, index = divmod(month[0] * 4 + quarter(month[1]) - 1 + shift, 4)
        return in_quarter(year, index + 1, ctx)
    year, index = divmod(month[0] * 2 + (month[1] > 6) + shift, 2)
    return dated(written_half(year, index + 1))


def _at_days(unit: str, shift: int, day: date | None, ctx: Context) -> Meaning | None:
    if day is None:
        return dated(None)
    step = {"week": 7, "fortnight": 14}.get(unit, 1)
    there = _moved(day, step * shift)
    if there is None:
        return dated(None)
    if unit in ("week", "fortnight"):
        return dated(written_week(there))
    ctx.story.day = there
    return dated(there.isoformat(), extends=False)


def _moved(day: date, days: int) -> date | None:
    """The day so many days later; None off the calendar."""
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return None


def _weekend(shift: int, ctx: Context) -> Meaning:
    today = ctx.today
    if today is None:
        return dated(None)
    if shift == 0 and ctx.tense() != "future" and today.weekday() < 4:
        shift = -1
    return dated(written_weekend(today + timedelta(days=7 * shift)))


def read_deictic(slots: Classes, ctx: Context) -> Meaning | None:
    """ "today", "yesterday", and "last night", whose part of the day makes it a time."""
    kind: TimeKind = "time" if "part" in slots else "date"
    if ctx.today is None:
        return Meaning(kind, None)
    base = ctx.today
    if "eve" in slots and ctx.story.day is not None and ctx.in_sentence(ctx.story.day_at) and ctx.story.day < base:
        base = ctx.story.day
    day = base + timedelta(days=number(slots, "days"))
    ctx.story.day, ctx.story.month, ctx.story.year = day, (day.year, day.month), day.year
    return Meaning(kind, day.isoformat(), extends=True)


def read_weekday(slots: Classes, ctx: Context) -> Meaning | None:
    """A day of the week: "Friday", "last Friday"."""
    if "shift" not in slots and ctx.described():
        return None
    wanted = number(slots, "weekday")
    base = ctx.story.day if "story" in slots else ctx.today
    if base is None:
        return dated(None)
    shift = number(slots, "shift") if "shift" in slots else None
    if "week" in slots:
        day = base + timedelta(days=wanted - base.weekday() + 7 * number(slots, "week"))
    elif shift is None:
        ahead = ctx.before("UNTIL") or (ctx.tense() == "future" and not ctx.after("POSS"))
        direction: Direction = "future" if ahead else "past"
        day = weekday_near(wanted, base, direction)
    elif shift == 0:
        day = base + timedelta(days=wanted - base.weekday())
    else:
        day = weekday_near(wanted, base + timedelta(days=1 if shift > 0 else -1), "past" if shift < 0 else "future")
        day += timedelta(days=7 * (shift + 1)) if shift < -1 else timedelta()
    ctx.story.day, ctx.story.month, ctx.story.year = day, (day.year, day.month), day.year
    return dated(day.isoformat())


def read_offset(slots: Classes, ctx: Context) -> Meaning | None:
    """ "two years ago", "three days later", "a year earlier". Leans on publication, or with `story` on the text."""
    unit, sense = str(slots["unit"]), number(slots, "sense", -1)
    count = float(slots.get("count", 1))
    if "vague" in slots:
        return dated(None, extends=False)
    if not agrees(count, ctx):
        return None
    if unit == "year" and count == 1 and "back" in slots and (found := year_before(ctx)) is not None:
        return found
    if count != int(count):
        count, unit = count * 12, {"year": "month"}.get(unit, unit)
    if count > _LONGEST:
        return None
    steps = int(count) * sense
    if unit in ("decade", "century"):
        steps, unit = steps * (10 if unit == "decade" else 100), "year"
    story = ctx.story
    year, quarter_kept = story.year, story.quarter
    from_story = "story" in slots or ("through" in slots and story.day is not None and ctx.tense() == "past")
    if not from_story:
        found = _at(unit, steps, ctx.today, ctx.this_month, ctx.this_year, ctx)
    else:
        found = _at(unit, steps, story.day, story.month or ctx.this_month, story.year or ctx.this_year, ctx)
    if unit == "year":  # what is compared with does not become the time of the story
        story.year, story.quarter = year, quarter_kept
    return found


def read_story(slots: Classes, ctx: Context) -> Meaning | None:
    """ "the next day", "that year", "the following month": from the dates that the text has established."""
    story, unit = ctx.story, str(slots["unit"])
    if unit == "quarter" and story.quarter is not None:
        return _at_months(unit, number(slots, "shift"), (story.quarter[0], 3 * story.quarter[1]), ctx)
    day = story.day or (ctx.today if unit == "week" else None)
    if unit == "day" and day is not None and ctx.today is not None and day > ctx.today and ctx.tense() != "future":
        day = story.past or day
    return _at(unit, number(slots, "shift"), day, story.month or ctx.this_month, story.year or ctx.this_year, ctx)


def read_the(slots: Classes, ctx: Context) -> Meaning | None:
    """ "the quarter", "the latest quarter": the one told last, or the last that was over at publication."""
    if ctx.story.quarter is not None and "latest" not in slots:
        return in_quarter(*ctx.story.quarter, ctx)
    return _at_months("quarter", -1, ctx.this_month, ctx)
