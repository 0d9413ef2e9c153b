"""What somebody thinks or expects, by both halves, and with it what brings about what."""

from collections.abc import Iterator, Sequence
from functools import cache
from typing import TypeVar

from sholu.model.changing import replace
from sholu.model.reading import Attribution, Basis, Judgement, JudgementKind, Sign
from sholu.model.span import Span
from sholu.reading.entities import EntityIndex
from sholu.reading.joined.causes import Causes
from sholu.reading.joined.judging import Judging, overlap
from sholu.reading.joined.nearby import Nearby
from sholu.reading.joined.parts import Parts
from sholu.reading.joined.stretches import Bounds, bare, grown
from sholu.reading.joined.turned import Turned, is_likelihood
from sholu.reading.joined.wholes import made_whole, with_frames
from sholu.reading.judgements.conditions import outcome_of_condition
from sholu.reading.judgements.evaluation import find_evaluations
from sholu.reading.judgements.finder import UNHEDGED, condition_opening
from sholu.reading.judgements.foretold import foretold, speaks_of_likelihood
from sholu.reading.judgements.hedges import find_hedges
from sholu.reading.judgements.kazakh import is_judged, sets_condition
from sholu.reading.judgements.outcomes import speaks_of_future, tells_outcome
from sholu.reading.judgements.signs import sign_told
from sholu.reading.judgements.told import Tellings
from sholu.reading.judgements.undertaken import with_owner
from sholu.reading.languages import language
from sholu.reading.learned import Mark, Marks
from sholu.reading.page import Page
from sholu.reading.patterns import listed
from sholu.reading.speech.lexicon import lexicon
from sholu.text.phrases import Phrases

T = TypeVar("T")

_KINDS: frozenset[JudgementKind] = frozenset({"assessment", "forecast", "recommendation", "condition"})


