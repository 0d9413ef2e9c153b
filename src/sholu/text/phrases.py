"""Finding the phrases of a lexicon among tokens, fast: the way in which all word data is matched.

A pattern is a line of items separated by spaces, compared with the case-folded tokens:

    prime minister          the words exactly
    назнач* на              a star ends a stem: any ending, also none
    (say|has said) that     alternatives (of one word or more; each may carry a star)
    the? head of            a question mark: the item may be missing
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import product
from typing import Generic, NamedTuple, TypeVar

from sholu.text.tokens import Token

V = TypeVar("V")
P = TypeVar("P")
_ITEM = re.compile(r"\([^)]*\)\??|\S+")
_WORDS = 5_000
"""Words of which each set of patterns remembers what may start with them."""
_FEW = 3
"""Patterns of a word that are gone through each time; of more it is remembered which may go on with a further word."""
NEIGHBOURS = 128
"""Words of which this is remembered: long runs over archives meet any pair of words."""


class Match(NamedTuple, Generic[V]):
    """A phrase found: token indices `first` .. `last` (both included), the pattern's value, and the pattern."""

    first: int
    last: int
    value: V
    pattern: str


class _Pattern(NamedTuple, Generic[V]):
    words: tuple[str, ...]
    value: V
    source: str
    literal: int


class _Line(NamedTuple, Generic[V]):
    """A pattern as it is written, and one of the words that it may begin with."""

    head: str
    source: str
    value: V


class Start(Generic[P]):
    """The patterns that may start with a word; for each word behind it, those that may go on so.

    `may_go_on` tells of a pattern and the word behind its first, "" where none is, whether it may.
    """

    __slots__ = ("_followed", "_may_go_on", "patterns")

    def __init__(self, patterns: list[P], may_go_on: Callable[[P, str], bool]) -> None:
        self.patterns = patterns
        self._may_go_on = may_go_on
        self._followed: dict[str, list[P]] = {}

    def followed(self, following: str) -> list[P]:
        """The patterns that may go on with the word `following`, in their order."""
        found = self._followed.get(following)
        if found is None:
            found = [pattern for pattern in self.patterns if self._may_go_on(pattern, following)]
            if len(self.patterns) > _FEW:
                if len(self._followed) >= NEIGHBOURS:
                    self._followed.clear()
                self._followed[following] = found
        return found


class Stems(Generic[V]):
    """What belongs to words by how they begin; most words begin like none and are told so at once."""

    def __init__(self, stems: Mapping[str, V]) -> None:
        self._stems = stems
        starts: dict[str, set[int]] = {}
        for stem in stems:
            if len(stem) >= _START:
                starts.setdefault(stem[:_START], set()).add(len(stem))
        self._short = sorted({len(stem) for stem in stems if len(stem) < _START}, reverse=True)
        self._lengths = {start: [*sorted(lengths, reverse=True), *self._short] for start, lengths in starts.items()}

    def __bool__(self) -> bool:
        return bool(self._stems)

    def of(self, word: str) -> Sequence[V]:
        """What belongs to each stem of a word, the longest first."""
        lengths = self._lengths.get(word[:_START], self._short)
        if not lengths:
            return ()
        size, stems = len(word), self._stems
        return [stems[word[:length]] for length in lengths if length <= size and word[:length] in stems]


_START = 2  # letters by which stems are told apart at first


