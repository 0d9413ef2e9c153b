"""One annotated text as the model learns from it, whatever set it came from.

An example says only what its set says. A layer or relation that its set does not label is absent, and nothing is
learned from it; a stretch where the set leaves a layer open is `hidden` in that layer; labels that the set does not
mark are `open_labels` of the layer (where no span is marked, there may be one of these); a span that may have one of
several labels (an organisation that may be an outlet) lists them all.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from functools import reduce

from sholu.model.span import Span


@dataclass(frozen=True, slots=True, order=True)
class Marked:
    """A span in a layer, with the labels that it may have: one, when the set is sure."""

    span: Span
    labels: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two spans in a relation; not `sure` when they may or may not be, so that nothing is learned from them."""

    head: Span
    tail: Span
    sure: bool = True


@dataclass(frozen=True, slots=True)
class Answer:
    """The values of one attribute of a span: those that hold, or, of an exclusive attribute, those that may."""

    attribute: str
    span: Span
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Dyad:
    """What the party at `head` does to the party at `tail`: one of these types of event, or none."""

    head: Span
    tail: Span
    types: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Example:
    """One annotated text; spans count its code points. The keys of `layers` and `relations` are what is labelled."""

    id: str
    source: str
    language: str
    text: str
    layers: dict[str, tuple[Marked, ...]] = field(default_factory=dict)
    hidden: dict[str, tuple[Span, ...]] = field(default_factory=dict)
    open_labels: dict[str, tuple[str, ...]] = field(default_factory=dict)
    relations: dict[str, tuple[Pair, ...]] = field(default_factory=dict)
    answers: tuple[Answer, ...] = ()
    dyads: tuple[Dyad, ...] = ()
    flags: dict[str, bool] = field(default_factory=dict)


def in_capitals(example: Example) -> Example | None:
    """The same text in capital letters with the same labels; None where capitals are more letters than before."""
    text = example.text.upper()
    return replace(example, id=f"{example.id}-capitals", text=text) if len(text) == len(example.text) else None


def outermost(marked: Iterable[Marked]) -> tuple[tuple[Marked, ...], tuple[Marked, ...]]:
    """The spans that no other overlaps from an earlier start or with more length, and the rest; both in order."""
    kept: list[Marked] = []
    rest: list[Marked] = []
    for item in sorted(set(marked), key=lambda item: (item.span.start, -item.span.end)):
        (rest if kept and item.span.start < kept[-1].span.end else kept).append(item)
    return tuple(kept), tuple(rest)


def merged(examples: Iterable[Example]) -> list[Example]:
    """The examples, those with the same text made one: sets that label the same text in different layers join."""
    found: dict[tuple[str, str], list[Example]] = {}
    for example in examples:
        found.setdefault((example.source, example.text), []).append(example)
    return [reduce(_joined, group) for group in found.values()]


def _joined(first: Example, second: Example) -> Example:
    return replace(
        first,
        layers={**second.layers, **first.layers},
        hidden={**second.hidden, **first.hidden},
        open_labels={**second.open_labels, **first.open_labels},
        relations={**second.relations, **first.relations},
        answers=first.answers + second.answers,
        dyads=first.dyads + second.dyads,
        flags={**second.flags, **first.flags},
    )
