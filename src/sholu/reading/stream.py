"""Reading many documents in order, on one core or on several."""

import os
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from functools import cache, partial
from itertools import islice
from multiprocessing import get_all_start_methods, get_context, parent_process
from multiprocessing.connection import wait
from threading import Thread
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from sholu.errors import Rejected, SholuError, told
from sholu.model.contract import to_json
from sholu.model.document import Document
from sholu.model.reading import Reading

if TYPE_CHECKING:
    from sholu.reading.reader import ExactReader

R = TypeVar("R")
_CHUNK = 8


class Refused(NamedTuple):
    """A document that was not read: its id, and why."""

    id: str
    error: Rejected


def read_many(
    documents: Iterable[Document], *, workers: int = 1, packs: tuple[str, ...] | None = None
) -> Iterator[Reading | Refused]:
    """A reading, or why there is none, for each document, in their order.

    `packs` are the names of the region packs to read with; None stands for the default ones.

    Never more than a few dozen documents are held at a time, however long the stream is.
    """
    return _map(partial(read_one, packs=packs), documents, workers, packs)


def read_many_as_json(
    documents: Iterable[Document], *, workers: int = 1, packs: tuple[str, ...] | None = None
) -> Iterator[str | Refused]:
    """The same with each reading as a line of the contract: with several workers, JSON is made by them."""
    return _map(partial(read_one_as_json, packs=packs), documents, workers, packs)


def read_one(document: Document, *, packs: tuple[str, ...] | None = None) -> Reading | Refused:
    """A reading of one document, or the reason why it cannot be read.

    A document on which the reader itself fails is refused like any other (`reader-failed`): one strange article must
    not cost the others of a long batch.
    """
    made = reader(packs)
    try:
        return made.read(document)
    except Rejected as error:
        return Refused(document.id, error)
    except Exception as error:
        hint = "This is a mistake in Sholu; please report it with the article."
        return Refused(document.id, Rejected(f"The reader failed: {told(error)}.", code="reader-failed", hint=hint))


def read_one_as_json(document: Document, *, packs: tuple[str, ...] | None = None) -> str | Refused:
    """The same as a line of JSON."""
    result = read_one(document, packs=packs)
    return result if isinstance(result, Refused) else to_json(result)


@cache
def reader(packs: tuple[str, ...] | None = None) -> "ExactReader":
    """The reader for these packs (None: the default ones), made once."""
    from sholu.packs import load_packs
    from sholu.reading.reader import ExactReader

    return ExactReader(load_packs(packs) if packs else None)


def _settle() -> None:
    """Once in every worker: Ctrl-C is for the parent to handle, and no worker outlives a parent that was killed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = parent_process()
    if parent is not None:
        Thread(target=_leave_with, args=(parent.sentinel,), daemon=True).start()


def _leave_with(parent: int) -> None:
    wait([parent])
    os._exit(1)


def _chunk(function: Callable[[Document], R], documents: list[Document]) -> list[R]:
    return [function(document) for document in documents]


def _map(
    function: Callable[[Document], R], documents: Iterable[Document], workers: int, packs: tuple[str, ...] | None
) -> Iterator[R]:
    if workers <= 1:
        yield from map(function, documents)
        return
    reader(packs)  # loaded before the fork, its data is shared by all workers
    method = "fork" if "fork" in get_all_start_methods() else "spawn"
    stream = iter(documents)
    with ProcessPoolExecutor(workers, get_context(method), _settle) as pool:
        waiting: deque[Future[list[R]]] = deque()
        try:
            while True:
                while len(waiting) < 3 * workers and (chunk := list(islice(stream, _CHUNK))):
                    waiting.append(pool.submit(_chunk, function, chunk))
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
