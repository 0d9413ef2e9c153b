"""Who acts in an event and who suffers it: parties near its trigger, by the votes of both halves."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import product
from typing import NamedTuple

from sholu.model.reading import Event, Role
from sholu.model.span import Span
from sholu.reading.chunks import kinds
from sholu.reading.events.lexicon import words
from sholu.reading.events.scene import EventScene
from sholu.reading.events.stretches import Stretch
from sholu.reading.joined.order import FINITE, VERBAL, Order, is_own, parts
from sholu.reading.joined.parties import Parties, Party, meeting
from sholu.reading.joined.questions import Questions
from sholu.reading.joined.russian_roles import goes_on_with, is_content, may_act
from sholu.reading.joined.russian_seats import RussianSeats
from sholu.reading.joined.triggers import Trigger
from sholu.reading.joined.voices import Voices

_LIKELY = 0.1
"""From which probability a party that the marks see on a side may be the surest there."""
_FORCE = frozenset(
    {"ASSAULT", "COERCE", "MOBILIZE", "PROTEST", "CHARGE", "TRY", "SENTENCE", "ELECT", "COOPERATE", "AID", "CONSULT"}
)
"""Types of deeds: whoever tells of one is no part of it unless the grammar says so."""

_ACTING = frozenset({"nom", "ins"})
_EACH_OTHER = frozenset({"CONSULT", "COOPERATE"})
PRONOUN = 4
"""Letters of the longest personal pronoun: which of two people "his" means is not sure enough."""


@dataclass(frozen=True, slots=True)
class Choice:
    """The parties chosen for one side of an event, each with how surely it is on it."""

    roles: tuple[Role, ...]
    best: Party | None
    score: float
    scores: tuple[tuple[Span, float], ...] = ()
    tellers: tuple[Role, ...] = ()

    def sure(self, span: Span) -> float:
        """How surely the party at a span is on this side."""
        return max((score for at, score in self.scores if at.meets(span)), default=0.0)


class _Bid(NamedTuple):
    """A party that may be on one side of an event: its votes, and how surely the marks alone see it there."""

    party: Party
    score: float
    seen: float


class Sides:
    """The parties of the events of a page. Sides are "actor" and "recipient"."""

    def __init__(
        self,
        scene: EventScene,
        triggers: Sequence[Trigger],
        parties: Parties,
        questions: Questions,
        limits: dict[str, float],
        voices: Voices,
    ) -> None:
        self.scene = scene
        self.parties = parties
        self.questions = questions
        self.limits = limits
        self._triggers: dict[int, list[Trigger]] = {}  # by sentence
        for trigger in triggers:
            self._triggers.setdefault(trigger.sentence, []).append(trigger)
        self.voices = voices
        self.order = Order(scene)
        self.seats = RussianSeats(scene) if scene.language == "ru" else None
        self._around: dict[Span, list[Party]] = {}
        self._nearest: dict[tuple[str, Span], float] = {}
        self._phrases = {trigger.span: self._looked_for(trigger) for trigger in triggers if trigger.exact is None}

    def collect(self, trigger: Trigger) -> None:
        """Put down the questions about the parties near a trigger."""
        for party in self._near(trigger):
            self.questions.between(trigger.span, party.span)
        for actor, recipient in product(self._likely("actor", trigger), self._likely("recipient", trigger)):
            self.questions.between(actor.span, recipient.span)

    def choice(self, side: str, trigger: Trigger) -> Choice:
        """Who acts, or suffers, by the grammar's answer, the marked roles, and the pairs of trigger and party."""
        limits = self.limits
        own = _roles(side, trigger)
        sentence = self.scene.page.sentences[trigger.sentence].span
        kept = [role for role in own if not sentence.covers(role.span)]
        bids = [self._bid(side, trigger, party) for party in self._near(trigger)]
        if self.scene.language == "en" and any(not self._is_parted(trigger, role.span) for role in own):
            bids = [bid for bid in bids if not self._is_parted(trigger, bid.party.span)]
        bids = [bid for bid in bids if bid.score >= limits["accept"]]
        if self.scene.language == "ru" and trigger.exact:
            bids = self._beside_told(side, trigger, bids, own)
        bids = [bid for bid in bids if not self._is_where(trigger, bid.party.span)]
        if side == "actor" and self.scene.language == "ru":
            type = trigger.exact.type if trigger.exact else trigger.label
            bids = [bid for bid in bids if may_act(self.scene, type, trigger.stretch, bid.party.span)]
        if self.seats is not None:
            bids = self._by_case(self.seats, side, trigger, bids)
        if self.scene.language == "en":
            bids = [bid for bid in bids if self._is_in_order(side, trigger, bid.party, own)]
            spans = [bid.party.span for bid in bids]
            bids = [bid for bid in bids if not self.order.is_where(bid.party.span, spans, own)]
        if side == "actor" and self.scene.describes(trigger.stretch):
            bids = [bid for bid in bids if self._by_grammar(side, trigger, bid.party)]
        telling = [bid for bid in bids if self._only_tells(side, trigger, bid.party)]
        bids = [bid for bid in bids if bid not in telling]
        victims = _roles("recipient", trigger) if side == "actor" and self.scene.language == "en" else ()
        rivals = [bid for bid in bids if bid.party.marked and not meeting(victims, bid.party.span)]
        rival = max((bid.party.seen(side) for bid in rivals), default=0.0)
        if rival >= limits["rival"]:
            firm = limits["role_exact"] if self.scene.language == "ru" else math.inf  # endings tell who acts
            kept_bids = [
                bid
                for bid in bids
                if bid.seen >= limits["unseen"] or self._by_grammar(side, trigger, bid.party) >= firm
            ]
            bids = self._with_listed(kept_bids, bids, own) if self.scene.language == "en" else kept_bids
        for bid in bids:
            words = self._words(bid.party, meeting(own, bid.party.span))
            kept += [role for role in words if not any(_is_same(role, old) for old in kept)]
        best = max(bids, key=lambda bid: bid.score, default=None)
        score = best.score if best else limits["accept"] if kept else 0.0
        told = tuple(role for bid in telling for role in bid.party.roles)
        scores = tuple((bid.party.span, bid.score) for bid in bids)
        return Choice(
            tuple(sorted(kept, key=lambda role: role.span)), best.party if best else None, score, scores, told
        )

    def _beside_told(self, side: str, trigger: Trigger, bids: list[_Bid], own: Sequence[Role]) -> list[_Bid]:
        """Russian: those whom the grammar has in the clause, and whoever is joined to them; all where it has nobody.

        Endings tell who acts: what else the marks see there mostly belongs to another verb.
        """
        parties = [role.span for role in own if self._is_party(side, role)]
        told = [span for span in parties if is_own(self.scene, span, trigger.span) or self._is_told_of(span, trigger)]
        if not told or (trigger.exact and trigger.exact.type in _EACH_OTHER):
            near = [bid for bid in bids if is_own(self.scene, bid.party.span, trigger.span)]
            return [bid for bid in bids if bid in near or meeting(own, bid.party.span)] if parties else bids
        return [bid for bid in bids if any(self._is_joined(bid.party.span, span, trigger.span) for span in told)]

    def _by_case(self, seats: RussianSeats, side: str, trigger: Trigger, bids: list[_Bid]) -> list[_Bid]:
        """Russian: the bids for whom case lets be on a side; what is turned round stays where there is nobody else."""
        type = trigger.exact.type if trigger.exact else trigger.label
        own = [bid for bid in bids if self._by_grammar(side, trigger, bid.party)]
        able = [bid for bid in bids if bid in own or seats.allow(side, type, trigger.stretch, bid.party.span)]
        return [
            bid for bid in able if bid in own or not seats.is_turned(side, type, trigger.stretch, bid.party.span)
        ] or able

    def _is_in_order(self, side: str, trigger: Trigger, party: Party, own: Sequence[Role]) -> bool:
        """English: whether the order of words lets a party be on a side; the grammar's are there by it."""
        if self.order.is_elsewhere(side, trigger, party.span, own):
            return False
        if self._by_grammar(side, trigger, party):
            return True
        return self.order.allows(side, trigger, party) and not self.order.is_apart(side, trigger, party.span, own)

    def _with_listed(self, kept: list[_Bid], bids: list[_Bid], own: Sequence[Role]) -> list[_Bid]:
        """English: the kept bids, and those for whoever stands in one list of the grammar's with them."""
        spans = [bid.party.span for bid in kept]
        listed = sorted(role.span for role in own)
        for one in (*listed, *reversed(listed)):
            if any(self._is_next(one, span) for span in spans):
                spans.append(one)
        return [bid for bid in bids if bid in kept or any(bid.party.span.meets(span) for span in spans)]

    def _is_next(self, one: Span, other: Span) -> bool:
        """Whether two parties are neighbours in a list."""
        left, right = sorted((one, other))
        between = self.scene.page.tokens_in(Span(left.end, max(left.end, right.start)))
        joins = words("en", "grammar", "and")
        return bool(between) and all(
            token.text == "," or token.lower in joins or self.scene.slots.chunks.kind(token.i) == kinds.DETERMINER
            for token in between
        )

    def _is_party(self, side: str, role: Role) -> bool:
        """Whether a role is filled by somebody, in a case in which somebody acts; no place suffers for sure."""
        at, clauses = self.scene.whole(role.span), self.scene.slots.clauses
        if at is None or clauses is None:
            return False
        acting = not self.scene.slots.stretches.cases(at).isdisjoint(_ACTING)
        if side == "actor" and not (acting or self._is_antecedent(at[1])):
            return False
        if role.entity and side != "actor":
            return self.scene.entities.get(role.entity).kind != "place"
        return bool(role.entity or role.sector) or clauses.is_somebody(at)

    def _is_told_of(self, span: Span, trigger: Trigger) -> bool:
        """Whether a clause that «который» opens tells of somebody right before it, and the trigger stands there."""
        at = self.scene.whole(span)
        if at is None or at[1] >= trigger.stretch[0] or not self._is_antecedent(at[1]):
            return False
        return not parts(self.scene, Span(span.end, self.scene.page.tokens[at[1] + 2].end), trigger.span, FINITE)

    def _is_antecedent(self, last: int) -> bool:
        """Whether «который» stands behind a phrase: its case is that of the clause before."""
        tokens = self.scene.page.tokens
        comma = last + 2 < len(tokens) and tokens[last + 1].text == ","
        return comma and tokens[last + 2].lower in words("ru", "grammar", "who")

    def _is_where(self, trigger: Trigger, party: Span) -> bool:
        """Russian: «здание правительства, где начались протесты»: what stands before «где» is but where it happened."""
        if self.scene.language != "ru" or party.end >= trigger.span.start:
            return False
        where = words("ru", "grammar", "whereabouts")
        between = self.scene.page.tokens_in(Span(party.end, trigger.span.start))
        last = [token.lower for token in between if token.text == "," or token.lower in where][-2:]
        return len(last) == 2 and last[0] == "," and last[1] in where

    def _is_joined(self, one: Span, other: Span, trigger: Span) -> bool:
        """Whether two phrases meet, or stand on one side of a trigger with no verb between."""
        if one.meets(other):
            return True
        left, right = sorted((one, other))
        aside = right.start <= trigger.start or trigger.start < left.start
        return aside and not parts(self.scene, left, right, VERBAL)

    def _only_tells(self, side: str, trigger: Trigger, party: Party) -> bool:
        """Whether somebody only tells of a deed of force: "the minister mourned those whom the mob killed"."""
        type = trigger.exact.type if trigger.exact else trigger.label
        if type not in _FORCE or self._by_grammar(side, trigger, party):
            return False
        return any(
            voice.meets(party.span) and not (cue and goes_on_with(self.scene, type, trigger.stretch, cue))
            for voice, cue in self.voices.over(trigger.span)
        )

    def _near(self, trigger: Trigger) -> list[Party]:
        """The parties of the trigger's sentence."""
        if trigger.span not in self._around:
            parties = self.parties.of(self.scene.page.sentences[trigger.sentence])
            self._around[trigger.span] = [
                party
                for party in parties
                if not self.scene.days.leads(party.span)
                and (not trigger.span.covers(party.span) or self._is_told_inside(trigger, party))
                and not self._is_deed(trigger, party)
            ]
        return self._around[trigger.span]

    def _is_told_inside(self, trigger: Trigger, party: Party) -> bool:
        """Whether the words of a trigger of the grammar hold a party, not only what is done: «провели [акцию]»."""
        if trigger.exact is None or self.scene.language != "ru":
            return trigger.exact is not None
        return not is_content(self.scene, party.span)

    def _is_deed(self, trigger: Trigger, party: Party) -> bool:
        """English: whether a party's head is the noun that names the deed, "protests | erupted"."""
        chunks, tokens, (first, last) = self.scene.slots.chunks, self.scene.page.tokens, trigger.stretch
        inside = [chunks.kind(i) for i in range(first, last + 1)]
        noun = VERBAL.isdisjoint(inside) or inside == [kinds.GERUND]
        at = self.scene.whole(party.span) if noun and trigger.exact and self.scene.language == "en" else None
        if at is None or any(tokens[i].is_capitalised for i in range(at[0], at[1]) if i > chunks.sentence(i).first):
            return False
        if at[1] > at[0] and tokens[at[0]].is_capitalised and chunks.kind(at[0]) != kinds.DETERMINER:
            return False  # "Sudmark police release two men"
        named = first + inside.index(kinds.PREPOSITION) - 1 if kinds.PREPOSITION in inside else last
        return first <= self.scene.roles.head(at) == named

    def _is_parted(self, trigger: Trigger, span: Span) -> bool:
        """Whether a semicolon parts somebody from the trigger: what stands beyond one is told for itself."""
        first, last = sorted((trigger.span, span))
        return ";" in self.scene.page.text[first.end : last.start]

    def _likely(self, side: str, trigger: Trigger) -> list[Party]:
        """The parties that are on one side of an event before anything is asked: mostly one of them is chosen."""
        return [
            party
            for party in self._near(trigger)
            if party.seen(side) >= _LIKELY or self._by_grammar(side, trigger, party)
        ]

    def _looked_for(self, trigger: Trigger) -> tuple[Span | None, Span | None]:
        """Where the grammar would look for the doer of words that it does not know, and for whoever suffers."""
        hit = self.scene.trigger(trigger.label, trigger.stretch)
        spans: list[Span | None] = []
        for stretch in (self.scene.subject(hit), self.scene.object(hit)):
            spans.append(self.scene.page.span(*stretch) if stretch else None)
            if stretch:
                for role in self.scene.roles.of(stretch):
                    self.parties.give(role)
        return spans[0], spans[1]

    def _bid(self, side: str, trigger: Trigger, party: Party) -> _Bid:
        limits = self.limits
        pair = self.questions.related(f"trigger_{side}", trigger.span, party.span)
        belongs = pair >= limits["shared"] * self._closest(side, trigger, party)
        seen = limits["role_mark"] * party.seen(side) * belongs + limits["role_pair"] * pair
        return _Bid(party, seen + self._by_grammar(side, trigger, party), max(party.seen(side), pair))

    def _by_grammar(self, side: str, trigger: Trigger, party: Party) -> float:
        """The votes of the grammar: its event has the party there, or the words stand where it would look."""
        phrase = self._phrases.get(trigger.span, (None, None))[side != "actor"]
        exact = self.limits["role_exact"] if meeting(_roles(side, trigger), party.span) else 0.0
        return exact + (self.limits["role_phrase"] if phrase and phrase.meets(party.span) else 0.0)

    def _closest(self, side: str, trigger: Trigger, party: Party) -> float:
        """How surely the party belongs to the trigger of the sentence to which it most surely does."""
        if (side, party.span) not in self._nearest:
            others, relation = self._triggers[trigger.sentence], f"trigger_{side}"
            self._nearest[side, party.span] = max(
                self.questions.related(relation, other.span, party.span) for other in others
            )
        return self._nearest[side, party.span]

    def _words(self, party: Party, given: Sequence[Role]) -> Sequence[Role]:
        """The roles of a party that both halves see: in the words of the surer half, with all that narrows them."""
        if self.scene.language == "kk" and any(role.span.covers(party.span) for role in given):
            return given  # the whole group, by its case
        if not given or not (party.marked and self.limits["marks_draw"]):
            return given or party.roles
        if self.scene.language != "en" or len(given) > 1:
            return party.roles
        whole, cut = self.scene.whole(given[0].span), self.scene.whole(party.span)
        if whole is None or cut is None:
            return party.roles
        beside = tuple(self.scene.roles.one(part) for part in self._joined(whole, cut))
        common = not any(self.scene.page.tokens[i].is_capitalised for i in range(cut[0], cut[1] + 1))
        covered = whole[0] <= cut[0] <= cut[1] <= whole[1]
        return given if covered and common and not beside else (*party.roles, *beside)

    def _joined(self, whole: Stretch, cut: Stretch) -> Iterator[Stretch]:
        """What "and" joins to a part of a phrase, before it and behind."""
        tokens, joins = self.scene.page.tokens, words(self.scene.language, "grammar", "and")
        if cut[0] - 1 > whole[0] and tokens[cut[0] - 1].lower in joins:
            yield whole[0], cut[0] - 2
        if cut[1] + 1 < whole[1] and tokens[cut[1] + 1].lower in joins:
            yield cut[1] + 2, whole[1]


