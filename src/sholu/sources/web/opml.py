"""Lists of sources for other programs and from them: OPML, which feed readers speak, and our own TOML."""

import json
import tomllib
from collections.abc import Iterable
from xml.sax.saxutils import escape, quoteattr

from lxml import etree

from sholu.errors import InputError, Rejected
from sholu.sources.web.address import parse
from sholu.sources.web.markup import declares_entities
from sholu.sources.web.registry import KINDS, Source, SourceKind

LARGEST = 5_000_000
"""Bytes of the largest list that is read."""

_OURS = "urn:sholu:sources"
_MOST = 10_000


def to_opml(sources: Iterable[Source]) -> str:
    """The sources as OPML 2.0; what is not a feed has `type` link, and our own attributes tell the rest."""
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<opml version="2.0" xmlns:sholu="{_OURS}">',
        f"  <head><title>{escape('Sources of Sholu')}</title></head>",
        "  <body>",
    ]
    for source in sources:
        told = {
            "text": source.title or source.outlet or source.id,
            "type": "rss" if source.kind == "feed" else "link",
            "xmlUrl" if source.kind == "feed" else "url": source.url,
            "language": source.language,
            "sholu:id": source.id,
            "sholu:kind": source.kind,
            "sholu:outlet": source.outlet,
            "sholu:title": source.title,
            "sholu:every": None if source.every is None else f"{source.every:g}",
        }
        written = " ".join(f"{name}={quoteattr(_printable(value))}" for name, value in told.items() if value)
        lines.append(f"    <outline {written}/>")
    return "\n".join([*lines, "  </body>", "</opml>", ""])


def from_opml(data: bytes) -> list[Source]:
    """The sources in an OPML list, folders within folders too; hosts are never allowed by a list.

    InputError `sources-broken`. What has no address, or one that is never asked, is left out.
    """
    if len(data) > LARGEST or declares_entities(data):
        raise _broken("it is too large, or declares entities")
    parser = etree.XMLParser(resolve_entities=False, load_dtd=False, no_network=True, huge_tree=False)
    try:
        root = etree.fromstring(data, parser)
    except (etree.LxmlError, ValueError) as error:
        raise _broken(str(error)) from error
    if root.tag != "opml":
        raise _broken(f"it is a {str(root.tag)[:40]!r}")
    read = (_outline(element) for element in root.findall(".//outline")[:_MOST])
    return [source for source in read if source is not None]


def _outline(element: etree._Element) -> Source | None:
    def told(name: str) -> str | None:
        return (element.get(name) or "").strip()[:2_000] or None

    def own(name: str) -> str | None:
        return told(f"{{{_OURS}}}{name}")

    feed = told("xmlUrl") or told("xmlurl")
    url = feed or told("url")
    if not url:
        return None
    kind = own("kind")
    known: SourceKind = next((name for name in KINDS if name == kind), "feed" if feed else "listing")
    every = own("every")
    try:
        return Source(
            id=own("id") or "",
            url=str(parse(url)),
            kind=known,
            outlet=own("outlet"),
            language=told("language"),
            title=own("title") or told("title") or told("text"),
            every=float(every) if every and every.replace(".", "", 1).isdigit() else None,
        )
    except Rejected:
        return None


def to_toml(sources: Iterable[Source]) -> str:
    """The sources as TOML, one table each; fields that are not set are left out."""
    blocks = []
    for source in sources:
        lines = ["[[source]]"]
        for name in Source.__slots__:
            value = getattr(source, name)
            if value is not None and value != ():
                lines.append(f"{name} = {_toml(value)}")
        blocks.append("\n".join(lines) + "\n")
    return "\n".join(blocks)


def from_toml(data: bytes) -> list[Source]:
    """The sources in a TOML list. InputError `sources-broken`."""
    if len(data) > LARGEST:
        raise _broken("it is too large")
    try:
        tables = tomllib.loads(data.decode("utf-8")).get("source", [])
        return [_table(table) for table in tables[:_MOST]]
    except (UnicodeDecodeError, tomllib.TOMLDecodeError, RecursionError, TypeError, KeyError, ValueError) as error:
        raise _broken(str(error)) from error


def _table(table: dict[str, object]) -> Source:
    wrong = [name for name in table if name not in Source.__slots__]
    if wrong or "url" not in table:
        raise ValueError(f"a source has no field {wrong[0]!r}" if wrong else "a source has no url")
    for name, value in table.items():
        fine = isinstance(value, list) if name == "allowed" else isinstance(value, str | int | float)
        if not fine:
            raise ValueError(f"{name} is {value!r:.60}")
    every = table.get("every")
    allowed = table.get("allowed", [])
    texts = {name: str(value) for name, value in table.items() if name not in ("every", "allowed", "kind")}
    return Source(
        **{"id": "", **texts},
        kind=str(table.get("kind", "feed")),  # type: ignore[arg-type]
        every=float(every) if isinstance(every, int | float) else None,
        allowed=tuple(str(host) for host in allowed) if isinstance(allowed, list) else (),
    )


def _toml(value: object) -> str:
    if isinstance(value, tuple):
        return "[" + ", ".join(_toml(item) for item in value) + "]"
    # TOML's strings are JSON's, but for one control character.
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")


def _printable(text: str) -> str:
    return "".join(char if char.isprintable() else " " for char in text)


def _broken(why: str) -> InputError:
    return InputError(
        f"This is no list of sources: {why}.",
        code="sources-broken",
        hint="Give an OPML file as feed readers write it, or what `sholu sources export --format toml` wrote.",
    )
