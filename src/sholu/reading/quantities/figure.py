"""A figure in the text, before it is asked what it measures."""

from dataclasses import dataclass

from sholu.reading.numbers import NumberRead
from sholu.reading.quantities.lexicon import Bound

Value = int | float


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure in the text: tokens `first` .. `last` (sign and unit included), `number` and `stop` those of the number.

    `unit` is None where no unit of measure follows; then it may still count things. `start` is the first token with
    the words of its bound ("more than"), `outer` that with words of degree too ("about").
    """

    first: int
    last: int
    start: int
    number: int
    stop: int
    value: Value | None
    low: Value | None = None
    high: Value | None = None
    unit: str | None = None
    bound: Bound | None = None
    read: NumberRead | None = None
    is_age: bool = False
    outer: int = -1

    @property
    def next(self) -> int:
        """The first token after the figure."""
        return self.last + 1
