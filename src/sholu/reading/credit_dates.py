"""The dates of credits in brackets: "January 19-21, 2006", "30 января – 2 февраля", "2006 жылғы 18 қаңтар"."""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache
from typing import NamedTuple

from sholu.model.edtf import Edtf
from sholu.reading.languages import language
from sholu.reading.times.calendar import is_day, year_for
from sholu.text.phrases import expand

_LEXEME = re.compile(r"\d{4}-\d{2}-\d{2}|\d{1,2}[./]\d{1,2}[./]\d{4}|\d+(?:(?:st|nd|rd|th)\b)?|[^\W\d_]+|[^\w\s]")
_FULL = re.compile(r"(\d{4})-(\d{2})-(\d{2})|(\d{1,2})[./](\d{1,2})[./](\d{4})")
# Over the kinds of lexemes, one letter each: Y year, M month, D day, F full date, "-" range, "," list.
_DATES = re.compile(
    r"""
    (?P<full>F(?:-F)?)
  | (?P<dayfirst>Y?(?:D(?:-D)?,)*D(?:-D)?M(?:-DM)?,?Y?)
  | (?P<monthfirst>MD(?:-M?D)?(?:,D(?:-D)?(?!M))*(?:,?Y)?)
  | (?P<month>M,?Y?)
  | (?P<year>Y)
    """,
    re.VERBOSE,
)
_LATE = timedelta(days=3)  # a credit may be dated a little after the page: time zones, late updates
_ORDINAL = ("st", "nd", "rd", "th")
_FIRST_YEAR, _LAST_YEAR = 1850, 2150
_LAST_DAY = 31


class Day(NamedTuple):
    """A day or month as written; None where it was not said."""

    year: int | None
    month: int
    day: int | None


class Dated(NamedTuple):
    """The dates that a piece of text ends with: EDTF strings (None when no year can be told), and where they start."""

    start: int
    dates: tuple[str | None, ...]
    precise: bool


class _Words(NamedTuple):
    months: dict[str, int]
    noise: frozenset[str]
    join: frozenset[str]


class _Lexeme(NamedTuple):
    kind: str
    text: str
    start: int


@cache
def _words(tag: str) -> _Words:
    table = language(tag).table("credits")
    months = {form: number for number, pattern in enumerate(table["months"], 1) for (form,) in expand(pattern)}
    noise = {*table["year_words"], *table["ordinals"], *table["before_date"], *table["weekdays"], "."}
    return _Words(months, frozenset(noise), frozenset(table["join"]))


def dates_at_end(text: str, tag: str, published: str | None) -> Dated | None:
    """The dates with which `text` ends, in a document of the language `tag`; None if it does not end with a date.

    Years that are not said are the latest that put the date before `published` (an EDTF date, with a few days' grace).
    """
    lexemes = [_lexeme(match, _words(tag)) for match in _LEXEME.finditer(text)]
    first = len(lexemes)
    while first and lexemes[first - 1].kind != "x":
        first -= 1
    lexemes = lexemes[first:]
    kinds = "".join(lexeme.kind for lexeme in lexemes)
    # A number that no month goes with belongs to the outlet's name: "Channel 31, January 3".
    while kinds and (kinds[0] in ",-." or re.match(r"D(?!(?:-D)?(?:,D(?:-D)?)*M)", kinds)):
        lexemes, kinds = lexemes[1:], kinds[1:]
    if not any(kind in kinds for kind in "MYF"):
        return None
    start = lexemes[0].start
    lexemes = [lexeme for lexeme in lexemes if lexeme.kind != "."]
    anchor = _anchor(published)
    dates = tuple(_edtf(*days, anchor) for days in _days(lexemes, _words(tag)))
    return Dated(start, dates, "M" in kinds or "F" in kinds) if dates else None


