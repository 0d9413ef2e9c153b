"""Articles in several pages: which address is the next page of the same article, and what stands on it besides."""

import re
from collections.abc import Iterator, Sequence

from sholu.errors import Rejected
from sholu.sources.web.address import parse
from sholu.sources.web.fetch import Fetcher
from sholu.sources.web.listing import says_next
from sholu.sources.web.markup import Link, page_links, text_of
from sholu.sources.web.page import Page
from sholu.sources.web.reference import reference

MOST_PARTS = 10
"""Pages of one article that are read at most."""

_MOST_LINKS = 5_000
_ENDING = r"(?:\.(?:s?html?|php|aspx?))?/?"
_AFTER_PATH = r"(?:[/_,.-](?:page|part|str|p)?[/_=-]?|(?:page|part)[_-]?)"


def next_part(first: str, page: Page, number: int) -> str | None:
    """The address of page `number` of the article that began at `first`, if `page`, the one before it, leads there.

    It must be of the same host and differ from the first by the page's number alone: what a page calls the next is
    often the next article.
    """
    if number > MOST_PARTS or not _may_lead_on(first, page.body, number):
        return None
    try:
        _, links = page_links(text_of(page.body, None), _MOST_LINKS)
        found = [reference(link, page.url) for link in _onward(links)]
        return next((one.url for one in found if one and continues(first, one.url, number)), None)
    except (Rejected, ValueError):
        return None


def _onward(links: Sequence[Link]) -> Iterator[str]:
    """The addresses that a page calls the next, in its head or by the words of a link."""
    for link in links:
        if "next" in link.attributes.get("rel", "").lower().split() or says_next(link.text[:60]):
            yield link.attributes["href"]


def continues(first: str, url: str, number: int) -> bool:
    """Whether an address is that of an article's page `number` (or `number` - 1, where they are counted from 0)."""
    one, other = parse(first), parse(url)
    (path, _, query), (there, _, asked) = one.target.partition("?"), other.target.partition("?")
    stem = _stem(path)
    if one.origin != other.origin or len(stem) < 2:
        return False
    if query == asked:
        return re.fullmatch(f"{re.escape(stem)}{_AFTER_PATH}{number}{_ENDING}", there, re.IGNORECASE) is not None
    if path.rstrip("/") != there.rstrip("/") or not asked.startswith(query):
        return False
    return re.fullmatch(f"&?[A-Za-z_]{{1,12}}[0-9]?=(?:{number}|{number - 1})", asked[len(query) :]) is not None


def _stem(path: str) -> str:
    return re.sub(f"{_ENDING}$", "", path)


def parts_of(fetcher: Fetcher, first: Page) -> tuple[list[Page], Rejected | None]:
    """The further pages of an article, asked for through the fetcher, and why they ended early, if they did."""
    found: list[Page] = []
    while True:
        page = found[-1] if found else first
        onward = next_part(first.url, page, len(found) + 2)
        if onward is None:
            return found, None
        try:
            got = fetcher.fetch(onward)
        except Rejected as error:
            return found, error
        found.append(Page(got.url, got.headers.get("content-type", ""), got.body))


def _may_lead_on(first: str, body: bytes, number: int) -> bool:
    """Whether a page could hold such an address at all: most do not, and need not be looked through."""
    last = _stem(parse(first).target.partition("?")[0]).rpartition("/")[2].encode()
    pattern = rb"(?:%s[^\"'<>\s]{1,24}|[?&;][^\"'<>\s=]{1,13}=)(?:%d|%d)" % (re.escape(last), number, number - 1)
    return re.search(pattern, body) is not None
