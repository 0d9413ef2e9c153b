"""Lengths, repetitions and times of day. One function a meaning."""

from unicodedata import category

from sholu.reading.times.context import Context
from sholu.reading.times.lexicon import Classes
from sholu.reading.times.meaning import Meaning, agrees, number
from sholu.reading.times.values import duration

_OFTEN = 1000
"""Below this a bare number tells how often something is done."""
_LONGEST = 10**7  # of any unit: more is not told in the press


def read_duration(slots: Classes, ctx: Context) -> Meaning | None:
    """A length: "two years", "a year and a half", "several days"."""
    if "count" not in slots and any(ctx.before(name) for name in ("NUM", "UNIT", "MEASURE")):
        # "24 hours a day", "$20 million a year": a rate, not a time; "$200 a month" tells how often somebody pays
        often = "RATE" in ctx.line.units[ctx.stop - 1].classes and _follows_sum(ctx)
        return Meaning("set", duration([(1.0, str(slots["unit"]))])) if often else None
    if "vague" in slots:
        return Meaning("duration", None)
    parts = [(float(slots.get("count", 1)) + (0.5 if "plus" in slots else 0), str(slots["unit"]))]
    if "unit2" in slots:
        parts.append((float(slots.get("count2", 1)), str(slots["unit2"])))
    if not agrees(parts[0][0], ctx) or not 0 < parts[0][0] < _LONGEST:
        return None
    if any("YEAR" in unit.classes for unit in ctx.line.units[ctx.place : ctx.stop]):
        return None
    return Meaning("duration", duration(parts))


def _follows_sum(ctx: Context) -> bool:
    """Whether what is paid or delivered stands right before: "$1.2 million", "41.30 euros", "900 barrels"."""
    count = ctx.line.units[ctx.place - 1].classes.get("NUM")
    if isinstance(count, int | float) and count < _OFTEN:
        return True  # "sailings, four a day"
    sign = ctx.page.text[max(0, ctx.line.units[ctx.place - 1].start - 1) : ctx.line.units[ctx.place - 1].start]
    return ctx.before("RATED") or (sign != "" and category(sign) == "Sc")


def read_length(slots: Classes, ctx: Context) -> Meaning | None:
    """A word that is a length by itself ("полгода"); its value stands in the data."""
    return Meaning("duration", str(slots["length"]))


def read_set(slots: Classes, ctx: Context) -> Meaning | None:
    """A repetition: "every year", "daily"."""
    if "length" in slots:
        return None if _in_name(ctx) else Meaning("set", str(slots["length"]))
    if "weekday" in slots:
        return Meaning("set", "P1W")
    if "month" in slots or "season" in slots:
        return Meaning("set", "P1Y")
    return Meaning("set", duration([(float(slots.get("count", 1)), str(slots["unit"]))]))


def _in_name(ctx: Context) -> bool:
    """Whether the word stands with a capital letter beside another one, as in the name of a newspaper."""
    text, units = ctx.page.text, ctx.line.units[max(0, ctx.place - 1) : ctx.stop + 1]
    own = ctx.line.units[ctx.place].start
    if not text[own].isupper():
        return False
    opens = ctx.page.sentence_at(own).start == own
    return any(unit.start != own and text[unit.start : unit.start + 1].isupper() for unit in units[opens:])


def read_clock(slots: Classes, ctx: Context) -> Meaning | None:
    """A time of day: "10:30", "7 p.m."."""
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


def read_part(slots: Classes, ctx: Context) -> Meaning | None:
    """A part of the day; it stays only beside a day: "Friday evening"."""
    return Meaning("time", None, clock="", extends=True)


def read_vague(slots: Classes, ctx: Context) -> Meaning | None:
    """A time that no calendar knows: "recently"."""
    return Meaning("date", None)


def read_pass(slots: Classes, ctx: Context) -> Meaning | None:
    """Words that look like a time and are none, such as an age."""
    return Meaning(None)
