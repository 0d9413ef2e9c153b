"""One spelling for names in any script: keys that are equal, or nearly, when two names sound alike."""

import re
from functools import lru_cache

from rapidfuzz.distance import Levenshtein

_LATIN = str.maketrans({
    "а": "a", "ә": "a", "б": "b", "в": "v", "г": "g", "ғ": "g", "д": "d", "е": "e", "ё": "e", "ж": "j", "з": "z",
    "и": "i", "й": "i", "к": "k", "қ": "k", "л": "l", "м": "m", "н": "n", "ң": "n", "о": "o", "ө": "o", "п": "p",
    "р": "r", "с": "s", "т": "t", "у": "u", "ұ": "u", "ү": "u", "ф": "f", "х": "h", "һ": "h", "ц": "ts", "ч": "ch",
    "ш": "sh", "щ": "sh", "ъ": "", "ы": "y", "і": "i", "ь": "", "э": "e", "ю": "u", "я": "a", "ў": "o", "ҳ": "h",
    "ҷ": "j", "ӣ": "i", "ӯ": "u",
})  # fmt: skip


@lru_cache(maxsize=262_144)
def key(word: str) -> str:
    """The consonants of a name and where its vowels stand, script-free."""
    text = word.lower().translate(_LATIN)
    text = re.sub("[^a-z]", "", text)
    for old, new in (
        ("dzh", "j"),
        ("dj", "j"),
        ("zh", "j"),
        ("kh", "h"),
        ("gh", "g"),
        ("ng", "n"),
        ("q", "k"),
        ("w", "v"),
        ("x", "ks"),
    ):
        text = text.replace(old, new)
    text = re.sub("[yi]+", "i", text)
    text = re.sub("i?([aeou])", r"\1", text)
    text = re.sub(r"(.)\1", r"\1", text)
    return text


@lru_cache(maxsize=262_144)
def alike(one: str, other: str) -> bool:
    """Whether two keys can be spellings of one name: the same consonants, and at most two vowels apart."""
    if one == other:
        return True
    if not one or not other or consonants(one) != consonants(other):
        return False
    longest = max(len(one), len(other))
    return longest >= 4 and Levenshtein.distance(one, other, score_cutoff=2) <= (1 if longest < 6 else 2)


@lru_cache(maxsize=262_144)
def consonants(made: str) -> str:
    """The consonants of a key, and whether it starts with a vowel: the same for all keys that may be `alike`."""
    return ("a" if made[:1] in _VOWELS else made[:1]) + "".join(letter for letter in made[1:] if letter not in _VOWELS)


_VOWELS = frozenset("aeiou")
