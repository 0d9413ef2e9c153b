"""Numbers with their units: signs before, words and symbols after, rates."""

from typing import NamedTuple

from sholu.reading.number_words import plain
from sholu.reading.numbers import NumberRead
from sholu.reading.page import Page
from sholu.reading.quantities.figure import Figure, Value
from sholu.reading.quantities.lexicon import UnitWords, unit_words
from sholu.reading.quantities.rates import Rates, is_longer, per
from sholu.text.tokens import Token

_DASHES = frozenset("-–—‑")
_MILLION = 1_000_000
_SHARES = frozenset({"%", "pp"})
_RATE = 3  # tokens of words that make a rate
_CENT = "cent"
_LETTER = 1  # a symbol of one letter counts as a unit only where it stands tight


class UnitRead(NamedTuple):
    """A unit after a number: its code and the first token after it."""

    code: str
    next: int


class UnitReader:
    """Reads the units around the numbers of one page."""

    def __init__(self, page: Page) -> None:
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

    def figure(self, i: int, number: NumberRead, first: int, stop: int) -> Figure:
        """The figure of a number at token `i` with its unit."""
        sign, start = self._sign_before(i, first, number)
        counted = number.next
        if number.low is not None and counted < stop and self.tokens[counted].lower in self.words.numbers.of:
            counted += 1  # "thousands of dollars"
        after = None if number.is_owned else self.after(counted, stop, self.tokens[i].shape == "number")
        unit, following = sign, number.next
        if after is not None and after.code == "cm" and number.scale >= _MILLION:
            after = after._replace(code="m3")  # "300 million cm of gas"
        if after is not None and number.scale >= _MILLION and self.tokens[after.next - 1].text == "mt":
            after = after._replace(code="t")  # "46.9mn mt": metric tons
        money = self._millions(after, stop)
        if money is not None and after is not None:
            after, number = money, number._replace(value=number.value * _MILLION, scale=_MILLION)
        if after is not None and (sign is None or after.code in self.words.currencies):
            unit, following = after
            unit, number = _multiplied(unit, number)
        points = self._points(number.next, stop) if number.is_fraction else None
        if points is not None:  # "a quarter of a percentage point"
            last = points.next - 1
            return Figure(start, last, start, i, number.next, number.value, unit=points.code, read=number)
        if number.is_fraction and unit is None:
            value: Value = round(number.value * 100, 2)
            return Figure(start, following - 1, start, i, number.next, value, unit="%", read=number)
        if unit == "%" and following < stop and self.tokens[following].lower in self.words.sets["yearly"]:
            following += 1
        if unit is not None:
            unit, following = self.per(unit, following, stop)
            unit, start = self._rated(unit, start, first)
        value_or_none = None if number.low is not None else number.value
        return Figure(
            start, following - 1, start, i, number.next, value_or_none, number.low, number.high, unit, read=number
        )

    def _points(self, at: int, stop: int) -> UnitRead | None:
        """The share or percentage point that a fraction is of."""
        small = self.words.numbers.of | self.words.numbers.articles
        while at < stop and self.tokens[at].lower in small:
            at += 1
        match = self.words.units.at(self.tokens, at, stop) if at < stop else None
        return UnitRead(match.value, match.last + 1) if match is not None and match.value in _SHARES else None

    def _millions(self, after: UnitRead | None, stop: int) -> UnitRead | None:
        """ "5m tenge": the letter before a currency means millions, and no metres."""
        if after is None or after.code != "m" or after.next >= stop or len(self.tokens[after.next - 1].text) > _LETTER:
            return None
        match = self.words.units.at(self.tokens, after.next, stop)
        return UnitRead(match.value, match.last + 1) if match and match.value in self.words.currencies else None

    def _sign_before(self, i: int, first: int, number: NumberRead) -> tuple[str | None, int]:
        if i <= first or self.tokens[i - 1].text not in self.words.signs:
            return self._code_before(i, first, number)
        code = self.words.signs[self.tokens[i - 1].text]
        short = self.words.letters.get(self.tokens[i - 2].text) if i - 1 > first else None
        if short is not None and (code in short or code == _CENT) and self._is_tight(i - 1):
            return short[0], i - 2  # "GH¢5 million"
        if code not in self.words.currencies:
            return None, i
        if code == "USD" and i - 1 > first and self.tokens[i - 2].lower in self.words.dollars:
            letters = self.tokens[i - 2]
            if letters.is_capitalised and (letters.end == self.tokens[i - 1].start or len(letters.text) > 1):
                return self.words.dollars[letters.lower], i - 2
        return code, i - 1

    def _code_before(self, i: int, first: int, number: NumberRead) -> tuple[str | None, int]:
        """ "KZT 5", "Rs 40", "Rs. 40", "P10 million": letters that stand for money."""
        at = i - 2 if i - 1 > first and self.tokens[i - 1].text == "." and self._is_tight(i - 1) else i - 1
        if at < first or number.written == "words":
            return None, i
        text = self.tokens[at].text
        if at == i - 1 and self.tokens[at].shape == "upper" and text in self.words.currencies:
            return text, at
        short = self.words.letters.get(text)
        if short is None or (len(text) == _LETTER and (at < i - 1 or not self._is_sum(i, number))):
            return None, i
        return short[0], at

    def _is_sum(self, i: int, number: NumberRead) -> bool:
        """Whether a number is written as sums of money are: in groups of digits or in millions."""
        return number.scale >= _MILLION or "," in self.tokens[i].text

    def after(self, j: int, stop: int, digits: bool) -> UnitRead | None:
        """The unit at token `j`; `digits` where the number before is no word."""
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
        rate = self.rates.after(unit, j, stop) or self.exchanged(unit, j, stop)
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

    def exchanged(self, unit: str, j: int, stop: int) -> UnitRead | None:
        """ "478 tenge per dollar", «478 тенге за доллар»: a currency by the one that the words at token `j` name."""
        joint = self.words.exchange.at(self.tokens, j, stop) if unit in self.words.currencies and j < stop else None
        match = self.words.units.at(self.tokens, joint.last + 1, stop) if joint and joint.last + 1 < stop else None
        if match is None or match.value not in self.words.currencies or match.value == unit:
            return None
        return UnitRead(f"{unit}/{match.value}", match.last + 1)


def _multiplied(unit: str, number: NumberRead) -> tuple[str, NumberRead]:
    """ "5 bcm": the plain unit and the number in it, for units that hold a multiple ("1e9.m3")."""
    multiple, mark, single = unit.partition(".")
    if not mark or not multiple.startswith("1e"):
        return unit, number
    factor = int(float(multiple))
    low = None if number.low is None else number.low * factor
    high = None if number.high is None else number.high * factor
    value = round(number.value * factor, 2)
    return single, number._replace(value=plain(value), low=low, high=high, scale=number.scale * factor)
