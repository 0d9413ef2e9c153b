"""Figures: numbers with their signs, units, bounds and ranges, before it is asked what they measure."""

from dataclasses import dataclass
from typing import NamedTuple

from sholu.model.changing import replace
from sholu.reading.numbers import NumberRead, read_number
from sholu.reading.page import Page
from sholu.reading.quantities.lexicon import Bound, UnitWords, unit_words
from sholu.reading.quantities.rates import Rates, is_longer, per
from sholu.text.tokens import Token

Value = int | float
_DASHES = frozenset("-–—‑")
_MILLION = 1_000_000
_MINUSES = frozenset("-–−")
_SIGNED = frozenset({"deg", "Cel", "degF", "%"})  # units that go below nought
_RATE = 3  # tokens of words that make a rate
_CHANGE = 9  # tokens from a word of change to the figure that it changed from
_LETTER = 1  # a symbol of one letter counts as a unit only where it stands tight


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure in the text: tokens `first` .. `last` (sign and unit included), `number` and `stop` those of the number.

    `unit` is None where no unit of measure follows; then it may still count things. `start` is the first token with
    the words of its bound ("more than"), `outer` that with words of degree too ("about").
    """

    first: int
    last: int
    start: int
    number: int
    stop: int
    value: Value | None
    low: Value | None = None
    high: Value | None = None
    unit: str | None = None
    bound: Bound | None = None
    read: NumberRead | None = None
    is_age: bool = False
    outer: int = -1

    @property
    def next(self) -> int:
        """The first token after the figure."""
        return self.last + 1


class UnitRead(NamedTuple):
    """A unit after a number: its code and the first token after it."""

    code: str
    next: int


class FigureReader:
    """Reads the figures of one page from left to right."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.tokens = page.tokens
        self.words: UnitWords = unit_words(page.language.tag)
        self.rates = Rates(page, self.words)

    def may_start(self, token: Token) -> bool:
        """Whether it is worth to try and read a number at this token."""
        if token.shape == "number":
            return True
        lower = token.lower
        heads = self.words.numbers.heads
        return lower in heads or ("-" in lower and lower.partition("-")[0] in heads)

    def read(self, i: int, first: int, stop: int) -> list[Figure]:
        """The figures that start with the number at token `i`; two for "eight or nine euros", else one or none.

        `first` and `stop` bound the sentence. Ordinals are no figures.
        """
        compound = self._compound(i)
        if compound is not None:
            return [self._with_bounds(compound, first, stop)]
        number = read_number(self.page, i)
        if number is None or number.is_ordinal or number.next > stop:
            return []
        figure = self._with_unit(i, number, first, stop)
        ranged = self._range(figure, first, stop)
        if ranged is not None:
            return [self._with_bounds(self._below_zero(ranged, first), first, stop)]
        pair = self._alternative(figure, stop) or self._changed(figure, first, stop)
        if pair is not None:
            return pair
        return [self._with_bounds(self._below_zero(figure, first), first, stop)]

    # -- one number with its unit

    def _with_unit(self, i: int, number: NumberRead, first: int, stop: int) -> Figure:
        sign, start = self._sign_before(i, first)
        counted = number.next
        if number.low is not None and counted < stop and self.tokens[counted].lower in self.words.numbers.of:
            counted += 1  # "thousands of dollars"
        after = self._unit_after(counted, stop, self.tokens[i].shape == "number")
        unit, following = sign, number.next
        money = self._millions(after, stop)
        if money is not None and after is not None:
            after, number = money, number._replace(value=number.value * _MILLION, scale=_MILLION)
        if after is not None and (sign is None or after.code in self.words.currencies):
            unit, following = after
            unit, number = _multiplied(unit, number)
        if number.is_fraction and unit is None:
            value: Value = round(number.value * 100, 2)
            return Figure(start, following - 1, start, i, number.next, value, unit="%", read=number)
        if unit is not None:
            unit, following = self.per(unit, following, stop)
            unit, start = self._rated(unit, start, first)
        value_or_none = None if number.low is not None else number.value
        return Figure(
            start, following - 1, start, i, number.next, value_or_none, number.low, number.high, unit, read=number
        )

    def _millions(self, after: UnitRead | None, stop: int) -> UnitRead | None:
        """ "5m tenge": the letter before a currency means millions, and no metres."""
        if after is None or after.code != "m" or after.next >= stop or len(self.tokens[after.next - 1].text) > _LETTER:
            return None
        match = self.words.units.at(self.tokens, after.next, stop)
        return UnitRead(match.value, match.last + 1) if match and match.value in self.words.currencies else None

    def _sign_before(self, i: int, first: int) -> tuple[str | None, int]:
        if i <= first or self.tokens[i - 1].text not in self.words.signs:
            return self._code_before(i, first)
        code = self.words.signs[self.tokens[i - 1].text]
        if code not in self.words.currencies:
            return None, i
        if code == "USD" and i - 1 > first and self.tokens[i - 2].lower in self.words.dollars:
            letters = self.tokens[i - 2]
            if letters.is_capitalised and (letters.end == self.tokens[i - 1].start or len(letters.text) > 1):
                return self.words.dollars[letters.lower], i - 2
        return code, i - 1

    def _code_before(self, i: int, first: int) -> tuple[str | None, int]:
        if i > first and self.tokens[i - 1].shape == "upper" and self.tokens[i - 1].text in self.words.currencies:
            return self.tokens[i - 1].text, i - 1
        return None, i

    def _unit_after(self, j: int, stop: int, digits: bool) -> UnitRead | None:
        if j >= stop:
            return None
        token = self.tokens[j]
        tight = token.start == self.tokens[j - 1].end
        if token.text in _DASHES and j + 1 < stop and token.start == self.tokens[j - 1].end:
            if self.tokens[j + 1].start != token.end:
                return None
            token, j, tight = self.tokens[j + 1], j + 1, False
            if not token.lower.endswith(self.words.hyphened):
                return None  # «15-минутында»: the fifteenth
        match = self.words.units.at(self.tokens, j, stop)
        if token.text in self.words.signs and (match is None or match.last == j):
            return self._sign_after(token, j)
        if match is not None:
            after = match.last + 1
            stopped = after < stop and self.tokens[after].text == "." and len(token.text) <= 4 and after + 1 < stop
            return UnitRead(match.value, after + 1 if stopped and self._is_tight(after) else after)
        symbol = self.words.symbols.get(token.text)
        if symbol is not None and digits and (tight or len(token.text) > _LETTER or token.text == "m"):
            return UnitRead(symbol, j + 1)
        if token.shape == "upper" and token.text in self.words.currencies:
            return UnitRead(token.text, j + 1)
        return None

    def _sign_after(self, token: Token, j: int) -> UnitRead | None:
        code = self.words.signs[token.text]
        if code == "deg" and j + 1 < len(self.tokens) and self.tokens[j + 1].text in ("C", "С", "F"):
            return UnitRead("degF" if self.tokens[j + 1].text == "F" else "Cel", j + 2)
        following = self.tokens[j + 1] if j + 1 < len(self.tokens) else None
        number = following is not None and following.shape == "number" and following.start == token.end
        if number and code in self.words.currencies:
            return None  # "15 $20": the sign belongs to what follows
        return UnitRead(code, j + 1)

    def _is_tight(self, j: int) -> bool:
        return self.tokens[j].start == self.tokens[j - 1].end

    def _rated(self, unit: str, start: int, first: int) -> tuple[str, int]:
        """«тәулігіне 15 мың текше метр»: the unit with that of the rate told before the figure, and its first token."""
        if unit == "%" or "/" in unit:
            return unit, start
        for at in range(max(first, start - _RATE), start):
            rate = self.words.rates.at(self.tokens, at, start)
            if rate is not None and rate.last == start - 1 and is_longer(rate.value, unit):
                return per(unit, rate.value), rate.first
        return unit, start

    def per(self, unit: str, j: int, stop: int) -> tuple[str, int]:
        """ "dollars per barrel" and "per cent a year"; any other unit stays as it is."""
        rate = self.rates.after(unit, j, stop)
        if rate is not None:
            return rate
        if j + 1 >= stop or unit in self.words.durations or "/" in unit:
            return unit, j
        wanted = self.words.sets["shares_per"] if unit == "%" else self.words.sets["per"]
        if self.tokens[j].lower not in wanted:
            return unit, j
        match = self.words.units.at(self.tokens, j + 1, stop)
        code = match.value if match else self.words.symbols.get(self.tokens[j + 1].text)
        if code is None or code in self.words.currencies or code == "%":
            return unit, j
        after = match.last + 1 if match else j + 2
        if after < stop and self.tokens[after].lower in self.words.sets["later"]:
            return unit, j  # "a year later" is when, not how often
        return per(unit, code), match.last + 1 if match else j + 2

    def _compound(self, i: int) -> Figure | None:
        """ "five-year", "два-три": a number word joined to its unit, or two number words to a range."""
        lower = self.tokens[i].lower
        left, mark, right = lower.partition("-")
        cardinals = self.words.numbers.cardinals
        if not mark or left not in cardinals:
            return None
        value = cardinals[left]
        if right in cardinals and value < 20 and cardinals[right] > value:
            after = self._unit_after(i + 1, len(self.tokens), False)
            last = after.next - 1 if after else i
            return Figure(i, last, i, i, i + 1, None, value, cardinals[right], after.code if after else None)
        match = self.words.units.at([Token(0, 0, len(right), right, right, "lower")], 0) if right else None
        return Figure(i, i, i, i, i + 1, value, unit=match.value) if match else None

    def _below_zero(self, figure: Figure, first: int) -> Figure:
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
        return at == first or self.tokens[at - 1].end < token.start

    # -- two numbers

    def _range(self, figure: Figure, first: int, stop: int) -> Figure | None:
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
            return None
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
        if at >= stop or not self.may_start(self.tokens[at]):
            return None
        number = read_number(self.page, at)
        if number is None or number.is_ordinal or number.is_fraction or number.next > stop:
            return None
        return self._with_unit(at, number, at, stop)

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
        for j in range(max(first, start - _CHANGE), start):
            if changes.up.at(self.tokens, j) or changes.down.at(self.tokens, j):
                return True
        return False

    def _alternative(self, figure: Figure, stop: int) -> list[Figure] | None:
        """ "eight or nine euros": two figures of one unit."""
        j = figure.next
        if figure.unit is not None or j + 1 >= stop or self.tokens[j].lower not in self.words.sets["or"]:
            return None
        second = self._second(j + 1, stop)
        if second is None or second.value is None or second.unit is None or figure.value is None:
            return None
        return [replace(figure, unit=second.unit, value=self._scaled(figure, second) or figure.value), second]

    def _changed(self, figure: Figure, first: int, stop: int) -> list[Figure] | None:
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
        return [replace(figure, unit=second.unit, value=self._sharing(figure, second), read=second.read), second]

    def _sharing(self, figure: Figure, second: Figure) -> Value | None:
        """The first number with the scale of the second: "from 88 to 61 million"."""
        scale = second.read.scale if second.read is not None else 1
        if figure.value is None or figure.read is None or figure.read.scale > 1 or figure.value >= scale:
            return figure.value
        value = round(figure.value * scale, 2)
        return int(value) if value == int(value) else value

    # -- bounds

    def _with_bounds(self, figure: Figure, first: int, stop: int) -> Figure:
        age = self.words.is_age_before(self.tokens, figure.first)
        if age and figure.unit is None:
            figure = replace(figure, unit="year", is_age=True)
        found = self.words.bound_before(self.tokens, first, figure.start)
        if found is not None and self._is_level(found[1], found[1] - 1):
            found = None
        figure = replace(figure, outer=found[1] if found else figure.start)
        if found is not None:
            figure = _bounded(figure, found[0])
            if found[0] != "about":
                figure = replace(figure, start=found[1])
        after = self.words.after.at(self.tokens, figure.next, stop) if figure.next < stop else None
        is_change = after is not None and (self._is_level(after.first, after.last + 1) or self._is_more_by(figure))
        if after is not None and not is_change:
            figure = replace(_bounded(figure, after.value), last=after.last)
            unit = self._unit_after(figure.next, stop, False) if figure.unit is None else None
            if unit is not None:  # «18 миллионға жуық теңге»
                figure = replace(figure, unit=unit.code, last=unit.next - 1)
        return figure

    def _is_more_by(self, figure: Figure) -> bool:
        """«12 пайызға артық»: by how much something is more, where «12 пайыздан артық» is a bound."""
        endings = self.words.changes.by_endings
        if not endings or figure.unit != "%" or not self.tokens[figure.last].lower.endswith(endings):
            return False
        return self.words.changes.beside.at(self.tokens, figure.next) is not None

    def _is_level(self, word: int, beside: int) -> bool:
        """ "выросла до 55 долларов", "55 долларға дейін өсті": the level that was come to, and no bound."""
        changes = self.words.changes
        if self.tokens[word].lower not in changes.to or not 0 <= beside < len(self.tokens):
            return False
        if beside < word:  # "выросла вдвое, до 60"
            beside -= self.tokens[beside].text == ","
            beside -= beside > 0 and changes.factors.at(self.tokens, beside, beside + 1) is not None
        return changes.direction(self.tokens, beside) is not None


def _multiplied(unit: str, number: NumberRead) -> tuple[str, NumberRead]:
    """ "5 bcm": the plain unit and the number in it, for units that hold a multiple ("1e9.m3")."""
    multiple, mark, plain = unit.partition(".")
    if not mark or not multiple.startswith("1e"):
        return unit, number
    factor = int(float(multiple))
    low = None if number.low is None else number.low * factor
    high = None if number.high is None else number.high * factor
    value = round(number.value * factor, 2)
    whole = int(value) if value == int(value) else value
    return plain, number._replace(value=whole, low=low, high=high, scale=number.scale * factor)


def _bounded(figure: Figure, bound: Bound) -> Figure:
    if figure.value is None or figure.low is not None or figure.high is not None:
        return replace(figure, bound=figure.bound or bound)
    if bound == "least":
        return replace(figure, low=figure.value, bound=bound)
    if bound == "most":
        return replace(figure, high=figure.value, bound=bound)
    return replace(figure, bound=bound)
