"""Who acts by the grammar: not places in which it happened, those who suffer a passive, those in an object's case."""

from sholu.model.changing import replace
from sholu.model.reading import Event, Role
from sholu.reading.chunks import kinds
from sholu.reading.events.kazakh_words import kazakh_words
from sholu.reading.events.lexicon import PERSONNEL, triggers, words
from sholu.reading.events.scene import EventScene
from sholu.reading.events.stretches import Stretch
from sholu.reading.joined.kazakh_lists import behind_clause
from sholu.reading.joined.kazakh_roles import by_clause, is_told, is_undergone, met, without_reasons
from sholu.reading.joined.parties import meeting
from sholu.reading.kazakh_groups import case_of
from sholu.reading.languages.morphology import readings
from sholu.reading.places.adjectives import country_word

MUTUAL = frozenset({"AGREE", "CONSULT", "COOPERATE"})
"""What all parties do to each other."""
_OF_PEOPLE = frozenset({"PROTEST"})
"""What no place does, be it a capital that stands for its government."""
_BODILY = frozenset({"ASSAULT", "COERCE", "MOBILIZE"})
_OF_FORCES = frozenset({"MOBILIZE"})
_OF_BOTH = frozenset({"AGREE", "SUPPORT", "COOPERATE"})
_BOTH = 2
_IN = frozenset({"в", "во", "на", "при"})
_WANTING = frozenset({"REQUEST", "CONCEDE"})
"""Kazakh: what is wanted of somebody in the ablative, or done by somebody in the genitive."""
_RULING = frozenset({"GOV", "COP", "MIL", "JUD"})
"""Sectors of those who protest only where the grammar says so."""
_PLACES = frozenset({"place", "facility"})
_SUFFERED = frozenset({"ELECT", "ACQUIT", "TRY", "RETREAT", "SENTENCE"})
"""What active verbs say of those whom it is done to: "took nine seats", "came home", "went on trial"."""
_REFLEXIVE = ("ся", "сь")
_NOMINATIVE = frozenset({"nom"})
_SURE = 0.7
"""How likely a Kazakh word must be in its case."""


def is_figure(scene: EventScene, event: Event) -> bool:
    """Whether something is said to be done by what cannot do it: prices, winds, a currency."""
    if scene.language != "en" and event.type not in _BODILY:
        return False
    if not event.actors or any(role.entity or role.sector for role in event.actors):
        return False
    found = [scene.whole(role.span) for role in event.actors]
    return all(at is not None and _is_thing(scene, event.type, _noun(scene, at)) for at in found)


def without_rulers(scene: EventScene, event: Event, told: Event | None) -> Event:
    """English: a protest without officials who are only near: "the president declared curfew after riots"."""
    if scene.language != "en" or event.type != "PROTEST":
        return event
    own = told.actors if told else ()
    actors = tuple(role for role in event.actors if meeting(own, role.span) or not _RULING.intersection(role.sector))
    return replace(event, actors=actors)


def between_both(scene: EventScene, event: Event) -> Event:
    """English: "an accord was signed between Norland and the rebels": both sides act."""
    if scene.language != "en" or event.type not in _OF_BOTH or event.actors or len(event.recipients) < _BOTH:
        return event
    at = scene.page.token_at(event.recipients[0].span.start) - 1
    while at > 0 and scene.slots.chunks.kind(at) in (kinds.DETERMINER, kinds.ADJECTIVE):
        at -= 1
    both = scene.page.tokens[at].lower in words("en", "grammar", "two_sides")
    return replace(event, actors=event.recipients, recipients=()) if both else event


def without_deeds(scene: EventScene, event: Event, told: Event | None = None) -> Event:
    """English: an event without deeds among those who act: "an attack on the village killed six", "talks were held"."""
    if scene.language == "en" and event.type == "CONSULT":
        return replace(event, recipients=tuple(role for role in event.recipients if not _is_deed(scene, role)))
    if scene.language != "en" or event.type in MUTUAL:
        return event
    actors = tuple(role for role in event.actors if not _is_deed(scene, role))
    deeds = [role for role in (*event.actors, *(told.actors if told else ())) if _is_deed(scene, role)]
    if deeds and not actors and event.type in _BODILY:
        actors = tuple(role for role in (_country_of(scene, deeds[0]),) if role is not None)
    return replace(event, actors=actors)


