"""One run over some sources: hosts are asked side by side, each by one guest; pages come out as they arrive."""

import threading
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from time import time

from sholu.errors import Rejected, StoreError
from sholu.errors import told as told_of
from sholu.sources.web.address import parse
from sholu.sources.web.fetch import LATER, TRANSIENT, Fetcher
from sholu.sources.web.gather import gather
from sholu.sources.web.queue import Arrived, Queue
from sholu.sources.web.reference import Reference
from sholu.sources.web.registry import Registry, Source
from sholu.sources.web.schedule import SHORTEST, interval

_WEEK = 7 * 86_400.0
_PILE = 300  # pages that may lie here unread before fetching waits for reading
_BATCH = 20
_POLL_S = 0.2


@dataclass(slots=True)
class Tally:
    """What a run has done so far: new references, pages, refusals by their code, and sources.

    Sources were looked at, of which some failed, or `postponed` for their host's sake or ours. `cut` counts articles
    whose next page could not be had, by the code of why. `mistakes` are our own.
    """

    sources: int = 0
    failed: int = 0
    postponed: int = 0
    named: int = 0
    pages: int = 0
    refused: Counter[str] = field(default_factory=Counter)
    cut: Counter[str] = field(default_factory=Counter)
    mistakes: list[str] = field(default_factory=list)
    lock: threading.Lock = field(default_factory=threading.Lock)


class Run:
    """A run with a fetcher of its own. `most` is how many pages of one source are fetched at most."""

    def __init__(self, fetcher: Fetcher, *, workers: int = 8, most: int = 200) -> None:
        self.tally = Tally()
        self._fetcher = fetcher
        self._registry = Registry(fetcher.journal)
        self._queue = Queue(fetcher.journal)
        self._workers = workers
        self._most = most
        self._news = threading.Condition()
        self._away: set[str] = set()  # hosts that are not to be asked any more in this run

    def pages(self, sources: Sequence[Source]) -> Iterator[Arrived]:
        """The pages that the sources name and that were not read before, as they arrive; first those left from before.

        Say `Queue.done` of each when its document is stored: until then it comes again. When the fetcher is stopped,
        what has arrived is still given out.
        """
        groups: defaultdict[str, list[Source]] = defaultdict(list)
        for source in sources:
            groups[parse(source.url).host.removeprefix("www.")].append(source)
        with ThreadPoolExecutor(self._workers, "fetch") as pool:
            jobs = [pool.submit(self._group, group) for group in groups.values()]
            try:
                yield from self._arriving(jobs)
            except BaseException:
                self._fetcher.stop.set()
                raise
        for job in jobs:
            job.result()

    def _arriving(self, jobs: "list[Future[None]]") -> Iterator[Arrived]:
        given: set[str] = set()
        while True:
            over = all(job.done() for job in jobs)
            batch = [item for item in self._queue.arrived(_BATCH + len(given)) if item.told.url not in given]
            for item in batch:
                yield item
                if self._queue.is_here(item.told.url):  # not stored: it stays here, but this run has had it
                    given.add(item.told.url)
            with self._news:
                self._news.notify_all()
                if not batch:
                    if over:
                        return
                    self._news.wait(_POLL_S)

    def _group(self, sources: list[Source]) -> None:
        for source in sources:
            if self._fetcher.stop.is_set():
                return
            self._look(source)
            self._read(source)

    def _look(self, source: Source) -> None:
        """Ask a source what it names, and note how that went and when to ask again."""
        code: str | None = None
        try:
            found = gather(self._fetcher, source, self._queue.known)
            new = self._queue.put(source.id, found.references, found.read)
            if source.kind == "page":
                self._queue.ask_again(found.references[0].url)
        except Rejected as error:
            if error.code in LATER:
                self._postpone(source, error)
                return
            code, new = error.code, 0
        except StoreError:
            raise
        except Exception as error:
            code, new = "source-unreadable", 0
            self._mistake(source.url, error)
        with self.tally.lock:
            self.tally.sources += 1
            self.tally.failed += code is not None
            self.tally.named += new
        self._registry.note(source.id, code, time() + self._until_next(source, failed=code is not None))

    def _postpone(self, source: Source, error: Rejected) -> None:
        """The source was not asked at all, through no fault of its own."""
        if error.code != "stopped":
            self._registry.postpone(source.id, getattr(error, "until", time() + SHORTEST))
        with self.tally.lock:
            self.tally.postponed += 1

    def _until_next(self, source: Source, *, failed: bool) -> float:
        week = self._queue.found_since(source.id, time() - _WEEK)
        failures = self._registry.health(source.id).failures + 1 if failed else 0
        return interval(week, self._queue.days_followed(source.id), failures, source.every)

    def _read(self, source: Source) -> None:
        for told in self._queue.waiting(source.id, self._most):
            self._wait_for_reading()
            if self._fetcher.stop.is_set():
                return
            host = parse(told.url).host
            if host not in self._away:
                self._page(told, host)

    def _page(self, told: Reference, host: str) -> None:
        unchanged = False
        try:
            if self._queue.onward(told.url) is None:
                keep = self._queue.keeper(told.url)
                unchanged = self._fetcher.fetch(told.url, conditional=True, keep=keep).unchanged
            self._further(told.url)
        except Rejected as error:
            if error.code in LATER or error.code == "host-busy":
                self._away.add(host)
                return
            self._queue.fail(told.url, error.code, again=error.code in TRANSIENT)
            with self.tally.lock:
                self.tally.refused[error.code] += 1
        except StoreError:
            raise
        except Exception as error:
            self._queue.fail(told.url, "page-unreadable", again=False)
            self._mistake(told.url, error)
            with self.tally.lock:
                self.tally.refused["page-unreadable"] += 1
        else:
            if unchanged:
                self._queue.unchanged(told.url)
            with self.tally.lock:
                self.tally.pages += not unchanged
            with self._news:
                self._news.notify_all()

    def _further(self, url: str) -> None:
        """The further pages of an article; when one cannot be had, the article is what came before it."""
        while onward := self._queue.onward(url):
            address, number = onward
            try:
                self._fetcher.fetch(address, keep=self._queue.part_keeper(url, number))
            except Rejected as error:
                if error.code in LATER or error.code == "host-busy":
                    raise  # the article waits, with the pages that are here
                self._queue.end_here(url)
                with self.tally.lock:
                    self.tally.cut[error.code] += 1

    def _mistake(self, url: str, error: Exception) -> None:
        """One strange answer that we stumble over must not cost the others of a long run."""
        with self.tally.lock:
            self.tally.mistakes.append(f"{url:.200}: {told_of(error)}")

    def _wait_for_reading(self) -> None:
        while self._queue.pile(_PILE) >= _PILE and not self._fetcher.stop.is_set():
            with self._news:
                self._news.wait(_POLL_S)
