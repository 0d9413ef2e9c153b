"""Measure `sholu read` on the sample press: words a second and memory, one worker and two, beside a named reference.

The reference is the splitting of the same stream into words with Python's `re`, in the same run: it moves with the
machine, so the ratio stays comparable where the absolute figures do not.
"""

from __future__ import annotations

import json
import os
import re
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from sholu.samples import documents

REPEATS = 20
WORD = re.compile(r"\w+")


def main() -> int:
    press = documents()
    words = sum(len(document.text.split()) for document in press)
    lines = [
        json.dumps({"id": f"{copy}-{document.id}", "text": document.text, "published": document.published})
        for copy in range(REPEATS)
        for document in press
    ]
    total = words * REPEATS
    print(f"{len(lines)} documents, {total:,} words; {os.cpu_count()} cores")
    reference = by_reference(lines, total)
    print(f"reference (re word split, one thread): {reference:,.0f} words/s")
    with tempfile.TemporaryDirectory() as folder:
        docs = Path(folder, "docs.jsonl")
        docs.write_text("\n".join(lines), "utf-8")
        one = None
        for workers in (1, 2):
            seconds, start, peak = by_sholu(docs, workers)
            speed = total / (seconds - start)
            one = one or speed
            print(
                f"sholu read --workers {workers}: {speed:,.0f} words/s after a start of {start:.2f} s, "
                f"{speed / reference:.4f} of the reference, {speed / one:.2f} times one worker, "
                f"peak memory {peak:.0f} MB"
            )
    print(f"sholu --version: {version_seconds():.3f} s (median of 5)")
    return 0


def by_reference(lines: list[str], total: int) -> float:
    texts = [json.loads(line)["text"] for line in lines]
    started = time.perf_counter()
    for text in texts:
        for _ in WORD.finditer(text):
            pass
    return total / (time.perf_counter() - started)


def by_sholu(docs: Path, workers: int) -> tuple[float, float, float]:
    """Seconds for the whole run, seconds for a run over one document (the start), peak memory in MB of one process."""
    command = [sys.executable, "-m", "sholu", "read", "--jsonl", "--workers", str(workers)]
    first = docs.with_suffix(".first")
    first.write_text(docs.read_text("utf-8").split("\n", 1)[0], "utf-8")
    took = []
    for path in (first, docs):
        started = time.perf_counter()
        with path.open("rb") as source:
            subprocess.run(command, stdin=source, stdout=subprocess.DEVNULL, check=True)
        took.append(time.perf_counter() - started)
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    return took[1], took[0], peak


def version_seconds() -> float:
    took = []
    for _ in range(5):
        started = time.perf_counter()
        subprocess.run([sys.executable, "-m", "sholu", "--version"], stdout=subprocess.DEVNULL, check=True)
        took.append(time.perf_counter() - started)
    return sorted(took)[2]


if __name__ == "__main__":
    sys.exit(main())
