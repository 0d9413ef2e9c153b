"""What a document says of itself: the outlet, the title and the date that nobody gave but its header states."""

import re
from dataclasses import replace

from sholu.model.document import Document
from sholu.packs import Packs
from sholu.text.headers import Header, read_header
from sholu.text.written_dates import written_dates, written_day

_DATE_LINE = 60
"""Characters in the longest line that says only when."""
_HEADER_LINES = 3
"""Lines under the headline of which one may be the date."""
_LOOKED_THROUGH = 20_000
"""Characters in which lines that hold only a date are looked for."""


def complete(document: Document, packs: Packs) -> Document:
    """The document with title, outlet and date filled in where they were missing and its header has them.

    A dateline or a line that holds only a date gives the day (`published_basis` "text"), a serial's volume the year
    ("inferred"); nothing is made up: what the text does not state stays None.
    """
    header = read_header(document.text)
    title = document.title or (header.headline.of(document.text) if header.headline else None)
    outlet, published, basis = document.outlet, document.published, document.published_basis
    if header.serial:
        outlet = outlet or header.serial.name
        serial = packs.serial_by_name(header.serial.name)
        if published is None and serial is not None:
            year = packs.year_of(serial, header.serial.volume)
            published, basis = (str(year), "inferred") if year else (None, None)
    if outlet is None and header.dateline and header.dateline.agency:
        agency = header.dateline.agency.of(document.text)
        outlet = agency if packs.outlet_by_name(agency) else None
    if published is None and (day := _stated_day(document.text, header)) is not None:
        published, basis = day, "text"
    return replace(document, title=title, outlet=outlet, published=published, published_basis=basis)


def _stated_day(text: str, header: Header) -> str | None:
    """The full date in the dateline, or on a line of its own above the body or right below the headline."""
    if header.dateline and header.dateline.date and (day := written_day(header.dateline.date.of(text))):
        return day
    start = header.headline.end if header.headline else 0
    lines = [line for line in text[start : start + _LOOKED_THROUGH].split("\n") if line.strip()]
    stated = [(number, day) for number, line in enumerate(lines) if (day := _only_day(line))]
    return stated[0][1] if len(stated) == 1 and stated[0][0] < _HEADER_LINES else None  # several: a chronology


def _only_day(line: str) -> str | None:
    """The one date of a short line that says nothing else."""
    dates = list(written_dates(line)) if len(line) <= _DATE_LINE else []
    alone = len(dates) == 1 and _says_only_when(line[: dates[0].start] + line[dates[0].end :])
    return dates[0].day if alone else None


def _says_only_when(rest: str) -> bool:
    """Whether a line with its date taken out says no more: a time of day, a weekday, "Posted"."""
    return len(re.findall(r"[^\W\d_]+", rest)) <= 1
