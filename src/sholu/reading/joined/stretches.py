"""Marks of long stretches, brought to the bounds that grammar gives them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sholu.model.span import Span
from sholu.reading.chunks import chunks_of, kinds
from sholu.reading.learned import Mark, Marks
from sholu.reading.page import Page

_EDGE = ' \t\r\n,;:.«»“”"„–—-'
_SAID = 0.5
"""How surely a word must be one of saying to stand outside of what is said."""
_OPENERS = frozenset({kinds.SUBORDINATOR, kinds.RELATIVE, kinds.CONJUNCTION})


@dataclass(frozen=True, slots=True)
class Bounds:
    """How far a mark may grow: to words that stand in one this surely, then by so many words to the clause's end."""

    least: float
    words: int


def grown(page: Page, marks: Marks, layer: str, found: Sequence[Mark], bounds: Bounds) -> Iterator[Mark]:
    """The marks, in order, each grown to the end of its clause: not into its neighbour, nor over punctuation."""
    for number, mark in enumerate(found):
        lowest = found[number - 1].span.end if number else 0
        highest = found[number + 1].span.start if number + 1 < len(found) else len(page.text)
        first, stop = page.token_range(mark.span)
        if first >= stop:
            yield mark
            continue
        start, end = _left(page, marks, layer, first, lowest, bounds), _right(page, marks, layer, stop, highest, bounds)
        yield Mark(mark.span.join(page.span(start, end - 1)), mark.label, mark.probability)


def _left(page: Page, marks: Marks, layer: str, first: int, lowest: int, bounds: Bounds) -> int:
    """The first token of what stands before token `first` in its clause."""
    sentence = page.sentence_at(page.tokens[first].start)
    at = first
    while at > sentence.first and page.tokens[at - 1].start >= lowest and not _is_edge(page, marks, at - 1):
        at -= 1
        if marks.share(layer, page.tokens[at].span) >= bounds.least:
            first = at
    return at if first - at <= bounds.words else first


def _right(page: Page, marks: Marks, layer: str, stop: int, highest: int, bounds: Bounds) -> int:
    """The token after what stands from token `stop` on in its clause."""
    sentence = page.sentence_at(page.tokens[stop - 1].start)
    at = stop
    while at < sentence.stop and page.tokens[at].end <= highest and not _is_edge(page, marks, at):
        at += 1
        if marks.share(layer, page.tokens[at - 1].span) >= bounds.least:
            stop = at
    return at if at - stop <= bounds.words else stop


def _is_edge(page: Page, marks: Marks, i: int) -> bool:
    """Whether a clause ends at a token: at punctuation, "that", "and", or a word that says who speaks."""
    token = page.tokens[i]
    if token.shape in ("mark", "url") or chunks_of(page).kind(i) in _OPENERS:
        return True
    return marks.share("cue", token.span) >= _SAID


def bare(page: Page, span: Span) -> Span:
    """A stretch without the marks of punctuation at its ends."""
    start, end = span
    text = page.text
    while start < end - 1 and text[start] in _EDGE:
        start += 1
    while end > start + 1 and text[end - 1] in _EDGE:
        end -= 1
    return Span(start, end)
