"""Dates as headers of pages, mails and tables write them: in digits and in words, English, Russian and Kazakh."""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib import resources

_YEAR = r"(?P<y>(?:19|20)\d\d)"
_NUMERIC = (
    re.compile(rf"(?<!\d){_YEAR}[-/.](?P<m>0?[1-9]|1[0-2])[-/.](?P<d>[0-3]?\d)(?!\d)"),
    re.compile(rf"(?<![\d.])(?P<d>[0-3]?\d)[./-](?P<m>[0-3]?\d)[./-]{_YEAR}(?!\d|\.\d)"),
    re.compile(rf"(?<!\d){_YEAR}(?P<m>0[1-9]|1[0-2])(?P<d>[0-3]\d)(?:T?\d{{4}}(?:\d\d)?Z?)?(?!\d)"),
    re.compile(r"(?<![\d.])(?P<d>[0-3]\d)\.(?P<m>[01]\d)\.(?P<y>[0-3]\d)(?![\d.])"),
)
_WORD = r"(?P<month>[^\W\d_]{3,12})\.?"
_ORDINAL = r"(?:st|nd|rd|th)?"
_WORDED = (
    re.compile(rf"(?<!\d)(?P<d>[0-3]?\d){_ORDINAL}\s*[-\s]\s*{_WORD},?\s*[-\s]\s*{_YEAR}(?!\d)"),
    re.compile(rf"\b{_WORD}\s+(?P<d>[0-3]?\d){_ORDINAL},?\s+{_YEAR}(?!\d)"),
    re.compile(rf"(?<!\d){_YEAR}\s*(?:жылғы|жылдың|жыл|ж\.?)?,?\s+(?P<d>[0-3]?\d)\s*[-\s]\s*{_WORD}"),
)
_MONTH = (
    re.compile(rf"{_WORD},?\s+{_YEAR}(?:\s*г\.?)?"),
    re.compile(rf"{_YEAR}\s*(?:жылғы|жыл|ж\.?)?,?\s+{_WORD}"),
)
_LOOKED_THROUGH = 20_000  # characters


@dataclass(frozen=True, slots=True)
class WrittenDate:
    """A date in a text: an ISO day and the half-open stretch of code points that writes it."""

    day: str
    start: int
    end: int


def written_day(text: str) -> str | None:
    """The first full date in a short text, as an ISO day; of a moment with its zone, the day as it is written."""
    return next((found.day for found in written_dates(text[:200])), None)


def written_dates(text: str) -> Iterator[WrittenDate]:
    """All full dates in the first 20,000 characters, in order; in digits the day stands first unless it cannot."""
    text = text[:_LOOKED_THROUGH]
    found: list[WrittenDate] = []
    for pattern in (*_NUMERIC, *_WORDED):
        for match in pattern.finditer(text):
            day = _day(match)
            if day and not any(one.start < match.end() and match.start() < one.end for one in found):
                found.append(WrittenDate(day, match.start(), match.end()))
    yield from sorted(found, key=lambda one: one.start)


def written_month(text: str) -> str | None:
    """The month of a year that a short text gives, if it gives nothing else: "2026-03"."""
    match = next(filter(None, (pattern.fullmatch(text.strip()[:60]) for pattern in _MONTH)), None)
    month = _month(match["month"].lower()) if match else None
    return f"{match['y']}-{month:02}" if match and month else None


def words_beside(kind: str) -> tuple[str, ...]:
    """Words that tell what date follows them: `kind` is "today", "updated" or "published"."""
    return tuple(_data()["beside"][kind])


def _day(match: "re.Match[str]") -> str | None:
    parts = match.groupdict()
    month = _month(parts["month"].lower()) if "month" in parts else int(parts["m"])
    year, day = int(parts["y"]), int(parts["d"])
    if month is None:
        return None
    if year < 100:
        year += 2000
    if month > 12 >= day:
        month, day = day, month
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def _month(word: str) -> int | None:
    names = _names()
    return next(
        (names[word[:length]] for length in range(len(word), max(2, len(word) - 5), -1) if word[:length] in names), None
    )


@cache
def _data() -> dict[str, dict[str, list[str]]]:
    return tomllib.loads((resources.files("sholu.text") / "written_dates.toml").read_text("utf-8"))


@cache
def _names() -> dict[str, int]:
    tables = (table for name, table in _data().items() if name != "beside")
    return {name: month for table in tables for kind in ("stems", "short") for month, name in enumerate(table[kind], 1)}
