"""Lines for the terminal: broken at words, indented, with nothing in them that could steer the terminal."""

from rich.console import Console
from rich.text import Text

from sholu.text.visible import visible

SOFT = "dim"
"""The style of what stands beside the words themselves: days, sources, ids."""

PLAIN = "default not bold"
"""The style of words that follow something in STRENGTH."""

STRENGTH = "bold yellow"
"""The style of "planned", "alleged" and the like."""

_NARROWEST = 20


def terminal() -> Console:
    """The console that everything is printed on."""
    return Console(highlight=False)


def put(
    console: Console, text: Text | str, style: str = "", *, indent: int = 0, lead: Text | str = "", hang: int = 0
) -> None:
    """Print a text indented by so many columns; all its lines but the first stand `hang` columns further in.

    `lead` stands before the first line, and the others are indented by its width, too.
    """
    whole = Text(text, style) if isinstance(text, str) else text
    whole.plain = visible(whole.plain)
    start = Text(" " * indent).append_text(Text(lead) if isinstance(lead, str) else lead)
    rest = Text(" " * (start.cell_len + hang))
    lines = whole.wrap(console, max(_NARROWEST, console.width - rest.cell_len))
    for number, line in enumerate(lines):
        row = (rest if number else start).copy().append_text(line)
        row.rstrip()
        console.print(row, soft_wrap=True)


def heading(console: Console, title: str, count: int | None = None) -> None:
    """A heading with a blank line above it."""
    console.print()
    put(console, Text(title if count is None else f"{title} · {count}", "bold underline"))
