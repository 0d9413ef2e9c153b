"""A Russian noun phrase as it is called by itself: its noun and the adjectives before it in the nominative."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from sholu.reading.languages import language
from sholu.reading.languages.features import Features
from sholu.reading.languages.morphology import cased, in_nominative, readings

_ADJECTIVES = ("adjective", "participle")
_SELDOM = 0.2
"""How sure the dictionary is of a reading, at most, that is not to be thought of."""
_CASES = frozenset({"nom", "gen", "dat", "acc", "ins", "loc"})


def nominative_phrase(words: Sequence[str]) -> list[str]:
    """The words with the first noun and what agrees with it before it in the nominative; others stay as they are.

    «областного суда города» is «областной суд города». A phrase whose first words are of another kind stays whole, and
    so does a noun of which nothing tells whether it is one or several: «судьи района».
    """
    head = _head(words)
    if head is None:
        return _of_adjectives(words)
    noun = _reading(words, head)
    if noun is None:
        return list(words)
    lower = words[head].lower()
    base = several_of(noun.lemma) if head == 0 and noun.lemma in _several() else None
    base = base or in_nominative(lower, "noun", "", noun.number)
    if base is None:
        return list(words)
    gender = "" if noun.number == "plural" else noun.gender or _gender_before(words, head)
    before = [agreeing(word, gender, noun.number) for word in words[:head]]
    return [*before, cased(base, words[head]), *words[head + 1 :]]


def several_of(lemma: str) -> str:
    """The base form of a noun as a body is called by it: «власть» is «власти»."""
    return _several().get(lemma, lemma)


def _head(words: Sequence[str]) -> int | None:
    """The place of the noun that the phrase is about; None where words before it agree with none."""
    for place, word in enumerate(words):
        found = readings("ru", word.lower())
        first = found[0]
        if first.part == "noun" and not (first.gender == "neuter" and _describes(found, words[place + 1 :])):
            return place
        if first.part != "noun" and first.part not in _ADJECTIVES and word.lower() not in _owners():
            return None
    return None


def _describes(found: Sequence[Features], behind: Sequence[str]) -> bool:
    """«главного штаба»: whether a word that may be a noun («главное») is the adjective of the noun behind it."""
    words = (readings("ru", word.lower()) for word in behind)
    nouns = next((forms for forms in words if forms[0].part not in _ADJECTIVES), ())
    agreeing = {(one.case, one.number, one.gender) for one in found if one.part in _ADJECTIVES and one.case}
    return any(one.part == "noun" and one.gender != "neuter" and _agrees(one, agreeing) for one in nouns)


def _reading(words: Sequence[str], head: int) -> Features | None:
    """The reading of the noun that fits the adjective before it; None where it may stand in two numbers alike."""
    lower = words[head].lower()
    nouns = [one for one in readings("ru", lower) if one.part == "noun" and one.case in _CASES and one.number]
    if not nouns or not (nouns[0].known or readings("ru", lower.rpartition("-")[2])[0].known):
        return None
    agreeing = set(_cases_before(words, head))
    fitting = [one for one in nouns if _agrees(one, agreeing)] if agreeing else nouns
    first = (fitting or nouns)[0]
    several = any(one.case == "nom" and one.number == "plural" and one.score > _SELDOM for one in fitting)
    doubtful = not agreeing and first.number == "singular" and first.animate and several
    return None if doubtful and lower != first.lemma else first


def _cases_before(words: Sequence[str], head: int) -> Iterator[tuple[str, str, str]]:
    """Case, number and gender of the adjective right before the noun."""
    if head:
        for one in readings("ru", words[head - 1].lower()):
            if one.part in _ADJECTIVES and one.case:
                yield one.case, one.number, one.gender


def _agrees(noun: Features, adjectives: Iterable[tuple[str, str, str]]) -> bool:
    """Whether a noun may stand behind an adjective of one of these cases, numbers and genders."""
    return any(
        (noun.case, noun.number) == (case, number) and (not gender or not noun.gender or gender == noun.gender)
        for case, number, gender in adjectives
    )


def _gender_before(words: Sequence[str], head: int) -> str:
    """The gender of an adjective before a noun that may be of either: «бывшей главы»."""
    genders = {one.gender for one in readings("ru", words[head - 1].lower()) if one.part in _ADJECTIVES} if head else ()
    return "feminine" if genders == {"feminine"} else "masculine"


def _of_adjectives(words: Sequence[str]) -> list[str]:
    """«обвиняемого»: an adjective that stands for somebody, in the nominative; other words as they are."""
    forms = readings("ru", words[-1].lower()) if words else ()
    if len(words) != 1 or not forms or forms[0].part not in _ADJECTIVES or not forms[0].case:
        return list(words)
    feminine = all(one.gender == "feminine" for one in forms)
    gender = "" if forms[0].number == "plural" else "feminine" if feminine else "masculine"
    return [agreeing(words[0], gender, forms[0].number)]


def agreeing(word: str, gender: str, number: str) -> str:
    """An adjective or participle in the nominative of gender and number; any other word as it is."""
    lower = word.lower()
    if lower in _owners():
        return word
    if "-" in lower:
        first, _, last = word.rpartition("-")
        return f"{first}-{agreeing(last, gender, number)}"
    forms = readings("ru", lower)
    part = next((one.part for one in forms if one.part in _ADJECTIVES), "")
    form = in_nominative(lower, part, gender, number) if part else _of_place(lower, gender)
    return cased(form, word) if form else word


def _of_place(lower: str, gender: str) -> str | None:
    """«Ангренской»: an adjective of a place that no dictionary knows."""
    table = language("ru").table("morphology")
    found = re.fullmatch(table["place_adjective"], lower)
    ending: str | None = table["place_adjective_endings"].get(gender)
    return found[1] + ending if found and ending else None


@cache
def _owners() -> frozenset[str]:
    """Words that say whose and have no cases: «его»."""
    return frozenset(language("ru").table("morphology")["owners"])


@cache
def _several() -> dict[str, str]:
    """Nouns by which many are meant whatever the ending allows: «власть», «власти»."""
    return dict(language("ru").table("morphology")["several"])
