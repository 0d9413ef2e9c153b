"""Frames: a short clause and the one with "that" which hangs on it are one, "it is clear that prices rise"."""

from bisect import bisect_left
from collections.abc import Collection
from functools import cache

from sholu.model.span import Span
from sholu.reading.chunks import chunks_of
from sholu.reading.languages import language
from sholu.reading.page import Page

_SHORT = 6  # words of a clause that says nothing without what hangs on it
_LONGEST = 14  # tokens of a clause to which one with "that" is added
_INTO = 8  # code points into a stretch at which the words of somebody begin behind "that"


@cache
def _words(tag: str, name: str) -> frozenset[str]:
    return frozenset(language(tag).table("judgements")["words"].get(name, "").split())


class Frames:
    """The frames of one page; `told` is where the words of somebody begin: before these stands who says them."""

    def __init__(self, page: Page, told: Collection[int]) -> None:
        self.page, self.chunks = page, chunks_of(page)
        self._told = sorted(told)
        self._that = _words(page.language.tag, "that")

    def around(self, span: Span) -> Span:
        """A stretch with the frame that it hangs on, or with what hangs on it; without "that" before what is told."""
        first, stop = self.page.token_range(span)
        if first >= stop or not self._that:
            return span
        if self.page.tokens[first].lower in self._that:
            return self._with_frame(span, first, stop)
        return self._with_rest(span, stop) if self._is_short(first, stop) else span

    def _with_frame(self, span: Span, first: int, stop: int) -> Span:
        """ "That prices rise" with "it is clear" before it."""
        told = bisect_left(self._told, span.start)
        if told < len(self._told) and self._told[told] <= span.start + _INTO:
            return Span(self.page.tokens[first + 1].start, span.end) if first + 1 < stop else span
        sentence = self.page.sentence_of(first)
        last = first - 1
        while last >= sentence.first and self.page.tokens[last].text == ",":
            last -= 1
        if last < sentence.first or not self.page.tokens[last].is_word:
            return span
        opening = self.chunks.clause_at(last)[0]
        near = first - opening <= _LONGEST and self.chunks.has_predicate(opening, last + 1)
        return Span(self.page.tokens[opening].start, span.end) if near else span

    def _is_short(self, first: int, stop: int) -> bool:
        return sum(token.is_word for token in self.page.tokens[first:stop]) <= _SHORT

    def _with_rest(self, span: Span, stop: int) -> Span:
        """ "It is clear" with "that prices rise" behind it."""
        tokens, sentence = self.page.tokens, self.page.sentence_at(span.start)
        at = stop
        while at < sentence.stop and tokens[at].text in ",":
            at += 1
        if at + 1 >= sentence.stop or tokens[at].lower not in self._that:
            return span
        last = self.chunks.clause_at(at)[1]
        while last > at and not tokens[last].is_word:
            last -= 1
        return Span(span.start, tokens[last].end) if last > at else span
