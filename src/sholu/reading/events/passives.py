"""Which verbs are passive where they report an event: their subject suffers it, and "by" names who does it."""

from collections.abc import Callable

from sholu.reading.chunks import kinds
from sholu.reading.chunks.verbs import PARTICIPLE
from sholu.reading.events.lexicon import Hit, Rule, words
from sholu.reading.events.patients import Patients
from sholu.reading.events.russian_words import russian_words
from sholu.reading.events.stretches import FAR, NOMINAL, Stretch, Stretches
from sholu.reading.events.subjects import Subjects

_ACCUSING = frozenset({"ACCUSE", "CHARGE"})
_AT_LAW = frozenset({"CHARGE", "SENTENCE"})  # what is done to people: nobody "charged with theft" does it
_COUNTABLE = frozenset({*NOMINAL, kinds.PRONOUN})
_COUNTED = 3  # words behind the number of those who suffer, too
_VERBAL = frozenset({kinds.VERB, kinds.GERUND, kinds.PARTICIPLE})
# Kazakh: what looks like a passive here tells what people do of themselves, "жиналды".
_OF_THEMSELVES = frozenset({"PROTEST"})

Object = Callable[[Hit[Rule]], Stretch | None]
"""What finds the object behind a verb."""


class Passives:
    """Tells the passive verbs of one page. `object` finds what a verb is done to, `behind` only right behind it."""

    def __init__(
        self, stretches: Stretches, subjects: Subjects, patients: Patients, *, object: Object, behind: Object
    ) -> None:
        self.stretches = stretches
        self.subjects = subjects
        self.patients = patients
        self.page = stretches.page
        self.tokens = stretches.tokens
        self.tag = stretches.tag
        self.chunks = stretches.chunks
        self._object = object
        self._behind = behind

    def of(self, hit: Hit[Rule]) -> bool:
        """Whether the verb of a hit is passive: its subject suffers."""
        if hit.value.noun or (self.tag == "kk" and hit.value.type in _OF_THEMSELVES):
            return False
        if self.tag == "en" and hit.value.type in _AT_LAW and self._stands_behind(hit):
            return True
        if self.tag == "en" and self.shares_passive(hit):
            return True
        if self.tag == "ru" and self.tokens[hit.first].lower.startswith(tuple(russian_words("forced"))):
            return False  # «были вынуждены бежать»
        if self.tag == "ru" and (self.patients.is_passive(hit.first) or self.subjects.clauses.undergoes(hit)):
            return True
        for i in range(hit.first, hit.last + 1):
            if self.chunks.kind(i) in _VERBAL:
                told = self.chunks.is_passive(i) or self._suffers(i, hit)
                return told or self.reduced(i) or (i == hit.last and self._objectless(hit))
        return False

    def shares_passive(self, hit: Hit[Rule]) -> bool:
        """ "was dragged into a van and set free": a phrase whose participle is joined to a passive verb."""
        i = hit.first - 1
        while i > 0 and self.chunks.kind(i) == kinds.ADVERB:
            i -= 1
        i = self._before_counted(i)
        joined = i > 0 and self.tokens[i].lower in words("en", "grammar", "and")
        form = self.chunks.grammar.verbs.get(self.tokens[hit.first].lower)
        single = hit.first == hit.last and i == hit.first - 1 and hit.last + 1 not in self.stretches.dated
        if not joined or single or form is None or PARTICIPLE not in form.forms:
            return False
        first = self.page.sentence_at(self.tokens[i].start).first
        verbs = (j for j in range(i - 1, max(first, i - FAR) - 1, -1) if self.chunks.kind(j) == kinds.VERB)
        before = next(verbs, None)
        return before is not None and self.chunks.is_passive(before) and self._behind(hit) is None

    def _before_counted(self, i: int) -> int:
        """ "ten were killed and [more than 30] injured": the token before a number, with its noun, that ends here."""
        phrase = self.chunks.phrase_ending(i) if i >= 0 and self.chunks.kind(i) in _COUNTABLE else None
        if phrase is not None and self.chunks.kind(i) == kinds.PRONOUN and i and self.stretches.counts(i - 1):
            phrase = i - 1, i  # "1,000 others"
        if phrase is None or phrase[1] - phrase[0] > _COUNTED or not self.stretches.counts(phrase[0]):
            return i
        return self.stretches.rounding_from(phrase[0]) - 1

    def _stands_behind(self, hit: Hit[Rule]) -> bool:
        """ "activists charged in connection with", "a man convicted of": a participle of the law behind its noun."""
        first = hit.first
        form = self.chunks.grammar.verbs.get(self.tokens[first].lower)
        if form is not None and PARTICIPLE in form.forms and self.patients.behind_comma(hit):
            return True
        if form is None or PARTICIPLE not in form.forms or first == 0 or self.chunks.kind(first - 1) != kinds.NOUN:
            return False
        following = self.chunks.kind(first + 1) if first + 1 < len(self.tokens) else kinds.MARK
        return following == kinds.PREPOSITION

    def _suffers(self, i: int, hit: Hit[Rule]) -> bool:
        """Russian: «подозревается в», «обвиняется в»: reflexive verbs of accusation are passives."""
        reflexive = self.chunks.grammar.endings.get("reflexive", ()) if self.tag == "ru" else ()
        return hit.value.type in _ACCUSING and self.tokens[i].lower.endswith(tuple(reflexive) or ("\n",))

    def reduced(self, i: int) -> bool:
        """A participle before its noun, "the arrested man"."""
        if self.tag != "en" or self.chunks.kind(i) != kinds.PARTICIPLE:
            return False
        if i == 0 or i - 1 in self.stretches.dated:
            return False
        return self.chunks.kind(i - 1) in (kinds.DETERMINER, kinds.ADJECTIVE, kinds.NUMBER)

    def _objectless(self, hit: Hit[Rule]) -> bool:
        """A past form of a verb that wants an object and has none, "three activists detained in Minsk"."""
        if self.tag != "en" or "object" not in hit.value.recipient[:1] + hit.value.actor[:1]:
            return False
        lower = self.tokens[hit.first].lower
        form = self.chunks.grammar.verbs.get(lower)
        base = form.base if form else lower
        if base in words(self.tag, "grammar", "alone") or not (form is None or PARTICIPLE in form.forms):
            return False
        if form is None and not lower.endswith("ed"):
            return False
        before = self.chunks.kind(hit.first - 1) if hit.first else kinds.MARK
        if before not in (kinds.NOUN, kinds.PRONOUN, kinds.ADVERB, kinds.NUMBER):
            return False
        if self._is_perfect(hit):
            return False  # "both have accused the other"
        following = self.chunks.kind(hit.last + 1) if hit.last + 1 < len(self.tokens) else kinds.MARK
        return following not in (kinds.SUBORDINATOR, kinds.INFINITIVE) and self._object(hit) is None

    def _is_perfect(self, hit: Hit[Rule]) -> bool:
        """Whether a form of "have" stands before a verb, perhaps with adverbs between."""
        i = hit.first - 1
        while i > 0 and self.chunks.kind(i) == kinds.ADVERB:
            i -= 1
        return i >= 0 and self.chunks.grammar.group.get(self.tokens[i].lower) == "have"
