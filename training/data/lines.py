"""What the readers of public sets share: their lines, and spans as these write them."""

import gzip
import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from sholu.model.span import Span
from training.example import Marked, outermost

Line = dict[str, Any]
"""One document of a set: `id`, `text`, `language` and `gold`."""


def read_lines(path: Path) -> Iterator[Line]:
    """The documents in a file of gzipped JSON lines."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def spans(rows: Iterable[list[int]]) -> tuple[Span, ...]:
    """Spans written as [start, end]."""
    return tuple(Span(start, end) for start, end in rows)


def layer(rows: Iterable[Span], *labels: str) -> tuple[Marked, ...]:
    """The outermost of these spans, each with these labels."""
    return outermost(Marked(span, labels) for span in rows)[0]


def nearest(spans: Iterable[Span], to: Span) -> Span:
    """That one of the spans with the fewest characters between it and `to`; the earlier when two are as near."""
    return min(spans, key=lambda span: (gap(span, to), span.start))


def gap(one: Span, other: Span) -> int:
    """How many characters lie between two spans."""
    return max(0, other.start - one.end, one.start - other.end)
