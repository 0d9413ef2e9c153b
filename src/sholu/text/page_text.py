"""Which blocks of a page are its article: those of the box whose running text outweighs the furniture in it."""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sholu.text.page_furniture import furniture, is_dated, is_prose, other_stories
from sholu.text.page_tree import HEADINGS, Block, ancestors, names

_DOMINATES = 0.8  # of what a box holds, in one box inside it: then the inner one is the article's
_WITH_HEADLINE = 0.5  # the same, where the headline is in it, too
_FEWEST = 8  # words of a text
_LEAD = 6  # blocks between a headline and a text, some of which are its lead
_ENDS = (".", "!", "?", "…", "»", "”", '"', ":", ";")


@dataclass(frozen=True, slots=True)
class Found:
    """The blocks of an article in order, all that were judged to be no part of one, and the place of the headline.

    `stories` are those of the refused that are parts of other stories and of menus beyond doubt.
    """

    article: tuple[Block, ...]
    refused: tuple[Block, ...]
    stories: tuple[Block, ...]
    headline: Block | None

    @property
    def text(self) -> str:
        """Paragraphs with a blank line between them."""
        return "\n\n".join(block.text for block in self.article)


def find_article(blocks: Sequence[Block], titles: Sequence[str]) -> Found:
    """The article among the blocks of a page. `titles` are the headlines that the page's head gives, best first."""
    headline = _headline(blocks, titles)
    others = other_stories(blocks)
    values = _values(blocks, headline, others | furniture(blocks, headline))
    refused = tuple(block for block in blocks if values[block.number] < 0)
    stories = tuple(block for block in blocks if block.number in others)
    box = _box(blocks, values, headline)
    if box is None:
        return Found((), refused, stories, headline)
    inside = [block for block in blocks if any(one is box for one in ancestors(block.element))]
    inside = [*_before(blocks, values, inside, headline), *inside, *_after(blocks, values, inside, box)]
    kept = tuple(_kept(inside, values, headline))
    if kept and (headline is None or _is_far(blocks, headline, kept[0])):
        headline = _headline_above(blocks, kept[0]) or headline
    return Found(kept, refused, stories, headline)


def folded(text: str) -> str:
    """A headline for comparison: small letters and digits only."""
    return " ".join(re.findall(r"\w+", text.lower()))


def _headline(blocks: Sequence[Block], titles: Sequence[str]) -> Block | None:
    wanted = [folded(title) for title in titles if len(title) >= 10]
    for title in wanted:
        fitting = [block for block in blocks if block.linked < 0.5 and folded(block.text) == title]
        if fitting:
            return next((block for block in fitting if block.tag in HEADINGS), fitting[0])
    first = [block for block in blocks if block.tag == "h1" and block.words > 2 and block.linked < 0.5]
    return first[0] if len(first) == 1 else None


def _is_far(blocks: Sequence[Block], headline: Block, first: Block) -> bool:
    """Whether a menu stands between what looked like the headline and the article: then it is the outlet's name."""
    return sum(block.linked > 0.5 for block in blocks[headline.number : first.number]) >= 2


def _headline_above(blocks: Sequence[Block], first: Block) -> Block | None:
    """The nearest heading or bold line above an article, past its date and author."""
    for block in reversed(blocks[max(0, first.number - 5) : first.number]):
        if block.linked > 0.5:
            return None
        if (block.bold or block.tag in HEADINGS) and 2 <= block.words <= 30 and not is_dated(block):
            return block
    return None


def _values(blocks: Sequence[Block], headline: Block | None, against: set[int]) -> list[float]:
    """For each block how much it speaks for (words of prose) or against the box that it stands in."""
    values: list[float] = []
    for block in blocks:
        value = 0.0
        if block.number in against:
            value = -float(block.words)
        elif is_prose(block) and not is_dated(block):
            before = headline is not None and block.number < headline.number
            value = -block.words / 2 if before else block.words * (1 - block.linked)
        values.append(value)
    return values


def _box(blocks: Sequence[Block], values: Sequence[float], headline: Block | None) -> Any:
    """The element whose blocks weigh most, as small as holds nearly all of that."""
    sums: defaultdict[Any, float] = defaultdict(float)
    for block in blocks:
        if values[block.number]:
            for element in ancestors(block.element):
                sums[element] += values[block.number]
    best = max(sums, key=lambda element: sums[element], default=None)
    if best is None or sums[best] < _FEWEST:
        return None
    above = set(ancestors(headline.element)) if headline else set()
    while True:
        inner = max((child for child in best if child in sums), key=lambda child: sums[child], default=None)
        least = _WITH_HEADLINE if inner in above else _DOMINATES
        if inner is None or sums[inner] < least * sums[best] or inner.tag == "p":
            return best
        best = inner


def _before(
    blocks: Sequence[Block], values: Sequence[float], inside: list[Block], headline: Block | None
) -> list[Block]:
    """A lead that stands between the headline and the box."""
    if headline is None or not inside or inside[0].number <= headline.number:
        return []
    between = blocks[headline.number + 1 : inside[0].number]
    return [block for block in between if values[block.number] > 0] if len(between) <= _LEAD else []


def _after(blocks: Sequence[Block], values: Sequence[float], inside: list[Block], box: Any) -> list[Block]:
    """Boxes of the same kind beside it: a text that advertising cuts in two."""
    if not inside or not names(box).strip():
        return []
    found = []
    for sibling in box.itersiblings(box.tag):
        if names(sibling) == names(box):
            own = [block for block in blocks if any(one is sibling for one in ancestors(block.element, 12))]
            found += [block for block in own if values[block.number] > 0]
    return found


def _kept(inside: Sequence[Block], values: Sequence[float], headline: Block | None) -> list[Block]:
    good = [place for place, block in enumerate(inside) if values[block.number] > 0]
    if not good:
        return []
    kept = []
    for place, block in enumerate(inside):
        value = values[block.number]
        if block is headline or value < 0:
            continue
        if value > 0:
            kept.append(block)
        elif headline is not None and block.number < headline.number:
            continue
        elif good[0] < place < good[-1]:
            if not is_dated(block):
                kept.append(block)
        elif block.words >= 3 and block.text.endswith(_ENDS) and not is_dated(block):
            kept.append(block)
    return kept
