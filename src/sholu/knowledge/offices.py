"""Offices over time: who held what from when until when, from packs and from the press."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from sholu.knowledge.dates import day_of, days, gap
from sholu.knowledge.entities import Joined
from sholu.knowledge.model import Held, Passage
from sholu.knowledge.notes import Note
from sholu.knowledge.posts import Post, post
from sholu.model.reading import Event, TenureStatus
from sholu.packs import Packs

_STARTS = frozenset({"TAKE_OFFICE", "ELECT"})
_ENDS = frozenset({"LEAVE_OFFICE"})
_NEWS = 45
"""Days after which a change of office is no news any more."""


@dataclass(frozen=True, slots=True)
class Seen:
    """What one document, or a pack, says of one person's office.

    `act` is the decree, `passage` None for a pack. `guess` is a country that the reader supposes and no word states.
    `dated`: the text gives the date; otherwise it is the day of the report, by which it had happened.
    """

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
    guess: str | None = None
    dated: bool = True


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
    start = _bound((item.start, item.dated) for item in seen)
    end = _bound((item.end, item.dated) for item in seen)
    current = sorted(item.published for item in seen if item.status == "current" and item.published)
    latest = max((item for item in seen), key=lambda item: item.published or "")
    return Held(
        person=seen[0].person,
        office=("acting " if all(item.post.acting for item in seen) else "") + whole.name,
        organisation=next((item.organisation for item in seen if item.organisation), None),
        country=whole.country or _commonest(item.guess for item in seen),
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
        stated = tenure.country if note.states(tenure.country, tenure.evidence) else None
        country = stated or (known.country if known and known.kind != "place" else None) or ""
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
            guess=tenure.country,
        )


def _events(note: Note, joined: Joined, told: Sequence[Seen]) -> Iterator[Seen]:
    """Comings and goings: the person's office is the one told beside the event, or else in the same document."""
    left: Seen | None = None
    for event in note.events:
        if event.type not in _STARTS | _ENDS or event.polarity == "negated" or event.modality != "actual":
            continue
        person = _person(note, joined, event, told)
        if person is None:
            continue
        ends = event.type in _ENDS
        office = _office(event, person, told)
        if (office is None or office.post.is_vague) and left and left.person != person and not ends:
            office = left  # "X resigned. Y was named acting head."
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
            office.guess,
            event.date is not None,
        )
        left = item if ends else left
        yield item


def _person(note: Note, joined: Joined, event: Event, told: Sequence[Seen]) -> str | None:
    """The one person who comes or goes.

    A party of the event, or somebody named in a party's words; who comes may also be the only person whom the event's
    words name, who goes the one of whom they tell a former office.
    """
    document = note.paper.id
    roles = (*event.recipients, *event.actors)
    parties = [joined.of(document, role.entity) for role in roles]
    worded = [joined.of(document, entity) for role in roles for entity in note.named_in(role.span)]
    last: list[str | None] = [joined.of(document, entity) for entity in note.named_in(event.evidence)]
    if event.type in _ENDS:
        former = [item for item in told if item.status == "former" and item.passage]
        last = [item.person for item in former if item.passage and item.passage.span.meets(event.evidence)]
    for some in (parties, worded, last):
        people = list(dict.fromkeys(id for id in some if id and joined.entities[id].kind == "person"))
        if len(people) == 1:
            return people[0]
    return None


def _office(event: Event, person: str, told: Sequence[Seen]) -> Seen | None:
    """The office that is left or taken; nobody takes what the same words call a former office."""
    mine = [item for item in told if item.person == person]
    beside = [item for item in mine if item.passage and item.passage.span.meets(event.evidence)]
    clear = [item for item in mine if not item.post.is_vague and item.status != "former"]
    if event.type in _ENDS:
        return next(iter([*beside, *clear, *mine]), None)
    return next((item for item in beside if item.status != "former"), None)


def _act(note: Note, event: Event) -> str | None:
    """The decree in the event's own words, or the only one in the document."""
    inside = [words for start, words in note.acts if event.evidence.start <= start < event.evidence.end]
    every = list(dict.fromkeys(words for _, words in note.acts))
    return next(iter(inside), every[0] if len(every) == 1 else None)


def _held_in_packs(id: str, pack: str, joined: Joined, packs: Packs) -> list[Seen]:
    found = []
    for holding in packs.holdings_of(pack):
        made = replace(post(holding.office, "en"), country=holding.country or "")
        status: TenureStatus = "former" if holding.end else "unknown"
        found.append(Seen(id, made, None, status, holding.start, holding.end, None, None, "known from a pack"))
    return found


def _offices(seen: Sequence[Seen]) -> list[list[Seen]]:
    """What is said of one person, office by office; a vague office joins the clear one that it can only mean."""
    groups: list[list[Seen]] = []
    for item in sorted(seen, key=lambda item: (item.post.is_vague, item.passage is not None, item.published or "")):
        fitting = [group for group in groups if all(item.post.fits(other.post) for other in group)]
        if item.post.is_vague and not fitting:
            land = [group for group in groups if _same_land(item.post, group[0].post)]
            land = [group for group in land if not any(_parted(item, other) for other in group)]
            here = [group for group in land if any(_beside(item, other) for other in group)]
            fitting = here or [group for group in land if group[0].post.rank == item.post.rank]
            fitting = fitting if len(fitting) == 1 else here[:1]
        if fitting:
            fitting[0].append(item)
        else:
            groups.append([item])
    return groups


def _beside(one: Seen, other: Seen) -> bool:
    return bool(one.passage and other.passage and one.passage.document == other.passage.document)


def _parted(one: Seen, other: Seen) -> bool:
    """Whether one document calls the one office a former one and the other not."""
    return _beside(one, other) and (one.status == "former") != (other.status == "former")


def _same_land(one: Post, other: Post) -> bool:
    return not one.country or not other.country or one.country == other.country


def _bound(values: Iterable[tuple[str | None, bool]]) -> str | None:
    """The likeliest date: a stated day; what is stated of long ago; the day of the first report; else the finest."""
    known = [(value, dated) for value, dated in values if value and days(value)]
    counts = Counter(value for value, dated in known if dated)
    stated = sorted(counts, key=lambda value: (_width(value), -counts[value], value))
    reported = sorted(value for value, dated in known if not dated)
    if stated and (_width(stated[0]) == 0 or not reported or (gap(stated[0], reported[0]) or 0) > _NEWS):
        return stated[0]
    return next(iter([*reported, *stated]), None)


def _width(value: str) -> int:
    first, last = days(value) or (date.min, date.max)
    return (last - first).days


def _commonest(values: Iterable[str | None]) -> str | None:
    counts = Counter(value for value in values if value)
    return counts.most_common(1)[0][0] if counts else None


def span_of_days(item: Held) -> tuple[int, int]:
    """First and last day of an office as ordinals, as far as they are known; it orders careers."""
    first, last = day_of(item.start), day_of(item.end)
    return (first.toordinal() if first else 0), (last.toordinal() if last else 0)
