"""Where places are that were told by other signs than the map: looked up, or about where a place in their name is."""

from collections.abc import Collection, Sequence
from dataclasses import replace

from sholu.gazetteer import Gazetteer, PlaceRecord
from sholu.model.reading import Point
from sholu.reading.languages.morphology import base_forms
from sholu.reading.names.finds import RANK, Find
from sholu.reading.names.places import of_record
from sholu.reading.names.sheet import Sheet
from sholu.reading.places import likeliest
from sholu.reading.places.stated import stated_at
from sholu.reading.places.words import place_words

Surrounding = tuple[str | None, Point | None]
"""Country and point of another place on the page."""


def surroundings(finds: Sequence[Find]) -> frozenset[Surrounding]:
    """Country and point of each place among the finds."""
    return frozenset((find.country, find.point) for find in finds if find.kind == "place")


def find_named(sheet: Sheet, gazetteer: Gazetteer, first: int, last: int, around: Collection[Surrounding]) -> Find:
    """The place that these tokens name, known to be one: of that name the one that fits best what is `around`.

    Where the gazetteer has none, the words alone.
    """
    own = _fitting(_called(sheet, gazetteer, first, last), around)
    if own is None:
        return Find(first, last, "place", RANK["place"], confidence=0.7)
    return replace(of_record(first, own), last=last)


def located(sheet: Sheet, gazetteer: Gazetteer, finds: list[Find]) -> list[Find]:
    """The finds, names of places and facilities that have no point with one where their words tell it.

    A longer name has the point of the place in it: "Metro Fargo" and "Fargo Town Hall" that of Fargo. Rivers, lakes
    and mountains are named after places far away.
    """
    lost = [find for find in finds if find.form == "name" and find.kind in _PLACES and not (find.point or find.key)]
    if not lost:
        return finds
    around = surroundings(finds)
    lands = _lands(sheet, finds, lost)
    points = {id(find): _place_of(sheet, gazetteer, find, around, lands.get(id(find))) for find in lost}
    return [
        replace(find, point=Point(place.lat, place.lon), country=place.country or find.country)
        if (place := points.get(id(find)))
        else replace(find, country=lands[id(find)])
        if id(find) in lands
        else find
        for find in finds
    ]


def _lands(sheet: Sheet, finds: Sequence[Find], lost: Sequence[Find]) -> dict[int, str]:
    """The countries of places that the text says to lie in another: "at the Zarechny checkpoint in Atyrau Region"."""
    starts = {find.first: find.country for find in finds if find.kind == "place" and find.point and find.country}
    stated = {id(find): stated_at(sheet.page, find.first, find.last) for find in lost if find.kind == "place"}
    return {id: land for id, at in stated.items() if at is not None and (land := starts.get(at))}


_PLACES = frozenset({"place", "facility"})
_TOWNS = frozenset({"city", "capital", "county"})


def _place_of(
    sheet: Sheet, gazetteer: Gazetteer, find: Find, around: Collection[Surrounding], land: str | None
) -> PlaceRecord | None:
    first, last = find.first, find.last
    records = _called(sheet, gazetteer, first, last) if find.kind == "place" else ()
    if not records and _is_of_nature(sheet, first, last):
        return None
    if not records and find.kind == "place":
        records = _called_at_end(sheet, gazetteer, first, last)
    records = records or _town_before(sheet, gazetteer, first, last)
    return _fitting([record for record in records if land is None or record.country == land], around)


def _fitting(records: Sequence[PlaceRecord], around: Collection[Surrounding]) -> PlaceRecord | None:
    """The likeliest of the records; no small town of a country that the page names nothing of."""
    own = likeliest(records, around)
    lands = {land for land, _ in around if land}
    small = own is not None and own.kind == "city" and own.population < _LARGE
    return None if own is not None and small and lands and own.country not in lands else own


_LARGE = 300_000  # inhabitants


def _called(sheet: Sheet, gazetteer: Gazetteer, first: int, last: int) -> tuple[PlaceRecord, ...]:
    """The places of exactly this name, or of the first part known of a compound: "Texas-based"."""
    words = sheet.text(first, last)
    forms = dict.fromkeys((words, *(base_forms(sheet.lexicon.tag, words) if first == last else ())))
    parts = [part for part in words.split("-") if part[:1].isupper()] if "-" in words else []
    return next((found for form in (*forms, *parts) if (found := gazetteer.look_up(form))), ())


def _called_at_end(sheet: Sheet, gazetteer: Gazetteer, first: int, last: int) -> tuple[PlaceRecord, ...]:
    words = place_words(sheet.lexicon.tag)
    for start in range(first + 1, last + 1):
        if start == last and (sheet.tokens[last].lower in words.last or sheet.tokens[last].lower in words.never):
            break  # a town that is called "Lake"
        if records := gazetteer.look_up(sheet.text(start, last)):
            return records
    return ()


def _town_before(sheet: Sheet, gazetteer: Gazetteer, first: int, last: int) -> tuple[PlaceRecord, ...]:
    for stop in range(last - 1, first - 1, -1):
        if stop == first and sheet.tokens[first].lower in place_words(sheet.lexicon.tag).never:
            break
        records = gazetteer.look_up(sheet.text(first, stop))
        if towns := tuple(record for record in records if record.kind in _TOWNS):
            return towns
    return ()


def _is_of_nature(sheet: Sheet, first: int, last: int) -> bool:
    """Whether a noun of nature stands in a name: "Lake Vermont"."""
    words = place_words(sheet.lexicon.tag)
    return any(words.last.get(sheet.tokens[i].lower) in _NATURE or _leads(sheet, i) for i in range(first, last + 1))


def _leads(sheet: Sheet, index: int) -> bool:
    match = place_words(sheet.lexicon.tag).first.at(sheet.tokens, index)
    return match is not None and match.value in _NATURE


_NATURE = frozenset({"river", "lake", "mountains", "island", "desert", "forest", "canal"})
