"""Figures that say something about the world: how much of what, whose, where and when."""

from collections.abc import Sequence
from dataclasses import replace

from sholu.model.reading import Change, Quantity, TimeExpression
from sholu.model.span import Span
from sholu.reading.entities import EntityIndex
from sholu.reading.page import Page
from sholu.reading.quantities.counted import OFFERED, Counted, Counter
from sholu.reading.quantities.currencies import SharedCurrencies
from sholu.reading.quantities.earlier import Comparison, Earlier
from sholu.reading.quantities.figures import Figure, FigureReader
from sholu.reading.quantities.filters import Filter
from sholu.reading.quantities.frames import Frames
from sholu.reading.quantities.lexicon import unit_words
from sholu.reading.quantities.measures import Measured, Measurer
from sholu.reading.quantities.said import said_of, with_verb
from sholu.text.sentences import Sentence

_MILLION = 1_000_000
_JOINTS = 2  # tokens between two figures of a list

__all__ = ["OFFERED", "find_quantities", "with_verb"]


def find_quantities(
    page: Page, times: Sequence[TimeExpression], entities: EntityIndex, *, offers: bool = False
) -> list[Quantity]:
    """The quantities of a page in the order of the text, ids "q1", "q2", ...

    `evidence` is the figure with its bound, unit and what it counts. Years, dates, times of day, ordinals, scores,
    numbers of sections, telephones and parts of names are no quantities. With `offers`, numbers that may count
    something unsaid are given too, with the confidence OFFERED: others must tell whether they are figures.
    """
    found = _Finder(page, times, entities, offers).find()
    return found if offers else [with_verb(page, item) for item in found]


