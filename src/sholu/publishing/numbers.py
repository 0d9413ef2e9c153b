"""Figures, counts and lists of languages as people read them."""

from collections.abc import Iterable

_LANGUAGES = {"en": "English", "kk": "Kazakh", "ru": "Russian"}
_PLURAL_UNITS = frozenset({"year", "month", "week", "day", "hour", "minute"})
_LARGE = ((10**12, "trillion"), (10**9, "billion"), (10**6, "million"))


def figure_value(value: float | None, low: float | None, high: float | None, unit: str) -> str:
    """A figure as one would write it: "1,200", "more than 200", "10–12%", "1.2 trillion KZT", "3 days"."""
    if value is not None:
        shown = number(value)
    elif low is not None and high is not None:
        shown = f"{number(low)}–{number(high)}"
    elif low is not None:
        shown = f"more than {number(low)}"
    elif high is not None:
        shown = f"less than {number(high)}"
    else:
        shown = "?"
    if unit in ("count", "%"):
        return shown + unit.removeprefix("count")
    return f"{shown} {unit}s" if unit in _PLURAL_UNITS and value != 1 else f"{shown} {unit}"


def number(value: float) -> str:
    """A number with its thousands apart; millions and more in words where three decimals say it exactly."""
    for size, word in _LARGE:
        if abs(value) >= size:
            short = round(value / size, 3)
            if short * size == value:
                return f"{short:,.10g} {word}"
    return f"{int(value):,}" if float(value).is_integer() else f"{value:,}"


def many(count: int, word: str) -> str:
    """A count and its noun: "1 article", "2 articles"; a noun in -y makes -ies."""
    if count == 1:
        return f"1 {word}"
    return f"{count:,} {word[:-1]}ies" if word.endswith("y") else f"{count:,} {word}s"


def language_names(tags: Iterable[str]) -> str:
    """Languages by name, "English, Kazakh and Russian"; a tag that has no name here stands as it is."""
    names = sorted(_LANGUAGES.get(tag, tag) for tag in tags)
    return " and ".join(part for part in (", ".join(names[:-1]), *names[-1:]) if part)
