"""Which section of a brief a story belongs to, from its type, contexts and figures; the points stand in topics.toml."""

from collections.abc import Iterable
from functools import cache
from typing import Any

from sholu.codebook.units import units
from sholu.knowledge.wording import table


@cache
def topics() -> tuple[str, ...]:
    """The names of all sections, in the order of a brief; the last one takes what fits no other."""
    return tuple(row["name"] for row in table("topics")["topic"])


def topic_of(type: str | None, contexts: Iterable[str], figures: Iterable[str] = ()) -> str:
    """The section with most points; the first of equals. `figures` are the units of the story's figures."""
    contexts, figures = tuple(contexts), tuple(figures)
    scores = {row["name"]: _score(row, type, contexts, figures) for row in table("topics")["topic"]}
    best = max(scores, key=lambda name: scores[name])
    return best if scores[best] > 0 else topics()[-1]


def _score(row: dict[str, Any], type: str | None, contexts: tuple[str, ...], figures: tuple[str, ...]) -> float:
    known = units()
    score: float = float(row["types"].get(type, 0)) + sum(row["contexts"].get(context, 0) for context in contexts)
    score += max((row.get("units", {}).get(unit, 0) for unit in figures), default=0)
    if row.get("currencies") and any(unit in known and known[unit].kind == "currency" for unit in figures):
        score += row["currencies"]
    return float(score)
