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
    """What a story is about: its own type and contexts, and contexts, units and word stems of its whole matter."""

    type: str | None
    contexts: tuple[str, ...] = ()
    around: tuple[str, ...] = ()
    units: frozenset[str] = frozenset()
    stems: Mapping[str, Mapping[str, int]] = {}


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
    count = sum(_counted(_beginnings(topic["name"], language), stems) for language, stems in about.stems.items())
    return float(score + _WORD * log(1 + count, 2))


def _counted(beginnings: frozenset[str], stems: Mapping[str, int]) -> int:
    return sum(count for stem, count in stems.items() if stem in beginnings)


@cache
def _beginnings(name: str, language: str) -> frozenset[str]:
    topic = next(topic for topic in table("topics")["topic"] if topic["name"] == name)
    return frozenset(word[:_STEM] for word in topic.get("words", {}).get(language, ()))


@cache
def _currencies() -> frozenset[str]:
    return frozenset(unit.code for unit in units().values() if unit.kind == "currency")


def stems_by_language(counted: Iterable[tuple[str, Counter[str]]]) -> dict[str, Counter[str]]:
    """Word stems of several units, summed by language."""
    found: dict[str, Counter[str]] = {}
    for language, stems in counted:
        found[language] = found.get(language, Counter()) + stems
    return found
