"""The small encoder: a BERT of few layers that starts from the pretrained weights.

Attention has no dropout of its own, which would quarter the speed. It is torch's own or, unless `fused`, spelled out:
so it can be exported, and on a CPU at the length of our windows it also learns a fifth faster. The embedding of pieces
is frozen and kept in 8 bits with one scale a row: what is trained is what will run.
"""

import math
from collections.abc import Mapping, Sequence
from typing import cast

import torch
from torch import Tensor, nn
from torch.nn import functional

from training.pretrained import Pretrained

LAYERS = (0, 2, 4, 6, 8, 10)
"""Which of the pretrained layers are kept; every second one learned faster than all twelve."""


class FrozenEmbedding(nn.Module):
    """Vectors by id, in 8 bits with one scale a row; not trained."""

    values: Tensor
    scales: Tensor

    def __init__(self, rows: int, width: int) -> None:
        super().__init__()
        self.register_buffer("values", torch.zeros(rows, width, dtype=torch.int8))
        self.register_buffer("scales", torch.ones(rows, 1))

    def fill(self, matrix: Tensor) -> None:
        """Takes over the vectors of `matrix`."""
        scales = matrix.abs().amax(1, keepdim=True).clamp_min(1e-8) / 127
        self.scales.copy_(scales)
        self.values.copy_((matrix / scales).round().to(torch.int8))

    def forward(self, ids: Tensor) -> Tensor:
        """Vectors, one more axis than `ids`."""
        return self.values[ids].float() * self.scales[ids]


class Dropout(nn.Module):
    """Dropout that takes its masks from one stock of chances, each time from another place in it.

    Drawing every mask anew, as torch does, takes an eighth of a step on a CPU.
    """

    stock: Tensor

    def __init__(self, share: float, size: int = 1 << 21) -> None:
        super().__init__()
        kept = torch.rand(size, generator=torch.Generator().manual_seed(0)) >= share
        self.share = share
        self.register_buffer("stock", (kept / (1 - share)).to(torch.bfloat16), persistent=False)

    def forward(self, states: Tensor) -> Tensor:
        """The states, some of them nothing and the others larger by as much while training."""
        if not self.training or not self.share:
            return states
        count = states.numel()
        if count > len(self.stock):
            return functional.dropout(states, self.share)
        start = int(torch.randint(len(self.stock) - count + 1, ()))
        return states * self.stock[start : start + count].view(states.shape)


