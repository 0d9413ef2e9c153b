"""`sholu read`: one article to the terminal, to JSON or to a page; a stream of articles to a stream of readings."""

import sys
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, BinaryIO

import typer

from sholu.cli.console import complain
from sholu.cli.options import EngineName
from sholu.model.document import Document
from sholu.sources.given import Given

if TYPE_CHECKING:
    from sholu.reading.stream import Manner

Published = Annotated[
    str | None, typer.Option("--published", help="Date of publication, YYYY-MM-DD (or YYYY-MM, YYYY).")
]
Outlet = Annotated[str | None, typer.Option("--outlet", help="The outlet that published it.")]
LanguageTag = Annotated[str | None, typer.Option("--language", help="en, ru or kk; found from the text if not given.")]
Title = Annotated[str | None, typer.Option("--title", help="The headline.")]
Url = Annotated[str | None, typer.Option("--url", help="Where it was published.")]
Encoding = Annotated[str | None, typer.Option("--encoding", help="The file's encoding; found if not given.")]


def register(app: typer.Typer) -> None:
    """Add the command to the command line."""
    app.command("read")(read)


def read(
    file: Annotated[str, typer.Argument(help="A file with one article, or .jsonl; - for standard input.")] = "-",
    published: Published = None,
    outlet: Outlet = None,
    language: LanguageTag = None,
    title: Title = None,
    url: Url = None,
    encoding: Encoding = None,
    jsonl: Annotated[
        bool, typer.Option("--jsonl", help="Read one document a line, write one reading a line, in the same order.")
    ] = False,
    json: Annotated[bool, typer.Option("--json", help="Print the reading as JSON.")] = False,
    html: Annotated[Path | None, typer.Option("--html", help="Write the reading as a page to this file.")] = None,
    workers: Annotated[int, typer.Option(min=1, help="Processes to read a stream with.")] = 1,
    engine: EngineName = None,
    explain: Annotated[bool, typer.Option("--explain", help="Say of each item what made it.")] = False,
) -> None:
    """Read an article and show what it says, each item with the words that say it."""
    given = Given(published, outlet, language, title, url, encoding)
    if jsonl or file.endswith(".jsonl"):
        if json or html:
            raise typer.BadParameter("A stream is written as one reading a line: leave --json and --html out.")
        from sholu.reading.stream import Manner

        raise typer.Exit(_stream(file, given, workers, Manner(engine=engine, explain=explain)))
    from sholu.api import read as read_document

    reading = read_document(_document(file, given), engine=engine, explain=explain)
    if html is not None:
        from sholu.publishing.page import write_page

        write_page(reading, html)
        print(f"Written to {html}.", file=sys.stderr)
    if json:
        from sholu.model.contract import to_dict

        sys.stdout.write(_pretty(to_dict(reading)))
    elif html is None:
        from sholu.publishing.terminal import show_reading

        show_reading(reading)


def _pretty(data: object) -> str:
    from json import dumps

    return dumps(data, ensure_ascii=False, indent=2) + "\n"


def _document(file: str, given: Given) -> Document:
    from sholu.sources.files import from_bytes, read_bytes, read_file

    if file == "-":
        return from_bytes(read_bytes(sys.stdin.buffer), given)
    return read_file(Path(file), given)


def _stream(file: str, given: Given, workers: int, manner: "Manner") -> int:
    """Readings for a stream of documents; returns 1 if any line was rejected, and says which and why on stderr."""
    from sholu.reading.stream import read_many_as_json
    from sholu.sources.jsonl import documents

    seen = rejected = 0

    def good(lines: Iterable[bytes]) -> Iterator[Document]:
        nonlocal seen, rejected
        for item in documents(lines, given):
            seen += 1
            if isinstance(item, Document):
                yield item
            else:
                rejected += 1
                complain(f"line {item.number}{_named(item.id)} rejected ({item.error.code}): {item.error}")

    with _lines(file) as lines:
        for result in read_many_as_json(good(lines), workers=workers, manner=manner):
            if isinstance(result, str):
                sys.stdout.write(result + "\n")
            else:
                rejected += 1
                complain(f"document {result.id!r} rejected ({result.error.code}): {result.error}")
    sys.stdout.flush()
    if rejected:
        complain(f"{rejected} of {seen} lines rejected; the others were read.")
    return 1 if rejected else 0


def _named(id: str | None) -> str:
    return f" (id {id!r})" if id else ""


def _lines(file: str) -> AbstractContextManager[BinaryIO]:
    if file == "-":
        return nullcontext(sys.stdin.buffer)
    from sholu.sources.jsonl import open_lines

    return open_lines(Path(file))
