"""English: whom the order of words lets be on a side of an event: who stands before a verb, behind it, beside it."""

from collections.abc import Sequence

from sholu.model.reading import Role
from sholu.model.span import Span
from sholu.reading.chunks import kinds
from sholu.reading.events.lexicon import PERSONNEL, words
from sholu.reading.events.scene import EventScene
from sholu.reading.joined.parties import Party, meeting
from sholu.reading.joined.subjects import MUTUAL, may_do
from sholu.reading.joined.triggers import Trigger

FINITE = frozenset({kinds.VERB, kinds.AUXILIARY, kinds.RELATIVE, kinds.SUBORDINATOR})
VERBAL = frozenset({*FINITE, kinds.PARTICIPLE, kinds.GERUND})
_JOINTS = frozenset({kinds.CONJUNCTION, kinds.MARK})
_INSIDE = frozenset({kinds.DETERMINER, kinds.ADJECTIVE, kinds.NOUN, kinds.NUMBER, kinds.CONJUNCTION})
_OF_PLACES = frozenset({"PROTEST", "CONSULT", "MOBILIZE", "AID", "COOPERATE"})
"""Types that may be done to a place in which somebody is: a siege, a visit, relief."""
_PLACES = frozenset({"place", "facility"})
_OPENING = frozenset({kinds.PREPOSITION, kinds.DETERMINER, kinds.ADJECTIVE, kinds.NOUN, kinds.POSSESSIVE})
_LISTED = 8
"""Tokens of a list of places, at most."""
_DOING = ("ing", "ings")
_DIRECTION = 2
"""Tokens from a distance to the preposition behind it: "30 km | north | of"."""
_BODILY = frozenset({"ASSAULT", "COERCE"})
_BY_LAW_AND_FORCE = frozenset({"ASSAULT", "COERCE", "CHARGE", "TRY", "SENTENCE", "ACQUIT", "SANCTION"})
"""Types of which whoever stands before the passive verb is the one who suffers, in whatever words."""


