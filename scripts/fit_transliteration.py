"""Fit the weights in `src/sholu/text/transliteration.toml` by which a name's spelling tells its language.

    python scripts/fit_transliteration.py FOLDER [--write]

FOLDER holds `data/names.dev.jsonl.gz`, lines {"text": name, "gold": {"accepted": [its Russian spellings]}}. The language
of a name is not given: the weights are those under which the languages whose rules reach an accepted spelling are
likeliest, with a penalty for large ones. Printed is how often the first candidate is accepted, for weights fitted on one
half and tried on the other, both ways; `--write` puts the weights fitted on all names into the file.
"""

import gzip
import json
import re
import sys
from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from sholu.text.name_origins import Reason, origins, reasons, spelled
from sholu.text.transcription import knowledge
from sholu.text.transliteration import familiar

TARGET = Path(__file__).parents[1] / "src/sholu/text/transliteration.toml"
PENALTY = 0.5  # of half the square of a weight, in units of one name's log-likelihood
STEPS, RATE = 300, 0.05
Array = NDArray[np.float64]


class Example(NamedTuple):
    """A name: what speaks for each language, what each makes of it, and the spellings that are right."""

    reasons: tuple[Reason, ...]
    forms: tuple[str | None, ...]
    accepted: frozenset[str]


class Fitted(NamedTuple):
    """Weights by the number of the language: priors and cues; those of triples and well-known names are for all."""

    priors: Array
    cues: list[Array]
    triples: float
    known: float


def example(name: str, accepted: Sequence[str]) -> Example:
    """What is known of a name in small letters, with its right spellings."""
    forms = tuple(spelled(name, number) for number in range(len(origins())))
    return Example(reasons(name), forms, frozenset(accepted))


def fit(examples: Sequence[Example]) -> Fitted:
    """The weights, from nothing, by gradient descent (Adam)."""
    starts = [int(end) for end in np.cumsum([0, *(len(origin.cues) + 1 for origin in origins())])]
    size, width = starts[-1], len(origins())
    usable = [e for e in examples if not e.accepted.isdisjoint(e.forms)]
    cells, places = [], []
    for row, known_name in enumerate(usable):
        for number, reason in enumerate(known_name.reasons):
            for offset in (0, *(cue + 1 for cue in reason.cues)):
                cells.append(row * width + number)
                places.append(starts[number] + offset)
    cell, place = np.array(cells), np.array(places)
    triples = np.array([[reason.triples for reason in e.reasons] for e in usable])
    known = np.array([[float(reason.known) for reason in e.reasons] for e in usable])
    possible = np.array([[bool(form) for form in e.forms] for e in usable])
    right = np.array([[form in e.accepted for form in e.forms] for e in usable])
    weights = np.zeros(size + 2)
    weights[-2] = 0.1
    first, second = np.zeros(size + 2), np.zeros(size + 2)
    for step in range(1, STEPS + 1):
        sums = np.bincount(cell, weights[place], triples.size).reshape(triples.shape)
        sums = np.where(possible, sums + weights[-2] * triples + weights[-1] * known, -1e9)
        odds = np.exp(sums - sums.max(1, keepdims=True))
        off = odds / odds.sum(1, keepdims=True)
        off -= odds * right / np.maximum((odds * right).sum(1, keepdims=True), 1e-300)
        slope = np.append(np.bincount(place, off.ravel()[cell], size), [(off * triples).sum(), (off * known).sum()])
        slope += PENALTY * np.append(weights[:-2], [0.0, weights[-1]])
        first, second = 0.9 * first + 0.1 * slope, 0.99 * second + 0.01 * slope**2
        pace = RATE * (1.0 if step < STEPS * 2 / 3 else 0.3)
        weights -= pace * first / (1 - 0.9**step) / (np.sqrt(second / (1 - 0.99**step)) + 1e-8)
    parts = [weights[start:end] for start, end in pairwise(starts)]
    priors = np.array([part[0] for part in parts])
    return Fitted(priors, [part[1:] for part in parts], float(weights[-2]), float(weights[-1]))


def right_first(examples: Sequence[Example], fitted: Fitted) -> float:
    """The share of names whose likeliest spelling is accepted."""
    boost = knowledge()["weights"]["familiar"]
    hits = 0
    for each in examples:
        votes: defaultdict[str, float] = defaultdict(float)
        for number, (reason, form) in enumerate(zip(each.reasons, each.forms, strict=True)):
            if form:
                score = fitted.priors[number] + sum(fitted.cues[number][cue] for cue in reason.cues)
                score += fitted.triples * reason.triples + fitted.known * reason.known
                votes[form] += float(np.exp(score)) * (boost if familiar(form) else 1.0)
        hits += max(votes, key=votes.__getitem__) in each.accepted
    return hits / len(examples)


def written(text: str, fitted: Fitted) -> str:
    """The TOML file with the weights put in."""
    for number, origin in enumerate(origins()):
        start = text.index(f"\n[{origin.name}]\n")
        end = text.index('rules = """', start)
        head, cues = text[start:end].split('cues = """\n')
        head = re.sub(r"(?m)^prior = .*$", f"prior = {fitted.priors[number]:.2f}", head)
        patterns = [line.rsplit(" ", 1)[0] for line in cues.split('"""')[0].splitlines()]
        lines = [f"{cue} {weight:.2f}" for cue, weight in zip(patterns, fitted.cues[number], strict=True)]
        block = "\n".join([head + 'cues = """', *lines, '"""', ""])
        text = text[:start] + block + text[end:]
    text = re.sub(r"(?m)^triples = .*$", f"triples = {fitted.triples:.3f}", text)
    return re.sub(r"(?m)^known = .*$", f"known = {fitted.known:.2f}", text)


def main() -> None:
    """Fit, print, and with `--write` put the weights into the file."""
    folder = next((Path(argument) for argument in sys.argv[1:] if not argument.startswith("-")), None)
    path = folder / "data/names.dev.jsonl.gz" if folder else None
    if path is None or not path.exists():
        sys.exit(f"nothing fitted: {path or 'no folder was given, so no names'} is not there")
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    examples = [example(row["text"].lower(), row["gold"]["accepted"]) for row in rows]
    halves = examples[::2], examples[1::2]
    tried = [right_first(there, fit(here)) for here, there in (halves, halves[::-1])]
    print(f"fitted on one half, tried on the other: {tried[0]:.3f}, {tried[1]:.3f}; mean {sum(tried) / 2:.3f}")
    fitted = fit(examples)
    print(f"fitted and tried on all: {right_first(examples, fitted):.3f}")
    if "--write" in sys.argv:
        TARGET.write_text(written(TARGET.read_text("utf-8"), fitted), "utf-8")


if __name__ == "__main__":
    main()
