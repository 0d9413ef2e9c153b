"""Sentences and paragraphs of a text, for English, Russian and Kazakh alike; language differences are data."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from sholu.model.span import Span
from sholu.text.tokens import Token

_PARAGRAPH = re.compile(r"\n[ \t\r\u00a0]*\n\s*|\r\n\s*\r\n\s*")
_LONGEST = 400  # tokens; no sentence of the press has as many, a table or a list without full stops may
_ENDERS = frozenset(".!?…")
_CLOSERS = frozenset("\"'”’»)]}›“")
_CASED = 0.02  # share of capitalised words below which a text is taken to be written without capitals
_OPENERS = frozenset("\"'“‘«([{„‹—–-•")


class Stops(NamedTuple):
    """What a full stop means, in lower-case words without it.

    Behind `abbreviations` ("mr", "gen", "г") it ends no sentence; behind those `closing` ("inc", "г") it does where
    one of the `openers` stands with a capital: "at Plum Inc. The firm".
    """

    abbreviations: frozenset[str] = frozenset()
    closing: frozenset[str] = frozenset()
    openers: frozenset[str] = frozenset()


class Sentence(NamedTuple):
    """One sentence: its span and the half-open range of token indices that it holds."""

    i: int
    start: int
    end: int
    first: int
    stop: int

    @property
    def span(self) -> Span:
        """The sentence's place in the text."""
        return Span(self.start, self.end)


def paragraphs(text: str) -> list[Span]:
    """The stretches between blank lines; where the text has no blank line, the lines."""
    breaks = _PARAGRAPH if _PARAGRAPH.search(text.strip()) else re.compile(r"\n\s*")
    found: list[Span] = []
    start = 0
    for match in breaks.finditer(text):
        found.append(Span(start, match.start()).trimmed(text))
        start = match.end()
    found.append(Span(start, len(text)).trimmed(text))
    return [span for span in found if span.start < span.end]


def sentences(text: str, tokens: Sequence[Token], blocks: Sequence[Span], stops: Stops) -> list[Sentence]:
    """Split into sentences; none runs over a paragraph's end. `stops` tell which full stops end none."""
    found: list[Sentence] = []
    index = 0
    count = len(tokens)
    cased = _is_cased(tokens)
    for block in blocks:
        while index < count and tokens[index].start < block.start:
            index += 1
        first = index
        while index < count and tokens[index].start < block.end:
            token = tokens[index]
            if token.text in _ENDERS and _ends_here(text, tokens, index, block.end, stops, cased):
                index += 1
                while index < count and tokens[index].start < block.end and _belongs_to_end(text, tokens, index):
                    index += 1
                _add(found, tokens, first, index)
                first = index
            else:
                index += 1
                if index - first >= _LONGEST:
                    _add(found, tokens, first, index)
                    first = index
        if first < index:
            _add(found, tokens, first, index)
    return found


def _add(found: list[Sentence], tokens: Sequence[Token], first: int, stop: int) -> None:
    found.append(Sentence(len(found), tokens[first].start, tokens[stop - 1].end, first, stop))


def _belongs_to_end(text: str, tokens: Sequence[Token], index: int) -> bool:
    """A further full stop, or a closing mark that stands tight against what it closes."""
    token = tokens[index]
    tight = token.start == tokens[index - 1].end
    return tight and (token.text in _ENDERS or token.text in _CLOSERS)


def _is_cased(tokens: Sequence[Token]) -> bool:
    """Whether the text uses capitals, so that a small letter after a full stop means that the sentence goes on."""
    words = sum(token.is_word for token in tokens)
    return sum(token.is_capitalised for token in tokens) >= words * _CASED


def _ends_here(text: str, tokens: Sequence[Token], index: int, end: int, stops: Stops, cased: bool) -> bool:
    token = tokens[index]
    after = index + 1
    while after < len(tokens) and tokens[after].start < end and _belongs_to_end(text, tokens, after):
        after += 1
    if after >= len(tokens) or tokens[after].start >= end:
        return True
    following = tokens[after]
    if following.start == tokens[after - 1].end:
        return False  # "centrasia.ru", "2.5", "etc.,"
    if following.text in _OPENERS and after + 1 < len(tokens):
        # A dash after the mark continues reported speech: «…!» – said the minister.
        if following.text in "—–-" and not tokens[after + 1].is_capitalised:
            return False
        if following.text == "(":
            return True
        following = tokens[after + 1] if tokens[after + 1].start < end else following
    starts_low = following.shape == "lower"
    if token.text == "." and index > 0 and tokens[index - 1].end == token.start:
        previous = tokens[index - 1]
        if previous.lower in stops.closing and following.is_capitalised and following.lower in stops.openers:
            return True
        if previous.lower in stops.abbreviations or (len(previous.text) == 1 and previous.text.isupper()):
            return False
    return not (cased and starts_low)
