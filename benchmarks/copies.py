"""Copies recognised at arrival: precision and recall on edits of the sample press, and the time among 100,000 texts.

The others are made of the sample press's words in chance order; a third of them carry 40 words that their outlet prints
under everything, so that bands are crowded as they are in life.
"""

from __future__ import annotations

import random
import sys
import time
from itertools import combinations
from pathlib import Path
from statistics import mean, median, quantiles
from tempfile import TemporaryDirectory

sys.path.insert(0, str(Path(__file__).parent.parent))

from tests.sources.edits import EDITS

from sholu.model.document import Document
from sholu.samples import documents, links
from sholu.sources.copies import Arrivals

OTHERS = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000


def main() -> int:
    with TemporaryDirectory() as folder, Arrivals(Path(folder, "arrivals.sqlite")) as arrivals:
        took = fill(arrivals)
        late = took[-min(5000, len(took)) :]
        spent = f"{1000 * median(late):.2f} ms (mean {1000 * mean(late):.2f}, 99 of 100 under {percentile(late):.2f})"
        print(
            f"{len(arrivals):,} documents; the last {len(late):,} took {spent} of the processor, fingerprint included"
        )
        size = sum(path.stat().st_size for path in Path(folder).iterdir())
        print(f"{size / len(arrivals) / 1000:.1f} kB of index a document")
        score(arrivals)
    return 0


def percentile(took: list[float]) -> float:
    """Milliseconds under which 99 of 100 stay."""
    return 1000 * quantiles(took, n=100)[98]


def fill(arrivals: Arrivals) -> list[float]:
    chance = random.Random(5)
    words = [word for document in documents() for word in document.text.split()]
    furniture = [" ".join(chance.choices(words, k=40)) for _ in range(100)]
    took = []
    for number in range(OTHERS):
        text = " ".join(chance.choices(words, k=chance.randint(120, 400)))
        if number % 3 == 0:
            text += "\n\n" + furniture[number % 100]
        document = Document(text, id=f"other-{number}", url=f"https://outlet{number % 100}.example/{number}")
        started = time.process_time()
        arrivals.arrive(document)
        took.append(time.process_time() - started)
    return took


def score(arrivals: Arrivals) -> None:
    """Every edit of every sample against all samples: is it a copy of its own, and of no other?"""
    copies = {frozenset(pair) for link in links() if link.kind == "copy" for pair in combinations(link.articles, 2)}
    for document in documents():
        arrivals._keep(document, arrivals._judged(document)[1])
    right = wrong = missed = 0
    for edit in EDITS:
        hits = 0
        for document in documents():
            chance = random.Random(document.id)
            made = Document(edit(document.text, document.language or "en", chance), url="https://copier.example/x")
            arrival = arrivals.judge(made)
            if arrival.kind == "copy" and (arrival.of == document.id or frozenset((arrival.of, document.id)) in copies):
                hits += 1
            elif arrival.kind == "copy":
                wrong += 1
            else:
                missed += 1
        right += hits
        print(f"{edit.__name__:10} {hits / len(documents()):.3f} found")
    wrong += unlike(arrivals, copies)
    print(f"precision {right / (right + wrong):.3f}, recall {right / (right + missed + wrong):.3f}")


def unlike(arrivals: Arrivals, copies: set[frozenset[str]]) -> int:
    """Samples taken for copies of others that are none: many tell of the same event in their own words."""
    from sholu.text.fingerprint import fingerprint

    pairs = {
        frozenset((document.id, id)) for document in documents() for id, _ in arrivals.near(fingerprint(document.text))
    }
    return sum(len(pair) == 2 and pair not in copies for pair in pairs)


if __name__ == "__main__":
    raise SystemExit(main())
