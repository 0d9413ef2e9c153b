"""An invented fortnight of the press in three languages, to try Sholu on; see README.md beside this file."""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any, Literal

from sholu.model.document import Document

LinkKind = Literal[
    "event", "copy", "denial", "figures", "office", "modality", "person", "anonymous", "nested", "time", "quantity"
]

_HERE = resources.files(__name__)
_FENCE = "+++\n"


@dataclass(frozen=True, slots=True)
class Passage:
    """Exact words of an article, and what they are worth: `value` means something else for each kind of link."""

    article: str
    words: str
    value: str = ""


@dataclass(frozen=True, slots=True)
class Link:
    """Something built into the samples: the ids of the articles that share it and the passages that show it."""

    id: str
    kind: LinkKind
    about: str
    articles: tuple[str, ...]
    passages: tuple[Passage, ...] = ()


@cache
def documents() -> tuple[Document, ...]:
    """All articles in the order in which they appeared."""
    files = (file for file in (_HERE / "articles").iterdir() if file.name.endswith(".txt"))
    return tuple(sorted((_document(file.read_text("utf-8")) for file in files), key=_date))


@cache
def links() -> tuple[Link, ...]:
    """All that is built into the articles, in the order of links.toml."""
    tables = tomllib.loads((_HERE / "links.toml").read_text("utf-8"))["links"]
    return tuple(_link(table) for table in tables)


def _document(file: str) -> Document:
    _, header, body = file.split(_FENCE, 2)
    data = tomllib.loads(header)
    del data["note"]
    return Document(text=body.strip("\n"), **data)


def _date(document: Document) -> tuple[str, str]:
    return document.published or "", document.id


def _link(table: dict[str, Any]) -> Link:
    passages = tuple(Passage(**passage) for passage in table.get("passages", ()))
    return Link(table["id"], table["kind"], table["about"], tuple(table["articles"]), passages)
