"""Kazakh nouns without the case that a figure's place in its clause gives them: "депутаттың", "тауарды"."""

from functools import cache

from sholu.reading.kazakh_groups import is_bare
from sholu.reading.languages import language
from sholu.reading.languages.morphology import features
from sholu.reading.quantities.lexicon import SURE

_OBLIQUE = frozenset({"gen", "acc", "dat", "abl", "ins"})
_LONG = 5
"""Letters of a stem that no ending of its own can be taken for another's."""


def nominative(word: str) -> str:
    """A word in small letters in its base form, where its ending is surely one of a case; else as it is."""
    known = features("kk", word)
    if is_bare(word) or known.case not in _OBLIQUE or known.score < SURE or not word.startswith(known.lemma):
        return word
    ending = word[len(known.lemma) :]
    sure = ending.startswith(_forms()["cases"]) or (len(known.lemma) >= _LONG and ending in _forms()["owned"])
    return known.lemma if sure else word


@cache
def _forms() -> dict[str, tuple[str, ...]]:
    table = language("kk").table("units")["deeds"]
    return {name: tuple(table[name]) for name in ("cases", "owned")}
