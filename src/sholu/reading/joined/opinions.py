"""What the encoder says of names: the words that it sees in one, the stretches that they make, and of which kind."""

from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from sholu.reading.joined.thresholds import thresholds
from sholu.reading.languages.morphology import readings
from sholu.reading.learned import Marks
from sholu.reading.names.finds import Find
from sholu.reading.names.lexicon import Mark
from sholu.reading.names.people import two_countries
from sholu.reading.names.sheet import Sheet

_FAMILY: dict[str, str] = {"outlet": "organisation", "facility": "place"}
"""Kinds that one half often takes for the other: they count as one when the two are compared."""
NAMED = frozenset({"person", "organisation", "outlet", "place", "facility"})
LONE = frozenset({"person", "place"})
"""Kinds that an ordinary word with a capital seldom names."""
OF_NAMES = Mark.GIVEN | Mark.SURNAME | Mark.ENDING | Mark.PATRONYMIC | Mark.GEO


def family(kind: str) -> str:
    """The kind that a kind counts as when the two halves are compared."""
    return _FAMILY.get(kind, kind)


def same_family(one: Find, other: Find) -> bool:
    """Whether two finds are of kinds that count as one."""
    return family(one.kind) == family(other.kind)


@lru_cache(maxsize=4096)
def _is_small(tag: str, lower: str) -> bool:
    """Whether a word is only a small one by the dictionary: «Там», «Однако»."""
    return all(reading.part in _SMALL for reading in readings(tag, lower))


_SMALL = frozenset({"adverb", "particle", "preposition", "conjunction"})
_OFFICES = Mark.TITLE | Mark.HEAD
_PARTING = frozenset(";:!?")
_QUOTES = frozenset('«"“„')
_ABBREVIATION = 3
"""Letters in the shortest abbreviation that a full stop ends a sentence behind."""
_CLOSING = {"»": "«", "”": "“"}


class Opinion(NamedTuple):
    """What the encoder says of some tokens: the likeliest kind, how likely they are named so, how likely a name."""

    kind: str
    of_kind: float
    named: float


class Stretch(NamedTuple):
    """Tokens `first` .. `last` that the encoder sees in one name of `kind`, how surely, and at the least sure word."""

    first: int
    last: int
    kind: str
    score: float
    least: float


