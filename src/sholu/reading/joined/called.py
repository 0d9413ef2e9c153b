"""Whom a lone noun means, by what those named before are called: "the court", «районе», "зауыт"."""

from collections.abc import Iterator
from typing import NamedTuple

from sholu.model.reading import EntityKind, MentionForm
from sholu.model.span import Span
from sholu.reading.entities import EntityIndex
from sholu.reading.languages.morphology import base_forms, features
from sholu.reading.names.lexicon import lexicon
from sholu.reading.page import Page

_FAMILY: dict[str, str] = {"outlet": "organisation", "facility": "place"}
_KINDS = frozenset({"organisation", "outlet", "facility", "place"})
_NEAR = 1200
"""Code points back to whom a general noun may mean."""
_CLOSING = frozenset('»”"')
_SHORTEST = 3
"""Letters of a noun."""


class Referring(NamedTuple):
    """A marked noun phrase or pronoun, trimmed to whole tokens."""

    span: Span
    kind: EntityKind
    form: MentionForm
    probability: float


def family(kind: str) -> str:
    """The kind as which a kind counts where one is looked for that words may mean."""
    return _FAMILY.get(kind, kind)


class Called:
    """The nouns by which the entities of a page are called, by where they stand."""

    def __init__(self, page: Page, entities: EntityIndex) -> None:
        self._page = page
        self._tag = page.language.tag
        self._grammar = lexicon(self._tag).grammar
        self._kinds = {entity.id: entity.kind for entity in entities}
        self._sectors = {entity.id: entity.sector for entity in entities}
        self._named: list[tuple[int, str]] = []
        self._towns: set[str] = set()
        self._known: dict[str, list[tuple[int, str]]] = {}
        for entity in entities.entities():
            if entity.kind == "place" and "iso3166" not in entity.same_as and len(entity.name.split()) == 1:
                self._towns.add(entity.id)
            if entity.kind in _KINDS:
                self._named += [(mention.start, entity.id) for mention in entity.mentions if mention.form == "name"]
                for mention in entity.mentions:
                    if mention.form != "pronoun":
                        for noun in (*self._nouns(mention.span), *self._kind_behind(mention.span)):
                            self._known.setdefault(noun, []).append((mention.start, entity.id))
        self._named.sort()
        for told in self._known.values():
            told.sort()

    def owner(self, one: Referring) -> str | None:
        """The last entity before a lone noun that the noun is part of, as it is called."""
        if one.form != "nominal" or one.kind not in _KINDS:
            return None
        words = [token for token in self._page.tokens_in(one.span) if token.lower not in self._grammar["articles"]]
        if len(words) != 1 or (self._grammar["articles"] and len(self._page.tokens_in(one.span)) == 1):
            return None
        for start, id in reversed(self._known.get(self._base(words[0].lower), ())):
            if start < one.span.start and one.kind in _ALIKE.get(self._kinds[id], (self._kinds[id],)):
                return id
        return self._of_sort(words[0].lower, one)

    def _of_sort(self, lower: str, one: Referring) -> str | None:
        """Whoever was named last of the sort that a general noun means: "the ministry" of state, "the town" a town."""
        sectors = {sector for stem, sector in lexicon(self._tag).generic if lower.startswith(stem)}
        town = one.kind == "place" and lower.startswith(tuple(self._grammar["towns_called"]) or ("\n",))
        if not sectors and not town:
            return None
        for start, id in reversed(self._named):
            if one.span.start - _NEAR <= start < one.span.start and (
                not sectors.isdisjoint(self._sectors[id]) if sectors else id in self._towns
            ):
                return id
        return None

    def _nouns(self, span: Span) -> Iterator[str]:
        """The nouns of a mention: all in small letters, and of a name the large ones, too."""
        for token in self._page.tokens_in(span):
            if token.is_word and len(token.text) >= _SHORTEST:
                yield self._base(token.lower)

    def _kind_behind(self, span: Span) -> Iterator[str]:
        """Kazakh: what a name in quotation marks is, by the noun behind it: "«Тұмар» компаниясы"."""
        tokens = self._page.tokens
        mark = self._page.token_range(span)[1]
        if self._tag != "kk" or mark + 1 >= len(tokens) or tokens[mark].text not in _CLOSING:
            return
        noun = tokens[mark + 1]
        if noun.shape == "lower" and self._base(noun.lower) != noun.lower:
            yield self._base(noun.lower)

    def _base(self, lower: str) -> str:
        if self._tag == "en":
            return lower
        return features("kk", lower).lemma if self._tag == "kk" else base_forms("ru", lower)[0]


_ALIKE = {
    "organisation": ("organisation", "facility", "outlet"),
    "facility": ("facility", "organisation"),
    "outlet": ("outlet", "organisation"),
}
