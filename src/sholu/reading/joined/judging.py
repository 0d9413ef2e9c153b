"""What all judgements of a page are read with: hedges, and marks of long stretches inside one sentence."""

from collections.abc import Iterator

from sholu.model.span import Span
from sholu.reading.chunks import chunks_of
from sholu.reading.joined.nearby import Nearby
from sholu.reading.joined.thresholds import thresholds
from sholu.reading.judgements.finder import hedged_stretch
from sholu.reading.judgements.hedges import find_hedges, no_hedges
from sholu.reading.judgements.statement import SHORT
from sholu.reading.learned import Mark, Marks
from sholu.reading.page import Page

_DASHES = (" - ", " – ", " — ")
_FRAME = 4
"""Words of a clause that only says how sure somebody is of the next."""
_BEFORE = 60
"""Code points before a judgement in which its hedge may stand."""


class Judging:
    """The marks of judgements on one page, and the thresholds for them."""

    def __init__(self, page: Page, marks: Marks) -> None:
        self.page, self.marks = page, marks
        self.chunks = chunks_of(page)
        self.limits = thresholds("judgements", page.language.tag)
        # Of a text this short the marks, learned from articles, know too little to deny what is hedged.
        self.short = len(page.tokens) <= SHORT
        self.hedges = Nearby(marks.layer("hedge", self.limits["hedge"]), lambda mark: mark.span)

    def hedge(self, span: Span) -> tuple[Span | None, tuple[float, float] | None]:
        """The hedge inside, or close before, a judgement: a word of the lexicon that the marks see as one too."""
        near = Span(max(0, span.start - _BEFORE), hedged_stretch(self.page, span).end)
        sentence = self.page.sentence_at(span.start)
        near = Span(max(near.start, sentence.start), near.end)
        if not self.short:
            near = Span(self._clause_start(near, span.start), near.end)
        first, stop = self.page.token_range(near)
        lexical = [hedge for hedge in find_hedges(self.page, first, stop) if self.short or hedge.band is not None]
        scored = sorted(
            ((self.marks.share("hedge", self.page.span(h.first, h.last)), h) for h in lexical),
            key=lambda pair: -pair[0],
        )
        for share, hedge in scored:
            words = self.page.span(hedge.first, hedge.last)
            if share >= self.limits["hedge_word"] or (span.covers(words) and share >= self.limits["hedge_inside"]):
                return words, hedge.probability
        if self.short:
            return None, None
        none = [self.page.span(*words) for words in no_hedges(self.page, first, stop)]
        inside = [
            mark
            for place, mark in self.hedges.within(near, 0)
            if near.covers(place) and not any(words.meets(place) for words in none)
        ]
        return (max(inside, key=lambda mark: mark.probability).span, None) if inside else (None, None)

    def _clause_start(self, near: Span, start: int) -> int:
        """Where words that may hedge a judgement begin: behind what another clause before it says.

        A comma right before the judgement parts them not where little stands before it: "it is likely, that".
        """
        whole = self.page.text[near.start : start].rstrip(" \u00a0")
        before = whole.rstrip(" ,\u00a0")
        opening = max((before.rfind(mark) + 1 for mark in ",;:"), default=0)
        opening = max([opening, *(before.rfind(dash) + len(dash) for dash in _DASHES if dash in before)])
        if whole != before and len(before[opening:].split()) > _FRAME:
            return start
        return near.start + opening

    def marked(self, layer: str, least: float) -> Iterator[Mark]:
        """The marks of a layer of long stretches, each inside one sentence."""
        for whole in self.marks.bridged(layer, least, int(self.limits["gap"]), self.limits["between"]):
            yield from self.in_sentences(whole)

    def in_sentences(self, mark: Mark) -> Iterator[Mark]:
        """A mark cut where sentences end."""
        start = mark.span.start
        while start < mark.span.end:
            end = min(mark.span.end, self.page.sentence_at(start).end)
            if end <= start:
                end = mark.span.end
            yield Mark(Span(start, end).trimmed(self.page.text), mark.label, mark.probability)
            start = end
            while start < mark.span.end and self.page.text[start].isspace():
                start += 1


def overlap(one: Span, other: Span) -> bool:
    """Whether two stretches share half of the shorter."""
    common = min(one.end, other.end) - max(one.start, other.start)
    return common * 2 > min(one.end - one.start, other.end - other.start)
