"""What a sentence leaves to those before it: which court acquitted, whose request was turned down, who "they" are."""

from collections.abc import Sequence
from dataclasses import replace

from sholu.model.reading import Event, Role
from sholu.reading.events.lexicon import words
from sholu.reading.page import Page

_VERDICTS = frozenset({"SENTENCE", "ACQUIT"})
_IN_COURT = frozenset({"SENTENCE", "ACQUIT", "TRY"})
_ANSWERS = frozenset({"ACCUSE", "REJECT"})
_NEAR = 400  # characters between an event and the one whose doers "they" are; two or three sentences


class Antecedents:
    """Completes events of one page by the events told before them."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.tag = page.language.tag
        self.told: list[Event] = []

    def completed(self, event: Event) -> Event:
        """The event with the parties that only earlier events name; it is remembered for those that follow."""
        if event.type in _VERDICTS and not event.actors:
            event = replace(event, actors=self._court())
        elif event.type == "REQUEST" and not event.recipients and _are_jurists(event.actors):
            event = replace(event, recipients=self._court())
        elif event.type == "REJECT" and self._names(event.recipients, "requests"):
            event = self._answered(event)
        elif event.type == "ACCUSE" and self._names(event.recipients, "deeds"):
            event = replace(event, recipients=self._doers(event) or event.recipients)
        if self._are_they(event.actors):
            event = replace(event, actors=self._group(event) or event.actors)
        self.told.append(event)
        return event

    def _court(self) -> tuple[Role, ...]:
        """The court of the last verdict or trial told."""
        for event in reversed(self.told):
            if event.type in _IN_COURT and _are_jurists(event.actors):
                return event.actors
        return ()

    def _answered(self, event: Event) -> Event:
        """ "turned down the request": whose it was, and what it asked for."""
        for other in reversed(self.told):
            if other.type == "REQUEST" and other.actors:
                return replace(event, recipients=other.actors, mode=event.mode or other.mode)
        return event

    def _doers(self, event: Event) -> tuple[Role, ...]:
        """ "condemned the step": who took it, by the last deed told of somebody else."""
        own = {role.entity or role.text for role in event.actors}
        for other in reversed(self.told):
            if other.type not in _ANSWERS and other.actors:
                return () if own & {role.entity or role.text for role in other.actors} else other.actors
        return ()

    def _group(self, event: Event) -> tuple[Role, ...]:
        """Who "they" are: the doers of the event just told, if they are several or a group in common nouns."""
        if not self.told or event.trigger.start - self.told[-1].trigger.start > _NEAR:
            return ()
        doers = self.told[-1].actors
        several = len(doers) > 1 or any(role.entity is None for role in doers)
        return doers if several and not self._are_they(doers) else ()

    def _names(self, roles: Sequence[Role], key: str) -> bool:
        """Whether the only party is a word for what somebody did, "the request"."""
        if len(roles) != 1 or roles[0].entity is not None:
            return False
        said = roles[0].text.lower().split()
        return said[-1] in words(self.tag, "grammar", key) and len(said) <= 2  # noqa: PLR2004 - article and noun

    def _are_they(self, roles: Sequence[Role]) -> bool:
        return (
            len(roles) == 1
            and roles[0].entity is None
            and roles[0].text.lower() in words(self.tag, "grammar", "they")
        )


def _are_jurists(roles: Sequence[Role]) -> bool:
    return any("JUD" in role.sector for role in roles)
