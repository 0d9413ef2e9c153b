"""From a stretch of text to the exact words that are attributed: quotation marks off, whole quotations in."""

import re
from collections.abc import Callable

from sholu.model.reading import AttributionMode
from sholu.model.span import Span
from sholu.reading.speech.scene import Scene
from sholu.text.quotes import Quote

_EDGE = " \t\r\n\u00a0,;:–—-"
_WORD = re.compile(r"\w+")
_FINAL = ".!?…"
_CLOSING = "»”"
_DIRECT = 0.9


def settled(scene: Scene, start: int, end: int, around: Quote | None = None) -> list[Span]:
    """The exact content in `start` .. `end`: edges trimmed, quotations that are cut by an edge taken whole.

    `around` is the quotation within which all this is told, if any: content does not leave it.
    """
    text = scene.text
    if around is not None:
        start, end = _trimmed(text, max(start, around.inner.start), min(end, around.inner.end))
        while end > start and text[end - 1] in _FINAL:
            end -= 1
        return [Span(start, end)] if start < end and _WORD.search(text, start, end) else []
    opening = scene.quote_over(start)
    if opening and opening.outer.start < start and start > opening.inner.start and _closes_in(opening, end):
        start = opening.outer.start
    closing = scene.quote_over(end - 1)
    if closing and closing.outer.start >= start and end < closing.outer.end:
        end = closing.outer.end
    start, end = _trimmed(text, start, end)
    if start >= end:
        return []
    quote = scene.quote_over(start)
    if quote and quote.outer.start == start:
        rest = text[quote.outer.end : end]
        if not rest.strip(_EDGE + _FINAL):
            return [inside(text, quote)] if _WORD.search(text, *quote.inner) else []
    while end > start and text[end - 1] in _FINAL and scene.quote_over(end - 1) is None:
        end -= 1
    ended = scene.quote_over(end - 1)
    if ended and ended.outer.end == end and ended.inner.start <= start:  # begun inside a quotation, ended with its mark
        start, end = _trimmed(text, start, ended.inner.end)
    if end > start and text[end - 1] in _CLOSING and scene.quote_over(end - 1) is None:
        start, end = _trimmed(text, start, end - 1)
    return [Span(start, end)] if _WORD.search(text, start, end) else []


def inside(text: str, quote: Quote) -> Span:
    """The words inside a quotation, without a comma at the end."""
    start, end = _trimmed(text, *quote.inner)
    return Span(start, end) if start < end else quote.inner


def _closes_in(quote: Quote, end: int) -> bool:
    return quote.outer.end <= end + 1 or quote.inner.end <= end + 2


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start] in _EDGE:
        start += 1
    while start < end and text[end - 1] in _EDGE:
        end -= 1
    return start, end


def mode_of(
    scene: Scene,
    content: list[Span],
    spoken_at: int | None = None,
    is_name: Callable[[Quote], bool] = lambda quote: False,
) -> AttributionMode:
    """Direct if nine tenths of the words stand in quotation marks, mixed if some do, else indirect.

    A quotation in which the cue itself stands, at `spoken_at`, does not count: it is somebody else's. Neither do names.
    """
    around = scene.quote_over(spoken_at) if spoken_at is not None else None
    inside_marks = total = 0
    for span in content:
        for word in _WORD.finditer(scene.text, span.start, span.end):
            size = word.end() - word.start()
            total += size
            quote = scene.quote_over(word.start())
            if quote is not None and quote != around and not is_name(quote):
                inside_marks += size
    if not inside_marks:
        return "indirect"
    return "direct" if inside_marks >= _DIRECT * total else "mixed"


def word_count(text: str, span: Span) -> int:
    """How many words stand in a span."""
    return sum(1 for _ in _WORD.finditer(text, span.start, span.end))
