"""Whom a deed to a thing is done to: whose the thing is, "smashed the mill's windows", or for whom, "a loan to the mill"."""

from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from sholu.model.reading import Event, Role
from sholu.reading.chunks import kinds
from sholu.reading.events.lexicon import words
from sholu.reading.events.roles import Roles
from sholu.reading.events.stretches import Stretches
from sholu.reading.languages import language

_FAR = 16  # tokens behind the trigger
_CLAUSAL = frozenset({kinds.RELATIVE, kinds.SUBORDINATOR, kinds.VERB})


class Affected:
    """Completes the recipients of events of one page by the phrases around what they are done to."""

    def __init__(self, stretches: Stretches, roles: Roles) -> None:
        self.stretches = stretches
        self.roles = roles
        self.page = stretches.page
        self.tokens = stretches.tokens
        self.tag = stretches.tag
        self.chunks = stretches.chunks
        self.entities = stretches.entities

    def completed(self, event: Event) -> Event:
        """The event with whoever owns or gets what it is done to, if none of its recipients is somebody."""
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
def _prepositions(tag: str) -> dict[str, frozenset[str]]:
    """By type of event, before whom it is done to."""
    return {type: frozenset(text.split()) for type, text in language(tag).table("roles")["affected"].items()}
