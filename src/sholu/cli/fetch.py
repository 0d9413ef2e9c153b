"""`sholu fetch` and `sholu watch`: from the sources that are followed into the store, once or for good."""

import signal
import sys
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TextIO

import typer

from sholu.cli.counts import Counts
from sholu.cli.options import PackNames, StoreFile, open_library
from sholu.cli.sources import Contact, Delay, manners, opened
from sholu.errors import InputError, Rejected, told
from sholu.text.visible import visible

if TYPE_CHECKING:
    from sholu.library import Library
    from sholu.sources.furniture import Furniture
    from sholu.sources.web.journal import Journal
    from sholu.sources.web.manners import Manners
    from sholu.sources.web.queue import Arrived
    from sholu.sources.web.registry import Source
    from sholu.sources.web.run import Tally

_STOPPED = 130
_KEPT = 90 * 86_400.0  # seconds for which requests stay on record
_LONGEST_NAP = 60.0
_BECAME = {"new": "added", "copy": "added copy", "revision": "added later version", "repost": "same text as"}

Workers = Annotated[int, typer.Option(min=1, max=64, help="Hosts that are asked at the same time.")]
Most = Annotated[int, typer.Option("--most", min=1, help="Pages of one source that one look fetches at most.")]
LogFile = Annotated[Path | None, typer.Option("--log", help="Add what happens to this file; stderr if not given.")]
MetricsFile = Annotated[Path | None, typer.Option("--metrics", help="Write figures for Prometheus to this file.")]


def register(app: typer.Typer) -> None:
    """Add the commands to the command line."""
    app.command("fetch")(fetch)
    app.command("watch")(watch)


def fetch(
    ids: Annotated[list[str] | None, typer.Argument(help="Ids of sources; all if none is given.")] = None,
    store: StoreFile = None,
    pack: PackNames = None,
    contact: Contact = None,
    workers: Workers = 8,
    most: Most = 200,
    delay: Delay = 1.0,
    log: LogFile = None,
    metrics: MetricsFile = None,
) -> None:
    """Look at the sources once, and keep what is new in the store with its readings."""
    with _desk(store, pack, manners(contact, delay), workers, most, log, metrics) as desk, _stopping(desk.stop):
        from sholu.sources.web.registry import Registry

        registry = Registry(desk.journal)
        chosen = [registry.get(id) for id in ids] if ids else registry.all()
        if not chosen:
            raise InputError("No sources are followed.", code="sources-none", hint="`sholu sources add URL`.")
        count = desk.run(chosen)
        typer.echo(f"{count} Store: {desk.library.store.path}")
        if desk.stop.is_set():
            raise typer.Exit(_STOPPED)
        if count.refused or count.failed:
            raise typer.Exit(1)


def watch(
    store: StoreFile = None,
    pack: PackNames = None,
    contact: Contact = None,
    workers: Workers = 8,
    most: Most = 200,
    delay: Delay = 1.0,
    log: LogFile = None,
    metrics: MetricsFile = None,
) -> None:
    """Keep looking at the sources, each about twice as often as it publishes, until SIGTERM or Ctrl-C."""
    with _desk(store, pack, manners(contact, delay), workers, most, log, metrics) as desk, _stopping(desk.stop):
        from sholu.sources.web.registry import Registry

        registry = Registry(desk.journal)
        desk.say(f"watching {len(registry.all())} sources")
        while not desk.stop.is_set():
            moments = {source: registry.health(source.id).due for source in registry.all()}
            due = [source for source, moment in moments.items() if moment <= time.time()]
            if due:
                desk.run(due)
                desk.journal.forget(time.time() - _KEPT)
                continue
            nap = min([moment - time.time() for moment in moments.values()], default=_LONGEST_NAP)
            desk.status(f"{len(moments)} sources, the next in {max(nap, 0):.0f} s")
            desk.stop.wait(min(max(nap, 0.1), _LONGEST_NAP))
        desk.say("stopped; what was finished before is kept")


@dataclass
class Count(Counts):
    """What became of the pages of one run."""

    failed: int = 0
    postponed: int = 0

    def __str__(self) -> str:
        later = f", {self.postponed} left for later" if self.postponed else ""
        return f"{super().__str__()}, {self.failed} sources failed{later}."


