"""What the head of a page says of its article: JSON-LD, meta elements, links."""

import json
import re
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import urljoin, urlsplit

_ARTICLES = frozenset(
    [
        "article",
        "newsarticle",
        "reportagenewsarticle",
        "analysisnewsarticle",
        "opinionnewsarticle",
        "backgroundnewsarticle",
        "reviewnewsarticle",
        "askpublicnewsarticle",
        "blogposting",
        "liveblogposting",
        "socialmediaposting",
        "report",
        "webpage",
        "discussionforumposting",
    ]
)
_MOST_NODES = 2000
_LONGEST = 1_000_000  # characters of JSON-LD in one page
_LONGEST_VALUE = 1000
_LONGEST_STATE = 2_000_000  # characters of data for scripts in one page
_MOST_STATE_NODES = 50_000
_TITLES = ("title", "headline", "name", "header", "caption")
_STATE = re.compile(r"^\s*(?:window\.|var\s+|self\.)[\w.$\[\]'\"]+\s*=\s*(?=[{\[])")


@dataclass(frozen=True, slots=True)
class Head:
    """Meta elements by name or property (small letters), and the objects of JSON-LD that describe an article."""

    meta: dict[str, str]
    objects: tuple[dict[str, Any], ...]

    def first(self, *keys: str) -> str | None:
        """The first meta element of these names that is not empty."""
        return next((self.meta[key] for key in keys if self.meta.get(key)), None)

    def stated(self, *path: str) -> str | None:
        """The first text that the objects have under a name, or under a name in a name: ("publisher", "name")."""
        for one in self.objects:
            for value in _under(one, path):
                if isinstance(value, str) and value.strip():
                    return value.strip()[:_LONGEST_VALUE]
        return None


def read_head(root: Any) -> Head:
    """All that the head, and whatever of it stands in the body, says."""
    meta: dict[str, str] = {}
    for element in root.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop") or ""
        content = " ".join((element.get("content") or "").split())
        if name and content:
            meta.setdefault(name.strip().lower(), content[:_LONGEST_VALUE])
    return Head(meta, tuple(sorted(_objects(root), key=_rank)))


def address(value: str | None, base: str | None) -> str | None:
    """An http(s) address, made whole with the page's own; None for anything else."""
    if not (value or "").strip():
        return None
    try:
        whole = urljoin(base or "", (value or "").strip())
        parts = urlsplit(whole)
    except ValueError:
        return None
    return whole if parts.scheme in ("http", "https") and parts.netloc and len(whole) < 2000 else None


def linked(root: Any, relation: str) -> str | None:
    """Where a `link` or `a` of this relation leads, as written."""
    for tag in ("link", "a"):
        for element in root.iter(tag):
            if relation in (element.get("rel") or "").lower().split() and element.get("href"):
                return str(element.get("href"))
    return None


def story_data(root: Any, headline: str) -> dict[str, Any]:
    """The object with this headline in the data that a page gives its scripts; keys in small letters without signs."""
    wanted = _folded(headline)
    size = 0
    for script in root.iter("script"):
        text = script.text_content()
        kind = (script.get("type") or "").lower()
        start = _STATE.match(text) if not kind or "javascript" in kind else None
        if kind != "application/json" and not start:
            continue
        size += len(text)
        if size > _LONGEST_STATE:
            break
        try:
            data, _ = json.JSONDecoder(strict=False).raw_decode(text[start.end() :] if start else text.strip())
            data = _whole(data, text)
        except (ValueError, RecursionError):
            continue
        for one in _dicts(data):
            if any(isinstance(one.get(name), str) and _folded(one[name]) == wanted for name in _TITLES):
                return {"".join(re.findall(r"[^\W_]+", str(key).lower())): value for key, value in one.items()}
    return {}


def _dicts(data: Any) -> Iterator[dict[str, Any]]:
    waiting, seen = deque([data]), 0
    while waiting and seen < _MOST_STATE_NODES:
        one = waiting.popleft()
        seen += 1
        if isinstance(one, dict):
            yield one
            waiting.extend(one.values())
        elif isinstance(one, list):
            waiting.extend(one)


def _folded(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.lower()))


def kinds(one: dict[str, Any]) -> set[str]:
    """The types of an object of JSON-LD, in small letters."""
    kind = one.get("@type")
    return {str(name).rsplit("/", 1)[-1].lower() for name in (kind if isinstance(kind, list) else [kind])}


def _rank(one: dict[str, Any]) -> tuple[bool, bool]:
    return ("webpage" in kinds(one), "headline" not in one)


def _under(one: Any, path: tuple[str, ...]) -> Iterator[Any]:
    if not path:
        yield from one if isinstance(one, list) else [one]
    elif isinstance(one, list):
        for part in one[:20]:
            yield from _under(part, path)
    elif isinstance(one, dict):
        yield from _under(one.get(path[0]), path[1:])
    elif isinstance(one, str) and path == ("name",):
        yield one


def _objects(root: Any) -> Iterator[dict[str, Any]]:
    size = 0
    for script in root.iter("script"):
        if "ld+json" not in (script.get("type") or "").lower():
            continue
        text = script.text_content().strip().removeprefix("<!--").removesuffix("-->")
        size += len(text)
        if size > _LONGEST:
            return
        try:
            data = _whole(json.loads(text, strict=False), text)
        except (ValueError, RecursionError):
            continue
        yield from _articles(data)


def _whole(data: Any, written: str) -> Any:
    """Data without halves of characters, which JSON can write and nothing else can hold."""
    if "\\ud" not in written and "\\uD" not in written:
        return data
    return json.loads(json.dumps(data, ensure_ascii=False).encode("utf-8", "replace"))


def _articles(data: Any) -> Iterator[dict[str, Any]]:
    waiting, seen = [data], 0
    while waiting and seen < _MOST_NODES:
        one = waiting.pop(0)
        seen += 1
        if isinstance(one, list):
            waiting += one
        elif isinstance(one, dict):
            if kinds(one) & _ARTICLES:
                yield one
            waiting += [
                one[name]
                for name in ("@graph", "mainEntity", "mainEntityOfPage")
                if isinstance(one.get(name), dict | list)
            ]
