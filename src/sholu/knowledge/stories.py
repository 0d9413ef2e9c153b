"""Stories: what documents tell together, each with its reports, parties, place, date and origins."""

import hashlib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from math import log
from typing import TypeVar

from sholu.knowledge.dates import is_exact
from sholu.knowledge.denials import denials_of
from sholu.knowledge.entities import Joined
from sholu.knowledge.figures import figures_of
from sholu.knowledge.hands import hands
from sholu.knowledge.happenings import Happening, family, group_happenings, ids
from sholu.knowledge.matters import UnitId, group_units
from sholu.knowledge.model import Paper, Report, Story
from sholu.knowledge.notes import Note
from sholu.knowledge.origins import origins
from sholu.knowledge.topics import topic_of
from sholu.model.reading import Event, Reading
from sholu.model.span import Span

V = TypeVar("V", bound=str)

_OPENING = 500  # characters of a unit in which its main event is looked for


def find_stories(notes: Sequence[Note], joined: Joined, papers: Mapping[str, Paper]) -> tuple[Story, ...]:
    """All stories, by date and id. `papers` are the documents by id, with what each is a copy of."""
    groups = group_units(notes, joined)
    return _Teller(notes, joined, papers, groups).stories()


def group_documents(readings: Iterable[Reading]) -> dict[str, str]:
    """A story label for each document, by what it is mainly about: documents with the same label tell one story."""
    from sholu.knowledge.decided import Decided
    from sholu.knowledge.entities import join_entities
    from sholu.knowledge.notes import note
    from sholu.packs import Packs

    notes = [note(reading) for reading in readings]
    groups = group_units(notes, join_entities(notes, Packs(()), Decided()))
    labels: dict[str, str] = {}
    for group in groups:
        for id in group:
            labels.setdefault(notes[id.note].paper.id, notes[group[0].note].paper.id)
    return labels | {note.paper.id: note.paper.id for note in notes if note.paper.id not in labels}


