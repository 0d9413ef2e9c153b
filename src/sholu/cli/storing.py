"""Commands that fill a store: `add` and `rebuild`."""

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

from sholu.cli.console import complain, progress
from sholu.cli.options import PackNames, StoreFile, open_library
from sholu.cli.reading import Encoding, LanguageTag, Outlet, Published, Title, Url
from sholu.errors import InputError
from sholu.model.document import Document
from sholu.sources.files import files_under, read_file
from sholu.sources.given import Given
from sholu.sources.jsonl import documents, open_lines


def register(app: typer.Typer) -> None:
    """Add the commands to the command line."""
    app.command("add")(add)
    app.command("rebuild")(rebuild)


def add(
    files: Annotated[list[Path], typer.Argument(help="Files (.txt .md .html .jsonl) and folders of such files.")],
    store: StoreFile = None,
    pack: PackNames = None,
    published: Published = None,
    outlet: Outlet = None,
    language: LanguageTag = None,
    title: Title = None,
    url: Url = None,
    encoding: Encoding = None,
    workers: Annotated[int, typer.Option(min=1, help="Processes to read with.")] = 1,
) -> None:
    """Read articles and keep them in the store. What is there already is left as it is."""
    given = Given(published, outlet, language, title, url, encoding)
    refused = Refusals()
    named = files_under(files)
    with open_library(store, pack, make=True) as library:
        new = known = 0
        with progress("Reading", None if any(file.suffix == ".jsonl" for file in named) else len(named)) as step:
            for result in library.add(refused.good(named, given), workers=workers):
                step()
                if result.error:
                    refused.say(result.id, result.error)
                elif result.new:
                    new += 1
                else:
                    known += 1
        typer.echo(f"{new} added, {known} there already, {refused.count} refused. Store: {library.store.path}")
    if refused.count:
        raise typer.Exit(1)


class Refusals:
    """Counts what could not be read and says why, while the rest goes on."""

    def __init__(self) -> None:
        self.count = 0

    def say(self, what: str, error: InputError) -> None:
        """Report one."""
        self.count += 1
        complain(f"{what} refused ({error.code}): {error.message}", hint=error.hint)

    def good(self, files: list[Path], given: Given) -> Iterator[Document]:
        """The documents in `files` that can be opened."""
        for file in files:
            try:
                if file.suffix == ".jsonl":
                    yield from self._lines(file, given)
                else:
                    yield read_file(file, given)
            except InputError as error:
                self.say(str(file), error)

    def _lines(self, file: Path, given: Given) -> Iterator[Document]:
        with open_lines(file) as lines:
            for item in documents(lines, given):
                if isinstance(item, Document):
                    yield item
                else:
                    self.say(f"{file}, line {item.number}", item.error)


def rebuild(store: StoreFile = None) -> None:
    """Read every document in the store again and make anew all that is derived from it."""
    with open_library(store) as library:
        count = 0
        with progress("Reading again", library.facts().documents) as step:
            for _ in library.rebuild():
                step()
                count += 1
        typer.echo(f"{count} documents read again.")
