"""Marks of one clause made one: where the encoder is unsure, its marks of a long stretch fall to pieces."""

from collections import defaultdict
from collections.abc import Collection, Iterable

from sholu.model.span import Span
from sholu.reading.chunks import chunks_of
from sholu.reading.judgements.frames import Frames
from sholu.reading.learned import Mark, Marks
from sholu.reading.page import Page

_SURE = 0.8
"""How surely a mark without a predicate stands for itself."""


def made_whole(page: Page, marks: Marks, layer: str, found: Iterable[Mark]) -> list[Mark]:
    """The marks, in order: a fragment and its neighbour in one clause are one, as most of their words say."""
    whole: list[Mark] = []
    for mark in found:
        before = whole[-1] if whole else None
        torn = before is not None and (_is_fragment(page, before) or _is_fragment(page, mark))
        if before is not None and torn and _in_one_clause(page, before.span, mark.span):
            whole[-1] = _weighed(page, marks, layer, before, mark)
        else:
            whole.append(mark)
    return whole


def _is_fragment(page: Page, mark: Mark) -> bool:
    """Whether a mark says nothing by itself: no word of it is a predicate, and the encoder is unsure of it."""
    return mark.probability < _SURE and not chunks_of(page).has_predicate(*page.token_range(mark.span))


def _in_one_clause(page: Page, one: Span, other: Span) -> bool:
    """Whether the last word of one stretch and the first of another stand in one clause."""
    last, first = page.token_range(one)[1] - 1, page.token_range(other)[0]
    if last < 0 or first >= len(page.tokens):
        return False
    clause = chunks_of(page).clause_at(last)
    return clause[0] <= first <= clause[1]


def _weighed(page: Page, marks: Marks, layer: str, before: Mark, after: Mark) -> Mark:
    """One mark of two and of all the words between them, under the label that most of its words carry."""
    span = before.span.join(after.span)
    votes: dict[str, float] = defaultdict(float, {before.label: 0.0})
    for label, inside, _ in marks.at(layer, [token.start for token in page.tokens_in(span)]):
        votes[label] += inside
    return Mark(span, max(votes, key=lambda label: votes[label]), marks.share(layer, span))


def with_frames(page: Page, found: Iterable[Mark], told: Collection[int]) -> list[Mark]:
    """The marks, in order: what hangs on a short clause, "it seems likely that prices rise", is one with it.

    `told` is where the words of somebody begin: before these stands who says them.
    """
    frames = Frames(page, told)
    whole: list[Mark] = []
    framed = False
    for mark in found:
        wide = Mark(frames.around(mark.span), mark.label, mark.probability)
        before = whole[-1] if whole else None
        if before is not None and before.span.meets(wide.span) and (framed or wide.span.start < mark.span.start):
            surer = max(before.probability, mark.probability)
            whole[-1] = Mark(before.span.join(wide.span), mark.label, surer)
        else:
            whole.append(wide)
            framed = wide.span.end > mark.span.end
    return whole