class _Teller:
    def __init__(
        self, notes: Sequence[Note], joined: Joined, papers: Mapping[str, Paper], groups: list[list[UnitId]]
    ) -> None:
        self.notes = notes
        self.joined = joined
        self.papers = papers
        self.groups = groups
        self.names = {id: entity.name for id, entity in joined.entities.items()}
        size = max(len(notes), 30)
        self.rarity = {
            id: log(size / (0.5 + len({member.document for member in entity.members}))) / log(size / 0.5)
            for id, entity in joined.entities.items()
        }

    def stories(self) -> tuple[Story, ...]:
        """The leading story of every matter, and the other happenings of all."""
        matter_of = {id: number for number, group in enumerate(self.groups) for id in group}
        happenings = [
            self._happening(i, event, matter_of.get(self._unit(i, event), -1 - i))
            for i, note in enumerate(self.notes)
            for event in note.events
        ]
        by_matter: dict[int, list[Happening]] = {}
        for happening in happenings:
            by_matter.setdefault(happening.matter, []).append(happening)
        leading: dict[int, tuple[Story, set[int]]] = {}
        taken: dict[int, int] = {}
        found: list[Story] = []
        for number, group in enumerate(self.groups):
            main = self._main(group, by_matter.get(number, []))
            story = self._leading(group, main)
            sides = (self.notes, group, self.joined, self.names)
            story = replace(story, figures=figures_of(*sides), denials=denials_of(*sides))
            leading[number] = (story, {id(item) for item in main})
            taken |= {id(item): number for item in main}
            found.append(story)
        rest = [item for item in happenings if id(item) not in taken]
        for items in group_happenings(rest, self.rarity):
            numbers = Counter(item.matter for item in items if item.matter in leading)
            matter = leading[numbers.most_common(1)[0][0]][0].id if numbers else None
            found.append(self._story(items, [self._report(item) for item in items], matter))
        return tuple(sorted(found, key=lambda story: (story.date or "", story.id)))

    def _unit(self, note: int, event: Event) -> UnitId:
        for j, unit in enumerate(self.notes[note].units):
            if unit.span.covers(event.trigger):
                return UnitId(note, j)
        return UnitId(note, 0)

    def _happening(self, i: int, event: Event, matter: int) -> Happening:
        note = self.notes[i]
        document = note.paper.id
        actors = ids(self.joined.of(document, role.entity) for role in event.actors)
        recipients = ids(self.joined.of(document, role.entity) for role in event.recipients)
        place = self.joined.of(document, event.place)
        parties = ids(self.joined.of(document, entity) for entity in note.named_in(event.evidence))
        country = self.joined.entities[place].country if place else None
        return Happening(
            i,
            event,
            matter,
            actors,
            recipients,
            place,
            country,
            event.date or note.paper.published,
            event.date is not None,
            parties,
        )

    def _main(self, group: Sequence[UnitId], happenings: Sequence[Happening]) -> list[Happening]:
        """The events of a matter that most of its documents open with; none when they open with none in common."""
        opening: dict[str, list[Happening]] = {}
        for item in happenings:
            unit = self.notes[item.note].units[self._unit(item.note, item.event).unit]
            if item.event.trigger.start < unit.span.start + _OPENING and item.event.polarity == "affirmed":
                opening.setdefault(family(item.event.type), []).append(item)
        documents = {id.note for id in group}
        votes = {kind: len({item.note for item in items}) for kind, items in opening.items()}
        best = max(votes, key=lambda kind: (votes[kind], -opening[kind][0].event.trigger.start), default=None)
        if best is None or votes[best] * 2 < len(documents):
            return []
        first = min(opening[best], key=lambda item: (item.event.trigger.start, item.note))
        return [
            item
            for item in opening[best]
            if item is first or item.note != first.note or item.event.date == first.event.date
        ]

    def _leading(self, group: Sequence[UnitId], main: Sequence[Happening]) -> Story:
        reports = [self._report(item) for item in main]
        told = {report.document for report in reports}
        for unit in group:
            note = self.notes[unit.note]
            if note.paper.id not in told:
                reports.append(self._opening(note, unit))
        return self._story(main, reports, None, leads=True)

    def _opening(self, note: Note, unit: UnitId) -> Report:
        span = note.units[unit.unit].span if note.paper.digest else note.opening
        inside = [item.id for item in note.attributions.values() if any(part.meets(span) for part in item.content)]
        if not note.paper.digest:
            inside = [id for id in inside if _covers(note.attributions[id].content, span)]
        chain = hands(note, inside, self.joined, self.names)
        return Report(
            note.paper.id, None, note.paper.outlet, note.paper.published, note.paper.language, span, hands=chain
        )

    def _report(self, item: Happening) -> Report:
        note, event = self.notes[item.note], item.event
        return Report(
            note.paper.id,
            event.id,
            note.paper.outlet,
            note.paper.published,
            note.paper.language,
            event.evidence,
            item.date,
            event.modality,
            event.polarity,
            hands(note, event.attributions, self.joined, self.names),
            tuple(sorted(item.actors)),
            tuple(sorted(item.recipients)),
            event.confidence,
        )

    def _story(
        self, items: Sequence[Happening], reports: list[Report], matter: str | None, *, leads: bool = False
    ) -> Story:
        reports.sort(key=lambda report: (report.published or "", report.document, report.evidence))
        types = Counter(item.event.type for item in items)
        type = types.most_common(1)[0][0] if types else None
        contexts = Counter(context for item in items for context in item.event.contexts)
        place = _commonest(item.place for item in items)
        first = reports[0]
        basis = f"{first.document}#{first.event or 'opening'}"
        id = "s" + hashlib.sha256((basis + ("!" if leads else "")).encode()).hexdigest()[:10]
        kept = tuple(context for context, _ in contexts.most_common())
        return Story(
            id=id,
            matter=matter or id,
            type=type,
            topic=topic_of(type, kept),
            contexts=kept,
            date=_date(items) or first.published,
            place=place,
            country=self._country(place, items, reports),
            actors=_ranked(item.actors for item in items),
            recipients=_ranked(item.recipients for item in items),
            modality=_commonest(report.modality for report in reports) or "actual",
            polarity=_commonest(report.polarity for report in reports) or "affirmed",
            reports=tuple(reports),
            origins=origins(reports, self.papers),
        )

    def _country(self, place: str | None, items: Sequence[Happening], reports: Sequence[Report]) -> str | None:
        if place and self.joined.entities[place].country:
            return self.joined.entities[place].country
        sides = Counter(
            country
            for item in items
            for party in (*item.actors, *item.recipients, *item.parties)
            if (country := self.joined.entities[party].country)
        )
        return sides.most_common(1)[0][0] if sides else None


def _covers(content: Sequence[Span], span: Span) -> bool:
    shared = sum(max(0, min(part.end, span.end) - max(part.start, span.start)) for part in content)
    return shared * 2 > span.end - span.start


def _commonest(values: Iterable[V | None]) -> V | None:
    counts = Counter(value for value in values if value)
    return counts.most_common(1)[0][0] if counts else None


def _ranked(sides: Iterable[Iterable[str]]) -> tuple[str, ...]:
    counts = Counter(id for side in sides for id in sorted(side))
    return tuple(id for id, _ in sorted(counts.items(), key=lambda item: (-item[1], item[0])))


def _date(items: Sequence[Happening]) -> str | None:
    """The date that most tellings give, exact ones before vague ones."""
    dated = [item.date for item in items if item.dated]
    return (
        _commonest(value for value in dated if is_exact(value))
        or _commonest(dated)
        or _commonest(item.date for item in items)
    )
