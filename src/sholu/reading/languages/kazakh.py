"""Kazakh words taken apart: plural, possession and case come off in turn, each in the form its stem asks for."""

from functools import cache, lru_cache
from typing import Any, NamedTuple

from sholu.reading.languages import language
from sholu.reading.languages.features import Features

_CACHED = 65_536


@cache
def _table() -> dict[str, Any]:
    return language("kk").table("morphology")


class _Ending(NamedTuple):
    form: str
    after: frozenset[str]
    name: str
    hard: bool | None


@cache
def _layer(layer: str) -> tuple[_Ending, ...]:
    letters = _table()["letters"]
    found = [
        _Ending(form, frozenset("".join(letters[group] for group in entry["after"])), part["name"], _hardness(form))
        for part in _table()[layer]
        for entry in part["endings"]
        for form in entry["forms"]
    ]
    return tuple(sorted(found, key=lambda ending: -len(ending.form)))


def _hardness(letters: str) -> bool | None:
    """True for a hard last vowel, False for a soft one, None where the letters do not tell."""
    table = _table()["letters"]
    for letter in reversed(letters):
        if letter in table["hard"]:
            return True
        if letter in table["soft"]:
            return False
        if letter in "иуюяё":
            return None
    return None


def _strip(word: str, layer: str) -> list[tuple[str, str]]:
    """Stems that are left when one ending of `layer` goes, with the ending's name, longest ending first."""
    table = _table()
    found = []
    for ending in _layer(layer):
        if not word.endswith(ending.form):
            continue
        stem = word[: -len(ending.form)]
        short = len(stem) < table["shortest_stem"] and stem not in table["short_stems"]
        if short or stem[-1] not in ending.after or not _agrees(stem, ending):
            continue
        found.append((stem, ending.name))
    return found


def _agrees(stem: str, ending: _Ending) -> bool:
    hard = _hardness(stem)
    if stem.endswith(tuple(_table()["either"])) and len(stem) > _SURNAME:
        return True
    if stem.endswith(tuple(_table()["hardened"])):
        return bool(ending.hard)
    if hard is None or ending.hard is None or ending.form in _UNHARMONIOUS:
        return True
    return hard == ending.hard or (hard and stem[-1] in _table()["letters"]["softening"])


_SURNAME = 4  # letters: shorter words that end like a surname are none
_UNHARMONIOUS = frozenset({"мен", "бен", "пен"})


@lru_cache(maxsize=_CACHED)
def analyses(lower: str) -> list[Features]:
    """Analyses, the one without case first, the word as it stands, then without possession and plural."""
    if any(lower.endswith(end) for end in _table()["keep"]) and not _is_ablative(lower):
        return [Features(lower, case="nom")]
    stem, _, ending = lower.rpartition("-")
    if stem and ending in _hyphened():
        return [Features(stem, case=_hyphened()[ending], score=0.9), Features(lower, case="nom", score=0.5)]
    bare = [(stem, name, 0.8) for stem, name in _strip(lower, "cases")[:1]]
    whole = (lower, "nom", 0.5)
    found = [Features(stem, case=name, score=score) for stem, name, score in [*bare, whole]]
    for stem, case, score in [*bare, whole]:
        found += _inner(stem, case, score)
    return found


def _is_ablative(lower: str) -> bool:
    """Whether a word that ends as the names of lands do is a noun in the ablative: "жұмыстан", no "Дағыстан"."""
    table = _table()
    return lower.endswith(tuple(table["landless"])) and lower not in table["lands"]


@cache
def _hyphened() -> dict[str, str]:
    """The endings that abbreviations and words in other letters take behind a hyphen: "АҚШ-қа", "Telegram-да"."""
    return {ending.form: ending.name for ending in _layer("cases") if len(ending.form) > 1}


def _inner(stem: str, case: str, score: float) -> list[Features]:
    before, irregular = _table()["before"], _table()["irregular"]
    if stem in irregular:
        return [Features(irregular[stem], case=case, score=score + 0.1)]
    found = []
    owned = [(inner[:-1] + before.get(inner[-1], inner[-1]), 0.05) for inner, _ in _strip(stem, "possession")]
    for inner, more in owned:
        found.append(Features(inner, case=case, score=score + more))
    for inner, more in [*owned, (stem, 0.0)]:
        for singular, number in _strip(inner, "plural"):
            found.append(Features(singular, case=case, number=number, score=score + more + 0.2))
    return found
