"""Whether a name that could be a place's is one here: the words around it speak for and against.

Every candidate gets a weight, the sum of what its own name and its neighbours are worth; `LEAST` is what a place needs.
"""

from collections import defaultdict
from collections.abc import Callable, Sequence

from sholu.reading.languages.morphology import features, readings
from sholu.reading.page import Page
from sholu.reading.places.model import Candidate
from sholu.reading.places.words import PlaceWords, place_words
from sholu.text.tokens import Token

LEAST = 0.5
"""Found on the training half of the bench: below it more names of people than of places come in."""

_OWN = {"country": 0.75, "region": 0.6, "county": 0.9, "area": 0.6, "sea": 0.6, "border": 1.0, "capital": 0.6}
_NATURE = 0.6
_BUILT = 0.75
_CITY = ((1_000_000, 0.5), (100_000, 0.4), (15_000, 0.25), (0, 0.1))
_INSIDE, _TOWARDS, _BEFORE, _AFTER, _CONTAINED, _DATELINE, _LISTED, _REPEATED = 0.45, 0.2, 0.4, 0.35, 0.6, 0.6, 0.3, 0.4
_LONG, _UNKNOWN = 0.3, 0.2
_ACRONYM = 4
_JOINED, _COMMON, _GIVEN, _SURNAME, _PERSON, _OPENS = 0.45, 0.35, 0.25, 0.1, 0.5, 0.1
_STEM = 4  # letters of a name that no case changes
_DIVISIONS = frozenset({"region", "county"})
_CAPITAL = frozenset({"title", "upper", "mixed"})


def weigh(
    page: Page, candidates: Sequence[Candidate], second: Callable[[int, int], float] | None = None
) -> list[Candidate]:
    """The candidates that are places, with their weights set; `second` adds to that of tokens (first, last)."""
    scale = _Scale(page, candidates)
    for candidate in candidates:
        scale.weigh(candidate)
    scale.compare()
    if second is not None:
        for candidate in candidates:
            more = second(candidate.first, candidate.last)
            candidate.weight += more
            candidate.vetoed = candidate.vetoed and candidate.weight < LEAST
    return [candidate for candidate in candidates if not candidate.vetoed and candidate.weight >= LEAST]


