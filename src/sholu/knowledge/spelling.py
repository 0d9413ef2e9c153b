"""One spelling for names in any script: keys that are equal, or nearly, when two names can be spellings of one."""

import re
import unicodedata
from functools import cache, lru_cache

from rapidfuzz.distance import Levenshtein

from sholu.knowledge.wording import table
from sholu.text.transliteration import to_latin

_VOWELS = frozenset("aeiou")
_SHORT = 8  # letters: in shorter names one vowel may differ, in longer ones two


@lru_cache(maxsize=262_144)
def key(word: str) -> str:
    """A word in plain Latin letters, with what spellers do differently (q and k, zh and j, yev and ev) done one way.

    Unlike `text.transliteration.skeleton` it keeps the vowels, which tell Daniyar from Dinara.
    """
    latin = unicodedata.normalize("NFKD", to_latin(word, "kk").lower())
    made = re.sub("[^a-z]", "", latin)
    for old, new in _folds():
        made = made.replace(old, new)
    made = re.sub("i+([aeou])", r"\1", re.sub("[yi]+", "i", made))
    return re.sub(r"(.)\1+", r"\1", made)


@lru_cache(maxsize=262_144)
def alike(one: str, other: str) -> bool:
    """Whether two keys can be spellings of one name: the same consonants, and a vowel or two apart."""
    if one == other:
        return True
    if not one or not other or consonants(one) != consonants(other):
        return False
    longest = max(len(one), len(other))
    return longest >= 4 and Levenshtein.distance(one, other, score_cutoff=2) <= (1 if longest < _SHORT else 2)


@lru_cache(maxsize=262_144)
def consonants(made: str) -> str:
    """The consonants of a key, and whether it starts with a vowel: the same for all keys that may be `alike`."""
    return ("a" if made[:1] in _VOWELS else made[:1]) + "".join(letter for letter in made[1:] if letter not in _VOWELS)


@cache
def _folds() -> tuple[tuple[str, str], ...]:
    return tuple((old, new) for old, new in (pair.split() for pair in table("wording")["spelling"]["folds"]))
