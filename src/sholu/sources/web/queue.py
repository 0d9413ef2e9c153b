"""What is still to be read: references from the moment a source names them to the moment their document is stored.

A reference is `waiting` to be asked, `fetched` when its page is here, then `done`, or `refused` with a code.
"""

import sqlite3
import time
import zlib
from collections.abc import Iterable
from dataclasses import dataclass

from sholu.sources.web.exchange import Reply
from sholu.sources.web.fetch import Fetched, Keep
from sholu.sources.web.journal import Change, Journal
from sholu.sources.web.page import Page
from sholu.sources.web.parts import next_part
from sholu.sources.web.reference import Reference

_TRIES = 4
_FIRST_PAUSE = 3_600.0  # seconds; four times as long after each further failure


@dataclass(frozen=True, slots=True)
class Arrived:
    """A page that is here and whose document is to be stored: who named it, what was told of it, and the page.

    `parts` are the further pages of the same article.
    """

    source: str
    told: Reference
    page: Page
    parts: tuple[Page, ...] = ()


class Queue:
    """The references in a journal; any thread may use it."""

    def __init__(self, journal: Journal) -> None:
        self._journal = journal

    def put(self, source: str, references: Iterable[Reference], read: Iterable[Fetched] = ()) -> int:
        """Add what a source names, and remember the validators of what was `read` for it; returns how many are new.

        A reference that is there already waits again when the source says that it was updated since.
        """
        now = time.time()
        new = 0
        with self._journal.changing() as change:
            for item in references:
                done = change.execute(
                    "INSERT INTO refs (url, source, title, published, updated, found, state) "
                    "VALUES (?, ?, ?, ?, ?, ?, 'waiting') ON CONFLICT (url) DO NOTHING",
                    (item.url, source, item.title, item.published, item.updated, now),
                )
                new += done.rowcount
                if not done.rowcount and item.updated:
                    change.execute(
                        "UPDATE refs SET state = 'waiting', updated = ?, tries = 0, due = 0 "
                        "WHERE url = ? AND state = 'done' AND coalesce(updated, published, '') < ?",
                        (item.updated, item.url, item.updated),
                    )
            for fetched in read:
                if not fetched.unchanged:
                    _keep_validators(change, fetched.url, fetched.headers)
        return new

    def ask_again(self, url: str) -> None:
        """Let a reference that is done wait again: the page is a source of its own."""
        with self._journal.changing() as change:
            change.execute("UPDATE refs SET state = 'waiting', tries = 0 WHERE url = ? AND state <> 'fetched'", (url,))

    def known(self, url: str) -> bool:
        """Whether a reference was ever put in."""
        return bool(self._journal.rows("SELECT 1 FROM refs WHERE url = ?", url))

    def is_here(self, url: str) -> bool:
        """Whether the page of a reference is here and not yet said to be done."""
        return bool(self._journal.rows("SELECT 1 FROM refs WHERE url = ? AND state = 'fetched'", url))

    def waiting(self, source: str, most: int) -> list[Reference]:
        """References of a source that are to be asked for now, the newest first."""
        rows = self._journal.rows(
            "SELECT url, title, published, updated FROM refs WHERE state = 'waiting' AND source = ? AND due <= ? "
            "ORDER BY published DESC, found LIMIT ?",
            *(source, time.time(), most),
        )
        return [Reference(*row) for row in rows]

    def keeper(self, url: str) -> Keep:
        """What writes the page of a reference down when it has come; where it leads on to a second page, that waits."""

        def keep(address: str, reply: Reply) -> Change:
            page = Page(address, reply.headers.get("content-type", ""), reply.body)
            onward = next_part(address, page, 2)
            body = zlib.compress(reply.body, 1)

            def change(change: sqlite3.Connection) -> None:
                change.execute(
                    "UPDATE refs SET state = ?, address = ?, type = ?, body = ? WHERE url = ?",
                    ("waiting" if onward else "fetched", page.url, page.type, body, url),
                )
                change.execute("DELETE FROM parts WHERE ref = ?", (url,))
                _lead_on(change, url, onward, 2)
                _keep_validators(change, address, reply.headers)

            return change

        return keep

    def onward(self, url: str) -> tuple[str, int] | None:
        """Where the article of a reference goes on and as which page, where the page before that is here."""
        rows = self._journal.rows("SELECT address, number FROM onward WHERE ref = ?", url)
        return (rows[0][0], rows[0][1]) if rows else None

    def part_keeper(self, url: str, number: int) -> Keep:
        """What writes a further page of a reference's article down; after the last one the article is here."""
        first = self._journal.rows("SELECT address FROM refs WHERE url = ?", url)[0][0]

        def keep(address: str, reply: Reply) -> Change:
            page = Page(address, reply.headers.get("content-type", ""), reply.body)
            onward = next_part(first, page, number + 1)
            body = zlib.compress(reply.body, 1)

            def change(change: sqlite3.Connection) -> None:
                change.execute("REPLACE INTO parts VALUES (?, ?, ?, ?, ?)", (url, number, page.url, page.type, body))
                _lead_on(change, url, onward, number + 1)
                if onward is None:
                    change.execute("UPDATE refs SET state = 'fetched' WHERE url = ?", (url,))

            return change

        return keep

    def end_here(self, url: str) -> None:
        """Let an article be what is here of it: its next page cannot be had."""
        with self._journal.changing() as change:
            _lead_on(change, url, None, 0)
            change.execute("UPDATE refs SET state = 'fetched' WHERE url = ?", (url,))

    def unchanged(self, url: str) -> None:
        """Note that a page that is read already has not changed."""
        with self._journal.changing() as change:
            change.execute("UPDATE refs SET state = 'done', code = NULL WHERE url = ? AND state = 'waiting'", (url,))

    def fail(self, url: str, code: str, *, again: bool) -> None:
        """Note why a page did not come; with `again` it is tried a few times more, later and later."""
        with self._journal.changing() as change:
            change.execute(
                "UPDATE refs SET code = ?, tries = tries + 1, due = ? + ? * (1 << (2 * tries)), "
                "state = CASE WHEN ? AND tries + 1 < ? THEN 'waiting' ELSE 'refused' END WHERE url = ?",
                (code, time.time(), _FIRST_PAUSE, again, _TRIES, url),
            )

    def arrived(self, most: int) -> list[Arrived]:
        """Pages that are here, the longest here first."""
        rows = self._journal.rows(
            "SELECT source, url, title, published, updated, address, type, body FROM refs WHERE state = 'fetched' "
            "ORDER BY rowid LIMIT ?",
            most,
        )
        return [
            Arrived(row[0], Reference(*row[1:5]), Page(row[5], row[6], zlib.decompress(row[7])), self._parts(row[1]))
            for row in rows
        ]

    def _parts(self, url: str) -> tuple[Page, ...]:
        rows = self._journal.rows("SELECT address, type, body FROM parts WHERE ref = ? ORDER BY number", url)
        return tuple(Page(row[0], row[1], zlib.decompress(row[2])) for row in rows)

    def done(self, url: str, code: str | None = None) -> None:
        """Say that a page's document is stored, or with a code why there is none; the page is let go."""
        with self._journal.changing() as change:
            change.execute(
                "UPDATE refs SET state = ?, code = ?, body = NULL WHERE url = ? AND state = 'fetched'",
                ("refused" if code else "done", code, url),
            )
            change.execute("DELETE FROM parts WHERE ref = ?", (url,))

    def counts(self, source: str | None = None) -> dict[str, int]:
        """How many references are in each state."""
        where, values = (" WHERE source = ?", (source,)) if source else ("", ())
        rows = self._journal.rows(f"SELECT state, count(*) FROM refs{where} GROUP BY state", *values)
        return {"waiting": 0, "fetched": 0, "done": 0, "refused": 0} | {row[0]: row[1] for row in rows}

    def pile(self, most: int) -> int:
        """How many pages are here unread, counted no further than `most`."""
        query = "SELECT count(*) FROM (SELECT 1 FROM refs WHERE state = 'fetched' LIMIT ?)"
        return int(self._journal.rows(query, most)[0][0])

    def found_since(self, source: str, moment: float) -> int:
        """How many references a source has named for the first time since a moment."""
        query = "SELECT count(*) FROM refs WHERE source = ? AND found >= ?"
        return int(self._journal.rows(query, source, moment)[0][0])

    def days_followed(self, source: str) -> float:
        """Days since a source named something for the first time; 0 when it never did."""
        first = self._journal.rows("SELECT min(found) FROM refs WHERE source = ?", source)[0][0]
        return max(0.0, time.time() - first) / 86_400.0 if first else 0.0


def _lead_on(change: sqlite3.Connection, url: str, onward: str | None, number: int) -> None:
    change.execute("DELETE FROM onward WHERE ref = ?", (url,))
    if onward:
        change.execute("INSERT INTO onward VALUES (?, ?, ?)", (url, onward, number))


def _keep_validators(change: sqlite3.Connection, url: str, headers: dict[str, str]) -> None:
    change.execute("REPLACE INTO validators VALUES (?, ?, ?)", (url, headers.get("etag"), headers.get("last-modified")))
