"""What relative times lean on: the day of publication, the dates told so far, and the tense around a place."""

import re
from dataclasses import dataclass
from datetime import date

from sholu.model.edtf import Edtf
from sholu.reading.languages.morphology import readings
from sholu.reading.page import Page
from sholu.reading.times.calendar import Direction
from sholu.reading.times.closing import closing_tense
from sholu.reading.times.lexicon import Classes, Lexicon
from sholu.reading.times.units import Line

Months = tuple[tuple[int, int], tuple[int, int]]
"""A stretch of months: year and month of the first and of the last."""

_MONTH = re.compile(r"\d{4}-(?:0\d|1[0-2])")
_ASIDE = 5  # tokens between two commas
_GOVERNOR = 5  # tokens from an infinitive back to the word that it hangs on
_BEFORE, _AFTER = 10, 7  # tokens looked at on either side for a word of tense; chosen on newswire


@dataclass(slots=True)
class Story:
    """The dates that the text has established so far, each the latest of its kind; None until there is one.

    `quarter` is (year, number), `months` a stretch of months, a quarter or half among them; `months_at` the unit where
    it stood, so that it is forgotten after a while. `past` is the latest told that was not after publication,
    `day_at` and `month_at` are the units where a day and a bare month were told last.
    """

    day: date | None = None
    month: tuple[int, int] | None = None
    year: int | None = None
    quarter: tuple[int, int] | None = None
    months: Months | None = None
    months_at: int = 0
    past: date | None = None
    day_at: int = -1
    month_at: int = -1


