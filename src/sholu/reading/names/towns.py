"""Adjectives made of the names of towns: they speak of the country of the town ("Гомельский областной суд")."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal, NamedTuple

from sholu.gazetteer import Gazetteer, PlaceRecord
from sholu.reading.languages import language
from sholu.reading.languages.morphology import features, readings
from sholu.reading.names.finds import Find
from sholu.reading.names.lexicon import Mark
from sholu.reading.names.locating import surroundings
from sholu.reading.names.sheet import Sheet
from sholu.reading.places import likeliest

Mentions = Literal["never", "named", "always"]
"""Whether adjectives of places are mentions of them: only of those that the text also names, or of all."""


@dataclass(frozen=True, slots=True)
class TownWords:
    """How a language makes adjectives of towns: see `towns.toml`. `stems` are ends with what a name has instead."""

    mentions: Mentions
    capital: bool
    least: int
    least_small: int
    shortest: int
    cases: tuple[str, ...]
    never: frozenset[str]
    stems: tuple[tuple[str, tuple[str, ...]], ...]

    def least_of(self, *, capital: bool) -> int:
        """The fewest inhabitants of a place that an adjective may speak of, written with a capital or without."""
        return self.least if capital or not self.capital else self.least_small

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
        shape["mentions"],
        shape["capital"],
        shape["least"],
        shape["least_small"],
        shape["shortest"],
        tuple(shape["cases"].split()),
        frozenset(shape["never"].split()),
        tuple((end, tuple(others)) for end, others in table["stems"].items()),
    )


class Town(NamedTuple):
    """A place and the name, in the base form of the language, of which a word is the adjective."""

    name: str
    record: PlaceRecord


def find_town_words(sheet: Sheet, gazetteer: Gazetteer, places: Sequence[Find]) -> dict[int, Town]:
    """The town that each adjective of one speaks of, by its token; of namesakes what fits the other places best."""
    tag = sheet.lexicon.tag
    words = town_words(tag)
    if not words.stems:
        return {}
    ends = tuple(end + case for end, _ in words.stems for case in words.cases or ("",))
    found: dict[int, Town] = {}
    around = None
    for index, token in enumerate(sheet.tokens):
        if not token.lower.endswith(ends) or not _modifies(sheet, index, words):
            continue
        least = words.least_of(capital=sheet.capitalised(index))
        towns = {town.record: town for town in _towns(tag, token.lower, gazetteer) if town.record.population >= least}
        if towns:
            around = surroundings(places) if around is None else around
            record = likeliest(tuple(towns), around)
            if record is not None and record.country:
                found[index] = towns[record]
    return found


@lru_cache(maxsize=16_384)
def _towns(tag: str, lower: str, gazetteer: Gazetteer) -> tuple[Town, ...]:
    """The towns and regions of which a word may be the adjective."""
    words = town_words(tag)
    found: dict[PlaceRecord, Town] = {}
    for name in words.names(lower):
        records = gazetteer.look_up(name) if len(name) >= _SHORTEST else ()
        if records and records[0].kind in _TOWNS:
            for record in records:
                better = record in found and _is_word(tag, name) and not _is_word(tag, found[record].name.lower())
                if record.population >= words.least and record.kind in _TOWNS and (better or record not in found):
                    found[record] = Town(name.title(), record)
    return tuple(found.values())


def _is_word(tag: str, name: str) -> bool:
    """Russian: whether a dictionary knows the name as it stands: «москва», and no «москова»."""
    return tag == "ru" and any(form.known and form.lemma == name for form in readings("ru", name))


def _modifies(sheet: Sheet, index: int, words: TownWords) -> bool:
    """Whether a word stands before a noun in small letters, or an adjective with one, and is no person's name."""
    if index + 1 >= len(sheet.tokens) or index in sheet.adjectives:
        return False
    capital = words.capital and sheet.capitalised(index)
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
