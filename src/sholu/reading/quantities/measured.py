"""What a figure measures, as the parts of this room tell it to one another."""

from typing import NamedTuple


class Measured(NamedTuple):
    """What is measured, in the text's words, the id of whose it is, and the last token of the evidence."""

    measure: str | None
    holder: str | None
    last: int
