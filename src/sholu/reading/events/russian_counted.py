"""Russian: people counted, whose case is the number's doing: «около 400 горняков блокируют»."""

from functools import cache

from sholu.reading.chunks import kinds
from sholu.reading.events.lexicon import Hit, Rule, listed
from sholu.reading.events.lexicon import phrases as section
from sholu.reading.events.stretches import Stretch, Stretches
from sholu.reading.languages import language


@cache
def _rounding() -> frozenset[str]:
    """The single words that round a number."""
    return frozenset(listed(language("ru").table("events")["grammar"]["rounding"]))


class Counted:
    """The people counted around the verbs of one page."""

    def __init__(self, stretches: Stretches) -> None:
        self.stretches = stretches
        self.page = stretches.page
        self.tokens = stretches.tokens
        self.chunks = stretches.chunks

    def before(self, hit: Hit[Rule]) -> Stretch | None:
        """«Около 400 горняков блокируют»: people counted, whose case is the number's doing."""
        rounding, people = _rounding(), section("ru", "sectors")
        i = self.chunks.clause_at(hit.first)[0]
        while i < hit.first - 1:
            if self.tokens[i].shape != "number" or i in self.stretches.dated:
                i += 1
                continue
            phrase = self.stretches.phrase(i) or (i, i)
            phrase = phrase[0], min(phrase[1], hit.first - 1)
            before = self.tokens[i - 1].lower if i else ""
            governed = i and self.chunks.kind(i - 1) == kinds.PREPOSITION and before not in rounding
            if not governed and any(people.at(self.tokens, j, phrase[1] + 1) for j in range(i + 1, phrase[1] + 1)):
                return phrase
            i = phrase[1] + 1
        return None

    def behind(self, hit: Hit[Rule]) -> Stretch | None:
        """«отмены потребовали около 10 тысяч человек»: people counted right behind the verb, rounded."""
        i = hit.last + 1
        if i >= self.page.sentence_of(hit.first).stop or self.stretches.rounded(i) == i or i in self.stretches.dated:
            return None
        phrase = self.stretches.phrase(self.stretches.rounded(i))
        people = section("ru", "sectors")
        counted = phrase and any(people.at(self.tokens, j, phrase[1] + 1) for j in range(phrase[0], phrase[1] + 1))
        return (i, phrase[1]) if phrase and counted else None
