"""Kazakh nouns without the case that a figure's place in its clause gives them: "депутаттың", "тауарды"."""

from functools import cache

from sholu.reading.kazakh_groups import is_bare
from sholu.reading.languages import language
from sholu.reading.languages.kazakh_data import kazakh_voiced
from sholu.reading.languages.morphology import features
from sholu.reading.quantities.lexicon import SURE

_OBLIQUE = frozenset({"gen", "acc", "dat", "abl", "ins", "attr"})
_LISTED = 0.9
"""How sure a base form is that the words of the language list."""
_LONG = 4
"""Letters of a stem that no ending of its own can be taken for another's."""


def nominative(word: str) -> str:
    """A word in small letters in its base form, where its ending is surely one of a case; else as it is."""
    known = features("kk", word)
    if is_bare(word) or known.case not in _OBLIQUE or known.score < SURE:
        return word
    person = _person(word)
    if person is not None:
        return person
    lemma, ending = known.lemma, word[len(known.lemma) :]
    if not word.startswith(lemma):
        changed = lemma[:-1] + kazakh_voiced().get(lemma[-1], lemma[-1])  # "ноутбук", "ноутбугін"
        if not word.startswith(changed) and not _is_irregular(word, known.score):
            return word
        return lemma if len(lemma) > _LONG and word.endswith(_forms()["owned"]) else word
    sure = ending.startswith(_forms()["cases"]) or (len(lemma) >= _LONG and ending in _forms()["owned"])
    return lemma if sure else word


def _person(word: str) -> str | None:
    """Whoever does something, whose ending is no possession: "тасымалдаушыны"."""
    for ending in _forms()["behind_vowels"]:
        if word.endswith(ending) and word.removesuffix(ending).endswith(_forms()["doers"]):
            return word.removesuffix(ending)
    return None


def _is_irregular(word: str, score: float) -> bool:
    """Whether the base form of a word is listed: "мүлкін" of "мүлік"."""
    return score >= _LISTED and word.endswith(_forms()["owned"])


@cache
def _forms() -> dict[str, tuple[str, ...]]:
    table = language("kk").table("units")["deeds"]
    return {name: tuple(table[name]) for name in ("cases", "owned", "behind_vowels", "doers")}
