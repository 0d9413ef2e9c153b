"""What made each item of a reading: kept for those who ask, taken out for all others."""

from collections.abc import Callable
from dataclasses import fields
from typing import Any

from sholu.model.changing import replace
from sholu.model.reading import (
    Attribution,
    Basis,
    Entity,
    Event,
    Judgement,
    Quantity,
    Reading,
    Tenure,
    TimeExpression,
)
from sholu.model.span import Span

Item = Attribution | Entity | Event | Judgement | Quantity | Tenure | TimeExpression


def explained(reading: Reading) -> Reading:
    """The same reading in which every item says what made it; those that do not say it were made by a grammar."""
    text = reading.document.text
    return _changed(reading, lambda item: item if item.basis else replace(item, basis=(_of_grammar(item, text),)))


def unexplained(reading: Reading) -> Reading:
    """The same reading without what made its items."""
    return _changed(reading, lambda item: replace(item, basis=()) if item.basis else item)


def _changed(reading: Reading, change: Callable[[Any], Any]) -> Reading:
    kept = ("document", "reader", "notices")
    names = [field.name for field in fields(reading) if field.name not in kept]
    changed: dict[str, Any] = {name: tuple(map(change, getattr(reading, name))) for name in names}
    return replace(reading, **changed)


def _of_grammar(item: Item, text: str) -> Basis:
    match item:
        case Event():
            rule = f"{item.type} by the trigger {_quoted(item.trigger, text)}"
        case Tenure():
            rule = f"the words of an office in {_quoted(item.evidence, text)}"
        case Quantity():
            rule = f"a figure with its unit, {item.unit}"
        case TimeExpression():
            rule = f"an expression of time, {item.kind}"
        case Judgement():
            marker = f" by {_quoted(item.hedge, text)}" if item.hedge else ""
            rule = f"{item.kind}{marker}"
        case Entity():
            rule = f"looked up: {', '.join(item.same_as)}" if item.same_as else f"the form of a name, {item.kind}"
        case _:
            rule = "grammar"
    return Basis("exact", rule, item.confidence)


def _quoted(span: Span, text: str) -> str:
    words = " ".join(span.of(text).split())
    return f"“{words if len(words) <= _MOST else words[: _MOST - 1] + '…'}”"


_MOST = 40
