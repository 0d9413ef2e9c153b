"""What of a document and its reading is made findable: words with their base forms, and marks to filter by."""

from collections.abc import Iterator

from sqlalchemy import Connection, delete, insert, text

from sholu.model.reading import Reading
from sholu.reading.languages import LANGUAGES
from sholu.reading.languages.morphology import lemma
from sholu.store import schema
from sholu.text.tokens import tokenise


def index(connection: Connection, id: str, reading: Reading) -> None:
    """Make one document findable, inside the caller's transaction."""
    document = reading.document
    words = f"{document.title or ''} {document.text}"
    connection.execute(
        text("INSERT INTO search (document, title, body, stems) VALUES (:id, :title, :body, :stems)"),
        {
            "id": id,
            "title": document.title or "",
            "body": document.text,
            "stems": " ".join(stems(words, document.language)),
        },
    )
    marks = [{"document": id, "field": field, "value": value} for field, value in sorted(set(_marks(reading)))]
    if marks:
        connection.execute(insert(schema.marks), marks)


def forget(connection: Connection, id: str) -> None:
    """Take one document out of what can be found, inside the caller's transaction."""
    connection.execute(text("DELETE FROM search WHERE document = :id"), {"id": id})
    connection.execute(delete(schema.marks).where(schema.marks.c.document == id))


def stems(words: str, language: str | None) -> Iterator[str]:
    """The base forms of a text's words that differ from the words, in the languages that Sholu reads."""
    tag = (language or "").split("-")[0]
    if tag not in LANGUAGES:
        return
    for token in tokenise(words):
        if token.is_word:
            base = lemma(tag, token.lower)
            if base != token.lower:
                yield base


def _marks(reading: Reading) -> Iterator[tuple[str, str]]:
    for event in reading.events:
        yield "type", event.type.lower()
        if event.mode:
            yield "mode", event.mode.lower()
        for context in event.contexts:
            yield "context", context.lower()
    for entity in reading.entities:
        if entity.country:
            yield "country", entity.country.lower()
