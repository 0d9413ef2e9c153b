"""What can go wrong, told apart by what the caller does next.

SholuError
├── InputError        fix your input: a missing file, a broken line, an unknown option value
│   └── Rejected      this one document cannot be read; go on with the others
├── StoreError        the store cannot be used as it is: corrupt, locked, newer, not writable
└── InstallationError something that Sholu needs is missing or broken on this machine
"""

from functools import partial
from pathlib import Path
from traceback import extract_tb
from typing import Any


def told(error: Exception) -> str:
    """An error that nobody foresaw in one line: what it is and where it came up."""
    last = extract_tb(error.__traceback__)[-1]
    return f"{type(error).__name__}: {error} ({Path(last.filename).name}, line {last.lineno})"


class SholuError(Exception):
    """Base of all errors that Sholu raises on purpose: what was seen, and what to do about it.

    `code` is stable and documented; `hint` is the next step for the user.
    """

    def __init__(self, message: str, *, code: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.code = code
        self.hint = hint

    def __reduce__(self) -> tuple[Any, ...]:
        # Errors travel between worker processes, and keyword arguments do not by themselves.
        return partial(type(self), code=self.code, hint=self.hint), (self.message,)

    def __str__(self) -> str:
        return f"{self.message} {self.hint}".strip()


class InputError(SholuError):
    """The caller asked for something that cannot be done; nothing was changed."""


class Rejected(InputError):
    """One document cannot be read; the rest of a batch is unaffected."""


class StoreError(SholuError):
    """The store cannot be opened or written; what it held is untouched."""


class InstallationError(SholuError):
    """Something that Sholu needs is missing or broken on this machine."""
