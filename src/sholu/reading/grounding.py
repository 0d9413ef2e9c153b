"""Moving a reading back from the normalised text to the document's exact text."""

from dataclasses import fields, is_dataclass, replace
from functools import cache
from typing import Any

from sholu.model.document import Document
from sholu.model.reading import Attribution, Factor, Mention, Reading, Role
from sholu.model.span import Span
from sholu.text.normalise import Normalised


def moved_back(reading: Reading, normalised: Normalised, document: Document) -> Reading:
    """The same reading about `document`, every span counted in its exact text and every quotation made of it.

    What the reader found out about the document (title, outlet, date, language) stays.
    """
    found = replace(reading.document, text=document.text, id=document.id)
    if not normalised.changed:
        return replace(reading, document=found)
    moved = {
        field.name: _move(getattr(reading, field.name), normalised)
        for field in fields(reading)
        if field.name not in ("document", "reader", "notices")
    }
    return replace(reading, document=found, **moved)


@cache
def _names(kind: type) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind))


def _move(value: Any, normalised: Normalised) -> Any:
    if isinstance(value, Span):
        return normalised.back(value)
    if isinstance(value, Mention):
        span = normalised.back(value.span)
        return Mention(span.start, span.end, value.form)
    if isinstance(value, tuple):
        return tuple(_move(item, normalised) for item in value)
    if is_dataclass(value) and not isinstance(value, type):
        moved = replace(value, **{name: _move(getattr(value, name), normalised) for name in _names(type(value))})
        return _requoted(moved, normalised.original)
    return value


def _requoted(value: Any, text: str) -> Any:
    """An item whose words are those of its span: invisible characters that stand among them belong to them."""
    if isinstance(value, Role | Factor):
        return replace(value, text=value.span.of(text))
    if isinstance(value, Attribution) and value.source_text and value.source_span:
        return replace(value, source_text=value.source_span.of(text))
    return value
