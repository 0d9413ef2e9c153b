"""How stories are put into shape: reports with their hands, and stories with all that their reports agree on."""

import hashlib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple, TypeVar

from sholu.knowledge.dates import is_exact
from sholu.knowledge.entities import Joined
from sholu.knowledge.hands import hands
from sholu.knowledge.happenings import Happening
from sholu.knowledge.matters import UnitId
from sholu.knowledge.model import Paper, Report, Story
from sholu.knowledge.notes import Note
from sholu.knowledge.origins import origins
from sholu.knowledge.topics import About, topic_of, words_by_topic
from sholu.model.span import Span

V = TypeVar("V", bound=str)


class Matter(NamedTuple):
    """What all stories of one matter share: its contexts, units of measure, and words that point at topics."""

    contexts: tuple[str, ...] = ()
    measures: frozenset[str] = frozenset()
    words: Mapping[str, int] = {}


class Teller:
    """Makes reports and stories of what was found."""

    def __init__(self, notes: Sequence[Note], joined: Joined, papers: Mapping[str, Paper]) -> None:
        self.notes = notes
        self.joined = joined
        self.papers = papers
        self.names = {id: entity.name for id, entity in joined.entities.items()}
        self._by_id = {note.paper.id: note for note in notes}

    def matter(self, units: Sequence[UnitId]) -> Matter:
        """What the units of a matter have to say about its topic."""
        rows = [(self.notes[id.note], self.notes[id.note].units[id.unit]) for id in units]
        contexts = Counter(c for note, unit in rows for e in note.events_in(unit.span) for c in e.contexts)
        measures = {q.unit for note, unit in rows for q in note.quantities if unit.span.covers(q.evidence)}
        words = words_by_topic((note.paper.language or "", unit.stems) for note, unit in rows[:_ENOUGH])
        return Matter(tuple(context for context, _ in contexts.most_common()), frozenset(measures), words)

    def opening(self, unit: UnitId) -> Report:
        """The report of a document that tells a story without an event of the codebook: its first sentence."""
        note = self.notes[unit.note]
        paper = note.paper
        span = note.units[unit.unit].span if paper.digest else note.opening
        inside = [item.id for item in note.attributions.values() if _covers(item.content, span)]
        chain = hands(note, [*note.credited(span), *inside], self.joined, self.names)
        return Report(paper.id, None, paper.outlet, paper.published, paper.language, span, hands=chain)

    def report(self, item: Happening) -> Report:
        """The report of an event."""
        note, event = self.notes[item.note], item.event
        paper = note.paper
        return Report(
            paper.id,
            event.id,
            paper.outlet,
            paper.published,
            paper.language,
            event.evidence,
            item.date,
            event.modality,
            event.polarity,
            hands(note, [*note.credited(event.trigger), *event.attributions], self.joined, self.names),
            tuple(sorted(item.actors)),
            tuple(sorted(item.recipients)),
            event.confidence,
        )

    def story(self, items: Sequence[Happening], reports: list[Report], matter: Matter, leader: str | None) -> Story:
        """A story of these events and reports; `leader` is the id of its matter's leading story, None for itself."""
        reports = sorted(reports, key=lambda report: (report.published or "", report.document, report.evidence))
        type = _commonest(item.event.type for item in items)
        contexts = tuple(context for context, _ in Counter(c for i in items for c in i.event.contexts).most_common())
        place = _commonest(item.place for item in items)
        first = reports[0]
        id = "s" + hashlib.sha256(f"{first.document}#{first.event or 'opening'}".encode()).hexdigest()[:10]
        return Story(
            id=id,
            matter=leader or id,
            type=type,
            topic=topic_of(About(type, contexts, matter.contexts, matter.measures, matter.words)),
            contexts=contexts,
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
        """The place's country, or that of most parties; of a story without events that which its openings name most."""
        if place and self.joined.entities[place].country:
            return self.joined.entities[place].country
        parties = [party for item in items for party in (*item.actors, *item.recipients, *item.parties)]
        if not items:
            parties = [party for report in reports for party in self._named(report)]
        known = [self.joined.entities[party] for party in parties]
        return _commonest(entity.country for entity in known if entity.kind != "outlet")

    def _named(self, report: Report) -> Iterable[str]:
        note = self._by_id[report.document]
        for entity in note.named_in(report.evidence):
            known = self.joined.of(report.document, entity)
            if known:
                yield known


_ENOUGH = 12  # units whose words are counted for the topic


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
    exact = _commonest(value for value in dated if is_exact(value))
    return exact or _commonest(dated) or _commonest(item.date for item in items)
