"""A reading in the terminal: the text with its highlights, then what was found in it."""

from rich.console import Console
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from sholu.model.reading import Reading
from sholu.publishing.items import items
from sholu.publishing.marks import KINDS, marks

STYLES = {
    "said": "on grey15",
    "source": "bold underline yellow",
    "cue": "italic yellow",
    "credit": "green",
    "person": "bold blue",
    "organisation": "magenta",
    "outlet": "green",
    "place": "dark_orange3",
    "group": "cyan",
    "event": "bold red",
    "office": "underline magenta",
    "figure": "bold cyan",
    "time": "bright_black underline",
    "judgement": "italic",
    "hedge": "italic underline magenta",
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
    console = console or Console(highlight=False)
    document = reading.document
    if document.title:
        console.print(Text(document.title, "bold"))
    facts = (
        document.outlet,
        document.published,
        document.language,
        f"reader {reading.reader.name} {reading.reader.version}",
    )
    console.print(Text(" · ".join(fact for fact in facts if fact), "bright_black"))
    for notice in reading.notices:
        console.print(Text(f"! {notice.message}", "yellow"))
    console.print()
    console.print(_highlighted(reading))
    console.print()
    console.print(_legend())
    found = items(reading)
    for kind, heading in _HEADINGS.items():
        rows = [item for item in found if item.kind == kind]
        if not rows:
            continue
        console.print(Rule(Text(f"{heading} · {len(rows)}", "bold"), align="left", style="bright_black"))
        table = Table.grid(padding=(0, 1))
        table.add_column(style="bright_black", justify="right", no_wrap=True)
        table.add_column(ratio=1)
        for item in rows:
            line = Text(item.line)
            for label, value in item.details:
                line.append(f"\n{label} ", "bright_black")
                line.append(value, "bright_black")
            table.add_row(item.id, line)
        console.print(table)


def _highlighted(reading: Reading) -> Text:
    text = Text(reading.document.text)
    order = list(KINDS)
    for mark in sorted(marks(reading), key=lambda mark: order.index(mark.kind)):
        text.stylize(STYLES[mark.kind], mark.span.start, mark.span.end)
    return text


def _legend() -> Text:
    legend = Text()
    for kind, meaning in KINDS.items():
        legend.append(meaning, STYLES[kind])
        legend.append("  ")
    return legend
