"""The Python door: the same verbs as the command line's."""

from pathlib import Path
from typing import TYPE_CHECKING

from sholu.model.document import Document
from sholu.model.reading import Reading
from sholu.reading.engines import Engine
from sholu.reading.stream import Manner, reader
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
    engine: Engine | None = None,
    explain: bool = False,
) -> Reading:
    """The reading of one article.

    `text` is the article's plain text or a Document; the other arguments say what the text does not: `published` an
    EDTF date ("2007-01-30"), `language` a BCP 47 tag,
    `packs` the names of region packs to read with, `engine` "joined", "learned" or "exact" (None: joined where the
    weights are there). With `explain` every item says in `basis` what made it. Raises InputError for an argument that
    is wrong, Rejected for a text that cannot be read, SholuError for weights that are missing or broken.
    """
    given = Given(published, outlet, language, title, url)
    document = text if isinstance(text, Document) else Document(text)
    return reader(Manner(packs, engine, explain)).read(given.applied(document))


def open_store(path: str | Path, *, packs: tuple[str, ...] | None = None, engine: Engine | None = None) -> "Library":
    """The store at `path`, made if it is not there; `packs` are the region packs and `engine` the half to read with.

    StoreError says why a store cannot be used.
    """
    from sholu.library import Library

    return Library.open(Path(path), packs=packs, engine=engine)
