"""From a web page to the article in it: main text and what the page says of itself."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

from sholu.errors import Rejected
from sholu.model.document import PublishedBasis
from sholu.text.page_data import read_head
from sholu.text.page_dates import PageDate, published_date, updated_date
from sholu.text.page_facts import facts_of, title_candidates
from sholu.text.page_live import LiveEntry, live_entries
from sholu.text.page_stubs import refuse_stub
from sholu.text.page_text import Found, find_article, folded
from sholu.text.page_tree import blocks, hidden_texts, parse

__all__ = ["LONGEST", "LiveEntry", "PageText", "main_text", "plain_text"]

LONGEST = 5_000_000
"""Characters in the longest page that is looked through; an article's own page has a tenth of that."""

_LONG = 1_000_000  # characters: trafilatura takes seconds for a longer page
_MOST_LEFT_OUT = 2_000  # blocks; a page with more is no article's
_LEAST = 0.5  # of the words that trafilatura finds, less what was judged to be none of the article
_LEAST_SURE = 0.2  # of the words that trafilatura finds, less other stories and menus
_BASES: dict[str, PublishedBasis] = {"text": "text", "url": "inferred"}


@dataclass(frozen=True, slots=True)
class PageText:
    """What a page holds: its main text (paragraphs with a blank line between them) and its metadata.

    `published` and `updated` are EDTF dates as exact as the page has them; `published_basis` is "metadata" for data
    made for machines, "text" for a date that readers see, "inferred" for one in the address; `date_source` says which.
    `following` is the address of the article's next page. `entries` are those of a live blog.
    """

    text: str
    title: str | None = None
    outlet: str | None = None
    url: str | None = None
    published: str | None = None
    published_basis: PublishedBasis | None = None
    language: str | None = None
    author: str | None = None
    updated: str | None = None
    date_source: str | None = None
    following: str | None = None
    entries: tuple[LiveEntry, ...] = ()


def main_text(markup: str, *, url: str | None = None) -> PageText:
    """The article in an HTML page; `url` is the page's own address, where known.

    Rejected: `too-large`, `no-article` when no main text is found, `paywall`, `consent` and `challenge` for pages that
    stand in the article's place. `published` is what the page states (never today's date by default).
    """
    if len(markup) > LONGEST:
        raise Rejected(
            f"The page has {len(markup):,} characters; one page may have {LONGEST:,}.",
            code="too-large",
            hint="Save the article's own page, or give its text as .txt.",
        )
    try:
        root = parse(markup)
    except ValueError as error:
        raise _no_article(markup) from error
    head = read_head(root)
    page = blocks(root)
    found = find_article(page, title_candidates(root, head))
    entries = live_entries(root, head)
    text = "\n\n".join(entry.text for entry in entries) or _chosen(markup, root, found, url)
    refuse_stub(root, head, text)
    if not text:
        raise _no_article(markup)
    facts = facts_of(root, head, page, found, url)
    published = published_date(root, head, page, found, facts.url or url)
    updated = updated_date(root, head, page, found)
    return PageText(
        text=_without_title(text, facts.title),
        title=facts.title,
        outlet=facts.outlet,
        url=facts.url,
        published=published.date if published else None,
        published_basis=_basis(published),
        language=facts.language,
        author=facts.author,
        updated=updated.date if updated else None,
        date_source=published.source if published else None,
        following=facts.following,
        entries=entries,
    )


def plain_text(markup: str) -> str:
    """All that a reader of the page sees, a blank line between blocks; "" for what is no page."""
    try:
        return "\n\n".join(block.text for block in blocks(parse(markup)))
    except ValueError:
        return ""


def _no_article(markup: str) -> Rejected:
    return Rejected(
        f"No article was found in this page of {len(markup):,} characters.",
        code="no-article",
        hint="Save the article's own page, or give its text as .txt.",
    )


def _basis(date: PageDate | None) -> PublishedBasis | None:
    return _BASES.get(date.source, "metadata") if date else None


def _chosen(markup: str, root: Any, found: Found, url: str | None) -> str:
    """What we found, unless trafilatura found much more that we have no reason to think other than the article."""
    if len(markup) > _LONG and found.article:
        return found.text
    theirs = _by_trafilatura(markup, url)
    refused, stories = ({folded(block.text) for block in blocks} for blocks in (found.refused, found.stories))
    if found.article:  # a page that hides its article until a script shows it has nothing else
        hidden = {folded(text) for text in hidden_texts(root)}
        refused, stories = refused | hidden, stories | hidden
    ours = _words([found.text])
    if ours >= _LEAST * _words_without(theirs, refused) and ours >= _LEAST_SURE * _words_without(theirs, stories):
        return found.text
    return "\n\n".join(part for part in theirs if folded(part) not in stories)


def _words_without(parts: Sequence[str], left_out: Collection[str]) -> int:
    rest = f" {folded(' '.join(parts))} "
    for words in sorted(filter(None, left_out), key=len, reverse=True)[:_MOST_LEFT_OUT]:
        rest = rest.replace(f" {words} ", " ")
    return len(rest.split())


def _by_trafilatura(markup: str, url: str | None) -> list[str]:
    from trafilatura import bare_extraction  # half a second to load: only for those who read pages

    found: Any = bare_extraction(
        markup, url=url, include_comments=False, include_tables=True, with_metadata=False, favor_precision=False
    )
    text = (getattr(found, "text", None) or "").strip()
    return [line.strip() for line in text.split("\n") if line.strip()]


def _words(parts: Sequence[str]) -> int:
    return sum(len(part.split()) for part in parts)


def _without_title(text: str, title: str | None) -> str:
    """The text without its headline above it, which stands in the title already."""
    first, _, rest = text.partition("\n\n")
    if title and rest and folded(re.sub(r"^#+\s*", "", first)) == folded(title):
        return rest
    return text
