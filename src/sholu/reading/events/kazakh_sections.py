"""Kazakh: the sections of a page: a digest or a chronicle opens its paragraphs with a topic, a town or a day.

«ОҢҒАР. Сейсенбіде ...», «12 мамыр. Жасақ ...»: what such words name holds for the whole paragraph.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import lru_cache
from itertools import takewhile

from sholu.model.reading import TimeExpression
from sholu.model.span import Span
from sholu.reading.page import Page
from sholu.reading.times.lexicon import lexicon

_LONGEST = 6  # tokens of a heading
_ENDS = frozenset({".", ":"})
_DAYS = frozenset({"WEEKDAY", "MONTH"})
_SEVERAL = 2  # headed paragraphs from which a page has sections


class Sections:
    """The headings of one page's paragraphs."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.starts = [0, *(i + 1 for i, letter in enumerate(page.text) if letter == "\n")]
        self.headings = {start: span for start in self.starts if (span := self._heading(start))}
        self.parted = sum(not self._is_day(span) for span in self.headings.values()) >= _SEVERAL

    def start(self, offset: int) -> int:
        """Where the section begins in which an offset lies: its paragraph, if that has a heading, else the text."""
        paragraph = self.paragraph(offset)
        while self.parted and paragraph not in self.headings and paragraph > 0:
            paragraph = self.paragraph(paragraph - 1)
        return paragraph if self.parted else 0

    def end(self, start: int) -> int:
        """Where the section ends that begins at `start`."""
        later = (other for other in self.headings if other > start)
        return min(later, default=len(self.page.text)) if self.parted else len(self.page.text)

    def paragraph(self, offset: int) -> int:
        """Where the paragraph of an offset begins."""
        return self.starts[bisect_right(self.starts, offset) - 1]

    def heading(self, offset: int) -> Span | None:
        """The heading of the paragraph of an offset."""
        return self.headings.get(self.paragraph(offset))

    def day(self, offset: int, times: Sequence[TimeExpression]) -> str | None:
        """The day that the heading of the paragraph of an offset tells."""
        heading = self.heading(offset)
        if heading is None:
            return None
        first = bisect_left(times, heading.start, key=lambda time: time.span.start)
        inside = takewhile(lambda time: time.span.end <= heading.end, times[first : first + _LONGEST])
        days = [time for time in inside if time.kind == "date" and time.value]
        told = sum(time.span.end - time.span.start for time in days)
        return days[0].value if days and 2 * told > heading.end - heading.start else None

    def _heading(self, start: int) -> Span | None:
        """The capitals, or the date, with which a paragraph opens and which a full stop ends."""
        page = self.page
        first = page.token_at(start)
        stop = min(len(page.tokens), first + _LONGEST)
        if first >= stop or page.tokens[first].start > start + 1:
            return None
        for i in range(first, stop):
            token = page.tokens[i]
            if token.text in _ENDS and i > first:
                goes_on = i + 1 < len(page.tokens) and "\n" not in page.text[token.end : page.tokens[i + 1].start]
                return Span(page.tokens[first].start, token.start) if goes_on else None
            numbered = page.tokens[first].shape == "number" or (i > first and page.tokens[i - 1].shape == "number")
            if token.shape not in ("upper", "mark", "number") and not numbered:
                return None
        return None

    def _is_day(self, heading: Span) -> bool:
        """Whether a heading tells a day, and so goes on with the same story: «ДҮЙСЕНБІ», «12 мамыр»."""
        forms = lexicon("kk").forms
        entries = [forms[token.lower] for token in self.page.tokens_in(heading) if token.lower in forms]
        return any(not _DAYS.isdisjoint(entry.classes) for entry in entries)


@lru_cache(maxsize=4)
def sections_of(page: Page) -> Sections:
    """The sections of a page."""
    return Sections(page)
