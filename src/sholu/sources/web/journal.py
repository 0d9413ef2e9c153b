"""What was asked, when, and what came of it: one SQLite file, so that no stop loses anything or asks twice.

A request is written down before it is made and again when it is over. What a source names (references) is written in
one transaction with the validators of the feed that named them: a feed that later says "unchanged" has had its say. A
page's body is kept here from the transaction that ends its request to the one that says that the document is stored.
"""

import sqlite3
import threading
import zlib
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from sholu.errors import StoreError
from sholu.sources.web.robots import Kind, Rules

Change = Callable[[sqlite3.Connection], None]
"""A part of a transaction."""

VERSION = 2
_APPLICATION = 0x53686F66  # "Shof"
_BUSY_S = 10.0

_SCHEMA = """
CREATE TABLE IF NOT EXISTS requests (
    id INTEGER PRIMARY KEY, url TEXT NOT NULL, host TEXT NOT NULL, started REAL NOT NULL, ended REAL,
    status INTEGER, bytes INTEGER, etag TEXT, modified TEXT, outcome TEXT NOT NULL, next_allowed REAL NOT NULL);
CREATE INDEX IF NOT EXISTS requests_by_url ON requests (url);
CREATE INDEX IF NOT EXISTS requests_by_start ON requests (started);
CREATE TABLE IF NOT EXISTS hosts (
    host TEXT PRIMARY KEY, next_allowed REAL NOT NULL, failures INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS robots (
    origin TEXT PRIMARY KEY, kind TEXT NOT NULL, text BLOB NOT NULL, until REAL NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS validators (url TEXT PRIMARY KEY, etag TEXT, modified TEXT) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS refs (
    url TEXT PRIMARY KEY, source TEXT NOT NULL, title TEXT, published TEXT, updated TEXT, found REAL NOT NULL,
    state TEXT NOT NULL, code TEXT, tries INTEGER NOT NULL DEFAULT 0, due REAL NOT NULL DEFAULT 0,
    address TEXT, type TEXT, body BLOB);
CREATE TABLE IF NOT EXISTS parts (
    ref TEXT NOT NULL, number INTEGER NOT NULL, address TEXT NOT NULL, type TEXT NOT NULL, body BLOB NOT NULL,
    PRIMARY KEY (ref, number)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS onward (ref TEXT PRIMARY KEY, address TEXT NOT NULL, number INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS texts (
    id INTEGER PRIMARY KEY, outlet TEXT NOT NULL, sha256 TEXT NOT NULL, text BLOB NOT NULL, UNIQUE (outlet, sha256));
CREATE INDEX IF NOT EXISTS refs_by_state ON refs (state, source, due);
CREATE INDEX IF NOT EXISTS refs_by_source ON refs (source, found);
CREATE TABLE IF NOT EXISTS sources (
    id TEXT PRIMARY KEY, url TEXT NOT NULL, kind TEXT NOT NULL, outlet TEXT, language TEXT, title TEXT,
    every REAL, allowed TEXT NOT NULL, added REAL NOT NULL);
CREATE TABLE IF NOT EXISTS health (
    source TEXT PRIMARY KEY, tried REAL, worked REAL, failures INTEGER NOT NULL DEFAULT 0, code TEXT, due REAL);
"""


@dataclass(frozen=True, slots=True)
class Request:
    """One request as it stands in the journal; times in seconds since 1970. `outcome` is "ok" or the code of an error.

    "started" says that it is under way, "interrupted" that Sholu was stopped meanwhile.
    """

    url: str
    host: str
    started: float
    ended: float | None
    status: int | None
    bytes: int | None
    etag: str | None
    modified: str | None
    outcome: str
    next_allowed: float


