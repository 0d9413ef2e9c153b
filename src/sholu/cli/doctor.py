"""`sholu doctor`: is everything there that Sholu needs, and what to do if not."""

import sqlite3
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import typer

from sholu.cli.options import StoreFile
from sholu.errors import SholuError, StoreError
from sholu.settings import VARIABLES, Settings
from sholu.version import __version__

Check = Callable[[], str]


def register(app: typer.Typer) -> None:
    """Add the command to the command line."""
    app.command("doctor")(doctor)


def doctor(store: StoreFile = None) -> None:
    """Check the installation and the store, and say what to do where something is wrong."""
    settings = Settings.made(store)
    failed = 0
    for name, check in _checks(settings):
        try:
            typer.echo(f"ok    {name}: {check()}")
        except SholuError as error:
            failed += 1
            typer.echo(f"FAIL  {name}: {error.message}\n      {error.hint}")
        except Exception as error:  # whatever is broken, the doctor goes on with the next check
            failed += 1
            typer.echo(f"FAIL  {name}: {type(error).__name__}: {error}\n      Install Sholu again: make clean demo.")
    if failed:
        raise typer.Exit(1)


def _checks(settings: Settings) -> Iterator[tuple[str, Check]]:
    yield "version", lambda: f"sholu {__version__}, Python {sys.version.split()[0]}"
    yield "search", _full_text
    yield "places", _places
    yield "packs", _packs
    yield "languages", _languages
    yield "store", lambda: _store(settings.store)
    yield "settings", lambda: ", ".join(VARIABLES)


def _full_text() -> str:
    connection = sqlite3.connect(":memory:")
    connection.execute("CREATE VIRTUAL TABLE t USING fts5(x)")
    connection.close()
    return f"SQLite {sqlite3.sqlite_version} with full-text search"


def _places() -> str:
    from sholu.gazetteer import gazetteer

    found = gazetteer().look_up("London")
    return f"the index of places answers ({found[0].name}, {found[0].country})"


def _packs() -> str:
    from sholu.packs import load_packs

    return f"{len(load_packs().outlets)} outlets known"


def _languages() -> str:
    from sholu.api import read

    for text in ("The minister arrived in London.", "Министр прибыл в Лондон.", "Министр Лондонға келді."):
        read(text, published="2026-01-02")
    return "English, Russian and Kazakh are read"


def _store(path: Path) -> str:
    from sholu.library import Library

    if path.exists():
        with Library.open(path) as library:
            facts = library.facts()
            return f"{path}: {facts.documents} documents, {facts.words:,} words"
    folder = next(parent for parent in path.absolute().parents if parent.exists())
    try:
        with tempfile.TemporaryFile(dir=folder):
            return f"none yet; it would be made at {path}"
    except OSError as error:
        raise StoreError(
            f"No store can be made at {path}: {error.strerror}.",
            code="store-unwritable",
            hint="Name another place with --store.",
        ) from error
