"""Training: `python -m training.train --run FOLDER --public FOLDER` makes weights out of the data sets.

Killed at any time, the same command goes on from the last checkpoint. With a budget of pieces, and not of minutes, a
run gives the same weights each time on the same machine with the same number of threads.
"""

import argparse
import math
import time
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

import torch
from torch import nn

from training import pretrained
from training.batches import REPEATS, TOKENS, Sampler
from training.encoder import LAYERS, from_pretrained
from training.evaluate import Figures, TorchRunner, evaluate
from training.example import Example
from training.loading import load_model
from training.losses import losses
from training.model import Model
from training.run import Plan, RunFolder, State
from training.sets import SETS, Places
from training.supply import read_examples, windows_of
from training.vocabulary import Vocabulary, prune

WARM = 0.1
"""Share of the run in which the rate rises; it falls to nothing in the rest."""
DECAY = 0.01
CLIP = 1.0
LOG_STEPS = 50
SAVE_SECONDS = 300.0
DEV_WINDOWS = 160
"""Windows of each set on which dev figures are taken: enough to see where a run goes, quick enough to look often."""
SMOKE_WINDOWS = 24
"""Windows of each set in a smoke run, which looks at the dev figures at its end alone."""


class Trainer:
    """One run: data, model and optimiser, from its start or from its last checkpoint."""

    def __init__(self, folder: RunFolder, plan: Plan, places: Places) -> None:
        self.folder, self.plan = folder, plan
        folder.write_plan(plan)
        self.device = torch.device(plan.device)
        self.state = State()
        torch.manual_seed(plan.seed)
        torch.set_num_threads(plan.threads)
        started = time.monotonic()
        examples = read_examples(places, plan, "train")
        source = pretrained.load()
        vocabulary = self._vocabulary(source, examples)
        self.train = windows_of(examples, vocabulary.tokenizer, plan.limit)
        self.dev = windows_of(read_examples(places, plan, "dev"), vocabulary.tokenizer, plan.limit or DEV_WINDOWS, 0)
        self.model = Model(from_pretrained(source, vocabulary.rows, plan.layers))
        before = self._parts_before()
        if before is not None:
            self.model.fit(before["model"])
            begin_with(self.model, before["model"])
        self.model = self.model.to(self.device)
        self.model.tagger.encoder.fused = self.device.type != "cpu"
        self.optimiser = make_optimiser(self.model, plan)
        if before is not None and folder.checkpoint.exists():
            self._resume(before)
        self.teacher = self._teacher(vocabulary) if plan.teacher else None
        folder.log(
            event="ready",
            seconds=round(time.monotonic() - started, 1),
            pieces=len(vocabulary.rows),
            windows={name: sum(map(len, found)) for name, found in self.train.items()},
            step=self.state.step,
        )

    def run(self) -> Figures:
        """Train until the budget is used up; the dev figures at the end."""
        plan = self.plan
        boosts = {name: SETS[name].boost * plan.shares.get(name, 1.0) for name in self.train}
        sampler = Sampler(self.train, boosts, plan.seed, plan.tokens, plan.batch, plan.repeats)
        self.folder.log(event="shares", **{name: round(share, 4) for name, share in sampler.shares.items()})
        figures: Figures = {}
        saved = time.monotonic()
        before = self.state.progress(self.plan)
        sums: dict[str, float] = {}
        for batch in sampler.batches(self.state.step):
            if before >= 1:
                break
            started = time.monotonic()
            for name, loss in self._learn(batch.on(self.device), before).items():
                sums[name] = sums.get(name, 0.0) + loss
            self.state.step += 1
            self.state.tokens += batch.tokens
            self.state.seconds += time.monotonic() - started
            now = self.state.progress(self.plan)
            if self.state.step % LOG_STEPS == 0:
                self._log(sums)
                sums = {}
            looks = 1 if self.plan.limit else self.plan.looks
            if math.floor(now * looks) > math.floor(before * looks):
                figures = self.look()
            if now >= 1 or time.monotonic() - saved > SAVE_SECONDS:
                self.save()
                saved = time.monotonic()
            before = now
        return figures or (self.look() if plan.looks else {})

    def look(self) -> Figures:
        """Take the dev figures and write them into the log."""
        runner = TorchRunner(self.model, self.device, brief=True)
        found: Figures = {}
        for windows in self.dev.values():
            found |= evaluate(runner, windows)
        self.model.train()
        self.folder.log(event="dev", **asdict(self.state), figures={name: round(f, 4) for name, f in found.items()})
        return found

    def save(self) -> None:
        """Write a checkpoint."""
        parts = {
            "model": self.model.state_dict(),
            "optimiser": self.optimiser.state_dict(),
            "state": asdict(self.state),
            "random": torch.get_rng_state(),
        }
        self.folder.save(parts)

    def _learn(self, batch: Any, progress: float) -> dict[str, float]:
        for group in self.optimiser.param_groups:
            group["lr"] = group["peak"] * one_cycle(progress)
        self.model.train()
        with torch.autocast(self.device.type, torch.bfloat16):
            found = losses(self.model, batch, self.teacher, self.plan.hide)
        self.optimiser.zero_grad(set_to_none=True)
        found.total.backward()  # type: ignore[no-untyped-call]
        nn.utils.clip_grad_norm_(self.model.parameters(), CLIP)
        self.optimiser.step()
        return {"total": float(found.total.detach()), **found.parts}

    def _vocabulary(self, source: pretrained.Pretrained, examples: dict[str, list[Example]]) -> Vocabulary:
        if self.folder.checkpoint.exists():
            return self.folder.read_vocabulary()
        if self.plan.start is not None:
            vocabulary = RunFolder(Path(self.plan.start)).read_vocabulary()
            self.folder.write_vocabulary(vocabulary)
            return vocabulary
        vocabulary = prune(source, (example.text for found in examples.values() for example in found))
        self.folder.write_vocabulary(vocabulary)
        return vocabulary

    def _parts_before(self) -> dict[str, Any] | None:
        """The checkpoint to go on from: this run's own, or that of the run to start with."""
        if self.folder.checkpoint.exists():
            return self.folder.load()
        return RunFolder(Path(self.plan.start)).load() if self.plan.start is not None else None

    def _teacher(self, vocabulary: Vocabulary) -> Model:
        """The model to learn from; ValueError when its vocabulary is another."""
        run = RunFolder(Path(self.plan.teacher or ""))
        if run.read_vocabulary().rows != vocabulary.rows:
            raise ValueError(
                f"{run.path} has another vocabulary: a run with a teacher must begin with weights like its"
            )
        return load_model(run, run.read_plan()).to(self.device)

    def _resume(self, parts: dict[str, Any]) -> None:
        self.optimiser.load_state_dict(parts["optimiser"])
        self.state = State(**parts["state"])
        torch.set_rng_state(parts["random"])

    def _log(self, sums: dict[str, float]) -> None:
        state = self.state
        self.folder.log(
            event="step",
            step=state.step,
            tokens=state.tokens,
            seconds=round(state.seconds, 1),
            tokens_per_second=round(state.tokens / max(state.seconds, 1e-9)),
            progress=round(state.progress(self.plan), 4),
            **{f"loss_{name}": round(loss / LOG_STEPS, 4) for name, loss in sums.items()},
        )


