"""Days of Russian events: which date of a sentence dates a deed, and which one only describes somebody."""

from bisect import bisect_left
from collections.abc import Sequence

from sholu.model.reading import TimeExpression
from sholu.model.span import Span
from sholu.reading.events.russian_clause import RussianClauses
from sholu.reading.page import Page
from sholu.reading.times.periods import date_for

_DAY = 10  # characters in a date that tells the day
_HEADING = 8  # tokens in a date that heads a paragraph


def date_in(
    page: Page,
    trigger: Span,
    times: Sequence[TimeExpression],
    near: Sequence[TimeExpression],
    own: Sequence[TimeExpression],
) -> str | None:
    """When something happened: by what dates it, by the date that heads its paragraph, or by a day beside it.

    `times` are all of the page, `near` those of its sentence, `own` those of them that do not only describe somebody.
    """
    told = date_for(page, trigger, own) or heading(page, trigger, times)
    days = [time for time in near if len(time.value or "") >= _DAY]  # «полиция, прибывшая в среду»: that day, too
    return told or date_for(page, trigger, days)


def is_apart(page: Page, day: Span, trigger: Span, clauses: RussianClauses) -> bool:
    """Whether a date belongs to words between commas that only describe somebody: «получивший в мае срок»."""
    if day.meets(trigger) or not page.sentence_at(trigger.start).span.covers(day):
        return False
    at, told = clauses.insert_at(page.token_at(day.start)), page.token_at(trigger.start)
    if at is None or at[0] <= told <= at[1]:
        return False
    return told > at[1] or not clauses.is_noun(told)  # «драка, в которой 9 августа сошлись»


def heading(page: Page, trigger: Span, times: Sequence[TimeExpression]) -> str | None:
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
