"""Kazakh: the parties of an event by the cases of its own clause, which say more than any votes."""

from sholu.model.changing import replace
from sholu.model.reading import Event, Role
from sholu.reading.chunks import kinds
from sholu.reading.events.kazakh_words import kazakh_words
from sholu.reading.events.scene import EventScene
from sholu.reading.events.stretches import Stretch
from sholu.reading.joined.kazakh_lists import behind_clause, in_told_clause, listed
from sholu.reading.joined.parties import meeting
from sholu.reading.kazakh_groups import case_of
from sholu.reading.languages.kazakh_data import kazakh_endings, kazakh_small_words
from sholu.reading.languages.morphology import features

_OBJECT = frozenset(
    {"ASSAULT", "COERCE", "SENTENCE", "ACQUIT", "TRY", "ELECT", "ACCUSE", "SANCTION", "SUPPORT", "RETREAT"}
)
"""Types done to whoever stands in the accusative."""
_GIVEN = frozenset(
    {"AGREE", "CONCEDE", "REJECT", "THREATEN", "AID", "SANCTION", "SENTENCE", "CHARGE", "ASSAULT", "REQUEST"}
)
"""Types done to whoever stands in the dative."""
_ASKED = frozenset({"REQUEST", "CONCEDE"})
"""Types that want something of whoever stands in the ablative."""
_BLAME = frozenset({"ACCUSE", "CHARGE"})
_PARTIES = frozenset({"person", "organisation", "group", "outlet"})
_VERBAL = frozenset({kinds.VERB, kinds.GERUND})
_MUTUAL = frozenset({"AGREE", "CONSULT", "COOPERATE"})
_MEETINGS = (None, "phone", "multilateral", "third-party")
_UNDONE = frozenset({"ELECT", "TRY", "TAKE_OFFICE", "LEAVE_OFFICE"})
"""Types of which the subject may be who it is done to."""
_OBLIQUE = frozenset({"dat", "acc", "loc", "abl"})
_PART = ";"


def by_clause(scene: EventScene, event: Event, stretch: Stretch) -> Event:
    """The event with the parties that its clause names by case; no verb is one, nor who stands beyond a semicolon."""
    event = behind_clause(scene, _owning(scene, _turned(scene, event), stretch), stretch)
    actors = tuple(role for role in event.actors if _may_be_party(scene, event, role, stretch))
    recipients = tuple(role for role in event.recipients if _may_be_party(scene, event, role, stretch))
    if event.type in _MUTUAL and not recipients:
        recipients = event.recipients
    if event.type == "REQUEST":
        recipients = tuple(role for role in recipients if not _is_thing(scene, role))  # what is asked for
    if event.type == "AGREE":
        recipients = tuple(
            role for role in recipients if role.text.lower() not in kazakh_small_words("it")
        )  # what is promised
    event = replace(event, actors=actors or event.actors, recipients=recipients)  # a part may leave its subject out
    if is_told(scene, stretch) and any(scene.slots.chunks.is_passive(i) for i in range(stretch[0], stretch[1] + 1)):
        event = replace(event, actors=tuple(role for role in event.actors if not _is_nominative(scene, role, stretch)))
    event = _blamed(scene, event, stretch)
    event = _with_doers(scene, _with_own_doer(scene, event, stretch), stretch)
    if event.type not in _UNDONE and is_told(scene, stretch):
        event = in_told_clause(scene, event, stretch)
    fresh = [role for role in _objects(scene, event, stretch) if not _is_there(event, role)]
    recipients = tuple(sorted((*event.recipients, *fresh), key=lambda role: role.span))
    return listed(scene, replace(event, recipients=recipients) if fresh else event)


def without_reasons(scene: EventScene, event: Event) -> Event:
    """The event without words that no party can be: why and what for it was done."""

    def kept(roles: tuple[Role, ...]) -> tuple[Role, ...]:
        named = (role for role in roles if role.entity or not _is_nobody(scene, scene.whole(role.span)))
        return tuple(role for role in named if not _only_says_where(scene, role))

    return replace(event, actors=kept(event.actors), recipients=kept(event.recipients))


