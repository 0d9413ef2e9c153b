"""The words that tie a cause to its effect, compiled from `causes.toml`."""

from functools import cache
from typing import Any, NamedTuple

from sholu.model.reading import Sign
from sholu.reading.languages import language
from sholu.reading.patterns import Gapped, listed

NONE = "none"  # the form of words that look like a tie and are none, "as well as"


class Connective(NamedTuple):
    """What ties a cause to an effect: which comes first, its grammar, how the effect fares, how sure it is.

    `needs` names what the sentence must have besides, so that words which are no tie by themselves become one. `said`
    is false of words that in an article tell only what followed or what was meant. `around` is true of words between
    which the beginning of the effect stands, "left ... without".
    """

    order: str
    form: str
    sign: Sign
    weight: float
    needs: str | None
    said: bool = True
    around: bool = False


@cache
def connectives(tag: str) -> Gapped[Connective]:
    """The connectives of a language."""
    rows = language(tag).table("causes")["connective"]
    return Gapped(((pattern, _connective(row)) for row in rows for pattern in listed(row["patterns"])), tag)


@cache
def causal_endings(tag: str) -> tuple[tuple[str, Connective], ...]:
    """Endings that make a word a connective, "тексермегендіктен", each with what it ties."""
    rows = language(tag).table("causes")["connective"]
    return tuple((ending, _connective(row)) for row in rows for ending in row.get("endings", "").split())


def _connective(row: dict[str, Any]) -> Connective:
    return Connective(
        row["order"],
        row["form"],
        row["sign"],
        row["weight"],
        row.get("needs"),
        row.get("said", True),
        row.get("around", False),
    )


@cache
def cause_words(tag: str, name: str) -> frozenset[str]:
    """A word list of `causes.toml`."""
    return frozenset(language(tag).table("causes")["words"].get(name, "").split())
