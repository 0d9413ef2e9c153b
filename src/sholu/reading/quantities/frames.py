"""When a figure holds, and how it compares with another period's."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from sholu.model.reading import Change, TimeExpression
from sholu.model.span import Span
from sholu.reading.chunks import chunks_of
from sholu.reading.chunks import kinds as k
from sholu.reading.number_words import plain
from sholu.reading.page import Page
from sholu.reading.quantities.figure import Figure, Value
from sholu.reading.quantities.lexicon import STRETCH, UnitWords
from sholu.text.sentences import Sentence

_YEAR = re.compile(r"\d{4}")
_MONTHS = re.compile(r"\d{4}-\d\d(?:/\d{4}-\d\d)?")
"""The value of a month, a season or a stretch of months."""
_BRACKETS = {"(": ")", "[": "]"}
_AFTER_HEADING = frozenset(".:")
_SHARES = frozenset({"%", "pp"})
_NEAR = 160  # characters between a figure and the time it is dated by
_CHANGE = 12  # tokens in which a comparison may follow a figure
_COMPARING = 6  # tokens of words of comparison
_PASSED = 12  # tokens from a date that is compared with to a figure that it does not date
_CLAUSES = frozenset({k.SUBORDINATOR, k.RELATIVE})
_BREAK = 4  # tokens from a comma to how many times as much something is
_SINCE = 6  # tokens from "since" to its date
_CHANGE_BEFORE = 2  # "doubled to $5 million"


class Frames:
    """Periods and changes of the figures of one page."""

    def __init__(self, page: Page, words: UnitWords, times: Sequence[TimeExpression]) -> None:
        self.page = page
        self.tokens = page.tokens
        self.words = words
        self.chunks = chunks_of(page)
        self.times = sorted((time for time in times if time.kind == "date" and time.value), key=lambda time: time.span)
        self._starts = [time.span.start for time in self.times]

    def change(
        self, figure: Figure, sentence: Sentence, after: int, factor: Value | None = None, growth: str | None = None
    ) -> tuple[Change, Span] | None:
        """ "$5 million, double last year's figure": factor and period compared with, and the words that say so.

        `factor` is given where the figure itself is the factor ("grew 3 times compared with 2005"), `growth` where
        the figure says by how much something grew or fell: "up 12 percent from 2005" is a factor of 1.12. `after` is
        the first token after what it counts.
        """
        at = figure.next
        sign = self._sign(figure, sentence, growth) if factor is None and figure.value is not None else 0
        if sign and figure.value is not None:
            by = plain(sign * abs(figure.value))
            change = Change(difference=by) if figure.unit == "pp" else Change(factor=round(1 + by / 100, 6))
            return self._compared(change, sentence, figure)
        difference = self._difference(figure, sentence, after) if factor is None else None
        if difference is not None:
            return difference
        if factor is None:
            found = self._factor(figure, sentence)
            if found is None:
                return None
            at, factor = found
        span = Span(self.tokens[at].start, min(sentence.end, self.tokens[at].start + _NEAR))
        times = [time for time in self.times if span.covers(time.span)]
        than = next((time for time in self._times_in(sentence) if self._ends_with(time, at)), None)
        if than is not None and not times:
            return Change(than.value, factor=factor), than.span
        return Change(times[0].value if times else None, factor=factor), span

    def _ends_with(self, time: TimeExpression, at: int) -> bool:
        """«былтырғыдан екі есе көп»: a time that ends right before a token, in the case of what is compared with."""
        end = self.page.token_range(time.span)[1]
        from_endings = self.words.changes.from_endings
        return end == at and bool(from_endings) and self.tokens[end - 1].lower.endswith(from_endings)

    def _is_than(self, end: int, figure: Figure, sentence: Sentence) -> bool:
        """«былтырғы ақпаннан 9 пайызға аз»: a time in the ablative right before by how much something is more."""
        if end != figure.outer or figure.next >= sentence.stop:
            return False
        than = self.tokens[end - 1].lower.endswith(self.words.changes.from_endings or ("\n",))
        return than and self.words.changes.beside.at(self.tokens, figure.next, sentence.stop) is not None

    def _difference(self, figure: Figure, sentence: Sentence, after: int) -> tuple[Change, Span] | None:
        """ "$18 million less than in 2008", «на 30 случаев больше, чем в 2022-м»: by how many more or less."""
        if figure.unit in _SHARES or figure.value is None or after >= sentence.stop:
            return None
        beside = (self.words.changes.beside.at(self.tokens, at, sentence.stop) for at in (figure.next, after))
        found = next((match for match in beside if match is not None), None)
        if found is None:
            return None
        change, span = self._compared(Change(difference=plain(found.value * figure.value)), sentence, figure)
        return (change, span) if change.to is not None else None

    def _sign(self, figure: Figure, sentence: Sentence, growth: str | None) -> int:
        """Whether a share tells by how much something is more (1, "up 12 %") or less (-1, "12 % fewer than"); or 0."""
        if figure.unit not in _SHARES:
            return 0
        if growth is not None:
            return 1 if growth == self.words.changes.up_measure else -1
        if figure.next >= sentence.stop:
            return 0
        found = self.words.changes.beside.at(self.tokens, figure.next, sentence.stop)
        return found.value if found is not None else 0

    def _compared(self, change: Change, sentence: Sentence, figure: Figure) -> tuple[Change, Span]:
        """The change with the date that stands beside words of comparison."""
        changes = self.words.changes
        told: TimeExpression | None = None
        for time in self._times_in(sentence):
            if not sentence.span.covers(time.span):
                continue
            begin, end = self.page.token_range(time.span)
            lowest = max(sentence.first, begin - _COMPARING)
            before = (changes.compared.at(self.tokens, at, begin) for at in range(lowest, begin))
            after = changes.compared_after.at(self.tokens, end, sentence.stop) if end < sentence.stop else None
            own = self.page.span(figure.first, figure.last)
            if begin > figure.last and (
                self._is_behind_break(own, time.span) or self._is_of_another(figure, time.span, sentence)
            ):
                continue
            opened = begin > sentence.first and self.tokens[begin - 1].lower in self.words.sets["from"]
            if end <= figure.first and opened and "/" in (time.value or ""):
                continue  # "exports from January to June made 5 million, 6% more than": their own stretch
            ends = end <= figure.first and (self._ends_comparison(end - 1) or self._is_than(end, figure, sentence))
            if ends or after is not None or any(match is not None and match.last == begin - 1 for match in before):
                if told is None or (begin > figure.last and not self._has_number(figure.next, begin)):
                    told = time  # what stands behind the figure goes before what stands before it
                if begin > figure.last:
                    break
        if told is not None:
            return replace(change, to=told.value), told.span
        year = self._last_year(figure, sentence)
        if year is not None:
            return replace(change, to=year), self.page.span(figure.first, figure.last)
        return change, self.page.span(figure.first, figure.last)

    def _has_number(self, first: int, stop: int) -> bool:
        return any(self.tokens[at].shape == "number" for at in range(first, stop))

    def _last_year(self, figure: Figure, sentence: Sentence) -> str | None:
        """«на 300 тысяч тонн больше прошлогоднего»: the year before that of publication."""
        near = range(figure.next, min(sentence.stop, figure.next + _COMPARING))
        told = any(self.words.changes.last_year.at(self.tokens, at) is not None for at in near)
        year = (self.page.published or "")[:4]
        return str(int(year) - 1) if told and year.isdigit() else None

    def _is_of_another(self, figure: Figure, compared: Span, sentence: Sentence) -> bool:
        """ "up 2 percent, in May against last May by 4": a comparison behind the date of another figure."""
        end = self.tokens[figure.last].end
        between = [
            time for time in self._times_in(sentence) if end <= time.span.start and time.span.end < compared.start
        ]
        return any("," in self.page.text[end : time.span.start] for time in between)

    def _factor(self, figure: Figure, sentence: Sentence) -> tuple[int, float] | None:
        near = self.tokens[max(0, figure.first - _CHANGE_BEFORE) : figure.first]
        paused = any(token.text == "," for token in near)  # "выросла вдвое, до 60"
        before = max(sentence.first, figure.first - _CHANGE_BEFORE - paused)
        comma = sentence.stop
        for at in (*range(before, figure.first), *range(figure.next, min(sentence.stop, figure.next + _CHANGE))):
            if self.tokens[at].text in ";(" or at - comma > _BREAK:
                return None  # "a profit of 4 million, and its sales grew threefold"
            if at > figure.last and self.tokens[at].text == "," and at < comma:
                comma = at
            factor = self.words.changes.factors.at(self.tokens, at, sentence.stop)
            if factor is not None:
                return at, self._turned(factor.value, at, factor.last + 1)
        return None

    def _turned(self, factor: float, at: int, after: int) -> float:
        """ "вдвое меньше", "сократился вдвое", «екі есе аз»: half as much."""
        changes = self.words.changes
        more = changes.beside.at(self.tokens, after) if after < len(self.tokens) else None
        if factor > 1 and more is not None and more.value < 0:
            return round(1 / factor, 6)
        beside = [j for j in (at - 1, after) if 0 <= j < len(self.tokens)]
        if factor > 1 and any(changes.direction(self.tokens, j) == changes.down_measure for j in beside):
            return round(1 / factor, 6)
        return factor

    def with_period(self, change: Change, span: Span, period: str | None) -> Change:
        """The change since the same stretch a year before: "less than in the same months of last year"."""
        first, stop = self.page.token_range(span)
        alike = any(self.words.changes.alike.at(self.tokens, at, stop) for at in range(first, stop))
        if not alike or period is None or change.to is None or not _MONTHS.fullmatch(period):
            return change
        return replace(change, to=_YEAR.sub(lambda year: str(int(year[0]) - 1), period))

    def period(self, figure: Figure, sentence: Sentence, excluded: Span | None) -> str | None:
        """The date of the nearest expression of time in the sentence, brackets and comparisons left out.

        Where there is none, the stretch of an account told in the sentence before, or the date that heads the line.
        """
        own = self.page.span(figure.first, figure.last)
        best: tuple[int, str] | None = None
        found = self._times_in(sentence)
        for time in found:
            span = time.span
            if time.value is None or span.meets(own) or (excluded is not None and excluded.covers(span)):
                continue
            if own.end <= span.start and (self._is_compared_with(span, sentence) or self._is_behind_break(own, span)):
                continue
            if span.end <= own.start and (
                self._is_passed_by(span, own, sentence) or self.is_of_origin(span, own, sentence)
            ):
                continue
            # A time that stands before counts as nearer: what is dated is said after its date.
            distance = own.start - span.end if span.end <= own.start else 2 * (span.start - own.end)
            if distance > _NEAR or (best is not None and distance >= best[0]):
                continue
            if not (in_brackets(self.page, span, sentence) or self._is_since(span, sentence)):
                best = (distance, time.value)
        if best is not None:
            return best[1]
        account = self._account_before(sentence) if not found and self._is_of_account(figure) else None
        return account or self._heading(sentence)

    def _is_passed_by(self, time: Span, own: Span, sentence: Sentence) -> bool:
        """ "up on 2014, exports made 5 million": what is compared with dates no figure but those of its own clause."""
        first, stop = self.page.token_range(Span(time.end, max(time.end, own.start)))
        parted = any(self.chunks.kind(at) in _CLAUSES or self.tokens[at].text in ";(" for at in range(first, stop))
        return not parted and stop - first <= _PASSED and self._is_compared_with(time, sentence)

    def is_of_origin(self, time: Span, own: Span, sentence: Sentence) -> bool:
        """ "founded in 1955 and has 10,000 employees": a date of something else than what is told of the figure."""
        if time.end > own.start or time.start < sentence.start:
            return False
        first, stop = self.page.token_range(Span(time.end, max(time.end, own.start)))
        if not any(self.chunks.kind(at) in (k.VERB, k.AUXILIARY) for at in range(first, stop)):
            return False
        begin = self.page.token_at(time.start)
        near = range(max(sentence.first, begin - _COMPARING), begin)
        return any(self.words.origins.at(self.tokens, at, begin) is not None for at in near)

    def _is_behind_break(self, own: Span, time: Span) -> bool:
        """Whether a semicolon parts a figure from a time after it, which dates what stands there."""
        return time.start - own.end <= _NEAR and ";" in self.page.text[own.end : time.start]

    def _times_in(self, sentence: Sentence) -> Sequence[TimeExpression]:
        first = bisect_left(self._starts, sentence.start)
        return self.times[first : bisect_left(self._starts, sentence.end)]

    def _is_of_account(self, figure: Figure) -> bool:
        """Sums, shares and weights are told for the stretch of an account; people are counted on a day."""
        return figure.unit is not None and figure.unit not in self.words.durations

    def _account_before(self, sentence: Sentence) -> str | None:
        """ "Sales in the first half fell. Net profit was $3 million": the stretch of months of the sentence before."""
        start = self.page.text.rfind("\n", 0, sentence.start) + 1
        if start >= sentence.start:
            return None
        before = self.page.sentence_at(self.page.tokens[sentence.first - 1].start)
        stretches = [time.value for time in self._times_in(before) if time.value and STRETCH.fullmatch(time.value)]
        return stretches[0] if len(stretches) == 1 else None

    def _heading(self, sentence: Sentence) -> str | None:
        """ "8 March. The miners stopped work": the day that heads the line, as in a chronicle."""
        start = self.page.text.rfind("\n", 0, sentence.start) + 1
        at = bisect_left(self._starts, start)
        if at == len(self.times) or self._starts[at] != start:
            return None
        time = self.times[at]
        return time.value if self.page.text[time.span.end : time.span.end + 1] in _AFTER_HEADING else None

    def is_compared(self, span: Span) -> bool:
        """Whether a time only tells with what something is compared."""
        return self._is_compared_with(span, self.page.sentence_at(span.start))

    def _is_compared_with(self, span: Span, sentence: Sentence) -> bool:
        """ "less than in 2019", "below that of 2014", «2021 жылғыдан төмен»: a date that dates another figure."""
        changes = self.words.changes
        begin, end = self.page.token_range(span)
        lowest = max(sentence.first, begin - _COMPARING)
        before = (changes.compared_date.at(self.tokens, at, begin) for at in range(lowest, begin))
        if any(match is not None and match.last == begin - 1 for match in before):
            return True
        if end < sentence.stop and changes.compared_after.at(self.tokens, end, sentence.stop) is not None:
            return True
        alike = any(changes.alike.at(self.tokens, at, end) for at in range(begin, end))
        over = (changes.compared.at(self.tokens, at, begin) for at in range(lowest, begin)) if alike else ()
        return any(match is not None and match.last == begin - 1 for match in over) or self._ends_comparison(end - 1)

    def _ends_comparison(self, last: int) -> bool:
        """«былтырғыдан»: a Kazakh time with the ending of what something is compared with."""
        endings = self.words.changes.compared_endings
        return bool(endings) and self.tokens[last].lower.endswith(endings)

    def is_since(self, span: Span) -> bool:
        """ "the highest since the survey began in 1993": a date that "since" opens, or a clause behind it."""
        sentence = self.page.sentence_at(span.start)
        at = self.page.token_at(span.start)
        near = range(max(sentence.first, at - _SINCE), at)
        return self.page.language.tag == "en" and any(self.tokens[j].lower in self.words.sets["since"] for j in near)

    def _is_since(self, span: Span, sentence: Sentence) -> bool:
        """ "for the first time since 2009": a date to compare with, where another one dates the figure."""
        first = self.page.token_at(span.start)
        others = sum(not in_brackets(self.page, time.span, sentence) for time in self._times_in(sentence))
        return others > 1 and first > sentence.first and self.tokens[first - 1].lower in self.words.sets["since"]


def in_brackets(page: Page, span: Span, sentence: Sentence) -> bool:
    """Whether something stands behind a bracket that its sentence has not closed before."""
    for at in range(page.token_at(span.start) - 1, sentence.first - 1, -1):
        if page.tokens[at].text in _BRACKETS:
            return True
        if page.tokens[at].text in _BRACKETS.values():
            return False
    return False
