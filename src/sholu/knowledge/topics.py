"""Which section of a brief a story belongs to, from its type, contexts, figures and words; the points are data."""

from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache
from math import log
from typing import Any, NamedTuple

from sholu.codebook.units import units
from sholu.knowledge.wording import table

_STEM = 6
_CONTEXT = 0.5  # what a context of some other event of the matter counts, of what one of the story's own does
_WORD = 0.6  # points for a word that stands once; each doubling adds as much


class About(NamedTuple):
    """What a story is about: its own type and contexts, and contexts, units and words of its whole matter.

    `words` count by section what `words_by_topic` found.
    """

    type: str | None
    contexts: tuple[str, ...] = ()
    around: tuple[str, ...] = ()
    units: frozenset[str] = frozenset()
    words: Mapping[str, int] = {}


@cache
def topics() -> tuple[str, ...]:
    """The names of all sections, in the order of a brief; the last one takes what fits no other."""
    return tuple(topic["name"] for topic in table("topics")["topic"])


def topic_of(about: About) -> str:
    """The section with most points; the first of equals."""
    scores = {topic["name"]: _score(topic, about) for topic in table("topics")["topic"]}
    best = max(scores, key=lambda name: scores[name])
    return best if scores[best] > 0 else topics()[-1]


def _score(topic: dict[str, Any], about: About) -> float:
    score = float(topic["types"].get(about.type, 0))
    score += sum(topic["contexts"].get(context, 0) for context in about.contexts)
    score += _CONTEXT * sum(topic["contexts"].get(context, 0) for context in set(about.around) - set(about.contexts))
    score += max((topic.get("units", {}).get(unit, 0) for unit in about.units), default=0)
    if "currencies" in topic and about.units & _currencies():
        score += topic["currencies"]
    return float(score + _WORD * log(1 + about.words.get(topic["name"], 0), 2))


def words_by_topic(stems: Iterable[tuple[str, Mapping[str, int]]]) -> Counter[str]:
    """How many words of some units point at each section; the units as (language, counted stems)."""
    found: Counter[str] = Counter()
    for language, counted in stems:
        beginnings = _beginnings(language)
        for stem in beginnings.keys() & counted.keys():
            for name in beginnings[stem]:
                found[name] += counted[stem]
    return found


@cache
def _beginnings(language: str) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for topic in table("topics")["topic"]:
        for word in topic.get("words", {}).get(language, ()):
            found[word[:_STEM]] = (*found.get(word[:_STEM], ()), topic["name"])
    return found


@cache
def _currencies() -> frozenset[str]:
    return frozenset(unit.code for unit in units().values() if unit.kind == "currency")
