"""What a source says of an article before it is read: where it stands, and perhaps its headline and days."""

import html
import re
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, timedelta
from email.utils import parsedate_to_datetime
from urllib.parse import unquote_plus

from sholu.errors import Rejected
from sholu.sources.web.address import parse

_TITLE_LENGTH = 500
_TAG = re.compile(r"<[^<>]{0,500}>")
_SPACE = re.compile(r"\s+")
_ISO_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?![0-9])")
_URL_DAY = re.compile(r"/((?:19|20)\d\d)[/-](\d\d?)[/-](\d\d?)(?=[/-]|$)")
_TRACKING = re.compile(r"(?:utm_[a-z_]+|fbclid|gclid|yclid|_openstat|mc_[ce]id)=[^&]*(?:&|$)")
_FIRST = date(1990, 1, 1)


@dataclass(frozen=True, slots=True)
class Reference:
    """An article that a source names. `published` and `updated` are days, YYYY-MM-DD, as the source tells them."""

    url: str
    title: str | None = None
    published: str | None = None
    updated: str | None = None


def reference(
    link: str, base: str, *, title: str | None = None, published: str | None = None, updated: str | None = None
) -> Reference | None:
    """A reference out of what a source wrote; None when the link is no address that could be asked."""
    try:
        address = parse(link, base=base)
    except Rejected:
        return None
    return Reference(tidy(str(address)), plain(title), day_of(published), day_of(updated))


def tidy(url: str) -> str:
    """An address without what only counts clicks, so that one article has one address."""
    path, mark, query = url.partition("?")
    if not mark:
        return url
    kept = _TRACKING.sub("", query).rstrip("&")
    return f"{path}?{kept}" if kept else path


def plain(text: str | None) -> str | None:
    """A headline without markup, entities and line breaks; None when nothing is left."""
    if not text:
        return None
    bare = html.unescape(_TAG.sub(" ", text[: 4 * _TITLE_LENGTH]))
    bare = "".join(char for char in _SPACE.sub(" ", bare) if char.isprintable())
    return bare.strip()[:_TITLE_LENGTH] or None


def day_of(written: str | None, *, today: date | None = None) -> str | None:
    """The day that a moment falls on, as the place of publication counts its days; ISO 8601 and RFC 2822 are read.

    None for what is no date, before 1990, or more than two days from now: nobody publishes in the future.
    """
    if not written:
        return None
    iso = _ISO_DAY.match(written.strip())
    with suppress(ValueError, TypeError, OverflowError):
        day = date(*(int(part) for part in iso.groups())) if iso else parsedate_to_datetime(written).date()
        if _FIRST <= day <= (today or date.today()) + timedelta(days=2):
            return day.isoformat()
    return None


def day_in(url: str) -> str | None:
    """The day that an address states as /2026/03/12/."""
    found = _URL_DAY.search(unquote_plus(url))
    return day_of("{}-{:0>2}-{:0>2}".format(*found.groups())) if found else None
