"""When a page's article was published and last changed, and what says so; never the day on which it is read."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Literal

from sholu.text.page_data import Head, story_data
from sholu.text.page_text import Found
from sholu.text.page_tree import Block, ancestors
from sholu.text.written_dates import WrittenDate, words_beside, written_dates, written_day, written_month

Source = Literal["json-ld", "meta", "microdata", "script", "time", "text", "url"]

_PUBLISHED = (
    "article:published_time", "og:article:published_time", "og:published_time", "datepublished", "article:published",
    "published_time", "publish_date", "publishdate", "publication_date", "pubdate", "pub_date", "dc.date.issued",
    "dcterms.created", "dc.date", "dcterms.date", "dc.date.created", "sailthru.date", "parsely-pub-date",
    "mediator_published_time", "article_date_original", "date", "article.created", "datecreated",
)  # fmt: skip
_UPDATED = (
    "article:modified_time", "og:updated_time", "datemodified", "dcterms.modified", "last-modified",
    "article:modified", "lastmod",
)  # fmt: skip
_URL = (
    re.compile(r"/((?:19|20)\d\d)[/-]?([01]\d)[/-]?([0-3]\d)(?=[/_-]|\.|$)"),
    re.compile(r"[/_-]((?:19|20)\d\d)-?([01]\d)-?([0-3]\d)(?=[/_.-]|$)"),
)
_URL_DAY_FIRST = re.compile(r"[/_-]([0-3]\d)[-./]([01]\d)[-./]((?:19|20)\d\d)(?=[/_-]|$)")
_MONTH_OF_URL = re.compile(r"/((?:19|20)\d\d)/(0[1-9]|1[0-2])/")
_SHORT = 14  # words in a line that gives a date, an hour, a name
_STORY = 3  # words in the headline of another story
_WINDOW = 6  # blocks between the headline and its date
_LEADS = 2  # paragraphs that may stand above the date
_MENU = 30  # blocks around a line that are looked through for a menu
_LINKS = 2  # of a menu
_SCRIPT = (
    "datepublished", "publishedat", "publishdate", "publicationdate", "pubdate", "publishedon", "publishedtime",
    "published", "publish", "publishtime", "datetime", "date", "createdat", "created", "datecreated",
)  # fmt: skip
_MOMENTS = (631_152_000, 4_102_444_800)  # seconds: 1990 and 2100


@dataclass(frozen=True, slots=True)
class PageDate:
    """An EDTF date, as exact as the page has it, and where the page says it."""

    date: str
    source: Source


def published_date(root: Any, head: Head, blocks: Sequence[Block], found: Found, url: str | None) -> PageDate | None:
    """The day of publication; the surest of what the page says: data for machines, what readers see, the address."""
    candidates: tuple[tuple[Source, str | None], ...] = (
        ("json-ld", _day(head.stated("datePublished"))),
        ("meta", next(filter(None, (_day(head.meta.get(name)) for name in _PUBLISHED)), None)),
        ("microdata", _microdata(root, "datepublished")),
        ("json-ld", _day(head.stated("dateCreated"))),
        ("time", _time_element(root, found)),
        ("text", _seen(_below(blocks, found))),
        ("script", _in_script(root, found)),
        ("url", _in_url(url)),
        ("text", _seen(_above(blocks, found))),
        ("text", _seen(_behind(blocks, found))),
        ("time", _time_element(root, found, behind=True)),
        ("url", _month_in_url(url)),
        ("text", _month_seen([*_below(blocks, found), *_above(blocks, found)])),
    )
    return next((PageDate(day, source) for source, day in candidates if day), None)


def updated_date(root: Any, head: Head, blocks: Sequence[Block], found: Found) -> PageDate | None:
    """The day of the last change, where the page says one."""
    candidates: tuple[tuple[Source, str | None], ...] = (
        ("json-ld", _day(head.stated("dateModified"))),
        ("meta", next(filter(None, (_day(head.meta.get(name)) for name in _UPDATED)), None)),
        ("microdata", _microdata(root, "datemodified")),
        ("text", _seen([*_below(blocks, found), *_above(blocks, found), *_behind(blocks, found)], updated=True)),
    )
    return next((PageDate(day, source) for source, day in candidates if day), None)


def _day(value: str | None) -> str | None:
    return written_day(value) if value else None


def _microdata(root: Any, name: str) -> str | None:
    for element in root.iter():
        if isinstance(element.tag, str) and (element.get("itemprop") or "").lower() == name:
            said = element.get("content") or element.get("datetime") or element.text_content()[:100]
            if day := _day(said):
                return day
    return None


def _in_script(root: Any, found: Found) -> str | None:
    """The day in the data that a page gives its scripts, in the object that has the headline."""
    story = story_data(root, found.headline.text) if found.headline else {}
    for name in _SCRIPT:
        value = story.get(name)
        if isinstance(value, str) and (day := _day(value)):
            return day
        if isinstance(value, int | float) and value < 1000 * _MOMENTS[1]:
            seconds = value / 1000 if value > _MOMENTS[1] else value
            if _MOMENTS[0] < seconds < _MOMENTS[1]:
                return datetime.fromtimestamp(seconds, UTC).date().isoformat()
    return None


def _time_element(root: Any, found: Found, *, behind: bool = False) -> str | None:
    """The first `time` in one box with the article, outside lists of other stories; `behind`, below its text."""
    if not found.article:
        return None
    refused = {block.element for block in found.refused if block.words >= _STORY}
    around = [one for one in ancestors(found.article[0].element, 12) if one.tag not in ("body", "html", "main")]
    below = _elements_below(root, found.article[-1].element)
    for box in around:
        for element in box.iter("time"):
            if (element in below) != behind:
                continue
            day = _day(element.get("datetime") or element.text_content()[:100])
            if day and not any(one in refused for one in ancestors(element, 3)) and not _is_update(element):
                return day
    return None


def _elements_below(root: Any, last: Any) -> set[Any]:
    """The `time` elements that a page has below an element."""
    found: set[Any] = set()
    below = False
    for element in root.iter():
        if below and element.tag == "time":
            found.add(element)
        below = below or element is last
    return found


def _is_update(element: Any) -> bool:
    """Whether a `time` is one of a change: "entry-date updated" is what themes call the only one that they show."""
    called = (element.get("class") or "").lower()
    return "modified" in called or ("updated" in called and not re.search(r"publish|entry-date|post-date", called))


def _below(blocks: Sequence[Block], found: Found) -> list[Block]:
    """The short lines between the headline and the text, the headline's own box included."""
    if found.headline is None or not found.article:
        return []
    start = found.headline.number + 1
    first = found.article[: _LEADS + 1][-1].number
    near = blocks[start : min(max(first, start), start + _WINDOW)]
    leads = {block.number for block in found.article[:_LEADS]}
    return [
        block
        for block in near
        if block.words <= _SHORT and block.number not in leads and not _of_other_story(near, block)
    ]


