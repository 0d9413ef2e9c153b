"""What one party does to another, read off the pair alone: events that no trigger told."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from itertools import permutations

from sholu.codebook.events import event_types
from sholu.model.reading import Basis, Event
from sholu.model.span import Span
from sholu.reading.chunks import kinds
from sholu.reading.events.scene import EventScene
from sholu.reading.joined.parties import Parties, Party, meeting
from sholu.reading.joined.questions import Questions
from sholu.reading.joined.triggers import is_nothing
from sholu.reading.judgements.statement import SHORT
from sholu.reading.learned import Marks

_MANY = 6
"""Parties of a sentence, the surest, of which pairs are made."""
_PREDICATES = frozenset({kinds.VERB, kinds.PARTICIPLE, kinds.GERUND})
_REPORTING = _PREDICATES | {kinds.NOUN, kinds.ADJECTIVE}
"""Words that can report a deed; "by" and "against" report none."""


@cache
def _root(type: str) -> str:
    return event_types()[type].labels["plover"] or type


def same_root(one: str, other: str) -> bool:
    """Whether two types of event are one in PLOVER: a charge is an accusation there."""
    return one == other or _root(one) == _root(other)


class Dyads:
    """Pairs of marked parties of a page."""

    def __init__(
        self, scene: EventScene, marks: Marks, questions: Questions, parties: Parties, limits: dict[str, float]
    ) -> None:
        self.scene = scene
        self.marks = marks
        self.questions = questions
        self.parties = parties
        self.limits = limits
        # Pairs were learned from single sentences: in articles what no trigger tells is nearly always nothing (newer
        # articles: of 17 such events 2 were any).
        self.short = len(scene.page.tokens) <= SHORT

    def collect(self) -> None:
        """Put down the questions about all pairs."""
        for _, actor, recipient in self._pairs():
            self.questions.between(actor.span, recipient.span)

    def missing(self, told: Mapping[int, Sequence[Event]]) -> Iterator[Event]:
        """For each pair of an actor and a recipient that no event links, the event between them, if it is sure.

        `told` are the events by number of their sentence. None in a long text.
        """
        if not self.short:
            return
        for number, actor, recipient in self._pairs():
            sentence = self.scene.page.sentences[number].span
            near = told.get(number, ())
            if any(_links(event, actor, recipient) for event in near):
                continue
            type, score = self._type(actor, recipient)
            if score < self.limits["dyad" if near else "dyad_first"]:
                continue
            if self.scene.spotter.accident(self.scene.page.sentences[number]):
                continue
            stretch = self._trigger(sentence, actor, recipient)
            if (
                stretch is not None
                and not is_nothing(self.scene, stretch)
                and not self._is_other(number, stretch, type)
                and not _is_told(near, self.scene.page.span(*stretch))
            ):
                hit = self.scene.trigger(type, stretch)
                event = self.scene.event(hit, actor.roles, recipient.roles)
                yield _with(event, score, type)

    def _is_other(self, number: int, stretch: tuple[int, int], type: str) -> bool:
        """Whether the grammar knows the word as a trigger of another type: "protests" arrest nobody."""
        hits = self.scene.spotter.hits(self.scene.page.sentences[number])
        met = [hit for hit in hits if hit.first <= stretch[1] and stretch[0] <= hit.last]
        return any(hit.value.noun for hit in met) and not any(same_root(hit.value.type, type) for hit in met)

    def _pairs(self) -> Iterator[tuple[int, Party, Party]]:
        """Each sure actor with each sure recipient of its sentence, and the number of that."""
        least = self.limits["dyad_role"]
        for number, parties in self.parties.marked():
            surest = sorted(parties, key=lambda party: -party.sure)[:_MANY]
            for actor, recipient in permutations(surest, 2):
                if min(actor.actor, recipient.recipient) >= least:
                    yield number, actor, recipient

    def _type(self, actor: Party, recipient: Party) -> tuple[str, float]:
        """The likeliest root, as its likeliest type, and how likely the root is."""
        pair = self.questions.dyad(actor.span, recipient.span)
        roots: defaultdict[str, float] = defaultdict(float)
        for type, p in pair.items():
            roots[_root(type)] += p
        if not roots:
            return "", 0.0
        root, score = max(roots.items(), key=lambda item: item[1])
        return max((type for type in pair if _root(type) == root), key=lambda type: pair[type]), score

    def _trigger(self, sentence: Span, actor: Party, recipient: Party) -> tuple[int, int] | None:
        """The word of the sentence that most likely reports the event, else its first predicate after the actor."""
        page, chunks = self.scene.page, self.scene.slots.chunks
        first, stop = page.token_range(sentence)
        best, most = None, self.limits["dyad_trigger"]
        predicate = None
        for i in range(first, stop):
            token = page.tokens[i]
            span = Span(token.start, token.end)
            if chunks.kind(i) not in _REPORTING or actor.span.meets(span) or recipient.span.meets(span):
                continue
            share = self.marks.share("trigger", span)
            if share > most:
                best, most = i, share
            if predicate is None and chunks.kind(i) in _PREDICATES and token.start > actor.span.start:
                predicate = i
        chosen = predicate if best is None else best
        return (chosen, chosen) if chosen is not None else None


def _is_told(events: Sequence[Event], span: Span) -> bool:
    """Whether the word reports another event already: one word is not two deeds."""
    return any(event.trigger.meets(span) for event in events)


def _links(event: Event, actor: Party, recipient: Party) -> bool:
    """Whether an event has both parties already, on whichever side."""
    return all(meeting((*event.actors, *event.recipients), party.span) for party in (actor, recipient))


def _with(event: Event, score: float, type: str) -> Event:
    return replace(event, confidence=round(score, 3), basis=(Basis("learned", f"pair, {type}", round(score, 3)),))
