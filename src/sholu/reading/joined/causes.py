"""What brings about what, by both halves."""

from collections.abc import Iterator, Sequence
from typing import TypeVar

from sholu.model.changing import replace
from sholu.model.reading import Basis, Factor, Judgement, Sign
from sholu.model.span import Span
from sholu.reading.chunks import kinds
from sholu.reading.entities import EntityIndex
from sholu.reading.joined.judging import Judging, overlap
from sholu.reading.joined.nearby import Nearby
from sholu.reading.joined.stretches import bare
from sholu.reading.judgements.causes import says_cause
from sholu.reading.judgements.connectives import cause_words
from sholu.reading.learned import Mark

T = TypeVar("T")

_TELLING = frozenset({kinds.NOUN, kinds.VERB, kinds.GERUND, kinds.PARTICIPLE, kinds.PRONOUN, kinds.NUMBER})
_BEFORE_NOUN = frozenset({kinds.ADJECTIVE, kinds.DETERMINER, kinds.POSSESSIVE})
_IN_PHRASE = _BEFORE_NOUN | {kinds.NOUN}
_FAR = 400
"""Code points between a cause and its effect."""


class Causes:
    """The causes of a page and their effects."""

    def __init__(self, judging: Judging, entities: EntityIndex) -> None:
        self.judging, self.entities = judging, entities
        self.page, self.marks, self.limits = judging.page, judging.marks, judging.limits
        self.faint = [
            Nearby(self.marks.layer(layer, self.limits["faint"]), lambda mark: mark.span)
            for layer in ("cause", "effect")
        ]

    def of(self, exact: Sequence[Judgement]) -> Iterator[Judgement]:
        """What brings about what: pairs of the marks, ties of the grammar that the marks do not deny, and in sentences
        that surely say so the best that is left.
        """
        limits = self.limits
        claims = Nearby(self._claims(), lambda span: span)
        ties = [item for item in exact if item.cause is not None and item.effect is not None]
        pairs = self._pairs(self._ends("cause"), self._ends("effect"), limits["cause_effect"], limits["causal"])
        # Which of the two is the cause the words between them tell best: "is a result of".
        found = [self._bounded(pair, ties) for pair in pairs if not any(_is_reverse(pair, item) for item in ties)]
        told = Nearby(found, lambda pair: pair.evidence)
        short = self.judging.short
        for item in ties:
            if _meets(item.evidence, told):
                continue
            flag = self._flag(item.evidence)
            sure = limits["sure_tie_short" if short else "sure_tie"]
            least = limits["sure_causal" if item.confidence >= sure else "exact_causal"]
            if flag >= least or _meets(item.evidence, claims):
                basis = (Basis("exact", "cause", item.confidence), Basis("learned", "causal", round(flag, 3)))
                found.append(replace(item, basis=basis, confidence=round((item.confidence * flag) ** 0.5, 3)))
        told = Nearby(found, lambda pair: pair.evidence)
        surely = limits["surely_causal" if short else "surely_causal_article"]
        for sentence in self.page.sentences:
            if any(True for _ in told.within(sentence.span, 0)):
                continue
            claimed = short and any(sentence.span.covers(span) for span, _ in claims.within(sentence.span, 0))
            if claimed or self.marks.flag("causal", sentence.span) >= surely:
                found += self._last_resort(sentence.span)
        for pair in found:
            if not any(pair is tie or _is_same(pair, tie) for tie in ties) and not self._is_said(pair):
                continue
            whole = (span for span, _ in claims.within(pair.evidence, 1) if overlap(span, pair.evidence))
            yield replace(pair, evidence=next(whole, pair.evidence).join(pair.evidence))

    def _is_said(self, pair: Judgement) -> bool:
        """Whether an article says that one thing brings about the other, not only that it follows.

        In Kazakh endings of many kinds say it, of which not all are known.
        """
        return self.page.language.tag == "kk" or self.judging.short or says_cause(self.page, pair.evidence)

    def _bounded(self, pair: Judgement, ties: Sequence[Judgement]) -> Judgement:
        """A pair of the marks with the bounds of its ends that a tie of the grammar draws."""
        if self.judging.short:
            return pair
        firm = [tie for tie in ties if tie.confidence >= self.limits["bounding_tie"] and _meet(pair.cause, tie.cause)]
        tie = next((tie for tie in firm if _meet(pair.effect, tie.effect)), None)
        if tie is None:
            # Of two that might be the effect it is the one that the words tie to the cause.
            return next((self._retied(pair, tie) for tie in firm), pair)
        cause = tie.cause if self.limits["exact_cause"] else pair.cause
        return replace(pair, cause=cause, effect=tie.effect)

    def _retied(self, pair: Judgement, tie: Judgement) -> Judgement:
        """A pair with the cause and the effect that a tie of the grammar gives it."""
        return replace(pair, cause=tie.cause, effect=tie.effect, evidence=tie.evidence, sign=tie.sign)

    def _claims(self) -> list[Span]:
        """What the marks see as a judgement that one thing brings about another."""
        return [
            bare(self.page, mark.span)
            for mark in self.judging.marked("judgement", self.limits["judgement"])
            if mark.label == "cause" and mark.probability >= self.limits["claim"]
        ]

    def _last_resort(self, sentence: Span) -> list[Judgement]:
        """The best pair of a sentence that surely tells of a cause, of marks however faint."""
        causes, effects = (
            [mark for span, mark in faint.within(sentence, 0) if sentence.covers(span)] for faint in self.faint
        )
        return self._pairs(causes, effects, 0.0, 0.0)[:1]

    def _pairs(self, causes: Sequence[Mark], effects: Sequence[Mark], least: float, causal: float) -> list[Judgement]:
        """Causes with their effects, the surest first."""
        there = Nearby(effects, lambda mark: mark.span)
        near = [
            (c, e)
            for c in causes
            for place, e in there.within(c.span, _FAR)
            if not c.span.meets(place) and not self._are_parted(c.span, place)
        ]
        scores = self.marks.related("cause_effect", [(c.span, e.span) for c, e in near])
        taken: set[Span] = set()
        pairs: list[Judgement] = []
        for score, (cause, effect) in sorted(zip(scores, near, strict=True), key=lambda item: -item[0]):
            if self._is_wish(cause) or self._is_wish(effect):
                continue
            if score < least or (cause.span in taken and effect.span in taken):
                continue
            flag = self._flag(cause.span.join(effect.span))
            if flag >= causal:
                taken |= {cause.span, effect.span}
                pairs.append(self._cause(cause, effect, score, flag))
        return pairs

    def _are_parted(self, one: Span, other: Span) -> bool:
        """Whether a paragraph ends between two stretches."""
        return "\n" in self.page.text[min(one.end, other.end) : max(one.start, other.start)]

    def _is_wish(self, end: Mark) -> bool:
        """Whether a word of purpose opens a stretch or stands before it, «чтобы снизить цены»."""
        wishing = cause_words(self.page.language.tag, "wishing")
        first = self.page.token_range(end.span)[0]
        return any(self.page.tokens[i].lower in wishing for i in range(max(0, first - 1), first + 1))

    def _ends(self, layer: str) -> list[Mark]:
        limits = self.limits
        found = self.marks.bridged(layer, limits[layer], int(limits["gap"]), limits["between"])
        inside = (part for mark in found for part in self.judging.in_sentences(mark))
        return [mark for mark in inside if self._tells(mark, limits["factor_word"])]

    def _tells(self, mark: Mark, alone: float) -> bool:
        """Whether a mark can be a cause or an effect: it holds more than "the" or "low", or one word that is sure."""
        words = [token for token in self.page.tokens_in(mark.span) if token.is_word]
        told = any(self.judging.chunks.kind(token.i) in _TELLING for token in words)
        return told and len(words) > (1 if mark.probability < alone else 0)

    def _flag(self, span: Span) -> float:
        """How surely the sentences in which a stretch lies say that one thing brings about another."""
        first, last = self.page.sentence_at(span.start), self.page.sentence_at(span.end - 1)
        return self.marks.flag("causal", Span(first.start, last.end))

    def _cause(self, cause: Mark, effect: Mark, score: float, flag: float) -> Judgement:
        evidence = bare(self.page, cause.span.join(effect.span))
        hedge, band = self.judging.hedge(evidence)
        return Judgement(
            id="",
            kind="cause",
            evidence=evidence,
            hedged=hedge is not None,
            probability=band,
            hedge=hedge,
            cause=self._factor(cause),
            effect=self._factor(effect),
            sign=self._sign(evidence),
            confidence=round((score * flag) ** 0.5, 3),
            basis=(
                Basis("learned", "cause", round(cause.probability, 3)),
                Basis("learned", "effect", round(effect.probability, 3)),
                Basis("learned", "cause-effect", round(score, 3)),
                Basis("learned", "causal sentence", round(flag, 3)),
            ),
        )

    def _sign(self, evidence: Span) -> Sign:
        values = self.marks.answers("sign", [evidence])[0]
        best = max(("+", "-", "0"), key=lambda value: values.get(value, 0.0))
        return "-" if best == "-" else "0" if best == "0" else "+"

    def _whole_phrase(self, span: Span) -> Span:
        """A stretch with the words of its first and last noun phrase that the mark leaves out."""
        first, stop = self.page.token_range(span)
        sentence = self.page.sentence_at(span.start)
        kind, tokens = self.judging.chunks.kind, self.page.tokens
        while first > sentence.first and kind(first - 1) in _BEFORE_NOUN and kind(first) in _IN_PHRASE:
            first -= 1
        if kind(first) == kinds.VERB:  # "fired at the posts, prompting": who did it is of the cause
            subject = self.judging.chunks.noun_phrase_before(first)
            first = subject[0] if subject is not None and subject[1] == first - 1 else first
        while stop < sentence.stop and (
            (kind(stop) == kinds.NOUN and kind(stop - 1) in _BEFORE_NOUN)
            or (kind(stop) == kinds.NOUN and kind(stop - 1) == kinds.GERUND and kind(stop - 2) == kinds.PREPOSITION)
            or (tokens[stop].is_capitalised and tokens[stop - 1].is_capitalised)
        ):
            stop += 1
        return span.join(self.page.span(first, stop - 1)) if first < stop else span

    def _factor(self, mark: Mark) -> Factor:
        span = (
            bare(self.page, mark.span)
            if self.judging.short or self.page.language.tag != "en"
            else self._whole_phrase(bare(self.page, mark.span))
        )
        exact = next((id for mention, id in self.entities.within(span) if mention.span == span), None)
        return Factor(span.of(self.page.text), span, exact)


def _meets(span: Span, others: Nearby[T]) -> bool:
    """Whether one of the others overlaps a stretch."""
    return any(overlap(other, span) for other, _ in others.within(span, 1))


def _is_same(one: Judgement, other: Judgement) -> bool:
    """Whether two judgements tie the same cause to the same effect."""
    return _meet(one.cause, other.cause) and _meet(one.effect, other.effect)


def _is_reverse(one: Judgement, other: Judgement) -> bool:
    """Whether what is the cause in one of two judgements is the effect in the other, and the other way round."""
    return _meet(one.cause, other.effect) and _meet(one.effect, other.cause)


def _meet(one: Factor | None, other: Factor | None) -> bool:
    spans = [end.span for end in (one, other) if end is not None and end.span is not None]
    return len(spans) > 1 and overlap(*spans)
