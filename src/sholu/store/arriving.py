"""The index of arrivals inside a store, and what documents are to each other: copies, versions, further addresses."""

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from sqlalchemy import Connection, Select, insert, select, text

from sholu.model.document import Document
from sholu.sources.copies import TABLES, Arrival, Arrivals
from sholu.store import schema

_LONGEST_CHAIN = 1_000  # versions of one article; a chain is walked no further


@dataclass(frozen=True, slots=True)
class History:
    """What is known of a document beside others, by ids in the store.

    `addresses` are others where the same text stands; `copy_of` what it was copied from, with how much of it;
    `copies` those that copy it; `older` its earlier versions and `newer` its later ones, the nearest first.
    """

    addresses: tuple[str, ...] = ()
    copy_of: str | None = None
    similarity: float = 0.0
    copies: tuple[str, ...] = ()
    older: tuple[str, ...] = ()
    newer: tuple[str, ...] = ()


@contextmanager
def index(connection: Connection) -> Iterator[Arrivals]:
    """The index of arrivals, inside the caller's transaction."""
    raw = connection.connection.driver_connection
    assert isinstance(raw, sqlite3.Connection)
    with Arrivals(raw) as arrivals:
        yield arrivals


def make(connection: Connection) -> None:
    """Make the index's tables."""
    for statement in TABLES:
        connection.execute(text(statement))


def fill(connection: Connection, documents: Iterable[Document]) -> None:
    """Make the index anew from documents that have their ids in the store."""
    connection.execute(text("DELETE FROM bands"))
    connection.execute(text("DELETE FROM prints"))
    with index(connection) as arrivals:
        for document in documents:
            arrivals.remember(document)


def take_out(connection: Connection, id: str) -> None:
    """Take one document out of the index."""
    with index(connection) as arrivals:
        arrivals.forget([id])


def link(connection: Connection, id: str, arrival: Arrival, now: str) -> None:
    """Remember what a document copies, or which version it replaces."""
    values = {"document": id, "kind": arrival.kind, "of": arrival.of, "similarity": arrival.similarity, "made": now}
    connection.execute(insert(schema.links).values(**values))


def also_at(connection: Connection, id: str, url: str | None, now: str) -> bool:
    """Remember a further address of a document; False when it is known, or there is none."""
    own = select(schema.documents.c.url).where(schema.documents.c.id == id)
    if not url or connection.execute(own).scalar_one() == url:
        return False
    table = schema.addresses
    known = select(table.c.url).where(table.c.document == id, table.c.url == url)
    if connection.execute(known).first() is not None:
        return False
    connection.execute(insert(table).values(document=id, url=url, seen=now))
    return True


def older() -> Select[tuple[str]]:
    """The ids of all versions that a later one has replaced."""
    return select(schema.links.c.of).where(schema.links.c.kind == "revision")


def replaced(connection: Connection, id: str) -> bool:
    """Whether a later version has replaced a document."""
    return connection.execute(older().where(schema.links.c.of == id)).first() is not None


def history(connection: Connection, id: str) -> History:
    """What is known of a document beside others."""
    table = schema.links.c
    copied = connection.execute(
        select(table.of, table.similarity).where(table.document == id, table.kind == "copy")
    ).first()
    copies = select(table.document).where(table.of == id, table.kind == "copy").order_by(table.made)
    places = select(schema.addresses.c.url).where(schema.addresses.c.document == id).order_by(schema.addresses.c.seen)
    return History(
        addresses=tuple(connection.execute(places).scalars()),
        copy_of=copied.of if copied else None,
        similarity=copied.similarity if copied else 0.0,
        copies=tuple(connection.execute(copies).scalars()),
        older=_chain(connection, id, "document", "of"),
        newer=_chain(connection, id, "of", "document"),
    )


def copied(connection: Connection) -> dict[str, str]:
    """Each document that stands and was a copy when it came, with what it copied: the version of it that stands now."""
    table = schema.links.c
    rows = connection.execute(select(table.document, table.of).where(table.kind == "copy")).all()
    versions = connection.execute(select(table.of, table.document).where(table.kind == "revision")).all()
    later = {row.of: row.document for row in versions}
    found = {}
    for document, of in rows:
        for _ in range(_LONGEST_CHAIN):
            if of not in later:
                break
            of = later[of]
        if document not in later and of != document:
            found[document] = of
    return found


def _chain(connection: Connection, id: str, here: str, there: str) -> tuple[str, ...]:
    found = [id]
    table = schema.links.c
    while len(found) <= _LONGEST_CHAIN:
        step = select(table[there]).where(table[here] == found[-1], table.kind == "revision").order_by(table.made)
        onward = connection.execute(step).scalars().first()
        if onward is None or onward in found:
            break
        found.append(onward)
    return tuple(found[1:])
