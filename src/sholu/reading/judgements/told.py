"""The words of a judgement without those that tell whose it is: "X warns that" is no part of what X warns of."""

from collections.abc import Sequence

from sholu.model.changing import replace
from sholu.model.reading import Attribution, Factor, Judgement
from sholu.model.span import Span
from sholu.reading.chunks import chunks_of, kinds
from sholu.reading.page import Page


class Tellings:
    """What is attributed on a page, and where it is told who says so."""

    def __init__(self, page: Page, said: Sequence[Attribution]) -> None:
        self.page = page
        self.chunks = chunks_of(page)
        self._said: dict[int, list[Attribution]] = {}
        for item in said:
            if item.source_span is not None or item.cue is not None:
                for edge in {item.content[0].start, max(item.content[-1].end - 1, 0)}:
                    near = self._said.setdefault(page.sentence_at(edge).i, [])
                    near += [item] if item not in near else []

    def bare(self, judgement: Judgement) -> Judgement:
        """The judgement, its evidence and both its ends without source and cue at their sides."""
        if not self._said:
            return judgement
        evidence = self.without(judgement.evidence)
        if judgement.kind == "condition" and self._opened(judgement.evidence, evidence):
            evidence = judgement.evidence
        changed = {"evidence": evidence}
        if judgement.cause is not None and judgement.effect is not None:
            return replace(
                judgement, **changed, cause=self._factor(judgement.cause), effect=self._factor(judgement.effect)
            )
        return judgement if changed["evidence"] == judgement.evidence else replace(judgement, **changed)

    def _opened(self, whole: Span, told: Span) -> bool:
        """Whether what is cut off a condition begins with the word that sets it: "if he shows his neighbours that"."""
        first, stop = self.page.token_range(Span(whole.start, told.start))
        return first < stop and self.chunks.kind(first) == kinds.SUBORDINATOR

    def cue_of(self, span: Span) -> Span | None:
        """The words that report the innermost speech in which a stretch lies."""
        near = self._said.get(self.page.sentence_at(span.start).i, ())
        around = [item for item in near if any(part.covers(span) for part in item.content)]
        return min(around, key=lambda item: sum(part.end - part.start for part in item.content)).cue if around else None

    def _factor(self, factor: Factor) -> Factor:
        span = self.without(factor.span)
        return factor if span == factor.span else Factor(span.of(self.page.text), span, factor.entity)

    def without(self, span: Span) -> Span:
        """The part of a stretch that is told, where it begins with who tells it or ends with that."""
        first, last = self.page.sentence_at(span.start).i, self.page.sentence_at(max(span.end - 1, span.start)).i
        for item in (item for i in range(first, last + 1) for item in self._said.get(i, ())):
            span = self._cut(item, span)
        return span

    def _cut(self, item: Attribution, span: Span) -> Span:
        """A stretch cut to the content of an attribution where source or cue stands between its edge and that content.

        A statement that stands before the source is no part of the telling: "X may fall if Y shows that".
        """
        told = [part for part in (item.source_span, item.cue) if part is not None]
        start, end = item.content[0].start, item.content[-1].end
        before = [part.start for part in told if span.start <= part.start < start]
        stated = bool(before) and self.chunks.has_predicate(*self.page.token_range(Span(span.start, min(before))))
        if span.start < start < span.end and before and not stated:
            span = Span(start, span.end)
        if span.start < end < span.end and any(end <= part.start < span.end for part in told):
            span = Span(span.start, end)
        return span
