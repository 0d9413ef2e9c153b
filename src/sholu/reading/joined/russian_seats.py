"""Whom case keeps from a side of a Russian event: within a phrase or behind a preposition few act."""

from sholu.model.span import Span
from sholu.reading.chunks import kinds
from sholu.reading.events.lexicon import words
from sholu.reading.events.russian_forms import Group
from sholu.reading.events.scene import EventScene
from sholu.reading.events.stretches import Stretch
from sholu.reading.joined.russian_roles import THEMSELVES, is_content
from sholu.reading.languages.morphology import readings

_ACTING = frozenset({"nom", "ins"})
_SUBJECT = frozenset({"nom"})
_OWNER = frozenset({"gen"})
_AGENT = frozenset({"ins"})
_REFLEXIVE = ("ся", "сь")
_DESCRIBING = frozenset({kinds.RELATIVE, kinds.PARTICIPLE})


class RussianSeats:
    """Where the parties of one Russian page stand; the groups of each sentence are looked for once."""

    def __init__(self, scene: EventScene) -> None:
        self.scene = scene
        self._groups: dict[int, list[Group]] = {}

    def allow(self, side: str, type: str, trigger: Stretch, span: Span) -> bool:
        """Whether somebody whom the grammar has not there may be on a side, "actor" or "recipient"."""
        at = self.scene.whole(span)
        group = self._around(at) if at else None
        if at is None or group is None:
            return True
        verb = self._verb(trigger)
        inner = group.head < at[0]
        cases = self._cases(at, group)
        if side == "actor":
            if inner and self._has_infinitive(trigger):
                return False  # «вооружённые автоматами [Калашникова], планировали похитить»
            if verb is None or self._is_described(group, trigger):
                return True
            return self._may_act(verb, at, group, cases, inner=inner)
        if verb is not None and self._is_told_of_another(verb, at[0]):
            return False
        if verb is not None and type == "CONSULT" and (inner or cases == _OWNER):
            return group.preposition is not None and not inner  # not «обсудили отношения двух [стран]»
        return inner or group.preposition is not None or cases != _AGENT

    def is_turned(self, side: str, type: str, trigger: Stretch, span: Span) -> bool:
        """Whether somebody in the nominative is on the side where the subject is not: «был задержан [водитель]»."""
        at, verb = self.scene.whole(span), self._verb(trigger)
        group = self._around(at) if at else None
        if at is None or group is None or verb is None or group.head < at[0] or group.preposition is not None:
            return False
        surely = self._cases(at, group) == _SUBJECT and not self._is_described(group, trigger)
        return surely and type not in THEMSELVES and self._is_active(verb) == (side != "actor")

    def _cases(self, at: Stretch, group: Group) -> frozenset[str]:
        own = self.scene.slots.stretches.cases(at)
        return own if group.head < at[0] else own | group.cases

    def _may_act(self, verb: int, at: Stretch, group: Group, cases: frozenset[str], *, inner: bool) -> bool:
        """Not «посетил по приглашению [министра]», «[огонь] открыли солдаты», «[стран], и обсудит»."""
        if inner:
            return not cases.isdisjoint(group.cases & _ACTING)
        if group.preposition is not None:
            before = self.scene.page.tokens[group.preposition].lower
            return before in words("ru", "grammar", "acting_behind")
        if is_content(self.scene, self.scene.page.span(*at)):
            return False
        if at[0] < verb and not self._is_short(verb):
            return cases != _OWNER
        return not cases.isdisjoint(_ACTING) and not self._is_parted(verb, at[0])

    def _is_parted(self, verb: int, i: int) -> bool:
        """Whether another verb stands between: «встретится с послом, куда приедет и [министр]»."""
        clauses = self.scene.slots.clauses
        return clauses is not None and any(clauses.is_finite(j) for j in range(verb + 1, i))

    def _is_told_of_another(self, verb: int, i: int) -> bool:
        """«вынес приговор по делу, в котором речь о гибели [подростка]»: whether «который» stands between."""
        kind = self.scene.slots.chunks.kind
        return any(kind(j) == kinds.RELATIVE for j in range(verb + 1, i))

    def _around(self, at: Stretch) -> Group | None:
        """The group in which a phrase begins."""
        clauses = self.scene.slots.clauses
        sentence = self.scene.page.sentence_of(at[0])
        if clauses is None:
            return None
        if sentence.i not in self._groups:
            self._groups[sentence.i] = clauses.groups.within(sentence.first, sentence.stop - 1)
        return next((group for group in self._groups[sentence.i] if group.first <= at[0] <= group.last), None)

    def _verb(self, trigger: Stretch) -> int | None:
        clauses = self.scene.slots.clauses
        if clauses is None:
            return None
        return next((i for i in range(trigger[0], trigger[1] + 1) if clauses.is_finite(i)), None)

    def _has_infinitive(self, trigger: Stretch) -> bool:
        words = (token.lower for token in self.scene.page.tokens[trigger[0] : trigger[1] + 1])
        return any(readings("ru", word)[0].part == "infinitive" for word in words)

    def _is_short(self, verb: int) -> bool:
        clauses = self.scene.slots.clauses
        return clauses is not None and clauses.is_short(verb)

    def _is_active(self, verb: int) -> bool:
        return not self._is_short(verb) and not self.scene.page.tokens[verb].lower.endswith(_REFLEXIVE)

    def _is_described(self, group: Group, trigger: Stretch) -> bool:
        """Whether the verb is of a clause that only tells of a group before it: «вместе с жителями, которые вышли»."""
        tokens, kind, i = self.scene.page.tokens, self.scene.slots.chunks.kind, group.last + 1
        if i + 1 < len(tokens) and tokens[i].text == "," and kind(i + 1) in _DESCRIBING:
            return True
        return any(kind(j) == kinds.RELATIVE for j in range(i, trigger[0]))
