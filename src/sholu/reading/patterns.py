"""Patterns with open places: lexicons in which words may stand between, and verbs stand for all their forms.

The notation is that of `text.phrases`, with more: `word~` stands for every form of a verb, `*` for any one word that is
no preposition or clause opener, `*?` for one or none, `...` for up to eight words of any kind inside a clause. A last
part `&(word|...)` stands for no word: one of these must stand in the same clause, before or behind what matches.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache
from typing import Generic, NamedTuple, TypeVar

from sholu.reading.chunks import kinds
from sholu.reading.chunks.kinds import grammar
from sholu.reading.chunks.verbs import verb_forms
from sholu.text.phrases import Start, Stems
from sholu.text.tokens import Token

V = TypeVar("V")
_ITEM = re.compile(r"\([^)]*\)[~?]*|\S+")
_CHOICE = re.compile(r"\(([^()]* [^()]*)\)(\??)")
_BREAK = re.compile(r"\|\s+")
_WORDS = 20_000  # words whose patterns are remembered
_ITEMS = 2_000  # parts of patterns that are remembered while patterns are compiled: many share a long choice
_GAP = 8
_GAP_ENDS = frozenset(",;:.")
_CLOSERS = frozenset({kinds.PREPOSITION, kinds.SUBORDINATOR, kinds.RELATIVE})
_BESIDE = "&("
_BESIDE_ENDS = frozenset(",;:.!?—()")
_JOINING = frozenset({kinds.CONJUNCTION, kinds.SUBORDINATOR, kinds.RELATIVE})


class Hit(NamedTuple, Generic[V]):
    """A pattern found: token indices, both included; `literal` counts the words that were not left open."""

    first: int
    last: int
    literal: int
    value: V


class _Item(NamedTuple):
    words: frozenset[str]
    stems: tuple[str, ...]
    open: bool
    optional: bool
    gap: bool = False


class _Pattern(NamedTuple, Generic[V]):
    """Items and value.

    `needed` are words one of which must come further on, where that can be told at once: few patterns of a verb are
    left then. `beside` is what must stand in the same clause, `ends` the words that end the search for it.
    """

    items: tuple[_Item, ...]
    value: V
    beside: _Item | None = None
    ends: frozenset[str] = frozenset()
    needed: frozenset[str] | None = None


class Gapped(Generic[V]):
    """Patterns with open places, matched without writing out every combination.

    Among the patterns that match at a place the one with most words fixed wins, then the shortest. ValueError for a
    pattern that begins with an open place.
    """

    def __init__(self, patterns: Iterable[tuple[str, V]], tag: str) -> None:
        self._tag = tag
        self._longest = 0  # tokens that a match has at most
        self._lines: list[tuple[str, V]] = []
        self._compiled: dict[int, _Pattern[V]] = {}  # by line; most lines begin like no word of a text
        self._exact: dict[str, list[int]] = {}
        stems: dict[str, list[int]] = {}
        for source, value in ((plain, value) for pattern, value in patterns for plain in _plain(pattern)):
            first = _first(source, tag)
            if first is None or first.open:
                raise ValueError(f"pattern {source!r} does not say where it starts")
            for word in first.words:
                self._exact.setdefault(word, []).append(len(self._lines))
            for stem in first.stems:
                stems.setdefault(stem, []).append(len(self._lines))
            self._lines.append((source, value))
        self._stems = Stems(stems)
        self._known: dict[str, Start[_Pattern[V]]] = {}
        self._none: Start[_Pattern[V]] = Start([], _may_go_on)

    def at(self, tokens: Sequence[Token], i: int, stop: int) -> Hit[V] | None:
        """The best pattern that starts at token `i` and ends before token `stop`."""
        start = self._start(tokens[i].lower)
        if not start.patterns:
            return None
        found: list[Hit[V]] = []
        near: set[str] | None = None
        for pattern in start.followed(tokens[i + 1].lower if i + 1 < stop else ""):
            if pattern.needed is not None:
                if near is None:
                    near = {token.lower for token in tokens[i + 1 : min(stop, i + 1 + self._longest)]}
                if near.isdisjoint(pattern.needed):
                    continue
            reach = _reach(pattern.items, 1, tokens, i + 1, stop)
            if reach is not None and (pattern.beside is None or _stands_beside(pattern, tokens, i, reach[0], stop)):
                fixed = 1 + reach[1] + (pattern.beside is not None)
                found.append(Hit(i, reach[0] - 1, fixed, pattern.value))
        return max(found, key=lambda hit: (hit.literal, -hit.last)) if found else None

    def find(self, tokens: Sequence[Token], first: int, stop: int) -> list[Hit[V]]:
        """All patterns from left to right; one may begin inside another."""
        found = []
        for i in self.starts(tokens, first, stop):
            hit = self.at(tokens, i, stop)
            if hit is not None:
                found.append(hit)
        return found

    def starts(self, tokens: Sequence[Token], first: int, stop: int) -> list[int]:
        """The tokens at which a pattern may start; `at` tells whether one does. Far cheaper than asking everywhere."""
        known, none = self._known, self._none
        some = [i for i, token in enumerate(tokens[first:stop], first) if known.get(token.lower) is not none]
        return [i for i in some if self._start(tokens[i].lower) is not none]

    def apart(self, tokens: Sequence[Token], first: int, stop: int) -> Iterator[Hit[V]]:
        """The patterns from left to right, none beginning inside another."""
        after = first
        for i in self.starts(tokens, first, stop):
            if i >= after:
                hit = self.at(tokens, i, stop)
                if hit is not None:
                    yield hit
                    after = hit.last + 1

    def _start(self, lower: str) -> Start[_Pattern[V]]:
        """The patterns that may start with a word; looked up once a word."""
        found = self._known.get(lower)
        if found is None:
            lines = [*self._exact.get(lower, ()), *(line for some in self._stems.of(lower) for line in some)]
            found = Start([self._pattern(line) for line in lines], _may_go_on) if lines else self._none
            if len(self._known) >= _WORDS:
                self._known.clear()
            self._known[lower] = found
        return found

    def _pattern(self, line: int) -> _Pattern[V]:
        found = self._compiled.get(line)
        if found is None:
            found = self._compiled[line] = _compile(*self._lines[line], self._tag)
            self._longest = max(self._longest, _length(found.items))
        return found


def _compile(source: str, value: V, tag: str) -> _Pattern[V]:
    parts, closers = _ITEM.findall(source.lower()), _closers(tag)
    beside = _item(parts.pop()[1:], tag, closers) if parts[-1].startswith(_BESIDE) else None
    items = tuple(_item(part, tag, closers) for part in parts)
    ends = _joining(tag) if beside else frozenset[str]()
    return _Pattern(items, value, beside, ends, _needed(items))


def _first(source: str, tag: str) -> _Item | None:
    """The part that a pattern begins with; None where it has none."""
    found = _ITEM.match(source.lower().lstrip())
    return None if found is None or found[0].startswith(_BESIDE) else _item(found[0], tag, _closers(tag))


def _reach(items: tuple[_Item, ...], at: int, tokens: Sequence[Token], i: int, stop: int) -> tuple[int, int] | None:
    """(token after the match, words fixed) for the items from number `at` on; None if they do not match."""
    if at == len(items):
        return i, 0
    item = items[at]
    if item.gap:
        return _over_gap(items, at, tokens, i, stop)
    best: tuple[int, int] | None = None
    if i < stop and _fits(item, tokens[i]):
        rest = _reach(items, at + 1, tokens, i + 1, stop)
        if rest is not None:
            best = rest[0], rest[1] + (not item.open)
    if item.optional:
        rest = _reach(items, at + 1, tokens, i, stop)
        if rest is not None and (best is None or rest[1] > best[1] or (rest[1] == best[1] and rest[0] < best[0])):
            best = rest
    return best


def _may_go_on(pattern: _Pattern[V], following: str) -> bool:
    """Whether the second part of a pattern may be the word `following`, or leaves open what stands there."""
    items = pattern.items
    if len(items) == 1 or items[1].open or items[1].optional:
        return True
    return following in items[1].words or (bool(items[1].stems) and following.startswith(items[1].stems))


def _needed(items: tuple[_Item, ...]) -> frozenset[str] | None:
    """The words of the last part but the first two that no match can do without; None where stems leave it open."""
    fixed = (item for item in reversed(items[2:]) if not (item.open or item.optional or item.stems))
    return next((item.words for item in fixed), None)


def _length(items: tuple[_Item, ...]) -> int:
    """Tokens that a match has at most."""
    return sum(_GAP if item.gap else 1 for item in items)


def _over_gap(items: tuple[_Item, ...], at: int, tokens: Sequence[Token], i: int, stop: int) -> tuple[int, int] | None:
    for j in range(i, min(stop, i + _GAP + 1)):
        rest = _reach(items, at + 1, tokens, j, stop)
        if rest is not None:
            return rest
        if j < stop and tokens[j].text in _GAP_ENDS:
            return None
    return None


def _stands_beside(pattern: _Pattern[V], tokens: Sequence[Token], first: int, after: int, stop: int) -> bool:
    """Whether what must stand in the clause of a match does: behind it, or before it."""
    for steps in (range(after, min(stop, after + _GAP)), range(first - 1, max(-1, first - 1 - _GAP), -1)):
        for i in steps:
            if tokens[i].text in _BESIDE_ENDS or tokens[i].lower in pattern.ends:
                break
            if pattern.beside is not None and _fits(pattern.beside, tokens[i]):
                return True
    return False


def _fits(item: _Item, token: Token) -> bool:
    if item.open:
        return (token.shape != "mark" or token.text == "-") and token.lower not in item.words
    return token.lower in item.words or (bool(item.stems) and token.lower.startswith(item.stems))


def _plain(source: str) -> list[str]:
    """A pattern written out where a choice has several words, "(in support of|behind)", so that items are words."""
    found = _CHOICE.search(source)
    if found is None:
        return [source]
    choices = [*found[1].split("|"), *([""] if found[2] else [])]
    whole = (source[: found.start()] + choice + source[found.end() :] for choice in choices)
    return [plain for choice in whole if choice.split() for plain in _plain(choice)]


@lru_cache(maxsize=_ITEMS)
def _item(part: str, tag: str, closers: frozenset[str]) -> _Item:
    if part == "...":
        return _Item(frozenset(), (), True, True, gap=True)
    optional = part.endswith("?")
    core = part.rstrip("?")
    if core == "*":
        return _Item(closers, (), True, optional)
    options = core[1:-1].split("|") if core.startswith("(") else [core]
    words: set[str] = set()
    stems: list[str] = []
    for option in options:
        if option.endswith("~"):
            words.update(_forms(option[:-1], tag))
        elif option.endswith("*"):
            stems.append(option[:-1])
        else:
            words.add(option)
    return _Item(frozenset(words), tuple(stems), False, optional)


@cache
def _closers(tag: str) -> frozenset[str]:
    """Words that an open place may not stand for: they begin another phrase."""
    return frozenset(word for word, kind in grammar(tag).closed.items() if kind in _CLOSERS)


@cache
def _joining(tag: str) -> frozenset[str]:
    """Words behind which another clause may begin."""
    return frozenset(word for word, kind in grammar(tag).closed.items() if kind in _JOINING)


def _forms(base: str, tag: str) -> frozenset[str]:
    """Every form of a verb."""
    known = _known_forms(tag).get(base)
    if known is None:
        known = frozenset(word for word in verb_forms(base, "zz zz zz") if not word.startswith("zz"))
    return known


@cache
def _known_forms(tag: str) -> dict[str, frozenset[str]]:
    forms: dict[str, set[str]] = {}
    table = grammar(tag)
    for word, form in table.verbs.items():
        forms.setdefault(form.base, set()).add(word)
    forms["be"] = {word for word, group in table.group.items() if group == "be"}
    return {base: frozenset(words) for base, words in forms.items()}


def listed(text: str) -> list[str]:
    """The patterns of one data string, separated by commas; a line may also be broken at a space or after "|"."""
    joined = _BREAK.sub("|", text)
    return [part for part in (" ".join(piece.split()) for piece in joined.split(",")) if part]
