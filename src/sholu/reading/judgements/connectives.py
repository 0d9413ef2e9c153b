"""The words that tie a cause to its effect, compiled from `causes.toml`."""

from functools import cache
from typing import NamedTuple

from sholu.model.reading import Sign
from sholu.reading.languages import language
from sholu.reading.patterns import Gapped, listed

NONE = "none"  # the form of words that look like a tie and are none, "as well as"


class Connective(NamedTuple):
    """What ties a cause to an effect: which comes first, its grammar, how the effect fares, how sure it is.

    `needs` names what the sentence must have besides, so that words which are no tie by themselves become one.
    """

    order: str
    form: str
    sign: Sign
    weight: float
    needs: str | None


@cache
def connectives(tag: str) -> Gapped[Connective]:
    """The connectives of a language."""
    patterns: list[tuple[str, Connective]] = []
    for row in language(tag).table("causes")["connective"]:
        value = Connective(row["order"], row["form"], row["sign"], row["weight"], row.get("needs"))
        patterns.extend((pattern, value) for pattern in listed(row["patterns"]))
    return Gapped(patterns, tag)


@cache
def causal_endings(tag: str) -> tuple[tuple[str, Connective], ...]:
    """Endings that make a word a connective, "тексермегендіктен", each with what it ties."""
    rows = language(tag).table("causes")["connective"]
    return tuple(
        (ending, Connective(row["order"], row["form"], row["sign"], row["weight"], row.get("needs")))
        for row in rows
        for ending in row.get("endings", "").split()
    )


@cache
def cause_words(tag: str, name: str) -> frozenset[str]:
    """A word list of `causes.toml`."""
    return frozenset(language(tag).table("causes")["words"].get(name, "").split())