def one_side(actors: Choice, recipients: Choice, *, whole: bool = False) -> tuple[Choice, Choice]:
    """Nobody does anything to himself: whoever is chosen for both sides stays on the surer one.

    With `whole`, all stay on the side whose best party is surer: where few roles were learned, no single one says more.
    """
    if whole:
        both = [role.span for role in actors.roles if meeting(recipients.roles, role.span)]
        acts = actors.score >= recipients.score
        return _without(actors, [] if acts else both), _without(recipients, both if acts else [])
    acting: list[Span] = []
    suffering: list[Span] = []
    for role in actors.roles:
        same = [other for other in recipients.roles if _is_same(role, other)]
        if same and actors.sure(role.span) >= max(recipients.sure(other.span) for other in same):
            acting += [other.span for other in same]
        elif same:
            suffering.append(role.span)
    return _without(actors, suffering), _without(recipients, acting)


def as_told(exact: Event, actors: Choice, recipients: Choice) -> tuple[Choice, Choice]:
    """Both sides without whomever the grammar has on the other: where endings tell who acts, they tell it best."""
    acting, suffering = ([role.span for role in roles] for roles in (exact.actors, exact.recipients))
    only_acting = [span for span in acting if not any(span.meets(other) for other in suffering)]
    only_suffering = [span for span in suffering if not any(span.meets(other) for other in acting)]
    return _without(actors, only_suffering), _without(recipients, only_acting)


def _is_same(role: Role, other: Role) -> bool:
    """Whether two roles are filled by one party, for all that is sure: a short pronoun may be somebody else's."""
    named = min(len(role.text), len(other.text)) > PRONOUN
    return role.span.meets(other.span) or (named and role.entity is not None and role.entity == other.entity)


def no_selves(actors: Choice, recipients: Choice, *, last: bool = False) -> Choice:
    """The recipients without whoever acts, in whatever words; the last of them only with `last`, if it is no pronoun.

    Which of two people a pronoun means is not sure enough.
    """
    acting = {role.entity for role in actors.roles if role.entity}
    same = [role for role in recipients.roles if role.entity in acting]
    if len(same) == len(recipients.roles):
        same = [role for role in same if last and len(role.text) > PRONOUN]
    return _without(recipients, [role.span for role in same])


def _without(choice: Choice, spans: Sequence[Span]) -> Choice:
    rest = tuple(role for role in choice.roles if not any(role.span.meets(span) for span in spans))
    return replace(choice, roles=rest)


def _roles(side: str, trigger: Trigger) -> tuple[Role, ...]:
    """Whom the grammar's event has on this side."""
    if not trigger.exact:
        return ()
    return trigger.exact.actors if side == "actor" else trigger.exact.recipients
