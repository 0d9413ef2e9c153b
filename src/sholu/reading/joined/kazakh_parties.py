"""Kazakh: parties of events that have no name and are nobody yet become entities, and pronouns somebody known.

Whoever acts or is acted upon is an entity of the reading, name or no name: "отыз шақты студент", "полицейлерге".
"""

from collections.abc import Sequence

from sholu.model.changing import replace
from sholu.model.reading import EntityKind, Event, Mention, Role
from sholu.model.span import Span
from sholu.reading.chunks import chunks_of, kinds
from sholu.reading.entities import EntityIndex
from sholu.reading.joined.called import Called, Referring
from sholu.reading.joined.kazakh_nominals import may_be_person, means_several, without_case
from sholu.reading.kazakh_groups import case_of
from sholu.reading.languages.kazakh_data import kazakh_endings, kazakh_small_words
from sholu.reading.languages.morphology import features
from sholu.reading.names.lexicon import lexicon
from sholu.reading.names.naming import decapitalised
from sholu.reading.page import Page
from sholu.reading.quantities.kazakh import is_verbal_noun

_BACK = 2
"""Sentences back in which whoever a pronoun means is named."""
_UNKNOWN = ("UNK",)
_OF_PEOPLE = frozenset({"ACCUSE", "CHARGE", "TRY", "SENTENCE", "ACQUIT", "ELECT", "TAKE_OFFICE", "LEAVE_OFFICE"})
"""Types whose parties are always somebody."""
_TALKS = frozenset({"AGREE", "CONSULT", "COOPERATE", "MOBILIZE", "PROTEST"})
"""Types that are done to or with somebody, never to a thing."""
_PLACES = frozenset({"place", "facility"})
_WHERE = frozenset({"loc", "attr"})
_LIST = 16
"""Tokens of a list of places."""
_TITLE = 4
"""Words of an office between a country and a name."""
_CONFIDENCE = 0.6


def with_parties(page: Page, entities: EntityIndex, events: Sequence[Event]) -> list[Event]:
    """The events, each party without a name as an entity; parties that are known already stay as they are."""
    parties = _Parties(page, entities)
    return [parties.settled(event) for event in sorted(events, key=lambda event: event.trigger)]


