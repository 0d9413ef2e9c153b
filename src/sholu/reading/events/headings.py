"""Chronicles: "7 March. The crews struck." A paragraph that opens with its day happens on that day, all of it."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from sholu.model.reading import TimeExpression
from sholu.reading.page import Page

_MARKS = ".:—–-"
_BEFORE = "•*-–— \t"
_SEVERAL = 2
"""Days that head paragraphs in a chronicle."""
_ALONE = frozenset({"ru"})
"""Languages in which even one day heads its paragraph, as a sentence of its own; elsewhere it dates the report."""


class Headings:
    """The days that head the paragraphs of one page; none where it is no chronicle."""

    def __init__(self, page: Page, times: Sequence[TimeExpression]) -> None:
        self.text = page.text
        self._found = list(self._headings(times))
        if len({value for _, _, value in self._found}) < _SEVERAL:
            lone = page.language.tag in _ALONE
            self._found = [one for one in self._found if lone and self._is_sentence(page, one[0])]
        self._starts = [start for start, _, _ in self._found]

    def day(self, offset: int) -> str | None:
        """The date that heads the paragraph at `offset`, or stands on the line above the paragraphs around it."""
        i = bisect_right(self._starts, offset) - 1
        if i < 0:
            return None
        start, alone, value = self._found[i]
        return value if alone or "\n" not in self.text[start:offset] else None

    def _is_sentence(self, page: Page, start: int) -> bool:
        """Whether a day is a sentence with others behind it in its paragraph: «7 января. Завод просит ...»."""
        stop = page.sentence_at(start).end
        end = self.text.find("\n", start)
        return bool(self.text[stop : end if end >= 0 else len(self.text)].strip())

    def _headings(self, times: Sequence[TimeExpression]) -> Iterator[tuple[int, bool, str]]:
        """Where a heading begins, whether it has its line for itself, and its date."""
        for time in times:
            line = self.text.rfind("\n", 0, time.span.start) + 1
            if time.kind != "date" or not time.value or self.text[line : time.span.start].strip(_BEFORE):
                continue
            end = self.text.find("\n", time.span.end)
            rest = self.text[time.span.end : end if end >= 0 else len(self.text)].strip()
            if not rest.strip(_MARKS):
                yield time.span.start, True, time.value
            elif rest[0] in _MARKS:
                yield time.span.start, False, time.value
