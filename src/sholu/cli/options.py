"""Options that several commands share, written once."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from sholu.errors import InputError, StoreError
from sholu.model.edtf import Edtf
from sholu.reading.engines import Engine
from sholu.settings import Settings

if TYPE_CHECKING:
    from sholu.library import Library

StoreFile = Annotated[
    Path | None,
    typer.Option("--store", help="The store's file; SHOLU_STORE, or one in your data folder, if not given."),
]
PackNames = Annotated[
    list[str] | None, typer.Option("--pack", help="A region pack to read with (name or folder); may be given again.")
]
EngineName = Annotated[
    Engine | None,
    typer.Option("--engine", help="joined: both halves; learned or exact: one alone. Joined where weights are."),
]
Topic = Annotated[str | None, typer.Option("--topic", help="Only this topic.")]
Country = Annotated[str | None, typer.Option("--country", help="Only this country: two letters, KZ.")]
Since = Annotated[str | None, typer.Option("--since", help="From this day on: YYYY-MM-DD.")]
Until = Annotated[str | None, typer.Option("--until", help="Up to this day: YYYY-MM-DD.")]


def open_library(
    store: Path | None, packs: list[str] | None = None, *, make: bool = False, engine: Engine | None = None
) -> "Library":
    """The store that the options name; it is made only with `make`. InputError `store-missing` when there is none."""
    from sholu.library import Library  # a quarter of a second that `sholu read` and `--help` need not pay

    settings = Settings.made(store, packs)
    if make:
        make_folder(settings.store)
    elif not settings.store.exists():
        raise InputError(
            f"There is no store at {settings.store}.",
            code="store-missing",
            hint="`sholu add FILE ...` makes it; --store names another.",
        )
    return Library.open(settings.store, packs=settings.packs, engine=engine)


def make_folder(store: Path) -> None:
    """Make the folder that a store will stand in; StoreError `store-unwritable`."""
    try:
        store.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StoreError(
            f"The folder {store.parent} cannot be made: {error.strerror}.",
            code="store-unwritable",
            hint="Name another place with --store.",
        ) from error


def day(value: str | None, *, last: bool = False) -> date | None:
    """The day that an option names; of a month or a year the first, or with `last` the last."""
    if value is None:
        return None
    try:
        first, end = Edtf.parse(value).bounds()
    except ValueError as error:
        raise InputError(f"{value!r} is no date.", code="date-wrong", hint="Write it as 2026-03-12.") from error
    return end if last else first
