"""Figures compared with an earlier one: "71 per cent, up from 64 in 2016", «412 тысяч тенге против 355 тысяч»."""

from collections.abc import Sequence
from typing import NamedTuple

from sholu.model.changing import replace
from sholu.model.reading import Change, Quantity, TimeExpression
from sholu.model.span import Span
from sholu.reading.chunks import chunks_of
from sholu.reading.chunks import kinds as k
from sholu.reading.number_words import plain
from sholu.reading.page import Page
from sholu.reading.quantities.figure import Figure, Value
from sholu.reading.quantities.figures import FigureReader
from sholu.reading.quantities.filters import Filter
from sholu.text.sentences import Sentence
from sholu.text.tokens import Token

EARLIER = "is compared with"
"""The rule that tells when such figures held."""
_NOMINAL = frozenset({k.NOUN, k.ADJECTIVE})
_PHRASE = _NOMINAL | {k.DETERMINER, k.POSSESSIVE, k.ADVERB}
_SHARES = frozenset({"%", "pp"})
_DASHES = frozenset("—–-")
_TIME = 4  # tokens from the earlier figure to its time
_CLOSING = 4  # tokens of what closes a clause between a figure and brackets
_BETWEEN = 3  # tokens between two figures of a change, times aside
_VERB = 9  # tokens from a verb of change to the figure that it starts from
_THOUSAND = 1000
_LIKE = 30  # times as much as one of two like figures the other is at most
_NAMED = 6  # tokens of a name for the earlier figure
_BRACKET = 14  # tokens inside brackets that tell an earlier figure
_APPOSED = 12  # tokens of a sum told in other terms
_DUST = 6  # decimals of a difference


class Earlier(NamedTuple):
    """The earlier figure that another one is compared with, the change since, and the words that say all this."""

    figure: Figure
    change: Change
    span: Span