def begin_with(model: nn.Module, weights: dict[str, torch.Tensor]) -> None:
    """Take over the weights of another run; heads that it lacked, at the end of theirs, keep what they have.

    ValueError when a part is larger or of another shape than this model's.
    """
    own = model.state_dict()
    for name, given in weights.items():
        if name not in own or given.shape[1:] != own[name].shape[1:] or len(given) > len(own[name]):
            raise ValueError(f"The weights begun with do not fit: {name} has {tuple(given.shape)}")
        own[name][: len(given)].copy_(given)


def one_cycle(progress: float) -> float:
    """The share of the highest rate at this point of the run: up in a line, down in half a cosine."""
    if progress < WARM:
        return max(progress / WARM, 0.01)
    return 0.5 + 0.5 * math.cos(math.pi * (progress - WARM) / (1 - WARM))


def make_optimiser(model: Model, plan: Plan) -> torch.optim.Optimizer:
    """AdamW with one rate for the encoder and a higher one for the heads, which start from nothing."""
    inside = list(model.tagger.encoder.parameters())
    known = {id(parameter) for parameter in inside}
    heads = [parameter for parameter in model.parameters() if id(parameter) not in known]
    groups = [{"params": inside, "peak": plan.rate}, {"params": heads, "peak": plan.head_rate}]
    return torch.optim.AdamW(groups, lr=plan.rate, weight_decay=DECAY, fused=True)


