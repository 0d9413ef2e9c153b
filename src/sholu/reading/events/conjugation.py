"""The forms of a Kazakh verb by its past: a lexicon that lists "тұтқындады" knows "тұтқындаған", too."""

from collections.abc import Iterable
from functools import cache
from typing import Any, NamedTuple

from sholu.reading.languages import language

_CONVERB, _SERIAL = "п", "й"
"""Last letters of the two forms that link a verb to one behind it, where its stem ends with a vowel."""
_PAST = 2
"""Letters of the ending of the past."""
_SHORTEST = 2
"""Letters of a stem; what is shorter is no verb, or one with too many meanings."""


class _Past(NamedTuple):
    """The endings of verbs whose past ends alike: added to any stem, after a vowel, after a consonant."""

    plain: tuple[str, ...]
    vowel: tuple[str, ...]
    consonant: tuple[str, ...]


class _Forms(NamedTuple):
    pasts: dict[str, _Past]
    vowels: frozenset[str]
    voiced: dict[str, str]
    converbs: dict[str, str]
    joined: dict[str, str]
    refusing: tuple[str, ...]
    like_refusing: frozenset[str]
    chained: tuple[str, ...]
    serial: tuple[str, ...]


@cache
def _forms(tag: str) -> _Forms | None:
    table: dict[str, Any] = language(tag).table("events")["forms"]
    if not table["past"]:
        return None
    pasts = {
        past: _Past(*(tuple(rows[name].split()) for name in ("plain", "vowel", "consonant")))
        for past, rows in table["past"].items()
    }
    return _Forms(
        pasts,
        frozenset(table["vowels"]),
        voiced=_pairs(table["voiced"]),
        converbs=_pairs(table["converbs"]),
        joined=_pairs(table["joined"]),
        refusing=tuple(table["refusing"].split()),
        like_refusing=frozenset(table["like_refusing"].split()),
        chained=tuple(table["chained"].split()),
        serial=tuple(table["serial"].split()),
    )


def _pairs(text: str) -> dict[str, str]:
    return dict(pair.split("=") for pair in text.split())


@cache
def is_refusing(past: str, tag: str) -> bool:
    """Whether a verb given in the past says "not" of itself: "бермеді", but not "қамады", whose root ends so."""
    table = _forms(tag)
    stem = past[:-_PAST]
    if table is None or past[-_PAST:] not in table.pasts:
        return False
    return stem.endswith(table.refusing) and stem not in table.like_refusing


def presents(patterns: Iterable[str], tag: str) -> frozenset[str]:
    """The present of the verbs with which patterns end, of those that come behind the converb, too."""
    table = _forms(tag)
    if table is None:
        return frozenset()
    pasts = {option.rpartition(" ")[2] for pattern in patterns for option in _ending(pattern)[1]}
    return frozenset(_present(past, table) for past in pasts.union(table.chained) if past[-_PAST:] in table.pasts)


def _present(past: str, table: _Forms) -> str:
    stem, endings = past[:-_PAST], table.pasts[past[-_PAST:]]
    return stem + endings.vowel[0] if stem[-1:] in table.vowels else _onto(stem, endings.consonant[0], table)


def parted(pattern: str, tag: str) -> dict[bool, str]:
    """The pattern with those verbs of its end that say "not" of themselves, and with the others."""
    lead, options = _ending(pattern)
    found: dict[bool, list[str]] = {}
    for option in options:
        found.setdefault(is_refusing(option.rpartition(" ")[2], tag), []).append(option)
    if len(found) == 1:
        return dict.fromkeys(found, pattern)
    return {refusing: f"{lead}{_choice(words)}" for refusing, words in found.items()}


