"""Which body a lone noun means in English: "the bank's governor" after "National Bank", "head of the city"."""

from sholu.model.reading import Entity
from sholu.model.span import Span
from sholu.reading.entities import EntityIndex
from sholu.reading.offices.lexicon import office_words
from sholu.reading.page import Page

_FAR = 1500
"""Code points back to the name that a noun may stand for."""
_BODIES = ("organisation", "outlet", "facility", "place")


def is_land(page: Page, body: Span) -> bool:
    """Whether words are but a noun for a town or a region: "the city"."""
    noun = _noun(page, body)
    return noun is not None and noun in office_words(page.language.tag).lands_called


def meant(page: Page, entities: EntityIndex, body: Span) -> str | None:
    """The entity named last before whose name has the noun in it; of a town, the town named last."""
    noun = _noun(page, body)
    if noun is None:
        return None
    town = noun in office_words(page.language.tag).towns
    land = is_land(page, body)
    for mention, id in reversed(entities.within(Span(max(0, body.start - _FAR), body.start))):
        entity = entities.get(id)
        if mention.form != "name" or entity.kind not in _BODIES or (land and entity.kind != "place"):
            continue
        if noun in entity.name.lower().split() or (town and _is_town(entity)):
            return id
    return None


def _noun(page: Page, body: Span) -> str | None:
    """The one word of a body in small letters behind "the"; None for any other words."""
    tokens = page.tokens_in(body)
    articles = office_words(page.language.tag).nominal_articles
    if tokens and tokens[0].lower in articles:
        tokens = tokens[1:]
    elif not tokens or tokens[0].i == 0 or page.tokens[tokens[0].i - 1].lower not in articles:
        return None
    return tokens[0].lower if len(tokens) == 1 and tokens[0].shape == "lower" else None


def _is_town(entity: Entity) -> bool:
    return entity.kind == "place" and "iso3166" not in entity.same_as and len(entity.name.split()) == 1
