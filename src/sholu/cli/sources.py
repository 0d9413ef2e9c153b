"""`sholu sources`: which sources are followed, what stands there, and how they are doing."""

import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from sholu.cli.options import StoreFile, make_folder
from sholu.cli.trial import show_article, show_candidate
from sholu.cli.trying import candidate_of, fetcher_of, found_at
from sholu.errors import InputError
from sholu.settings import Settings
from sholu.text.visible import visible

if TYPE_CHECKING:
    from sholu.sources.web.journal import Journal
    from sholu.sources.web.manners import Manners
    from sholu.sources.web.registry import Health, Source

_UNITS = {"m": 60, "h": 3_600, "d": 86_400}

group = typer.Typer(
    help="The sources that are followed: add, list, test, remove, import, export.", no_args_is_help=True
)


class Kind(StrEnum):
    """Kinds of sources."""

    FEED = "feed"
    SITEMAP = "sitemap"
    LISTING = "listing"
    PAGE = "page"


class ListFormat(StrEnum):
    """Formats of lists of sources."""

    OPML = "opml"
    TOML = "toml"


Allow = Annotated[
    list[str] | None,
    typer.Option("--allow-host", help="A host of your own network that may be asked; may be given again."),
]
KindName = Annotated[Kind | None, typer.Option("--kind", help="What it is; found by looking if not given.")]
Contact = Annotated[
    str | None, typer.Option("--contact", help="Told to every server besides our name: your mail or page.")
]

Delay = Annotated[float, typer.Option(min=0.2, help="Least seconds between two requests to one host.")]


def register(app: typer.Typer) -> None:
    """Add the group to the command line."""
    app.add_typer(group, name="sources")


@group.command()
def add(
    url: Annotated[str, typer.Argument(help="A site, a feed, a sitemap, a section or a page.")],
    kind: KindName = None,
    outlet: Annotated[
        str | None, typer.Option("--outlet", help="The outlet's name, given to all its articles.")
    ] = None,
    language: Annotated[str | None, typer.Option("--language", help="en, ru or kk, given to all its articles.")] = None,
    id: Annotated[str, typer.Option("--id", help="A short name; made from the address if not given.")] = "",
    every: Annotated[
        str | None,
        typer.Option("--every", help="How often to look: 30m, 6h, 1d; by how often it publishes if not given."),
    ] = None,
    allow_host: Allow = None,
    contact: Contact = None,
    delay: Delay = 1.0,
    store: StoreFile = None,
) -> None:
    """Follow a source. Of a site, its best feed is taken, else its sitemap, else its list of articles."""
    from sholu.sources.web.registry import Registry, Source

    seconds = seconds_of(every)
    with opened(store) as journal:
        registry = Registry(journal)
        given = Source(
            id, url, kind.value if kind else "feed", outlet, language, None, seconds, tuple(allow_host or ())
        )
        if kind is None:
            best, *others = found_at(journal, url, given, manners(contact, delay))
            given = replace(given, url=best.url, kind=best.kind, title=best.title)
            for other in others:
                typer.echo(f"Also there: {other.kind} {visible(other.url)}")
        added = registry.add(given)
        typer.echo(f"{added.id}: {added.kind} {added.url}")
        typer.echo("`sholu fetch` reads it.")


@group.command("list")
def list_(
    json: Annotated[bool, typer.Option("--json", help="As JSON, one source a line.")] = False,
    store: StoreFile = None,
) -> None:
    """Show all sources and how they are doing."""
    from dataclasses import asdict
    from json import dumps

    from sholu.sources.web.queue import Queue
    from sholu.sources.web.registry import Registry

    with opened(store) as journal:
        registry, queue = Registry(journal), Queue(journal)
        for source in registry.all():
            health, counts = registry.health(source.id), queue.counts(source.id)
            if json:
                row = {**asdict(source), "health": asdict(health), "articles": counts}
                typer.echo(dumps(row, ensure_ascii=False))
            else:
                typer.echo(_line(source, health, counts))
        if not json and not registry.all():
            typer.echo("No sources yet: `sholu sources add URL`.")


@group.command("test")
def try_out(
    what: Annotated[str, typer.Argument(help="An address, or the id of a source.")],
    kind: KindName = None,
    limit: Annotated[int, typer.Option(min=1, help="How many of its articles are named.")] = 10,
    allow_host: Allow = None,
    contact: Contact = None,
    delay: Delay = 1.0,
    store: StoreFile = None,
) -> None:
    """Show what would be read from a source, and the first article as it would be stored. Nothing is kept.

    Of one article, say --kind page.
    """
    import tempfile

    from sholu.sources.furniture import Furniture
    from sholu.sources.web.journal import Journal
    from sholu.sources.web.memory import JournalMemory
    from sholu.sources.web.registry import Registry, Source

    given = Source("", what, kind.value if kind else "feed", allowed=tuple(allow_host or ()))
    path = _path(store)
    furniture = Furniture()
    with ExitStack() as open_ones:
        if path.exists():
            kept = open_ones.enter_context(Journal(path))
            furniture = Furniture(JournalMemory(kept))
            known = [source for source in Registry(kept).all() if source.id == what]
            if known:
                given = replace(known[0], allowed=(*known[0].allowed, *given.allowed))
                kind = Kind(given.kind)
        folder = open_ones.enter_context(tempfile.TemporaryDirectory())
        journal = open_ones.enter_context(Journal(Path(folder) / "test.sqlite"))
        fetcher = fetcher_of(journal, given, manners(contact, delay))
        if kind is None:
            candidates = found_at(journal, given.url, given, manners(contact, delay))
        else:
            candidates = [candidate_of(fetcher, replace(given, kind=kind.value))]
        for candidate in candidates:
            show_candidate(fetcher, candidate, limit)
        show_article(fetcher, candidates[0], given, furniture)