def _only_says_where(scene: EventScene, role: Role) -> bool:
    """Whether a name only says whose meeting or hall something happens at: "Үкімет отырысында"."""
    at = scene.whole(role.span)
    if at is None or at[1] + 1 >= len(scene.page.tokens) or case_of(scene.slots.chunks, at[1]) != "nom":
        return False
    behind = scene.page.tokens[at[1] + 1].lower
    owned = behind.endswith(kazakh_endings("owned_where"))
    return owned and features("kk", behind).case == "loc"


def _is_thing(scene: EventScene, role: Role) -> bool:
    """Whether words in the accusative are nobody: "жалақыны көтеруді талап етті"."""
    at = scene.whole(role.span)
    if at is None or role.entity is not None or _is_somebody(scene, role):
        return False
    return case_of(scene.slots.chunks, at[1]) == "acc"


def _turned(scene: EventScene, event: Event) -> Event:
    """The event with pronouns in the accusative among those it is done to: "оны ауруханаға алып кетті"."""
    objects = tuple(role for role in event.actors if _is_object_pronoun(scene, role))
    if not objects:
        return event
    actors = tuple(role for role in event.actors if role not in objects)
    fresh = tuple(role for role in objects if not meeting(event.recipients, role.span))
    recipients = (*event.recipients, *fresh) if event.type in _OBJECT else event.recipients
    return replace(event, actors=actors, recipients=tuple(sorted(recipients, key=lambda role: role.span)))


def _owning(scene: EventScene, event: Event, stretch: Stretch) -> Event:
    """The event with those among whom it is done to whose object the verb has: "депутаттың кандидатурасын қолдады"."""
    chunks = scene.slots.chunks
    if event.type not in _OBJECT | _GIVEN or chunks.kind(stretch[1]) not in (kinds.VERB, kinds.GERUND):
        return event
    if is_told(scene, stretch) or any(chunks.is_passive(i) for i in range(stretch[0], stretch[1] + 1)):
        return event
    moved = tuple(role for role in event.actors if _owns_object(scene, role, stretch))
    actors = tuple(role for role in event.actors if role not in moved)
    fresh = tuple(role for role in moved if not meeting(event.recipients, role.span))
    recipients = tuple(sorted((*event.recipients, *fresh), key=lambda role: role.span))
    return replace(event, actors=actors, recipients=recipients) if moved else event


def _blamed(scene: EventScene, event: Event, stretch: Stretch) -> Event:
    """The event with the subject of a passive verb of blame as the one who is blamed, and nobody of what for.

    "Ол қызметкерлерге пара берді деп айыпталған": he is blamed, and the officers are not.
    """
    verbs = (scene.page.tokens[i].lower for i in range(stretch[0], stretch[1] + 1))
    blames = any(verb.startswith(kazakh_small_words("found_out")) for verb in verbs)
    if event.type not in _BLAME or not blames or is_told(scene, stretch):
        return event
    before = [role for role in (*event.actors, *event.recipients) if role.span.end <= event.trigger.start]
    subjects = [role for role in before if _stands_in(scene, role, "nom") and _is_somebody(scene, role)]
    if not subjects or any(is_order(scene, role) for role in subjects):
        return event
    blamed = tuple(subjects[:1])
    actors = tuple(role for role in event.actors if role not in subjects)
    return replace(event, actors=actors, recipients=blamed)


def _stands_in(scene: EventScene, role: Role, case: str) -> bool:
    at = scene.whole(role.span)
    return at is not None and case_of(scene.slots.chunks, at[1]) == case


def _owns_object(scene: EventScene, role: Role, stretch: Stretch) -> bool:
    """Whether somebody in the genitive owns what the clause of these words has as an object."""
    at, chunks = scene.whole(role.span), scene.slots.chunks
    if at is None or at[1] >= stretch[0] or case_of(chunks, at[1]) != "gen":
        return False
    if at[0] < chunks.clause_at(stretch[0])[0]:
        return False
    group = scene.slots.stretches.kazakh.group_at(at[1])
    return group is not None and at[1] < group[1] < stretch[0] and case_of(chunks, group[1]) in ("acc", "dat")


