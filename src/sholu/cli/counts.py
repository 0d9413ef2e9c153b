"""What became of the documents that a command offered to a store, counted and told in one line."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sholu.publishing.numbers import many

if TYPE_CHECKING:
    from sholu.library import AddedDocument


@dataclass
class Counts:
    """`new` are all that were stored, of which some are copies and some later versions; `known` those there already.

    Of the known, `reposts` stand at an address that was not known.
    """

    new: int = 0
    copies: int = 0
    revisions: int = 0
    known: int = 0
    reposts: int = 0
    refused: int = 0

    def take(self, added: "AddedDocument") -> None:
        """Count one that was not refused."""
        self.new += added.new
        self.copies += added.kind == "copy"
        self.revisions += added.kind == "revision"
        self.known += not added.new
        self.reposts += added.kind == "repost"

    def __str__(self) -> str:
        pairs = ((self.copies, "copy"), (self.revisions, "later version"))
        among = ", ".join(many(count, word) for count, word in pairs if count)
        added = f"{self.new} added" + (f" ({among})" if among else "")
        known = f"{self.known} there already" + (f" ({self.reposts} at another address)" if self.reposts else "")
        return f"{added}, {known}, {self.refused} refused"
