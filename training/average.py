"""The mean of finished runs' weights: `python -m training.average --run FOLDER --of FOLDER FOLDER --shares 0.4 0.6`.

Runs of which each began with the weights of the one before lie in one basin, and a point between them reads better than
any of them, at no cost when reading (Wortsman et al. 2022, Model soups, arXiv 2203.05482).
"""

import argparse
from collections.abc import Mapping, Sequence
from pathlib import Path

import torch

from training.run import RunFolder


def average(weights: Sequence[Mapping[str, torch.Tensor]], shares: Sequence[float]) -> dict[str, torch.Tensor]:
    """The weighted mean of each part; whole numbers (the frozen embedding) are the last one's.

    ValueError when the parts or their shapes differ, or the shares do not sum up to one.
    """
    if len(weights) != len(shares) or abs(sum(shares) - 1) > 1e-6:
        raise ValueError(f"{len(weights)} runs and the shares {list(shares)}: one share a run, one in sum, is needed")
    last = weights[-1]
    if any({n: t.shape for n, t in other.items()} != {n: t.shape for n, t in last.items()} for other in weights):
        raise ValueError("The runs have other parts or other shapes: only runs with the same heads have a mean")
    return {
        name: torch.stack([share * other[name] for share, other in zip(shares, weights, strict=True)]).sum(0)
        if part.is_floating_point()
        else part
        for name, part in last.items()
    }


def main(arguments: Sequence[str] | None = None) -> None:
    """Write a run whose weights are the mean; plan, vocabulary and state are those of the last run given."""
    parser = argparse.ArgumentParser(prog="python -m training.average", description=__doc__.split("\n")[0])
    parser.add_argument("--run", type=Path, required=True, help="folder to write")
    parser.add_argument("--of", type=Path, nargs="+", required=True, help="folders of the runs, in their order")
    parser.add_argument("--shares", type=float, nargs="+", required=True, help="the share of each")
    given = parser.parse_args(arguments)
    runs = [RunFolder(folder) for folder in given.of]
    parts = [run.load() for run in runs]
    made = RunFolder(given.run)
    made.write_plan(runs[-1].read_plan())
    made.write_vocabulary(runs[-1].read_vocabulary())
    made.save({**parts[-1], "model": average([part["model"] for part in parts], given.shares), "shares": given.shares})


if __name__ == "__main__":
    main()
