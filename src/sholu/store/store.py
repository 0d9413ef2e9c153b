"""One file that keeps documents, the readings made of them, and people's decisions."""

import hashlib
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from urllib.parse import quote

from sqlalchemy import Connection, Engine, create_engine, event, func, insert, select, text

from sholu.errors import InputError, StoreError
from sholu.model.contract import from_json, to_json
from sholu.model.document import Document
from sholu.model.reading import Reading
from sholu.store import schema
from sholu.store.failures import explained
from sholu.store.indexing import forget, index

_APPLICATION = 0x53686F6C  # "Shol" in the file's header: this SQLite file is a Sholu store
_BUSY_MS = 10_000


@dataclass(frozen=True, slots=True)
class Added:
    """What adding did: the document's id in the store, and whether it was new."""

    id: str
    new: bool


@dataclass(frozen=True, slots=True)
class StoreFacts:
    """What is in a store."""

    path: Path
    documents: int
    words: int
    first: str | None
    last: str | None
    readers: tuple[str, ...]


def identity(document: Document) -> str:
    """The id of a document in a store: the same text through the same outlet and address is the same document."""
    parts = "\0".join((document.sha256, document.outlet or "", document.url or ""))
    return hashlib.sha256(parts.encode("utf-8")).hexdigest()[:16]


class Store:
    """An open store. Every change is one transaction: it is there wholly or not at all.

    Reading while another process writes is fine; writing waits for the other for up to ten seconds.
    """

    def __init__(self, path: Path, engine: Engine) -> None:
        self.path = path
        self._engine = engine

    @classmethod
    def open(cls, path: Path) -> "Store":
        """Open the store at `path`; a file that is not there is made.

        StoreError: `store-unwritable`, `store-corrupt`, `store-foreign` (another program's database), `store-newer`,
        `store-locked`.
        """
        if path.is_dir():
            raise StoreError(f"{path} is a folder.", code="store-unwritable", hint="Name a file in it.")
        with explained(path):
            new = _inspect(path)
            engine = create_engine(f"sqlite:///{path}")
            event.listen(engine, "connect", _prepare)
            store = cls(path, engine)
            if new:
                store._make()
        return store

    def close(self) -> None:
        """Close the file."""
        self._engine.dispose()

    def __enter__(self) -> "Store":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection to ask questions on."""
        with explained(self.path), self._engine.connect() as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A connection whose changes are all made when the block ends, or none if it raises."""
        with explained(self.path), self._engine.connect() as connection:
            connection.execute(text("BEGIN IMMEDIATE"))
            try:
                yield connection
            except BaseException:
                connection.rollback()
                raise
            connection.commit()

    def add(self, reading: Reading) -> Added:
        """Keep a document and its reading; a document that is there already is left as it is."""
        document = reading.document
        id = identity(document)
        packed = zlib.compress(to_json(reading).encode("utf-8"))
        with self.writing() as connection:
            if _has(connection, id):
                return Added(id, new=False)
            now = _now()
            connection.execute(insert(schema.documents).values(**_row(id, document, now)))
            connection.execute(
                insert(schema.readings).values(
                    document=id,
                    reader=reading.reader.name,
                    version=reading.reader.version,
                    made=now,
                    body=packed,
                )
            )
            index(connection, id, reading)
        return Added(id, new=True)

    def replace_reading(self, id: str, reading: Reading) -> None:
        """Keep a newer reading of a document that is in the store."""
        packed = zlib.compress(to_json(reading).encode("utf-8"))
        with self.writing() as connection:
            connection.execute(
                schema.readings.update()
                .where(schema.readings.c.document == id)
                .values(reader=reading.reader.name, version=reading.reader.version, made=_now(), body=packed)
            )
            forget(connection, id)
            index(connection, id, reading)

    def has(self, document: Document) -> bool:
        """Whether this very document is in the store."""
        with self.reading() as connection:
            return _has(connection, identity(document))

    def document(self, id: str) -> Document:
        """A document by its id in the store; InputError `id-unknown`."""
        with self.reading() as connection:
            row = connection.execute(select(schema.documents).where(schema.documents.c.id == id)).mappings().first()
        if row is None:
            raise InputError(f"There is no document {id!r}.", code="id-unknown", hint="`sholu search` finds ids.")
        return _document(dict(row))

    def get(self, id: str) -> Reading:
        """The reading of a document by the document's id in the store; InputError `id-unknown`."""
        with self.reading() as connection:
            body = connection.execute(
                select(schema.readings.c.body).where(schema.readings.c.document == id)
            ).scalar_one_or_none()
        if body is None:
            raise InputError(f"There is no document {id!r}.", code="id-unknown", hint="`sholu search` finds ids.")
        return _reading(id, body)

    def readings(self) -> Iterator[Reading]:
        """All readings, by date of publication; each reading's `document.id` is its id in the store."""
        order = select(schema.readings.c.document, schema.readings.c.body).join(schema.documents)
        order = order.order_by(schema.documents.c.published, schema.documents.c.id)
        with self.reading() as connection:
            for id, body in connection.execution_options(yield_per=200).execute(order):
                yield _reading(id, body)

    def ids(self, prefix: str = "") -> tuple[str, ...]:
        """Ids in the store that start with `prefix`, or the one that came in under exactly this name."""
        table = schema.documents.c
        escaped = prefix.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
        with self.reading() as connection:
            own = connection.execute(select(table.id).where(table.id.like(escaped + "%", escape="\\"))).scalars().all()
            if own:
                return tuple(sorted(own))
            return tuple(sorted(connection.execute(select(table.id).where(table.given_id == prefix)).scalars()))

    def facts(self) -> StoreFacts:
        """How much is in the store."""
        table = schema.documents.c
        with self.reading() as connection:
            count, words, first, last = connection.execute(
                select(
                    func.count(),
                    func.coalesce(func.sum(table.words), 0),
                    func.min(table.published),
                    func.max(table.published),
                )
            ).one()
            readers = connection.execute(
                select(schema.readings.c.reader, schema.readings.c.version)
                .distinct()
                .order_by(schema.readings.c.reader)
            ).all()
        return StoreFacts(self.path, count, words, first, last, tuple(f"{name} {version}" for name, version in readers))

    def stamp(self) -> str:
        """A value that changes whenever documents, readings or decisions do."""
        with self.reading() as connection:
            parts = connection.execute(
                select(
                    select(func.count()).select_from(schema.readings).scalar_subquery(),
                    select(func.max(schema.readings.c.made)).scalar_subquery(),
                    select(func.count()).select_from(schema.decisions).scalar_subquery(),
                    select(func.max(schema.decisions.c.undone)).scalar_subquery(),
                )
            ).one()
        return "|".join(str(part) for part in parts)

    def derived(self, name: str, stamp: str) -> bytes | None:
        """A derived body, if it was made from what `stamp` says; else None."""
        with self.reading() as connection:
            body = connection.execute(
                select(schema.facts.c.body).where(schema.facts.c.name == name, schema.facts.c.stamp == stamp)
            ).scalar_one_or_none()
        return None if body is None else zlib.decompress(body)

    def keep_derived(self, name: str, stamp: str, body: bytes) -> None:
        """Keep a derived body in place of an older one."""
        with self.writing() as connection:
            connection.execute(schema.facts.delete().where(schema.facts.c.name == name))
            connection.execute(insert(schema.facts).values(name=name, stamp=stamp, body=zlib.compress(body)))

    def setting(self, name: str) -> str | None:
        """A setting that the store remembers, or None."""
        with self.reading() as connection:
            return connection.execute(
                select(schema.settings.c.value).where(schema.settings.c.name == name)
            ).scalar_one_or_none()

    def remember(self, name: str, value: str) -> None:
        """Let the store remember a setting."""
        with self.writing() as connection:
            connection.execute(schema.settings.delete().where(schema.settings.c.name == name))
            connection.execute(insert(schema.settings).values(name=name, value=value))

    def forget_derived(self) -> None:
        """Drop everything that can be made anew, the search index aside."""
        with self.writing() as connection:
            connection.execute(schema.facts.delete())

    def _make(self) -> None:
        with self.writing() as connection:
            for metadata in (schema.kept, schema.derived):
                metadata.create_all(connection)
            connection.execute(text(schema.CREATE_SEARCH))
            connection.execute(text(f"PRAGMA application_id = {_APPLICATION}"))
            connection.execute(text(f"PRAGMA user_version = {schema.VERSION}"))


