"""Who did what to whom, by both halves: the grammar's events beside the encoder's triggers, roles and pairs."""

import re
from collections.abc import Iterator, Sequence
from typing import cast

from sholu.codebook.events import event_types
from sholu.model.changing import replace
from sholu.model.reading import Attribution, Basis, Event, Modality, Polarity, Role
from sholu.model.span import Span
from sholu.reading.events.addressees import Addressees
from sholu.reading.events.affected import Affected
from sholu.reading.events.antecedents import Antecedents
from sholu.reading.events.courts import Courts
from sholu.reading.events.days import is_term
from sholu.reading.events.kazakh_days import is_elsewhere
from sholu.reading.events.kazakh_sections import sections_of
from sholu.reading.events.lexicon import MEETINGS, PERSONNEL, SETTLED, Hit, Rule, phrases, words
from sholu.reading.events.members import Members
from sholu.reading.events.mentioned import only_asked_for
from sholu.reading.events.scene import EventScene
from sholu.reading.joined.dyads import Dyads, same_root
from sholu.reading.joined.parties import Parties, Party, meeting
from sholu.reading.joined.personnel import in_office, office_left
from sholu.reading.joined.police import doubted, flagged
from sholu.reading.joined.questions import Questions
from sholu.reading.joined.russian_roles import is_habit, only_parties
from sholu.reading.joined.sides import PRONOUN, Choice, Sides, as_told, no_selves, one_side
from sholu.reading.joined.subjects import MUTUAL, between_both, is_figure, voiced, without_deeds, without_rulers
from sholu.reading.joined.surroundings import Surroundings
from sholu.reading.joined.thresholds import thresholds
from sholu.reading.joined.triggers import Trigger, bears_date, find_triggers, is_settled, meaning, occurs
from sholu.reading.joined.voices import Voices
from sholu.reading.judgements.statement import SHORT
from sholu.reading.learned import Marks

Limits = dict[str, float]

_TELLS = {"place": "trigger_place", "date": "trigger_time"}
_APART = ({"ACQUIT", "SENTENCE"}, {"CONSULT", "ACCUSE"}, {"TAKE_OFFICE", "LEAVE_OFFICE"})
"""Types of which the word itself tells the one from the other: «обсудили» is not «осудили»."""
_OF_SECTOR = {"COP": "police", "MIL": "troops"}
_FORCES = frozenset({None, *_OF_SECTOR.values()})
_SAID = PERSONNEL | {"ACCUSE", "AGREE", "CHARGE", "CONCEDE", "COOPERATE", "LEGISLATE", "REJECT", "REQUEST", "SUPPORT"}
_SAID |= {"THREATEN"}
"""Types of words and decisions, which mostly happen nowhere: a place beside them is that of something else."""
_NONE = "none"
_ABDUCT = "abduct"
_MARK = re.compile(r"[^\w\s'’-]")


def revised_events(
    scene: EventScene, marks: Marks, exact: list[Event], said: Sequence[Attribution] = (), *, alone: bool
) -> list[Event]:
    """The events of both halves made one list in order; with `alone`, those of the marks only.

    `said` are the attributions of the page: whoever only tells of a deed does not do it.
    """
    limits = thresholds("events", scene.language)
    return _Joining(scene, marks, [] if alone else exact, limits, Voices(scene.page, said, scene.entities)).events()


