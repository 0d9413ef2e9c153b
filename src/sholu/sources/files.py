"""Local files as documents: one file as one document, and the files that a folder holds."""

from pathlib import Path
from typing import BinaryIO

from sholu.errors import InputError, Rejected
from sholu.model.document import Document
from sholu.sources.given import Given
from sholu.sources.item import LARGEST
from sholu.sources.kinds import FOLDER_SUFFIXES, Kind, kind_of
from sholu.sources.opening import open_any
from sholu.sources.pages import page_document
from sholu.text.encoding import decode

__all__ = ["LARGEST", "SUFFIXES", "files_under", "from_bytes", "read_bytes", "read_file"]

SUFFIXES = tuple(sorted(FOLDER_SUFFIXES))
"""Endings of the files that are read when a folder is given."""

_EXPORT = "result.json"  # what Telegram Desktop calls its export


def read_file(path: Path, given: Given | None = None) -> Document:
    """The one document in a file of any format that Sholu reads; a live blog counts as one.

    InputError (`file-missing`, `file-unreadable`) or Rejected (`empty`, `binary`, `too-large`, `no-article`,
    `several` when the file holds more than one document, ...).
    """
    given = given or Given()
    if path.is_dir():
        raise InputError(f"{path} is a folder.", code="file-unreadable", hint="Name the files in it, or use `add`.")
    try:
        with path.open("rb") as file:
            kind = kind_of(file.read(4096), path.suffix.lower())
            plain = kind in (Kind.TEXT, Kind.PAGE)
            if plain:
                file.seek(0)
                data = read_bytes(file)
    except FileNotFoundError as error:
        raise InputError(f"There is no file {path}.", code="file-missing", hint="Check the name.") from error
    except OSError as error:
        raise InputError(
            f"{path} cannot be read: {error.strerror}.", code="file-unreadable", hint="Check its permissions."
        ) from error
    if plain:
        return from_bytes(data, given, html=kind is Kind.PAGE)
    return _one(path, given)


def _one(path: Path, given: Given) -> Document:
    documents: list[Document] = []
    refusals: list[Rejected] = []
    for found in open_any(path, given):
        if isinstance(found, Document):
            documents.append(found)
            if len(documents) > 1:
                raise Rejected(
                    f"{path} holds more than one article.",
                    code="several",
                    hint="Keep them in a store with `sholu add`.",
                )
        else:
            refusals.append(found.error)
    if documents:
        return documents[0]
    raise (
        refusals[0] if refusals else Rejected(f"{path} holds no article.", code="no-article", hint="Name another file.")
    )


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
        html = kind_of(text.lstrip("\ufeff \t\r\n")[:4096].encode("utf-8", "replace"), "") is Kind.PAGE
    return page_document(text, given) if html else given.applied(Document(text))


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
        inside = sorted(item for item in path.rglob("*") if _is_known(item) and item.is_file())
        if not inside:
            raise InputError(
                f"The folder {path} holds no {', '.join(SUFFIXES)} file.", code="folder-empty", hint="Name another."
            )
        found += inside
    return found


def _is_known(path: Path) -> bool:
    return path.suffix.lower() in FOLDER_SUFFIXES or path.name == _EXPORT or path.name.lower().endswith(".warc.gz")
