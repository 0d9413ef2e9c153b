"""How much a hedge is worth: probability bands by name."""

from functools import cache
from typing import NamedTuple

from sholu.codebook.tables import table


class Band(NamedTuple):
    """A band of probability; `specific` is false where the words say possible without saying how likely."""

    name: str
    low: float
    high: float
    specific: bool


@cache
def bands() -> dict[str, Band]:
    """All bands by name."""
    return {
        name: Band(name, row["low"], row["high"], row["specific"]) for name, row in table("hedges")["bands"].items()
    }
