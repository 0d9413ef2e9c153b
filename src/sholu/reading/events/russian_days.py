"""Days of Russian events: which date of a sentence dates a deed, and which one only describes somebody."""

from collections.abc import Sequence

from sholu.model.reading import TimeExpression
from sholu.model.span import Span
from sholu.reading.events.headings import Headings
from sholu.reading.events.russian_clause import RussianClauses
from sholu.reading.events.russian_words import russian_phrases
from sholu.reading.languages.morphology import readings
from sholu.reading.page import Page
from sholu.reading.times.periods import date_for

_DAY = 10  # characters in a date that tells the day


def date_in(
    page: Page,
    trigger: Span,
    headings: Headings,
    near: Sequence[TimeExpression],
    own: Sequence[TimeExpression],
) -> str | None:
    """When something happened: by what dates it, by the date that heads its paragraph, or by a day beside it.

    `near` are the times of its sentence, `own` those of them that do not only describe somebody.
    """
    told = date_for(page, trigger, own) or headings.day(trigger.start)
    days = [time for time in near if len(time.value or "") >= _DAY]  # «полиция, прибывшая в среду»: that day, too
    return told or date_for(page, trigger, days)


def is_apart(page: Page, day: Span, trigger: Span, clauses: RussianClauses) -> bool:
    """Whether a date belongs to words between commas that only describe somebody: «получивший в мае срок»."""
    if day.meets(trigger) or not page.sentence_at(trigger.start).span.covers(day):
        return False
    if _is_of_beginning(page, day, trigger):
        return True
    at, told = clauses.insert_at(page.token_at(day.start)), page.token_at(trigger.start)
    if at is None or at[0] <= told <= at[1]:
        return False
    if told > at[1] or not clauses.is_noun(told):
        return True
    return _is_of_other_noun(page, told, at)  # not «драка, в которой 9 августа сошлись»


def _is_of_other_noun(page: Page, noun: int, insert: tuple[int, int]) -> bool:
    """Whether a participle opens the words between commas in a case in which a noun does not stand."""
    opener = readings("ru", page.tokens[insert[0]].lower)
    if opener[0].part != "participle":
        return False
    cases = {form.case for form in readings("ru", page.tokens[noun].lower) if form.case}
    return cases.isdisjoint(form.case for form in opener)


def _is_of_beginning(page: Page, day: Span, trigger: Span) -> bool:
    """«первый визит с момента вступления в должность в 2004 году»: a day of what was before what is told."""
    first, stop = page.token_at(trigger.end), page.token_at(day.start)
    known = russian_phrases("beginnings")
    return day.start > trigger.end and any(hit.last < stop for hit in known.find(page.tokens, first, stop))
