"""Score the reader on every task of the bench kit and print a table with the reference scores beside ours.

    quality.py --bench DIR [--task TASK ...] [--engine E ...] [--split dev] [--limit N] [--update PAGE.md]

Without an engine named all three are compared; what is not about readings (names, stories) has one figure.

The kit (bench.py and its data) is not part of Sholu; where it is absent this says so and ends well.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import time
import tomllib
from collections.abc import Callable, Iterable
from pathlib import Path

MARK = "<!-- bench -->"
ENGINES = ("exact", "learned", "joined")
HERE = Path(__file__).parent
ROWS = tomllib.loads((HERE / "references.toml").read_text("utf-8"))["rows"]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--bench", type=Path, required=True)
    parser.add_argument("--task", action="append")
    parser.add_argument("--engine", action="append", choices=ENGINES)
    parser.add_argument("--split", default="dev")
    parser.add_argument("--limit", type=int)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--update", type=Path, help="put the table between the bench marks of this page")
    options = parser.parse_args()
    if not (options.bench / "bench.py").exists():
        print(f"Skipped: the bench kit is not at {options.bench} (give --bench DIR).")
        return 0
    tasks = options.task or list(dict.fromkeys(row["task"] for row in ROWS))
    engines = options.engine or list(ENGINES)
    table: list[tuple[dict[str, str | float], dict[str, float]]] = []
    for task in tasks:
        started = time.perf_counter()
        asked = engines if task not in ANSWER or task in GROUPED else engines[-1:]
        figures = {engine: measure(options, task, engine) for engine in asked}
        print(f"{task}: {time.perf_counter() - started:.0f} s", file=sys.stderr)
        for row in ROWS:
            if row["task"] == task:
                values = {engine: value_of(found, str(row["figure"])) for engine, found in figures.items()}
                table.append((row, values))
    text = rendered(table, engines)
    print(text)
    if options.update:
        before, _, rest = options.update.read_text("utf-8").partition(MARK)
        after = rest.partition(MARK)[2]
        options.update.write_text(f"{before}{MARK}\n{text}\n{MARK}{after}", "utf-8")
    return 0


def measure(options: argparse.Namespace, task: str, engine: str) -> dict[str, dict[str, float]]:
    """All figures of one task."""
    kit = [sys.executable, str(options.bench / "bench.py")]
    common = [task, "--split", options.split, *(["--limit", str(options.limit)] if options.limit else [])]
    with tempfile.TemporaryDirectory() as folder:
        docs, answers = Path(folder, "docs.jsonl"), Path(folder, "answers.jsonl")
        with docs.open("wb") as out:
            subprocess.run([*kit, "docs", *common], stdout=out, check=True)
        ANSWER.get(task, read)(docs, answers, options.workers, engine)
        score = [*kit, "score", task, str(answers), *common[1:], "--json"]
        done = subprocess.run(score, capture_output=True, check=True, text=True)
    return dict(json.loads(done.stdout)["figures"])


def read(docs: Path, answers: Path, workers: int, engine: str) -> None:
    """The usual answer: a reading for each document."""
    with docs.open("rb") as source, answers.open("wb") as out:
        command = [sys.executable, "-m", "sholu", "read", "--jsonl", "--workers", str(workers), "--engine", engine]
        subprocess.run(command, stdin=source, stdout=out, check=False)


def spell(docs: Path, answers: Path, workers: int, engine: str) -> None:
    """Names in Russian letters."""
    from sholu.text.transliteration import candidates

    write(answers, ({"id": doc["id"], "candidates": candidates(doc["text"])} for doc in lines(docs)))


def group(docs: Path, answers: Path, workers: int, engine: str) -> None:
    """Which documents tell the same story."""
    from sholu.knowledge.stories import group_documents
    from sholu.model.document import Document
    from sholu.reading.stream import Manner, Refused, read_many

    fields = ("id", "text", "title", "outlet", "published", "language", "url")
    given = (Document(**{name: doc[name] for name in fields if doc.get(name)}) for doc in lines(docs))
    manner = Manner(engine=engine)
    readings = [item for item in read_many(given, workers=workers, manner=manner) if not isinstance(item, Refused)]
    write(answers, ({"id": id, "story": story} for id, story in group_documents(readings).items()))


def lines(path: Path) -> Iterable[dict[str, str]]:
    with path.open(encoding="utf-8") as source:
        yield from map(json.loads, source)


def write(path: Path, items: Iterable[dict[str, object]]) -> None:
    with path.open("w", encoding="utf-8") as out:
        out.writelines(json.dumps(item, ensure_ascii=False) + "\n" for item in items)


ANSWER: dict[str, Callable[[Path, Path, int, str], None]] = {"names": spell, "stories-en": group, "stories-ru": group}
GROUPED = ("stories-en", "stories-ru")
"""Tasks whose answers are made of readings."""


def value_of(figures: dict[str, dict[str, float]], name: str) -> float:
    figure = figures[name]
    return next(figure[key] for key in ("f1", "share", "value") if key in figure)


def rendered(table: list[tuple[dict[str, str | float], dict[str, float]]], engines: list[str]) -> str:
    """One row a figure: each engine's, the last in bold, then the goal and what others reach."""
    out = [f"| task | figure | {' | '.join(engines)} | goal | reference on the same split |"]
    out.append("|---|---|" + "---|" * len(engines) + "---|---|")
    for row, values in table:
        shown = [f"{values[engine]:.3f}" if engine in values else "" for engine in engines]
        shown[-1] = f"**{shown[-1]}**"
        goal = f"{row['goal']:.2f}" if "goal" in row else ""
        out.append(f"| `{row['task']}` | {row['figure']} | {' | '.join(shown)} | {goal} | {row['reference']} |")
    return "\n".join(out)


if __name__ == "__main__":
    sys.exit(main())
