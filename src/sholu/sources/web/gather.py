"""What a source names at this moment: its feed, its sitemaps, its pages of links, or the one page that it is."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from sholu.errors import Rejected
from sholu.sources.web.address import parse
from sholu.sources.web.feeds import read_feed
from sholu.sources.web.fetch import Fetched, Fetcher
from sholu.sources.web.listing import read_listing
from sholu.sources.web.manners import FEED_BYTES, SITEMAP_BYTES
from sholu.sources.web.markup import text_of
from sholu.sources.web.reference import Reference
from sholu.sources.web.registry import Source
from sholu.sources.web.sitemaps import newest, read_sitemap

MOST = 1_000
"""References that one look at a source takes, the newest first."""

_SITEMAPS = 20  # sitemaps that are read for one source in one look
_DEPTH = 3
_PAGES = 3  # of a list
_BACK = 30  # days: what a sitemap says was last changed before that is the outlet's archive, not its news


@dataclass(frozen=True, slots=True)
class Gathered:
    """What a source names, and what was read for it: their validators may be kept once the references are.

    `title` and `language` are what a feed says of itself.
    """

    references: tuple[Reference, ...]
    read: tuple[Fetched, ...]
    title: str | None = None
    language: str | None = None


def gather(fetcher: Fetcher, source: Source, known: Callable[[str], bool]) -> Gathered:
    """What a source names; `known` tells of an address whether it was named before.

    A feed or sitemap that has not changed since names nothing. Rejected: the codes of `fetch`, `feed-broken`,
    `sitemap-broken`, `listing-empty`.
    """
    match source.kind:
        case "feed":
            return _from_feed(fetcher, source.url)
        case "sitemap":
            return _from_sitemaps(fetcher, source.url)
        case "listing":
            return _from_listing(fetcher, source.url, known)
        case "page":
            return Gathered((Reference(str(parse(source.url)), source.title),), ())


def _from_feed(fetcher: Fetcher, url: str) -> Gathered:
    got = fetcher.fetch(url, most=FEED_BYTES, conditional=True)
    if got.unchanged:
        return Gathered((), (got,))
    feed = read_feed(got.body, got.url)
    return Gathered(feed.references[:MOST], (_light(got),), feed.title, feed.language)


def _from_sitemaps(fetcher: Fetcher, url: str) -> Gathered:
    since = (date.today() - timedelta(days=_BACK)).isoformat()
    todo = [(url, 0)]
    seen: set[str] = set()
    read: list[Fetched] = []
    pages: list[Reference] = []
    while todo and len(seen) < _SITEMAPS:
        place, depth = todo.pop(0)
        if place in seen:
            continue
        seen.add(place)
        try:
            got = fetcher.fetch(place, most=SITEMAP_BYTES, conditional=True)
            read.append(_light(got))
            if got.unchanged:
                continue
            sitemap = read_sitemap(got.body, got.url)
        except Rejected:
            if depth == 0:
                raise
            continue  # one of many that is broken does not spoil the others
        pages += newest(sitemap.references, MOST, since)
        if depth < _DEPTH:
            todo += [(child.url, depth + 1) for child in newest(sitemap.children, _SITEMAPS, since)]
    return Gathered(newest(tuple(pages), MOST, since), tuple(read))


def _from_listing(fetcher: Fetcher, url: str, known: Callable[[str], bool]) -> Gathered:
    found: dict[str, Reference] = {}
    read: list[Fetched] = []
    place: str | None = url
    while place is not None and len(read) < _PAGES:
        try:
            got = fetcher.fetch(place, conditional=not read)
            read.append(_light(got))
            if got.unchanged:
                break
            listing = read_listing(text_of(got.body, got.charset), got.url)
        except Rejected:
            if not found:
                raise
            break  # the first page is what counts
        fresh = [item for item in listing.references if item.url not in found and not known(item.url)]
        found |= {item.url: item for item in fresh}
        place = listing.next if fresh else None
    return Gathered(tuple(found.values())[:MOST], tuple(read[:1]))


def _light(got: Fetched) -> Fetched:
    """The same without its body, which is of no more use."""
    return Fetched(got.url, b"", got.headers, got.asked, got.unchanged)
