"""On which day something happened, where its words tell a time of day alone, and which days are only terms."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from sholu.model.reading import Event, TimeExpression
from sholu.model.span import Span
from sholu.reading.events.kazakh_days import date_of
from sholu.reading.events.lexicon import Gapped, listed
from sholu.reading.events.russian_clause import RussianClauses
from sholu.reading.languages import language
from sholu.reading.page import Page
from sholu.reading.times.periods import date_for

_NEAR = 400  # characters between an event and the one whose day it shares
_DAY = 10  # characters in a date that tells the day
_WORDS = 4  # of a term before its day
_HEADING = 8  # tokens in a date that heads a paragraph
_TERMED = frozenset({"AGREE", "REQUEST", "THREATEN"})
"""Types whose words name a day by which something else is to be done."""


def dated(event: Event, told: Sequence[Event], page: Page) -> Event:
    """The event on the day of the one told before it, where its words tell but a time of day: "by evening"."""
    last = told[-1] if told else None
    if page.language.tag == "ru":  # what was told in between may be of no day
        last = next((one for one in reversed(told) if one.date and len(one.date) == _DAY), None)
    if event.date or last is None or last.date is None or len(last.date) != _DAY or last.modality != "actual":
        return event
    if event.trigger.start - last.trigger.start > _NEAR or event.modality != "actual":
        return event
    first, stop = page.token_range(event.evidence)
    same = any(True for _ in _lexicon(page.language.tag, "same_day").find(page.tokens, first, stop))
    return replace(event, date=last.date) if same else event


def day_of(page: Page, trigger: Span, times: Sequence[TimeExpression], clauses: RussianClauses | None) -> str | None:
    """When something happened: by the dates of its sentence, in Russian also by the one that heads its paragraph.

    With `clauses` those dates are left out that a participle or a relative between commas has for itself.
    """
    if clauses is None:
        return date_of(page, trigger, times)
    near = [time for time in times if not is_apart(page, time.span, trigger, clauses)]
    told = date_for(page, trigger, near) or _heading(page, trigger, times)
    days = [time for time in times if len(time.value or "") >= _DAY]  # «полиция, прибывшая в среду»: that day, too
    return told or date_for(page, trigger, days)


def is_apart(page: Page, day: Span, trigger: Span, clauses: RussianClauses) -> bool:
    """Whether a date belongs to words between commas that only describe somebody: «получивший в мае срок»."""
    if day.meets(trigger) or not page.sentence_at(trigger.start).span.covers(day):
        return False
    at, told = clauses.insert_at(page.token_at(day.start)), page.token_at(trigger.start)
    if at is None or at[0] <= told <= at[1]:
        return False
    return told > at[1] or not clauses.is_noun(told)  # «драка, в которой 9 августа сошлись»


def _heading(page: Page, trigger: Span, times: Sequence[TimeExpression]) -> str | None:
    """The date that stands alone before a paragraph, as chronicles have it: «7 января. Завод просит ...»."""
    start = page.text.rfind("\n", 0, trigger.start) + 1
    first = page.sentence_at(start)
    if first.span.covers(trigger) or first.stop - first.first > _HEADING:
        return None
    at = bisect_left(times, start, key=lambda time: time.span.start)
    if at == len(times) or times[at].span.start > first.end or times[at].kind != "date":
        return None
    within = {token.i for token in page.tokens_in(times[at].span)}
    rest = [token for token in page.tokens[first.first : first.stop] if token.is_word and token.i not in within]
    return times[at].value if not rest else None


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
