"""Documents one a line, as JSON objects: the format of streams."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields
from pathlib import Path
from typing import BinaryIO

from sholu.errors import InputError, Rejected
from sholu.model.document import Document
from sholu.sources.given import Given, publication_date

_FIELDS = frozenset(field.name for field in fields(Document)) - {"published_basis"}


@dataclass(frozen=True, slots=True)
class BrokenLine:
    """A line that is no document: its number from 1, the id that it gave if any, and why."""

    number: int
    id: str | None
    error: Rejected


def open_lines(path: Path) -> BinaryIO:
    """A file of lines, open; InputError `file-missing` or `file-unreadable`."""
    try:
        return path.open("rb")
    except FileNotFoundError as error:
        raise InputError(f"There is no file {path}.", code="file-missing", hint="Check the name.") from error
    except OSError as error:
        raise InputError(
            f"{path} cannot be read: {error.strerror}.", code="file-unreadable", hint="Check its permissions."
        ) from error


def documents(lines: Iterable[bytes], given: Given | None = None) -> Iterator[Document | BrokenLine]:
    """A document or a broken line for each line that is not blank, in order.

    A document's line is an object with `text` and, where known, id, url, title, outlet, published, language; other
    fields are ignored. `given` fills what a line leaves out.
    """
    given = given or Given()
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        id: str | None = None
        try:
            data = _object(line)
            own = data.get("id")
            id = own if isinstance(own, str) else None
            yield _document(data, given)
        except Rejected as error:
            yield BrokenLine(number, id, error)


def _object(line: bytes) -> dict[str, object]:
    try:
        data = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise Rejected(
            f"The line is not JSON: {error}.", code="json-broken", hint="Write one object a line."
        ) from error
    if not isinstance(data, dict):
        raise Rejected(
            f"The line is a JSON {type(data).__name__}, not an object.", code="json-broken", hint='Write {"text": ...}.'
        )
    return data


def _whole(name: str, value: str) -> None:
    try:
        value.encode("utf-8")
    except UnicodeEncodeError as error:
        raise Rejected(
            f"Field {name!r} holds half a character (a lone surrogate) at position {error.start}.",
            code="text-broken",
            hint="Export it again as valid UTF-8.",
        ) from error


def _document(data: dict[str, object], given: Given) -> Document:
    wanted = {name: data[name] for name in _FIELDS if data.get(name) not in (None, "")}
    for name, value in wanted.items():
        if name == "id" and isinstance(value, int):
            wanted[name] = str(value)
        elif not isinstance(value, str):
            raise Rejected(f"Field {name!r} is {value!r:.60}, not a string.", code="field-wrong", hint="Quote it.")
        else:
            _whole(name, value)
    if not wanted.get("text"):
        raise Rejected("The line has no text.", code="empty", hint='Give the article as "text".')
    published = wanted.get("published")
    if published is not None:
        try:
            wanted["published"] = publication_date(str(published))
        except ValueError as error:
            raise Rejected(
                f"published is {published!r}, which is no date.", code="date-wrong", hint="Write 2007-01-30."
            ) from error
    own = Document(**wanted)  # type: ignore[arg-type]
    return Document(
        own.text,
        own.id,
        own.url or given.url,
        own.title or given.title,
        own.outlet or given.outlet,
        own.published or given.published,
        "given" if own.published or given.published else None,
        own.language or given.language,
    )