class _Finder:
    def __init__(
        self, page: Page, times: Sequence[TimeExpression], entities: EntityIndex, offers: bool = False
    ) -> None:
        words = unit_words(page.language.tag)
        self.page, self.offers = page, offers
        self.reader = FigureReader(page)
        self.filter = Filter(page, words, times, entities)
        passed = {j for time in times for j in range(*page.token_range(time.span))}
        self.counter = Counter(page, words, passed)
        self.measurer = Measurer(page, words, times, entities, self.counter)
        self.frames = Frames(page, words, times, entities)
        self.currencies = SharedCurrencies(page, self.reader, entities)
        self.comparison = Comparison(page, self.reader, self.filter, times)
        self.earlier: dict[int, tuple[Earlier, Measured]] = {}  # by the token of their number
        self.joins = words.sets["between_and"]
        self.found: list[Quantity] = []
        self.after = 0  # the first token that no figure found counts

    def find(self) -> list[Quantity]:
        for sentence in self.page.sentences:
            i = sentence.first
            while i < sentence.stop:
                i = self._step(i, sentence) if self.reader.may_start(self.page.tokens[i]) else i + 1
        return self.found

    def _step(self, i: int, sentence: Sentence) -> int:
        figures = self.reader.read(i, sentence.first, sentence.stop)
        for figure in figures:
            self._add(figure, sentence)
        return max([i + 1, self.after, *(figure.next for figure in figures)])

    def _add(self, figure: Figure, sentence: Sentence) -> None:
        if self.filter.is_outside(figure, sentence.first):
            return
        if figure.number in self.earlier:
            self._add_earlier(*self.earlier[figure.number], sentence)
            return
        figure = self.currencies.settled(self._with_unit_before(figure, sentence), sentence.stop)
        counted = None
        factor = self._factor(figure, sentence)
        if factor is not None:
            measured = factor
        elif figure.unit is None:
            counted = self.counter.counted(figure, sentence.first, sentence.stop)
            if counted is None and self.offers:
                counted = self.counter.offered(figure, sentence.stop)
                figure = self._with_unit_of_list(figure, counted, sentence)
            if counted is None:
                return
            self.after = counted.last + 1
            measured = self.measurer.counted(figure, counted, sentence.first, sentence.stop)
        else:
            measured = self._listed(figure, self.measurer.measured(figure, sentence.first, sentence.stop))
        figure = self._with_rate_after(figure, measured, sentence)
        change = self._compared(figure, measured, sentence) or self.frames.change(
            figure, sentence, figure.value if factor else None, self.measurer.growth(figure, sentence.first)
        )
        self.found.append(self._quantity(figure, counted, measured, sentence, change))

    def _compared(self, figure: Figure, measured: Measured, sentence: Sentence) -> tuple[Change, Span] | None:
        """The change since an earlier figure told right after this one; the earlier one is kept for its turn."""
        earlier = self.comparison.after(figure, max(figure.next, measured.last + 1), sentence)
        if earlier is None or self._counts_another(earlier.figure, figure, sentence):
            return None
        words = measured.measure or said_of(self.page, self.page.span(figure.first, figure.last))
        self.earlier[earlier.figure.number] = earlier, measured._replace(measure=words)
        return earlier.change, earlier.span

    def _counts_another(self, earlier: Figure, figure: Figure, sentence: Sentence) -> bool:
        """ "40 sheep from five farms": a noun of its own."""
        bare = figure.unit is None and earlier.next < sentence.stop and earlier.next not in self.counter.passed
        return bare and self.counter.noun(earlier.next, sentence.stop) is not None

    def _add_earlier(self, earlier: Earlier, measured: Measured, sentence: Sentence) -> None:
        """ "up from 64 in 2016": what was measured before."""
        measured = measured._replace(last=earlier.figure.last)
        quantity = self._quantity(earlier.figure, None, measured, sentence, None)
        self.found.append(replace(quantity, period=earlier.change.to or quantity.period))

    def _with_unit_of_list(self, figure: Figure, counted: Counted, sentence: Sentence) -> Figure:
        """ "450 somoni, against 280 in July": a number that counts nothing has the unit of the figure before."""
        if counted.first is not None or not self.found or self.found[-1].evidence.start < sentence.start:
            return figure
        unit = self.found[-1].unit
        return figure if unit in self.frames.words.durations or unit == "count" else replace(figure, unit=unit)

    def _with_unit_before(self, figure: Figure, sentence: Sentence) -> Figure:
        """«доходы 55 млрд рублей, расходы 62 млрд»: a bare figure in millions has the unit of money said before."""
        large = figure.unit is None and figure.read is not None and figure.read.scale >= _MILLION
        if not large or not self.found or self.found[-1].evidence.start < sentence.start:
            return figure
        unit = self.found[-1].unit
        is_bare = figure.next in self.counter.passed or self.counter.noun(figure.next, sentence.stop) is None
        return replace(figure, unit=unit) if is_bare and unit in self.frames.words.currencies else figure

    def _with_rate_after(self, figure: Figure, measured: Measured, sentence: Sentence) -> Figure:
        """ "1.5 million cubic meters of gas a day": the thing measured may stand inside the unit."""
        after = measured.last + 1
        if figure.unit is None or after <= figure.next or after >= sentence.stop:
            return figure
        unit, _ = self.reader.per(figure.unit, after, sentence.stop)
        return replace(figure, unit=unit) if unit.partition("/")[2] in self.frames.words.durations else figure

    def _listed(self, figure: Figure, measured: Measured) -> Measured:
        """ "stakes of 20 percent, 15 percent and 10 percent": figures of a list measure what the first one does."""
        if measured.measure is not None or not self.found or self.found[-1].unit != figure.unit:
            return measured
        before = self.page.tokens_in(Span(self.found[-1].evidence.end, self.page.tokens[figure.start].start))
        joined = 0 < len(before) <= _JOINTS and all(token.text == "," or token.lower in self.joins for token in before)
        if not joined:
            return measured
        return measured._replace(measure=self.found[-1].measure, holder=measured.holder or self.found[-1].holder)

    def _factor(self, figure: Figure, sentence: Sentence) -> Measured | None:
        if figure.unit is not None or figure.value is None or figure.next >= sentence.stop:
            return None
        return self.measurer.factor(figure, sentence.first)

    def _confidence(self, figure: Figure, counted: Counted | None, measured: Measured) -> float:
        """A bare duration says when or how long more often than it is a figure."""
        if counted is not None:
            return counted.confidence
        return 0.5 if figure.unit in self.frames.words.durations and measured.measure is None else 0.9

    def _quantity(
        self,
        figure: Figure,
        counted: Counted | None,
        measured: Measured,
        sentence: Sentence,
        change: tuple[Change, Span] | None,
    ) -> Quantity:
        return Quantity(
            id=f"q{len(self.found) + 1}",
            evidence=self.page.span(figure.start, max(figure.last, measured.last)),
            unit=figure.unit or (counted and counted.unit) or "count",
            value=figure.value,
            low=figure.low,
            high=figure.high,
            measure=measured.measure,
            holder=measured.holder,
            place=self.frames.place(figure, sentence),
            period=self.frames.period(figure, sentence, change[1] if change else None),
            change=change[0] if change else None,
            confidence=self._confidence(figure, counted, measured),
        )
