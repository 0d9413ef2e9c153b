"""OpenDocument texts (odt)."""

import zipfile
from collections.abc import Iterator
from typing import Any

from sholu.errors import Rejected
from sholu.model.document import Document
from sholu.sources.given import Given
from sholu.sources.item import Item
from sholu.sources.office_xml import xml_tree
from sholu.sources.zips import member

_T = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_O = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_SKIPPED = {_T + "tracked-changes", _O + "annotation", _T + "note", _T + "table-of-content", _T + "sequence-decls"}
_BLOCKS = (_T + "p", _T + "h")
_MOST_SPACES = 100


def odt_document(archive: zipfile.ZipFile, item: Item, given: Given) -> Document:
    """The text of an OpenDocument file, paragraphs and tables in order; notes, comments and deletions are left out.

    Rejected `empty`, `encrypted`, `archive-broken`, `file-broken`, `format-unknown` (a spreadsheet, a drawing).
    """
    kind = member(archive, "mimetype", item, 1000)
    if b"opendocument.text" not in kind:
        raise Rejected(
            f"This is {kind[:80].decode('ascii', 'replace')}, not a text.",
            code="format-unknown",
            hint="Save it as .odt, a table as CSV.",
        )
    names = archive.namelist()
    if "META-INF/manifest.xml" in names and b"encryption-data" in member(archive, "META-INF/manifest.xml", item):
        raise Rejected("The file is protected with a password.", code="encrypted", hint="Save it without a password.")
    body = xml_tree(member(archive, "content.xml", item), "OpenDocument file").find(f"{_O}body/{_O}text")
    blocks = [(text.strip(), heading) for text, heading in _blocks(body) if text.strip()]
    if not blocks:
        raise Rejected("The file has no text.", code="empty", hint="If it holds a picture of text, type it.")
    title = next((text for text, heading in blocks[:5] if heading), None)
    return given.applied(Document("\n\n".join(text for text, _ in blocks), title=title))


def _blocks(body: Any) -> Iterator[tuple[str, bool]]:
    """Text of every paragraph, and whether it is a heading of the first level or has the style of a title."""
    if body is None:
        return
    stack = list(reversed(body))
    while stack:
        element = stack.pop()
        if element.tag in _BLOCKS:
            first = element.tag == _T + "h" and element.get(_T + "outline-level", "1") == "1"
            yield _text(element), first or element.get(_T + "style-name", "") == "Title"
        elif element.tag == _TABLE + "table-row":
            cells = (" ".join(_text(cell).split()) for cell in element.iter(_TABLE + "table-cell"))
            yield "\t".join(filter(None, cells)), False
        elif element.tag not in _SKIPPED:
            stack.extend(reversed(element))


def _text(block: Any) -> str:
    out: list[str] = []
    stack: list[Any] = [block]
    while stack:
        element = stack.pop()
        if isinstance(element, str):
            out.append(element)
            continue
        if element.tag == _T + "s":
            out.append(" " * min(_MOST_SPACES, int(element.get(_T + "c", "1")) if _is_number(element) else 1))
        elif element.tag == _T + "tab":
            out.append("\t")
        elif element.tag == _T + "line-break":
            out.append("\n")
        elif element.tag not in _SKIPPED:
            inner: list[Any] = [element.text or ""]
            for child in element:
                inner += [child, child.tail or ""]
            if element is not block and element.tag in _BLOCKS:
                out.append("\n")
            stack.extend(reversed(inner))
    return "".join(out)


def _is_number(element: Any) -> bool:
    return element.get(_T + "c", "1").isdecimal() and len(element.get(_T + "c", "1")) < 5
