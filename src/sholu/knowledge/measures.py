"""What a figure counts and what is told of it, in tags that are the same in every language."""

import re
from collections.abc import Iterable
from functools import cache, lru_cache
from typing import NamedTuple

from sholu.knowledge.wording import table
from sholu.model.reading import Quantity
from sholu.model.span import Span
from sholu.text.phrases import Phrases
from sholu.text.tokens import tokenise

_BACK = 400  # characters between a figure and words that point back to it
_END = re.compile(r"[.!?…][»”\")]*\s+(?=[^\W_a-zа-яё])|\n")


class Measure(NamedTuple):
    """`things` are what is counted ("people"), `aspects` what is told of them ("detained").

    `again` marks a figure whose words point back to one just told; it has taken that one's tags.
    """

    things: frozenset[str] = frozenset()
    aspects: frozenset[str] = frozenset()
    again: bool = False


@cache
def _phrases(language: str) -> tuple[Phrases[str], Phrases[str], Phrases[str]]:
    """Words for things, for aspects, and those that point back; one word may be all of these."""
    data = table("measures")
    things, aspects = (
        Phrases((pattern, name) for name, words in data[kind].items() for pattern in words.get(language, ()))
        for kind in ("things", "aspects")
    )
    return things, aspects, Phrases((pattern, "") for pattern in data["again"].get(language, ()))


@cache
def apart(unit: str) -> frozenset[str]:
    """Aspects on which two figures of a unit must agree: a part is not compared with the whole."""
    return frozenset(table("measures")["apart"]["count" if unit == "count" else "other"])


@cache
def uncompared() -> frozenset[str]:
    """Units of which one matter is full, each time with another meaning."""
    return frozenset(table("measures")["uncompared"])


@cache
def weak() -> frozenset[str]:
    """Aspects that alone do not make two figures one thing."""
    return frozenset(table("measures")["weak"]["aspects"])


def measures_of(text: str, language: str, quantities: Iterable[Quantity]) -> dict[str, Measure]:
    """The measure of every quantity by id, in the order of the text; units of time and shares have none."""
    found: dict[str, Measure] = {}
    sentences: dict[Span, Measure] = {}
    before: dict[str, tuple[int, Measure]] = {}
    for item in sorted(quantities, key=lambda item: item.evidence):
        if item.unit in uncompared():
            continue
        span = sentence_at(text, item.evidence)
        told = sentences.get(span)
        if told is None:
            told = sentences[span] = _told(span.of(text), language)
        measure = Measure(_things(f"{item.evidence.of(text)} {item.measure or ''}", language), told.aspects, told.again)
        last = before.get(item.unit)
        if last and told.again and not measure.things and item.evidence.start - last[0] < _BACK:
            measure = Measure(last[1].things, last[1].aspects | told.aspects, True)
        found[item.id] = measure
        before[item.unit] = (item.evidence.start, measure)
    return found


def sentence_at(text: str, span: Span) -> Span:
    """The sentence around a span, roughly: from the last full stop before it to the next one after it."""
    low = max(0, span.start - 400)
    starts = [low + match.end() for match in _END.finditer(text[low : span.start])]
    after = _END.search(text, span.end, min(len(text), span.end + 400))
    return Span(starts[-1] if starts else low, after.start() + 1 if after else min(len(text), span.end + 400))


def _told(words: str, language: str) -> Measure:
    tokens = tokenise(words)
    _, aspects, again = _phrases(language)
    return Measure(
        aspects=frozenset(match.value for match in aspects.find(tokens)),
        again=next(again.find(tokens), None) is not None,
    )


@lru_cache(maxsize=16_384)
def _things(words: str, language: str) -> frozenset[str]:
    return frozenset(match.value for match in _phrases(language)[0].find(tokenise(words)))
