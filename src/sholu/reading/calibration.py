"""Confidences that mean what they say: of all items given 0.8, four in five are right.

Rules and marks give scores that only rank. A table for each engine and kind of item, fitted on annotated articles by
isotonic regression (Zadrozny and Elkan, 2002), turns a score into the share of items with that score that were right in
every field.
"""

import tomllib
from bisect import bisect_right
from functools import cache
from importlib.resources import files
from operator import itemgetter
from typing import Any

from sholu.model.changing import replace
from sholu.model.reading import Reading

KINDS = ("attributions", "events", "tenures", "quantities", "judgements", "times", "entities")
"""The kinds of items, by their names in a reading."""

Points = tuple[tuple[float, float], ...]
"""Score and share of right ones, in rising order of both."""


def calibrated(reading: Reading, engine: str) -> Reading:
    """The same reading with the scores of its items turned into shares; a kind without a table keeps its scores."""
    tables = _tables().get(engine, {})
    changed: dict[str, Any] = {
        kind: tuple(replace(item, confidence=share_of(item.confidence, points)) for item in getattr(reading, kind))
        for kind, points in tables.items()
    }
    return replace(reading, **changed)


def share_of(score: float, points: Points) -> float:
    """The share that the table gives for this score, on straight lines between its points."""
    at = bisect_right(points, score, key=itemgetter(0))
    if at == 0:
        return points[0][1]
    if at == len(points):
        return points[-1][1]
    (low, first), (high, last) = points[at - 1], points[at]
    return round(first + (last - first) * (score - low) / (high - low), 3)


@cache
def _tables() -> dict[str, dict[str, Points]]:
    """The fitted tables by engine and kind."""
    written = tomllib.loads((files(__package__) / "calibration.toml").read_text("utf-8"))
    return {
        engine: {kind: tuple((score, share) for score, share in points) for kind, points in kinds.items()}
        for engine, kinds in written.items()
    }