def _of_other_story(near: Sequence[Block], line: Block) -> bool:
    """Whether a linked headline stands in one small box with a linked line: then its date is that story's."""
    boxes = set(ancestors(line.element, 2))
    return line.linked > 0.5 and any(
        block.linked > 0.5 and block.words > _STORY and boxes & set(ancestors(block.element, 2))
        for block in near
        if block is not line
    )


def _above(blocks: Sequence[Block], found: Found) -> list[Block]:
    """The two lines above the headline, nearest first; not the clock in a site's menu."""
    anchor = found.headline or (found.article[0] if found.article else None)
    if anchor is None:
        return []
    above = set(ancestors(anchor.element))
    return [
        block
        for block in reversed(blocks[max(0, anchor.number - 2) : anchor.number])
        if block.words <= _SHORT and not _in_menu(blocks, block, above)
    ]


def _in_menu(blocks: Sequence[Block], line: Block, above: set[Any]) -> bool:
    """Whether a line stands in a box with links that is none of those around the headline: a site's clock."""
    own = [one for one in ancestors(line.element) if one not in above]
    before = blocks[max(0, line.number - _MENU) : line.number + _MENU]
    held = [block for block in before if own and own[-1] in ancestors(block.element)]
    return sum(block.linked > 0.8 for block in held) >= _LINKS


def _behind(blocks: Sequence[Block], found: Found) -> list[Block]:
    """The two lines behind the text."""
    if not found.article:
        return []
    last = found.article[-1].number
    return [block for block in blocks[last + 1 : last + 3] if block.words <= _SHORT]


def _seen(lines: Sequence[Block], *, updated: bool = False) -> str | None:
    for block in lines:
        for one in _dates(block.text, updated=updated):
            return one.day
    return None


def _month_seen(lines: Sequence[Block]) -> str | None:
    """The month that a line by the headline gives and nothing else."""
    return next((month for block in lines if (month := written_month(block.text))), None)


def _dates(line: str, *, updated: bool) -> Iterator[WrittenDate]:
    """The dates of publication (or change) in a line; the word before a date tells which it is."""
    at = 0
    for one in written_dates(line):
        before = line[at : one.start].lower()
        at = one.end
        if any(word in before for word in words_beside("today")):
            continue
        if any(word in before for word in words_beside("updated")) == updated:
            yield one


def _in_url(url: str | None) -> str | None:
    if not url:
        return None
    path = _path(url)
    for pattern in _URL:
        if match := pattern.search(path):
            return _day("-".join(match.groups()))
    if match := _URL_DAY_FIRST.search(path):
        return _day(".".join(match.groups()))
    return None


def _month_in_url(url: str | None) -> str | None:
    month = _MONTH_OF_URL.search(_path(url)) if url else None
    return f"{month.group(1)}-{month.group(2)}" if month else None


def _path(url: str) -> str:
    return re.sub(r"^[a-z]+://[^/]*", "", url[:500], flags=re.IGNORECASE)
