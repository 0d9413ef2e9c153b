"""Offices over time: who held what from when until when, from packs and the press, and where an office changed hands."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from sholu.knowledge.dates import day_of, days
from sholu.knowledge.entities import Joined
from sholu.knowledge.model import Held, Passage
from sholu.knowledge.notes import Note
from sholu.knowledge.posts import Post, post
from sholu.model.reading import Event, TenureStatus
from sholu.packs import Packs

_STARTS = frozenset({"TAKE_OFFICE", "ELECT"})
_ENDS = frozenset({"LEAVE_OFFICE"})


@dataclass(frozen=True, slots=True)
class Seen:
    """What one document, or a pack, says of one person's office. `act` is the decree, `passage` None for a pack."""

    person: str
    post: Post
    organisation: str | None
    status: TenureStatus
    start: str | None
    end: str | None
    passage: Passage | None
    published: str | None
    why: str
    act: str | None = None


def find_seen(notes: Sequence[Note], joined: Joined, packs: Packs) -> list[list[Seen]]:
    """All that is said of offices, one list for each office of each person, in order of person."""
    by_person: defaultdict[str, list[Seen]] = defaultdict(list)
    for note in notes:
        told = list(_tenures(note, joined))
        for item in [*told, *_events(note, joined, told)]:
            by_person[item.person].append(item)
    for id, entity in joined.entities.items():
        if entity.kind == "person" and "pack" in entity.same_as:
            by_person[id] += _held_in_packs(id, str(entity.same_as["pack"]), joined, packs)
    return [group for person in sorted(by_person) for group in _offices(by_person[person])]


def held(seen: Sequence[Seen]) -> Held:
    """One office of one person, from all that is said of it."""
    whole = seen[0].post
    for item in seen[1:]:
        whole = whole.joined(item.post) if not item.post.is_vague else whole
    start = _bound(item.start for item in seen)
    end = _bound(item.end for item in seen)
    current = sorted(item.published for item in seen if item.status == "current" and item.published)
    latest = max((item for item in seen), key=lambda item: item.published or "")
    return Held(
        person=seen[0].person,
        office=("acting " if all(item.post.acting for item in seen) else "") + whole.name,
        organisation=next((item.organisation for item in seen if item.organisation), None),
        country=whole.country or None,
        start=start,
        end=end,
        status="former" if end and (latest.published is None or end <= latest.published) else latest.status,
        seen=(current[0], current[-1]) if current else None,
        pack=any(item.passage is None for item in seen),
        evidence=tuple(dict.fromkeys(item.passage for item in seen if item.passage)),
        why=tuple(dict.fromkeys(item.why for item in seen)),
    )


def _tenures(note: Note, joined: Joined) -> Iterator[Seen]:
    paper = note.paper
    for tenure in note.tenures:
        person = joined.of(paper.id, tenure.person)
        if person is None:
            continue
        organisation = joined.of(paper.id, tenure.organisation)
        known = joined.entities[organisation] if organisation else None
        words = f"{tenure.office} {known.names.get(paper.language or '', ('',))[0] if known else ''}"
        made = post(words, paper.language or "en")
        country = tenure.country or (known.country if known else None) or ""
        area = organisation if known and known.kind == "place" else ""
        yield Seen(
            person,
            replace(made, country=country, area=area or ""),
            organisation,
            tenure.status,
            tenure.start,
            tenure.end,
            Passage(paper.id, tenure.evidence),
            paper.published,
            "said to hold it",
        )


def _events(note: Note, joined: Joined, told: Sequence[Seen]) -> Iterator[Seen]:
    """Comings and goings: the person's office is the one told beside the event, or else in the same document."""
    left: Seen | None = None
    for event in note.events:
        if event.type not in _STARTS | _ENDS or event.polarity == "negated" or event.modality != "actual":
            continue
        person = _person(note, joined, event)
        if person is None:
            continue
        ends = event.type in _ENDS
        office = _office(event, person, told) or (left if left and left.person != person and not ends else None)
        if office is None:
            continue
        date = event.date or note.paper.published
        item = Seen(
            person,
            office.post,
            office.organisation,
            "former" if ends else "current",
            None if ends else date,
            date if ends else None,
            Passage(note.paper.id, event.evidence),
            note.paper.published,
            "left it" if ends else "took it",
            _act(note, event),
        )
        left = item if ends else left
        yield item


def _person(note: Note, joined: Joined, event: Event) -> str | None:
    """The person who comes or goes: a party of the event, or the only person whom its words name."""
    document = note.paper.id
    roles = [joined.of(document, role.entity) for role in (*event.recipients, *event.actors)]
    inside = [joined.of(document, entity) for entity in note.named_in(event.evidence)]
    for some in (roles, inside):
        people = list(dict.fromkeys(id for id in some if id and joined.entities[id].kind == "person"))
        if len(people) == 1:
            return people[0]
    return None


def _office(event: Event, person: str, told: Sequence[Seen]) -> Seen | None:
    mine = [item for item in told if item.person == person]
    beside = [item for item in mine if item.passage and item.passage.span.meets(event.evidence)]
    clear = [item for item in mine if not item.post.is_vague and item.status != "former"]
    return next(iter([*beside, *clear, *mine]), None) if event.type in _ENDS else next(iter(beside), None)


def _act(note: Note, event: Event) -> str | None:
    """The decree in the event's own words, or the only one in the document."""
    inside = [words for start, words in note.acts if event.evidence.start <= start < event.evidence.end]
    every = list(dict.fromkeys(words for _, words in note.acts))
    return next(iter(inside), every[0] if len(every) == 1 else None)


def _held_in_packs(id: str, pack: str, joined: Joined, packs: Packs) -> list[Seen]:
    found = []
    for holding in packs.holdings_of(pack):
        made = replace(post(holding.office, "en"), country=holding.country or "")
        status: TenureStatus = "former" if holding.end else "current" if holding.end_known else "unknown"
        found.append(
            Seen(id, made, None, status, holding.start, holding.end, None, None, "known from a pack")
        )
    return found


def _offices(seen: Sequence[Seen]) -> list[list[Seen]]:
    """What is said of one person, office by office; a vague office joins the only clear one that fits."""
    groups: list[list[Seen]] = []
    for item in sorted(seen, key=lambda item: (item.passage is not None, item.post.is_vague, item.published or "")):
        fitting = [group for group in groups if all(item.post.fits(other.post) for other in group if not other.post.is_vague)]
        if item.post.is_vague:
            fitting = [
                group
                for group in groups
                if any(_beside(item, other) for other in group) and _same_land(item.post, group[0].post)
            ] or fitting
        if fitting:
            fitting[0].append(item)
        else:
            groups.append([item])
    return groups


def _beside(one: Seen, other: Seen) -> bool:
    return bool(one.passage and other.passage and one.passage.document == other.passage.document)


def _same_land(one: Post, other: Post) -> bool:
    return not one.country or not other.country or one.country == other.country


def _bound(values: Iterable[str | None]) -> str | None:
    """The date that most say, the finer of equals."""
    counts = Counter(value for value in values if value and days(value))
    return max(counts, key=lambda value: (counts[value], len(value), value), default=None)


def span_of_days(item: Held) -> tuple[int, int]:
    """First and last day of an office as ordinals, as far as they are known; it orders careers."""
    first, last = day_of(item.start), day_of(item.end)
    return (first.toordinal() if first else 0), (last.toordinal() if last else 0)
