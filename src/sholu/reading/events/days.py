"""On which day something happened, where its words tell a time of day alone, and which days are only terms."""

from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from sholu.model.reading import Event
from sholu.model.span import Span
from sholu.reading.events.lexicon import Gapped, listed
from sholu.reading.languages import language
from sholu.reading.page import Page

_NEAR = 400  # characters between an event and the one whose day it shares
_DAY = 10  # characters in a date that tells the day
_WORDS = 4  # of a term before its day
_TERMED = frozenset({"AGREE", "REQUEST", "THREATEN"})
"""Types whose words name a day by which something else is to be done."""


def dated(event: Event, told: Sequence[Event], page: Page) -> Event:
    """The event on the day of the one told before it, where its words tell but a time of day: "by evening"."""
    last = told[-1] if told else None
    if event.date or last is None or last.date is None or len(last.date) != _DAY or last.modality != "actual":
        return event
    if event.trigger.start - last.trigger.start > _NEAR or event.modality != "actual":
        return event
    first, stop = page.token_range(event.evidence)
    same = any(True for _ in _lexicon(page.language.tag, "same_day").find(page.tokens, first, stop))
    return replace(event, date=last.date) if same else event


def is_term(type: str, day: Span, page: Page) -> bool:
    """Whether a day is only the one by which something is to be done, "promised to pay by 1 June"."""
    if type not in _TERMED:
        return False
    tag, tokens = page.language.tag, page.tokens
    first, stop = page.token_range(day)
    before = _lexicon(tag, "term_before").find(tokens, max(0, first - _WORDS), first)
    behind = _lexicon(tag, "term_behind").find(tokens, max(first, stop - 1), min(len(tokens), stop + 1))
    return any(hit.last == first - 1 for hit in before) or any(True for _ in behind)


@cache
def _lexicon(tag: str, key: str) -> Gapped[None]:
    return Gapped(((word, None) for word in listed(language(tag).table("roles")["dates"][key])), tag)
