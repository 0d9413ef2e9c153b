"""RSS, Atom and JSON feeds: the articles that an outlet announces."""

import json
from dataclasses import asdict, dataclass
from functools import cache
from io import BytesIO
from typing import Any

from sholu.errors import Rejected
from sholu.sources.confined import Confined
from sholu.sources.web.markup import declares_entities
from sholu.sources.web.reference import Reference, plain, reference

MOST = 1_000
"""Entries of one feed that are looked at."""

MOST_SECONDS = 20.0
"""CPU time that one feed may take; the largest honest ones take five."""

MOST_MEMORY = 2_000_000_000
"""Bytes of address space of the process that reads feeds."""


@dataclass(frozen=True, slots=True)
class Feed:
    """What a feed calls itself, its language, and what it announces, in its order."""

    title: str | None
    language: str | None
    references: tuple[Reference, ...]


def read_feed(body: bytes, url: str) -> Feed:
    """The feed in `body`, which stood at `url`.

    Read by a process of its own: some feeds take their parser many minutes. Rejected `feed-broken`: it is none, or one
    that cannot be trusted; `slow`, `crash`.
    """
    told = json.loads(_reader().ask(url.encode("utf-8") + b"\n" + body))
    return Feed(told["title"], told["language"], tuple(Reference(**one) for one in told["references"]))


def answer(asked: bytes) -> str:
    """The other side of it."""
    url, _, body = asked.partition(b"\n")
    return json.dumps(asdict(parse_feed(body, url.decode("utf-8"))))


@cache
def _reader() -> Confined:
    return Confined(
        "sholu.sources.web.feeds:answer",
        what="feed",
        seconds=MOST_SECONDS,
        memory=MOST_MEMORY,
        hint="Tell the outlet; or name the section's page instead of its feed.",
    )


def parse_feed(body: bytes, url: str) -> Feed:
    """The same in this process, however long it takes. Rejected `feed-broken`."""
    start = body[:1000].lstrip(b"\xef\xbb\xbf \t\r\n")
    if start.startswith(b"{"):
        return _json_feed(body, url)
    if declares_entities(body):
        raise Rejected(
            "The feed declares entities of its own, as attacks do and feeds do not.",
            code="feed-broken",
            hint="Tell the outlet; or name the section's page instead of its feed.",
        )
    return _xml_feed(body, url)


def _xml_feed(body: bytes, url: str) -> Feed:
    import feedparser  # a tenth of a second to load: only for those who read feeds

    try:
        found = feedparser.parse(
            BytesIO(body), response_headers={"content-location": url}, sanitize_html=False, resolve_relative_uris=False
        )
    except Exception as error:  # a parser of tag soup; whatever it stumbles over is no feed
        raise _broken(url) from error
    if not found.get("version") and not found.entries:
        raise _broken(url)
    references = [_entry(entry, url) for entry in found.entries[:MOST]]
    head = found.feed
    return Feed(
        plain(_text(head.get("title"))), _text(head.get("language")), tuple(item for item in references if item)
    )


def _entry(entry: Any, url: str) -> Reference | None:
    link = _text(entry.get("link"))
    name = _text(entry.get("id"))
    if not link and name and name.startswith(("http://", "https://")):
        link = name  # an RSS guid is an address unless it says otherwise
    if not link:
        return None
    return reference(
        link,
        url,
        title=_text(entry.get("title")),
        published=_moment(entry, "published") or _moment(entry, "created") or _moment(entry, "updated"),
        updated=_moment(entry, "updated"),
    )


def _moment(entry: Any, name: str) -> str | None:
    """A moment as the feed writes it, which keeps its own time zone; else as feedparser understood it."""
    if name not in entry:  # asking would make feedparser give one date for another
        return None
    written = _text(entry[name])
    parsed = entry.get(f"{name}_parsed")
    if written and (written[:4].isdigit() or written[-4:].strip("+-").isdigit() or parsed is None):
        return written
    return f"{parsed[0]:04}-{parsed[1]:02}-{parsed[2]:02}" if parsed else None


def _json_feed(body: bytes, url: str) -> Feed:
    try:
        data = json.loads(body)
    except (ValueError, RecursionError) as error:
        raise _broken(url) from error
    if not isinstance(data, dict) or not isinstance(data.get("items"), list):
        raise _broken(url)
    references = []
    for item in data["items"][:MOST]:
        link = isinstance(item, dict) and (_text(item.get("url")) or _text(item.get("external_url")))
        if not link:
            continue
        published, updated = _text(item.get("date_published")), _text(item.get("date_modified"))
        references.append(
            reference(link, url, title=_text(item.get("title")), published=published or updated, updated=updated)
        )
    return Feed(
        plain(_text(data.get("title"))), _text(data.get("language")), tuple(item for item in references if item)
    )


def _text(value: object) -> str | None:
    return value if isinstance(value, str) and value.strip() else None


def _broken(url: str) -> Rejected:
    return Rejected(
        f"There is no feed at {url:.200}.",
        code="feed-broken",
        hint="`sholu sources test` with the site's own address finds its feeds.",
    )
