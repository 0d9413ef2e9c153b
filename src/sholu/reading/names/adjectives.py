"""Adjectives of countries and towns as mentions of them: «британский премьер», where English has "UK premier"."""

from collections.abc import Mapping, Sequence

from sholu.codebook.countries import country as country_of_code
from sholu.model.reading import Point
from sholu.model.span import Span
from sholu.reading.names.finds import RANK, Find
from sholu.reading.names.sheet import Sheet
from sholu.reading.names.towns import Town, town_words
from sholu.reading.places import CountryWord


def find_adjectives(sheet: Sheet, places: Sequence[Find], towns: Mapping[int, Town]) -> list[Find]:
    """Adjectives of places that are not part of a name, as their language counts them; see `towns.toml`."""
    mode = town_words(sheet.lexicon.tag).mentions
    if mode == "never":
        return []
    named = {find.key for find in places if find.key}
    found = [_of_country(sheet, word) for word in sheet.country_words if word.kind == "adjective"]
    if mode == "always":
        small = ((index, town) for index, town in towns.items() if not sheet.capitalised(index))
        found += [_of_town(sheet, index, town) for index, town in small if town.record.geonames]
    return [find for find in found if mode == "always" or find.key in named]


def _of_country(sheet: Sheet, word: CountryWord) -> Find:
    country = country_of_code(word.country)
    names = country.names.get(sheet.lexicon.tag, (country.code,))
    ids: dict[str, str | int] = {"iso3166": country.code}
    if country.geonames is not None:
        ids["geonames"] = country.geonames
    return _adjective(sheet, word.span, names[0], f"country:{country.code}", country.code, ids, Point(*country.point))


def _of_town(sheet: Sheet, index: int, town: Town) -> Find:
    record = town.record
    ids: dict[str, str | int] = {"geonames": record.geonames}
    key, point = f"geonames:{record.geonames}", Point(record.lat, record.lon)
    return _adjective(sheet, sheet.tokens[index].span, town.name, key, record.country, ids, point)


def _adjective(
    sheet: Sheet, span: Span, name: str, key: str, country: str, same_as: dict[str, str | int], point: Point
) -> Find:
    first, last = sheet.page.token_at(span.start), sheet.page.token_at(span.end - 1)
    return Find(
        first,
        last,
        "place",
        RANK["group"],
        form="nominal",
        name=name,
        key=key,
        aliases=(span.of(sheet.page.text),),
        country=country,
        same_as=same_as,
        point=point,
        confidence=0.8,
        part=None if span == sheet.page.span(first, last) else span,
    )
