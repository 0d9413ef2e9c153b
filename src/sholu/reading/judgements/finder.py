"""Finding judgements: forecasts, advice, conditions, assessments and causes, with the hedges that weaken them."""

from collections.abc import Iterator, Sequence

from sholu.model.changing import replace
from sholu.model.reading import Attribution, Factor, Judgement, JudgementKind
from sholu.model.span import Span
from sholu.reading.chunks import Chunks, chunks_of, kinds
from sholu.reading.entities import EntityIndex
from sholu.reading.judgements.causes import Tie, find_ties, without_repeats
from sholu.reading.judgements.clefts import clefts
from sholu.reading.judgements.conditions import condition_clause, opens_condition
from sholu.reading.judgements.evaluation import FLOOR, find_evaluations
from sholu.reading.judgements.frames import Frames
from sholu.reading.judgements.hedges import Hedge, find_hedges
from sholu.reading.judgements.kazakh import is_judged
from sholu.reading.judgements.markers import WEIGHTS, Marker, marking_words, of_what_comes, worded
from sholu.reading.judgements.remedies import remedies
from sholu.reading.judgements.statement import SHORT, Stretch
from sholu.reading.judgements.told import Tellings
from sholu.reading.page import Page
from sholu.text.sentences import Sentence

_WHOLE = 40  # tokens up to which the sentence rather than the clause is given as evidence
_BEHIND = 3  # words behind a Kazakh statement within which its hedge stands
_MOST = 3  # causes kept for one sentence, the surest first
_GUARDED = 0.6  # a statement with a word that tells how sure somebody is
_HEDGED = 0.1  # how much surer it is that a hedged forecast is one
UNHEDGED: frozenset[JudgementKind] = frozenset({"recommendation", "condition"})
"""Kinds that no hedge weakens: the word in their sentence is about the forecast beside them."""


def find_judgements(page: Page, entities: EntityIndex, said: Sequence[Attribution] = ()) -> list[Judgement]:
    """All judgements of a page in the order of their evidence; ids "j1", "j2", ...; the holder is the author.

    `said` is what is attributed in it: a cause and its effect stand in the words of one of them.
    """
    finder, tellings = _Finder(page, entities, said), Tellings(page, said)
    found = [tellings.bare(judgement) for sentence in page.sentences for judgement in finder.sentence(sentence)]
    if page.language.tag == "kk":
        found = [judgement for judgement in found if is_judged(page, judgement)]
    return [replace(judgement, id=f"j{number}") for number, judgement in enumerate(found, 1)]


def condition_opening(page: Page, first: int, stop: int) -> int | None:
    """The token among `first` .. `stop` (not included) that opens the condition which they tell."""
    sentence = page.sentence_at(page.tokens[first].start)
    hits = marking_words(page.language.tag).find(page.tokens, first, stop)
    openings = (hit.first for hit in hits if hit.value == "condition")
    chunks = chunks_of(page)
    opening = next((i for i in openings if opens_condition(chunks, i, sentence)), None)
    return None if opening is None else max(first, condition_clause(chunks, opening, sentence)[0])


