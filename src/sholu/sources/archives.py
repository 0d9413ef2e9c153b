"""Archives of articles: tar, and files compressed one by one. Members are read in memory, nothing goes to disk."""

import bz2
import gzip
import lzma
import tarfile
from collections.abc import Iterator
from typing import IO, cast

from sholu.errors import Rejected
from sholu.sources.columns import Columns
from sholu.sources.given import Given
from sholu.sources.item import Found, Item
from sholu.sources.kinds import FOLDER_SUFFIXES


def is_wanted(name: str) -> bool:
    """Whether a member of an archive is read: by the ending of its name, as in a folder; hidden ones are not."""
    last = name.replace("\\", "/").rstrip("/").rsplit("/", 1)[-1].lower()
    if last.startswith(".") or "__MACOSX/" in name:
        return False
    bare = last.removesuffix(".gz")
    return ("." + bare.rsplit(".", 1)[-1] if "." in bare else "") in FOLDER_SUFFIXES or last == "result.json"


def read_packed(item: Item, given: Given, columns: Columns) -> Iterator[Found]:
    """What is in a file compressed with gzip, bzip2 or xz. A gzipped WARC is read record by record."""
    from sholu.sources.opening import open_item

    head = item.stream.peek(2)[:2]
    if head == b"\x1f\x8b" and item.name.lower().endswith(".warc.gz"):
        from sholu.sources.warc import read_warc

        yield from read_warc(item, given, columns)
        return
    inner = item.name.rsplit(".", 1)[0] if item.suffix in (".gz", ".bz2", ".xz") else item.name
    last = inner.replace("\\", "/").rsplit("/", 1)[-1]
    with _unpacked(head, item) as opened:
        yield from open_item(item.inside(last, opened), given, columns)


def _unpacked(head: bytes, item: Item) -> IO[bytes]:
    if head == b"\x1f\x8b":
        return cast(IO[bytes], gzip.open(item.stream))
    return cast(IO[bytes], bz2.open(item.stream) if head == b"BZ" else lzma.open(item.stream))


def read_tar(item: Item, given: Given, columns: Columns) -> Iterator[Found]:
    """The articles in a tar archive; links and devices in it are passed over. Refused: `archive-broken`."""
    from sholu.sources.opening import open_item

    passed = item.budget.tally.passed_over
    try:
        with tarfile.open(fileobj=item.stream, mode="r|") as archive:
            for member in archive:
                content = archive.extractfile(member) if member.isreg() and is_wanted(member.name) else None
                if content is None:
                    passed["archive member"] += not member.isdir()
                    continue
                yield from open_item(item.inside(member.name[-200:], content), given, columns)
    except (tarfile.TarError, EOFError) as error:
        raise Rejected(
            f"The archive breaks off or is damaged: {error}.",
            code="archive-broken",
            hint="What stood before was read; fetch the file again for the rest.",
        ) from error
