"""JSON files: records of articles, news-please, lists of GDELT and Telegram Desktop's export, told by their fields."""

import json
from collections.abc import Iterable, Iterator

from sholu.errors import InputError, Rejected
from sholu.model.document import Document
from sholu.sources import gdelt, telegram
from sholu.sources.columns import Columns
from sholu.sources.given import Given
from sholu.sources.item import LARGEST, LARGEST_WHOLE, Found, Item, Refusal
from sholu.sources.jsonl import BrokenLine, documents
from sholu.sources.newsplease import is_newsplease, newsplease_record
from sholu.sources.records import record_document

_LISTS = ("articles", "documents", "items", "results")


def read_json(item: Item, given: Given, columns: Columns) -> Iterator[Found]:
    """The documents in one JSON file. Refused: `json-broken`, `json-unknown`, and what each record is refused for."""
    try:
        data = json.loads(item.whole(LARGEST_WHOLE))
    except (ValueError, RecursionError) as error:
        raise Rejected(
            f"The file is not JSON: {str(error)[:120]}.", code="json-broken", hint="Export it again; it may be cut off."
        ) from error
    if telegram.is_export(data):
        yield from telegram.posts(data, item.name, given)
    elif gdelt.is_list(data):
        raise gdelt.only_addresses(len(data["articles"]))
    else:
        yield from _records(_listed(data), item.name, given, columns)


def read_lines(item: Item, given: Given, columns: Columns) -> Iterator[Found]:
    """The documents of a JSONL file, one a line; a line of more than 20 MB ends the reading."""
    for one in documents(_lines(item), given):
        yield Refusal(f"{item.name}, line {one.number}", one.error) if isinstance(one, BrokenLine) else one


def _lines(item: Item) -> Iterator[bytes]:
    while line := item.stream.readline(LARGEST + 1):
        if len(line) > LARGEST:
            raise Rejected(
                f"A line has more than {LARGEST:,} bytes.", code="too-large", hint="Write one article a line."
            )
        yield line


def _listed(data: object) -> list[object]:
    if isinstance(data, list):
        return data
    if isinstance(data, dict):
        inner = next((data[name] for name in _LISTS if isinstance(data.get(name), list)), None)
        return [data] if inner is None else inner
    raise Rejected(
        f"The file is a JSON {type(data).__name__}, not an article or a list of them.",
        code="json-unknown",
        hint='Write {"text": ...} or a list of such objects.',
    )


def _records(records: Iterable[object], name: str, given: Given, columns: Columns) -> Iterator[Found]:
    for number, record in enumerate(records, 1):
        try:
            yield _document(record, given, columns)
        except Rejected as error:
            yield Refusal(f"{name}, record {number}", error)


def _document(record: object, given: Given, columns: Columns) -> Document:
    if not isinstance(record, dict):
        raise Rejected("This record is no JSON object.", code="json-unknown", hint='Write {"text": ...}.')
    if is_newsplease(record):
        return record_document(newsplease_record(record), given)
    try:
        found = columns.among(str(name) for name in record)
    except InputError as error:
        raise Rejected(
            f"This JSON holds no article that Sholu knows: {error.message}",
            code="json-unknown",
            hint="Name its field with the text: --column text=NAME.",
        ) from error
    return record_document({part: record[name] for part, name in found.items()}, given)