class _Finder:
    def __init__(self, page: Page, entities: EntityIndex, said: Sequence[Attribution]) -> None:
        self.page = page
        self.entities = entities
        self.said = _by_sentence(page, said)
        self.tag = page.language.tag
        self.chunks: Chunks = chunks_of(page)
        self.short = len(page.tokens) <= SHORT
        self.frames = Frames(page, [item.content[0].start for item in said if item.source_span or item.cue])

    def sentence(self, sentence: Sentence) -> Iterator[Judgement]:
        """The judgements of one sentence: at most one of a kind to a clause, then the causes."""
        hedges = find_hedges(self.page, sentence.first, sentence.stop)
        if not self.short:
            hedges = [hedge for hedge in hedges if hedge.band is not None]
        seen: set[tuple[str, Span]] = set()
        for marker in sorted(self._marked(sentence, hedges), key=lambda marker: -marker.weight):
            evidence = self._evidence(marker, sentence)
            if (marker.kind, evidence) not in seen:
                seen.add((marker.kind, evidence))
                yield self._judgement(marker, evidence, self._nearest(hedges, evidence, marker.token))
        for tie in without_repeats(self._ties(sentence), _MOST):
            yield self._cause(tie, hedges, sentence)

    def _ties(self, sentence: Sentence) -> list[Tie]:
        said = self.said.get(sentence.i, ())
        shaped = () if self.short else clefts(self.page, sentence)
        return [*find_ties(self.page, sentence, said), *remedies(self.page, sentence), *shaped]

    def _marked(self, sentence: Sentence, hedges: list[Hedge]) -> Iterator[Marker]:
        """What shows a judgement in the sentence, and of which kind."""
        told = False
        for marker in worded(self.page, sentence, sentence.first, sentence.stop):
            told = True
            yield marker
        for evaluation in find_evaluations(self.page, sentence):
            yield Marker("assessment", evaluation.token, evaluation.weight)
        for hedge in hedges:
            if of_what_comes(self.page, hedge):
                yield Marker("forecast", hedge.first, WEIGHTS["forecast"] + _HEDGED)
            elif not told or hedge.band is None or not hedge.band.specific:
                yield Marker("assessment", hedge.first, _GUARDED if hedge.band else FLOOR)

    def _evidence(self, marker: Marker, sentence: Sentence) -> Span:
        """The if-clause of a condition; else the sentence where it is short, or the clause and what completes it."""
        at = marker.token
        if marker.kind == "condition":
            return _bare(self.page.span(*condition_clause(self.chunks, at, sentence)), self.page.text)
        if sentence.stop - sentence.first <= _WHOLE:
            return _bare(self.page.span(*self._between_semicolons(at, sentence)), self.page.text)
        first, last = self.chunks.clause_at(at)
        if last + 1 < sentence.stop and self.chunks.kind(last + 1) == kinds.SUBORDINATOR:
            last = self.chunks.clause_at(last + 1)[1]
        return self.frames.around(_bare(self.page.span(first, last), self.page.text))

    def _between_semicolons(self, at: int, sentence: Sentence) -> Stretch:
        """The part of a sentence around a token that semicolons leave it."""
        tokens = self.page.tokens
        first = next((j + 1 for j in range(at - 1, sentence.first, -1) if tokens[j].text == ";"), sentence.first)
        return first, next((j - 1 for j in range(at + 1, sentence.stop) if tokens[j].text == ";"), sentence.stop - 1)

    def _nearest(self, hedges: list[Hedge], evidence: Span, at: int) -> Hedge | None:
        """The hedge inside the evidence nearest to the token that shows the judgement, one with a band first."""
        inside = [hedge for hedge in hedges if evidence.covers(self.page.span(hedge.first, hedge.last))]
        return min(inside, key=lambda hedge: (hedge.band is None, abs(hedge.first - at))) if inside else None

    def _judgement(self, marker: Marker, evidence: Span, hedge: Hedge | None) -> Judgement:
        if marker.kind in UNHEDGED and not self.short:
            hedge = None
        return Judgement(
            id="",
            kind=marker.kind,
            evidence=evidence,
            hedged=hedge is not None,
            probability=hedge.probability if hedge else None,
            hedge=self.page.span(hedge.first, hedge.last) if hedge else None,
            confidence=round(marker.weight, 2),
        )

    def _cause(self, tie: Tie, hedges: list[Hedge], sentence: Sentence) -> Judgement:
        cause, effect = self._factor(tie.cause), self._factor(tie.effect)
        evidence = cause.span.join(effect.span).join(self.page.span(*tie.connective))
        hedge = self._nearest(hedges, hedged_stretch(self.page, evidence), tie.connective[0])
        return Judgement(
            id="",
            kind="cause",
            evidence=evidence,
            hedged=hedge is not None,
            probability=hedge.probability if hedge else None,
            hedge=self.page.span(hedge.first, hedge.last) if hedge else None,
            cause=cause,
            effect=effect,
            sign=tie.sign,
            confidence=tie.weight,
        )

    def _factor(self, stretch: Stretch) -> Factor:
        span = self.page.span(*stretch)
        exact = next((id for mention, id in self.entities.within(span) if mention.span == span), None)
        return Factor(span.of(self.page.text), span, exact)


def hedged_stretch(page: Page, evidence: Span) -> Span:
    """Where the hedge of a statement may stand: inside it, in Kazakh also behind its verb, «болуы мүмкін»."""
    if page.language.tag != "kk":
        return evidence
    first, stop = page.token_range(evidence)
    last = max(first, stop - 1)
    reach = min(page.sentence_at(evidence.start).stop, last + 1 + _BEHIND)
    while last + 1 < reach and page.tokens[last + 1].is_word:
        last += 1
    return evidence.join(page.span(last, last))


def _by_sentence(page: Page, said: Sequence[Attribution]) -> dict[int, list[Attribution]]:
    """The attributions by the number of each sentence that holds some of their content."""
    found: dict[int, list[Attribution]] = {}
    for item in said:
        inside: set[int] = set()
        for span in item.content:
            inside.update(range(page.sentence_at(span.start).i, page.sentence_at(max(span.start, span.end - 1)).i + 1))
        for i in inside:
            found.setdefault(i, []).append(item)
    return found


def _bare(span: Span, text: str) -> Span:
    """Without white space, and without the comma or full stop at the end."""
    start, end = span.trimmed(text)
    while end > start + 1 and text[end - 1] in " ,;:.":
        end -= 1
    return Span(start, end)
