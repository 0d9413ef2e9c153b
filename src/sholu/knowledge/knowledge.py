"""Everything that is known across readings, built in one go and asked in many ways."""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from sholu.knowledge.changes import find_changes
from sholu.knowledge.codec import made, named, row, uncollected
from sholu.knowledge.dates import days
from sholu.knowledge.decided import Decided, decided
from sholu.knowledge.entities import join_entities
from sholu.knowledge.fitting import fit
from sholu.knowledge.model import (
    PUBLISHER,
    Change,
    Decision,
    Held,
    KnownEntity,
    Paper,
    Report,
    Statement,
    Story,
)
from sholu.knowledge.notes import Note, note
from sholu.knowledge.offices import find_seen, held, span_of_days
from sholu.knowledge.spelling import consonants, key
from sholu.knowledge.statements import find_statements
from sholu.knowledge.stories import find_stories
from sholu.model.reading import Reading
from sholu.packs import Packs
from sholu.text.fingerprint import groups

FORMAT = 1
"""Goes up whenever the rows of `to_bytes` change their shape."""

_PARTS: dict[str, type] = {
    "papers": Paper,
    "entities": KnownEntity,
    "stories": Story,
    "statements": Statement,
    "held": Held,
    "changes": Change,
}


@dataclass(frozen=True)
class Knowledge:
    """What is known across readings. Immutable; look-ups are built when first asked for.

    Stories come by date, papers in the order in which their readings were given.
    """

    papers: tuple[Paper, ...] = ()
    entities: tuple[KnownEntity, ...] = ()
    stories: tuple[Story, ...] = ()
    statements: tuple[Statement, ...] = ()
    held: tuple[Held, ...] = ()
    changes: tuple[Change, ...] = ()

    # -- papers

    def paper(self, document: str) -> Paper:
        """The document with this id; KeyError if there is none."""
        return self._papers[document]

    # -- entities

    def entity(self, id: str) -> KnownEntity:
        """The entity with this id; KeyError if there is none."""
        return self._entities[id]

    def name(self, id: str | None) -> str:
        """The preferred name of an entity; "" for None."""
        return self._entities[id].name if id else ""

    def entity_of(self, document: str, entity: str | None) -> KnownEntity | None:
        """The known entity that an entity of one reading belongs to; None when there is none."""
        return self._entities.get(self._homes.get((document, entity or ""), ""))

    def named(self, name: str, *, kind: str | None = None) -> tuple[KnownEntity, ...]:
        """All entities that `name` may mean, in any script or spelling, likeliest first; () when nobody goes by it.

        One means that it is clear. A surname alone finds everybody of that name. An id finds its entity.
        """
        if name in self._entities:
            return (self._entities[name],)
        blocks = [block for word in name.split() if (block := consonants(key(word)))]
        found = {id for block in blocks for id in self._blocks.get(block, ())}
        ranked = []
        for id in found:
            entity = self._entities[id]
            if kind is None or entity.kind == kind:
                fits = fit(entity, name)
                if fits:
                    ranked.append((-fits, -len(entity.members), id))
        clear = len(blocks) > 1  # a whole name; one word may be a part of any
        best = min((fits for fits, _, _ in ranked), default=0)
        return tuple(self._entities[id] for fits, _, id in sorted(ranked) if fits == best or not clear)

    # -- stories

    def story(self, prefix: str) -> tuple[Story, ...]:
        """The stories whose id starts with `prefix`; one when it is clear."""
        return tuple(story for story in self.stories if story.id.startswith(prefix))

    def stories_in(
        self,
        period: str | None = None,
        *,
        topic: str | None = None,
        country: str | None = None,
        leading: bool = False,
    ) -> tuple[Story, ...]:
        """Stories whose reports or date fall into an EDTF `period`, of a `topic`, about a `country`.

        With `leading`, only the leading story of each matter: one item for all that the same documents tell.
        """
        return tuple(
            story
            for story in self.stories
            if (not leading or story.leads)
            and (topic is None or story.topic == topic)
            and (country is None or country in (story.country, *self._sides(story)))
            and (period is None or _falls(story, period))
        )

    def matter(self, story: Story) -> tuple[Story, ...]:
        """All stories of a story's matter, the leading one first."""
        return tuple(sorted(self._matters.get(story.matter, ()), key=lambda other: not other.leads))

    def stories_of(self, document: str) -> tuple[Story, ...]:
        """The stories that a document tells."""
        return self._by_document.get(document, ())

    # -- what an entity said, did, suffered; what was said of it

    def said(self, entity: str) -> tuple[Statement, ...]:
        """What an entity is quoted with, by date."""
        return self._said.get(entity, ())

    def said_of(self, entity: str) -> tuple[Statement, ...]:
        """Statements of others that mention the entity, by date."""
        return self._said_of.get(entity, ())

    def did(self, entity: str) -> tuple[tuple[Story, Report], ...]:
        """Reports that have the entity as an actor, each with its story."""
        return tuple((story, report) for story, report in self._parts.get(entity, ()) if entity in report.actors)

    def had_done(self, entity: str) -> tuple[tuple[Story, Report], ...]:
        """Reports that have the entity as the one to whom something was done."""
        return tuple((story, report) for story, report in self._parts.get(entity, ()) if entity in report.recipients)

    # -- offices

    def offices_of(self, person: str) -> tuple[Held, ...]:
        """The offices of a person, by start."""
        return tuple(held for held in self.held if held.person == person)

    def holders_of(self, office: str, country: str | None = None) -> tuple[Held, ...]:
        """Who held an office, by start."""
        return tuple(held for held in self.held if held.office == office and country in (None, held.country))

    def changes_in(self, period: str | None = None, *, country: str | None = None) -> tuple[Change, ...]:
        """Changes of office in an EDTF period."""
        return tuple(
            change
            for change in self.changes
            if (country is None or change.country == country) and (period is None or _overlap(change.date, period))
        )

    # -- as JSON

    def to_dict(self) -> dict[str, Any]:
        """Everything as plain JSON types with names."""
        return {part: named(getattr(self, part)) for part in _PARTS}

    def to_bytes(self) -> bytes:
        """Everything as compact JSON for a cache."""
        data = {"format": FORMAT, **{part: row(getattr(self, part)) for part in _PARTS}}
        return json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode("utf-8")

    @classmethod
    def from_bytes(cls, data: bytes) -> "Knowledge | None":
        """What `to_bytes` wrote; None when another version of Sholu wrote it."""
        with uncollected():
            plain = json.loads(data)
        if plain.get("format") != FORMAT:
            return None
        with uncollected():
            return cls(**{part: tuple(made(kind, item) for item in plain[part]) for part, kind in _PARTS.items()})

    # -- tables for look-ups

    @cached_property
    def _papers(self) -> dict[str, Paper]:
        return {paper.id: paper for paper in self.papers}

    @cached_property
    def _entities(self) -> dict[str, KnownEntity]:
        return {entity.id: entity for entity in self.entities}

    @cached_property
    def _homes(self) -> dict[tuple[str, str], str]:
        return {(member.document, member.entity): entity.id for entity in self.entities for member in entity.members}

    @cached_property
    def _blocks(self) -> dict[str, set[str]]:
        found: defaultdict[str, set[str]] = defaultdict(set)
        for entity in self.entities:
            for forms in entity.names.values():
                for form in forms:
                    for word in form.split():
                        found[consonants(key(word))].add(entity.id)
        return dict(found)

    @cached_property
    def _matters(self) -> dict[str, list[Story]]:
        found: defaultdict[str, list[Story]] = defaultdict(list)
        for story in self.stories:
            found[story.matter].append(story)
        return dict(found)

    @cached_property
    def _by_document(self) -> dict[str, tuple[Story, ...]]:
        found: defaultdict[str, list[Story]] = defaultdict(list)
        for story in self.stories:
            for document in story.documents:
                found[document].append(story)
        return {document: tuple(stories) for document, stories in found.items()}

    @cached_property
    def _said(self) -> dict[str, tuple[Statement, ...]]:
        return _index(self.statements, lambda item: (item.source,))

    @cached_property
    def _said_of(self) -> dict[str, tuple[Statement, ...]]:
        return _index(self.statements, lambda item: [id for id in item.about if id != item.source])

    @cached_property
    def _parts(self) -> dict[str, list[tuple[Story, Report]]]:
        found: defaultdict[str, list[tuple[Story, Report]]] = defaultdict(list)
        for story in self.stories:
            for report in story.reports:
                for id in dict.fromkeys((*report.actors, *report.recipients)):
                    found[id].append((story, report))
        return dict(found)

    def _sides(self, story: Story) -> Iterator[str | None]:
        for id in (*story.actors, *story.recipients):
            yield self._entities[id].country


