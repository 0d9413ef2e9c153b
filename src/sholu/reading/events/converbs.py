"""Kazakh converbs take their strength from the verb at the end: "босатылып, әкім болып тағайындалуы мүмкін"."""

from sholu.reading.chunks import Chunks
from sholu.reading.events.lexicon import Hit, Rule, phrases
from sholu.reading.languages.kazakh_data import kazakh_endings, kazakh_small_words

_STOPS = frozenset(';:()«»“”"—–')
_FAR = 20
"""Tokens between a converb and the verb that ends its sentence."""
_SHARED = "possible"
_WORDS = 3
"""Tokens in the longest words that end a sentence so."""


def shared_modality(chunks: Chunks, hit: Hit[Rule]) -> str | None:
    """What the end of a sentence says of the deed that its converb tells; None for other verbs."""
    if chunks.language != "kk" or hit.value.noun or not chunks.tokens[hit.last].lower.endswith(_converb()):
        return None
    end = _end(chunks, hit)
    lexicon = phrases("kk", "verb_after")
    for first in range(max(hit.last + 2, end - _WORDS + 1), end + 1):
        found = lexicon.at(chunks.tokens, first, end + 1)
        if found is not None and found.last == end:
            return found.value if found.value == _SHARED else None
    return None


def _converb() -> tuple[str, ...]:
    return kazakh_endings("converb")


def _end(chunks: Chunks, hit: Hit[Rule]) -> int:
    """The last word of the sentence, or of what is told in it, that a converb stands in."""
    stop = min(chunks.sentence(hit.last).stop, hit.last + 1 + _FAR)
    end = hit.last
    for i in range(hit.last + 1, stop):
        token = chunks.tokens[i]
        if token.text in _STOPS or token.lower in kazakh_small_words("that"):
            break
        if token.is_word:
            end = i
    return end
