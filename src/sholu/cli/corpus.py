"""`sholu corpus`: check the annotated articles, turn them into readings, measure a reader or two annotators by them."""

import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, cast

import typer

from sholu.errors import InputError
from sholu.reading.engines import Engine

if TYPE_CHECKING:
    from sholu.corpus.score import Miss, Score
    from sholu.model.reading import Reading

DEFAULT = Path("corpus/articles")
_SHOWN = 5
_WORDS = 70

Paths = Annotated[list[Path] | None, typer.Argument(help="Articles, or folders of them; corpus/articles if not given.")]
LanguageTag = Annotated[str | None, typer.Option("--language", help="Only this language: en, ru or kk.")]
Split = Annotated[str | None, typer.Option("--split", help="Only this split: train, dev or test.")]

group = typer.Typer(help="Check the annotated corpus, and measure a reader by it.", no_args_is_help=True)


def register(app: typer.Typer) -> None:
    """Add the group to the command line."""
    app.add_typer(group, name="corpus")


@group.command()
def check(
    paths: Paths = None,
    language: LanguageTag = None,
    split: Split = None,
    look: Annotated[bool, typer.Option("--look", help="Show also what may have been overlooked.")] = False,
) -> None:
    """Check annotated articles: file, line and what to do for everything that is wrong."""
    from sholu.corpus.article import load
    from sholu.corpus.check import check_file, check_splits
    from sholu.corpus.folder import find_files

    files = find_files(paths or [DEFAULT], language, split)
    wrong = looks = 0
    for file in files:
        for problem in check_file(file):
            wrong += problem.serious
            looks += not problem.serious
            if problem.serious or look:
                typer.echo(f"{file}:{problem.line}: {'' if problem.serious else 'look: '}{problem}")
    for message in check_splits([load(file) for file in files]):
        wrong += 1
        typer.echo(message)
    more = f", {looks} to look at (--look)" if looks and not look else ""
    typer.echo(f"{len(files)} articles, {wrong} problems{more}.")
    if wrong:
        raise typer.Exit(1)


@group.command()
def convert(
    paths: Paths = None,
    language: LanguageTag = None,
    split: Split = None,
    documents: Annotated[
        bool, typer.Option("--documents", help="Write the articles without their annotation.")
    ] = False,
) -> None:
    """Write annotated articles as readings, one JSON a line."""
    from json import dumps

    from sholu.corpus.folder import find_files
    from sholu.model.contract import document_to_dict, to_json

    for file in find_files(paths or [DEFAULT], language, split):
        gold = _gold(file)
        line = dumps(document_to_dict(gold.document), ensure_ascii=False) if documents else to_json(gold)
        sys.stdout.write(line + "\n")


@group.command()
def score(
    paths: Paths = None,
    reader: Annotated[
        str, typer.Option("--reader", help="exact, learned, joined, or a JSONL file of readings.")
    ] = "exact",
    language: LanguageTag = None,
    split: Split = None,
    misses: Annotated[bool, typer.Option("--misses", help="List what was not found or is wrong.")] = False,
    beyond: Annotated[bool, typer.Option("--beyond", help="List what was read beyond the gold.")] = False,
) -> None:
    """Measure a reader by the corpus: found, right and beyond gold by language and kind."""
    from sholu.corpus.folder import find_files
    from sholu.corpus.score import BEYOND, by_language

    golds = [_gold(file) for file in find_files(paths or [DEFAULT], language, split)]
    scores = by_language(zip(golds, _readings(reader, golds), strict=True))
    for tag, result in sorted(scores.items()):
        _show_score(tag, result)
        _show_misses(miss for miss in result.misses if (beyond if miss.wrong[0][0] == BEYOND else misses))


@group.command()
def agree(
    first: Annotated[Path, typer.Argument(help="An annotated article, or a folder of them.")],
    second: Annotated[Path, typer.Argument(help="The same articles as annotated by somebody else.")],
) -> None:
    """Compare two annotations of the same articles: agreement by kind, and the differences to settle."""
    from sholu.corpus.agreement import agree as compare

    shared = _by_id(first), _by_id(second)
    both = sorted(shared[0].keys() & shared[1].keys())
    if not both:
        raise InputError(
            f"{first} and {second} have no article in common.",
            code="nothing-shared",
            hint="Articles are the same when their front matter gives the same id.",
        )
    result = compare([(shared[0][id], shared[1][id]) for id in both])
    typer.echo(f"{len(both)} articles\n{'':13}{'first':>7}{'second':>8}{'F1':>7}")
    for kind, share in result.shares.items():
        typer.echo(f"{kind:13}{share.first:7}{share.second:8}{share.f1:7.2f}")
    for title, found in (("first", result.only_first), ("second", result.only_second)):
        typer.echo(f"\nAs the {title} has it and the other does not:")
        _show_misses(found)


def _gold(file: Path) -> "Reading":
    from sholu.corpus.article import load
    from sholu.corpus.convert import convert as build
    from sholu.corpus.folder import known_for

    reading, problems = build(load(file), known_for(file))
    if problems:
        raise InputError(
            f"{file}:{problems[0].line}: {problems[0]}",
            code="article-broken",
            hint=f"`sholu corpus check {file}` lists all that is wrong.",
        )
    return reading


def _by_id(path: Path) -> "dict[str, Reading]":
    from sholu.corpus.folder import find_files

    return {gold.document.id: gold for gold in map(_gold, find_files([path]))}


def _readings(reader: str, golds: "list[Reading]") -> "list[Reading]":
    """The reader's answers in the order of the gold."""
    if reader in ("exact", "learned", "joined"):
        from sholu.reading.reader import make_reader

        made = make_reader(engine=cast(Engine, reader))
        return [made.read(gold.document) for gold in golds]
    from sholu.model.contract import from_json

    path = Path(reader)
    if not path.exists():
        raise InputError(
            f"There is no reader {reader!r}.",
            code="reader-unknown",
            hint="Say exact, learned or joined, or name a file.",
        )
    given = {reading.document.id: reading for reading in map(from_json, path.read_bytes().splitlines())}
    for gold in golds:
        if gold.document.id not in given:
            raise InputError(
                f"{path} has no reading of {gold.document.id}.",
                code="reading-missing",
                hint="Read every line that `sholu corpus convert --documents` writes.",
            )
    return [given[gold.document.id] for gold in golds]


def _show_score(tag: str, result: "Score") -> None:
    head = f"{tag:13}{'gold':>6}{'found':>7}{'right':>7}{'beyond':>8}{'P':>7}{'R':>6}{'F1':>6}"
    typer.echo(head)
    for kind, tally in [*result.tallies.items(), ("all items", result.total())]:
        typer.echo(
            f"  {kind:11}{tally.gold:6}{tally.found:7}{tally.right:7}{tally.beyond:8}"
            f"{tally.precision:7.2f}{tally.recall:6.2f}{tally.f1:6.2f}"
        )
    commonest = ", ".join(f"{name} ({count})" for name, count in result.errors().most_common(_SHOWN))
    typer.echo(f"  commonest: {commonest or 'nothing wrong'}\n")


def _show_misses(misses: "Iterable[Miss]") -> None:
    for miss in misses:
        words = " ".join(miss.words.split())
        short = words if len(words) <= _WORDS else words[: _WORDS - 1] + "…"
        typer.echo(f"  {miss.document} {miss.kind} {short!r}: {miss}")