def _lexeme(match: re.Match[str], words: _Words) -> _Lexeme:
    text = match.group()
    lower = text.lower()
    if text[0].isdecimal() and lower.endswith(_ORDINAL):
        text = text[:-2]
    if _FULL.fullmatch(text):
        kind = "F"
    elif text.isdecimal():
        number = int(text)
        kind = "D" if 0 < number <= _LAST_DAY else "Y" if _FIRST_YEAR <= number <= _LAST_YEAR else "x"
    elif lower in words.months:
        kind = "M"
    elif lower in words.join or text == ",":
        kind = ","
    elif text in "-–—":
        kind = "-"
    else:
        kind = "." if lower in words.noise else "x"
    return _Lexeme(kind, text, match.start())


def _days(lexemes: list[_Lexeme], words: _Words) -> Iterator[tuple[Day, Day]]:
    """First and last day of every date among the lexemes."""
    kinds = "".join(lexeme.kind for lexeme in lexemes)
    found: list[tuple[Day, Day]] = []
    for match in _DATES.finditer(kinds):
        part = lexemes[match.start() : match.end()]
        if match.lastgroup == "full":
            ends = [_full(lexeme.text) for lexeme in part if lexeme.kind == "F"]
            found.append((ends[0], ends[-1]))
        elif match.lastgroup == "year":
            found = [
                (a._replace(year=a.year or int(part[0].text)), b._replace(year=b.year or int(part[0].text)))
                for a, b in found
            ]
            if not found:
                found.append((Day(int(part[0].text), 0, None), Day(int(part[0].text), 0, None)))
        else:
            found += _of_months(part, words)
    yield from (pair for pair in found if _possible(pair[0]) and _possible(pair[1]))


def _of_months(part: list[_Lexeme], words: _Words) -> list[tuple[Day, Day]]:
    year = next((int(lexeme.text) for lexeme in part if lexeme.kind == "Y"), None)
    months = [words.months[lexeme.text.lower()] for lexeme in part if lexeme.kind == "M"]
    days = [lexeme for lexeme in part if lexeme.kind == "D"]
    if not days:
        return [(Day(year, months[0], None), Day(year, months[0], None))]
    if len(months) > 1:
        return [(Day(year, months[0], int(days[0].text)), Day(year, months[1], int(days[-1].text)))]
    found: list[tuple[Day, Day]] = []
    for position, lexeme in enumerate(part):
        if lexeme.kind != "D":
            continue
        day = Day(year, months[0], int(lexeme.text))
        ranged = position > 1 and part[position - 1].kind == "-" and part[position - 2].kind == "D"
        if ranged and found:
            found[-1] = (found[-1][0], day)
        else:
            found.append((day, day))
    return found


def _full(text: str) -> Day:
    match = _FULL.fullmatch(text)
    assert match is not None
    year, month, day, day2, month2, year2 = match.groups()
    return Day(int(year or year2), int(month or month2), int(day or day2))


def _possible(day: Day) -> bool:
    return day.month == 0 or (1 <= day.month <= 12 and (day.day is None or is_day(day.month, day.day)))


def _anchor(published: str | None) -> date | None:
    if published is None:
        return None
    last = Edtf.parse(published).bounds()[1]
    return last + _LATE if last < date.max - _LATE else None


def _edtf(first: Day, last: Day, anchor: date | None) -> str | None:
    if first.month == 0:
        return f"{first.year:04}"
    try:
        end = _written(last, anchor)
        if first == last:
            return end
        start = _written(first, anchor)
        if start is None or end is None:
            return None
        return str(Edtf.parse(f"{start}/{end}"))
    except ValueError:
        return None


def _written(day: Day, anchor: date | None) -> str | None:
    year = day.year
    if year is None:
        if anchor is None:
            return None
        year = year_for(day.month, day.day, anchor, direction="past")
    text = f"{year:04}-{day.month:02}" + (f"-{day.day:02}" if day.day else "")
    return str(Edtf.parse(text))