def _inspect(path: Path) -> bool:
    """Whether there is no store yet at `path`; StoreError if what is there is not ours. Changes nothing."""
    if not path.exists() or path.stat().st_size == 0:
        return True
    engine = create_engine(f"sqlite:///file:{quote(str(path))}?mode=ro&uri=true")
    try:
        with engine.connect() as connection:
            application = connection.execute(text("PRAGMA application_id")).scalar_one()
            version = connection.execute(text("PRAGMA user_version")).scalar_one()
            tables = connection.execute(text("SELECT count(*) FROM sqlite_master")).scalar_one()
    finally:
        engine.dispose()
    if application not in (0, _APPLICATION) or (application == 0 and tables):
        raise StoreError(
            f"{path} is a database of another program.", code="store-foreign", hint="Name another with --store."
        )
    if version > schema.VERSION:
        raise StoreError(
            f"{path} was written by a newer Sholu (schema {version}, this one knows {schema.VERSION}).",
            code="store-newer",
            hint="Update Sholu, or name another store with --store.",
        )
    return bool(application == 0)


def _prepare(connection: Any, _: object) -> None:
    """Every connection: transactions are begun by us, the log is written ahead, nothing committed is lost.

    SQLite's own lower() knows only ASCII, so it borrows our case folding.
    """
    connection.isolation_level = None
    connection.create_function("casefold", 1, lambda text: text and text.casefold(), deterministic=True)
    cursor = connection.cursor()
    cursor.execute(f"PRAGMA busy_timeout = {_BUSY_MS}")
    cursor.execute("PRAGMA journal_mode = WAL")
    cursor.execute("PRAGMA synchronous = FULL")
    cursor.execute("PRAGMA foreign_keys = ON")
    cursor.close()


def _has(connection: Connection, id: str) -> bool:
    return connection.execute(select(schema.documents.c.id).where(schema.documents.c.id == id)).first() is not None


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="microseconds")


def _row(id: str, document: Document, now: str) -> dict[str, object]:
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


def _document(row: dict[str, Any]) -> Document:
    names = ("id", "url", "title", "outlet", "published", "published_basis", "language")
    return Document(text=zlib.decompress(row["text"]).decode("utf-8"), **{name: row[name] for name in names})


def _reading(id: str, body: bytes) -> Reading:
    reading = from_json(zlib.decompress(body))
    return replace(reading, document=replace(reading.document, id=id))
