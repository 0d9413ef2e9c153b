"""Which language a text is in, told among those of the region's press."""

import tomllib
from functools import cache
from importlib import resources
from typing import Any, NamedTuple

# Letters that, among the Cyrillic alphabets of the region, only some languages have; _OWN are nobody else's here.
_LETTERS: dict[str, frozenset[str]] = {
    "kk": frozenset("әғқңөұүһі"),
    "ky": frozenset("ңөү"),
    "uz": frozenset("ўқғҳ"),
    "tg": frozenset("ғӣқӯҳҷ"),
    "tt": frozenset("әөүҗңһ"),
    "uk": frozenset("іїєґ"),
    "mn": frozenset("өү"),
}
_SPECIAL = frozenset().union(*_LETTERS.values())
# Running text of these languages has more of its own letters than this; a Russian text with a foreign name has fewer.
_LEAST_SHARE = 0.06
_CANDIDATES = ("en", "ru", "kk", "ky", "uz", "tg", "tt", "uk", "tr", "az", "mn", "de", "fr", "zh", "ar", "fa", "es")
_SAMPLE = 4000
_PLAIN_SHARE = 0.15  # of the words: English news has a quarter to a third, German or French a fiftieth at most
_PLAIN_FEWEST = 3  # different ones
_PLAIN_CONFIDENCE = 0.99


class LanguageGuess(NamedTuple):
    """A BCP 47 tag ("und" when nothing can be said) and how sure the guess is, 0..1."""

    tag: str
    confidence: float


def detect(text: str) -> LanguageGuess:
    """The language of a text, by its alphabet first and by letter sequences where alphabets do not tell."""
    sample = text[:_SAMPLE].lower()
    letters = [char for char in sample if char.isalpha()]
    if len(letters) < 3:
        return LanguageGuess("und", 0.0)
    cyrillic = [char for char in letters if "\u0400" <= char <= "\u04ff"]
    if len(cyrillic) > len(letters) / 2:
        by_letters = _by_letters(cyrillic)
        if by_letters:
            return by_letters
        if len(cyrillic) > 40 and not _SPECIAL.intersection(cyrillic):
            return LanguageGuess("ru", _PLAIN_CONFIDENCE)  # forty letters, none of which another alphabet has
    elif plain := _by_words(sample):
        return plain
    tag, confidence = _identifier().classify(sample)
    return LanguageGuess(tag, round(float(confidence), 3))


def _by_letters(cyrillic: list[str]) -> LanguageGuess | None:
    """The one language whose alphabet covers the special letters seen; None where several do or there are too few."""
    special = [char for char in cyrillic if char in _SPECIAL]
    if len(special) < max(2, len(cyrillic) * _LEAST_SHARE):
        return None
    shares = {tag: sum(char in own for char in special) / len(special) for tag, own in _LETTERS.items()}
    best = max(shares.values())
    fitting = [tag for tag, share in shares.items() if share >= best - 0.02]
    if best < 0.9 or len(fitting) > 1:
        return None
    return LanguageGuess(fitting[0], round(best, 3))


def _by_words(sample: str) -> LanguageGuess | None:
    """The language whose little words make up much of the sample; None where none do."""
    words = sample.split()
    for tag, known in _function_words().items():
        found = [word for word in words if word in known]
        if len(set(found)) >= _PLAIN_FEWEST and len(found) >= _PLAIN_SHARE * len(words):
            return LanguageGuess(tag, _PLAIN_CONFIDENCE)
    return None


@cache
def _function_words() -> dict[str, frozenset[str]]:
    table = tomllib.loads((resources.files("sholu.text") / "language.toml").read_text("utf-8"))
    return {tag: frozenset(words) for tag, words in table["function_words"].items()}


@cache
def _identifier() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    identifier.set_languages(list(_CANDIDATES))
    return identifier
