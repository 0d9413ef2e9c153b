"""What stands near what, found in time that does not grow with the length of the text."""

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from typing import Generic, TypeVar

from sholu.model.span import Span

T = TypeVar("T")


class Nearby(Generic[T]):
    """Things with a place in the text, asked for by place."""

    def __init__(self, things: Sequence[T], place: Callable[[T], Span]) -> None:
        # No two have the same number: the things themselves are never compared.
        self._things = sorted((place(thing), number, thing) for number, thing in enumerate(things))
        self._starts = [span.start for span, _, _ in self._things]
        self._longest = max((span.end - span.start for span, _, _ in self._things), default=0)

    def within(self, span: Span, distance: int) -> Iterator[tuple[Span, T]]:
        """Those with fewer than `distance` code points between them and `span`, in order."""
        first = bisect_left(self._starts, span.start - distance - self._longest)
        for place, _, thing in self._things[first : bisect_left(self._starts, span.end + distance)]:
            if gap(place, span) < distance:
                yield place, thing


def gap(one: Span, other: Span) -> int:
    """Code points between two stretches; negative where they meet."""
    return max(one.start, other.start) - min(one.end, other.end)
