"""`sholu decide`: what people know better than the rules, kept and obeyed."""

from enum import StrEnum
from typing import Annotated

import typer

from sholu.cli.options import StoreFile, open_library
from sholu.errors import InputError


class Verb(StrEnum):
    """What can be decided."""

    SAME = "same"
    DIFFERENT = "different"
    UNDO = "undo"


def register(app: typer.Typer) -> None:
    """Add the command to the command line."""
    app.command("decide")(decide)


def decide(
    verb: Annotated[
        Verb | None, typer.Argument(help="same or different, then two entity ids; undo, then a number.")
    ] = None,
    what: Annotated[list[str] | None, typer.Argument(help="Ids, as `sholu who` shows them.")] = None,
    why: Annotated[str, typer.Option("--why", help="The reason, kept with the decision.")] = "",
    store: StoreFile = None,
) -> None:
    """Decide that two entities are one or are not, take a decision back, or list all decisions."""
    given = what or []
    with open_library(store) as library:
        if verb is None:
            for row in library.decisions():
                taken = f", taken back {row.undone[:10]}" if row.undone else ""
                typer.echo(f"{row.id}  {row.verb} {row.left} {row.right}  {row.by}, {row.made[:10]}{taken}  {row.why}")
        elif verb is Verb.UNDO:
            library.undo(_number(given))
            typer.echo("Taken back.")
        else:
            if len(given) != 2:
                raise InputError(
                    f"{verb.value} takes two ids, not {len(given)}.", code="decision-wrong", hint="See --help."
                )
            made = library.decide("same" if verb is Verb.SAME else "different", given[0], given[1], why=why)
            typer.echo(f"Decision {made} is kept; `sholu decide undo {made}` takes it back.")


def _number(given: list[str]) -> int:
    if len(given) != 1 or not given[0].isdecimal():
        raise InputError(
            "undo takes the number of a decision.", code="decision-wrong", hint="`sholu decide` lists them."
        )
    return int(given[0])