class Order:
    """What the order of the words of one English page says of its parties."""

    def __init__(self, scene: EventScene) -> None:
        self.scene = scene

    def allows(self, side: str, trigger: Trigger, party: Party) -> bool:
        """Whether a party that the grammar has not there may be on a side, "actor" or "recipient"."""
        if self._is_place(party) or self._is_scene(side, trigger, party):
            return False
        if side == "actor" and self._is_agent_of_another(trigger, party.span):
            return False
        if self._is_beyond(trigger, party.span) if side == "actor" else self._is_before(trigger, party.span):
            return False
        return self._may_be(side, trigger, party.span) and not (side == "actor" and self._is_in_setting(trigger))

    def is_apart(self, side: str, trigger: Trigger, span: Span, own: Sequence[Role]) -> bool:
        """Whether somebody stands apart from those whom the grammar has on a side: beyond another verb, or, of those
        who suffer, behind a passive verb that has its subject or before its clause.
        """
        type = _type(trigger)
        suffers = self.scene.suffers(type, trigger.stretch) if side == "recipient" else None
        victims = [role.span for role in own if suffers and suffers.covers(role.span) and self._is_victim(type, role)]
        if victims and (span.start > trigger.span.start or self._is_outside(trigger, type, span)):
            return True
        parties = victims or [role.span for role in own if self.scene.roles.is_party(role)]
        if (
            side == "recipient" and type in _BODILY and not parties
        ):  # "seized the guns and held two men": what is behind its verb
            parties = [role.span for role in own if role.span.start >= trigger.span.end]
        told = any(is_own(self.scene, party, trigger.span) for party in parties)
        return told and not is_own(self.scene, span, trigger.span)

    def is_elsewhere(self, side: str, trigger: Trigger, span: Span, own: Sequence[Role]) -> bool:
        """ "30 km from Osh", "at the request of Osh, police ...": who only says how far off, or on whose wish."""
        at = self.scene.whole(span)
        if at is None:
            return False
        hits = _type(trigger) in _BODILY and self._is_target(at[0])
        acts = side == "actor" and (hits or self._is_in_opening(at, own))
        return acts or self._is_measured_from(at[0])

    def is_where(self, span: Span, others: Sequence[Span], own: Sequence[Role]) -> bool:
        """ "police in Osh and Batken": whether somebody only says where another of a role of the grammar's is."""
        at = self.scene.whole(span)
        whole = next((role.span for role in own if role.span.covers(span) and role.span.start < span.start), None)
        if at is None or whole is None or not any(whole.covers(one) and one.end <= span.start for one in others):
            return False
        return self._is_listed_place(at[0])

    def is_place(self, role: Role) -> bool:
        """ "discussed the talks in Osh": whether a role is a place behind a preposition of place."""
        at = self.scene.whole(role.span) if role.entity else None
        place = role.entity is not None and self.scene.entities.get(role.entity).kind in _PLACES
        return place and at is not None and self._is_listed_place(at[0])

    def _is_target(self, first: int) -> bool:
        """ "An airstrike on the village killed six": whether somebody is whom the deed was done to that did it."""
        chunks, tokens = self.scene.slots.chunks, self.scene.page.tokens
        i = first - 1
        while i > 0 and chunks.kind(i) in (kinds.DETERMINER, kinds.ADJECTIVE, kinds.NUMBER):
            i -= 1
        doers = words("en", "grammar", "by") | words("en", "grammar", "two_sides")
        if i < 1 or chunks.kind(i) != kinds.PREPOSITION or tokens[i].lower in doers:
            return False
        deed = tokens[i - 1].lower
        if tokens[i].lower in words("en", "grammar", "attaching_name") and not deed.endswith(_DOING):
            return False  # "an attack of the rebels", but "the shelling of Osh"
        return deed in words("en", "grammar", "happenings")

    def _is_listed_place(self, first: int) -> bool:
        """Whether a name stands behind a preposition of place, perhaps as a further one: "in Osh and Batken"."""
        tokens, i = self.scene.page.tokens, first - 1
        while i > max(0, first - _LISTED) and (tokens[i].is_capitalised or self._joins(i)):
            i -= 1
        return i >= 0 and tokens[i].lower in words("en", "grammar", "scenery")

    def _joins(self, i: int) -> bool:
        token = self.scene.page.tokens[i]
        return token.text == "," or token.lower in words("en", "grammar", "and")

    def _is_in_opening(self, at: tuple[int, int], own: Sequence[Role]) -> bool:
        """ "On the invitation of Ann Lee, the minister ...": whether an opening phrase ends with somebody."""
        chunks, tokens = self.scene.slots.chunks, self.scene.page.tokens
        first, comma = chunks.sentence(at[0]).first, at[1] + 1
        if comma >= len(tokens) or tokens[comma].text != "," or chunks.kind(first) != kinds.PREPOSITION:
            return False
        between = range(first, at[0])
        owned = any(tokens[i].lower in words("en", "grammar", "attaching_name") for i in between)
        plain = all(chunks.kind(i) in _OPENING and tokens[i].text != "," for i in between)
        return owned and plain and any(role.span.start > tokens[comma].start for role in own)

    def _is_victim(self, type: str, role: Role) -> bool:
        return type in _BY_LAW_AND_FORCE or self.scene.roles.is_party(role)

    def _may_be(self, side: str, trigger: Trigger, span: Span) -> bool:
        """Whether the order of words lets somebody be on a side: nobody before a passive verb acts in its clause, and
        what is told of somebody in a clause of his own he alone does.
        """
        type = _type(trigger)
        victim = trigger.exact is not None and meeting(trigger.exact.recipients, span)
        if side == "actor" and victim and self._ends_with_of(trigger):
            return False  # "the killing of their comrades"
        suffers = self.scene.suffers(type, trigger.stretch)
        if suffers is not None:
            object = self.scene.object(self.scene.trigger(type, trigger.stretch))
            if object and self.scene.page.span(*object).meets(span):
                return True  # the one who suffers it, who goes to the other side
            agent = self.scene.agent(type, trigger.stretch)
            acts = agent.meets(span) if agent is not None else not suffers.covers(span) or self._is_agent(span)
            return not self._is_outside(trigger, type, span) and (side != "actor" or acts)
        begins = self.scene.own_clause(type, trigger.stretch) if side == "actor" and type not in MUTUAL else None
        if begins is not None and span.end <= begins and may_do(self.scene, type, trigger.stretch):
            return False
        own = self.scene.told_of(type, trigger.stretch)
        if own is None or not may_do(self.scene, type, trigger.stretch):
            return True
        return own.meets(span) == (side == "actor")

    def _is_outside(self, trigger: Trigger, type: str, span: Span) -> bool:
        """ "attacked a convoy a day after 16 people were killed": whether somebody stands before the clause."""
        chunks, tokens = self.scene.slots.chunks, self.scene.page.tokens
        first = chunks.clause_at(trigger.stretch[0])[0]
        joined = any(chunks.kind(i) in _JOINTS for i in range(first, trigger.stretch[0]))
        if not joined and tokens[first].lower in words("en", "grammar", "clause_prepositions"):
            return span.end <= tokens[first].start
        begins = self.scene.own_clause(type, trigger.stretch, passive=True)
        return begins is not None and span.end <= begins

    def _ends_with_of(self, trigger: Trigger) -> bool:
        return self.scene.page.tokens[trigger.stretch[1]].lower in words("en", "grammar", "attaching_name")

    def _is_agent(self, span: Span) -> bool:
        """Whether "by" stands before somebody: "a complaint by the union was lodged"."""
        at = self.scene.page.token_at(span.start)
        return at > 0 and self.scene.page.tokens[at - 1].lower in words("en", "grammar", "by")

    def _is_agent_of_another(self, trigger: Trigger, span: Span) -> bool:
        """ "thirty were jailed though a hundred were held by the police": who does what another verb tells."""
        if span.start < trigger.span.end or not self._is_agent(span):
            return False
        noun = self.scene.trigger(_type(trigger), trigger.stretch).value.noun
        return not noun and parts(self.scene, trigger.span, span, FINITE)

    def _is_place(self, party: Party) -> bool:
        """ "across the border", "in the afternoon": words for nobody behind a preposition of place or time."""
        at = self.scene.whole(party.span)
        if at is None or any(role.sector or role.entity for role in party.roles):
            return False
        if self.scene.page.tokens[self.scene.roles.head(at)].lower in words("en", "grammar", "things_held"):
            return True  # "with assault rifles", "hundreds of kilometres away"
        i = at[0] - 1
        if i >= 0 and self.scene.slots.chunks.kind(i) in (kinds.DETERMINER, kinds.ADJECTIVE):
            i -= 1
        return i >= 0 and self.scene.page.tokens[i].lower in words("en", "grammar", "where")

    def _is_measured_from(self, first: int) -> bool:
        """ "five miles north of Osh", "30 km from the border": whether how far something was is told from there."""
        tokens, chunks = self.scene.page.tokens, self.scene.slots.chunks
        i = first if chunks.kind(first) == kinds.PREPOSITION else first - 1
        while i > 0 and chunks.kind(i) == kinds.DETERMINER:
            i -= 1
        near = range(max(0, i - _DIRECTION), i)
        measured = any(tokens[j].lower in words("en", "grammar", "distances") for j in near)
        return i > 0 and chunks.kind(i) == kinds.PREPOSITION and measured

    def _is_scene(self, side: str, trigger: Trigger, party: Party) -> bool:
        """ "attacked a convoy near Herat", "prosecutors in Herat": a place that is but where something is."""
        if (side == "recipient" and _type(trigger) in _OF_PLACES) or not party.roles:
            return False
        entities = self.scene.entities
        found = [entities.get(role.entity) if role.entity else None for role in party.roles]
        if not all(one is not None and one.kind in _PLACES for one in found):
            return False
        if side == "recipient" and any(one is not None and "iso3166" in one.same_as for one in found):
            return False  # "killed six in Norland": a state stands for its people
        i = self.scene.page.token_at(party.span.start) - 1
        if i >= 0 and self.scene.slots.chunks.kind(i) == kinds.DETERMINER:
            i -= 1
        return i >= 0 and self.scene.page.tokens[i].lower in words("en", "grammar", "scenery")

    def _is_beyond(self, trigger: Trigger, span: Span) -> bool:
        """Whether somebody stands behind an active verb that has its subject: he does something else, or suffers it.

        Not who helps, "joined by the army", nor who does it to each other.
        """
        type, chunks = _type(trigger), self.scene.slots.chunks
        if type in MUTUAL or type in PERSONNEL or span.start < trigger.span.end:
            return False
        hit = self.scene.trigger(type, trigger.stretch)
        if hit.value.noun or not may_do(self.scene, type, trigger.stretch) or self.scene.slots.passive(hit):
            return False
        i = self.scene.page.token_at(span.start) - 1
        while i > trigger.stretch[1] and chunks.kind(i) in (kinds.DETERMINER, kinds.ADJECTIVE, kinds.NUMBER):
            i -= 1
        if chunks.kind(i) == kinds.PREPOSITION and self.scene.page.tokens[i].lower in words("en", "grammar", "helping"):
            return False
        subject = self.scene.subject(hit)
        return subject is not None and subject[1] < hit.first

    def _is_before(self, trigger: Trigger, span: Span) -> bool:
        """Whether somebody stands before an active verb that has its object: he does it, or something else."""
        type = _type(trigger)
        if type in MUTUAL or type in PERSONNEL or span.end > trigger.span.start:
            return False
        hit = self.scene.trigger(type, trigger.stretch)
        if hit.value.noun or self.scene.describes(trigger.stretch) or self.scene.slots.passive(hit):
            return False
        object = self.scene.object(hit)
        if object is None or object[0] <= hit.last or self.scene.slots.chunks.kind(object[0]) == kinds.PRONOUN:
            return False  # "freed Ann Lee but barred her from leaving": whom a pronoun means stands before
        return self._is_victim(type, self.scene.roles.one(object))

    def _is_in_setting(self, trigger: Trigger) -> bool:
        """ "imposed sanctions in the wake of the jailing of an editor": a deed that is named as what came before."""
        first, tokens = trigger.stretch[0], self.scene.page.tokens
        if not self.scene.trigger(_type(trigger), trigger.stretch).value.noun:
            return False
        i = first - 1
        while i > 0 and self.scene.slots.chunks.kind(i) in _INSIDE:
            i -= 1
        if i > 0 and tokens[i].lower in words("en", "grammar", "attaching_name"):
            return tokens[i - 1].lower in words("en", "grammar", "settings_of")
        return i >= 0 and tokens[i].lower in words("en", "grammar", "settings")


def _type(trigger: Trigger) -> str:
    return trigger.exact.type if trigger.exact else trigger.label


def is_own(scene: EventScene, role: Span, trigger: Span) -> bool:
    """Whether a phrase stands before or behind a trigger without a verb between, in its sentence."""
    same = scene.page.sentence_at(trigger.start).span.covers(role)
    left, right = sorted((role, trigger))
    return same and not parts(scene, left, right, FINITE)


def parts(scene: EventScene, left: Span, right: Span, parting: frozenset[str]) -> bool:
    """Whether words of such kinds, or a semicolon, stand between."""
    between = scene.page.tokens_in(Span(left.end, max(left.end, right.start)))
    return any(scene.slots.chunks.kind(token.i) in parting or token.text in ";:" for token in between)