class _Joining:
    def __init__(self, scene: EventScene, marks: Marks, exact: list[Event], limits: Limits, voices: Voices) -> None:
        self.scene = scene
        self.marks = marks
        self.limits = limits
        self.dyad = "type_dyad" if len(scene.page.tokens) <= SHORT else "type_dyad_article"
        self.questions = Questions(marks)
        found = find_triggers(scene, marks, exact, limits["trigger"])
        found = [trigger for trigger in found if not is_habit(scene, trigger.stretch)]
        self.triggers = [trigger for trigger in found if self._may_count(trigger)]
        # Nouns that report nothing: still events that those after them may tell their parties by.
        self.faint = {trigger.span for trigger in self.triggers if self._is_faint_noun(trigger)}
        parties = Parties(scene, marks, limits)
        for event in exact:
            parties.of_event(event)
        self.sides = Sides(scene, self.triggers, parties, self.questions, limits, voices)
        self.surroundings = Surroundings(scene)
        self.around: dict[int, list[Event]] = {}  # by sentence: events of office with all that stand around them
        self.dyads = Dyads(scene, marks, self.questions, parties, limits)

    def events(self) -> list[Event]:
        """The joined events in order."""
        self._collect()
        chosen = [(trigger, sides) for trigger in self.triggers if (sides := self._sides(trigger))]
        for _, (actors, recipients) in chosen:
            if actors.best and recipients.best:
                self.questions.between(actors.best.span, recipients.best.span)
        told: dict[int, list[Event]] = {}
        new: list[tuple[Trigger, Event]] = []
        for trigger, sides in chosen:
            event = self._settled(trigger, *sides)
            if event is None or only_asked_for(event, self.scene.language):
                continue
            if trigger.exact:
                told.setdefault(trigger.sentence, []).append(event)
            else:
                new.append((trigger, event))
        for trigger, event in sorted(new, key=lambda one: -one[0].probability):
            beside = told.setdefault(trigger.sentence, [])
            if not any(_retells(event, other) for other in beside):
                beside.append(event)
        found = [event for events in told.values() for event in events]
        addressees = Addressees(self.scene.page, self.scene.entities)
        courts = Courts(self.scene.page, self.scene.entities)
        members = Members(self.scene.page, self.scene.entities)
        antecedents = Antecedents(self.scene.page, self.scene.days, addressees, courts, members)
        linked = {number: [*events, *self.around.get(number, ())] for number, events in told.items()}
        ordered = sorted([*found, *self.dyads.missing(linked)], key=lambda event: event.trigger)
        affected = Affected(self.scene.slots.stretches, self.scene.roles)
        completed = [only_parties(self.scene, antecedents.completed(affected.completed(event))) for event in ordered]
        once = _once if self.scene.language == "en" else tuple
        return [replace(event, actors=once(event.actors)) for event in completed if event.trigger not in self.faint]

    # -- questions

    def _collect(self) -> None:
        """Put down all that will be asked, so that it is asked at once."""
        for trigger in self.triggers:
            self.questions.about(trigger.span)
            self.sides.collect(trigger)
            for span, _ in self.surroundings.of(trigger.sentence):
                self.questions.between(trigger.span, span)
        self.dyads.collect()

    # -- one event

    def _sides(self, trigger: Trigger) -> tuple[Choice, Choice] | None:
        """Who acts and who suffers; None where there is no event."""
        actors, recipients = self.sides.choice("actor", trigger), self.sides.choice("recipient", trigger)
        return (actors, recipients) if self._counts(trigger, max(actors.score, recipients.score)) else None

    def _settled(self, trigger: Trigger, actors: Choice, recipients: Choice) -> Event | None:
        pair = self._pair(actors.best, recipients.best)
        type = office_left(self.scene, self._type(trigger, pair), trigger.stretch)
        hit = self.scene.trigger(type, trigger.stretch)
        everyone = (*actors.roles, *recipients.roles, *actors.tellers, *recipients.tellers)
        if type in PERSONNEL and self.scene.language == "en":
            actors, recipients = self._in_office(trigger, hit, actors, recipients)
        elif type not in MUTUAL:
            if self.scene.language == "ru" and trigger.exact and type == trigger.exact.type:
                actors, recipients = as_told(trigger.exact, actors, recipients)
            actors, recipients = one_side(actors, recipients, whole=self.scene.language != "en")
        recipients = no_selves(actors, recipients, last=self.scene.language == "ru")
        event = trigger.exact or self.scene.event(hit, actors.roles, recipients.roles)
        always = event_types()[type].contexts
        roles = (*actors.roles, *recipients.roles)
        evidence = self.scene.evidence(hit, roles)
        joined = replace(
            event,
            type=type,
            actors=actors.roles,
            recipients=recipients.roles,
            evidence=evidence.join(event.evidence) if trigger.exact else evidence,
            mode=self._mode(trigger, type, event),
            contexts=tuple(sorted({*self._contexts(trigger, event), *always})),
            place=self._told("place", trigger, event.place, type),
            date=self._told("date", trigger, event.date, type),
            polarity=cast(Polarity, self._answer("polarity", trigger, event.polarity)),
            modality=cast(Modality, self._answer("modality", trigger, event.modality)),
            confidence=self._confidence(trigger, type, pair),
            basis=self._basis(trigger, type, pair),
        )
        if type in PERSONNEL or actors.tellers or recipients.tellers:
            self.around.setdefault(trigger.sentence, []).append(replace(joined, recipients=everyone))
        told = self._by_forces(
            self._together(voiced(self.scene, in_office(self.scene, joined, trigger.stretch), trigger.stretch))
        )
        told = between_both(self.scene, without_rulers(self.scene, told, trigger.exact))
        if is_figure(self.scene, told):
            return None
        return doubted(without_deeds(self.scene, told, trigger.exact), trigger.exact, self.marks, self.limits)

    def _together(self, event: Event) -> Event:
        """All parties of a meeting act: whoever met did it to each other."""
        if event.type != "CONSULT" or event.mode not in MEETINGS or not event.actors:
            return event
        met = tuple(role for role in event.recipients if self.scene.roles.is_party(role))
        rest = tuple(role for role in event.recipients if role not in met)
        met = tuple(role for role in met if not meeting(event.actors, role.span))
        if self.scene.language == "en" and event.mode is None:
            met = tuple(role for role in met if not self.sides.order.is_place(role))
        return replace(event, actors=tuple(sorted((*event.actors, *met), key=lambda role: role.span)), recipients=rest)

    def _by_forces(self, event: Event) -> Event:
        """Who is mobilized by whose forces they are: policemen or soldiers."""
        if event.type != "MOBILIZE" or event.mode not in _FORCES:
            return event
        page, known = self.scene.page, phrases(self.scene.language, "sectors")
        spans = (role.span for role in (*event.actors, *event.recipients))
        sectors = {hit.value for span in spans for hit in known.find(page.tokens, *page.token_range(span))}
        told = [mode for sector, mode in _OF_SECTOR.items() if sector in sectors]
        return replace(event, mode=told[0]) if len(told) == 1 else event

    def _in_office(self, trigger: Trigger, hit: Hit[Rule], actors: Choice, recipients: Choice) -> tuple[Choice, Choice]:
        """Who takes or leaves an office is who acts, and nobody suffers it: "the president sacked X" tells of X."""
        own = trigger.exact.actors if trigger.exact and trigger.exact.type in PERSONNEL else ()
        if not own and not trigger.exact:
            phrase = self.scene.object(hit)
            span = self.scene.page.span(*phrase) if phrase else None
            own = meeting(recipients.roles, span) if span else ()
        return (replace(actors, roles=own) if own else actors), replace(recipients, roles=())

    def _may_count(self, trigger: Trigger) -> bool:
        """Whether there may be an event: one of the grammar unless the marks see nothing, one of the marks if sure."""
        limits = self.limits
        if trigger.exact:
            least = limits["drop" if trigger.exact.confidence >= limits["plain"] else "faint"]
            seen = trigger.probability >= least or trigger.exact.confidence >= limits["firm"]
            several = trigger.stretch[0] < trigger.stretch[1] and self._is_settled(trigger)
            if occurs(self.scene, trigger.stretch) or bears_date(self.scene, trigger.stretch):
                return True
            if trigger.probability < limits["settled"] and not several:
                return False
            return seen or flagged(trigger.exact, self.marks) >= limits["rescue"] or self._is_settled(trigger)
        return trigger.probability >= min(limits["alone"], limits["lone"])

    def _is_faint_noun(self, trigger: Trigger) -> bool:
        """Whether neither half is sure that a noun reports anything, and nobody does it: "the attack"."""
        if trigger.exact is None or trigger.exact.actors or trigger.probability >= self.limits["faint_noun"]:
            return False
        if flagged(trigger.exact, self.marks) >= self.limits["rescue"]:
            return False
        if occurs(self.scene, trigger.stretch) or bears_date(self.scene, trigger.stretch):
            return False
        noun = self.scene.trigger(trigger.exact.type, trigger.stretch).value.noun
        return noun and trigger.exact.confidence < self.limits["plain_noun"] and not self._is_settled(trigger)

    def _is_settled(self, trigger: Trigger) -> bool:
        """Whether the grammar knows words that mean one thing only, "laid down their arms"."""
        exact = trigger.exact
        return exact is not None and is_settled(self.scene, trigger.stretch, exact.type, SETTLED)

    def _counts(self, trigger: Trigger, party: float) -> bool:
        """Whether there is an event with a party this sure: without one, the marks alone must be surer of it."""
        limits = self.limits
        return bool(trigger.exact) or trigger.probability >= limits["alone" if party >= limits["accept"] else "lone"]

    def _pair(self, actor: Party | None, recipient: Party | None) -> dict[str, float]:
        """How likely one party does each type of event to the other, read off the pair alone."""
        return self.questions.dyad(actor.span, recipient.span) if actor and recipient else {}

    def _type(self, trigger: Trigger, pair: dict[str, float]) -> str:
        """The type with most votes: of the grammar, of the marked trigger, of the pair of parties."""
        limits, votes = self.limits, dict[str, float]()
        if trigger.exact and is_settled(self.scene, trigger.stretch, trigger.exact.type, limits["typed"]):
            return trigger.exact.type
        if trigger.exact:
            votes[trigger.exact.type] = limits["type_exact"] * trigger.exact.confidence
        if trigger.label:
            votes[trigger.label] = votes.get(trigger.label, 0.0) + limits["type_trigger"] * trigger.probability
        if pair:
            for type in {*votes, max(pair, key=lambda type: pair[type])}:
                votes[type] = votes.get(type, 0.0) + limits[self.dyad] * _mass(pair, type)
        best = max(votes, key=lambda type: votes[type])
        known = trigger.exact.type if trigger.exact else meaning(self.scene, trigger.stretch)
        return known if known is not None and {best, known} in _APART else best

    # -- its fields

    def _mode(self, trigger: Trigger, type: str, event: Event) -> str | None:
        modes = event_types()[type].modes
        if not modes:
            return None
        own = event.mode if event.type == type else self.scene.mode(type, trigger.stretch)
        seen = self.questions.answer("mode", trigger.span)
        votes = {name: seen.get(name, 0.0) for name in (_NONE, *modes)}
        said = self.scene.page.tokens[trigger.stretch[0] : trigger.stretch[1] + 1]
        if self.scene.language == "en" and all(one.lower in words("en", "grammar", "hurting") for one in said):
            votes.pop(_ABDUCT, None)  # whoever is wounded is not carried off
        votes[own if own in modes else _NONE] += self.limits["mode_exact"] if own else self.limits["mode_none"]
        best = max(votes, key=lambda name: votes[name])
        return None if best == _NONE else best

    def _contexts(self, trigger: Trigger, event: Event) -> Iterator[str]:
        """The contexts with enough votes: of the marks, and of words of the grammar in the sentence."""
        for name, p in self.questions.answer("contexts", trigger.span).items():
            if p + (self.limits["context_exact"] if name in event.contexts else 0.0) >= self.limits["context"]:
                yield name

    def _answer(self, attribute: str, trigger: Trigger, own: str) -> str:
        votes = dict(self.questions.answer(attribute, trigger.span))
        votes[own] = votes.get(own, 0.0) + self.limits[attribute if trigger.exact else f"{attribute}_new"]
        return max(votes, key=lambda value: votes[value])

    def _told(self, field: str, trigger: Trigger, own: str | None, type: str) -> str | None:
        """The place or date with most votes, if it has enough."""
        votes: dict[str, float] = {}
        for span, value in self.surroundings.of(trigger.sentence, field):
            if field == "date" and is_term(type, span, self.scene.page):
                own = None if own == value else own
                continue
            if self.scene.language == "kk" and not self._is_kazakh_setting(field, trigger, span, value):
                continue
            if field == "date" and self.scene.days.is_aside(span, trigger.span):
                continue
            no_scene = field == "place" and self.scene.language == "ru"
            if no_scene and self.scene.circumstances.is_no_scene(span.start, value, trigger.span.start):
                continue
            own_date = field == "date" and self._leads_up(span, trigger.span)
            seen = 1.0 if own_date else self.questions.related(_TELLS[field], trigger.span, span)
            votes[value] = max(votes.get(value, 0.0), seen)
        if own:
            votes[own] = votes.get(own, 0.0) + self.limits[f"{field}_exact"]
        best = max(votes, key=lambda value: votes[value], default=None)
        least = self.limits["place_said" if field == "place" and type in _SAID else field]
        return best if best and votes[best] >= least else None

    def _is_kazakh_setting(self, field: str, trigger: Trigger, span: Span, value: str) -> bool:
        """Whether the case of a place, or the order of a day and a verb, allow that an event happened there or then."""
        if field == "date":
            return not is_elsewhere(self.scene.page, span, value, trigger.span)
        if span.start < sections_of(self.scene.page).start(trigger.span.start):
            return False
        places = self.scene.circumstances.kazakh
        return places is None or places.may_be_where(span, value)

    def _leads_up(self, span: Span, trigger: Span) -> bool:
        """ "the March 2005 Plum Revolution": whether a date stands before the trigger, with a word between at most."""
        between = self.scene.page.text[span.end : trigger.start]
        return span.end < trigger.start and len(between.split()) <= 1 and not _MARK.search(between)

    def _confidence(self, trigger: Trigger, type: str, pair: dict[str, float]) -> float:
        """How likely at least one of the halves is right; less, where the pair of parties speaks of another type."""
        exact = trigger.exact.confidence if trigger.exact and same_root(trigger.exact.type, type) else 0.0
        seen = trigger.probability if trigger.label and same_root(trigger.label, type) else 0.0
        either = max(1 - (1 - exact) * (1 - seen), self.limits["least"])
        doubt = self.limits["doubt"] * (1 - _mass(pair, type)) if pair else 0.0
        return round(either * (1 - doubt), 3)

    def _basis(self, trigger: Trigger, type: str, pair: dict[str, float]) -> tuple[Basis, ...]:
        found: list[Basis] = []
        if trigger.exact:
            found.append(Basis("exact", f"trigger, {trigger.exact.type}", trigger.exact.confidence))
        if trigger.label and trigger.probability >= self.limits["trigger"]:
            found.append(Basis("learned", f"trigger, {trigger.label}", round(trigger.probability, 3)))
        if not any(one.rule.endswith(type) for one in found):
            found.append(Basis("learned", f"pair, {type}", round(_mass(pair, type), 3)))
        return tuple(found)


def _once(roles: Sequence[Role]) -> tuple[Role, ...]:
    """The roles without those whom another names already in the same words."""
    found: list[Role] = []
    for role in roles:
        said = any(role.entity == one.entity and (role.text in one.text or len(role.text) <= PRONOUN) for one in found)
        if role.entity is None or not said:
            found.append(role)
    return tuple(found)


def _mass(pair: dict[str, float], type: str) -> float:
    """How likely the pair speaks of this type or of one that PLOVER does not tell from it."""
    return sum(p for other, p in pair.items() if same_root(type, other))


def _agree(one: Sequence[Role], other: Sequence[Role]) -> bool:
    """Whether two lists of roles have a party in common, or one of them has none."""
    return not one or not other or any(meeting(other, role.span) for role in one)


def _retells(event: Event, other: Event) -> bool:
    """Whether two triggers of one sentence tell one event: "turned down the request"."""
    same = event.type == other.type
    known = {role.entity for role in other.recipients if role.entity}
    suffers = any(role.entity in known for role in event.recipients)  # "fired at Ann Lee, hitting her"
    return same and _agree(event.actors, other.actors) and (suffers or _agree(event.recipients, other.recipients))
