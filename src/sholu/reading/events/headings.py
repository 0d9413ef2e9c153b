"""Chronicles: "7 March. The crews struck." A paragraph that opens with its day happens on that day, all of it."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from sholu.model.reading import TimeExpression
from sholu.reading.page import Page

_MARKS = ".:—–-"
_BEFORE = "•*-–— \t"
_FEWEST = 2
"""Days that head paragraphs in a chronicle: one alone is where a report was dated."""


class Headings:
    """The days that head the paragraphs of one page; none where it is no chronicle."""

    def __init__(self, page: Page, times: Sequence[TimeExpression]) -> None:
        self.text = page.text
        found = list(self._headings(times))
        enough = len({value for _, _, value in found}) >= _FEWEST
        self._found = found if enough else []
        self._starts = [start for start, _, _ in self._found]

    def day(self, offset: int) -> str | None:
        """The date that heads the paragraph at `offset`, or stands on the line above the paragraphs around it."""
        i = bisect_right(self._starts, offset) - 1
        if i < 0:
            return None
        start, alone, value = self._found[i]
        return value if alone or "\n" not in self.text[start:offset] else None

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
