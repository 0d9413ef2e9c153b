"""What is wrong with an annotated article: where, what was seen, what to do."""

from typing import NamedTuple


class Problem(NamedTuple):
    """One thing to put right. `line` counts from 1 in the file; one that is not `serious` only asks for a look."""

    line: int
    message: str
    hint: str = ""
    serious: bool = True

    def __str__(self) -> str:
        return f"{self.message} {self.hint}".strip()
