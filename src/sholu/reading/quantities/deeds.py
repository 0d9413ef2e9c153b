"""The verb that a figure goes with, and what kind of deed it tells: something given, taken or suffered."""

from sholu.reading.chunks import chunks_of
from sholu.reading.chunks import kinds as k
from sholu.reading.page import Page
from sholu.reading.quantities.lexicon import UnitWords

_FAR = 80  # tokens on either side of a figure that its clause may have
Clause = tuple[int, int]
"""First and last token, both included."""


class Deeds:
    """The clauses and verbs of the figures of one page."""

    def __init__(self, page: Page, words: UnitWords) -> None:
        self.tokens, self.words = page.tokens, words
        self.tag = page.language.tag
        self.chunks = chunks_of(page)

    def clause(self, first: int, last: int) -> Clause:
        """The clause around the tokens `first` .. `last`, no longer than any verb reaches."""
        one, other = self.chunks.clause_at(first), self.chunks.clause_at(last)
        return max(min(one[0], other[0]), first - _FAR), min(max(one[1], other[1]), last + _FAR)

    def verb(self, first: int, last: int, clause: Clause) -> int | None:
        """The verb of a figure: the nearest before it, else after; in Kazakh the next."""
        before = next((at for at in range(first - 1, clause[0] - 1, -1) if self._is_verb(at)), None)
        after = next((at for at in range(last + 1, clause[1] + 1) if self._is_verb(at)), None)
        one, other = (after, before) if self.tag == "kk" else (before, after)
        return other if one is None else one

    def _is_verb(self, at: int) -> bool:
        kind = self.chunks.kind(at)
        if kind == k.PARTICIPLE:
            following = self.chunks.kind(at + 1) if at + 1 < len(self.tokens) else k.MARK
            return following not in (k.NOUN, k.ADJECTIVE)
        return kind in (k.VERB, k.GERUND)

    def of(self, verb: int) -> frozenset[str]:
        """What kinds of deed a verb tells: "takes", "gives", "punishes", "harms"."""
        # «қаза тапты»: in Kazakh the noun before the verb tells.
        near = (verb, verb - 1) if self.tag == "kk" and verb else (verb,)
        verbs = self.words.holders.verbs
        return frozenset(name for name, found in verbs.items() if any(found.at(self.tokens, at) for at in near))

    def is_passive(self, verb: int) -> bool:
        """Whether what stands as its subject suffers what the verb says."""
        return self.chunks.is_passive(verb)