class Opinions:
    """The encoder's opinion on the words of a page."""

    def __init__(self, sheet: Sheet, marks: Marks) -> None:
        self.sheet = sheet
        self.limits = thresholds("entities", sheet.lexicon.tag)
        self.words = marks.at("name", [token.start for token in sheet.tokens])
        self._small = {token.lower for token in sheet.tokens if token.shape == "lower"}

    def of(self, first: int, last: int) -> Opinion:
        """Of tokens `first` .. `last`, small words inside aside."""
        votes: defaultdict[str, float] = defaultdict(float)
        total = count = 0.0
        for index in range(first, last + 1):
            if not self.sheet.tokens[index].is_word or (last > first and self.sheet.tokens[index].shape == "lower"):
                continue
            kind, inside, _ = self.words[index]
            votes[family(kind)] += inside
            total += inside
            count += 1
        if not count:
            return Opinion("", 0.0, 0.0)
        kind = max(votes, key=lambda kind: votes[kind])
        return Opinion(kind, votes[kind] / count, total / count)

    def stretches(self) -> Iterator[Stretch]:
        """The names that the marks show, without what stands at their sides and is no part of a name."""
        for run in self._runs():
            first, last = self._trimmed(*run)
            if first > last or all(self._is_no_name(i) for i in range(first, last + 1)):
                continue
            said = self.of(first, last)
            kinds = [self.words[i][0] for i in range(first, last + 1)]
            kind = max(dict.fromkeys(kinds), key=lambda kind: (family(kind) == said.kind, kinds.count(kind)))
            while kind in LONE and last > first and self._is_no_part(last, kind):
                last -= 1
            bare = self.in_office(first, last) or (kind in LONE and all(map(self._is_bare, range(first, last + 1))))
            bare = bare or (kind == "organisation" and self._is_no_body(first, last))
            bare = bare or all(
                self.sheet.initial(i) or len(self.sheet.tokens[i].text) == 1 for i in range(first, last + 1)
            )
            if kind in NAMED and not bare:
                least = min(self.words[i][1] for i in range(first, last + 1))
                yield Stretch(first, last, kind, said.of_kind, least)

    def _is_no_part(self, index: int, kind: str) -> bool:
        """Whether a word in small letters stands behind somebody's name, or a place's, and is no part of it."""
        token = self.sheet.tokens[index]
        if kind == "place":
            if self.sheet.lexicon.tag != "ru" or token.shape != "lower":
                return False
            described = self.sheet.tokens[index - 1].lower.endswith(self.sheet.lexicon.adjective_endings)
            return not described and not self.sheet.marks(index) & (Mark.PLACE_HEAD | Mark.FACILITY_HEAD)
        small = token.text[0].islower() and token.lower not in self.sheet.lexicon.sons
        return small and not self.sheet.marks(index) & (Mark.PARTICLE | Mark.SUFFIX)

    def _runs(self) -> Iterator[tuple[int, int]]:
        """Runs of tokens that the encoder sees in one name."""
        first: int | None = None
        least = self.limits["mark"]
        for index, (kind, inside, begins) in enumerate(self.words):
            if first is not None:
                before = self.words[index - 1]
                goes_on = inside >= least and family(kind) == family(before[0])
                sure = min(inside, before[1]) >= self.limits["begin"]
                parts = begins and (self._apart(index) or (sure and self._opens_name(index)))
                if not goes_on or parts or self.sheet.line_break(index) or self._is_torn(first, index):
                    yield first, index - 1
                    first = None
            if first is None and inside >= least:
                first = index
        if first is not None:
            yield first, len(self.words) - 1

    def _is_torn(self, first: int, index: int) -> bool:
        """Whether no name goes over a token: "NB) of Narnia", "KGB. The", the second of two countries that touch."""
        tokens, places = self.sheet.tokens, self.sheet.places
        if tokens[index].shape == "mark":
            closes = tokens[index].text == ")" and all(tokens[i].text != "(" for i in range(first, index))
            return closes or tokens[index].text in _PARTING or self._ends_sentence(index)
        if self.sheet.lexicon.tag == "ru" and index - 1 in self.sheet.place_ends and self.sheet.foreign(index):
            return not self.sheet.foreign(index - 1)  # «корабль ВМС США Ann Lee»
        one, other = self.sheet.place_ends.get(index - 1), places.get(index, (0, None))[1]
        apart = bool(one and other and one != other) and index - 1 in places
        return apart and family(self.words[index - 1][0]) == family(self.words[index][0]) == "place"

    def _ends_sentence(self, index: int) -> bool:
        """Whether a token is the full stop between two sentences: "the KGB. NATO", not "U.C.V." or «им. А. Тумаева»."""
        tokens = self.sheet.tokens
        if tokens[index].text != "." or index + 1 >= len(tokens) or self.sheet.tight(index + 1):
            return False
        before = tokens[index - 1]
        return before.shape == "upper" and len(before.text) >= _ABBREVIATION and before.text.isalpha()

    def _apart(self, index: int) -> bool:
        """Whether a name may begin at a token right behind another name."""
        before = self.sheet.tokens[index - 1]
        return not before.is_word or before.shape in ("lower", "possessive")

    def _opens_name(self, index: int) -> bool:
        """Whether a given name stands behind a word that is none: somebody else's surname, the name of a body."""
        return bool(self.sheet.marks(index) & Mark.GIVEN) and not self.sheet.marks(index - 1) & Mark.GIVEN

    def _trimmed(self, first: int, last: int) -> tuple[int, int]:
        """Without small words and marks at the sides."""
        while first <= last and (
            not self._may_begin(first, last) or self.is_opener(first) or self._is_rank(first, last)
        ):
            first += 1
        while first <= last and not (self.may_bound(last) or (last > first and self.may_end(last))):
            last -= 1
        return first, self._closed(first, last)

    def _is_rank(self, first: int, last: int) -> bool:
        """Whether a token is the short form of a rank before a name, "Sen." of "Sen. Ann Lee", or of a firm: ФК «X»."""
        tokens, grammar = self.sheet.tokens, self.sheet.lexicon.grammar
        if first < last and tokens[first + 1].text in _QUOTES and tokens[first].lower in grammar["legal_forms"]:
            return True
        if first >= last or tokens[first].lower.rstrip(".") not in grammar["ranks"] | grammar["addresses"]:
            return False
        return tokens[first].text.endswith(".") or tokens[first + 1].text == "."

    def _may_begin(self, first: int, last: int) -> bool:
        """Whether a name may begin at a token: at a capital, else a number or, in Russian, the noun of a body."""
        if self.may_bound(first):
            return True
        if first == last or self.words[first][1] < self.limits["small"]:
            return False
        if self.sheet.tokens[first].shape == "number":
            return True
        return self.sheet.lexicon.tag == "ru" and bool(self.sheet.marks(first) & Mark.HEAD)

    def _closed(self, first: int, last: int) -> int:
        """The last token of a name, over the mark that closes a quotation in it."""
        inside = [self.sheet.tokens[i].text for i in range(first, last + 1)]
        after = self.sheet.tokens[last + 1].text if last + 1 < len(self.sheet.tokens) else ""
        if after == '"' and inside.count('"') == 1:
            return last + 1
        return last + 1 if after in _CLOSING and _CLOSING[after] in inside and after not in inside else last

    def _is_no_name(self, index: int) -> bool:
        """Whether a word by itself is never a name: an adjective of a country, a day, a title, an address, a letter."""
        token = self.sheet.tokens[index]
        if index in self.sheet.adjectives or token.shape == "url" or (len(token.text) == 1 and token.is_word):
            return True
        if token.shape == "mixed" and token.lower in self.sheet.lexicon.never:
            return True
        if self.sheet.lexicon.tag == "ru" and token.shape == "title" and _is_small("ru", token.lower):
            return True
        return bool(self.sheet.marks(index) & (Mark.CALENDAR | Mark.TITLE))

    def _is_no_body(self, first: int, last: int) -> bool:
        """Whether words are no institution: "GDP", "the Narnian Side", "Buddhist" before a noun."""
        never, adjectives = self.sheet.lexicon.never, self.sheet.adjectives
        words = [i for i in range(first, last + 1) if i not in adjectives or i == last]
        if len(words) > 1:
            return False
        token = self.sheet.tokens[words[0]]
        if token.shape in ("upper", "title") and token.lower in never:
            return True
        return self.sheet.lexicon.tag == "en" and bool(self.sheet.marks(words[0]) & Mark.PEOPLES)

    def _is_bare(self, index: int) -> bool:
        """Whether a word by itself names neither a person nor a place: a people, an ordinary word."""
        peoples = self.sheet.marks(index) & (Mark.PEOPLES | Mark.LEGAL_HEAD) or two_countries(self.sheet, index)
        return bool(peoples) or self.sheet.tokens[index].shape == "lower" or self.is_ordinary(index)

    def in_office(self, first: int, last: int) -> bool:
        """Whether the words only say what the office or body behind them is for: "Энергетика министрі"."""
        marks, stop = self.sheet.marks, len(self.sheet.tokens)
        if not all(marks(i) & Mark.MODIFIER and not marks(i) & OF_NAMES for i in range(first, last + 1)):
            return False
        after = last + 1
        while after < stop and marks(after) & Mark.MODIFIER and not marks(after) & _OFFICES:
            after += 1
        return after < stop and bool(marks(after) & _OFFICES)

    def is_ordinary(self, index: int) -> bool:
        """Whether a word is one that is no name: it has its capital from where it stands, or is written small too."""
        marks = self.sheet.marks(index)
        if marks & OF_NAMES or self.sheet.tokens[index].shape != "title":
            return False
        return self.sheet.tokens[index].lower in self._small or (
            index in self.sheet.opens and bool(marks & Mark.COMMON)
        )

    def is_opener(self, index: int) -> bool:
        """Whether a word only opens its sentence, as "yesterday" does."""
        opens = index in self.sheet.opens and bool(self.sheet.marks(index) & Mark.OPENER)
        return opens and self.sheet.tokens[index].lower not in self.sheet.lexicon.grammar["articles"]

    def may_end(self, index: int) -> bool:
        """Whether a word in small letters may be the last of a name: no preposition, in English none at all."""
        small = Mark.PARTICLE | Mark.OPENER
        return (
            self.sheet.lexicon.tag != "en"
            and self.sheet.tokens[index].shape == "lower"
            and not self.sheet.marks(index) & small
        )

    def may_bound(self, index: int) -> bool:
        """Whether a name may begin or end at a token: at one with a capital."""
        return self.sheet.capitalised(index) or self.sheet.tokens[index].text[0].isupper()
