"""The finer kind of an event whose trigger tells none: "asked for help", "turned down talks", "eight years in jail"."""

from sholu.codebook.events import event_types
from sholu.reading.chunks import Chunks
from sholu.reading.events.lexicon import Hit, Rule, phrases

_REACH = 24  # tokens around a trigger that may tell what was asked, refused or threatened
_STOPS = frozenset(";()")


def mode_of(chunks: Chunks, hit: Hit[Rule]) -> str | None:
    """The mode that the trigger tells, else the first that the words of its sentence tell of its type.

    English and Russian say behind the verb what was asked, Kazakh before it; in Russian it may also stand before.
    """
    modes = event_types()[hit.value.type].modes
    if hit.value.mode is not None or not modes:
        return hit.value.mode
    lexicon = phrases(chunks.language, "finer")
    sentence = chunks.sentence(hit.first)
    verb_last = chunks.language == "kk"
    refusal = chunks.language == "en" and hit.value.type == "REJECT" and not hit.value.noun
    own = hit.first + refusal  # "dismissed" says how it was refused, not what
    first = max(sentence.first, hit.first - _REACH) if verb_last else own
    stop = hit.last + 1 if verb_last else min(sentence.stop, hit.last + 1 + _REACH)
    for i in range(first, stop):
        if chunks.tokens[i].text in _STOPS and not verb_last:
            return None
        found = lexicon.at(chunks.tokens, i, stop)
        if found is not None and found.value in modes:
            return found.value
    return _before(chunks, hit) if chunks.language == "ru" else None


def _before(chunks: Chunks, hit: Hit[Rule]) -> str | None:
    """Russian puts first what is known: «приехать на переговоры отказалась»."""
    modes = event_types()[hit.value.type].modes
    lexicon = phrases(chunks.language, "finer")
    for i in range(hit.first - 1, chunks.clause_at(hit.first)[0] - 1, -1):
        found = lexicon.at(chunks.tokens, i, hit.first)
        if found is not None and found.value in modes:
            return found.value
    return None
