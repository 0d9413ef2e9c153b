"""English and Russian: parties of events that have no name become entities, and things give way to parties.

Whoever acts or is acted upon is an entity of the reading, name or no name: "six clerks of the customs house", «двоих
водителей». Of "burned the accused's car" it is the accused who suffers; "condemned the attack" keeps its words alone.
"""

from collections.abc import Container, Sequence

from sholu.model.changing import replace
from sholu.model.reading import EntityKind, Event, Mention, Role
from sholu.model.span import Span
from sholu.reading.chunks import chunks_of, kinds
from sholu.reading.entities import EntityIndex
from sholu.reading.joined.party_nouns import PartyNoun, party_nouns
from sholu.reading.languages.nominative import nominative_phrase
from sholu.reading.names.lexicon import Mark as NameMark
from sholu.reading.names.lexicon import lexicon
from sholu.reading.names.naming import decapitalised
from sholu.reading.page import Page
from sholu.reading.places.adjectives import country_word

_PARTIES = frozenset({"person", "organisation", "outlet", "place", "group"})
_CONFIDENCE = 0.6
_LONGEST = 12
"""Tokens in the longest phrase that is a mention as a whole."""
_HANGING = frozenset({kinds.PREPOSITION, kinds.RELATIVE, kinds.VERB, kinds.AUXILIARY, kinds.SUBORDINATOR, kinds.ADVERB})
"""Kinds of words behind a noun that no longer say what it is."""
_CLOSING = frozenset(",;:(–—")
_SEEKING = frozenset({"ELECT", "SUPPORT", "TAKE_OFFICE", "LEAVE_OFFICE"})
"""Types beside which an office is named that somebody is to have."""
_NARROWING = frozenset({kinds.DETERMINER, kinds.POSSESSIVE, kinds.ADJECTIVE, kinds.NOUN, kinds.NUMBER})
"""Kinds of words that make an office before which they stand mean who holds it: "the ex-president"."""
_KINDS: dict[PartyNoun, EntityKind] = {
    "person": "person",
    "body": "organisation",
    "several": "group",
    "place": "place",
}


def with_parties(page: Page, entities: EntityIndex, events: Sequence[Event]) -> list[Event]:
    """The events, each party without a name as an entity; things fill a role only where no party does."""
    parties = _Parties(page, entities)
    return [parties.settled(event) for event in sorted(events, key=lambda event: event.trigger)]


