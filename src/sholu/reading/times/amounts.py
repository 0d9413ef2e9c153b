"""Lengths, repetitions and times of day. One function a meaning."""

from sholu.reading.times.context import Context
from sholu.reading.times.lexicon import Classes
from sholu.reading.times.meaning import Meaning, number
from sholu.reading.times.values import duration

_LONGEST = 10**7  # of any unit: more is not told in the press


def read_duration(slots: Classes, ctx: Context) -> Meaning | None:
    """A length: "two years", "a year and a half", "several days"."""
    if "count" not in slots and any(ctx.before(name) for name in ("NUM", "UNIT", "MEASURE")):
        return None  # "$20 million a year", "24 hours a day": a rate, not a time
    if "vague" in slots:
        return Meaning("duration", None)
    parts = [(float(slots.get("count", 1)) + (0.5 if "plus" in slots else 0), str(slots["unit"]))]
    if "unit2" in slots:
        parts.append((float(slots.get("count2", 1)), str(slots["unit2"])))
    if not 0 < parts[0][0] < _LONGEST or any("YEAR" in unit.classes for unit in ctx.line.units[ctx.place : ctx.stop]):
        return None
    return Meaning("duration", duration(parts))


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
    """Whether the word stands with a capital letter before another one, as in the name of a newspaper."""
    text, units = ctx.page.text, ctx.line.units[ctx.place : ctx.stop + 1]
    return text[units[0].start].isupper() and len(units) > 1 and text[units[-1].start : units[-1].start + 1].isupper()


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
