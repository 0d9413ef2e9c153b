"""One file that keeps documents, the readings made of them, and people's decisions."""

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
from sholu.sources.copies import Arrival, ArrivalKind
from sholu.store import arriving, rows, schema
from sholu.store.failures import explained
from sholu.store.indexing import forget, index
from sholu.store.rows import identity

_APPLICATION = 0x53686F6C  # "Shol" in the file's header: this SQLite file is a Sholu store
_BUSY_MS = 10_000
_CACHE_KIB = 32_768  # the index of arrivals is asked at 64 places for each document


@dataclass(frozen=True, slots=True)
class Added:
    """What adding did: the id in the store, and what the document is beside those that were there (see `Arrivals`).

    `of` is what it copies or replaces. A known text and a repost are not stored again; `id` is the one that is there.
    """

    id: str
    kind: ArrivalKind = "new"
    of: str | None = None

    @property
    def new(self) -> bool:
        """Whether it is stored now and was not before."""
        return self.kind not in ("known", "repost")


@dataclass(frozen=True, slots=True)
class StoreFacts:
    """What is in a store. Versions that were replaced are not counted among the documents, but as `older`."""

    path: Path
    documents: int
    words: int
    first: str | None
    last: str | None
    readers: tuple[str, ...]
    older: int = 0


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
            elif _version(store) < schema.VERSION:
                store._renew()
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
        """Keep a document and its reading, and what it is beside the others; what is there already is left as it is.

        A later version of a text takes its place in search and among the readings; the older stays, with its reading.
        """
        document = reading.document
        id = identity(document)
        packed = zlib.compress(to_json(reading).encode("utf-8"))
        with self.writing() as connection:
            if rows.has(connection, id):
                return Added(id, "known")
            now = _now()
            with arriving.index(connection) as arrivals:
                arrival = arrivals.arrive(replace(document, id=id))
            if arrival.kind == "revision" and arrival.of and rows.same_words(connection, arrival.of, document.text):
                arrival = Arrival("known", arrival.of, 1.0)
                arriving.take_out(connection, id)
            if arrival.kind in ("known", "repost") and arrival.of:
                return _there(connection, arrival.kind, arrival.of, document, now)
            connection.execute(insert(schema.documents).values(**rows.row_of(id, document, now)))
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
            if arrival.of:
                arriving.link(connection, id, arrival, now)
            if arrival.kind == "revision" and arrival.of:
                forget(connection, arrival.of)
        return Added(id, arrival.kind, arrival.of)

    def recognise(self, document: Document) -> Added | None:
        """Whether this very text is in the store, so that it need not be read; a further address is remembered."""
        id = identity(document)
        with self.reading() as connection:
            if rows.has(connection, id):
                return Added(id, "known")
            with arriving.index(connection) as arrivals:
                same = arrivals.same_text(replace(document, id=id))
        if same is None or same.of is None:
            return None
        if same.kind == "known":
            return Added(same.of, "known")
        if self._may_be_a_version(document):
            return None
        with self.writing() as connection:
            return _there(connection, same.kind, same.of, document, _now())

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
            if not arriving.replaced(connection, id):
                index(connection, id, reading)

    def has(self, document: Document) -> bool:
        """Whether this very document is in the store."""
        with self.reading() as connection:
            return rows.has(connection, identity(document))

    def document(self, id: str) -> Document:
        """A document by its id in the store; InputError `id-unknown`."""
        with self.reading() as connection:
            row = connection.execute(select(schema.documents).where(schema.documents.c.id == id)).mappings().first()
        if row is None:
            raise InputError(f"There is no document {id!r}.", code="id-unknown", hint="`sholu search` finds ids.")
        return rows.document_of(dict(row))

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
        """The readings of all documents that stand, by date of publication; those of replaced versions are left out.

        Each reading's `document.id` is its id in the store.
        """
        order = select(schema.readings.c.document, schema.readings.c.body).join(schema.documents)
        order = order.where(schema.documents.c.id.not_in(arriving.older()))
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
                ).where(table.id.not_in(arriving.older()))
            ).one()
            older = connection.execute(select(func.count()).select_from(arriving.older().subquery())).scalar_one()
            readers = connection.execute(
                select(schema.readings.c.reader, schema.readings.c.version)
                .distinct()
                .order_by(schema.readings.c.reader)
            ).all()
        names = tuple(f"{name} {version}" for name, version in readers)
        return StoreFacts(self.path, count, words, first, last, names, older)

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
        """Drop everything that can be made anew, the search index aside, and make the index of arrivals anew."""
        with self.writing() as connection:
            connection.execute(schema.facts.delete())
            arriving.fill(connection, rows.all_documents(connection))

    def _make(self) -> None:
        with self.writing() as connection:
            for metadata in (schema.kept, schema.derived):
                metadata.create_all(connection)
            connection.execute(text(schema.CREATE_SEARCH))
            arriving.make(connection)
            connection.execute(text(f"PRAGMA application_id = {_APPLICATION}"))
            connection.execute(text(f"PRAGMA user_version = {schema.VERSION}"))

    def _renew(self) -> None:
        """Bring a store of an older schema up to this one: what is new is added, nothing that was there is changed."""
        with self.writing() as connection:
            if connection.execute(text("PRAGMA user_version")).scalar_one() >= schema.VERSION:
                return  # another process was faster
            for metadata in (schema.kept, schema.derived):
                metadata.create_all(connection)
            arriving.make(connection)
            arriving.fill(connection, rows.all_documents(connection))
            connection.execute(text(f"PRAGMA user_version = {schema.VERSION}"))

    def _may_be_a_version(self, document: Document) -> bool:
        """Whether another text stood at the document's address: then it takes the full way, to be put in its place."""
        with self.reading() as connection, arriving.index(connection) as arrivals:
            return arrivals.stood(document.url)


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
    cursor.execute(f"PRAGMA cache_size = {-_CACHE_KIB}")
    cursor.close()


def _version(store: Store) -> int:
    with store.reading() as connection:
        return int(connection.execute(text("PRAGMA user_version")).scalar_one())


def _there(connection: Connection, kind: ArrivalKind, id: str, document: Document, now: str) -> Added:
    """A text that is there already: known, or with an address that is new and is remembered."""
    if kind == "repost" and not arriving.also_at(connection, id, document.url, now):
        kind = "known"
    return Added(id, kind, id if kind == "repost" else None)


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="microseconds")


def _reading(id: str, body: bytes) -> Reading:
    reading = from_json(zlib.decompress(body))
    return replace(reading, document=replace(reading.document, id=id))
