"""A brief as text for the terminal and as Markdown."""

from collections.abc import Iterator

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from sholu.publishing.brief import Brief, Dispute, Line, OfficeLine
from sholu.publishing.dates import day_words, period_words
from sholu.publishing.wording import Citation


def print_brief(brief: Brief, console: Console | None = None) -> None:
    """Print a brief to the terminal."""
    console = console or Console(highlight=False)
    console.print(Text(f"Brief · {period_words(brief.since, brief.until)}", "bold"))
    console.print(Text(summary(brief), "bright_black"))
    for section in brief.sections:
        console.print()
        console.print(Text(section.topic.upper(), "bold underline"))
        for line in section.lines:
            _print_line(console, line, 0)
    if brief.changes:
        console.print()
        console.print(Text("CHANGES OF OFFICE", "bold underline"))
        for change in brief.changes:
            console.print(Padding(_office(change), (0, 0, 0, 0)))
    if not brief.sections and not brief.changes:
        console.print("Nothing in the store for these days and filters.")


def _print_line(console: Console, line: Line, depth: int) -> None:
    mark = "▸ " if depth == 0 else "· "
    text = Text(mark, "bold" if depth == 0 else "")
    if line.strength:
        text.append(f"[{line.strength}] ", "yellow")
    text.append(line.text)
    indent = 2 * depth
    console.print(Padding(_hanging(text, console.width - indent), (0, 0, 0, indent)))
    console.print(Padding(Text(meta(line), "bright_black"), (0, 0, 0, indent + 2)))
    for dispute in line.disputes:
        for row in dispute_rows(dispute):
            console.print(Padding(Text(row, "magenta"), (0, 0, 0, indent + 2)))
    for other in line.also:
        _print_line(console, other, depth + 1)
    if line.more:
        console.print(Padding(Text(f"· {line.more} more: sholu show {line.id}", "bright_black"), (0, 0, 0, indent + 2)))


def _hanging(text: Text, width: int) -> Text:
    """The text broken into lines of which all but the first are indented by two."""
    lines = text.wrap(Console(width=max(20, width - 2)), max(20, width - 2))
    return Text("\n").join(line if number == 0 else Text("  ").append_text(line) for number, line in enumerate(lines))


def _office(change: OfficeLine) -> Text:
    text = Text("▸ ", "bold")
    text.append(office_words(change))
    text.append(f"\n  {office_meta(change)}", "bright_black")
    return text


def summary(brief: Brief) -> str:
    """How much was read for the brief."""
    stories = sum(len(section.lines) for section in brief.sections)
    return (
        f"{brief.documents} articles from {brief.outlets} outlets in {', '.join(brief.languages) or 'no language'}; "
        f"{stories} stories"
    )


def meta(line: Line) -> str:
    """The line under a story: day, chain of custody, origins and outlets, what it is, its id."""
    parts = [day_words(line.date)] if line.date else []
    if line.place:
        parts.append(line.place)
    parts.append(cited(line.citation))
    outlets = len(line.outlets)
    parts.append(f"{_many(line.origins, 'origin')}, {_many(outlets, 'outlet')}")
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
    if dispute.about == "denied":
        yield "≠ claimed and denied:"
    else:
        yield f"≠ figures differ{f', {dispute.about}' if dispute.about else ''}:"
    for side in dispute.sides:
        yield f"    {side.said} — {cited(side.citation)}"


def office_words(change: OfficeLine) -> str:
    """A change of office in a line: what, from whom to whom."""
    country = f" ({change.country})" if change.country else ""
    return f"{change.office}{country}: {change.left or '…'} → {change.came or '…'}"


def office_meta(change: OfficeLine) -> str:
    """The line under a change of office: day, act, where it is told."""
    told = dict.fromkeys(citation.outlet or "unnamed" for citation in change.citations)
    parts = [day_words(change.date) if change.date else "", change.act or "", ", ".join(told)]
    return " · ".join(part for part in parts if part)


def _many(count: int, word: str) -> str:
    return f"{count} {word}" if count == 1 else f"{count} {word}s"


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
    strength = f"*[{line.strength}]* " if line.strength else ""
    out = [f"{indent}- {strength}{_escaped(line.text)}  ", f"{indent}  <small>{_escaped(meta(line))}</small>"]
    for dispute in line.disputes:
        first, *sides = dispute_rows(dispute)
        out.append(f"{indent}  - {_escaped(first)}")
        out += [f"{indent}    - {_escaped(side.strip())}" for side in sides]
    for other in line.also:
        out += _markdown_line(other, indent + "  ")
    if line.more:
        out.append(f"{indent}  - {line.more} more: `sholu show {line.id}`")
    return out


def _escaped(text: str) -> str:
    """Article text is data: nothing in it may turn into markup."""
    for char in "\\`*_[]<>#|":
        text = text.replace(char, "\\" + char if char not in "<>" else {"<": "&lt;", ">": "&gt;"}[char])
    return text
