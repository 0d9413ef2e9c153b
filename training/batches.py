"""Windows to tensors, and in which order windows are learned from.

A share of the windows is drawn from each set that grows with the root of the set's size, so that large sets do not
drown small ones. Windows of a text whose flags are labelled stay together, because any of them may hold the reason.
"""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields, replace
from itertools import islice

import numpy as np
import torch
from torch import Tensor

from training.labels import FLAGS, RELATIONS, attributes, dyads, layers
from training.vocabulary import PAD
from training.windows import Window

TOKENS = 800
"""Pieces in a batch, padding included: small batches learned far better than large ones."""
POOL = 48
"""Windows among which neighbours in length are sought for a batch."""
REPEATS = 20
"""How often at most a run goes through one set."""
NEAR = (0, 1, 2, 3, 5, 8, 13, 21, 34, 55, 89, 144)
"""Bounds of the buckets of distance between two spans, in pieces."""
BUCKETS = 2 * (len(NEAR) + 1)
"""Buckets of distance: these before the head, and as many after it."""

Bundle = tuple[Window, ...]
"""Windows that must stand in one batch."""


@dataclass(frozen=True, slots=True)
class PairBatch:
    """Spans of all windows of a batch and what is asked of them; all numbers are long tensors.

    `owners` (spans,) says in which window a span lies, `spans` (spans, 2) its first and last piece. `heads`, `tails`,
    `relations`, `gold` (questions,): is this pair of spans in that relation? Dyads likewise, with a row of types
    that may hold; answers have a row of values over all attributes.
    """

    owners: Tensor
    spans: Tensor
    heads: Tensor
    tails: Tensor
    relations: Tensor
    gold: Tensor
    dyad_heads: Tensor
    dyad_tails: Tensor
    dyad_gold: Tensor
    answer_spans: Tensor
    answer_attributes: Tensor
    answer_gold: Tensor


@dataclass(frozen=True, slots=True)
class Batch:
    """Windows as tensors: `ids` and `mask` (windows, length), `tags` by layer with a row of targets for each window.

    A target of 0 teaches nothing. `flags` (texts, flags) are 0, 1 or -1 where not labelled; `texts` (windows,) says
    which text a window is of.
    """

    windows: tuple[Window, ...]
    ids: Tensor
    mask: Tensor
    tags: dict[int, Tensor]
    pairs: PairBatch
    texts: Tensor
    flags: Tensor

    @property
    def tokens(self) -> int:
        """Pieces without padding."""
        return sum(len(window.ids) for window in self.windows)

    def on(self, device: torch.device) -> "Batch":
        """The same batch on this device."""
        if device == self.ids.device:
            return self
        return replace(
            self,
            ids=self.ids.to(device),
            mask=self.mask.to(device),
            tags={layer: found.to(device) for layer, found in self.tags.items()},
            pairs=PairBatch(*(getattr(self.pairs, part.name).to(device) for part in fields(self.pairs))),
            texts=self.texts.to(device),
            flags=self.flags.to(device),
        )


def bundles(windows: Sequence[Window]) -> list[Bundle]:
    """Windows of one text together where its flags are labelled, each other window by itself."""
    found: list[Bundle] = []
    for window in windows:
        if window.flags and found and found[-1][0].example is window.example:
            found[-1] = (*found[-1], window)
        else:
            found.append((window,))
    return found


class Sampler:
    """An endless stream of batches from several sets, the same for the same seed."""

    def __init__(
        self,
        sets: dict[str, list[Bundle]],
        boosts: dict[str, float],
        seed: int,
        total: int,
        tokens: int = TOKENS,
        repeats: int = REPEATS,
    ) -> None:
        """`total` is how many pieces the run will learn from, `tokens` how many stand in a batch."""
        self.sets = {name: found for name, found in sets.items() if found}
        self.shares = shares(self.sets, boosts, total, repeats)
        self.tokens = tokens
        self.random = random.Random(seed)
        self.queues: dict[str, list[Bundle]] = {name: [] for name in self.sets}

    def batches(self, skip: int = 0) -> Iterator[Batch]:
        """The stream from batch number `skip` on."""
        yield from map(collate, islice(self._groups(), skip, None))

    def _groups(self) -> Iterator[tuple[Window, ...]]:
        while True:
            pool = [self._draw() for _ in range(POOL)]
            pool.sort(key=lambda bundle: max(len(window.ids) for window in bundle))
            groups = pack(pool, self.tokens)
            self.random.shuffle(groups)
            yield from groups

    def _draw(self) -> Bundle:
        name = self.random.choices(list(self.shares), list(self.shares.values()))[0]
        if not self.queues[name]:
            self.queues[name] = self.random.sample(self.sets[name], len(self.sets[name]))
        return self.queues[name].pop()


