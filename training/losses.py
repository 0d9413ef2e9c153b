"""What the model is blamed for: one number from all heads, each only where its set has labels."""

from dataclasses import dataclass, field

import torch
from torch import Tensor
from torch.nn import functional

from training.batches import Batch
from training.labels import attributes, layers
from training.model import Linked, Model, Tagged, attribute_slices, layer_slices, pooled_flags
from training.targets import ANYTHING, target_table
from training.vocabulary import UNKNOWN

WEIGHTS = {"tags": 1.0, "taught": 0.5, "relations": 0.05, "dyads": 0.5, "answers": 0.05, "flags": 0.3}
"""How much each kind of head counts. Set so that, early in training, none outweighs the tags; not searched for."""
BY_PIECE = ("tags", "taught")
"""Those that are means of pieces; the others are sums of windows."""


@dataclass(slots=True)
class Losses:
    """The weighted sum, and each part by name for the log."""

    total: Tensor
    parts: dict[str, float] = field(default_factory=dict)


def losses(model: Model, batch: Batch, teacher: Model | None = None, hide: float = 0.0) -> Losses:
    """The loss of the model on a batch: tags by piece, all else by window.

    What a set leaves open is learned from a teacher, if there is one: its tags of these pieces, as sure as it is of
    them (Hinton et al. 2015, *Distilling the knowledge in a neural network*). A share `hide` of the pieces is hidden
    from the model, not from the teacher.
    """
    tagged = model.tagger(hidden(batch.ids, hide), batch.mask)
    tagged = Tagged(*(part.float() for part in tagged))
    found = {"tags": _tag_loss(tagged, batch)}
    if teacher is not None:
        with torch.no_grad():
            said = teacher.tagger(batch.ids, batch.mask).tags.float()
        found["taught"] = _taught_loss(tagged.tags, said, batch)
    windows = len(batch.windows)
    pairs = batch.pairs
    if len(pairs.spans):
        heads, tails = torch.cat([pairs.heads, pairs.dyad_heads]), torch.cat([pairs.tails, pairs.dyad_tails])
        linked = Linked(
            *(part.float() for part in model.linker(tagged.states, pairs.owners, pairs.spans, heads, tails))
        )
        if len(pairs.heads):
            logits = linked.relations[: len(pairs.heads)].gather(1, pairs.relations[:, None])[:, 0]
            found["relations"] = functional.binary_cross_entropy_with_logits(
                logits, pairs.gold.float(), reduction="sum"
            )
        if len(pairs.dyad_heads):
            found["dyads"] = any_of(linked.dyads[len(pairs.heads) :], pairs.dyad_gold).sum()
        if len(pairs.answer_spans):
            found["answers"] = _answer_loss(linked.answers, batch)
    if bool((batch.flags >= 0).any()):
        logits = pooled_flags(tagged.flags, batch.mask, batch.texts, len(batch.flags))
        known = batch.flags >= 0
        found["flags"] = functional.binary_cross_entropy_with_logits(
            logits[known], batch.flags[known].float(), reduction="sum"
        )
    means = {name: loss if name in BY_PIECE else loss / windows for name, loss in found.items()}
    total = torch.stack([loss * WEIGHTS[name] for name, loss in means.items()]).sum()
    return Losses(total, {name: float(loss.detach()) for name, loss in means.items()})


def hidden(ids: Tensor, share: float) -> Tensor:
    """The pieces, about this share of them unknown: what they are must be told from what stands around them."""
    if not share:
        return ids
    return ids.masked_fill((torch.rand(ids.shape, device=ids.device) < share) & (ids > UNKNOWN), UNKNOWN)


def any_of(logits: Tensor, allowed: Tensor) -> Tensor:
    """For each row, minus the logarithm of the probability that the allowed columns have together."""
    return logits.logsumexp(-1) - logits.masked_fill(~allowed, float("-inf")).logsumexp(-1)


def _tag_loss(tagged: Tagged, batch: Batch) -> Tensor:
    slices, names = layer_slices(), list(layers())
    total = tagged.tags.new_zeros(())
    for number, targets in batch.tags.items():
        known = targets != ANYTHING
        if bool(known.any()):
            allowed = torch.from_numpy(target_table().allowed(names[number])).to(targets.device)
            total = total + any_of(tagged.tags[known][:, slices[names[number]]], allowed[targets[known]]).sum()
    return total / batch.tokens


def _taught_loss(tags: Tensor, said: Tensor, batch: Batch) -> Tensor:
    """How far the tags are from what the teacher said, by piece in all layers, where no set says what they are."""
    total = tags.new_zeros(())
    for number, columns in enumerate(layer_slices().values()):
        unknown = batch.mask > 0
        if number in batch.tags:
            unknown = unknown & (batch.tags[number] == ANYTHING)
        own, other = (given[unknown][:, columns].log_softmax(-1) for given in (tags, said))
        total = total + functional.kl_div(own, other, reduction="sum", log_target=True)
    return total / batch.tokens


def _answer_loss(answers: Tensor, batch: Batch) -> Tensor:
    pairs = batch.pairs
    total = answers.new_zeros(())
    for number, (attribute, columns) in enumerate(zip(attributes().values(), attribute_slices().values(), strict=True)):
        rows = pairs.answer_attributes == number
        if not bool(rows.any()):
            continue
        logits = answers[pairs.answer_spans[rows]][:, columns]
        gold = pairs.answer_gold[rows][:, : len(attribute.values)]
        if attribute.many:
            total = total + functional.binary_cross_entropy_with_logits(logits, gold.float(), reduction="sum")
        else:
            total = total + any_of(logits, gold).sum()
    return total
