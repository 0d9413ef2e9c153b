"""Quotation marks of every style, paired: which stretches of a text stand inside them."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from sholu.model.span import Span

_PAIRS = {"“": "”", "«": "»", "„": "“”", "‘": "’", "‹": "›", "``": "''"}
_CLOSING = frozenset("”»›’")
_MARK = re.compile("[\"`'“”«»„‘’‹›]")
_LONGEST = 4000
_LEADING = frozenset("([«—–-")
_FOLLOWING = frozenset("«…")


class Quote(NamedTuple):
    """A quotation: `outer` with its marks, `inner` without; `depth` 0 for the outermost."""

    outer: Span
    inner: Span
    depth: int


def quotes(text: str, paragraphs: Sequence[Span]) -> list[Quote]:
    """All quotations, in order of their start.

    A quotation left open at the end of a paragraph is closed there when the next paragraph opens with the same mark
    (the custom for a speech that runs over paragraphs); otherwise an opening mark without a partner is no quotation.
    """
    found: list[Quote] = []
    for number, block in enumerate(paragraphs):
        stack: list[tuple[int, int, str]] = []  # start of mark, start of inner, marks that close
        nested = _nested(text, block)
        position = block.start
        while (here := _MARK.search(text, position, block.end)) is not None:
            position = here.start()
            mark = here.group()
            if mark == '"' and position in nested:
                stack.append((position, position + 1, '"'))
                position += 1
                continue
            if mark == '"':
                position = _straight(text, block, position, stack, found)
                continue
            if text.startswith("``", position):
                stack.append((position, position + 2, "''"))
                position += 2
                continue
            if text.startswith("''", position) and stack and stack[-1][2] == "''":
                start, inner, _ = stack.pop()
                _add(found, start, inner, position, position + 2, len(stack))
                position += 2
                continue
            if text.startswith("''", position) and stack and stack[-1][2] == '"' and _ends_word(text, block, position):
                start, inner, _ = stack.pop()  # typed "like this''
                _add(found, start, inner, position, position + 2, len(stack))
                position += 2
                continue
            if text.startswith("''", position) and _opens_double(text, block, position):
                stack.append((position, position + 2, "''"))
                position += 2
                continue
            closes = stack and mark in stack[-1][2] and not _apostrophe(text, position)
            if closes:
                start, inner, _ = stack.pop()
                _add(found, start, inner, position, position + 1, len(stack))
            elif mark in _PAIRS and not (mark == "‘" and _apostrophe(text, position)):
                stack.append((position, position + 1, _PAIRS[mark]))
            elif mark in _CLOSING and mark != "’":
                # A closing mark may close an outer quotation over a forgotten inner one.
                for level in range(len(stack) - 1, -1, -1):
                    if mark in stack[level][2] or (mark == "”" and stack[level][2] == '"'):
                        start, inner, _ = stack[level]
                        del stack[level:]
                        _add(found, start, inner, position, position + 1, len(stack))
                        break
            position += 1
        if stack and number + 1 < len(paragraphs):
            start, inner, _ = stack[0]
            following = paragraphs[number + 1].start
            if text[following] == text[start]:
                _add(found, start, inner, block.end, block.end, 0)
    found.sort(key=lambda quote: (quote.outer.start, -quote.outer.end))
    return found


def _add(found: list[Quote], start: int, inner: int, inner_end: int, end: int, depth: int) -> None:
    if 0 < inner_end - inner <= _LONGEST:
        found.append(Quote(Span(start, end), Span(inner, inner_end), depth))


def _straight(text: str, block: Span, position: int, stack: list[tuple[int, int, str]], found: list[Quote]) -> int:
    """A straight mark closes an open straight quotation, else opens one if something follows it."""
    for level in range(len(stack) - 1, -1, -1):
        if stack[level][2] == '"':
            start, inner, _ = stack[level]
            del stack[level:]
            _add(found, start, inner, position, position + 1, len(stack))
            return position + 1
    if stack and "”" in stack[-1][2] and _closes_straight(text, block, position):
        start, inner, _ = stack.pop()  # typed “like this"
        _add(found, start, inner, position, position + 1, len(stack))
        return position + 1
    if position + 1 < block.end and not text[position + 1].isspace():
        stack.append((position, position + 1, '"'))
    return position + 1


def _nested(text: str, block: Span) -> frozenset[int]:
    """The straight marks that open a quotation inside another one: where what stands around each mark tells its part.

    Empty unless all straight marks of the block come out even, as in "We built "The House" here", he said.
    """
    inner: list[int] = []
    depth, position = 0, block.start - 1
    while (position := text.find('"', position + 1, block.end)) != -1:
        before = position == block.start or text[position - 1].isspace() or text[position - 1] in _LEADING
        after = position + 1 < block.end and (text[position + 1].isalnum() or text[position + 1] in _FOLLOWING)
        closes = not before and _closes_straight(text, block, position)
        if closes == (before and after):
            return frozenset()
        if closes:
            depth -= 1
        else:
            depth += 1
            if depth > 1:
                inner.append(position)
        if depth < 0:
            return frozenset()
    return frozenset(inner) if depth == 0 else frozenset()


def _closes_straight(text: str, block: Span, position: int) -> bool:
    """Whether a straight mark stands after a word or its full stop and before none."""
    before = position > block.start and not text[position - 1].isspace()
    return before and (position + 1 >= block.end or not text[position + 1].isalnum())


def _ends_word(text: str, block: Span, position: int) -> bool:
    """Whether two apostrophes stand after a word or its stop and before none."""
    before = position > block.start and not text[position - 1].isspace()
    return before and (position + 2 >= block.end or not text[position + 2].isalnum())


def _opens_double(text: str, block: Span, position: int) -> bool:
    """Whether two apostrophes, typed for a quotation mark, stand before a word and after none."""
    after = position + 2 < block.end and not text[position + 2].isspace()
    return after and (position == block.start or not text[position - 1].isalnum())


def _apostrophe(text: str, position: int) -> bool:
    """Whether the mark stands between two letters, as in "Kazakhstan’s"."""
    return 0 < position < len(text) - 1 and text[position - 1].isalnum() and text[position + 1].isalnum()