def conjugated(pattern: str, tag: str, listed: Iterable[str] = frozenset()) -> list[str]:
    """The pattern in all forms of the verb with which it ends in the past, if it does, else as it is.

    A choice of verbs at its end, "(қозғады|бастап жіберді)", has all forms of each. Forms that are in `listed`, where
    the data say something of their own about them, are left out.
    """
    known, table = frozenset(listed), _forms(tag)
    if table is None:
        return [pattern]
    found: list[str] = []
    for lead, words in _endings(pattern).items():
        forms = {word: [form for form in _forms_of(word, tag) if f"{lead}{form}" not in known] for word in words}
        linking = [(word, _linking(word, table)) for word in words if forms[word]]
        found.append(lead + _choice(form for word in words for form in (word, *forms[word])))
        if linking:
            before = _choice(serial if is_refusing(word, tag) else converb for word, (converb, serial) in linking)
            found.append(f"{lead}{before} ({'|'.join(table.chained)})")
            found.append(f"{lead}{_choice(serial for _, (_, serial) in linking)} ({'|'.join(table.serial)})")
    return found


def _forms_of(past: str, tag: str) -> tuple[str, ...]:
    """The forms of a verb in a pattern; of one that says "not" also the one that joins another: "бермей"."""
    forms = verb_forms(past, tag)
    return (*forms, past[:-_PAST] + _SERIAL) if forms and is_refusing(past, tag) else forms


def _endings(pattern: str) -> dict[str, list[str]]:
    """The words with which a pattern may end, by all that stands before them."""
    lead, options = _ending(pattern)
    found: dict[str, list[str]] = {}
    for option in options:
        inner, _, word = option.rpartition(" ")
        found.setdefault(f"{lead}{inner} " if inner else lead, []).append(word)
    return found


def _ending(pattern: str) -> tuple[str, list[str]]:
    """All but the end of a pattern, with a space, and the words or phrases of which one ends it."""
    opening = pattern.rfind("(")
    if pattern.endswith(")") and opening >= 0:
        return pattern[:opening], pattern[opening + 1 : -1].split("|")
    before, space, last = pattern.rpartition(" ")
    return before + space, [last]


def _choice(words: Iterable[str]) -> str:
    options = tuple(dict.fromkeys(words))
    return options[0] if len(options) == 1 else f"({'|'.join(options)})"


@cache
def verb_forms(past: str, tag: str) -> tuple[str, ...]:
    """The other forms of a verb given in the past, third person: participles with their cases, converbs, moods.

    None for words that are no such past, and in languages whose verbs are not listed so.
    """
    table = _forms(tag)
    endings = table.pasts.get(past[-2:]) if table else None
    stem = past[:-2]
    if table is None or endings is None or len(stem) < _SHORTEST or not stem.replace("-", "").isalpha():
        return ()
    found = [stem + ending for ending in endings.plain]
    if stem[-1] in table.vowels:
        found += [stem + ending for ending in endings.vowel]
    else:
        found += [_onto(stem, ending, table) for ending in endings.consonant]
    return tuple(form for form in dict.fromkeys(found) if form != past)


def _onto(stem: str, ending: str, table: _Forms) -> str:
    """An ending that begins with a vowel, or the converb, on a stem that ends with a consonant."""
    last = stem[-1]
    letters = table.converbs if ending.endswith(_CONVERB) and last in table.converbs else table.voiced
    whole = stem[:-1] + letters.get(last, last) + ending
    place = len(stem) - 1
    return whole[:place] + table.joined.get(whole[place : place + 2], whole[place : place + 2]) + whole[place + 2 :]


def _linking(past: str, table: _Forms) -> tuple[str, str]:
    """The two forms that link a verb to one behind it: "тексеріп", "тексере"; "қолдап", "қолдай"."""
    endings, stem = table.pasts[past[-2:]], past[:-2]
    if stem[-1] in table.vowels:
        return f"{stem}{_CONVERB}", f"{stem}{_SERIAL}"
    vowel = endings.consonant[0][0]
    converb = next(ending for ending in endings.consonant if ending.endswith(_CONVERB))
    return _onto(stem, converb, table), _onto(stem, vowel, table)
