"""Places as finds, and where they stand on the sheet for the other finders to see."""

from sholu.gazetteer import Gazetteer
from sholu.packs import Packs
from sholu.reading.names.finds import RANK, Find
from sholu.reading.names.sheet import Sheet
from sholu.reading.places import PlaceMention, country_adjectives, find_places


def find_on_map(sheet: Sheet, packs: Packs, gazetteer: Gazetteer) -> list[Find]:
    """Places that a pack or the gazetteer knows, each with its country, point and ids."""
    found = []
    for place in find_places(sheet.page, packs, gazetteer):
        first, stop = sheet.page.token_range(place.span)
        if first >= stop:
            continue
        same_as: dict[str, str | int] = {}
        if place.pack is not None:
            same_as["pack"] = place.pack
        if place.geonames is not None:
            same_as["geonames"] = place.geonames
        if place.kind == "country" and place.country:
            same_as["iso3166"] = place.country
        found.append(
            Find(
                first, stop - 1, "facility" if place.facility else "place", RANK["place"], name=place.name, key=_key(place),
                country=place.country, same_as=same_as, point=place.point, confidence=place.confidence,
            )  # fmt: skip
        )
    return found


def _key(place: PlaceMention) -> str:
    """What makes two mentions one place."""
    if place.geonames is not None:
        return f"geonames:{place.geonames}"
    return place.pack or f"place:{place.name.lower()}:{place.country}"


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
