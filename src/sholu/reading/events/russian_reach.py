"""How far a Russian verb reaches: from comma to comma, over words between commas that only describe somebody."""

from collections.abc import Iterator

from sholu.reading.chunks import kinds
from sholu.reading.events.lexicon import words
from sholu.reading.events.russian_groups import Group, Groups
from sholu.reading.events.russian_words import russian_words
from sholu.reading.events.stretches import Stretches
from sholu.reading.languages.morphology import readings

HARD = frozenset(";:—–…")
"""Marks over which no verb reaches."""
OPENERS = frozenset({kinds.SUBORDINATOR, kinds.RELATIVE})
_FARTHEST = 40  # tokens between a verb and its subject


class Reach:
    """The stretches of one Russian page that go with its verbs."""

    def __init__(self, stretches: Stretches) -> None:
        self.stretches = stretches
        self.tokens = stretches.tokens
        self.chunks = stretches.chunks
        self.groups = Groups(stretches)
        self._found: dict[int, list[Group]] = {}  # by verb: the same ones are asked for again and again

    def is_finite(self, i: int) -> bool:
        """Whether token `i` is a verb in a person or in the past, or a short participle, which agrees like one."""
        if self.groups.is_short(i):
            return True
        verbal = self.chunks.kind(i) in (kinds.VERB, kinds.AUXILIARY)
        return verbal and readings("ru", self.tokens[i].lower)[0].part == "verb"

    def is_short(self, i: int) -> bool:
        """Whether token `i` is a short participle, «задержан»."""
        return self.groups.is_short(i)

    def near(self, verb: int) -> list[Group]:
        """The groups around a verb or another word of a deed, up to where another clause begins."""
        if verb not in self._found:
            reach = self._reach(verb)
            self._found[verb] = [group for first, last in reach for group in self.groups.within(first, last)]
        return self._found[verb]

    def _reach(self, verb: int) -> Iterator[tuple[int, int]]:
        """The stretches of the sentence whose groups may go with the verb: its own, and one that inserts cut off."""
        sentence = self.chunks.sentence(verb)
        first, last = self._own(verb, sentence.first, sentence.stop - 1)
        yield from self._before(verb, first, sentence.first)
        yield first, last

    def _own(self, verb: int, start: int, end: int) -> tuple[int, int]:
        """From the comma or the joint before a verb to the one behind it."""
        first = verb
        while first > start and not self._cuts_before(first, verb):
            first -= 1
        last = verb
        while last < end and not self._cuts_behind(last + 1):
            last += 1
        return first, last

    def _cuts_before(self, i: int, verb: int) -> bool:
        """Whether what belongs to a verb begins with token `i`."""
        before = self.tokens[i - 1]
        if before.text in HARD or before.text == "," or before.text == "(":
            return True
        if self.chunks.kind(i) in OPENERS and i < verb and self.chunks.kind(i - 1) != kinds.PREPOSITION:
            return True
        return before.lower in words("ru", "grammar", "joints") and self._verb_before(i - 1)

    def _verb_before(self, i: int) -> bool:
        """Whether a finite verb stands between token `i` and the comma before it."""
        for j in range(i - 1, max(0, i - _FARTHEST), -1):
            if self.tokens[j].text in HARD or self.tokens[j].text == ",":
                return False
            if self.chunks.kind(j) == kinds.VERB:
                return not self._joins_nouns(i, j)
        return False

    def _joins_nouns(self, joint: int, verb: int) -> bool:
        """Whether «и» only joins two groups in one case: «ранили судью и адвоката»."""
        behind = self.groups.at(joint + 1, joint + 12) if joint + 1 < len(self.tokens) else None
        if behind is None:
            return False
        before = [group for group in self.groups.within(verb + 1, joint - 1) if group.last == joint - 1]
        return any(group.preposition is None and group.cases & behind.cases - {"nom"} for group in before)

    def _cuts_behind(self, i: int) -> bool:
        token = self.tokens[i]
        if token.text in HARD or token.text in (",", "("):
            return True
        if self.chunks.kind(i) in OPENERS and self.chunks.kind(i - 1) != kinds.PREPOSITION:
            return True
        if token.lower not in words("ru", "grammar", "joints"):
            return False
        stop = self.chunks.sentence(i).stop
        for j in range(i + 1, stop):
            if self.tokens[j].text in HARD or self.tokens[j].text == ",":
                return False
            if self.is_finite(j):
                return True
        return False

    def _before(self, verb: int, first: int, start: int) -> Iterator[tuple[int, int]]:
        """What stands before inserts between commas that end where the piece of the verb begins."""
        if first == start or self.tokens[first - 1].text != "," or self.chunks.kind(first) in OPENERS:
            return
        last, pieces = first - 2, list[tuple[int, int]]()
        while last >= start and verb - last < _FARTHEST:
            left = last
            while left > start and not self._is_edge(left - 1):
                left -= 1
            if not self._is_insert(left, last):
                if any(self.is_finite(j) for j in range(left, last + 1)):
                    break
                pieces.append((left, last))
            if left == start or self.tokens[left - 1].text != ",":
                break
            last = left - 2
        yield from reversed(pieces)

    def _is_edge(self, i: int) -> bool:
        return self.tokens[i].text in (",", "(") or self.tokens[i].text in HARD

    def _is_insert(self, first: int, last: int) -> bool:
        """Whether a piece only describes what stands before it: a participle, «который», «сообщает ...»."""
        i = first
        while i < last and self.chunks.kind(i) in (kinds.ADVERB, kinds.PREPOSITION):
            i += 1
        opener = self.chunks.kind(i)
        if opener in OPENERS or opener == kinds.GERUND:
            return True
        if any(self.is_finite(j) for j in range(first, last + 1)):
            return False
        participle = any(self.chunks.kind(j) == kinds.PARTICIPLE for j in range(first, min(last, first + 6) + 1))
        return participle or self.groups.is_participle(i)

    def is_noun(self, i: int) -> bool:
        """Whether token `i` is a noun."""
        return self.chunks.kind(i) == kinds.NOUN

    def insert_at(self, i: int) -> tuple[int, int] | None:
        """The words between commas around token `i`, where they only describe what stands before them."""
        sentence = self.chunks.sentence(i)
        first, last = i, i
        while (
            first > sentence.first
            and self.tokens[first - 1].text not in (",", "(")
            and self.tokens[first - 1].text not in HARD
        ):
            first -= 1
        while (
            last + 1 < sentence.stop
            and self.tokens[last + 1].text not in (",", ")")
            and self.tokens[last + 1].text not in HARD
        ):
            last += 1
        opened = first > sentence.first and self.tokens[first - 1].text == ","
        return (first, last) if opened and self._describes(first, last) else None

    def _describes(self, first: int, last: int) -> bool:
        """Whether a piece is a participle of what was done before with its words, or a clause that «который» opens."""
        i = first
        while i < last and (self.chunks.kind(i) in (kinds.ADVERB, kinds.PREPOSITION) or i in self.stretches.dated):
            i += 1
        if self.groups.is_participle(i):
            attempted = tuple(russian_words("attempted"))
            return not self.tokens[i].lower.startswith(attempted)  # «пытавшиеся в мае прорваться»
        return self.chunks.kind(i) == kinds.RELATIVE

    def _infinitive_between(self, first: int, last: int) -> bool:
        return any(readings("ru", self.tokens[i].lower)[0].part == "infinitive" for i in range(first + 1, last))
