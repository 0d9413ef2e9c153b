"""Speaking to the terminal: output on stdout, complaints and progress on stderr."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from io import TextIOWrapper

from sholu.text.visible import visible


def speak_utf8() -> None:
    """Write UTF-8 whatever the locale says: what Sholu prints in three scripts is read by programs, too."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def complain(message: str, *, hint: str = "") -> None:
    """One error on stderr: what was seen, then what to do."""
    print(f"sholu: {visible(message)}", file=sys.stderr)
    if hint:
        print(f"       {hint}", file=sys.stderr)


@contextmanager
def progress(label: str, total: int | None) -> Iterator[Callable[[], None]]:
    """A progress bar on stderr while the block runs; the value is called once a step. Silent where nobody looks."""
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    console = Console(stderr=True)
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=console, disable=not console.is_terminal, transient=False) as bar:
        task = bar.add_task(label, total=total)
        yield lambda: bar.advance(task)
