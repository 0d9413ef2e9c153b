"""A reading in the terminal: the text with its highlights, then what was found in it."""

from rich.console import Console
from rich.text import Text

from sholu.model.reading import Reading
from sholu.publishing.items import Item, items
from sholu.publishing.layout import SOFT, heading, put, terminal
from sholu.publishing.marks import KINDS, Mark, marks
from sholu.text.visible import visible

# Middling colours: each can be read on a dark and on a light ground.
STYLES = {
    "said": "italic",
    "source": "bold yellow4",
    "cue": "yellow4",
    "credit": "green4",
    "person": "bold dodger_blue2",
    "organisation": "medium_orchid",
    "outlet": "green4",
    "place": "dark_orange3",
    "group": "turquoise4",
    "event": "bold red3",
    "office": "underline",
    "figure": "bold deep_sky_blue4",
    "time": "grey50",
    "judgement": "underline2",
    "hedge": "underline2 medium_orchid",
}
_HEADINGS = {
    "attribution": "Who said what",
    "event": "What happened",
    "tenure": "Offices",
    "quantity": "Figures",
    "judgement": "Judgements, forecasts, causes",
    "time": "Times",
}


def show_reading(reading: Reading, console: Console | None = None) -> None:
    """Print a reading."""
    console = console or terminal()
    document = reading.document
    if document.title:
        put(console, document.title, "bold")
    reader = f"reader {reading.reader.name} {reading.reader.version}"
    facts = (document.outlet, document.published, document.language, reader)
    put(console, " · ".join(fact for fact in facts if fact), SOFT)
    for notice in reading.notices:
        put(console, f"! {notice.message}", "yellow", hang=2)
    console.print()
    found = marks(reading)
    put(console, _highlighted(document.text, found))
    if console.is_terminal:
        console.print()
        _print_legend(console, found)
    findings = items(reading)
    for kind, title in _HEADINGS.items():
        some = [item for item in findings if item.kind == kind]
        if some:
            heading(console, title, len(some))
            _print_items(console, some)
    if not findings:
        console.print()
        put(console, "Nothing was found in this text.", SOFT)


def _print_items(console: Console, findings: list[Item]) -> None:
    """Items with their ids in a column of their own."""
    wide = max(len(item.id) for item in findings)
    for item in findings:
        put(console, item.line, lead=Text(f"{item.id:>{wide}} ", SOFT))
        if item.details:
            put(console, " · ".join(f"{label} {value}" for label, value in item.details), SOFT, indent=wide + 1)


def _highlighted(words: str, found: list[Mark]) -> Text:
    text = Text(visible(words))
    order = list(KINDS)
    for mark in sorted(found, key=lambda mark: order.index(mark.kind)):
        text.stylize(STYLES[mark.kind], mark.span.start, mark.span.end)
    return text


def _print_legend(console: Console, found: list[Mark]) -> None:
    """The kinds of marks that there are, each in its own style; no entry is broken between two lines."""
    kinds = {mark.kind for mark in found}
    line = Text()
    for kind in (kind for kind in KINDS if kind in kinds):
        if line.cell_len + len(KINDS[kind]) > console.width:
            put(console, line)
            line = Text()
        line.append(KINDS[kind], STYLES[kind]).append("   ")
    put(console, line)
