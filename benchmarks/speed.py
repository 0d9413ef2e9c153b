"""Measure `sholu read` on the sample press: words a second and memory, by engine and language, beside named references.

    speed.py [--peers PYTHON] [--repeats 20]

The first reference is the splitting of the same texts into words with Python's `re`, in the same run: it moves with the
machine, so the ratio stays comparable where the absolute figures do not. `--peers` names an interpreter in which spaCy
with its small English pipeline (`en_core_web_sm`, under whatever name) and natasha are installed: they read the same
texts, English and Russian, in the same run and on one thread. A peer that is not there is skipped.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from sholu.model.document import Document
from sholu.samples import documents

WORD = re.compile(r"\w+")
ENGINES = ("exact", "joined")
PEERS = {"en": "spaCy small English pipeline", "ru": "natasha chain"}
ONE_THREAD = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "MKL_NUM_THREADS": "1"}


@dataclass(frozen=True)
class Run:
    """What one command took: seconds of work without its start, seconds of the start, peak memory in MB."""

    seconds: float
    start: float
    peak: float


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--peers", help="an interpreter with spaCy and natasha")
    parser.add_argument("--repeats", type=int, default=20)
    options = parser.parse_args()
    press = documents()
    print(f"{os.cpu_count()} cores; the sample press {options.repeats} times over")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for tag in ("en", "ru", "kk"):
            some = [document for document in press if document.language == tag]
            compare(folder, tag, some, options)
        together(folder, press, options.repeats)
    print(f"sholu --version: {version_seconds():.3f} s (median of 5)")
    return 0


def compare(folder: Path, tag: str, press: Sequence[Document], options: argparse.Namespace) -> None:
    """One language: the reference, the peer, each engine with one worker."""
    docs = write(folder / f"{tag}.jsonl", press, options.repeats)
    total = options.repeats * sum(len(document.text.split()) for document in press)
    reference = by_reference(docs, total)
    print(f"\n{tag}: {total:,} words; reference (re word split) {reference:,.0f} words/s")
    peer = by_peer(options.peers, tag, docs) if options.peers and tag in PEERS else None
    if peer is not None:
        print(f"  {PEERS[tag]}: {peer:,.0f} words/s")
    for engine in ENGINES:
        run = by_sholu(docs, 1, engine)
        speed = total / run.seconds
        beside = f", {speed / peer:.2f} of the peer" if peer else ""
        print(
            f"  {engine}: {speed:,.0f} words/s, {speed / reference:.4f} of the reference{beside}; "
            f"first reading after {run.start:.2f} s, peak memory {run.peak:.0f} MB"
        )


def together(folder: Path, press: Sequence[Document], repeats: int) -> None:
    """All languages mixed: two workers against one."""
    docs = write(folder / "all.jsonl", press, repeats)
    total = repeats * sum(len(document.text.split()) for document in press)
    print(f"\nmixed: {total:,} words")
    for engine in ENGINES:
        one, two = by_sholu(docs, 1, engine), by_sholu(docs, 2, engine)
        print(
            f"  {engine}: {total / one.seconds:,.0f} words/s, with two workers {total / two.seconds:,.0f}, "
            f"{one.seconds / two.seconds:.2f} times one"
        )


def write(path: Path, press: Sequence[Document], repeats: int) -> Path:
    lines = [
        json.dumps({"id": f"{copy}-{document.id}", "text": document.text, "published": document.published})
        for copy in range(repeats)
        for document in press
    ]
    path.write_text("\n".join(lines) + "\n", "utf-8")
    return path


def by_reference(docs: Path, total: int) -> float:
    texts = [json.loads(line)["text"] for line in docs.read_text("utf-8").splitlines()]
    started = time.perf_counter()
    for text in texts:
        for _ in WORD.finditer(text):
            pass
    return total / (time.perf_counter() - started)


def by_sholu(docs: Path, workers: int, engine: str) -> Run:
    """A run over all documents, less one over the first alone; that one is run twice, so that bytecode is there."""
    command = [sys.executable, "-m", "sholu", "read", "--jsonl", "--workers", str(workers), "--engine", engine]
    first = docs.with_suffix(".first")
    first.write_text(docs.read_text("utf-8").split("\n", 1)[0], "utf-8")
    took, peak = [], 0.0
    for path in (first, first, docs):
        started = time.perf_counter()
        with path.open("rb") as source:
            child = subprocess.Popen(command, stdin=source, stdout=subprocess.DEVNULL, env=installed(docs.parent))
            _, status, usage = os.wait4(child.pid, 0)
        if status:
            raise SystemExit(f"{' '.join(command)} ended with {os.waitstatus_to_exitcode(status)}")
        took.append(time.perf_counter() - started)
        peak = max(peak, usage.ru_maxrss / 1024)
    return Run(took[2] - took[1], took[1], peak)


def installed(folder: Path) -> dict[str, str]:
    """The environment of an installation on one thread: bytecode is kept, as pip keeps it, but in this folder."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return kept | ONE_THREAD | {"PYTHONPYCACHEPREFIX": str(folder / "bytecode")}


def by_peer(python: str, tag: str, docs: Path) -> float | None:
    """Words a second of the peer for this language, by its own interpreter; None where it is not installed."""
    command = [python, str(Path(__file__).with_name("peers.py")), tag, str(docs)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=os.environ | ONE_THREAD)
    if done.returncode:
        print(f"  {PEERS[tag]}: skipped, {done.stderr.strip().splitlines()[-1] if done.stderr else 'it failed'}")
        return None
    return float(done.stdout)


def version_seconds() -> float:
    took = []
    for _ in range(5):
        started = time.perf_counter()
        subprocess.run([sys.executable, "-m", "sholu", "--version"], stdout=subprocess.DEVNULL, check=True)
        took.append(time.perf_counter() - started)
    return sorted(took)[2]


if __name__ == "__main__":
    sys.exit(main())
