"""One form for every letter, with an exact way back: what the reader sees, and where it stands in the document."""

import re
import unicodedata
from bisect import bisect_right

from sholu.model.span import Span

# Characters that show nothing: soft hyphen, zero-width ones, directional marks, byte order mark inside a text; and
# the first half of a Windows line end.
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]+|\r(?=\n)")
_CLUSTER = re.compile(
    r"[^\u0300-\u036f\u0483-\u0487\u1ab0-\u1aff\u20d0-\u20ff][\u0300-\u036f\u0483-\u0487\u1ab0-\u1aff\u20d0-\u20ff]+"
)


class Normalised:
    """A text in NFC, without invisible characters, lines ended by "\\n"; and the way back to the original's offsets."""

    __slots__ = ("_from", "_to", "changed", "original", "text")

    def __init__(self, original: str) -> None:
        self.original = original
        self.text = original
        self._from: list[int] = [0]  # offsets in the normalised text where the shift changes
        self._to: list[int] = [0]  # the original offsets that they stand for
        if not unicodedata.is_normalized("NFC", original) or _INVISIBLE.search(original):
            self._build()
        self.changed = self.text != original

    def _build(self) -> None:
        pieces: list[str] = []
        length = position = 0
        for start, end, replacement in _changes(self.original):
            kept = self.original[position:start]
            pieces += [kept, replacement]
            length += len(kept) + len(replacement)
            position = end
            self._from.append(length)
            self._to.append(end)
        pieces.append(self.original[position:])
        self.text = "".join(pieces)

    def back(self, span: Span) -> Span:
        """The stretch of the original that `span` of the normalised text stands for."""
        last = self._offset(span.end - 1) if span.end > span.start else self._offset(span.start)
        end = last + 1
        # The last character may stand for several of the original: a letter and its combining marks.
        while end < len(self.original) and unicodedata.combining(self.original[end]):
            end += 1
        return Span(self._offset(span.start), end)

    def _offset(self, position: int) -> int:
        block = bisect_right(self._from, position) - 1
        return self._to[block] + position - self._from[block]


def _changes(text: str) -> list[tuple[int, int, str]]:
    """Stretches of the original that change, with what they become, in order."""
    found = [(match.start(), match.end(), "") for match in _INVISIBLE.finditer(text)]
    for match in _CLUSTER.finditer(text):
        composed = unicodedata.normalize("NFC", match.group())
        if composed != match.group() and len(composed) < len(match.group()):
            found.append((match.start(), match.end(), composed))
    return sorted(found)
