"""A section of a site without a feed: the links on its pages that look like articles, and the way to its next page."""

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from urllib.parse import unquote

from sholu.errors import Rejected
from sholu.sources.web.address import Address, parse, same_site
from sholu.sources.web.markup import Link, page_links
from sholu.sources.web.reference import Reference, day_in, reference

_MOST_LINKS = 5_000
_DATE = re.compile(r"/(?:19|20)\d\d[/-]\d\d?(?:[/-]|$)")
_NUMBER = re.compile(r"\d{4,}")
_NEXT = re.compile(r"(?:[?&](?:page|p|pagen_\d|start|paged)=|/page/?)(\d{1,4})/?$", re.IGNORECASE)
_ENOUGH = 3


@dataclass(frozen=True, slots=True)
class Listing:
    """The articles that a page leads to, in its order, and the address of the next page of the list."""

    references: tuple[Reference, ...]
    next: str | None


def read_listing(markup: str, url: str) -> Listing:
    """What the page at `url` lists. Rejected `listing-empty` when nothing on it looks like an article."""
    _, links = page_links(markup, _MOST_LINKS)
    here = parse(url)
    base = _base(links, url)
    found: dict[str, tuple[Reference, int]] = {}
    following: str | None = None
    for link in links:
        text = link.text[:500]
        target = reference(link.attributes["href"], base, title=text) if link.tag == "a" else None
        if target is None or not same_site(parse(target.url).host, here.host):
            continue
        if following is None and _leads_on(link, text, target.url, url):
            following = target.url
            continue
        score = _score(parse(target.url), text, here)
        known = found.get(target.url)
        # A picture and a headline often lead to the same article: the longer text is the headline.
        if known is None or len(text) > len(known[0].title or ""):
            found[target.url] = (Reference(target.url, target.title, day_in(target.url)), score)
        if known is not None and known[1] > score:
            found[target.url] = (found[target.url][0], known[1])
    articles = tuple(item for item, score in found.values() if score >= _ENOUGH)
    if not articles:
        raise Rejected(
            f"Nothing at {url:.200} looks like a list of articles.",
            code="listing-empty",
            hint="Look at it in a browser: a list that a script makes cannot be read; name a feed or a sitemap.",
        )
    return Listing(articles, following)


def _base(links: Sequence[Link], url: str) -> str:
    given = next((link.attributes["href"][:2_000] for link in links if link.tag == "base"), None)
    found = reference(given, url) if given else None
    return found.url if found else url


def _leads_on(link: Link, text: str, target: str, here: str) -> bool:
    if target == here:
        return False
    if "next" in link.attributes.get("rel", "").lower().split():
        return True
    if says_next(text) and (_NEXT.search(target) or len(text) > 2):
        return True
    number = _NEXT.search(target)
    before = _NEXT.search(here)
    return number is not None and int(number[1]) == (int(before[1]) if before else 1) + 1


def says_next(text: str) -> bool:
    """Whether the text of a link is a word for the next page."""
    return text.lower() in _words()["next"]


def _score(address: Address, text: str, here: Address) -> int:
    """How much a link looks like one to an article; from `_ENOUGH` on it is taken for one."""
    path = unquote(address.target.partition("?")[0]).lower()
    parts = [part for part in path.split("/") if part]
    words = _words()
    if address.target == here.target or not parts or path.endswith(tuple(words["files"])):
        return 0
    if any(part in words["apart"] for part in parts):
        return 0
    last = parts[-1]
    score = 2 * bool(_DATE.search(path)) + bool(_NUMBER.search(last) or _NUMBER.search(address.target))
    score += 2 * (last.count("-") + last.count("_") >= 3) + last.endswith((".html", ".htm", ".shtml", ".php"))
    score += (len(text) >= 25) + (len(text.split()) >= 5)
    return score


@cache
def _words() -> dict[str, frozenset[str]]:
    table = tomllib.loads((resources.files("sholu.sources.web") / "listing.toml").read_text("utf-8"))
    return {name: frozenset(words) for name, words in table.items()}
