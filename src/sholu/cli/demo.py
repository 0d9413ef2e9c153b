"""`sholu demo`: the sample press into a store of its own, and the brief that comes of it."""

from pathlib import Path
from typing import Annotated

import typer

from sholu.cli.console import progress
from sholu.errors import InputError
from sholu.library import Library

PACKS = ("sample",)


def register(app: typer.Typer) -> None:
    """Add the command to the command line."""
    app.command("demo")(demo)


def demo(
    store: Annotated[Path, typer.Option("--store", help="The file to make; one that a demo made is made anew.")] = Path(
        "sholu-demo.sqlite"
    ),
) -> None:
    """Read the sample press (a fortnight of invented articles about real places) and print its brief."""
    from sholu.publishing.brief_text import print_brief
    from sholu.samples import documents

    _make_way(store)
    press = documents()
    with Library.open(store, packs=PACKS) as library:
        with progress("Reading the sample press", len(press)) as step:
            for _ in library.add(press, workers=2):
                step()
        print_brief(library.brief())
    typer.echo(
        "\nThe people, outlets and words above are invented; the places and institutions are real.\n"
        "Try next (sholu stands in .venv/bin if you came by `make demo`):\n\n"
        f"  sholu brief --store {store} --since 2026-03-02 --country KZ\n"
        f"  sholu who --store {store} Toksanbayeva\n"
        "  sholu read YOUR_ARTICLE.txt --published 2026-03-15\n"
    )


def _make_way(store: Path) -> None:
    """Remove what an earlier demo made; any other file is left alone."""
    if not store.exists():
        return
    with Library.open(store) as library:
        if library.pack_names != PACKS:
            raise InputError(
                f"{store} is a store that no demo made.", code="store-foreign", hint="Name another file with --store."
            )
    for end in ("", "-wal", "-shm"):
        store.with_name(store.name + end).unlink(missing_ok=True)
