"""Who acts by the grammar of a Russian verb: places in which it happened and those who suffer a passive do not."""

from sholu.model.changing import replace
from sholu.model.reading import Event, Role
from sholu.reading.chunks import kinds
from sholu.reading.events.scene import EventScene
from sholu.reading.events.stretches import Stretch
from sholu.reading.joined.parties import meeting
from sholu.reading.joined.personnel import PERSONNEL

_MUTUAL = frozenset({"AGREE", "CONSULT", "COOPERATE"})
_OF_PEOPLE = frozenset({"PROTEST"})
"""What no place does, be it a capital that stands for its government."""
_PLACES = frozenset({"place", "facility"})


def voiced(scene: EventScene, event: Event, stretch: Stretch) -> Event:
    """The event without actors that its words speak of as places; who suffers a passive verb is its recipient."""
    actors = tuple(role for role in event.actors if not _is_where(scene, event, role, stretch))
    event = replace(event, actors=actors)
    if scene.language != "ru" or event.type in PERSONNEL or event.type in _MUTUAL:
        return event
    suffering = _suffering(scene, stretch)
    moved = meeting(actors, scene.page.span(*suffering)) if suffering else ()
    if not moved or any(meeting(event.recipients, role.span) for role in moved):
        return event
    kept = tuple(role for role in actors if role not in moved)
    return replace(event, actors=kept, recipients=tuple(sorted((*event.recipients, *moved), key=lambda one: one.span)))


def _is_where(scene: EventScene, event: Event, role: Role, stretch: Stretch) -> bool:
    """Whether an actor is only where something happened: any place of protests, in Russian one that is no subject."""
    if role.entity is None or scene.entities.get(role.entity).kind not in _PLACES:
        return False
    if event.type in _OF_PEOPLE:
        return True
    at = scene.whole(role.span)
    if scene.language != "ru" or at is None or not _is_active(scene, stretch):
        return False
    return scene.slots.stretches.cases(at).isdisjoint({"nom", "ins"})


def _is_active(scene: EventScene, stretch: Stretch) -> bool:
    """Whether the words have a finite verb that is no passive."""
    chunks = scene.slots.chunks
    verbs = [i for i in range(stretch[0], stretch[1] + 1) if chunks.kind(i) == kinds.VERB]
    return bool(verbs) and not any(chunks.is_passive(i) for i in verbs)


def _suffering(scene: EventScene, stretch: Stretch) -> Stretch | None:
    """The subject in the nominative of a passive participle, «дорога закрыта»."""
    chunks = scene.slots.chunks
    if not any(chunks.is_passive(i) and chunks.kind(i) == kinds.VERB for i in range(stretch[0], stretch[1] + 1)):
        return None
    found = scene.object(scene.trigger("COERCE", stretch))
    return found if found and "nom" in scene.slots.stretches.cases(found) else None
