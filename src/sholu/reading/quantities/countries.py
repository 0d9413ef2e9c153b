"""Whose "the country's GDP" is: the country last spoken of."""

from collections.abc import Iterator

from sholu.model.reading import Mention, Quantity
from sholu.model.span import Span
from sholu.reading.chunks import chunks_of
from sholu.reading.chunks import kinds as k
from sholu.reading.entities import EntityIndex
from sholu.reading.page import Page
from sholu.reading.quantities.lexicon import UnitWords

_NEAR = 3  # tokens between the word for a country and what is measured of it
_CLAUSE = 160  # code points from what is measured to its figure
_BACK = 600  # code points back to the name of the country
_OPENERS = frozenset({k.DETERMINER, k.ADJECTIVE})


class Countries:
    """The countries of one page for which a noun stands beside what its figures measure."""

    def __init__(self, page: Page, words: UnitWords, entities: EntityIndex) -> None:
        self.page, self.tokens, self.words, self.entities = page, page.tokens, words, entities
        self.chunks = chunks_of(page)

    def of(self, item: Quantity) -> str | None:
        """The country of which a figure says something by a noun: "1.2% of the country's GDP", «ВВП страны вырос»."""
        at = next((at for at in self._beside(item) if self._is_country(at)), None)
        return None if at is None else self._last_named(at)

    def _beside(self, item: Quantity) -> Iterator[int]:
        """The tokens of the figure, then those of what it measures and right beside it."""
        yield from range(*self.page.token_range(item.evidence))
        if not item.measure:
            return
        lowest = max(0, item.evidence.start - _CLAUSE, self.page.sentence_at(item.evidence.start).start)
        start = self.page.text.rfind(item.measure, lowest, item.evidence.start)
        if start < 0:
            return
        first, stop = self.page.token_range(Span(start, start + len(item.measure)))
        yield from range(max(0, first - _NEAR), min(stop + _NEAR, self.page.token_at(item.evidence.start)))

    def _is_country(self, at: int) -> bool:
        """Whether the token stands for one country that was named before: no "a country", no «Республики Корея»."""
        if self.tokens[at].lower not in self.words.measures.country_words or at + 1 >= len(self.tokens):
            return False
        following, before = self.tokens[at + 1], self.tokens[at - 1] if at else None
        if self.page.language.tag == "kk":
            return following.shape == "lower"  # «елдің бюджеті»
        if self.page.language.tag != "en":
            after_noun = before is not None and self.chunks.kind(at - 1) in (k.NOUN, k.PREPOSITION)
            return after_noun and not following.is_capitalised and following.text not in '«"'
        if before is None or before.lower not in self.words.sets["definite"]:
            return False
        governed = at > 1 and self.chunks.kind(at - 2) == k.PREPOSITION
        return following.shape == "possessive" or (governed and self.chunks.kind(at + 1) not in (k.NOUN, k.ADJECTIVE))

    def _last_named(self, at: int) -> str | None:
        """The country named last before the token, where its sentence names several the one that nothing governs."""
        start = self.tokens[at].start
        named = list(self._named(Span(max(0, start - _BACK), start)))
        if not named:
            return None
        last = self.page.sentence_at(named[-1][0].start)
        near = [(mention, id) for mention, id in named if mention.start >= last.start]
        if len({id for _, id in near}) == 1:
            return near[-1][1]
        free = list(dict.fromkeys(id for mention, id in near if not self._is_governed(mention, last.first)))
        return free[0] if len(free) == 1 else None

    def _named(self, span: Span) -> Iterator[tuple[Mention, str]]:
        end = 0
        for mention, id in self.entities.within(span):
            entity = self.entities.get(id)
            country = mention.form == "name" and entity.kind == "place" and "iso3166" in entity.same_as
            if country and mention.end > end:
                yield mention, id
            end = max(end, mention.end)

    def _is_governed(self, mention: Mention, first: int) -> bool:
        at = self.page.token_at(mention.start) - 1
        while at > first and self.chunks.kind(at) in _OPENERS:
            at -= 1
        return at >= first and self.chunks.kind(at) in (k.PREPOSITION, k.INFINITIVE)
