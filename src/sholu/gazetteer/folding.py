"""One key for all ways of writing a place's name: case, accents, hyphens, apostrophes and stops do not count."""

import unicodedata
from functools import lru_cache

_LETTERS = str.maketrans(
    {
        "ё": "е", "ø": "o", "ł": "l", "ß": "ss", "đ": "d", "ı": "i", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th",
        "-": " ", "‐": " ", "‑": " ", "–": " ", "/": " ", "\u00a0": " ", "&": " and ",
        **dict.fromkeys("'’ʼ‘ʻʾʿ`´\"“”«».,^@\u00ad"),
    }
)  # fmt: skip
_WORDS = {"st": "saint", "mt": "mount", "ft": "fort"}


@lru_cache(maxsize=65_536)
def fold(name: str) -> str:
    """The key of `name`: "Saint-Étienne", "St. Etienne" and "ST ETIENNE" have the same."""
    lower = name.lower().translate(_LETTERS)
    if not lower.isascii():
        lower = _without_accents(lower).lower().translate(_LETTERS)  # "․" is a stop, too
    return " ".join(_WORDS.get(word, word) for word in lower.split())


def _without_accents(lower: str) -> str:
    kept: list[str] = []
    for letter in unicodedata.normalize("NFKD", lower):
        if not unicodedata.combining(letter):
            kept.append(letter)
        elif kept and letter == "\u0306" and kept[-1] == "и":
            kept[-1] = "й"  # the breve makes another letter, not an accent
    return "".join(kept)
