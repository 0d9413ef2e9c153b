"""Web pages read by a process of its own: their parsers are many, and there is always one more page made to be slow."""

import json
from dataclasses import asdict
from functools import cache

from sholu.sources.confined import Confined
from sholu.text.html import LiveEntry, PageText, main_text

MOST_SECONDS = 20.0
"""CPU time that one page may take; an ordinary one takes some hundredths, the largest that are honest two."""

MOST_MEMORY = 3_000_000_000
"""Bytes of address space of the process that reads pages."""


def page_text(markup: str, *, url: str | None = None) -> PageText:
    """What `text.html.main_text` finds in a page. Rejected as it does, `slow` and `crash`."""
    asked = json.dumps([markup, url], ensure_ascii=False).encode("utf-8", "surrogatepass")
    told = json.loads(_reader().ask(asked))
    return PageText(**{**told, "entries": tuple(LiveEntry(**entry) for entry in told["entries"])})


def answer(asked: bytes) -> str:
    """The other side of it."""
    markup, url = json.loads(asked.decode("utf-8", "surrogatepass"))
    return json.dumps(asdict(main_text(markup, url=url)))


@cache
def _reader() -> Confined:
    return Confined(
        "sholu.sources.web_pages:answer",
        what="page",
        seconds=MOST_SECONDS,
        memory=MOST_MEMORY,
        hint="Open it in a browser, and give its text as .txt.",
    )
