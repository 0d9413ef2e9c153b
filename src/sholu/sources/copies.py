"""Arrivals: whether a document that comes in is new, a copy of one that came before, or a new version of one.

An index of fingerprints in a store, in a SQLite file of its own, or in memory. A sketch of 128 numbers is cut into 64
bands of two; texts that share a band are looked at, the 256 that share most of them first, and measured by their
fingerprints.
"""

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Literal
from urllib.parse import urlsplit

import numpy as np
from numpy.typing import NDArray

from sholu.model.document import Document
from sholu.text.fingerprint import SAME, Fingerprint, fingerprint, similarity

ArrivalKind = Literal["new", "known", "repost", "copy", "revision"]

_BANDS, _ROWS = 64, 2
_LOOKED_AT = 256
_STILL = 0.25  # of the smaller text in the other: then a text is a version of what stood at its address before
_VERSIONS = 20  # texts at one address that are looked at, the latest first
_COMMIT_EVERY = 500  # documents; the others are lost with the process, and are found new again
_MIX = np.uint64(0x9E3779B97F4A7C15)
TABLES = (
    "CREATE TABLE IF NOT EXISTS prints (number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, sha256 TEXT NOT NULL,"
    " address TEXT, part TEXT, outlet TEXT, title TEXT, size INTEGER NOT NULL, sketch BLOB NOT NULL)",
    "CREATE INDEX IF NOT EXISTS prints_by_address ON prints(address) WHERE address IS NOT NULL",
    "CREATE INDEX IF NOT EXISTS prints_by_sha256 ON prints(sha256)",
    "CREATE TABLE IF NOT EXISTS bands"
    " (key INTEGER NOT NULL, number INTEGER NOT NULL, PRIMARY KEY (key, number)) WITHOUT ROWID",
)
"""The index, as statements. All in it can be made anew from the documents."""


@dataclass(frozen=True, slots=True)
class Arrival:
    """What a document is beside those that came before: the id of the nearest, and how much of it is in common."""

    kind: ArrivalKind
    of: str | None = None
    similarity: float = 0.0


class Arrivals:
    """The fingerprints of all documents that came in. Used by one thread at a time."""

    def __init__(self, place: Path | sqlite3.Connection | None = None) -> None:
        """Open the index in a file, made if it is not there, or in memory.

        Of an open connection the tables are there already, and beginning and ending transactions is its owner's task.
        """
        self._own = not isinstance(place, sqlite3.Connection)
        self._pending = 0
        if isinstance(place, sqlite3.Connection):
            self._connection = place
            return
        self._connection = sqlite3.connect(str(place) if place else ":memory:", isolation_level="DEFERRED")
        self._connection.executescript(
            "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA cache_size = -65536;" + ";".join(TABLES)
        )

    def close(self) -> None:
        """Write what is pending and close the file, if it is our own."""
        if self._own:
            self._connection.commit()
            self._connection.close()

    def __enter__(self) -> "Arrivals":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def __len__(self) -> int:
        return int(self._connection.execute("SELECT COUNT(*) FROM prints").fetchone()[0])

    def arrive(self, document: Document) -> Arrival:
        """Judge a document and remember it.

        "known": the same text at the same address, or with no word of where it stands. "revision": another text at the
        address of an earlier one, which shares a quarter of it or its headline. "repost": the same text once more from
        the same outlet or site. "copy": most words of an earlier text, the nearest; word for word from another outlet.
        """
        arrival, print = self._judged(document)
        if arrival.kind not in ("known", "repost"):
            self._keep(document, print)
        return arrival

    def remember(self, document: Document) -> None:
        """Take a document into the index without judging it."""
        self._keep(document, fingerprint(document.text))

    def same_text(self, document: Document) -> Arrival | None:
        """Whether the document's very text is here as "known" or "repost"; looked up without measuring anything."""
        address, part = address_key(document.url), _part(document.url)
        rows = self._connection.execute(
            "SELECT id, address, part, outlet FROM prints WHERE sha256 = ? ORDER BY number", (document.sha256,)
        ).fetchall()
        for id, *there in rows:
            nowhere = not address and not document.outlet
            if id == document.id or nowhere or (address and _stands(address, part, *there[:2])):
                return Arrival("known", id, 1.0)
        outlet = _folded(document.outlet)
        for id, other, _, theirs in rows:
            if (outlet and outlet == theirs) or (address and other and _host(address) == _host(other)):
                return Arrival("repost", id, 1.0)
        return None

    def stood(self, url: str | None) -> bool:
        """Whether any text is known to have stood at an address."""
        address = address_key(url)
        found = address and self._connection.execute("SELECT 1 FROM prints WHERE address = ?", (address,)).fetchone()
        return bool(found)

    def judge(self, document: Document) -> Arrival:
        """The same without remembering it."""
        return self._judged(document)[0]

    def near(self, print: Fingerprint, *, least: float = SAME) -> list[tuple[str, float]]:
        """The ids of all documents that are at least so similar, the likest first."""
        keys = _keys(print)
        marks = ",".join("?" * len(keys))
        rows = self._connection.execute(
            f"SELECT id, size, sketch FROM prints JOIN (SELECT number AS found, COUNT(*) AS shared FROM bands"
            f" WHERE key IN ({marks}) GROUP BY number ORDER BY shared DESC LIMIT {_LOOKED_AT}) ON number = found",
            keys,
        )
        measured = [(id, similarity(print, Fingerprint(size, sketch))) for id, size, sketch in rows]
        return sorted((one for one in measured if one[1] >= least), key=lambda one: (-one[1], one[0]))

    def forget(self, ids: Iterable[str]) -> None:
        """Take documents out of the index."""
        for id in ids:
            row = self._connection.execute("SELECT number, size, sketch FROM prints WHERE id = ?", (id,)).fetchone()
            if row:
                keys = _keys(Fingerprint(row[1], row[2]))
                self._connection.executemany(
                    "DELETE FROM bands WHERE key = ? AND number = ?", [(key, row[0]) for key in keys]
                )
                self._connection.execute("DELETE FROM prints WHERE number = ?", (row[0],))
        if self._own:
            self._connection.commit()

    def _judged(self, document: Document) -> tuple[Arrival, Fingerprint]:
        print = fingerprint(document.text)
        same = self.same_text(document)
        if same and same.kind == "known":
            return same, print
        arrival = self._revision(document, print) or same
        if arrival is None:
            near = self.near(print)
            arrival = Arrival("copy", *near[0]) if near else Arrival("new")
        return arrival, print

    def _revision(self, document: Document, print: Fingerprint) -> Arrival | None:
        address, part = address_key(document.url), _part(document.url)
        if address is None:
            return None
        rows = self._connection.execute(
            "SELECT id, part, title, size, sketch FROM prints WHERE address = ? ORDER BY number DESC LIMIT ?",
            (address, _VERSIONS),
        )
        title = _folded(document.title)
        for id, other, named, size, sketch in rows:
            if _stands(address, part, address, other):
                common = _contained(print, Fingerprint(size, sketch))
                if common >= _STILL or (title and title == named):
                    return Arrival("revision", id, common)
        return None

    def _keep(self, document: Document, print: Fingerprint) -> None:
        cursor = self._connection.execute(
            "INSERT OR IGNORE INTO prints (id, sha256, address, part, outlet, title, size, sketch)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            (
                *(document.id, document.sha256, address_key(document.url), _part(document.url)),
                *(_folded(document.outlet), _folded(document.title), print.size, print.sketch),
            ),
        )
        if cursor.rowcount and print.size:
            rows = [(key, cursor.lastrowid) for key in sorted(_keys(print))]
            self._connection.executemany("INSERT OR IGNORE INTO bands VALUES (?, ?)", rows)
        self._pending += 1
        if self._own and self._pending >= _COMMIT_EVERY:
            self._connection.commit()
            self._pending = 0


