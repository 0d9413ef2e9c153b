"""Live blogs: pages that grow through a day, one entry after the other."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from sholu.text.page_data import Head, kinds
from sholu.text.page_furniture import is_prose
from sholu.text.page_tree import HEADINGS, Block, ancestors, blocks, names
from sholu.text.written_dates import written_day

_FEWEST = 3
_MOST = 2000  # entries of one page


@dataclass(frozen=True, slots=True)
class LiveEntry:
    """One entry of a live blog: its text, its own headline, day and place in the page, where it has them."""

    text: str
    title: str | None = None
    published: str | None = None
    anchor: str | None = None


def live_entries(root: Any, head: Head) -> tuple[LiveEntry, ...]:
    """The entries of a live blog in the order of the page; none when the page is no live blog."""
    stated = tuple(_stated(head))
    if len(stated) >= _FEWEST:
        return stated
    for box in root.iter("div", "section", "ul", "ol", "main", "article"):
        if "live" in names(box).replace("delivery", ""):
            entries = tuple(_shown(box))
            if len(entries) >= _FEWEST:
                return entries
    return ()


def _stated(head: Head) -> Iterator[LiveEntry]:
    for one in head.objects:
        updates = one.get("liveBlogUpdate") if "liveblogposting" in kinds(one) else None
        for update in updates if isinstance(updates, list) else ():
            text = update.get("articleBody") if isinstance(update, dict) else None
            if isinstance(text, str) and text.strip():
                title, day, url = (update.get(name) for name in ("headline", "datePublished", "url"))
                yield LiveEntry(
                    "\n\n".join(line.strip() for line in text.split("\n") if line.strip()),
                    title if isinstance(title, str) else None,
                    written_day(day) if isinstance(day, str) else None,
                    url.rsplit("#", 1)[1] if isinstance(url, str) and "#" in url else None,
                )


def _shown(box: Any) -> Iterator[LiveEntry]:
    """Children of one kind, each with a `time` and with running text."""
    children = [child for child in box if isinstance(child.tag, str) and next(child.iter("time"), None) is not None]
    if len(children) < _FEWEST or len({(child.tag, (names(child).split() or [""])[0]) for child in children}) > 1:
        return
    for child in children[:_MOST]:
        inside = blocks(child)
        texts = [block for block in inside if is_prose(block) and not _in_time(block)]
        if texts:
            headings = [block.text for block in inside if block.tag in HEADINGS]
            moment = next(child.iter("time"))
            day = written_day(moment.get("datetime") or moment.text_content()[:100])
            yield LiveEntry(
                "\n\n".join(block.text for block in texts), headings[0] if headings else None, day, child.get("id")
            )


def _in_time(block: Block) -> bool:
    return any(element.tag == "time" for element in ancestors(block.element, 3))
