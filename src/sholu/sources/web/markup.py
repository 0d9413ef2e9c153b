"""HTML and XML of strangers as trees: no network, no entities, no giant trees, nothing run."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from lxml import etree

from sholu.errors import Rejected
from sholu.text.encoding import decode

_CHARSET = re.compile(
    r"(?:us-)?ascii|utf-?8|utf-?16(?:-?[lb]e)?|(?:windows-|cp)(?:125\d|866|874)|koi8-?[rut]|iso-?8859-\d{1,2}|ibm866"
    r"|(?:x-)?mac-?cyrillic|kz-?1048|ptcp154|latin-?[1-9]|gb2312|gbk|gb18030|big5|shift_?jis|euc-(?:jp|kr)",
    re.IGNORECASE,
)
_MOST_ELEMENTS = 500_000
_DEEPEST = 50  # links in one another; no honest page has two
_MOST_PIECES = 200  # of text in one link; a broken page has all that follows in it


def text_of(data: bytes, charset: str | None) -> str:
    """The text of a page. What the server says of its encoding is tried first; many say it wrongly. Rejected."""
    if charset and _CHARSET.fullmatch(charset):
        try:
            return decode(data, encoding=charset)[0]
        except Rejected:
            pass
    return decode(data)[0]


@dataclass(frozen=True, slots=True)
class Link:
    """An `a`, `link` or `base` element: its name, its attributes, and the beginning of the text in it."""

    tag: str
    attributes: Mapping[str, str]
    text: str


def page_links(markup: str, most: int) -> tuple[str | None, list[Link]]:
    """A page's title, and its first `most` links, in order. No tree is built, which some pages
    would make an endless task.
    """
    parser = etree.HTMLParser(encoding="utf-8", no_network=True, huge_tree=False, target=_Links(most))
    try:
        found: tuple[str | None, list[Link]] = etree.fromstring(markup.encode("utf-8", "replace"), parser)
    except (etree.LxmlError, ValueError):
        return None, []
    return found


class _Links:
    """What lxml tells while it reads a page."""

    def __init__(self, most: int) -> None:
        self._left = most
        self._found: list[tuple[str, Mapping[str, str], list[str]]] = []
        self._open: list[list[str]] = []
        self._deeper = 0
        self._title: list[str] = []
        self._titles = 0
        self._in_title = False

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        self._in_title = tag == "title" and not self._titles
        self._titles += tag == "title"
        if tag not in ("a", "link", "base"):
            return
        pieces: list[str] = []
        if tag == "a" and len(self._open) < _DEEPEST:
            self._open.append(pieces)
        elif tag == "a":
            self._deeper += 1
        if self._left and "href" in attributes:
            self._left -= 1
            kept = {name: attributes[name] for name in ("href", "rel", "type") if name in attributes}
            self._found.append((tag, kept, pieces))

    def end(self, tag: str) -> None:
        if tag == "a" and self._deeper:
            self._deeper -= 1
        elif tag == "a" and self._open:
            self._open.pop()
        self._in_title = False

    def data(self, text: str) -> None:
        for pieces in self._open:
            if len(pieces) < _MOST_PIECES:
                pieces.append(text)
        if self._in_title:
            self._title.append(text)

    def close(self) -> tuple[str | None, list[Link]]:
        found = [Link(tag, kept, " ".join("".join(pieces).split())) for tag, kept, pieces in self._found]
        return "".join(self._title) or None, found


def xml_elements(data: bytes, names: tuple[str, ...]) -> Iterator[tuple[str, Any]]:
    """The elements with these local names, each with its name, as they close; broken XML is read as far as it goes.

    Each element is emptied after its turn, so memory stays flat however long the document is.
    """
    events = etree.iterparse(
        BytesIO(data),
        events=("end",),
        recover=True,
        resolve_entities=False,
        load_dtd=False,
        no_network=True,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        for number, (_, element) in enumerate(events):
            name = local_name(element)
            if name in names:
                yield name, element
                element.clear()
                while element.getprevious() is not None:
                    del element.getparent()[0]
            if number > _MOST_ELEMENTS:
                return
    except etree.LxmlError:
        return


def local_name(element: Any) -> str:
    """An element's name without its namespace, in lower case; "" for what is no element, or has a broken name."""
    try:
        tag = element.tag
    except UnicodeDecodeError:  # half a character; a parser that recovers lets it through
        return ""
    return tag.rpartition("}")[2].lower() if isinstance(tag, str) else ""


def text_in(element: Any) -> str:
    """The text at an element's beginning, without space around it; "" where there is none, or where it is broken."""
    try:
        return (element.text or "").strip()
    except UnicodeDecodeError:  # half a character, written as a reference
        return ""


def declares_entities(data: bytes) -> bool:
    """Whether a document declares entities of its own, which no feed has a reason to."""
    return b"<!ENTITY" in data[:100_000].upper().replace(b"\0", b"")
