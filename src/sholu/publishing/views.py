"""Dossiers, timelines, stories and search hits in the terminal."""

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from sholu.publishing.brief_text import cited, dispute_rows
from sholu.publishing.dates import day_words
from sholu.publishing.dossier import Dossier, Entry, OfficeEntry
from sholu.publishing.story import StoryView
from sholu.publishing.timeline import Timeline
from sholu.store.search import Hit


def print_dossier(dossier: Dossier, console: Console | None = None) -> None:
    """Print a dossier."""
    console = console or Console(highlight=False)
    head = Text(dossier.name, "bold")
    head.append(f"  {dossier.kind}" + (f", {dossier.country}" if dossier.country else ""), "bright_black")
    console.print(head)
    for language, names in dossier.names:
        console.print(Padding(Text(f"{language}: {', '.join(names)}", "bright_black"), (0, 0, 0, 2)))
    ids = [f"{key} {value}" for key, value in dossier.same_as]
    articles = f"{dossier.documents} article" + ("" if dossier.documents == 1 else "s")
    console.print(Padding(Text(" · ".join([articles, *ids, f"#{dossier.id}"]), "bright_black"), (0, 0, 0, 2)))
    if dossier.offices:
        _heading(console, "Offices", len(dossier.offices))
        for office in dossier.offices:
            _print_office(console, office)
    for title, entries in (
        ("Said", dossier.said),
        ("Did", dossier.did),
        ("Had done to them", dossier.undergone),
        ("Said of them", dossier.said_of),
    ):
        if entries:
            _heading(console, title, len(entries))
            for entry in entries:
                _print_entry(console, entry)


def _heading(console: Console, title: str, count: int) -> None:
    console.print()
    console.print(Text(f"{title} · {count}", "bold underline"))


def _print_office(console: Console, office: OfficeEntry) -> None:
    where = office.organisation or office.country
    line = Text(office.office + (f", {where}" if where else ""))
    if office.start or office.end:
        start = day_words(office.start) if office.start else "…"
        line.append(f"  {start} – {day_words(office.end) if office.end else '…'}")
    told = ", ".join(dict.fromkeys(citation.outlet or "unnamed" for citation in office.citations))
    source = " · ".join(part for part in (office.status, "known to the pack" if office.from_pack else "", told) if part)
    line.append(f"\n{source}", "bright_black")
    console.print(Padding(line, (0, 0, 0, 2)))


def _print_entry(console: Console, entry: Entry) -> None:
    line = Text(f"{day_words(entry.date)}  ", "bold")
    if entry.strength:
        line.append(f"[{entry.strength}] ", "yellow")
    line.append(entry.text)
    tail = f" · #{entry.story}" if entry.story else ""
    line.append(f"\n{entry.kind.replace('_', ' ')} · {cited(entry.citation)}{tail}", "bright_black")
    console.print(Padding(line, (0, 0, 0, 2)))


def print_timeline(timeline: Timeline, console: Console | None = None) -> None:
    """Print a timeline."""
    console = console or Console(highlight=False)
    if timeline.about:
        console.print(Text(f"Timeline · {timeline.about}", "bold"))
    table = Table.grid(padding=(0, 2))
    table.add_column(no_wrap=True)
    table.add_column(ratio=1)
    last = None
    for moment in timeline.moments:
        when = day_words(moment.date)
        text = Text(f"[{moment.strength}] " if moment.strength else "", "yellow")
        text.append(moment.text, "default")
        place = f"{moment.place} · " if moment.place else ""
        origins = f"{moment.origins} origin" + ("" if moment.origins == 1 else "s")
        basis = "" if moment.basis == "happened" else "day of the report · "
        kind = (moment.type or "").lower().replace("_", " ")
        detail = f"{place}{basis}{kind}{' · ' if kind else ''}{origins} · {cited(moment.citation)} · #{moment.story}"
        text.append(f"\n{detail}", "bright_black")
        table.add_row(Text("" if when == last else when, "bold"), text)
        last = when
    console.print(table if timeline.moments else "Nothing in the store fits.")


def print_story(story: StoryView, console: Console | None = None) -> None:
    """Print a story in full."""
    console = console or Console(highlight=False)
    title = " · ".join(
        part
        for part in (
            (story.type or story.topic).lower().replace("_", " "),
            day_words(story.date) if story.date else "",
            story.place or story.country or "",
            ", ".join(context.replace("_", " ") for context in story.contexts),
        )
        if part
    )
    console.print(Text(f"#{story.id} · {title}", "bold"))
    for label, names in (("who", story.actors), ("to whom", story.recipients)):
        if names:
            console.print(Text(f"{label}: {', '.join(names)}", "bright_black"))
    _heading(console, "Reports", len(story.reports))
    for report in story.reports:
        text = Text(f"[{report.strength}] " if report.strength else "", "yellow")
        text.append(report.text, "default")
        where = f"{report.citation.document} {report.citation.start}–{report.citation.end}"
        text.append(f"\n{cited(report.citation)} · {report.language or 'und'} · {where}", "bright_black")
        console.print(Padding(text, (0, 0, 0, 2)))
    _heading(console, "Independent origins", len(story.origins))
    for origin in story.origins:
        text = Text(f"{origin.name} ({origin.kind}): {', '.join(origin.outlets)}")
        for why in origin.why:
            text.append(f"\n{why}", "bright_black")
        console.print(Padding(text, (0, 0, 0, 2)))
    for dispute in story.disputes:
        console.print()
        for row in dispute_rows(dispute):
            console.print(Text(row, "magenta"))
        console.print(Text(f"  {dispute.why}", "bright_black"))
    if story.matter:
        console.print()
        console.print(Text(f"The same matter: {', '.join('#' + id for id in story.matter)}", "bright_black"))


def print_hits(hits: list[Hit], console: Console | None = None) -> None:
    """Print what search found."""
    console = console or Console(highlight=False)
    for hit in hits:
        head = Text(hit.title or "(no title)", "bold")
        facts = [part for part in (hit.outlet, day_words(hit.published) if hit.published else "", hit.language) if part]
        head.append(f"  {' · '.join(facts)} · {hit.id}", "bright_black")
        console.print(head)
        snippet = Text(hit.snippet)
        for start, end in hit.marked:
            snippet.stylize("bold yellow", start, end)
        console.print(Padding(snippet, (0, 0, 0, 2)))
    if not hits:
        console.print("Nothing in the store fits.")
