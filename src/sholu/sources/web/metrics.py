"""How fetching goes, as a text file that Prometheus reads."""

import os
from collections.abc import Iterator
from pathlib import Path

from sholu.errors import InputError
from sholu.sources.web.journal import Journal
from sholu.sources.web.queue import Queue
from sholu.sources.web.registry import Registry
from sholu.version import __version__


def metrics(journal: Journal) -> str:
    """All figures in Prometheus' text format."""
    return "\n".join([*_requests(journal), *_references(journal), *_sources(journal), ""])


def write_metrics(journal: Journal, path: Path) -> None:
    """Write the figures to a file, at once: who reads it sees the old ones or the new ones. InputError."""
    part = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        part.write_text(metrics(journal), "utf-8")
        part.replace(path)
    except OSError as error:
        raise InputError(
            f"{path} cannot be written: {error.strerror}.", code="file-unwritable", hint="Name another file."
        ) from error


def _requests(journal: Journal) -> Iterator[str]:
    yield from _head("sholu_info", "gauge", "The version that is running.")
    yield f'sholu_info{{version="{_label(__version__)}"}} 1'
    outcomes = list(journal.outcomes())
    yield from _head("sholu_requests_total", "counter", "Requests made, by how they ended.")
    yield from (f'sholu_requests_total{{outcome="{_label(name)}"}} {count}' for name, count, _ in outcomes)
    yield from _head("sholu_bytes_total", "counter", "Bytes of bodies received.")
    yield f"sholu_bytes_total {sum(size for _, _, size in outcomes)}"


def _references(journal: Journal) -> Iterator[str]:
    yield from _head("sholu_references", "gauge", "Articles that sources named, by what became of them.")
    for state, count in sorted(Queue(journal).counts().items()):
        yield f'sholu_references{{state="{_label(state)}"}} {count}'


def _sources(journal: Journal) -> Iterator[str]:
    registry = Registry(journal)
    healths = [(_label(source.id), registry.health(source.id)) for source in registry.all()]
    yield from _head("sholu_source_failures", "gauge", "Failures in a row of a source.")
    yield from (f'sholu_source_failures{{source="{id}"}} {health.failures}' for id, health in healths)
    yield from _head("sholu_source_worked_seconds", "gauge", "When a source was last read, in seconds since 1970.")
    yield from (f'sholu_source_worked_seconds{{source="{id}"}} {health.worked or 0:.0f}' for id, health in healths)
    yield from _head("sholu_source_due_seconds", "gauge", "When a source is looked at next, in seconds since 1970.")
    yield from (f'sholu_source_due_seconds{{source="{id}"}} {health.due:.0f}' for id, health in healths)


def _head(name: str, kind: str, help: str) -> Iterator[str]:
    yield f"# HELP {name} {help}"
    yield f"# TYPE {name} {kind}"


def _label(value: str) -> str:
    return value.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