def _with_own_doer(scene: EventScene, event: Event, stretch: Stretch) -> Event:
    """The event with the subject of its own clause, where only somebody behind its words is known to act.

    "Тұрғынды көршілері сабап, ол ауруханаға түсті": who gets to hospital beat nobody.
    """
    trigger = event.trigger
    if not event.actors or event.type in _UNDONE or not all(role.span.start > trigger.end for role in event.actors):
        return event
    chunks = scene.slots.chunks
    if chunks.kind(stretch[1]) not in _VERBAL or any(chunks.is_passive(i) for i in range(stretch[0], stretch[1] + 1)):
        return event
    phrase = scene.slots.stretches.before(stretch[0] - 1, "nom")
    found = tuple(role for role in scene.roles.of(phrase) if _is_somebody(scene, role))
    if not found:
        return event
    kept = tuple(role for role in event.recipients if not meeting(found, role.span))
    return replace(event, actors=found, recipients=kept)


def _is_object_pronoun(scene: EventScene, role: Role) -> bool:
    at = scene.whole(role.span)
    if at is None or scene.slots.chunks.kind(at[1]) != kinds.PRONOUN:
        return False
    return case_of(scene.slots.chunks, at[1]) == "acc"


def met(event: Event, scene: EventScene) -> Event:
    """A meeting with all parties as actors: "вице-министр әріптесімен кездесті", "мэрді қабылдады"."""
    if event.type != "CONSULT" or event.mode not in _MEETINGS:
        return event
    others = tuple(role for role in event.recipients if _is_party(scene, event, role))
    if not event.actors or not others:
        return event
    rest = tuple(role for role in event.recipients if role not in others)
    return replace(event, actors=(*event.actors, *others), recipients=rest)


def is_told(scene: EventScene, stretch: Stretch) -> bool:
    """Whether words are what somebody tells, their subject in the genitive: "министр екеуінің ұсталғанын айтты"."""
    return scene.page.tokens[stretch[1]].lower.endswith(kazakh_endings("told"))


def _is_nominative(scene: EventScene, role: Role, stretch: Stretch) -> bool:
    """Whether a role stands in the nominative before the words in their clause."""
    at = scene.whole(role.span)
    if at is None or not scene.slots.chunks.clause_at(stretch[0])[0] <= at[0] < stretch[0]:
        return False
    return case_of(scene.slots.chunks, at[1]) == "nom"


def _with_doers(scene: EventScene, event: Event, stretch: Stretch) -> Event:
    """The event with the subject of its clause, or the agent of its passive, where no party is known to act."""
    actors = tuple(role for role in event.actors if not _is_no_doer(scene, role))
    if any(role.entity or role.sector for role in actors) or event.type in _UNDONE:
        return replace(event, actors=actors or event.actors)
    chunks, clauses = scene.slots.chunks, scene.slots.stretches.kazakh
    if is_told(scene, stretch):
        return event
    if is_undergone(scene, event, stretch):
        return replace(event, actors=actors)
    if any(chunks.is_passive(i) for i in range(stretch[0], stretch[1] + 1)):
        phrase = clauses.agent(stretch[0])
    elif chunks.kind(stretch[1]) in _VERBAL:
        phrase = scene.slots.stretches.before(stretch[0] - 1, "nom")
    else:
        phrase = None
    found = tuple(role for role in scene.roles.of(phrase) if _is_somebody(scene, role))
    own = {role.entity for role in found if role.entity}
    if not found or own & {role.entity for role in event.recipients}:
        return event
    kept = tuple(role for role in event.recipients if not meeting(found, role.span))
    return replace(event, actors=found, recipients=kept)


def _is_no_doer(scene: EventScene, role: Role) -> bool:
    """Whether words without a name stand in a case of objects, or are a condition: "оған", "ақша түспесе"."""
    at = scene.whole(role.span)
    if at is None:
        return False
    token, chunks = scene.page.tokens[at[1]], scene.slots.chunks
    if chunks.kind(at[1]) == kinds.PRONOUN:
        return case_of(chunks, at[1]) in _OBLIQUE
    return (
        role.entity is None
        and token.shape == "lower"
        and token.lower.endswith(kazakh_endings("condition"))
        and not role.sector
    )


def _is_somebody(scene: EventScene, role: Role) -> bool:
    at = scene.whole(role.span)
    return bool(role.entity or role.sector) or (at is not None and scene.slots.stretches.kazakh.names_people(at[1]))


def _is_there(event: Event, role: Role) -> bool:
    roles = (*event.actors, *event.recipients)
    return bool(meeting(roles, role.span)) or any(role.entity and role.entity == other.entity for other in roles)


