"""Which blocks of a page are its article: those of the box whose running text outweighs the furniture in it."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sholu.text.page_furniture import furniture, is_dated, is_prose, other_stories, page_words
from sholu.text.page_tree import HEADINGS, Block, ancestors, names

_DOMINATES = 0.8  # of what a box holds, in one box inside it: then the inner one is the article's
_WITH_HEADLINE = 0.5  # the same, where the headline is in it, too
_STATED = 0.6  # the same, where the page calls the inner one the article's body
_FEWEST = 8  # words of a text
_LEAD = 6  # blocks between a headline and a text, some of which are its lead
_ENDS = (".", "!", "?", "…", "»", "”", '"', ":", ";")
_TITLE = re.compile(r"title|headline|heading|zagol")
_HEADS = 2  # blocks above the first paragraph that may be its subheads or a question


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
    others = other_stories(blocks, headline)
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
        above = _headline_above(blocks, kept[0])
        if above and (headline is None or headline.tag not in HEADINGS or above.tag in HEADINGS):
            headline = above
    return Found(kept, refused, stories, headline)


def folded(text: str) -> str:
    """A headline for comparison: small letters and digits only."""
    return " ".join(re.findall(r"\w+", text.lower()))


def _headline(blocks: Sequence[Block], titles: Sequence[str]) -> Block | None:
    sections = page_words("sections")
    wanted = [folded(title) for title in titles if len(title) >= 10 and title.lower() not in sections]
    for title in wanted:
        fitting = [block for block in blocks if block.linked < 0.5 and folded(block.text) == title]
        if fitting:
            return next((block for block in fitting if block.tag in HEADINGS), fitting[0])
    first = [
        block
        for block in blocks
        if block.tag == "h1" and block.words > 2 and block.linked < 0.5 and block.text.lower() not in sections
    ]
    return first[0] if len(first) == 1 else None


def _is_far(blocks: Sequence[Block], headline: Block, first: Block) -> bool:
    """Whether a menu stands between what looked like the headline and the article: then it is the outlet's name."""
    return sum(block.linked > 0.5 for block in blocks[headline.number : first.number]) >= 2


def _headline_above(blocks: Sequence[Block], first: Block) -> Block | None:
    """The nearest heading or bold line above an article, past its date and author."""
    for block in reversed(blocks[max(0, first.number - 5) : first.number]):
        if block.linked > 0.5:
            return None
        shown = block.bold or block.tag in HEADINGS or _is_called_title(block)
        if shown and 2 <= block.words <= 30 and not is_dated(block):
            return block
    return None


def _is_called_title(block: Block) -> bool:
    """Whether an element with just the block's text in it is called a title."""
    return any(
        _TITLE.search(names(element)) and " ".join(element.text_content().split()) == block.text
        for element in block.element.iter("div", "span", "p", "td", "font", "strong")
    )


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
        stated = _stated(best, sums)
        if stated is not None:
            best = stated
        inner = max((child for child in best if child in sums), key=lambda child: sums[child], default=None)
        least = _WITH_HEADLINE if inner in above else _DOMINATES
        if inner is None or sums[inner] < least * sums[best] or inner.tag == "p":
            return best
        best = inner


def _stated(box: Any, sums: Mapping[Any, float]) -> Any:
    """The element that the page itself calls the body of the article, where it holds most of what the box has."""
    bodies = [one for one in sums if one is not box and one.get("itemprop") == "articleBody"]
    inner = max(bodies, key=lambda element: sums[element], default=None)
    inside = inner is not None and any(one is box for one in ancestors(inner))
    return inner if inside and sums[inner] >= _STATED * sums[box] else None


def _before(
    blocks: Sequence[Block], values: Sequence[float], inside: list[Block], headline: Block | None
) -> list[Block]:
    """A lead that stands between the headline and the box."""
    if headline is None or not inside or inside[0].number <= headline.number:
        return []
    between = blocks[headline.number + 1 : inside[0].number]
    if len(between) > _LEAD:
        return []
    return [block for block in between if values[block.number] > 0 or (not values[block.number] and _is_short(block))]


def _is_short(block: Block) -> bool:
    """Whether a block is a short sentence."""
    return block.words >= 3 and block.linked < 0.5 and block.text.endswith(_ENDS[:4]) and not is_dated(block)


def _after(blocks: Sequence[Block], values: Sequence[float], inside: list[Block], box: Any) -> list[Block]:
    """Boxes of the same kind beside it: a text that advertising cuts in two."""
    if not inside or not names(box).strip():
        return []
    alike = {sibling for sibling in box.itersiblings(box.tag) if names(sibling) == names(box)}
    return [
        block
        for block in blocks
        if values[block.number] > 0 and any(one in alike for one in ancestors(block.element, 12))
    ]


def _kept(inside: Sequence[Block], values: Sequence[float], headline: Block | None) -> list[Block]:
    good = [place for place, block in enumerate(inside) if values[block.number] > 0]
    if not good:
        return []
    kept = []
    heads = _heads(inside, values, good[0], headline)
    for place, block in enumerate(inside):
        value = values[block.number]
        if block is headline or value < 0:
            continue
        if value > 0 or place in heads:
            kept.append(block)
        elif headline is not None and block.number < headline.number:
            continue
        elif good[0] < place < good[-1]:
            if not is_dated(block):
                kept.append(block)
        elif block.words >= 3 and block.text.endswith(_ENDS) and not is_dated(block):
            kept.append(block)
    return kept


def _heads(inside: Sequence[Block], values: Sequence[float], first: int, headline: Block | None) -> set[int]:
    """The places of subheads, and of a question, right above the first paragraph."""
    found: set[int] = set()
    for place in range(first - 1, max(-1, first - 1 - _HEADS), -1):
        block = inside[place]
        above = headline is not None and block.number > headline.number and folded(block.text) != folded(headline.text)
        mark = block.text.endswith("?") or (block.tag in HEADINGS and block.words >= 3)
        if not above or values[block.number] < 0 or block.linked >= 0.5 or not mark or is_dated(block):
            break
        found.add(place)
    return found
