"""Places as finds, and where they stand on the sheet for the other finders to see."""

from sholu.codebook.countries import country as country_of_code
from sholu.gazetteer import Gazetteer
from sholu.packs import Packs
from sholu.reading.names.finds import RANK, Find
from sholu.reading.names.sheet import Sheet
from sholu.reading.places import PlaceMention, country_adjectives, find_places


def find_on_map(sheet: Sheet, packs: Packs, gazetteer: Gazetteer) -> list[Find]:
    """Places that a pack, the gazetteer or their own words tell, each with its country, point and ids."""
    found = []
    for place in find_places(sheet.page, packs, gazetteer):
        first, stop = sheet.page.token_range(place.span)
        if first < stop:
            found.append(
                Find(
                    first,
                    stop - 1,
                    "facility" if place.facility else "place",
                    RANK["place"],
                    name=_name(sheet, place),
                    key=_key(place),
                    country=place.country,
                    same_as=_ids(place),
                    point=place.point,
                    confidence=place.confidence,
                )
            )
    return found


def _name(sheet: Sheet, place: PlaceMention) -> str | None:
    """The usual name where it was looked up in the text's language; None where the words themselves are the name."""
    tag = sheet.lexicon.tag
    if tag == "en" or place.pack is not None:
        return place.name
    if place.kind == "country" and place.country:
        names = country_of_code(place.country).names.get(tag)
        return names[0] if names else None
    return None


def _ids(place: PlaceMention) -> dict[str, str | int]:
    """The ids that were looked up."""
    ids: dict[str, str | int] = {}
    if place.pack is not None:
        ids["pack"] = place.pack
    if place.geonames is not None:
        ids["geonames"] = place.geonames
    if place.kind == "country" and place.country:
        ids["iso3166"] = place.country
    return ids


def _key(place: PlaceMention) -> str | None:
    """What makes two mentions one place; None where only the words can tell."""
    if place.kind == "country" and place.country:
        return f"country:{place.country}"
    if place.geonames is not None:
        return f"geonames:{place.geonames}"
    return place.pack


def find_country_words(sheet: Sheet, places: list[Find]) -> list[Find]:
    """Adjectives of countries that the text also names, where they are written small: "казахстанский" is no name."""
    if sheet.lexicon.tag == "en":
        return []
    named = {find.key: find for find in places if find.key and find.key.startswith("country:")}
    found = []
    for index, code in sheet.adjectives.items():
        country = named.get(f"country:{code}")
        if country is not None:
            found.append(
                Find(
                    index, index, "place", RANK["group"], form="nominal", key=country.key, country=code, confidence=0.8
                )
            )
    return found


def lay_out_places(sheet: Sheet, places: list[Find]) -> None:
    """Note on the sheet where places and adjectives of countries stand."""
    for place in places:
        sheet.places[place.first] = (place.last, place.country)
        sheet.place_ends[place.last] = place.country
        sheet.place_tokens.update(range(place.first, place.last + 1))
    for adjective in country_adjectives(sheet.page):
        first, stop = sheet.page.token_range(adjective.span)
        for index in range(first, stop):
            sheet.adjectives[index] = adjective.country
