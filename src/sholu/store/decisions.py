"""What people decided about the store's contents: kept as rows with who, when and why, and never overwritten."""

import getpass
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Literal

from sqlalchemy import insert, select, update

from sholu.errors import InputError
from sholu.store import schema
from sholu.store.store import Store


@dataclass(frozen=True, slots=True)
class DecisionRow:
    """One decision: `verb` "same" or "different" of `left` and `right`; `undone` says when it was taken back."""

    id: int
    made: str
    by: str
    verb: Literal["same", "different"]
    left: str
    right: str
    why: str
    undone: str | None


def decide(
    store: Store, verb: Literal["same", "different"], left: str, right: str, *, why: str, by: str | None = None
) -> int:
    """Keep a decision; returns its number. `by` is the user's name on this machine if not given."""
    with store.writing() as connection:
        made = connection.execute(
            insert(schema.decisions)
            .values(made=_now(), by=by or _user(), verb=verb, left=left, right=right, why=why)
            .returning(schema.decisions.c.id)
        )
        return int(made.scalar_one())


def undo(store: Store, id: int) -> None:
    """Take a decision back; the row stays. InputError `decision-unknown`."""
    with store.writing() as connection:
        done = connection.execute(
            update(schema.decisions)
            .where(schema.decisions.c.id == id, schema.decisions.c.undone.is_(None))
            .values(undone=_now())
        )
        if not done.rowcount:
            raise InputError(f"No decision {id} holds.", code="decision-unknown", hint="`sholu decide` lists them.")


def decisions(store: Store, *, holding: bool = False) -> list[DecisionRow]:
    """All decisions in order; with `holding`, only those that were not taken back."""
    asked = select(schema.decisions).order_by(schema.decisions.c.id)
    if holding:
        asked = asked.where(schema.decisions.c.undone.is_(None))
    with store.reading() as connection:
        return [DecisionRow(**row) for row in connection.execute(asked).mappings()]


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="microseconds")


def _user() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):  # a machine without a name for this user
        return "unknown"
