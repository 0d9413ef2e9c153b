"""What figures measure, whose they are, where and when, by both halves; the figures themselves are the grammar's."""

from collections.abc import Iterator, Sequence
from typing import TypeVar

import numpy as np
import numpy.typing as npt

from sholu.model.changing import replace
from sholu.model.reading import Attribution, Basis, EntityKind, Quantity, TimeExpression
from sholu.model.span import Span
from sholu.reading.chunks import chunks_of
from sholu.reading.chunks.kinds import ADJECTIVE, NOUN
from sholu.reading.entities import EntityIndex
from sholu.reading.joined.holders import JoinedHolders
from sholu.reading.joined.nearby import Nearby
from sholu.reading.joined.thresholds import thresholds
from sholu.reading.judgements.statement import SHORT
from sholu.reading.languages.kazakh_data import kazakh_small_words
from sholu.reading.learned import Mark, Marks
from sholu.reading.page import Page
from sholu.reading.quantities import OFFERED, with_verb
from sholu.reading.quantities.earlier import EARLIER
from sholu.reading.quantities.frames import Frames
from sholu.reading.quantities.items import LISTED
from sholu.reading.quantities.lexicon import unit_words
from sholu.reading.quantities.said import said_of
from sholu.reading.quantities.standing import meant
from sholu.reading.quantities.told_before import APPOSED

_PLACES: tuple[EntityKind, ...] = ("place", "facility")
_STEM = 4
"""Letters of a word that its endings leave alone."""
_FAR = 250
"""Code points between a figure and what belongs to it."""

Pair = tuple[Span, Span]
Row = npt.NDArray[np.float32]

T = TypeVar("T")
Scored = tuple[float, T]


