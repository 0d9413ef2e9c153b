"""Which blocks of a page are its article: those of the box whose running text outweighs the furniture in it."""

import re
import tomllib
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

from sholu.text.page_tree import HEADINGS, Block, ancestors, names
from sholu.text.written_dates import written_dates

_PROSE = 8  # words: fewer are labels, names and headlines
_DOMINATES = 0.8  # of what a box holds, in one box inside it: then the inner one is the article's
_STOP = re.compile(r"[.!?…][»”\"')\]]*(?:\s|$)")
_HOUR = re.compile(r"\b\d{1,2}:\d\d\b")
_ENDS = (".", "!", "?", "…", "»", "”", '"', ":", ";")
_ITEM = 6  # blocks in one teaser at most
_REPEATED = 3  # boxes of one kind with a date or a link in each: a list of stories or remarks
_SMALL = 60  # words of running text; buttons and menus have fewer, whatever else their boxes are called
_FRAME_LONGEST = 60  # words
_ARTICLE_LEAST = 20  # words


@dataclass(frozen=True, slots=True)
class Found:
    """The blocks of an article in order, all that were judged to be no part of one, and the place of the headline."""

    article: tuple[Block, ...]
    refused: tuple[Block, ...]
    headline: Block | None

    @property
    def text(self) -> str:
        """Paragraphs with a blank line between them."""
        return "\n\n".join(block.text for block in self.article)


def find_article(blocks: Sequence[Block], titles: Sequence[str]) -> Found:
    """The article among the blocks of a page. `titles` are the headlines that the page's head gives, best first."""
    headline = _headline(blocks, titles)
    values = _values(blocks, headline)
    refused = tuple(block for block in blocks if values[block.number] < 0)
    box = _box(blocks, values)
    if box is None:
        return Found((), refused, headline)
    inside = [block for block in blocks if any(one is box for one in ancestors(block.element))]
    inside = [*_before(blocks, values, inside, headline), *inside, *_after(blocks, values, inside, box)]
    kept = tuple(_kept(inside, values, headline))
    if kept and (headline is None or _is_far(blocks, headline, kept[0])):
        headline = _headline_above(blocks, kept[0]) or headline
    return Found(kept, refused, headline)


def is_prose(block: Block) -> bool:
    """Whether a block is running text: some words and the end of a sentence."""
    return block.words >= _PROSE and bool(_STOP.search(block.text)) and block.linked < 0.5


def is_frame(text: str) -> bool:
    """Whether a text is what pages say around their articles."""
    text = text.lstrip("•-–—*>|▪◾➡👉 \ufe0f").lower()
    return text.startswith(page_words("frame")) and text.count(" ") < _FRAME_LONGEST


@cache
def page_words(kind: str) -> tuple[str, ...]:
    """The phrases of one kind in page_words.toml."""
    data = tomllib.loads((resources.files("sholu.text") / "page_words.toml").read_text("utf-8"))
    return tuple(data[kind])


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
        if (block.bold or block.tag in HEADINGS) and 2 <= block.words <= 30 and not _is_dated(block):
            return block
    return None


def _values(blocks: Sequence[Block], headline: Block | None) -> list[float]:
    """For each block how much it speaks for (words of prose) or against the box that it stands in."""
    items = _item_boxes(blocks) | _item_lines(blocks) | _remarks(blocks)
    prose = _prose_within(blocks)
    whole = sum(block.words for block in blocks if is_prose(block))
    above = set(ancestors(headline.element)) if headline else set()
    values: list[float] = []
    for block in blocks:
        words = float(block.words)
        if (
            is_frame(block.text)
            or block.linked > 0.5
            or _in_named_box(block, prose, whole, above)
            or block.number in items
            or _is_teaser(blocks, block)
        ):
            value = -words
        elif is_prose(block) and not _is_dated(block):
            before = headline is not None and block.number < headline.number
            value = -words / 2 if before else words * (1 - block.linked)
        else:
            value = 0.0
        values.append(value)
    return values


def _prose_within(blocks: Sequence[Block]) -> Counter[Any]:
    """Words of running text in each element."""
    prose: Counter[Any] = Counter()
    for block in blocks:
        if is_prose(block):
            prose.update(dict.fromkeys(ancestors(block.element), block.words))
    return prose


def _in_named_box(block: Block, prose: Counter[Any], whole: int, above: set[Any]) -> bool:
    """Whether a box around the block is called what no article is; not one around the headline or most of the text."""
    for number, element in enumerate(ancestors(block.element)):
        if element.tag in ("body", "html", "main", "article") or number > 6:
            return False
        if element in above or prose[element] > 0.6 * whole:
            return False
        called = names(element)
        if any(word in called for word in page_words("boxes")):
            return True
        if prose[element] < _SMALL and any(word in called for word in page_words("small_boxes")):
            return True
    return False


