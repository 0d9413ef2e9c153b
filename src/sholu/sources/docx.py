"""Word documents (docx)."""

import zipfile
from collections.abc import Iterator
from typing import Any

from sholu.errors import Rejected
from sholu.model.document import Document
from sholu.sources.given import Given
from sholu.sources.item import Item
from sholu.sources.office_xml import xml_tree
from sholu.sources.zips import member

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_SKIPPED = {
    _W + name for name in ("del", "moveFrom", "instrText", "footnoteReference", "commentReference", "delText")
} | {"{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"}
_WRITTEN = {_W + "tab": "\t", _W + "br": "\n", _W + "cr": "\n", _W + "noBreakHyphen": "-", _W + "softHyphen": ""}


def docx_document(archive: zipfile.ZipFile, item: Item, given: Given) -> Document:
    """The text of a Word file, paragraphs and tables in order, as it reads with all changes accepted.

    A paragraph in the style of a title becomes the title. The days of the file's properties tell when it was typed, not
    when it was published, and are left alone. Rejected `empty`, `encrypted`, `archive-broken`, `file-broken`.
    """
    body = xml_tree(member(archive, "word/document.xml", item), "Word file").find(_W + "body")
    paragraphs = [(text.strip(), style) for text, style in _paragraphs(body) if text.strip()]
    if not paragraphs:
        raise Rejected("The Word file has no text.", code="empty", hint="If it holds a picture of text, type it.")
    title = next((text for text, style in paragraphs[:5] if style.lower() in ("title", "heading1", "1", "a3")), None)
    return given.applied(Document("\n\n".join(text for text, _ in paragraphs), title=title))


def _paragraphs(body: Any) -> Iterator[tuple[str, str]]:
    """Text and style of every paragraph; a row of a table is one."""
    if body is None:
        return
    stack = list(reversed(body))
    while stack:
        element = stack.pop()
        if element.tag == _W + "p":
            style = element.find(f"{_W}pPr/{_W}pStyle")
            yield _text(element), "" if style is None else style.get(_W + "val", "")
        elif element.tag == _W + "tr":
            yield "\t".join(filter(None, (" ".join(_text(cell).split()) for cell in element.iter(_W + "tc")))), ""
        elif element.tag not in _SKIPPED:
            stack.extend(reversed(element))


def _text(paragraph: Any) -> str:
    out: list[str] = []
    stack = [paragraph]
    while stack:
        element = stack.pop()
        if element.tag == _W + "t":
            out.append(element.text or "")
        elif element.tag in _WRITTEN:
            out.append(_WRITTEN[element.tag])
        elif element.tag not in _SKIPPED and element.tag not in (_W + "pPr", _W + "rPr"):
            if element.tag == _W + "p" and out:
                out.append("\n")
            stack.extend(reversed(element))
    return "".join(out)
