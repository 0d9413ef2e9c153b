"""Kazakh: where and when a scene goes on: the town and the day that one sentence tells hold for the next ones.

News names its town once. Who is beaten, held, freed or judged afterwards is so in the same town, and what follows in
the same breath, "... ұстап, кейін босатты", is of the same day.
"""

from collections.abc import Sequence
from dataclasses import replace

from sholu.model.reading import Event
from sholu.model.span import Span
from sholu.reading.entities import EntityIndex
from sholu.reading.events.days import dated
from sholu.reading.events.kazakh_sections import sections_of
from sholu.reading.events.kazakh_words import kazakh_words
from sholu.reading.page import Page

_SOMEWHERE = frozenset({"ASSAULT", "COERCE", "PROTEST", "MOBILIZE", "RETREAT", "ELECT", "SENTENCE", "ACQUIT", "TRY"})
"""Types of deeds that are done on the spot."""
_SETTING = _SOMEWHERE | {"CONSULT", "AID", "SANCTION"}
"""Types whose place may be that of the deeds after them."""
_NOWHERE = frozenset({"cyber", "misinformation", "withhold", "seize", "ceasefire"})
"""Modes of them that are done from afar."""
_AT_LAW = frozenset({"SENTENCE", "ACQUIT", "TRY"})
_BODILY = frozenset({"ASSAULT", "COERCE", "PROTEST", "MOBILIZE", "RETREAT"})
_TALKS = frozenset({"CONSULT", "AGREE", "SUPPORT", "COOPERATE"})
_FOLLOWING = {
    "ELECT": frozenset({"ELECT"}),
    "TAKE_OFFICE": frozenset({"LEAVE_OFFICE"}),
    "AGREE": _TALKS,
    "SENTENCE": _AT_LAW,
    "ACQUIT": _AT_LAW,
    "RETREAT": _BODILY | _AT_LAW | _TALKS,
    "COERCE": _BODILY,
    "ASSAULT": _BODILY,
    "PROTEST": _BODILY,
    "MOBILIZE": _BODILY,
}
"""By type, which deed told in the sentence before goes on in it on the same day."""
_DAY = 10  # characters in a date that tells the day


class Scenes:
    """Completes the place and the day of the events of one Kazakh page by those told before."""

    def __init__(self, page: Page, entities: EntityIndex) -> None:
        self.page = page
        self.entities = entities
        self.sections = sections_of(page)
        self._openings: dict[int, tuple[Span, str] | None] = {}

    def completed(self, event: Event, told: Sequence[Event]) -> Event:
        """The event with the place and the day of the scene in which it is told."""
        return self._dated(self._placed(event, told), told)

    # -- where

    def _placed(self, event: Event, told: Sequence[Event]) -> Event:
        if event.mode == "visit" and (seen := self._visited(event)):
            return replace(event, place=seen)
        if event.place or event.type not in _SOMEWHERE or event.mode in _NOWHERE or event.modality != "actual":
            return event
        start = self.sections.start(event.trigger.start)
        place = self._court(event) or self._last(event, told, start) or self._opening(start, event.trigger.start)
        return replace(event, place=place)

    def _visited(self, event: Event) -> str | None:
        """The place to which somebody goes."""
        ids = (role.entity for role in event.recipients if role.entity)
        return next((id for id in ids if self.entities.get(id).kind in ("place", "facility")), None)

    def _court(self, event: Event) -> str | None:
        """The town in the name of the court that judges."""
        if event.type not in _AT_LAW:
            return None
        inside = (id for role in event.actors for _, id in self.entities.within(role.span))
        return next((id for id in inside if self._is_town(id)), None)

    def _last(self, event: Event, told: Sequence[Event], start: int) -> str | None:
        """The town of the last deed told in the section; a building only if that was told right before."""
        for other in reversed(told):
            if other.trigger.start < start:
                return None
            if other.type not in _SETTING or other.place is None:
                continue
            if self._is_town(other.place) or (self._is_building(other.place) and self._is_near(other, event)):
                return other.place
        return None

    def _is_near(self, one: Event, other: Event) -> bool:
        sentence_at = self.page.sentence_at
        return sentence_at(other.trigger.start).i - sentence_at(one.trigger.start).i <= 1

    def _is_town(self, id: str) -> bool:
        """Whether a place is smaller than a country."""
        entity = self.entities.get(id)
        return entity.kind == "place" and "iso3166" not in entity.same_as

    def _is_building(self, id: str) -> bool:
        return self.entities.get(id).kind == "facility"

    def _opening(self, start: int, stop: int) -> str | None:
        """The first town that the section names, but for the one from which the whole text was sent."""
        if start not in self._openings:
            end = self.sections.end(start)
            named = [(m.span, id) for m, id in self.entities.within(Span(start, end)) if m.form == "name"]
            towns = [(span, id) for span, id in named if self._is_town(id) and not self._is_dateline(span)]
            plain = (one for one in towns if not self._is_region(*one))
            self._openings[start] = next(plain, towns[0] if towns else None)
        found = self._openings[start]
        return found[1] if found and found[0].start < stop else None

    def _is_region(self, span: Span, id: str) -> bool:
        """Whether a place is a region or a water, by the word behind its name or at its end."""
        known, i = kazakh_words("places", "regions"), self.page.token_at(span.end - 1)
        following = self.page.tokens[i + 1].lower if i + 1 < len(self.page.tokens) else ""
        return following in known or self.entities.get(id).name.lower().split()[-1] in known

    def _is_dateline(self, span: Span) -> bool:
        """Whether a town opens the text before a date, «БЕЛГРАД, 23 мамыр.»"""
        heading = self.sections.heading(span.start)
        return heading is not None and heading.covers(span) and "," in heading.of(self.page.text)

    # -- when

    def _dated(self, event: Event, told: Sequence[Event]) -> Event:
        last = told[-1] if told else None
        if event.date or event.modality != "actual" or last is None:
            return event
        if last.date is None or last.modality != "actual":
            return self._on_same_day(event, told)
        sentence = self.page.sentence_at(event.trigger.start)
        if sentence.start <= last.trigger.start:
            parted = ";" in self.page.text[last.trigger.end : event.trigger.start]
            same = not parted or last.type in _FOLLOWING.get(event.type, ())
        else:
            same = self._goes_on(event, last, sentence.start)
        return replace(event, date=last.date) if same else event

    def _on_same_day(self, event: Event, told: Sequence[Event]) -> Event:
        """The event on the last day told in its paragraph, where its words tell but a time of day: "кешке қарай"."""
        start = self.sections.paragraph(event.trigger.start)
        near = (other for other in reversed(told) if other.trigger.start >= start)
        last = next((other for other in near if other.date and other.modality == "actual"), None)
        return dated(event, (last,), self.page) if last else event

    def _goes_on(self, event: Event, last: Event, start: int) -> bool:
        """Whether the sentence that begins at `start` goes on where the one before it stopped."""
        if last.type not in _FOLLOWING.get(event.type, ()) or len(last.date or "") != _DAY:
            return False
        if event.polarity != "affirmed" or "\n" in self.page.text[last.trigger.end : start]:
            return False
        if self.page.sentence_at(last.trigger.start).i + 1 != self.page.sentence_at(start).i:
            return False
        opens = self.page.tokens[self.page.token_at(start)].lower
        return opens not in kazakh_words("days", "looking_back")
