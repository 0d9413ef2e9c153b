"""The model: one encoder, tags of pieces in layers, and a scorer of pairs of spans.

It is in two halves because they run in two steps: the tagger reads pieces, spans are decoded from its tags, and the
linker answers questions about these spans from the tagger's states.
"""

from collections.abc import Mapping
from typing import NamedTuple

import torch
from torch import Tensor, nn
from torch.nn import functional

from training.batches import BUCKETS, NEAR
from training.encoder import Encoder
from training.labels import FLAGS, RELATIONS, attributes, dyads, layers

WIDTH = 160
"""Numbers in which the linker describes a span."""
RARE = -2.0
"""The logit from which relations and flags start: most pairs and most texts have none."""


class Tagged(NamedTuple):
    """States (windows, length, hidden), tags of all layers side by side, and flags, both as logits for each piece."""

    states: Tensor
    tags: Tensor
    flags: Tensor


class Linked(NamedTuple):
    """Logits: relations and dyads for each pair, values of all attributes side by side for each span."""

    relations: Tensor
    dyads: Tensor
    answers: Tensor


class Tagger(nn.Module):
    """Pieces to states, tags and flags."""

    def __init__(self, encoder: Encoder, dropout: float = 0.1) -> None:
        super().__init__()
        self.encoder = encoder
        self.dropout = nn.Dropout(dropout)
        self.tags = nn.Linear(encoder.hidden, sum(len(layer.tags) for layer in layers().values()))
        self.flags = nn.Linear(encoder.hidden, len(FLAGS))
        nn.init.constant_(self.flags.bias, RARE)

    def forward(self, ids: Tensor, mask: Tensor | None = None) -> Tagged:
        """(windows, length) ids and mask; without a mask every piece counts."""
        states = self.encoder(ids, mask)
        dropped = self.dropout(states)
        return Tagged(states, self.tags(dropped), self.flags(dropped))


class Linker(nn.Module):
    """Spans to answers about them and about pairs of them.

    A pair is described by what its head and its tail are, by their product, by the pieces between them and by how far
    and on which side of the head the tail is.
    """

    bounds: Tensor

    def __init__(self, hidden: int, dropout: float = 0.1) -> None:
        super().__init__()
        self.dropout = nn.Dropout(dropout)
        self.spans = nn.Linear(3 * hidden, 2 * WIDTH)
        self.heads, self.tails = nn.Linear(2 * WIDTH, WIDTH), nn.Linear(2 * WIDTH, WIDTH)
        self.head_factors, self.tail_factors = nn.Linear(2 * WIDTH, WIDTH), nn.Linear(2 * WIDTH, WIDTH)
        self.between = nn.Linear(hidden, WIDTH, bias=False)
        self.distances = nn.Embedding(BUCKETS, WIDTH)
        self.relations = nn.Linear(WIDTH, len(RELATIONS))
        self.dyads = nn.Linear(WIDTH, len(dyads()))
        self.answers = nn.Linear(2 * WIDTH, sum(len(attribute.values) for attribute in attributes().values()))
        self.register_buffer("bounds", torch.tensor(NEAR), persistent=False)
        nn.init.constant_(self.relations.bias, RARE)

    def forward(self, states: Tensor, owners: Tensor, spans: Tensor, heads: Tensor, tails: Tensor) -> Linked:
        """States (windows, length, hidden), for each span its window and pieces, for each pair its two spans."""
        first, last = spans[:, 0], spans[:, 1]
        sums = functional.pad(states.cumsum(1), (0, 0, 1, 0))
        means = (sums[owners, last + 1] - sums[owners, first]) / (last + 1 - first)[:, None]
        described = functional.gelu(self.spans(torch.cat([states[owners, first], states[owners, last], means], 1)))
        described = self.dropout(described)
        after = first[tails] > first[heads]
        left = torch.where(after, last[heads], last[tails]) + 1
        right = torch.where(after, first[tails], first[heads])
        apart = (right - left).clamp_min(0)
        inside = sums[owners[heads], torch.maximum(right, left)] - sums[owners[heads], left]
        bucket = (apart[:, None] > self.bounds[None, :]).sum(1) + after.long() * (BUCKETS // 2)
        pairs = (
            self.heads(described)[heads]
            + self.tails(described)[tails]
            + self.head_factors(described)[heads] * self.tail_factors(described)[tails]
            + self.between(inside / apart.clamp_min(1)[:, None])
            + self.distances(bucket)
        )
        pairs = self.dropout(functional.gelu(pairs))
        return Linked(self.relations(pairs), self.dyads(pairs), self.answers(described))


class Model(nn.Module):
    """Tagger and linker as one thing to train and to save."""

    def __init__(self, encoder: Encoder, dropout: float = 0.1) -> None:
        super().__init__()
        self.tagger = Tagger(encoder, dropout)
        self.linker = Linker(encoder.hidden, dropout)

    def fit(self, weights: Mapping[str, Tensor]) -> None:
        """Make the encoder as small as that of a thinned model, whose weights these are by name."""
        inside = "tagger.encoder."
        self.tagger.encoder.fit(
            {name.removeprefix(inside): part for name, part in weights.items() if name.startswith(inside)}
        )


def layer_slices() -> dict[str, slice]:
    """Which columns of `Tagged.tags` are each layer's."""
    return _slices({layer.name: len(layer.tags) for layer in layers().values()})


def attribute_slices() -> dict[str, slice]:
    """Which columns of `Linked.answers` are each attribute's."""
    return _slices({attribute.name: len(attribute.values) for attribute in attributes().values()})


def _slices(sizes: dict[str, int]) -> dict[str, slice]:
    found: dict[str, slice] = {}
    start = 0
    for name, size in sizes.items():
        found[name] = slice(start, start + size)
        start += size
    return found


def pooled_flags(flags: Tensor, mask: Tensor, texts: Tensor, count: int) -> Tensor:
    """(texts, flags): of each text's pieces the most telling, softly, over all its windows."""
    rows = []
    for text in range(count):
        pieces = flags[texts == text][mask[texts == text] > 0]
        rows.append((pieces.softmax(0) * pieces).sum(0))
    return torch.stack(rows)
