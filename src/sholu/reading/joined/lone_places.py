"""Towns that the encoder takes for somebody or overlooks: lone words that the map or the words around tell.

Press names a town as it names people, without a word on what it is: "Drama refused", "a deputy for Amol", «уроженец
Торгая». A name that the map has in a country that the text speaks of, and that nobody of the text bears, is the town's.
"""

from collections.abc import Collection, Iterator, Sequence

from sholu.gazetteer import Gazetteer, PlaceRecord
from sholu.reading.languages.morphology import base_forms
from sholu.reading.names.finds import Find
from sholu.reading.names.lexicon import Mark
from sholu.reading.names.places import of_record
from sholu.reading.names.sheet import Sheet

_LARGE = 30_000
"""Inhabitants of the smallest town that is told by its name alone."""
_REGIONS = frozenset({"capital", "region"})
_NO_TOWN = Mark.TITLE | Mark.HEAD | Mark.CALENDAR | Mark.PEOPLES | Mark.OPENER | Mark.COMMON | Mark.MODIFIER
_SURNAME = Mark.SURNAME | Mark.ENDING | Mark.PATRONYMIC
_NAMED = Mark.GIVEN | Mark.SURNAME | Mark.ENDING | Mark.PATRONYMIC


class LonePlaces:
    """Which lone words of a page are towns, by the map and the countries that its other `finds` speak of."""

    def __init__(self, sheet: Sheet, gazetteer: Gazetteer, finds: Sequence[Find]) -> None:
        self._sheet = sheet
        self._gazetteer = gazetteer
        self._lands = {find.country for find in finds if find.kind == "place" and find.country}
        self._lands.update(sheet.adjectives.values())
        self._people = {
            sheet.tokens[i].lower
            for find in finds
            if find.kind == "person" and find.last > find.first
            for i in range(find.first, find.last + 1)
        }

    def is_place(self, first: int, last: int) -> bool:
        """Whether a name that looks like somebody's is a place's."""
        sheet = self._sheet
        if sheet.tokens[last].lower in self._people or _is_titled(sheet, first):
            return False
        if _is_told(sheet, first, last):
            return True
        return first == last and not sheet.marks(first) & _SURNAME and self._record(first) is not None

    def overlooked(self, finds: Collection[Find]) -> Iterator[Find]:
        """The towns among the words that are part of none of the finds."""
        sheet = self._sheet
        taken = {token for find in finds for token in range(find.first, find.last + 1)}
        for sentence in sheet.page.sentences:
            if sentence.i in sheet.shouting or sentence.i in sheet.titled:
                continue
            for first, last in sheet.runs(sentence):
                free = first == last and first not in taken and not sheet.marks(first) & (_NO_TOWN | _NAMED)
                if not free or sheet.tokens[first].lower in self._people or _is_titled(sheet, first):
                    continue
                record = self._record(first)
                if record is not None:
                    yield of_record(first, record)

    def _record(self, index: int) -> PlaceRecord | None:
        """The largest town of a word's name in the countries of the text."""
        token = self._sheet.tokens[index]
        if token.shape not in ("title", "mixed") or self._sheet.marks(index) & _NO_TOWN:
            return None
        tag = self._sheet.lexicon.tag
        forms = dict.fromkeys((token.text, *(() if tag == "en" else base_forms(tag, token.text))))
        records = (record for form in forms for record in self._gazetteer.look_up(form))
        known = [one for one in records if one.country in self._lands and _is_large(one)]
        return max(known, key=lambda one: one.population, default=None)


def _is_large(record: PlaceRecord) -> bool:
    return record.kind in _REGIONS or (record.kind == "city" and record.population >= _LARGE)


def _is_titled(sheet: Sheet, first: int) -> bool:
    """Whether a title or a given name stands right before a word."""
    before = first - 1
    return before >= sheet.sentence_of[first].first and bool(sheet.marks(before) & (Mark.TITLE | Mark.GIVEN | Mark.KIN))


def _is_told(sheet: Sheet, first: int, last: int) -> bool:
    """Whether the words before tell a place: "native of", "deputy for", "near", «жители», «в», «махалле»."""
    grammar, before = sheet.lexicon.grammar, first - 1
    start = sheet.sentence_of[first].first
    if before < start or last - first > 1:
        return False
    word = sheet.tokens[before].lower
    if word in grammar["among"]:
        return not any(sheet.marks(i) & Mark.GIVEN for i in range(first, last + 1))
    if word in grammar["of"] and before > start and grammar["articles"]:
        return sheet.tokens[before - 1].lower in grammar["natives"]
    if grammar["articles"]:
        return False
    if sheet.marks(before) & Mark.PLACE_HEAD and sheet.tokens[before].shape == "lower":
        return True
    native = not {word, *base_forms(sheet.lexicon.tag, word)}.isdisjoint(grammar["natives"])
    return native and first == last
