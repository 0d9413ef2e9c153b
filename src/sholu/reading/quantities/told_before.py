"""What figures measure that the text tells of one before: in lists, brackets, relative clauses, of votes and places."""

from sholu.model.reading import Quantity
from sholu.model.span import Span
from sholu.reading.chunks.kinds import ADVERB, AUXILIARY, PREPOSITION, RELATIVE, VERB
from sholu.reading.page import Page
from sholu.reading.quantities.counted import Counter
from sholu.reading.quantities.figure import Figure
from sholu.reading.quantities.items import listed_before
from sholu.reading.quantities.lexicon import UnitWords, is_of_votes
from sholu.reading.quantities.measured import Measured
from sholu.reading.quantities.measures import Measurer
from sholu.text.sentences import Sentence

APPOSED = "is the same in other terms"
"""The rule that tells what such sums measure, and whose they are."""
_SHARES = frozenset({"%", "pp"})
_CENT = "cent"
_COMMA = frozenset({",", ";"})
_BESIDE = frozenset(",()–—-")
_DASHES = frozenset("—–-")
_LINKING = frozenset({VERB, AUXILIARY, ADVERB})
_RELATIVE = 5  # tokens of a relative clause before its figure
_JOINTS = 2  # tokens between two figures of a list


class ToldBefore:
    """Tells of which figure before one of a page measures the same; `found` grows while the page is read."""

    def __init__(
        self, page: Page, words: UnitWords, measurer: Measurer, counter: Counter, found: list[Quantity]
    ) -> None:
        self.page, self.tokens, self.words, self.counter, self.found = page, page.tokens, words, counter, found
        self.chunks = measurer.chunks
        self.joins = words.sets["between_and"]
        self.opening = self.joins | _COMMA | words.holders.having

    def listed(self, figure: Figure, measured: Measured) -> Measured:
        """ "stakes of 20 percent, 15 percent and 10 percent": figures of a list measure what the first one does."""
        if measured.measure is not None or not self.found or self.found[-1].unit != figure.unit:
            return measured
        before = [
            token
            for token in self.page.tokens_in(Span(self.found[-1].evidence.end, self.page.tokens[figure.start].start))
            if token.i not in self.counter.passed and self.chunks.kind(token.i) != PREPOSITION
        ]
        joined = 0 < len(before) <= _JOINTS and all(token.text == "," or token.lower in self.joins for token in before)
        if not joined:
            return measured
        return measured._replace(measure=self.found[-1].measure, holder=measured.holder or self.found[-1].holder)

    def ballot(self, figure: Figure, sentence: Sentence) -> Measured | None:
        """ "44 votes to 21", «68 голосами против 31»: the votes of the other side."""
        words = self.words
        before = self.page.tokens[figure.outer - 1] if figure.outer > sentence.first else None
        if figure.unit is not None or before is None or before.lower not in words.sets["ballot_to"] or not self.found:
            return None
        last = self.found[-1]
        between = self.page.tokens_in(Span(last.evidence.end, before.start))
        counts = is_of_votes(last.measure, self.page.language.tag)
        near = all(token.text in "," for token in between) and last.evidence.start >= sentence.start
        return Measured(last.measure, last.holder, figure.last) if counts and near else None

    def apposed(self, figure: Figure, sentence: Sentence) -> Quantity | None:
        """ "$5 million, or 40 cents a share", "1.9 billion dollars (1.4 billion euros)": the sum in other terms."""
        before = self.found[-1] if self.found else None
        money = self.words.currencies | {_CENT}
        if before is None or not {before.unit, figure.unit} <= money or before.evidence.start < sentence.start:
            return None
        between = self.page.tokens_in(Span(before.evidence.end, self.tokens[figure.outer].start))
        said = [token.lower for token in between]
        other = len(said) == 2 and said[0] == "," and said[1] in self.words.sets["or"]
        return before if other or (said == ["("] and before.unit != figure.unit) else None

    def changed(self, figure: Figure, measured: Measured, sentence: Sentence) -> Measured:
        """ "closed at 32 to the dollar, down 2 percent": by how much the figure right before changed."""
        before = self.found[-1] if self.found else None
        changes = self.words.changes
        if measured.measure not in (changes.up_measure, changes.down_measure) or before is None or not before.measure:
            return measured
        if before.evidence.start < sentence.start or before.unit == figure.unit:
            return measured
        between = [
            token
            for token in self.page.tokens_in(Span(before.evidence.end, self.tokens[figure.start].start))
            if token.i not in self.counter.passed and self.chunks.kind(token.i) not in (PREPOSITION, ADVERB)
        ]
        told = [token for token in between if token.text not in _BESIDE]
        if not between or any(changes.direction(self.tokens, token.i) is None for token in told):
            return measured
        words = changes.measure.format(subject=before.measure, growth=measured.measure)
        return measured._replace(measure=words, holder=before.holder)

    def explained(self, figure: Figure, sentence: Sentence) -> Quantity | None:
        """ "a deficit of $5 million, which is 3 percent of GDP": the figure right before a relative clause."""
        before = self.found[-1] if self.found else None
        if before is None or before.evidence.start < sentence.start or before.measure is None:
            return None
        between = self.page.tokens_in(Span(before.evidence.end, self.tokens[figure.outer].start))
        if not 2 <= len(between) <= _RELATIVE or between[0].text != ",":
            return None
        chunks = self.chunks
        verbs = all(chunks.kind(token.i) in _LINKING for token in between[2:])
        return before if chunks.kind(between[1].i) == RELATIVE and verbs else None

    def is_populated(self, figure: Figure, sentence: Sentence) -> bool:
        """ "a former colony of 26 million": a large number that tells how many live somewhere."""
        words, at = self.words, figure.outer - 1
        large = figure.read is not None and figure.read.scale > 1
        if not large or at <= sentence.first or self.tokens[at].lower not in words.numbers.of:
            return False
        return self.tokens[at - 1].lower in words.sets["populated"]

    def elsewhere(self, figure: Figure, sentence: Sentence) -> Quantity | None:
        """ "26 of the dead were from Osh, nine from Naryn", «двое — в Нарыне»: the figure of one place before."""
        near = listed_before(self.found, None, sentence)
        at = figure.next
        while at < sentence.stop and self.tokens[at].text in _DASHES:
            at += 1
        if near is None or near.unit != "count" or near.measure is None or at + 1 >= sentence.stop:
            return None
        doing = self.counter.is_doing(at, sentence.stop)
        where = self.tokens[at].lower in self.words.sets["elsewhere"]
        named = doing or (where and self.tokens[at + 1].is_capitalised and at + 1 not in self.counter.passed)
        return near if named and self.tokens[figure.outer - 1].lower in self.opening else None
