"""Clauses: a sentence cut at its marks and clause openers."""

from bisect import bisect_right

from sholu.reading.chunks import kinds as k
from sholu.reading.chunks.tagged import Phrase, Tagged
from sholu.text.sentences import Sentence

_BREAKS = frozenset(";:—–")
_PREDICATES = frozenset({k.VERB, k.AUXILIARY})


class Clauses(Tagged):
    """The clauses of one page."""

    def clause_at(self, i: int) -> Phrase:
        """The clause around token `i`."""
        s = self.sentence(i)
        clauses = self._clauses.get(s.i)
        if clauses is None:
            clauses = self._clauses[s.i] = self._split(s)
        clause = clauses[max(0, bisect_right(clauses, (i, len(self.tokens))) - 1)]
        return clause if clause[0] <= i <= clause[1] else (i, i)

    def has_predicate(self, first: int, stop: int) -> bool:
        """Whether a word among tokens `first` .. `stop` (not included) is a verb or an auxiliary."""
        return any(self.kind(i) in _PREDICATES for i in range(first, stop))

    def _split(self, s: Sentence) -> list[Phrase]:
        """Cut at marks and clause openers; pieces without a predicate go with their neighbour."""
        kinds = self.kinds(s)
        starts = [s.first]
        for j in range(s.first + 1, s.stop):
            if self._opens(j, s, kinds):
                starts.append(j)
        pieces = [(a, b - 1) for a, b in zip(starts, [*starts[1:], s.stop], strict=True)]
        joined: list[Phrase] = []
        for piece in pieces:
            lonely = joined and (not self._predicates(piece, s, kinds) or not self._predicates(joined[-1], s, kinds))
            if joined and lonely and self.tokens[piece[0] - 1].text not in _BREAKS:
                joined[-1] = (joined[-1][0], piece[1])
            else:
                joined.append(piece)
        return joined

    def _opens(self, j: int, s: Sentence, kinds: list[str]) -> bool:
        before = self.tokens[j - 1].text
        if before in _BREAKS or before == ",":
            return True
        kind = kinds[j - s.first]
        if kind in (k.SUBORDINATOR, k.RELATIVE):
            return kinds[j - 1 - s.first] != k.PREPOSITION and self.language != "kk"
        if kind == k.CONJUNCTION and j + 1 < s.stop:
            return kinds[j + 1 - s.first] in (k.PRONOUN, k.SUBORDINATOR, k.VERB, k.AUXILIARY)
        return False

    def _predicates(self, piece: Phrase, s: Sentence, kinds: list[str]) -> bool:
        return any(kinds[j - s.first] in _PREDICATES for j in range(piece[0], piece[1] + 1))
