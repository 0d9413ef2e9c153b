"""From a site's address to what can be followed there: feeds, sitemaps, or its pages of links."""

from dataclasses import dataclass

from sholu.errors import Rejected
from sholu.sources.web.address import parse, same_site
from sholu.sources.web.feeds import read_feed
from sholu.sources.web.fetch import LATER, Fetched, Fetcher
from sholu.sources.web.listing import read_listing
from sholu.sources.web.manners import FEED_BYTES, SITEMAP_BYTES
from sholu.sources.web.markup import page_links, text_of
from sholu.sources.web.reference import Reference, plain, reference
from sholu.sources.web.registry import SourceKind
from sholu.sources.web.sitemaps import newest, read_sitemap

_FEED_TYPES = ("application/rss+xml", "application/atom+xml", "application/feed+json", "application/rdf+xml")
_MOST_LINKS = 1_000
_USUAL_FEEDS = ("/feed", "/rss", "/rss.xml", "/feed.xml", "/atom.xml")
_USUAL_SITEMAPS = ("/news-sitemap.xml", "/sitemap.xml", "/sitemap_index.xml")
_MOST_TRIED = 8  # guesses and promises that are looked at: each is a request


@dataclass(frozen=True, slots=True)
class Candidate:
    """Something that can be followed: where, what kind, how it calls itself, and what it names now."""

    url: str
    kind: SourceKind
    title: str | None
    language: str | None
    references: tuple[Reference, ...]


def discover(fetcher: Fetcher, url: str) -> list[Candidate]:
    """What can be followed at an address, the best first; [] when nothing is found there.

    An address of a feed or a sitemap is that feed or sitemap. Rejected when the address itself cannot be read.
    """
    got = fetcher.fetch(url, most=SITEMAP_BYTES)
    direct = _feed(got) or _sitemap(got)
    if direct:
        return [direct]
    markup = text_of(got.body, got.charset)
    promised, guessed = feeds_of(markup, got.url), [parse(path, base=got.url) for path in _USUAL_FEEDS]
    found = _first(fetcher, promised, every=True) or _first(fetcher, [str(address) for address in guessed], every=False)
    if not found:
        found = _first(fetcher, _sitemaps_of(fetcher, got.url), every=False)
    return found + _listing(markup, got, alone=not found)


def _first(fetcher: Fetcher, urls: list[str], *, every: bool) -> list[Candidate]:
    """The addresses that hold what they promise: all, or the first."""
    found: list[Candidate] = []
    for url in urls[:_MOST_TRIED]:
        try:
            got = fetcher.fetch(url, most=SITEMAP_BYTES)
        except Rejected as error:
            if error.code in LATER:
                break
            continue
        candidate = _feed(got) or _sitemap(got)
        if candidate and candidate.url not in {known.url for known in found}:
            found.append(candidate)
            if not every:
                break
    return found


def _feed(got: Fetched) -> Candidate | None:
    if len(got.body) > FEED_BYTES or got.body[:1000].lstrip()[:15].lower().startswith((b"<!doctype html", b"<html")):
        return None
    try:
        feed = read_feed(got.body, got.url)
    except Rejected:
        return None
    if not feed.references:
        return None
    return Candidate(got.asked[0], "feed", feed.title, feed.language, feed.references)


def _sitemap(got: Fetched) -> Candidate | None:
    try:
        sitemap = read_sitemap(got.body, got.url)
    except Rejected:
        return None
    if not sitemap.references and not sitemap.children:
        return None
    shown = newest(sitemap.references, 100, None) or sitemap.children
    return Candidate(got.asked[0], "sitemap", None, None, shown)


def feeds_of(markup: str, url: str) -> list[str]:
    """The feeds that the page at `url` names in its head, without those of remarks."""
    found: list[str] = []
    for link in page_links(markup, _MOST_LINKS)[1]:
        kinds = link.attributes.get("type", "").lower().partition(";")[0].strip()
        if "alternate" in link.attributes.get("rel", "").lower().split() and kinds in _FEED_TYPES:
            target = reference(link.attributes["href"], url)
            if target and "comment" not in target.url.lower() and target.url not in found:
                found.append(target.url)
    return found


def _sitemaps_of(fetcher: Fetcher, url: str) -> list[str]:
    address = parse(url)
    told = [item.url for link in fetcher.rules(address).sitemaps if (item := reference(link, url))]
    own = [link for link in told if same_site(parse(link).host, address.host)]
    own.sort(key=lambda link: "news" not in link.lower())
    return own + [str(parse(path, base=url)) for path in _USUAL_SITEMAPS]


def _listing(markup: str, got: Fetched, *, alone: bool) -> list[Candidate]:
    """The address as a list of articles; where it is none and stands alone, as one page."""
    title = plain(page_links(markup, 0)[0])
    try:
        listing = read_listing(markup, got.url)
    except Rejected:
        return [Candidate(got.asked[0], "page", title, None, (Reference(got.url, title),))] if alone else []
    return [Candidate(got.asked[0], "listing", title, None, listing.references)]
