"""From a finished run to the files that the reader loads: `python -m training.export --run FOLDER --out FOLDER`.

`tagger.onnx` and `linker.onnx` have 8-bit weights; beside them lie the tokenizer, the label maps and the card. Nothing
is written before the files agree with the trained model on the dev windows and are small enough to ship.
"""

import argparse
import copy
import json
import shutil
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import cast

import numpy as np
import onnxruntime
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from tokenizers import Tokenizer
from torch import Tensor, nn
from torch.nn.utils.rnn import pad_sequence

from training.attention import fuse_attention
from training.batches import Batch, Bundle, collate
from training.card import write_card
from training.evaluate import Figures, TorchRunner, evaluate
from training.labels import label_maps, layers
from training.loading import load_model
from training.model import Linked, Linker, Model, Tagged, Tagger, layer_slices
from training.run import Plan, RunFolder
from training.sets import Places
from training.smoothing import smooth
from training.supply import read_examples, windows_of
from training.vocabulary import END, PAD, START, UNKNOWN
from training.windows import OVERLAP, SIZE

OPSET = 17
LARGEST = 45 * 2**20
"""Bytes that all files together may have."""
AGREE = 0.99
"""Least share of tags, of all pieces and layers, on which the 8-bit files must agree with the trained model."""
DEV_WINDOWS = 120
"""Windows of each set on which the two are compared."""

SEEN_WINDOWS = 16
"""Windows of each set from which it is learned how large values become."""

TAGGER, LINKER, TOKENIZER, LABELS = "tagger.onnx", "linker.onnx", "tokenizer.json", "labels.json"


class OnnxRunner:
    """The exported files, asked in the same way as the model."""

    def __init__(self, folder: Path, threads: int = 1) -> None:
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        options.log_severity_level = 3
        self.tagger, self.linker = (
            onnxruntime.InferenceSession(str(folder / name), options, providers=["CPUExecutionProvider"])
            for name in (TAGGER, LINKER)
        )

    def tag(self, batch: Batch) -> Tagged:
        """As `evaluate.Runner` says."""
        rows: list[list[Tensor]] = []
        for ids, mask in zip(batch.ids, batch.mask, strict=True):
            window = ids[mask > 0][None].numpy()
            found = self.tagger.run(["states", "tags", "flags"], {"ids": window})
            rows.append([torch.from_numpy(np.asarray(part)[0]) for part in found])
        return Tagged(*(pad_sequence(list(part), batch_first=True) for part in zip(*rows, strict=True)))

    def link(self, batch: Batch, tagged: Tagged) -> Linked:
        """As `evaluate.Runner` says."""
        pairs = batch.pairs
        heads, tails = torch.cat([pairs.heads, pairs.dyad_heads]), torch.cat([pairs.tails, pairs.dyad_tails])
        given = {"states": tagged.states, "owners": pairs.owners, "spans": pairs.spans, "heads": heads, "tails": tails}
        found = self.linker.run(["relations", "dyads", "answers"], {name: part.numpy() for name, part in given.items()})
        return Linked(*(torch.from_numpy(np.asarray(part)) for part in found))


@dataclass(frozen=True, slots=True)
class Comparison:
    """Trained model and exported files on the same windows: figures of both, and the share of tags that agree."""

    trained: Figures
    exported: Figures
    agreement: float

    @property
    def largest_loss(self) -> tuple[str, float]:
        """The figure that export lowered most, and by how much."""
        losses = {name: figure - self.exported.get(name, 0.0) for name, figure in self.trained.items()}
        return max(losses.items(), key=lambda loss: loss[1])


def export_onnx(model: Model, folder: Path, seen: Sequence[Bundle] = ()) -> None:
    """Write the two halves of the model as 8-bit ONNX files, smoothed by what it sees in these windows."""
    model = copy.deepcopy(model).eval().cpu()
    if seen:
        smooth(model, map(collate, seen))
    ids = torch.tensor([[START, 10, 11, 12, END], [START, 13, 14, 15, END]])
    spans = torch.tensor([[1, 2], [3, 3], [1, 1]])
    owners, heads, tails = torch.tensor([0, 0, 1]), torch.tensor([0, 1]), torch.tensor([1, 0])
    states = torch.zeros(2, 5, model.tagger.encoder.hidden)
    with tempfile.TemporaryDirectory() as name:
        full = Path(name)
        _export(
            model.tagger,
            (ids,),
            full / TAGGER,
            {"ids": ["windows", "length"]},
            {name: ["windows", "length"] for name in ("states", "tags", "flags")},
        )
        _export(
            model.linker,
            (states, owners, spans, heads, tails),
            full / LINKER,
            {
                "states": ["windows", "length"],
                "owners": ["spans"],
                "spans": ["spans"],
                "heads": ["pairs"],
                "tails": ["pairs"],
            },
            {"relations": ["pairs"], "dyads": ["pairs"], "answers": ["spans"]},
        )
        for file in (TAGGER, LINKER):
            quantize_dynamic(full / file, folder / file, weight_type=QuantType.QInt8, per_channel=True)
    fuse_attention(folder / TAGGER, model.tagger.encoder.blocks()[0].heads)


