"""From a web page to the article in it: main text and what the page says of itself."""

from dataclasses import dataclass

from sholu.errors import Rejected
from sholu.model.document import PublishedBasis

LONGEST = 5_000_000
"""Characters in the longest page that is looked through; an article's own page has a tenth of that."""


@dataclass(frozen=True, slots=True)
class PageText:
    """What a page holds: its main text (paragraphs with a blank line between them) and its metadata, as written."""

    text: str
    title: str | None = None
    outlet: str | None = None
    url: str | None = None
    published: str | None = None
    published_basis: PublishedBasis | None = None
    language: str | None = None
    entries: "tuple[LiveEntry, ...]" = ()


@dataclass(frozen=True, slots=True)
class LiveEntry:
    """One entry of a live blog."""

    text: str
    title: str | None = None
    published: str | None = None
    anchor: str | None = None


def plain_text(markup: str) -> str:
    """All visible words."""
    from lxml import html

    return str(html.document_fromstring(markup).text_content())


def main_text(markup: str, *, url: str | None = None) -> PageText:
    """The article in an HTML page.

    Rejected: `too-large`, or `no-article` when no main text is found. `published` is an ISO date that the page states
    (never today's date by default).
    """
    from trafilatura import bare_extraction  # half a second to load: only for those who read pages

    if len(markup) > LONGEST:
        raise Rejected(
            f"The page has {len(markup):,} characters; one page may have {LONGEST:,}.",
            code="too-large",
            hint="Save the article's own page, or give its text as .txt.",
        )
    found = bare_extraction(
        markup,
        url=url,
        include_comments=False,
        include_tables=True,
        with_metadata=True,
        favor_precision=False,
        date_extraction_params={"extensive_search": False, "original_date": True},
    )
    text = (getattr(found, "text", None) or "").strip()
    if not text:
        raise Rejected(
            f"No article was found in this page of {len(markup):,} characters.",
            code="no-article",
            hint="Save the article's own page, or give its text as .txt.",
        )
    return PageText(
        # trafilatura puts one line break between paragraphs; a blank line is what the rest of the house looks for.
        text="\n\n".join(line.strip() for line in text.split("\n") if line.strip()),
        title=getattr(found, "title", None),
        outlet=getattr(found, "sitename", None),
        url=getattr(found, "url", None) or url,
        published=getattr(found, "date", None),
        published_basis="metadata" if getattr(found, "date", None) else None,
    )
