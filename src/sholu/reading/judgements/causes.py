"""Causes and effects: what ties them, which words are the one and which the other, and how the effect fares."""

from typing import NamedTuple

from sholu.model.reading import Sign
from sholu.reading.judgements.connectives import connectives
from sholu.reading.judgements.factors import factors, sign_of
from sholu.reading.judgements.holding import holds
from sholu.reading.judgements.statement import Statement, Stretch
from sholu.reading.page import Page
from sholu.text.sentences import Sentence

_MOST = 3  # causal ties kept for one sentence, the surest first
_SAME = 0.5  # share of the words of the shorter from which two causes are one


class Tie(NamedTuple):
    """A cause and an effect found: stretches of tokens, both ends included."""

    cause: Stretch
    effect: Stretch
    sign: Sign
    weight: float
    connective: Stretch


def find_ties(page: Page, sentence: Sentence) -> list[Tie]:
    """The causal ties of one sentence, in order, no two of them about the same cause and the same effect."""
    statement = Statement(page, sentence)
    hits = [
        hit
        for hit in connectives(statement.tag).apart(statement.tokens, statement.start, statement.stop)
        if holds(statement, hit)
    ]
    found: list[Tie] = []
    for before, hit, after in zip([None, *hits], hits, [*hits[1:], None], strict=False):
        pair = factors(statement, hit, before, after)
        if pair is not None:
            cause, effect = pair
            sign = sign_of(statement, hit.value, effect)
            found.append(Tie(cause, effect, sign, hit.value.weight, (hit.first, hit.last)))
    return without_repeats(found, most=_MOST)


def without_repeats(ties: list[Tie], most: int) -> list[Tie]:
    """At most so many ties, the surest of those that tell the same thing, in order of their connectives."""
    kept: list[Tie] = []
    for tie in sorted(ties, key=lambda tie: -tie.weight):
        if not any(_repeats(tie, other) for other in kept):
            kept.append(tie)
    return sorted(kept[:most], key=lambda tie: tie.connective)


def _repeats(tie: Tie, other: Tie) -> bool:
    """Whether both causes and both effects share more than half of the shorter one's words."""
    return _share(tie.cause, other.cause) > _SAME and _share(tie.effect, other.effect) > _SAME


def _share(left: Stretch, right: Stretch) -> float:
    common = min(left[1], right[1]) - max(left[0], right[0]) + 1
    return common / (min(left[1] - left[0], right[1] - right[0]) + 1)
