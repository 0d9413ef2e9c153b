"""The lines under an article, one record each: `e1 COERCE.arrest by=guards to=women at=osh on=2026-01-17`.

A record is an id and words: bare ones, ones in double quotation marks, and either behind a key. What a word means
follows from its shape or its key, never from its place.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

from sholu.corpus.markup import ID
from sholu.corpus.problems import Problem

_WORD = re.compile(r'(?:(?P<key>[a-z]+)=)?(?:"(?P<quoted>(?:[^"\\]|\\.)*)"|(?P<bare>[^\s"]+))(?=\s|$)')
_ID = re.compile(ID)
ITEM = re.compile(r"[aeoqj]\d+")
"""Ids of items: attributions, events, offices held, quantities, judgements. Any other id is an entity's."""


class Word(NamedTuple):
    """One word of a record: its key or "", its text, and whether it stood in quotation marks."""

    key: str
    text: str
    quoted: bool


@dataclass(frozen=True, slots=True)
class Record:
    """One line: the id that it is about and what it says of it."""

    id: str
    words: tuple[Word, ...]
    line: int


def parse_records(source: str, line: int) -> tuple[list[Record], list[Problem]]:
    """The records of the lines in `source`, and what is wrong with them. Empty lines and `#` comments are skipped."""
    records: list[Record] = []
    problems: list[Problem] = []
    seen: dict[str, int] = {}
    for number, text in enumerate(source.split("\n"), line):
        if not text.strip() or text.lstrip().startswith("#"):
            continue
        id, _, rest = text.strip().partition(" ")
        if not _ID.fullmatch(id):
            problems.append(Problem(number, f"{id!r} is no id.", "Ids are small Latin letters, digits, - and _."))
            continue
        if id in seen:
            problems.append(Problem(number, f"{id} has a record in line {seen[id]} already.", "Make them one."))
        seen[id] = number
        words, broken = _words(rest.strip())
        if broken:
            problems.append(
                Problem(number, f"{broken!r} cannot be read.", 'Close the quotation mark; write \\" in it.')
            )
        records.append(Record(id, words, number))
    return records, problems


def _words(text: str) -> tuple[tuple[Word, ...], str]:
    """The words of a record, and the rest from where it can be read no further."""
    found: list[Word] = []
    position = 0
    while position < len(text):
        match = _WORD.match(text, position)
        if match is None:
            return tuple(found), text[position:]
        quoted = match["quoted"]
        plain = match["bare"] if quoted is None else re.sub(r"\\(.)", r"\1", quoted)
        found.append(Word(match["key"] or "", plain, quoted is not None))
        position = match.end()
        while position < len(text) and text[position].isspace():
            position += 1
    return tuple(found), ""


class Words:
    """The words of one record, taken one by one; what nobody takes is a mistake."""

    def __init__(self, record: Record) -> None:
        self.record = record
        self.left = list(record.words)

    def bare(self, fits: Callable[[str], bool]) -> str | None:
        """The first bare word without a key that fits."""
        taken = self._take(lambda word: not word.key and not word.quoted and fits(word.text))
        return taken.text if taken else None

    def flag(self, text: str) -> bool:
        """Whether this bare word is there."""
        return self.bare(text.__eq__) is not None

    def quoted(self) -> str | None:
        """The first word in quotation marks without a key."""
        taken = self._take(lambda word: not word.key and word.quoted)
        return taken.text if taken else None

    def keyed(self, key: str) -> Word | None:
        """The first word behind this key."""
        return self._take(lambda word: word.key == key)

    def every(self, key: str) -> list[Word]:
        """All words behind this key; bare ones are split at commas."""
        found = []
        while word := self.keyed(key):
            found += [word] if word.quoted else [Word(key, part, False) for part in word.text.split(",")]
        return found

    def _take(self, fits: Callable[[Word], bool]) -> Word | None:
        for index, word in enumerate(self.left):
            if fits(word):
                return self.left.pop(index)
        return None
