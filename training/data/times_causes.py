"""TempEval-3's expressions of time, and the Causal News Corpus."""

from training.data.lines import Line, layer, spans
from training.example import Example, Marked, Pair, outermost


def read_times(line: Line, source: str) -> Example:
    """Expressions of time with their kind."""
    marked = (Marked(spans([row["span"]])[0], (row["kind"],)) for row in line["gold"]["times"])
    return Example(line["id"], source, line["language"], line["text"], layers={"time": outermost(marked)[0]})


def read_causes(line: Line, source: str) -> Example:
    """Whether a sentence tells of a cause, and the words of cause, effect and signal."""
    gold = line["gold"]
    parts = {
        part: layer((span for row in gold["relations"] for span in spans(row[part])), part)
        for part in ("cause", "effect", "signal")
    }
    pairs = {
        Pair(cause, effect)
        for row in gold["relations"]
        for cause in spans(row["cause"])
        for effect in spans(row["effect"])
    }
    return Example(
        line["id"],
        source,
        line["language"],
        line["text"],
        layers=parts,
        relations={"cause_effect": tuple(sorted(pairs, key=lambda pair: (pair.head, pair.tail)))},
        flags={"causal": bool(gold["causal"])},
    )
