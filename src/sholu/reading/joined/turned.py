"""Marks of judgements whose words tell better than the encoder what they are: of another kind, or none at all."""

from collections.abc import Sequence

from sholu.codebook.hedges import bands
from sholu.model.reading import Attribution, Judgement, JudgementKind
from sholu.model.span import Span
from sholu.reading.joined.judging import Judging
from sholu.reading.joined.nearby import Nearby
from sholu.reading.judgements.hedges import find_hedges
from sholu.reading.judgements.markers import showing
from sholu.reading.judgements.outcomes import speaks_of_future, tells_outcome
from sholu.reading.languages import language
from sholu.reading.languages.features import Features
from sholu.reading.languages.morphology import readings
from sholu.reading.learned import Mark

_COVERED = 0.6
"""How much of an assessment a tie covers that says the same: of such assessments none of eight was one."""
_VERBAL = frozenset({"verb", "infinitive"})
_RIVALS: frozenset[JudgementKind] = frozenset({"forecast", "recommendation"})


class Turned:
    """What the words of one page say of the marks of judgements on it."""

    def __init__(self, judging: Judging, said: Sequence[Attribution]) -> None:
        self.page, self.limits, self.short = judging.page, judging.limits, judging.short
        self._told = Nearby([span for item in said for span in item.content], lambda span: span)
        self._quoted = Nearby([quote.inner for quote in self.page.quotes], lambda span: span)

    def alone(self, mark: Mark, ties: Nearby[Judgement]) -> Mark | None:
        """A mark that only the encoder has, as what its words say it is; None where it is none."""
        if self.short:
            return mark
        first, stop = self.page.token_range(mark.span)
        if first >= stop:
            return mark
        if mark.label == "assessment":
            if any(_share(mark.span, tied) >= _COVERED for tied, _ in ties.within(mark.span, 1)):
                return None
            if showing(self.page, "recommendation", first, stop):
                return Mark(mark.span, "recommendation", mark.probability)
            told = self._is_told(mark.span)
            return mark if told or mark.probability >= self.limits["alone_author"] else None
        if mark.label == "recommendation" and not showing(self.page, "recommendation", first, stop):
            if tells_outcome(self.page, mark.span) or showing(self.page, "forecast", first, stop):
                return Mark(mark.span, "forecast", mark.probability)
            return mark if mark.probability >= self.limits["alone_wordless"] else None
        return mark

    def _is_told(self, span: Span) -> bool:
        """Whether somebody else than the author says so, or it stands in quotation marks."""
        return any(True for _ in self._told.within(span, 1)) or any(True for _ in self._quoted.within(span, 0))

    def is_elsewhere(self, item: Judgement, kept: Nearby[Judgement]) -> bool:
        """Whether all words that show a judgement of the grammar stand in others that the marks surely have.

        Words that say how likely something is, "is expected to", go before any mark.
        """
        if self.short or item.kind not in _RIVALS or is_likelihood(item):
            return False
        shown = showing(self.page, item.kind, *self.page.token_range(item.evidence), modal=True)
        spans = [self.page.tokens[i].span for i in shown]
        return bool(spans) and all(self._is_of_another(span, item.kind, kept) for span in spans)

    def _is_of_another(self, span: Span, kind: JudgementKind, kept: Nearby[Judgement]) -> bool:
        near = [other for place, other in kept.within(span, 0) if place.covers(span) and self._is_sure(other)]
        weak = "assessment" if kind == "recommendation" else ""  # what advises judges, too
        return bool(near) and all(other.kind not in (kind, weak) for other in near)

    def _is_sure(self, item: Judgement) -> bool:
        return any(basis.half == "learned" and basis.score >= self.limits["rival"] for basis in item.basis)

    def is_of_now(self, span: Span) -> bool:
        """Russian: whether a hedged statement is about what is or was, «мир, похоже, хрупок»: it foretells nothing."""
        if self.short or self.page.language.tag != "ru" or speaks_of_future(self.page, span):
            return False
        first, stop = self.page.token_range(span)
        modal = frozenset(language("ru").table("judgements")["words"]["modal"].split())
        hedges = find_hedges(self.page, first, stop)
        if not hedges or any(self.page.tokens[hedge.first].lower in modal for hedge in hedges):
            return False
        inside = {i for hedge in hedges for i in range(hedge.first, hedge.last + 1)}
        verbs = [form for i in range(first, stop) if i not in inside for form in self._verbs(i)]
        seeming = all(hedge.band is not None and hedge.band.name == "apparent" for hedge in hedges)
        return any(form.tense == "past" for form in verbs) or (seeming and not verbs)

    def _verbs(self, i: int) -> list[Features]:
        """What a word is first of all, where that is a verb."""
        return [form for form in readings("ru", self.page.tokens[i].lower)[:1] if form.part in _VERBAL]


def is_likelihood(item: Judgement) -> bool:
    """Whether a forecast of the grammar says how likely it is, not only that it may be."""
    if item.kind != "forecast" or item.probability is None:
        return False
    return any(band.specific and (band.low, band.high) == item.probability for band in bands().values())


def _share(span: Span, other: Span) -> float:
    """How much of a stretch another one covers."""
    common = min(span.end, other.end) - max(span.start, other.start)
    return common / max(1, span.end - span.start)
