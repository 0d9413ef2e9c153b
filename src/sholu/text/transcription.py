"""Rules that rewrite letters, read from `transliteration.toml` and compiled once."""

import re
import tomllib
import unicodedata
from functools import cache
from importlib import resources
from typing import Any, NamedTuple

_MACROS = {
    "V": "[aeiouyāēīōūáéíóúýàèìòùâêîôûäëïöüåæøœãõăąęėįųőű]",
    "C": "[bcdfghjklmnpqrstvwxzßçčćďđğģķļłľñňńņřśšşșťţțžźż]",
    "F": "[eiyéèêëíîïēīęě]",
}


class Rules(NamedTuple):
    """Patterns in the order in which they are tried, and what each becomes."""

    pattern: re.Pattern[str]
    replacements: tuple[str, ...]

    def apply(self, text: str, letters: dict[str, str]) -> str:
        """`text` rewritten from left to right; what no rule takes goes by its letter."""
        return self.pattern.sub(lambda match: self._replaced(match, letters), text)

    def _replaced(self, match: re.Match[str], letters: dict[str, str]) -> str:
        number = match.lastindex or 0
        return self.replacements[number - 1] if number <= len(self.replacements) else _letter(match.group(), letters)


@cache
def knowledge() -> dict[str, Any]:
    """`transliteration.toml` as it stands."""
    return tomllib.loads((resources.files("sholu.text") / "transliteration.toml").read_text("utf-8"))


@cache
def compiled(block: str) -> Rules:
    """Rules from lines of a pattern and its replacement, "-" for nothing."""
    pairs = [line.rsplit(" ", 1) for line in block.splitlines() if line.strip()]
    patterns = [f"({expanded(pattern)})" for pattern, _ in pairs]
    replacements = tuple("" if new == "-" else new for _, new in pairs)
    return Rules(re.compile("|".join([*patterns, "(.)"])), replacements)


def expanded(pattern: str) -> str:
    """A pattern with V, C and F spelled out and groups that capture nothing."""
    plain = re.sub("[VCF]", lambda macro: _MACROS[macro.group()], pattern)
    return re.sub(r"\((?!\?)", "(?:", plain)


def from_pinyin(word: str) -> str | None:
    """A Chinese name by its syllables, the longest first; None if it does not fall into syllables."""
    if not word:
        return ""
    for length in range(min(6, len(word)), 0, -1):
        syllable = syllables().get(word[:length])
        if syllable is None:
            continue
        rest = from_pinyin(word[length:])
        if rest is not None:
            apart = "ъ" if word[length - 1] == "n" and rest[:1] in _SOFTENED else ""
            base = syllable[:-1] if apart and syllable.endswith("ь") else syllable
            return base + apart + rest
    return None


_SOFTENED = frozenset("яеёю")


@cache
def syllables() -> dict[str, str]:
    """The Chinese syllables in Latin and Russian letters."""
    table = knowledge()["pinyin"]
    parts = {key: dict(pair.split("=") for pair in table[key].split()) for key in ("initials", "finals", "whole")}
    joined = {a + b: x + y for a, x in parts["initials"].items() for b, y in parts["finals"].items()}
    return {**joined, **parts["whole"]}


def _letter(letter: str, letters: dict[str, str]) -> str:
    if letter in letters:
        return letters[letter]
    base = unicodedata.normalize("NFKD", letter)[0]
    return letters.get(base, letter)