class Layer(nn.Module):
    """One transformer layer, normalised after each of its two halves."""

    def __init__(self, hidden: int, heads: int, inner: int, eps: float, dropout: float) -> None:
        super().__init__()
        self.heads = heads
        self.query, self.key, self.value = (nn.Linear(hidden, hidden) for _ in range(3))
        self.mixed = nn.Linear(hidden, hidden)
        self.after_attention = nn.LayerNorm(hidden, eps)
        self.widen = nn.Linear(hidden, inner)
        self.narrow = nn.Linear(inner, hidden)
        self.after_all = nn.LayerNorm(hidden, eps)
        self.dropout = Dropout(dropout)

    def forward(self, states: Tensor, bias: Tensor | None, fused: bool) -> Tensor:
        """States after this layer; `bias`, if any, is added to the attention, which is torch's own when `fused`."""
        query, key, value = self._projected(states)
        if fused:
            given = None if bias is None else bias.to(query.dtype)
            heard = functional.scaled_dot_product_attention(query, key, value, given, scale=1.0)
        else:
            weights = query @ key.transpose(-1, -2)
            heard = (weights if bias is None else weights + bias).softmax(-1) @ value
        heard = heard.transpose(1, 2).flatten(2)
        states = cast(Tensor, self.after_attention(states + self.dropout(self.mixed(heard))))
        inner = self.narrow(functional.gelu(self.widen(states)))
        return cast(Tensor, self.after_all(states + self.dropout(inner)))

    def _projected(self, states: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """Query, key and value by one multiplication, the query scaled already: quicker when run in 8 bits."""
        scale = 1 / math.sqrt(self.query.out_features // self.heads)
        weight = torch.cat([self.query.weight * scale, self.key.weight, self.value.weight])
        shift = torch.cat([self.query.bias * scale, self.key.bias, self.value.bias])
        query, key, value = functional.linear(states, weight, shift).chunk(3, -1)
        return self._split(query), self._split(key), self._split(value)

    def keep(self, inner: Tensor, outer: Tensor) -> None:
        """Leave only these of the inner values, and of the values that heads give out, which must be whole heads'."""
        width = self.mixed.in_features // self.heads
        self.widen, self.narrow = _rows(self.widen, inner), _columns(self.narrow, inner)
        self.query, self.key, self.value = (_rows(part, outer) for part in (self.query, self.key, self.value))
        self.mixed = _columns(self.mixed, outer)
        self.heads = len(outer) // width

    def _split(self, states: Tensor) -> Tensor:
        return states.view(*states.shape[:2], self.heads, -1).transpose(1, 2)


class Encoder(nn.Module):
    """Ids of pieces to one vector a piece."""

    def __init__(
        self, rows: int, places: int, hidden: int, layers: int, heads: int, inner: int, eps: float, dropout: float
    ) -> None:
        super().__init__()
        self.hidden = hidden
        self.pieces = FrozenEmbedding(rows, hidden)
        self.places = nn.Embedding(places, hidden)
        self.normalise = nn.LayerNorm(hidden, eps)
        self.dropout = Dropout(dropout)
        self.layers = nn.ModuleList(Layer(hidden, heads, inner, eps, dropout) for _ in range(layers))
        self.fused = False

    def blocks(self) -> list[Layer]:
        """The layers, as what they are."""
        return [cast(Layer, layer) for layer in self.layers]

    def fit(self, weights: Mapping[str, Tensor]) -> None:
        """Make the layers as small as those of an encoder that was thinned, whose weights these are by name."""
        for number, layer in enumerate(self.blocks()):
            inner, outer = (len(weights[f"layers.{number}.{part}.weight"]) for part in ("widen", "query"))
            layer.keep(torch.arange(inner), torch.arange(outer))

    def forward(self, ids: Tensor, mask: Tensor | None) -> Tensor:
        """(batch, length) ids and mask (1 where there is a piece) to (batch, length, hidden).

        Without a mask every piece counts, as in the shipped files.
        """
        places = torch.arange(ids.shape[1], device=ids.device)
        states = self.dropout(self.normalise(self.pieces(ids) + self.places(places)))
        bias = None if mask is None else (1.0 - mask[:, None, None, :].to(states.dtype)) * -1e4
        for layer in self.layers:
            states = layer(states, bias, self.fused)
        return cast(Tensor, states)


def linear(weight: Tensor, bias: Tensor) -> nn.Linear:
    """A linear map with these weights."""
    made = nn.Linear(weight.shape[1], weight.shape[0])
    with torch.no_grad():
        made.weight.copy_(weight)
        made.bias.copy_(bias)
    return made


def _rows(part: nn.Linear, left: Tensor) -> nn.Linear:
    return linear(part.weight[left], part.bias[left])


def _columns(part: nn.Linear, left: Tensor) -> nn.Linear:
    return linear(part.weight[:, left], part.bias)


def from_pretrained(
    pretrained: Pretrained, rows: Sequence[int], layers: Sequence[int] = LAYERS, dropout: float = 0.1
) -> Encoder:
    """The encoder with these of the pretrained layers, whose id i stands for the pretrained piece `rows[i]`."""
    sizes = pretrained.sizes
    encoder = Encoder(len(rows), sizes.places, sizes.hidden, len(layers), sizes.heads, sizes.inner, sizes.eps, dropout)
    found = {name: torch.from_numpy(array) for name, array in pretrained.tensors.items()}
    with torch.no_grad():
        encoder.pieces.fill(found["emb.word"][torch.tensor(rows)])
        encoder.places.weight.copy_(found["emb.pos"] + found["emb.type"][0])
        _take(encoder.normalise, found, "emb.ln")
        for layer, number in zip(encoder.layers, layers, strict=True):
            for part, name in _NAMES.items():
                _take(layer.get_submodule(part), found, f"l{number}.{name}")
    return encoder


_NAMES = {
    "query": "q",
    "key": "k",
    "value": "v",
    "mixed": "ao",
    "after_attention": "aln",
    "widen": "fi",
    "narrow": "fo",
    "after_all": "oln",
}


def _take(module: nn.Module, found: dict[str, Tensor], name: str) -> None:
    cast(Tensor, module.weight).copy_(found[f"{name}.w"])
    cast(Tensor, module.bias).copy_(found[f"{name}.b"])
