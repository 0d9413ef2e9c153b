"""Readings made by hand: names are found in the text, so that every span is right by construction."""

from dataclasses import dataclass, field
from typing import Any

from sholu.model.document import Document
from sholu.model.reading import (
    Attribution,
    Credit,
    Entity,
    Event,
    Mention,
    Quantity,
    Reader,
    Reading,
    Role,
    Tenure,
)
from sholu.model.span import Span

READER = Reader("by hand", "1")


@dataclass
class Article:
    """A reading in the making; every method returns the id of what it added."""

    text: str
    id: str
    outlet: str | None = None
    published: str | None = "2026-03-03"
    language: str = "en"
    title: str | None = None
    entities: list[Entity] = field(default_factory=list)
    attributions: list[Attribution] = field(default_factory=list)
    events: list[Event] = field(default_factory=list)
    tenures: list[Tenure] = field(default_factory=list)
    quantities: list[Quantity] = field(default_factory=list)

    def span(self, words: str) -> Span:
        start = self.text.index(words)
        return Span(start, start + len(words))

    def entity(self, kind: Any, name: str, *forms: str, **fields: Any) -> str:
        id = f"e{len(self.entities) + 1}"
        mentions = [self.span(form) for form in forms or (name,)]
        found = tuple(Mention(span.start, span.end) for span in mentions)
        self.entities.append(Entity(id, kind, name, mentions=found, **fields))
        return id

    def person(self, name: str, *forms: str, **fields: Any) -> str:
        return self.entity("person", name, *forms, **fields)

    def said(self, words: str, *, source: str | None = None, cue: str | None = None, **fields: Any) -> str:
        id = f"a{len(self.attributions) + 1}"
        mode = fields.pop("mode", "indirect")
        cued = self.span(cue) if cue else None
        self.attributions.append(Attribution(id, mode, (self.span(words),), source=source, cue=cued, **fields))
        return id

    def credited(self, words: str, outlet: str, date: str, bracket: str) -> str:
        credit = Credit(self.span(bracket), outlet, bracket, date)
        return self.said(words, mode="citation", outlet=outlet, date=date, credits=(credit,))

    def event(
        self,
        type: str,
        trigger: str,
        evidence: str,
        *,
        actors: tuple[str, ...] = (),
        recipients: tuple[str, ...] = (),
        **f: Any,
    ) -> str:
        id = f"v{len(self.events) + 1}"
        roles = [tuple(self.role(entity) for entity in side) for side in (actors, recipients)]
        self.events.append(
            Event(id, type, self.span(trigger), self.span(evidence), actors=roles[0], recipients=roles[1], **f)
        )
        return id

    def role(self, entity: str) -> Role:
        found = next(item for item in self.entities if item.id == entity)
        span = found.mentions[0].span
        return Role(span.of(self.text), span, entity)

    def tenure(self, person: str, office: str, evidence: str, **fields: Any) -> str:
        id = f"o{len(self.tenures) + 1}"
        self.tenures.append(Tenure(id, person, office, self.span(evidence), **fields))
        return id

    def figure(self, evidence: str, value: float, unit: str = "count", **fields: Any) -> str:
        id = f"q{len(self.quantities) + 1}"
        self.quantities.append(Quantity(id, self.span(evidence), unit, value, **fields))
        return id

    @property
    def reading(self) -> Reading:
        document = Document(
            self.text, self.id, title=self.title, outlet=self.outlet, published=self.published, language=self.language
        )
        return Reading(
            document,
            READER,
            tuple(self.entities),
            tuple(self.attributions),
            tuple(self.events),
            tuple(self.tenures),
            tuple(self.quantities),
        )
