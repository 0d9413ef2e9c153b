"""Pages that a browser saved with all that belongs to them in one file (MHTML)."""

from collections.abc import Iterator
from dataclasses import replace
from email import policy
from email.parser import BytesParser

from sholu.errors import Rejected
from sholu.sources.columns import Columns
from sholu.sources.given import Given
from sholu.sources.item import LARGEST_WHOLE, Found, Item
from sholu.sources.pages import page_documents
from sholu.text.encoding import decode
from sholu.text.html import LONGEST


def read_mhtml(item: Item, given: Given, columns: Columns) -> Iterator[Found]:
    """The article of a saved page; its Date is the day on which it was saved, and is not taken for another.

    Refused: `mhtml-broken`, and what `text.html.main_text` refuses.
    """
    message = BytesParser(policy=policy.compat32).parsebytes(item.whole(LARGEST_WHOLE))
    page = next((part for part in message.walk() if part.get_content_type() == "text/html"), None)
    data = page.get_payload(decode=True) if page is not None else None
    if page is None or not isinstance(data, bytes):
        raise Rejected(
            "This MHTML file holds no web page.", code="mhtml-broken", hint="Save the page again, or as HTML."
        )
    charset = given.encoding or page.get_content_charset()
    try:
        markup = decode(data[: 4 * LONGEST], encoding=charset)[0]
    except Rejected:
        markup = decode(data[: 4 * LONGEST])[0]
    address = str(message.get("Snapshot-Content-Location") or page.get("Content-Location") or "").strip()
    if given.url is None and address.startswith(("http://", "https://")):
        given = replace(given, url=address)
    yield from map(item.budget.furniture.removed_from, page_documents(markup, given))
