"""On which day something happened where its own words do not tell, and which days beside it tell another thing."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import cache

from sholu.model.edtf import Edtf
from sholu.model.reading import Event, TimeExpression
from sholu.model.span import Span
from sholu.reading.chunks import Chunks, chunks_of, kinds
from sholu.reading.dateline import dateline
from sholu.reading.events import kazakh_days, russian_days
from sholu.reading.events.headings import Headings
from sholu.reading.events.lexicon import Gapped, listed, phrases, words
from sholu.reading.events.russian_clause import RussianClauses
from sholu.reading.languages import language
from sholu.reading.page import Page
from sholu.reading.times.periods import date_for

_NEAR = 400  # characters between an event and the one whose day it shares
_DAY = 10  # characters in a date that tells the day
_WORDS = 4  # of a term before its day
_TERMED = frozenset({"AGREE", "REQUEST", "THREATEN"})
"""Types whose words name a day by which something else is to be done."""
_BORDERS = frozenset(",;:")
_DESCRIBING = frozenset({kinds.NOUN, kinds.ADJECTIVE, kinds.PARTICIPLE})
_NAMING = _DESCRIBING | {kinds.DETERMINER, kinds.POSSESSIVE, kinds.NUMBER}
_FINITE = frozenset({kinds.VERB, kinds.AUXILIARY})


class Days:
    """The days of one page's events."""

    def __init__(self, page: Page, times: Sequence[TimeExpression], clauses: RussianClauses | None = None) -> None:
        """`clauses` are those of a Russian page."""
        self.page = page
        self.times = times
        self.clauses = clauses
        self.tag = page.language.tag
        self.chunks: Chunks = chunks_of(page)
        self.headings = Headings(page, times)
        self._starts = [time.span.start for time in times]
        self._dated = {token.i for time in times for token in page.tokens_in(time.span)}
        self._lead = dateline(page, self._dated)
        self._published = last_day(page.published)

    def of(self, trigger: Span) -> str | None:
        """When something happened: by the dates of its sentence, and what the grammar of the language knows."""
        if self.tag == "kk":
            return kazakh_days.date_of(self.page, trigger, self.times)
        if self.clauses is None:
            return date_for(self.page, trigger, self.around(trigger))
        return russian_days.date_in(self.page, trigger, self.headings, self._within(trigger), self.around(trigger))

    def leads(self, span: Span) -> bool:
        """Whether words stand in the dateline, from which a report was sent: "OSH, 4 March (Wire) - "."""
        return bool(self._lead) and self.page.token_at(span.end - 1) < self._lead

    def around(self, trigger: Span) -> list[TimeExpression]:
        """The times of the trigger's sentence that may date it: none of those that only describe somebody."""
        return [time for time in self._within(trigger) if not self.is_aside(time.span, trigger)]

    def dated(self, event: Event, told: Sequence[Event]) -> Event:
        """The event on the day of its paragraph, or of the one told before it where it tells but a time of day."""
        if event.modality != "actual" or (event.date and not self._is_hour(event)):
            return self._lasting(event)
        day = self.headings.day(event.trigger.start) or self.same_day(event, told)
        return replace(event, date=day) if day else event

    def happened(self, event: Event) -> Event:
        """What has happened did not happen on a day after publication: such a day is of something told beside it."""
        if event.modality != "actual" or event.polarity != "affirmed" or event.type in _TERMED or event.date is None:
            return event
        to_come = self._published is not None and Edtf.parse(event.date).bounds()[0] > self._published
        return replace(event, date=None) if to_come else event

    def _lasting(self, event: Event) -> Event:
        """ "has gone without food since Tuesday": what began on a day and goes on has no end yet."""
        if event.modality != "actual" or event.date is None or "/" in event.date:
            return event
        first, last = self.chunks.clause_at(self.page.token_at(event.trigger.start))
        tokens, now = self.page.tokens, words(self.tag, "grammar", "going_on")
        since = language(self.tag).table("times")["clauses"].get("lasting", "").split()
        for time in self._within(event.trigger):
            i = self.page.token_at(time.span.start)
            if time.value == event.date and first < i <= last and tokens[i - 1].lower in since:
                goes_on = any(tokens[j].lower in now for j in range(first, i))
                return replace(event, date=f"{event.date}/..") if goes_on else event
        return event

    def is_aside(self, day: Span, trigger: Span) -> bool:
        """Whether a day tells of somebody between commas, "Ann Lee, mayor since 2010,": never of the deed itself.

        Nor does that of the dateline.
        """
        if self._is_of_another(day) or self._is_owner(day, trigger):
            return True
        if self.clauses is not None and russian_days.is_apart(self.page, day, trigger, self.clauses):
            return True
        sentence = self.page.sentence_at(day.start)
        first, at = self.page.token_at(day.start), self.page.token_at(trigger.start)
        if first < self._lead:
            return True
        if not sentence.first <= at < sentence.stop:
            return False
        comma = self._border(first, -1, sentence.first)
        stop = self._border(first, 1, sentence.stop)
        if comma is None or comma < at < (stop or sentence.stop) or self._tells_of(at, comma):
            return False
        return self._is_set_off(comma, stop) or self._describes(comma, first)

    def _is_owner(self, day: Span, trigger: Span) -> bool:
        """English: "killed nine near the site of Monday's attack", "asked about last year's vote": whose day it is.

        Not of a deed in which another was done, "killed nine in Monday's attack".
        """
        first, owned = self.page.token_range(day)
        if self.tag != "en" or owned + 1 >= len(self.page.tokens) or not self._narrows(first, owned):
            return False
        phrase = self.chunks.phrase_starting(owned + 1)
        last = phrase[1] if phrase else owned + 1
        inside = first > 0 and self.page.tokens[first - 1].lower in words("en", "grammar", "inside")
        return not inside and not owned <= self.page.token_at(trigger.start) <= last

    def _narrows(self, first: int, stop: int) -> bool:
        """Whether a day stands inside a noun phrase, before its noun: "Monday's attack", "a 2014 explosion"."""
        kind, tokens = self.chunks.kind, self.page.tokens
        if kind(stop) == kinds.POSSESSIVE:
            return True
        noun = kind(stop) == kinds.NOUN and tokens[stop].shape == "lower" and stop not in self._dated
        return noun and first > 0 and kind(first - 1) == kinds.DETERMINER and tokens[first].shape != "lower"

    def _tells_of(self, at: int, comma: int) -> bool:
        """ "the embargo on fish, in force since May": whether words behind a comma tell of a deed, by its noun."""
        kind = self.chunks.kind
        return at < comma and kind(at) == kinds.NOUN and not any(kind(i) in _FINITE for i in range(at, comma))

    def _is_set_off(self, comma: int, stop: int | None) -> bool:
        """ "The mayor, a man once jailed in March, resigned": whether commas part words from the verb of a noun."""
        kind = self.chunks.kind
        if stop is None or stop + 1 >= len(self.page.tokens) or kind(stop + 1) not in _FINITE:
            return False
        return kind(comma + 1) in _NAMING and kind(comma - 1) == kinds.NOUN and comma + 1 not in self._dated

    def _describes(self, comma: int, day: int) -> bool:
        """Whether the words between a comma and a day are a relative clause or say who somebody is."""
        kind = self.chunks.kind
        opens = comma + 1
        if kind(opens) == kinds.RELATIVE or (kind(opens) == kinds.PREPOSITION and kind(opens + 1) == kinds.RELATIVE):
            return True
        inside = range(opens, day)
        if any(kind(i) in _FINITE for i in inside) or not any(kind(i) in _DESCRIBING for i in inside):
            return False
        lasting = language(self.tag).table("times")["clauses"].get("lasting", "").split()
        if self.page.tokens[day - 1].lower in lasting:
            return True
        people = phrases(self.tag, "sectors")
        titled = any(people.at(self.page.tokens, i, day) for i in inside)
        return titled and kind(opens) != kinds.PREPOSITION and self._follows_name(comma)

    def _follows_name(self, comma: int) -> bool:
        return comma > 0 and self.page.tokens[comma - 1].is_capitalised and self.page.tokens[comma].text == ","

    def _border(self, i: int, step: int, edge: int) -> int | None:
        """The first comma from token `i` on, in one direction."""
        while i != edge:
            if self.page.tokens[i].text in _BORDERS:
                return i
            i += step
        return None

    def _within(self, trigger: Span) -> Sequence[TimeExpression]:
        sentence = self.page.sentence_at(trigger.start).span
        near = self.times[slice(*(bisect_left(self._starts, edge) for edge in sentence))]
        return [time for time in near if not self._is_of_another(time.span)]

    def _is_of_another(self, day: Span) -> bool:
        """«2002 года рождения», «закон от 5 мая»: whether a day is that of a birth, a make, a paper."""
        first, stop = self.page.token_range(day)
        tokens, tag = self.page.tokens, self.tag
        behind = _lexicon(tag, "other_behind").find(tokens, max(first, stop - 1), min(len(tokens), stop + 1))
        before = _lexicon(tag, "other_before").find(tokens, max(0, first - _WORDS), first)
        return any(True for _ in behind) or any(hit.last == first - 1 for hit in before)

    def _is_hour(self, event: Event) -> bool:
        """Whether the day of an event is only that of publication, beside a time of day: "at noon"."""
        same = [time for time in self._within(event.trigger) if (time.value or "").startswith(event.date or "?")]
        return event.date == self.page.published and bool(same) and all(time.kind == "time" for time in same)

    def same_day(self, event: Event, told: Sequence[Event]) -> str | None:
        """The day of the event told before, where the words tell but a time of day: "by evening"."""
        last = told[-1] if told else None
        if self.tag == "ru":  # what was told in between may be of no day
            last = next((one for one in reversed(told) if one.date and len(one.date) == _DAY), None)
        if last is None or last.date is None or len(last.date) != _DAY or last.modality != "actual":
            return None
        if event.trigger.start - last.trigger.start > _NEAR:
            return None
        first, stop = self.page.token_range(event.evidence)
        same = any(True for _ in _lexicon(self.tag, "same_day").find(self.page.tokens, first, stop))
        return last.date if same else None


def last_day(published: str | None) -> date | None:
    """The last day on which a text may have been published; None where its date is unknown or none at all."""
    try:
        return Edtf.parse(published).bounds()[1] if published else None
    except ValueError:
        return None


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