def factor(given: str) -> tuple[str, float]:
    """The name of a set and a factor, from `NAME=NUMBER`; ArgumentTypeError for anything else."""
    name, _, number = given.partition("=")
    try:
        found = float(number)
    except ValueError:
        found = 0.0
    if name not in SETS or not 0 < found < math.inf:
        raise argparse.ArgumentTypeError(f"{given!r} is not a set and a factor above 0: {', '.join(SETS)}")
    return name, found


def share(given: str) -> float:
    """A number from 0 up to 1; ArgumentTypeError for anything else."""
    try:
        found = float(given)
    except ValueError:
        found = -1.0
    if not 0 <= found < 1:
        raise argparse.ArgumentTypeError(f"{given!r} is not a share: a number from 0 up to 1, such as 0.06")
    return found


def parse(arguments: Sequence[str] | None = None) -> tuple[RunFolder, Plan, Places]:
    """The run, its plan and where data lies, from the command line."""
    parser = argparse.ArgumentParser(prog="python -m training.train", description=__doc__.split("\n")[0])
    add = parser.add_argument
    add("--run", type=Path, required=True, help="folder of this run; an old one is gone on with")
    add("--public", type=Path, required=True, help="folder of the public sets (*.train.jsonl.gz, *.dev.jsonl.gz)")
    add("--corpus", type=Path, default=Path("corpus"), help="folder of our own corpus")
    add("--sets", default="", help=f"comma-separated, of {', '.join(SETS)}; all when empty")
    add("--tokens", type=int, default=12_000_000, help="pieces to learn from")
    add("--minutes", type=float, help="minutes of training after which to stop, however many pieces it were")
    add("--layers", default=",".join(map(str, LAYERS)), help="pretrained layers to keep")
    add("--batch", type=int, default=TOKENS, help="pieces in a batch")
    add("--rate", type=float, default=3e-4, help="highest learning rate of the encoder")
    add("--head-rate", type=float, default=1e-3, help="highest learning rate of the heads")
    add("--seed", type=int, default=1)
    add("--start", type=Path, help="folder of a finished run: begin with its weights and its vocabulary")
    add("--teacher", type=Path, help="folder of a finished run: learn its tags where a set has none")
    add("--hide", type=share, default=0.0, help="share of pieces that are hidden while learning")
    add("--share", type=factor, action="append", default=[], metavar="SET=FACTOR", help="factor on the share of a set")
    add("--repeats", type=int, default=REPEATS, help="how often at most one set is gone through")
    add("--looks", type=int, default=10, help="how often the dev figures are taken")
    add("--threads", type=int, default=torch.get_num_threads())
    add("--device", default="cuda" if torch.cuda.is_available() else "cpu")
    add("--smoke", action="store_true", help="two minutes on a little of everything, to see that all runs")
    given = parser.parse_args(arguments)
    folder = RunFolder(given.run)
    plan = Plan(
        sets=tuple(name for name in given.sets.split(",") if name),
        layers=tuple(int(number) for number in given.layers.split(",")),
        seed=given.seed,
        tokens=given.tokens,
        minutes=1.0 if given.smoke else given.minutes,
        batch=given.batch,
        rate=given.rate,
        head_rate=given.head_rate,
        device=given.device,
        threads=given.threads,
        limit=SMOKE_WINDOWS if given.smoke else None,
        start=str(given.start) if given.start else None,
        shares=dict(given.share),
        repeats=given.repeats,
        looks=given.looks,
        teacher=str(given.teacher) if given.teacher else None,
        hide=given.hide,
    )
    if folder.checkpoint.exists():
        plan = folder.read_plan()
    return folder, plan, Places(given.public, given.corpus)


def main(arguments: Sequence[str] | None = None) -> None:
    """Train, and print the last dev figures."""
    trainer = Trainer(*parse(arguments))
    figures = trainer.run()
    for name, figure in figures.items():
        print(f"{figure:.3f}  {name}")


if __name__ == "__main__":
    main()