@dataclass
class Desk:
    """All that a run needs, open: the store, the record of requests, how to behave, where to speak."""

    library: "Library"
    journal: "Journal"
    manners: "Manners"
    workers: int
    most: int
    out: TextIO
    metrics: Path | None
    stop: threading.Event

    def say(self, line: str) -> None:
        """One line in the log."""
        moment = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
        start = "\r\x1b[K" if self.out is sys.stderr and self.out.isatty() else ""
        print(f"{start}{moment} {visible(line)}", file=self.out, flush=True)

    def status(self, line: str) -> None:
        """What is going on, on the last line of a terminal."""
        if sys.stderr.isatty():
            print(f"\r\x1b[K{line}", end="", file=sys.stderr, flush=True)

    def run(self, sources: "Sequence[Source]") -> Count:
        """Look at sources and store what they bring."""
        from sholu.sources.furniture import Furniture
        from sholu.sources.web.fetch import Fetcher
        from sholu.sources.web.memory import JournalMemory
        from sholu.sources.web.metrics import write_metrics
        from sholu.sources.web.registry import Registry
        from sholu.sources.web.run import Run

        registry = Registry(self.journal)
        fetcher = Fetcher(self.journal, registry.policy(), self.manners, stop=self.stop)
        run = Run(fetcher, workers=self.workers, most=self.most)
        known = {source.id: source for source in registry.all()}
        count = Count()
        furniture = Furniture(JournalMemory(self.journal))
        for item in run.pages(sources):
            self._store(item, known.get(item.source), furniture, count)
            self.status(f"{run.tally.pages} pages fetched, {count.new} added, {count.refused} refused")
            if self.stop.is_set():
                break
        self._close(run.tally, sources, count)
        if self.metrics:
            write_metrics(self.journal, self.metrics)
        return count

    def _store(self, item: "Arrived", source: "Source | None", furniture: "Furniture", count: Count) -> None:
        """Store the documents of a page; only then is the page let go."""
        from sholu.sources.web.page import documents
        from sholu.sources.web.queue import Queue

        refused: Rejected | None = None
        try:
            found = documents(
                item.page,
                item.told,
                outlet=source.outlet if source else None,
                language=source.language if source else None,
                parts=item.parts,
            )
            for added in self.library.add(map(furniture.removed_from, found)):
                if added.error:
                    refused = added.error
                    continue
                count.take(added)
                if added.new or added.kind == "repost":
                    self.say(f"{_BECAME[added.kind]} {added.id} {item.page.url} {added.title or ''}")
        except Rejected as error:
            refused = error
        except (ValueError, RecursionError, LookupError, TypeError, AttributeError, AssertionError) as error:
            # A page on which an HTML library stumbles must not end a watch that runs for weeks.
            refused = Rejected(
                f"The page cannot be read: {told(error)}.", code="page-unreadable", hint="Please report its address."
            )
        if refused:
            count.refused += 1
            self.say(f"refused ({refused.code}) {item.page.url}: {refused.message}")
        Queue(self.journal).done(item.told.url, refused.code if refused else None)

    def _close(self, tally: "Tally", sources: "Sequence[Source]", count: Count) -> None:
        from sholu.sources.web.registry import Registry

        registry = Registry(self.journal)
        for source in sources:
            health = registry.health(source.id)
            if health.code is not None:
                self.say(f"source {source.id} failed ({health.code}), {health.failures} times in a row")
        count.failed, count.postponed = tally.failed, tally.postponed
        count.refused += sum(tally.refused.values())
        for line in tally.mistakes:
            self.say(f"mistake in Sholu, please report it: {line}")
        for code, number in sorted(tally.cut.items()):
            self.say(f"{number} articles end before their next page ({code})")
        for code, number in sorted(tally.refused.items()):
            self.say(f"{number} pages refused ({code})")
        self.say(f"{tally.sources} sources looked at, {tally.named} new articles named; {count}")


@contextmanager
def _desk(
    store: Path | None,
    pack: list[str] | None,
    behaviour: "Manners",
    workers: int,
    most: int,
    log: Path | None,
    metrics: Path | None,
) -> Iterator[Desk]:
    from sholu.sources.web.lock import only_one

    with (
        open_library(store, pack, make=True) as library,
        only_one(library.store.path.with_name(f"{library.store.path.stem}.fetch.lock")),
        opened(store) as journal,
        _log(log) as out,
    ):
        journal.interrupted()
        yield Desk(library, journal, behaviour, workers, most, out, metrics, threading.Event())


@contextmanager
def _log(path: Path | None) -> Iterator[TextIO]:
    if path is None:
        yield sys.stderr
        return
    try:
        file = path.open("a", encoding="utf-8")
    except OSError as error:
        raise InputError(
            f"{path} cannot be written: {error.strerror}.", code="file-unwritable", hint="Name another file."
        ) from error
    with file:
        yield file


@contextmanager
def _stopping(stop: threading.Event) -> Iterator[None]:
    """Let SIGTERM and the first Ctrl-C end the run after what is under way; the second Ctrl-C is as everywhere."""

    def end(number: int, _: object) -> None:
        if stop.is_set() and number == signal.SIGINT:
            raise KeyboardInterrupt
        stop.set()

    before = {number: signal.signal(number, end) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
