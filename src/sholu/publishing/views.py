"""Dossiers, timelines, stories and search hits in the terminal."""

from rich.console import Console
from rich.text import Text

from sholu.publishing.brief import strength_words
from sholu.publishing.brief_text import cited, dispute_rows
from sholu.publishing.dates import day_words
from sholu.publishing.dossier import Dossier, Entry, OfficeEntry
from sholu.publishing.layout import PLAIN, SOFT, STRENGTH, heading, put, terminal
from sholu.publishing.numbers import many
from sholu.publishing.story import StoryView
from sholu.publishing.timeline import Moment, Timeline
from sholu.store.search import Hit

_DAY = 13
"""Columns for a day in a timeline: "17 Jan 2006" and two blanks."""


def print_dossier(dossier: Dossier, console: Console | None = None) -> None:
    """Print a dossier."""
    console = console or terminal()
    kind = f"  {dossier.kind}" + (f", {dossier.country}" if dossier.country else "")
    put(console, Text(dossier.name, "bold").append(kind, f"not bold {SOFT}"))
    for language, names in dossier.names:
        put(console, f"{language}: {', '.join(names)}", SOFT, indent=2, hang=4)
    ids = [f"{key} {value}" for key, value in dossier.same_as]
    put(console, " · ".join([many(dossier.documents, "article"), *ids, f"#{dossier.id}"]), SOFT, indent=2)
    if dossier.offices:
        heading(console, "Offices", len(dossier.offices))
        for office in dossier.offices:
            _print_office(console, office)
    for title, entries in (
        ("Said", dossier.said),
        ("Did", dossier.did),
        ("Had done to them", dossier.undergone),
        ("Said of them", dossier.said_of),
    ):
        if entries:
            heading(console, title, len(entries))
            for entry in entries:
                _print_entry(console, entry)


def _print_office(console: Console, office: OfficeEntry) -> None:
    where = office.organisation or office.country
    line = office.office + (f", {where}" if where else "")
    if office.start or office.end:
        start = day_words(office.start) if office.start else "…"
        line += f"  {start} – {day_words(office.end) if office.end else '…'}"
    put(console, line, indent=2, hang=2)
    told = ", ".join(dict.fromkeys(citation.outlet or "unnamed" for citation in office.citations))
    source = " · ".join(part for part in (office.status, "known to the pack" if office.from_pack else "", told) if part)
    put(console, source, SOFT, indent=4)


def _print_entry(console: Console, entry: Entry) -> None:
    line = Text(f"{day_words(entry.date)}  ", "bold")
    if entry.strength:
        line.append(f"[{strength_words(entry.strength)}] ", STRENGTH)
    put(console, line.append(entry.text, PLAIN), indent=2, hang=2)
    tail = f" · #{entry.story}" if entry.story else ""
    put(console, f"{entry.kind.replace('_', ' ')} · {cited(entry.citation)}{tail}", SOFT, indent=4)


def print_timeline(timeline: Timeline, console: Console | None = None) -> None:
    """Print a timeline."""
    console = console or terminal()
    if timeline.about:
        put(console, f"Timeline · {timeline.about}", "bold")
        console.print()
    last = None
    for moment in timeline.moments:
        day = day_words(moment.date)
        _print_moment(console, moment, "" if day == last else day)
        last = day
    if not timeline.moments:
        put(console, "Nothing in the store fits.")


def _print_moment(console: Console, moment: Moment, day: str) -> None:
    """One moment; a day that is too wide for its column gets a line of its own."""
    if len(day) >= _DAY:
        put(console, day, "bold")
        day = ""
    line = Text(f"[{strength_words(moment.strength)}] " if moment.strength else "", STRENGTH)
    put(console, line.append(moment.text, PLAIN), lead=Text(day.ljust(_DAY), "bold"))
    details = (
        moment.place or "",
        "" if moment.basis == "happened" else "day of the report",
        (moment.type or "").lower().replace("_", " "),
        many(moment.origins, "origin"),
        cited(moment.citation),
        f"#{moment.story}",
    )
    put(console, " · ".join(part for part in details if part), SOFT, indent=_DAY)


def print_story(story: StoryView, console: Console | None = None) -> None:
    """Print a story in full."""
    console = console or terminal()
    parts = (
        f"#{story.id}",
        (story.type or story.topic).lower().replace("_", " "),
        day_words(story.date) if story.date else "",
        story.place or story.country or "",
        ", ".join(context.replace("_", " ") for context in story.contexts),
    )
    put(console, " · ".join(part for part in parts if part), "bold")
    for label, names in (("who", story.actors), ("to whom", story.recipients)):
        if names:
            put(console, f"{label}: {', '.join(names)}", SOFT, hang=2)
    heading(console, "Reports", len(story.reports))
    for report in story.reports:
        text = Text(f"[{strength_words(report.strength)}] " if report.strength else "", STRENGTH)
        put(console, text.append(report.text, PLAIN), indent=2, hang=2)
        where = f"{report.citation.document} {report.citation.start}–{report.citation.end}"
        put(console, f"{cited(report.citation)} · {report.language or 'und'} · {where}", SOFT, indent=4)
    heading(console, "Independent origins", len(story.origins))
    for origin in story.origins:
        put(console, f"{origin.name} ({origin.kind}): {', '.join(origin.outlets)}", indent=2, hang=2)
        for why in origin.why:
            put(console, why, SOFT, indent=4, hang=2)
    for dispute in story.disputes:
        console.print()
        for number, row in enumerate(dispute_rows(dispute)):
            put(console, row, "magenta", indent=2 if number else 0, hang=2)
        if dispute.why:
            put(console, dispute.why, SOFT, indent=2)
    if story.matter:
        console.print()
        put(console, f"The same matter: {', '.join('#' + id for id in story.matter)}", SOFT)


def print_hits(hits: list[Hit], console: Console | None = None) -> None:
    """Print what search found."""
    console = console or terminal()
    for hit in hits:
        put(console, hit.title or "(no title)", "bold")
        snippet = Text(hit.snippet)
        for start, end in hit.marked:
            snippet.stylize("bold yellow4", start, end)
        put(console, snippet, indent=2)
        facts = (hit.outlet or "", day_words(hit.published) if hit.published else "", hit.language or "", hit.id)
        put(console, " · ".join(part for part in facts if part), SOFT, indent=2)
    if not hits:
        put(console, "Nothing in the store fits.")
