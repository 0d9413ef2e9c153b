"""Kazakh: everyone of a list to whom something is done, and who does it after a clause that tells of another."""

from collections.abc import Iterator

from sholu.model.changing import replace
from sholu.model.reading import Event, Role
from sholu.reading.events.scene import EventScene
from sholu.reading.events.stretches import Stretch
from sholu.reading.joined.parties import meeting
from sholu.reading.kazakh_groups import case_of
from sholu.reading.languages.kazakh_data import kazakh_endings, kazakh_small_words

_CASES = ("acc", "dat")
_OWN = frozenset({"LEAVE_OFFICE", "TAKE_OFFICE", "PROTEST", "RETREAT", "AGREE", "REJECT", "CONSULT"})
"""Types whose subject is often told behind a clause of what was before."""


def listed(scene: EventScene, event: Event) -> Event:
    """The event with all of a list in one case: "басшыны, екі қызметкерді, сондай-ақ мердігерді ұстады"."""
    fresh: list[Role] = []
    for role in event.recipients:
        at = scene.whole(role.span)
        if at is None or at[1] >= scene.page.token_at(event.trigger.start):
            continue
        case = case_of(scene.slots.chunks, at[1])
        group = scene.slots.stretches.kazakh.group_at(at[1])
        before = _before(scene, min(at[0], group[0] if group else at[0]), case) if case in _CASES else None
        while before is not None:
            fresh += [one for one in scene.roles.of(before) if _is_somebody(scene, one, before)]
            before = _before(scene, before[0], case)
    known = (*event.actors, *event.recipients)
    fresh = [one for one in fresh if not meeting(known, one.span)]
    if not fresh:
        return event
    return replace(event, recipients=tuple(sorted((*event.recipients, *fresh), key=lambda role: role.span)))


def _is_somebody(scene: EventScene, role: Role, at: Stretch) -> bool:
    return bool(role.entity or role.sector) or scene.slots.stretches.kazakh.names_people(at[1])


def _before(scene: EventScene, first: int, case: str) -> Stretch | None:
    """The phrase in this case that a comma or "and" ties to what begins at a token."""
    tokens, at = scene.page.tokens, first - 1
    while at > 0 and tokens[at].lower in kazakh_small_words("listing"):
        at -= 1
    sentence = scene.page.sentence_at(tokens[first].start)
    if at == first - 1 or at < sentence.first or case_of(scene.slots.chunks, at) != case:
        return None
    group = scene.slots.stretches.kazakh.group_at(at)
    return (group[0], at) if group is not None and group[1] == at else None


def behind_clause(scene: EventScene, event: Event, stretch: Stretch) -> Event:
    """The event with the subject behind a clause of what was before: "X жеңгеннен кейін | үкімет кетті"."""
    if event.type not in _OWN or not event.actors or scene.page.tokens[stretch[0]].start != event.trigger.start:
        return event
    tokens = scene.page.tokens
    sentence = scene.page.sentence_at(event.trigger.start)
    ends = [
        i
        for i in range(sentence.first + 1, stretch[0])
        if tokens[i].lower in kazakh_small_words("after")
        and tokens[i - 1].lower.endswith(kazakh_endings("done_before"))
    ]
    if not ends or not all(role.span.end < tokens[ends[-1]].start for role in event.actors):
        return event
    phrase = _subject(scene, ends[-1] + 1, stretch[0])
    if phrase is None:
        return event
    found = tuple(role for role in scene.roles.of(phrase) if _is_somebody(scene, role, phrase))
    return replace(event, actors=found) if found else event


def in_told_clause(scene: EventScene, event: Event, stretch: Stretch) -> Event:
    """The event of what somebody tells without who tells it: "министр үшеуін полиция ұстағанын айтты".

    Whoever does what is told stands in the genitive, or nearest to the verb.
    """
    places = {role: at for role in event.actors if (at := scene.whole(role.span)) and at[1] < stretch[0]}
    cases = {role: case_of(scene.slots.chunks, at[1]) for role, at in places.items()}
    owning = [places[role][0] for role in places if cases[role] == "gen"]
    inner: tuple[Role, ...] = ()
    begin = min(owning, default=0)
    if not owning:
        first = scene.slots.chunks.clause_at(stretch[0])[0]
        phrase = next((one for one in _subjects(scene, first, stretch[0]) if _are_known(scene, one)), None)
        if phrase is None:
            return event
        inner, begin = tuple(role for role in scene.roles.of(phrase) if _is_somebody(scene, role, phrase)), phrase[0]
    before = [role for role in places if cases[role] == "nom" and places[role][1] < begin]
    tellers = {role for role in before if owning or _is_apart(scene, places[role][1], begin)}
    if not tellers:
        return event
    actors = tuple(role for role in event.actors if role not in tellers)
    fresh = tuple(role for role in inner if not meeting(actors, role.span))
    kept = tuple(role for role in event.recipients if not meeting(fresh, role.span))
    return replace(event, actors=(*actors, *fresh), recipients=kept)


def _is_apart(scene: EventScene, last: int, first: int) -> bool:
    """Whether more than a comma or "and" stands between the end of one phrase and the start of another."""
    between = scene.page.tokens[last + 1 : first]
    return any(token.is_word and token.lower not in kazakh_small_words("listing") for token in between)


def _are_known(scene: EventScene, phrase: Stretch) -> bool:
    return any(_is_somebody(scene, role, phrase) for role in scene.roles.of(phrase))


def _subject(scene: EventScene, first: int, stop: int) -> Stretch | None:
    """The last phrase in the nominative among these tokens, which ends there too."""
    return next(_subjects(scene, first, stop), None)


def _subjects(scene: EventScene, first: int, stop: int) -> Iterator[Stretch]:
    """The phrases in the nominative that end among these tokens, or run on into those behind, the last first."""
    for at in range(stop - 1, first - 1, -1):
        group = scene.slots.stretches.kazakh.group_at(at)
        if group is not None and min(group[1], stop - 1) == at and case_of(scene.slots.chunks, at) == "nom":
            yield max(first, group[0]), at
