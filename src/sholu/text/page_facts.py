"""Who published a page's article, under what headline, by whom, at what address and in what language."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from sholu.text.language import detect
from sholu.text.page_data import Head, address, linked
from sholu.text.page_furniture import is_frame, page_words
from sholu.text.page_names import author_shown, outlet_of_front, outlet_of_rights
from sholu.text.page_text import Found, folded
from sholu.text.page_tree import Block
from sholu.text.written_dates import written_dates

_SEPARATOR = re.compile(r"\s+[|/–—•»:·-]+\s+|\s*\|\s*")
_LONGEST_NAME = 80
_TELEGRAM = "telegram"
_AUTHORS = ("author", "article:author", "dc.creator", "parsely-author")


@dataclass(frozen=True, slots=True)
class PageFacts:
    """All optional; the address is absolute, the language a BCP 47 tag."""

    title: str | None
    outlet: str | None
    author: str | None
    url: str | None
    language: str | None
    following: str | None


def title_candidates(root: Any, head: Head) -> list[str]:
    """Headlines that the head of a page gives, best first; a title with the outlet's name in it also without."""
    said = [head.stated("headline"), head.meta.get("og:title"), head.meta.get("twitter:title")]
    title = " ".join("".join(root.xpath("string((//head/title | //title)[1])")).split())
    if _is_telegram(head):
        return []
    out = [one for one in said if one]
    if title:
        out.append(title)
        parts = _SEPARATOR.split(title)
        if len(parts) > 1:
            trimmed = (*_trimmed(title), *parts)
            out += sorted((part.strip() for part in trimmed if part.strip()), key=len, reverse=True)
        out += [part.strip() for part in (title.partition(": ")[2], title.rpartition(": ")[0]) if part.strip()]
    return list(dict.fromkeys(one[:300] for one in out))


def facts_of(root: Any, head: Head, blocks: Sequence[Block], found: Found, url: str | None) -> PageFacts:
    """What the page says, and where it does not, what its headline and address tell."""
    candidates = title_candidates(root, head)
    title = _title(candidates, found, head)
    outlet = _outlet(root, head, title)
    return PageFacts(
        title=title,
        outlet=outlet,
        author=_author(root, head, blocks, found, outlet),
        url=_canonical(root, head, url),
        language=_language(root, found),
        following=_following(root, url),
    )


def _is_telegram(head: Head) -> bool:
    return (head.meta.get("og:site_name") or "").lower() == _TELEGRAM


def _trimmed(title: str) -> list[str]:
    """The title without what stands before its first sign of separation, and without what stands behind its last."""
    marks = list(_SEPARATOR.finditer(title))
    return [title[: marks[-1].start()], title[marks[0].end() :]]


def _title(candidates: list[str], found: Found, head: Head) -> str | None:
    shown = found.headline.text if found.headline else None
    if shown is None and _is_telegram(head) and found.article and found.article[0].bold:
        shown = found.article[0].text
    if shown:
        return shown[:300]
    return candidates[-1] if len(candidates) == 1 else next(iter(candidates), None)


def _outlet(root: Any, head: Head, title: str | None) -> str | None:
    if _is_telegram(head):
        return head.meta.get("og:title")
    said = head.first("og:site_name") or head.stated("publisher", "name") or head.first("application-name")
    if said:
        return said[:_LONGEST_NAME]
    whole = " ".join("".join(root.xpath("string((//title)[1])")).split())
    rest = whole.replace(title, " ") if title and folded(title) != folded(whole) else ""
    parts = [part.strip(" |/–—•»:·-") for part in _SEPARATOR.split(rest)]
    sections = page_words("sections")
    named = [
        part
        for part in map(_undated, parts)
        if 1 < len(part) <= 40 and folded(part) and part.lower() not in sections and not is_frame(part)
    ]
    if named and not (title and folded(named[-1]) in folded(title)):
        return named[-1]
    return outlet_of_rights(root) or outlet_of_front(root)


def _undated(name: str) -> str:
    """A part of the title without the day that stands at its end."""
    first = next(written_dates(name), None)
    return name[: first.start].rstrip(" ,|/–—•»:·-") if first else name


def _author(root: Any, head: Head, blocks: Sequence[Block], found: Found, outlet: str | None) -> str | None:
    """The person, where the page names one; what calls the outlet its own author names none."""
    for said in (head.stated("author", "name"), *map(head.meta.get, _AUTHORS)):
        if said and not said.startswith("http") and len(said) <= _LONGEST_NAME and said != outlet:
            return said
    name = _author_in_markup(root) or author_shown(root, blocks, found, outlet)
    return name if name != outlet else None


def _author_in_markup(root: Any) -> str | None:
    for path in (
        "//*[@rel='author' or @itemprop='author']",
        "//*[contains(concat(' ', normalize-space(@class), ' '), ' author ')]",
    ):
        for element in root.xpath(path)[:3]:
            name = " ".join(element.text_content().split())
            if 2 < len(name) <= _LONGEST_NAME and name.count(" ") < 5:
                return _unlabelled(name)
    return None


def _unlabelled(name: str) -> str:
    label = "|".join(page_words("author"))
    return re.sub(rf"^(?:{label})\s*:?\s+", "", name, flags=re.IGNORECASE)


def _canonical(root: Any, head: Head, url: str | None) -> str | None:
    for value in (linked(root, "canonical"), head.meta.get("og:url")):
        found = address(value, url)
        if found and not _is_front(found, url):
            return found
    return url


def _is_front(found: str, url: str | None) -> bool:
    """Whether a page calls the front page its own address, as templates with a mistake do."""
    return (
        urlsplit(found).path in ("", "/")
        and not urlsplit(found).query
        and bool(url)
        and urlsplit(url).path not in ("", "/")
    )


def _language(root: Any, found: Found) -> str | None:
    """What the text is in where that is sure; what the page says otherwise."""
    guess = detect(found.text[:4000])
    if guess.confidence >= 0.9 and guess.tag != "und":
        return guess.tag
    said = (root.get("lang") or "").split("-")[0].strip().lower()
    return said if re.fullmatch(r"[a-z]{2,3}", said) else None


def _following(root: Any, base: str | None) -> str | None:
    """The address of the next page of the same article."""
    value = linked(root, "next")
    if value is None:
        for element in root.iter("a"):
            words = " ".join(element.text_content()[:60].split()).lower()
            if words in page_words("next"):
                value = element.get("href")
                break
    return address(value, base)
