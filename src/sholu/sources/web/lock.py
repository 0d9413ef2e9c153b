"""One Sholu at a time fetches into a store: two would be twice as many guests as promised."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sholu.errors import StoreError


@contextmanager
def only_one(path: Path) -> Iterator[None]:
    """Hold the lock file at `path` while the block runs; it is let go however the process ends.

    StoreError `fetch-running` when another process holds it.
    """
    # A lock of SQLite's: it works on every system, and leaves nothing behind when its holder is killed.
    try:
        connection = sqlite3.connect(path, timeout=0, isolation_level=None)
        connection.execute("BEGIN EXCLUSIVE")
    except sqlite3.OperationalError as error:
        if "locked" not in str(error):
            raise StoreError(
                f"The lock {path} cannot be made: {error}.", code="store-unwritable", hint="Check its folder."
            ) from error
        raise StoreError(
            f"Another Sholu is fetching for this store ({path} is locked).",
            code="fetch-running",
            hint="Wait until it is done, or stop it: `sholu watch` ends after SIGTERM or Ctrl-C.",
        ) from error
    try:
        yield
    finally:
        connection.close()
