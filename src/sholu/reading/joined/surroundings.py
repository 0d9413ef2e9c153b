"""Places and dates near a sentence: what may tell where and when its events happened."""

from bisect import bisect_left

from sholu.model.span import Span
from sholu.reading.events.scene import EventScene

_PLACES = frozenset({"place", "facility"})
_BEFORE = 1
"""Sentences before, of which places and dates are asked about too."""


class Surroundings:
    """The places (ids of entities) and dates (EDTF) of a page by sentence, each sentence looked through once."""

    def __init__(self, scene: EventScene) -> None:
        self.scene = scene
        self._starts = [time.span.start for time in scene.times]
        self._found: dict[int, dict[str, list[tuple[Span, str]]]] = {}

    def of(self, number: int, *fields: str) -> list[tuple[Span, str]]:
        """What stands in this sentence and the one before: of the field "place" or "date", of both where none is given.

        Each is told by its span and its value.
        """
        near = range(max(0, number - _BEFORE), number + 1)
        return [
            one for field in fields or ("place", "date") for other in near for one in self._in(other).get(field, ())
        ]

    def _in(self, number: int) -> dict[str, list[tuple[Span, str]]]:
        if number not in self._found:
            sentence = self.scene.page.sentences[number].span
            self._found[number] = {"place": self._places(sentence), "date": self._dates(sentence)}
        return self._found[number]

    def _places(self, sentence: Span) -> list[tuple[Span, str]]:
        entities = self.scene.entities
        return [(mention.span, id) for mention, id in entities.within(sentence) if entities.get(id).kind in _PLACES]

    def _dates(self, sentence: Span) -> list[tuple[Span, str]]:
        first, stop = (bisect_left(self._starts, edge) for edge in sentence)
        return [
            (time.span, time.value.partition("T")[0])
            for time in self.scene.times[first:stop]
            if time.value and time.kind in ("date", "time") and sentence.covers(time.span)
        ]
