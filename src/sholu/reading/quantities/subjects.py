"""Noun phrases as measures: their words without determiners, and whose they are."""

from collections.abc import Sequence
from typing import NamedTuple

from sholu.model.reading import EntityKind, TimeExpression
from sholu.reading.chunks import chunks_of
from sholu.reading.chunks import kinds as k
from sholu.reading.chunks.russian import can_be_genitive
from sholu.reading.entities import EntityIndex
from sholu.reading.languages.morphology import features, lemma
from sholu.reading.page import Page
from sholu.reading.places.adjectives import country_word
from sholu.reading.quantities.kazakh_nouns import nominative
from sholu.reading.quantities.lexicon import UnitWords

HOLDERS: tuple[EntityKind, ...] = ("place", "organisation", "group", "person", "outlet", "facility")
"""Kinds of entities whose a figure can be."""
_NOMINAL = frozenset({k.NOUN, k.ADJECTIVE, k.PARTICIPLE})
_OWNED = _NOMINAL | {k.POSSESSIVE}
_FAR = 12
_LISTED = 4  # letters that a listed noun is known by


class Subject(NamedTuple):
    """A noun phrase as a measure: its words without determiners and owner, and the owner's entity id."""

    words: str
    holder: str | None


class Subjects:
    """Makes measures of the noun phrases of one page. `passed` are the tokens of times and of figures already read."""

    def __init__(self, page: Page, words: UnitWords, times: Sequence[TimeExpression], entities: EntityIndex) -> None:
        self.page = page
        self.tokens = page.tokens
        self.lexicon = words
        self.entities = entities
        self.chunks = chunks_of(page)
        self.passed = {j for time in times for j in range(*page.token_range(time.span))}

    def ending(self, last: int, first: int) -> Subject | None:
        """The noun phrase whose last token is `last`, no longer than to token `first`; None if there is none."""
        at = last
        if at > first and self.chunks.kind(at) == k.GERUND and self.chunks.kind(at - 1) in _NOMINAL:
            at -= 1  # "military spending"
        while at >= first and at > last - _FAR and self.chunks.kind(at) in _OWNED:
            at -= 1
            if self.page.language.tag == "ru" and self._starts_phrase(at + 1):
                while at >= first and self.chunks.kind(at) == k.ADJECTIVE:
                    at -= 1
                break
        if at == last:
            return None
        subject = self.phrase(at + 1, last)
        return subject if subject.words else None

    def _starts_phrase(self, at: int) -> bool:
        """A Russian noun not in the genitive does not hang on the noun before it."""
        return self.chunks.kind(at) == k.NOUN and self.tokens[at].is_word and not can_be_genitive(self.tokens[at])

    def phrase(self, first: int, last: int) -> Subject:
        """The phrase without determiners and owner: the owner stands before "'s", after "of" or at the end."""
        holder = None
        while last > first and (last in self.passed or self.chunks.kind(last) == k.PREPOSITION):
            last -= 1
        for at in range(last, first, -1):
            if self.tokens[at].shape == "possessive":
                holder = self.entities.at(self.tokens[at - 1].span, HOLDERS)
                first = at + 1
                break
        while first < last and self.chunks.kind(first) in (k.DETERMINER, k.POSSESSIVE, k.PRONOUN):
            holder = holder or self.entities.at(self.tokens[first].span, HOLDERS)  # "its budget"
            first += 1
        if first > last:
            return Subject("", holder)
        if holder is None:
            holder, first, last = self._owner(first, last)
        if holder is None and first < last and (country := self._country(first)):
            holder, first = country, first + 1
        return Subject(self.words(first, last) if first <= last else "", holder)

    def _owner(self, first: int, last: int) -> tuple[str | None, int, int]:
        """The entity named inside the phrase, and the phrase without it where it stands at an end."""
        if last < first:
            return None, first, last
        if self.page.language.tag == "ru":
            last = self._before_partner(first, last)
        for mention, id in self.entities.within(self.page.span(first, last)):
            if self.entities.get(id).kind not in HOLDERS:
                continue
            begin, end = self.page.token_range(mention.span)
            if begin == first and end - 1 == last:
                return id, first, first - 1
            if begin == first and self.page.language.tag == "kk":
                return id, end, last
            if end - 1 == last and begin > first:
                before = begin - 1
                if self.tokens[before].lower in self.lexicon.measures.apart or self._is_whither(before, last):
                    return None, first, last
                while before > first and (
                    self.tokens[before].lower in self.lexicon.numbers.of or self.chunks.kind(before) in "DP"
                ):
                    before -= 1
                if self.chunks.kind(before) == k.CONJUNCTION:
                    return None, first, self._before_both(before, first)
                return id, first, before
        return None, first, last

    def _before_both(self, joint: int, first: int) -> int:
        """ "[trade] between Norland and Sudmark": the token before the first of two names that "and" joins."""
        end = self.tokens[joint - 1].end
        names = (one for one, _ in self.entities.within(self.page.span(first, joint - 1)) if one.end == end)
        start = min((one.start for one in names), default=self.tokens[joint].start)
        before = self.page.token_at(start) - 1
        while before >= first and self.chunks.kind(before) in (k.DETERMINER, k.PREPOSITION):
            before -= 1
        return before

    def _country(self, at: int) -> str | None:
        """English: the country of the text whose adjective stands here: "Turkish exports"."""
        word = country_word("en", self.tokens[at].lower) if self.page.language.tag == "en" else None
        if word is None or word[1] != "adjective" or not self.tokens[at].is_capitalised:
            return None
        return next((one.id for one in self.entities.entities() if one.same_as.get("iso3166") == word[0]), None)

    def _before_partner(self, first: int, last: int) -> int:
        """«оборот Китая со странами СНГ»: the last token of the owner's name, if a preposition stands behind it."""
        for at in range(first + 2, last):
            if self.chunks.kind(at) == k.PREPOSITION:
                named = any(
                    self.page.token_range(mention.span)[1] == at and self.entities.get(id).kind in HOLDERS
                    for mention, id in self.entities.within(self.page.span(first + 1, at - 1))
                )
                return at - 1 if named else last
        return last

    def _is_whither(self, preposition: int, last: int) -> bool:
        """«экспорт в Германию»: a Russian accusative behind a preposition."""
        if self.page.language.tag != "ru" or self.chunks.kind(preposition) != k.PREPOSITION:
            return False
        return features("ru", self.tokens[last].lower).case == "acc"

    def counted(self, first: int, last: int) -> str:
        """The words of a counted noun, its head in the base form where the count sets its case: «адамды», «школ»."""
        text = self.words(first, last)
        head = self.tokens[last]
        tag = self.page.language.tag
        if tag == "en" or not head.is_word or head.shape != "lower":
            return text
        if tag == "kk":
            before = text[: len(text) - len(head.text)]
            listed = self.lexicon.known_plural(head.lower)
            if listed is not None and len(listed) >= _LISTED:
                return before + listed
            return before + nominative(head.lower)
        return self._russian(first, last, text)

    def _russian(self, first: int, last: int, text: str) -> str:
        """«жилых домов»: the head with its adjectives in the nominative; what hangs on the head stays."""
        at = first
        while at < last and features("ru", self.tokens[at].lower).part in ("adjective", "participle"):
            at += 1
        if at > first:
            return text  # an adjective agrees, and its base form alone would not
        head = self.tokens[at]
        if features("ru", head.lower).part == "participle":
            return text  # its base form is a verb: «шестерых подозреваемых»
        return lemma("ru", head.lower) + text[len(head.text) :] if head.shape == "lower" else text

    def words(self, first: int, last: int) -> str:
        """The text of tokens `first` .. `last`, its white space evened out."""
        return " ".join(self.page.span(first, last).of(self.page.text).split())
