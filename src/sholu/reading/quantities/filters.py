"""Which figures say something about the world, and which are years, numbers of things, scores or parts of names."""

import itertools
from bisect import bisect_left
from collections.abc import Sequence

from sholu.model.reading import TimeExpression
from sholu.model.span import Span
from sholu.reading.entities import EntityIndex
from sholu.reading.languages.kazakh_data import kazakh_small_words
from sholu.reading.page import Page
from sholu.reading.quantities.figure import Figure
from sholu.reading.quantities.lexicon import STRETCH, UnitWords

_TIGHT_BEFORE = frozenset(":/.,№#@_")
_COUNTED = 2  # words that may make up what is counted: "85 parliamentary seats"
_PART_OF_TIME = 3  # tokens from a fraction to the unit of time that it is of
_AROUND_AGES = frozenset({(",", ","), ("(", ")"), (",", "."), (",", ";")})
_YOUNGEST, _OLDEST = 1, 115
_TIGHT_AFTER = frozenset(":/@_")
_EQUAL = frozenset("=≈")
_HOURS, _MINUTES = 24, 60
_EARLIEST, _LATEST = 1400, 2100  # what a year can be


class Filter:
    """Tells the figures of one page that are quantities."""

    def __init__(self, page: Page, words: UnitWords, times: Sequence[TimeExpression], entities: EntityIndex) -> None:
        self.page = page
        self.tokens = page.tokens
        self.words = words
        self.entities = entities
        self.times = sorted(times, key=lambda time: time.span)
        self._starts = [time.span.start for time in self.times]
        self._longest = max((time.span.end - time.span.start for time in self.times), default=0)

    def is_outside(self, figure: Figure, first: int) -> bool:
        """Whether the figure is no quantity by what it is or stands tight to: a date, an age, a part of a name."""
        return (
            self._is_year(figure)
            or self._is_time(figure)
            or self._is_clock(figure)
            or self.tokens[figure.last].lower in self.words.sets["ages"]
            or self._is_aged(figure)
            or self._is_age_of(figure)
            or self._is_vague(figure)
            or self._is_factor(figure)
            or self._is_base(figure)
            or self._is_glued(figure)
            or self._is_part_of_time(figure)
            or (figure.unit is None and (self._is_labelled(figure, first) or self._is_in_name(figure)))
        )

    def span(self, figure: Figure) -> Span:
        """The place of the figure's number."""
        return self.page.span(figure.number, figure.stop - 1)

    def _is_time(self, figure: Figure) -> bool:
        """Inside a date or time of day; a figure that counts years or days is kept, save in "the first nine months"."""
        span = self.span(figure)
        counts_time = figure.unit in self.words.durations
        first = bisect_left(self._starts, span.start - self._longest)
        for time in self.times[first : bisect_left(self._starts, span.end)]:
            if time.span.end <= span.start:
                continue
            kept = counts_time and self.words.dates_count and not STRETCH.fullmatch(time.value or "")
            if time.kind == "time" or (time.kind == "date" and not kept):
                return True
        return False

    def _is_aged(self, figure: Figure) -> bool:
        """«30-летнего приезжего», «девочка 12 лет»: how old somebody is, where what follows does not last."""
        before = figure.outer - 1
        if figure.unit == "year" and before >= 0 and self.words.aged_people.at(self.tokens, before) is not None:
            ends = figure.next >= len(self.tokens) or self.tokens[figure.next].shape in ("mark", "lower")
            return ends and not self._is_term(figure.next)
        if self.tokens[figure.last].lower not in self.words.sets["aged"]:
            return False
        near = range(figure.next, min(figure.next + _COUNTED, len(self.tokens)))
        return not any(self.words.lasting.at(self.tokens, at) for at in near)

    def _is_age_of(self, figure: Figure) -> bool:
        """ "Ann Lee, 75, was sworn in", "Ann Lee (75)": how old is the person whose name stands before."""
        at, following = figure.first - 1, figure.next
        if figure.unit is not None or figure.first < figure.number or at < 1 or following >= len(self.tokens):
            return False
        if (self.tokens[at].text, self.tokens[following].text) not in _AROUND_AGES:
            return False
        if figure.value is None or not _YOUNGEST <= figure.value <= _OLDEST:
            return False
        id = self.entities.at(self.tokens[at - 1].span)
        return id is not None and self.entities.get(id).kind == "person"

    def _is_term(self, at: int) -> bool:
        """Whether words that name a length of time follow: «получил подозреваемый 5 лет колонии»."""
        return at < len(self.tokens) and self.words.measures.phrases.at(self.tokens, at) is not None

    def _is_factor(self, figure: Figure) -> bool:
        """Kazakh: "екі есе", "үш айдан бері": how many times as much, or since when: no figure by itself."""
        at = figure.next
        if self.page.language.tag != "kk" or at >= len(self.tokens):
            return False
        lower = self.tokens[at].lower
        times = figure.unit in (None, "count") and lower in kazakh_small_words("times")
        return times or (figure.unit in self.words.durations and lower in kazakh_small_words("since"))

    def _is_vague(self, figure: Figure) -> bool:
        """ "several thousand people", «несколько десятков»: no number is told, only how big it is."""
        number, before = self.tokens[figure.number].lower, figure.number - 1
        if before < 0 or self.tokens[before].lower not in self.words.sets["vague"]:
            return False
        return number in self.words.numbers.scales or number in self.words.numbers.plurals

    def _is_base(self, figure: Figure) -> bool:
        """ "($1 = 478 tenge)": what a rate of exchange is told for."""
        at = figure.next
        one = figure.value == 1 and figure.unit in self.words.currencies
        return one and at < len(self.tokens) and self.tokens[at].text in _EQUAL

    def _is_clock(self, figure: Figure) -> bool:
        """«(5.00 мск)», «в 16.00»: hours and minutes with a point between."""
        hours, point, minutes = self.tokens[figure.number].text.partition(".")
        if not point or len(minutes) != 2 or len(hours) > 2 or figure.unit is not None:
            return False
        if figure.next > figure.stop and self.tokens[figure.stop].lower not in self.words.sets["clock_after"]:
            return False
        if not (hours.isdigit() and minutes.isdigit() and int(hours) < _HOURS and int(minutes) < _MINUTES):
            return False
        after = self.tokens[figure.stop].lower if figure.stop < len(self.tokens) else ""
        if after in self.words.sets["clock_after"]:
            return True
        before = self.tokens[figure.number - 1].lower if figure.number else ""
        return before in self.words.sets["clock_before"] and after not in self.words.changes.times

    def _is_year(self, figure: Figure) -> bool:
        """ "2005", "2005 год": four digits without a group mark where a year could stand."""
        if figure.unit == "year" and figure.low and figure.high and _EARLIEST <= figure.low <= figure.high <= _LATEST:
            return True  # "в 2012-2014 годах"
        value = figure.value
        text = self.tokens[figure.number].text
        if value is None or not (text.isdigit() and len(text) == 4 and _EARLIEST <= value <= _LATEST):
            return False
        if figure.unit == "year":
            return True
        if figure.unit is not None or figure.stop - figure.number > 1:
            return False
        if figure.bound is not None:
            return self._before(figure) in self.words.sets["year_before"] and figure.number - figure.outer == 1
        before = self._before(figure)
        return not self._counts_people(figure) or before in self.words.sets["year_before"] or not before.isalpha()

    def _counts_people(self, figure: Figure) -> bool:
        """Whether a word that is always a plural follows, or a Russian or Kazakh word in small letters."""
        if figure.next >= len(self.tokens):
            return False
        following = self.tokens[figure.next]
        return following.shape == "lower" and self.words.is_plural(following.lower)

    def _is_part_of_time(self, figure: Figure) -> bool:
        """ "half a year ago", "half of last year": a fraction of time is a time."""
        if figure.read is None or not figure.read.is_fraction or figure.unit != "%":
            return False
        for at in range(figure.next, min(figure.next + _PART_OF_TIME, len(self.tokens))):
            unit = self.words.units.at(self.tokens, at)
            if unit is not None and unit.value in self.words.durations:
                return True
            if not self.tokens[at].is_word:
                return False
        return False

    def _before(self, figure: Figure) -> str:
        return self.tokens[figure.outer - 1].lower if figure.outer > 0 else ""

    def _is_glued(self, figure: Figure) -> bool:
        """Tight against letters or marks: "9:35", "24/7", "737s", "5G", "№ 5", "1.2.3"."""
        tokens = self.tokens
        if figure.first > 0:
            before = tokens[figure.first - 1]
            tight = before.end == tokens[figure.first].start
            if tight and (before.text in _TIGHT_BEFORE or before.is_word or before.shape == "number"):
                return True
            if before.text in "№#" or (tight and before.text in "-–" and self._word_before(figure.first - 2)):
                return True
        if figure.next < len(tokens) and tokens[figure.last].shape == "number":
            after = tokens[figure.next]
            if after.start == tokens[figure.last].end:
                return (
                    after.text in _TIGHT_AFTER or after.is_word or after.shape == "possessive" or self._dashed(figure)
                )
        return False

    def _word_before(self, i: int) -> bool:
        return (
            i >= 0
            and (self.tokens[i].is_word or self.tokens[i].shape == "number")
            and (self.tokens[i].end == self.tokens[i + 1].start)
        )

    def _dashed(self, figure: Figure) -> bool:
        """ "4-1", "2-2", "555-01-02": digits tight on both sides of a dash that are no range."""
        dash = self.tokens[figure.next]
        if dash.text not in "-–" or figure.next + 1 >= len(self.tokens):
            return False
        following = self.tokens[figure.next + 1]
        ordinal = self.page.language.tag == "kk" and following.is_word  # "2-тармағының", "5-қабат"
        return following.start == dash.end and (following.shape == "number" or ordinal)

    def _is_labelled(self, figure: Figure, first: int) -> bool:
        """ "section 427", "статья 5", "Channel 31": the number of something."""
        if figure.first <= first or figure.bound is not None:
            return False
        before = self.tokens[figure.first - 1]
        if before.text == "." and figure.first - 2 >= first:
            before = self.tokens[figure.first - 2]
        if before.lower in self.words.sets["labels"]:
            return not self._counts_in_words(figure)
        if self._is_listed_label(figure, first):
            return True
        if (
            not before.is_capitalised
            or figure.first - 1 == first
            or self.words.bound_before(self.tokens, first, figure.first)
        ):
            return False
        if self.tokens[figure.number].shape != "number":
            return self.tokens[figure.number].is_capitalised
        following = self.tokens[figure.next] if figure.next < len(self.tokens) else None
        if following is None or following.shape != "lower":
            return True
        nouns = self.tokens[figure.next : figure.next + _COUNTED]
        small = [token.lower for token in itertools.takewhile(lambda token: token.shape == "lower", nouns)]
        return bool(self.words.plural_endings) and not any(self.words.is_plural(lower) for lower in small)

    def _is_listed_label(self, figure: Figure, first: int) -> bool:
        """«по статьям 165, 205 и 210»: a bare number in a list that a label opens."""
        at, joins = figure.first - 1, self.words.sets["between_and"]
        while at - 1 > first and (self.tokens[at].text == "," or self.tokens[at].lower in joins):
            if self.tokens[at - 1].shape != "number":
                return False
            at -= 2
        listed = at < figure.first - 1 and self.tokens[at].lower in self.words.sets["labels"]
        return listed and (figure.next >= len(self.tokens) or self.tokens[figure.next].shape != "lower")

    def _counts_in_words(self, figure: Figure) -> bool:
        """ "the customs house two scanners": a small number in words that has a noun in the plural is no label."""
        small = self.tokens[figure.number].shape == "lower"
        return small and bool(self.words.plural_endings) and self._counts_people(figure)

    def _is_in_name(self, figure: Figure) -> bool:
        span = self.span(figure)
        id = self.entities.at(span)
        if id is None:
            return False
        return any(
            mention.start <= span.start and mention.end >= span.end and mention.form == "name"
            for mention in self.entities.mentions(id)
        )
