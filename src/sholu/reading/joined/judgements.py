"""What somebody thinks or expects, and what brings about what, by both halves."""

from collections.abc import Iterator, Sequence
from typing import TypeVar

from sholu.model.changing import replace
from sholu.model.reading import Attribution, Basis, Factor, Judgement, JudgementKind, Sign
from sholu.model.span import Span
from sholu.reading.chunks import chunks_of, kinds
from sholu.reading.entities import EntityIndex
from sholu.reading.joined.nearby import Nearby
from sholu.reading.joined.stretches import Bounds, bare, grown
from sholu.reading.joined.thresholds import thresholds
from sholu.reading.judgements.finder import SHORT, UNHEDGED, condition_opening, hedged_stretch
from sholu.reading.judgements.foretold import foretold, speaks_of_likelihood
from sholu.reading.judgements.hedges import find_hedges
from sholu.reading.judgements.signs import sign_told
from sholu.reading.judgements.told import Tellings
from sholu.reading.judgements.undertaken import with_owner
from sholu.reading.learned import Mark, Marks
from sholu.reading.page import Page
from sholu.reading.speech.lexicon import lexicon

T = TypeVar("T")

_KINDS: frozenset[JudgementKind] = frozenset({"assessment", "forecast", "recommendation", "condition"})


