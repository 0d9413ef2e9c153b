"""What `sholu sources test` prints: what a source names, what of it would be refused, and an article as it is read."""

from typing import TYPE_CHECKING

import typer

from sholu.cli.console import complain
from sholu.errors import Rejected
from sholu.publishing.numbers import many
from sholu.text.visible import visible

if TYPE_CHECKING:
    from sholu.model.document import Document
    from sholu.sources.furniture import Furniture
    from sholu.sources.web.discovery import Candidate
    from sholu.sources.web.fetch import Fetcher
    from sholu.sources.web.reference import Reference
    from sholu.sources.web.registry import Source
    from sholu.text.html import PageText

_TRIED = 3  # articles that are asked for until one can be read
_SHOWN = 1_500  # characters
_FURNITURE_SHOWN = 150
_BASES = {
    "metadata": "data for machines",
    "text": "a line that readers see",
    "inferred": "its address",
    "given": "the user",
}


def show_candidate(fetcher: "Fetcher", candidate: "Candidate", limit: int) -> None:
    """Print what would be followed, and the first links that would be read, with those that would be refused marked."""
    typer.echo(f"{candidate.kind} {visible(candidate.url)} {visible(candidate.title or '')}".rstrip())
    for item in candidate.references[:limit]:
        typer.echo(f"  {item.published or '----------'}  {visible(item.title or '')}  {visible(item.url)}")
        error = fetcher.refusal(item.url)
        if error:
            typer.echo(f"              would be refused ({error.code}): {visible(error.message)}")
    if len(candidate.references) > limit:
        typer.echo(f"  ... {len(candidate.references) - limit} more")


def show_article(fetcher: "Fetcher", candidate: "Candidate", source: "Source", furniture: "Furniture") -> None:
    """Print the first article that can be read as it would be stored; says why of those before it that cannot.

    `furniture` knows what the outlet prints under all its articles, if it was read before; that is shown apart. Ends
    the command with status 1 when none can.
    """
    for item in candidate.references[:_TRIED]:
        try:
            _show(fetcher, item, source, furniture)
        except Rejected as error:
            complain(f"{item.url} refused ({error.code}): {error.message}", hint=error.hint)
        else:
            return
    if candidate.references:
        raise typer.Exit(1)


def _show(fetcher: "Fetcher", item: "Reference", source: "Source", furniture: "Furniture") -> None:
    from sholu.sources.web.page import Page, documents, read_page
    from sholu.sources.web.parts import parts_of

    got = fetcher.fetch(item.url)
    page = Page(got.url, got.headers.get("content-type", ""), got.body)
    said = read_page(page)
    parts, cut = parts_of(fetcher, page)
    found = documents(page, item, outlet=source.outlet, language=source.language, parts=parts)
    first = found[0]
    typer.echo("\nThe first article as it would be stored:")
    for name, value in _facts(said, first, item, source):
        typer.echo(f"  {name}: {visible(value or 'not known')}")
    if len(found) > 1:
        typer.echo(f"  live blog: {len(found)} entries, each a document; the first of them:")
    if parts:
        typer.echo(f"  pages: {1 + len(parts)}, joined")
    if cut:
        typer.echo(f"  the next page is refused ({cut.code}): {visible(cut.message)}")
    left_out = furniture.found_in(first)
    for part in left_out:
        typer.echo(f"  left out, for it returns under other articles: {visible(_cut(part, _FURNITURE_SHOWN))}")
    text = "\n\n".join(part for part in first.text.split("\n\n") if part not in left_out)
    typer.echo(f"  text: {many(len(text.split()), 'word')}\n")
    typer.echo(visible(_cut(text, _SHOWN)))


def _cut(text: str, most: int) -> str:
    return text[:most] + (" ..." if len(text) > most else "")


def _facts(said: "PageText", first: "Document", item: "Reference", source: "Source") -> list[tuple[str, str | None]]:
    published = first.published
    if published and published == said.published and said.published_basis:
        published += f" (from {_BASES[said.published_basis]}: {said.date_source})"
    elif published:
        published += " (from the source's list)"
    return [
        ("url", first.url),
        ("title", first.title),
        ("outlet", f"{first.outlet} (given to the source)" if source.outlet else first.outlet),
        ("author", said.author),
        ("published", published),
        ("updated", said.updated or item.updated),
        ("language", first.language),
    ]
