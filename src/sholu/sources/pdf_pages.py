"""The text of a PDF with a text layer: columns in reading order, divided words joined, running heads left out.

Runs in a process of its own (`sholu.sources.confined`), so it loads little and takes and gives plain data.
"""

import time
from collections.abc import Iterator, Sequence
from ctypes import byref, c_double
from statistics import median
from typing import Any

from sholu.errors import Rejected
from sholu.text.layout import Piece, columns, flowing, paragraphs, running_heads, with_hyphens, without_heads

MOST_PAGES = 500
"""Pages that are read of one PDF."""

MOST_SECONDS = 60.0
"""CPU time that one PDF may take; then it is refused."""

LONGEST = 20_000_000
"""Characters of text in one PDF; a book has a million."""

_MOST_CHARACTERS = 100_000  # on one page; a full page of a newspaper has 30,000
_LEAST_LETTERS = 40  # in the whole file: fewer are stamps on scanned pages
_PASSWORD_ERROR = 4  # FPDF_ERR_PASSWORD
_GAP = 1.0  # heights of the line: a wider gap begins a new piece


def text_of_pdf(data: bytes, seconds: float = MOST_SECONDS) -> str:
    """The text in a PDF file, a blank line between paragraphs.

    Rejected: `encrypted`, `pdf-broken`, `pdf-no-text`, `pdf-many-pages`, `slow` after so many seconds, `too-large`.
    """
    import pypdfium2

    try:
        file = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise _unopened(error) from error
    try:
        return _text(file, time.process_time() + seconds)
    finally:
        file.close()


def _unopened(error: Any) -> Rejected:
    if getattr(error, "err_code", None) == _PASSWORD_ERROR:
        return Rejected("The PDF is protected with a password.", code="encrypted", hint="Save it without a password.")
    return _broken(error)


def _broken(error: Exception) -> Rejected:
    return Rejected(
        f"The PDF is cut off or damaged: {str(error).rstrip('.')}.",
        code="pdf-broken",
        hint="Fetch it again, or print it to a new PDF.",
    )


def _text(file: Any, until: float) -> str:
    count = len(file)
    if count > MOST_PAGES:
        raise Rejected(
            f"The PDF has {count:,} pages; {MOST_PAGES} are read of one.",
            code="pdf-many-pages",
            hint="Cut out the pages of the article.",
        )
    pages = [_pieces(file, number, until) for number in range(count)]
    heads = running_heads(pages)
    texts = [text for page in pages for column in columns(without_heads(page, heads)) for text in paragraphs(column)]
    text = with_hyphens("\n\n".join(flowing(part.strip() for part in texts if part.strip())))
    text = text.replace("\x02", "-")  # how pdfium writes the hyphen at the end of a line
    if sum(char.isalpha() for char in text) < _LEAST_LETTERS:
        raise Rejected(
            f"The PDF has {count} page{'s' if count != 1 else ''} and no text: it is a picture of an article.",
            code="pdf-no-text",
            hint="Run it through a program that recognises text (OCR) first, for instance ocrmypdf.",
        )
    if len(text) > LONGEST:
        raise Rejected(
            f"The PDF has {len(text):,} characters; {LONGEST:,} are read of one.",
            code="too-large",
            hint="Cut out the pages of the article.",
        )
    return text


def _pieces(file: Any, number: int, until: float) -> list[Piece]:
    import pypdfium2

    try:
        page = file[number]
        text = page.get_textpage()
    except pypdfium2.PdfiumError as error:
        raise _broken(error) from error
    try:
        return list(_runs(text, page.get_height(), until))
    finally:
        text.close()
        page.close()


def _runs(text: Any, page_height: float, until: float) -> Iterator[Piece]:
    import pypdfium2.raw as pdfium

    run: list[tuple[str, float, float, float, float]] = []
    box = pdfium.FS_RECTF()
    left, right, bottom, top = c_double(), c_double(), c_double(), c_double()
    for index in range(min(text.count_chars(), _MOST_CHARACTERS)):
        if index % 2000 == 0 and time.process_time() > until:
            raise Rejected(
                "Reading this PDF takes too long.",
                code="slow",
                hint="Print it to a new PDF, or give its text.",
            )
        code = pdfium.FPDFText_GetUnicode(text, index)
        if code in (0, 10, 13) or 0xD800 <= code < 0xE000 or code > 0x10FFFF:
            continue
        char = chr(code)
        if char.isspace():
            if run:
                run.append((" ", *run[-1][1:]))
            continue
        if not pdfium.FPDFText_GetLooseCharBox(text, index, byref(box)):
            continue
        upper, lower = page_height - box.top, page_height - box.bottom
        if lower - upper <= 0.01:
            continue
        pdfium.FPDFText_GetCharBox(text, index, byref(left), byref(right), byref(bottom), byref(top))
        here = (char, left.value, upper, max(right.value, left.value), lower)
        if run and _apart(run[-1], here):
            yield from _piece(run)
            run = []
        run.append(here)
    yield from _piece(run)


def _apart(last: tuple[str, float, float, float, float], here: tuple[str, float, float, float, float]) -> bool:
    height = max(last[4] - last[2], here[4] - here[2])
    middle = (here[2] + here[4]) / 2
    if not last[2] <= middle <= last[4]:
        return True
    return here[1] - last[3] > _GAP * height or here[1] < last[1] - 0.5 * height


def _piece(run: Sequence[tuple[str, float, float, float, float]]) -> Iterator[Piece]:
    words = " ".join("".join(char for char, *_ in run).split())
    if words:
        # The usual height, since letters from another font stand higher or lower in the same line.
        top, bottom = median(char[2] for char in run), median(char[4] for char in run)
        yield Piece(words, min(char[1] for char in run), top, max(char[3] for char in run), bottom)
