"""From a page that was fetched to the documents in it: one, or one for each entry of a live blog."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from sholu.errors import Rejected
from sholu.model.document import Document
from sholu.sources.web.address import parse, same_site
from sholu.sources.web.markup import text_of
from sholu.sources.web.reference import Reference
from sholu.sources.web_pages import page_text
from sholu.text.html import PageText

_PAGES = ("text/html", "application/xhtml+xml", "text/xml", "application/xml", "")
_TEXTS = ("text/plain",)


@dataclass(frozen=True, slots=True)
class Page:
    """A page as it came: where it stood, what the server says that it is (its Content-Type), and its bytes."""

    url: str
    type: str
    body: bytes


def documents(
    page: Page,
    told: Reference,
    *,
    outlet: str | None = None,
    language: str | None = None,
    parts: Iterable[Page] = (),
) -> list[Document]:
    """The documents in a page. What it says of itself comes first, then what the source told of it.

    `outlet` and `language` are the user's word about the source, and hold. `parts` are further pages of the article.
    Rejected: `not-a-page`, and the codes of `text.encoding` and `text.html`.
    """
    found = read_page(page)
    if not found.entries:
        found = replace(found, text=_joined(found, parts))
    url = _own(found.url, page.url)
    published = found.published or told.published
    whole = Document(
        found.text,
        url=url,
        title=found.title or told.title,
        outlet=outlet or found.outlet,
        published=published,
        published_basis=(found.published_basis or "metadata") if published else None,
        language=language or found.language,
    )
    if len(found.entries) < 2:
        return [whole]
    return [
        Document(
            entry.text,
            url=f"{url}#{entry.anchor}" if entry.anchor else url,
            title=entry.title or whole.title,
            outlet=whole.outlet,
            published=entry.published or published,
            published_basis=(found.published_basis or "metadata") if entry.published or published else None,
            language=whole.language,
        )
        for entry in found.entries
    ]


def read_page(page: Page) -> PageText:
    """What a page holds and says of itself. Rejected as `documents`."""
    kind, _, parameters = page.type.lower().partition(";")
    charset = parameters.partition("charset=")[2].strip(" \"'")[:40] or None
    if kind.strip() not in (*_PAGES, *_TEXTS):
        raise Rejected(
            f"{page.url:.200} is no page but {kind.strip():.60}.",
            code="not-a-page",
            hint="Save it and add the file, if Sholu reads files of this kind.",
        )
    text = text_of(page.body, charset)
    return PageText(text) if kind.strip() in _TEXTS else page_text(text, url=page.url)


def _joined(found: PageText, parts: Iterable[Page]) -> str:
    """The text of all pages of an article: what stands on an earlier one, the lead and the like, comes once.

    A page under another headline is another article.
    """
    paragraphs = found.text.split("\n\n")
    seen = set(paragraphs)
    for part in parts:
        try:
            further = read_page(part)
        except Rejected:
            break
        if not _one_headline(found.title, further.title):
            break
        fresh = [paragraph for paragraph in further.text.split("\n\n") if paragraph not in seen]
        paragraphs += fresh
        seen.update(fresh)
    return "\n\n".join(paragraphs)


def _one_headline(one: str | None, other: str | None) -> bool:
    first, second = (" ".join((title or "").casefold().split()) for title in (one, other))
    return first in second or second in first


def _own(canonical: str | None, url: str) -> str:
    """The address that a page gives as its own, where it is one of the same site; else the one that it stood at."""
    if canonical is None:
        return url
    try:
        own = parse(canonical)
    except Rejected:
        return url
    return str(own) if same_site(own.host, parse(url).host) and own.target != "/" else url
