"""What a document says of itself: the outlet, the title and the date that nobody gave but its header states."""

from dataclasses import replace

from sholu.model.document import Document
from sholu.packs import Packs
from sholu.text.headers import read_header


def complete(document: Document, packs: Packs) -> Document:
    """The document with title, outlet and date filled in where they were missing and its header has them.

    A serial's volume gives the year (`published_basis` "inferred"); nothing is made up: what the text does not state
    stays None.
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
    return replace(document, title=title, outlet=outlet, published=published, published_basis=basis)
