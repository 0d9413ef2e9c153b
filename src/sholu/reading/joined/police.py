"""What police and troops do: the encoder's flags of the whole text weigh what its marks add to the grammar's events."""

from dataclasses import replace

from sholu.model.reading import Event
from sholu.reading.joined.parties import meeting
from sholu.reading.learned import Marks

_FLAGS = {"COERCE": ("police_arrest",), "ASSAULT": ("police_force", "police_kill")}
_FORCES = frozenset({"COP", "MIL"})


def flagged(event: Event, marks: Marks) -> float:
    """How surely the text as a whole is one of such deeds; 0 where no flag speaks of them."""
    return max((marks.flag(name) for name in _FLAGS.get(event.type, ())), default=0.0)


def doubted(event: Event, exact: Event | None, marks: Marks, limits: dict[str, float]) -> Event | None:
    """The event without what the text as a whole speaks against: an arrest, or force by police, that only marks see.

    None when nothing is left of it; the grammar's event, if there is one, where the marks made another of it.
    """
    if _is_arrest(event) and not (exact and _is_arrest(exact)) and marks.flag("police_arrest") < limits["flag_arrest"]:
        return exact
    if event.type == "ASSAULT" and marks.flag("police_force") < limits["flag_force"]:
        known = exact is not None and exact.type == event.type
        own = exact.actors if exact and known else ()
        kept = tuple(role for role in event.actors if not _FORCES & {*role.sector} or meeting(own, role.span))
        if len(kept) < len(event.actors) and not known:
            return exact
        event = replace(event, actors=kept)
    return event


def _is_arrest(event: Event) -> bool:
    told = event.polarity == "affirmed" and event.modality in ("actual", "alleged")
    return told and event.type == "COERCE" and event.mode == "arrest"