class _Scale:
    def __init__(self, page: Page, candidates: Sequence[Candidate]) -> None:
        # The lists of names live with the finder of names, which in turn asks for places: loaded when first needed.
        from sholu.reading.names.lexicon import Mark, lexicon

        self._mark = Mark
        self._lexicon = lexicon(page.language.tag)
        self._page = page
        self._tokens: Sequence[Token] = page.tokens
        self._words: PlaceWords = place_words(page.language.tag)
        self._candidates = candidates
        self._starts = {candidate.first: candidate for candidate in candidates}
        self._ends = {candidate.last: candidate for candidate in candidates}
        self._opening = {sentence.first for sentence in page.sentences}
        self._people: defaultdict[tuple[str, str], int] = defaultdict(int)

    def weigh(self, candidate: Candidate) -> None:
        """Set the weight from the candidate's own name and its neighbours."""
        weight = self._own(candidate)
        if candidate.kind == "border":
            candidate.weight = weight
            return
        weight += self._left(candidate)
        if not candidate.vetoed:
            weight += self._right(candidate)
        candidate.weight = weight

    def compare(self) -> None:
        """Weigh each name again by what the rest of the page says: repeated, enumerated, or a person elsewhere."""
        best: dict[str, float] = {}
        for candidate in self._candidates:
            if not candidate.vetoed:
                best[candidate.key] = max(best.get(candidate.key, 0.0), candidate.weight)
        for candidate in self._candidates:
            if candidate.vetoed:
                continue
            own = candidate.weight
            somebody = self._people[self._as_written(candidate)] > 0
            if somebody:
                candidate.weight -= _PERSON * (0.4 if _containing(candidate) else 1.0)
            if best[candidate.key] >= LEAST + 0.2 > own and (not somebody or _containing(candidate)):
                candidate.weight += _REPEATED
            candidate.weight += _LISTED * self._enumerated(candidate)

    def _as_written(self, candidate: Candidate) -> tuple[str, str]:
        """A place and how the name begins that is used of it: "Nursultan", somebody, is no reason to doubt "Astana"."""
        return candidate.key, self._tokens[candidate.first].lower[:_STEM]

    def _own(self, candidate: Candidate) -> float:
        if candidate.place is not None:
            return _OWN.get(candidate.place.kind, 0.7)
        if candidate.kind == "place":
            return _UNKNOWN - self._doubt(candidate, country=False) - self._ordinary(candidate)
        if not candidate.records:
            return _OWN.get(candidate.kind, _BUILT)
        if candidate.kind:
            return _OWN.get(candidate.kind, _BUILT) + _LONG
        lesser = 0.15 if self._words.tag == "en" else 0.0  # all names in Cyrillic are lesser ones in the index
        weight = max(
            _worth(record.kind, record.population) - lesser * record.lesser for record in candidate.records[:3]
        )
        weight += self._case(candidate)
        country = any(record.kind in {"country", "area", "region"} for record in candidate.records)
        if candidate.last > candidate.first or "-" in self._tokens[candidate.first].text:
            return weight + (0.0 if candidate.key.startswith("saint ") else _LONG)
        return weight - self._doubt(candidate, country)

    def _ordinary(self, candidate: Candidate) -> float:
        """Whether the lists know the word as anything at all: then it is no unknown village."""
        known = self._mark.HEAD | self._mark.CALENDAR | self._mark.OPENER | self._mark.TITLE | self._mark.FACILITY_HEAD
        known |= self._mark.LEGAL_HEAD
        known |= self._mark.OUTLET_HEAD | self._mark.MODIFIER | self._mark.PEOPLES | self._mark.GROUP
        return 1.0 if self._lexicon.capital(self._tokens[candidate.first].lower).marks & known else 0.0

    def _doubt(self, candidate: Candidate, country: bool) -> float:
        """What else the one word could be: an ordinary word, a given name, a surname."""
        token = self._tokens[candidate.first]
        marks = self._lexicon.capital(token.lower).marks
        doubt = 0.0
        if marks & self._mark.COMMON and not country:
            doubt += _COMMON
        if marks & self._mark.GIVEN:
            doubt += _GIVEN * (0.4 if country else 1.0)
        if marks & (self._mark.SURNAME | self._mark.ENDING) and not country:
            doubt += _SURNAME
        if token.i in self._opening:
            doubt += _OPENS
            if self._words.cases and marks & self._mark.COMMON:
                doubt += _INSIDE  # the case of an ordinary word says nothing of places
        if token.shape == "upper" and len(token.text) <= _ACRONYM and not country and not self._shouted(token.i):
            doubt += _COMMON
        if self._words.tag == "ru":
            doubt += _by_dictionary(token.lower)
        return doubt

    def _case(self, candidate: Candidate) -> float:
        """What a case of place is worth where cases do the work of prepositions."""
        if not self._words.cases:
            return 0.0
        return (
            _INSIDE if features(self._words.tag, self._tokens[candidate.last].text).case in self._words.cases else 0.0
        )

    def _shouted(self, index: int) -> bool:
        """Whether a longer word beside is in capitals too."""
        beside = self._tokens[max(0, index - 1) : index + 2]
        return any(token.shape == "upper" and len(token.text) > _ACRONYM for token in beside if token.i != index)

    def _left(self, candidate: Candidate) -> float:
        tokens, words = self._tokens, self._words
        first = candidate.first
        if first == 0 or first in self._opening:
            return _DATELINE if self._dateline(candidate) else 0.0
        index = first - 1
        if tokens[index].text == "." and index > 0 and tokens[index - 1].end == tokens[index].start:
            index -= 1  # "Gov. Houston"
        previous = tokens[index]
        describes = previous.text[0].islower() and "-" in previous.text  # "post-Soviet Ruritania"
        divided = candidate.kind in _DIVISIONS and bool(words.adjective_endings) and index in self._opening
        if previous.shape in _CAPITAL and not describes and not divided and tokens[first].start - previous.end <= 2:
            known = self._ends.get(index)
            if known is None or known.vetoed:
                return self._after_capital(candidate, previous)
        worth = 0.0
        for start in range(max(0, first - 3), first):
            match = words.before.at(tokens, start, first)
            if match is not None and match.last == first - 1:
                worth = _BEFORE
        while index > 0 and tokens[index].lower in words.between:
            index -= 1
        lower = tokens[index].lower
        if lower in words.inside:
            return max(worth, _INSIDE)
        if lower in words.towards:
            return max(worth, _TOWARDS)
        return worth

    def _after_capital(self, candidate: Candidate, previous: Token) -> float:
        lower = previous.lower
        if lower in self._words.inside or lower in self._words.towards:
            return _INSIDE if lower in self._words.inside else _TOWARDS
        if lower in self._words.between:
            return _BEFORE
        marks = self._lexicon.capital(lower).marks
        if marks & (self._mark.CALENDAR | self._mark.OPENER):
            return 0.0
        person = self._mark.TITLE | self._mark.GIVEN | self._mark.PARTICLE
        initial = previous.text.endswith(".") and len(previous.text) <= 4
        known = bool(candidate.records) or candidate.place is not None
        strong = candidate.kind in {"county", "street"} or (candidate.last > candidate.first and known)
        if marks & person and _containing(candidate):
            self._people[self._as_written(candidate)] += bool(marks & self._mark.GIVEN)
            return -_JOINED if self._words.tag == "en" or marks & self._mark.GIVEN else 0.0
        if marks & self._mark.TITLE and candidate.place is not None and self._words.tag != "en":
            return -0.1
        if (marks & person or initial) and not strong:
            candidate.vetoed = True
            self._people[self._as_written(candidate)] += 1
            return -1.0
        return -0.1 if strong or previous.i in self._opening else -_JOINED

    def _right(self, candidate: Candidate) -> float:
        tokens, words = self._tokens, self._words
        index = candidate.last + 1
        if index >= len(tokens):
            return 0.0
        following = tokens[index]
        if following.lower in words.after:
            return _AFTER
        if following.lower in words.not_before:
            return -1.0
        if following.shape == "possessive":
            owned = tokens[index + 1].lower if index + 1 < len(tokens) else ""
            rules = candidate.place is not None or _containing(candidate)
            return -_INSIDE if owned in words.personal and not rules else 0.05
        if following.text == "," and index + 1 < len(tokens):
            return _CONTAINED if self._contains(index + 1) else 0.0
        if following.text == "(" and index + 1 < len(tokens):
            return _CONTAINED if self._contains(index + 1) else 0.0
        if following.shape in _CAPITAL and following.start - tokens[candidate.last].end <= 1:
            return self._before_capital(candidate, following)
        return 0.0

    def _contains(self, index: int) -> bool:
        other = self._starts.get(index)
        return other is not None and _containing(other)

    def _before_capital(self, candidate: Candidate, following: Token) -> float:
        if following.i in self._opening or following.lower in self._words.between:
            return 0.0
        marks = self._lexicon.capital(following.lower).marks
        if marks & (self._mark.CALENDAR | self._mark.OPENER):
            return 0.0
        if marks & (self._mark.HEAD | self._mark.FACILITY_HEAD | self._mark.TITLE | self._mark.MODIFIER):
            return 0.0
        other = self._starts.get(following.i)
        if other is not None and _containing(other):
            return _CONTAINED
        given = self._lexicon.capital(self._tokens[candidate.last].lower).marks & self._mark.GIVEN
        if candidate.kind or candidate.last > candidate.first or (_containing(candidate) and not given):
            return -0.1
        return -_JOINED

    def _dateline(self, candidate: Candidate) -> bool:
        """Whether the text or paragraph opens with the name and a mark: "ALMATY (Reuters) -", "Fargo, N.D. —"."""
        tokens = self._tokens
        loud = tokens[candidate.first].shape == "upper" and candidate.last + 1 < len(tokens)
        if loud and candidate.first == 0 and tokens[candidate.last + 1].text == ":":
            return True
        for index in range(candidate.last + 1, min(len(tokens), candidate.last + 9)):
            if tokens[index].text in _DASHES and tokens[index].start > tokens[index - 1].end:
                return tokens[candidate.last + 1].text in _BEHIND_DATELINE
            if tokens[index].text in ".!?" and index > candidate.last + 3:
                return False
        return False

    def _enumerated(self, candidate: Candidate) -> int:
        """On how many sides a place stands beside it, with a comma or an "and" between."""
        tokens, sides = self._tokens, 0
        for other, gap in (
            (self._ends.get(candidate.first - 2), candidate.first - 1),
            (self._starts.get(candidate.last + 2), candidate.last + 1),
        ):
            if other is not None and not other.vetoed and other.weight >= LEAST + 0.1:
                between = tokens[gap]
                sides += between.text == "," or between.lower in self._words.joining
        return sides


_DASHES = frozenset("-–—")
_BEHIND_DATELINE = _DASHES | {",", "(", "."}


def _containing(candidate: Candidate) -> bool:
    """Whether the candidate can be what holds a town: a country, a province, a county."""
    if candidate.place is not None:
        return candidate.place.kind in {"country", "region"}
    return any(record.kind in {"country", "region", "county"} for record in candidate.records[:2])


def _worth(kind: str, population: int) -> float:
    if kind != "city":
        return _OWN.get(kind, _NATURE)
    return next(worth for least, worth in _CITY if population >= least)


def _by_dictionary(lower: str) -> float:
    """What the Russian dictionary says of a word: a place (negative doubt), a name of a person, or neither."""
    known = [reading for reading in readings("ru", lower) if reading.known]
    kinds = {reading.kind for reading in known}
    if "place" in kinds:
        return -0.35
    if kinds & {"given", "surname", "patronymic"}:
        return 0.4
    return 0.35 if known else 0.0
