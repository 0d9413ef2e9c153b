"""From the files that ship back to a run: `python -m training.restore --run FOLDER --weights FOLDER`.

Who has the project but not the folders of the runs that made its weights can go on learning from what ships. Such a
run has lost what 8 bits lose, and the optimiser's state, which no run takes over that begins with another's weights.
"""

import argparse
import json
import re
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import NodeProto, numpy_helper
from tokenizers import Tokenizer
from torch import Tensor

from training import pretrained
from training.encoder import from_pretrained
from training.export import LINKER, TAGGER, TOKENIZER
from training.model import Model
from training.pretrained import Floats, Pretrained
from training.run import Plan, RunFolder, State
from training.vocabulary import Vocabulary

SHIPPED = Path("src/sholu/reading/weights")
CARD = "card.json"

_PRODUCT = re.compile(r"/(?P<module>.+)/(?:Gemm_)?MatMul_quant")
"""How export names the product of a module of the model."""


class _Half:
    """One of the two files: the numbers of each part, under the part's name in the model."""

    def __init__(self, path: Path) -> None:
        graph = onnx.load(str(path)).graph
        self._constants = {constant.name: numpy_helper.to_array(constant) for constant in graph.initializer}
        self._products = {
            found["module"].replace("/", "."): node.input[1]
            for node in graph.node
            if node.op_type == "MatMulInteger" and (found := _PRODUCT.fullmatch(node.name))
        }
        self._attentions = [node for node in graph.node if node.op_type == "QAttention"]

    def parts(self) -> dict[str, Floats]:
        """Every part of this half of the model; the three of each attention are cut apart."""
        found = {name: self._plain(name) for name in self._constants if name.endswith((".weight", ".bias", ".values"))}
        quantised = [name.removesuffix("_quantized") for name in self._constants if name.endswith("_quantized")]
        found |= {name: self._plain(name) for name in quantised if name.startswith("encoder.") or "distances" in name}
        for module, weight in self._products.items():
            found |= self._product(module, weight.removesuffix("_quantized"))
        for number, node in enumerate(self._attentions):
            found |= self._attention(f"encoder.layers.{number}", node)
        return {name.replace("narrow.linear", "narrow"): part for name, part in found.items()}

    def _product(self, module: str, weight: str) -> dict[str, Floats]:
        """A linear map; where its input was evened out for export, the weights take the factors back."""
        plain = self._plain(weight).T
        factors = self._constants.get(f"{module.removesuffix('.linear')}.factors")
        return {f"{module}.weight": plain if factors is None else plain * factors}

    def _attention(self, layer: str, node: NodeProto) -> dict[str, Floats]:
        """Query, key and value, which export puts side by side, the query scaled."""
        weight, shift = self._plain(node.input[1].removesuffix("_quantized")).T, self._plain(node.input[2])
        heads = next(given.i for given in node.attribute if given.name == "num_heads")
        scale = np.sqrt(len(weight) // 3 // heads)
        found: dict[str, Floats] = {}
        for number, name in enumerate(("query", "key", "value")):
            rows = slice(number * len(weight) // 3, (number + 1) * len(weight) // 3)
            factor = scale if name == "query" else 1.0
            found[f"{layer}.{name}.weight"], found[f"{layer}.{name}.bias"] = weight[rows] * factor, shift[rows] * factor
        return found

    def _plain(self, name: str) -> Floats:
        """The numbers of a constant, be they written in 8 bits or not."""
        if name in self._constants:
            return np.asarray(self._constants[name], np.float32)
        values, scale, zero = (self._constants[name + part] for part in ("_quantized", "_scale", "_zero_point"))
        return np.asarray((values.astype(np.float32) - zero.astype(np.float32)) * scale, np.float32)


def weights_of(folder: Path) -> dict[str, Tensor]:
    """The weights in these files, by their names in the model; the frozen embedding stays in 8 bits."""
    found: dict[str, Tensor] = {}
    for half, name in (("tagger", TAGGER), ("linker", LINKER)):
        for part, values in _Half(folder / name).parts().items():
            tensor = torch.tensor(values)
            found[f"{half}.{part}"] = tensor.to(torch.int8) if part == "encoder.pieces.values" else tensor
    return found


def vocabulary_of(path: Path, source: Pretrained) -> Vocabulary:
    """The vocabulary behind this tokenizer file; ValueError where the pretrained encoder lacks one of its pieces."""
    known = {piece: id for id, piece in enumerate(source.pieces)}
    pieces = [piece for piece, _ in json.loads(path.read_text("utf-8"))["model"]["vocab"]]
    missing = [piece for piece in pieces if piece not in known]
    if missing:
        raise ValueError(f"{path} has {len(missing)} pieces that the pretrained encoder lacks, {missing[0]!r} first")
    return Vocabulary(Tokenizer.from_file(str(path)), tuple(known[piece] for piece in pieces))


def restore(run: RunFolder, folder: Path) -> None:
    """Make a run of the files in `folder`, which counts as having learned from all pieces that these have.

    ValueError where the files are of a model with other heads than today's.
    """
    card = json.loads((folder / CARD).read_text("utf-8"))
    layers = tuple(card["encoder"]["layers"])
    source = pretrained.load()
    vocabulary = vocabulary_of(folder / TOKENIZER, source)
    weights = weights_of(folder)
    model = Model(from_pretrained(source, vocabulary.rows, layers))
    model.fit(weights)
    needed = {name: part.shape for name, part in model.state_dict().items()}
    if needed != {name: part.shape for name, part in weights.items()}:
        odd = sorted(name for name in needed.keys() | weights.keys() if needed.get(name) != _shape(weights, name))
        raise ValueError(f"{folder} is of another make of the model: {', '.join(odd[:5])} differ")
    learned = card["pieces_learned_from"] + card["pieces_learned_from_before"]
    sets = tuple(row["set"] for row in card["data"])
    run.write_plan(Plan(sets, layers, card["seed"], learned, None, 0, 0.0, 0.0, "cpu", 1))
    run.write_vocabulary(vocabulary)
    run.save({"model": weights, "state": asdict(State(card["steps"], learned))})


def _shape(weights: dict[str, Tensor], name: str) -> torch.Size | None:
    return weights[name].shape if name in weights else None


def main(arguments: Sequence[str] | None = None) -> None:
    """Write the run."""
    parser = argparse.ArgumentParser(prog="python -m training.restore", description=__doc__.split("\n")[0])
    parser.add_argument("--run", type=Path, required=True, help="folder to write")
    parser.add_argument("--weights", type=Path, default=SHIPPED, help="folder of the files that ship")
    given = parser.parse_args(arguments)
    restore(RunFolder(given.run), given.weights)


if __name__ == "__main__":
    main()
