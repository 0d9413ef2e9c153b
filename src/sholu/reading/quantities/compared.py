"""Figures that only say how much more or less than the one before: "4.6 million, 40 percent more than last year"."""

from collections.abc import Sequence

from sholu.model.reading import Quantity
from sholu.model.span import Span
from sholu.reading.chunks import chunks_of
from sholu.reading.chunks import kinds as k
from sholu.reading.page import Page
from sholu.reading.quantities.figure import Figure
from sholu.reading.quantities.lexicon import UnitWords
from sholu.text.sentences import Sentence

_BETWEEN = frozenset({k.MARK, k.PREPOSITION, k.ADVERB, k.DETERMINER, k.PRONOUN, k.CONJUNCTION, k.NUMBER, k.ADJECTIVE})
_BREAKS = frozenset(",—–-")
_FAR = 16  # tokens between the two figures
_SAME = frozenset({"%", "pp", "count"})


class Compared:
    """Finds the figures with which such ones of one page are compared: they measure the same, at the same time."""

    def __init__(self, page: Page, words: UnitWords, passed: frozenset[int]) -> None:
        """`passed` are the tokens of times."""
        self.page, self.tokens, self.words, self.passed = page, page.tokens, words, passed
        self.chunks = chunks_of(page)

    def with_which(self, figure: Figure, found: Sequence[Quantity], sentence: Sentence) -> Quantity | None:
        """The figure before in the sentence, where this one says by how much that is more or less."""
        before = found[-1] if found and found[-1].evidence.start >= sentence.start else None
        if before is None or before.measure is None or not self._says_how_much(figure, before, sentence):
            return None
        aside = self._is_aside(Span(before.evidence.end, self.tokens[figure.outer].start))
        return before if aside else None

    def _says_how_much(self, figure: Figure, before: Quantity, sentence: Sentence) -> bool:
        if (figure.unit or "count") not in _SAME | {before.unit} or figure.next >= sentence.stop:
            return False
        return self.words.changes.beside.at(self.tokens, figure.next, sentence.stop) is not None

    def _is_aside(self, span: Span) -> bool:
        """Whether nothing but times, places and small words stand between the two figures, from the last comma on."""
        first, stop = self.page.token_range(span)
        if stop - first > _FAR:
            return False
        first = next((at + 1 for at in range(stop - 1, first, -1) if self.tokens[at].text in _BREAKS), first)
        for at in range(first, stop):
            kind = self.chunks.kind(at)
            named = kind == k.NOUN and at > first and self.chunks.kind(at - 1) == k.PREPOSITION
            if kind not in _BETWEEN and at not in self.passed and not named:
                return False
        return True
