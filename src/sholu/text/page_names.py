"""Names on a page where its head gives none: of the author by the article, of the outlet in the line of rights."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import islice
from typing import Any

from sholu.text.page_furniture import is_dated, is_frame, page_words
from sholu.text.page_text import Found, folded
from sholu.text.page_tree import Block, ancestors, names
from sholu.text.written_dates import written_dates

_PART = r"[A-ZА-ЯЁӘҒҚҢӨҰҮҺІÇĞÖŞÜİ](?:[\w’'-]*[^\W\d_]|\.)"
_NAME = rf"{_PART}(?:\s+{_PART}){{1,3}}"
_ONLY_NAME = re.compile(rf"\(?({_NAME})\)?[.,]?")
_CALLED = re.compile(r"author|byline|avtor|yazar|muallif|journalist|reporter")
_NOT_CALLED = re.compile(r"comm|photo|image|img|bio|desc|avatar|box|line$|count|remark|quote|social|date|latest|more")
_ICON = re.compile(r"(?:^|[\s_-])(?:user|author|person|pen|pencil)(?:$|[\s_-])")
_OF_AUTHORS = re.compile(r"/(?:authors?|avtory?|autor|user|users|journalists?|reporters?|writers?)/", re.IGNORECASE)
_ELSEWHERE = re.compile(r"comment|cmnt|related|recommend|sidebar|popular|latest|teaser|footer")
_SEPARATORS = re.compile(r"\s*[|·•/—–,;]\s*|\s+-\s+|\s{2,}")
_HOUR = re.compile(r"\b\d{1,2}[:.]\d\d(?::\d\d)?\b")
_SHORT = 14  # words
_PIECES = 12  # of text in an element that names somebody
_ABOVE, _BEHIND = 4, 3  # lines around an article that may have its author
_YEARS = r"(?:19|20)\d\d(?:\s*[-–—]\s*(?:19|20)\d\d)?"
_SIGN = r"(?:©|\(c\)|copyright)[\s©,]*(?:copyright)?[\s©,]*"
_RIGHTS = (
    re.compile(rf"{_SIGN}{_YEARS}[\s,|.:–—-]*(?:г\.|гг\.|ж\.)?[\s,|]*([^.,|©\d]+)", re.IGNORECASE),
    re.compile(rf"{_SIGN}([^.,|©\d]+?)[\s,|–—-]*{_YEARS}", re.IGNORECASE),
    re.compile(rf"([^.,|©\d]+?)[\s,|–—-]*©\s*{_YEARS}", re.IGNORECASE),
)
_FRONT = re.compile(r"home|main|logo|index|главн|логотип|басты", re.IGNORECASE)
_LONGEST_NAME = 40


def author_shown(root: Any, blocks: Sequence[Block], found: Found, outlet: str | None) -> str | None:
    """The author whom readers see: behind a word for it, in an element called so, under a link, alone by the text."""
    return next((name for name in _shown(root, blocks, found) if name != outlet), None)


def _shown(root: Any, blocks: Sequence[Block], found: Found) -> Iterator[str]:
    lines = _lines(blocks, found)
    for line in lines:
        if match := _labelled().search(line.text):
            yield str(match.group(1))
    others = {block.element for block in found.stories if block.linked < 0.5}
    for element in _called(root):
        name = _only_name(_without_label(_text(element)))
        if name and others.isdisjoint(ancestors(element, 3)):
            yield name
    for line in lines:
        below = next((block for block in lines if block.number == line.number + 1), None)
        if below and folded(below.text) in page_words("roles") and (name := _only_name(line.text)):
            yield name
    for line in lines:
        signs = islice(line.element.iter("i", "span", "svg", "img"), _PIECES)
        pictured = any(_ICON.search(names(one)) and not _text(one) for one in signs)
        if pictured and (name := _only_name(line.text)):
            yield name
    for line in lines:
        for element in line.element.iter("a"):
            name = _only_name(_text(element))
            if name and _OF_AUTHORS.search(element.get("href") or ""):
                yield name
    for line in lines:
        if is_dated(line) and found.headline and line.number > found.headline.number:
            yield from _beside_date(line.text)
    for line in _behind(blocks, found):
        if name := _only_name(line.text):
            yield name


def outlet_of_rights(root: Any) -> str | None:
    """The name beside the sign and the years of copyright."""
    for text in root.xpath("//body//text()[contains(., '©') or contains(., 'opyright')]")[-20:]:
        around = text.getparent().getparent() if text.is_tail else text.getparent()
        for line in (str(text), around.text_content()):
            if name := _holder(" ".join(line[:300].split())):
                return name
    return None


def outlet_of_front(root: Any) -> str | None:
    """The name in the link to the front page, or of the picture in it."""
    for element in root.xpath("//body//a[@href='/']")[:10]:
        texts = [_text(element), element.get("title"), *(image.get("alt") for image in element.iter("img"))]
        for text in texts:
            name = " ".join((text or "").split())
            known = name.lower() in page_words("sections") or _FRONT.search(name)
            if 2 < len(name) <= _LONGEST_NAME and name.count(" ") < 5 and name[0].isupper() and not known:
                return name
    return None


def _holder(line: str) -> str | None:
    for pattern in _RIGHTS:
        match = pattern.search(line)
        name = match.group(1).strip(" «»\"'–—-:") if match else ""
        if 1 < len(name) <= _LONGEST_NAME and name.count(" ") < 5 and name[0].isupper() and not is_frame(name):
            return name
    return None


def _lines(blocks: Sequence[Block], found: Found) -> list[Block]:
    """Short lines from a little above the headline to the text, and behind the text."""
    if not found.article:
        return []
    first, last = found.article[0].number, found.article[-1].number
    start = min(found.headline.number if found.headline else first, first)
    second = found.article[:_BEHIND][-1].number
    near = [*blocks[max(0, start - _ABOVE) : second + 1], *blocks[last : last + 1 + _BEHIND]]
    return [block for block in near if block.words <= _SHORT and block is not found.headline]


def _behind(blocks: Sequence[Block], found: Found) -> list[Block]:
    """The last line of the text and the one behind it, that sign it."""
    if not found.article:
        return []
    last = found.article[-1].number
    return [
        block
        for block in blocks[last : last + 2]
        if block.linked < 0.5 and not any(_ELSEWHERE.search(names(one)) for one in ancestors(block.element, 8))
    ]


def _text(element: Any) -> str:
    """What an element says, where that is little."""
    return " ".join("".join(islice(element.itertext(), _PIECES)).split())


def _called(root: Any) -> Iterator[Any]:
    for element in root.iter():
        if not isinstance(element.tag, str) or element.tag in ("body", "html", "script", "style", "meta", "link"):
            continue
        called = names(element)
        own = [word for word in called.split() if _CALLED.search(word) and not _NOT_CALLED.search(word)]
        if own and not any(_ELSEWHERE.search(names(one)) for one in ancestors(element, 8)):
            yield element


@cache
def _labelled() -> re.Pattern[str]:
    labels = "|".join(sorted((re.escape(word) for word in page_words("author")), key=len, reverse=True))
    return re.compile(rf"(?:^|[\s|·•,(])(?i:{labels})(?:\(а\))?\s*:?\s+({_NAME})")


def _without_label(text: str) -> str:
    labels = "|".join(re.escape(word) for word in page_words("author"))
    return re.sub(rf"^(?:{labels})\s*:?\s+", "", text, flags=re.IGNORECASE)


def _only_name(text: str) -> str | None:
    text = text.strip(" —–-")
    match = _ONLY_NAME.fullmatch(text) if len(text) <= _LONGEST_NAME + 2 else None
    if match is None or is_frame(match[1]):
        return None
    known = {*page_words("sections"), *page_words("comments"), *page_words("more")}
    return None if folded(match[1]) in known else match[1]


def _beside_date(line: str) -> Iterator[str]:
    """Names in a line with a date; not a place before it, as agencies have it: "Osh, 4 March"."""
    rest, at = "", 0
    for one in written_dates(line):
        before = line[at : one.start]
        rest += (before.rstrip(" ,") + " — " if not before.rstrip().endswith(",") else "") + "| "
        at = one.end
    rest += line[at:]
    for part in _SEPARATORS.split(_HOUR.sub("|", rest)):
        match = re.match(rf"({_NAME})(?P<rest>.*)", part.strip())
        name = _only_name(match[1]) if match else None
        if match and name and (not match["rest"] or match["rest"].islower()):
            yield name
