"""`sholu demo`: the sample press into a store of its own, and the brief that comes of it."""

from pathlib import Path
from shlex import quote
from typing import Annotated

import typer

from sholu.cli.console import complain, progress
from sholu.errors import InputError

PACKS = ("sample",)


def register(app: typer.Typer) -> None:
    """Add the command to the command line."""
    app.command("demo")(demo)


def demo(
    store: Annotated[
        Path,
        typer.Option("--store", help="The file to make; one that holds nothing but the sample press is made anew."),
    ] = Path("sholu-demo.sqlite"),
) -> None:
    """Read the sample press (a fortnight of invented articles about real places) and print its brief."""
    from sholu.cli.options import make_folder
    from sholu.library import Library
    from sholu.publishing.brief import first_day
    from sholu.publishing.brief_text import print_brief
    from sholu.samples import documents

    press = documents()
    make_folder(store)
    _make_way(store)
    failed = 0
    with Library.open(store, packs=PACKS) as library:
        with progress("Reading the sample press", len(press)) as step:
            for result in library.add(press, workers=2):
                step()
                if result.error:
                    failed += 1
                    complain(f"{result.id} refused ({result.error.code}): {result.error.message}")
        print_brief(library.brief(since=first_day(library.knowledge()), also=1))
    where = quote(str(store))
    typer.echo(
        "\nThe people, outlets and words above are invented; the places and institutions are real.\n"
        "Try next (sholu stands in .venv/bin if you came by `make demo`):\n\n"
        f"  sholu brief --store {where} --date 2026-03-06\n"
        f"  sholu who --store {where} Toksanbayeva\n"
        f"  sholu search --store {where} hashish\n"
        "  sholu read YOUR_ARTICLE.txt --published 2026-03-15\n"
    )
    if failed:
        raise typer.Exit(1)


def _make_way(store: Path) -> None:
    """Remove a store that holds nothing but the sample press; any other file is left alone."""
    from sholu.library import Library
    from sholu.samples import documents
    from sholu.store.rows import identity

    if not store.exists():
        return
    with Library.open(store) as library:
        if not {identity(document) for document in documents()}.issuperset(library.store.ids()):
            raise InputError(
                f"{store} holds more than the sample press and is not overwritten.",
                code="store-foreign",
                hint="Name another file with --store.",
            )
    for end in ("", "-wal", "-shm"):
        store.with_name(store.name + end).unlink(missing_ok=True)
