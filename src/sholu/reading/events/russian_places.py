"""Where a Russian deed was done when no name says so: «у здания акимата», «осадили мэрию», «в городе»."""

from collections.abc import Iterator

from sholu.model.changing import replace
from sholu.model.reading import Event, Mention
from sholu.model.span import Span
from sholu.reading.entities import EntityIndex
from sholu.reading.events.lexicon import words
from sholu.reading.events.russian_clause import RussianClauses
from sholu.reading.events.russian_groups import Group
from sholu.reading.languages.morphology import readings
from sholu.reading.languages.nominative import nominative_phrase
from sholu.reading.page import Page

_PHYSICAL = frozenset({"PROTEST", "ASSAULT", "COERCE", "MOBILIZE", "CONSULT", "RETREAT", "AID"})
_SEATS = frozenset({"place", "facility", "organisation"})
_BLOCKING = frozenset({"obstruct", "occupy", "demo", "riot", "vandalize"})
_SENTENCES = 4  # sentences back in which «город» may have been named


class RussianPlaces:
    """The places of the events of one Russian page."""

    def __init__(self, page: Page, entities: EntityIndex, clauses: RussianClauses) -> None:
        self.page = page
        self.entities = entities
        self.clauses = clauses

    def placed(self, event: Event) -> Event:
        """The event where the building or town is that its clause tells in common words."""
        if event.type not in _PHYSICAL or (event.type == "COERCE" and event.mode == "arrest"):
            return event
        place = self._place(event)
        return replace(event, place=place) if place and place != event.place else event

    def _place(self, event: Event) -> str | None:
        for group in self._groups(event):
            lemma = self._lemma(group)
            if group.preposition is None:
                if (
                    event.mode in _BLOCKING
                    and event.place is None
                    and self._is_building(lemma)
                    and self._is_object(group)
                ):
                    return self._entity(group)
            elif self._is_where(group):
                if (
                    lemma in words("ru", "grammar", "settlements") | words("ru", "grammar", "regions")
                    and group.first == group.last
                    and not self._is_told(event)
                ):
                    return self._named_before(group, lemma)
                whole = group if self._is_building(lemma) else self._whole(group)
                if whole and (event.place is None or (whole.last > whole.first and not self._is_told(event))):
                    return self._entity(whole)
        return None

    def _groups(self, event: Event) -> Iterator[Group]:
        """The groups of the clause of an event, those behind its trigger first."""
        trigger = self.page.token_at(event.trigger.start)
        near = self.clauses.near(trigger)
        yield from sorted(near, key=lambda group: (group.head < trigger, abs(group.head - trigger)))

    def _lemma(self, group: Group) -> str:
        return readings("ru", self.page.tokens[group.head].lower)[0].lemma

    def _is_building(self, lemma: str) -> bool:
        return lemma in words("ru", "grammar", "buildings")

    def _is_object(self, group: Group) -> bool:
        return "acc" in group.cases

    def _is_told(self, event: Event) -> bool:
        """Whether a name in the clause tells the place already."""
        if event.place is None:
            return False
        named = (mention for mention, id in self.entities.within(event.evidence) if id == event.place)
        return any(mention.form == "name" for mention in named)

    def _is_where(self, group: Group) -> bool:
        return self.page.tokens[group.preposition or 0].lower in words("ru", "grammar", "beside")

    def _whole(self, group: Group) -> Group | None:
        """Whose gate, entrance or windows they are: «у ворот мэрии», «у входа в здание»."""
        if self._lemma(group) not in words("ru", "grammar", "building_parts"):
            return None
        last = self.page.sentence_at(self.page.tokens[group.last].start).stop - 1
        if group.last > group.head:
            return self.clauses.groups.at(group.head + 1, group.last, frozenset({"gen"}))
        behind = group.last + 1
        if behind < last and self.page.tokens[behind].lower in words("ru", "grammar", "into"):
            return self.clauses.groups.at(behind + 1, last)
        return None

    def _entity(self, group: Group) -> str | None:
        """Who or what is named or told by these words; a building that nothing has told yet is put down."""
        first = group.first
        span = self.page.span(first, group.last)
        for mention, id in self.entities.within(span):
            if mention.span == span and self.entities.get(id).kind in _SEATS:
                return id
        inside = [(mention, id) for mention, id in self.entities.within(span) if mention.form == "name"]
        for mention, id in inside:
            if self.entities.get(id).kind == "facility" and mention.end == span.end:
                return id
        if self.entities.at(span) is not None and any(
            mention.span == span for mention, _ in self.entities.within(span)
        ):
            return None
        name = " ".join(nominative_phrase(span.of(self.page.text).split()))
        return self.entities.add("facility", name, [Mention(span.start, span.end, "nominal")], confidence=0.6)

    def _named_before(self, group: Group, lemma: str) -> str | None:
        """The town, or the region, that was named last before."""
        here = self.page.sentence_at(self.page.tokens[group.first].start)
        start = self.page.sentences[max(0, here.i - _SENTENCES)].start
        end = self.page.tokens[group.first].start
        found = [
            id
            for mention, id in self.entities.within(Span(start, end))
            if mention.form == "name" and self._fits(id, lemma)
        ]
        return found[-1] if found else None

    def _fits(self, id: str, lemma: str) -> bool:
        entity = self.entities.get(id)
        if entity.kind != "place" or "iso3166" in entity.same_as:
            return False
        region = any(
            word.startswith(stem)
            for word in entity.name.lower().split()
            for stem in words("ru", "grammar", "region_stems")
        )
        return not region if lemma in words("ru", "grammar", "settlements") else True
