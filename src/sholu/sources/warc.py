"""Web archives: the pages in a WARC file, one a record."""

import io
from collections.abc import Container, Iterator
from contextlib import redirect_stderr
from dataclasses import replace
from typing import Any

from sholu.errors import InputError, InstallationError, Rejected, told
from sholu.model.document import Document
from sholu.sources.columns import Columns
from sholu.sources.given import Given
from sholu.sources.item import LARGEST, Found, Item, Refusal
from sholu.sources.pages import page_documents
from sholu.text.encoding import decode

_TAKEN = ("response", "resource", "conversion")


def read_warc(item: Item, given: Given, columns: Columns) -> Iterator[Found]:
    """The article of every page in a WARC file, gzipped or not; records that are no pages are passed over and counted.

    The moment of the crawl is no date of publication. Refused: `warc-broken` where the file breaks off (what stood
    before is yielded), and for each page what `text.html.main_text` refuses.
    """
    return warc_pages(item, given, None)


def warc_pages(item: Item, given: Given, wanted: Container[str] | None) -> Iterator[Found]:
    """The same for the addresses in `wanted` only, where it is not None."""
    from warcio.archiveiterator import ArchiveIterator

    if item.stream.peek(5)[:5] == b"WARC/" and not _begins_well(item.stream.peek(4096)):
        raise Rejected("The WARC file has no whole record.", code="warc-broken", hint="Fetch it again.")
    records = ArchiveIterator(item.stream)
    while True:
        try:
            with redirect_stderr(io.StringIO()):  # warcio tells the terminal of what is wrong, in the file's own words
                record = next(records)
        except StopIteration:
            return
        except Exception as error:  # warcio raises whatever its parts raise
            if isinstance(error, Rejected):
                raise
            raise Rejected(
                f"The WARC file breaks off or is damaged here: {told(error)}.",
                code="warc-broken",
                hint="What stood before was read; fetch the file again for the rest.",
            ) from error
        yield from _record(record, item, given, wanted)


def _begins_well(head: bytes) -> bool:
    return b"WARC-Type:" in head


def _record(record: Any, item: Item, given: Given, wanted: Container[str] | None) -> Iterator[Found]:
    address = record.rec_headers.get_header("WARC-Target-URI") or ""
    kind = _media_type(record)
    passed = item.budget.tally.passed_over
    if record.rec_type not in _TAKEN:
        passed[f"warc {record.rec_type}"] += 1
    elif record.http_headers is not None and record.http_headers.get_statuscode() != "200":
        passed["warc answer other than 200"] += 1
    elif kind not in ("text/html", "application/xhtml+xml", "text/plain"):
        passed["warc not a page"] += 1
    elif wanted is not None and address not in wanted:
        passed["warc not a page of the collection"] += 1
    else:
        yield from _page(record, address, kind, item, given)


def _page(record: Any, address: str, kind: str, item: Item, given: Given) -> Iterator[Found]:
    where = f"{item.name}!{address[:300]}"
    try:
        item.budget.open_member()
        data = record.content_stream().read(LARGEST + 1)
        item.budget.spend(len(data))
        if len(data) > LARGEST:
            raise Rejected(f"The page has more than {LARGEST:,} bytes.", code="too-large", hint="Leave it out.")
        text = _text(data, record, given)
        here = replace(given, url=given.url or address) if address.startswith(("http://", "https://")) else given
        if kind == "text/plain":
            yield here.applied(Document(text))
        else:
            yield from map(item.budget.furniture.removed_from, page_documents(text, here))
    except Rejected as error:
        if error.code == "bomb":
            raise
        yield Refusal(where, error)
    except InputError as error:
        yield Refusal(where, Rejected(error.message, code=error.code, hint=error.hint))
    except InstallationError:
        raise
    except Exception as error:
        yield Refusal(where, Rejected(f"The page is damaged: {told(error)}.", code="file-broken", hint="Leave it out."))


def _text(data: bytes, record: Any, given: Given) -> str:
    encoding = given.encoding
    if encoding is None and record.http_headers is not None:
        kind = record.http_headers.get_header("Content-Type") or ""
        encoding = kind.lower().partition("charset=")[2].split(";")[0].strip(" \"'") or None
        if encoding:
            try:
                return decode(data, encoding=encoding)[0]
            except Rejected:
                encoding = None  # servers say what is not so, and pages say it themselves
    return decode(data, encoding=encoding)[0]


def _media_type(record: Any) -> str:
    headers = record.http_headers if record.http_headers is not None else record.rec_headers
    return str(headers.get_header("Content-Type") or "").split(";")[0].strip().lower()