def shares(
    sets: dict[str, list[Bundle]], boosts: dict[str, float], total: int, repeats: int = REPEATS
) -> dict[str, float]:
    """How often a bundle is drawn from each set, so that its pieces grow with the root of the set's.

    No set is gone through more than `repeats` times in a run of `total` pieces: a small one would be learned by heart.
    """
    pieces = {name: sum(len(w.ids) for bundle in found for w in bundle) for name, found in sets.items()}
    wanted = {name: size**0.5 * boosts.get(name, 1.0) for name, size in pieces.items()}
    capped: dict[str, float] = {}
    while True:
        scale = (1 - sum(capped.values())) / (sum(wanted[name] for name in wanted if name not in capped) or 1)
        over = {
            name: repeats * pieces[name] / total
            for name in wanted
            if name not in capped and wanted[name] * scale > repeats * pieces[name] / total
        }
        if not over:
            break
        capped |= over
    draws = {name: capped.get(name, wanted[name] * scale) * len(sets[name]) / pieces[name] for name in sets}
    whole = sum(draws.values())
    return {name: draw / whole for name, draw in draws.items()}


def pack(pool: Sequence[Bundle], tokens: int) -> list[tuple[Window, ...]]:
    """Bundles in their order put into groups of at most `tokens` padded pieces; a larger bundle stands alone."""
    groups: list[tuple[Window, ...]] = []
    current: tuple[Window, ...] = ()
    for bundle in pool:
        longer = (*current, *bundle)
        if current and len(longer) * max(len(window.ids) for window in longer) > tokens:
            groups.append(current)
            current = bundle
        else:
            current = longer
    return [*groups, current] if current else groups


def collate(windows: Sequence[Window]) -> Batch:
    """These windows as one batch."""
    length = max(len(window.ids) for window in windows)
    ids = np.full((len(windows), length), PAD, np.int64)
    mask = np.zeros((len(windows), length), np.int64)
    tags = {layer: np.zeros((len(windows), length), np.int64) for window in windows for layer in window.tags}
    for row, window in enumerate(windows):
        ids[row, : len(window.ids)] = window.ids
        mask[row, : len(window.ids)] = 1
        for layer, found in window.tags.items():
            tags[layer][row, : len(found)] = found
    examples: dict[int, int] = {}
    texts = [examples.setdefault(id(window.example), len(examples)) for window in windows]
    flags = np.full((len(examples), len(FLAGS)), -1, np.int64)
    for text, window in zip(texts, windows, strict=True):
        for name, value in window.flags.items():
            flags[text, FLAGS.index(name)] = value
    return Batch(
        tuple(windows),
        torch.from_numpy(ids),
        torch.from_numpy(mask),
        {layer: torch.from_numpy(found) for layer, found in sorted(tags.items())},
        _pairs(windows),
        torch.tensor(texts),
        torch.from_numpy(flags),
    )


def _pairs(windows: Sequence[Window]) -> PairBatch:
    owners: list[int] = []
    spans: list[list[int]] = []
    asked: list[tuple[int, int, int, int]] = []
    dyad_rows: list[tuple[int, int, tuple[int, ...]]] = []
    answer_rows: list[tuple[int, int, tuple[int, ...]]] = []
    for row, window in enumerate(windows):
        base = len(owners)
        owners += [row] * len(window.pairs.spans)
        spans += window.pairs.spans.tolist()
        asked += [(relation, head + base, tail + base, gold) for relation, head, tail, gold in questions(window)]
        dyad_rows += [(head + base, tail + base, types) for head, tail, types in window.dyads]
        answer_rows += [(attribute, span + base, values) for attribute, span, values in window.answers]
    columns = torch.tensor(asked, dtype=torch.long).reshape(-1, 4)
    dyad_gold = torch.zeros(len(dyad_rows), len(dyads()), dtype=torch.bool)
    for number, (_, _, types) in enumerate(dyad_rows):
        dyad_gold[number, list(types)] = True
    widest = max(len(attribute.values) for attribute in attributes().values())
    answer_gold = torch.zeros(len(answer_rows), widest, dtype=torch.bool)
    for number, (_, _, values) in enumerate(answer_rows):
        answer_gold[number, list(values)] = True
    return PairBatch(
        torch.tensor(owners, dtype=torch.long),
        torch.tensor(spans, dtype=torch.long).reshape(-1, 2),
        columns[:, 1],
        columns[:, 2],
        columns[:, 0],
        columns[:, 3],
        torch.tensor([head for head, _, _ in dyad_rows], dtype=torch.long),
        torch.tensor([tail for _, tail, _ in dyad_rows], dtype=torch.long),
        dyad_gold,
        torch.tensor([span for _, span, _ in answer_rows], dtype=torch.long),
        torch.tensor([attribute for attribute, _, _ in answer_rows], dtype=torch.long),
        answer_gold,
    )


def questions(window: Window) -> Iterator[tuple[int, int, int, int]]:
    """(relation, head, tail, 0 or 1) for all pairs of spans that fit a labelled relation and are not open."""
    names = list(layers())
    kinds = list(RELATIONS.values())
    yes, unsure = set(window.pairs.yes), set(window.pairs.open)
    for relation in window.pairs.labelled:
        kind = kinds[relation]
        heads = np.flatnonzero(window.pairs.members[:, [names.index(name) for name in kind.heads]].any(1))
        tails = np.flatnonzero(window.pairs.members[:, [names.index(name) for name in kind.tails]].any(1))
        for head in heads.tolist():
            for tail in tails.tolist():
                key = (relation, head, tail)
                if head != tail and key not in unsure:
                    yield (*key, int(key in yes))
