"""A second opinion on names, from outside the grammar: what it says is weighed with what the lists say."""

from collections.abc import Sequence
from typing import Protocol

from sholu.reading.names.finds import Find


class Second(Protocol):
    """What the finders of names ask; tokens `first` .. `last`, both included."""

    def place(self, first: int, last: int) -> float:
        """What to add to the weight of these tokens for being a place."""

    def person(self, first: int, last: int) -> float:
        """What to add to the points of these tokens for being a person."""

    def revise(self, finds: Sequence[Find]) -> list[Find]:
        """The finds with what was overlooked, and without what is none."""
