"""Nominal groups of a Kazakh clause: each ends with the word whose ending shows the group's case.

The verb stands last and everything before it is a chain of nominals, so groups are told by endings: a case ending
closes a group, and a bare noun stays outside unless the closing word has a possessive ending that wants it.
"""

from collections.abc import Callable
from functools import cache
from typing import NamedTuple

from sholu.reading.chunks import Chunks, kinds
from sholu.reading.languages import language
from sholu.reading.languages.morphology import features

_NOMINAL = frozenset({kinds.NOUN, kinds.ADJECTIVE, kinds.NUMBER, kinds.DETERMINER, kinds.PARTICIPLE})
_MODIFIERS = frozenset({kinds.ADJECTIVE, kinds.NUMBER, kinds.DETERMINER, kinds.PARTICIPLE})
_BODIES = frozenset({"organisation", "outlet", "group"})
_OPEN = frozenset({"nom", "gen", "attr", ""})


class Group(NamedTuple):
    """A nominal group: token indices, both included, and its case ("nom" where no ending shows one)."""

    first: int
    last: int
    case: str


def groups_of(
    chunks: Chunks, first: int, last: int, *, parted: Callable[[int, int], str | None] = lambda left, right: None
) -> list[Group]:
    """The groups among tokens `first` .. `last`, both included, in order.

    `parted(i, j)` may say the kind of the name that is known to end with the first of two neighbouring words.
    """
    found: list[Group] = []
    i = first
    while i <= last:
        kind = chunks.kind(i)
        if kind == kinds.PRONOUN:
            found.append(Group(i, i, case_of(chunks, i)))
        elif kind in _NOMINAL:
            end = i
            while end < last and case_of(chunks, end) in _OPEN and chunks.kind(end + 1) in _NOMINAL:
                end += 1
            found.extend(_split(chunks, i, end, parted))
            i = end
        i += 1
    return found


def _split(chunks: Chunks, first: int, last: int, parted: Callable[[int, int], str | None]) -> list[Group]:
    """A run of nominals whose last word may have a case: the group that it closes, and what stands before."""
    case = case_of(chunks, last)
    if case in _OPEN:
        cut = next((k for k in range(first, last) if _ends_name(chunks, k, parted(k, k + 1))), last)
        rest = [Group(cut + 1, last, "nom")] if cut < last else []
        return [Group(first, cut, case if not rest else "nom"), *rest]
    start = last
    while start > first and _joined(chunks, start - 1, start, start == last, parted(start - 1, start)):
        start -= 1
    before = _split(chunks, first, start - 1, parted) if start > first else []
    return [*before, Group(start, last, case)]


def _ends_name(chunks: Chunks, k: int, name: str | None) -> bool:
    """Whether a name ends with word `k` that the next word does not own: "полиция департаменті тұрғындардың үйін"."""
    if name == "person":
        return True
    return name in _BODIES and case_of(chunks, k) == "nom" and case_of(chunks, k + 1) == "gen"


def _joined(chunks: Chunks, left: int, right: int, closing: bool, name: str | None) -> bool:
    """Whether the word on the left belongs to the group that goes on to the right."""
    tokens = chunks.tokens
    if name == "person":
        return False
    if chunks.kind(left) in _MODIFIERS or case_of(chunks, left) in ("gen", "attr"):
        return True
    if tokens[left].lower in _numerals():
        return True
    if closing and tokens[right].lower.endswith(_endings("possessive")):
        return True
    if name is not None:
        return False
    opens = left == chunks.sentence(left).first
    return tokens[left].is_capitalised and tokens[right].is_capitalised and not opens


def case_of(chunks: Chunks, i: int) -> str:
    """The case that the ending of a word shows; "nom" where none does."""
    token = chunks.tokens[i]
    if chunks.kind(i) == kinds.PRONOUN:
        if token.lower in chunks.grammar.words["subjects"]:
            return "nom"
        owner = token.lower.endswith(chunks.grammar.endings["genitive"])
        return "gen" if owner else features("kk", token.text).case or "acc"
    if not token.is_word or chunks.kind(i) in (kinds.NUMBER, kinds.DETERMINER):
        return "nom"
    return "nom" if _is_bare(token.lower) else features("kk", token.text).case or "nom"


def _is_bare(lower: str) -> bool:
    """Whether a noun has no case, however much it looks so: "тұрғын", "мекеме"."""
    table = _bare()
    return lower in table["words"] or (lower.endswith(table["endings"]) and not lower.endswith(table["owned"]))


@cache
def _bare() -> dict[str, tuple[str, ...]]:
    return {name: tuple(text.split()) for name, text in language("kk").table("morphology")["bare"].items()}


@cache
def _numerals() -> frozenset[str]:
    return frozenset(word for words in language("kk").table("numbers")["cardinals"].values() for word in words)


@cache
def _endings(name: str) -> tuple[str, ...]:
    return tuple(language("kk").table("events")["endings"][name].split())
