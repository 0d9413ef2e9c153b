"""Which words of a text to highlight, and as what: a text cut into stretches that each carry the same marks."""

from collections.abc import Iterator
from dataclasses import dataclass

from sholu.model.reading import Reading
from sholu.model.span import Span

KINDS = {
    "said": "words that are somebody's",
    "source": "who says so",
    "cue": "the word of saying",
    "credit": "the outlet credited",
    "person": "person",
    "organisation": "organisation",
    "outlet": "outlet",
    "place": "place",
    "group": "group or other name",
    "event": "what happened",
    "office": "office held",
    "figure": "figure",
    "time": "time",
    "judgement": "judgement, forecast or cause",
    "hedge": "hedge",
}
"""What is highlighted, and what the legend says of it. Later kinds are drawn over earlier ones."""

_ENTITY_KINDS = {
    "person": "person",
    "organisation": "organisation",
    "outlet": "outlet",
    "place": "place",
    "facility": "place",
}


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch to highlight: its kind (a key of KINDS) and the id of the item that it belongs to."""

    span: Span
    kind: str
    item: str


@dataclass(frozen=True, slots=True)
class Stretch:
    """A piece of the text under the same marks, in the text's order; the pieces make up the whole text."""

    text: str
    marks: tuple[Mark, ...]


def marks(reading: Reading) -> list[Mark]:
    """All marks of a reading."""
    return [mark for mark in _all(reading) if mark.span.start < mark.span.end]


def _all(reading: Reading) -> Iterator[Mark]:
    for attribution in reading.attributions:
        kind = "credit" if attribution.mode == "citation" else "said"
        if kind == "said":
            for span in attribution.content:
                yield Mark(span, kind, attribution.id)
        if attribution.source_span:
            yield Mark(attribution.source_span, "source", attribution.id)
        if attribution.cue:
            yield Mark(attribution.cue, "cue", attribution.id)
        for credit in attribution.credits:
            yield Mark(credit.span, "credit", attribution.id)
    for entity in reading.entities:
        for mention in entity.mentions:
            if mention.form == "name":
                yield Mark(mention.span, _ENTITY_KINDS.get(entity.kind, "group"), entity.id)
    for event in reading.events:
        yield Mark(event.trigger, "event", event.id)
    for tenure in reading.tenures:
        yield Mark(tenure.evidence, "office", tenure.id)
    for quantity in reading.quantities:
        yield Mark(quantity.evidence, "figure", quantity.id)
    for time in reading.times:
        yield Mark(time.span, "time", time.id)
    for judgement in reading.judgements:
        yield Mark(judgement.hedge or judgement.evidence, "hedge" if judgement.hedge else "judgement", judgement.id)


def stretches(text: str, found: list[Mark]) -> list[Stretch]:
    """The text cut wherever a mark starts or ends."""
    changes: dict[int, tuple[list[Mark], list[Mark]]] = {}
    for mark in found:
        changes.setdefault(mark.span.start, ([], []))[0].append(mark)
        changes.setdefault(mark.span.end, ([], []))[1].append(mark)
    order = list(KINDS)
    active: dict[Mark, int] = {}
    cut: list[Stretch] = []
    last = 0
    for position in sorted(changes):
        if position > last:
            marked = tuple(sorted(active, key=lambda mark: (order.index(mark.kind), mark.span)))
            cut.append(Stretch(text[last:position], marked))
            last = position
        starting, ending = changes[position]
        for mark in ending:
            active[mark] -= 1
            if not active[mark]:
                del active[mark]
        for mark in starting:
            active[mark] = active.get(mark, 0) + 1
    if last < len(text):
        cut.append(Stretch(text[last:], ()))
    return cut
