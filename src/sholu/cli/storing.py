"""Commands that fill a store: `add` and `rebuild`."""

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

from sholu.cli.console import complain, progress
from sholu.cli.counts import Counts
from sholu.cli.options import EngineName, PackNames, StoreFile, open_library
from sholu.cli.reading import Encoding, LanguageTag, Outlet, Published, Title, Url
from sholu.errors import InputError
from sholu.model.document import Document
from sholu.sources.columns import Columns
from sholu.sources.files import files_under
from sholu.sources.furniture import Furniture
from sholu.sources.given import Given
from sholu.sources.item import Tally
from sholu.sources.opening import open_any

_SINGLE = (".txt", ".md", ".html", ".htm", ".pdf", ".docx", ".odt")  # one article a file: their number is known


def register(app: typer.Typer) -> None:
    """Add the commands to the command line."""
    app.command("add")(add)
    app.command("rebuild")(rebuild)


def add(
    files: Annotated[
        list[Path], typer.Argument(help="Files of any format that Sholu reads, and folders of such files.")
    ],
    store: StoreFile = None,
    pack: PackNames = None,
    published: Published = None,
    outlet: Outlet = None,
    language: LanguageTag = None,
    title: Title = None,
    url: Url = None,
    encoding: Encoding = None,
    column: Annotated[
        list[str] | None, typer.Option("--column", help="In a table, text=NAME: the column NAME holds the text.")
    ] = None,
    workers: Annotated[int, typer.Option(min=1, help="Processes to read with.")] = 1,
    engine: EngineName = None,
) -> None:
    """Read articles and keep them in the store. What is there already is left as it is.

    Copies of what is there are linked to it; a later version of an article takes its place, and the older is kept.
    """
    given = Given(published, outlet, language, title, url, encoding)
    refused = Refusals(Columns.parse(column or ()))
    named = files_under(files)
    with open_library(store, pack, make=True, engine=engine) as library:
        counts = Counts()
        with progress("Reading", len(named) if all(file.suffix in _SINGLE for file in named) else None) as step:
            for result in library.add(refused.good(named, given), workers=workers):
                step()
                if result.error:
                    refused.say(result.id, result.error)
                else:
                    counts.take(result)
        counts.refused = refused.count
        typer.echo(f"{counts}. Store: {library.store.path}")
    if refused.tally.passed_over:
        parts = ", ".join(f"{count} {what}" for what, count in sorted(refused.tally.passed_over.items()))
        typer.echo(f"Passed over, being no articles: {parts}.")
    if refused.count:
        raise typer.Exit(1)


class Refusals:
    """Counts what could not be read and says why, while the rest goes on."""

    def __init__(self, columns: Columns) -> None:
        self.count = 0
        self.tally = Tally()
        self._columns = columns
        self._furniture = Furniture()

    def say(self, what: str, error: InputError) -> None:
        """Report one."""
        self.count += 1
        complain(f"{what} refused ({error.code}): {error.message}", hint=error.hint)

    def good(self, files: list[Path], given: Given) -> Iterator[Document]:
        """The documents in `files` that can be opened."""
        for file in files:
            try:
                for found in open_any(file, given, columns=self._columns, tally=self.tally, furniture=self._furniture):
                    if isinstance(found, Document):
                        yield found
                    else:
                        self.say(found.where, found.error)
            except InputError as error:
                self.say(str(file), error)


def rebuild(store: StoreFile = None) -> None:
    """Read every document in the store again and make anew all that is derived from it."""
    with open_library(store) as library:
        count = 0
        with progress("Reading again", library.facts().documents) as step:
            for _ in library.rebuild():
                step()
                count += 1
        typer.echo(f"{count} documents read again.")
