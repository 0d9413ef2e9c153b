"""Who does a deed that a noun names: whoever the light verb that carries it is said of, "launched an attack"."""

from collections.abc import Callable

from sholu.reading.chunks import kinds
from sholu.reading.events.lexicon import Hit, Rule
from sholu.reading.events.lexicon import phrases as section
from sholu.reading.events.russian_words import russian_words
from sholu.reading.events.stretches import NOMINAL, Stretch, Stretches
from sholu.reading.events.subjects import Subjects

_VERBAL = frozenset({kinds.VERB, kinds.GERUND, kinds.PARTICIPLE})

Agent = Callable[[Hit[Rule]], Stretch | None]
"""What finds who did what a passive verb tells."""


class Carriers:
    """The light verbs around the nouns of one page that name deeds."""

    def __init__(self, stretches: Stretches, subjects: Subjects, *, agent: Agent) -> None:
        self.stretches = stretches
        self.subjects = subjects
        self.page = stretches.page
        self.tokens = stretches.tokens
        self.tag = stretches.tag
        self.chunks = stretches.chunks
        self._agent = agent

    def governor(self, hit: Hit[Rule]) -> Stretch | None:
        """The subject of the light verb that carries the noun."""
        light = section(self.tag, "light_verbs")
        first = self.page.sentence_at(self.tokens[hit.first].start).first
        for i in range(hit.first - 1, max(first, hit.first - 8) - 1, -1):
            if self.chunks.kind(i) in _VERBAL:
                carried = light.at(self.tokens, i, hit.last + 1)
                if carried is None:
                    return None
                verb = Hit(i, hit.last, 0, hit.value._replace(noun=False))
                return self._agent(verb) if self.chunks.is_passive(i) else self.subjects.subject(verb)
            if self.chunks.kind(i) not in NOMINAL and self.chunks.kind(i) not in (kinds.PREPOSITION, kinds.ADVERB):
                return None
            if self.tag == "ru" and self.tokens[i].lower in russian_words("causes"):
                return None  # «направили ноту из-за нападения»
        return self._carried_after(hit)

    def _carried_after(self, hit: Hit[Rule]) -> Stretch | None:
        """ "An attack was carried out by X": the agent of the light verb after the noun."""
        for i in range(hit.last + 1, min((self.chunks.clause_at(hit.last)[1] + 1), hit.last + 8)):
            if self.chunks.kind(i) == kinds.VERB:
                if self.chunks.is_passive(i):
                    return self._agent(Hit(i, i, 0, hit.value))
                return self._carrier(hit, i) if self.tag == "ru" else None
        return None

    def _carrier(self, hit: Hit[Rule], verb: int) -> Stretch | None:
        """Russian: «голодовку объявили рабочие»: the subject of the light verb whose object stands before it."""
        carried = section(self.tag, "light_verbs").at(self.tokens, verb, verb + 1)
        if carried is None or "acc" not in self.stretches.cases((hit.first, hit.last)):
            return None
        i = hit.first - 1
        while i > 0 and self.chunks.kind(i) in (kinds.ADJECTIVE, kinds.PARTICIPLE, kinds.DETERMINER):
            i -= 1
        if i >= 0 and self.chunks.kind(i) == kinds.PREPOSITION:
            return None  # «после нападения власти ввели»
        found = self.subjects.subject(Hit(verb, verb, 0, hit.value._replace(noun=False)))
        return None if found is None or found[0] <= hit.first <= found[1] else found
