"""A tiny encoder, tiny sets and a tiny corpus, so that the whole recipe runs in seconds."""

import gzip
import json
from pathlib import Path
from typing import Any

import numpy as np
from training.pretrained import Pretrained, Sizes

HIDDEN, HEADS, INNER, LAYERS, PLACES = 24, 2, 32, 4, 300
LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ.,«»-0123456789"
LETTERS += "абвгдеёжзийклмнопрстуфхцчшщъыьэюяАБВГДМЖәғқңөұүһі"

TEXT = "Minister Aruzhan Seitova said the bridge would reopen in May. Police in Karatal arrested two men."
LINE = {"id": "x1", "text": TEXT, "language": "en"}


def pretrained() -> Pretrained:
    """An encoder of random numbers whose pieces are letters and a few words."""
    words = ["▁said", "▁Minister", "▁Police", "▁in", "▁the", "▁May", "ister"]
    pieces = ("<s>", "<pad>", "</s>", "<unk>", "▁", *words, *LETTERS, "稣", "<mask>")
    scores = np.array([0.0] * 4 + [-4.0] + [-6.0] * len(words) + [-9.0] * (len(LETTERS) + 2), np.float32)
    random = np.random.default_rng(7)
    tensors = {"emb.word": (len(pieces), HIDDEN), "emb.pos": (PLACES, HIDDEN), "emb.type": (2, HIDDEN)}
    square = {f"l{n}.{part}.w": (HIDDEN, HIDDEN) for n in range(LAYERS) for part in ("q", "k", "v", "ao")}
    inner = {f"l{n}.fi.w": (INNER, HIDDEN) for n in range(LAYERS)} | {
        f"l{n}.fo.w": (HIDDEN, INNER) for n in range(LAYERS)
    }
    found = {
        name: random.normal(0, 0.2, shape).astype(np.float32) for name, shape in {**tensors, **square, **inner}.items()
    }
    for number in range(LAYERS):
        found |= {f"l{number}.{part}.b": np.zeros(HIDDEN, np.float32) for part in ("q", "k", "v", "ao", "fo")}
        found[f"l{number}.fi.b"] = np.zeros(INNER, np.float32)
        found |= _norm(f"l{number}.aln") | _norm(f"l{number}.oln")
    found |= _norm("emb.ln")
    sizes = Sizes(HIDDEN, LAYERS, HEADS, INNER, len(pieces), PLACES, 1e-12)
    return Pretrained(sizes, pieces, scores, found, {"bos": 0, "eos": 2, "pad": 1, "unknown": 3})


def _norm(name: str) -> dict[str, Any]:
    return {f"{name}.w": np.ones(HIDDEN, np.float32), f"{name}.b": np.zeros(HIDDEN, np.float32)}


def span(words: str, text: str = TEXT) -> list[int]:
    """Where these words stand, as the sets write it."""
    start = text.index(words)
    return [start, start + len(words)]


GOLD: dict[str, Any] = {
    "attribution-en": {
        "attributions": [
            {
                "source": [span("Minister Aruzhan Seitova")],
                "cue": [span("said")],
                "content": [span("the bridge would reopen in May")],
                "kind": "indirect",
            }
        ]
    },
    "entities-en": {
        "entities": [
            {"span": span("Aruzhan Seitova"), "kind": "person"},
            {"span": span("Police"), "kind": "organisation"},
            {"span": span("Karatal"), "kind": "place"},
        ],
        "ignore": [span("May")],
    },
    "events-plv": {
        "pairs": [
            {"source": [span("Police")], "target": [span("two men")], "root": "COERCE", "roots": ["COERCE"]},
        ]
    },
    "actors-en": {"S": [span("Police")], "T": [span("two men")], "R": []},
    "police-en": {"KILL": False, "FORCE": False, "ARREST": True, "ANY_ACTION": True, "FAIL": False},
    "times": {"times": [{"span": span("May"), "kind": "date", "value": "2026-05"}]},
    "causal": {"causal": False, "relations": []},
}


def write_sets(folder: Path) -> None:
    """A folder of public sets with one text each in train and dev."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, gold in GOLD.items():
        for split in ("train", "dev"):
            with gzip.open(folder / f"{name}.{split}.jsonl.gz", "wt", encoding="utf-8") as lines:
                lines.write(json.dumps({**LINE, "gold": gold}) + "\n")
