"""Moving a reading back from the normalised text to the document's exact text."""

from dataclasses import fields, is_dataclass, replace
from functools import cache
from typing import Any

from sholu.model.document import Document
from sholu.model.reading import Mention, Reading
from sholu.model.span import Span
from sholu.text.normalise import Normalised


def moved_back(reading: Reading, normalised: Normalised, document: Document) -> Reading:
    """The same reading about `document`, every span counted in its exact text.

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
        return replace(value, **{name: _move(getattr(value, name), normalised) for name in _names(type(value))})
    return value
