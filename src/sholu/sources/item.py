"""One named stream of bytes on its way to becoming documents, and the bounds that it is read within."""

import io
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import IO, BinaryIO, TypeAlias, cast

from sholu.errors import Rejected
from sholu.model.document import Document
from sholu.sources.furniture import Furniture

LARGEST = 20_000_000
"""Bytes in the largest file that becomes one article."""

LARGEST_WHOLE = 200_000_000
"""Bytes in the largest file that must be held whole to be read at all: a PDF, an archive inside an archive."""

DEEPEST = 3
"""How deep archives may lie in one another: a page in a WARC in a WACZ is the second."""

MOST_MEMBERS = 200_000
"""Members of archives, parts of mails and the like that are opened for one file."""

# Text shrinks to a tenth at best and the emptiest HTML to a fiftieth; a bomb of zeros to a thousandth.
_RATIO = 100
_FLOOR = 20_000_000


@dataclass(frozen=True, slots=True)
class Refusal:
    """Something that is no document: where it stands (a path, a member of an archive, a row) and why."""

    where: str
    error: Rejected


Found: TypeAlias = Document | Refusal


@dataclass(slots=True)
class Tally:
    """What came of opening: documents, refusals by their code, and parts that are no article and were passed over."""

    documents: int = 0
    refused: Counter[str] = field(default_factory=Counter)
    passed_over: Counter[str] = field(default_factory=Counter)

    def counting(self, found: Iterator[Found]) -> Iterator[Found]:
        """The same things, each counted as it goes by."""
        for one in found:
            if isinstance(one, Document):
                self.documents += 1
            else:
                self.refused[one.error.code] += 1
            yield one


@dataclass(slots=True)
class Budget:
    """How much may still come out of one file of the user's, whatever lies in it: the same for all that is inside."""

    left: int
    members: int = MOST_MEMBERS
    tally: Tally = field(default_factory=Tally)
    furniture: Furniture = field(default_factory=Furniture)

    @classmethod
    def of_size(cls, size: int, tally: Tally | None = None, furniture: Furniture | None = None) -> "Budget":
        """For a file of `size` bytes."""
        return cls(max(_FLOOR, size * _RATIO) + size, tally=tally or Tally(), furniture=furniture or Furniture())

    def spend(self, count: int) -> None:
        """`count` bytes came out. Rejected `bomb` when that is more than any honest file holds."""
        self.left -= count
        if self.left < 0:
            raise Rejected(
                f"More than {_RATIO} times its own size comes out of this file when it is unpacked.",
                code="bomb",
                hint="It is made to fill a disk. If it is not, unpack it yourself and name the folder.",
            )

    def open_member(self) -> None:
        """One more member is opened. Rejected `members-many` past MOST_MEMBERS."""
        self.members -= 1
        if self.members < 0:
            raise Rejected(
                f"This file holds more than {MOST_MEMBERS:,} parts.",
                code="members-many",
                hint="Unpack it and add it in several pieces.",
            )


class _Metered(io.RawIOBase):
    def __init__(self, raw: BinaryIO, budget: Budget) -> None:
        self._raw = raw
        self._budget = budget

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: object) -> int:
        view = memoryview(buffer)  # type: ignore[arg-type]
        data = self._raw.read(len(view))
        self._budget.spend(len(data))
        view[: len(data)] = data
        return len(data)


@dataclass(frozen=True, slots=True)
class Item:
    """A stream with the name to show for it; names are never opened, they are only told to the user."""

    name: str
    stream: io.BufferedReader
    budget: Budget
    depth: int = 0

    @classmethod
    def of(cls, name: str, stream: IO[bytes], budget: Budget, depth: int = 0) -> "Item":
        """An item that takes what it reads from the budget."""
        return cls(name, io.BufferedReader(_Metered(cast(BinaryIO, stream), budget), 1 << 16), budget, depth)

    @property
    def suffix(self) -> str:
        """The ending of the name, in small letters: ".gz"."""
        last = self.name.replace("\\", "/").rsplit("/", 1)[-1].rsplit("!", 1)[-1]
        return "." + last.rsplit(".", 1)[1].lower() if "." in last else ""

    def inside(self, name: str, stream: IO[bytes]) -> "Item":
        """A member of this item. Rejected `nested-deep`, `members-many`."""
        if self.depth >= DEEPEST:
            raise Rejected(
                f"Archives lie {DEEPEST + 1} deep in one another here.",
                code="nested-deep",
                hint="Unpack the outer ones and name what was in them.",
            )
        self.budget.open_member()
        return Item.of(f"{self.name}!{name}", stream, self.budget, self.depth + 1)

    def whole(self, most: int = LARGEST) -> bytes:
        """All bytes. Rejected `too-large` without reading on when there are more than `most`, `bomb`."""
        data = self.stream.read(most + 1)
        if len(data) > most:
            raise Rejected(
                f"The file has more than {most:,} bytes, the most that is read of one such file.",
                code="too-large",
                hint="Split it into articles, one a file or one a line of JSONL.",
            )
        return data
