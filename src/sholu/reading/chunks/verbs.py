"""The forms of English verbs, made from their base forms by rule and from a list of irregular ones."""

from typing import NamedTuple

BASE, THIRD, PAST, PARTICIPLE, ING = "b", "s", "p", "n", "g"

_VOWELS = frozenset("aeiou")
# Verbs of more than one syllable double their last letter only where the stress is on the end.
_DOUBLED = frozenset(
    "admit commit compel confer control defer deter expel incur infer occur omit permit prefer propel refer regret remit "
    "submit transfer transmit concur abhor rebel repel quit acquit patrol excel".split()
)
_SHORT = 4


class VerbForm(NamedTuple):
    """What a word can be as a verb: its base form and the letters of its possible forms (BASE .. ING)."""

    base: str
    forms: str


def verb_forms(regular: str, irregular: str) -> dict[str, VerbForm]:
    """All forms of the verbs: `regular` is base forms by white space, `irregular` "base past participle | ..."."""
    found: dict[str, VerbForm] = {}
    for entry in irregular.split("|"):
        base, past, participle = entry.split()
        _add(
            found,
            base,
            ((base, BASE), (_third(base), THIRD), (past, PAST), (participle, PARTICIPLE), (_ing(base), ING)),
        )
    for base in regular.split():
        past = _past(base)
        _add(found, base, ((base, BASE), (_third(base), THIRD), (past, PAST), (past, PARTICIPLE), (_ing(base), ING)))
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


def _past(base: str) -> str:
    if base.endswith("e"):
        return base + "d"
    if base.endswith("y") and base[-2] not in _VOWELS:
        return base[:-1] + "ied"
    return base + (base[-1] if _doubles(base) else "") + "ed"


def _ing(base: str) -> str:
    if base.endswith("ie"):
        return base[:-2] + "ying"
    if base.endswith("e") and not base.endswith(("ee", "oe", "ye")) and base != "be":
        return base[:-1] + "ing"
    return base + (base[-1] if _doubles(base) else "") + "ing"


def _doubles(base: str) -> bool:
    if base[-1] in "wxyaeiou" or len(base) < len("ban"):
        return False
    ends = base[-2] in _VOWELS and base[-3] not in _VOWELS
    return (
        base in _DOUBLED
        or (ends and len(base) <= _SHORT and sum(c in _VOWELS for c in base) == 1)
        or (ends and len(base) == _SHORT + 1 and sum(c in _VOWELS for c in base) == 1)
    )