class Journal:
    """The open journal; any thread may use it. Each method is one transaction."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._lock = threading.RLock()
        with self._explained():
            self._connection = sqlite3.connect(path, _BUSY_S, isolation_level=None, check_same_thread=False)
            self._connection.row_factory = sqlite3.Row
            self._prepare()

    def _prepare(self) -> None:
        run = self._connection.execute
        application, version = run("PRAGMA application_id").fetchone()[0], run("PRAGMA user_version").fetchone()[0]
        tables = run("SELECT count(*) FROM sqlite_master").fetchone()[0]
        if application not in (0, _APPLICATION) or (application == 0 and tables):
            raise StoreError(
                f"{self.path} is a database of another program.", code="journal-foreign", hint="Move it away."
            )
        if version > VERSION:
            raise StoreError(f"{self.path} was written by a newer Sholu.", code="journal-newer", hint="Update Sholu.")
        run("PRAGMA journal_mode = WAL")
        # A killed process loses nothing this way; only when the machine itself goes down may the last requests be
        # asked again.
        run("PRAGMA synchronous = NORMAL")
        if version < VERSION:  # what is new in a version is new tables
            self._connection.executescript(
                f"BEGIN IMMEDIATE; {_SCHEMA} PRAGMA application_id = {_APPLICATION};"
                f"PRAGMA user_version = {VERSION}; COMMIT;"
            )

    def close(self) -> None:
        """Close the file."""
        with self._lock:
            self._connection.close()

    def __enter__(self) -> "Journal":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @contextmanager
    def changing(self) -> Iterator[sqlite3.Connection]:
        """A connection whose changes are all made when the block ends, or none."""
        with self._lock, self._explained():
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield self._connection
            except BaseException:
                self._connection.execute("ROLLBACK")
                raise
            self._connection.execute("COMMIT")

    def rows(self, query: str, *values: object) -> list[sqlite3.Row]:
        """The answer to a question."""
        with self._lock, self._explained():
            return self._connection.execute(query, values).fetchall()

    @contextmanager
    def _explained(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.Error as error:
            raise StoreError(
                f"The record of requests {self.path} cannot be used: {error}.",
                code="journal-unusable",
                hint="Check the disk and its permissions; if the file is damaged, move it away and sources start anew.",
            ) from error

    def interrupted(self) -> int:
        """Mark what was under way when Sholu was last stopped; returns how many requests that were."""
        with self.changing() as change:
            return change.execute("UPDATE requests SET outcome = 'interrupted' WHERE outcome = 'started'").rowcount

    def begin(self, url: str, host: str, now: float, next_allowed: float) -> int:
        """Write down a request that is about to be made; returns its number."""
        with self.changing() as change:
            _set_next(change, host, next_allowed)
            done = change.execute(
                "INSERT INTO requests (url, host, started, outcome, next_allowed) VALUES (?, ?, ?, 'started', ?)",
                (url, host, now, next_allowed),
            )
            return int(done.lastrowid or 0)

    def end(
        self,
        number: int,
        now: float,
        next_allowed: float,
        outcome: str,
        *,
        failures: int = 0,
        status: int | None = None,
        size: int | None = None,
        headers: dict[str, str] | None = None,
        also: Change | None = None,
    ) -> None:
        """Write down how a request ended, when its host may be asked again, and its failures in a row.

        What came is kept by `also` in the same transaction.
        """
        told = headers or {}
        with self.changing() as change:
            change.execute(
                "UPDATE requests SET ended = ?, status = ?, bytes = ?, etag = ?, modified = ?, outcome = ?, "
                "next_allowed = ? WHERE id = ?",
                (now, status, size, told.get("etag"), told.get("last-modified"), outcome, next_allowed, number),
            )
            change.execute(
                "UPDATE hosts SET next_allowed = ?, failures = ? WHERE host = (SELECT host FROM requests WHERE id = ?)",
                (next_allowed, failures, number),
            )
            if also is not None:
                also(change)

    def requests(self, url: str | None = None) -> list[Request]:
        """All requests in their order, or those for one address."""
        names = ", ".join(Request.__slots__)
        where, values = (" WHERE url = ?", (url,)) if url else ("", ())
        return [Request(*row) for row in self.rows(f"SELECT {names} FROM requests{where} ORDER BY id", *values)]

    def host(self, host: str) -> tuple[float, int]:
        """When a host may be asked next, in seconds since 1970, and how often in a row it failed."""
        found = self.rows("SELECT next_allowed, failures FROM hosts WHERE host = ?", host)
        return (found[0][0], found[0][1]) if found else (0.0, 0)

    def rules(self, origin: str) -> Rules | None:
        """The rules for robots that were last had from an origin."""
        found = self.rows("SELECT kind, text, until FROM robots WHERE origin = ?", origin)
        kind: Kind
        if not found:
            return None
        kind, text, until = found[0]
        return Rules(kind, zlib.decompress(text).decode("utf-8"), until)

    def keep_rules(self, origin: str, rules: Rules) -> None:
        """Keep the rules of an origin."""
        packed = zlib.compress(rules.text.encode("utf-8", "replace"))
        with self.changing() as change:
            change.execute("REPLACE INTO robots VALUES (?, ?, ?, ?)", (origin, rules.kind, packed, rules.until))

    def validators(self, url: str) -> dict[str, str]:
        """The headers that ask a server whether an address has changed since it was last read and used."""
        found = self.rows("SELECT etag, modified FROM validators WHERE url = ?", url)
        if not found:
            return {}
        pairs = (("If-None-Match", found[0][0]), ("If-Modified-Since", found[0][1]))
        return {name: value for name, value in pairs if value}

    def forget(self, before: float) -> None:
        """Drop the record of requests that began before this moment."""
        with self.changing() as change:
            change.execute("DELETE FROM requests WHERE started < ? AND outcome <> 'started'", (before,))

    def outcomes(self) -> Iterable[tuple[str, int, int]]:
        """Each outcome with how many requests had it and how many bytes they brought."""
        query = "SELECT outcome, count(*), coalesce(sum(bytes), 0) FROM requests GROUP BY outcome ORDER BY outcome"
        return [(row[0], row[1], row[2]) for row in self.rows(query)]


def _set_next(change: sqlite3.Connection, host: str, moment: float) -> None:
    change.execute(
        "INSERT INTO hosts VALUES (?, ?, 0) ON CONFLICT (host) DO UPDATE SET next_allowed = excluded.next_allowed",
        (host, moment),
    )
