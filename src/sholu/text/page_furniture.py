"""What in a page is not its article: other stories, remarks of readers, the words that pages say around articles."""

import re
import tomllib
from collections import Counter, defaultdict
from collections.abc import Sequence
from functools import cache
from importlib import resources
from itertools import islice
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
_LABEL = 5  # words in the heading of a box
_MINOR = 0.4  # of the running text of a page: a box with less does not hold the article
_CARD = 6  # blocks in a card that calls to subscribe
_CARD_PROSE = 25  # words of running text in such a card besides the call
_CAPTION_LONGEST = 40  # words
_FIELDS = 50  # of a page to write in


def other_stories(blocks: Sequence[Block], headline: Block | None) -> set[int]:
    """The numbers of blocks that are links, or lines, leads and headlines of other stories, beyond doubt."""
    alone = {block.number for block in blocks if block.linked > 0.5 or _is_teaser(blocks, block)}
    return alone | _item_boxes(blocks) | _item_lines(blocks) | _headed(blocks, headline)


def furniture(blocks: Sequence[Block], headline: Block | None) -> set[int]:
    """The numbers of blocks that stand around an article: by their words, by what their box is called, remarks."""
    prose = _prose_within(blocks)
    whole = sum(block.words for block in blocks if is_prose(block))
    above = set(ancestors(headline.element)) if headline else set()
    named = {
        block.number
        for block in blocks
        if is_frame(block.text) or is_caption(block) or _in_named_box(block, prose, whole, above)
    }
    return named | _remarks(blocks) | _calls(blocks, prose, whole, above) | _next_stories(blocks, headline)


def is_prose(block: Block) -> bool:
    """Whether a block is running text: some words and the end of a sentence."""
    return block.words >= _PROSE and bool(_STOP.search(block.text)) and block.linked < 0.5


def is_frame(text: str) -> bool:
    """Whether a text is what pages say around their articles."""
    text = text.lstrip("•-–—*>|▪◾➡👉 \ufe0f").lower()
    return text.startswith(page_words("frame")) and text.count(" ") < _FRAME_LONGEST


def is_caption(block: Block) -> bool:
    """Whether a block ends by telling whose photograph stands above it."""
    return block.words <= _CAPTION_LONGEST and bool(_credit().search(block.text.lower()))


@cache
def _credit() -> re.Pattern[str]:
    labels = "|".join(re.escape(word) for word in page_words("credit"))
    return re.compile(rf"(?:^|[.!?)»”\"\s])(?:{labels})\s*[:©/]\s*(?:\S+\s+){{0,5}}\S+$")


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
    held = [block for block in near if any(box is common for box in ancestors(block.element, 8))]
    return len(held) <= most and sum(map(is_prose, held)) <= sum(block.linked >= 0.8 for block in held)


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
        if element.tag in ("td", "tbody") or not 2 <= len(held) <= 3 * _ITEM:
            continue
        if element.tag == "p" and not (names(element).strip() and any(block.linked >= 0.4 for block in held)):
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


def _headed(blocks: Sequence[Block], headline: Block | None) -> set[int]:
    """What stands in a box under a heading for other stories; the box that holds the article has no such heading.

    A box with much running text is one only behind paragraphs that stand below the headline and outside it.
    """
    prose = _prose_within(blocks)
    whole = sum(block.words for block in blocks if is_prose(block))
    start = headline.number + 1 if headline else len(blocks)
    above: set[Any] = set()
    found: set[int] = set()
    boxes: set[Any] = set()
    for label in blocks:
        if label.words > _LABEL or not label.text.lower().startswith(page_words("stories")):
            continue
        box = label.element
        passed = filter(is_prose, blocks[start : label.number])
        above.update(element for block in passed for element in ancestors(block.element))
        start = max(start, label.number)
        after = headline is not None and bool(above) and headline.element not in ancestors(label.element)
        for element in ancestors(label.element, 4):
            heavy = prose[element] > _MINOR * whole and not after
            if element.tag in ("body", "html", "main") or heavy or element in above:
                break
            box = element
        if box in boxes:  # all of it below an earlier heading is here already
            continue
        boxes.add(box)
        for number in range(label.number + 1, len(blocks)):
            if not any(element is box for element in ancestors(blocks[number].element)):
                break
            found.add(number)
    return found


def _calls(blocks: Sequence[Block], prose: Counter[Any], whole: int, above: set[Any]) -> set[int]:
    """Small boxes that call to subscribe, all of what they say."""
    found = _letters(blocks, prose, whole, above)
    for call in blocks:
        button = call.linked > 0.8 and _label(call.text) in page_words("support")
        if not button and not call.text.lower().startswith(page_words("calls")):
            continue
        own = call.words if is_prose(call) else 0
        for element in ancestors(call.element, 5):
            near = blocks[max(0, call.number - _CARD) : call.number + _CARD + 1]
            held = [block for block in near if any(one is element for one in ancestors(block.element, 10))]
            if (
                element in above
                or element.tag in ("body", "html", "main", "article")
                or len(held) > _CARD
                or prose[element] - own > min(_CARD_PROSE, _MINOR * whole)
            ):
                break
            found.update(block.number for block in held)
    return found


def _letters(blocks: Sequence[Block], prose: Counter[Any], whole: int, above: set[Any]) -> set[int]:
    """Small boxes with a field to write an address in."""
    if not blocks:
        return set()
    boxes: set[Any] = set()
    for field in islice(blocks[0].element.getroottree().getroot().iter("input"), _FIELDS):
        if (field.get("type") or "text").lower() not in ("text", "email", "tel"):
            continue
        for element in ancestors(field, 5):
            if element in above or element.tag in ("body", "html", "main", "article"):
                break
            if prose[element] > min(_SMALL, _MINOR * whole):
                break
            boxes.add(element)
    if not boxes:
        return set()
    return {block.number for block in blocks if any(one in boxes for one in ancestors(block.element))}


def _next_stories(blocks: Sequence[Block], headline: Block | None) -> set[int]:
    """All from the second headline on, on pages that go on into the next story: an element of the same name."""
    if headline is None or not names(headline.element).strip():
        return set()
    kind = (headline.tag, names(headline.element))
    second = next(
        (
            block.number
            for block in blocks[headline.number + 1 :]
            if (block.tag, names(block.element)) == kind and block.tag in ("h1", "h2") and block.text != headline.text
        ),
        len(blocks),
    )
    before = sum(block.words for block in blocks[headline.number : second] if is_prose(block))
    return set(range(second, len(blocks))) if before >= 2 * _PROSE else set()


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
