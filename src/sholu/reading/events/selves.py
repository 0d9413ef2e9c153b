"""Nobody does a deed to himself: who stands on both sides of an event belongs on one."""

from sholu.model.changing import replace
from sholu.model.reading import Event, Role

_BESIDE = 2
"""Code points between a verb and its object: "asked her"."""


def without_selves(event: Event) -> Event:
    """The event with whoever is on both sides on one: whom the verb has right behind it suffers, anyone else acts."""
    acting = {role.entity for role in event.actors if role.entity}
    words = {role.span for role in event.actors}
    both = [role for role in event.recipients if role.entity in acting or role.span in words]
    if not both:
        return event
    suffering = {role.entity for role in both if role.entity and _is_object(event, role)}
    return replace(
        event,
        actors=tuple(role for role in event.actors if role.entity not in suffering),
        recipients=tuple(role for role in event.recipients if role not in both or role.entity in suffering),
    )


def _is_object(event: Event, role: Role) -> bool:
    """Whether a role stands right behind the trigger, or in its last words: "asked her", "backed her candidacy"."""
    first = role.span.start
    return event.trigger.start < first <= event.trigger.end + _BESIDE
