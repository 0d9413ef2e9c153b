"""Which date dates what is said at a place: the nearest one that the grammar around it allows."""

from bisect import bisect_left
from collections.abc import Callable, Sequence
from functools import cache
from typing import NamedTuple

from sholu.model.reading import TimeExpression
from sholu.model.span import Span
from sholu.reading.languages import language
from sholu.reading.page import Page
from sholu.text.sentences import Sentence

# What a token between a date and the words costs; a date further off than _FARTHEST dates nothing. Set by hand so that
# a date in the same clause beats one behind a comma, and one behind a comma beats one in another clause.
_BORDER, _CLAUSE, _JOINT, _QUOTE, _SETTING, _FARTHEST = 8, 14, 3, 18, 2, 70
_BORDERS = frozenset(",;:—–")
_QUOTES = frozenset('"“”«»„')


class _Clauses(NamedTuple):
    """Words of one language that open another clause, that join two, and that open what somebody says."""

    openers: frozenset[str]
    joiners: frozenset[str]
    reported: frozenset[str]
    lasting: frozenset[str]
    relatives: frozenset[str]


@cache
def _clauses(tag: str) -> _Clauses:
    table = language(tag).table("times")["clauses"]
    names = ("openers", "joiners", "reported", "lasting", "relatives")
    return _Clauses(*(frozenset(table.get(name, "").split()) for name in names))


def date_for(
    page: Page, span: Span, times: Sequence[TimeExpression], unfit: Callable[[TimeExpression], bool] | None = None
) -> str | None:
    """The EDTF date that dates what is said at `span`, out of `times` in text order; None when none does.

    What is `unfit` dates nothing here.

    Only dates and times of day in the same sentence count, and of them the nearest, clause borders counted in; when
    that one has no value ("recently"), neither has what is said. A date
    in brackets dates only what stands in the same brackets: it mostly credits an outlet. A date on the other side of
    "that" belongs to the saying, not to what is said.
    """
    sentence = page.sentence_at(span.start)
    best: str | None = None
    least = _FARTHEST
    at = bisect_left(times, sentence.start, key=lambda time: time.span.start)
    while at < len(times) and times[at].span.start < sentence.end:
        time = times[at]
        at += 1
        if time.kind not in ("date", "time") or (unfit is not None and unfit(time)):
            continue
        cost = _distance(page, sentence, time.span, span)
        if cost < least:
            best, least = time.value, cost
    return best.partition("T")[0] if best else None


def _is_parted(page: Page, start: int, stop: int, relatives: frozenset[str]) -> bool:
    """Whether a relative clause opens between two tokens without a comma before it."""
    return any(page.tokens[i].lower in relatives and page.tokens[i - 1].text != "," for i in range(start, stop))


def _distance(page: Page, sentence: Sentence, time: Span, span: Span) -> int:
    """How far a date stands from the words, in tokens and borders; _FARTHEST when it cannot date them."""
    if time.meets(span):
        return 0
    first, last = (time, span) if time.start < span.start else (span, time)
    words = _clauses(page.language.tag)
    start, stop = page.token_at(first.end), page.token_at(last.start)
    if stop - start > _FARTHEST:
        return _FARTHEST
    if (
        first is span
        and page.tokens[stop - 1].lower in words.lasting
        and _is_parted(page, start, stop, words.relatives)
    ):
        return _FARTHEST  # "the protests in the country that she has run since 1989"
    setting = first is time and page.token_at(time.start) - sentence.first <= _SETTING
    border = _SETTING if setting else _BORDER
    cost = depth = low = 0
    for i in range(start, stop):
        token = page.tokens[i]
        cost += 1
        if token.is_word:
            if token.lower in words.reported:
                return _FARTHEST
            cost += _CLAUSE if token.lower in words.openers else _JOINT if token.lower in words.joiners else 0
        elif token.text in _BORDERS:
            cost += border
        elif token.text in _QUOTES:
            cost += _QUOTE
        elif token.text == "(":
            depth += 1
        elif token.text == ")":
            depth -= 1
            low = min(low, depth)
    # `low` is below zero when the first of the two stands in brackets, `depth` above it when the second does.
    inside = low < 0 if first is time else depth > low
    return _FARTHEST if inside else cost
