"""PDF files as documents. They are read by a process of its own: their parser is native code, and files are hostile."""

from collections.abc import Iterator
from functools import cache

from sholu.model.document import Document
from sholu.sources.columns import Columns
from sholu.sources.confined import Confined
from sholu.sources.given import Given
from sholu.sources.item import LARGEST_WHOLE, Found, Item
from sholu.sources.pdf_pages import MOST_SECONDS

MOST_MEMORY = 2_000_000_000
"""Bytes of address space of the process that reads PDFs."""

_GRACE_S = 5.0  # for the reader to end by itself and say why


def read_pdf(item: Item, given: Given, columns: Columns) -> Iterator[Found]:
    """The text of a PDF as one document. The dates in its properties tell when the file was made, and are not taken.

    Refused: `encrypted`, `pdf-broken`, `pdf-no-text`, `pdf-many-pages`, `slow`, `crash`, `too-large`.
    """
    text = _reader().ask(item.whole(LARGEST_WHOLE))
    item.budget.spend(len(text))
    yield given.applied(Document(text))


@cache
def _reader() -> Confined:
    return Confined(
        "sholu.sources.pdf_pages:text_of_pdf",
        what="PDF",
        seconds=MOST_SECONDS + _GRACE_S,
        memory=MOST_MEMORY,
        hint="Print it to a new PDF, or give its text.",
    )
