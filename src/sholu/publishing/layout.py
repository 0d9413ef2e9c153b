"""Lines for the terminal: broken at words, indented, with nothing in them that could steer the terminal."""

from rich.console import Console
from rich.text import Text

from sholu.text.visible import visible

SOFT = "dim"
"""The style of what stands beside the words themselves: days, sources, ids."""

STRENGTH = "bold yellow"
"""The style of "planned", "alleged" and the like."""

_NARROWEST = 20


def terminal() -> Console:
    """The console that everything is printed on."""
    return Console(highlight=False)


def put(console: Console, text: Text | str, style: str = "", *, indent: int = 0, hang: int = 0) -> None:
    """Print a text indented by so many columns, and all its lines but the first by `hang` more."""
    whole = Text(text, style) if isinstance(text, str) else text
    whole.plain = visible(whole.plain)
    lines = whole.wrap(console, max(_NARROWEST, console.width - indent - hang))
    for number, line in enumerate(lines):
        line.rstrip()
        console.print(Text(" " * (indent + (hang if number else 0))).append_text(line), soft_wrap=True)


def heading(console: Console, title: str, count: int | None = None) -> None:
    """A heading with a blank line above it."""
    console.print()
    put(console, Text(title if count is None else f"{title} · {count}", "bold underline"))
