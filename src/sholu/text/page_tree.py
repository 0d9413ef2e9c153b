"""A web page as a list of blocks: stretches of text between breaks, where they stand, and what of them is links."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Any

_BLOCKS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "center",
        "dd",
        "details",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "li",
        "main",
        "nav",
        "ol",
        "p",
        "pre",
        "section",
        "summary",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "tr",
        "ul",
        "br",
        "html",
    ]
)
_SKIPPED = frozenset(
    [
        "script",
        "style",
        "noscript",
        "template",
        "svg",
        "iframe",
        "object",
        "embed",
        "select",
        "button",
        "textarea",
        "input",
        "form",
        "nav",
        "footer",
        "aside",
        "head",
        "figcaption",
        "amp-sidebar",
        "amp-consent",
        "amp-ad",
        "math",
        "canvas",
        "audio",
        "video",
        "map",
    ]
)
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_HIDDEN_CLASS = re.compile(
    r"(?:^|\s)(?:sr-only|screen-reader-text|(?:visually|rich-snippet|element)-?(?:hidden|invisible))(?:\s|$)",
    re.IGNORECASE,
)
_ASIDE = 200  # characters: more is no note for machines or for readers who cannot see
_SPACES = re.compile(r"[\s\u00a0\u200b]+")
_STOPS = (".", "!", "?", "…", ":", ";", "»", "”", '"')
HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_FEW = 20  # elements in a paragraph
_MOST_HIDDEN = 5_000
_FORMS = 20  # of a page that may be around all of it
MOST_BLOCKS = 20_000


@dataclass(frozen=True, slots=True, eq=False)
class Block:
    """Text without a break in it; `element` is the element that it stands in, `linked` the share of it in links."""

    text: str
    element: Any
    linked: float
    bold: bool
    after_break: bool
    number: int = 0

    @property
    def words(self) -> int:
        """How many words the text has."""
        return self.text.count(" ") + 1

    @property
    def tag(self) -> str:
        """The name of the element that it stands in."""
        return str(self.element.tag)


def parse(markup: str) -> Any:
    """The root of a page's tree; nothing is loaded or run. ValueError when there is no element at all."""
    from lxml import etree, html

    # A declaration of encoding in a text that is decoded already makes lxml refuse it.
    markup = re.sub(r"^\s*<\?xml[^>]*\?>", "", markup, count=1)
    parser = html.HTMLParser(no_network=True, huge_tree=False, remove_comments=True, remove_pis=True)
    try:
        root = html.document_fromstring(markup, parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError) as error:
        raise ValueError(f"no page: {error}") from error
    return root


def blocks(root: Any) -> list[Block]:
    """The visible blocks of a page in order, without scripts, menus, forms and what is hidden."""
    lines: list[list[Block]] = []
    for block in _pieces(root):
        last = lines[-1][-1] if lines else None
        # A line broken for its looks goes on in small letters.
        if last and block.after_break and last.element is block.element and _goes_on(last.text, block.text):
            lines[-1].append(block)
        elif len(lines) < MOST_BLOCKS:
            lines.append([block])
        else:
            break
    return [_joined(parts, number) for number, parts in enumerate(lines)]


def _joined(parts: list[Block], number: int) -> Block:
    first = parts[0]
    text = " ".join(part.text for part in parts)
    linked = sum(part.linked * len(part.text) for part in parts) / sum(len(part.text) for part in parts)
    return Block(text, first.element, linked, all(part.bold for part in parts), first.after_break, number)


def hidden_texts(root: Any) -> Iterator[str]:
    """The paragraphs and headings in what a page hides, a few thousand at most."""
    hidden = (box for box in root.iter() if isinstance(box.tag, str) and _is_hidden(box))
    inside = (element for box in hidden for element in box.iter("p", "li", "div", "td", *HEADINGS))
    for element in islice(inside, _MOST_HIDDEN):
        if len(element) < _FEW:
            yield " ".join(element.text_content().split())


def ancestors(element: Any, most: int = 60) -> Iterator[Any]:
    """The element and what it stands in, outwards."""
    while element is not None and most:
        yield element
        element = element.getparent()
        most -= 1


def names(element: Any) -> str:
    """Class and id of an element, in small letters."""
    return f"{element.get('class') or ''} {element.get('id') or ''}".lower()


def _goes_on(above: str, below: str) -> bool:
    return not above.endswith(_STOPS) and below[:1].islower()


def _pieces(root: Any) -> Iterator[Block]:
    run: list[tuple[str, bool, bool]] = []
    holder: Any = root
    broken = False
    for kind, element, text, link, bold in _events(root):
        if kind == "text":
            run.append((text, link, bold))
            continue
        block = _block(run, holder, broken)
        if block:
            yield block
        if block or kind != "break":
            broken = kind == "break"
        run, holder = [], element
    block = _block(run, holder, broken)
    if block:
        yield block


def _events(root: Any) -> Iterator[tuple[str, Any, str, bool, bool]]:
    """Text and the edges of blocks, in order. Without recursion: pages nest as deep as they like."""
    stack: list[tuple[str, Any, bool, bool, Any]] = [("open", root, False, False, root)]
    pages = _forms_around(root)
    while stack:
        kind, element, link, bold, holder = stack.pop()
        if kind == "tail":
            if element.tail:
                yield "text", holder, element.tail, link, bold
            continue
        if kind == "close":
            yield "edge", holder, "", False, False
            continue
        tag = element.tag if isinstance(element.tag, str) else ""
        if tag == "br":
            yield "break", holder, "", False, False
            continue
        if not tag or (tag in _SKIPPED and element not in pages) or _is_hidden(element):
            continue
        inner = holder
        if tag in _BLOCKS:
            inner = element
            yield "edge", element, "", False, False
            stack.append(("close", element, link, bold, holder))
        link, bold = link or tag == "a", bold or tag in ("b", "strong") or tag in HEADINGS
        if element.text:
            yield "text", inner, element.text, link, bold
        for child in reversed(element):
            stack.append(("tail", child, link, bold, inner))
            stack.append(("open", child, link, bold, inner))


def _forms_around(root: Any) -> set[Any]:
    """The forms that hold most of a page, as the pages of some systems stand in one."""
    forms = list(islice(root.iter("form"), _FORMS))
    whole = len(root.text_content()) if forms else 0
    return {form for form in forms if len(form.text_content()) > whole / 2}


def _is_hidden(element: Any) -> bool:
    return (
        element.get("hidden") is not None
        or element.get("aria-hidden") == "true"
        or bool(_HIDDEN.search(element.get("style") or ""))
        or (
            bool(_HIDDEN_CLASS.search(element.get("class") or ""))
            and len(element.text_content()[: _ASIDE + 1]) <= _ASIDE
        )
    )


def _block(run: list[tuple[str, bool, bool]], holder: Any, broken: bool) -> Block | None:
    text = _SPACES.sub(" ", "".join(part for part, _, _ in run)).strip()
    if not text:
        return None
    sizes = [(len("".join(part.split())), link, bold) for part, link, bold in run]
    whole = sum(size for size, _, _ in sizes) or 1
    linked = sum(size for size, link, _ in sizes if link) / whole
    heavy = sum(size for size, _, bold in sizes if bold) / whole
    return Block(text, holder, linked, heavy > 0.9, broken)