def _country_of(scene: EventScene, deed: Role) -> Role | None:
    """ "An Israeli airstrike on the village": the country whose adjective stands before a deed."""
    at = scene.whole(deed.span)
    if at is None:
        return None
    first = next((i for i in range(at[0], at[1] + 1) if scene.slots.chunks.kind(i) != kinds.DETERMINER), at[0])
    word = country_word(scene.language, scene.page.tokens[first].lower)
    if word is None or word[1] != "adjective" or not scene.page.tokens[first].is_capitalised:
        return None
    known = (one.id for one in scene.entities.entities() if one.same_as.get("iso3166") == word[0])
    span = scene.page.tokens[first].span
    return Role(span.of(scene.page.text), span, next(known, None), word[0], ())


def _is_deed(scene: EventScene, role: Role) -> bool:
    """Whether words for nobody have a deed as their head."""
    at = scene.whole(role.span) if role.entity is None and not role.sector else None
    if at is None:
        return False
    head = scene.page.tokens[scene.roles.head(at)]
    return head.lower in words("en", "grammar", "happenings") and (head.shape == "lower" or scene.roles.head(at) == 0)


def _is_thing(scene: EventScene, type: str, i: int) -> bool:
    """Whether the noun at token `i` is no party, also where it opens the sentence; a blast can but hurt."""
    word = scene.page.tokens[i].lower
    if scene.roles.is_abstract(i):
        return True
    known = word in words(scene.language, "grammar", "abstract")
    if scene.language == "en" and type not in _BODILY:
        known = known or word in words("en", "grammar", "happenings")
    return known and (not scene.page.tokens[i].is_capitalised or scene.page.sentence_of(i).first == i)


def _noun(scene: EventScene, at: Stretch) -> int:
    """The head of a phrase: its first noun in Russian, its last word in Kazakh, the last before "of" in English."""
    if scene.language == "en":
        return scene.roles.head(at)
    if scene.language != "ru":
        return at[1]
    return next((i for i in range(at[0], at[1] + 1) if scene.slots.chunks.kind(i) == kinds.NOUN), at[1])


def voiced(scene: EventScene, event: Event, stretch: Stretch) -> Event:
    """The event without actors that its words speak of as places; who suffers a passive verb is its recipient."""
    event = replace(event, recipients=tuple(role for role in event.recipients if not _is_scenery(scene, role)))
    if scene.language == "kk":
        event = without_reasons(scene, event)
    actors = tuple(role for role in event.actors if not _is_where(scene, event, role, stretch))
    event = replace(event, actors=actors)
    if event.type in MUTUAL and scene.language == "kk":
        return met(by_clause(scene, event, stretch), scene)
    if event.type in PERSONNEL or event.type in MUTUAL:
        return behind_clause(scene, event, stretch) if scene.language == "kk" else event
    event = _with_doers(event, _doers(scene, event, stretch))
    actors = event.actors
    if scene.language == "kk":
        event = _acted_upon(_by_case(scene, event), _kazakh_sufferers(scene, event, stretch))
        return by_clause(scene, event, stretch)
    if scene.language == "en":
        suffering = _suffering_english(scene, event.type, stretch)
        return _acted_upon(event, _same(scene, actors, suffering))
    suffering = _suffering(scene, stretch)
    owners = words(scene.language, "grammar", "owners")
    moved = meeting(actors, scene.page.span(*suffering)) if suffering else ()
    moved = moved or tuple(role for role in actors if role.text.lower() in owners)  # «их обвиняют»
    return _acted_upon(event, moved or _objects(scene, event, stretch))


def _acted_upon(event: Event, moved: tuple[Role, ...]) -> Event:
    """The event with these actors as recipients, where none of them is one already."""
    fresh = tuple(role for role in moved if not meeting(event.recipients, role.span))
    kept = tuple(role for role in event.actors if role not in moved)
    recipients = tuple(sorted((*event.recipients, *fresh), key=lambda one: one.span))
    return replace(event, actors=kept, recipients=recipients) if moved else event


def _same(scene: EventScene, roles: tuple[Role, ...], stretch: Stretch | None) -> tuple[Role, ...]:
    """The roles that these words fill, or whoever they name: "Ann Lee, president of the court, was"."""
    if stretch is None:
        return ()
    span = scene.page.span(*stretch)
    named = {role.entity for role in scene.roles.of(stretch) if role.entity}
    return tuple(role for role in roles if role.span.meets(span) or role.entity in named)


