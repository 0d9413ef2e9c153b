"""Offices over time: what packs know and what the press says of who holds them, joined."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from sholu.knowledge.dates import days, gap
from sholu.knowledge.entities import Joined
from sholu.knowledge.model import Change, Held, Passage
from sholu.knowledge.notes import Note
from sholu.model.reading import Tenure
from sholu.packs import Packs

Office = tuple[str, str, str]
"""Name, country and organisation of an office; "" where not known."""


def find_held(notes: Sequence[Note], joined: Joined, packs: Packs) -> tuple[Held, ...]:
    """Every person's every office, with bounds and evidence."""
    seen: defaultdict[tuple[str, Office], list[tuple[Note, Tenure]]] = defaultdict(list)
    for note in notes:
        for tenure in note.tenures:
            person = joined.of(note.paper.id, tenure.person)
            if person:
                seen[person, _office(note, tenure, joined)].append((note, tenure))
    return tuple(
        _held(person, office, rows) for (person, office), rows in sorted(seen.items(), key=lambda item: item[0])
    )


def _office(note: Note, tenure: Tenure, joined: Joined) -> Office:
    organisation = joined.of(note.paper.id, tenure.organisation) or ""
    country = tenure.country or (joined.entities[organisation].country if organisation else None) or ""
    return tenure.office.lower(), country, organisation


def _held(person: str, office: Office, rows: Sequence[tuple[Note, Tenure]]) -> Held:
    starts = [tenure.start for _, tenure in rows if tenure.start]
    ends = [tenure.end for _, tenure in rows if tenure.end]
    current = sorted(
        note.paper.published for note, tenure in rows if tenure.status == "current" and note.paper.published
    )
    latest = max(rows, key=lambda row: row[0].paper.published or "")[1]
    return Held(
        person,
        office[0],
        office[2] or None,
        office[1] or None,
        max(starts, key=len, default=None),
        max(ends, key=len, default=None),
        latest.status,
        (current[0], current[-1]) if current else None,
        False,
        tuple(Passage(note.paper.id, tenure.evidence) for note, tenure in rows),
    )


def find_changes(held: Iterable[Held]) -> tuple[Change, ...]:
    """Every time that an office changed hands, as far as a start or an end is known."""
    slots: defaultdict[tuple[str, str], list[Held]] = defaultdict(list)
    for item in held:
        slots[item.office, item.country or ""].append(item)
    found = []
    for (office, country), items in sorted(slots.items()):
        ends = [item for item in items if days(item.end)]
        starts = [item for item in items if days(item.start)]
        for item in ends:
            came = next(
                (other for other in starts if other.person != item.person and gap(other.start, item.end) == 0), None
            )
            reports = item.evidence + (came.evidence if came else ())
            found.append(
                Change(
                    office,
                    item.organisation,
                    country or None,
                    item.end,
                    item.person,
                    came.person if came else None,
                    None,
                    reports,
                )
            )
    return tuple(found)
