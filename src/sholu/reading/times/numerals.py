"""Numbers as times see them: counts, days, hours, years and decades, and dates and clock times in digits."""

import re
from typing import NamedTuple

from sholu.reading.numbers import read_number
from sholu.reading.page import Page
from sholu.reading.times.calendar import is_day, month_length
from sholu.reading.times.lexicon import Classes, Lexicon

_ISO = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:T(\d\d:\d\d(?::\d\d)?)Z?)?(?![\w-])")
_DOTTED = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4}|\d\d)(?![\w.]\w)(?!\d)")
_SLASHED = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4}|\d\d)(?!\w)(?!/)")
_CLOCK = re.compile(r"([01]?\d|2[0-3]):([0-5]\d)(?::([0-5]\d))?(?![\d:])")
_POINTED = re.compile(r"(0?[1-9]|1[0-2])\.([0-5]\d)(?![\d.])")
_BARE = re.compile(r"([01]\d|2[0-3])([0-5]\d)(?!\d)")
_WITH_HALF = re.compile(r"(\d{1,3})(?: 1/2|[\- ]?½)(?!\d)")
_CURRENCY = frozenset("$€£¥₽₸#№")
_LARGE = 10**9  # larger numbers count no days or years
_CENTURY_START = 30  # "'29" is 2029, "'30" is 1930


class Unit(NamedTuple):
    """One letter's words: offsets, the classes with their values, and whether a capital letter starts them."""

    start: int
    end: int
    classes: Classes
    weak: bool = False


def digits_at(page: Page, words: Lexicon, i: int) -> tuple[Unit, int]:
    """The unit of a number in digits: a whole date, a clock time, a decade, or the number."""
    token, tokens = page.tokens[i], page.tokens
    before = tokens[i - 1] if i else None
    if before is not None and before.end == token.start and before.text in _CURRENCY:
        read = read_number(page, i)
        after = read.next if read else i + 1
        return Unit(token.start, tokens[after - 1].end, {"MEASURE": 1}), after
    for pattern, classes_of in _WRITTEN:
        match = pattern.match(page.text, token.start)
        if match is not None:
            classes = classes_of(match, words)
            if classes:
                return Unit(token.start, match.end(), classes), _token_after(page, i, match.end())
    clock = _clock_by_company(page, words, i)
    if clock is not None:
        return clock
    after = _decade_end(page, words, i)
    if after:
        marked = before is not None and before.text in "'’‘" and before.end == token.start
        classes = decade_classes(token.text, marked=marked)
        return Unit(token.start - marked, tokens[after - 1].end, classes), after
    read = read_number(page, i)
    if read is None:
        return Unit(token.start, token.end, {}), i + 1
    plain = token.text if token.text.isdecimal() and read.value == int(token.text) else ""
    classes = number_classes(read.value, plain, is_ordinal=read.is_ordinal)
    if read.is_owned and "DAY" not in classes:
        classes.pop("NUM", None)
    return Unit(token.start, tokens[read.next - 1].end, classes), read.next


def _clock_by_company(page: Page, words: Lexicon, i: int) -> tuple[Unit, int] | None:
    """ "5.11 a.m.", "0100 GMT": a time of day that only the word behind it tells from another number."""
    token = page.tokens[i]
    for pattern, company in ((_POINTED, "AMPM"), (_BARE, "ZONE")):
        match = pattern.match(page.text, token.start)
        after = _token_after(page, i, match.end()) if match else len(page.tokens)
        if match is None or after >= len(page.tokens):
            continue
        behind = page.tokens[after]
        form = words.forms.get(behind.lower)
        fits = form is not None and company in form.classes and (company != "ZONE" or behind.text.isupper())
        if fits:  # not "2019 local elections"
            return Unit(token.start, match.end(), {"CLOCK": f"{int(match[1]):02}:{match[2]}:00"}), after
    return None


def words_at(page: Page, words: Lexicon, i: int) -> tuple[Classes, int] | None:
    """A number in words at token `i`, a year said in two halves ("nineteen ninety-six") included."""
    tokens = page.tokens
    lower = tokens[i].lower
    numbers = words.numbers
    if lower in numbers.articles:
        following = words.forms.get(tokens[i + 1].lower) if i + 1 < len(tokens) else None
        if following is None or not following.number:
            return None
    read = read_number(page, i)
    if read is not None and read.is_fraction and lower in numbers.cardinals:
        return cardinal_classes(numbers.cardinals[lower], ""), i + 1  # "two quarters" are no half
    if read is None or read.low is not None or (read.is_fraction and read.value != 0.5):
        return None
    if read.value in _CENTURIES and read.next < len(tokens) and not read.is_ordinal:
        second = read_number(page, read.next)
        if second is not None and second.written == "words" and second.value in _YEARS_OF_CENTURY:
            return {"YEAR": int(read.value * 100 + second.value)}, second.next
    return number_classes(read.value, "", is_ordinal=read.is_ordinal), read.next


