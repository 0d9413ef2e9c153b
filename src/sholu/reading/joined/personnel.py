"""Who takes or leaves an office: the person is the one that acts, and whoever appoints or dismisses is no party."""

from sholu.model.changing import replace
from sholu.model.reading import Event, Role
from sholu.reading.chunks import kinds
from sholu.reading.events.lexicon import PERSONNEL, Hit, Rule, triggers, words
from sholu.reading.events.scene import EventScene
from sholu.reading.events.stretches import Stretch
from sholu.reading.joined.kazakh_roles import is_order
from sholu.reading.joined.parties import meeting
from sholu.reading.languages.morphology import features, readings

_NAMES_WHO_SUFFERS = frozenset({"acc", "object"})
_FAR = 2
"""Tokens between "from" and the word of office that is left: «от занимаемой должности»."""


def office_left(scene: EventScene, type: str, stretch: Stretch) -> str:
    """The type, but LEAVE_OFFICE where words of an office are what somebody goes from, «а Петрова — от должности»."""
    tokens, first = scene.page.tokens, stretch[0]
    kind = scene.slots.chunks.kind
    if type != "TAKE_OFFICE" or kind(first) != kinds.NOUN:
        return type
    leaving = words(scene.language, "grammar", "leaving")
    opens = scene.page.sentence_at(tokens[first].start).first
    for i in range(first - 1, max(opens, first - _FAR) - 1, -1):
        if tokens[i].lower in leaving:
            return "LEAVE_OFFICE"
        if kind(i) not in (kinds.ADJECTIVE, kinds.DETERMINER, kinds.POSSESSIVE):
            break
    return type


def in_office(scene: EventScene, event: Event, stretch: Stretch) -> Event:
    """An event of office with the person as its actor, and nobody who suffers it; any other event as it is."""
    if event.type not in PERSONNEL:
        return event
    rule = _rule(scene, event.type, stretch)
    actors = event.actors
    if rule is not None and rule.value.noun:
        actors = _owners(scene, rule, actors)
    elif rule is not None and _NAMES_WHO_SUFFERS & {*rule.value.actor}:
        actors = _without_doer(scene, rule, actors, event.recipients)
    elif rule is not None and "subject" in rule.value.actor:
        actors = _subjects(scene, actors)
    elif rule is None and any(role.entity for role in event.recipients):
        actors = event.recipients
    actors = _described(scene, stretch, actors or event.recipients)
    if scene.language == "kk":
        actors = tuple(role for role in actors if not is_order(scene, role)) or actors
    if scene.language == "en":
        actors = tuple(role for role in actors if role.entity or _may_be_somebody(scene, role))
    if rule is not None and any(role.entity for role in actors):
        actors = tuple(role for role in actors if role.entity or not _is_behind(scene, rule, role))
    return replace(event, actors=_people(scene, actors), recipients=())


def _may_be_somebody(scene: EventScene, role: Role) -> bool:
    """English: whether words for nobody may mean a party: not "it", no clause ("ministers included the premier")."""
    if role.text.lower() in words("en", "grammar", "no_actor"):
        return False
    return all(scene.slots.chunks.kind(i) != kinds.VERB for i in range(*scene.page.token_range(role.span)))


def _described(scene: EventScene, stretch: Stretch, actors: tuple[Role, ...]) -> tuple[Role, ...]:
    """Russian: «принял вновь назначенного посла Петрова»: those whom a full participle describes, if any, by case."""
    lower = scene.page.tokens[stretch[0]].lower
    forms = readings("ru", lower) if scene.language == "ru" and stretch[0] == stretch[1] else ()
    cases = {form.case for form in forms if form.part == "participle"} - {""}
    if not cases:
        return actors
    found = [(role, scene.whole(role.span)) for role in actors if role.span.start > scene.page.tokens[stretch[0]].start]
    behind = tuple(role for role, at in found if at and cases & scene.slots.stretches.cases(at))
    return behind or actors


def _people(scene: EventScene, actors: tuple[Role, ...]) -> tuple[Role, ...]:
    """The actors without institutions and places where somebody is among them: what the office is of."""
    kinds_of = [scene.entities.get(role.entity).kind if role.entity else None for role in actors]
    if "person" not in kinds_of:
        return actors
    return tuple(role for role, kind in zip(actors, kinds_of, strict=True) if kind in (None, "person", "group"))


def _rule(scene: EventScene, type: str, stretch: Stretch) -> Hit[Rule] | None:
    """The words of the lexicon that these words begin with, if they report such an event."""
    tokens = scene.page.tokens
    stop = scene.page.sentence_at(tokens[stretch[0]].start).stop
    for lexicon in triggers(scene.language):
        found = lexicon.at(tokens, stretch[0], stop)
        if found is not None and found.value.type == type:
            return found
    return None


def _without_doer(
    scene: EventScene, rule: Hit[Rule], actors: tuple[Role, ...], recipients: tuple[Role, ...]
) -> tuple[Role, ...]:
    """The actors without whoever stands where the doer of the verb does: who appoints or dismisses them."""
    chunks = scene.slots.chunks
    passive = any(chunks.is_passive(i) for i in range(rule.first, rule.last + 1))
    if scene.language == "en" and not passive:
        start = scene.page.tokens[rule.first].start
        behind = tuple(role for role in actors if role.span.start > start)
        actors = behind or actors  # "by a decree proposed by X the president appointed Y"
    if scene.language == "kk" and not passive and (told := tuple(role for role in actors if _is_object(scene, role))):
        return told
    passive = passive and scene.language == "kk"
    doer = None if passive else scene.subject(rule)
    if doer is None:
        return actors
    meant = meeting((*actors, *recipients), scene.page.span(*doer))
    rest = tuple(role for role in actors if role not in meant)
    return rest if rest or recipients else actors


def _is_object(scene: EventScene, role: Role) -> bool:
    """Kazakh: whether words stand in the accusative: "министрді" is whom somebody dismisses."""
    last = scene.page.token_range(role.span)[1] - 1
    return features("kk", scene.page.tokens[last].text).case == "acc"


def _subjects(scene: EventScene, actors: tuple[Role, ...]) -> tuple[Role, ...]:
    """Russian: the actors that may be subjects by case, if any: «после отставки X пост занял Y»."""
    if scene.language != "ru":
        return actors
    stretches = [scene.whole(role.span) for role in actors]
    cases = scene.slots.stretches.cases
    able = tuple(role for role, at in zip(actors, stretches, strict=True) if at and "nom" in cases(at))
    return able or actors


def _owners(scene: EventScene, rule: Hit[Rule], actors: tuple[Role, ...]) -> tuple[Role, ...]:
    """The actors whose resignation or appointment it is, if the noun names one: not who accepts it."""
    owner = scene.slots.fill(rule.value.actor, rule, passive=False)
    meant = meeting(actors, scene.page.span(*owner)) if owner is not None else ()
    return meant or actors


def _is_behind(scene: EventScene, rule: Hit[Rule], role: Role) -> bool:
    """Whether a role stands right behind the words that report the event: the office itself, «от должности главы»."""
    return scene.page.token_at(role.span.start) == rule.last + 1
