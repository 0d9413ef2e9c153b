"""Figures: numbers with their signs, units, bounds and ranges, before it is asked what they measure."""

from sholu.reading.numbers import read_number
from sholu.reading.page import Page
from sholu.reading.quantities.bounds import Bounds
from sholu.reading.quantities.figure import Figure
from sholu.reading.quantities.ranges import Ranges
from sholu.reading.quantities.units import UnitReader
from sholu.text.tokens import Token


class FigureReader:
    """Reads the figures of one page from left to right."""

    def __init__(self, page: Page) -> None:
        self.page, self.tokens = page, page.tokens
        self.units = UnitReader(page)
        self.ranges, self.bounds = Ranges(page, self.units), Bounds(page, self.units)
        self.words, self.rates = self.units.words, self.units.rates

    def may_start(self, token: Token) -> bool:
        """Whether it is worth to try and read a number at this token."""
        return self.units.may_start(token)

    def read(self, i: int, first: int, stop: int) -> list[Figure]:
        """The figures that start with the number at token `i`; two for "eight or nine euros", else one or none.

        `first` and `stop` bound the sentence. Ordinals are no figures.
        """
        compound = self._compound(i)
        if compound is not None:
            return [self.bounds.bounded(compound, first, stop)]
        number = read_number(self.page, i)
        if number is None or number.is_ordinal or number.next > stop:
            return []
        figure = self.units.figure(i, number, first, stop)
        ranged = self.ranges.range(figure, first, stop)
        if ranged is not None:
            return [self.bounds.bounded(self.bounds.below_zero(ranged, first), first, stop)]
        pair = self.ranges.alternative(figure, stop) or self.ranges.changed(figure, first, stop)
        if pair is not None:
            return pair
        return [self.bounds.bounded(self.bounds.below_zero(figure, first), first, stop)]

    def _compound(self, i: int) -> Figure | None:
        """ "five-year", "два-три": a number word joined to its unit, or two number words to a range."""
        lower = self.tokens[i].lower
        left, mark, right = lower.partition("-")
        cardinals = self.words.numbers.cardinals
        if not mark or left not in cardinals:
            return None
        value = cardinals[left]
        if right in cardinals and value < 20 and cardinals[right] > value:
            after = self.units.after(i + 1, len(self.tokens), False)
            last = after.next - 1 if after else i
            return Figure(i, last, i, i, i + 1, None, value, cardinals[right], after.code if after else None)
        match = self.words.units.at([Token(0, 0, len(right), right, right, "lower")], 0) if right else None
        return Figure(i, i, i, i, i + 1, value, unit=match.value) if match else None