_CENTURIES = frozenset((17, 18, 19, 20))
_YEARS_OF_CENTURY = frozenset(range(10, 100))


def cardinal_classes(value: float, digits: str) -> Classes:
    """The classes of a number that counts; `digits` as it is written, "" for words."""
    return number_classes(value, digits, is_ordinal=False)


def number_classes(value: float, digits: str, *, is_ordinal: bool) -> Classes:
    """What a number can be: a count, a day, an hour, a year, the last two digits of a year. `digits` as written."""
    classes: Classes = {"ORD" if is_ordinal else "NUM": value}
    if value == 0.5:
        classes["HALFNUM"] = 1
    if not 0 <= value < _LARGE or value != int(value):
        return classes
    number = int(value)
    if 1 <= number <= 31 and len(digits) < 3:
        classes["DAY"] = number
    if number <= 24 and len(digits) < 3 and not is_ordinal:
        classes["HOUR"] = number
    if len(digits) == 4 and 1000 <= number <= 2100:
        classes["YEAR"] = number
    if len(digits) == 2:
        classes["SHORT"] = number
    return classes


def _decade_end(page: Page, words: Lexicon, i: int) -> int:
    """The token after a decade in digits ("1990s", "90-е"), or 0."""
    token, tokens = page.tokens[i], page.tokens
    if len(token.text) not in (2, 4) or not token.text.isdecimal() or token.text[-1] != "0":
        return 0
    at = i + 1
    if at < len(tokens) and tokens[at].text in "-‑–" and tokens[at].start == tokens[at - 1].end:
        at += 1
    if at < len(tokens) and tokens[at].start == tokens[at - 1].end and tokens[at].lower in words.decade_suffixes:
        return at + 1
    return 0


def decade_classes(digits: str, *, marked: bool = False) -> Classes:
    """The decade whose first year is written; of two digits it may be another number ("20-е") unless `marked`."""
    if len(digits) == 4:
        return {"DECADE": int(digits[:3])}
    if len(digits) != 2:
        return {}
    decade = (200 if int(digits) < _CENTURY_START else 190) + int(digits[0])
    if marked:
        return {"DECADE": decade}
    return number_classes(int(digits), digits, is_ordinal=True) | {"TWODIGIT": decade}


def _token_after(page: Page, i: int, end: int) -> int:
    while i < len(page.tokens) and page.tokens[i].start < end:
        i += 1
    return i


# -- dates written as numbers


def _iso(match: re.Match[str], words: Lexicon) -> Classes:
    return _date(int(match[1]), int(match[2]), int(match[3]), match[4] or "")


def _dotted(match: re.Match[str], words: Lexicon) -> Classes:
    return _date(_full_year(match[3]), int(match[2]), int(match[1]), "")


def _slashed(match: re.Match[str], words: Lexicon) -> Classes:
    first, second = int(match[1]), int(match[2])
    if words.month_first and first <= 12:
        first, second = second, first
    return _date(_full_year(match[3]), second, first, "")


def _clock(match: re.Match[str], words: Lexicon) -> Classes:
    return {"CLOCK": f"{int(match[1]):02}:{match[2]}:{match[3] or '00'}"}


def _with_half(match: re.Match[str], words: Lexicon) -> Classes:
    return cardinal_classes(int(match[1]) + 0.5, "")


def _full_year(digits: str) -> int:
    return int(digits) if len(digits) == 4 else int(digits) + (2000 if int(digits) < _CENTURY_START else 1900)


def _date(year: int, month: int, day: int, clock: str) -> Classes:
    if not (1 <= month <= 12 and is_day(month, day) and 1000 <= year <= 2100):
        return {}
    if day > month_length(year, month):
        return {}
    return {"DATE": f"{year:04}-{month:02}-{day:02}" + (f"T{clock}" + ":00" * (len(clock) == 5) if clock else "")}


_WRITTEN = ((_ISO, _iso), (_DOTTED, _dotted), (_SLASHED, _slashed), (_CLOCK, _clock), (_WITH_HALF, _with_half))
