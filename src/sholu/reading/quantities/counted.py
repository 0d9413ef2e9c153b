"""What a figure without a unit of measure counts: the noun that it stands before."""

from dataclasses import dataclass

from sholu.reading.chunks import chunks_of
from sholu.reading.chunks import kinds as k
from sholu.reading.chunks.russian import can_be_genitive
from sholu.reading.page import Page
from sholu.reading.quantities.figures import Figure
from sholu.reading.quantities.lexicon import UnitWords

_NOUN_PHRASE = frozenset({k.NOUN, k.ADJECTIVE, k.PARTICIPLE})
_VERBAL = frozenset({k.GERUND, k.VERB})
_LONGEST = 5


@dataclass(frozen=True, slots=True)
class Counted:
    """What a figure counts: tokens `first` .. `last` of the noun with its modifiers, and how sure that is.

    `first` is None for a figure that counts something unsaid ("17 were killed"). `unit` is set where the noun is a
    unit of measure after all ("50 previous years"). `is_part` for "11 of those incidents".
    """

    first: int | None
    last: int
    confidence: float
    unit: str | None = None
    is_part: bool = False


class Counter:
    """Finds the counted nouns of one page."""

    def __init__(self, page: Page, words: UnitWords) -> None:
        self.page = page
        self.tokens = page.tokens
        self.words = words
        self.chunks = chunks_of(page)

    def counted(self, figure: Figure, first: int, stop: int) -> Counted | None:
        """What the figure counts; None if it counts nothing and so is no quantity."""
        is_one = figure.value == 1 and figure.read is not None and figure.read.written == "words"
        if is_one and not self.words.one_counts:
            return None
        j = figure.next
        those = self.words.of_those.at(self.tokens, j, stop) if j < stop else None
        if those is not None:
            noun = self.noun(those.last + 1, stop)
            return self._part(noun, is_one) if noun else self._bare(figure, first, stop)
        j = self._over_of(figure, j, stop)
        noun = self.noun(j, stop)
        if noun is None:
            return None if is_one else self._bare(figure, first, stop)
        if is_one:
            return None if self._is_pronoun(figure, first) else Counted(noun[0], noun[1], 0.3)
        if not self._agrees(figure, noun):
            return self._bare(figure, first, stop)
        return Counted(noun[0], noun[1], 0.85, self._unit(noun))

    def _unit(self, noun: tuple[int, int]) -> str | None:
        match = self.words.units.at(self.tokens, noun[1], noun[1] + 1)
        return match.value if match is not None and noun[1] > noun[0] else None

    def _part(self, noun: tuple[int, int], is_one: bool) -> Counted:
        return Counted(noun[0], noun[1], 0.3 if is_one else 0.7, is_part=not is_one)

    def _over_of(self, figure: Figure, j: int, stop: int) -> int:
        """ "thousands of people": over the "of" of a vague number."""
        vague = figure.read is not None and figure.read.low is not None
        if vague and j < stop and self.tokens[j].lower in self.words.numbers.of:
            return j + 1
        return j

    def noun(self, j: int, stop: int, *, strict: bool = False) -> tuple[int, int] | None:
        """The noun phrase that starts at token `j`, without what hangs on it; `strict`: surely no verb."""
        if j < stop and self.tokens[j].text in '"“«':
            return None
        last = None
        while j < stop and (self.tokens[j].lower in self.words.sets["over"]):
            j += 1
        at = j
        while at < min(stop, j + _LONGEST):
            token = self.tokens[at]
            kind = self.chunks.kind(at)
            if kind == k.ADVERB and at + 1 < stop and self.chunks.kind(at + 1) in (k.ADJECTIVE, k.PARTICIPLE):
                at += 1
                continue
            if kind in _VERBAL and at == j and not strict and self._is_kazakh_noun(at, stop):
                last = at  # a Kazakh noun before a verb may look like a converb
                break
            if kind not in _NOUN_PHRASE or token.shape == "number" or self._starts_number(at):
                break
            if last is not None and self._ends(at - 1, at):
                break
            if kind == k.NOUN or self.page.language.tag != "en" or at == j:
                last = at
            at += 1
        if last is None or self.chunks.kind(last) == k.PARTICIPLE:
            return None
        return j, last

    def _is_kazakh_noun(self, at: int, stop: int) -> bool:
        if self.page.language.tag != "kk" or not self.tokens[at].is_word or at + 1 >= stop:
            return False
        return not (self.words.measures.linking.at(self.tokens, at) or self.words.changes.direction(self.tokens, at))

    def _starts_number(self, at: int) -> bool:
        return self.tokens[at].lower in self.words.numbers.heads

    def _ends(self, last: int, following: int) -> bool:
        """Whether the phrase is complete at token `last`, though a nominal follows it."""
        tag = self.page.language.tag
        token = self.tokens[last]
        if tag == "en":
            return self.words.is_plural(token.lower) and not self.words.is_plural(self.tokens[following].lower)
        if tag == "kk":
            return self.chunks.kind(last) == k.NOUN
        if self.chunks.kind(last) != k.NOUN:
            return False
        capital = self.tokens[following].is_capitalised
        return capital or self.chunks.kind(following) != k.NOUN or not can_be_genitive(self.tokens[following])

    def _agrees(self, figure: Figure, noun: tuple[int, int]) -> bool:
        """In a language with plurals, digits count plurals ("5 stars"); words and large figures may count others."""
        if not self.words.plural_endings or figure.read is None:
            return True
        large = figure.read.scale > 1 or figure.bound is not None or (figure.value or 0) >= 1000
        if figure.read.written == "words" or large:
            return self.tokens[noun[0]].lower not in self.words.sets["not_after_one"]
        return any(self.words.is_plural(self.tokens[at].lower) for at in range(noun[0], noun[1] + 1))

    def _is_pronoun(self, figure: Figure, first: int) -> bool:
        """Whether "one" stands for a noun: "each one", "this one", "one day"."""
        if self.tokens[figure.next].lower in self.words.sets["not_after_one"]:
            return True
        before = figure.first - 1
        return before >= first and self.chunks.kind(before) == k.DETERMINER and self.tokens[before].lower != "the"

    def _bare(self, figure: Figure, first: int, stop: int) -> Counted | None:
        """A figure with no noun: kept where its company shows that it counts something."""
        before = self.tokens[figure.start - 1].lower if figure.start > first else ""
        large = figure.read is not None and (figure.read.scale > 1)
        if figure.next < stop:
            after = self.words.bare_after.at(self.tokens, figure.next, stop)
            if after is not None:
                return Counted(None, figure.last, 0.75)
        if before in self.words.sets["bare_before"] or large or figure.bound is not None or figure.low is not None:
            return Counted(None, figure.last, 0.6)
        return None
