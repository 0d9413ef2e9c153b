"""Which words of a page may report an event: the encoder's triggers beside those of the grammar."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sholu.model.reading import Event
from sholu.model.span import Span
from sholu.reading.chunks import kinds
from sholu.reading.events.lexicon import triggers, words
from sholu.reading.events.scene import EventScene
from sholu.reading.events.spotting import NOTHING
from sholu.reading.events.stretches import Stretch
from sholu.reading.joined.nearby import Nearby
from sholu.reading.learned import Mark, Marks

_DOING = frozenset({kinds.VERB, kinds.PARTICIPLE})
_VERB_AFTER = 8
"""Tokens between a noun and the verb that says that it happened, at most."""
_NAMED = 3
"""Tokens between a date and the deed that it names, at most."""
_BESIDE = 30
"""Code points between a noun and the verb that carries it."""


@dataclass(frozen=True, slots=True)
class Trigger:
    """Words that may report an event: the grammar's event of them, and what type the marks see and how surely.

    `sentence` is the number of their sentence.
    """

    stretch: Stretch
    span: Span
    sentence: int
    exact: Event | None
    label: str
    probability: float


def find_triggers(scene: EventScene, marks: Marks, exact: Sequence[Event], least: float) -> list[Trigger]:
    """All triggers in order; an event of the grammar and a mark that meet are one."""
    left = _marked(scene, marks, least)
    near = Nearby(left, lambda mark: mark.span)
    found: list[Trigger] = []
    told: list[Span] = []
    for event in exact:
        stretch = scene.whole(event.trigger)
        if stretch is None:
            continue
        same = [mark for _, mark in near.within(event.trigger, 0)] or _carrying(scene, near, event, stretch)
        best = max(same, key=lambda mark: mark.probability, default=None)
        label, share = (best.label, best.probability) if best else marks.peak("trigger", event.trigger)
        for mark in _telling(scene, near, event, stretch):
            told.append(mark.span)
            if mark.probability > share:
                label, share = event.type, mark.probability
        number = scene.page.sentence_at(event.trigger.start).i
        found.append(Trigger(stretch, event.trigger, number, event, label, share))
    taken = Nearby(exact, lambda event: event.trigger)
    mistaken: dict[int, list[Span]] = {}  # by sentence
    for mark in left:
        if mark.span in told or any(True for _ in taken.within(mark.span, 0)):
            continue
        sentence = scene.page.sentence_at(mark.span.start)
        if sentence.i not in mistaken:
            mistaken[sentence.i] = scene.mistakable(sentence)
        if any(span.covers(mark.span) for span in mistaken[sentence.i]):
            continue
        stretch = scene.whole(mark.span)
        if stretch and any(token.is_word for token in scene.page.tokens[stretch[0] : stretch[1] + 1]):
            if is_nothing(scene, stretch) or (stretch[0] == stretch[1] and scene.spotter.names_people(stretch[0])):
                continue
            span = scene.page.span(*stretch)
            number = scene.page.sentence_at(span.start).i
            found.append(Trigger(stretch, span, number, None, mark.label, mark.probability))
    return sorted(found, key=lambda trigger: (trigger.span, trigger.exact is None))


def _carrying(scene: EventScene, near: Nearby[Mark], event: Event, stretch: Stretch) -> list[Mark]:
    """Russian: the marks of the same type beside a noun, which are those of its verb, «объявили голодовку»."""
    if scene.language != "ru" or scene.slots.chunks.kind(stretch[0]) != kinds.NOUN:
        return []
    first, last = scene.slots.chunks.clause_at(stretch[0])
    clause = scene.page.span(first, last)
    beside = (mark for span, mark in near.within(event.trigger, _BESIDE) if clause.covers(span))
    return [mark for mark in beside if mark.label == event.type]


def _telling(scene: EventScene, near: Nearby[Mark], event: Event, stretch: Stretch) -> Iterator[Mark]:
    """English: the marks of a verb that only says that the deed before it was: "protests | erupted"."""
    verb = _occurring(scene, stretch)
    if verb is not None:
        yield from (mark for _, mark in near.within(scene.page.span(verb, verb), 0))


def occurs(scene: EventScene, stretch: Stretch) -> bool:
    """English: whether a verb says of the deed that these words name that it was: "clashes took place"."""
    return _occurring(scene, stretch) is not None


def bears_date(scene: EventScene, stretch: Stretch) -> bool:
    """English: whether a deed has a date in its own name: "the March 2005 revolt", "the revolt of 2005"."""
    page, kind = scene.page, scene.slots.chunks.kind
    if scene.language != "en" or kind(stretch[1]) != kinds.NOUN:
        return False
    for time in scene.times:
        if time.value is None:
            continue
        first, stop = page.token_range(time.span)
        before = 0 < first < stop <= stretch[0] <= stop + _NAMED and kind(first - 1) == kinds.DETERMINER
        if before and all(kind(i) in (kinds.NOUN, kinds.ADJECTIVE) for i in range(stop, stretch[0])):
            return True
        if first == stretch[1] + 2 and kind(first - 1) == kinds.PREPOSITION:
            return True
    return False


def _occurring(scene: EventScene, stretch: Stretch) -> int | None:
    chunks, tokens = scene.slots.chunks, scene.page.tokens
    if scene.language != "en" or chunks.kind(stretch[1]) in _DOING:
        return None
    stop = min(chunks.clause_at(stretch[1])[1], stretch[1] + _VERB_AFTER)
    verb = next((i for i in range(stretch[1] + 1, stop + 1) if chunks.kind(i) == kinds.VERB), None)
    if verb is None or tokens[verb].lower not in words("en", "grammar", "occurring"):
        return None
    apart = any(chunks.kind(i) in (kinds.MARK, kinds.RELATIVE) for i in range(stretch[1] + 1, verb))
    return None if apart else verb


def is_nothing(scene: EventScene, stretch: Stretch) -> bool:
    """Whether the grammar knows these words as ones that look like an event and are none, "kept their posts"."""
    tokens = scene.page.tokens
    stop = scene.page.sentence_at(tokens[stretch[0]].start).stop
    hits = [hit for lexicon in triggers(scene.language) if (hit := lexicon.at(tokens, stretch[0], stop)) is not None]
    return bool(hits) and all(hit.value.type == NOTHING for hit in hits)


def meaning(scene: EventScene, stretch: Stretch) -> str | None:
    """The type that the lexicon of the grammar gives to a verb with which these words begin."""
    stop = scene.page.sentence_at(scene.page.tokens[stretch[0]].start).stop
    hit = triggers(scene.language)[0].at(scene.page.tokens, stretch[0], stop)
    return hit.value.type if hit is not None else None


def is_settled(scene: EventScene, stretch: Stretch, type: str, least: float) -> bool:
    """Whether these words begin with ones of the lexicon that report this type at least this surely."""
    tokens = scene.page.tokens
    stop = scene.page.sentence_at(tokens[stretch[0]].start).stop
    hits = [hit for lexicon in triggers(scene.language) if (hit := lexicon.at(tokens, stretch[0], stop)) is not None]
    return any(hit.value.type == type and hit.value.weight >= least for hit in hits)


def _marked(scene: EventScene, marks: Marks, least: float) -> list[Mark]:
    """The marks of triggers; what stands side by side is one, with the type of the surer part."""
    found: list[Mark] = []
    for mark in marks.layer("trigger", least):
        before = found[-1] if found else None
        if (
            before
            and mark.span.end > before.span.end
            and not scene.page.text[before.span.end : mark.span.start].strip()
        ):
            surer = max(before, mark, key=lambda one: one.probability)
            found[-1] = Mark(before.span.join(mark.span), surer.label, surer.probability)
        else:
            found.append(mark)
    return found
