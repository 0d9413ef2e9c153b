"""The sources that a user follows, kept beside the store; and how each of them is doing."""

import re
import sqlite3
import time
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, get_args

from sholu.errors import InputError
from sholu.sources.web.address import Policy, parse
from sholu.sources.web.journal import Journal

SourceKind = Literal["feed", "sitemap", "listing", "page"]
KINDS: tuple[SourceKind, ...] = get_args(SourceKind)

_ID = re.compile(r"[a-z0-9][a-z0-9._-]{0,80}")
_OTHER = re.compile(r"[^a-z0-9._-]+")


@dataclass(frozen=True, slots=True)
class Source:
    """One source: where it is and what it is; `outlet` and `language` are given to all its articles.

    `every` is how often it is looked at in seconds, None to go by how often it publishes; `allowed` are hosts that may
    be asked for it though they stand in a private network.
    """

    id: str
    url: str
    kind: SourceKind
    outlet: str | None = None
    language: str | None = None
    title: str | None = None
    every: float | None = None
    allowed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Health:
    """How a source is doing: when it was last tried and when that last worked, failures in a row, the last one's code.

    Moments are in seconds since 1970; `due` is when it is looked at next.
    """

    tried: float | None = None
    worked: float | None = None
    failures: int = 0
    code: str | None = None
    due: float = 0.0


def beside(store: Path) -> Path:
    """Where the sources of a store are kept."""
    return store.with_name(f"{store.stem}.sources.sqlite")


class Registry:
    """The sources in a journal."""

    def __init__(self, journal: Journal) -> None:
        self._journal = journal

    def add(self, source: Source) -> Source:
        """Keep a source; an empty id is made from its address. InputError `source-known`, `source-wrong`."""
        kept = self._checked(source)
        with self._journal.changing() as change:
            _insert(change, kept)
        return kept

    def add_all(self, sources: Iterable[Source]) -> tuple[list[Source], int]:
        """Keep those that are not there yet, all or none; returns them, and how many were there already."""
        added: list[Source] = []
        known = 0
        urls = {source.url for source in self.all()}
        ids = {source.id for source in self.all()}
        for source in sources:
            if source.url in urls:
                known += 1
                continue
            wanted = source.id if source.id not in ids else ""
            kept = self._named(Source(**{**_fields(source), "id": wanted}), ids)  # type: ignore[arg-type]
            urls.add(kept.url)
            ids.add(kept.id)
            added.append(kept)
        with self._journal.changing() as change:
            for source in added:
                _insert(change, source)
        return added, known

    def _checked(self, source: Source) -> Source:
        for known in self.all():
            if known.url == source.url:
                raise InputError(
                    f"{source.url} is followed already, as {known.id}.",
                    code="source-known",
                    hint="`sholu sources list` shows all.",
                )
            if known.id == source.id:
                raise InputError(
                    f"There is a source {source.id} already.", code="source-known", hint="Give another --id."
                )
        return self._named(source, {known.id for known in self.all()})

    @staticmethod
    def _named(source: Source, taken: set[str]) -> Source:
        address = parse(source.url)
        Policy.allowing(source.allowed)
        if source.kind not in KINDS:
            raise InputError(
                f"There is no kind of source {source.kind!r}.", code="source-wrong", hint=f"Known: {', '.join(KINDS)}."
            )
        id = source.id or _free_id(address.host, address.target, taken)
        if not _ID.fullmatch(id):
            raise InputError(
                f"{id!r} is no id for a source.", code="source-wrong", hint="Use small letters, digits, . - and _."
            )
        return Source(**{**_fields(source), "id": id, "url": str(address)})  # type: ignore[arg-type]

    def all(self) -> list[Source]:
        """All sources, by id."""
        rows = self._journal.rows(
            "SELECT id, url, kind, outlet, language, title, every, allowed FROM sources ORDER BY id"
        )
        return [Source(**{**dict(row), "allowed": tuple(row["allowed"].split())}) for row in rows]

    def get(self, id: str) -> Source:
        """One source. InputError `source-unknown`."""
        for source in self.all():
            if source.id == id:
                return source
        raise InputError(f"There is no source {id!r}.", code="source-unknown", hint="`sholu sources list` shows all.")

    def remove(self, id: str) -> None:
        """Follow a source no more; what came from it stays. InputError `source-unknown`."""
        self.get(id)
        with self._journal.changing() as change:
            change.execute("DELETE FROM sources WHERE id = ?", (id,))
            change.execute("DELETE FROM health WHERE source = ?", (id,))
            change.execute("DELETE FROM refs WHERE source = ? AND state = 'waiting'", (id,))
            for table in ("parts", "onward"):
                change.execute(f"DELETE FROM {table} WHERE ref NOT IN (SELECT url FROM refs)")

    def policy(self) -> Policy:
        """Whom the sources together allow to be asked."""
        return Policy.allowing(host for source in self.all() for host in source.allowed)

    def health(self, id: str) -> Health:
        """How a source is doing."""
        rows = self._journal.rows("SELECT tried, worked, failures, code, due FROM health WHERE source = ?", id)
        return Health(**{**dict(rows[0]), "due": rows[0]["due"] or 0.0}) if rows else Health()

    def postpone(self, id: str, due: float) -> None:
        """Look at a source later than planned, which says nothing of its health."""
        with self._journal.changing() as change:
            change.execute("INSERT OR IGNORE INTO health (source) VALUES (?)", (id,))
            change.execute("UPDATE health SET due = ? WHERE source = ?", (due, id))

    def note(self, id: str, code: str | None, due: float) -> None:
        """Note that a source was looked at: whether that worked (code None), and when to look next."""
        now = time.time()
        with self._journal.changing() as change:
            change.execute("INSERT OR IGNORE INTO health (source) VALUES (?)", (id,))
            change.execute(
                "UPDATE health SET tried = ?, worked = CASE WHEN ? IS NULL THEN ? ELSE worked END, code = ?, "
                "failures = CASE WHEN ? IS NULL THEN 0 ELSE failures + 1 END, due = ? WHERE source = ?",
                (now, code, now, code, code, due, id),
            )


def _fields(source: Source) -> dict[str, object]:
    return {name: getattr(source, name) for name in Source.__slots__}


def _insert(change: sqlite3.Connection, source: Source) -> None:
    values = (*(getattr(source, name) for name in Source.__slots__[:7]), " ".join(source.allowed), time.time())
    change.execute("INSERT INTO sources VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", values)


def _free_id(host: str, target: str, taken: set[str]) -> str:
    name = host.removeprefix("www.").replace(":", "-")[:60]
    if name in taken:
        name = _OTHER.sub("-", f"{name}{target.lower()}")[:70].rstrip("-.")
    free, number = name, 2
    while free in taken:
        free, number = f"{name}-{number}", number + 1
    return free
