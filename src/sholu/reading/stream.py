"""Reading many documents in order, on one core or on several."""

import os
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from functools import cache, partial
from itertools import islice
from multiprocessing import get_all_start_methods, get_context, parent_process
from multiprocessing.connection import wait
from threading import Thread
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from sholu.errors import Rejected, SholuError
from sholu.model.contract import to_json
from sholu.model.document import Document
from sholu.model.reading import Reading
from sholu.reading.engines import Engine

if TYPE_CHECKING:
    from sholu.reading.reader import ExactReader

R = TypeVar("R")
_CHUNK = 8


class Refused(NamedTuple):
    """A document that was not read: its id, and why."""

    id: str
    error: Rejected


@dataclass(frozen=True, slots=True)
class Manner:
    """How to read: with which region packs (None: the default ones), by which engine (None: the best there is)."""

    packs: tuple[str, ...] | None = None
    engine: Engine | None = None
    explain: bool = False


PLAIN = Manner()


def read_many(
    documents: Iterable[Document], *, workers: int = 1, manner: Manner = PLAIN
) -> Iterator[Reading | Refused]:
    """A reading, or why there is none, for each document, in their order.

    Never more than a few dozen documents are held at a time, however long the stream is.
    """
    return _map(partial(_read, manner), documents, workers, manner)


def read_many_as_json(
    documents: Iterable[Document], *, workers: int = 1, manner: Manner = PLAIN
) -> Iterator[str | Refused]:
    """The same with each reading as a line of the contract: with several workers, JSON is made by them."""
    return _map(partial(_read_as_json, manner), documents, workers, manner)


def _read(manner: Manner, documents: list[Document]) -> list[Reading | Refused]:
    return [
        Refused(document.id, result) if isinstance(result, Rejected) else result
        for document, result in zip(documents, reader(manner).read_all(documents), strict=True)
    ]


def _read_as_json(manner: Manner, documents: list[Document]) -> list[str | Refused]:
    return [result if isinstance(result, Refused) else to_json(result) for result in _read(manner, documents)]


@cache
def reader(manner: Manner = PLAIN) -> "ExactReader":
    """The reader that reads in this manner, made once in a process."""
    from sholu.packs import load_packs
    from sholu.reading.reader import make_reader

    return make_reader(load_packs(manner.packs) if manner.packs else None, manner.engine, explain=manner.explain)


def _settle() -> None:
    """Once in every worker: Ctrl-C is for the parent to handle, and no worker outlives a parent that was killed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = parent_process()
    if parent is not None:
        Thread(target=_leave_with, args=(parent.sentinel,), daemon=True).start()


def _leave_with(parent: int) -> None:
    wait([parent])
    os._exit(1)


def _map(
    function: Callable[[list[Document]], list[R]], documents: Iterable[Document], workers: int, manner: Manner
) -> Iterator[R]:
    stream = iter(documents)
    if workers <= 1:
        for document in stream:
            yield from function([document])
        return
    reader(manner)  # loaded before the fork, its data is shared by all workers
    method = "fork" if "fork" in get_all_start_methods() else "spawn"
    with ProcessPoolExecutor(workers, get_context(method), _settle) as pool:
        waiting: deque[Future[list[R]]] = deque()
        try:
            while True:
                while len(waiting) < 3 * workers and (chunk := list(islice(stream, _CHUNK))):
                    waiting.append(pool.submit(function, chunk))
                if not waiting:
                    return
                yield from waiting.popleft().result()
        except BrokenProcessPool as error:
            raise SholuError(
                "A worker process was killed while it read, most likely for want of memory.",
                code="worker-killed",
                hint="Read with fewer workers: --workers 1.",
            ) from error
        finally:
            for future in waiting:
                future.cancel()
