"""What goes into the reader: one article, its exact text and what is known about it."""

import hashlib
from dataclasses import dataclass
from typing import Literal

PublishedBasis = Literal["given", "metadata", "text", "inferred"]


@dataclass(frozen=True, slots=True)
class Document:
    """One article as it will be read, stored and pointed at.

    `text` is exact: every offset in a reading counts its code points. `published` is an EDTF date or None when no
    date is known; `published_basis` says where it came from. `language` is a BCP 47 tag. `id` is stable: by default
    the first 16 hexadecimal digits of the SHA-256 of the text.
    """

    text: str
    id: str = ""
    url: str | None = None
    title: str | None = None
    outlet: str | None = None
    published: str | None = None
    published_basis: PublishedBasis | None = None
    language: str | None = None

    def __post_init__(self) -> None:
        if not self.id:
            object.__setattr__(self, "id", self.sha256[:16])
        if self.published is not None and self.published_basis is None:
            object.__setattr__(self, "published_basis", "given")

    @property
    def sha256(self) -> str:
        """SHA-256 of the text in UTF-8, hexadecimal."""
        return hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()