def build(
    readings: Iterable[Reading],
    packs: Packs,
    decisions: Sequence[Decision] = (),
    copied: Mapping[str, str] | None = None,
) -> Knowledge:
    """What is known across these readings. Each reading is looked at once and let go.

    `copied` says of documents what they copied when they came in, though that may have been changed since.
    """
    notes = [note(reading) for reading in readings]
    with uncollected():
        return _built(notes, packs, decisions, copied or {})


def _built(notes: list[Note], packs: Packs, decisions: Sequence[Decision], copied: Mapping[str, str]) -> Knowledge:
    joined = join_entities(notes, packs, Decided())
    if decisions:
        joined = join_entities(notes, packs, decided(decisions, joined.entities))
    # Of two that came out on one day, the one that came in as a copy is the later.
    order = {
        item.paper.id: (item.paper.published or "9999", item.paper.id in copied, place)
        for place, item in enumerate(notes)
    }
    copies = {
        document: min(group, key=order.__getitem__)
        for group in groups({item.paper.id: item.print for item in notes})
        for document in group
    }
    for document, first in copied.items():
        if document in order and first in order and document not in copies:
            copies[document] = copies.get(first, first)
    papers = {
        item.paper.id: replace(
            item.paper, outlet=joined.of(item.paper.id, PUBLISHER), copy_of=_copied(item.paper.id, copies)
        )
        for item in notes
    }
    notes = [replace(item, paper=papers[item.paper.id]) for item in notes]
    stories = find_stories(notes, joined, papers)
    matters = {document: story.id for story in reversed(stories) if story.leads for document in story.documents}
    tenures = [(held(seen), seen) for seen in find_seen(notes, joined, packs)]
    return Knowledge(
        papers=tuple(replace(paper, matter=matters.get(paper.id)) for paper in papers.values()),
        entities=tuple(joined.entities.values()),
        stories=stories,
        statements=find_statements(notes, joined),
        held=tuple(sorted((item for item, _ in tenures), key=lambda item: (item.person, span_of_days(item)))),
        changes=find_changes(tenures),
    )


def _copied(document: str, copies: dict[str, str]) -> str | None:
    first = copies.get(document)
    return first if first != document else None


def _index(statements: Iterable[Statement], ids: Any) -> dict[str, tuple[Statement, ...]]:
    found: defaultdict[str, list[Statement]] = defaultdict(list)
    for statement in statements:
        for id in ids(statement):
            if id:
                found[id].append(statement)
    return {id: tuple(items) for id, items in found.items()}


def _falls(story: Story, period: str) -> bool:
    return any(_overlap(report.published, period) for report in story.reports) or _overlap(story.date, period)


def _overlap(value: str | None, period: str) -> bool:
    one, other = days(value), days(period)
    return one is not None and other is not None and one[0] <= other[1] and other[0] <= one[1]
