"""The country that the words of a name say it belongs to."""

from sholu.reading.names.lexicon import Mark
from sholu.reading.names.sheet import Sheet


def country_of(sheet: Sheet, first: int, last: int) -> str | None:
    """The one country that an adjective or a place inside the words names, or the "X's" right before them does.

    The adjective of a town speaks of the town's country.
    """
    inside = {sheet.adjectives[i] for i in range(first, last + 1) if i in sheet.adjectives}
    if len(inside) == 1:
        return next(iter(inside))
    places = [
        sheet.places[i][1] for i in range(first, last + 1) if i in sheet.places and not sheet.marks(i) & Mark.HEAD
    ]
    named = {country for country in places if country}
    if len(named) == 1:
        return next(iter(named))
    homes = [sheet.lexicon.home(sheet.tokens[i].lower) for i in range(first, last + 1) if sheet.marks(i) & Mark.HEAD]
    wide = any(sheet.tokens[i].lower in sheet.lexicon.grammar["international"] for i in range(first, last + 1))
    if any(homes) and not inside and not named and not wide:
        return next(filter(None, homes))
    towns = {sheet.towns[i] for i in range(first, last + 1) if i in sheet.towns}
    if len(towns) == 1 and not inside and not named:
        return next(iter(towns))
    if not inside and not named and first >= 2 and sheet.tokens[first - 1].shape == "possessive":
        return sheet.place_ends.get(first - 2)
    return None
