"""A page in the alphabet of time: each word that may speak of time becomes one letter, all others a blank.

Rules are regular expressions over these letters, so that one grammar is matched at the speed of `re`.
"""

import re
from functools import cache
from typing import NamedTuple

from sholu.reading.numbers import read_number
from sholu.reading.page import Page
from sholu.reading.times.calendar import is_day, month_length
from sholu.reading.times.lexicon import Classes, Entry, Lexicon, lexicon
from sholu.text.tokens import Token

BLANK = "."
STOP = "|"
_FIRST_LETTER = 0xE000  # private use: letters that no pattern syntax knows
_ISO = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:T(\d\d:\d\d(?::\d\d)?)Z?)?(?![\w-])")
_DOTTED = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4}|\d\d)(?![\w.]\w)(?!\d)")
_SLASHED = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4}|\d\d)(?!\w)(?!/)")
_CLOCK = re.compile(r"([01]?\d|2[0-3]):([0-5]\d)(?::([0-5]\d))?(?![\d:])")
_WITH_HALF = re.compile(r"(\d{1,3})(?: 1/2|[\- ]?½)(?!\d)")
_CURRENCY = frozenset("$€£¥₽₸#№")
_CENTURY_START = 30  # "'29" is 2029, "'30" is 1930


class Unit(NamedTuple):
    """One letter's words: offsets, the classes with their values, and whether a capital letter starts them."""

    start: int
    end: int
    classes: Classes
    weak: bool = False


class Line(NamedTuple):
    """The page as `letters`, one a unit; `units` has the same length."""

    letters: str
    units: list[Unit]


class Alphabet:
    """Letters for sets of classes, given out when a set is first seen."""

    def __init__(self) -> None:
        self._letters: dict[frozenset[str], str] = {frozenset(): BLANK}
        self._by_names: dict[tuple[str, ...], str] = {(): BLANK}

    def letter(self, classes: Classes) -> str:
        """The letter of a unit with these classes."""
        names = tuple(classes)
        known = self._by_names.get(names)
        if known is None:
            known = self._letters.setdefault(frozenset(names), chr(_FIRST_LETTER + len(self._letters)))
            self._by_names[names] = known
        return known

    def having(self, name: str) -> str:
        """All letters whose set holds this class."""
        return "".join(letter for names, letter in self._letters.items() if name in names)


@cache
def alphabet(tag: str) -> Alphabet:
    """The alphabet of a language, with every letter that `units_of` can give out."""
    made = Alphabet()
    words = lexicon(tag)
    made.letter({"DATE": 1})
    made.letter({"CLOCK": 1})
    made.letter({"DECADE": 1})
    made.letter({"YEAR": 1})
    numbers = [
        _number_classes(value, digits, is_ordinal=ordinal)
        for value in (0, 1, 5, 13, 24, 25, 30, 31, 40, 60, 99, 500, 1500, 1990, 3000, 0.5)
        for digits in ("", "1", "01", "001", "1990")
        for ordinal in (False, True)
    ]
    for classes in numbers:
        made.letter(classes)
    for entry in words.forms.values():
        for own in (entry.classes, entry.dotted, entry.classes | entry.dotted):
            kept = {name: value for name, value in own.items() if name not in words.capitalised}
            for classes in (own, kept):
                made.letter(classes)
                if entry.number:
                    for number in numbers:
                        made.letter(classes | number)
    return made


def units_of(page: Page) -> Line:
    """The page in its language's alphabet; sentences are kept apart by a stop."""
    words = lexicon(page.language.tag)
    letters_of = alphabet(page.language.tag)
    letter = letters_of.letter
    forms = words.forms
    tokens = page.tokens
    letters: list[str] = []
    units: list[Unit] = []
    for sentence in page.sentences:
        i = sentence.first
        while i < sentence.stop:
            token = tokens[i]
            entry = forms.get(token.lower)
            if entry is None and token.shape != "number":
                if "-" in token.lower and token.is_word:
                    _add_pieces(token, words, letters, units, letters_of)
                else:
                    letters.append(BLANK)
                    units.append(Unit(token.start, token.end, {}))
                i += 1
                continue
            unit, i = _unit(page, words, i, entry, sentence.stop)
            letters.append(letter(unit.classes))
            units.append(unit)
        letters.append(STOP)
        units.append(Unit(sentence.end, sentence.end, {}))
    return Line("".join(letters), units)


def _unit(page: Page, words: Lexicon, i: int, entry: Entry | None, stop: int) -> tuple[Unit, int]:
    """The unit that starts at token `i`, and the token after it."""
    token = page.tokens[i]
    classes: Classes = {}
    end, after = token.end, i + 1
    if entry is not None:
        classes, dotted = _own(page, words, i, entry, stop)
        if dotted:
            end, after = page.tokens[i + 1].end, i + 2
    if token.shape == "number":
        return _digits(page, words, i)
    if entry is not None and entry.number and not dotted:
        number = _words_number(page, words, i)
        if number is not None:
            found, following = number
            if following > i + 1:
                return Unit(token.start, page.tokens[following - 1].end, found), following
            classes = classes | found
    weak = token.lower in words.weak and token.is_capitalised
    return Unit(token.start, end, classes, weak), after


def _own(page: Page, words: Lexicon, i: int, entry: Entry, stop: int) -> tuple[Classes, bool]:
    """The classes of a form as it is written here, and whether the full stop after it belongs to it."""
    token = page.tokens[i]
    classes, dotted = entry.classes, False
    if entry.dotted and i + 1 < stop:
        following = page.tokens[i + 1]
        if following.text == "." and following.start == token.end:
            classes, dotted = entry.classes | entry.dotted, True
    if words.capitalised and not token.is_capitalised and not words.capitalised.isdisjoint(classes):
        classes = {name: value for name, value in classes.items() if name not in words.capitalised}
    return classes, dotted


