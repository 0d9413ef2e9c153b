"""Putting the parts together: what stands inside an attribution's words inherits it, figures join their events."""

from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from sholu.model.changing import replace
from sholu.model.reading import Attribution, Judgement, Quantity, Reading
from sholu.model.span import Span


def assemble(reading: Reading) -> Reading:
    """The same reading with every cross-reference drawn, and without what its text does not carry."""
    voices = Voices(reading.attributions)
    size = len(reading.document.text)
    quantities = tuple(
        replace(item, attributions=voices.over(item.evidence))
        for item in reading.quantities
        if _fits(item.evidence, size)
    )
    figures = _Figures(quantities)
    return replace(
        reading,
        attributions=_rooted(reading.attributions),
        events=tuple(
            replace(item, attributions=voices.over(item.trigger), quantities=figures.within(item.evidence))
            for item in reading.events
            if _fits(item.evidence, size) and _fits(item.trigger, size)
        ),
        tenures=tuple(replace(item, attributions=voices.over(item.evidence)) for item in reading.tenures),
        quantities=quantities,
        judgements=tuple(_held(item, voices) for item in reading.judgements),
    )


def _rooted(attributions: tuple[Attribution, ...]) -> tuple[Attribution, ...]:
    """The same attributions, each with a way up through its parents to a first speaker.

    Where two stand inside each other ("The ministry said that gas, it added, would flow"), the earlier is the outer.
    """
    above: dict[str, str | None] = {item.id: None for item in attributions}
    for item in reversed(attributions):
        up = item.parent if item.parent in above else None
        above[item.id] = None if _leads_to(above, up, item.id) else up
    return tuple(
        item if item.parent == above[item.id] else replace(item, parent=above[item.id]) for item in attributions
    )


def _leads_to(above: dict[str, str | None], start: str | None, end: str) -> bool:
    while start is not None and start != end:
        start = above[start]
    return start == end


def _fits(span: Span, size: int) -> bool:
    return 0 <= span.start < span.end <= size


class _Voice(NamedTuple):
    span: Span
    attribution: Attribution


class Voices:
    """Whose words each stretch of the text is, by the attributions found."""

    def __init__(self, attributions: tuple[Attribution, ...]) -> None:
        self._voices = sorted(
            (_Voice(span, item) for item in attributions for span in item.content), key=lambda voice: voice.span
        )
        self._starts = [voice.span.start for voice in self._voices]
        self._longest = max((voice.span.end - voice.span.start for voice in self._voices), default=0)

    def over(self, span: Span) -> tuple[str, ...]:
        """Ids of the attributions inside whose content `span` mostly lies, outermost first."""
        return tuple(voice.attribution.id for voice in self._covering(span))

    def speaker(self, span: Span) -> str | None:
        """The entity whose own words `span` is: the innermost source that is a speaker, not a credited outlet."""
        for voice in reversed(self._covering(span)):
            if voice.attribution.mode != "citation" and voice.attribution.source:
                return voice.attribution.source
        return None

    def _covering(self, span: Span) -> list[_Voice]:
        found: dict[str, _Voice] = {}
        inside: dict[str, int] = {}  # what is told may come in pieces: "A, X said, B"
        first = bisect_left(self._starts, span.start - self._longest)
        for voice in self._voices[first : bisect_left(self._starts, span.end)]:
            shared = min(voice.span.end, span.end) - max(voice.span.start, span.start)
            inside[voice.attribution.id] = inside.get(voice.attribution.id, 0) + max(0, shared)
            if inside[voice.attribution.id] > (span.end - span.start) / 2:
                found.setdefault(voice.attribution.id, voice)
        return sorted(found.values(), key=lambda voice: (voice.span.start - voice.span.end, voice.span))


class _Figures:
    """Figures by where they are told."""

    def __init__(self, quantities: Sequence[Quantity]) -> None:
        self._quantities = quantities
        self._placed = sorted((item.evidence.start, number) for number, item in enumerate(quantities))

    def within(self, span: Span) -> tuple[str, ...]:
        """The ids of the figures that lie wholly inside, in their order."""
        first, stop = bisect_left(self._placed, (span.start, 0)), bisect_left(self._placed, (span.end + 1, 0))
        near = (self._quantities[number] for number in sorted(number for _, number in self._placed[first:stop]))
        return tuple(item.id for item in near if span.covers(item.evidence))


def _held(judgement: Judgement, voices: Voices) -> Judgement:
    holder = judgement.holder
    if holder == "author":
        holder = voices.speaker(judgement.evidence) or "author"
    return replace(judgement, holder=holder, attributions=voices.over(judgement.evidence))