class Judgements:
    """The judgements of a page: its questions are put down when it is made, and asked when they are joined."""

    def __init__(self, page: Page, marks: Marks, entities: EntityIndex, said: Sequence[Attribution] = ()) -> None:
        self.page, self.marks, self.entities = page, marks, entities
        self.chunks = chunks_of(page)
        self.limits = thresholds("judgements", page.language.tag)
        # Of a text this short the marks, learned from articles, know too little to deny what is hedged.
        self.short = len(page.tokens) <= SHORT
        self.hedges = Nearby(marks.layer("hedge", self.limits["hedge"]), lambda mark: mark.span)
        self.faint = [
            Nearby(marks.layer(layer, self.limits["faint"]), lambda mark: mark.span) for layer in ("cause", "effect")
        ]
        self.thought = self._thought_marks()
        self.said = said
        self.tellings = Tellings(page, said)
        self.names = _names_given(page, said)
        marks.expect(bare(page, mark.span) for mark in self.thought if mark.label == "assessment")
        marks.expect(self.names)

    def joined(self, exact: Sequence[Judgement], *, alone: bool) -> list[Judgement]:
        """All judgements in the order of their evidence; ids "j1", "j2", ...; with `alone` those of the marks only."""
        found = [*self._thoughts([] if alone else exact), *self._causes([] if alone else exact)]
        found += [] if alone else self._descriptions(found)
        # In single sentences who says what is part of the effect, as in the public set that teaches causes.
        found = [item if self.short and item.kind == "cause" else self.tellings.bare(item) for item in found]
        if not alone:
            found = [with_owner(self.page, self.entities, item) for item in foretold(self.page, self.said, found)]
        found.sort(key=lambda item: (item.evidence, item.kind))
        return [replace(item, id=f"j{number}") for number, item in enumerate(found, 1)]

    def _thought_marks(self) -> list[Mark]:
        """The marks of assessments, forecasts, recommendations and conditions."""
        marked = [
            mark
            for mark in self._marked("judgement", self.limits["judgement"])
            if mark.label in _KINDS and self._words(mark.span) >= self.limits["words"]
        ]
        bounds = Bounds(self.limits["grow"], int(self.limits["grow_words"]))
        return list(grown(self.page, self.marks, "judgement", marked, bounds))

    def _thoughts(self, exact: Sequence[Judgement]) -> Iterator[Judgement]:
        """Assessments, forecasts, recommendations and conditions."""
        marked = self.thought
        told: set[int] = set()
        there = Nearby(list(enumerate(exact)), lambda pair: pair[1].evidence)
        around = Nearby(marked, lambda mark: mark.span)
        for mark in marked:
            near = (pair for _, pair in there.within(mark.span, 1))
            twin = next((n for n, item in near if n not in told and self._agrees(mark, item)), None)
            if twin is not None:
                told.add(twin)
            elif mark.probability < self.limits.get(f"alone_{mark.label}", self.limits["alone"]):
                continue
            thought = self._thought(mark, exact[twin] if twin is not None else None)
            if self._is_told(thought):
                yield thought
        for number, item in enumerate(exact):
            if number in told or item.kind == "cause":
                continue
            carried = self.marks.share("judgement", item.evidence)
            if self._stands(item, carried, around) and (item.hedge is not None or item.kind != "forecast"):
                basis = (Basis("exact", item.kind, item.confidence), Basis("learned", "judgement", round(carried, 3)))
                yield replace(item, basis=basis, confidence=round(item.confidence * (0.5 + carried / 2), 3))

    def _descriptions(self, told: Sequence[Judgement]) -> list[Judgement]:
        """What somebody is said to call somebody or something: what he thinks of it."""
        there = Nearby([item for item in told if item.kind == "assessment"], lambda item: item.evidence)
        return [
            Judgement(
                id="",
                kind="assessment",
                evidence=span,
                sign=self._verdict(span),
                confidence=_DESCRIBED,
                basis=(Basis("exact", "naming", _DESCRIBED),),
            )
            for span in self.names
            if not any(True for _ in there.within(span, 0))
        ]

    def _is_told(self, thought: Judgement) -> bool:
        """Whether a judgement may stand: what is foretold without a hedge is as often a plan or a fact."""
        plain = thought.kind == "forecast" and thought.hedge is None
        return not plain or self.short or thought.confidence >= self.limits["plain_forecast"]

    def _stands(self, item: Judgement, carried: float, marked: Nearby[Mark]) -> bool:
        """Whether a judgement of the grammar stays beside the marks, which have none of its kind there."""
        if self.short and item.hedge is not None:
            return True
        near = marked.within(item.evidence, 1)
        if any(mark.label == item.kind and _overlap(span, item.evidence) for span, mark in near):
            return False
        return carried >= self.limits[f"carried_{item.kind}"]

    def _agrees(self, mark: Mark, item: Judgement) -> bool:
        return item.kind == mark.label and _overlap(mark.span, item.evidence)

    def _thought(self, mark: Mark, exact: Judgement | None) -> Judgement:
        kind = _kind(mark.label)
        span = self._if_clause(bare(self.page, mark.span)) if kind == "condition" else bare(self.page, mark.span)
        hedge, band = self._hedge(span) if self.short or kind not in UNHEDGED else (None, None)
        if hedge is None and self.short and exact is not None:
            hedge, band = exact.hedge, exact.probability
        if kind == "assessment" and speaks_of_likelihood(self.page, span):
            kind, (hedge, band) = "forecast", self._hedge(span)
        basis = [Basis("learned", f"judgement, {mark.label}", round(mark.probability, 3))]
        confidence = mark.probability
        if exact is not None:
            basis.append(Basis("exact", exact.kind, exact.confidence))
            confidence = 1 - (1 - confidence) * (1 - exact.confidence)
        return Judgement(
            id="",
            kind=kind,
            evidence=span,
            hedged=hedge is not None,
            probability=band,
            hedge=hedge,
            sign=self._verdict(span) if kind == "assessment" else None,
            confidence=round(confidence, 3),
            basis=tuple(basis),
        )

    def _if_clause(self, span: Span) -> Span:
        """A condition from the word on that sets it: what it is a condition of stands before it."""
        first, stop = self.page.token_range(span)
        opening = condition_opening(self.page, first, stop)
        return Span(self.page.tokens[opening].start, span.end) if opening is not None else span

    def _verdict(self, evidence: Span) -> Sign | None:
        """Whether an assessment is a good one or a bad one, by its words or its verb of saying; None for neither.

        Where these do not tell, the marks may say that it is neither; of the rest nearly all are bad.
        """
        told = sign_told(self.page, evidence, self.tellings.cue_of(evidence))
        if told is not None:
            return told
        values = self.marks.answers("sign", [evidence])[0]
        best = max(values, key=lambda value: values[value])
        if best == "+":
            return "+" if values[best] >= self.limits["sign"] else "-"
        return "-" if best == "-" or values[best] < self.limits["sign"] else None

    def _hedge(self, span: Span) -> tuple[Span | None, tuple[float, float] | None]:
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
        inside = [mark for place, mark in self.hedges.within(near, 0) if near.covers(place)]
        return (max(inside, key=lambda mark: mark.probability).span, None) if inside else (None, None)

    def _clause_start(self, near: Span, start: int) -> int:
        """Where words that may hedge a judgement begin: behind what another clause before it says.

        A comma right before the judgement parts them not: "it is likely, that".
        """
        before = self.page.text[near.start : start].rstrip(" ,\u00a0")
        return near.start + max((before.rfind(mark) + 1 for mark in ",;:"), default=0)

    def _causes(self, exact: Sequence[Judgement]) -> Iterator[Judgement]:
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
        for item in ties:
            if _meets(item.evidence, told):
                continue
            flag = self._flag(item.evidence)
            least = limits["sure_causal" if item.confidence >= limits["sure_tie"] else "exact_causal"]
            if flag >= least or _meets(item.evidence, claims):
                basis = (Basis("exact", "cause", item.confidence), Basis("learned", "causal", round(flag, 3)))
                found.append(replace(item, basis=basis, confidence=round((item.confidence * flag) ** 0.5, 3)))
        told = Nearby(found, lambda pair: pair.evidence)
        for sentence in self.page.sentences:
            if any(True for _ in told.within(sentence.span, 0)):
                continue
            claimed = any(sentence.span.covers(span) for span, _ in claims.within(sentence.span, 0))
            if claimed or self.marks.flag("causal", sentence.span) >= limits["surely_causal"]:
                found += self._last_resort(sentence.span)
        for pair in found:
            whole = (span for span, _ in claims.within(pair.evidence, 1) if _overlap(span, pair.evidence))
            yield replace(pair, evidence=next(whole, pair.evidence).join(pair.evidence))

    def _bounded(self, pair: Judgement, ties: Sequence[Judgement]) -> Judgement:
        """A pair of the marks with the bounds of its ends that a tie of the grammar draws."""
        same = (tie for tie in ties if tie.confidence >= self.limits["bounding_tie"] and _is_same(pair, tie))
        tie = next(same, None)
        if tie is None or self.short:
            return pair
        cause = tie.cause if self.limits["exact_cause"] else pair.cause
        return replace(pair, cause=cause, effect=tie.effect)

    def _claims(self) -> list[Span]:
        """What the marks see as a judgement that one thing brings about another."""
        return [
            bare(self.page, mark.span)
            for mark in self._marked("judgement", self.limits["judgement"])
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
        near = [(c, e) for c in causes for place, e in there.within(c.span, _FAR) if not c.span.meets(place)]
        scores = self.marks.related("cause_effect", [(c.span, e.span) for c, e in near])
        taken: set[Span] = set()
        pairs: list[Judgement] = []
        for score, (cause, effect) in sorted(zip(scores, near, strict=True), key=lambda item: -item[0]):
            if score < least or (cause.span in taken and effect.span in taken):
                continue
            flag = self._flag(cause.span.join(effect.span))
            if flag >= causal:
                taken |= {cause.span, effect.span}
                pairs.append(self._cause(cause, effect, score, flag))
        return pairs

    def _ends(self, layer: str) -> list[Mark]:
        limits = self.limits
        found = self.marks.bridged(layer, limits[layer], int(limits["gap"]), limits["between"])
        inside = (part for mark in found for part in self._in_sentences(mark))
        return [mark for mark in inside if self._tells(mark, limits["factor_word"])]

    def _tells(self, mark: Mark, alone: float) -> bool:
        """Whether a mark can be a cause or an effect: it holds more than "the" or "low", or one word that is sure."""
        words = [token for token in self.page.tokens_in(mark.span) if token.is_word]
        told = any(self.chunks.kind(token.i) in _TELLING for token in words)
        return told and len(words) > (1 if mark.probability < alone else 0)

    def _flag(self, span: Span) -> float:
        """How surely the sentences in which a stretch lies say that one thing brings about another."""
        first, last = self.page.sentence_at(span.start), self.page.sentence_at(span.end - 1)
        return self.marks.flag("causal", Span(first.start, last.end))

    def _cause(self, cause: Mark, effect: Mark, score: float, flag: float) -> Judgement:
        evidence = bare(self.page, cause.span.join(effect.span))
        hedge, band = self._hedge(evidence)
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

    def _factor(self, mark: Mark) -> Factor:
        span = bare(self.page, mark.span)
        exact = next((id for mention, id in self.entities.within(span) if mention.span == span), None)
        return Factor(span.of(self.page.text), span, exact)

    def _marked(self, layer: str, least: float) -> Iterator[Mark]:
        """The marks of a layer of long stretches, each inside one sentence."""
        for whole in self.marks.bridged(layer, least, int(self.limits["gap"]), self.limits["between"]):
            yield from self._in_sentences(whole)

    def _in_sentences(self, mark: Mark) -> Iterator[Mark]:
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

    def _words(self, span: Span) -> int:
        return sum(token.is_word for token in self.page.tokens_in(span))


_TELLING = frozenset({kinds.NOUN, kinds.VERB, kinds.GERUND, kinds.PARTICIPLE, kinds.PRONOUN, kinds.NUMBER})
_DESCRIBED = 0.98
"""How sure it is that a description given is what somebody thinks: nearly always (corpus train)."""
_FAR = 400
"""Code points between a cause and its effect."""
_LONGEST_NAME = 12
"""Tokens in the description that somebody gives of something."""
_BEFORE = 60
"""Code points before a judgement in which its hedge may stand."""


def _names_given(page: Page, said: Sequence[Attribution]) -> list[Span]:
    """The contents of what is told by a verb that gives a name or a description: "called the report a farce".

    One that only says how likely something is, "deems it improbable", is none.
    """
    found: list[Span] = []
    for item in said:
        span = bare(page, item.content[0])
        first, stop = page.token_range(span)
        short = len(item.content) == 1 and stop - first <= _LONGEST_NAME
        if short and _is_named(page, item) and not any(hedge.band for hedge in find_hedges(page, first, stop)):
            found.append(span)
    return found


def _is_named(page: Page, item: Attribution) -> bool:
    """Whether what is told is a name or description: the grammar says so, in Kazakh the verb."""
    if page.language.tag != "kk":
        return any(basis.rule == "naming" for basis in item.basis)
    words = page.tokens_in(item.cue) if item.cue is not None else ()
    return any(token.lower in lexicon("kk").naming for token in words)


def _kind(label: str) -> JudgementKind:
    return next(kind for kind in _KINDS if kind == label)


def _meets(span: Span, others: Nearby[T]) -> bool:
    """Whether one of the others overlaps a stretch."""
    return any(_overlap(other, span) for other, _ in others.within(span, 1))


def _is_same(one: Judgement, other: Judgement) -> bool:
    """Whether two judgements tie the same cause to the same effect."""
    return _meet(one.cause, other.cause) and _meet(one.effect, other.effect)


def _is_reverse(one: Judgement, other: Judgement) -> bool:
    """Whether what is the cause in one of two judgements is the effect in the other, and the other way round."""
    return _meet(one.cause, other.effect) and _meet(one.effect, other.cause)


def _meet(one: Factor | None, other: Factor | None) -> bool:
    spans = [end.span for end in (one, other) if end is not None and end.span is not None]
    return len(spans) > 1 and _overlap(*spans)


def _overlap(one: Span, other: Span) -> bool:
    """Whether two stretches share half of the shorter."""
    common = min(one.end, other.end) - max(one.start, other.start)
    return common * 2 > min(one.end - one.start, other.end - other.start)
