"""Parties that stand before a noun of action: its possessor, "the president's visit", or a modifier, "police fire"."""

from sholu.reading.chunks import kinds
from sholu.reading.events.lexicon import Hit, Rule, words
from sholu.reading.events.lexicon import phrases as section
from sholu.reading.events.stretches import NOMINAL, Stretch, Stretches
from sholu.reading.events.subjects import Subjects


class Modifiers:
    """The parties before the nouns of one page."""

    def __init__(self, stretches: Stretches, subjects: Subjects) -> None:
        self.stretches = stretches
        self.subjects = subjects
        self.page = stretches.page
        self.tokens = stretches.tokens
        self.tag = stretches.tag
        self.chunks = stretches.chunks

    def possessive(self, hit: Hit[Rule]) -> Stretch | None:
        """ "the president's visit": the president; an adjective of nationality before the noun also tells."""
        if self.tag == "kk":
            return self.stretches.before(hit.first - 1, "gen")
        i = hit.first - 1
        first = self.page.sentence_at(self.tokens[hit.first].start).first
        while i >= first and self.chunks.kind(i) in (kinds.ADJECTIVE, kinds.NOUN, kinds.PARTICIPLE, kinds.NUMBER):
            i -= 1
        if i > first and self.chunks.kind(i) == kinds.POSSESSIVE:
            end = i - 1
            start = end
            while start > first and self.chunks.kind(start - 1) in NOMINAL:
                start -= 1
            return self.stretches.tidy((start, end))
        if (
            i >= first
            and self.chunks.kind(i) == kinds.DETERMINER
            and self.tokens[i].lower in words(self.tag, "grammar", "owners")
        ):
            return self.subjects.meant((i, i))
        return None

    def modifier(self, hit: Hit[Rule]) -> Stretch | None:
        """ "police firing", "the Israeli air strike": the word for a party that stands before the noun."""
        first = self.page.sentence_at(self.tokens[hit.first].start).first
        sectors = section(self.tag, "sectors")
        adjectives = self.chunks.grammar.endings.get("adjective", ())
        named = not adjectives or not self.tokens[hit.first].lower.endswith(adjectives)
        if named and hit.last > hit.first and sectors.at(self.tokens, hit.first, hit.first + 1):
            return hit.first, hit.first
        i = hit.first - 1
        while i >= first and self.chunks.kind(i) in (kinds.ADJECTIVE, kinds.PARTICIPLE, kinds.NUMBER):
            if self.tokens[i].is_capitalised and i > first:
                break
            i -= 1
        if i < first or i in self.stretches.dated or self.chunks.kind(i) not in (kinds.NOUN, kinds.ADJECTIVE):
            return None
        if self.tokens[i].is_capitalised and (i > first or self.chunks.kind(i) == kinds.ADJECTIVE):
            start = i
            while start > first and self.tokens[start - 1].is_capitalised and self.chunks.kind(start - 1) == kinds.NOUN:
                start -= 1
            return None if self._is_town((start, i)) else (start, i)
        return (i, i) if i == hit.first - 1 and sectors.at(self.tokens, i, i + 1) else None

    def _is_town(self, phrase: Stretch) -> bool:
        """English: whether a name is but where it happened, "the Geneva summit"; a state stands for its government."""
        if self.tag != "en":
            return False
        id = self.stretches.entities.at(self.stretches.span(phrase))
        entity = self.stretches.entities.get(id) if id else None
        return entity is not None and entity.kind == "place" and "iso3166" not in entity.same_as
