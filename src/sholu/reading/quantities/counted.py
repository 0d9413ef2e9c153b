"""What a figure without a unit of measure counts: the noun that it stands before."""

from collections.abc import Collection
from dataclasses import dataclass

from sholu.reading.chunks import chunks_of
from sholu.reading.chunks import kinds as k
from sholu.reading.chunks.russian import can_be_genitive
from sholu.reading.languages.morphology import features
from sholu.reading.numbers import read_number
from sholu.reading.page import Page
from sholu.reading.quantities.figure import Figure
from sholu.reading.quantities.kazakh import is_owned, is_verbal_noun
from sholu.reading.quantities.lexicon import SURE, UnitWords

_NOUN_PHRASE = frozenset({k.NOUN, k.ADJECTIVE, k.PARTICIPLE})
_VERBAL = frozenset({k.GERUND, k.VERB})
_OBLIQUE = frozenset({"acc", "dat", "abl", "attr"})
_DESCRIBING = ("ing", "ed")
_LONGEST = 5
_BEHIND_VERBS = frozenset({k.PREPOSITION, k.INFINITIVE, k.DETERMINER, k.POSSESSIVE, k.ADVERB})
_LARGE = 1000
_PUT = 9  # tokens from "put" to "at"
OFFERED = 0.2
"""How sure it is that a number counts something where the grammar cannot tell: no such figure is told by itself."""
_FEW = range(2, 5)  # that pick out participants more often than they are news


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

    def __init__(self, page: Page, words: UnitWords, passed: Collection[int] = ()) -> None:
        """`passed` are the tokens of times, which no counted noun holds."""
        self.page = page
        self.passed = passed
        self.tokens = page.tokens
        self.words = words
        self.chunks = chunks_of(page)

    def counted(self, figure: Figure, first: int, stop: int) -> Counted | None:
        """What the figure counts; None if it counts nothing and so is no quantity."""
        is_one = figure.value == 1 and figure.read is not None and figure.read.written == "words"
        if is_one and not self.words.one_counts:
            return None
        j = figure.next
        if self._is_part_form(figure):
            return Counted(None, figure.last, 0.7)
        whole = None if is_one else self._whole(figure, stop)
        if whole is not None:
            return whole
        those = self.words.of_those.at(self.tokens, j, stop) if j < stop else None
        if those is not None:
            noun = self.noun(those.last + 1, stop)
            return self._part(noun, is_one) if noun else self._of_them(figure, those.last, first, stop)
        j = self._over_of(figure, j, stop)
        noun = self.noun(j, stop)
        if noun is None or self._is_when(noun):
            return None if is_one else self._bare(figure, first, stop)
        if is_one:
            return None if self._is_pronoun(figure, first) else Counted(noun[0], noun[1], 0.3)
        if not self._agrees(figure, noun):
            return self._bare(figure, first, stop)
        if figure.read is not None and figure.read.written == "words" and (figure.value or 0) in _FEW:
            return self._few(noun)
        return Counted(noun[0], noun[1], 0.85, self._unit(noun))

    def _is_when(self, noun: tuple[int, int]) -> bool:
        """ "fell to 313,000 last week": a time, and nothing counted, unless in the plural."""
        return (
            noun[1] in self.passed and noun[0] in self.passed and not self.words.is_plural(self.tokens[noun[1]].lower)
        )

    def offered(self, figure: Figure, stop: int) -> Counted:
        """What a number may count that by its company counts nothing: the noun after it, or something unsaid."""
        noun = self.noun(figure.next, stop)
        if noun is None or self._is_when(noun) or not self._agrees(figure, noun):
            return Counted(None, figure.last, OFFERED)
        return Counted(noun[0], noun[1], OFFERED, self._unit(noun))

    def _of_them(self, figure: Figure, last: int, first: int, stop: int) -> Counted | None:
        """ "72 of them": what they are stands before."""
        if self.chunks.kind(last) != k.PRONOUN or figure.value == 1:
            return self._bare(figure, first, stop)
        return Counted(None, last, 0.6)

    def is_put(self, figure: Figure, first: int) -> bool:
        """Whether somebody puts a number at the figure: "put the number of protesters at 450"."""
        at = figure.outer - 1
        if at <= first or self.tokens[at].lower not in self.words.sets["put_at"]:
            return False
        return any(token.lower in self.words.sets["puts"] for token in self.tokens[max(first, at - _PUT) : at])

    def _few(self, noun: tuple[int, int]) -> Counted | None:
        """Two or three in words: "the two sides" only picks them out, people may be hurt, things may be news."""
        if self.words.participants.at(self.tokens, noun[1]) is not None:
            return Counted(*noun, 0.3) if self.words.one_counts else None
        return Counted(*noun, 0.85 if self.words.one_counts else 0.6, self._unit(noun))

    def _is_part_form(self, figure: Figure) -> bool:
        """«30-дан 11-і»: a number with the ending of what is part of something said before."""
        last = self.tokens[figure.stop - 1]
        return last.lower in self.words.sets["part_endings"] and figure.stop - figure.number > 1 and figure.unit is None

    def _whole(self, figure: Figure, stop: int) -> Counted | None:
        """ "11 of 30 turns", «112 из 140 домов»: the figure is the part, and the noun is what the whole counts."""
        at = figure.next
        if at + 1 >= stop or self.tokens[at].lower not in self.words.sets["part_of"] or figure.value is None:
            return None
        at += 1
        while at < stop and self.chunks.kind(at) in (k.DETERMINER, k.POSSESSIVE, k.PRONOUN):
            at += 1
        whole = read_number(self.page, at) if at < stop else None
        if whole is None or whole.is_ordinal or whole.is_fraction or whole.value < figure.value or whole.next > stop:
            return None
        noun = self.noun(whole.next, stop)
        return Counted(noun[0], noun[1], 0.8) if noun else Counted(None, whole.next - 1, 0.6)

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
            if at == j and self.is_doing(at, stop):
                return None
            if kind in _VERBAL and at == j and self._describes(at, stop):
                at += 1
                continue
            compound = self.words.compounds.at(self.tokens, at, stop)
            if compound is not None and not (last is not None and self._ends(at - 1, at)):
                last = compound.last  # «тұрғын үй»
                break
            if (
                (at > j and at in self.passed and at - 1 not in self.passed)
                or kind not in _NOUN_PHRASE
                or token.shape == "number"
                or self._starts_number(at)
            ):
                break
            if last is not None and self._ends(at - 1, at):
                break
            if kind == k.NOUN or self.page.language.tag != "en" or at == j:
                last = at
            at += 1
        if last is None or (self.chunks.kind(last) == k.PARTICIPLE and not self._is_nominal(j, last)):
            return None
        return j, last

    def _is_nominal(self, first: int, last: int) -> bool:
        """«шестерых подозреваемых»: a lone participle in the plural stands for people."""
        token = self.tokens[last]
        return first == last and bool(self.words.people_endings) and token.lower.endswith(self.words.people_endings)

    def _is_kazakh_noun(self, at: int, stop: int) -> bool:
        if self.page.language.tag != "kk" or not self.tokens[at].is_word or at + 1 >= stop:
            return False
        return not (self.words.measures.linking.at(self.tokens, at) or self.words.changes.direction(self.tokens, at))

    def _describes(self, at: int, stop: int) -> bool:
        """English: "nine burning buses", "five alleged grain thieves": a form of a verb right before a plural."""
        if self.page.language.tag != "en" or not self.tokens[at].lower.endswith(_DESCRIBING):
            return False
        near = range(at + 1, min(stop, at + 3))
        nouns = [j for j in near if self.chunks.kind(j) == k.NOUN and self.tokens[j].shape == "lower"]
        return nouns[:1] == [at + 1] and any(self.words.is_plural(self.tokens[j].lower) for j in nouns)

    def is_doing(self, at: int, stop: int) -> bool:
        """ "with 59,000 coming from Caraga": a form of a verb, where "50 building permits" have a noun; English."""
        token = self.tokens[at]
        if self.page.language.tag != "en" or token.shape != "lower" or not token.lower.endswith("ing"):
            return False
        return at + 1 >= stop or self.chunks.kind(at + 1) in _BEHIND_VERBS

    def _starts_number(self, at: int) -> bool:
        return self.tokens[at].lower in self.words.numbers.heads

    def _ends(self, last: int, following: int) -> bool:
        """Whether the phrase is complete at token `last`, though a nominal follows it."""
        tag = self.page.language.tag
        token = self.tokens[last]
        if tag == "en":
            return self.words.is_plural(token.lower) and not self.words.is_plural(self.tokens[following].lower)
        if tag == "kk":
            known = features(tag, token.lower)
            if self._is_of_owned(last, following, known.case):
                return False
            return self.chunks.kind(last) == k.NOUN or (known.case in _OBLIQUE and known.score >= SURE)
        if self.chunks.kind(last) != k.NOUN:
            return False
        if self._is_genitive_pair(following):
            return False
        capital = self.tokens[following].is_capitalised
        return capital or self.chunks.kind(following) != k.NOUN or not can_be_genitive(self.tokens[following])

    def _is_of_owned(self, last: int, following: int, case: str) -> bool:
        """«екі үкімет сарбазын»: a bare noun before one that belongs to it; «көлігінің иесі»: one in the genitive."""
        next_one = self.tokens[following]
        noun = self.chunks.kind(following) == k.NOUN and next_one.shape == "lower" and is_owned(next_one.lower)
        bare = case in ("", "nom") and not is_owned(self.tokens[last].lower)
        if bare and is_verbal_noun(next_one.lower) and following + 1 < len(self.tokens):
            behind = self.tokens[following + 1]  # «құқық қорғау органының қызметкері»
            return behind.shape == "lower" and self.chunks.kind(following + 1) == k.NOUN and is_owned(behind.lower)
        return noun and (bare or (case == "gen" and is_owned(self.tokens[last].lower)))

    def _is_genitive_pair(self, at: int) -> bool:
        """«комплектов постельного белья»: an adjective and its noun that hang on the noun before them."""
        if at + 1 >= len(self.tokens) or self.chunks.kind(at) != k.ADJECTIVE or self.chunks.kind(at + 1) != k.NOUN:
            return False
        pair = self.tokens[at : at + 2]
        return all(token.shape == "lower" and features("ru", token.lower).case == "gen" for token in pair)

    def _agrees(self, figure: Figure, noun: tuple[int, int]) -> bool:
        """In a language with plurals, digits count plurals ("5 stars"); words and large figures may count others.

        Russian thousands and millions have what they count in the genitive: «37 миллионов кредитор заморозил».
        """
        if figure.read is None or self.page.language.tag == "kk":
            return True
        if self.page.language.tag == "ru":
            head = self.tokens[noun[0]]
            free = figure.read.scale == 1 or head.shape != "lower" or self.words.is_plural(head.lower)
            return free or can_be_genitive(head)
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

    def _is_linked(self, figure: Figure, first: int) -> bool:
        """ "The population is 120,000": a large number that ends its clause behind a verb that links."""
        at = figure.outer - 1
        if (figure.value or 0) < _LARGE or at <= first or self.tokens[figure.number].text.isdigit():
            return False
        ends = figure.next >= len(self.tokens) or self.tokens[figure.next].shape == "mark"
        while at > first and (self.chunks.kind(at) == k.ADVERB or self.tokens[at].lower in self.words.sets["put_at"]):
            at -= 1
        return ends and self.words.measures.linking.at(self.tokens, at) is not None

    def _bare(self, figure: Figure, first: int, stop: int) -> Counted | None:
        """A figure with no noun: kept where its company shows that it counts something."""
        before = self.tokens[figure.start - 1].lower if figure.start > first else ""
        large = figure.read is not None and (figure.read.scale > 1)
        if before in self.words.numbers.of and self.tokens[figure.start - 2].lower in self.words.totals:
            return Counted(figure.start - 2, figure.start - 2, 0.8)
        if self.is_put(figure, first):
            return Counted(None, figure.last, 0.7)
        if figure.next < stop:
            after = self.words.bare_after.at(self.tokens, figure.next, stop)
            if after is not None:
                return Counted(None, figure.last, 0.75)
        if self._is_linked(figure, first):
            return Counted(None, figure.last, 0.6)
        if before in self.words.sets["bare_before"] or large or figure.bound is not None or figure.low is not None:
            return Counted(None, figure.last, 0.6)
        return None