class _Parties:
    def __init__(self, page: Page, entities: EntityIndex) -> None:
        self.page, self.entities = page, entities
        self.tag = page.language.tag
        self.chunks = chunks_of(page)
        self.nouns = party_nouns(self.tag)
        self.fresh: dict[str, str] = {}
        """By its words without articles, who is called so."""

    def settled(self, event: Event) -> Event:
        """The event with its parties known; things stand for a side only where no party does."""
        if event.type in _SEEKING:
            actors, recipients = (
                tuple(role for role in side if not self._is_office(role)) for side in (event.actors, event.recipients)
            )
            event = replace(event, actors=actors, recipients=recipients)
        actors = self._side(event.actors, frozenset())
        return replace(event, actors=actors, recipients=self._side(event.recipients, {role.entity for role in actors}))

    def _side(self, roles: tuple[Role, ...], others: Container[str | None]) -> tuple[Role, ...]:
        """The roles of one side; an owner who is among the `others` does not suffer what is done to his things."""
        found = [(role, self._role(role)) for role in roles]
        parties = [
            party
            for role, party in found
            if party is not None and (party.span == role.span or party.entity not in others)
        ]
        return tuple(parties) or roles

    def _is_office(self, role: Role) -> bool:
        """English: whether words without an article are what somebody is to be, "ran for president"."""
        first = self.page.token_at(role.span.start)
        word = self.page.tokens[first]
        if self.tag != "en" or first == 0 or word.shape != "lower" or word.lower.endswith("s"):
            return False
        title = bool(lexicon("en").word(word.lower).marks & NameMark.TITLE)
        narrowed = self.chunks.kind(first - 1) in _NARROWING
        behind = self.page.tokens[first + 1] if first + 1 < len(self.page.tokens) else word
        return title and not narrowed and not behind.is_capitalised

    def _role(self, role: Role) -> Role | None:
        """The role with its entity; None where a thing fills it."""
        first, stop = self.page.token_range(role.span)
        if role.entity is not None or first >= stop:
            return role
        head = self._head(first, stop)
        word = self.page.tokens[head]
        if self._is_modifier(first, stop):
            return role
        if self.chunks.kind(head) in (kinds.PRONOUN, kinds.NUMBER) or not word.is_word:
            return role
        opens = head == self.page.sentence_of(head).first and not country_word(self.tag, word.lower)
        named = word.is_capitalised and not opens
        noun = self.nouns.kind(word.lower)
        if named or (noun is None and self.nouns.may_be(word.lower)):
            return role
        if noun is None:
            return self._owner(role, first, head)
        return replace(role, entity=self._entity(role, noun, first, stop, head))

    def _is_modifier(self, first: int, stop: int) -> bool:
        """English: whether a phrase goes on behind the words, which only narrow its noun: "[terrorist] attacks"."""
        phrase = self.chunks.phrase_starting(first) if self.tag == "en" else None
        if phrase is None or phrase[1] < stop:
            return False
        return self.chunks.kind(phrase[1]) == kinds.NOUN and self.page.tokens[phrase[1]].shape == "lower"

    def _head(self, first: int, stop: int) -> int:
        """The word that says who or what a phrase is: a Russian one's first noun, the last before what hangs on it."""
        kind, tokens, nouns = self.chunks.kind, self.page.tokens, self.nouns
        if self.tag == "ru":
            somebody = (i for i in range(first, stop) if kind(i) == kinds.NOUN or nouns.kind(tokens[i].lower))
            heads = (i for i in somebody if kind(i) != kinds.NUMBER)
            return next((i for i in heads if not nouns.counts(tokens[i].lower) or i + 1 == stop), stop - 1)
        start = max((i for i in range(first, stop) if nouns.counts(tokens[i].lower)), default=first - 1) + 1
        ends = (i for i in range(start + 1, stop) if kind(i) in _HANGING or tokens[i].text in _CLOSING)
        return next(ends, stop) - 1

    def _owner(self, role: Role, first: int, head: int) -> Role | None:
        """Whose a thing is, if somebody's: "the accused's car", "his plan", "the sale of the firm", «машину мэра»."""
        tokens = self.page.tokens
        before = [i for i in range(first, head) if self.chunks.kind(i) == kinds.POSSESSIVE]
        span = self.page.span(first, before[-1]) if before else Span(tokens[head].end, role.span.end)
        joined = head + 1 < len(tokens) and (self.tag == "ru" or self.nouns.leads_to_owner(tokens[head + 1].lower))
        if not before and not (joined and span.start < span.end):
            return None
        for mention, id in self.entities.within(span):
            entity = self.entities.get(id)
            if entity.kind in _PARTIES and (not before or mention.end >= tokens[before[-1]].start):
                return Role(mention.span.of(self.page.text), mention.span, id, entity.country, entity.sector)
        return None

    def _entity(self, role: Role, noun: PartyNoun, first: int, stop: int, head: int) -> str:
        """The entity of a party: whom its words mean, who was called so before, or somebody new."""
        word = self.page.tokens[head].span
        for mention, id in self.entities.within(role.span):
            if mention.span.covers(word) and self.entities.get(id).kind in _PARTIES:
                return id
        span = role.span if stop - first <= _LONGEST else self.page.span(first, head)
        articles = lexicon(self.tag).grammar["articles"]
        key = " ".join(token.lower for token in self.page.tokens_in(span) if token.lower not in articles)
        mention = Mention(span.start, span.end, "nominal")
        if key in self.fresh:
            self.entities.mention(self.fresh[key], mention)
            return self.fresh[key]
        id = self.entities.add(
            _KINDS[noun], self._name(span), [mention], country=role.country, sector=role.sector, confidence=_CONFIDENCE
        )
        self.fresh[key] = id
        return id

    def _name(self, span: Span) -> str:
        words = span.of(self.page.plain).split()
        words = nominative_phrase(words) if self.tag == "ru" else words
        return decapitalised(" ".join(words), lexicon(self.tag))
