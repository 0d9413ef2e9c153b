"""A brief as a page of its own."""

from urllib.parse import urlsplit

from sholu.publishing.brief import Brief, strength_words
from sholu.publishing.brief_text import cited, dispute_title, meta, office_meta, office_words, summary
from sholu.publishing.dates import period_words
from sholu.publishing.templating import environment, style


def brief_page(brief: Brief) -> str:
    """The page as HTML, complete in itself: no scripts, nothing loaded from elsewhere."""
    return (
        environment()
        .get_template("brief.html")
        .render(
            brief=brief,
            period=period_words(brief.since, brief.until),
            summary=summary(brief),
            meta=meta,
            cited=cited,
            dispute_title=dispute_title,
            office_words=office_words,
            office_meta=office_meta,
            strength_words=strength_words,
            safe=safe_link,
            style=style(),
        )
    )


def safe_link(url: str) -> bool:
    """Whether a page may link to this address: http and https only, never `javascript:` and its kin."""
    try:
        return urlsplit(url).scheme in ("http", "https")
    except ValueError:
        return False