class Context:
    """One page while its times are read, from the first to the last."""

    def __init__(self, page: Page, line: Line, words: Lexicon) -> None:
        self.page = page
        self.line = line
        self.words = words
        self.story = Story()
        self.place = 0
        self.stop = 0
        self.anchor, self.grain = _anchor(page.published)

    @property
    def today(self) -> date | None:
        """The day of publication, where it is known to the day."""
        return self.anchor if self.grain == "day" else None

    @property
    def this_month(self) -> tuple[int, int] | None:
        """Year and month of publication, where they are known."""
        return (self.anchor.year, self.anchor.month) if self.anchor and self.grain != "year" else None

    @property
    def this_year(self) -> int | None:
        """Year of publication, where it is known."""
        return self.anchor.year if self.anchor else None

    def settle(self, before: date | None, value: str | None) -> None:
        """Note where a day or month was told that the text has just established; `before` is the day till then."""
        day = self.story.day
        if day is not None and day is not before:
            self.story.day_at = self.place
            if self.today is None or day <= self.today:
                self.story.past = day
        if value is not None and _MONTH.fullmatch(value) is not None:
            self.story.month_at = self.place

    def in_sentence(self, place: int) -> bool:
        """Whether the unit at `place` stands in the sentence of the expression."""
        start = self.page.sentence_at(self.line.units[self.place].start).start
        return place >= 0 and self.line.units[place].start >= start

    def before(self, name: str) -> bool:
        """Whether the unit before the expression belongs to this class."""
        return self.place > 0 and name in self.line.units[self.place - 1].classes

    def after(self, name: str) -> bool:
        """Whether the unit after the expression belongs to this class."""
        return self.stop < len(self.line.units) and name in self.line.units[self.stop].classes

    def described(self) -> bool:
        """Whether an adjective stands right before the expression, by its ending."""
        start = self.page.token_at(self.line.units[self.place].start)
        return start > 0 and self.page.tokens[start - 1].lower.endswith(self.words.adjective_endings or ("\n",))

    def tense(self) -> Direction | None:
        """The tense of the nearest verb that shows one: before the expression in its sentence, then after it.

        In Kazakh, where the verb comes last, the one that closes the clause of the expression goes first.
        """
        page = self.page
        if page.language.tag == "kk" and (found := closing_tense(page, self.line.units[self.stop - 1].end)):
            return found
        if self._opens_clause():
            return self._tense_after() or self._tense_before()
        return self._tense_before() or self._tense_after()

    def _opens_clause(self) -> bool:
        """Whether the expression opens a clause behind a comma: ", and on Sunday they meet"."""
        page = self.page
        at = page.token_at(self.line.units[self.place].start) - 1
        first = page.sentence_at(self.line.units[self.place].start).first
        while at > first and "PREP" in self._classes(at):
            at -= 1
        return at > first and page.tokens[at].lower in self.words.joints and page.tokens[at - 1].text in ",;"

    def _classes(self, at: int) -> Classes:
        entry = self.words.forms.get(self.page.tokens[at].lower)
        return entry.classes if entry is not None else {}

    def _tense_before(self) -> Direction | None:
        page, words = self.page, self.words
        start = page.token_at(self.line.units[self.place].start)
        sentence = page.sentence_at(self.line.units[self.place].start)
        term = self.before("UNTIL") or self.before("BY")
        beside = True
        for i in range(start - 1, max(sentence.first, start - _BEFORE) - 1, -1):
            beside = beside and page.tokens[i].shape != "mark"
            if page.tokens[i].text in ";:":
                return None
            found = _tense_of(page.tokens[i].lower, words) or (self._conjugated(i) if beside else None)
            if found == "past" and i > sentence.first and page.tokens[i - 1].lower in words.infinitive:
                return "future"  # "is to be opened in May"
            if found is None and beside and self._is_aim(i, sentence.first):
                return "future"
            if found == "past" and term and not words.particles and page.tokens[i].lower.startswith(words.aims or "\n"):
                return "future"  # «обещал кнопки к сентябрю»
            if found:
                return found
        return None

    def _tense_after(self) -> Direction | None:
        page, words = self.page, self.words
        sentence = page.sentence_at(self.line.units[self.place].start)
        stop = page.token_at(self.line.units[self.stop - 1].end - 1) + 1
        beside = True
        for i in range(stop, min(sentence.stop, stop + _AFTER)):
            beside = beside and (page.tokens[i].shape != "mark" or self._is_aside(i, stop))
            found = _tense_of(page.tokens[i].lower, words) or (self._conjugated(i) if beside else None)
            if found is None and beside and self._is_aim(i, sentence.first):
                return "future"
            if found:
                return found
        return None

    def _is_aside(self, at: int, first: int) -> bool:
        """Whether a comma opens or closes a word or two behind `first`: "in autumn the district, perhaps, will"."""
        tokens = self.page.tokens
        around = (*tokens[max(first, at - _ASIDE) : at], *tokens[at + 1 : at + 1 + _ASIDE])
        return tokens[at].text == "," and any(token.text == "," for token in around)

    def _is_aim(self, i: int, first: int) -> bool:
        """ "is to send a mediator on Tuesday", «пообещал закрыть к лету»: an infinitive of what is aimed at."""
        token, words = self.page.tokens[i], self.words
        if not token.is_word or token.is_capitalised or i <= first or not words.aims:
            return False
        to = self.page.tokens[i - 1].lower in words.particles
        if words.particles and not to:
            return False
        if not words.particles and readings("ru", token.lower)[0].part != "infinitive":
            return False
        near = self.page.tokens[max(first, i - to - (1 if to else _GOVERNOR)) : i - to]
        return any(word.lower.startswith(words.aims) if not to else word.lower in words.aims for word in near)

    def _conjugated(self, i: int) -> Direction | None:
        """Russian: the future of a verb that the dictionary knows, «подаст», «закроет»."""
        token = self.page.tokens[i]
        if self.page.language.tag != "ru" or not token.is_word:
            return None
        form = readings("ru", token.lower)[0]
        return "future" if form.part == "verb" and form.tense == "future" and form.known else None


def published_day(page: Page) -> date | None:
    """The day of publication, where it is known to the day."""
    anchor, grain = _anchor(page.published)
    return anchor if grain == "day" else None


def _tense_of(lower: str, words: Lexicon) -> Direction | None:
    if lower in words.future or (words.future_endings and lower.endswith(words.future_endings) and len(lower) > 4):
        return "future"
    if "-" in lower and lower not in words.past:
        return None  # "the state-owned company"
    if lower in words.past or (words.past_endings and lower.endswith(words.past_endings) and len(lower) > 4):
        return "past"
    return None


def _anchor(published: str | None) -> tuple[date | None, str]:
    """The first day of the date of publication, and how fine it is: "day", "month" or "year"."""
    if not published:
        return None, ""
    try:
        value = Edtf.parse(published)
    except ValueError:
        return None, ""
    if value.is_interval or value.start is None:
        return None, ""
    grain = {"time": "day", "day": "day", "month": "month", "year": "year"}.get(value.precision, "")
    return (value.start.first, grain) if grain else (None, "")
