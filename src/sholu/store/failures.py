"""What the database says when it cannot, in words that say what to do."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy.exc import DatabaseError, OperationalError

from sholu.errors import StoreError

_CAUSES = (
    ("disk is full", "store-full", "The disk that holds {path} is full.", "Free some space and run the command again."),
    ("disk i/o error", "store-unwritable", "{path} cannot be read or written: disk error.", "Check the disk."),
    ("locked", "store-locked", "{path} is in use by another process.", "Wait until it is done, or stop it."),
    (
        "readonly",
        "store-unwritable",
        "{path} cannot be written.",
        "Check its permissions, or name another with --store.",
    ),
    (
        "unable to open",
        "store-unwritable",
        "{path} cannot be opened or made.",
        "Check that its folder exists and can be written, or name another with --store.",
    ),
    (
        "not a database",
        "store-corrupt",
        "{path} is not a Sholu store: it is no SQLite file, or it is damaged.",
        "Restore it from a copy, or name another with --store.",
    ),
    (
        "malformed",
        "store-corrupt",
        "{path} is damaged.",
        "Restore it from a copy; `sqlite3 {path} .recover` saves what can be saved.",
    ),
)


@contextmanager
def explained(path: Path) -> Iterator[None]:
    """Turn what the database raises inside the block into a StoreError about `path`."""
    try:
        yield
    except (OperationalError, DatabaseError) as error:
        said = str(error.orig).lower()
        for sign, code, message, hint in _CAUSES:
            if sign in said:
                raise StoreError(message.format(path=path), code=code, hint=hint.format(path=path)) from error
        raise StoreError(f"{path}: {error.orig}.", code="store-failed", hint="Run `sholu doctor`.") from error
