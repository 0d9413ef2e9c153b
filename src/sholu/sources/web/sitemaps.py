"""Sitemaps: the list of its pages that a site keeps for robots, with news sitemaps and lists of lists."""

from dataclasses import dataclass
from typing import Any

from sholu.errors import Rejected
from sholu.sources.web.address import parse, same_site
from sholu.sources.web.decoding import unpacked
from sholu.sources.web.manners import SITEMAP_BYTES
from sholu.sources.web.markup import local_name, text_in, xml_elements
from sholu.sources.web.reference import Reference, day_in, reference

MOST = 50_000
"""Addresses in one sitemap that are looked at: what its standard allows."""


@dataclass(frozen=True, slots=True)
class Sitemap:
    """The pages that a sitemap lists, and the sitemaps that it leads to with the day of their last change."""

    references: tuple[Reference, ...]
    children: tuple[Reference, ...]


def read_sitemap(body: bytes, url: str) -> Sitemap:
    """The sitemap in `body` (XML, or plain lines; packed or not), which stood at `url`.

    Addresses of other sites are left out: a sitemap speaks for its own. Rejected `sitemap-broken`, `too-large`,
    `compression-broken`.
    """
    data = unpacked(body, SITEMAP_BYTES).lstrip(b"\xef\xbb\xbf \t\r\n")
    host = parse(url).host
    pages: list[Reference] = []
    children: list[Reference] = []
    if data.startswith(b"<"):
        for name, element in xml_elements(data, ("url", "sitemap")):
            found = _located(element, url)
            if found and same_site(parse(found.url).host, host):
                (pages if name == "url" else children).append(found)
            if len(pages) + len(children) >= MOST:
                break
    else:
        lines = data[: 2_000 * MOST].splitlines()[:MOST] if data.startswith((b"http://", b"https://")) else []
        read = (reference(line.decode("utf-8", "replace"), url) for line in lines)
        pages = [item for item in read if item and same_site(parse(item.url).host, host)]
    if not pages and not children and b"urlset" not in data[:2_000] and b"sitemapindex" not in data[:2_000]:
        raise Rejected(
            f"There is no sitemap at {url:.200}.",
            code="sitemap-broken",
            hint="`sholu sources test` with the site's own address finds its sitemaps.",
        )
    return Sitemap(tuple(pages), tuple(children))


def _located(element: Any, url: str) -> Reference | None:
    told: dict[str, str] = {}
    for part in element.iter():
        text = text_in(part)
        if part is not element and text:
            told.setdefault(local_name(part), text)
    location = told.get("loc")
    if not location:
        return None
    changed = told.get("lastmod")
    published = told.get("publication_date") or day_in(location)
    return reference(location, url, title=told.get("title"), published=published, updated=changed)


def newest(references: tuple[Reference, ...], most: int, since: str | None) -> tuple[Reference, ...]:
    """At most `most` references, the newest first, without those that were last changed before `since` (a day)."""
    dated = [item for item in references if item.updated or item.published]
    undated = [item for item in references if not (item.updated or item.published)]
    dated.sort(key=_last_day, reverse=True)
    if since is not None:
        dated = [item for item in dated if _last_day(item) >= since]
    return tuple([*dated, *undated][:most])


def _last_day(item: Reference) -> str:
    return max(item.updated or "", item.published or "")
