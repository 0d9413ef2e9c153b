"""How good the model is on examples that it has not learned from: figures by set, language and head.

Spans are tagged by the model; relations, answers and dyads are asked about gold spans, so these figures say how well
the model links, not how well it reads end to end.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Protocol

import torch

from training.batches import Batch, Bundle, collate, pack
from training.figures import Count, count_pieces, count_spans
from training.labels import FLAGS, RELATIONS, attributes, layers
from training.model import Linked, Model, Tagged, attribute_slices, layer_slices, pooled_flags
from training.targets import target_table
from training.windows import Window

TOKENS = 4096
"""Pieces in a batch when nothing is learned."""

Figures = dict[str, float]
"""Names such as `entities-ru.ru.name.span` with F1 or, for answers and dyads, accuracy; all from 0 to 1."""


class Runner(Protocol):
    """Whatever answers like the model: the model itself, or its exported files."""

    def tag(self, batch: Batch) -> Tagged:
        """States, tags and flags of a batch."""

    def link(self, batch: Batch, tagged: Tagged) -> Linked:
        """Answers to the batch's questions about pairs, then to those about dyads."""


class TorchRunner:
    """The model as it was trained, without dropout; with `brief`, in 16 bits, which is several times quicker."""

    def __init__(self, model: Model, device: torch.device, *, brief: bool = False) -> None:
        self.model = model.eval()
        self.device = device
        self.brief = brief

    def tag(self, batch: Batch) -> Tagged:
        """As `Runner` says."""
        with torch.no_grad(), torch.autocast(self.device.type, torch.bfloat16, enabled=self.brief):
            there = batch.on(self.device)
            return Tagged(*(part.float().cpu() for part in self.model.tagger(there.ids, there.mask)))

    def link(self, batch: Batch, tagged: Tagged) -> Linked:
        """As `Runner` says."""
        pairs = batch.pairs
        heads, tails = torch.cat([pairs.heads, pairs.dyad_heads]), torch.cat([pairs.tails, pairs.dyad_tails])
        asked = [part.to(self.device) for part in (tagged.states, pairs.owners, pairs.spans, heads, tails)]
        with torch.no_grad():
            return Linked(*(part.float().cpu() for part in self.model.linker(*asked)))


def evaluate(runner: Runner, bundles: Sequence[Bundle]) -> Figures:
    """The figures of all heads for which these windows have labels."""
    counts: dict[str, Count] = defaultdict(Count)
    shares: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    ordered = sorted(bundles, key=lambda bundle: max(len(window.ids) for window in bundle))
    for batch in map(collate, pack(ordered, TOKENS)):
        tagged = runner.tag(batch)
        _count_tags(counts, batch, tagged)
        _count_flags(counts, batch, tagged)
        if len(batch.pairs.spans):
            linked = runner.link(batch, tagged)
            _count_relations(counts, batch, linked)
            _count_answers(shares, batch, linked)
            _count_dyads(shares, batch, linked)
    found = {name: count.f1 for name, count in counts.items() if count.right + count.missed}
    found |= {name: right / asked for name, (right, asked) in shares.items() if asked}
    return dict(sorted(found.items()))


def _key(window: Window, *rest: str) -> str:
    return ".".join((window.example.source, window.example.language, *rest))


def _count_tags(counts: dict[str, Count], batch: Batch, tagged: Tagged) -> None:
    names = list(layers())
    for name, columns in layer_slices().items():
        number = names.index(name)
        if number not in batch.tags:
            continue
        best = tagged.tags[:, :, columns].argmax(-1).tolist()
        allowed = target_table().allowed(name)
        for row, window in enumerate(batch.windows):
            if number in window.tags:
                targets = allowed[window.tags[number]][1:-1]
                tags = best[row][1 : len(window.ids) - 1]
                count_spans(counts[_key(window, name, "span")], tags, targets)
                count_pieces(counts[_key(window, name, "token")], tags, targets)


def _count_flags(counts: dict[str, Count], batch: Batch, tagged: Tagged) -> None:
    if not bool((batch.flags >= 0).any()):
        return
    yes = pooled_flags(tagged.flags, batch.mask, batch.texts, len(batch.flags)) > 0
    seen: set[int] = set()
    for text, window in zip(batch.texts.tolist(), batch.windows, strict=True):
        if text in seen:
            continue
        seen.add(text)
        for number, name in enumerate(FLAGS):
            gold, said = int(batch.flags[text, number]), bool(yes[text, number])
            if gold >= 0:
                counts[_key(window, name)].add(int(gold and said), int(said and not gold), int(gold and not said))


def _count_relations(counts: dict[str, Count], batch: Batch, linked: Linked) -> None:
    pairs = batch.pairs
    if not len(pairs.heads):
        return
    names = list(RELATIONS)
    said = (linked.relations[: len(pairs.heads)].gather(1, pairs.relations[:, None])[:, 0] > 0).tolist()
    owners = pairs.owners[pairs.heads].tolist()
    for relation, gold, yes, owner in zip(pairs.relations.tolist(), pairs.gold.tolist(), said, owners, strict=True):
        key = _key(batch.windows[owner], names[relation])
        counts[key].add(int(gold and yes), int(yes and not gold), int(gold and not yes))


def _count_answers(shares: dict[str, list[int]], batch: Batch, linked: Linked) -> None:
    for right, window, name in _answers(batch, linked):
        share = shares[_key(window, name)]
        share[0] += right
        share[1] += 1


def _answers(batch: Batch, linked: Linked) -> Iterator[tuple[int, Window, str]]:
    """Whether each answer is right; where many values may hold, each value that does or is said to counts as one."""
    pairs, kinds = batch.pairs, list(attributes().values())
    columns = list(attribute_slices().values())
    for row, (span, number) in enumerate(
        zip(pairs.answer_spans.tolist(), pairs.answer_attributes.tolist(), strict=True)
    ):
        window = batch.windows[int(pairs.owners[span])]
        logits, gold = linked.answers[span, columns[number]], pairs.answer_gold[row]
        if not kinds[number].many:
            yield int(gold[int(logits.argmax())]), window, kinds[number].name
            continue
        for value, logit in enumerate(logits.tolist()):
            if logit > 0 or bool(gold[value]):
                yield int(logit > 0 and bool(gold[value])), window, kinds[number].name


def _count_dyads(shares: dict[str, list[int]], batch: Batch, linked: Linked) -> None:
    pairs = batch.pairs
    best = linked.dyads[len(pairs.heads) :].argmax(1).tolist() if len(pairs.dyad_heads) else []
    for row, (head, type) in enumerate(zip(pairs.dyad_heads.tolist(), best, strict=True)):
        share = shares[_key(batch.windows[int(pairs.owners[head])], "dyad")]
        share[0] += int(pairs.dyad_gold[row, type])
        share[1] += 1
