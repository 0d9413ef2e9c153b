"""Leaving out of the encoder what its answers hardly need: `python -m training.thinning --run FOLDER --of FOLDER`.

Some inner values and heads of every layer go, and what is left makes up for them: each time the one that is missed
least goes, and the weights of the others change so that the layer says what it said, as nearly as it can, on the pieces
that were seen (Hassibi and Stork 1992, *Second order derivatives for network pruning: optimal brain surgeon*). A run
that begins with what is left learns back the rest.
"""

import argparse
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

import torch
from torch import Tensor, nn

from training.batches import Batch, collate
from training.encoder import linear
from training.loading import load_model
from training.model import Model
from training.run import RunFolder
from training.sets import Places
from training.supply import read_examples, windows_of

INNER, HEADS = 640, 8
"""Inner values and heads of a layer that stay, of 1,536 and 12."""
WINDOWS = 24
"""Windows of each set, of those learned from, in which it is seen what is missed least."""
DAMPING = 1e-5
"""Added to how much each value varies, in shares of the mean: what was seen is not all that will be."""


def thin(model: Model, batches: Iterable[Batch], inner: int, heads: int) -> None:
    """Leave this many inner values and heads of every layer, going by what it sees on these batches.

    A layer that has as few already stays as it is.
    """
    model.eval()
    layers = model.tagger.encoder.blocks()
    seen = _moments(model, [part for layer in layers for part in (layer.narrow, layer.mixed)], batches)
    for layer in layers:
        left, narrow = _without(layer.narrow, seen[layer.narrow], max(0, layer.narrow.in_features - inner), 1)
        width, gone = layer.mixed.in_features // layer.heads, max(0, layer.heads - heads)
        outer, mixed = _without(layer.mixed, seen[layer.mixed], gone, width)
        layer.keep(left, outer)
        layer.narrow, layer.mixed = narrow, mixed


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
    return left, linear(weight[:, left], weight[:, -1])


def main(arguments: Sequence[str] | None = None) -> None:
    """Write a run with the thinned weights of another; plan, vocabulary and state are those of that run."""
    parser = argparse.ArgumentParser(prog="python -m training.thinning", description=__doc__.split("\n")[0])
    add = parser.add_argument
    add("--run", type=Path, required=True, help="folder to write")
    add("--of", type=Path, required=True, help="folder of the run")
    add("--public", type=Path, required=True, help="folder of the public sets")
    add("--corpus", type=Path, default=Path("corpus"), help="folder of our own corpus")
    add("--inner", type=int, default=INNER, help="inner values of a layer that stay")
    add("--heads", type=int, default=HEADS, help="heads of a layer that stay")
    given = parser.parse_args(arguments)
    run = RunFolder(given.of)
    plan, vocabulary = run.read_plan(), run.read_vocabulary()
    model = load_model(run, plan)
    examples = read_examples(Places(given.public, given.corpus), plan, "train")
    seen = windows_of(examples, vocabulary.tokenizer, WINDOWS, 0)
    thin(model, [collate(bundle) for found in seen.values() for bundle in found], given.inner, given.heads)
    made = RunFolder(given.run)
    made.write_plan(plan)
    made.write_vocabulary(vocabulary)
    made.save({**run.load(), "model": model.state_dict()})


if __name__ == "__main__":
    main()
