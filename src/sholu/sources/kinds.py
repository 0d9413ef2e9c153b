"""What kind of file this is: by its first bytes, and only where they do not tell, by the ending of its name."""

import re
from enum import StrEnum


class Kind(StrEnum):
    """The formats that a file can be in."""

    TEXT = "text"
    PAGE = "web page"
    PDF = "PDF"
    ZIP = "zip"
    TAR = "tar"
    PACKED = "compressed file"
    WARC = "WARC"
    MAIL = "mail"
    MBOX = "mbox"
    MHTML = "MHTML"
    JSON = "JSON"
    JSONL = "JSON lines"
    CSV = "CSV"
    PARQUET = "Parquet"
    OLD_WORD = "old Word or Excel file"
    RICH_TEXT = "RTF"
    UNREAD = "file of another kind"


_MAGIC: tuple[tuple[bytes, Kind], ...] = (
    (b"PK\x03\x04", Kind.ZIP),
    (b"PK\x05\x06", Kind.ZIP),
    (b"\x1f\x8b", Kind.PACKED),
    (b"BZh", Kind.PACKED),
    (b"\xfd7zXZ\0", Kind.PACKED),
    (b"PAR1", Kind.PARQUET),
    (b"WARC/", Kind.WARC),
    (b"\xd0\xcf\x11\xe0", Kind.OLD_WORD),
    (b"{\\rtf", Kind.RICH_TEXT),
    (b"7z\xbc\xaf\x27\x1c", Kind.UNREAD),
    (b"Rar!", Kind.UNREAD),
    (b"\x28\xb5\x2f\xfd", Kind.UNREAD),
)
_SUFFIXES = {
    ".html": Kind.PAGE,
    ".htm": Kind.PAGE,
    ".xhtml": Kind.PAGE,
    ".eml": Kind.MAIL,
    ".mbox": Kind.MBOX,
    ".mht": Kind.MHTML,
    ".mhtml": Kind.MHTML,
    ".json": Kind.JSON,
    ".jsonl": Kind.JSONL,
    ".ndjson": Kind.JSONL,
    ".csv": Kind.CSV,
    ".tsv": Kind.CSV,
}
FOLDER_SUFFIXES = frozenset(
    ".txt .md .html .htm .xhtml .pdf .docx .odt .eml .mbox .mht .mhtml .warc .wacz".split()  # noqa: SIM905
)
"""Endings of the files that are read when a folder or an archive is given; tables and lines are read when named."""

_PAGE = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.{0,3000}?-->\s*)*<(?:!doctype\s+html|html)\b", re.IGNORECASE | re.DOTALL
)
_XML = re.compile(rb"\s*<\?xml")
_HEADER = re.compile(rb"(?:[A-Za-z][A-Za-z0-9-]{1,40}:[^\n]{0,2000}\r?\n(?:[ \t][^\n]{0,2000}\r?\n)*){3}")
_MAIL_NAME = re.compile(
    rb"^(?:From|Subject|MIME-Version|Message-ID|Received|Return-Path):", re.IGNORECASE | re.MULTILINE
)
_RELATED = re.compile(rb"^Content-Type:\s*multipart/related", re.IGNORECASE | re.MULTILINE)
_HEAD_LEAST = 300  # a tar's mark stands at byte 257


def kind_of(head: bytes, suffix: str) -> Kind:
    """The kind of a file that starts with `head` (some thousand bytes) and whose name ends in `suffix`, e.g. ".pdf"."""
    for magic, kind in _MAGIC:
        if head.startswith(magic):
            return kind
    if b"%PDF-" in head[:1024]:
        return Kind.PDF
    if len(head) >= _HEAD_LEAST and head[257:262] == b"ustar":
        return Kind.TAR
    bare = head.removeprefix(b"\xef\xbb\xbf")
    if bare.startswith(b"From ") and _MAIL_NAME.search(head):
        return Kind.MBOX
    if suffix in _SUFFIXES:
        return Kind.MHTML if _SUFFIXES[suffix] is Kind.MAIL and _is_saved_page(head) else _SUFFIXES[suffix]
    if suffix in (".txt", ".md"):
        return Kind.TEXT
    if _PAGE.match(bare) or _XML.match(bare):
        return Kind.PAGE
    if _HEADER.match(bare) and _MAIL_NAME.search(head):
        return Kind.MHTML if _is_saved_page(head) else Kind.MAIL
    return Kind.TEXT


def _is_saved_page(head: bytes) -> bool:
    return bool(_RELATED.search(head)) and b"Snapshot-Content-Location" in head