def _with_doers(event: Event, moved: tuple[Role, ...]) -> Event:
    """The event with these recipients as actors."""
    kept = tuple(role for role in event.recipients if role not in moved)
    actors = tuple(sorted((*event.actors, *moved), key=lambda one: one.span))
    return replace(event, actors=actors, recipients=kept) if moved else event


def _doers(scene: EventScene, event: Event, stretch: Stretch) -> tuple[Role, ...]:
    """The recipients that can but be who acts: subjects of an active verb by order or by case."""
    if event.type in _SUFFERED:
        return ()
    if scene.language == "en":
        doing = None if event.actors else _subject_english(scene, event.type, stretch)
        return meeting(event.recipients, scene.page.span(*doing)) if doing else ()
    if scene.language == "ru" and scene.page.tokens[stretch[0]].lower.endswith(_REFLEXIVE):
        return ()  # «он подозревался»
    if not (_is_kazakh_active(scene, stretch) if scene.language == "kk" else _is_active(scene, stretch)):
        return ()
    first, last = scene.slots.chunks.clause_at(stretch[0])
    if any(first <= at[0] <= last for role in event.actors if (at := scene.whole(role.span))):
        return ()
    found = [(role, scene.whole(role.span)) for role in event.recipients]
    near = [(role, at) for role, at in found if at and first <= at[0] <= last]
    if scene.language == "kk":
        return tuple(role for role, at in near if _may_do(scene, role, at, stretch))
    return tuple(role for role, at in near if scene.slots.stretches.cases(at) == _NOMINATIVE)


def _is_kazakh_active(scene: EventScene, stretch: Stretch) -> bool:
    chunks = scene.slots.chunks
    return not any(chunks.is_passive(i) for i in range(stretch[0], stretch[1] + 1))


def _may_do(scene: EventScene, role: Role, at: Stretch, stretch: Stretch) -> bool:
    """Kazakh: whether somebody without a case stands before the verb, with words between."""
    party = role.entity is not None or bool(role.sector)
    if "-" in role.text or scene.slots.chunks.kind(at[1]) == kinds.PRONOUN:
        return False  # "БҰҰ-дан", "оны": what is no word of its own shows no case
    return party and at[1] < stretch[0] - 1 and case_of(scene.slots.chunks, at[1]) == "nom"


def _subject_english(scene: EventScene, type: str, stretch: Stretch) -> Stretch | None:
    """English: the subject of an active verb; soldiers deployed act, too."""
    chunks = scene.slots.chunks
    hit = scene.trigger(type, stretch)
    if hit.value.noun or (scene.slots.passive(hit) and type not in _OF_FORCES) or suffers_by_word(scene, stretch):
        return None
    verb = next((i for i in range(stretch[0], stretch[1] + 1) if chunks.kind(i) == kinds.VERB), None)
    return scene.slots.fill(("subject",), hit, passive=False) if verb == stretch[0] else None


def may_do(scene: EventScene, type: str, stretch: Stretch) -> bool:
    """English: whether the subject of these words acts: who "won a seat" or "lost their jobs" does not."""
    return type not in _SUFFERED and not suffers_by_word(scene, stretch)


def suffers_by_word(scene: EventScene, stretch: Stretch) -> bool:
    """Whether the lexicon knows that the subject of these words suffers, "lost their jobs"."""
    stop = scene.page.sentence_of(stretch[0]).stop
    found = triggers("en")[0].at(scene.page.tokens, stretch[0], stop)
    return found is not None and "subject" in found.value.recipient


def _suffering_english(scene: EventScene, type: str, stretch: Stretch) -> Stretch | None:
    """English: the subject of a passive verb, "he was amnestied"; soldiers deployed are still who is mobilized."""
    hit = scene.trigger(type, stretch)
    chunks = scene.slots.chunks
    verbs = [i for i in range(stretch[0], stretch[1] + 1) if chunks.kind(i) in (kinds.VERB, kinds.PARTICIPLE)]
    passive = bool(verbs) and chunks.is_passive(verbs[-1])  # not "is expected to attack"
    if hit.value.noun or type in _OF_FORCES or not (passive or scene.slots.passives.shares_passive(hit)):
        return None
    return scene.slots.fill(("object",), hit, passive=True)


