"""English: what an order of words alone says brings something about: "it was haste that sank the boat"."""

from collections.abc import Iterator

from sholu.model.reading import Sign
from sholu.reading.chunks import Chunks, chunks_of, kinds
from sholu.reading.judgements.causes import Tie
from sholu.reading.judgements.connectives import cause_words, connectives
from sholu.reading.judgements.statement import Stretch
from sholu.reading.page import Page
from sholu.text.sentences import Sentence

_WEIGHT = 0.75
_LONGEST = 14
"""Tokens of what such an order puts first, at most."""
_STOPS = frozenset('.;:!?|()“”"')
_ENDS = _STOPS | {","}
_VERBAL = frozenset({kinds.VERB, kinds.AUXILIARY})
_NAMING = frozenset({kinds.NOUN, kinds.PRONOUN})
_OPENING = frozenset({kinds.NOUN, kinds.DETERMINER, kinds.POSSESSIVE, kinds.ADJECTIVE, kinds.NUMBER, kinds.GERUND})


def clefts(page: Page, sentence: Sentence) -> Iterator[Tie]:
    """ "It was haste that sank the boat", "without the dam the town would have gone dry"."""
    if page.language.tag != "en":
        return
    finder = _Clefts(page, sentence)
    it, without = cause_words("en", "cleft_opening"), cause_words("en", "without")
    for i in range(sentence.first, sentence.stop):
        lower = page.tokens[i].lower
        found = finder.cleft(i) if lower in it else finder.without(i) if lower in without else None
        if found is not None:
            yield found


class _Clefts:
    def __init__(self, page: Page, sentence: Sentence) -> None:
        self.tokens = page.tokens
        self.chunks: Chunks = chunks_of(page)
        self.stop = sentence.stop
        self.first = sentence.first

    def cleft(self, i: int) -> Tie | None:
        """ "it was haste, not malice, that sank the boat": haste sank it, malice did not."""
        if i + 3 >= self.stop:
            return None
        be = i + 1
        if not self._is(be, "be"):
            return None
        denied = self._is(be + 1, "not")
        begin = be + 1 + denied
        while begin < self.stop and (self.chunks.kind(begin) == kinds.ADVERB or self._is(begin, "more")):
            begin += 1
        relative = self._relative(begin)
        if relative is None or self.chunks.kind(begin) not in _OPENING:
            return None
        cause = self._thing(
            begin, next((j for j in range(begin, relative) if self.tokens[j].text == ","), relative) - 1
        )
        effect = self._effect(relative + 1)
        if cause is None or effect is None:
            return None
        return Tie(cause, effect, "0" if denied else self._sign(relative + 1), _WEIGHT, (i, be))

    def without(self, i: int) -> Tie | None:
        """ "Without the dam the town would have gone dry": the dam kept it from that."""
        opens = i == self.first or self.tokens[i - 1].text in _ENDS or self._is(i - 1, "openers")
        if not opens or i + 4 >= self.stop:
            return None
        cause = self.chunks.phrase_starting(i + 1)
        if cause is None or not any(self.chunks.kind(j) in _NAMING for j in range(cause[0], cause[1] + 1)):
            return None
        first = cause[1] + 1
        if first < self.stop and self.tokens[first].text == ",":
            first += 1
        stop = self._end(first)
        unreal = any(self._is(j, "would") and self._is_perfect(j, stop) for j in range(first + 1, stop))
        return Tie(cause, (first, stop - 1), "-", _WEIGHT, (i, i)) if unreal and stop - first > 2 else None

    def _is_perfect(self, would: int, stop: int) -> bool:
        """ "would have", "would never have"."""
        return any(self._is(j, "have") for j in range(would + 1, min(would + 3, stop)))

    def _is(self, i: int, name: str) -> bool:
        return 0 <= i < self.stop and self.tokens[i].lower in cause_words("en", name)

    def _relative(self, begin: int) -> int | None:
        """Where the clause behind begins that has no subject of its own, "that sank"."""
        for j in range(begin + 1, min(begin + _LONGEST, self.stop - 1)):
            if self._is(j, "cleft_relative"):
                verb = j + 1
                while verb + 1 < self.stop and self.chunks.kind(verb) == kinds.ADVERB:
                    verb += 1
                return j if self.chunks.kind(verb) in _VERBAL else None
            if self.tokens[j].text in _STOPS or self.chunks.kind(j) in _VERBAL:
                return None
        return None

    def _thing(self, first: int, last: int) -> Stretch | None:
        """What stands there, if it is a thing: whoever is named does, and causes nothing."""
        while last >= first and self.chunks.kind(last) in (kinds.MARK, kinds.ADVERB):
            last -= 1
        common = not any(self.tokens[j].is_capitalised for j in range(first, last + 1))
        noun = any(self.chunks.kind(j) in (kinds.NOUN, kinds.GERUND) for j in range(first, last + 1))
        people = any(self._is(j, "people") for j in range(first, last + 1))
        return (first, last) if first <= last and common and noun and not people else None

    def _effect(self, first: int) -> Stretch | None:
        """What the verb behind says came about: its object, or all of the clause."""
        stop = self._end(first)
        verb = next((j for j in range(first, stop) if self.chunks.kind(j) == kinds.VERB), first)
        object = self.chunks.phrase_starting(verb + 1) if verb + 1 < stop else None
        return object if object is not None and object[1] < stop else (first, stop - 1)

    def _sign(self, verb: int) -> Sign:
        """How the effect fares, by the verb behind, its auxiliaries passed over."""
        while verb + 1 < self.stop and self.chunks.kind(verb) != kinds.VERB:
            verb += 1
        hit = connectives("en").at(self.tokens, verb, self.stop)
        return hit.value.sign if hit is not None and hit.value.form == "verb" else "+"

    def _end(self, first: int) -> int:
        """Where a clause ends."""
        return next((j for j in range(first, self.stop) if self.tokens[j].text in _ENDS), self.stop)
