"""Where something stands in a text: the one way in which positions are written everywhere."""

from typing import NamedTuple


class Span(NamedTuple):
    """A half-open stretch of a text, counted in Unicode code points.

    `start` is the offset of the first code point, `end` the offset after the last; a span is never empty
    (`start < end`) once it stands in a reading.
    """

    start: int
    end: int

    def of(self, text: str) -> str:
        """The words that this span points at in `text`."""
        return text[self.start : self.end]

    def meets(self, other: "Span") -> bool:
        """Whether the two have at least one character in common."""
        return self.start < other.end and other.start < self.end

    def covers(self, other: "Span") -> bool:
        """Whether `other` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end

    def join(self, other: "Span") -> "Span":
        """The smallest span that covers both."""
        return Span(min(self.start, other.start), max(self.end, other.end))

    def trimmed(self, text: str) -> "Span":
        """The same stretch without white space at either end."""
        start, end = self.start, self.end
        while start < end and text[start].isspace():
            start += 1
        while end > start and text[end - 1].isspace():
            end -= 1
        return Span(start, end)
