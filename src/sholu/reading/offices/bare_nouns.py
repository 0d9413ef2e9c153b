"""What a bare noun behind an office means that the text has named: "the bank's governor", «аким области»."""

from bisect import bisect_left
from collections.abc import Iterator

from sholu.model.changing import replace
from sholu.model.reading import Entity, Mention
from sholu.model.span import Span
from sholu.reading.entities import EntityIndex
from sholu.reading.languages.morphology import lemma
from sholu.reading.offices.complements import Post
from sholu.reading.offices.lexicon import Meant, office_words
from sholu.reading.page import Page

_BODIES = ("organisation", "facility", "outlet")
_NAMED = (*_BODIES, "place")
_FAR = 60
"""Mentions back among which what is meant is looked for."""
_FAR_BACK = 1500
"""Code points back to the name that an English noun may stand for."""


class Bare:
    """Finds on one page what bare nouns for lands and bodies mean where data says what each may mean: Russian."""

    def __init__(self, page: Page, entities: EntityIndex) -> None:
        self.page = page
        self.entities = entities
        self.words = office_words(page.language.tag)
        self._named = sorted(self._mentions()) if self.words.meant else []

    def _mentions(self) -> Iterator[tuple[int, str]]:
        for entity in self.entities.entities():
            if entity.kind == "place" or entity.kind in _BODIES:
                for mention in entity.mentions:
                    if mention.form == "name":
                        yield mention.start, entity.id

    def meant(self, post: Post) -> Post:
        """The post of what its bare noun means; of no body where that is a land which nothing has named."""
        if post.organisation is not None or post.body is None or post.body[0] != post.body[1]:
            return post
        token = self.page.tokens[post.body[0]]
        meant = self.words.meant.get(lemma(self.page.language.tag, token.lower))
        if meant is None:
            return post
        if meant.country:
            return replace(post, body=None)
        found = self._before(meant, token.start)
        if found is None:
            return replace(post, body=None) if meant.land else post
        self.entities.mention(found, Mention(token.start, token.end, "nominal"))
        return replace(post, organisation=found, country=post.country or self.entities.get(found).country)

    def _before(self, meant: Meant, start: int) -> str | None:
        """The last thing of the kind that is named before; else the only one that the text names."""
        at = bisect_left(self._named, (start, ""))
        near = (id for _, id in reversed(self._named[max(0, at - _FAR) : at]))
        before = next((id for id in near if self._fits(meant, self.entities.get(id))), None)
        if before is not None:
            return before
        behind = {id for _, id in self._named[at : at + _FAR] if self._fits(meant, self.entities.get(id))}
        return behind.pop() if len(behind) == 1 else None

    def _fits(self, meant: Meant, entity: Entity) -> bool:
        if (entity.kind == "place") != meant.land or "iso3166" in entity.same_as:
            return False
        words = entity.name.lower().replace("-", " ").split()
        if any(word.startswith(meant.words) for word in words):
            return True
        if meant.land:
            return meant.town and not any(word.startswith(self.words.land_stems) for word in words)
        return not meant.sectors.isdisjoint(entity.sector) or entity.kind in meant.kinds


# -- English: a noun behind "the" that the name itself has in it


def is_land(page: Page, body: Span) -> bool:
    """Whether words are but a noun for a town or a region: "the city"."""
    noun = _noun(page, body)
    return noun is not None and noun in office_words(page.language.tag).lands_called


def last_named(page: Page, entities: EntityIndex, body: Span) -> str | None:
    """The entity named last before whose name has the noun in it; of a town, the town named last."""
    noun = _noun(page, body)
    if noun is None:
        return None
    town = noun in office_words(page.language.tag).towns
    land = is_land(page, body)
    for mention, id in reversed(entities.within(Span(max(0, body.start - _FAR_BACK), body.start))):
        entity = entities.get(id)
        if mention.form != "name" or entity.kind not in _NAMED or (land and entity.kind != "place"):
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
