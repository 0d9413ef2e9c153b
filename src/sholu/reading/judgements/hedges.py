"""Hedges: the words that tell how sure somebody is, and the probability that they stand for."""

from functools import cache
from typing import NamedTuple

from sholu.codebook.hedges import Band, bands
from sholu.reading.judgements.statement import SHORT
from sholu.reading.languages import language
from sholu.reading.page import Page
from sholu.reading.patterns import Gapped, listed

_VAGUE = "vague"
_NONE = "none"  # what looks like a hedge and is none, "could not find"
_SHORT = "short"  # what hedges a short text only: "the alleged theft" is no guess in an article


class Hedge(NamedTuple):
    """A hedge found: token indices, both included, and its band; None where it only leaves open how many."""

    first: int
    last: int
    band: Band | None

    @property
    def probability(self) -> tuple[float, float] | None:
        """The bounds of its band."""
        return (self.band.low, self.band.high) if self.band else None


@cache
def _lexicon(tag: str) -> Gapped[str]:
    table = language(tag).table("hedges")
    patterns = [(pattern, name) for name, text in table["bands"].items() for pattern in listed(text)]
    for name in (_VAGUE, _NONE):
        patterns.extend((pattern, name) for pattern in listed(table[name]["words"]))
    return Gapped(patterns, tag)


@cache
def _faint(tag: str) -> Gapped[str]:
    return Gapped(((pattern, _SHORT) for pattern in listed(language(tag).table("hedges")[_SHORT]["words"])), tag)


def find_hedges(page: Page, first: int, stop: int) -> list[Hedge]:
    """The hedges among tokens `first` .. `stop` (not included), longest first at each place, none overlapping."""
    lexicon, faint = _lexicon(page.language.tag), _faint(page.language.tag)
    short = len(page.tokens) <= SHORT
    found = []
    for hit in lexicon.apart(page.tokens, first, stop):
        if hit.value == _NONE or _name(page, hit.first, first):
            continue
        weak = None if short else faint.at(page.tokens, hit.first, hit.last + 1)
        told = weak is not None and weak.last == hit.last
        found.append(Hedge(hit.first, hit.last, None if told else bands().get(hit.value)))
    return found


def no_hedges(page: Page, first: int, stop: int) -> list[tuple[int, int]]:
    """What looks like a hedge among these tokens and is none, «не может»: first and last token of each."""
    hits = _lexicon(page.language.tag).apart(page.tokens, first, stop)
    return [(hit.first, hit.last) for hit in hits if hit.value == _NONE]


def _name(page: Page, i: int, first: int) -> bool:
    """Whether the word is a name or a month, "May", rather than a hedge."""
    dated = i + 1 < len(page.tokens) and page.tokens[i + 1].shape == "number"
    if page.tokens[i].is_capitalised and dated:
        return True  # "May 2: the crews returned"
    return page.tokens[i].is_capitalised and i > first and page.tokens[i - 1].text not in '.:“"«'
