"""Events that a page tells twice: once in its headline and fully below, or once more in words that add nothing."""

import re
from collections import deque
from collections.abc import Iterable, Sequence

from sholu.model.reading import Event, Role
from sholu.reading.chunks import Chunks, kinds
from sholu.reading.events.lexicon import words
from sholu.reading.page import Page

_LONGEST = 200
"""Code points of a headline, at most."""
_REMEMBERED = 30  # events looked back over
_BODILY = frozenset({"ASSAULT", "COERCE", "SENTENCE", "ACQUIT", "CHARGE", "TRY", "ELECT"})
"""Deeds that are told again by whom they were done to; what somebody says anew may be another thing."""
_SEEN = _BODILY | {"PROTEST", "TAKE_OFFICE", "LEAVE_OFFICE"}
"""Deeds that whoever saw them is quoted about."""
_SOON = 12  # sentences
_FIGURE = re.compile(r"\d+")
_OWN = frozenset({"TAKE_OFFICE", "LEAVE_OFFICE"})
"""Deeds of which who does them tells all."""
_VERBAL = frozenset({kinds.VERB, kinds.GERUND, kinds.PARTICIPLE, kinds.AUXILIARY})


class Retold:
    """Finds, among the events of one page, those that another tells more fully or has told already."""

    def __init__(self, page: Page, chunks: Chunks) -> None:
        self.page = page
        self.chunks = chunks
        self.tag = page.language.tag
        self.headline = _headline(page.text)

    def once(self, events: Sequence[Event]) -> list[Event]:
        """The events without those that a page tells a second time."""
        below = {(event.type, event.polarity) for event in events if event.trigger.start >= self.headline}
        told: deque[Event] = deque(maxlen=_REMEMBERED)
        kept: list[Event] = []
        for event in sorted(events, key=lambda one: one.trigger):
            heads = event.trigger.start < self.headline
            if (heads and (event.type, event.polarity) in below) or any(
                self._retells(event, other) or self._restates(event, other) for other in told
            ):
                continue
            told.append(event)
            kept.append(event)
        return kept

    def _retells(self, event: Event, other: Event) -> bool:
        """Whether an event adds nothing to one of a sentence before: neither parties nor a day nor a place."""
        same = (event.type, event.polarity, event.modality) == (other.type, other.polarity, other.modality)
        if not same or self._sentence(event) == self._sentence(other):
            return False
        if event.date not in (None, other.date) or event.place not in (None, other.place) or self._is_new(event):
            return False
        if self._is_noun(event):
            return _among((*event.actors, *event.recipients), (*other.actors, *other.recipients))
        if event.type in _OWN:
            return bool(event.actors) and _among(event.actors, other.actors)
        if event.type not in _BODILY or not event.recipients:
            return False
        return _among(event.recipients, other.recipients) and _among(event.actors, other.actors)

    def _restates(self, event: Event, other: Event) -> bool:
        """Whether somebody is quoted with what was just told: "Nine were held." "We detained nine people," he said."""
        if (event.type, event.polarity, event.modality) != (other.type, other.polarity, other.modality):
            return False
        if event.type not in _SEEN or not self._is_quoted(event) or self._is_quoted(other) or self._is_new(event):
            return False
        if event.type == "COERCE" and event.mode != other.mode:
            return False
        if not 0 < self._sentence(event) - self._sentence(other) <= _SOON or event.date not in (None, other.date):
            return False
        return self._agree(event.actors, other.actors) and self._agree(event.recipients, other.recipients)

    def _agree(self, roles: Sequence[Role], others: Sequence[Role]) -> bool:
        """Whether the parties of two tellings may be the same: no figure and no name differs."""
        if _among(roles, others) or not others:
            return True
        if any(role.entity and self._is_named(role) for role in roles):
            return False
        figures = {figure for role in others for figure in _FIGURE.findall(role.text)}
        return all(set(_FIGURE.findall(role.text)) <= figures for role in roles)

    def _is_named(self, role: Role) -> bool:
        """Whether a party has a capital that no sentence opens with."""
        first, stop = self.page.token_range(role.span)
        opening = self.page.sentence_of(first).first
        return any(self.page.tokens[i].is_capitalised and i > opening + 1 for i in range(first, stop))

    def _is_quoted(self, event: Event) -> bool:
        return any(quote.inner.covers(event.trigger) for quote in self.page.quotes)

    def _sentence(self, event: Event) -> int:
        return self.page.sentence_at(event.trigger.start).i

    def _is_noun(self, event: Event) -> bool:
        first, stop = self.page.token_range(event.trigger)
        return all(self.chunks.kind(i) not in _VERBAL for i in range(first, stop))

    def _is_new(self, event: Event) -> bool:
        """Whether words say that it is another deed: "again", "a new attack", «ещё один»; English: "an attack"."""
        first, stop = self.page.token_range(event.trigger)
        sentence = self.page.sentence_of(first)
        again = words(self.tag, "grammar", "again")
        if any(self.page.tokens[i].lower in again for i in range(sentence.first, min(stop + 1, sentence.stop))):
            return True
        return self.tag == "en" and self._is_noun(event) and not self._is_definite(first)

    def _is_definite(self, first: int) -> bool:
        """English: whether a noun is one that was told before, "the attack", "Monday's attack", "his arrest"."""
        i, tokens = first - 1, self.page.tokens
        start = self.page.sentence_of(first).first
        while i >= start and self.chunks.kind(i) in (kinds.ADJECTIVE, kinds.NOUN, kinds.NUMBER, kinds.PARTICIPLE):
            i -= 1
        if i < start:
            return False
        known = words("en", "grammar", "definite") | words("en", "grammar", "owners")
        return self.chunks.kind(i) == kinds.POSSESSIVE or tokens[i].lower in known


def _headline(text: str) -> int:
    """Where the headline of a text ends: a first paragraph of one line that no mark closes; 0 where it has none."""
    end = text.find("\n")
    if end < 0 or end > _LONGEST or not text[end:].strip():
        return 0
    line = text[:end].rstrip()
    return end if line and (line[-1].isalnum() or line[-1] in "%)»”\"'’?!") and not _is_speech(line) else 0


def _is_speech(line: str) -> bool:
    """Whether a line holds more than one sentence, as no headline does."""
    return ". " in line


def _among(roles: Iterable[Role], others: Iterable[Role]) -> bool:
    """Whether all these parties are among the others: the same somebody, or the same words."""
    known = {key for role in others for key in _keys(role)}
    return all(not known.isdisjoint(_keys(role)) for role in roles)


def _keys(role: Role) -> tuple[str, ...]:
    return (role.entity, role.text.lower()) if role.entity else (role.text.lower(),)
