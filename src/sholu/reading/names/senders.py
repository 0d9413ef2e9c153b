"""Agencies that the head of a report names as its sender: "OSH (XNA) - ...", «ОШ, 4 мая /Икс/.», "By Ann Lee – X:"."""

import re
from collections.abc import Iterator

from sholu.model.span import Span
from sholu.reading.names.finds import RANK, Find
from sholu.reading.names.lexicon import Mark
from sholu.reading.names.sheet import Sheet

_WHERE = r"(?P<where>[^()/\n]{2,60}?)"
_DATELINE = re.compile(
    rf"{_WHERE}[ \u00a0]?(?:"
    r"\((?P<bracket>[^()\n]{2,40})\)[ \u00a0]?(?:-{1,2}|–|—)"
    r"|/(?P<slash>[^/\n]{2,40})/(?=[.\s-])"
    r"|[-–—] (?P<dash>\w[\w.-]{2,30})(?:\.(?=[ \u00a0])|[ \u00a0][-–—]))(?=\W)"
)
"""A place, perhaps a day, and who sends the news from there."""
_BYLINE = re.compile(
    r"(?:By|BY) [^\W\d_][^\n:,]{3,40}?[ \u00a0]?[-–—][ \u00a0]?(?P<sender>[^\W\d_][\w.]{2,30}):?\s*(?=\n|$)"
)
_NOT_SENDERS = Mark.GIVEN | Mark.SURNAME | Mark.CALENDAR | Mark.TITLE | Mark.PEOPLES
_LONGEST = 4
"""Words in the name of a sender."""


def find_senders(sheet: Sheet) -> Iterator[Find]:
    """The senders named where paragraphs begin; names of places, days and people in brackets there are none."""
    text = sheet.page.text
    for paragraph in sheet.page.paragraphs:
        byline = _BYLINE.match(text, paragraph.start, paragraph.end)
        if byline is not None:
            yield from _sender(sheet, Span(*byline.span("sender")))
            continue
        line = _DATELINE.match(text, paragraph.start, paragraph.end)
        if line is None or not _is_whence(sheet, Span(*line.span("where"))):
            continue
        group = next(name for name in ("bracket", "slash", "dash") if line[name])
        if group != "dash" or _has_day(sheet, Span(*line.span("where"))):
            yield from _sender(sheet, Span(*line.span(group)))


def _is_whence(sheet: Sheet, span: Span) -> bool:
    """Whether words begin with a place and tell nothing but where and when."""
    first, stop = sheet.page.token_range(span)
    return first in sheet.place_tokens and all(
        sheet.tokens[i].shape != "lower" or sheet.marks(i) & Mark.CALENDAR for i in range(first, stop)
    )


def _has_day(sheet: Sheet, span: Span) -> bool:
    first, stop = sheet.page.token_range(span)
    return any(sheet.marks(i) & Mark.CALENDAR for i in range(first, stop))


def _sender(sheet: Sheet, span: Span) -> Iterator[Find]:
    first, stop = sheet.page.token_range(span)
    words = [i for i in range(first, stop) if sheet.tokens[i].is_word]
    if not 0 < len(words) <= _LONGEST or first in sheet.place_tokens:
        return
    if all(sheet.capitalised(i) and not sheet.marks(i) & _NOT_SENDERS for i in words):
        # The key says that the country of the news is not that of who sends it.
        key = f"sender:{span.of(sheet.page.text).lower()}"
        yield Find(first, stop - 1, "outlet", RANK["quoted"] + 1, key=key, sector=("JRN",), confidence=0.8)
