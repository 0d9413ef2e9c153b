"""A page in the alphabet of time: each word that may speak of time becomes one letter, all others a blank.

Rules are regular expressions over these letters, so that one grammar is matched at the speed of `re`.
"""

from functools import cache
from typing import NamedTuple

from sholu.reading.page import Page
from sholu.reading.times.lexicon import Classes, Entry, Lexicon, lexicon
from sholu.reading.times.numerals import (
    Unit,
    cardinal_classes,
    decade_classes,
    digits_at,
    number_classes,
    words_at,
)
from sholu.text.tokens import Token

BLANK = "."
STOP = "|"
_MONTHS = frozenset({"MONTH", "MOD"})
_FIRST_LETTER = 0xE000  # private use: letters that no pattern syntax knows


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
    made.letter({"MEASURE": 1})
    numbers = [
        number_classes(value, digits, is_ordinal=ordinal)
        for value in (0, 1, 5, 13, 24, 25, 30, 31, 40, 60, 99, 500, 1500, 1990, 3000, 0.5)
        for digits in ("", "1", "01", "001", "1990")
        for ordinal in (False, True)
    ]
    numbers += [decade_classes(digits) for digits in ("00", "20", "90")]
    for classes in numbers:
        made.letter(classes)
    plain: set[frozenset[str]] = set()
    numeral: set[frozenset[str]] = set()
    for entry in words.forms.values():
        for own in (entry.classes, entry.dotted, entry.classes | entry.dotted):
            for names in (frozenset(own), frozenset(own) - words.capitalised):
                (numeral if entry.number else plain).add(names)
    for names in plain | numeral:
        made.letter(dict.fromkeys(names, 1))
    for names in numeral:
        for number in numbers:
            made.letter(dict.fromkeys(names, 1) | number)
    return made


def units_of(page: Page) -> Line:
    """The page in its language's alphabet; sentences are kept apart by a stop."""
    words = lexicon(page.language.tag)
    letters_of = alphabet(page.language.tag)
    letter = letters_of.letter
    forms = words.forms
    tokens = page.tokens
    new = tuple.__new__  # which makes a unit in half the time: most words say nothing of times
    letters: list[str] = []
    units: list[Unit] = []
    for sentence in page.sentences:
        i = sentence.first
        while i < sentence.stop:
            token = tokens[i]
            entry = forms.get(token.lower)
            if entry is None and token.shape != "number":
                if "-" in token.lower and len(token.lower) == len(token.text):
                    _add_pieces(token, words, letters, units, letters_of)
                else:
                    letters.append(BLANK)
                    units.append(new(Unit, (token.start, token.end, {}, False)))
                i += 1
                continue
            unit, after = _unit(page, words, i, entry, sentence.stop)
            if after > sentence.stop:  # a number read over the end of its sentence
                unit, after = Unit(token.start, token.end, {}), i + 1
            i = after
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
        return digits_at(page, words, i)
    if entry is not None and entry.number and not dotted:
        number = words_at(page, words, i)
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


def _is_of_months(token: Token, words: Lexicon) -> bool:
    """ "January-May", "mid-May": whether all pieces of a word are months, or tell which part of one."""
    entries = (words.forms.get(piece) for piece in token.lower.split("-"))
    return all(entry is not None and not _MONTHS.isdisjoint(entry.classes) for entry in entries)


def _piece_classes(token: Token, piece: str, start: int, words: Lexicon) -> Classes:
    if piece.isdecimal():
        return cardinal_classes(int(piece), piece)
    digits = piece[:4] if piece[:4].isdecimal() else piece[:2]
    if piece in words.weak and token.is_capitalised and not _is_of_months(token, words):
        return {}
    if digits.isdecimal() and piece[len(digits) :] in words.decade_suffixes:
        return decade_classes(digits)
    entry = words.forms.get(piece)
    if entry is None:
        return {}
    classes = entry.classes
    if words.capitalised and not token.text[start - token.start].isupper():
        classes = {name: value for name, value in classes.items() if name not in words.capitalised}
    if piece in words.numbers.cardinals:
        return classes | cardinal_classes(words.numbers.cardinals[piece], "")
    if piece in words.numbers.ordinals:
        return classes | number_classes(words.numbers.ordinals[piece], "", is_ordinal=True)
    return classes
