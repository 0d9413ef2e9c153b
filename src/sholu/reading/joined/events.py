"""Who did what to whom, by both halves: the grammar's events beside the encoder's triggers, roles and pairs."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple, cast

from sholu.codebook.events import event_types
from sholu.model.reading import Basis, Event, Modality, Polarity, Role
from sholu.model.span import Span
from sholu.reading.events.scene import EventScene
from sholu.reading.joined.dyads import Dyads, same_root
from sholu.reading.joined.parties import Parties, Party, meeting
from sholu.reading.joined.police import doubted, flagged
from sholu.reading.joined.questions import Questions
from sholu.reading.joined.thresholds import thresholds
from sholu.reading.joined.triggers import Trigger, find_triggers
from sholu.reading.learned import Marks

Limits = dict[str, float]

_PLACES = frozenset({"place", "facility"})
_MUTUAL = frozenset({"AGREE", "CONSULT", "COOPERATE"})
_NONE = "none"


def revised_events(scene: EventScene, marks: Marks, exact: list[Event], *, alone: bool) -> list[Event]:
    """The events of both halves made one list in order; with `alone`, those of the marks only."""
    limits = thresholds("events", scene.language)
    return _Joining(scene, marks, [] if alone else exact, limits).events()


@dataclass(frozen=True, slots=True)
class _Choice:
    """The parties chosen for one side of an event, each with how surely it is on it."""

    roles: tuple[Role, ...]
    best: Party | None
    score: float


class _Bid(NamedTuple):
    """A party that may be on one side of an event: its votes, and how surely the marks alone see it there."""

    party: Party
    score: float
    seen: float


class _Joining:
    def __init__(self, scene: EventScene, marks: Marks, exact: list[Event], limits: Limits) -> None:
        self.scene = scene
        self.marks = marks
        self.limits = limits
        self.questions = Questions(marks)
        self.parties = Parties(scene, marks, limits)
        self.triggers = find_triggers(scene, marks, exact, limits["trigger"])
        self.sentences: dict[int, list[Trigger]] = {}
        for trigger in self.triggers:
            self.sentences.setdefault(scene.page.sentence_at(trigger.span.start).i, []).append(trigger)
        self.dyads = Dyads(scene, marks, self.questions, self.parties, limits)
        for event in exact:
            self.parties.of_event(event)
        self.phrases = {trigger.span: self._phrases(trigger) for trigger in self.triggers if trigger.exact is None}

    def events(self) -> list[Event]:
        """The joined events in order."""
        self._collect()
        settled = [(trigger, event) for trigger in self.triggers if (event := self._settled(trigger))]
        told = [event for trigger, event in settled if trigger.exact]
        for _, event in sorted(
            ((trigger, event) for trigger, event in settled if not trigger.exact), key=lambda one: -one[0].probability
        ):
            if not any(self._retells(event, other) for other in told):
                told.append(event)
        found = [*told, *self.dyads.missing(told)]
        return sorted(found, key=lambda event: event.trigger)

    def _retells(self, event: Event, other: Event) -> bool:
        """Whether two triggers of one sentence tell one event: "turned down the request"."""
        sentence = self.scene.page.sentence_at(event.trigger.start).span
        if event.type != other.type or not sentence.covers(other.trigger):
            return False
        return _agree(event.actors, other.actors) and _agree(event.recipients, other.recipients)

    # -- questions

    def _collect(self) -> None:
        """Put down all that will be asked, so that it is asked at once."""
        for trigger in self.triggers:
            self.questions.about(trigger.span)
            for party in self._near(trigger):
                self.questions.between(trigger.span, party.span)
            for span, _ in (*self._places(trigger), *self._times(trigger)):
                self.questions.between(trigger.span, span)
        self.dyads.collect()

    def _near(self, trigger: Trigger) -> list[Party]:
        parties = self.parties.of(self.scene.page.sentence_at(trigger.span.start))
        return [party for party in parties if trigger.exact or not trigger.span.covers(party.span)]

    def _stretch_around(self, span: Span) -> Span:
        """The sentence of a span with its neighbours."""
        sentences, number = self.scene.page.sentences, self.scene.page.sentence_at(span.start).i
        return Span(sentences[max(0, number - 1)].start, sentences[min(len(sentences) - 1, number + 1)].end)

    def _places(self, trigger: Trigger) -> list[tuple[Span, str]]:
        around = self._stretch_around(trigger.span)
        return [
            (mention.span, id)
            for mention, id in self.scene.entities.within(around)
            if self.scene.entities.get(id).kind in _PLACES
        ]

    def _times(self, trigger: Trigger) -> list[tuple[Span, str]]:
        around = self._stretch_around(trigger.span)
        return [
            (time.span, time.value.partition("T")[0])
            for time in self.scene.times
            if time.value and time.kind in ("date", "time") and around.covers(time.span)
        ]

    def _phrases(self, trigger: Trigger) -> tuple[Span | None, Span | None]:
        """Where the grammar would look for the doer of words that it does not know, and for whoever suffers."""
        hit = self.scene.trigger(trigger.label, trigger.stretch)
        spans: list[Span | None] = []
        for stretch in (self.scene.subject(hit), self.scene.object(hit)):
            spans.append(self.scene.page.span(*stretch) if stretch else None)
            if stretch:
                for role in self.scene.roles.of(stretch):
                    self.parties.give(role)
        return spans[0], spans[1]

    # -- one event

    def _settled(self, trigger: Trigger) -> Event | None:
        actors, recipients = self._choice("actor", trigger), self._choice("recipient", trigger)
        if not self._counts(trigger, max(actors.score, recipients.score)):
            return None
        pair = self._pair(actors.best, recipients.best)
        type = self._type(trigger, pair)
        if type not in _MUTUAL:
            actors, recipients = self._one_side(actors, recipients)
        hit = self.scene.trigger(type, trigger.stretch)
        event = trigger.exact or self.scene.event(hit, actors.roles, recipients.roles)
        always = event_types()[type].contexts
        told = {
            name for name, p in self.questions.answer("contexts", trigger.span).items() if p >= self.limits["context"]
        }
        roles = (*actors.roles, *recipients.roles)
        evidence = self.scene.evidence(hit, roles)
        joined = replace(
            event,
            type=type,
            actors=actors.roles,
            recipients=recipients.roles,
            evidence=evidence.join(event.evidence) if trigger.exact else evidence,
            mode=self._mode(trigger, type, event),
            contexts=tuple(sorted({*event.contexts, *told, *always})),
            place=self._place(trigger, event),
            date=self._date(trigger, event),
            polarity=cast(Polarity, self._answer("polarity", trigger, event.polarity)),
            modality=cast(Modality, self._answer("modality", trigger, event.modality)),
            confidence=self._confidence(trigger, type, pair),
            basis=self._basis(trigger, type),
        )
        return doubted(joined, trigger.exact, self.marks, self.limits)

    def _counts(self, trigger: Trigger, party: float) -> bool:
        """Whether there is an event: one of the grammar unless the marks see nothing, one of the marks if sure."""
        limits = self.limits
        if trigger.exact:
            sure = max(trigger.probability, trigger.exact.confidence * limits["own"])
            return sure >= limits["drop"] or flagged(trigger.exact, self.marks) >= limits["rescue"]
        return trigger.probability >= (limits["alone"] if party >= limits["accept"] else limits["lone"])

    def _pair(self, actor: Party | None, recipient: Party | None) -> dict[str, float]:
        """How likely one party does each type of event to the other, read off the pair alone."""
        return self.questions.dyad(actor.span, recipient.span) if actor and recipient else {}

    def _type(self, trigger: Trigger, pair: dict[str, float]) -> str:
        """The type with most votes: of the grammar, of the marked trigger, of the pair of parties."""
        limits, votes = self.limits, dict[str, float]()
        if trigger.exact:
            votes[trigger.exact.type] = limits["type_exact"] * trigger.exact.confidence
        if trigger.label:
            votes[trigger.label] = votes.get(trigger.label, 0.0) + limits["type_trigger"] * trigger.probability
        if pair:
            for type in {*votes, max(pair, key=lambda type: pair[type])}:
                votes[type] = votes.get(type, 0.0) + limits["type_dyad"] * _mass(pair, type)
        return max(votes, key=lambda type: votes[type])

    def _choice(self, side: str, trigger: Trigger) -> _Choice:
        """Who acts, or suffers, by the grammar's answer, the marked roles, and the pairs of trigger and party."""
        limits = self.limits
        own = () if not trigger.exact else trigger.exact.actors if side == "actor" else trigger.exact.recipients
        phrase = self.phrases.get(trigger.span, (None, None))[side != "actor"]
        sentence = self.scene.page.sentence_at(trigger.span.start).span
        kept = [role for role in own if not sentence.covers(role.span)]
        bids = [self._bid(side, trigger, party, own, phrase) for party in self._near(trigger)]
        bids = [bid for bid in bids if bid.score >= limits["accept"]]
        rival = max((bid.party.seen(side) for bid in bids if bid.party.marked), default=0.0)
        if rival >= limits["rival"]:
            bids = [bid for bid in bids if bid.seen >= limits["unseen"]]
        for bid in bids:
            words = self._words(bid.party, meeting(own, bid.party.span))
            kept += [role for role in words if not any(role.span.meets(old.span) for old in kept)]
        best = max(bids, key=lambda bid: bid.score, default=None)
        score = best.score if best else limits["accept"] if kept else 0.0
        return _Choice(tuple(sorted(kept, key=lambda role: role.span)), best.party if best else None, score)

    def _bid(self, side: str, trigger: Trigger, party: Party, own: Sequence[Role], phrase: Span | None) -> _Bid:
        limits = self.limits
        pair = self.questions.related(f"trigger_{side}", trigger.span, party.span)
        mark = limits["role_mark"] * party.seen(side)
        if pair < limits["shared"] * self._closest(side, trigger, party):
            mark *= limits["role_other"]
        score = mark + limits["role_pair"] * pair
        score += limits["role_exact"] if meeting(own, party.span) else 0.0
        score += limits["role_phrase"] if phrase and phrase.meets(party.span) else 0.0
        return _Bid(party, score, max(party.seen(side), pair))

    def _closest(self, side: str, trigger: Trigger, party: Party) -> float:
        """How surely the party belongs to the trigger of the sentence to which it most surely does."""
        others = self.sentences[self.scene.page.sentence_at(trigger.span.start).i]
        return max(self.questions.related(f"trigger_{side}", other.span, party.span) for other in others)

    def _words(self, party: Party, given: Sequence[Role]) -> Sequence[Role]:
        """The roles of a party that both halves see: in the words of the surer half."""
        if not given or (party.marked and self.limits["marks_draw"]):
            return party.roles
        return given

    def _one_side(self, actors: _Choice, recipients: _Choice) -> tuple[_Choice, _Choice]:
        """Nobody does anything to himself: whoever is chosen for both sides stays on the surer one."""
        both = [role for role in actors.roles if meeting(recipients.roles, role.span)]
        if not both:
            return actors, recipients
        loser = recipients if actors.score >= recipients.score else actors
        rest = tuple(role for role in loser.roles if not meeting(both, role.span))
        less = replace(loser, roles=rest)
        return (actors, less) if loser is recipients else (less, recipients)

    # -- its fields

    def _mode(self, trigger: Trigger, type: str, event: Event) -> str | None:
        modes = event_types()[type].modes
        if not modes:
            return None
        own = event.mode if event.type == type else self.scene.mode(type, trigger.stretch)
        seen = self.questions.answer("mode", trigger.span)
        votes = {name: seen.get(name, 0.0) for name in (_NONE, *modes)}
        votes[own if own in modes else _NONE] += self.limits["mode_exact"] if own else self.limits["mode_none"]
        best = max(votes, key=lambda name: votes[name])
        return None if best == _NONE else best

    def _answer(self, attribute: str, trigger: Trigger, own: str) -> str:
        votes = dict(self.questions.answer(attribute, trigger.span))
        votes[own] = votes.get(own, 0.0) + self.limits[attribute if trigger.exact else f"{attribute}_new"]
        return max(votes, key=lambda value: votes[value])

    def _place(self, trigger: Trigger, event: Event) -> str | None:
        return self._told("trigger_place", trigger, self._places(trigger), event.place, "place")

    def _date(self, trigger: Trigger, event: Event) -> str | None:
        return self._told("trigger_time", trigger, self._times(trigger), event.date, "date")

    def _told(
        self, relation: str, trigger: Trigger, options: Iterable[tuple[Span, str]], own: str | None, field: str
    ) -> str | None:
        """The place or date with most votes, if it has enough."""
        votes: dict[str, float] = {}
        for span, value in options:
            votes[value] = max(votes.get(value, 0.0), self.questions.related(relation, trigger.span, span))
        if own:
            votes[own] = votes.get(own, 0.0) + self.limits[f"{field}_exact"]
        best = max(votes, key=lambda value: votes[value], default=None)
        return best if best and votes[best] >= self.limits[field] else None

    def _confidence(self, trigger: Trigger, type: str, pair: dict[str, float]) -> float:
        """How likely at least one of the halves is right; less, where the pair of parties speaks of another type."""
        exact = trigger.exact.confidence if trigger.exact and same_root(trigger.exact.type, type) else 0.0
        seen = trigger.probability if trigger.label and same_root(trigger.label, type) else 0.0
        either = max(1 - (1 - exact) * (1 - seen), self.limits["least"])
        doubt = self.limits["doubt"] * (1 - _mass(pair, type)) if pair else 0.0
        return round(either * (1 - doubt), 3)

    def _basis(self, trigger: Trigger, type: str) -> tuple[Basis, ...]:
        found: list[Basis] = []
        if trigger.exact:
            found.append(Basis("exact", f"trigger, {trigger.exact.type}", trigger.exact.confidence))
        if trigger.label and trigger.probability >= self.limits["trigger"]:
            found.append(Basis("learned", f"trigger, {trigger.label}", round(trigger.probability, 3)))
        if not any(one.rule.endswith(type) for one in found):
            found.append(Basis("learned", f"pair, {type}", round(self.limits["type_dyad"], 3)))
        return tuple(found)


def _mass(pair: dict[str, float], type: str) -> float:
    """How likely the pair speaks of this type or of one that PLOVER does not tell from it."""
    return sum(p for other, p in pair.items() if same_root(type, other))


def _agree(one: Sequence[Role], other: Sequence[Role]) -> bool:
    """Whether two lists of roles have a party in common, or one of them has none."""
    return not one or not other or any(meeting(other, role.span) for role in one)
