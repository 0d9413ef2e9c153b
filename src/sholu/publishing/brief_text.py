"""A brief as text for the terminal and as Markdown."""

import re
from collections.abc import Iterator

from rich.console import Console
from rich.text import Text

from sholu.publishing.brief import Brief, Dispute, Line, OfficeLine, strength_words
from sholu.publishing.dates import day_words, period_words
from sholu.publishing.layout import PLAIN, SOFT, STRENGTH, heading, put, terminal
from sholu.publishing.numbers import language_names, many
from sholu.publishing.wording import Citation
from sholu.text.visible import visible

# What Markdown would take for markup anywhere, and what it takes for a list at the start of a line.
_MARKDOWN = str.maketrans({char: "\\" + char for char in "\\`*_[]#|~"} | {"<": "&lt;", ">": "&gt;", "&": "&amp;"})
_LISTED = re.compile(r"^(\d*)([-+.)])")


def print_brief(brief: Brief, console: Console | None = None) -> None:
    """Print a brief to the terminal."""
    console = console or terminal()
    put(console, f"Brief · {period_words(brief.since, brief.until)}", "bold")
    put(console, summary(brief), SOFT)
    for section in brief.sections:
        heading(console, section.topic.upper())
        for number, line in enumerate(section.lines):
            if number:
                console.print()
            _print_line(console, line, 0)
    if brief.changes:
        heading(console, "CHANGES OF OFFICE")
        for change in brief.changes:
            put(console, office_words(change), lead="▸ ")
            put(console, office_meta(change), SOFT, indent=2)
    if not brief.sections and not brief.changes:
        put(console, "Nothing in the store for these days and filters.")


def _print_line(console: Console, line: Line, depth: int) -> None:
    indent = 2 * depth
    text = Text(f"[{strength_words(line.strength)}] " if line.strength else "", STRENGTH)
    put(console, text.append(line.text, PLAIN), indent=indent, lead="· " if depth else "▸ ")
    put(console, meta(line), SOFT, indent=indent + 2)
    for dispute in line.disputes:
        for number, row in enumerate(dispute_rows(dispute)):
            put(console, row, "magenta", indent=indent + (4 if number else 2), hang=2)
    if line.more_disputes:
        put(console, f"≠ {line.more_disputes} more disputed: sholu show {line.id}", "magenta", indent=indent + 2)
    for other in line.also:
        _print_line(console, other, depth + 1)
    if line.more:
        put(console, f"· {line.more} more: sholu show {line.id}", SOFT, indent=indent + 2)


def summary(brief: Brief) -> str:
    """How much was read for the brief."""
    stories = sum(len(section.lines) for section in brief.sections)
    read = f"{many(brief.documents, 'article')} from {many(brief.outlets, 'outlet')}"
    languages = f" in {language_names(brief.languages)}" if brief.languages else ""
    return f"{read}{languages}; {many(stories, 'story')}"


def meta(line: Line) -> str:
    """The line under a story: day, chain of custody, origins and outlets, what it is, its id."""
    parts = [day_words(line.date)] if line.date else []
    if line.place:
        parts.append(line.place)
    parts.append(cited(line.citation))
    outlets = len(line.outlets)
    parts.append(f"{many(line.origins, 'origin')}, {many(outlets, 'outlet')}")
    codes = ", ".join([*([line.type.lower()] if line.type else []), *line.contexts])
    if codes:
        parts.append(codes.replace("_", " "))
    return " · ".join([*parts, f"#{line.id}"])


def cited(citation: Citation) -> str:
    """The hands that words came through, with the day on which they were published."""
    hands = " → ".join(citation.chain) or citation.outlet or "unnamed"
    return f"{hands} ({day_words(citation.published)})" if citation.published else hands


def dispute_rows(dispute: Dispute) -> Iterator[str]:
    """A disagreement as lines: what it is about, then each side with who says so."""
    yield f"≠ {dispute_title(dispute)}:"
    for side in dispute.sides:
        yield f"{side.said} — {cited(side.citation)}"


def dispute_title(dispute: Dispute) -> str:
    """What kind of disagreement it is, in words."""
    if dispute.kind == "figures":
        return f"figures differ, {dispute.about}" if dispute.about else "figures differ"
    return "claimed and denied" if dispute.kind == "denied" else "denied"


def office_words(change: OfficeLine) -> str:
    """A change of office in a line: what, from whom to whom."""
    country = f" ({change.country})" if change.country else ""
    return f"{change.office}{country}: {change.left or '…'} → {change.came or '…'}"


def office_meta(change: OfficeLine) -> str:
    """The line under a change of office: day, act, where it is told."""
    told = dict.fromkeys(citation.outlet or "unnamed" for citation in change.citations)
    parts = [day_words(change.date) if change.date else "", change.act or "", ", ".join(told)]
    return " · ".join(part for part in parts if part)


def markdown(brief: Brief) -> str:
    """A brief as Markdown."""
    out = [f"# Brief · {period_words(brief.since, brief.until)}", "", summary(brief), ""]
    for section in brief.sections:
        out += [f"## {section.topic.capitalize()}", ""]
        for line in section.lines:
            out += _markdown_line(line, "")
        out.append("")
    if brief.changes:
        out += ["## Changes of office", ""]
        for change in brief.changes:
            out.append(f"- **{_escaped(office_words(change))}**  \n  {_escaped(office_meta(change))}")
        out.append("")
    return "\n".join(out)


def _markdown_line(line: Line, indent: str) -> list[str]:
    strength = f"*[{strength_words(line.strength)}]* " if line.strength else ""
    out = [f"{indent}- {strength}{_escaped(line.text)}  ", f"{indent}  <small>{_escaped(meta(line))}</small>"]
    for dispute in line.disputes:
        first, *sides = dispute_rows(dispute)
        out.append(f"{indent}  - {_escaped(first)}")
        out += [f"{indent}    - {_escaped(side)}" for side in sides]
    if line.more_disputes:
        out.append(f"{indent}  - {line.more_disputes} more disputed: `sholu show {line.id}`")
    for other in line.also:
        out += _markdown_line(other, indent + "  ")
    if line.more:
        out.append(f"{indent}  - {line.more} more: `sholu show {line.id}`")
    return out


def _escaped(text: str) -> str:
    """Article text is data: nothing in it may turn into markup."""
    return _LISTED.sub(r"\1\\\2", visible(text).translate(_MARKDOWN))