@group.command()
def remove(
    id: Annotated[str, typer.Argument(help="The id of a source.")],
    store: StoreFile = None,
) -> None:
    """Follow a source no more. What came from it stays in the store."""
    from sholu.sources.web.registry import Registry

    with opened(store) as journal:
        Registry(journal).remove(id)
    typer.echo(f"{id} is followed no more.")


@group.command("import")
def import_(
    file: Annotated[
        Path | None, typer.Argument(help="An OPML file of a feed reader, or an exported .toml.", show_default=False)
    ] = None,
    pack: Annotated[
        str | None, typer.Option("--pack", help="Instead of a file: a region pack, whose outlets are followed.")
    ] = None,
    country: Annotated[
        list[str] | None,
        typer.Option("--country", help="With --pack: only outlets of this country, as KZ; may be given again."),
    ] = None,
    store: StoreFile = None,
) -> None:
    """Follow all sources of a list, or all outlets of a region pack; what is followed already stays as it is."""
    from sholu.reading.languages import LANGUAGES
    from sholu.sources.web.press import pack_sources
    from sholu.sources.web.registry import Registry

    left_out = 0
    if file is not None and pack is None and not country:
        sources = _listed(file)
    elif file is None and pack is not None:
        sources, left_out = pack_sources(pack, LANGUAGES, country or ())
    else:
        raise InputError(
            "Name a list or a pack, one of the two.",
            code="source-wrong",
            hint="`sholu sources import feeds.opml`, or `sholu sources import --pack central_asia --country KZ`.",
        )
    with opened(store) as journal:
        added, known = Registry(journal).add_all(sources)
    for source in added:
        typer.echo(f"{source.id}: {source.kind} {source.url}")
    told = f"{len(added)} added, {known} there already."
    if left_out:
        told += f" {left_out} outlets left out: no address is known, or they are in no language that Sholu reads."
    typer.echo(told)


def _listed(file: Path) -> "list[Source]":
    from sholu.sources.web.opml import LARGEST, from_opml, from_toml

    try:
        with file.open("rb") as opened_file:
            data = opened_file.read(LARGEST + 1)
    except OSError as error:
        raise InputError(
            f"{file} cannot be read: {error.strerror}.", code="file-unreadable", hint="Check its name and permissions."
        ) from error
    return from_toml(data) if file.suffix.lower() == ".toml" else from_opml(data)


@group.command()
def export(
    format: Annotated[ListFormat, typer.Option("--format", help="OPML for feed readers, or TOML.")] = ListFormat.OPML,
    store: StoreFile = None,
) -> None:
    """Write all sources to standard output."""
    from sholu.sources.web.opml import to_opml, to_toml
    from sholu.sources.web.registry import Registry

    with opened(store) as journal:
        sources = Registry(journal).all()
    typer.echo((to_opml if format is ListFormat.OPML else to_toml)(sources), nl=False)


def seconds_of(written: str | None) -> float | None:
    """The seconds that 30m, 6h or 1d stand for. InputError `every-wrong`."""
    if written is None:
        return None
    number, unit = written[:-1], written[-1:]
    if not number.isdecimal() or unit not in _UNITS or not 1 <= int(number) <= 9_999:
        raise InputError(f"{written!r} is no span of time.", code="every-wrong", hint="Write 30m, 6h or 1d.")
    return float(int(number) * _UNITS[unit])


@contextmanager
def opened(store: Path | None) -> "Iterator[Journal]":
    """The record of sources and requests that belongs to a store; it is made when it is not there."""
    from sholu.sources.web.journal import Journal

    make_folder(Settings.made(store).store)
    with Journal(_path(store)) as journal:
        yield journal


def _path(store: Path | None) -> Path:
    from sholu.sources.web.registry import beside

    return beside(Settings.made(store).store)


def manners(contact: str | None, delay: float) -> "Manners":
    """How we behave, with what the user says about it."""
    from sholu.sources.web.manners import Manners

    return Manners(delay=delay, contact=contact or Settings.made().contact)


def _line(source: "Source", health: "Health", counts: dict[str, int]) -> str:
    state = "new" if health.tried is None else "well" if health.code is None else f"failing ({health.code})"
    worked = datetime.fromtimestamp(health.worked, UTC).strftime("%Y-%m-%d %H:%M") if health.worked else "never"
    wait = max(0, round((health.due - time.time()) / 60))
    return (
        f"{source.id}  {source.kind}  {state}, last read {worked}, next in {wait} min; {counts['done']} read, "
        f"{counts['refused']} refused, {counts['waiting'] + counts['fetched']} to come  {source.url}"
    )