def _is_teaser(blocks: Sequence[Block], block: Block) -> bool:
    """A lead under the linked headline of another story or above a link "Read more", in one small box with it."""
    if not is_prose(block):
        return False
    above = blocks[block.number - 1] if block.number else None
    if above and above.linked >= 0.8 and above.words >= 3 and _share_box(blocks, above, block, _ITEM):
        return True
    below = blocks[block.number + 1] if block.number + 1 < len(blocks) else None
    more = below is not None and below.linked > 0.9 and _label(below.text) in page_words("more")
    return more and below is not None and _share_box(blocks, block, below, _ITEM // 2)


def _share_box(blocks: Sequence[Block], one: Block, other: Block, most: int) -> bool:
    """Whether two neighbours stand in one element with at most `most` blocks in it."""
    own = list(ancestors(other.element, 4))
    common = next((box for box in ancestors(one.element, 4) if any(box is inner for inner in own)), None)
    if common is None or common.tag in ("body", "html", "main"):
        return False
    near = blocks[max(0, other.number - most - 1) : other.number + most + 1]
    return sum(any(box is common for box in ancestors(block.element, 8)) for block in near) <= most


def _item_boxes(blocks: Sequence[Block]) -> set[int]:
    """The blocks that stand in boxes which return with the same name, each with a date or a link of its own."""
    holds: defaultdict[Any, list[Block]] = defaultdict(list)
    for block in blocks:
        for element in ancestors(block.element, 6):
            if element.tag in ("body", "html", "main"):
                break
            holds[element].append(block)
    kinds: Counter[tuple[Any, str, str]] = Counter()
    fitting: list[tuple[tuple[Any, str, str], Any]] = []
    for element, held in holds.items():
        if element.tag in ("p", "td", "tbody") or not 2 <= len(held) <= 3 * _ITEM:
            continue
        if any(_is_dated(block) or block.linked > 0.8 for block in held):
            kind = (element.getparent(), str(element.tag), names(element))
            kinds[kind] += 1
            fitting.append((kind, element))
    return {block.number for kind, element in fitting if kinds[kind] >= _REPEATED for block in holds[element]}


def _item_lines(blocks: Sequence[Block]) -> set[int]:
    """Lines of a list of stories: a linked headline and its lead in one, three and more of the kind in one box."""
    kinds: defaultdict[tuple[Any, str, str], list[int]] = defaultdict(list)
    for block in blocks:
        if block.linked >= 0.1 and block.linked * block.words >= 3 and block.tag not in ("p", "td", "body"):
            kinds[block.element.getparent(), block.tag, names(block.element)].append(block.number)
    return {number for numbers in kinds.values() if len(numbers) >= _REPEATED for number in numbers}


def _remarks(blocks: Sequence[Block]) -> set[int]:
    """What stands below the word "Comments", and texts that follow lines with a day and an hour, three and more."""
    labels = page_words("comments")
    below = next((b.number for b in blocks if b.words <= 4 and _label(b.text) in labels), len(blocks))
    signed = [block.number for block in blocks if _HOUR.search(block.text) and _is_dated(block)]
    texts = [n + step for n in signed for step in (1, 2) if n + step < len(blocks) and is_prose(blocks[n + step])]
    found = set(range(below + 1, len(blocks)))
    return found | set(range(min(texts), max(texts) + 1)) if len(texts) >= _REPEATED else found


def _label(text: str) -> str:
    return " ".join(re.findall(r"[^\W\d_]+", text.lower()))


def _is_dated(block: Block) -> bool:
    return block.words <= 12 and any(True for _ in written_dates(block.text[:100]))


def _box(blocks: Sequence[Block], values: Sequence[float]) -> Any:
    """The element whose blocks weigh most, as small as holds nearly all of that."""
    sums: defaultdict[Any, float] = defaultdict(float)
    for block in blocks:
        if values[block.number]:
            for element in ancestors(block.element):
                sums[element] += values[block.number]
    best = max(sums, key=lambda element: sums[element], default=None)
    if best is None or sums[best] < _PROSE:
        return None
    while True:
        inner = max((child for child in best if child in sums), key=lambda child: sums[child], default=None)
        if inner is None or sums[inner] < _DOMINATES * sums[best] or inner.tag == "p":
            return best
        best = inner


def _before(
    blocks: Sequence[Block], values: Sequence[float], inside: list[Block], headline: Block | None
) -> list[Block]:
    """A lead that stands between the headline and the box."""
    if headline is None or not inside or inside[0].number <= headline.number:
        return []
    between = blocks[headline.number + 1 : inside[0].number]
    return [block for block in between if values[block.number] > 0] if len(between) <= _ITEM else []


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
            if not _is_dated(block):
                kept.append(block)
        elif block.words >= 3 and block.text.endswith(_ENDS) and not _is_dated(block):
            kept.append(block)
    return kept
