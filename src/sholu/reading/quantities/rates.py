"""Figures by a unit of time: "14 hours a day", "900 lorries a week", "2 million dollars daily"."""

from typing import NamedTuple

from sholu.codebook.units import units
from sholu.reading.chunks import chunks_of
from sholu.reading.chunks import kinds as k
from sholu.reading.page import Page
from sholu.reading.quantities.lexicon import UnitWords

_SHORT = {"second": "s", "minute": "min", "hour": "h"}
_BY_LENGTH = ("second", "minute", "hour", "day", "week", "month", "quarter", "year")
_BEFORE = 3  # tokens of a rate before its figure


class Rate(NamedTuple):
    """The unit with that of the rate, and the first token after it."""

    unit: str
    next: int


class Rates:
    """Reads the rates of one page."""

    def __init__(self, page: Page, words: UnitWords) -> None:
        self.page, self.tokens, self.words = page, page.tokens, words
        self.chunks = chunks_of(page)

    def after(self, unit: str, at: int, stop: int) -> Rate | None:
        """The rate that the words at token `at` make of a count, a sum or a shorter time."""
        if at >= stop or unit == "%" or "/" in unit:
            return None
        adverb = self.words.rates_after.at(self.tokens, at, stop)
        if adverb is not None:
            return Rate(per(unit, adverb.value), adverb.last + 1) if is_longer(adverb.value, unit) else None
        if at + 1 >= stop or self.tokens[at].lower not in self.words.sets["rate_per"]:
            return None
        match = self.words.units.at(self.tokens, at + 1, stop)
        if match is None or match.value not in self.words.durations or not is_longer(match.value, unit):
            return None
        after = match.last + 1
        return None if after < stop and self._is_when(after) else Rate(per(unit, match.value), after)

    def before(self, unit: str, start: int, first: int) -> str | None:
        """The unit with that of the rate told before: «күніне 900 көлік»."""
        for at in range(max(first, start - _BEFORE), start):
            rate = self.words.rates.at(self.tokens, at, start)
            if rate is not None and rate.last == start - 1 and rate.value in self.words.durations:
                return per(unit, rate.value) if is_longer(rate.value, unit) else None
        return None

    def _is_when(self, after: int) -> bool:
        """ "a year later", «в день выборов»: a time, and not how often."""
        token = self.tokens[after]
        if token.lower in self.words.sets["later"]:
            return True
        bare = not self.words.sets["later"]
        return bare and token.shape == "lower" and self.chunks.kind(after) in (k.NOUN, k.ADJECTIVE)


def per(top: str, bottom: str) -> str:
    """The code of one unit by another: that of the codebook where it has one of its own, "m3/s"."""
    short = f"{top}/{_SHORT.get(bottom, bottom)}"
    return short if short in units() else f"{top}/{bottom}"


def is_longer(unit: str, than: str) -> bool:
    """Whether a time is longer than another one; any time is that can be told by something that is none."""
    return than not in _BY_LENGTH or (unit in _BY_LENGTH and _BY_LENGTH.index(unit) > _BY_LENGTH.index(than))
