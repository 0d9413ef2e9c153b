"""Newsletters: mails one a file (eml) and many a file (mbox)."""

import tomllib
from collections.abc import Iterator
from email import policy
from email.errors import MessageError
from email.message import EmailMessage
from email.parser import BytesParser
from email.utils import parseaddr
from functools import cache
from importlib import resources
from io import BytesIO

from sholu.errors import Rejected
from sholu.model.document import Document
from sholu.sources.columns import Columns
from sholu.sources.given import Given
from sholu.sources.item import LARGEST, Found, Item, Refusal
from sholu.sources.pages import page_document
from sholu.text.encoding import decode
from sholu.text.html import plain_text
from sholu.text.written_dates import written_day

_ENOUGH = 200  # characters of a plain part that is the mail itself, and not "your program cannot show this"
_FRAME_LINES = 6
_ATTACHED = (".pdf", ".docx", ".odt")


def read_mail(item: Item, given: Given, columns: Columns) -> Iterator[Found]:
    """The newsletter in one mail, and the articles attached to it (PDF, docx, odt).

    The day of publication is the one in the Date header, the outlet is the sender. Refused: `mail-broken`,
    `mail-empty`.
    """
    yield from _documents(item.whole(), item, given, columns)


def read_mbox(item: Item, given: Given, columns: Columns) -> Iterator[Found]:
    """The same for every mail of an mbox file, one at a time."""
    for number, data in enumerate(_messages(item), 1):
        member = f"mail {number}"
        try:
            item.budget.open_member()
            yield from _documents(
                data, Item(f"{item.name}!{member}", item.stream, item.budget, item.depth), given, columns
            )
        except Rejected as error:
            yield Refusal(f"{item.name}!{member}", error)
        except (MessageError, ValueError, LookupError, AttributeError, IndexError, TypeError) as error:
            yield Refusal(f"{item.name}!{member}", _broken(f"{type(error).__name__}: {error}"))


def _documents(data: bytes, item: Item, given: Given, columns: Columns) -> Iterator[Found]:
    message = _parsed(data)
    attached = list(_attachments(message))
    try:
        yield _document(message, given)
    except Rejected as error:
        if not attached:
            raise
        yield Refusal(item.name, error)
    for name, content in attached:
        from sholu.sources.opening import open_item

        yield from open_item(item.inside(name, BytesIO(content)), given, columns)


def _parsed(data: bytes) -> EmailMessage:
    message = BytesParser(policy=policy.default).parsebytes(data)
    if not isinstance(message, EmailMessage) or not any(message.get(name) for name in ("From", "Date", "Subject")):
        raise _broken("it has no From, Date or Subject")
    return message


def _broken(why: str) -> Rejected:
    return Rejected(f"This is no whole mail: {why}.", code="mail-broken", hint="Save it again from the mail program.")


def _document(message: EmailMessage, given: Given) -> Document:
    body = _body(message, given)
    sender, address = parseaddr(str(message.get("From", "")))
    day = written_day(str(message.get("Date", "")))
    document = Document(
        body.text,
        url=body.url,
        title=str(message.get("Subject", "")).strip() or body.title,
        outlet=sender or address or None,
        published=day,
        published_basis="metadata" if day else None,
    )
    return given.applied(document)


def _body(message: EmailMessage, given: Given) -> Document:
    plain, markup = (_content(message, kind) for kind in ("plain", "html"))
    if len(plain.strip()) >= _ENOUGH or (plain.strip() and not markup):
        return Document(_unframed(plain))
    if markup:
        try:
            found = page_document(markup, Given(url=given.url))
        except Rejected:
            found = Document(plain_text(markup))
        whole = plain_text(markup)
        # A newsletter is built of tables; where the search for one article finds a part of it, all of it is meant.
        text = _unframed(found.text if len(found.text) * 2 > len(whole) else whole)
        if text.strip():
            return Document(text, url=found.url, title=found.title)
    raise Rejected(
        "This mail has no text: only pictures or attachments.", code="mail-empty", hint="Save its pictures as text."
    )


def _content(message: EmailMessage, kind: str) -> str:
    part = message.get_body((kind,))
    if part is None:
        return ""
    data = part.get_payload(decode=True)
    if not isinstance(data, bytes) or not data.strip():
        return ""
    charset = part.get_content_charset()
    try:
        return decode(data, encoding=charset)[0]
    except Rejected:
        return decode(data)[0]


def _attachments(message: EmailMessage) -> Iterator[tuple[str, bytes]]:
    for part in message.iter_attachments() if message.is_multipart() else ():
        name = part.get_filename() or ""
        data = part.get_payload(decode=True)
        if name.lower().endswith(_ATTACHED) and isinstance(data, bytes):
            yield name[-80:], data


def _unframed(text: str) -> str:
    """The text without the lines at either end that speak of the mailing and not in it, and without a signature."""
    lines = text.replace("\r\n", "\n").split("\n-- \n", 1)[0].split("\n")
    full = [number for number, line in enumerate(lines) if line.strip()]
    edge = {*full[:_FRAME_LINES], *full[-_FRAME_LINES:]}
    kept = [line for number, line in enumerate(lines) if number not in edge or not _is_frame(line)]
    return "\n".join(kept).strip()


def _is_frame(line: str) -> bool:
    return len(line) < 200 and line.strip().lower().startswith(_frames())


@cache
def _frames() -> tuple[str, ...]:
    return tuple(tomllib.loads((resources.files("sholu.sources") / "mail.toml").read_text("utf-8"))["frame"])


def _messages(item: Item) -> Iterator[bytes]:
    """The mails of an mbox file: each begins after a line "From ..." that stands after an empty one."""
    lines: list[bytes] = []
    size, blank = 0, True
    while line := item.stream.readline(LARGEST):
        if blank and line.startswith(b"From "):
            if any(one.strip() for one in lines):
                yield b"".join(lines)
            lines, size = [], 0
        else:
            size += len(line)
            if size <= LARGEST:
                lines.append(line[1:] if line.startswith(b">From ") else line)
        blank = not line.strip()
    if any(one.strip() for one in lines):
        yield b"".join(lines)
