"""Places as finds, and where they stand on the sheet for the other finders to see."""

from collections import Counter
from dataclasses import replace

from sholu.codebook.countries import country as country_of_code
from sholu.gazetteer import Gazetteer, PlaceRecord
from sholu.model.reading import Point
from sholu.packs import Packs
from sholu.reading.languages.morphology import base_forms, readings
from sholu.reading.names.finds import RANK, Find
from sholu.reading.names.lexicon import Mark
from sholu.reading.names.second import Second
from sholu.reading.names.sheet import Sheet
from sholu.reading.places import PlaceMention, country_adjectives, find_places


def find_on_map(sheet: Sheet, packs: Packs, gazetteer: Gazetteer, second: Second | None = None) -> list[Find]:
    """Places that a pack, the gazetteer or their own words tell, each with its country, point and ids."""
    found = []
    for place in find_places(sheet.page, packs, gazetteer, second.place if second else None):
        first, stop = sheet.page.token_range(place.span)
        first += _opens_with_noun(sheet, place, first, stop)
        if first < stop and not _inside_foreign(sheet, first, stop - 1) and not _describes(sheet, first, stop - 1):
            found.append(
                Find(
                    first,
                    stop - 1,
                    "facility" if place.facility else "place",
                    RANK["place"],
                    name=_name(sheet, place, gazetteer),
                    key=_key(place),
                    country=place.country,
                    same_as=_ids(place),
                    point=place.point,
                    confidence=place.confidence,
                )
            )
    return _without_strangers(sheet, gazetteer, found)


def _without_strangers(sheet: Sheet, gazetteer: Gazetteer, finds: list[Find]) -> list[Find]:
    """The finds; of a village in a country that nothing else speaks of, without what the map says of it.

    «Сиба» in a text on Iraq is a place that the map does not have, not the hamlet of that name far away.
    """
    lands = Counter(country for country, _ in {(find.country, find.key) for find in finds if find.country})
    lands.update({country_word.country: 1 for country_word in country_adjectives(sheet.page)})
    told = [country for country in lands if country]
    return [
        replace(find, name=None, key=None, country=None, same_as={}, point=None, confidence=_STRANGE)
        if len(told) > 1 and find.country and lands[find.country] == _ONCE and _is_village(sheet, gazetteer, find)
        else find
        for find in finds
    ]


def _is_village(sheet: Sheet, gazetteer: Gazetteer, find: Find) -> bool:
    """Whether a find is a small place by the gazetteer."""
    known = find.same_as.get("geonames")
    if not known or "pack" in find.same_as:
        return False
    words = sheet.text(find.first, find.last)
    forms = (words, *(base_forms(sheet.lexicon.tag, words) if find.first == find.last else ()))
    records = (record for form in forms for record in gazetteer.look_up(form) if record.geonames == known)
    record = next(records, None)
    return record is not None and record.kind == "city" and record.population < _VILLAGE


_VILLAGE = 5_000
"""Inhabitants of a place that is hardly named in the press of another country."""
_ONCE = 1
_STRANGE = 0.5


def _opens_with_noun(sheet: Sheet, place: PlaceMention, first: int, stop: int) -> bool:
    """Russian: «Озеро Маракайбо» where a sentence opens: the noun is large from there and says what it is."""
    if sheet.lexicon.tag != "ru" or place.kind not in _NOUNS or first not in sheet.opens or stop - first == 1:
        return False
    lower = sheet.tokens[first + 1].lower
    return bool(sheet.marks(first) & Mark.PLACE_HEAD) and base_forms("ru", lower)[0] == lower


_NOUNS = frozenset({"lake", "river", "mountains", "island", "street", "canal"})


def _inside_foreign(sheet: Sheet, first: int, last: int) -> bool:
    """Russian and Kazakh: whether Latin words go on before or behind, «компании West Oil»: a part of another name."""
    if not sheet.foreign(first):
        return False
    beside = [i for i in (first - 1, last + 1) if 0 <= i < len(sheet.tokens)]
    return any(sheet.capitalised(i) and sheet.foreign(i) and not sheet.line_break(max(i, last)) for i in beside)


