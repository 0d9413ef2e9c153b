"""Leaving out of the encoder, for export, what its answers hardly need: some inner values and heads of every layer.

What is left makes up for them: each time the one that is missed least goes, and the weights of the others change so
that the layer says what it said, as nearly as it can, on the pieces that were seen (Hassibi and Stork 1992, *Second
order derivatives for network pruning: optimal brain surgeon*).
"""

from collections.abc import Callable, Iterable

import torch
from torch import Tensor, nn

from training.batches import Batch
from training.encoder import Layer
from training.model import Model

SHARE = 1 / 8
"""Share of the inner values, and of the heads, of each layer that goes: a tenth of the time, for .001 to .002 of the
tags. A sixth would cost .001 more."""
DAMPING = 1e-5
"""Added to how much each value varies, in shares of the mean: what was seen is not all that will be."""


def thin(model: Model, batches: Iterable[Batch], share: float = SHARE) -> None:
    """Leave out this share of the inner values and heads of every layer, going by what it sees on these batches."""
    model.eval()
    layers = [layer for layer in model.tagger.encoder.layers if isinstance(layer, Layer)]
    seen = _moments(model, [part for layer in layers for part in (layer.narrow, layer.mixed)], batches)
    for layer in layers:
        inner = layer.narrow.in_features
        left, layer.narrow = _without(layer.narrow, seen[layer.narrow], int(inner * share), 1)
        layer.widen = _rows(layer.widen, left)
        width, gone = layer.mixed.in_features // layer.heads, int(layer.heads * share)
        left, layer.mixed = _without(layer.mixed, seen[layer.mixed], gone, width)
        layer.query, layer.key, layer.value = (_rows(part, left) for part in (layer.query, layer.key, layer.value))
        layer.heads -= gone


def _moments(model: Model, parts: list[nn.Linear], batches: Iterable[Batch]) -> dict[nn.Linear, Tensor]:
    """Mean products of every two values that come into each part, a one after them."""
    sums = {part: torch.zeros(part.in_features + 1, part.in_features + 1, dtype=torch.float64) for part in parts}
    mask = torch.zeros(0)

    def watch(total: Tensor) -> Callable[[nn.Module, tuple[Tensor, ...]], None]:
        def see(_: nn.Module, given: tuple[Tensor, ...]) -> None:
            values = nn.functional.pad(given[0][mask > 0], (0, 1), value=1.0)
            total.add_((values.T @ values).double())

        return see

    hooks = [part.register_forward_pre_hook(watch(total)) for part, total in sums.items()]
    with torch.no_grad():
        for batch in batches:
            mask = batch.mask
            model.tagger(batch.ids, mask)
    for hook in hooks:
        hook.remove()
    return {part: total / total[-1, -1] for part, total in sums.items()}


def _without(part: nn.Linear, moments: Tensor, count: int, width: int) -> tuple[Tensor, nn.Linear]:
    """The columns that stay when `count` groups of `width` are left out, and the part with these alone."""
    groups = torch.arange(part.in_features).view(-1, width)
    weight = torch.cat([part.weight, part.bias[:, None]], 1).detach().double()
    damping = DAMPING * float(moments.diagonal().mean())
    inverse = torch.linalg.inv(moments + damping * torch.eye(len(moments), dtype=torch.float64))
    for _ in range(count):
        blocks = torch.linalg.inv(inverse[groups[:, :, None], groups[:, None, :]])
        missed = torch.einsum("ogi,gij,ogj->g", weight[:, groups], blocks, weight[:, groups])
        least = int(missed.argmin())
        gone = groups[least]
        by = blocks[least] @ inverse[gone]
        weight -= weight[:, gone] @ by
        inverse -= inverse[:, gone] @ by
        groups = torch.cat([groups[:least], groups[least + 1 :]])
    left = groups.flatten()
    return left, _linear(weight[:, left], weight[:, -1])


def _rows(part: nn.Linear, left: Tensor) -> nn.Linear:
    return _linear(part.weight[left], part.bias[left])


def _linear(weight: Tensor, bias: Tensor) -> nn.Linear:
    made = nn.Linear(weight.shape[1], weight.shape[0])
    with torch.no_grad():
        made.weight.copy_(weight)
        made.bias.copy_(bias)
    return made
