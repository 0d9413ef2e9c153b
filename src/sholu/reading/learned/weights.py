"""The files of the learned half: an encoder in 8 bits, its linker, its pieces and its label maps."""

import json
import os
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sholu.errors import SholuError

if TYPE_CHECKING:
    from onnxruntime import InferenceSession
    from tokenizers import Tokenizer

FILES = ("tagger.onnx", "linker.onnx", "tokenizer.json", "labels.json")
VARIABLE = "SHOLU_WEIGHTS"
"""Names another folder of weights than the one that comes with Sholu."""


@dataclass(frozen=True, slots=True)
class Layer:
    """One layer of marks: its labels, and which columns of the tagger's answer are its tags (the first is outside)."""

    name: str
    labels: tuple[str, ...]
    columns: slice


@dataclass(frozen=True, slots=True)
class Attribute:
    """A question about one span: its values, its columns in the linker's answer, and whether many values may hold."""

    name: str
    values: tuple[str, ...]
    columns: slice
    many: bool


@dataclass(frozen=True, slots=True)
class Relation:
    """A directed relation: its column, and the layers in which its two ends were learned."""

    name: str
    column: int
    heads: tuple[str, ...]
    tails: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Weights:
    """Everything that is needed to ask the learned half. Safe to share between threads and, made before it, a fork."""

    tagger: "InferenceSession"
    linker: "InferenceSession"
    tokenizer: "Tokenizer"
    layers: Mapping[str, Layer]
    relations: Mapping[str, Relation]
    attributes: Mapping[str, Attribute]
    dyads: tuple[str, ...]
    flags: tuple[str, ...]
    start: int
    pad: int
    end: int
    window: int


def weights_folder() -> Path:
    """Where the weights lie: the folder named by SHOLU_WEIGHTS, else the one inside the package."""
    named = os.environ.get(VARIABLE)
    return Path(named) if named else Path(__file__).parent.parent / "weights"


def has_weights(folder: Path | None = None) -> bool:
    """Whether all files of the weights are there."""
    folder = folder or weights_folder()
    return all((folder / name).is_file() for name in FILES)


def load_weights(folder: Path | None = None) -> Weights:
    """The weights in this folder, else in the usual one; loaded once in a process.

    SholuError `weights-missing` when a file lacks, `weights-broken` when one cannot be loaded.
    """
    return _load(folder or weights_folder())


@cache
def _load(folder: Path) -> Weights:
    missing = [name for name in FILES if not (folder / name).is_file()]
    if missing:
        raise SholuError(
            f"The weights of the learned reader are not complete: {folder} lacks {', '.join(missing)}.",
            code="weights-missing",
            hint=f"Read with --engine exact, install Sholu again, or set {VARIABLE} to a folder that has them.",
        )
    try:
        from tokenizers import Tokenizer

        labels = json.loads((folder / "labels.json").read_text("utf-8"))
        tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        tagger, linker = _session(folder / "tagger.onnx"), _session(folder / "linker.onnx")
        return _weights(labels, tokenizer, tagger, linker)
    except SholuError:
        raise
    except Exception as error:  # each library has failures of its own for a broken file
        raise SholuError(
            f"The weights in {folder} cannot be loaded: {error}.",
            code="weights-broken",
            hint="Install Sholu again, or read with --engine exact.",
        ) from error


def _session(path: Path) -> "InferenceSession":
    import onnxruntime

    options = onnxruntime.SessionOptions()
    # One thread: readings do not depend on the machine, and a session made before a fork works after it.
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = 3
    # Adding and normalising at once is slower on CPUs than one after the other (a sixth of the whole time).
    slow = ["SkipLayerNormFusion"]
    return onnxruntime.InferenceSession(
        str(path), options, providers=["CPUExecutionProvider"], disabled_optimizers=slow
    )


def _weights(
    labels: dict[str, Any], tokenizer: "Tokenizer", tagger: "InferenceSession", linker: "InferenceSession"
) -> Weights:
    tags = _slices({name: len(found) for name, found in labels["layers"].items()})
    answers = _slices({name: len(found["values"]) for name, found in labels["attributes"].items()})
    special = labels["special"]
    return Weights(
        tagger,
        linker,
        tokenizer,
        {
            name: Layer(name, tuple(tag[2:] for tag in found if tag.startswith("B-")), tags[name])
            for name, found in labels["layers"].items()
        },
        {
            name: Relation(name, column, tuple(found["heads"]), tuple(found["tails"]))
            for column, (name, found) in enumerate(labels["relations"].items())
        },
        {
            name: Attribute(name, tuple(found["values"]), answers[name], found["many"])
            for name, found in labels["attributes"].items()
        },
        tuple(labels["dyads"]),
        tuple(labels["flags"]),
        special["start"],
        special["pad"],
        special["end"],
        labels["window"]["size"],
    )


def _slices(sizes: dict[str, int]) -> dict[str, slice]:
    found: dict[str, slice] = {}
    start = 0
    for name, size in sizes.items():
        found[name] = slice(start, start + size)
        start += size
    return found
