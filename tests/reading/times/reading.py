"""How the tests of times read a text."""

from sholu.model.document import Document
from sholu.reading.page import Page
from sholu.reading.times import find_times

PUBLISHED = "2006-01-20"


def times_in(text: str, tag: str, published: str | None = PUBLISHED) -> list[tuple[str, str, str | None]]:
    """Words, kind and value of every expression of time in `text`."""
    page = Page(Document(text, published=published), tag)
    return [(time.span.of(text), time.kind, time.value) for time in find_times(page)]
