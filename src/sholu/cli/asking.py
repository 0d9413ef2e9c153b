"""Commands that ask a store: brief, search, show, who, timeline."""

from enum import StrEnum
from typing import Annotated

import typer

from sholu.cli.options import Country, PackNames, Since, StoreFile, Topic, Until, day, open_library


class BriefFormat(StrEnum):
    """What a brief can be printed as."""

    TEXT = "text"
    MARKDOWN = "md"
    HTML = "html"
    JSON = "json"


AsJson = Annotated[bool, typer.Option("--json", help="Print JSON.")]


def register(app: typer.Typer) -> None:
    """Add the commands to the command line."""
    app.command("brief")(brief)
    app.command("search")(search)
    app.command("show")(show)
    app.command("who")(who)
    app.command("timeline")(timeline)


def brief(
    store: StoreFile = None,
    date: Annotated[str | None, typer.Option("--date", help="The day; if not given, the last in the store.")] = None,
    since: Since = None,
    topic: Topic = None,
    country: Country = None,
    format: Annotated[BriefFormat, typer.Option("--format", help="text, md, html or json.")] = BriefFormat.TEXT,
    pack: PackNames = None,
) -> None:
    """What the press says: one line a story, each in a report's own words, with who says so and through whom."""
    with open_library(store, pack) as library:
        made = library.brief(day=day(date, last=True), since=day(since), topic=topic, country=country)
    if format is BriefFormat.TEXT:
        from sholu.publishing.brief_text import print_brief

        print_brief(made)
    elif format is BriefFormat.MARKDOWN:
        from sholu.publishing.brief_text import markdown

        typer.echo(markdown(made))
    elif format is BriefFormat.HTML:
        from sholu.publishing.brief_page import brief_page

        typer.echo(brief_page(made))
    else:
        _print_json(made)


def search(
    query: Annotated[list[str], typer.Argument(help='Words, "a phrase", -without, field:value; see the docs.')],
    store: StoreFile = None,
    limit: Annotated[int, typer.Option(min=1, help="At most so many documents.")] = 20,
    json: AsJson = False,
) -> None:
    """Find documents: full text in any form of the words, with filters such as outlet: country: type: after:."""
    with open_library(store) as library:
        hits = library.search(" ".join(query), limit=limit)
    if json:
        _print_json(hits)
    else:
        from sholu.publishing.views import print_hits

        print_hits(hits)


def show(
    id: Annotated[str, typer.Argument(help="A story's, document's or entity's id, or its beginning.")],
    store: StoreFile = None,
    json: AsJson = False,
) -> None:
    """Show one story with all its reports and origins, one document with its highlights, or one dossier.

    Of a document also: its other addresses, what it copies and who copies it, its versions and what they changed.
    """
    from sholu.model.contract import to_dict
    from sholu.model.reading import Reading
    from sholu.publishing.dossier import Dossier
    from sholu.publishing.history import print_history, print_standing
    from sholu.publishing.terminal import show_reading
    from sholu.publishing.views import print_dossier, print_story

    with open_library(store) as library:
        found = library.show(id)
        if isinstance(found, Reading) and not json:
            print_standing(library.store, found)
            show_reading(found)
            print_history(library.store, found)
    if json:
        _print_json(to_dict(found) if isinstance(found, Reading) else found)
    elif isinstance(found, Reading):
        return
    elif isinstance(found, Dossier):
        print_dossier(found)
    else:
        print_story(found)


def who(
    name: Annotated[list[str], typer.Argument(help="A name in any language or script, or an id.")],
    store: StoreFile = None,
    json: AsJson = False,
) -> None:
    """The dossier of a person or body: offices over time, what they said and did, what was said of them."""
    with open_library(store) as library:
        dossier = library.who(" ".join(name))
    if json:
        _print_json(dossier)
    else:
        from sholu.publishing.views import print_dossier

        print_dossier(dossier)


def timeline(
    name: Annotated[list[str] | None, typer.Argument(help="Only what concerns this person, body or place.")] = None,
    store: StoreFile = None,
    since: Since = None,
    until: Until = None,
    topic: Topic = None,
    country: Country = None,
    json: AsJson = False,
) -> None:
    """What happened, in order of the days on which it happened."""
    with open_library(store) as library:
        made = library.timeline(
            name=" ".join(name) if name else None,
            since=day(since),
            until=day(until, last=True),
            topic=topic,
            country=country,
        )
    if json:
        _print_json(made)
    else:
        from sholu.publishing.views import print_timeline

        print_timeline(made)


def _print_json(view: object) -> None:
    from sholu.publishing.plain import as_json

    typer.echo(as_json(view))
