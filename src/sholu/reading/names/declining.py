"""The names of people in Russian in their base form: words of one name agree in case and gender, and so do mentions."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import log

from sholu.reading.languages.declension import (
    CASES,
    GENDERS,
    Declined,
    Whole,
    together,
    usual_cases,
    ways,
    weights,
)
from sholu.reading.languages.morphology import CACHED
from sholu.reading.names.case_around import told_cases
from sholu.reading.names.finds import Find
from sholu.reading.names.lexicon import Mark
from sholu.reading.names.people import told_gender
from sholu.reading.names.sheet import Sheet

_ABBREVIATION = 3
"""Letters in the longest abbreviation inside somebody's name."""
_ALIKE = 3
"""First letters by which two words may be forms of one name."""
_VOWELS = frozenset("аеёиоуыэюя")
_SEVERAL = 2
_MOST = 12
"""Different mentions that are weighed against each other."""


@dataclass(frozen=True, slots=True)
class _Mention:
    """A name as it stands: `parts` with the words to decline at the numbers `declined`, and the readings of those."""

    parts: tuple[str, ...]
    declined: tuple[int, ...]
    wholes: tuple[Whole, ...]

    def words(self) -> list[str]:
        """The words that are declined, as they stand."""
        return [self.parts[number] for number in self.declined]

    def put(self, whole: Whole) -> str:
        """The name with its words in the base forms of a reading."""
        parts = list(self.parts)
        for number, base in zip(self.declined, whole.bases, strict=True):
            parts[number] = base
        return "".join(parts)


def declined_names(sheet: Sheet, finds: Sequence[Find]) -> list[str]:
    """The name of one person at each of these finds, in base form; `sheet` is of a Russian text."""
    mentions = [_mention(sheet, find) for find in finds]
    different = list(dict.fromkeys(mention for mention in mentions if mention.wholes))[:_MOST]
    if len(different) < _SEVERAL:
        return [_best(mention, (), None) for mention in mentions]
    gender = max(GENDERS, key=lambda gender: sum(log(_likeliest(mention.wholes, gender)) for mention in different))
    return [_best(mention, different, gender) for mention in mentions]


def _likeliest(wholes: Iterable[Whole], gender: str) -> float:
    return max((whole.weight for whole in wholes if whole.gender == gender), default=weights()["unlikely"])


def _best(mention: _Mention, others: Sequence[_Mention], gender: str | None) -> str:
    """The name in the likeliest of its readings, by what the other mentions allow."""
    suited = [whole for whole in mention.wholes if whole.gender == gender] or list(mention.wholes)
    if not suited:
        return "".join(mention.parts)
    if gender is None:
        return mention.put(max(suited, key=lambda whole: whole.weight))
    others = [other for other in others if other != mention]
    return mention.put(max(suited, key=lambda whole: log(whole.weight) + _support(whole, others, gender)))


def _support(whole: Whole, others: Iterable[_Mention], gender: str) -> float:
    """What other mentions say of the base forms of a reading, as the sum of logarithms."""
    total = 0.0
    for other in others:
        words = other.words()
        for base in whole.bases:
            if any(word[:_ALIKE].lower() == base[:_ALIKE].lower() for word in words):
                total += log(_allowed(base.lower(), other, gender))
    return total


def _allowed(base: str, other: _Mention, gender: str) -> float:
    """How likely another mention has a word of this base form."""
    fitting = (
        whole.weight
        for whole in other.wholes
        if whole.gender == gender and any(form.lower() == base for form in whole.bases)
    )
    return max(max(fitting, default=0.0), weights()["unlikely"])


def _mention(sheet: Sheet, find: Find) -> _Mention:
    parts: list[str] = []
    declined: list[int] = []
    words: list[tuple[str, str | None, str]] = []
    for index in range(find.first, find.last + 1):
        token = sheet.tokens[index]
        gap = sheet.page.text[sheet.tokens[index - 1].end : token.start] if index > find.first else ""
        if gap:
            parts.append(" " if not gap.strip() else gap)
        text = _small(sheet, find, index)
        if not sheet.capitalised(index) or _stays(sheet, find, index, text):
            parts.append(text)
            continue
        pieces = text.split("-")
        for number, piece in enumerate(pieces):
            if number:
                parts.append("-")
            if piece:
                declined.append(len(parts))
                place = "" if len(pieces) == 1 else "joined" if number < len(pieces) - 1 else "last"
                words.append((piece, _listed(sheet, piece), place))
            parts.append(piece)
    return _Mention(tuple(parts), tuple(declined), _weighed(sheet, find, _together(tuple(words))) if words else ())


def _stays(sheet: Sheet, find: Find, index: int, text: str) -> bool:
    """Whether a word of a name has no cases: an initial, «Акматбек» before «уулу», «Ким Чен» before «Ына»."""
    if sheet.initial(index) or sheet.foreign(index) or _is_short(text):
        return True
    if index == find.last:
        return False
    of_family = sheet.tokens[find.first].lower in sheet.lexicon.families
    return of_family or sheet.tokens[index + 1].lower in sheet.lexicon.sons


def _small(sheet: Sheet, find: Find, index: int) -> str:
    """The word at a token, in small letters where its capitals only make it loud ("Олег КРУК")."""
    text = sheet.tokens[index].text
    loud = all(sheet.tokens[i].text.isupper() for i in range(find.first, find.last + 1))
    if len(text) > _ABBREVIATION and text.isupper() and (not loud or find.first != find.last):
        return text.title()
    return text


def _is_short(text: str) -> bool:
    return text.isupper() and len(text) <= _ABBREVIATION


def _listed(sheet: Sheet, word: str) -> str | None:
    """The gender of a given name that is listed as it stands: "" where it is not told; None for any other word."""
    known = sheet.lexicon.word(word.lower())
    if not known.marks & Mark.GIVEN:
        return None
    return known.gender if known.gender in GENDERS else ""


@lru_cache(maxsize=CACHED)
def _together(words: tuple[tuple[str, str | None, str], ...]) -> tuple[Whole, ...]:
    """The readings of words: each with its gender as a listed name, and its place in a name with a hyphen."""
    return tuple(together([_ways(*word) for word in words]))


def _ways(word: str, listed: str | None, place: str) -> list[Declined]:
    """The readings of a word; the part of a name with a hyphen (its `place`: "joined", "last") may stay as it is."""
    found = [way for way in ways(word, listed) if any(letter in _VOWELS for letter in way.base.lower())]
    if place or not found:
        found.append(Declined(word, frozenset(CASES), frozenset(GENDERS), weights()[place or "joined"]))
    return found


def _weighed(sheet: Sheet, find: Find, wholes: Sequence[Whole]) -> tuple[Whole, ...]:
    """The readings with what the words around tell of case and gender; the likeliest one counts as 1."""
    told, gender = told_cases(sheet, find), told_gender(sheet, find.first, find.last)
    count, found = weights(), []
    for whole in wholes:
        weight = whole.weight * usual_cases()[whole.case]
        weight *= count["told"] if whole.case in told.likely else 1.0
        weight *= count["unlikely"] if told.sure and whole.case not in told.sure else 1.0
        weight *= count["unlikely"] if told.other and whole.gender == "f" and whole.case not in told.other else 1.0
        weight *= count["told"] if whole.gender == gender else 1.0
        weight *= count["acts"] if told.acts and whole.case == "nom" else 1.0
        found.append(whole._replace(weight=weight))
    most = max((whole.weight for whole in found), default=1.0)
    return tuple(whole._replace(weight=max(whole.weight / most, 1e-9)) for whole in found)
