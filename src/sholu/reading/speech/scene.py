"""What every part of speech reading works with: the page, its grammar and words, and the drafts of attributions."""

from bisect import bisect_right
from dataclasses import dataclass

from sholu.model.reading import Basis
from sholu.model.span import Span
from sholu.reading.chunks import Chunks, chunks_of
from sholu.reading.page import Page
from sholu.reading.speech.lexicon import Lexicon, lexicon
from sholu.text.quotes import Quote
from sholu.text.sentences import Sentence

DASHES = frozenset("–—-")

Phrase = tuple[int, int]
"""First and last token of a phrase, both included."""


@dataclass(slots=True)
class Draft:
    """An attribution in the making. Token indices are those of the page, `content` are spans of text.

    `source` is the whole phrase that names the source, `head` its part without additions between commas; `carrier` is
    who passes the words on.
    """

    cue: Phrase | None
    source: Phrase | None
    head: Phrase | None
    content: list[Span]
    confidence: float
    sentence: int
    shape: str
    basis: tuple[Basis, ...] = ()
    carrier: Phrase | None = None


class Scene:
    """A page on which people speak."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.text = page.text
        self.tokens = page.tokens
        self.chunks: Chunks = chunks_of(page)
        self.kind = self.chunks.kind  # of a token, see `sholu.reading.chunks.kinds`
        self.lexicon: Lexicon = lexicon(page.language.tag)
        self.language = page.language.tag
        self.quotes: list[Quote] = [quote for quote in page.quotes if quote.depth == 0]
        self.speaking: Draft | None = None  # the verb of speech read last
        self._opens = [quote.outer.start for quote in self.quotes]

    def quote_over(self, offset: int) -> Quote | None:
        """The outermost quotation in which the character at `offset` stands, its marks included."""
        index = bisect_right(self._opens, offset) - 1
        if index >= 0 and offset < self.quotes[index].outer.end:
            return self.quotes[index]
        return None

    def first_quote_in(self, span: Span) -> Quote | None:
        """The first outermost quotation in which a token of a span begins; None where there is none."""
        for index in range(max(0, bisect_right(self._opens, span.start) - 1), len(self.quotes)):
            quote = self.quotes[index]
            if quote.outer.start >= span.end:
                break
            first, stop = self.page.token_range(Span(max(span.start, quote.outer.start), span.end))
            if first < stop and self.tokens[first].start < quote.outer.end:
                return quote
        return None

    def opens_quote(self, i: int) -> bool:
        """Whether token `i` is the mark (or its first half) that opens an outermost quotation."""
        if i >= len(self.tokens):
            return False
        start = self.tokens[i].start
        quote = self.quote_over(start)
        return quote is not None and quote.outer.start <= start < quote.inner.start

    def closes_quote(self, i: int) -> bool:
        """Whether token `i` is the mark (or one half of it) that closes an outermost quotation."""
        start = self.tokens[i].start
        quote = self.quote_over(start)
        return quote is not None and start >= quote.inner.end

    def in_same_quote(self, first: int, second: int) -> bool:
        """Whether two offsets stand in the same quotation, or both in none."""
        return self.quote_over(first) == self.quote_over(second)

    def line_start(self, first: int, last: int) -> int:
        """The first token of the line on which token `last` stands, `first` at the earliest: headings are lines."""
        end = self.tokens[last].start
        quote = self.quote_over(end)
        if quote is not None and quote.inner.start < end:
            end = quote.outer.start
        broken = self.text.rfind("\n", self.tokens[first].start, end)
        return first if broken < 0 else self.page.token_at(broken + 1)

    def without_clitic(self, i: int) -> str:
        """Token `i` in small letters, without a verb that is written with it: "they" of "They've"."""
        return self.tokens[i].lower.removesuffix(self._clitic(i))

    def named(self, phrase: Phrase) -> Span:
        """The span of a source without a verb that is written with its last word."""
        span = self.page.span(*phrase)
        return Span(span.start, span.end - len(self._clitic(phrase[1])))

    def _clitic(self, i: int) -> str:
        lower = self.tokens[i].lower
        return next((ending for ending in self.lexicon.clitics if lower.endswith(ending)), "")

    def last_told(self, sentence: Sentence) -> int:
        """The last token of a sentence that is no closing mark; its first token at least."""
        last = sentence.stop - 1
        while last > sentence.first and self.tokens[last].text in _FINAL:
            last -= 1
        return last


_FINAL = frozenset(".!?…")
