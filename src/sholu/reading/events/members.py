"""Those whom a role leaves unsaid: named members of a group, further names of a list, both sides of a quarrel."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from sholu.model.reading import Event, Mention, Role
from sholu.model.span import Span
from sholu.reading.chunks import Chunks, chunks_of, kinds
from sholu.reading.entities import EntityIndex
from sholu.reading.events.lexicon import Gapped, listed, words
from sholu.reading.events.russian_lists import RussianLists
from sholu.reading.languages import language
from sholu.reading.page import Page

_FAR = 24  # tokens between a group and the words that name some of its members
_NEAR = 6  # tokens between these words and the first name
_ASIDE = 14  # tokens that tell between commas who somebody is
_PREDICATES = frozenset({kinds.VERB, kinds.AUXILIARY})
_SHORT, _PAIR = 3, 2  # words in "the two sides", and how many they are
_OF_THE_LAW = frozenset({"CHARGE", "TRY", "SENTENCE", "ACQUIT"})  # those have no sides
_LINES = 1200  # characters back to the quarrel whose sides are meant


class Members:
    """Completes the roles of events of one page."""

    def __init__(self, page: Page, entities: EntityIndex) -> None:
        self.page = page
        self.tokens = page.tokens
        self.entities = entities
        self.tag = page.language.tag
        self.chunks: Chunks = chunks_of(page)
        self.lists = RussianLists(page, entities)

    def completed(self, event: Event, told: Sequence[Event]) -> Event:
        """The event with all those whom its roles speak of."""
        return replace(
            event,
            actors=self._whole(event, event.actors, event.recipients, told),
            recipients=self._whole(event, event.recipients, event.actors, told),
        )

    def _whole(
        self, event: Event, roles: tuple[Role, ...], others: tuple[Role, ...], told: Sequence[Event]
    ) -> tuple[Role, ...]:
        taken = {role.entity for role in (*roles, *others) if role.entity}
        found: list[Role] = []
        for role in roles:
            sides = self._sides(role, event, told)
            found.extend(sides or (role,))
            found.extend(
                one
                for one in (*self._named_members(role, (*roles, *others)), *self._listed(role))
                if one.entity not in taken
            )
        if self.tag == "ru" and roles:
            others = (*others, *found)
            found.extend(
                self._role(mention, id)
                for mention, id in self.lists.others(event, found)
                if id not in {role.entity for role in others}
            )
        return tuple(found) if len(found) != len(roles) or found != [*roles] else roles

    # -- "fourteen men, among them Bo Kim", "nine others, including two guards"

    def _named_members(self, role: Role, parties: Sequence[Role]) -> Iterator[Role]:
        """Members of a group that is the last of the event's `parties` before the words that name them."""
        if role.entity is not None and self.entities.get(role.entity).kind != "group":
            return
        first, stop = self._behind(role)
        for hit in _lexicon(self.tag, "inclusive").find(self.tokens, first, min(stop, first + _FAR)):
            if self.tokens[hit.first - 1].text not in ",;":
                return
            if any(role.span.end <= other.span.start < self.tokens[hit.first].start for other in parties):
                return
            apposed = self._person_at(first + 1) if self.tokens[first].text == "," else None
            if apposed and self.page.token_range(apposed[0].span)[1] < hit.first:
                yield self._role(*apposed)
            else:
                yield from self._people(hit.last + 1, stop)
            return

    def _people(self, first: int, stop: int) -> Iterator[Role]:
        """The person named right behind these words and those whom a list joins."""
        start = next((i for i in range(first, min(stop, first + _NEAR)) if self._person_at(i)), None)
        found = self._person_at(start) if start is not None else None
        if found is not None:
            role = self._role(*found)
            yield role
            yield from self._listed(role)

    # -- "against Ann Lee, director of the mill, and Bo Kim, her deputy"

    def _listed(self, role: Role) -> Iterator[Role]:
        """The people whom a comma and "and" join to somebody told with what he is."""
        if role.entity is None or self.entities.get(role.entity).kind != "person":
            return
        i, stop = self._behind(role)
        joins = words(self.tag, "grammar", "and")
        if i >= stop or self.tokens[i].text != ",":
            return
        for j in range(i + 1, min(stop - 1, i + _ASIDE)):
            if self.chunks.kind(j) in _PREDICATES or self.tokens[j].text in ";:()":
                return
            if self.tokens[j].lower in joins and self.tokens[j - 1].text == ",":
                found = self._person_at(j + 1)
                if found is not None and found[1] != role.entity and not self._begins_clause(found[0], stop):
                    yield self._role(*found)
                return

    def _begins_clause(self, mention: Mention, stop: int) -> bool:
        """Whether somebody is the subject of a verb behind: ", and Bo Kim resigned"."""
        i = self.page.token_range(mention.span)[1]
        if i < stop and self.tokens[i].text == ",":
            i = next((j + 1 for j in range(i + 1, min(stop, i + _ASIDE)) if self.tokens[j].text == ","), stop)
        while i < stop and self.chunks.kind(i) == kinds.ADVERB:
            i += 1
        return i < stop and self.chunks.kind(i) in _PREDICATES

    # -- "both sides"

    def _sides(self, role: Role, event: Event, told: Sequence[Event]) -> tuple[Role, ...]:
        """The two of whom most was told, and last in one deed, where a role only calls them the sides."""
        if len(role.text.split()) > _SHORT or role.text.lower() not in _sides(self.tag):
            return ()
        near = [other for other in told if event.trigger.start - other.trigger.start <= _LINES]
        near = [other for other in near if other.type not in _OF_THE_LAW and other.mode != "arrest"]
        pairs = [_distinct((*other.actors, *other.recipients)) for other in near]
        often = Counter(one.entity for pair in pairs for one in pair)
        quarrels = [pair for pair in reversed(pairs) if len(pair) == _PAIR]
        return max(quarrels, key=lambda pair: min(often[one.entity] for one in pair), default=())

    # -- what they share

    def _behind(self, role: Role) -> tuple[int, int]:
        """The tokens of the sentence behind a role."""
        return self.page.token_range(role.span)[1], self.page.sentence_at(role.span.start).stop

    def _person_at(self, i: int) -> tuple[Mention, str] | None:
        """Somebody whose name begins with this token."""
        if i >= len(self.tokens):
            return None
        start = self.tokens[i].start
        for mention, id in self.entities.within(Span(start, self.page.sentence_at(start).end)):
            if mention.start > start:
                return None
            if mention.form == "name" and self.entities.get(id).kind == "person":
                return mention, id
        return None

    def _role(self, mention: Mention, id: str) -> Role:
        entity = self.entities.get(id)
        return Role(mention.span.of(self.page.text), mention.span, id, entity.country, entity.sector)


def _distinct(roles: Sequence[Role]) -> tuple[Role, ...]:
    """The roles that are filled by entities, each entity once."""
    found = {role.entity: role for role in reversed(roles) if role.entity}
    return tuple(sorted(found.values(), key=lambda role: role.span))


@cache
def _sides(tag: str) -> frozenset[str]:
    return frozenset(listed(language(tag).table("roles")["members"]["sides"]))


@cache
def _lexicon(tag: str, key: str) -> Gapped[None]:
    return Gapped(((word, None) for word in listed(language(tag).table("roles")["members"][key])), tag)
