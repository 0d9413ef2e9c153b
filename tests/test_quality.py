"""Floors under what the reader achieves on gold that is not part of the project; skipped where the gold is absent.

A floor lies a little under what was last measured (docs/accuracy.md) and is raised by hand when the reader gets better.
"""

import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
ACCEPTANCE = ROOT.parent / "shared" / "acceptance"
BENCH = ROOT.parent / "shared" / "bench"

# Task, figure, how the figure is counted, the floor, and how many documents of the dev split are read.
FLOORS = [
    ("times", "value", "f1", 0.82, None),
    ("quantities", "value + unit", "f1", 0.88, None),
    ("attribution-ru", "content tokens", "f1", 0.90, None),
    ("offices-ru", "person + office", "f1", 0.62, None),
    ("entities-kk", "overlap, all", "f1", 0.80, 800),
    ("police-en", "ARREST", "f1", 0.80, None),
    ("causal", "sentence is causal", "f1", 0.64, None),
]


@pytest.mark.skipif(not ACCEPTANCE.exists(), reason=f"the acceptance articles are not at {ACCEPTANCE}")
@pytest.mark.parametrize("gold", sorted((ACCEPTANCE / "seeds").glob("*.gold.yaml")), ids=lambda path: path.stem)
def test_acceptance_articles(gold: Path, tmp_path: Path):
    import yaml

    document = yaml.safe_load(gold.read_text("utf-8"))["document"]
    reading = tmp_path / "reading.json"
    article = str(gold.parent / document["file"])
    read = [sys.executable, "-m", "sholu", "read", article, "--published", str(document["published"]), "--json"]
    with reading.open("wb") as out:
        subprocess.run(read, stdout=out, check=True)
    score = [sys.executable, str(ACCEPTANCE / "score.py"), str(gold), str(reading), "--json"]
    kinds = json.loads(subprocess.run(score, capture_output=True, check=True).stdout)
    right = sum(kind["right"] for kind in kinds.values())
    assert right / sum(kind["gold"] for kind in kinds.values()) >= 0.88  # measured: .89 and .91


@pytest.mark.skipif(not (BENCH / "bench.py").exists(), reason=f"the bench kit is not at {BENCH}")
@pytest.mark.parametrize(("task", "figure", "count", "floor", "limit"), FLOORS, ids=[row[0] for row in FLOORS])
def test_bench_floors(task: str, figure: str, count: str, floor: float, limit: int | None, tmp_path: Path):
    kit = [sys.executable, str(BENCH / "bench.py")]
    common = [task, "--split", "dev", *(["--limit", str(limit)] if limit else [])]
    docs, readings = tmp_path / "docs.jsonl", tmp_path / "readings.jsonl"
    with docs.open("wb") as out:
        subprocess.run([*kit, "docs", *common], stdout=out, check=True)
    with docs.open("rb") as source, readings.open("wb") as out:
        subprocess.run([sys.executable, "-m", "sholu", "read", "--jsonl"], stdin=source, stdout=out, check=True)
    score = [*kit, "score", task, str(readings), *common[1:], "--json"]
    figures = json.loads(subprocess.run(score, capture_output=True, check=True).stdout)["figures"]
    assert figures[figure][count] >= floor
