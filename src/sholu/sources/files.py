"""Local files as documents: plain text, Markdown and saved web pages."""

from pathlib import Path
from typing import BinaryIO

from sholu.errors import InputError, Rejected
from sholu.model.document import Document
from sholu.sources.given import Given
from sholu.text.encoding import decode
from sholu.text.html import main_text

SUFFIXES = (".txt", ".md", ".html", ".htm")
"""Endings of the files that are read when a folder is given."""

LARGEST = 20_000_000
"""Bytes in the largest file that is opened."""


def read_file(path: Path, given: Given | None = None) -> Document:
    """The document in one file; `.html` and `.htm` give their main text, every other file is taken as text.

    InputError (`file-missing`, `file-unreadable`) or Rejected (`empty`, `binary`, `too-large`, `no-article`, ...).
    """
    given = given or Given()
    try:
        if path.is_dir():
            raise InputError(f"{path} is a folder.", code="file-unreadable", hint="Name the files in it, or use `add`.")
        with path.open("rb") as file:
            data = read_bytes(file)
    except FileNotFoundError as error:
        raise InputError(f"There is no file {path}.", code="file-missing", hint="Check the name.") from error
    except OSError as error:
        raise InputError(
            f"{path} cannot be read: {error.strerror}.", code="file-unreadable", hint="Check its permissions."
        ) from error
    return from_bytes(data, given, html=path.suffix.lower() in (".html", ".htm"))


def read_bytes(file: BinaryIO) -> bytes:
    """All of an open file; Rejected `too-large` without reading on when it has more than LARGEST bytes."""
    data = file.read(LARGEST + 1)
    if len(data) > LARGEST:
        raise Rejected(
            f"The file has more than {LARGEST:,} bytes, the most that one article may have.",
            code="too-large",
            hint="Split it into articles, one a file or one a line of JSONL.",
        )
    return data


def from_bytes(data: bytes, given: Given, *, html: bool | None = None) -> Document:
    """The document in `data`: of plain text every character as it stands, of a web page the main text.

    `html` None means: look whether it starts like a web page.
    """
    text, _ = decode(data, encoding=given.encoding)
    if html is None:
        html = text.lstrip("\ufeff \t\r\n")[:200].lower().startswith(("<!doctype html", "<html", "<?xml"))
    if not html:
        return given.applied(Document(text))
    page = main_text(text, url=given.url)
    return given.applied(
        Document(
            page.text,
            url=page.url,
            title=page.title,
            outlet=page.outlet,
            published=page.published,
            published_basis="metadata" if page.published else None,
        )
    )


def files_under(paths: list[Path]) -> list[Path]:
    """The files that `paths` name: each file itself, and in each folder every file with a known ending, sorted.

    InputError `folder-empty` when a folder holds none, `file-missing` when there is nothing of that name.
    """
    found: list[Path] = []
    for path in paths:
        if not path.exists():
            raise InputError(f"There is no file {path}.", code="file-missing", hint="Check the name.")
        if not path.is_dir():
            found.append(path)
            continue
        inside = sorted(item for item in path.rglob("*") if item.suffix.lower() in SUFFIXES and item.is_file())
        if not inside:
            raise InputError(
                f"The folder {path} holds no {', '.join(SUFFIXES)} file.", code="folder-empty", hint="Name another."
            )
        found += inside
    return found
