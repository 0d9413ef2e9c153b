"""Parties as roles: the words, the entity that heads them, country and sector."""

from collections.abc import Sequence
from functools import cache

from sholu.model.changing import replace
from sholu.model.reading import Mention, Role
from sholu.model.span import Span
from sholu.reading.chunks import kinds
from sholu.reading.entities import EntityIndex
from sholu.reading.events.lexicon import phrases, words
from sholu.reading.events.stretches import Stretch, Stretches
from sholu.reading.languages import language
from sholu.reading.languages.morphology import readings
from sholu.reading.number_words import number_words
from sholu.reading.places.adjectives import country_word

_PARTY_KINDS = ("person", "organisation", "outlet", "place", "facility", "group")


_HEADS = (("person", "organisation"), ("person", "organisation", "outlet"))
"""Kinds of whoever a phrase is about though its last word only says what it is; in Kazakh «Дала» газетіне, too."""
_NAME = 60  # code points that a name may go on behind a phrase
_OPENING = frozenset({kinds.DETERMINER, kinds.ADVERB})
_INSIDE = frozenset({kinds.DETERMINER, kinds.ADJECTIVE, kinds.NOUN, kinds.NUMBER, kinds.POSSESSIVE})


class Roles:
    """Makes roles out of the phrases of one page."""

    def __init__(self, stretches: Stretches, entities: EntityIndex) -> None:
        self.stretches = stretches
        self.page = stretches.page
        self.tag = stretches.tag
        self.entities = entities

    def of(self, phrase: Stretch | None) -> tuple[Role, ...]:
        """The roles that a phrase fills, one for each party named in it."""
        if phrase is None:
            return ()
        parts = list(self.stretches.parts(phrase))
        return tuple(self._shared(part, other) for part, other in zip(parts, (*parts[1:], None), strict=True))

    def _shared(self, part: Stretch, other: Stretch | None) -> Role:
        """The role of a member of a list; "Sudmark and Norland guards" are of two countries and of one sector."""
        role = self.one(part)
        word = country_word(self.tag, self.page.tokens[part[0]].lower) if part[0] == part[1] and other else None
        if other is None or word is None or word[1] != "adjective" or role.entity is not None:
            return role
        return replace(role, country=word[0], sector=role.sector or self._sector(other))

    def one(self, phrase: Stretch) -> Role:
        """The role that a phrase fills as a whole."""
        phrase = self._uncut(phrase)
        span = self.stretches.span(phrase)
        head = self.page.span(*self._head(phrase))
        id = self._entity(head, span, phrase)
        if id is None or not self._is_named(id):
            id = self._apposed(phrase) or self._set_off(phrase) or id
        country, sector = None, self._sector(phrase)
        if id is not None:
            entity = self.entities.get(id)
            country, sector = entity.country, entity.sector or sector
        else:
            country = self._country(head)
        return Role(span.of(self.page.text), span, id, country, sector)

    def is_party(self, role: Role) -> bool:
        """Whether a role is filled by somebody, not by a matter or a building."""
        if role.entity is None:
            return bool(role.sector)
        return self.entities.get(role.entity).kind != "facility"

    def _uncut(self, phrase: Stretch) -> Stretch:
        """The phrase with the name whole that it ends in the middle of."""
        span = self.stretches.span(phrase)
        for mention, _ in self.entities.within(Span(span.start, span.end + _NAME)):
            if mention.form == "name" and mention.start < span.end < mention.end:
                return phrase[0], self.page.token_range(mention.span)[1] - 1
        return phrase

    def _apposed(self, phrase: Stretch) -> str | None:
        """The person named between commas after a phrase, "the court's president, Ann Lee, said"."""
        tokens, i = self.page.tokens, phrase[1] + 1
        if i + 1 >= len(tokens) or tokens[i].text != ",":
            return None
        sentence = self.page.sentence_at(tokens[i].start).span
        for mention, id in self.entities.within(Span(tokens[i].end, sentence.end)):
            if mention.start != tokens[i + 1].start:
                continue
            stop = self.page.token_range(mention.span)[1]
            closed = stop < len(tokens) and tokens[stop].text == ","
            if closed and mention.form == "name" and self.entities.get(id).kind == "person":
                return id
        return None

    def _set_off(self, phrase: Stretch) -> str | None:
        """The person before a phrase between commas, "Ann Lee, president of the court until May, was dragged away"."""
        tokens, i = self.page.tokens, phrase[0] - 1
        while i > 0 and self.stretches.chunks.kind(i) in _OPENING:
            i -= 1
        if self.tag == "kk" or i < 1 or tokens[i].text != "," or not self._closes(phrase):
            return None
        end = tokens[i - 1].end
        for mention, id in self.entities.within(Span(max(0, end - _NAME), end)):
            if mention.end == end and mention.form == "name" and self.entities.get(id).kind == "person":
                return id
        return None

    def _is_named(self, id: str) -> bool:
        """Whether the text has a name for an entity, as far as its canonical name tells."""
        entity = self.entities.get(id)
        return entity.kind not in ("person", "group") or entity.name[:1].isupper()

    def _closes(self, phrase: Stretch) -> bool:
        """Whether a comma closes the words behind a phrase, times of an office aside; for one person, a full stop."""
        tokens, i = self.page.tokens, phrase[1] + 1
        while i < len(tokens) and (i in self.stretches.dated or self._is_before_day(i)):
            i += 1
        if i >= len(tokens):
            return False
        single = not tokens[phrase[1]].lower.endswith("s") and not tokens[phrase[0]].is_capitalised
        return tokens[i].text == "," or (self.tag == "en" and single and tokens[i].text in ".;")

    def _is_before_day(self, i: int) -> bool:
        preposition = self.stretches.chunks.kind(i) in (kinds.PREPOSITION, kinds.SUBORDINATOR)
        return preposition and i + 1 in self.stretches.dated

    def head(self, phrase: Stretch) -> int:
        """The word that says who or what a phrase is, in English and Kazakh: the last before what hangs on it."""
        return self._head(phrase)[1]

    def _head(self, phrase: Stretch) -> Stretch:
        """The phrase without possessors before and prepositional phrases after its head."""
        first, last = phrase
        chunks = self.stretches.chunks
        for i in range(first + 1, last + 1):
            if chunks.kind(i) == kinds.PREPOSITION and not self._counts_of(i):
                last = i - 1
                break
        for i in range(last - 1, first, -1):
            if chunks.kind(i) == kinds.POSSESSIVE:
                return i + 1, last
        return first, last

    def _counts_of(self, i: int) -> bool:
        """English: the "of" of "dozens of activists"."""
        joins = self.tag == "en" and self.page.tokens[i].lower in words("en", "grammar", "attaching_name")
        return joins and self.page.tokens[i - 1].lower in number_words("en").plurals

    def _entity(self, head: Span, span: Span, phrase: Stretch) -> str | None:
        """The entity that the head names: a mention that ends with it, or the one person or body inside it."""
        whole = self._with_article(span, phrase)
        found = [
            (mention, id) for mention, id in self.entities.within(whole) if self.entities.get(id).kind in _PARTY_KINDS
        ]
        for mention, id in found:
            if mention.span in (span, whole):
                return id
        found = [(mention, id) for mention, id in found if mention.start >= span.start]
        if self.tag == "ru":
            found = [
                (mention, id)
                for mention, id in found
                if self._is_head(mention, phrase, self.entities.get(id).kind == "person")
            ]
        for mention, id in found:
            if head.start <= mention.start and mention.end == head.end:
                return id
        for mention, id in found:
            owner = self.tag == "en" and mention.end < head.end and self._only_narrows(mention, id, head)
            if head.covers(mention.span) and not owner and self.entities.get(id).kind in _HEADS[self.tag == "kk"]:
                return id
        return self._titled(found, span)

    def _only_narrows(self, mention: Mention, id: str, head: Span) -> bool:
        """English: "her coaches", "the Kremlin critic": whether words before a head only say whose it is."""
        if mention.form == "pronoun":
            return True
        last = self.page.tokens[self.page.token_at(head.end - 1)]
        return self.entities.get(id).kind != "person" and last.shape == "lower" and last.lower in _people()

    def _titled(self, found: Sequence[tuple[Mention, str]], span: Span) -> str | None:
        """English: whoever closes the words without a preposition before: "the mayor of Alderton Ann Lee"."""
        for mention, id in found:
            if self.tag != "en" or mention.end != span.end or mention.form != "name" or mention.start == span.start:
                continue
            before = self.stretches.chunks.kind(self.page.token_at(mention.start) - 1)
            if self.entities.get(id).kind == "person" and before == kinds.NOUN:
                return id
        return None

    def _with_article(self, span: Span, phrase: Stretch) -> Span:
        """The words with the article before them, which may belong to their mention."""
        before = phrase[0] - 1
        if before < 0 or self.stretches.chunks.kind(before) != kinds.DETERMINER:
            return span
        return Span(self.page.tokens[before].start, span.end)

    def _is_head(self, mention: Mention, phrase: Stretch, person: bool) -> bool:
        """Russian: whether a mention holds the first noun of the phrase or stands beside it, «министр Петров»."""
        chunks, tokens = self.stretches.chunks, self.page.tokens
        first = next((i for i in range(phrase[0], phrase[1] + 1) if chunks.kind(i) == kinds.NOUN), phrase[0])
        if mention.start <= tokens[first].start < mention.end:
            return True
        if not person or mention.form != "name" or mention.start < tokens[first].start:
            return False
        name = self.page.token_at(mention.start)
        title = {(form.case, form.number) for form in readings("ru", tokens[first].lower)}
        forms = readings("ru", tokens[name].lower)
        known = any(form.known for form in forms)
        return not known or bool(title & {(form.case, form.number) for form in forms})

    def _country(self, head: Span) -> str | None:
        for _, id in self.entities.within(head):
            country = self.entities.get(id).country
            if country:
                return country
        return None

    def _sector(self, phrase: Stretch) -> tuple[str, ...]:
        first, last = self._head(phrase)
        if self.tag == "ru" and first == last < phrase[1] and self.page.tokens[last + 1].lower == "из":
            last = phrase[1]  # «один из банков»
        found = phrases(self.tag, "sectors").find(self.page.tokens, first, last + 1)
        return (found[-1].value,) if found else ()

    def abstract(self, phrase: Stretch | None, roles: tuple[Role, ...]) -> bool:
        """Whether the doer is no party but a state of things, "the growing militarisation"."""
        if phrase is None or any(role.entity or role.sector for role in roles):
            return False
        return self.is_abstract(self._head(phrase)[1])

    def _stands_for_some(self, phrase: Stretch) -> bool:
        """English: "the three", "the others": people told of before."""
        first, last = phrase
        if self.stretches.chunks.kind(first) != kinds.DETERMINER or last != first + 1:
            return False
        return self.stretches.counts(last) or self.page.tokens[last].lower in words("en", "grammar", "rest")

    def things(self, phrase: Stretch | None, roles: tuple[Role, ...]) -> bool:
        """English: whether a word that opens its sentence is a plural that nobody knows, "Shots were fired"."""
        if phrase is None or self.tag != "en" or any(role.entity or role.sector for role in roles):
            return False
        opens = phrase[0] == self.stretches.chunks.sentence(phrase[0]).first
        return opens and phrase[0] == phrase[1] and self.page.tokens[phrase[0]].lower.endswith("s")

    def narrowed(self, phrase: Stretch) -> Stretch:
        """The party inside a phrase whose head is none: "the charges by the ministry", the ministry."""
        first, last = self._head(phrase)
        if last == phrase[1] or self._sector(phrase) or not self.is_abstract(last):
            return phrase
        if any(self.page.tokens[i].is_capitalised for i in range(first, last + 1)):
            return phrase
        rest = self.page.span(last + 1, phrase[1])
        for mention, id in self.entities.within(rest):
            if self.entities.get(id).kind in _PARTY_KINDS:
                start = self.page.token_at(mention.start)
                while start - 1 > last + 1 and self.stretches.chunks.kind(start - 1) in _INSIDE:
                    start -= 1
                return start, phrase[1]
        return phrase

    def figurative(self, phrase: Stretch | None, roles: tuple[Role, ...]) -> bool:
        """Whether what suffers cannot be touched, so that the verb is a figure of speech: "destroy the monopolies"."""
        if phrase is None or any(role.entity or role.sector for role in roles):
            return False
        last = self._head(phrase)[1]
        if self.page.tokens[last].is_capitalised:
            return False
        return self.is_abstract(last) or self.page.tokens[last].lower in words(self.tag, "grammar", "intangible")

    def is_abstract(self, i: int) -> bool:
        """Whether the noun at token `i` names no party and no thing, but a deed or a state."""
        word = self.page.tokens[i].lower
        if self.page.tokens[i].is_capitalised:
            return False
        endings = tuple(words(self.tag, "grammar", "abstract_endings"))
        return word in words(self.tag, "grammar", "abstract") or (bool(endings) and word.endswith(endings))

    def party(self, phrase: Stretch | None, roles: tuple[Role, ...]) -> bool:
        """Whether the doer, if there is one, is somebody: known, named, of a sector, or a pronoun."""
        if phrase is None or any(role.entity or role.sector for role in roles):
            return True
        chunks = self.stretches.chunks
        if chunks.kind(phrase[0]) == kinds.PRONOUN or (self.tag == "en" and self._stands_for_some(phrase)):
            return True
        first = chunks.sentence(phrase[0]).first
        capitals = [i for i in range(phrase[0], phrase[1] + 1) if self.page.tokens[i].is_capitalised]
        return any(i > first for i in capitals) or len(capitals) == phrase[1] - phrase[0] + 1


@cache
def _people() -> frozenset[str]:
    """English nouns for one person."""
    return frozenset(language("en").table("parties")["people"].split())