class Phrases(Generic[V]):
    """A set of patterns, each with a value; built once, matched many times.

    Where several patterns match at one place the longest wins, and of equally long ones the one with more letters
    fixed. ValueError for a pattern that is empty or has a star as its whole first item.
    """

    def __init__(self, patterns: Iterable[tuple[str, V]]) -> None:
        # Only where they begin is told at once: most patterns begin like no word of a text.
        self._exact: dict[str, list[_Line[V]]] = {}
        stems: dict[str, list[_Line[V]]] = {}
        for source, value in patterns:
            for head in _heads(source):
                line = _Line(head, source, value)
                if head.endswith("*"):
                    stems.setdefault(head[:-1], []).append(line)
                else:
                    self._exact.setdefault(head, []).append(line)
        self._stems = Stems(stems)
        self._known: dict[str, Start[_Pattern[V]]] = {}
        self._none: Start[_Pattern[V]] = Start([], _may_go_on)

    def __bool__(self) -> bool:
        return bool(self._exact or self._stems)

    def at(self, tokens: Sequence[Token], index: int, stop: int | None = None) -> Match[V] | None:
        """The best phrase that starts at token `index` and ends before token `stop`."""
        stop = len(tokens) if stop is None else stop
        lower = tokens[index].lower
        start = self._known.get(lower) or self._start(lower)
        if start.patterns:
            for entry in start.followed(tokens[index + 1].lower if index + 1 < stop else ""):
                if len(entry.words) < 3 or _goes_on(entry.words, tokens, index, stop):
                    return Match(index, index + len(entry.words) - 1, entry.value, entry.source)
        return None

    def find(self, tokens: Sequence[Token], first: int = 0, stop: int | None = None) -> Iterator[Match[V]]:
        """All phrases from left to right, longest first, none overlapping another."""
        stop = len(tokens) if stop is None else stop
        known, none = self._known, self._none
        # Most words start nothing: they are passed over first.
        after = first
        for index in [i for i, token in enumerate(tokens[first:stop], first) if known.get(token.lower) is not none]:
            if index >= after:
                match = self.at(tokens, index, stop)
                if match is not None:
                    yield match
                    after = match.last + 1

    def _start(self, lower: str) -> Start[_Pattern[V]]:
        """The patterns that may start with a word; looked up once a word."""
        lines = [*self._exact.get(lower, ()), *(line for some in self._stems.of(lower) for line in some)]
        found = [entry for line in lines for entry in _written_out(line)]
        found.sort(key=lambda entry: (-len(entry.words), -entry.literal))
        if len(self._known) >= _WORDS:
            self._known.clear()
        # Most words start nothing: they share one.
        start = self._known[lower] = Start(found, _may_go_on) if found else self._none
        return start


def _may_go_on(pattern: _Pattern[V], following: str) -> bool:
    """Whether a pattern has but one word, or its second may be `following`."""
    return len(pattern.words) == 1 or _is_word(pattern.words[1], following)


def _goes_on(words: tuple[str, ...], tokens: Sequence[Token], index: int, stop: int) -> bool:
    """Whether the words of a pattern behind its second stand there, before token `stop`."""
    if index + len(words) > stop:
        return False
    behind = zip(words[2:], tokens[index + 2 : index + len(words)], strict=True)
    return all(_is_word(item, token.lower) for item, token in behind)


def _is_word(item: str, lower: str) -> bool:
    """Whether this word of a pattern, which may end with a star, stands for a token."""
    return lower == item if item[-1] != "*" else bool(lower) and lower.startswith(item[:-1])


def _written_out(line: _Line[V]) -> Iterator[_Pattern[V]]:
    for words in expand(line.source):
        if words[0] == line.head:
            yield _Pattern(words, line.value, line.source, sum(len(word.removesuffix("*")) for word in words))


def _heads(pattern: str) -> list[str]:
    """The words that a pattern may begin with; ValueError as for `expand`."""
    first = _ITEM.match(pattern.lower().replace("’", "'"))
    if first is None or "?" in first[0] or not {"*", ""}.isdisjoint(heads := first[0].strip("()").split("|")):
        return list(dict.fromkeys(words[0] for words in expand(pattern)))
    return list(dict.fromkeys(head.split()[0] for head in heads))


def expand(pattern: str) -> list[tuple[str, ...]]:
    """All plain word sequences that a pattern stands for; ValueError for a pattern that says nothing."""
    pattern = pattern.lower().replace("’", "'")
    if "(" not in pattern and "?" not in pattern:
        words = tuple(pattern.split())
        if not words or words[0] == "*":
            raise ValueError(f"pattern {pattern!r} does not say where it starts")
        return [words]
    items: list[list[tuple[str, ...]]] = []
    for item in _ITEM.findall(pattern):
        optional = item.endswith("?") and len(item) > 1
        core = item[:-1] if optional else item
        options: list[tuple[str, ...]] = (
            [tuple(one.split()) for one in core[1:-1].split("|")] if core.startswith("(") else [(core,)]
        )
        items.append([*options, ()] if optional else options)
    sequences = {tuple(word for words in choice for word in words) for choice in product(*items)}
    sequences.discard(())
    if not sequences or any(words[0] == "*" for words in sequences):
        raise ValueError(f"pattern {pattern!r} does not say where it starts")
    return sorted(sequences)
