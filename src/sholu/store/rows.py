"""Documents as rows of a store."""

import hashlib
import zlib
from collections.abc import Iterator
from typing import Any

from sqlalchemy import Connection, select

from sholu.model.document import Document
from sholu.store import schema


def identity(document: Document) -> str:
    """The id of a document in a store: the same text through the same outlet and address is the same document."""
    parts = "\0".join((document.sha256, document.outlet or "", document.url or ""))
    return hashlib.sha256(parts.encode("utf-8")).hexdigest()[:16]


def has(connection: Connection, id: str) -> bool:
    """Whether there is a document with this id."""
    return connection.execute(select(schema.documents.c.id).where(schema.documents.c.id == id)).first() is not None


def same_words(connection: Connection, id: str, words: str) -> bool:
    """Whether a document says the same but for case and white space: then it is no other version."""
    body = connection.execute(select(schema.documents.c.text).where(schema.documents.c.id == id)).scalar_one()
    return zlib.decompress(body).decode("utf-8").casefold().split() == words.casefold().split()


def all_documents(connection: Connection) -> Iterator[Document]:
    """All documents in the order in which they came, with their ids in the store."""
    rows = connection.execution_options(yield_per=200).execute(
        select(schema.documents).order_by(schema.documents.c.added, schema.documents.c.id)
    )
    for row in rows.mappings():
        yield document_of(dict(row))


def row_of(id: str, document: Document, now: str) -> dict[str, object]:
    """A document as a row."""
    return {
        "id": id,
        "given_id": document.id,
        "sha256": document.sha256,
        "url": document.url,
        "title": document.title,
        "outlet": document.outlet,
        "published": document.published,
        "published_basis": document.published_basis,
        "language": document.language,
        "words": len(document.text.split()),
        "text": zlib.compress(document.text.encode("utf-8")),
        "added": now,
    }


def document_of(row: dict[str, Any]) -> Document:
    """The document in a row."""
    names = ("id", "url", "title", "outlet", "published", "published_basis", "language")
    return Document(text=zlib.decompress(row["text"]).decode("utf-8"), **{name: row[name] for name in names})
