"""What each set and layer adds: `python -m training.ablate --run FOLDER --public FOLDER` learns without each.

Many short runs, each from the pretrained encoder and with one thing changed, all measured on the same dev windows. A
run without a set is shorter by what it would have learned from it: of all other sets it sees as much as the others do.
The budget is small, so the figures say what changes, not how good the shipped weights are; another seed says how much
changes by chance. Killed, the same command goes on with the runs that it was at.
"""

import argparse
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from statistics import mean

import torch

from training import pretrained
from training.batches import REPEATS, shares
from training.encoder import LAYERS
from training.evaluate import Figures, TorchRunner, evaluate
from training.run import Plan, RunFolder
from training.sets import SETS, Places
from training.supply import read_examples, windows_of
from training.train import Trainer
from training.vocabulary import prune

WINDOWS = 150
"""Dev windows of each set."""
BATCH, RATE, HEAD_RATE = 400, 1e-4, 2e-3
"""Smaller batches and a higher rate of the heads than in a long run: these runs have few steps. The encoder's rate is
one that twelve layers bear; at three times as much they learn nothing, and six less than so."""
BASE = "all"
"""The run that the others are compared with."""
COLUMNS = {
    "names en": "entities-en.en.name.token",
    "news": "entities-en-news.en.name.token",
    "ru": "entities-ru.ru.name.token",
    "kk": "entities-kk.kk.name.token",
    "office ru": "entities-ru.ru.office.token",
    "content en": "attribution-en.en.content.token",
    "source en": "attribution-en.en.source.token",
    "cue en": "attribution-en.en.cue.token",
    "content ru": "attribution-ru.ru.content.token",
    "source ru": "attribution-ru.ru.source.token",
    "time en": "times.en.time.token",
    "dyad en": "events-plv.en.dyad",
    "actor en": "actors-en.en.role.token",
    "causal en": "causal.en.causal",
    "cause en": "causal.en.cause.token",
    "own en": "corpus.en.",
    "own ru": "corpus.ru.",
    "own kk": "corpus.kk.",
}
"""Columns of the table and the figure that stands there; one that ends with a dot is the mean of all that begin so."""


@dataclass(frozen=True, slots=True)
class Variant:
    """One run: what is changed, and its plan."""

    name: str
    plan: Plan


def variants(plan: Plan, pieces: Mapping[str, float]) -> Iterator[Variant]:
    """The run with everything, its like with another seed, one with all layers, one without each set.

    `pieces` are the shares of the sets in what is learned from.
    """
    yield Variant(BASE, plan)
    yield Variant("another seed", replace(plan, seed=plan.seed + 1))
    yield Variant("12 layers", replace(plan, layers=tuple(range(12))))
    for name, share in pieces.items():
        others = tuple(other for other in pieces if other != name)
        yield Variant(f"without {name}", replace(plan, sets=others, tokens=round(plan.tokens * (1 - share))))


def shares_of_pieces(plan: Plan, places: Places) -> dict[str, float]:
    """Which share of what a run learns from is each set's."""
    examples = read_examples(places, plan, "train")
    tokenizer = prune(pretrained.load(), (example.text for found in examples.values() for example in found)).tokenizer
    windows = {name: found for name, found in windows_of(examples, tokenizer, None).items() if found}
    draws = shares(windows, {name: SETS[name].boost for name in windows}, plan.tokens, plan.repeats)
    size = {
        name: mean(sum(len(window.ids) for window in bundle) for bundle in found) for name, found in windows.items()
    }
    whole = sum(draws[name] * size[name] for name in draws)
    return {name: draws[name] * size[name] / whole for name in draws}


def figures_of(root: Path, places: Places, variant: Variant) -> Figures:
    """Train this variant and measure it on the dev windows of all sets; what was measured before is read."""
    folder = RunFolder(root / re.sub(r"\W+", "-", variant.name))
    kept = folder.path / "figures.json"
    if kept.exists():
        found: Figures = json.loads(kept.read_text("utf-8"))
        return found
    trainer = Trainer(folder, variant.plan, places)
    trainer.run()
    tokenizer = folder.read_vocabulary().tokenizer
    runner = TorchRunner(trainer.model, trainer.device, brief=True)
    found = {}
    for windows in windows_of(
        read_examples(places, replace(variant.plan, sets=()), "dev"), tokenizer, WINDOWS, 0
    ).values():
        found |= evaluate(runner, windows)
    kept.write_text(json.dumps(found, indent=1) + "\n", "utf-8")
    folder.checkpoint.unlink()
    return found


def columns_of(figures: Figures) -> list[float]:
    """The figures of one run in the order of the columns; 0 where there is none."""
    return [
        mean([f for name, f in figures.items() if name.startswith(key)] or [0.0])
        if key.endswith(".")
        else figures.get(key, 0.0)
        for key in COLUMNS.values()
    ]


def table(found: dict[str, Figures]) -> str:
    """Markdown: the run with everything whole, the others as points more or less than it."""
    rows = ["| | " + " | ".join(COLUMNS) + " |", "|---" * (len(COLUMNS) + 1) + "|"]
    base = columns_of(found[BASE])
    for name, figures in found.items():
        own = columns_of(figures)
        cells = [f"{f:.3f}" if name == BASE else f"{100 * (f - b):+.1f}" for f, b in zip(own, base, strict=True)]
        rows.append(f"| {name} | " + " | ".join(cells) + " |")
    return "\n".join(rows)


def main(arguments: Sequence[str] | None = None) -> None:
    """Learn and measure every variant that was not yet, and print the table."""
    parser = argparse.ArgumentParser(prog="python -m training.ablate", description=__doc__.split("\n")[0])
    add = parser.add_argument
    add("--run", type=Path, required=True, help="folder of all these runs; what is done there already is kept")
    add("--public", type=Path, required=True, help="folder of the public sets")
    add("--corpus", type=Path, default=Path("corpus"), help="folder of our own corpus")
    add("--tokens", type=int, default=400_000, help="pieces that each run learns from")
    add("--jobs", type=int, default=torch.get_num_threads(), help="runs at a time, each with one thread")
    given = parser.parse_args(arguments)
    plan = Plan((), LAYERS, 1, given.tokens, None, BATCH, RATE, HEAD_RATE, "cpu", 1, repeats=REPEATS, looks=0)
    places = Places(given.public, given.corpus)
    measure = partial(figures_of, given.run, places)
    found: dict[str, Figures] = {}
    todo = list(variants(plan, shares_of_pieces(plan, places)))
    # Two runs of one thread each learn a fifth more pieces a second than one run of two threads.
    with ProcessPoolExecutor(given.jobs, get_context("spawn")) as pool:
        for variant, figures in zip(todo, pool.map(measure, todo), strict=True):
            found[variant.name] = figures
            print(table(found), end="\n\n", flush=True)


if __name__ == "__main__":
    main()
