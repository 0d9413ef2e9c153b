"""The part of a sentence that can state a cause: without its dateline and without a closing "he said"."""

from collections.abc import Sequence

from sholu.model.reading import Attribution
from sholu.reading.chunks import Chunks, chunks_of, kinds
from sholu.reading.judgements.connectives import cause_words
from sholu.reading.page import Page
from sholu.text.sentences import Sentence

SHORT = 100
"""Tokens up to which a text is so short that "many" and "some" make it vague; no article is without them."""
Stretch = tuple[int, int]
"""First and last token of a stretch, both included."""

UNITS = frozenset("%‰$€£¥₽₸°")
"""Marks that belong to the number beside them."""
_DATELINE = 14  # tokens within which a dash ends the line of place and date that opens a report
_TAIL = 10  # tokens at the end of a sentence within which a verb of speech closes the causal part
_CITED = 14  # tokens of a source in brackets
_BEFORE_CUE = frozenset(",—–")
_VERBAL = frozenset({kinds.VERB, kinds.AUXILIARY})


class Statement:
    """The tokens `start` .. `stop` (not included) of one sentence, and what grammar tells of them."""

    def __init__(self, page: Page, sentence: Sentence, told: Stretch | None = None) -> None:
        """With `told`, only these tokens of the sentence: what somebody says in it."""
        self.page = page
        self.tokens = page.tokens
        self.tag = page.language.tag
        self.chunks: Chunks = chunks_of(page)
        self.start = self._opening(sentence)
        self.stop = self._end(sentence)
        if told is not None:
            self.start, self.stop = max(self.start, told[0]), min(self.stop, told[1] + 1)

    def kind(self, i: int) -> str:
        """The kind of token `i`; nothing past the end."""
        return self.chunks.kind(i) if i < self.stop else ""

    def base(self, i: int) -> str:
        """The base form of the verb at token `i`, or the word itself."""
        return self.chunks.verb_base(i) or self.tokens[i].lower

    def listed(self, i: int, name: str) -> bool:
        """Whether the word at token `i`, or its base form, stands in a list of `causes.toml`."""
        known = cause_words(self.tag, name)
        return self.tokens[i].lower in known or self.base(i) in known

    def has_verb(self, first: int, stop: int) -> bool:
        """Whether a verb stands among tokens `first` .. `stop`."""
        return any(self.chunks.kind(i) in _VERBAL for i in range(first, stop))

    def comma(self, i: int) -> int | None:
        """The comma that ends a clause put first: the first one after which a subject and a verb still follow."""
        for j in range(i, self.stop):
            if self.tokens[j].text == "," and self.has_verb(j + 1, self.stop):
                return j
        return None

    def opens(self, i: int) -> bool:
        """Whether token `i` begins the sentence, marks and "and" aside."""
        for j in range(i - 1, self.start - 1, -1):
            if self.tokens[j].text in ":;":
                return True
            if self.chunks.kind(j) not in (kinds.MARK, kinds.CONJUNCTION, kinds.ADVERB) or self.tokens[j].text == ",":
                return False
        return True

    def _opening(self, sentence: Sentence) -> int:
        """The token after a dateline, "ASTANA, March 4 (Steppe Wire) - "."""
        if self.tokens[sentence.first].shape != "upper":
            return sentence.first
        for j in range(sentence.first + 1, min(sentence.first + _DATELINE, sentence.stop - 1)):
            apart = self.tokens[j].start > self.tokens[j - 1].end and self.tokens[j].end < self.tokens[j + 1].start
            if self.tokens[j].text in "-–—" and apart:
                return j + 1
        return sentence.first

    def _opening_bracket(self, first: int, stop: int) -> int:
        """The token after the bracket that opens what closes before `stop`: a source in brackets is no statement."""
        for j in range(stop - 1, max(first, stop - _CITED), -1):
            if self.tokens[j].text == "(":
                return j + 1
        return stop

    def _end(self, sentence: Sentence) -> int:
        stop = sentence.stop
        while (
            stop > sentence.first and self.tokens[stop - 1].shape == "mark" and self.tokens[stop - 1].text not in UNITS
        ):
            if self.tokens[stop - 1].text == ")":
                stop = self._opening_bracket(sentence.first, stop)
            stop -= 1
        reporting = cause_words(self.tag, "reporting")
        for j in range(max(sentence.first + 3, stop - _TAIL), stop):
            told = self.tokens[j].lower in reporting
            if told and (self.chunks.kind(j) == kinds.VERB or self.tokens[j - 1].text in _BEFORE_CUE):
                for back in range(j, max(sentence.first + 2, j - _TAIL), -1):
                    if self.tokens[back].text == ",":
                        return back
        return stop


def tellings(page: Page, sentence: Sentence, said: Sequence[Attribution]) -> list[Stretch]:
    """What each attribution has somebody say in this sentence, the shortest first.

    What comes in pieces, "A, she said, because B", is one stretch with the words between.
    """
    found = []
    for item in said:
        parts = [page.token_range(span) for span in item.content if span.meets(sentence.span)]
        if parts:
            first = max(sentence.first, min(first for first, _ in parts))
            found.append((first, min(sentence.stop, max(stop for _, stop in parts)) - 1))
    return sorted(found, key=lambda stretch: stretch[1] - stretch[0])
