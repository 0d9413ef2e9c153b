"""Words of growth and decline around a figure: "fell by 12 percent", «9%-ға артты»."""

from sholu.reading.chunks import chunks_of
from sholu.reading.chunks import kinds as k
from sholu.reading.page import Page
from sholu.reading.quantities.figure import Figure
from sholu.reading.quantities.heads import Heads
from sholu.reading.quantities.lexicon import UnitWords
from sholu.text.tokens import Token

_SHARES = frozenset({"%", "pp"})
_BREAKS = frozenset(",;:(—–")
_VERBAL = frozenset({k.VERB, k.PARTICIPLE, k.GERUND})
_OBJECT = 16  # tokens from a verb of change over its object


class Growth:
    """Tells by how much something of one page changed."""

    def __init__(self, page: Page, words: UnitWords, heads: Heads) -> None:
        self.page, self.tokens, self.words, self.heads = page, page.tokens, words, heads
        self.chunks = chunks_of(page)

    def told(self, figure: Figure, first: int) -> str | None:
        """The word for growth or decline where the figure says by how much something changed."""
        changes = self.words.changes
        left = self.heads.left_of(figure, first)
        at = left - 1
        if self.page.language.tag == "kk":
            return self.after(figure)
        if any(self.tokens[j].lower in changes.to for j in range(left, figure.first)):
            return None  # "rose to 55": the level, not the rise
        lowest = figure.first - 4
        while at >= max(first, lowest):
            found = changes.direction(self.tokens, at)
            if found is not None:
                return None if self.is_loss(at, figure) else found
            if self.tokens[at].lower not in changes.by and self.tokens[at].lower not in changes.times_before:
                return self._of_object(figure, first)
            bound = self.words.bound_before(self.tokens, first, at)
            if bound is not None:  # «увеличилась больше чем на 50 %»
                lowest -= at - bound[1]
                at = bound[1]
            at -= 1
        return self._of_object(figure, first)

    def verb_of_object(self, figure: Figure, first: int) -> int | None:
        """The verb of change whose object stands between it and the figure, or behind the verb that follows."""
        left = self.heads.left_of(figure, first)
        by = self.tokens[left - 1].lower if left > first else ""
        if figure.unit not in _SHARES or by not in self.words.sets["by_how_much"]:
            return None
        bound = self.words.bound_before(self.tokens, first, left - 1)
        left = bound[1] + 1 if bound is not None else left  # «нарастил поставки больше чем на 10 %»
        clause = self.chunks.clause_at(left - 1)
        for at in range(left - 2, max(first, clause[0], left - _OBJECT) - 1, -1):
            if self.tokens[at].text in _BREAKS or self._is_number(at):
                break
            if self.chunks.kind(at) in _VERBAL:
                return at if at < left - 2 and self.words.changes.direction(self.tokens, at) else None
        opens = left - 2 < clause[0] or self.tokens[left - 2].text in ",;"
        at = figure.next
        following = opens and at < len(self.tokens) and self.chunks.kind(at) in _VERBAL
        return at if following and self.words.changes.direction(self.tokens, at) else None

    def _of_object(self, figure: Figure, first: int) -> str | None:
        """ "cut its forecast by 4.4 percent", «нарастил поставки газа на 10 %», «на 7,5 % выросли поставки»."""
        verb = self.verb_of_object(figure, first)
        return None if verb is None else self.words.changes.direction(self.tokens, verb)

    def _is_number(self, at: int) -> bool:
        return self.tokens[at].shape == "number" and at not in self.heads.subjects.passed

    def after(self, figure: Figure) -> str | None:
        """The word for growth or decline right after a figure."""
        changes = self.words.changes
        start: int | None = figure.next
        if figure.unit is not None and changes.by_endings:
            start = self._by_how_much(figure)
        if start is None:
            return None
        for at in range(start, min(start + 2, len(self.tokens))):
            if self.tokens[at].lower in changes.to:
                return None
            found = changes.direction(self.tokens, at)
            if found is not None:
                return found
        return None

    def _by_how_much(self, figure: Figure) -> int | None:
        """The token after a figure whose unit says by how much («пайызға», «9%-ға»); None if it does not."""
        endings = self.words.changes.by_endings
        at = figure.next
        if at + 1 < len(self.tokens) and self.tokens[at].text == "-" and self.tokens[at + 1].lower in endings:
            return at + 2
        last = self.tokens[figure.last]
        for ending in endings:
            stem = last.lower.removesuffix(ending)
            if stem != last.lower and self.words.units.at([Token(0, 0, len(stem), stem, stem, "lower")], 0):
                return at
        return None

    def is_loss(self, at: int, figure: Figure) -> bool:
        """ "The company lost 730 million yen": what is lost is no change of the subject, shares aside."""
        return figure.unit != "%" and self.tokens[at].lower.startswith(self.words.changes.lost or ("\n",))

    def is_degree(self, at: int) -> bool:
        """Whether a word says to what degree something changed."""
        return self.tokens[at].lower in self.words.changes.by or bool(self.words.changes.direction(self.tokens, at))
