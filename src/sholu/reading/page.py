"""A document laid out for reading: tokens, sentences, paragraphs and quotations, computed once and shared."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from sholu.model.document import Document
from sholu.model.span import Span
from sholu.reading.languages import Language, language
from sholu.text.headers import Header, read_header
from sholu.text.quotes import Quote, quotes
from sholu.text.sentences import Sentence, paragraphs, sentences
from sholu.text.tokens import Token, tokenise


class Page:
    """One document with the layers that every grammar needs. Treat it as read-only.

    `plain` is the text as it is read: as long as `text`, with the ordinary words of headlines in small letters.
    `published` is the EDTF date against which relative times are resolved, or None.
    """

    __slots__ = (
        "_ends",
        "_sentence_of",
        "_sentence_starts",
        "_starts",
        "document",
        "header",
        "language",
        "paragraphs",
        "plain",
        "published",
        "quotes",
        "sentences",
        "text",
        "tokens",
    )  # fmt: skip

    def __init__(self, document: Document, tag: str, plain: str | None = None) -> None:
        self.document = document
        self.text = document.text
        self.plain = document.text if plain is None else plain
        self.published = document.published
        self.language: Language = language(tag)
        self.header: Header = read_header(self.text)
        self.tokens: list[Token] = tokenise(self.plain)
        self.paragraphs: list[Span] = paragraphs(self.text)
        self.sentences: list[Sentence] = sentences(self.text, self.tokens, self.paragraphs, self.language.stops)
        self.quotes: list[Quote] = quotes(self.text, self.paragraphs)
        self._starts = [token.start for token in self.tokens]
        self._ends = [token.end for token in self.tokens]
        self._sentence_starts = [sentence.start for sentence in self.sentences]
        self._sentence_of = [sentence for sentence in self.sentences for _ in range(sentence.first, sentence.stop)]

    def token_at(self, offset: int) -> int:
        """Index of the token that holds `offset`, or of the first one after it (len(tokens) at the end)."""
        return bisect_right(self._ends, offset)

    def tokens_in(self, span: Span) -> Sequence[Token]:
        """The tokens that lie wholly inside `span`."""
        return self.tokens[bisect_left(self._starts, span.start) : bisect_right(self._ends, span.end)]

    def token_range(self, span: Span) -> tuple[int, int]:
        """Half-open range of the indices of the tokens wholly inside `span`."""
        return bisect_left(self._starts, span.start), bisect_right(self._ends, span.end)

    def sentence_at(self, offset: int) -> Sentence:
        """The sentence that holds `offset`, or the last one that starts before it."""
        return self.sentences[max(0, bisect_right(self._sentence_starts, offset) - 1)]

    def sentence_of(self, i: int) -> Sentence:
        """The sentence of token number `i`."""
        return self._sentence_of[i]

    def span(self, first: int, last: int) -> Span:
        """The span from token number `first` through token number `last`, both included."""
        # As Span(...), in half the time: asked for thousands of times a page.
        return tuple.__new__(Span, (self.tokens[first].start, self.tokens[last].end))
