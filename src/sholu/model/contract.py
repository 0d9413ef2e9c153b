"""The reading as JSON and back: the public contract `sholu.reading/1`."""

import json
from dataclasses import fields, is_dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from sholu.errors import InputError
from sholu.model.document import Document
from sholu.model.reading import CONTRACT, Mention, Reading
from sholu.model.span import Span

if TYPE_CHECKING:
    from pydantic import TypeAdapter

# Left out of the JSON when they hold nothing, because the contract does not promise them.
_OPTIONAL = frozenset({"notices", "credits", "hedge", "basis"})


def to_dict(reading: Reading) -> dict[str, Any]:
    """The reading as plain JSON types, keys in the contract's order."""
    document = reading.document
    return {
        "contract": CONTRACT,
        "reader": _plain(reading.reader),
        "document": document_to_dict(document),
        **{
            field.name: _plain(getattr(reading, field.name))
            for field in fields(reading)
            if field.name not in ("document", "reader") and (getattr(reading, field.name) or field.name != "notices")
        },
    }


def document_to_dict(document: Document) -> dict[str, Any]:
    """The document part of a reading as plain JSON types."""
    return {
        "id": document.id,
        "url": document.url,
        "title": document.title,
        "outlet": document.outlet,
        "published": document.published,
        "published_basis": document.published_basis,
        "language": document.language,
        "text": document.text,
        "sha256": document.sha256,
    }


def to_json(reading: Reading) -> str:
    """The reading as one line of JSON."""
    return json.dumps(to_dict(reading), ensure_ascii=False, separators=(",", ":"))


def from_dict(data: dict[str, Any]) -> Reading:
    """A reading from plain JSON types; InputError says what is not as the contract has it."""
    from pydantic import ValidationError

    if data.get("contract") != CONTRACT:
        raise InputError(
            f"This is not a {CONTRACT} reading: contract is {data.get('contract')!r}.",
            code="contract-unknown",
            hint="Read the document again with this version of Sholu.",
        )
    rest = {key: value for key, value in data.items() if key != "contract"}
    try:
        return _adapter().validate_python(rest)
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(part) for part in first["loc"])
        raise InputError(
            f"The reading breaks the contract at {where}: {first['msg']}.",
            code="contract-broken",
            hint="docs/contract.md shows the expected shape.",
        ) from error


def from_json(line: str | bytes) -> Reading:
    """A reading from its JSON; InputError when it is no JSON or not the contract."""
    try:
        data = json.loads(line)
    except ValueError as error:
        raise InputError(f"This is not JSON: {error}.", code="json-broken") from error
    if not isinstance(data, dict):
        raise InputError("A reading is a JSON object.", code="contract-broken")
    return from_dict(data)


def schema() -> dict[str, Any]:
    """JSON Schema (2020-12) of the contract, made from the classes themselves."""
    made = _adapter().json_schema()
    made = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **made,
        "title": CONTRACT,
        "properties": {"contract": {"const": CONTRACT}, **made["properties"]},
        "required": ["contract", *made["required"]],
    }
    span = {
        "type": "object",
        "description": "Half-open stretch of document.text in Unicode code points.",
        "properties": {"start": {"type": "integer", "minimum": 0}, "end": {"type": "integer", "minimum": 1}},
        "required": ["start", "end"],
    }
    made["$defs"]["Span"] = span
    document = made["$defs"]["Document"]
    document["properties"]["sha256"] = {"type": "string", "description": "SHA-256 of the text in UTF-8."}
    return made


@cache
def _adapter() -> "TypeAdapter[Reading]":
    from pydantic import TypeAdapter  # 150 ms that only those pay who take readings in

    return TypeAdapter(Reading)


@cache
def _names(kind: type) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind))


def _plain(value: Any) -> Any:
    kind = type(value)
    if kind is str or kind is int or kind is float or kind is bool or value is None:
        return value
    if kind is Span:
        return {"start": value.start, "end": value.end}
    if kind is Mention:
        return {"start": value.start, "end": value.end, "form": value.form}
    if kind is tuple:
        return [_plain(item) for item in value]
    if kind is dict:
        return dict(value)
    if is_dataclass(kind):
        plain = {name: _plain(getattr(value, name)) for name in _names(kind)}
        return {name: item for name, item in plain.items() if name not in _OPTIONAL or item}
    raise TypeError(f"no JSON for {kind.__name__}")
