"""The Python door: the same verbs as the command line's."""

from pathlib import Path
from typing import TYPE_CHECKING

from sholu.model.document import Document
from sholu.model.reading import Reading
from sholu.reading.stream import reader
from sholu.sources.given import Given

if TYPE_CHECKING:
    from sholu.library import Library


def read(
    text: str | Document,
    *,
    published: str | None = None,
    outlet: str | None = None,
    language: str | None = None,
    title: str | None = None,
    url: str | None = None,
    packs: tuple[str, ...] | None = None,
) -> Reading:
    """The reading of one article.

    `text` is the article's plain text or a Document; the other arguments say what the text does not: `published` an
    EDTF date ("2007-01-30"), `language` a BCP 47 tag,
    `packs` the names of region packs to read with. Raises InputError for an argument that is wrong, Rejected for a
    text that cannot be read.
    """
    given = Given(published, outlet, language, title, url)
    document = text if isinstance(text, Document) else Document(text)
    return reader(packs).read(given.applied(document))


def open_store(path: str | Path, *, packs: tuple[str, ...] | None = None) -> "Library":
    """The store at `path`, made if it is not there; `packs` are the region packs to read with.

    StoreError says why a store cannot be used.
    """
    from sholu.library import Library

    return Library.open(Path(path), packs=packs)
