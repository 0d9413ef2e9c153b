"""What stands above and before an article's first sentence: headline, serial header, dateline."""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources

from sholu.model.span import Span
from sholu.text.sentences import paragraphs

_LONGEST_HEADLINE = 200
_LONGEST_DATELINE = 140
_STOPS = (".", "!", "?", "…", ":", ";", ",")


@dataclass(frozen=True, slots=True)
class Serial:
    """A serial header, "Publication: NAME Volume: 4 Issue: 21"."""

    span: Span
    name: str
    volume: int
    issue: int | None


@dataclass(frozen=True, slots=True)
class Dateline:
    """ "BISHKEK, March 4 (Agency) -": where, when and by whom a dispatch was filed; `span` includes the dash."""

    span: Span
    place: Span
    date: Span | None
    agency: Span | None


@dataclass(frozen=True, slots=True)
class Header:
    """All that was found above the body; `body` is the offset of the body's first character, after any dateline."""

    headline: Span | None
    serial: Serial | None
    dateline: Dateline | None
    body: int


def read_header(text: str) -> Header:
    """Find headline, serial header and dateline of an article's text."""
    headline: Span | None = None
    serial: Serial | None = None
    body = 0
    blocks = paragraphs(text)
    for number, block in enumerate(blocks[:4]):
        body = block.start
        line = block.of(text)
        found = None if serial else _serial(line, block.start)
        if found:
            serial = found
        elif headline is None and number + 1 < len(blocks) and _is_headline(line):
            headline = block
        else:
            break
        body = block.end
    dateline = None
    for block in blocks:
        if block.start >= body:
            body = block.start
            dateline = _dateline(text, block)
            break
    return Header(headline, serial, dateline, dateline.span.end if dateline else body)


def _is_headline(line: str) -> bool:
    return len(line) <= _LONGEST_HEADLINE and "\n" not in line and not line.endswith(_STOPS) and line[0] not in "•-–—*("


def _serial(line: str, offset: int) -> Serial | None:
    if len(line) > _LONGEST_HEADLINE:
        return None
    for pattern in _patterns()[0]:
        match = pattern.fullmatch(line.strip())
        if match:
            issue = match.group("issue")
            span = Span(offset, offset + len(line.rstrip()))
            return Serial(
                span, match.group("name").strip(' «»“”"'), int(match.group("volume")), int(issue) if issue else None
            )
    return None


def _dateline(text: str, block: Span) -> Dateline | None:
    head = text[block.start : min(block.end, block.start + _LONGEST_DATELINE)]
    for pattern in _patterns()[1]:
        match = pattern.match(head)
        if match is None or not match.group("place")[0].isupper() or match.end() >= block.end - block.start:
            continue
        words = match.group("place").split()
        if len(words) > 4 or not all(word[0].isupper() for word in words):
            continue
        if not match.groupdict().get("date") and not match.group("place").isupper():
            continue  # "Astana (Kazakhstan) - ..." alone is too little to go by

        def part(name: str, match: "re.Match[str]" = match) -> Span | None:
            if not match.groupdict().get(name):
                return None
            return Span(block.start + match.start(name), block.start + match.end(name))

        whole = Span(block.start, block.start + match.end())
        return Dateline(whole, part("place") or whole, part("date"), part("agency"))
    return None


@cache
def _patterns() -> tuple[tuple["re.Pattern[str]", ...], tuple["re.Pattern[str]", ...]]:
    data = tomllib.loads((resources.files("sholu.text") / "headers.toml").read_text("utf-8"))
    date = "(?:" + "|".join(data["dates"]) + ")"
    datelines = (line.replace("{date}", date).replace("{dash}", data["dash"]) for line in data["datelines"])
    return (
        tuple(re.compile(line, re.IGNORECASE) for line in data["serial"]),
        tuple(re.compile(line, re.IGNORECASE) for line in datelines),
    )
