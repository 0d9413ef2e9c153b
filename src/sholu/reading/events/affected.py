"""Parties that hang on other words than the verb: owners and receivers of things, whoever gave the order."""

from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from sholu.model.reading import Event, Role
from sholu.reading.chunks import kinds
from sholu.reading.events.lexicon import Gapped, listed, words
from sholu.reading.events.roles import Roles
from sholu.reading.events.stretches import Stretches
from sholu.reading.languages import language

_FAR = 16  # tokens behind the trigger
_CLAUSAL = frozenset({kinds.RELATIVE, kinds.SUBORDINATOR, kinds.VERB})


class Affected:
    """Completes the parties of events of one page by the phrases around them."""

    def __init__(self, stretches: Stretches, roles: Roles) -> None:
        self.stretches = stretches
        self.roles = roles
        self.page = stretches.page
        self.tokens = stretches.tokens
        self.tag = stretches.tag
        self.chunks = stretches.chunks
        self.entities = stretches.entities

    def completed(self, event: Event) -> Event:
        """The event with whoever ordered it, if nobody acts; with whoever owns or gets what it is done to.

        The latter only if none of its recipients is somebody: "smashed the mill's windows", "a loan to the mill".
        """
        return self._done_to(self._ordered(event))

    def _ordered(self, event: Event) -> Event:
        """ "Herders were turned away by order of the inspector": the inspector."""
        first, last = self._clause(event)
        for i in range(first, last + 1):
            hit = _orders(self.tag, "orders").at(self.tokens, i, last + 1)
            phrase = self.stretches.phrase(hit.last + 1) if hit and hit.last < last else None
            if phrase is None and i > first and self.chunks.kind(i - 1) == kinds.POSSESSIVE:
                prompted = _orders(self.tag, "prompting").at(self.tokens, i, last + 1)
                phrase = self.chunks.phrase_ending(i - 2) if prompted and i - 2 >= first else None
            if phrase is None:
                continue
            words_of_it = self.page.span(i, hit.last if hit else i)
            if any(not one.span.meets(words_of_it) for one in event.actors):
                return event
            role = self.roles.one(phrase)
            if self.roles.is_party(role):
                kept = tuple(one for one in event.recipients if not one.span.meets(role.span))
                return replace(event, actors=(role,), recipients=kept)
        return event

    def _clause(self, event: Event) -> tuple[int, int]:
        """The tokens of the clause in which the trigger stands, from the trigger on."""
        first = self.page.token_at(event.trigger.start)
        return first, self.chunks.clause_at(first)[1]

    def _done_to(self, event: Event) -> Event:
        rows = _prepositions(self.tag)
        if event.type not in rows or any(self.roles.is_party(role) for role in event.recipients):
            return event
        own = {role.entity or role.text for role in event.actors}
        candidates = (*self._owners(event), *self._behind(event, rows[event.type]))
        found = next((role for role in candidates if self._may_be(role, own)), None)
        if found is None or any(role.span.meets(found.span) for role in event.actors):
            return event
        return replace(event, recipients=(*event.recipients, found))

    def _may_be(self, role: Role, own: set[str]) -> bool:
        return self.roles.is_party(role) and (role.entity or role.text) not in own

    def _owners(self, event: Event) -> Iterator[Role]:
        """Whose the recipients are: by "'s" or a possessive pronoun."""
        pronouns = words(self.tag, "grammar", "owners")
        for recipient in event.recipients:
            first, stop = self.page.token_range(recipient.span)
            for i in range(first, stop):
                if self.chunks.kind(i) == kinds.POSSESSIVE and i > first:
                    yield self.roles.one((first, i - 1))
                elif self.tokens[i].lower in pronouns and (role := self._pronoun(i)):
                    yield role

    def _pronoun(self, i: int) -> Role | None:
        span = self.page.span(i, i)
        id = self.entities.at(span)
        if id is None:
            return None
        entity = self.entities.get(id)
        return Role(span.of(self.page.text), span, id, entity.country, entity.sector)

    def _behind(self, event: Event, prepositions: frozenset[str]) -> Iterator[Role]:
        """Whoever stands behind one of these prepositions in the clause."""
        first = self.page.token_range(event.trigger)[1]
        stop = min(self.page.sentence_at(event.trigger.start).stop, first + _FAR)
        for i in range(first - 1, stop - 1):
            if self.tokens[i].text in ";:(" or (i > first and self.chunks.kind(i) in _CLAUSAL):
                return
            if self.tokens[i].lower not in prepositions or i + 1 in self.stretches.dated:
                continue
            phrase = self.stretches.phrase(i + 1)
            if phrase is not None and self.chunks.kind(i + 1) != kinds.VERB:
                yield self.roles.one(phrase)


@cache
def _orders(tag: str, key: str) -> Gapped[None]:
    return Gapped(((word, None) for word in listed(language(tag).table("roles")["ordering"][key])), tag)


@cache
def _prepositions(tag: str) -> dict[str, frozenset[str]]:
    """By type of event, before whom it is done to."""
    return {type: frozenset(text.split()) for type, text in language(tag).table("roles")["affected"].items()}