def _add_pieces(token: Token, words: Lexicon, letters: list[str], units: list[Unit], alphabet_: Alphabet) -> None:
    """The pieces of a hyphenated word ("third-quarter", "two-year") where one of them speaks of time."""
    pieces: list[Unit] = []
    start = token.start
    for number, piece in enumerate(token.lower.split("-")):
        if number:
            pieces.append(Unit(start - 1, start, words.forms["-"].classes))
        pieces.append(Unit(start, start + len(piece), _piece_classes(token, piece, start, words)))
        start += len(piece) + 1
    if start - 1 != token.end or not any(unit.classes for unit in pieces[::2]):
        pieces = [Unit(token.start, token.end, {})]
    for unit in pieces:
        letters.append(alphabet_.letter(unit.classes))
        units.append(unit)


def _piece_classes(token: Token, piece: str, start: int, words: Lexicon) -> Classes:
    if piece.isdigit():
        return _plain_number(int(piece), piece)
    digits = piece.rstrip("s")
    if piece in words.weak and token.is_capitalised:
        return {}
    if digits.isdigit() and piece[len(digits) :] in words.decade_suffixes:
        return _decade(digits)
    entry = words.forms.get(piece)
    if entry is None:
        return {}
    classes = entry.classes
    if words.capitalised and not token.text[start - token.start].isupper():
        classes = {name: value for name, value in classes.items() if name not in words.capitalised}
    if piece in words.numbers.cardinals:
        return classes | _plain_number(words.numbers.cardinals[piece], "")
    if piece in words.numbers.ordinals:
        return classes | _number_classes(words.numbers.ordinals[piece], "", is_ordinal=True)
    return classes


# -- numbers


def _digits(page: Page, words: Lexicon, i: int) -> tuple[Unit, int]:
    """The unit of a number in digits: a whole date, a clock time, a decade, or the number."""
    token, tokens = page.tokens[i], page.tokens
    before = tokens[i - 1] if i else None
    if before is not None and before.end == token.start and before.text in _CURRENCY:
        read = read_number(page, i)
        after = read.next if read else i + 1
        return Unit(token.start, tokens[after - 1].end, {}), after
    for pattern, classes_of in _WRITTEN:
        match = pattern.match(page.text, token.start)
        if match is not None:
            classes = classes_of(match, words)
            if classes:
                return Unit(token.start, match.end(), classes), _token_after(page, i, match.end())
    after = _decade_end(page, words, i)
    if after:
        start = token.start - 1 if before and before.text in "'’‘" and before.end == token.start else token.start
        return Unit(start, tokens[after - 1].end, _decade(token.text)), after
    read = read_number(page, i)
    if read is None:
        return Unit(token.start, token.end, {}), i + 1
    plain = token.text if token.text.isdigit() and (read.next == i + 1 or read.is_ordinal) else ""
    classes = _number_classes(read.value, plain, is_ordinal=read.is_ordinal)
    return Unit(token.start, tokens[read.next - 1].end, classes), read.next


def _words_number(page: Page, words: Lexicon, i: int) -> tuple[Classes, int] | None:
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
        return _plain_number(numbers.cardinals[lower], ""), i + 1  # "two quarters" are no half
    if read is None or read.low is not None or (read.is_fraction and read.value != 0.5):
        return None
    if read.value in _CENTURIES and read.next < len(tokens) and not read.is_ordinal:
        second = read_number(page, read.next)
        if second is not None and second.written == "words" and second.value in _YEARS_OF_CENTURY:
            return {"YEAR": int(read.value * 100 + second.value)}, second.next
    return _number_classes(read.value, "", is_ordinal=read.is_ordinal), read.next


_CENTURIES = frozenset((17, 18, 19, 20))
_YEARS_OF_CENTURY = frozenset(range(10, 100))


def _plain_number(value: float, digits: str) -> Classes:
    return _number_classes(value, digits, is_ordinal=False)


def _number_classes(value: float, digits: str, *, is_ordinal: bool) -> Classes:
    """What a number can be: a count, a day, an hour, a year, the last two digits of a year. `digits` as written."""
    classes: Classes = {"ORD" if is_ordinal else "NUM": value}
    if value != int(value) or value < 0:
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
    if len(token.text) not in (2, 4) or not token.text.isdigit() or token.text[-1] != "0":
        return 0
    at = i + 1
    if at < len(tokens) and tokens[at].text in "-‑–" and tokens[at].start == tokens[at - 1].end:
        at += 1
    if at < len(tokens) and tokens[at].start == tokens[at - 1].end and tokens[at].lower in words.decade_suffixes:
        return at + 1
    return 0


def _decade(digits: str) -> Classes:
    if len(digits) == 4:
        return {"DECADE": int(digits[:3])}
    if len(digits) != 2:
        return {}
    return {"DECADE": (200 if int(digits) < _CENTURY_START else 190) + int(digits[0])}


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
    return _plain_number(int(match[1]) + 0.5, "")


def _full_year(digits: str) -> int:
    return int(digits) if len(digits) == 4 else int(digits) + (2000 if int(digits) < _CENTURY_START else 1900)


def _date(year: int, month: int, day: int, clock: str) -> Classes:
    if not (1 <= month <= 12 and is_day(month, day) and 1000 <= year <= 2100):
        return {}
    if day > month_length(year, month):
        return {}
    return {"DATE": f"{year:04}-{month:02}-{day:02}" + (f"T{clock}" + ":00" * (len(clock) == 5) if clock else "")}


_WRITTEN = ((_ISO, _iso), (_DOTTED, _dotted), (_SLASHED, _slashed), (_CLOCK, _clock), (_WITH_HALF, _with_half))
