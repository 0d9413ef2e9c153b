"""The folder of one training run: what it was asked, its vocabulary, its checkpoints and its log."""

import json
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

import torch
from tokenizers import Tokenizer

from training.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class Plan:
    """What a run was asked to do. `tokens` or `minutes`, whichever is used up first, end it.

    `start` is the folder of a run whose weights it begins with, `shares` factors on the shares of single sets,
    `repeats` how often at most it goes through one set, `looks` how often it takes the dev figures, `teacher` the
    folder of a run whose tags are learned where a set has none, `hide` the share of pieces that are hidden.
    """

    sets: tuple[str, ...]
    layers: tuple[int, ...]
    seed: int
    tokens: int
    minutes: float | None
    batch: int
    rate: float
    head_rate: float
    device: str
    threads: int
    limit: int | None = None
    start: str | None = None
    shares: dict[str, float] = field(default_factory=dict)
    repeats: int = 20
    looks: int = 10
    teacher: str | None = None
    hide: float = 0.0


@dataclass(slots=True)
class State:
    """How far a run is: steps, pieces and seconds so far."""

    step: int = 0
    tokens: int = 0
    seconds: float = 0.0

    def progress(self, plan: Plan) -> float:
        """From 0 at the start to 1 when the budget is used up."""
        spent = [self.tokens / plan.tokens]
        if plan.minutes is not None:
            spent.append(self.seconds / (60 * plan.minutes))
        return min(1.0, max(spent))


class RunFolder:
    """Reads and writes the files of a run."""

    def __init__(self, path: Path) -> None:
        self.path = path
        path.mkdir(parents=True, exist_ok=True)

    @property
    def checkpoint(self) -> Path:
        """Weights, optimiser and state, as of the last save."""
        return self.path / "checkpoint.pt"

    def write_plan(self, plan: Plan) -> None:
        """Keep the plan."""
        (self.path / "plan.json").write_text(json.dumps(asdict(plan), indent=2) + "\n", "utf-8")

    def read_plan(self) -> Plan:
        """The plan of this run."""
        found = json.loads((self.path / "plan.json").read_text("utf-8"))
        return Plan(**{**found, "sets": tuple(found["sets"]), "layers": tuple(found["layers"])})

    def write_vocabulary(self, vocabulary: Vocabulary) -> None:
        """Keep the tokenizer and the rows that it takes from the pretrained embedding."""
        vocabulary.tokenizer.save(str(self.path / "tokenizer.json"), pretty=False)
        (self.path / "rows.json").write_text(json.dumps(vocabulary.rows), "utf-8")

    def read_vocabulary(self) -> Vocabulary:
        """The vocabulary of this run."""
        tokenizer = Tokenizer.from_file(str(self.path / "tokenizer.json"))
        return Vocabulary(tokenizer, tuple(json.loads((self.path / "rows.json").read_text("utf-8"))))

    def save(self, parts: dict[str, Any]) -> None:
        """Write a checkpoint; the one before stays until the new one is whole."""
        fresh = self.checkpoint.with_suffix(".new")
        torch.save(parts, fresh)
        fresh.replace(self.checkpoint)

    def load(self) -> dict[str, Any]:
        """The last checkpoint, on the CPU."""
        found: dict[str, Any] = torch.load(self.checkpoint, map_location="cpu", weights_only=True)
        return found

    def log(self, **row: object) -> None:
        """Add one line to the log."""
        with (self.path / "log.jsonl").open("a", encoding="utf-8") as lines:
            lines.write(json.dumps(row, ensure_ascii=False) + "\n")
