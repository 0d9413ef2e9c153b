"""Where an article plays: the country that the places and peoples around a word, else in the whole text, speak of."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sholu.reading.names.clusters import Cluster
from sholu.reading.names.sheet import Sheet
from sholu.reading.quantities.lexicon import unit_words

_SHARE = 0.6
_LEAD = 2
_LEAST = 0.4
_INSIDE = 2
_ENOUGH = 2
_WORLD_MONEY = frozenset({"USD", "EUR", "GBP", "CHF", "JPY", "XAU", "XDR"})


@dataclass(frozen=True, slots=True)
class Sign:
    """A token that speaks of a country, and how much it says: a town more than the country's name."""

    token: int
    country: str
    weight: int


class Homes:
    """The signs of countries in a text. `main` is the country that stands out among them all, None where none does.

    `only` is that country where several signs speak of it and none of another one.
    """

    def __init__(self, sheet: Sheet, groups: Iterable[Cluster]) -> None:
        self._sheet = sheet
        self._signs = sorted(_signs(sheet, groups), key=lambda sign: sign.token)
        self._tokens = [sign.token for sign in self._signs]
        counts: Counter[str] = Counter()
        for sign in self._signs:
            counts[sign.country] += sign.weight
        leading = counts.most_common(2)
        self._leading = {country for country, weight in leading if weight >= _ENOUGH}
        self.main = _standing_out(leading, counts.total())
        self.only = self.main if len(counts) == 1 and len(self._signs) > 1 else None

    def around(self, token: int) -> str | None:
        """The home of what is named at a token.

        It is `main`, else the one country of its sentence or its paragraph, else that of the last sign before it, or of
        the first one behind where there is none.
        """
        if self.main or not self._signs:
            return self.main
        sentence = self._sheet.sentence_of[token]
        text = self._sheet.page.text
        start = self._sheet.page.token_at(text.rfind("\n", 0, sentence.start) + 1)
        end = text.find("\n", sentence.end)
        stop = self._sheet.page.token_at(end) if end >= 0 else len(self._sheet.tokens)
        return self._only(sentence.first, sentence.stop) or self._only(start, stop) or self._last(token)

    def _last(self, token: int) -> str | None:
        """Of the countries most spoken of, that of the last sign before a token, else of the first one behind it."""
        inside = [sign for sign in self._signs if sign.token >= 0 and sign.country in self._leading]
        number = bisect_left([sign.token for sign in inside], token)
        return inside[max(0, number - 1)].country if inside else None

    def _only(self, first: int, stop: int) -> str | None:
        """Of the countries most spoken of in the text, the one that these tokens speak of alone."""
        signs = self._signs[bisect_left(self._tokens, first) : bisect_left(self._tokens, stop)]
        near = {sign.country for sign in signs} & self._leading
        return near.pop() if len(near) == 1 else None


def _signs(sheet: Sheet, groups: Iterable[Cluster]) -> Iterator[Sign]:
    """Peoples, money and places, and the country in which the language is at home."""
    for token, country in sheet.adjectives.items():
        yield Sign(token, country, 1)
    for country in sheet.lexicon.grammar["homeland"]:
        yield Sign(-1, country.upper(), _INSIDE)
    yield from _money(sheet)
    for group in groups:
        if group.country is None:
            continue
        if group.kind == "place":
            weight = 1 if (group.key or "").startswith("country:") else _INSIDE
            for find in group.finds:
                if find.form == "name":
                    yield Sign(find.first, group.country, weight)


def _money(sheet: Sheet) -> Iterator[Sign]:
    """Sums in the money of one country: the first two letters of its ISO code are the country's."""
    words = unit_words(sheet.lexicon.tag)
    for match in words.units.find(sheet.tokens):
        if match.value in words.currencies and match.value not in _WORLD_MONEY:
            yield Sign(match.first, match.value[:2], _INSIDE)


def _standing_out(leading: list[tuple[str, int]], total: int) -> str | None:
    """The first of the two countries most spoken of, if it has most of all signs or far more than the second."""
    if not leading:
        return None
    country, most = leading[0]
    second = leading[1][1] if len(leading) > 1 else 0
    if most < _ENOUGH:
        return None
    return country if most >= _SHARE * total or (most >= _LEAD * second and most >= _LEAST * total) else None
