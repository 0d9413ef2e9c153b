"""What a sentence leaves to those before it: which court acquitted, whose request was turned down, who "they" are."""

from collections import deque
from collections.abc import Sequence
from dataclasses import replace

from sholu.model.reading import Event, Role
from sholu.reading.events.addressees import Addressees
from sholu.reading.events.courts import Courts
from sholu.reading.events.days import Days
from sholu.reading.events.kazakh_scenes import Scenes
from sholu.reading.events.lexicon import words
from sholu.reading.events.members import Members
from sholu.reading.page import Page

_VERDICTS = frozenset({"SENTENCE", "ACQUIT"})
_IN_COURT = frozenset({"SENTENCE", "ACQUIT", "TRY"})
_ANSWERS = frozenset({"ACCUSE", "REJECT"})
_REMEMBERED = 40  # events looked back over
_BULLETS = "-–—•*· \t"  # what may stand before a line of a list
_SHORT = 2  # words of a recipient that only points back: an article and a noun
_NEAR = 400  # characters between an event and the one whose doers "they" are; two or three sentences


class Antecedents:
    """Completes events of one page by the events told before them."""

    def __init__(
        self,
        page: Page,
        days: Days,
        addressees: Addressees | None = None,
        courts: Courts | None = None,
        members: Members | None = None,
    ) -> None:
        self.page = page
        self.days = days
        self.addressees = addressees
        self.courts = courts
        self.members = members
        self.tag = page.language.tag
        self.told: deque[Event] = deque(maxlen=_REMEMBERED)
        self.scenes = Scenes(page, addressees.entities, days) if addressees and self.tag == "kk" else None

    def completed(self, event: Event) -> Event:
        """The event with the parties that only earlier events name; it is remembered for those that follow."""
        if event.type in _IN_COURT and not event.actors:
            event = self._judged(event)
        elif event.type == "REQUEST" and not event.recipients and _are_jurists(event.actors):
            court = self._verdict()
            event = replace(event, recipients=court.actors) if court else event
        elif event.type == "REJECT":
            event = self._answered(event)
        elif event.type in _ANSWERS and self._names(event, "deeds"):
            event = replace(event, recipients=self._doers(event) or event.recipients)
        if not event.actors and self._goes_on(event):
            event = replace(event, actors=self._opened(event))
        if self._are_they(event.actors):
            event = replace(event, actors=self._group(event) or event.actors)
        event = self.days.dated(event, self.told)
        if self.members is not None:
            event = self.members.completed(event, self.told)
        if self.addressees is not None:
            event = self.addressees.completed(event, self.told)
        if self.scenes is not None:
            event = self.scenes.completed(event, self.told)
        self.told.append(event)
        return event

    def _judged(self, event: Event) -> Event:
        """ "Her driver was acquitted": by the court that judged her, on the same day unless another is told."""
        court = self._verdict()
        if court is None or event.type not in _VERDICTS:
            named = self.courts.before(event.trigger.start) if self.courts else None
            known = court.actors if court else (named,) if named else ()
            return replace(event, actors=known)
        same_day = court.modality == event.modality == "actual"
        return replace(event, actors=court.actors, date=event.date or (court.date if same_day else None))

    def _verdict(self) -> Event | None:
        """The last verdict or trial told with its court."""
        told = (event for event in reversed(self.told) if event.type in _IN_COURT and _are_jurists(event.actors))
        return next(told, None)

    def _answered(self, event: Event) -> Event:
        """ "turned down the request", or "refused" soon after one: whose it was, what it asked for, and of whom."""
        named = self._names(event, "requests")
        own = _parties(event.actors)
        for other in reversed(self.told):
            near = event.trigger.start - other.trigger.start <= _NEAR
            if not named and not near:
                break
            if other.type == "REQUEST" and other.actors and not own & _parties(other.actors):
                whose = other.actors if named or not any(role.entity for role in event.recipients) else event.recipients
                told = (role for role in other.recipients if role.entity or role.sector)
                asked = event.actors or tuple(role for role in told if _parties([role]) - _parties(whose))
                return replace(event, actors=asked, recipients=whose, mode=event.mode or other.mode)
        return event

    def _doers(self, event: Event) -> tuple[Role, ...]:
        """ "condemned the step": who took it, by the last deed told of somebody else."""
        own = _parties(event.actors)
        for other in reversed(self.told):
            if other.type not in _ANSWERS and other.actors:
                return () if own & _parties(other.actors) else other.actors
        return ()

    def _group(self, event: Event) -> tuple[Role, ...]:
        """Who "they" are: the doers of the event just told, if they are several or a group in common nouns."""
        if not self.told or event.trigger.start - self.told[-1].trigger.start > _NEAR:
            return ()
        doers = self.told[-1].actors
        several = len(doers) > 1 or any(role.entity is None for role in doers)
        return doers if several and not self._are_they(doers) else ()

    def _goes_on(self, event: Event) -> bool:
        """Whether a paragraph goes on with what somebody did: "The ministers met and:", "welcomed the accord;"."""
        text, start = self.page.text, event.trigger.start
        line = text.rfind("\n", 0, start) + 1
        opening = text[line:start].lstrip(_BULLETS)
        opens = text[start - len(opening) : start + 1]
        led_in = opens[:1].islower() and text[:line].rstrip()[-1:] in (":", ";", ",")
        return led_in and all(role.span.start > start for role in event.recipients)  # not "two men were hurt"

    def _opened(self, event: Event) -> tuple[Role, ...]:
        """Who did what was told last, in the paragraphs before or in this one."""
        return next((other.actors for other in reversed(self.told) if other.actors), ())

    def _names(self, event: Event, key: str) -> bool:
        """Whether the only recipient is a word for what somebody did, "the request"; it may stand in the trigger."""
        known = words(self.tag, "grammar", key)
        if not event.recipients:
            return not known.isdisjoint(event.trigger.of(self.page.text).lower().split())
        role, *others = event.recipients
        said = role.text.lower().split()
        return not others and role.entity is None and len(said) <= _SHORT and said[-1] in known

    def _are_they(self, roles: Sequence[Role]) -> bool:
        return (
            len(roles) == 1 and roles[0].entity is None and roles[0].text.lower() in words(self.tag, "grammar", "they")
        )


def _parties(roles: Sequence[Role]) -> set[str]:
    """Who they are: their entities, or their words where they have none."""
    return {role.entity or role.text for role in roles}


def _are_jurists(roles: Sequence[Role]) -> bool:
    return any("JUD" in role.sector for role in roles)
