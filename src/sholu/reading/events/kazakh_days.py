"""Kazakh: which days of a sentence are another clause's: the verb comes last, so its day stands before it."""

from collections.abc import Sequence

from sholu.model.reading import TimeExpression
from sholu.model.span import Span
from sholu.reading.chunks import chunks_of, kinds
from sholu.reading.events.kazakh_sections import sections_of
from sholu.reading.events.kazakh_words import kazakh_words
from sholu.reading.languages.kazakh_data import kazakh_endings
from sholu.reading.page import Page
from sholu.reading.times.periods import date_for

_VERBAL = frozenset({kinds.VERB, kinds.GERUND, kinds.PARTICIPLE})
_BORDERS = frozenset(",;:—–")
_FARTHEST = 700  # characters
_NEAR = 2  # tokens between "былтырғы" and the trigger that it dates
_YEAR = 4  # characters in a date that tells but the year
_YEARS = 9  # and in a stretch of years


def date_of(page: Page, trigger: Span, times: Sequence[TimeExpression]) -> str | None:
    """The date that dates the words of an event, none that stands in another clause; else its section's."""
    own = date_for(page, trigger, times, lambda time: is_elsewhere(page, time.span, time.value, trigger))
    return own or sections_of(page).day(trigger.start, times)


def is_elsewhere(page: Page, day: Span, value: str | None, trigger: Span) -> bool:
    """Whether a day is that of another deed or thing: behind the verb, of a budget, since when somebody had a post."""
    if day.meets(trigger):
        return False
    tokens, chunks = page.tokens, chunks_of(page)
    if max(day.start - trigger.end, trigger.start - day.end) > _FARTHEST:
        return True
    if day.start >= trigger.end:
        first, stop = page.token_at(trigger.end), page.token_at(day.start)
        return chunks.kind(page.token_at(trigger.end - 1)) in _VERBAL or any(
            tokens[i].text in _BORDERS for i in range(first, stop)
        )
    first, stop = page.token_at(day.end), page.token_at(trigger.start)
    yearly = value is not None and len(value.partition("~")[0]) in (_YEAR, _YEARS)
    if yearly and tokens[first - 1].lower.endswith(kazakh_endings("softened")) and _has_object(page, stop, trigger):
        return True  # «2025 жылғы | бюджетті бекітті»
    if first >= stop:
        return False
    following = tokens[first].lower
    if following.startswith(kazakh_words("days", "meant_for")):
        return True  # «2026 жылға арналған бюджетті бекітті»
    if following in kazakh_words("days", "since"):
        return any(
            tokens[i].lower.endswith(kazakh_endings("done")) and chunks.kind(i) == kinds.PARTICIPLE
            for i in range(first, stop)
        )
    return yearly and tokens[first - 1].lower.endswith(kazakh_endings("softened")) and stop - first > _NEAR


def _has_object(page: Page, first: int, trigger: Span) -> bool:
    """Whether the words of a verb begin with what it is done to."""
    last = page.token_at(trigger.end - 1)
    kind = chunks_of(page).kind
    return first < last and kind(last) in _VERBAL and kind(first) not in _VERBAL
