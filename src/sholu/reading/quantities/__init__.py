"""Figures that say something about the world: how much of what, whose, where and when."""

from collections.abc import Sequence
from dataclasses import replace

from sholu.model.reading import Basis, Change, Quantity, TimeExpression
from sholu.model.span import Span
from sholu.reading.entities import EntityIndex
from sholu.reading.page import Page
from sholu.reading.quantities.compared import Compared
from sholu.reading.quantities.counted import OFFERED, Counted, Counter
from sholu.reading.quantities.currencies import SharedCurrencies
from sholu.reading.quantities.earlier import EARLIER, Comparison, Earlier
from sholu.reading.quantities.figure import Figure
from sholu.reading.quantities.figures import FigureReader
from sholu.reading.quantities.filters import Filter
from sholu.reading.quantities.frames import Frames
from sholu.reading.quantities.holders import GIVEN, Holders
from sholu.reading.quantities.items import LISTED, Items, listed_before
from sholu.reading.quantities.lent_units import LentUnits
from sholu.reading.quantities.lexicon import is_of_votes, unit_words
from sholu.reading.quantities.measured import Measured
from sholu.reading.quantities.measures import Measurer
from sholu.reading.quantities.places import Places
from sholu.reading.quantities.said import said_of, with_verb
from sholu.reading.quantities.standing import meant
from sholu.reading.quantities.told_before import APPOSED, ToldBefore
from sholu.text.sentences import Sentence
from sholu.text.tokens import Token

_MILLION = 1_000_000
_ROUND = frozenset({10, 100, 1000, 10_000, 100_000, _MILLION})
_SHARES = frozenset({"%", "pp"})
_LEGISLATURE = "LEG"
_BARE = 0.75
_DUST = 6  # decimals of a factor

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
    if offers:
        return found
    holders = Holders(page, unit_words(page.language.tag), times, entities)
    return [_held(with_verb(page, item, found[:number]), holders) for number, item in enumerate(found)]


def _held(item: Quantity, holders: Holders) -> Quantity:
    """The figure with the holder that its clause tells, where its phrase tells none or only who gave or took it."""
    if item.holder is not None and holders.is_sender(item.holder):
        item = replace(item, holder=None)
    found = holders.of(item)
    if found is None or (item.holder is not None and found.why not in GIVEN):
        return item
    return replace(item, holder=found.id)