def address_key(url: str | None) -> str | None:
    """An address as it is compared: without scheme, "www.", "m." and "amp.", the last slash, and what stands after "#".

    None for what is no web address, and for a site's front page, which is no article's address.
    """
    try:
        parts = urlsplit(url or "")
        host = (parts.hostname or "").lower()
    except ValueError:
        return None
    if parts.scheme not in ("http", "https") or not host:
        return None
    for front in ("www.", "m.", "amp."):
        host = host.removeprefix(front)
    query = f"?{parts.query}" if parts.query else ""
    rest = f"{parts.path.rstrip('/')}{query}"
    return f"{host}{rest}" if rest else None


def _part(url: str | None) -> str | None:
    """What stands after "#": the entry of a live blog."""
    return (url or "").partition("#")[2] or None


def _stands(address: str, part: str | None, other: str | None, others: str | None) -> bool:
    """Whether two places are one; two entries of one page are not."""
    return address == other and (part == others or part is None or others is None)


def _host(address: str) -> str:
    return address.partition("/")[0].partition("?")[0]


def _folded(text: str | None) -> str | None:
    return " ".join(text.casefold().split()) or None if text else None


def _contained(one: Fingerprint, other: Fingerprint) -> float:
    """How much of the smaller text stands in the other, however much longer that is: a flash grows into a story."""
    if not one.size or not other.size:
        return 0.0
    common = float(np.mean(one.values == other.values))
    return min(1.0, common * (one.size + other.size) / (1 + common) / min(one.size, other.size))


def _keys(print: Fingerprint) -> list[int]:
    """One number of 63 bits for each band of a sketch."""
    values: NDArray[np.uint64] = print.values.astype(np.uint64).reshape(_BANDS, _ROWS)
    with np.errstate(over="ignore"):
        keys = (values[:, 0] << np.uint64(32) | values[:, 1]) * _MIX
        keys = (keys ^ (keys >> np.uint64(29))) + np.arange(_BANDS, dtype=np.uint64) * _MIX
        keys = keys ^ (keys >> np.uint64(32))
    return [int(key) for key in keys >> np.uint64(1)]
