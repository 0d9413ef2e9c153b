"""Triggers whose object stands before them: "the bill was passed", "the law, which parliament adopted in May".

English says what is done to something behind the verb, and so do the patterns of its lexicon: "pass~ *? *? bill". Here
the words before a passive, or before a relative clause, are put behind its verb and looked up in the same lexicon.
"""

from collections.abc import Iterator
from typing import NamedTuple

from sholu.reading.chunks import Chunks, kinds
from sholu.reading.events.lexicon import PERSONNEL, Gapped, Hit, Rule, words
from sholu.text.sentences import Sentence

_FAR = 10  # tokens of an object before its verb
_SUBJECT = 8  # tokens between a "which" and the verb of its clause
_TAIL = 3  # tokens after a verb that may belong to its pattern, "charges were brought against"
_LINKS = frozenset({kinds.AUXILIARY, kinds.ADVERB})
_INSIDE = frozenset({kinds.NOUN, kinds.ADJECTIVE})
_SEVERAL = 2  # words of a pattern without which the order says nothing


class _Place(NamedTuple):
    """A verb (with its particle) and the tokens of the object before it, last ones included."""

    verb: int
    stop: int
    first: int
    last: int
    passive: bool


def turned(chunks: Chunks, verbs: Gapped[Rule], sentence: Sentence) -> Iterator[Hit[Rule]]:
    """The verbs of an English sentence that name a deed together with an object before them."""
    for i in verbs.starts(chunks.tokens, sentence.first, sentence.stop):
        for place in _places(chunks, i, sentence):
            hit = _looked_up(chunks, verbs, place, sentence)
            if hit is not None:
                yield hit
                break


def _places(chunks: Chunks, i: int, sentence: Sentence) -> Iterator[_Place]:
    following = chunks.tokens[i + 1].lower if i + 1 < sentence.stop else ""
    stops = (i + 2, i + 1) if following in words("en", "grammar", "particles") else (i + 1,)
    start = max(sentence.first, chunks.clause_at(i)[0])
    if chunks.is_passive(i):
        last = i - 1
        while last >= start and chunks.kind(last) in _LINKS:
            last -= 1
        if last >= start and chunks.kind(last) == kinds.NOUN:
            yield from (_Place(i, stop, max(start, last - _FAR), last, True) for stop in stops)
        return
    noun = _antecedent(chunks, i, sentence) if chunks.kind(i) == kinds.VERB else None
    bare = i + 1 >= sentence.stop or chunks.kind(i + 1) in (kinds.PREPOSITION, kinds.MARK, kinds.NUMBER)
    if noun is not None and bare:
        yield from (_Place(i, stop, max(sentence.first, noun - _FAR), noun, False) for stop in stops)


def _antecedent(chunks: Chunks, i: int, sentence: Sentence) -> int | None:
    """The noun before a "which" whose clause has another subject: "the law, which parliament adopted"."""
    for j in range(i - 2, max(sentence.first, i - _SUBJECT), -1):
        if chunks.kind(j) in (kinds.VERB, kinds.MARK):
            return None
        if chunks.tokens[j].lower not in words("en", "grammar", "object_relatives"):
            continue
        last = j - 2 if chunks.tokens[j - 1].text == "," else j - 1
        own = chunks.kind(j + 1) not in (kinds.VERB, kinds.AUXILIARY, kinds.ADVERB)
        return last if own and last >= sentence.first and chunks.kind(last) == kinds.NOUN else None
    return None


def _looked_up(chunks: Chunks, verbs: Gapped[Rule], place: _Place, sentence: Sentence) -> Hit[Rule] | None:
    """The best pattern of the verb with the words before it, beginning at any of them."""
    tokens = chunks.tokens
    head = tokens[place.verb : place.stop]
    tail = tokens[place.stop : min(place.stop + _TAIL, sentence.stop)] if place.passive else []
    best: Hit[Rule] | None = None
    for first in range(place.last, place.first - 1, -1):
        line = [*head, *tokens[first : place.last + 1], *tail]
        hit = verbs.at(line, 0, len(line))
        if hit is None or hit.literal < _SEVERAL or hit.last < len(head):
            continue
        behind = hit.last - len(head) - (place.last - first)  # words of the tail that the pattern takes
        if behind <= 0 and not _closes(chunks, first + hit.last - len(head), place.last):
            continue
        if best is None or hit.literal > best.literal:
            best = Hit(place.verb, place.stop - 1 + max(0, behind), hit.literal, _seen_from_behind(hit.value))
    return best if best is None or best.value.type not in PERSONNEL else None


def _closes(chunks: Chunks, i: int, last: int) -> bool:
    """Whether the word at token `i` is the head of its phrase: no noun of the same phrase follows."""
    return i == last or chunks.kind(i + 1) not in _INSIDE


def _seen_from_behind(rule: Rule) -> Rule:
    """The rule for a verb behind its object: that object is part of the trigger and suffers only where it says so."""
    slots = [slot for slot in rule.recipient if slot != "object"]
    return rule._replace(recipient=tuple("object" if slot == "inside" else slot for slot in slots))
