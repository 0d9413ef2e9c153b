"""Currencies whose names several countries share: "6 million manats" are of the country that the text is about."""

from collections import Counter
from functools import cached_property
from typing import NamedTuple

from sholu.codebook.units import zones
from sholu.model.changing import replace
from sholu.reading.entities import EntityIndex
from sholu.reading.page import Page
from sholu.reading.quantities.figure import Figure
from sholu.reading.quantities.figures import FigureReader
from sholu.text.sentences import Sentence

_COUNTRY = 2  # a currency's code begins with the code of its country


class Exchanged(NamedTuple):
    """A figure that is a rate of exchange, and the currency that is worth so much by its name."""

    figure: Figure
    named: str


class SharedCurrencies:
    """Tells the currencies of one page that their names alone leave open."""

    def __init__(self, page: Page, reader: FigureReader, entities: EntityIndex) -> None:
        self.tokens, self.reader, self.entities = page.tokens, reader, entities

    def settled(self, figure: Figure, stop: int) -> Figure:
        """The figure in the currency of the country named most, where the bare name of the currency follows it."""
        short = self.reader.words.letters.get(self.tokens[figure.first].text, ())
        unit, by, part = (figure.unit or "").partition("/")
        if unit in short:
            return replace(figure, unit=max(short, key=self._told) + by + part)  # "Rs 40": of equals the first
        named = self.reader.words.shared.at(self.tokens, figure.stop, stop) if figure.stop < stop else None
        if named is None:
            return figure
        code = max(named.value, key=self._told)
        if not self._told(code):
            return figure
        if figure.unit is None:
            unit, after = self.reader.units.per(code, named.last + 1, stop)
            return replace(figure, unit=unit, last=after - 1) if figure.next <= named.last else figure
        top, mark, bottom = figure.unit.partition("/")
        return replace(figure, unit=code + mark + bottom) if top in self.reader.words.currencies else figure

    def exchanged(self, figure: Figure, sentence: Sentence) -> Exchanged | None:
        """ "The dram trades at 478 per dollar": a bare number, with the currency named last before it."""
        if figure.unit is not None or figure.next >= sentence.stop:
            return None
        words = self.reader.words
        for at in range(figure.first - 1, sentence.first - 1, -1):
            named = words.units.at(self.tokens, at, figure.first)
            if named is None or named.value not in words.currencies:
                continue
            rate = self.reader.units.exchanged(named.value, figure.next, sentence.stop)
            if rate is None:
                return None
            return Exchanged(replace(figure, unit=rate.code, last=rate.next - 1), self.tokens[at].text)
        return None

    def _told(self, code: str) -> int:
        """How many entities of the page are of a country that has this currency."""
        return sum(self.countries[country] for country in zones().get(code, (code[:_COUNTRY],)))

    @cached_property
    def countries(self) -> "Counter[str]":
        """How many entities of the page each country has."""
        return Counter(entity.country for entity in self.entities if entity.country)
