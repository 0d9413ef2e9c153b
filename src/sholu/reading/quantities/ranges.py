"""Two numbers that belong together: "10-12%", "eight or nine euros", "fell from 40 to 32 percent"."""

from sholu.model.changing import replace
from sholu.reading.number_words import plain
from sholu.reading.numbers import read_number
from sholu.reading.page import Page
from sholu.reading.quantities.figure import Figure, Value
from sholu.reading.quantities.kazakh_ranges import kazakh_range
from sholu.reading.quantities.units import UnitReader

_DASHES = frozenset("-–—‑")
_CHANGE = 9  # tokens from a word of change to the figure that it changed from


class Ranges:
    """Reads the second numbers of the figures of one page."""

    def __init__(self, page: Page, units: UnitReader) -> None:
        self.page, self.tokens, self.words, self.units = page, page.tokens, units.words, units

    def range(self, figure: Figure, first: int, stop: int) -> Figure | None:
        """ "10-12%", "20 to 30 people", "between 20 and 30", "от 20 до 30"."""
        j = figure.next
        if j + 1 >= stop or figure.value is None or figure.read is None:
            return None
        joint = self.tokens[j]
        bound = self.words.bound_before(self.tokens, first, figure.first)
        start = bound[1] if bound else figure.first
        before = self.tokens[start - 1].lower if start > first else ""
        sets = self.words.sets
        at = j + 1
        bracketed = False
        if joint.text in _DASHES:
            if joint.start > self.tokens[j - 1].end and self.tokens[at].start == joint.end:
                return None  # "costs 5 -3": a minus
        elif joint.lower in sets["between_and"] and before in sets["between"]:
            bracketed = True
        elif joint.lower in sets["from_to"] and not (
            (figure.unit or before in sets["from"]) and self._is_change(start, first)
        ):
            bracketed = before in sets["from"]
        else:
            second = self._second(j, stop) if self.page.language.tag == "kk" else None
            return kazakh_range(self.page, self.words, figure, second) if second else None
        at = self._over_bound(at, stop) if bracketed else at
        second = self._second(at, stop)
        if second is None or second.value is None or second.read is None:
            return None
        low = self._scaled(figure, second)
        signed = figure.first < figure.number
        if low is None or low >= second.value or (figure.unit and figure.unit != second.unit and not signed):
            return None
        unit = second.unit or figure.unit
        start = start - 1 if bracketed else figure.first
        return Figure(
            figure.first, second.last, start, figure.number, second.stop, None, low, second.value, unit,
            read=second.read,
        )  # fmt: skip

    def _second(self, at: int, stop: int) -> Figure | None:
        if at < stop and self.tokens[at].text in self.words.signs:
            at += 1
        if at >= stop or not self.units.may_start(self.tokens[at]):
            return None
        number = read_number(self.page, at)
        if number is None or number.is_ordinal or number.is_fraction or number.next > stop:
            return None
        return self.units.figure(at, number, at, stop)

    def _over_bound(self, at: int, stop: int) -> int:
        while at < stop and (self.tokens[at].lower,) in self.words.before:
            at += 1
        return at

    def _scaled(self, figure: Figure, second: Figure) -> Value | None:
        """The first number of a range with the scale that both share: "2 to 3 million"."""
        value = figure.value
        if value is None or figure.read is None or second.read is None or second.value is None:
            return None
        if figure.read.scale == 1 and second.read.scale > 1 and value < second.read.scale:
            scaled = value * second.read.scale
            return scaled if scaled < second.value else None
        return value

    def _is_change(self, start: int, first: int) -> bool:
        """ "rose from 10 to 20": two figures and no range."""
        changes = self.words.changes
        if start > first and self.tokens[start - 1].lower in self.words.sets["changed_from"]:
            return True
        for j in range(max(first, start - _CHANGE), start):
            if changes.up.at(self.tokens, j) or changes.down.at(self.tokens, j):
                return True
        return False

    def alternative(self, figure: Figure, stop: int) -> list[Figure] | None:
        """ "eight or nine euros": two figures of one unit."""
        j = figure.next
        if figure.unit is not None or j + 1 >= stop or self.tokens[j].lower not in self.words.sets["or"]:
            return None
        second = self._second(j + 1, stop)
        if second is None or second.value is None or second.unit is None or figure.value is None:
            return None
        first = replace(figure, unit=second.unit, value=self._scaled(figure, second) or figure.value)
        return [replace(one, outer=one.start) for one in (first, second)]

    def changed(self, figure: Figure, first: int, stop: int) -> list[Figure] | None:
        """ "fell from 40 to 32 percent": the unit belongs to both figures."""
        j = figure.next
        if figure.unit is not None or j + 1 >= stop or self.tokens[j].lower not in self.words.sets["from_to"]:
            return None
        before = self.tokens[figure.start - 1].lower if figure.start > first else ""
        if before not in self.words.sets["from"] or not self._is_change(figure.start, first):
            return None
        second = self._second(j + 1, stop)
        if second is None or second.value is None or second.read is None or figure.value is None:
            return None
        if second.unit is None and second.read.scale == 1:
            return None
        before_it = replace(figure, unit=second.unit, value=self._sharing(figure, second), read=second.read)
        return [replace(one, outer=one.start) for one in (before_it, second)]

    def _sharing(self, figure: Figure, second: Figure) -> Value | None:
        """The first number with the scale of the second: "from 88 to 61 million"."""
        scale = second.read.scale if second.read is not None else 1
        if figure.value is None or figure.read is None or figure.read.scale > 1 or figure.value >= scale:
            return figure.value
        return plain(round(figure.value * scale, 2))
