"""The grammar of time of one language: rules as patterns over classes, compiled to regular expressions over letters.

A rule is written in `times.toml` as items separated by spaces:

    day:DAY month:MONTH     a class, its value bound to a name
    COMMA? (OF | DET)*      classes, groups, alternatives and quantifiers as in regular expressions
    'next' UNIT             a word itself
    @shift=-1               a constant that the rule hands on
    > OF                    what follows must be there but is not part of the expression
    !AGE                    what must not follow
"""

import re
from functools import cache
from typing import NamedTuple

from sholu.reading.times.lexicon import Classes, lexicon
from sholu.reading.times.numerals import Unit
from sholu.reading.times.units import STOP, Alphabet, Line, alphabet

_ITEM = re.compile(r"'[^']+'|@\w+=\S+|!?(?:\w+:)?[A-Z_]+|[()|?*+>]")
_NOTHING = f"[^\\s\\S{STOP}]"


class Rule(NamedTuple):
    """One pattern compiled: `make` names what it means, `constants` are handed on beside the bound values."""

    make: str
    pattern: re.Pattern[str]
    constants: Classes
    firsts: frozenset[str]


class Found(NamedTuple):
    """A place where a rule matches: unit numbers `first` to `stop` (half-open), the rule's meaning and its values."""

    first: int
    stop: int
    make: str
    slots: Classes


class Grammar:
    """All rules of a language, ready to be tried at any place of a line."""

    def __init__(self, tag: str) -> None:
        letters = alphabet(tag)
        self._by_letter: dict[str, list[Rule]] = {}
        words = lexicon(tag)
        for make, sources in words.rules.items():
            for source in sources:
                rule = _compile(make, source, letters)
                for letter in rule.firsts:
                    self._by_letter.setdefault(letter, []).append(rule)
        starts = "".join(self._by_letter)
        self._starts = re.compile(f"[{re.escape(starts)}]")
        self.before = _compile("", words.extend["before"], letters).pattern
        self.after = _compile("", words.extend["after"], letters).pattern
        self.reach = len(_ITEM.findall(words.extend["before"]))

    def places(self, line: Line, start: int) -> re.Match[str] | None:
        """The next place from unit `start` on where a rule may begin."""
        return self._starts.search(line.letters, start)

    def at(self, line: Line, index: int) -> list[Found]:
        """Every rule that matches at unit `index`, longest first; of equally long ones the earlier written first."""
        found: list[Found] = []
        letters, units = line
        for make, pattern, constants, _ in self._by_letter.get(letters[index], ()):
            match = pattern.match(letters, index)
            if match is not None:
                groups = match.groupdict()
                stop = match.start("_stop") if "_stop" in groups else match.end()
                if stop > index:
                    found.append(Found(index, stop, make, _slots(match, groups, units, constants)))
        if len(found) > 1:
            found.sort(key=lambda one: -one.stop)
        return found


@cache
def grammar(tag: str) -> Grammar:
    """The grammar of the language with this tag, compiled once."""
    return Grammar(tag)


def _slots(match: re.Match[str], groups: dict[str, str | None], units: list[Unit], constants: Classes) -> Classes:
    slots = dict(constants)
    for name, text in groups.items():
        if text and name[0] != "_":
            key, _, wanted = name.partition("__")
            slots[key] = units[match.start(name)].classes[wanted]
    return slots


def _compile(make: str, source: str, letters: Alphabet) -> Rule:
    """The rule written as `source`. ValueError for what the notation does not know."""
    constants: Classes = {}
    parts: list[str] = []
    items = _ITEM.findall(source)
    if "".join(items) != source.replace(" ", ""):
        raise ValueError(f"rule {source!r} cannot be read")
    for item in items:
        if item[0] == "@":
            key, value = item[1:].split("=", 1)
            constants[key] = int(value) if value.lstrip("-").isdigit() else value
        elif item == ">":
            parts.append("(?P<_stop>)(?=")
        elif item == "(":
            parts.append("(?:")
        elif item in ")|?*+":
            parts.append(item)
        elif item[0] == "!":
            parts.append(f"(?!{_letters(item[1:], letters)})")
        else:
            parts.append(_group(item, letters))
    pattern = "".join(parts) + (")" if ">" in items else "")
    return Rule(make, re.compile(pattern), constants, _firsts(items, letters))


def _group(item: str, letters: Alphabet) -> str:
    name, colon, wanted = item.partition(":")
    if not colon or item[0] == "'":
        return _letters(item, letters)
    return f"(?P<{name}__{wanted}>{_letters(wanted, letters)})"


def _letters(item: str, letters: Alphabet) -> str:
    having = letters.having("=" + item[1:-1] if item[0] == "'" else item)
    if not having:
        raise ValueError(f"no word belongs to {item!r}")
    return f"[{having}]"


def _firsts(items: list[str], letters: Alphabet) -> frozenset[str]:
    """The letters with which a match may begin."""
    firsts, _, _ = _sequence([item for item in items if item[0] not in "@!"], 0, letters)
    return frozenset(firsts)


def _sequence(items: list[str], at: int, letters: Alphabet) -> tuple[set[str], bool, int]:
    """First letters of the alternatives from item `at` to the closing bracket, whether they may be empty, and where
    they end."""
    firsts: set[str] = set()
    empty_any, empty = False, True
    while at < len(items) and items[at] not in ")>":
        item = items[at]
        if item == "|":
            empty_any, empty = empty_any or empty, True
            at += 1
            continue
        if item == "(":
            own, may_be_empty, at = _sequence(items, at + 1, letters)
        else:
            own, may_be_empty = set(_letters(item if item[0] == "'" else item.rpartition(":")[2], letters)[1:-1]), False
        at += 1
        if at < len(items) and items[at] in "?*+":
            may_be_empty = may_be_empty or items[at] != "+"
            at += 1
        if empty:
            firsts |= own
        empty = empty and may_be_empty
    return firsts, empty_any or empty, at
