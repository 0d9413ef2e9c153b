"""Fit what confidences mean on our annotated articles, and show how well it holds on others.

    calibrate.py [--engine joined ...] [--write] [--update docs/accuracy.md]

Tables are fitted on the dev split (nothing is trained on it) and checked by leaving one article out at a time: every
article is told by a table fitted on the others. `--write` puts the tables into the package, `--update` the check into
a page between its calibration marks.
"""

from __future__ import annotations

import argparse
import sys
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

from sholu.corpus.article import load
from sholu.corpus.convert import convert
from sholu.corpus.folder import find_files, known_for
from sholu.corpus.score import Verdict, score
from sholu.reading import calibration
from sholu.reading.calibration import KINDS, Points, share_of

MARK = "<!-- calibration -->"
TABLE = Path(calibration.__file__).with_name("calibration.toml")
BINS = (0.0, 0.2, 0.4, 0.6, 0.8, 1.0001)
POINTS = 6
PRIOR = 4.0
"""Items by which each step of a table is drawn to the mean of its kind: small groups say little."""


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--engine", action="append", choices=("exact", "learned", "joined"))
    parser.add_argument("--split", default="dev")
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--update", type=Path)
    options = parser.parse_args()
    tables: dict[str, dict[str, Points]] = {}
    checks: dict[str, list[tuple[float, bool]]] = {}
    for engine in options.engine or ["exact", "joined"]:
        articles = verdicts(engine, options.split)
        tables[engine] = {kind: fitted([v for found in articles for v in found if v.kind == kind]) for kind in KINDS}
        tables[engine] = {kind: points for kind, points in tables[engine].items() if points}
        checks[engine] = left_out(articles)
    text = reliability(checks)
    print(text)
    if options.write:
        TABLE.write_text(written(tables), "utf-8")
    if options.update:
        before, _, rest = options.update.read_text("utf-8").partition(MARK)
        options.update.write_text(f"{before}{MARK}\n{text}\n{MARK}{rest.partition(MARK)[2]}", "utf-8")
    return 0


def verdicts(engine: str, split: str) -> list[list[Verdict]]:
    """What became of every item that the engine read, article by article, with the scores before calibration."""
    from sholu.reading.reader import make_reader

    reader = make_reader(engine=engine)
    reader.calibrate = False
    golds = [
        convert(load(file), known_for(file)).reading for file in find_files([Path("corpus/articles")], split=split)
    ]
    return [score(gold, reader.read(gold.document)).verdicts for gold in golds]


def fitted(found: Sequence[Verdict]) -> Points:
    """A rising table from score to the share of right ones: pool adjacent violators, then a few points of it."""
    if not found:
        return ()
    mean = sum(v.right for v in found) / len(found)
    ordered = sorted(found, key=lambda v: v.confidence)
    size = max(1, len(ordered) // (2 * POINTS))
    blocks: list[list[float]] = []  # sum of scores, sum of rights, count
    for start in range(0, len(ordered), size):
        part = ordered[start : start + size]
        blocks.append([sum(v.confidence for v in part), float(sum(v.right for v in part)), float(len(part))])
        while len(blocks) > 1 and _share(blocks[-2], mean) >= _share(blocks[-1], mean):
            last = blocks.pop()
            blocks[-1] = [a + b for a, b in zip(blocks[-1], last, strict=True)]
    points = [(round(block[0] / block[2], 3), round(_share(block, mean), 3)) for block in blocks]
    kept = [point for at, point in enumerate(points) if at == 0 or point[0] > points[at - 1][0]]
    return tuple(kept)


def _share(block: Sequence[float], mean: float) -> float:
    return (block[1] + PRIOR * mean) / (block[2] + PRIOR)


def left_out(articles: Sequence[Sequence[Verdict]]) -> list[tuple[float, bool]]:
    """Confidence and outcome of every item, told by tables fitted on the other articles."""
    found: list[tuple[float, bool]] = []
    for number, own in enumerate(articles):
        others = [v for other, article in enumerate(articles) if other != number for v in article]
        tables = {kind: fitted([v for v in others if v.kind == kind]) for kind in {v.kind for v in own}}
        found += [(share_of(v.confidence, tables[v.kind]), v.right) for v in own if tables[v.kind]]
    return found


def reliability(checks: dict[str, list[tuple[float, bool]]]) -> str:
    out = ["| engine | confidence given | items | mean confidence | right in every field |", "|---|---|---|---|---|"]
    for engine, found in checks.items():
        bins: dict[int, list[tuple[float, bool]]] = defaultdict(list)
        for confidence, right in found:
            bins[max(at for at, low in enumerate(BINS[:-1]) if confidence >= low)].append((confidence, right))
        for at, items in sorted(bins.items()):
            mean = sum(confidence for confidence, _ in items) / len(items)
            share = sum(right for _, right in items) / len(items)
            told = f"{BINS[at]:.1f} to {min(1.0, BINS[at + 1]):.1f}"
            out.append(f"| {engine} | {told} | {len(items)} | {mean:.2f} | {share:.2f} |")
        error = sum(abs(sum(c for c, _ in b) - sum(r for _, r in b)) for b in bins.values()) / max(1, len(found))
        out.append(f"| {engine} | all | {len(found)} | expected calibration error {error:.3f} | |")
    return "\n".join(out)


def written(tables: dict[str, dict[str, Points]]) -> str:
    lines = [
        "# What the scores of each engine mean: score and the share of items right in every field, by kind of item.",
        "# Fitted on the dev split of our own corpus by benchmarks/calibrate.py; docs/accuracy.md says how it holds.",
    ]
    for engine, kinds in tables.items():
        lines += ["", f"[{engine}]"]
        lines += [f"{kind} = [{', '.join(f'[{a}, {b}]' for a, b in points)}]" for kind, points in kinds.items()]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    sys.exit(main())