def _objects(scene: EventScene, event: Event, stretch: Stretch) -> tuple[Role, ...]:
    """Russian: «двоих подростков забрали»: those before an active verb in a case of neither subject nor agent."""
    if event.type in _OF_PEOPLE or not _is_active(scene, stretch):
        return ()
    found = []
    subject = scene.subject(scene.trigger(event.type, stretch))
    for role in event.actors:
        at = scene.whole(role.span)
        if at is None or at[0] > stretch[0] or _is_rounded(scene, at):
            continue
        if subject and role.span.meets(scene.page.span(*subject)):
            continue
        cases = scene.slots.stretches.cases(at)
        if cases and cases & {"acc", "dat"} and cases.isdisjoint({"nom", "ins"}):
            found.append(role)
    return tuple(found)


def _is_rounded(scene: EventScene, at: Stretch) -> bool:
    """Whether a number is rounded by a word that puts its phrase into the genitive, «около 400 горняков»."""
    return any(scene.slots.stretches.rounded(i) > i for i in range(max(0, at[0] - 1), at[0] + 1))


def _kazakh_sufferers(scene: EventScene, event: Event, stretch: Stretch) -> tuple[Role, ...]:
    """Kazakh: "кеңесші босатылды", "одан көмек сұрады": subjects of passive verbs, those asked for something."""
    chunks = scene.slots.chunks
    if event.type in _OF_PEOPLE:
        return ()
    undergone = is_undergone(scene, event, stretch)
    passive = undergone or chunks.is_passive(stretch[1]) or chunks.is_passive(stretch[0])
    told = is_told(scene, stretch)
    found = []
    for role in event.actors:
        at = scene.whole(role.span)
        case = case_of(chunks, at[1]) if at else ""
        wanted = event.type in _WANTING and case in ("abl", "gen")
        suffers = passive and not told and case == "nom" and at is not None and _is_own(scene, at, stretch)
        if at and at[0] < stretch[0] and (wanted or (suffers and not _is_agent(scene, at))):
            found.append(role)
    return tuple(found)


def _is_agent(scene: EventScene, at: Stretch) -> bool:
    """Kazakh: whether it was by somebody that it was done: "сот | шешімімен"."""
    following = scene.page.tokens[at[1] + 1].lower if at[1] + 1 < len(scene.page.tokens) else ""
    return following in kazakh_words("groups", "agents")


def _is_own(scene: EventScene, at: Stretch, stretch: Stretch) -> bool:
    """Whether a phrase stands in the clause of the words."""
    return scene.slots.chunks.clause_at(stretch[0])[0] <= at[0]


def _by_case(scene: EventScene, event: Event) -> Event:
    """Kazakh: whoever stands in the dative or the accusative does not act, but is acted upon."""
    moved = tuple(role for role in event.actors if _is_object(scene, role))
    fresh = tuple(role for role in moved if not meeting(event.recipients, role.span))
    kept = tuple(role for role in event.actors if role not in moved)
    recipients = tuple(sorted((*event.recipients, *fresh), key=lambda one: one.span))
    return replace(event, actors=kept, recipients=recipients) if moved else event


def _is_object(scene: EventScene, role: Role) -> bool:
    last = role.text.split()[-1] if role.text.split() else ""
    named = scene.entities.get(role.entity).name.split()[-1:] if role.entity else []
    if not last or named == [last]:
        return False  # a name that only ends like a word in a case
    found = readings("kk", last.lower())[0]
    return found.case in ("dat", "acc") and found.score >= _SURE


def _is_scenery(scene: EventScene, role: Role) -> bool:
    """Russian: «на границе», «в Караганде»: words for nobody or a place behind a preposition of place, in its case."""
    nobody = role.entity is None and not role.sector
    place = role.entity is not None and scene.entities.get(role.entity).kind in _PLACES
    at = scene.whole(role.span) if scene.language == "ru" and (nobody or place) else None
    if at is None or at[0] == 0 or scene.page.tokens[at[0] - 1].lower not in _IN:
        return False
    cases = scene.slots.stretches.cases(at)
    return "loc" in cases and "acc" not in cases


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
