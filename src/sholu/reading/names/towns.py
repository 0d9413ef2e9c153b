"""Adjectives made of the names of towns: they speak of the country of the town ("Гомельский областной суд")."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from sholu.gazetteer import Gazetteer, PlaceRecord
from sholu.reading.languages import language
from sholu.reading.languages.morphology import features
from sholu.reading.names.finds import Find
from sholu.reading.names.lexicon import Mark
from sholu.reading.names.locating import surroundings
from sholu.reading.names.sheet import Sheet
from sholu.reading.places import likeliest


@dataclass(frozen=True, slots=True)
class TownWords:
    """How a language makes adjectives of towns: see `towns.toml`. `stems` are ends with what a name has instead."""

    capital: bool
    least: int
    shortest: int
    cases: tuple[str, ...]
    never: frozenset[str]
    stems: tuple[tuple[str, tuple[str, ...]], ...]

    def names(self, lower: str) -> Iterator[str]:
        """What the place may be called of which the word in small letters is the adjective."""
        for stem in self._stems_of(lower):
            if len(stem) < self.shortest or stem in self.never:
                continue
            for end, others in self.stems:
                if stem.endswith(end):
                    yield from (stem[: -len(end)] + other for other in others)

    def _stems_of(self, lower: str) -> Iterator[str]:
        if not self.cases:
            yield lower
        yield from (lower[: -len(case)] for case in self.cases if lower.endswith(case))


@cache
def town_words(tag: str) -> TownWords:
    """The patterns of the language with this tag, compiled once."""
    table = language(tag).table("towns")
    shape = table["shape"]
    return TownWords(
        shape["capital"],
        shape["least"],
        shape["shortest"],
        tuple(shape["cases"].split()),
        frozenset(shape["never"].split()),
        tuple((end, tuple(others)) for end, others in table["stems"].items()),
    )


def find_town_words(sheet: Sheet, gazetteer: Gazetteer, places: Sequence[Find]) -> dict[int, str]:
    """The country of each adjective of a town, by its token; of namesakes the one that fits best the other places."""
    tag = sheet.lexicon.tag
    words = town_words(tag)
    if not words.stems:
        return {}
    ends = tuple(end + case for end, _ in words.stems for case in words.cases or ("",))
    found: dict[int, str] = {}
    around = None
    for index, token in enumerate(sheet.tokens):
        if not token.lower.endswith(ends) or not _modifies(sheet, index, capital=words.capital):
            continue
        records = _towns(tag, token.lower, gazetteer)
        if records:
            around = surroundings(places) if around is None else around
            town = likeliest(records, around)
            if town is not None and town.country:
                found[index] = town.country
    return found


@lru_cache(maxsize=16_384)
def _towns(tag: str, lower: str, gazetteer: Gazetteer) -> tuple[PlaceRecord, ...]:
    """The towns and regions of which a word may be the adjective."""
    words = town_words(tag)
    found: dict[PlaceRecord, None] = {}
    for name in words.names(lower):
        records = gazetteer.look_up(name) if len(name) >= _SHORTEST else ()
        if records and records[0].kind in _TOWNS:
            large = (record for record in records if record.population >= words.least and record.kind in _TOWNS)
            found.update(dict.fromkeys(large))
    return tuple(found)


def _modifies(sheet: Sheet, index: int, *, capital: bool) -> bool:
    """Whether a word stands before a noun in small letters, or an adjective with one, and is no person's name."""
    if index + 1 >= len(sheet.tokens) or index in sheet.adjectives or (capital and not sheet.capitalised(index)):
        return False
    following = sheet.tokens[index + 1]
    if following.shape != "lower" or sheet.line_break(index + 1) or sheet.verb(index + 1):
        return False
    if sheet.places.get(index, (index, None))[1] or (not capital and sheet.marks(index) & Mark.COMMON):
        return False
    if index and capital and (sheet.marks(index - 1) & _NAMES or sheet.initial(index - 1)):
        return False
    return features(sheet.lexicon.tag, following.lower).part in _PARTS


_PARTS = frozenset({"noun", "adjective", ""})  # "": not known, as often in Kazakh
_NAMES = Mark.GIVEN | Mark.PATRONYMIC | Mark.HONORIFIC
_TOWNS = frozenset({"city", "capital", "region", "county"})
_SHORTEST = 3  # letters of a town's name
