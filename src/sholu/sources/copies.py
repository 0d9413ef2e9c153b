"""Arrivals: whether a document that comes in is new, a copy of one that came before, or a new version of one.

An index of fingerprints in one SQLite file, or in memory. A sketch of 128 numbers is cut into 64 bands of two; texts
that share a band are looked at, the 256 that share most of them first, and measured by their fingerprints.
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

ArrivalKind = Literal["new", "known", "copy", "revision"]

_BANDS, _ROWS = 64, 2
_LOOKED_AT = 256
_COMMIT_EVERY = 500  # documents; the others are lost with the process, and are found new again
_MIX = np.uint64(0x9E3779B97F4A7C15)
_TABLES = """
CREATE TABLE IF NOT EXISTS prints (
  number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, sha256 TEXT NOT NULL, address TEXT,
  size INTEGER NOT NULL, sketch BLOB NOT NULL);
CREATE INDEX IF NOT EXISTS prints_by_address ON prints(address) WHERE address IS NOT NULL;
CREATE INDEX IF NOT EXISTS prints_by_sha256 ON prints(sha256);
CREATE TABLE IF NOT EXISTS bands (
  key INTEGER NOT NULL, number INTEGER NOT NULL, PRIMARY KEY (key, number)) WITHOUT ROWID;
"""


@dataclass(frozen=True, slots=True)
class Arrival:
    """What a document is beside those that came before: the id of the nearest, and how much of it is in common."""

    kind: ArrivalKind
    of: str | None = None
    similarity: float = 0.0


class Arrivals:
    """The fingerprints of all documents that came in. Used by one thread at a time."""

    def __init__(self, path: Path | None = None) -> None:
        """Open the index in a file, made if it is not there, or in memory."""
        self._connection = sqlite3.connect(str(path) if path else ":memory:", isolation_level="DEFERRED")
        self._connection.executescript(
            "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA cache_size = -65536;" + _TABLES
        )
        self._pending = 0

    def close(self) -> None:
        """Write what is pending and close the file."""
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
        """Judge a document and remember it: the same text is "known", another text at the same address a "revision"
        of the last one there, a text that shares most of its words with an earlier one a "copy" of the nearest.
        """
        arrival, print = self._judged(document)
        if arrival.kind != "known":
            self._keep(document, print)
        return arrival

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
        self._connection.commit()

    def _judged(self, document: Document) -> tuple[Arrival, Fingerprint]:
        print = fingerprint(document.text)
        same = self._connection.execute("SELECT id FROM prints WHERE sha256 = ?", (document.sha256,)).fetchone()
        address = address_key(document.url)
        if same and not self._is_other_article(same[0], document.id, address):
            return Arrival("known", same[0], 1.0), print
        earlier = (
            address
            and self._connection.execute(
                "SELECT id, size, sketch FROM prints WHERE address = ? ORDER BY number DESC LIMIT 1", (address,)
            ).fetchone()
        )
        if earlier:
            return Arrival("revision", earlier[0], similarity(print, Fingerprint(earlier[1], earlier[2]))), print
        near = self.near(print)
        return (Arrival("copy", *near[0]) if near else Arrival("new")), print

    def _is_other_article(self, id: str, own: str, address: str | None) -> bool:
        """Whether the same text stands at another address: a reprint, word for word."""
        there = self._connection.execute("SELECT address FROM prints WHERE id = ?", (id,)).fetchone()[0]
        return id != own and address is not None and there is not None and address != there

    def _keep(self, document: Document, print: Fingerprint) -> None:
        cursor = self._connection.execute(
            "INSERT OR IGNORE INTO prints (id, sha256, address, size, sketch) VALUES (?, ?, ?, ?, ?)",
            (document.id, document.sha256, address_key(document.url), print.size, print.sketch),
        )
        if cursor.rowcount and print.size:
            rows = [(key, cursor.lastrowid) for key in sorted(_keys(print))]
            self._connection.executemany("INSERT OR IGNORE INTO bands VALUES (?, ?)", rows)
        self._pending += 1
        if self._pending >= _COMMIT_EVERY:
            self._connection.commit()
            self._pending = 0


def address_key(url: str | None) -> str | None:
    """An address as it is compared: without scheme, "www.", "m." and "amp.", the last slash, and what stands after "#".

    None for what is no web address.
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
    return f"{host}{parts.path.rstrip('/')}{query}"


def _keys(print: Fingerprint) -> list[int]:
    """One number of 63 bits for each band of a sketch."""
    values: NDArray[np.uint64] = print.values.astype(np.uint64).reshape(_BANDS, _ROWS)
    with np.errstate(over="ignore"):
        keys = (values[:, 0] << np.uint64(32) | values[:, 1]) * _MIX
        keys = (keys ^ (keys >> np.uint64(29))) + np.arange(_BANDS, dtype=np.uint64) * _MIX
        keys = keys ^ (keys >> np.uint64(32))
    return [int(key) for key in keys >> np.uint64(1)]
