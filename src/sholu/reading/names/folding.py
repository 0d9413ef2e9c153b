"""Names brought to one form for comparing: small letters, no accents, plain hyphens and apostrophes."""

import unicodedata
from functools import lru_cache

_LETTERS = str.maketrans(
    {"ı": "i", "ə": "a", "ł": "l", "ø": "o", "đ": "d", "ß": "ss", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th", "ё": "е"}
)


@lru_cache(16_384)
def plain(lower: str) -> str:
    """Small letters without Latin accents; Cyrillic letters stay as they are, but for ё."""
    lower = lower.lower().translate(_LETTERS)
    if lower.isascii() or "\u0400" <= max(lower) <= "\u04ff":
        return lower
    return "".join(letter for letter in unicodedata.normalize("NFKD", lower) if not unicodedata.combining(letter))
