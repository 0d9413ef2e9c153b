"""Whom a deed is done to where its sentence names nobody: whoever asked for it, stood accused, did what is blamed."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache
from typing import NamedTuple

from sholu.model.reading import Event, Role
from sholu.model.span import Span
from sholu.reading.entities import EntityIndex
from sholu.reading.events.lexicon import Gapped, listed
from sholu.reading.languages import language
from sholu.reading.languages.morphology import readings
from sholu.reading.page import Page

_OPINIONS = frozenset({"ACCUSE", "REJECT", "SUPPORT"})
"""Types that may be about what somebody did."""
_REPLIES = frozenset({"AGREE", "REJECT"})
"""Types of which those who asked for it are no actors."""
_BY_PEOPLE = frozenset({"PROTEST", "REQUEST"})
"""Types whose actors are somebody in whatever words."""
_ANY = "*"
_HEADED = 2  # words of a Russian phrase of which one is its head


class _Answer(NamedTuple):
    """What a type of event answers: these types, on whose side its recipients stand, and how far back in sentences."""

    types: frozenset[str]
    side: str
    far: int


def _answer(types: str, side: str, far: int) -> _Answer:
    return _Answer(frozenset(types.split()), side, far)


# How far back, in sentences. On the corpus's articles to learn from, half of the answers to the sentence before were
# right, and one in five of those further back; only a trial is of one case all through an article.
_NEXT, _SOON, _ARTICLE = 1, 2, 10_000
_ANSWERS = {
    "AGREE": _answer("REQUEST PROTEST", "actors", _NEXT),
    "REJECT": _answer("REQUEST PROTEST", "actors", _SOON),
    "TRY": _answer("CHARGE TRY SENTENCE ACQUIT COERCE", "recipients", _ARTICLE),
    "CHARGE": _answer("CHARGE TRY COERCE", "recipients", _NEXT),
    "ACQUIT": _answer("CHARGE TRY SENTENCE COERCE", "recipients", _ARTICLE),
    "ASSAULT": _answer("PROTEST", "actors", _SOON),
    "COERCE": _answer("PROTEST", "actors", _NEXT),
}
_FREED = _answer("COERCE ASSAULT TRY CHARGE", "recipients", _NEXT)
_SEIZED = _answer("COERCE SENTENCE CHARGE TRY", "recipients", _NEXT)
_HELD = _answer("COERCE CHARGE TRY", "recipients", _NEXT)
_JUDGED = _answer("SENTENCE ACQUIT TRY REJECT", "actors", _ARTICLE)


class Addressees:
    """Completes the recipients of events of one page by events told before them."""

    def __init__(self, page: Page, entities: EntityIndex) -> None:
        self.page = page
        self.tag = page.language.tag
        self.entities = entities

    def completed(self, event: Event, told: Sequence[Event]) -> Event:
        """The event with those whom it must be done to, by the events told before it, if it names no party.

        Whoever only hears a complaint suffers nothing.
        """
        if event.type == "ACCUSE":
            event = replace(event, recipients=tuple(role for role in event.recipients if not self._hears(event, role)))
        if any(self._is_told(role) and not self._is_other(event, role) for role in event.recipients):
            return event
        found = self._doers(event, told) or self._answered(event, told)
        found = tuple(role for role in found if role not in event.recipients)
        if not found:
            return event
        asked = set(_names(found))
        actors = tuple(role for role in event.actors if not asked & set(_names([role])))
        return replace(event, actors=actors, recipients=(*event.recipients, *found))

    def _doers(self, event: Event, told: Sequence[Event]) -> tuple[Role, ...]:
        """Whoever did what the recipients name: "hailed the ruling", the court."""
        if event.type not in _OPINIONS:
            return ()
        for role in event.recipients:
            for types in self._deeds(role.span):
                found = self._last(event, told, _Answer(types, "actors", _NEXT))
                if found:
                    return found
        return ()

    def _deeds(self, span: Span) -> Iterator[frozenset[str]]:
        first, stop = self.page.token_range(span)
        for hit in _deeds(self.tag).find(self.page.tokens, first, stop):
            yield hit.value

    def _answered(self, event: Event, told: Sequence[Event]) -> tuple[Role, ...]:
        """Whoever asked for what is granted or refused, whoever stood accused, whoever was held."""
        answer = _ANSWERS.get(event.type)
        if event.type == "RETREAT" and event.mode == "release" and not event.recipients:
            answer = _FREED
        elif event.type == "ACCUSE" and self._appeals(event):
            answer = _JUDGED
        elif (event.type == "ASSAULT" and event.mode != "crowd-control") or self._only_looks_into(event):
            return ()
        elif event.type == "COERCE" and event.mode == "seize":
            answer = _SEIZED
        elif event.type == "COERCE" and event.mode == "arrest" and not event.recipients:
            answer = _HELD
        elif event.type == "COERCE" and not any(True for role in event.recipients for _ in self._deeds(role.span)):
            return ()
        return self._last(event, told, answer) if answer else ()

    def _only_looks_into(self, event: Event) -> bool:
        """Russian: whether something is looked into, and nobody is accused of it yet."""
        return self.tag == "ru" and event.mode == "investigate"

    def _appeals(self, event: Event) -> bool:
        first, stop = self.page.token_range(event.evidence)
        return any(True for _ in _appeals(self.tag).find(self.page.tokens, first, stop))

    def _last(self, event: Event, told: Sequence[Event], answer: _Answer) -> tuple[Role, ...]:
        """The parties on this side of the last such event, whoever acts now left out."""
        own = set(_names(event.actors))
        sentence = self.page.sentence_at(event.trigger.start).i
        for other in reversed(told):
            if sentence - self.page.sentence_at(other.trigger.start).i > answer.far:
                return ()
            if answer.types != {_ANY} and other.type not in answer.types:
                continue
            roles = other.actors if answer.side == "actors" else other.recipients
            people = answer.side == "actors" and other.type in _BY_PEOPLE
            found = tuple(role for role in roles if people or self._is_party(role))
            others = own - set(_names(found))
            if found and (others == own or (others and event.type in _REPLIES)):
                return found
        return ()

    def _is_other(self, event: Event, role: Role) -> bool:
        """Whether a role is no addressee: the court one complains to; Kazakh: what is promised, "оны төлеуге"."""
        if event.type == "ACCUSE" and role.sector == ("JUD",):
            return True
        if self.tag != "kk" or event.type != "AGREE" or role.text.count(" "):
            return False
        return any(form.case == "acc" for form in readings("kk", role.text.lower())[:1])

    def _hears(self, event: Event, role: Role) -> bool:
        """English: whether somebody only hears a complaint: "lodged a complaint with the inspectorate"."""
        first, stop = self.page.token_range(event.trigger)
        at = self.page.token_at(role.span.start)
        complains = any(True for _ in _complaints(self.tag).find(self.page.tokens, first, stop))
        return complains and at > 0 and self.page.tokens[at - 1].lower in _hearing(self.tag)

    def _is_told(self, role: Role) -> bool:
        """Whether a role is filled by somebody; in Russian by anybody who lives or is given something."""
        if self._is_party(role) or self.tag != "ru":
            return self._is_party(role)
        forms = [form for word in role.text.lower().split()[:_HEADED] for form in readings("ru", word)[:1]]
        return any(form.animate or form.case == "dat" or form.part == "pronoun" for form in forms)

    def _is_party(self, role: Role) -> bool:
        """Whether a role is filled by somebody."""
        if role.entity is None:
            return bool(role.sector)
        return self.entities.get(role.entity).kind != "facility"


def _names(roles: Iterable[Role]) -> Iterator[str]:
    return (role.entity or role.text for role in roles)


@cache
def _deeds(tag: str) -> Gapped[frozenset[str]]:
    rows = language(tag).table("roles")["deed"]
    return Gapped(((word, frozenset(row["types"].split())) for row in rows for word in listed(row["words"])), tag)


@cache
def _appeals(tag: str) -> Gapped[None]:
    return Gapped(((word, None) for word in listed(language(tag).table("roles")["addressees"]["appeals"])), tag)


@cache
def _complaints(tag: str) -> Gapped[None]:
    return Gapped(((word, None) for word in listed(language(tag).table("roles")["addressees"]["complaints"])), tag)


@cache
def _hearing(tag: str) -> frozenset[str]:
    return frozenset(listed(language(tag).table("roles")["addressees"]["hearing"]))
