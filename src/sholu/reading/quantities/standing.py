"""Measures that say nothing by themselves: "it", "this figure", a word cut off at its end; what they stand for."""

import re
from collections.abc import Sequence

from sholu.model.changing import replace
from sholu.model.reading import Quantity
from sholu.reading.chunks.kinds import CONJUNCTION, DETERMINER, PREPOSITION, PRONOUN, grammar
from sholu.reading.page import Page
from sholu.reading.quantities.lexicon import unit_words

_EMPTY = frozenset({PREPOSITION, CONJUNCTION, DETERMINER, PRONOUN})
_DIGITS = re.compile(r"\d")
_MARKS = " ,;:()—–-"
_SHARES = frozenset({"%", "pp"})


def meant(page: Page, item: Quantity, before: Sequence[Quantity], *, final: bool = True) -> Quantity:
    """The figure with a measure that says something, or with none; `before` are the figures told before it.

    "Inflation was 5 percent in May. In June it was 6": the measure of the figure before, of the same unit and
    paragraph, that the pronoun stands for. What stands for nothing is taken out, unless not `final`.
    """
    words = _trimmed(page, item.measure) if item.measure else None
    if words is not None and before and _DIGITS.search(words) and words in before[-1].evidence.of(page.text):
        return replace(item, measure=before[-1].measure)  # "18 million tonnes of oil, which is 3% more"
    own = words is not None and item.unit == "count" and words.lower() in item.evidence.of(page.text).lower()
    if words is None or own or not _stands_for(page, words):
        return item if words == item.measure else replace(item, measure=words)
    told = next((one for one in reversed(before) if one.measure and _alike(one, item)), None)
    near = told is not None and "\n" not in page.text[told.evidence.end : item.evidence.start]
    if told is not None and near:
        return replace(item, measure=told.measure, holder=item.holder or told.holder)
    return item if not final or _is_noun(page, words) else replace(item, measure=None)


def _trimmed(page: Page, measure: str) -> str | None:
    """The measure without small words and marks at its end, and without a determiner before it."""
    closed = grammar(page.language.tag).closed
    words = measure.strip(_MARKS).split()
    while len(words) > 1 and closed.get(words[-1].lower()) in (PREPOSITION, CONJUNCTION, DETERMINER):
        words.pop()
    while len(words) > 1 and closed.get(words[0].lower()) == DETERMINER:
        words.pop(0)
    return " ".join(words) or None


def _stands_for(page: Page, words: str) -> bool:
    stand_ins = unit_words(page.language.tag).measures.stand_ins
    return words.lower() in stand_ins or grammar(page.language.tag).closed.get(words.lower()) in _EMPTY


def _is_noun(page: Page, words: str) -> bool:
    return grammar(page.language.tag).closed.get(words.split()[0].lower()) not in _EMPTY


def _alike(one: Quantity, other: Quantity) -> bool:
    return one.unit == other.unit or {one.unit, other.unit} <= _SHARES
