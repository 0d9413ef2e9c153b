"""Who does what a Russian infinitive or gerund says: the subject of its verb, or whom that verb sets to do it."""

from sholu.reading.chunks import kinds
from sholu.reading.events.lexicon import words
from sholu.reading.events.russian_clause import RussianClauses
from sholu.reading.events.russian_groups import Group
from sholu.reading.events.russian_reach import HARD
from sholu.reading.events.russian_words import russian_words
from sholu.reading.events.stretches import Stretch
from sholu.reading.languages.morphology import readings

_FARTHEST = 30  # tokens between an infinitive and its verb
_SET = frozenset({"dat", "acc"})


class Control:
    """The doers of infinitives and gerunds of one Russian page."""

    def __init__(self, clauses: RussianClauses) -> None:
        self.clauses = clauses
        self.tokens = clauses.tokens
        self.chunks = clauses.chunks

    def is_dependent(self, i: int) -> bool:
        """Whether token `i` is an infinitive or a gerund, whose doer another verb tells."""
        return self._is_infinitive(i) or self._is_gerund(i)

    def doer(self, i: int) -> Stretch | None:
        """Who does what the infinitive or gerund at token `i` says; None where nobody is told."""
        gerund = self._is_gerund(i)
        verb = self._verb(i, gerund=gerund)
        if verb is None:
            return None
        groups = self.clauses.near(verb)
        groups = [group for group in groups if not self._is_behind(group, i) or (verb > i and group.head > verb)]
        lemma = readings("ru", self.tokens[verb].lower)[0].lemma
        if not gerund and lemma in words("ru", "grammar", "object_control"):
            return self._set_to(groups, verb)
        if not gerund and lemma in russian_words("impersonal"):
            return next((group.stretch for group in groups if self._is_in(group, "dat")), None)
        own = [group for group in groups if group.preposition is None]
        return self.clauses.subject_of(own, verb)

    def is_attempt(self, i: int) -> bool:
        """Whether the infinitive at token `i` only tells what somebody tries to do."""
        verb = self._verb(i, gerund=False) if self._is_infinitive(i) else None
        return verb is not None and self.tokens[verb].lower.startswith(tuple(russian_words("attempted")))

    def _is_infinitive(self, i: int) -> bool:
        return self.tokens[i].is_word and readings("ru", self.tokens[i].lower)[0].part == "infinitive"

    def _is_gerund(self, i: int) -> bool:
        return self.chunks.kind(i) == kinds.GERUND

    def _verb(self, i: int, *, gerund: bool) -> int | None:
        """The verb that carries an infinitive, mostly before it; that of the main clause, for a gerund."""
        sentence = self.chunks.sentence(i)
        before = range(i - 1, max(sentence.first, i - _FARTHEST) - 1, -1)
        for j in before:
            if self.tokens[j].text in HARD or (self.tokens[j].text == "," and not gerund and not self._opens_aim(j)):
                break
            if self._carries(j):
                return j
        for j in range(i + 1, min(sentence.stop, i + _FARTHEST)):
            if self.tokens[j].text in HARD or (self.tokens[j].text == "," and not gerund):
                return None
            if self._carries(j):
                return j
        return None

    def _opens_aim(self, comma: int) -> bool:
        """Whether «чтобы» stands behind a comma: who does it is told by the verb before."""
        behind = comma + 1
        return behind < len(self.tokens) and self.tokens[behind].lower in russian_words("aims")

    def _carries(self, j: int) -> bool:
        if self.clauses.is_finite(j):
            return True
        return self.tokens[j].is_word and self.tokens[j].lower in russian_words("impersonal")

    def _is_behind(self, group: Group, i: int) -> bool:
        return group.head > i

    def _is_in(self, group: Group, case: str) -> bool:
        return group.preposition is None and case in group.cases and "nom" not in group.cases

    def _set_to(self, groups: list[Group], verb: int) -> Stretch | None:
        """«призвал жителей выйти», «поручил министру проверить»: who is set to do it."""
        able = [group for group in groups if group.preposition is None and group.cases & _SET]
        able = [group for group in able if group.stretch != self.clauses.subject_of(able, verb)]
        kind = self.chunks.kind
        told = [group for group in able if self.clauses.is_party(group) or kind(group.head) == kinds.PRONOUN]
        return max(told, key=lambda group: (group.head > verb, -abs(group.head - verb))).stretch if told else None
