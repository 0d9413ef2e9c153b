"""A row or record, already taken apart into fields, as a document."""

from collections.abc import Mapping

from sholu.errors import Rejected
from sholu.model.document import Document
from sholu.sources.given import Given, publication_date
from sholu.text.written_dates import written_day

_PARTS = ("text", "id", "url", "title", "outlet", "language")


def record_document(record: Mapping[str, object], given: Given) -> Document:
    """The document in a record with `text` and, where known, id, url, title, outlet, published, language.

    Numbers are taken as they are written; `given` fills what the record leaves out. A date that cannot be read is left
    out: the article is still one. Rejected `empty`, `field-wrong`, `text-broken`.
    """
    parts = {name: _words(name, record.get(name)) for name in _PARTS}
    text = parts.pop("text")
    if text is None:
        raise Rejected("This record has no text.", code="empty", hint="Give the article in the column of texts.")
    published = given.published if record.get("published") is None else _date(str(record["published"]))
    return Document(
        text,
        id=parts["id"] or "",
        url=parts["url"] or given.url,
        title=parts["title"] or given.title,
        outlet=parts["outlet"] or given.outlet,
        published=published or given.published,
        published_basis=None if not (published or given.published) else "given",
        language=parts["language"] or given.language,
    )


def _words(name: str, value: object) -> str | None:
    if value is None or value != value:  # a missing number in a table is not equal to itself
        return None
    if isinstance(value, bytes | list | dict | tuple):
        raise Rejected(f"Field {name!r} is {value!r:.60}, not words.", code="field-wrong", hint="Give plain text.")
    words = str(value).strip() if name != "text" else str(value)
    try:
        words.encode("utf-8")
    except UnicodeEncodeError as error:
        raise Rejected(
            f"Field {name!r} holds half a character (a lone surrogate) at position {error.start}.",
            code="text-broken",
            hint="Export it again as valid UTF-8.",
        ) from error
    return words if words.strip() else None


def _date(value: str) -> str | None:
    value = value.strip()
    try:
        return publication_date(value)
    except ValueError:
        return written_day(value)
