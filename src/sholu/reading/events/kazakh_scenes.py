"""Kazakh: where and when a scene goes on: the town and the day that one sentence tells hold for the next ones.

News names its town once. Who is beaten, held, freed or judged afterwards is so in the same town, and what follows in
the same breath, "... ұстап, кейін босатты", is of the same day.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from sholu.model.reading import Event, Role
from sholu.model.span import Span
from sholu.reading.entities import EntityIndex
from sholu.reading.events.days import Days
from sholu.reading.events.kazakh_sections import sections_of
from sholu.reading.events.kazakh_words import kazakh_words
from sholu.reading.events.lexicon import phrases
from sholu.reading.languages.kazakh_data import kazakh_endings
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
_BY_FORCES = frozenset({"COERCE", "RETREAT", "ASSAULT"})
_FORCEFUL = frozenset({"COERCE", "ASSAULT", "RETREAT", "MOBILIZE"})
_FORCES = frozenset({"COP", "MIL", "SPY", "REB", "UAF", "CRM"})
_WORDS = frozenset({"REQUEST", "THREATEN", "AGREE", "REJECT", "ACCUSE", "CONCEDE"})
"""Types that are deeds of words, said to the same people in the same breath."""
_BODIES = frozenset({"organisation", "outlet"})
_OFFICES = frozenset({"GOV", "LEG", "JUD", "COP", "BUS", "MED", "EDU", "HLH"})
_LONGEST = 8  # tokens of the name of an institution
_DAY = 10  # characters in a date that tells the day


class Scenes:
    """Completes the place and the day of the events of one Kazakh page by those told before."""

    def __init__(self, page: Page, entities: EntityIndex, days: Days) -> None:
        self.page = page
        self.days = days
        self.entities = entities
        self.sections = sections_of(page)
        self._openings: dict[int, tuple[Span, str] | None] = {}

    def completed(self, event: Event, told: Sequence[Event]) -> Event:
        """The event with the place and the day of the scene in which it is told."""
        event = self._addressed(self._acted(self._both_sides(event, told), told), told)
        return self._dated(self._placed(event, told), told)

    # -- who

    def _both_sides(self, event: Event, told: Sequence[Event]) -> Event:
        """Who "the parties" are: all who took part in the talks told of before them."""
        if not any(role.text.lower().startswith(kazakh_words("groups", "sides")) for role in event.actors):
            return event
        talks = (other for other in reversed(told) if other.type in _TALKS and len(other.actors) > 1)
        last = next(talks, None)
        there = {role.entity or role.text for role in event.actors}
        more = tuple(role for role in last.actors if (role.entity or role.text) not in there) if last else ()
        return replace(event, actors=(*event.actors, *more)) if more else event

    def _acted(self, event: Event, told: Sequence[Event]) -> Event:
        """The event that names no doer by the force told of before it: "полиция келіп, ... ; екеуі қамалды"."""
        if event.actors or event.type not in _BY_FORCES or event.modality != "actual":
            return event
        for other in self._recent(event, told):
            if other.type not in _FORCEFUL or event.mode == "crowd-control" != other.mode:
                continue
            sides = (*other.actors, *(other.recipients if other.type == "MOBILIZE" else ()))
            forces = tuple(role for role in sides if _FORCES & {*role.sector})
            own = {role.entity or role.text for role in event.recipients}
            if forces and not own & {role.entity or role.text for role in forces}:
                return replace(event, actors=forces)
        return event

    def _addressed(self, event: Event, told: Sequence[Event]) -> Event:
        """The event with those whom its doer addresses in the same breath, or before whose doors a crowd stands."""
        if event.type == "PROTEST":
            fresh = (*self._venue(event), *self._employer(event))
        elif event.mode == "visit":
            fresh = self._host(event)
        elif any(self._is_party(role) for role in event.recipients):
            return event
        else:
            fresh = self._same_addressee(event, told)
        there = {role.entity for role in (*event.actors, *event.recipients)}
        added = tuple(role for role in fresh if role.entity is None or role.entity not in there)
        return replace(event, recipients=(*event.recipients, *added)) if added else event

    def _same_addressee(self, event: Event, told: Sequence[Event]) -> tuple[Role, ...]:
        """Whom the words told before in the sentence were said to, where the same people speak on."""
        last = told[-1] if told else None
        if last is None or event.type not in _WORDS or last.type not in _WORDS | {"CONSULT"}:
            return ()
        same = self.page.sentence_at(event.trigger.start).i == self.page.sentence_at(last.trigger.start).i
        doers = {role.entity or role.text for role in last.actors}
        if not same or (event.actors and not doers & {role.entity or role.text for role in event.actors}):
            return ()
        return tuple(
            role for role in last.recipients if self._is_party(role) and (role.entity or role.text) not in doers
        )

    def _host(self, event: Event) -> tuple[Role, ...]:
        """The state whose town is visited, if the text speaks of it."""
        for role in event.recipients:
            entity = self.entities.get(role.entity) if role.entity else None
            if entity is None or entity.kind != "place" or "iso3166" in entity.same_as:
                continue
            found = (
                one for one in self.entities if one.same_as.get("iso3166") == entity.country and one.kind == "place"
            )
            state = next(found, None)
            if state is not None and entity.country:
                return (Role(role.text, role.span, state.id, state.country, state.sector),)
        return ()

    def _venue(self, event: Event) -> tuple[Role, ...]:
        """Before whose doors or windows it happens: "әкімдік алаңына", "мәслихат ғимаратының кіреберісінде"."""
        tokens = self.page.tokens
        first, stop = self.page.token_range(event.evidence)
        for i in range(first + 1, stop):
            if not tokens[i].lower.startswith(kazakh_words("places", "venues")):
                continue
            k = i - 1
            if tokens[k].lower.startswith(kazakh_words("places", "venues")):
                k -= 1  # "мәслихат | ғимаратының кіреберісінде"
            body = self._body(k, first)
            if body is not None:
                return (body,)
        return ()

    def _body(self, last: int, first: int) -> Role | None:
        """The institution whose name, or word, ends at a token."""
        token = self.page.tokens[last]
        for mention, id in self.entities.within(Span(self.page.tokens[first].start, token.end)):
            entity = self.entities.get(id)
            if mention.end == token.end and entity.kind in _BODIES:
                return Role(mention.span.of(self.page.text), mention.span, id, entity.country, entity.sector)
        known = phrases("kk", "sectors").at(self.page.tokens, last, last + 1)
        if known is None or known.value not in _OFFICES:
            return None
        return Role(token.text, self.page.span(last, last), None, None, (known.value,))

    def _employer(self, event: Event) -> tuple[Role, ...]:
        """Whose people they are, right before the words for them: «Болат» зауытының | жүз жұмысшысы."""
        found = []
        for role in event.actors:
            i = self.page.token_at(role.span.start) - 1
            if i < 0 or not self.page.tokens[i].lower.endswith(kazakh_endings("genitive")):
                continue
            body = self._body(i, max(0, i - _LONGEST))
            if body is not None and body.entity is not None:
                found.append(body)
        return tuple(found)

    def _recent(self, event: Event, told: Sequence[Event]) -> Iterator[Event]:
        """The events told before in the same paragraph, the last first."""
        start = self.sections.paragraph(event.trigger.start)
        return (other for other in reversed(told) if other.trigger.start >= start)

    def _is_party(self, role: Role) -> bool:
        if role.entity is None:
            return bool(role.sector)
        return self.entities.get(role.entity).kind != "facility"

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
        day = self.days.same_day(event, (last,)) if last else None
        return replace(event, date=day) if day else event

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