def _describes(sheet: Sheet, first: int, last: int) -> bool:
    """Russian: «в Уральском федеральном округе»: an adjective that agrees with the next one, and no town «Уральск»."""
    after = last + 1
    if sheet.lexicon.tag != "ru" or first != last or after >= len(sheet.tokens) or sheet.tokens[after].shape != "lower":
        return False
    if not sheet.tokens[last].lower.endswith(sheet.lexicon.adjectival):
        return False
    told = [{(form.case, form.number, form.gender) for form in readings("ru", sheet.tokens[i].lower)
             if form.part == "adjective" and form.case} for i in (last, after)]  # fmt: skip
    return not told[0].isdisjoint(told[1])


def find_cities(sheet: Sheet, gazetteer: Gazetteer) -> list[Find]:
    """Large cities that stand as actors, with nothing around them that speaks of a place ("Astana said").

    Only single words that are nothing else, neither a name of people nor an ordinary word.
    """
    found = []
    for sentence in sheet.page.sentences:
        for first, last in sheet.runs(sentence):
            if first != last or first in sheet.place_tokens or sheet.marks(first) & _OTHER:
                continue
            word = sheet.tokens[first].text
            forms = dict.fromkeys((word, *base_forms(sheet.lexicon.tag, word)))
            record = next(
                (records[0] for form in forms if (records := gazetteer.look_up(form)) and _large(records[0])), None
            )
            if record is not None:
                found.append(of_record(first, record))
    return found


def _large(record: PlaceRecord) -> bool:
    return record.kind == "city" and record.population >= _LARGE


def of_record(token: int, record: PlaceRecord) -> Find:
    """A token as the name of a place of the gazetteer."""
    return Find(
        token,
        token,
        "place",
        RANK["place"],
        key=f"geonames:{record.geonames}" if record.geonames else None,
        country=record.country or None,
        same_as={"geonames": record.geonames} if record.geonames else {},
        point=Point(record.lat, record.lon),
        confidence=0.7,
    )


_LARGE = 300_000  # inhabitants
_NAMES = Mark.GIVEN | Mark.SURNAME | Mark.ENDING
_OTHER = _NAMES | Mark.COMMON | Mark.OPENER | Mark.TITLE | Mark.HEAD | Mark.CALENDAR | Mark.PEOPLES


def _name(sheet: Sheet, place: PlaceMention, gazetteer: Gazetteer) -> str | None:
    """The usual name where it was looked up in the text's language; None where the words themselves are the name."""
    tag = sheet.lexicon.tag
    if tag == "en" or place.pack is not None:
        return place.name
    if place.kind == "country" and place.country:
        names = country_of_code(place.country).names.get(tag)
        return names[0] if names else None
    if place.geonames is None or not place.name.replace("-", "").isalpha():
        return None
    forms = base_forms(tag, place.name)
    return next((form for form in forms if _is_called(gazetteer, form, place.geonames)), None)


def _is_called(gazetteer: Gazetteer, name: str, geonames: int) -> bool:
    return any(record.geonames == geonames for record in gazetteer.look_up(name))


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


def lay_out_places(sheet: Sheet, places: list[Find]) -> None:
    """Note on the sheet where places and adjectives of countries stand."""
    note_places(sheet, places)
    sheet.country_words = country_adjectives(sheet.page)
    for adjective in sheet.country_words:
        first, stop = sheet.page.token_range(adjective.span)
        for index in range(first, stop):
            sheet.adjectives[index] = adjective.country


def note_places(sheet: Sheet, places: list[Find]) -> None:
    """Note on the sheet where places stand."""
    for place in places:
        sheet.places[place.first] = (place.last, place.country)
        sheet.place_ends[place.last] = place.country
        sheet.place_tokens.update(range(place.first, place.last + 1))
        if place.first == place.last:
            sheet.place_words.add(sheet.tokens[place.first].lower)