class _Finder:
    def __init__(
        self, page: Page, times: Sequence[TimeExpression], entities: EntityIndex, offers: bool = False
    ) -> None:
        words = unit_words(page.language.tag)
        self.page, self.tokens, self.offers, self.entities = page, page.tokens, offers, entities
        self.reader = FigureReader(page)
        self.filter = Filter(page, words, times, entities)
        passed = {j for time in times for j in range(*page.token_range(time.span))}
        self.counter = Counter(page, words, passed)
        self.measurer = Measurer(page, words, times, entities, self.counter)
        self.items = Items(page, words, entities, self.measurer.subjects)
        self.frames = Frames(page, words, times)
        self.places = Places(page, words, entities)
        self.currencies = SharedCurrencies(page, self.reader, entities)
        self.compared = Compared(page, words, frozenset(passed))
        self.comparison = Comparison(page, self.reader, self.filter, times)
        self.earlier: dict[int, tuple[Earlier, Measured]] = {}  # by the token of their number
        self.found: list[Quantity] = []
        self.units = LentUnits(page, words, self.counter, self.found)
        self.told = ToldBefore(page, words, self.measurer, self.counter, self.found)
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
        if self._is_base(figure, sentence):
            return
        if figure.number in self.earlier:
            self._add_earlier(*self.earlier[figure.number], sentence)
            return
        figure = self.currencies.settled(self.units.with_money(figure, sentence), sentence.stop)
        figure = self.units.of_pair(self.units.compared(self.units.in_points(figure, sentence), sentence), sentence)
        money = self.currencies.exchanged(figure, sentence)
        figure = money.figure if money is not None else figure
        counted = None
        listed = False
        factor = self._factor(figure, sentence)
        ballot = self.told.ballot(figure, sentence)
        if factor is not None:
            measured = factor
        elif ballot is not None:
            measured = ballot
        elif figure.unit is None:
            elsewhere = self.told.elsewhere(figure, sentence)
            counted = self.counter.counted(figure, sentence.first, sentence.stop) or self.units.more(figure, sentence)
            if elsewhere is not None and (counted is None or counted.first is None):
                counted = Counted(None, figure.last, _BARE)
            if counted is None and self.offers:
                counted = self.counter.offered(figure, sentence.stop)
                figure = self.units.of_list(figure, counted, sentence)
            if counted is None:
                return
            self.after = counted.last + 1
            measured = self.measurer.counted(figure, counted, sentence.first, sentence.stop)
            if counted.first is None and self.told.is_populated(figure, sentence):
                measured = measured._replace(measure=self.frames.words.measures.people)
            elif elsewhere is not None and counted.first is None:
                measured = measured._replace(measure=elsewhere.measure)
        else:
            own = self.measurer.measured(figure, sentence.first, sentence.stop)
            measured = self.told.changed(figure, self.told.listed(figure, own), sentence)
            listed = measured is not own
            if figure.unit == "pp" and measured.measure is None and self.found:
                measured = measured._replace(measure=self.found[-1].measure, holder=self.found[-1].holder)
        apposed = self.told.apposed(figure, sentence)
        if apposed is not None:
            measured = measured._replace(measure=apposed.measure, holder=apposed.holder)
        explained = self.told.explained(figure, sentence) if figure.unit in _SHARES else None
        if explained is not None:
            measured = measured._replace(measure=explained.measure, holder=explained.holder)
        level = self._level(figure, sentence)
        if level is not None and figure.unit is not None:
            measured = measured._replace(measure=level.measure or measured.measure, holder=level.holder)
        if money is not None and measured.measure is None:
            measured = measured._replace(measure=money.named)
        before = self.compared.with_which(figure, self.found, sentence)
        if before is not None:
            measured = measured._replace(measure=before.measure, holder=before.holder or measured.holder)
        near = listed_before(self.found, figure.unit, sentence)
        beside = self.found[-1] if self.found else None
        item = self.items.item(figure, near, sentence, beside) if apposed is None else None
        named = self.items.read(item, near) if item is not None else None
        growth = self.measurer.growth.told(figure, sentence.first)
        if growth is None and listed and figure.unit == "%":
            growth = self.items.growth_of(near)  # "fell by 1.5%, 3.8% and 2%"
        if item is not None and named is not None:
            measured = measured._replace(measure=named.words or measured.measure, holder=named.holder)
            growth = growth or self.items.growth(item, figure, near, sentence)
        figure = self._with_rate(figure, counted, measured, sentence)
        measured = measured._replace(holder=self._voting(measured, sentence) or measured.holder)
        earlier = self._compared(figure, measured, sentence)
        change = earlier or self.frames.change(
            figure,
            sentence,
            max(figure.next, measured.last + 1),
            self._times(figure, growth) if factor else None,
            growth,
        )
        quantity = self._quantity(figure, counted, measured, sentence, change)
        if before is not None:
            quantity = replace(quantity, period=before.period or quantity.period)
        if apposed is not None:
            basis = (Basis("exact", APPOSED, quantity.confidence),)
            quantity = replace(quantity, period=apposed.period, basis=basis)
        if explained is not None:
            quantity = replace(quantity, period=explained.period)
        if change is not None and earlier is None:
            quantity = replace(quantity, change=self.frames.with_period(*change, quantity.period))
        quantity = self._with_change_before(quantity, figure, sentence)
        quantity = meant(self.page, quantity, self.found, final=not self.offers)
        if named is not None:
            basis = (Basis("exact", LISTED, quantity.confidence),)
            quantity = replace(quantity, place=named.place or quantity.place, basis=basis)
        self.found.append(quantity)

    def _is_base(self, figure: Figure, sentence: Sentence) -> bool:
        """ "$150 per thousand cubic metres", "25 cases per 100,000 people": by how many the figure right before is."""
        at = figure.outer - 1
        words = self.frames.words
        if at <= sentence.first or self.tokens[at].lower not in words.sets["bases"] or not self.found:
            return False
        round_number = figure.value in _ROUND and figure.unit not in _SHARES | {*words.durations, *words.currencies}
        return round_number and self.found[-1].evidence.end == self.tokens[at - 1].end

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
        basis = (Basis("exact", EARLIER, quantity.confidence),) if earlier.change.to else ()
        self.found.append(replace(quantity, period=earlier.change.to or quantity.period, basis=basis))

    def _with_change_before(self, quantity: Quantity, figure: Figure, sentence: Sentence) -> Quantity:
        """The figure with the change that the one before tells: "from 5 to 4", «выросла в 1,8 раза, до 640 млрд»."""
        before = self.found[-1] if self.found and self.found[-1].evidence.start >= sentence.start else None
        by_case = bool(self.frames.words.changes.from_endings)  # «14 пайыздан 16 пайызға көтерілді»: no growth by 16
        if before is None or (quantity.change is not None and not by_case):
            return quantity
        since = self.comparison.before(figure, before, sentence)
        if since is not None:
            measure = before.measure or quantity.measure if by_case else quantity.measure or before.measure
            return replace(quantity, change=since, measure=measure)
        if quantity.change is not None:
            return quantity
        if not self._is_factor(before) or not self._is_level_of(before, figure):
            return quantity
        self.found.pop()
        measure = self.items.plain(before.measure or "") or quantity.measure
        return replace(quantity, id=before.id, change=before.change, measure=measure, period=quantity.period)

    def _level(self, figure: Figure, sentence: Sentence) -> Measured | None:
        """ "rose 12 percent to 3 billion", «упал на 9 %, до 2 млрд»: what the share before tells the change of."""
        near = (one for one in reversed(self.found[-2:]) if not self._is_bracketed(one, figure))
        before = next((one for one in near if one.evidence.start >= sentence.start), None)
        if before is None or before.unit not in _SHARES | {"bp", figure.unit} or not before.measure:
            return None
        changed = before.change is not None or before.unit == "bp"
        if not changed or not self._is_level_of(before, figure):
            return None
        return Measured(self.items.plain(before.measure), before.holder, figure.last)

    def _times(self, figure: Figure, growth: str | None) -> float | None:
        """How many times as much something is that grew, or fell, so many times."""
        told = growth or self.measurer.growth.after(figure)
        down = told == self.frames.words.changes.down_measure and figure.value
        return round(1 / figure.value, _DUST) if down and figure.value else figure.value

    def _is_factor(self, item: Quantity) -> bool:
        """Whether a figure only tells how many times something grew or fell."""
        if item.unit != "count" or item.change is None or not item.value:
            return False
        return item.change.factor in (item.value, round(1 / item.value, _DUST))

    def _is_level_of(self, factor: Quantity, figure: Figure) -> bool:
        """Whether nothing but "to" stands between a factor and the level that it led to."""
        to = self.frames.words.changes.to
        between = self._without_comparison(Span(factor.evidence.end, self.tokens[figure.first].start))
        linking = self.frames.words.measures.linking  # "rose 6 percent to reach $38 billion"
        small = all(token.text in ",—–-" or token.lower in to or linking.at(self.tokens, token.i) for token in between)
        return small and any(token.lower in to for token in between)

    def _is_bracketed(self, item: Quantity, figure: Figure) -> bool:
        """«вырос на 7 % (с 24 млн) — до 26 млн»: whether a figure is only told in brackets between."""
        following = self.page.text[item.evidence.end : self.page.tokens[figure.first].start].lstrip()
        return following.startswith(")")

    def _without_comparison(self, span: Span) -> list[Token]:
        """The tokens of a stretch without what compares with a time: «на 17 % по сравнению с мартом — до 40»."""
        first, stop = self.page.token_range(span)
        left: list[Token] = []
        at = first
        while at < stop:
            match = self.frames.words.changes.compared.at(self.tokens, at, stop)
            closing = self._closing(at, stop)
            if closing is not None:
                at = closing + 1
            elif match is not None and match.last + 1 in self.counter.passed:
                at = match.last + 1
            elif at not in self.counter.passed:
                left.append(self.tokens[at])
                at += 1
            else:
                at += 1
        return left

    def _closing(self, at: int, stop: int) -> int | None:
        """The token that closes the bracket that token `at` opens."""
        if self.tokens[at].text != "(":
            return None
        return next((i for i in range(at + 1, stop) if self.tokens[i].text == ")"), None)

    def _voting(self, measured: Measured, sentence: Sentence) -> str | None:
        """ "Parliament passed the law by 67 votes": votes in a sentence with one legislature are its own."""
        if not is_of_votes(measured.measure, self.page.language.tag):
            return None
        bodies = {
            id: None
            for mention, id in self.entities.within(sentence.span)
            if _LEGISLATURE in self.entities.get(id).sector and self.entities.get(id).kind == "organisation"
        }
        return next(iter(bodies)) if len(bodies) == 1 else None

    def _with_rate(self, figure: Figure, counted: Counted | None, measured: Measured, sentence: Sentence) -> Figure:
        """ "1.5 million cubic meters of gas a day", "40 lorries a day": what is measured stands inside the unit."""
        after = measured.last + 1
        if figure.unit is None:
            if counted is None or counted.first is None or counted.unit is not None:
                return figure
            if self.page.tokens[counted.last].lower in self.frames.words.changes.times:
                return figure  # "four times a year"
            rate = self.reader.rates.after("count", after, sentence.stop)
            unit = rate.unit if rate else self.reader.rates.before("count", figure.start, sentence.first)
            return replace(figure, unit=unit) if unit else figure
        if after <= figure.next or after >= sentence.stop:
            return figure
        rate = self.reader.rates.after(figure.unit, after, sentence.stop)
        return replace(figure, unit=rate.unit) if rate else figure

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
            place=self.places.of(figure, sentence),
            period=self.frames.period(figure, sentence, change[1] if change else None),
            change=change[0] if change else None,
            confidence=self._confidence(figure, counted, measured),
        )
