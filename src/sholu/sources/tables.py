"""Tables of articles, one a row: CSV and its relatives, and Parquet."""

import csv
import io
from collections.abc import Iterator
from importlib import import_module
from typing import Any

from sholu.errors import Rejected
from sholu.sources import gdelt
from sholu.sources.columns import Columns
from sholu.sources.given import Given
from sholu.sources.item import LARGEST, LARGEST_WHOLE, Found, Item, Refusal
from sholu.sources.records import record_document
from sholu.text.encoding import codec, decode

_DELIMITERS = ",;\t|"
_BATCH = 256  # rows of Parquet held at a time


def read_csv(item: Item, given: Given, columns: Columns) -> Iterator[Found]:
    """A document a row; the sign between columns and the encoding are found. The first row names the columns.

    Refused: `column-missing`, `table-broken`, `addresses-only` (a table of GDELT), and what each row is refused for.
    """
    head = item.stream.peek(1 << 16)
    encoding = codec(given.encoding) if given.encoding else _encoding(head)
    if gdelt.is_table(head.split(b"\n", 1)[0].decode("utf-8", "replace").rstrip("\r").split("\t")):
        raise gdelt.only_addresses()
    csv.field_size_limit(max(csv.field_size_limit(), LARGEST))
    text = io.TextIOWrapper(item.stream, encoding=encoding, errors="replace", newline="")
    first = head.split(b"\n", 1)[0].decode(encoding, "replace")
    rows = csv.reader(text, delimiter=max(_DELIMITERS, key=first.count))
    headers = [header.strip("\ufeff ") for header in _row(rows) or []]
    found = columns.among(headers)
    number = 1
    while (row := _row(rows)) is not None:
        number += 1
        if not any(cell.strip() for cell in row):
            continue
        record = dict(zip(headers, row, strict=False))
        yield from _documents(f"{item.name}, row {number}", record, found, given)


def read_parquet(item: Item, given: Given, columns: Columns) -> Iterator[Found]:
    """A document a row, only the columns needed. Refused: `parquet-missing` where pyarrow is not installed."""
    try:
        parquet: Any = import_module("pyarrow.parquet")
    except ImportError as error:
        raise Rejected(
            "Reading Parquet needs pyarrow, which is not installed.",
            code="parquet-missing",
            hint="Say pip install 'sholu[parquet]', or save the table as CSV.",
        ) from error
    table = parquet.ParquetFile(io.BytesIO(item.whole(LARGEST_WHOLE)))
    found = columns.among(table.schema_arrow.names)
    number = 0
    for batch in table.iter_batches(batch_size=_BATCH, columns=sorted(set(found.values()))):
        item.budget.spend(batch.nbytes)
        for record in batch.to_pylist():
            number += 1
            yield from _documents(f"{item.name}, row {number}", record, found, given)


def _documents(where: str, record: dict[str, Any], found: Any, given: Given) -> Iterator[Found]:
    try:
        yield record_document({part: record.get(header) or None for part, header in found.items()}, given)
    except Rejected as error:
        yield Refusal(where, error)


def _row(rows: Any) -> list[str] | None:
    try:
        return next(rows, None)
    except csv.Error as error:
        raise Rejected(
            f"Line {rows.line_num} of the table cannot be taken apart: {error}.",
            code="table-broken",
            hint="Export it again as CSV with quoted cells.",
        ) from error


def _encoding(head: bytes) -> str:
    """The encoding by the beginning of the file, cut at the end of a line so that no character is cut in two."""
    whole = head.rsplit(b"\n", 1)[0] or head
    name = decode(whole)[1]
    return "utf-8-sig" if name == "utf-8" else name