class Judgements:
    """The judgements of a page: its questions are put down when it is made, and asked when they are joined."""

    def __init__(self, page: Page, marks: Marks, entities: EntityIndex, said: Sequence[Attribution] = ()) -> None:
        self.page, self.marks, self.entities = page, marks, entities
        self.judging = Judging(page, marks)
        self.causes = Causes(self.judging, entities)
        self.limits, self.short = self.judging.limits, self.judging.short
        self.said = said
        self.thought = self._thought_marks()
        self.turned = Turned(self.judging, said)
        self.tellings = Tellings(page, said)
        self.names = _names_given(page, said)
        self.parts = Parts(self.judging, said)
        marks.expect(bare(page, mark.span) for mark in self.thought if mark.label == "assessment")
        marks.expect(self.names)

    def joined(self, exact: Sequence[Judgement], *, alone: bool) -> list[Judgement]:
        """All judgements in the order of their evidence; ids "j1", "j2", ...; with `alone` those of the marks only."""
        found = [*self._thoughts([] if alone else exact), *self.causes.of([] if alone else exact)]
        found += [] if alone else self._descriptions(found)
        # In single sentences who says what is part of the effect, as in the public set that teaches causes.
        found = [item if self.short and item.kind == "cause" else self.tellings.bare(item) for item in found]
        if not alone:
            found = [with_owner(self.page, self.entities, item) for item in foretold(self.page, self.said, found)]
        if self.page.language.tag == "kk":
            caused = {item.evidence for item in found if item.kind == "cause"}
            found = [item for item in found if is_judged(self.page, item)]
            found = [item for item in found if item.kind != "assessment" or item.evidence not in caused]
        found.sort(key=lambda item: (item.evidence, item.kind))
        return [replace(item, id=f"j{number}") for number, item in enumerate(found, 1)]

    def _thought_marks(self) -> list[Mark]:
        """The marks of assessments, forecasts, recommendations and conditions."""
        parts = self.judging.marked("judgement", self.limits["judgement"])
        whole = made_whole(self.page, self.marks, "judgement", parts)
        marked = [mark for mark in whole if mark.label in _KINDS and self._words(mark.span) >= self.limits["words"]]
        bounds = Bounds(self.limits["grow"], int(self.limits["grow_words"]))
        told = {item.content[0].start for item in self.said if item.source_span is not None or item.cue is not None}
        return with_frames(self.page, grown(self.page, self.marks, "judgement", marked, bounds), told)

    def _thoughts(self, exact: Sequence[Judgement]) -> Iterator[Judgement]:
        """Assessments, forecasts, recommendations and conditions."""
        marked = self.thought
        told: set[int] = set()
        found: list[Judgement] = []
        there = Nearby(list(enumerate(exact)), lambda pair: pair[1].evidence)
        around = Nearby(marked, lambda mark: mark.span)
        ties = Nearby([item for item in exact if item.kind == "cause"], lambda item: item.evidence)
        for mark in marked:
            near = [pair for _, pair in there.within(mark.span, 1) if pair[0] not in told]
            twin = next((n for n, item in near if self._agrees(mark, item)), None)
            if twin is None:
                twin = next((n for n, item in near if self._outweighs(item, mark)), None)
                if twin is not None:
                    lone = self._is_lone(exact[twin], mark, around)
                    mark = Mark(exact[twin].evidence if lone else mark.span, exact[twin].kind, mark.probability)
            if twin is not None:
                told.add(twin)
            else:
                alone = self.turned.alone(mark, ties)
                if alone is None or not self._is_sure(alone):
                    continue
                mark = alone
            mark = self.parts.completed(mark)
            thought = self._thought(mark, exact[twin] if twin is not None else None)
            if self._is_told(thought) and self.parts.is_statement(mark):
                found.append(thought)
                yield thought
        kept = Nearby(found, lambda one: one.evidence)
        for number, item in enumerate(exact):
            if number in told or item.kind == "cause":
                continue
            carried = self.marks.share("judgement", item.evidence)
            if self._is_kept(item, kept) or self.turned.is_elsewhere(item, kept) or not self._may_stand_alone(item):
                continue
            if self._stands(item, carried, around):
                basis = (Basis("exact", item.kind, item.confidence), Basis("learned", "judgement", round(carried, 3)))
                yield replace(item, basis=basis, confidence=round(item.confidence * (0.5 + carried / 2), 3))

    def _is_kept(self, item: Judgement, kept: Nearby[Judgement]) -> bool:
        """Whether one of its kind is told of the same words already."""
        near = kept.within(item.evidence, 1)
        return not self.short and any(one.kind == item.kind and overlap(span, item.evidence) for span, one in near)

    def _is_lone(self, item: Judgement, mark: Mark, marked: Nearby[Mark]) -> bool:
        """Whether inside a statement of the grammar no other mark than this is of its kind or the mark's."""
        inside = (other for span, other in marked.within(item.evidence, 0) if item.evidence.covers(span))
        return not any(other.label in (mark.label, item.kind) and other.span != mark.span for other in inside)

    def _is_sure(self, mark: Mark) -> bool:
        """Whether a judgement that only the marks have may stand."""
        least = self.limits.get(f"alone_{mark.label}", self.limits["alone"])
        return mark.probability >= least and (mark.label != "condition" or self._sets(mark.span))

    def _sets(self, span: Span) -> bool:
        """Whether a word sets a condition, "if", «в случае»: none is without one; in Kazakh the verb may do it."""
        first, stop = self.page.token_range(span)
        if self.page.language.tag == "kk":
            return sets_condition(self.page.tokens[first : min(stop + 1, len(self.page.tokens))])
        return condition_opening(self.page, max(0, first - 1), stop) is not None

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
        if not plain or self.short:
            advises = thought.kind == "recommendation" and not self.short
            return not advises or not self._was_planned(thought.evidence)
        if speaks_of_future(self.page, thought.evidence):
            depends = thought.confidence >= self.limits["plain_depending"] and self._depends(thought.evidence)
            if depends or thought.confidence >= self.limits["plain_forecast"]:
                return True
        return thought.confidence >= self.limits["plain_outcome"] and tells_outcome(self.page, thought.evidence)

    def _was_planned(self, span: Span) -> bool:
        """Whether a stretch tells what once was to be done, «митинг должен был длиться час»: it advises nothing."""
        first, stop = self.page.token_range(span)
        told = next(iter(_past_duties(self.page.language.tag).find(self.page.tokens, first, stop)), None)
        return told is not None

    def _depends(self, span: Span) -> bool:
        """Whether the sentence of a statement sets a condition for it."""
        sentence = self.page.sentence_at(span.start)
        opening = condition_opening(self.page, sentence.first, sentence.stop)
        return opening is not None and not span.covers(self.page.tokens[opening].span)

    def _is_forecast(self, span: Span, hedge: Span | None) -> bool:
        """Whether what is marked as an assessment says how likely something is, or how things will turn out."""
        likely = hedge is not None and speaks_of_likelihood(self.page, span)
        return likely or (not self.short and tells_outcome(self.page, span))

    def _is_no_forecast(self, span: Span, hedge: Span | None) -> bool:
        """Whether what is marked as a forecast says what is so, or seems so."""
        return self.turned.is_of_now(span) if hedge is not None else self._is_evaluated(span)

    def _is_evaluated(self, span: Span) -> bool:
        """Whether what looks like a forecast speaks of the present, and its words evaluate it."""
        if speaks_of_future(self.page, span):
            return False
        first, stop = self.page.token_range(span)
        sentence = self.page.sentence_at(span.start)
        return any(first <= evaluation.token < stop for evaluation in find_evaluations(self.page, sentence))

    def _may_stand_alone(self, item: Judgement) -> bool:
        """Whether a judgement of the grammar alone may stand: no forecast that may as well be a plan."""
        return item.hedge is not None or item.kind != "forecast" or tells_outcome(self.page, item.evidence)

    def _stands(self, item: Judgement, carried: float, marked: Nearby[Mark]) -> bool:
        """Whether a judgement of the grammar stays beside the marks, which have none of its kind there."""
        if self.short and item.hedge is not None:
            told = any(overlap(span, item.evidence) for span, _ in marked.within(item.evidence, 1))
            return self.page.language.tag != "ru" or not told
        near = marked.within(item.evidence, 1)
        if any(mark.label == item.kind and overlap(span, item.evidence) for span, mark in near):
            return False
        return carried >= self.limits[f"carried_{item.kind}"]

    def _outweighs(self, item: Judgement, mark: Mark) -> bool:
        """Whether a hedged statement of the grammar tells better what an unsure mark of another kind is."""
        least = {"forecast": 0.0, "assessment": self.limits["hinted"]}.get(item.kind, 1.0)
        if mark.label in ("assessment", "recommendation") and is_likelihood(item):
            return overlap(mark.span, item.evidence)
        unsure = least <= mark.probability < self.limits["unsure"]
        return unsure and item.probability is not None and overlap(mark.span, item.evidence)

    def _agrees(self, mark: Mark, item: Judgement) -> bool:
        return item.kind == mark.label and overlap(mark.span, item.evidence)

    def _thought(self, mark: Mark, exact: Judgement | None) -> Judgement:
        kind = _kind(mark.label)
        span = self._if_clause(bare(self.page, mark.span)) if kind == "condition" else bare(self.page, mark.span)
        hedge, band = self.judging.hedge(span) if self.short or kind not in UNHEDGED else (None, None)
        if hedge is None and self.short and exact is not None:
            hedge, band = exact.hedge, exact.probability
        if kind == "assessment" and self._is_forecast(span, hedge):
            kind = "forecast"
        if kind == "forecast" and not self.short and self._is_no_forecast(span, hedge):
            kind = "assessment"
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
        if opening is None:
            return span
        outcome = outcome_of_condition(self.judging.chunks, opening, stop)
        end = span.end if outcome is None else self.page.tokens[outcome - 1].end
        return Span(self.page.tokens[opening].start, end)

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

    def _words(self, span: Span) -> int:
        return sum(token.is_word for token in self.page.tokens_in(span))


_DESCRIBED = 0.98
"""How sure it is that a description given is what somebody thinks: nearly always (corpus train)."""
_LONGEST_NAME = 12
"""Tokens in the description that somebody gives of something."""


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


@cache
def _past_duties(tag: str) -> Phrases[bool]:
    words = language(tag).table("judgements")["past"]["duty"]
    return Phrases((phrase, True) for phrase in listed(words))


def _is_named(page: Page, item: Attribution) -> bool:
    """Whether what is told is a name or description: the grammar says so, in Kazakh the verb."""
    if page.language.tag != "kk":
        return any(basis.rule == "naming" for basis in item.basis)
    words = page.tokens_in(item.cue) if item.cue is not None else ()
    return any(token.lower in lexicon("kk").naming for token in words)


def _kind(label: str) -> JudgementKind:
    return next(kind for kind in _KINDS if kind == label)
