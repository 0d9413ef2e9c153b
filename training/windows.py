"""Examples cut into windows of pieces, with every label in numbers.

A window is never silent about its edges: spans that reach over one are tagged as far as they are seen, and take part in
no relation, because half a span is no span.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt
from tokenizers import Tokenizer

from sholu.model.span import Span
from training.example import Example
from training.labels import RELATIONS, attributes, dyads, layers
from training.targets import ANYTHING, TargetTable, target_table
from training.vocabulary import END, START

SIZE = 256
"""Pieces in a window, its two special ones included."""
OVERLAP = 64
"""Pieces that a window shares with the one before."""

Numbers = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True, eq=False)
class Pairs:
    """What is known of the pairs of a window's spans.

    `spans` are first and last piece. `members` says of each span in which layers it lies. `labelled` are relations by
    number; for each, `yes` and `open` list pairs of spans that are, or may be, in it; all others are not.
    """

    spans: Numbers
    members: npt.NDArray[np.bool_]
    labelled: tuple[int, ...]
    yes: tuple[tuple[int, int, int], ...]
    open: tuple[tuple[int, int, int], ...]


@dataclass(frozen=True, slots=True, eq=False)
class Window:
    """One stretch of a text in pieces, `offsets` in code points (special pieces are empty).

    `tags` are targets by layer number; a layer that is not there is not labelled. `answers` are (attribute, span,
    values that may hold), `dyads` (head, tail, types that may hold); spans by number in `pairs`.
    """

    example: Example
    ids: Numbers
    offsets: Numbers
    tags: dict[int, Numbers]
    pairs: Pairs
    answers: tuple[tuple[int, int, tuple[int, ...]], ...] = ()
    dyads: tuple[tuple[int, int, tuple[int, ...]], ...] = ()
    flags: dict[str, bool] = field(default_factory=dict)


def cut(example: Example, tokenizer: Tokenizer, size: int = SIZE, overlap: int = OVERLAP) -> list[Window]:
    """The windows of one example, in order; an empty text has none."""
    encoding = tokenizer.encode(example.text, add_special_tokens=False)
    ids = np.array(encoding.ids, np.int64)
    offsets = trimmed(example.text, encoding.offsets)
    step = size - 2 - overlap
    starts = range(0, max(1, len(ids) - overlap), step) if len(ids) else ()
    table = target_table()
    return [_window(example, ids[at : at + size - 2], offsets[at : at + size - 2], table) for at in starts]


def trimmed(text: str, offsets: Iterable[tuple[int, int]]) -> Numbers:
    """Where pieces stand without the space before them; a piece of nothing but space is empty."""
    found = []
    for start, end in offsets:
        while start < end and text[start].isspace():
            start += 1
        found.append((start, end))
    return np.array(found, np.int64).reshape(-1, 2)


def _window(example: Example, ids: Numbers, offsets: Numbers, table: TargetTable) -> Window:
    edge = np.array([[offsets[0, 0], offsets[0, 0]]]), np.array([[offsets[-1, 1], offsets[-1, 1]]])
    ids = np.concatenate([[START], ids, [END]])
    offsets = np.concatenate([edge[0], offsets, edge[1]])
    place = _Places(offsets)
    numbers = {name: number for number, name in enumerate(layers())}
    tags = {numbers[name]: _tags(example, name, place, table) for name in example.layers}
    spans = _candidates(example, place)
    return Window(
        example,
        ids,
        offsets,
        tags,
        _pairs(example, spans),
        tuple(_answers(example, spans)),
        tuple(_dyads(example, spans)),
        example.flags,
    )


class _Places:
    """From spans of code points to pieces of one window."""

    def __init__(self, offsets: Numbers) -> None:
        self.starts, self.ends = offsets[:, 0], offsets[:, 1]
        self.size = len(offsets)
        self.first, self.last = int(offsets[0, 0]), int(offsets[-1, 1])

    def seen(self, span: Span) -> tuple[int, int] | None:
        """First and last piece that have a character of the span; None when no piece has."""
        if span.end <= self.first or span.start >= self.last:
            return None
        hits = np.flatnonzero((self.starts < span.end) & (self.ends > span.start) & (self.starts < self.ends))
        return (int(hits[0]), int(hits[-1])) if len(hits) else None

    def whole(self, span: Span) -> tuple[int, int] | None:
        """The same when the window holds all of the span."""
        return self.seen(span) if self.first <= span.start and span.end <= self.last else None


def _tags(example: Example, name: str, place: _Places, table: TargetTable) -> Numbers:
    layer = layers()[name]
    found = np.full(place.size, table.outside(name, example.open_labels.get(name, ())), np.int64)
    found[[0, -1]] = ANYTHING
    found[place.starts == place.ends] = ANYTHING
    for span in example.hidden.get(name, ()):
        if pieces := place.seen(span):
            found[pieces[0] : pieces[1] + 1] = ANYTHING
    for marked in example.layers[name]:
        if pieces := place.seen(marked.span):
            begins = [layer.begin(label) for label in marked.labels]
            found[pieces[0] : pieces[1] + 1] = table.number(name, tuple(tag + 1 for tag in begins))
            if marked.span.start >= place.first:
                found[pieces[0]] = table.number(name, tuple(begins))
    return found


@dataclass(frozen=True, slots=True)
class _Candidates:
    numbers: dict[tuple[int, int], int]
    members: dict[tuple[int, int], set[str]]
    pieces: dict[Span, tuple[int, int]]

    def number(self, span: Span) -> int | None:
        pieces = self.pieces.get(span)
        return None if pieces is None else self.numbers[pieces]


def _candidates(example: Example, place: _Places) -> _Candidates:
    """Every span that the example speaks of and the window holds, with the layers in which it lies."""
    members: dict[tuple[int, int], set[str]] = {}
    known: dict[Span, tuple[int, int]] = {}

    def add(span: Span, layers: Iterable[str]) -> None:
        if pieces := place.whole(span):
            known[span] = pieces
            members.setdefault(pieces, set()).update(layers)

    for name, marked in example.layers.items():
        for item in marked:
            add(item.span, (name,))
    for name, pairs in example.relations.items():
        for pair in pairs:
            add(pair.head, RELATIONS[name].heads[-1:])
            add(pair.tail, RELATIONS[name].tails[-1:])
    for dyad in example.dyads:
        add(dyad.head, ("role",))
        add(dyad.tail, ("role",))
    for answer in example.answers:
        add(answer.span, ())
    return _Candidates({pieces: number for number, pieces in enumerate(sorted(members))}, members, known)


def _pairs(example: Example, spans: _Candidates) -> Pairs:
    names = list(layers())
    order = sorted(spans.members)
    members = np.array([[name in spans.members[pieces] for name in names] for pieces in order], bool)
    yes: set[tuple[int, int, int]] = set()
    unsure: set[tuple[int, int, int]] = set()
    labelled = [number for number, name in enumerate(RELATIONS) if name in example.relations]
    for relation in labelled:
        for pair in example.relations[list(RELATIONS)[relation]]:
            head, tail = spans.number(pair.head), spans.number(pair.tail)
            if head is not None and tail is not None:
                (yes if pair.sure else unsure).add((relation, head, tail))
    return Pairs(
        np.array(order, np.int64).reshape(-1, 2),
        members.reshape(-1, len(names)),
        tuple(labelled),
        tuple(sorted(yes)),
        tuple(sorted(unsure - yes)),
    )


def _answers(example: Example, spans: _Candidates) -> Iterator[tuple[int, int, tuple[int, ...]]]:
    known = {attribute.name: (number, attribute) for number, attribute in enumerate(attributes().values())}
    for answer in example.answers:
        span = spans.number(answer.span)
        if span is not None:
            number, attribute = known[answer.attribute]
            yield number, span, tuple(attribute.values.index(value) for value in answer.values)


def _dyads(example: Example, spans: _Candidates) -> Iterator[tuple[int, int, tuple[int, ...]]]:
    types = dyads()
    for dyad in example.dyads:
        head, tail = spans.number(dyad.head), spans.number(dyad.tail)
        if head is not None and tail is not None:
            yield head, tail, tuple(types.index(type) for type in dyad.types)
