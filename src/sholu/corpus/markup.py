"""Brackets around the words of an article: `[lee:Ann Lee]`, `[2026-03-02@on Monday]`, `[a1>what was said]`.

A mark is a head, a sign and the words. Marks nest; `]` closes the innermost one, and `[/a1>]` closes the mark with
that head wherever it stands, so that marks may cross. `\\[`, `\\]` and `\\\\` stand for the characters themselves.
What is left when the marks are taken away is the exact text.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from sholu.corpus.problems import Problem
from sholu.model.span import Span

NAME, NOMINAL, PRONOUN = ":", "~", "^"
"""Signs of a mention, by its form."""
TIME, SOURCE, CUE, CONTENT, EVIDENCE = "@", "<", "!", ">", "="
"""Signs of a time; of an item's source, cue (trigger, hedge), content and evidence."""

ID = r"[a-z][a-z0-9_-]*"
_HEAD = re.compile(rf"(?P<time>[0-9PR?][^@\s\[\]\\]*)(?P<at>@)|(?P<ids>{ID}(?:,{ID})*)(?P<sign>[:~^<!>=])")
_CLOSE = re.compile(r"\[/(?P<key>[^\s\[\]\\]+)\]")
_SPECIAL = re.compile(r"[\\\[\]]")


class Mark(NamedTuple):
    """Marked words: `id` names an entity or an item, or is the value of a time; `line` is where the mark opens."""

    span: Span
    sign: str
    id: str
    line: int = 0


@dataclass(frozen=True, slots=True)
class Marked:
    """An exact text and its marks, in the order of their spans."""

    text: str
    marks: tuple[Mark, ...] = ()

    def having(self, sign: str, id: str) -> Iterator[Mark]:
        """The marks with this sign and id, in order."""
        return (mark for mark in self.marks if mark.sign == sign and mark.id == id)


class _Open(NamedTuple):
    ids: tuple[str, ...]
    sign: str
    key: str
    start: int
    line: int


class _Parser:
    def __init__(self, source: str, line: int) -> None:
        self.source = source
        self.line = line
        self.counted = 0
        self.pieces: list[str] = []
        self.length = 0
        self.open: list[_Open] = []
        self.marks: list[Mark] = []
        self.problems: list[Problem] = []

    def run(self) -> None:
        position = 0
        while special := _SPECIAL.search(self.source, position):
            self._keep(self.source[position : special.start()])
            position = self._step(special.start(), special.group())
        self._keep(self.source[position:])
        for mark in self.open:
            self.problems.append(
                Problem(mark.line, f"[{mark.key} is opened and never closed.", f"Close it with ] or [/{mark.key}].")
            )

    def _keep(self, words: str) -> None:
        self.pieces.append(words)
        self.length += len(words)

    def _line_at(self, position: int) -> int:
        self.line += self.source.count("\n", self.counted, position)
        self.counted = position
        return self.line

    def _step(self, position: int, special: str) -> int:
        """Take one special character; returns where to go on."""
        line = self._line_at(position)
        if special == "\\":
            escaped = self.source[position + 1 : position + 2]
            self._keep(escaped if escaped and escaped in "\\[]" else "\\")
            return position + (2 if escaped and escaped in "\\[]" else 1)
        if special == "]":
            if self.open:
                self._close(self.open.pop(), line)
            else:
                self.problems.append(Problem(line, "] closes nothing.", r"Take it out, or write \] for the character."))
            return position + 1
        if close := _CLOSE.match(self.source, position):
            self._close_by_name(close["key"], line)
            return close.end()
        head = _HEAD.match(self.source, position + 1)
        if head is None:
            seen = self.source[position : position + 12].split("\n")[0]
            self.problems.append(
                Problem(line, f"{seen!r} opens no mark.", r"Write [id:words], or \[ for the character.")
            )
            self._keep("[")
            return position + 1
        self._open(head, line)
        return head.end()

    def _open(self, head: re.Match[str], line: int) -> None:
        ids, sign, key = (head["time"] or head["ids"]), head["at"] or head["sign"], head.group()
        if any(mark.key == key for mark in self.open):
            self.problems.append(Problem(line, f"[{key} is opened again inside itself.", "Close the first one before."))
        self.open.append(_Open((ids,) if head["time"] else tuple(ids.split(",")), sign, key, self.length, line))

    def _close_by_name(self, key: str, line: int) -> None:
        for index in range(len(self.open) - 1, -1, -1):
            if self.open[index].key == key:
                self._close(self.open.pop(index), line)
                return
        self.problems.append(Problem(line, f"[/{key}] closes nothing.", f"Open it with [{key} before."))

    def _close(self, mark: _Open, line: int) -> None:
        if mark.start == self.length:
            self.problems.append(Problem(line, f"[{mark.key} holds no words.", "Put the words inside the brackets."))
            return
        self.marks += [Mark(Span(mark.start, self.length), mark.sign, id, mark.line) for id in mark.ids]


def parse(source: str, line: int = 1) -> tuple[Marked, list[Problem]]:
    """The exact text and the marks that `source` writes, and what is wrong with it; `line` is that of its first one."""
    parser = _Parser(source, line)
    parser.run()
    return Marked("".join(parser.pieces), tuple(sorted(parser.marks, key=_order))), parser.problems


def write(marked: Marked) -> str:
    """The source that `parse` reads as `marked`. No two marks with one sign and id may overlap."""
    opens: dict[int, list[Mark]] = {}
    closes: dict[int, list[Mark]] = {}
    for mark in sorted(marked.marks, key=_order):
        opens.setdefault(mark.span.start, []).append(mark)
        closes.setdefault(mark.span.end, []).append(mark)
    pieces: list[str] = []
    stack: list[Mark] = []
    position = 0
    for stop in sorted({*opens, *closes, len(marked.text)}):
        pieces.append(_SPECIAL.sub(r"\\\g<0>", marked.text[position:stop]))
        position = stop
        pieces += _closing(stack, closes.get(stop, ()))
        pieces += [f"[{mark.id}{mark.sign}" for mark in opens.get(stop, ())]
        stack += opens.get(stop, ())
    return "".join(pieces)


def _closing(stack: list[Mark], closing: Iterable[Mark]) -> Iterator[str]:
    for mark in sorted(closing, key=stack.index, reverse=True):
        yield "]" if stack[-1] is mark else f"[/{mark.id}{mark.sign}]"
        stack.remove(mark)


def _order(mark: Mark) -> tuple[int, int, str, str]:
    return mark.span.start, -mark.span.end, mark.sign, mark.id
