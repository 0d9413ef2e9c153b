"""A document beside others in the terminal: where else it stands, whose copy it is, what its versions changed."""

from rich.console import Console

from sholu.model.document import Document
from sholu.model.reading import Reading
from sholu.publishing.dates import day_words
from sholu.publishing.items import Item, items
from sholu.publishing.layout import heading, put, terminal
from sholu.store import arriving
from sholu.store.arriving import History
from sholu.store.store import Store
from sholu.text.revisions import Change, Revision, compare

_SIGNS = {"added": "+", "withdrawn": "-", "changed": "~"}
_STYLES = {"added": "green4", "withdrawn": "red3", "changed": "dark_orange3"}


def history_of(store: Store, id: str) -> History:
    """What the store knows of a document beside others."""
    with store.reading() as connection:
        return arriving.history(connection, id)


def withdrawn_items(reading: Reading, revision: Revision) -> tuple[Item, ...]:
    """What an older version's reading holds that stood on words which the later version has no more."""
    gone = revision.withdrawn
    return tuple(
        item
        for item in items(reading)
        if any(item.evidence.start < span.end and span.start < item.evidence.end for span in gone)
    )


def print_standing(store: Store, reading: Reading, console: Console | None = None) -> None:
    """One line above a reading whose document was replaced by a later version; nothing otherwise."""
    newer = history_of(store, reading.document.id).newer
    if newer:
        put(console or terminal(), f"! The outlet has changed this: the version that stands is {newer[-1]}.", "yellow")


def print_history(store: Store, reading: Reading, console: Console | None = None) -> None:
    """Print what is known of a document beside others; nothing when that is nothing."""
    console = console or terminal()
    id = reading.document.id
    history = history_of(store, id)
    if history.addresses:
        heading(console, "The same text at", len(history.addresses))
        for url in history.addresses:
            put(console, url, indent=2)
    if history.copy_of:
        heading(console, "A copy of what came in before")
        put(console, f"{_line(store.document(history.copy_of))} · {history.similarity:.0%} in common", indent=2, hang=2)
    if history.copies:
        heading(console, "Copies of it", len(history.copies))
        for copy in history.copies:
            put(console, _line(store.document(copy)), indent=2, hang=2)
    if history.older:
        heading(console, "Earlier versions", len(history.older))
        for older in history.older:
            put(console, _line(store.document(older)), indent=2, hang=2)
        before = store.get(history.older[0])
        _print_changes(console, f"What this version changed of {history.older[0]}", before, reading.document)
    if history.newer:
        heading(console, "Later versions", len(history.newer))
        for newer in history.newer:
            put(console, _line(store.document(newer)), indent=2, hang=2)
        _print_changes(console, f"What {history.newer[0]} changed of it", reading, store.document(history.newer[0]))


def _print_changes(console: Console, title: str, before: Reading, after: Document) -> None:
    old, new = before.document.text, after.text
    revision = compare(old, new)
    heading(console, title, len(revision.changes))
    for change in revision.changes:
        put(console, _words(change, old, new), _STYLES[change.kind], lead=f"{_SIGNS[change.kind]} ")
    gone = withdrawn_items(before, revision)
    if gone:
        heading(console, "Withdrawn with it", len(gone))
        for item in gone:
            put(console, f"{item.kind}: {item.line}", indent=2, hang=2)


def _words(change: Change, old: str, new: str) -> str:
    before, after = (
        " ".join(span.of(text).split()) if span else None for span, text in ((change.before, old), (change.after, new))
    )
    return f"{before} → {after}" if before and after else before or after or ""


def _line(document: Document) -> str:
    facts = (document.id, document.outlet, day_words(document.published), document.title, document.url)
    return " · ".join(fact for fact in facts if fact)
