"""What can be set from outside: one table, read once at the door, handed down."""

import os
from dataclasses import dataclass
from pathlib import Path

VARIABLES = {
    "SHOLU_STORE": "the store's file, when --store is not given",
    "SHOLU_WEIGHTS": "a folder of weights for the learned half, in place of the one that comes with Sholu",
    "SHOLU_PACKS": "region packs to read with, separated by spaces, when --pack is not given",
    "SHOLU_CONTACT": "an address or page that owners of sites can turn to: it is told to every server",
}
"""Environment variables and what they mean."""


@dataclass(frozen=True, slots=True)
class Settings:
    """Where the store is and which packs are read with (None: the default ones, or those the store remembers).

    `contact` is what servers are told besides our name.
    """

    store: Path
    packs: tuple[str, ...] | None
    contact: str | None = None

    @classmethod
    def made(cls, store: Path | None = None, packs: list[str] | None = None) -> "Settings":
        """Options of the command line first, then the environment, then the defaults."""
        named = os.environ.get("SHOLU_STORE")
        chosen = store or (Path(named) if named else default_store())
        spoken = tuple(packs or os.environ.get("SHOLU_PACKS", "").split())
        return cls(chosen, spoken or None, os.environ.get("SHOLU_CONTACT") or None)


def default_store() -> Path:
    """The store of this user: `sholu/press.sqlite` in the folder that the system keeps for data."""
    base = os.environ.get("XDG_DATA_HOME")
    return (Path(base) if base else Path.home() / ".local" / "share") / "sholu" / "press.sqlite"