def _only_invites(scene: EventScene, at: Stretch) -> bool:
    """Whether somebody only asks another to come: "президенттің шақыруымен келді"."""
    tokens, after = scene.page.tokens, at[1] + 1
    return after < len(tokens) and tokens[after].lower in kazakh_words("groups", "inviting")


def _may_be_party(scene: EventScene, event: Event, role: Role, stretch: Stretch) -> bool:
    """Whether words may be a party: no verb, nothing beyond a semicolon of the same sentence."""
    at = scene.whole(role.span)
    if at is None:
        return True
    if event.type == "CONSULT" and _only_invites(scene, at):
        return False
    tokens, chunks = scene.page.tokens, scene.slots.chunks
    if role.entity is None and (chunks.kind(at[1]) in _VERBAL or scene.slots.stretches.kazakh.is_action(at[1])):
        return False
    if scene.page.sentence_at(tokens[at[0]].start).i != scene.page.sentence_at(tokens[stretch[0]].start).i:
        return True
    first, last = (at[1], stretch[0]) if at[1] < stretch[0] else (stretch[1], at[0])
    return not any(tokens[i].text == _PART for i in range(first + 1, last))


def _is_nobody(scene: EventScene, at: Stretch | None) -> bool:
    return at is not None and (_is_reason(scene, at) or _narrows(scene, at))


def _narrows(scene: EventScene, at: Stretch) -> bool:
    """Whether one word only narrows the noun behind it: "әкімшілік қамаққа алды"."""
    return at[0] == at[1] and scene.page.tokens[at[0]].lower in kazakh_words("groups", "narrowing")


def _is_reason(scene: EventScene, at: Stretch) -> bool:
    """Whether words are why or what for: "акцияға шыққаны үшін", "шиеленістің алдын алу үшін"."""
    tokens, after = scene.page.tokens, at[1] + 1
    return after < len(tokens) and tokens[after].lower in kazakh_words("groups", "reasons")


def _objects(scene: EventScene, event: Event, stretch: Stretch) -> list[Role]:
    """Whoever the clause names in the case that this type wants of those it is done to."""
    chunks, stretches = scene.slots.chunks, scene.slots.stretches
    if chunks.kind(stretch[1]) not in _VERBAL | {kinds.PARTICIPLE} or any(
        chunks.is_passive(i) for i in range(stretch[0], stretch[1] + 1)
    ):
        return []
    found: list[Role] = []
    for types, case in ((_ASKED, "abl"), (_OBJECT, "acc"), (_GIVEN, "dat")):
        if event.type not in types or found:
            continue
        phrase = stretches.before(stretch[0] - 1, case)
        if (
            case == "acc"
            and event.type == "ACCUSE"
            and scene.page.tokens[stretch[0] - 1].lower in kazakh_small_words("that")
        ):
            phrase = stretches.kazakh.first_object(stretch[0] - 1)
        found += [role for role in scene.roles.of(phrase) if _is_party(scene, event, role)]
    return found


def _is_party(scene: EventScene, event: Event, role: Role) -> bool:
    """Whether a role is filled by somebody known; the court to which one complains is not who is blamed."""
    at = scene.whole(role.span)
    if at is None or (event.type == "ACCUSE" and "JUD" in role.sector):
        return False
    if role.entity is not None:
        return scene.entities.get(role.entity).kind in _PARTIES
    return bool(role.sector) or scene.slots.stretches.kazakh.names_people(at[1])


def is_undergone(scene: EventScene, event: Event, stretch: Stretch) -> bool:
    """Whether an active verb says what is done to its subject: "қамауда отыр", "қамақтан шықты"."""
    lowers = [scene.page.tokens[i].lower for i in range(stretch[0], stretch[1] + 1)]
    if event.type == "RETREAT":
        return not set(lowers).isdisjoint(kazakh_words("groups", "freed"))
    return lowers[0] in kazakh_words("groups", "held")


def is_order(scene: EventScene, role: Role) -> bool:
    """Whether words are those by which, or by whose, somebody is put into office: "президенттің жарлығымен"."""
    at, agents = scene.whole(role.span), kazakh_words("groups", "agents")
    if at is None:
        return False
    following = scene.page.tokens[at[1] + 1].lower if at[1] + 1 < len(scene.page.tokens) else ""
    return scene.page.tokens[at[1]].lower in agents or following in agents
