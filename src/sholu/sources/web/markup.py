"""HTML and XML of strangers as trees: no network, no entities, no giant trees, nothing run."""

import re
from collections.abc import Iterator
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


def text_of(data: bytes, charset: str | None) -> str:
    """The text of a page. What the server says of its encoding is tried first; many say it wrongly. Rejected."""
    if charset and _CHARSET.fullmatch(charset):
        try:
            return decode(data, encoding=charset)[0]
        except Rejected:
            pass
    return decode(data)[0]


def html_tree(markup: str) -> Any | None:
    """The tree of a web page, or None where there is none."""
    parser = etree.HTMLParser(encoding="utf-8", no_network=True, huge_tree=False, remove_comments=True, remove_pis=True)
    try:
        return etree.fromstring(markup.encode("utf-8", "replace"), parser)
    except (etree.LxmlError, ValueError):
        return None


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
    """An element's name without its namespace, in lower case; "" for what is no element."""
    tag = element.tag
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