def _export(
    half: Tagger | Linker,
    example: tuple[Tensor, ...],
    path: Path,
    inputs: dict[str, list[str]],
    outputs: dict[str, list[str]],
) -> None:
    torch.onnx.export(
        cast(nn.Module, half),
        example,
        str(path),
        dynamo=False,
        opset_version=OPSET,
        input_names=list(inputs),
        output_names=list(outputs),
        dynamic_axes={name: dict(enumerate(axes)) for name, axes in {**inputs, **outputs}.items()},
    )


def compare(model: Model, folder: Path, bundles: Sequence[Bundle]) -> Comparison:
    """Trained model and files in `folder` on these windows."""
    trained, exported = TorchRunner(model, torch.device("cpu")), OnnxRunner(folder)
    same = asked = 0
    for bundle in bundles:
        batch = collate(bundle)
        one, other = trained.tag(batch).tags, exported.tag(batch).tags
        for name, columns in layer_slices().items():
            equal = one[:, :, columns].argmax(-1) == other[:, :, columns].argmax(-1)
            if list(layers()).index(name) in batch.tags:
                same += int(equal[batch.mask > 0].sum())
                asked += batch.tokens
    return Comparison(evaluate(trained, bundles), evaluate(exported, bundles), same / max(1, asked))


def write_labels(folder: Path) -> None:
    """Write the label maps, with all else that must be known to ask the files: special ids and the size of windows."""
    special = {"start": START, "pad": PAD, "end": END, "unknown": UNKNOWN}
    known = {**label_maps(), "special": special, "window": {"size": SIZE, "overlap": OVERLAP}}
    (folder / LABELS).write_text(json.dumps(known, ensure_ascii=False, indent=1) + "\n", "utf-8")


def total_size(folder: Path) -> dict[str, int]:
    """Bytes of each file."""
    return {file.name: file.stat().st_size for file in sorted(folder.iterdir())}


def pieces_before(plan: Plan) -> int:
    """The pieces that the runs before this one learned from, each begun with the weights of the one before it."""
    if plan.start is None:
        return 0
    earlier = RunFolder(Path(plan.start))
    return int(earlier.load()["state"]["tokens"]) + pieces_before(earlier.read_plan())


def main(arguments: Sequence[str] | None = None) -> None:
    """Export a run; exit with a message when the files are too large or differ too much."""
    parser = argparse.ArgumentParser(prog="python -m training.export", description=__doc__.split("\n")[0])
    parser.add_argument("--run", type=Path, required=True, help="folder of a run")
    parser.add_argument("--out", type=Path, required=True, help="where the weights go")
    parser.add_argument("--public", type=Path, required=True, help="folder of the public sets")
    parser.add_argument("--corpus", type=Path, default=Path("corpus"), help="folder of our own corpus")
    parser.add_argument("--agree", type=float, default=AGREE, help="least share of tags that must agree")
    given = parser.parse_args(arguments)
    folder = RunFolder(given.run)
    plan = folder.read_plan()
    vocabulary = folder.read_vocabulary()
    places = Places(given.public, given.corpus)
    model = load_model(folder, plan)
    seen = _windows(places, plan, "train", vocabulary.tokenizer, SEEN_WINDOWS)
    dev = _windows(places, plan, "dev", vocabulary.tokenizer, DEV_WINDOWS)
    with tempfile.TemporaryDirectory() as name:
        fresh = Path(name)
        export_onnx(model, fresh, seen)
        vocabulary.tokenizer.save(str(fresh / TOKENIZER), pretty=False)
        write_labels(fresh)
        comparison = compare(model, fresh, dev)
        run, before = folder.load(), pieces_before(plan)
        shares = run.get("shares", ())
        layer = model.tagger.encoder.blocks()[0]
        kept = layer.widen.out_features, layer.heads
        write_card(fresh, plan, run["state"], comparison.exported, comparison.agreement, before, shares, kept)
        sizes = total_size(fresh)
        _report(sizes, comparison)
        if sum(sizes.values()) > LARGEST:
            raise SystemExit(f"The files have {sum(sizes.values())} bytes, more than {LARGEST}: nothing was written")
        if comparison.agreement < given.agree:
            raise SystemExit(f"Only {comparison.agreement:.4f} of the tags agree: nothing was written")
        given.out.mkdir(parents=True, exist_ok=True)
        for file in fresh.iterdir():
            shutil.copyfile(file, given.out / file.name)


def _windows(places: Places, plan: Plan, split: str, tokenizer: Tokenizer, limit: int) -> list[Bundle]:
    examples = read_examples(places, plan, split)
    return [bundle for found in windows_of(examples, tokenizer, limit, 0).values() for bundle in found]


def _report(sizes: dict[str, int], comparison: Comparison) -> None:
    for name, size in sizes.items():
        print(f"{size / 2**20:8.2f} MiB  {name}")
    print(f"{sum(sizes.values()) / 2**20:8.2f} MiB  in all, of {LARGEST / 2**20:.0f} allowed")
    name, loss = comparison.largest_loss
    print(f"{comparison.agreement:.4f} of the tags agree; the figure lowered most is {name}, by {loss:.3f}")


if __name__ == "__main__":
    main()
