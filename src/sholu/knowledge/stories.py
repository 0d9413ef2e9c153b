"""Stories: what documents tell together. Every matter has a leading story; what else happens in it stands beside."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from math import log

from sholu.knowledge.decided import Decided
from sholu.knowledge.denials import denials_of
from sholu.knowledge.entities import Joined, join_entities
from sholu.knowledge.figures import figures_of
from sholu.knowledge.happenings import Happening, family, group_happenings, ids, likeness
from sholu.knowledge.matters import UnitId, group_units
from sholu.knowledge.model import Paper, Story
from sholu.knowledge.notes import Note, note
from sholu.knowledge.telling import Matter, Teller
from sholu.model.reading import Event, Reading
from sholu.packs import Packs

_OPENING = 500  # characters of a unit in which its main event is looked for
_SMALL = 30  # documents: in a smaller archive entities are as rare as if it had so many


def group_documents(readings: Iterable[Reading]) -> dict[str, str]:
    """A story label for each document, by what it is mainly about: documents with the same label tell one story."""
    notes = [note(reading) for reading in readings]
    labels: dict[str, str] = {}
    for group in group_units(notes, join_entities(notes, Packs(()), Decided())):
        for id in group:
            labels.setdefault(notes[id.note].paper.id, notes[group[0].note].paper.id)
    return labels | {note.paper.id: note.paper.id for note in notes if note.paper.id not in labels}


def find_stories(notes: Sequence[Note], joined: Joined, papers: Mapping[str, Paper]) -> tuple[Story, ...]:
    """All stories, by date and id. `papers` are the documents by id, with what each is a copy of."""
    return tuple(sorted(_Finder(notes, joined, papers).stories(), key=lambda story: (story.date or "", story.id)))


class _Finder:
    def __init__(self, notes: Sequence[Note], joined: Joined, papers: Mapping[str, Paper]) -> None:
        self.notes = notes
        self.joined = joined
        self.teller = Teller(notes, joined, papers)
        self.groups = group_units(notes, joined)
        self.home = {id: number for number, group in enumerate(self.groups) for id in group}
        size = max(len(notes), _SMALL)
        self.rarity = {
            id: log(size / (0.5 + len({member.document for member in entity.members}))) / log(size / 0.5)
            for id, entity in joined.entities.items()
        }

    def stories(self) -> Iterator[Story]:
        """Leading stories by matter, then the other happenings of all."""
        happenings = list(self._happenings())
        by_matter: dict[int, list[Happening]] = {}
        for item in happenings:
            by_matter.setdefault(item.matter, []).append(item)
        leaders: list[str] = []
        matters: list[Matter] = []
        taken: set[int] = set()
        for number, group in enumerate(self.groups):
            main = self._main(group, by_matter.get(number, []))
            taken |= {item.number for item in main}
            matters.append(self.teller.matter(group))
            story = self._leading(group, main, matters[number])
            leaders.append(story.id)
            yield story
        rest = [item for item in happenings if item.number not in taken]
        for items in group_happenings(rest, self.rarity):
            home = max((item.matter for item in items), key=lambda n: sum(item.matter == n for item in items))
            matter, leader = (matters[home], leaders[home]) if home >= 0 else (Matter(), None)
            yield self.teller.story(items, [self.teller.report(item) for item in items], matter, leader)

    def _happenings(self) -> Iterator[Happening]:
        number = 0
        for i, item in enumerate(self.notes):
            for event in item.events:
                yield self._happening(number, i, event)
                number += 1

    def _happening(self, number: int, i: int, event: Event) -> Happening:
        item = self.notes[i]
        document = item.paper.id
        place = self.joined.of(document, event.place)
        return Happening(
            number,
            i,
            event,
            self._matter(i, event),
            ids(self.joined.of(document, role.entity) for role in event.actors),
            ids(self.joined.of(document, role.entity) for role in event.recipients),
            place,
            self.joined.entities[place].country if place else None,
            event.date or item.paper.published,
            event.date is not None,
            ids(self.joined.of(document, entity) for entity in item.named_in(event.evidence)),
            ids(
                self.joined.of(document, role.entity)
                for role in (*event.actors, *event.recipients)
                if role.entity in item.nameless
            ),
        )

    def _matter(self, i: int, event: Event) -> int:
        """The number of the matter in which an event stands, or that of the part of its digest next to it."""
        units = self.notes[i].units
        place = next((j for j, unit in enumerate(units) if unit.span.covers(event.trigger)), 0)
        near = sorted(range(len(units)), key=lambda j: (abs(j - place), j))
        return next((self.home[UnitId(i, j)] for j in near if UnitId(i, j) in self.home), -1 - i)

    def _main(self, group: Sequence[UnitId], happenings: Sequence[Happening]) -> list[Happening]:
        """The event with which most of a matter's articles open, one telling of each document; [] if they have none."""
        opening = [item for item in happenings if self._opens(item)]
        articles = {id.note for id in group if not self.notes[id.note].paper.digest} or {id.note for id in group}
        votes: dict[str, set[int]] = {}
        for item in opening:
            votes.setdefault(family(item.event.type), set()).add(item.note)
        first_of = {kind: min(i.event.trigger.start for i in opening if family(i.event.type) == kind) for kind in votes}
        best = max(votes, key=lambda kind: (len(votes[kind] & articles), -first_of[kind]), default=None)
        if best is None or len(votes[best] & articles) * 2 < len(articles):
            return []
        mine = [item for item in opening if family(item.event.type) == best]
        first = min(mine, key=lambda item: (item.note not in articles, item.event.trigger.start, item.note))
        told = {first.note: (2.0, first)}
        for item in mine:
            score = likeness(first, item, self.rarity)
            if item.note != first.note and score > told.get(item.note, (0.0, item))[0]:
                told[item.note] = (score, item)
        return [item for _, item in told.values()]

    def _opens(self, item: Happening) -> bool:
        units = self.notes[item.note].units
        start = next((unit.span.start for unit in units if unit.span.covers(item.event.trigger)), 0)
        return item.event.polarity == "affirmed" and item.event.trigger.start < start + _OPENING

    def _leading(self, group: Sequence[UnitId], main: Sequence[Happening], matter: Matter) -> Story:
        reports = [self.teller.report(item) for item in main]
        told = {report.document for report in reports}
        for unit in group:
            if self.notes[unit.note].paper.id not in told:
                reports.append(self.teller.opening(unit))
        sides = (self.notes, group, self.joined, self.teller.names)
        story = self.teller.story(main, reports, matter, None)
        return replace(story, figures=figures_of(*sides), denials=denials_of(*sides))
