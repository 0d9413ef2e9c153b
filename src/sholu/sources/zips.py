"""Zip files: archives of articles, web archives (WACZ), and the office formats that are zip files inside."""

import io
import json
import zipfile
import zlib
from collections.abc import Iterator

from sholu.errors import Rejected
from sholu.sources.archives import is_wanted
from sholu.sources.columns import Columns
from sholu.sources.given import Given
from sholu.sources.item import LARGEST, LARGEST_WHOLE, Found, Item, Refusal

_ENCRYPTED = 1
_MOST_ENTRIES = 100_000


def read_zip(item: Item, given: Given, columns: Columns) -> Iterator[Found]:
    """The articles in a zip file of any sort. Refused: `archive-broken`, `encrypted`, `bomb`, `format-unknown`."""
    with opened(item) as archive:
        names = set(archive.namelist())
        if "word/document.xml" in names:
            from sholu.sources.docx import docx_document

            yield docx_document(archive, item, given)
        elif "content.xml" in names and "mimetype" in names:
            from sholu.sources.odt import odt_document

            yield odt_document(archive, item, given)
        elif any(name.startswith("archive/") and ".warc" in name for name in names) and "datapackage.json" in names:
            yield from _wacz(archive, item, given)
        elif "xl/workbook.xml" in names or "ppt/presentation.xml" in names:
            raise Rejected(
                "This is a spreadsheet or a presentation.", code="format-unknown", hint="Save its table as CSV."
            )
        else:
            yield from _members(archive, item, given, columns)


def opened(item: Item) -> zipfile.ZipFile:
    """A zip file, open; its list of members is checked, its members are not yet read."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(item.whole(LARGEST_WHOLE)))
    except (zipfile.BadZipFile, ValueError, NotImplementedError, EOFError) as error:
        raise Rejected(
            f"The zip file is cut off or damaged: {error}.",
            code="archive-broken",
            hint="Fetch or save it again.",
        ) from error
    if len(archive.infolist()) > _MOST_ENTRIES:
        raise Rejected(
            f"The zip file lists more than {_MOST_ENTRIES:,} members.", code="members-many", hint="Unpack it."
        )
    return archive


def member(archive: zipfile.ZipFile, name: str, item: Item, most: int = LARGEST) -> bytes:
    """The bytes of one member, taken from the budget. Rejected `encrypted`, `archive-broken`, `too-large`, `bomb`."""
    info = archive.getinfo(name)
    if info.flag_bits & _ENCRYPTED:
        raise _encrypted()
    try:
        with archive.open(info) as stream:
            data = stream.read(most + 1)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, ValueError) as error:
        raise Rejected(
            f"{name[:100]!r} in the zip file is damaged: {error}.",
            code="archive-broken",
            hint="Fetch or save it again.",
        ) from error
    item.budget.spend(len(data))
    if len(data) > most:
        raise Rejected(f"{name[:100]!r} has more than {most:,} bytes.", code="too-large", hint="Split it.")
    return data


def _encrypted() -> Rejected:
    return Rejected("The file is protected with a password.", code="encrypted", hint="Save it without a password.")


def _members(archive: zipfile.ZipFile, item: Item, given: Given, columns: Columns) -> Iterator[Found]:
    from sholu.sources.opening import open_item

    taken = 0
    for info in archive.infolist():
        if info.is_dir():
            continue
        if not is_wanted(info.filename):
            item.budget.tally.passed_over["archive member"] += 1
            continue
        taken += 1
        if info.flag_bits & _ENCRYPTED:
            yield Refusal(f"{item.name}!{info.filename[-200:]}", _encrypted())
            continue
        try:
            with archive.open(info) as stream:
                yield from open_item(item.inside(info.filename[-200:], stream), given, columns)
        except (zipfile.BadZipFile, NotImplementedError, ValueError) as error:
            broken = Rejected(f"It is damaged: {error}.", code="archive-broken", hint="Fetch the archive again.")
            yield Refusal(f"{item.name}!{info.filename[-200:]}", broken)
    if not taken:
        raise Rejected("No file in this archive is an article.", code="archive-empty", hint="Unpack it and look.")


def _wacz(archive: zipfile.ZipFile, item: Item, given: Given) -> Iterator[Found]:
    """The pages of a web archive: those that its list of pages names, or all where it has none."""
    from sholu.sources.warc import warc_pages

    wanted = _listed(archive, item)
    for info in archive.infolist():
        if info.filename.startswith("archive/") and info.filename.endswith((".warc", ".warc.gz")):
            with archive.open(info) as stream:
                inside = item.inside(info.filename[-200:], stream)
                try:
                    yield from warc_pages(inside, given, wanted or None)
                except Rejected as error:
                    yield Refusal(inside.name, error)


def _listed(archive: zipfile.ZipFile, item: Item) -> set[str]:
    wanted: set[str] = set()
    for name in archive.namelist():
        if name.startswith("pages/") and name.endswith(".jsonl"):
            for line in member(archive, name, item).splitlines():
                try:
                    url = json.loads(line).get("url")
                except (ValueError, AttributeError, RecursionError):
                    continue
                if isinstance(url, str):
                    wanted.add(url)
    return wanted
