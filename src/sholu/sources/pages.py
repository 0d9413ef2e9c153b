"""Plain text and web pages, saved by a browser or not, as documents."""

import re
from collections.abc import Iterator

from sholu.model.document import Document
from sholu.sources import telegram
from sholu.sources.columns import Columns
from sholu.sources.given import Given
from sholu.sources.item import Found, Item
from sholu.sources.kinds import Kind, kind_of
from sholu.sources.web_pages import page_text
from sholu.text.encoding import decode
from sholu.text.html import LiveEntry, PageText

_EMBEDDED = re.compile(r"data:[\w.+-]{1,40}/[\w.+-]{1,60}(?:;[\w=.+-]{1,40})*,[A-Za-z0-9+/=%._~-]{100,}")
# What browsers and SingleFile write into a page that they save: the address that it had.
_SAVED = re.compile(
    r"<!--\s*(?:Page saved with SingleFile\s+url:\s*|saved from url=\(\d+\)\s*)(https?://[^\s<>\"]{3,2000})",
    re.IGNORECASE,
)


def read_text(item: Item, given: Given, columns: Columns) -> Iterator[Found]:
    """The document in a text file; of a web page its article, or each entry of a live blog."""
    page = kind_of(item.stream.peek(4096), item.suffix) is Kind.PAGE
    text, _ = decode(item.whole(), encoding=given.encoding)
    if not page:
        yield given.applied(Document(text))
    elif telegram.is_html_export(text):
        yield from telegram.html_posts(text, item.name, given)
    else:
        yield from map(item.budget.furniture.removed_from, page_documents(text, given))


def page_document(markup: str, given: Given) -> Document:
    """The article of a page as one document, a live blog too. Rejected as `text.html.main_text` rejects."""
    return given.applied(_of_page(_read(markup, given)))


def page_documents(markup: str, given: Given) -> Iterator[Document]:
    """The article of a page, or, of a live blog, a document for each entry."""
    page = _read(markup, given)
    if len(page.entries) < 2:
        yield given.applied(_of_page(page))
        return
    for entry in page.entries:
        yield given.applied(_of_entry(page, entry))


def without_embedded(markup: str) -> str:
    """The page without the pictures and fonts that were written into it."""
    return _EMBEDDED.sub("data:,", markup)


def saved_from(markup: str) -> str | None:
    """The address that a saved page came from, where the program that saved it says so."""
    found = _SAVED.search(markup[:20_000])
    return found.group(1) if found else None


def _read(markup: str, given: Given) -> PageText:
    markup = without_embedded(markup)
    return page_text(markup, url=given.url or saved_from(markup))


def _of_page(page: PageText) -> Document:
    return Document(
        page.text,
        url=page.url,
        title=page.title,
        outlet=page.outlet,
        published=page.published,
        published_basis=page.published_basis,
        language=page.language,
    )


def _of_entry(page: PageText, entry: LiveEntry) -> Document:
    published = entry.published or page.published
    return Document(
        entry.text,
        url=f"{page.url}#{entry.anchor}" if page.url and entry.anchor else page.url,
        title=entry.title or page.title,
        outlet=page.outlet,
        published=published,
        published_basis=page.published_basis or "metadata" if published else None,
        language=page.language,
    )
