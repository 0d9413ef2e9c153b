"""English: what is denied or still to come by words inside a clause that govern no verb: "nobody", "sold no ferry"."""

from collections.abc import Set as AbstractSet
from functools import cache

from sholu.reading.chunks import Chunks, kinds
from sholu.reading.chunks.verbs import BASE, ING, PARTICIPLE, THIRD
from sholu.reading.events.lexicon import Gapped, Hit, Rule, listed, words
from sholu.reading.languages import language

_FAR = 8  # tokens of a subject before its verb
_BESIDE = frozenset({kinds.ADVERB, kinds.AUXILIARY})
_BEFORE_NOUN = frozenset({kinds.PREPOSITION, kinds.DETERMINER, kinds.POSSESSIVE, kinds.NUMBER})
_NOMINAL = frozenset({kinds.NOUN, kinds.ADJECTIVE})
_IN_WORDS = frozenset({"AGREE", "REQUEST", "THREATEN"})  # done already by saying that something is to be done


def is_denied(chunks: Chunks, hit: Hit[Rule]) -> bool:
    """Whether nobody does a deed or nothing suffers it: "not one man was hurt", "destroyed nothing"."""
    if chunks.language != "en" or hit.value.noun:
        return False
    return _by_subject(chunks, hit) or _by_object(chunks, hit)


def _by_subject(chunks: Chunks, hit: Hit[Rule]) -> bool:
    """Whether the subject before the verb begins with "nobody", "none of", "not a single"."""
    first = max(chunks.clause_at(hit.first)[0], hit.first - _FAR)
    last = hit.first - 1
    while last >= first and chunks.kind(last) in _BESIDE:
        last -= 1
    for i in range(last, first - 1, -1):
        if chunks.kind(i) in (kinds.VERB, kinds.MARK, kinds.RELATIVE, kinds.CONJUNCTION):
            return False
        found = _negative(chunks.language).at(chunks.tokens, i, last + 1)
        if found is not None and not (i > 0 and chunks.kind(i - 1) == kinds.PREPOSITION):
            return True
    return False


def _by_object(chunks: Chunks, hit: Hit[Rule]) -> bool:
    """Whether the object right behind the verb is "nothing", "no ferry", but not "no fewer than"."""
    stop = min(chunks.sentence(hit.first).stop, hit.last + 3)
    for i in range(hit.first + 1, stop):
        if i > hit.last + 1 and chunks.kind(i - 1) not in _BESIDE:
            return False
        if _negative(chunks.language).at(chunks.tokens, i, stop) is None:
            continue
        following = chunks.tokens[i + 1].lower if i + 1 < stop else ""
        return following not in words("en", "grammar", "comparing")
    return False


def is_description(chunks: Chunks, hit: Hit[Rule]) -> bool:
    """Whether a participle only describes somebody, "a rally of jailed editors": what governs him governs no deed."""
    i = hit.first
    if chunks.language != "en" or hit.value.noun or hit.last > i or i == 0 or i + 1 >= len(chunks.tokens):
        return False
    form = chunks.grammar.verbs.get(chunks.tokens[i].lower)
    participle = PARTICIPLE in form.forms if form else chunks.tokens[i].lower.endswith("ed")
    return participle and chunks.kind(i - 1) in _BEFORE_NOUN and chunks.kind(i + 1) in _NOMINAL


def is_announced(chunks: Chunks, hit: Hit[Rule], date: str | None, published: str | None) -> bool:
    """Whether a deed is still to come: the trigger says "will", or tells in the present of a day to come."""
    if chunks.language != "en" or hit.value.type in _IN_WORDS:
        return False
    inside = {chunks.tokens[i].lower for i in range(hit.first, hit.last + 1)}
    if inside & words("en", "grammar", "future"):
        return True
    if date is None or published is None or date.partition("/")[0] <= published:
        return False
    now = words("en", "grammar", "now")
    return hit.value.noun or bool(inside & now) or _is_present(chunks, hit.first) or _goes_on(chunks, hit.first, now)


def _goes_on(chunks: Chunks, i: int, now: AbstractSet[str]) -> bool:
    """Whether a verb in "-ing" has its auxiliary in the present right before it, adverbs aside: "are also meeting"."""
    form = chunks.grammar.verbs.get(chunks.tokens[i].lower)
    if form is None or ING not in form.forms:
        return False
    i -= 1
    while i > 0 and chunks.kind(i) == kinds.ADVERB:
        i -= 1
    return i >= 0 and chunks.tokens[i].lower in now


def _is_present(chunks: Chunks, i: int) -> bool:
    """Whether a verb stands in its plain form or in "-s", "takes over"."""
    form = chunks.grammar.verbs.get(chunks.tokens[i].lower)
    return form is not None and not {BASE, THIRD}.isdisjoint(form.forms) and not chunks.is_passive(i)


@cache
def _negative(tag: str) -> Gapped[None]:
    return Gapped(((word, None) for word in listed(language(tag).table("events")["denial"]["nobody"])), tag)
