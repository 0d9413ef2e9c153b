"""The forms of English verbs, made from their base forms by rule and from a list of irregular ones."""

from collections.abc import Collection
from typing import NamedTuple

BASE, THIRD, PAST, PARTICIPLE, ING = "b", "s", "p", "n", "g"

_VOWELS = frozenset("aeiou")
_SHORTEST, _SHORT = 3, 5  # letters in a verb of one syllable that may double its last


class VerbForm(NamedTuple):
    """What a word can be as a verb: its base form and the letters of its possible forms (BASE .. ING)."""

    base: str
    forms: str


def verb_forms(regular: str, irregular: str, doubled: Collection[str] = ()) -> dict[str, VerbForm]:
    """All forms of the verbs: `regular` is base forms by white space, `irregular` "base past participle | ...".

    `doubled` are the verbs of more than one syllable that double their last letter ("admit", "admitted").
    """
    found: dict[str, VerbForm] = {}
    twice = frozenset(doubled)
    for entry in irregular.split("|"):
        base, past, participle = entry.split()
        _add(
            found,
            base,
            ((base, BASE), (_third(base), THIRD), (past, PAST), (participle, PARTICIPLE), (_ing(base, twice), ING)),
        )
    for base in regular.split():
        past = _past(base, twice)
        _add(
            found,
            base,
            ((base, BASE), (_third(base), THIRD), (past, PAST), (past, PARTICIPLE), (_ing(base, twice), ING)),
        )
        if base in twice and base.endswith("l"):  # American: "canceled"
            single = _past(base, frozenset())
            _add(found, base, ((single, PAST), (single, PARTICIPLE), (_ing(base, frozenset()), ING)))
    return found


def _add(found: dict[str, VerbForm], base: str, forms: tuple[tuple[str, str], ...]) -> None:
    for word, form in forms:
        known = found.get(word)
        if known is None:
            found[word] = VerbForm(base, form)
        elif form not in known.forms:
            found[word] = VerbForm(known.base, known.forms + form)


def _third(base: str) -> str:
    if base.endswith(("s", "x", "z", "ch", "sh", "o")):
        return base + "es"
    if base.endswith("y") and base[-2] not in _VOWELS:
        return base[:-1] + "ies"
    return base + "s"


def _past(base: str, twice: frozenset[str]) -> str:
    if base.endswith("e"):
        return base + "d"
    if base.endswith("y") and base[-2] not in _VOWELS:
        return base[:-1] + "ied"
    return base + (base[-1] if _doubles(base, twice) else "") + "ed"


def _ing(base: str, twice: frozenset[str]) -> str:
    if base.endswith("ie"):
        return base[:-2] + "ying"
    if base.endswith("e") and not base.endswith(("ee", "oe", "ye")) and base != "be":
        return base[:-1] + "ing"
    return base + (base[-1] if _doubles(base, twice) else "") + "ing"


def _doubles(base: str, twice: frozenset[str]) -> bool:
    if base in twice:
        return True
    if base[-1] in "wxyaeiou" or len(base) < _SHORTEST:
        return False
    closed = base[-2] in _VOWELS and base[-3] not in _VOWELS
    return closed and len(base) <= _SHORT and sum(letter in _VOWELS for letter in base) == 1
