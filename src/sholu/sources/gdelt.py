"""Files of GDELT: they list where articles stand, not what they say, so they are a source of addresses to fetch."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain
from typing import Any

from sholu.errors import Rejected
from sholu.text.written_dates import written_day

# Columns from 0: the event tables of version 2 (61 columns) and 1 (58), and the Global Knowledge Graph of version 2.
_EVENT_ADDRESS = {61: (60, 59), 58: (57, 56)}
_GRAPH_COLUMNS, _GRAPH = 27, (4, 1)


@dataclass(frozen=True, slots=True)
class Address:
    """Where an article stands, and the day on which GDELT saw it: not before it was published."""

    url: str
    seen: str | None = None
    title: str | None = None
    language: str | None = None


def is_list(data: object) -> bool:
    """Whether JSON is an answer of GDELT's DOC service: a list of articles with the moment they were seen."""
    articles = data.get("articles") if isinstance(data, dict) else None
    return bool(isinstance(articles, list) and articles and isinstance(articles[0], dict) and "seendate" in articles[0])


def is_table(row: list[str]) -> bool:
    """Whether a row of tab-separated values has the shape of GDELT's tables."""
    place = _place(row)
    return place is not None and row[place[0]].startswith(("http://", "https://"))


def only_addresses(count: int | None = None) -> Rejected:
    """Why such a file is no article."""
    return Rejected(
        f"This GDELT file lists {f'{count:,} ' if count else ''}addresses of articles, not their texts.",
        code="addresses-only",
        hint="`sholu.sources.gdelt.addresses` gives them; fetch the pages and add those.",
    )


def addresses(lines: Iterable[str]) -> Iterator[Address]:
    """The addresses in a GDELT file, each once: of its event and graph tables or of a DOC answer in JSON.

    Rejected `json-broken`.
    """
    text = iter(lines)
    first = next(text, "")
    seen: set[str] = set()
    for found in _of_json(first + "".join(text)) if first.lstrip().startswith("{") else _of_table(first, text):
        if found.url.startswith(("http://", "https://")) and found.url not in seen:
            seen.add(found.url)
            yield found


def _place(row: list[str]) -> tuple[int, int] | None:
    return _GRAPH if len(row) == _GRAPH_COLUMNS else _EVENT_ADDRESS.get(len(row))


def _of_table(first: str, rest: Iterator[str]) -> Iterator[Address]:
    for line in chain([first], rest):
        row = line.rstrip("\r\n").split("\t")
        place = _place(row)
        if place:
            yield Address(row[place[0]], written_day(row[place[1]]))


def _of_json(text: str) -> Iterator[Address]:
    try:
        data: Any = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise Rejected(f"This is not JSON: {str(error)[:120]}.", code="json-broken", hint="Fetch it again.") from error
    if is_list(data):
        for one in data["articles"]:
            if isinstance(one, dict) and isinstance(one.get("url"), str):
                seen, title, language = (one.get(name) for name in ("seendate", "title", "language"))
                yield Address(
                    one["url"],
                    written_day(seen) if isinstance(seen, str) else None,
                    title if isinstance(title, str) else None,
                    language if isinstance(language, str) else None,
                )
