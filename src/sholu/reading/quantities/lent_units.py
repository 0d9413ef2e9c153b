"""Units that bare figures have from those before: "450 somoni, against 280", «доходы 55 млрд рублей, расходы 62»."""

from sholu.model.changing import replace
from sholu.model.reading import Quantity
from sholu.reading.page import Page
from sholu.reading.quantities.counted import Counted, Counter
from sholu.reading.quantities.figure import Figure
from sholu.reading.quantities.items import listed_before
from sholu.reading.quantities.lexicon import UnitWords
from sholu.text.sentences import Sentence

_MILLION = 1_000_000
_SHARES = frozenset({"%", "pp"})
_UNNAMED = _SHARES | {"count"}
_BARE = 0.75
_VERB = 4  # tokens from a figure to the verb of change
_WHOLE = 100  # per cent


class LentUnits:
    """Gives the bare figures of one page the units of those before; `found` grows while the page is read."""

    def __init__(self, page: Page, words: UnitWords, counter: Counter, found: list[Quantity]) -> None:
        self.page, self.tokens, self.words, self.counter, self.found = page, page.tokens, words, counter, found

    def of_list(self, figure: Figure, counted: Counted, sentence: Sentence) -> Figure:
        """ "450 somoni, against 280 in July": a number that counts nothing has the unit of the figure before."""
        if counted.first is not None or not self.found or self.found[-1].evidence.start < sentence.start:
            return figure
        unit = self.found[-1].unit
        if unit in _SHARES and (figure.value or 0) > _WHOLE:
            return figure  # "rose by 13.8% to 94,000"
        return figure if unit in self.words.durations or unit == "count" else replace(figure, unit=unit)

    def with_money(self, figure: Figure, sentence: Sentence) -> Figure:
        """«доходы 55 млрд рублей, расходы 62 млрд»: a bare figure in millions has the unit of money said before."""
        large = figure.unit is None and figure.read is not None and figure.read.scale >= _MILLION
        unit = self._money(figure) if large else None
        if unit is None:
            return figure
        declined = self.page.tokens[figure.stop - 1].lower.endswith(self.words.declined or ("\n",))
        is_bare = figure.next in self.counter.passed or self.counter.noun(figure.next, sentence.stop) is None
        return replace(figure, unit=unit) if is_bare or declined else figure

    def _money(self, figure: Figure) -> str | None:
        """The currency of the figure before in the paragraph, shares and lengths of time left out."""
        words = self.words
        line = self.page.text.rfind("\n", 0, self.page.tokens[figure.number].start) + 1
        for before in reversed(self.found):
            if before.evidence.start < line:
                return None
            if before.unit not in _SHARES and before.unit not in words.durations:
                return before.unit if before.unit in words.currencies else None
        return None

    def compared(self, figure: Figure, sentence: Sentence) -> Figure:
        """ "holds 9.8 billion cubic metres, 1.3 billion less than a year ago": the unit of what is compared."""
        before = listed_before(self.found, None, sentence)
        if self.more(figure, sentence) is None or before is None or before.unit in _UNNAMED:
            return figure
        return figure if before.unit in self.words.durations else replace(figure, unit=before.unit)

    def of_pair(self, figure: Figure, sentence: Sentence) -> Figure:
        """Kazakh: «84 мың гектардан 71 мыңға қысқарды», «24 мыңнан 64 мың тоннаға өсті»: either unit is of both."""
        before, changes = listed_before(self.found, None, sentence), self.words.changes
        if before is None or not changes.from_endings or (figure.unit is None) == (before.unit == "count"):
            return figure
        stop = self.page.token_range(before.evidence)[1]
        pair = stop == figure.outer and self.tokens[stop - 1].lower.endswith(changes.from_endings)
        near = range(figure.next, min(figure.next + _VERB, sentence.stop))
        if not pair or not any(changes.direction(self.tokens, at) for at in near):
            return figure
        if figure.unit is None:
            return replace(figure, unit=before.unit)
        self.found[-1] = replace(before, unit=figure.unit)
        return figure

    def more(self, figure: Figure, sentence: Sentence) -> Counted | None:
        """ "won 34 seats, nine more than in 2018": a bare number says by how many the figure before is more."""
        near = listed_before(self.found, None, sentence)
        if figure.unit is not None or near is None or figure.next >= sentence.stop:
            return None
        beside = self.words.changes.beside.at(self.tokens, figure.next, sentence.stop)
        return Counted(None, figure.last, _BARE) if beside is not None else None

    def in_points(self, figure: Figure, sentence: Sentence) -> Figure:
        """ "52 percent, six points below": percentage points, where a share was told before in the line."""
        points = self.words.sets["points"]
        if figure.unit is not None or figure.next >= sentence.stop or not self.found:
            return figure
        line = self.page.text.rfind("\n", 0, self.page.tokens[figure.number].start) + 1
        shares = self.found[-1].unit in _SHARES and self.found[-1].evidence.start >= line
        if not shares or self.page.tokens[figure.next].lower not in points:
            return figure
        return replace(figure, unit="pp", last=figure.next)