class Figures:
    """The figures of a page: what is asked about them is put down when it is made, and asked when they are joined."""

    def __init__(
        self,
        page: Page,
        marks: Marks,
        entities: EntityIndex,
        times: Sequence[TimeExpression],
        exact: Sequence[Quantity],
        *,
        alone: bool,
        said: Sequence[Attribution] = (),
    ) -> None:
        """With `alone`, what they measure, whose they are, where and when is told by the marks only.

        In whose words figures stand, `said`, those are hardly ever their holders.
        """
        self.page, self.marks, self.entities, self.exact, self.alone = page, marks, entities, exact, alone
        self.limits = thresholds("quantities", page.language.tag)
        # Of a text this short the marks, learned from articles, know too little to deny a figure.
        self.short = len(page.tokens) <= SHORT
        self.measures = Nearby(marks.layer("measure", self.limits["measure"]), lambda mark: mark.span)
        dated = [time for time in times if time.value and time.kind in ("date", "time")]
        self.times = Nearby(dated, lambda time: time.span)
        words = unit_words(page.language.tag)
        self.frames = Frames(page, words, times)
        self.lengths = Nearby([time for time in times if time.kind == "duration"], lambda time: time.span)
        self.age = words.measures.age
        self.durations = words.durations
        self.sums = Nearby([item for item in exact if item.unit in words.currencies], lambda item: item.evidence)
        self.holders = JoinedHolders(page, times, entities, said)
        self._pairs = list(dict.fromkeys(self._near(exact)))
        self._scores: dict[Pair, Row] = {}
        marks.expect(pairs=self._pairs)

    def joined(self) -> list[Quantity]:
        """The grammar's figures with the marks' answers about them; ids "q1", "q2", ..."""
        self._scores = dict(zip(self._pairs, self.marks.ask([], self._pairs).relations, strict=True))
        found: list[Quantity] = []
        for item in self.exact:
            joined = self._joined(item)
            if joined is not None:
                joined = meant(self.page, joined, found)
                if found and not self.alone:
                    joined = self._following(found[-1], joined, item)
                found.append(self._like(found[-1], joined) if found and item.confidence <= OFFERED else joined)
        if not self.alone:
            found = [with_verb(self.page, item, found[:number]) for number, item in enumerate(found)]
        return [replace(item, id=f"q{number}") for number, item in enumerate(found, 1)]

    def _following(self, before: Quantity, item: Quantity, exact: Quantity) -> Quantity:
        """What is compared with the figure before, or is it in other terms, measures the same of the same."""
        if self.page.sentence_at(before.evidence.start) != self.page.sentence_at(item.evidence.start):
            return item
        if self._is_by(APPOSED, exact):
            return replace(item, measure=before.measure, holder=before.holder, place=before.place, period=before.period)
        same = before.change is not None and self._is_by(EARLIER, exact)
        return replace(item, measure=before.measure, holder=before.holder) if same else item

    def _near(self, exact: Sequence[Quantity]) -> Iterator[Pair]:
        """Every figure with what stands near it."""
        for item in exact:
            for near in (self.measures.within(item.evidence, _FAR), self.times.within(item.evidence, _FAR)):
                yield from ((item.evidence, span) for span, _ in near)
            yield from ((item.evidence, span) for span, _ in self._mentions(item))

    def _joined(self, item: Quantity) -> Quantity | None:
        """The figure with the surer answers; None where the marks see no figure there."""
        share = self.marks.share("quantity", item.evidence)
        if self._is_denied(item):
            return None
        basis = [
            Basis("exact", f"a figure in {item.unit}", item.confidence),
            Basis("learned", "quantity", _short(share)),
        ]
        measure = self._best("figure_measure", item, list(self._measures(item)))
        # Buildings that the events have put down since were not asked about.
        mentions = [pair for pair in self._mentions(item) if (item.evidence, pair[0]) in self._scores]
        place = self._best("figure_place", item, [pair for pair in mentions if self._is_place(pair[1])])
        period = self._best("figure_time", item, [pair for pair in self._times(item) if self._may_date(item, *pair)])
        words = item.measure
        least = self.limits[self._measured_by(item, words)]
        usable = measure is not None and not (
            self._is_cut(item, measure[1].span)
            or self._opens(measure[1].span, words)
            or self._is_short(item, measure[1].span)
        )
        if measure is not None and usable and (self.alone or measure[0] >= least):
            words = " ".join(self._whole(measure[1].span).of(self.page.text).split())
            basis.append(Basis("learned", "measure", _short(measure[0])))
        elif self.alone:
            words = None
        return replace(
            item,
            measure=words,
            holder=self._holder(replace(item, measure=words), mentions),
            place=item.place if item.place and self._is_by(LISTED, item) else self._settled("place", item.place, place),
            period=item.period if self._is_by(EARLIER, item) else self._period(item, period),
            confidence=_short(share / 2 if item.confidence <= OFFERED else item.confidence * (0.5 + share / 2)),
            basis=tuple(basis),
        )

    def _is_by(self, rule: str, item: Quantity) -> bool:
        """Whether the grammar has the figure by this rule, which no mark is surer than."""
        return not self.alone and any(one.rule == rule for one in item.basis)

    def _period(self, item: Quantity, found: Scored[TimeExpression] | None) -> str | None:
        learned = (found[0], (found[1].value or "").partition("T")[0]) if found else None
        return self._settled("period", item.period, learned)

    def _times(self, item: Quantity) -> Iterator[tuple[Span, TimeExpression]]:
        return self.times.within(item.evidence, _FAR)

    def _may_date(self, item: Quantity, span: Span, time: TimeExpression) -> bool:
        """Whether a time may date a figure: not one that it is compared with, unless the grammar says so."""
        if time.value == item.period:
            return True
        sentence = self.page.sentence_at(item.evidence.start)
        if not sentence.span.covers(span) and self.frames.is_since(span):
            return False
        return not (self.frames.is_compared(span) or self.frames.is_of_origin(span, item.evidence, sentence))

    def _opens(self, span: Span, words: str | None) -> bool:
        """Kazakh: whether marked words are but the first of a compound, the "елді" of "елді мекен"."""
        if words is None or self.page.language.tag != "kk":
            return False
        return words.lower().startswith(span.of(self.page.text).lower() + " ")

    def _holder(self, item: Quantity, mentions: Sequence[tuple[Span, str]]) -> str | None:
        """Whose it is: by the marks alone, or weighed with the grammar."""
        if self.alone:
            return self._settled("holder", None, self._best("figure_holder", item, mentions))
        column = self.marks.weights.relations["figure_holder"].column
        return self.holders.of(item, ((id, float(self._scores[item.evidence, span][column])) for span, id in mentions))

    def _measures(self, item: Quantity) -> Iterator[tuple[Span, Mark]]:
        """The marked measures near a figure; where it says nothing but how much, words inside it are its unit."""
        bare = item.unit != "count" and item.measure is None
        named = item.measure is not None and self.page.language.tag == "en"
        sentence = self.page.sentence_at(item.evidence.start).span
        for span, mark in self.measures.within(item.evidence, _FAR):
            if not (bare and item.evidence.covers(span)) and (not named or sentence.covers(span)):
                yield span, mark

    def _is_short(self, item: Quantity, span: Span) -> bool:
        """Whether the marks took capitals ("INTERFAX.RU") for what a figure counts that has a noun of its own."""
        own = item.unit == "count" and item.measure is not None
        return own and span.of(self.page.text).isupper() and not span.meets(item.evidence)

    def _whole(self, span: Span) -> Span:
        """Marked words with the noun behind, where they end with its adjective: «консолидированная выручка»."""
        if self.page.language.tag == "kk":
            return span
        first, stop = self.page.token_range(span)
        chunks = chunks_of(self.page)
        cut = first < stop < len(self.page.tokens) and chunks.kind(stop - 1) == ADJECTIVE and chunks.kind(stop) == NOUN
        low = cut and self.page.tokens[stop].shape == "lower"
        return self.page.span(first, stop) if low else span

    def _is_cut(self, item: Quantity, span: Span) -> bool:
        """Kazakh: whether the marks took other words than a counted noun that ends its phrase: «екі ескі ұшақ»."""
        told = (item.measure or "").lower().split()
        said = span.of(self.page.text).lower().split()
        if item.unit != "count" or self.page.language.tag != "kk" or not told:
            return False
        if told[-1] in kazakh_small_words("occasions"):
            return False
        own = told[-1][:_STEM] in item.evidence.of(self.page.text).lower()
        return own and told[-1][:_STEM] not in " ".join(said)

    def _measured_by(self, item: Quantity, words: str | None) -> str:
        """The limit that the marks' answer must reach: «38 тысяч человек» says itself what it counts."""
        if not words and item.unit in self.durations and said_of(self.page, item.evidence):
            return "figure_measure"  # "jailed for six years"
        if not words:
            return "lone_measure"
        if any(one.rule == LISTED for one in item.basis):
            return "listed_measure"
        said = item.evidence.of(self.page.text).lower()
        own = all(word[:_STEM] in said for word in words.lower().split())
        return "own_measure" if own else "figure_measure"

    def _is_denied(self, item: Quantity) -> bool:
        """Whether a figure of which the grammar is not sure, or the marks see nothing, is none by the marks."""
        if self.short:
            return item.confidence <= OFFERED
        if item.measure is not None and item.measure == self.age:
            return True  # how old somebody is says nothing about the world
        if any(time.meets(item.evidence) and time.start < item.evidence.start for time in self._lengths(item)):
            return True  # "over the past five years"
        seen = self.marks.peak("quantity", item.evidence)[1]
        return seen < self.limits["seen"] or (seen < self.limits["carried"] and item.confidence <= self.limits["firm"])

    def _lengths(self, item: Quantity) -> Iterator[Span]:
        """The lengths of time that stand where a figure counts time."""
        if item.unit in self.durations:
            yield from (span for span, _ in self.lengths.within(item.evidence, 1))

    def _like(self, before: Quantity, item: Quantity) -> Quantity:
        """ "57 deputies voted for it, 31 against": a bare number counts what the figure before it does."""
        if self.page.sentence_at(before.evidence.start) != self.page.sentence_at(item.evidence.start):
            return item
        return replace(item, measure=item.measure or before.measure) if item.unit == before.unit else item

    def _settled(self, name: str, exact: str | None, learned: Scored[str] | None) -> str | None:
        """A field: the marks' answer where they are sure, the grammar's where they do not deny it."""
        if learned is not None and learned[0] >= self.limits[f"figure_{name}"]:
            return learned[1]
        denied = learned is None or learned[0] < self.limits[f"no_{name}"]
        return None if self.alone or denied else exact

    def _mentions(self, item: Quantity) -> Iterator[tuple[Span, str]]:
        around = Span(max(0, item.evidence.start - _FAR), min(len(self.page.text), item.evidence.end + _FAR))
        for mention, id in self.entities.within(around):
            if mention.span != item.evidence and not self._is_of_sum(mention.span):
                yield mention.span, id

    def _is_of_sum(self, span: Span) -> bool:
        """ "3 million U.S. dollars": whether the words only tell the currency of a figure."""
        return any(figure.covers(span) for figure, _ in self.sums.within(span, 1))

    def _is_place(self, id: str) -> bool:
        return self.entities.get(id).kind in _PLACES

    def _best(self, relation: str, item: Quantity, others: Sequence[tuple[Span, T]]) -> Scored[T] | None:
        """What stands in the relation to the figure most surely, with how surely."""
        if not others:
            return None
        column = self.marks.weights.relations[relation].column
        scores = [float(self._scores[item.evidence, span][column]) for span, _ in others]
        best = max(range(len(others)), key=lambda number: scores[number])
        return scores[best], others[best][1]


def _short(probability: float) -> float:
    return round(probability, 3)
