"""What in a page is not its article: other stories, remarks of readers, the words that pages say around articles."""

import re
import tomllib
from collections import Counter, defaultdict
from collections.abc import Sequence
from functools import cache
from importlib import resources
from typing import Any

from sholu.text.page_tree import Block, ancestors, names
from sholu.text.written_dates import written_dates

_PROSE = 8  # words: fewer are labels, names and headlines
_STOP = re.compile(r"[.!?…][»”\"')\]]*(?:\s|$)")
_HOUR = re.compile(r"\b\d{1,2}:\d\d\b")
_ITEM = 6  # blocks in one teaser at most
_REPEATED = 3  # boxes of one kind with a date or a link in each: a list of stories or remarks
_SMALL = 60  # words of running text; buttons and menus have fewer, whatever else their boxes are called
_FRAME_LONGEST = 60  # words


def other_stories(blocks: Sequence[Block]) -> set[int]:
    """The numbers of blocks that are links, or lines, leads and headlines of other stories, beyond doubt."""
    alone = {block.number for block in blocks if block.linked > 0.5 or _is_teaser(blocks, block)}
    return alone | _item_boxes(blocks) | _item_lines(blocks)


def furniture(blocks: Sequence[Block], headline: Block | None) -> set[int]:
    """The numbers of blocks that stand around an article: by their words, by what their box is called, remarks."""
    prose = _prose_within(blocks)
    whole = sum(block.words for block in blocks if is_prose(block))
    above = set(ancestors(headline.element)) if headline else set()
    named = {block.number for block in blocks if is_frame(block.text) or _in_named_box(block, prose, whole, above)}
    return named | _remarks(blocks)


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
        if any(is_dated(block) or block.linked > 0.8 for block in held):
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
    signed = [block.number for block in blocks if _HOUR.search(block.text) and is_dated(block)][
        1:
    ]  # one is the article's
    texts = [n + step for n in signed for step in (1, 2) if n + step < len(blocks) and is_prose(blocks[n + step])]
    found = set(range(below + 1, len(blocks)))
    return found | set(range(min(texts), max(texts) + 1)) if len(texts) >= _REPEATED else found


def _label(text: str) -> str:
    return " ".join(re.findall(r"[^\W\d_]+", text.lower()))


def is_dated(block: Block) -> bool:
    """Whether a block is a short line with a date."""
    return block.words <= 12 and any(True for _ in written_dates(block.text[:100]))
