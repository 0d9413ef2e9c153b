"""The parties of Russian events, cut as the grammar has them: no adverbs, no places, no things of which nobody is."""

from sholu.model.changing import replace
from sholu.model.reading import Event, Role
from sholu.reading.chunks import kinds
from sholu.reading.events.lexicon import words
from sholu.reading.events.scene import EventScene
from sholu.reading.events.stretches import Stretch
from sholu.reading.languages.morphology import readings

_LEADING = frozenset({kinds.ADVERB, kinds.CONJUNCTION})
_OF_OFFICE = frozenset({"TAKE_OFFICE", "LEAVE_OFFICE", "ELECT"})


def only_parties(scene: EventScene, event: Event) -> Event:
    """The event without recipients that only say what a deed is about, «потребовали повышения», «подал жалобу»."""
    if scene.language != "ru":
        return event
    kept = tuple(role for role in event.recipients if not _is_thing(scene, role, event))
    return event if len(kept) == len(event.recipients) else replace(event, recipients=kept)


def group_in(scene: EventScene, stretch: Stretch) -> Stretch:
    """A marked stretch from where its group begins: not «периодически | организаторы», «в дальнейшем | жители»."""
    first, last = stretch
    kind, clauses = scene.slots.chunks.kind, scene.slots.clauses
    while first < last and kind(first) in _LEADING:
        first += 1
    if clauses is None or first == last or first == 0 or kind(first - 1) != kinds.PREPOSITION:
        return first, last
    governed = clauses.groups.at(first, last)
    if governed is None or governed.last >= last or kind(governed.head) == kinds.NOUN:
        return first, last
    rest = clauses.groups.at(governed.last + 1, last)
    return (governed.last + 1, last) if rest else (first, last)


def _is_thing(scene: EventScene, role: Role, event: Event) -> bool:
    if role.entity or role.sector or event.type in _OF_OFFICE:
        return False
    at, clauses = scene.whole(role.span), scene.slots.clauses
    group = clauses.groups.at(*at) if at and clauses else None
    if group is None or clauses is None or clauses.is_somebody(group.stretch):
        return False
    head, tokens = group.head, scene.page.tokens
    if tokens[head].is_capitalised or any(True for _ in scene.entities.within(role.span)):
        return False
    if any(tokens[i].lower in words("ru", "grammar", "owners") for i in range(group.first, group.last + 1)):
        return False
    lemma = readings("ru", tokens[head].lower)[0].lemma
    told = lemma in words("ru", "grammar", "contents") or lemma.endswith(tuple(words("ru", "grammar", "content_endings")))
    owner = clauses.groups.at(head + 1, group.last, frozenset({"gen"})) if head < group.last else None
    return told and (owner is None or not clauses.is_party(owner))