class _Parties:
    def __init__(self, page: Page, entities: EntityIndex) -> None:
        self.page = page
        self.entities = entities
        self.chunks = chunks_of(page)
        self.called = Called(page, entities)
        self.fresh: dict[str, str] = {}
        """By its noun, who was last called so without a name."""

    def settled(self, event: Event) -> Event:
        actors = tuple(self._known(event, role) for role in event.actors)
        recipients = tuple(self._known(event, role) for role in event.recipients)
        event = replace(event, actors=self._kept(event, actors), recipients=self._kept(event, recipients))
        actors = tuple(role for role in event.actors if not self._is_scenery(event, role))
        recipients = tuple(
            role for role in event.recipients if not (self._is_scenery(event, role) or self._is_topic(event, role))
        )
        return replace(event, actors=_once(actors), recipients=_once(recipients))

    def _is_scenery(self, event: Event, role: Role) -> bool:
        """Whether words only say where it happened, or whose office another party holds: "Непал | премьері Тапа"."""
        first, stop = self.page.token_range(role.span)
        if first >= stop or (role.entity is not None and self.entities.get(role.entity).kind not in _PLACES):
            return False
        last = self.page.tokens[stop - 1]
        if role.entity is not None and not any(
            one.span.start == role.span.start for one in self.entities.mentions(role.entity)
        ):
            return False  # somebody stands before the place
        name = self.entities.get(role.entity).name.split()[-1] if role.entity else ""
        if (last.shape == "lower" or name) and name != last.text and case_of(self.chunks, stop - 1) in _WHERE:
            return True
        others = (one for one in (*event.actors, *event.recipients) if one.entity != role.entity)
        return role.entity is not None and (self._is_of_list(stop) or any(self._holds(one, stop) for one in others))

    def _is_of_list(self, at: int) -> bool:
        """Whether a place before token `at` is of a list whose bodies follow: "Арал | және Шиелі аудандарының"."""
        tokens, begin = self.page.tokens, at
        stop = min(len(tokens), at + _LIST)
        while at < stop and (tokens[at].is_capitalised or tokens[at].lower in kazakh_small_words("listing")):
            at += 1
        joining = kazakh_small_words("and") + kazakh_small_words("joining")
        if at >= stop or not any(tokens[i].lower in joining for i in range(begin, at)):
            return False
        several = any(ending in tokens[at].lower for ending in kazakh_endings("plural_owned"))
        return several and case_of(self.chunks, at) != "acc"

    def _holds(self, role: Role, begin: int) -> bool:
        """Whether but an office in the nominative stands between token `begin` and a party: "президенті | Тапаны"."""
        first = self.page.token_range(role.span)[0]
        words = self.page.tokens[begin:first]
        if not 0 < len(words) <= _TITLE or any(word.shape != "lower" for word in words):
            return False
        return words[-1].lower.endswith(kazakh_endings("owned")) and case_of(self.chunks, words[-1].i) == "nom"

    def _is_topic(self, event: Event, role: Role) -> bool:
        """Whether words for nobody are but what was talked of, promised or protested against."""
        nobody = role.entity is None and role.sector in ((), _UNKNOWN)
        return event.type in _TALKS and nobody and self._is_thing(role)

    def _kept(self, event: Event, roles: tuple[Role, ...]) -> tuple[Role, ...]:
        """The roles without words that say the same again, and without things where only somebody can be meant."""
        known = [role.span for role in roles if role.entity is not None]
        kept = tuple(role for role in roles if role.entity is not None or not self._is_idle(event, role, known))
        parties = tuple(role for role in kept if role.entity is not None or not self._is_thing(role))
        return parties or kept

    def _is_thing(self, role: Role) -> bool:
        """Whether words that are nobody yet are for nobody at all: no pronoun, no name, no noun for people."""
        first, stop = self.page.token_range(role.span)
        if first >= stop or self.chunks.kind(stop - 1) in (kinds.PRONOUN, kinds.NUMBER):
            return False
        last = self.page.tokens[stop - 1]
        named = last.is_capitalised and last.i != self.page.sentence_of(last.i).first
        return not named and not self._is_somebody(role, (first, stop - 1))

    def _is_idle(self, event: Event, role: Role, known: Sequence[Span]) -> bool:
        if any(span.covers(role.span) or role.span.covers(span) for span in known):
            return self._same_noun(role, known)
        first, stop = self.page.token_range(role.span)
        noun = stop - first == 1 and self.chunks.kind(first) == kinds.GERUND
        verbal = first < stop and is_verbal_noun(self.page.tokens[stop - 1].lower)
        return event.type in _OF_PEOPLE and (noun or verbal) and role.sector in ((), _UNKNOWN)

    def _same_noun(self, role: Role, known: Sequence[Span]) -> bool:
        """Whether the words end where those of a party that is known do."""
        return any(span.end == role.span.end for span in known)

    def _known(self, event: Event, role: Role) -> Role:
        """The role with its entity, where its words are for somebody."""
        if role.entity is not None:
            return role
        first, stop = self.page.token_range(role.span)
        if stop - first == 1 and self.chunks.kind(first) == kinds.PRONOUN:
            return self._meant(event, role, first)
        stretch = self._noun_phrase(first, stop)
        if stretch is None or not self._is_somebody(role, stretch):
            return role
        stretch = self._whole(*stretch)
        span = self.page.span(*stretch)
        if self._is_taken(span) or self._is_by_name(span, stretch):
            return role
        return replace(role, entity=self._entity(role, stretch, span))

    def _noun_phrase(self, first: int, stop: int) -> tuple[int, int] | None:
        """The words of a party from behind its last participle, and without who owns it only by a pronoun."""
        tokens = self.page.tokens
        begin = first
        for i in range(first, stop - 1):
            lower = tokens[i].lower
            participle = lower.endswith(kazakh_endings("participle")) and self.chunks.kind(i) != kinds.ADJECTIVE
            there = lower.endswith(kazakh_endings("attributive"))
            if participle or there or not (tokens[i].is_word or tokens[i].shape == "number"):
                begin = i + 1
        if begin >= stop or not tokens[stop - 1].is_word or tokens[begin].lower in kazakh_small_words("own"):
            return None
        return begin, stop - 1

    def _whole(self, first: int, last: int) -> tuple[int, int]:
        """A lone noun that another owns, with that one: "тәртіп | сақшылары", "Өскемен | трамвайшылары"."""
        tokens, before = self.page.tokens, first - 1
        if first != last or first == self.page.sentence_at(tokens[first].start).first:
            return first, last
        owner = tokens[before]
        if not owner.is_word or self.chunks.kind(before) != kinds.NOUN:
            return first, last
        if features("kk", owner.text).case not in ("", "nom", "gen") or features("kk", owner.lower).number == "plural":
            return first, last
        return (before, last) if self._possessed(tokens[last].lower) else (first, last)

    def _possessed(self, lower: str) -> bool:
        """Whether the form of a noun says that something owns it: "сақшылары", "сақшыларын", no "шенеунікті"."""
        if lower.endswith(kazakh_endings("owned_cased")):
            return True
        return lower.endswith(kazakh_endings("owned")) and features("kk", lower).case in ("", "nom")

    def _is_taken(self, span: Span) -> bool:
        """Whether somebody is mentioned there already; names inside, of half the words at most, are welcome."""
        inside = self.entities.within(span)
        if any(2 * (mention.end - mention.start) > span.end - span.start for mention, _ in inside):
            return True
        return not inside and self.entities.at(span) is not None

    def _is_by_name(self, span: Span, stretch: tuple[int, int]) -> bool:
        """Whether one person is meant by an office of what has a name: "Түркия президенті", whom the text may name."""
        words = self.page.tokens[stretch[0] : stretch[1] + 1]
        opens = self.page.sentence_at(words[0].start).first
        named = bool(self.entities.within(span)) or any(word.is_capitalised and word.i != opens for word in words[:-1])
        return named and not means_several(words) and words[-1].lower not in kazakh_small_words("bodies")

    def _is_somebody(self, role: Role, stretch: tuple[int, int]) -> bool:
        """Whether the last word is for people or a body that acts; never a word of the grammar or an action."""
        last = self.page.tokens[stretch[1]]
        if self.chunks.kind(stretch[1]) not in (kinds.NOUN, kinds.ADJECTIVE, kinds.PARTICIPLE):
            return False
        small = last._replace(text=last.lower, lower=last.lower, shape="lower") if last.shape != "lower" else last
        known = bool(role.sector) and role.sector != _UNKNOWN
        return may_be_person(small) or known

    def _entity(self, role: Role, stretch: tuple[int, int], span: Span) -> str:
        words = self.page.tokens[stretch[0] : stretch[1] + 1]
        noun = features("kk", words[-1].lower).lemma
        kind = self._kind(noun, stretch)
        mention = Mention(span.start, span.end, "nominal")
        counted = means_several(words[:-1] + words[-1:]) and len(words) > 1
        owner = self.called.owner(Referring(span, kind, "nominal", 1.0)) or (None if counted else self.fresh.get(noun))
        if owner is not None:
            self.entities.mention(owner, mention)
            return owner
        name = without_case(" ".join(span.of(self.page.plain).split()))
        name = decapitalised(name, lexicon("kk")) if self.entities.within(span) else name.lower()
        sector = role.sector if role.sector != _UNKNOWN else ()
        fresh = self.entities.add(kind, name, [mention], country=role.country, sector=sector, confidence=_CONFIDENCE)
        self.fresh[noun] = fresh
        return fresh

    def _kind(self, noun: str, stretch: tuple[int, int]) -> EntityKind:
        words = self.page.tokens[stretch[0] : stretch[1] + 1]
        if noun in kazakh_small_words("bodies"):
            return "organisation"
        return "group" if means_several(words) else "person"

    # -- pronouns

    def _meant(self, event: Event, role: Role, at: int) -> Role:
        """The role with whoever a pronoun of the third person means."""
        lower = self.page.tokens[at].lower
        several = lower.startswith(kazakh_small_words("they"))
        if not several and lower not in kazakh_small_words("third"):
            return role
        span = self.page.tokens[at].span
        if self.entities.within(span):
            return role
        found = self._last_named(event, at, several)
        if found is None:
            return role
        self.entities.mention(found, Mention(span.start, span.end, "pronoun"))
        entity = self.entities.get(found)
        return replace(role, entity=found, country=role.country or entity.country, sector=role.sector or entity.sector)

    def _last_named(self, event: Event, at: int, several: bool) -> str | None:
        """Whoever the nearest sentence up to a token names first, none of the other parties of the event."""
        others = {role.entity for role in (*event.actors, *event.recipients) if role.entity}
        here = self.page.sentence_at(self.page.tokens[at].start)
        for sentence in reversed(self.page.sentences[max(0, here.i - _BACK) : here.i + 1]):
            stop = min(sentence.stop, at)
            if stop <= sentence.first:
                continue
            span = self.page.span(sentence.first, stop - 1)
            found = [id for mention, id in self.entities.within(span) if self._fits(id, several) and id not in others]
            if found:
                return found[-1] if several else found[0]
        return None

    def _fits(self, id: str, several: bool) -> bool:
        kind = self.entities.get(id).kind
        return kind == "group" if several else kind == "person"


def _once(roles: tuple[Role, ...]) -> tuple[Role, ...]:
    """The roles, each words and entity once."""
    return tuple({(role.span, role.entity): role for role in roles}.values())
