"""Sholu reads the press: who said what, through which outlet, on which day; what happened, and how sure they were.

    >>> import sholu
    >>> reading = sholu.read("Ann Lee was appointed mayor of Osh on 3 March.", published="2026-03-05")

`read` makes a `Reading` of a text; `open_store` opens the file that keeps readings and answers questions about them.
"""

from typing import TYPE_CHECKING

from sholu.version import __version__

if TYPE_CHECKING:
    from sholu.api import open_store, read
    from sholu.errors import InputError, InstallationError, Rejected, SholuError, StoreError
    from sholu.model.document import Document
    from sholu.model.reading import Reading

_HOMES = {
    "Document": "sholu.model.document",
    "InputError": "sholu.errors",
    "InstallationError": "sholu.errors",
    "Reading": "sholu.model.reading",
    "Rejected": "sholu.errors",
    "SholuError": "sholu.errors",
    "StoreError": "sholu.errors",
    "open_store": "sholu.api",
    "read": "sholu.api",
}

__all__ = [
    "Document",
    "InputError",
    "InstallationError",
    "Reading",
    "Rejected",
    "SholuError",
    "StoreError",
    "__version__",
    "open_store",
    "read",
]


def __getattr__(name: str) -> object:
    # Importing sholu costs nothing; what is asked for is loaded then.
    from importlib import import_module

    if name in _HOMES:
        return getattr(import_module(_HOMES[name]), name)
    raise AttributeError(f"module 'sholu' has no attribute {name!r}")