class Comparison:
    """Finds the earlier figures on one page."""

    def __init__(self, page: Page, reader: FigureReader, numbers: Filter, times: Sequence[TimeExpression]) -> None:
        self.page, self.tokens, self.reader, self.numbers = page, page.tokens, reader, numbers
        self.chunks = chunks_of(page)
        self.times = {time.span.start: time for time in times if time.kind == "date" and time.value}

    def after(self, figure: Figure, at: int, sentence: Sentence) -> Earlier | None:
        """The earlier figure that words of comparison at token `at` introduce, of the same unit or of none."""
        bracket = self._bracket(figure, at, sentence)
        if bracket is not None:
            return self._in_brackets(figure, *bracket, sentence)
        at = self._over_time(self._over_noun(figure, at, sentence), sentence)
        at = self._over_apposed(at, sentence)
        if at < sentence.stop and self.tokens[at].text == ",":
            at += 1
        following = self._against(figure, at, sentence)
        if following is None or figure.value is None or self._is_ballot(figure, at):
            return None
        owner, following = self._owned(following, sentence)
        found = self._read(following, sentence)
        if len(found) != 1 or found[0].value is None or self.numbers.is_outside(found[0], sentence.first):
            return None
        other = self._alike(self._without_time(found[0], figure), figure)
        if other.unit not in (None, figure.unit, (figure.unit or "").partition("/")[0]) or self._is_change_to(
            other, sentence
        ):
            return None
        time = owner or self._time(other, sentence) or self._time_behind(other, sentence)
        end = max(time.span.end if time else 0, self.tokens[other.last].end)
        span = Span(self.tokens[at].start, end)
        return Earlier(
            replace(other, unit=figure.unit),
            Change(time.value if time else None, difference=_difference(figure.value, other.value or 0)),
            span,
        )

    def _owned(self, at: int, sentence: Sentence) -> tuple[TimeExpression | None, int]:
        """ "up from last year's 62.7 million": the time that owns the earlier figure, and the token behind it."""
        time = self.times.get(self.tokens[at].start) if at < sentence.stop else None
        behind = self.page.token_range(time.span)[1] if time else at
        if time is None or behind >= sentence.stop or self.tokens[behind].shape != "possessive":
            return None, at
        return time, behind + 1

    def _against(self, figure: Figure, at: int, sentence: Sentence) -> int | None:
        """The token behind words of comparison; "from" is one behind a level: «замедлилась до 3,8 % с 4 % в мае»."""
        words = self.reader.words
        match = words.changes.against.at(self.tokens, at, sentence.stop) if at < sentence.stop else None
        if match is not None:
            voted = match.last + 1 < sentence.stop and self.tokens[match.last + 1].text in _DASHES  # «против — 21»
            return None if voted else match.last + 1
        level = figure.outer > sentence.first and self.tokens[figure.outer - 1].lower in words.changes.to
        return at + 1 if level and at < sentence.stop and self.tokens[at].lower in words.sets["from"] else None

    def before(self, figure: Figure, earlier: Quantity | None, sentence: Sentence) -> Change | None:
        """ "fell from 5.2% in May to 4.9%", «29 пайыздан 43 пайызға өсті»: the change since the figure right before."""
        if earlier is None or earlier.value is None or figure.value is None or earlier.unit != (figure.unit or "count"):
            return None
        first, stop = self.page.token_range(earlier.evidence)
        gap = range(stop, figure.outer)
        times = [self.times[self.tokens[j].start] for j in gap if self.tokens[j].start in self.times]
        dated = {j for time in times for j in range(*self.page.token_range(time.span))}
        between = [self.tokens[j] for j in gap if j not in dated]
        if len(between) > _BETWEEN or not self._are_pair(first, stop, between, figure, sentence):
            return None
        difference = _difference(figure.value, earlier.value)
        if self.reader.words.changes.from_endings:
            return Change(self._time_of_first(earlier, first, dated=bool(times)), difference=difference)
        return Change(times[0].value if times else None, difference=difference)

    def _time_of_first(self, earlier: Quantity, first: int, *, dated: bool) -> str | None:
        """Kazakh: when the first of two figures held: the second is `dated` too, or the time is an adjective of it.

        «шілдеде 40 еуродан тамызда 110 еуроға», «былтырғы 29 пайыздан 43 пайызға».
        """
        if dated:
            return earlier.period
        owns = first > 0 and self.tokens[first - 1].lower.endswith(self.reader.words.changes.dated_endings)
        time = next((one for one in self.times.values() if self.page.token_range(one.span)[1] == first), None)
        return time.value if owns and time is not None else None

    def _are_pair(self, first: int, stop: int, between: Sequence[Token], figure: Figure, sentence: Sentence) -> bool:
        """Whether the words around two figures say that one thing went from one to the other."""
        words = self.reader.words
        if self.page.language.tag == "kk":
            ends = self.tokens[stop - 1].lower.endswith(words.changes.from_endings)
            after = range(figure.next, min(figure.next + _CLOSING, sentence.stop))
            return ends and not between and any(words.changes.direction(self.tokens, j) for j in after)
        joint = bool(between) and between[-1].lower in words.changes.to
        if joint and first > sentence.first and self.tokens[first - 1].lower in words.sets["changed_from"]:
            return True
        begins = first > sentence.first and self.tokens[first - 1].lower in words.sets["from"]
        near = range(max(sentence.first, first - _VERB), first)
        return joint and begins and any(words.changes.direction(self.tokens, j) for j in near)

    def _over_apposed(self, at: int, sentence: Sentence) -> int:
        """The comma behind the same sum told in other terms: "$5 million, or 40 cents a share, up from"."""
        if at + 2 >= sentence.stop or self.tokens[at].text != ",":
            return at
        if self.tokens[at + 1].lower not in self.reader.words.sets["or"]:
            return at
        near = range(at + 2, min(sentence.stop, at + _APPOSED))
        comma = next((j for j in near if self.tokens[j].text == ","), None)
        if comma is None or not any(self.reader.may_start(self.tokens[j]) for j in range(at + 2, min(at + 4, comma))):
            return at
        return comma

    def _over_noun(self, figure: Figure, at: int, sentence: Sentence) -> int:
        """The token behind the noun that a figure stands before: "grew at a 3.5% annual pace last quarter, up from"."""
        terms = self.reader.words.changes.terms.at(self.tokens, at, sentence.stop) if at < sentence.stop else None
        if terms is not None:
            return terms.last + 1  # «до 8,3% в годовом выражении с 8,9%»
        if at != figure.next or figure.unit not in _SHARES:
            return at
        while at < sentence.stop and at - figure.next < _BETWEEN and self.tokens[at].start not in self.times:
            if self.chunks.kind(at) not in _NOMINAL:
                break
            at += 1
        return at

    def _over_time(self, at: int, sentence: Sentence) -> int:
        """The token behind the time of the later figure: "rose to 5 percent in May from 4 in April"."""
        for begin in range(at, min(at + 2, sentence.stop)):
            time = self.times.get(self.tokens[begin].start)
            if time is not None:
                return self.page.token_range(time.span)[1]
            if not self.tokens[begin].is_word:
                break
        return at

    def _bracket(self, figure: Figure, at: int, sentence: Sentence) -> tuple[int, int] | None:
        """The first and last token inside brackets right after a figure, or after the verb that closes its clause."""
        for opening in range(figure.next, min(max(at, figure.next) + _CLOSING, sentence.stop)):
            if self.tokens[opening].text == "(":
                within = range(opening + 1, min(opening + _BRACKET, sentence.stop))
                closing = next((j for j in within if self.tokens[j].text == ")"), None)
                return None if closing is None else (opening + 1, closing - 1)
            if self.tokens[opening].text in ",;:.!?—–" or (opening > at and self.tokens[opening].shape == "number"):
                return None
        return None

    def _in_brackets(self, figure: Figure, first: int, last: int, sentence: Sentence) -> Earlier | None:
        """«5,3 % (в августе — 6 %)», "12.2% (11.8% in July)": the same at another time."""
        time = next(
            (self.times[token.start] for token in self.tokens[first : last + 1] if token.start in self.times), None
        )
        if time is None or figure.value is None or self.reader.words.changes.within.at(self.tokens, first) is not None:
            return None
        dated = range(*self.page.token_range(time.span))
        places = (j for j in range(first, last + 1) if j not in dated and self.reader.may_start(self.tokens[j]))
        at = next(places, None)
        found = [] if at is None else self.reader.read(at, sentence.first, sentence.stop)
        if len(found) != 1 or found[0].value is None or found[0].next > last + 1:
            return None
        other = self._alike(self._without_time(found[0], figure), figure)
        if other.unit not in (None, figure.unit, (figure.unit or "").partition("/")[0]):
            return None
        rest = (j for j in range(other.next, last + 1) if j not in dated and self.reader.may_start(self.tokens[j]))
        if next(rest, None) is not None or (other.unit is None and self._counts(other.next, last, dated)):
            return None
        change = Change(time.value, difference=_difference(figure.value, other.value or 0))
        return Earlier(replace(other, unit=figure.unit), change, self.page.span(first, last))

    def _counts(self, at: int, last: int, dated: range) -> bool:
        """Whether a number without a unit has something after it inside its brackets that it may count."""
        return at <= last and at not in dated and self.tokens[at].is_word

    def _read(self, at: int, sentence: Sentence) -> list[Figure]:
        """The figures at token `at`, or behind one word, sign or name: "from some 40", "from an estimate of 40"."""
        near = (j for j in range(at, min(at + 2, sentence.stop)) if self.reader.may_start(self.tokens[j]))
        first = next(near, None)
        found = [] if first is None else self.reader.read(first, sentence.first, sentence.stop)
        if found:
            return found
        of = (j for j in range(at, min(at + _NAMED, sentence.stop - 1)) if self._is_of_number(j, at))
        behind = next(of, None)
        return [] if behind is None else self.reader.read(behind + 1, sentence.first, sentence.stop)

    def _is_of_number(self, at: int, first: int) -> bool:
        """Whether a number follows an "of" behind a noun phrase that begins with token `first`."""
        if self.tokens[at].lower not in self.reader.words.numbers.of or at == first:
            return False
        if self.reader.words.changes.figure.at(self.tokens, at - 1) is None:
            return False  # "a loss of 4 million, compared with a profit of 9"
        named = all(self.chunks.kind(j) in _PHRASE for j in range(first, at))
        return named and self.reader.may_start(self.tokens[at + 1])

    def _is_ballot(self, figure: Figure, at: int) -> bool:
        ballots = tuple(self.reader.words.sets["ballots"])
        return bool(ballots) and any(token.lower.startswith(ballots) for token in self.tokens[figure.stop : at])

    def _without_time(self, other: Figure, figure: Figure) -> Figure:
        """«против 355 тысяч год назад»: the year is when, no unit."""
        durations = self.reader.words.durations
        if other.unit not in durations or figure.unit in durations:
            return other
        return replace(other, unit=None, last=other.stop - 1)

    def _time_behind(self, other: Figure, sentence: Sentence) -> TimeExpression | None:
        """The time of an earlier figure behind the same in other terms: "from $4 million, or 30 cents, last year"."""
        comma = self._over_apposed(other.next, sentence)
        at = comma + 1
        return self.times.get(self.tokens[at].start) if comma > other.next and at < sentence.stop else None

    def _alike(self, other: Figure, figure: Figure) -> Figure:
        """ "5.2 million tons against 4.8 in 2023": the earlier figure with the scale that both share."""
        if figure.read is None or other.read is None or other.unit is not None or not figure.value or not other.value:
            return other
        if other.read.scale > 1 or figure.read.scale == 1 or other.value * _LIKE > figure.value:
            return other
        numbers = sum(token.shape == "number" for token in self.tokens[figure.number : figure.stop])
        scale = _THOUSAND if numbers > 1 else figure.read.scale  # «3 млн 548 тыс.»
        value = _scaled(other.value, scale)
        like = figure.value / _LIKE < value < figure.value * _LIKE
        return replace(other, value=value) if like else other

    def _is_change_to(self, other: Figure, sentence: Sentence) -> bool:
        """ "from 40 to 32": the second figure, not the one before, is what the first one changed to."""
        after = other.next
        return after < sentence.stop and self.tokens[after].lower in self.reader.words.sets["from_to"]

    def _time(self, other: Figure, sentence: Sentence) -> TimeExpression | None:
        for j in range(other.next, min(other.next + _TIME, sentence.stop)):
            if not (self.tokens[j].is_word or self.tokens[j].shape == "number"):
                return None
            if self.tokens[j].start in self.times:
                return self.times[self.tokens[j].start]
        return None


def _scaled(value: float, scale: int) -> Value:
    return plain(round(value * scale, 2))


def _difference(later: float, earlier: float) -> Value:
    """By how much a figure is more than an earlier one, whole where it is."""
    return plain(round(later - earlier, _DUST))
