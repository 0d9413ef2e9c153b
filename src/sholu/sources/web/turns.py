"""One request at a time to each host, with a pause between, and no more than a run may make."""

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from sholu.errors import Rejected
from sholu.sources.web.journal import Journal
from sholu.sources.web.manners import Manners
from sholu.sources.web.retry import LONGEST


class HostWaits(Rejected):
    """The host wants to be left alone until the moment `until` (seconds since 1970); ask again then."""

    until: float = 0.0


class Stopped(Rejected):
    """Sholu was asked to stop before this request was made."""


@dataclass(slots=True)
class Turn:
    """A host's state while it is somebody's turn to ask it: when it may be asked, failures in a row, requests made."""

    host: str
    next_allowed: float
    failures: int
    made: int = 0
    lock: threading.Lock = field(default_factory=threading.Lock)


class Turns:
    """Hands out turns; any thread may ask."""

    def __init__(self, journal: Journal, manners: Manners, stop: threading.Event) -> None:
        self._journal = journal
        self._manners = manners
        self._stop = stop
        self._lock = threading.Lock()
        self._hosts: dict[str, Turn] = {}
        self._made = 0

    @contextmanager
    def of(self, host: str) -> Iterator[Turn]:
        """Wait for the turn to ask a host; while the block runs, nobody else has it.

        Rejected `host-waits` (as HostWaits) where that takes longer than our patience, `budget-spent`, `stopped`.
        """
        with self._lock:
            if host not in self._hosts:
                self._hosts[host] = Turn(host, *self._journal.host(host))
            turn = self._hosts[host]
        with turn.lock:
            self._wait(turn)
            self._spend(turn)
            yield turn

    def _wait(self, turn: Turn) -> None:
        wait = min(turn.next_allowed - time.time(), LONGEST)  # a clock that was set back must not stop us for ever
        if wait > self._manners.patience:
            error = HostWaits(
                f"{turn.host} wants to be left alone for {wait:,.0f} seconds more.",
                code="host-waits",
                hint="It is asked again by a later run.",
            )
            error.until = time.time() + wait
            raise error
        if self._stop.wait(wait) if wait > 0 else self._stop.is_set():
            raise Stopped("Sholu was asked to stop.", code="stopped", hint="What is left is fetched by the next run.")

    def _spend(self, turn: Turn) -> None:
        with self._lock:
            if turn.made >= self._manners.per_host or self._made >= self._manners.per_run:
                raise Rejected(
                    f"This run has made all the requests that it may make ({turn.made} to {turn.host}).",
                    code="budget-spent",
                    hint="What is left is fetched by the next run.",
                )
            turn.made += 1
            self._made += 1
