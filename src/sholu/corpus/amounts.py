"""Figures in records: `2.7`, `20..30`, `>200`, `<5`, and changes: `x2:2025`, `+5:2025`."""

import re
from typing import NamedTuple

from sholu.corpus.codes import is_date
from sholu.corpus.records import Words
from sholu.model.reading import Change

_NUMBER = r"-?\d+(?:\.\d+)?"
_AMOUNT = re.compile(rf"(?P<bound>[<>])?(?P<value>{_NUMBER})|(?P<low>{_NUMBER})\.\.(?P<high>{_NUMBER})")
_CHANGE = re.compile(r"(?P<kind>[x+-])(?P<by>\d+(?:\.\d+)?)?(?::(?P<to>\S+))?")


class Amount(NamedTuple):
    """A figure: its value, or its bounds, or a value that is itself a bound ("more than 200")."""

    value: float | None
    low: float | None
    high: float | None


def read_amount(words: Words) -> Amount | None:
    """The figure that a record gives."""
    text = words.bare(lambda word: _AMOUNT.fullmatch(word) is not None)
    match = _AMOUNT.fullmatch(text or "")
    if match is None:
        return None
    if match["low"]:
        return Amount(None, _number(match["low"]), _number(match["high"]))
    value = _number(match["value"])
    return Amount(value, value if match["bound"] == ">" else None, value if match["bound"] == "<" else None)


def read_change(words: Words) -> Change | None:
    """The change that a record gives: a factor (`x2`) or a difference (`+5`, `-5`), and the period compared with."""
    match = _CHANGE.fullmatch(words.bare(_is_change) or "")
    if match is None:
        return None
    by = _number(match["by"])
    if match["kind"] == "x":
        return Change(match["to"], factor=by)
    return Change(match["to"], difference=-by if match["kind"] == "-" else by)


def _is_change(word: str) -> bool:
    match = _CHANGE.fullmatch(word)
    return match is not None and bool(match["by"]) and (match["to"] is None or is_date(match["to"]))


def _number(text: str) -> float:
    """Whole numbers stay whole, so that they are written without a fraction."""
    return float(text) if "." in text else int(text)
