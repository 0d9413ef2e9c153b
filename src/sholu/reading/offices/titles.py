"""Titles as they stand in texts: each of their words in every form, "ex-" and "vice-" glued to them."""

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from sholu.text.tokens import Token

_WORDS = 20_000
"""Words of which it is remembered whether a title may begin with them."""


class Title(NamedTuple):
    """A title as it may stand in a text: the forms of each of its words, its base form, and whether it is an office by
    itself (`strong`) or only with what it is of.
    """

    forms: tuple[frozenset[str], ...]
    base: str
    strong: bool


class TitleMatch(NamedTuple):
    """A title found at tokens `first` .. `last`; `prefix` is "former" for "ex-", "modifier" for "vice-"."""

    first: int
    last: int
    base: str
    strong: bool
    prefix: str | None = None


class Titles:
    """All titles of a language by the form of their first word."""

    def __init__(self, table: dict[str, Any], names: Iterable[tuple[str, bool]]) -> None:
        self._by_head: dict[str, list[Title]] = {}
        self._prefixes = [(start, kind) for kind, starts in table["prefixes"].items() for start in starts]
        self._suffixes = [(end, kind) for kind, ends in table["suffixes"].items() for end in ends]
        self._starts = tuple(start for start, _ in self._prefixes)
        for name, strong in names:
            title = title_of(table, name, strong)
            for form in title.forms[0]:
                self._by_head.setdefault(form, []).append(title)
        for titles in self._by_head.values():
            titles.sort(key=lambda title: -len(title.forms))
        self._opening: dict[str, bool] = {}

    def at(self, tokens: list[Token], i: int, stop: int) -> TitleMatch | None:
        """The longest title that starts at token `i` and ends before token `stop`."""
        lower, stop = tokens[i].lower, min(stop, len(tokens))
        if not self._may_open(lower):
            return None
        found = self._match(lower, tokens, i, stop)
        if found is not None or "-" not in lower:
            if found is None and tokens[i].is_word:
                return self._glued(lower, tokens, i, stop)
            return found
        for affix, kind in self._suffixes:
            if lower.endswith(affix):
                found = self._match(lower.removesuffix(affix), tokens, i, stop)
                return found._replace(prefix=kind) if found else None
        return self._glued(lower, tokens, i, stop)

    def starts(self, tokens: Sequence[Token], first: int, stop: int) -> list[int]:
        """The tokens at which a title may start; `at` tells whether one does. Few: far cheaper than asking of all."""
        known, may_open = self._opening, self._may_open
        some = [i for i, token in enumerate(tokens[first:stop], first) if known.get(token.lower) is not False]
        return [i for i in some if may_open(tokens[i].lower)]

    def _may_open(self, lower: str) -> bool:
        found = self._opening.get(lower)
        if found is None:
            if len(self._opening) >= _WORDS:
                self._opening.clear()
            found = lower in self._by_head or "-" in lower or lower.startswith(self._starts)
            self._opening[lower] = found
        return found

    def _glued(self, lower: str, tokens: list[Token], i: int, stop: int) -> TitleMatch | None:
        if not lower.startswith(self._starts):
            return None
        for affix, kind in self._prefixes:
            if lower.startswith(affix) and len(lower) > len(affix) + 2:
                found = self._match(lower[len(affix) :], tokens, i, stop)
                if found is not None:
                    base = affix + found.base if kind == "modifier" else found.base
                    return found._replace(base=base, prefix=kind)
        return None

    def _match(self, lower: str, tokens: list[Token], i: int, stop: int) -> TitleMatch | None:
        for title in self._by_head.get(lower, ()):
            last = i + len(title.forms) - 1
            if last < stop and all(tokens[i + n].lower in title.forms[n] for n in range(1, len(title.forms))):
                return TitleMatch(i, last, title.base, title.strong)
        return None


def title_of(table: dict[str, Any], name: str, strong: bool) -> Title:
    """A title in the notation of the file."""
    forms, base = [], []
    for word in name.split():
        words, first = forms_of(table, word)
        forms.append(words)
        base.append(first)
    aliases: dict[str, str] = table.get("aliases", {})
    return Title(tuple(forms), aliases.get(" ".join(base), " ".join(base)), strong)


def forms_of(table: dict[str, Any], word: str) -> tuple[frozenset[str], str]:
    """All forms of a word in the notation of the file, and its base form."""
    for mark, endings in (("~", table["noun_endings"]), ("^", table["adjective_endings"])):
        stem, found, ending = word.partition(mark)
        if found:
            base = stem + ending
            return frozenset({base, *(stem + other for other in endings)}), base
    return frozenset({word}), word
