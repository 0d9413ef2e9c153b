"""What a figure is at least, at most or below nought: "more than 200", "up to 5", "minus 31 degrees"."""

from sholu.model.changing import replace
from sholu.reading.page import Page
from sholu.reading.quantities.figure import Figure
from sholu.reading.quantities.lexicon import Bound
from sholu.reading.quantities.units import UnitReader

_PAUSES = frozenset(",—–-")
_CHANGE = 7  # tokens from a verb of change to the pause before the level
_MINUSES = frozenset("-–−")
_SIGNED = frozenset({"deg", "Cel", "degF", "%"})  # units that go below nought


class Bounds:
    """Reads the words of bound around the figures of one page."""

    def __init__(self, page: Page, units: UnitReader) -> None:
        self.tokens, self.words, self.units = page.tokens, units.words, units

    def bounded(self, figure: Figure, first: int, stop: int) -> Figure:
        """The figure with the words of bound around it."""
        age = self.words.is_age_before(self.tokens, figure.first)
        if age and figure.unit in (None, "year"):
            figure = replace(figure, unit="year", is_age=True)
        found = self.words.bound_before(self.tokens, first, figure.start)
        if found is not None and (self._is_level(found[1], found[1] - 1) or self._goes_up_to(found[1], figure.start)):
            found = None
        figure = replace(figure, outer=found[1] if found else figure.start)
        if found is None:
            figure = self._bounded_by(figure, first)
        if found is not None:
            figure = _bounded(figure, found[0])
            if found[0] != "about":
                figure = replace(figure, start=found[1])
        after = self.words.after.at(self.tokens, figure.next, stop) if figure.next < stop else None
        is_change = after is not None and (self._is_level(after.first, after.last + 1) or self._is_more_by(figure))
        if after is not None and not is_change:
            figure = replace(_bounded(figure, after.value), last=after.last)
            unit = self.units.after(figure.next, stop, False) if figure.unit is None else None
            if unit is not None:  # «18 миллионға жуық теңге»
                figure = replace(figure, unit=unit.code, last=unit.next - 1)
        return figure

    def _bounded_by(self, figure: Figure, first: int) -> Figure:
        """«выросла более чем на 50 %»: words of bound before the word that says by how much something changed."""
        changes, at = self.words.changes, figure.start - 1
        if at <= first or self.tokens[at].lower not in changes.by | changes.times_before:
            return figure
        found = self.words.bound_before(self.tokens, first, at)
        return _bounded(figure, found[0]) if found is not None else figure

    def _is_more_by(self, figure: Figure) -> bool:
        """«12 пайызға артық»: by how much something is more, where «12 пайыздан артық» is a bound."""
        endings = self.words.changes.by_endings
        if not endings or not self.tokens[figure.last].lower.endswith(endings):
            return False
        return self.words.changes.beside.at(self.tokens, figure.next) is not None

    def _goes_up_to(self, first: int, stop: int) -> bool:
        """ "edged up to 5.1 percent": the level behind a verb of change, where "up to 5" is a bound."""
        changes = self.words.changes
        ends = first + 1 < stop and self.tokens[stop - 1].lower in changes.to
        return ends and first > 0 and changes.direction(self.tokens, first - 1) is not None

    def _is_level(self, word: int, beside: int) -> bool:
        """ "выросла до 55 долларов", "55 долларға дейін өсті": the level that was come to, and no bound."""
        changes = self.words.changes
        if self.tokens[word].lower not in changes.to or not 0 <= beside < len(self.tokens):
            return False
        if beside < word and self._is_after_start(word):
            return True  # «снизилась с 5 % до 4 %»
        if beside < word:  # "выросла вдвое, до 60"
            if self.tokens[beside].lower in changes.times and self._grew(beside):
                return True  # «вырос почти в три раза до 2,7 млрд»
            unit = self.tokens[beside].text in _SIGNED or self.words.units.at(self.tokens, beside, word) is not None
            if (self.tokens[beside].text in _PAUSES or unit) and self._follows_change(beside):
                return True  # «сократился на 12 % — до 3 млрд», «вырос на 16% до 1,6 млрд»
            beside -= self.tokens[beside].text == ","
            beside -= beside > 0 and changes.factors.at(self.tokens, beside, beside + 1) is not None
        return changes.direction(self.tokens, beside) is not None

    def _grew(self, at: int) -> bool:
        """Whether a word of growth or decline stands shortly before a token."""
        return any(self.words.changes.direction(self.tokens, j) for j in range(max(0, at - _CHANGE), at))

    def _is_after_start(self, word: int) -> bool:
        """Whether it is told before from which figure something changed."""
        starts = self.words.sets["from"]
        at = next((j for j in range(word - 1, max(0, word - _CHANGE), -1) if self.tokens[j].lower in starts), None)
        near = () if at is None else range(max(0, at - _CHANGE), at)
        return any(self.words.changes.direction(self.tokens, j) is not None for j in near)

    def _follows_change(self, at: int) -> bool:
        """Whether it is told right before by how much something changed."""
        near = range(max(0, at - _CHANGE), at - 1)
        by = self.words.changes.by
        return any(self.tokens[j].lower in by and self.tokens[j + 1].shape == "number" for j in near)

    def below_zero(self, figure: Figure, first: int) -> Figure:
        """ "minus 31 degrees", "−5%", «20 градусов мороза»: the figure with its values below nought."""
        at = figure.first - 1
        if self._is_minus(figure, at, first):
            figure = replace(figure, first=at, start=at)
        else:
            near = range(figure.stop, min(figure.next + 1, len(self.tokens))) if figure.unit in _SIGNED else ()
            below = next((match for match in (self.words.below_zero.at(self.tokens, j) for j in near) if match), None)
            if below is None:
                return figure
            figure = replace(figure, last=max(figure.last, below.last))
        value = None if figure.value is None else -figure.value
        low = None if figure.high is None else -figure.high
        return replace(figure, value=value, low=low, high=None if figure.low is None else -figure.low)

    def _is_minus(self, figure: Figure, at: int, first: int) -> bool:
        if at < first or figure.unit is None:
            return False
        token = self.tokens[at]
        if token.lower in self.words.sets["minus"]:
            return True
        if figure.unit not in _SIGNED or token.text not in _MINUSES or token.end != self.tokens[figure.first].start:
            return False
        return at == first or self.tokens[at - 1].end < token.start or self.tokens[at - 1].text == "("


def _bounded(figure: Figure, bound: Bound) -> Figure:
    if figure.value is None or figure.low is not None or figure.high is not None:
        return replace(figure, bound=figure.bound or bound)
    if bound == "least":
        return replace(figure, low=figure.value, bound=bound)
    if bound == "most":
        return replace(figure, high=figure.value, bound=bound)
    return replace(figure, bound=bound)
