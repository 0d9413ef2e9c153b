"""Events that only say what another is about: what is promised, demanded or refused, what somebody is tried for."""

from sholu.model.reading import Event
from sholu.reading.chunks import Chunks, kinds
from sholu.reading.chunks.verbs import BASE
from sholu.reading.events.lexicon import Hit, Rule, words

_SPOKEN = frozenset({"AGREE", "THREATEN", "REJECT", "REQUEST"})  # what follows "to" is what was said
_AT_LAW = frozenset({"ACCUSE", "CHARGE", "COERCE", "SENTENCE", "ACQUIT", "TRY", "LEAVE_OFFICE", "SANCTION"})
_MARKS = frozenset(";:.()")
_QUOTES = frozenset('"“”«»')
_SHORT = 5  # tokens from a "to" to an "and" that joins a second verb to it
_FAR = 14  # tokens between a verb and what it governs


def is_governed(chunks: Chunks, hit: Hit[Rule], before: list[Hit[Rule]]) -> bool:
    """Whether the trigger stands under one before it: "agreed to lift the ban", "jailed for taking bribes"."""
    if chunks.language != "en" or hit.first == 0:
        return False
    i, perfect = hit.first - 1, False
    while i > 0 and (
        chunks.kind(i) == kinds.ADVERB or chunks.tokens[i].lower in words("en", "grammar", "before_gerund")
    ):
        perfect |= chunks.tokens[i].lower in words("en", "grammar", "having")
        i -= 1
    if chunks.kind(hit.first) == kinds.GERUND:
        i = _before_quote(chunks, i)
    if chunks.kind(hit.first) == kinds.GERUND and chunks.kind(i) == kinds.CONJUNCTION:
        i = _before_quote(chunks, _before_joined(chunks, i))
    elif chunks.kind(i) == kinds.CONJUNCTION and _is_plain(chunks, hit.first):
        i = _before_infinitive(chunks, i)
    infinitive = chunks.kind(i) == kinds.INFINITIVE or chunks.tokens[i].lower in words("en", "grammar", "infinitive")
    if infinitive:
        types = _SPOKEN
    elif chunks.tokens[i].lower in words("en", "grammar", "guilt") and (
        perfect or chunks.kind(hit.first) == kinds.GERUND
    ):
        types = _AT_LAW
    else:
        return False
    return any(other.value.type in types and _reaches(chunks, other, i) for other in before)


def _before_joined(chunks: Chunks, i: int) -> int:
    """ "of killing five men and | injuring a sixth": the "of" before what "and" joins; `i` where there is none."""
    for j in range(i - 1, max(0, i - _FAR), -1):
        if chunks.tokens[j].text in _MARKS or chunks.kind(j) in (kinds.VERB, kinds.RELATIVE):
            return i
        if chunks.kind(j) == kinds.GERUND:
            return j - 1
    return i


def _before_quote(chunks: Chunks, i: int) -> int:
    """'convicted of | "spreading lies", "insulting judges"': what stands before marks of quotation and their list."""
    while i > 0 and chunks.tokens[i].text in _QUOTES:
        i -= 1
        if chunks.tokens[i].text != ",":
            continue
        opening = next((j for j in range(i - 2, max(0, i - _FAR), -1) if chunks.tokens[j].text in _QUOTES), None)
        if opening is None or chunks.kind(opening + 1) != kinds.GERUND or chunks.tokens[i - 1].text not in _QUOTES:
            return i
        i = opening
    return i


def _is_plain(chunks: Chunks, i: int) -> bool:
    """Whether a verb has no ending, as behind "to"."""
    form = chunks.grammar.verbs.get(chunks.tokens[i].lower)
    return form is not None and BASE in form.forms


def _before_infinitive(chunks: Chunks, i: int) -> int:
    """ "threatened to rape and | murder him": the "to" before what "and" joins; `i` where there is none."""
    for j in range(i - 1, max(0, i - _SHORT), -1):
        if chunks.tokens[j].lower in words("en", "grammar", "infinitive"):
            return j
        if chunks.kind(j) in (kinds.MARK, kinds.RELATIVE, kinds.AUXILIARY):
            return i
    return i


def _reaches(chunks: Chunks, other: Hit[Rule], i: int) -> bool:
    """Whether no other verb and no end of a clause stands between a trigger and the "to" or "for" at token `i`."""
    if not other.first < i <= other.last + _FAR:
        return False
    between = range(other.last + 1, i)
    return not any(chunks.tokens[j].text in _MARKS or chunks.kind(j) in (kinds.VERB, kinds.RELATIVE) for j in between)


def is_outcome(chunks: Chunks, hit: Hit[Rule], event: Event, previous: list[Event]) -> bool:
    """Whether a participle tells what came of the same attack: "fired at the car, killing two men"."""
    if chunks.language != "en" or chunks.kind(hit.first) != kinds.GERUND or event.type != "ASSAULT":
        return False
    return any(other.type == "ASSAULT" and other.polarity == event.polarity for other in previous)
