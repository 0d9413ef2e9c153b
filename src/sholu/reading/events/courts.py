"""Which court judged where a verdict's own sentence names none: the one named before it, else the only one."""

from bisect import bisect_left
from functools import cache

from sholu.model.reading import Role
from sholu.reading.entities import EntityIndex
from sholu.reading.events.lexicon import Gapped, listed
from sholu.reading.languages import language
from sholu.reading.page import Page

_KINDS = frozenset({"organisation", "group"})


class Courts:
    """The courts of one page."""

    def __init__(self, page: Page, entities: EntityIndex) -> None:
        courts = _words(page.language.tag)
        self._roles: list[Role] = []
        for entity in entities.entities():
            if entity.kind not in _KINDS:
                continue
            for mention in entity.mentions:
                first, stop = page.token_range(mention.span)
                if any(True for _ in courts.find(page.tokens, first, stop)):
                    text = mention.span.of(page.text)
                    self._roles.append(Role(text, mention.span, entity.id, entity.country, entity.sector))
        self._roles.sort(key=lambda role: role.span)
        self._starts = [role.span.start for role in self._roles]

    def before(self, offset: int) -> Role | None:
        """The court last named before this place, else the only one of the page."""
        i = bisect_left(self._starts, offset)
        if i:
            return self._roles[i - 1]
        return self._roles[0] if len({role.entity for role in self._roles}) == 1 else None


@cache
def _words(tag: str) -> Gapped[None]:
    return Gapped(((word, None) for word in listed(language(tag).table("roles")["addressees"]["courts"])), tag)
