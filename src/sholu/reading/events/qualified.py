"""English: subjects that a clause or a participle of their own parts from their verb."""

from sholu.reading.chunks import kinds
from sholu.reading.chunks.verbs import PARTICIPLE
from sholu.reading.events.lexicon import Hit, Rule, words
from sholu.reading.events.lexicon import phrases as section
from sholu.reading.events.stretches import Stretch, Stretches

_BESIDE_VERB = frozenset({kinds.ADVERB, kinds.AUXILIARY})
_FINITE = frozenset({kinds.VERB, kinds.AUXILIARY})
_NAMED = frozenset({kinds.NOUN, kinds.NUMBER, kinds.PRONOUN})
_STANDING = frozenset({kinds.NOUN, kinds.PRONOUN, kinds.NUMBER, kinds.RELATIVE, kinds.DETERMINER})
_PARTICIPLES = frozenset({kinds.VERB, kinds.PARTICIPLE})
_ASIDE = 3
"""Tokens of an adverb between commas."""
_FAR = 16
"""Tokens of such a clause, at most."""


class Qualified:
    """Finds the subjects behind which something is told of them before their verb comes."""

    def __init__(self, stretches: Stretches) -> None:
        self.stretches = stretches
        self.chunks = stretches.chunks
        self.tokens = stretches.tokens

    def subject(self, hit: Hit[Rule], phrase: Stretch | None) -> Stretch | None:
        """Who the verb is said of, where the phrase before it belongs to words that only narrow its subject."""
        verb = self._verb(hit)
        if verb is None or self.chunks.kind(verb - 1) == kinds.CONJUNCTION:
            return None
        found = self._before_clause(verb)
        if found is None and phrase is not None and self._end(verb) == phrase[1]:
            found = self._before_participle(phrase)
        return found

    def told_of(self, hit: Hit[Rule]) -> Stretch | None:
        """Whom a relative clause or a participle tells of that has the verb: "activists | who defied the ban"."""
        first, i = self.chunks.sentence(hit.first).first, hit.first - 1
        if hit.value.noun or i <= first:
            return None
        if self.chunks.kind(hit.first) == kinds.GERUND:
            about = self.chunks.kind(i) in _NAMED and i not in self.stretches.dated
            found = self.chunks.noun_phrase_before(hit.first) if about else None
            return self._agent(found) if found and found[1] == i else None
        while i > first and (self.chunks.kind(i) in _BESIDE_VERB or i in self.stretches.dated):
            i -= 1
        return self._antecedent(i) if i > first and self._opens_clause(i) else None

    def behind_setting(self, phrase: Stretch) -> Stretch:
        """ "In riots on Monday | five people were hurt": what follows the day that ends an opening phrase."""
        i, first = phrase[0], self.chunks.sentence(phrase[0]).first
        if self.chunks.kind(i) != kinds.PREPOSITION:
            i -= 1
        opens = i == first or (i > first and self.tokens[i - 1].text == ",")
        if i < first or self.chunks.kind(i) != kinds.PREPOSITION or not opens:
            return phrase
        days = [j for j in range(*phrase) if j in self.stretches.dated]
        if not days or self.chunks.kind(days[-1] + 1) == kinds.PREPOSITION:
            return phrase
        return days[-1] + 1, phrase[1]

    def names_something(self, phrase: Stretch) -> bool:
        """Whether a phrase has a word that can stand for somebody."""
        return any(
            self.chunks.kind(i) in _STANDING or self.tokens[i].is_capitalised for i in range(phrase[0], phrase[1] + 1)
        )

    def before_aside(self, hit: Hit[Rule]) -> Stretch | None:
        """ "Forty villagers, meanwhile, rallied": the phrase before an adverb or two between commas."""
        i = hit.first - 1
        if i < 0 or self.tokens[i].text != ",":
            return None
        j = i - 1
        while j > 0 and i - j <= _ASIDE and self.chunks.kind(j) == kinds.ADVERB:
            j -= 1
        aside = j < i - 1 and self.tokens[j].text == ","
        return self.chunks.noun_phrase_before(j) if aside else None

    def _agent(self, phrase: Stretch) -> Stretch:
        """ "protests by villagers demanding water": the villagers."""
        by = words("en", "grammar", "before_doer")
        last = next((i for i in range(phrase[1] - 1, phrase[0], -1) if self.tokens[i].lower in by), None)
        return (last + 1, phrase[1]) if last is not None else phrase

    def _verb(self, hit: Hit[Rule]) -> int | None:
        """Where the finite verb begins, its auxiliaries and adverbs with it; None for infinitives and the like."""
        first, i = self.chunks.sentence(hit.first).first, hit.first
        while i > first and self.chunks.kind(i - 1) in _BESIDE_VERB:
            i -= 1
        finite = any(self.chunks.kind(j) in _FINITE for j in range(i, hit.first + 1))
        infinitive = any(self.chunks.kind(j) == kinds.INFINITIVE for j in range(max(first, i - 1), hit.first))
        return i if finite and i > first + 1 and not infinitive else None

    def _end(self, verb: int) -> int:
        """The last token before a verb that belongs to no time."""
        i = verb - 1
        while i > 0 and i in self.stretches.dated:
            i -= 1
        prepositional = i < verb - 1 and self.chunks.kind(i) == kinds.PREPOSITION
        return i - 1 if prepositional else i

    def _before_clause(self, verb: int) -> Stretch | None:
        """ "The mission that was sent to Mali | is attacked": whom the clause is about."""
        told, first = False, self.chunks.sentence(verb).first
        for i in range(verb - 1, max(first, verb - _FAR), -1):
            kind = self.chunks.kind(i)
            if kind in (kinds.MARK, kinds.CONJUNCTION):
                return None
            if self._opens_clause(i):
                return self._antecedent(i) if told else None
            if kind == kinds.SUBORDINATOR:
                return None
            told = told or kind in _FINITE
        return None

    def _opens_clause(self, i: int) -> bool:
        """Whether a relative clause about the noun before begins here."""
        about = self.chunks.kind(i - 1) in _NAMED and i - 1 not in self.stretches.dated
        owner = self.tokens[i].lower in words("en", "grammar", "whose")
        if owner or self.chunks.kind(i) == kinds.RELATIVE:
            return about
        # "told the court that the man was ...": only a verb shows that the word stands for the noun
        return about and self.tokens[i].lower in words("en", "grammar", "that") and self.chunks.kind(i + 1) in _FINITE

    def _antecedent(self, i: int) -> Stretch | None:
        """The noun of a relative clause: of "cannon against protesters who" the people."""
        near, relative = self._last(self.chunks.phrase_ending(i - 1)), self.tokens[i].lower
        found = self.chunks.noun_phrase_before(i)
        people = near and relative in words("en", "grammar", "who") and self._are_people(near)
        if people and found and near and near[0] > found[0] and not self._are_people((found[0], near[0] - 2)):
            return near
        held = near and relative in words("en", "grammar", "who") and not people and self._holding(near)
        if held:
            return held
        return found or near

    def _holding(self, thing: Stretch) -> Stretch | None:
        """ "police armed with shields | who": the people before a participle that hangs on them."""
        i = thing[0] - 1
        if i < 1 or self.chunks.kind(i) != kinds.PREPOSITION or self.chunks.kind(i - 1) not in _PARTICIPLES:
            return None
        found = self.chunks.phrase_ending(i - 2) if i > 1 else None
        return found if found and self._are_people(found) else None

    def _last(self, phrase: Stretch | None) -> Stretch | None:
        """The last of the phrases that prepositions chain."""
        if phrase is None:
            return None
        joints = (i for i in range(phrase[1], phrase[0], -1) if self.chunks.kind(i) == kinds.PREPOSITION)
        return next(joints, phrase[0] - 1) + 1, phrase[1]

    def _are_people(self, phrase: Stretch) -> bool:
        found = section("en", "sectors").find(self.tokens, phrase[0], phrase[1] + 1)
        return any(hit.last == phrase[1] for hit in found)

    def _before_participle(self, phrase: Stretch) -> Stretch | None:
        """ "The man arrested in Osh | was released": whom the participle narrows, if the phrase hangs on it."""
        first, i = self.chunks.sentence(phrase[0]).first, phrase[0] - 1
        opening, particles = words("en", "grammar", "clause_prepositions"), words("en", "grammar", "particles")
        if any(self.tokens[j].lower in opening for j in range(i, phrase[1])):
            return None
        if i <= first + 1 or self.chunks.kind(i) != kinds.PREPOSITION or self.tokens[i].lower in particles:
            return None
        rounding = next((j for j in range(i - 1, i + 1) if self.stretches.rounded(j) > i), None)
        if rounding is not None and self.chunks.kind(rounding - 1) != kinds.PREPOSITION:
            return None  # "The union said | at least 30 people were hurt"
        i = max(first, i - 1 if rounding is None else rounding - 2)
        while i > first + 1 and i in self.stretches.dated:
            i -= 1
        form = self.chunks.grammar.verbs.get(self.tokens[i].lower)
        participle = PARTICIPLE in form.forms if form else self.tokens[i].lower.endswith("ed")
        if not participle or self.chunks.kind(i) not in (kinds.VERB, kinds.PARTICIPLE):
            return None
        about = self.chunks.kind(i - 1) in _NAMED and i - 1 not in self.stretches.dated
        return self.chunks.noun_phrase_before(i) if about else None
