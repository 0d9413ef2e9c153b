"""A reading as a page of its own: the article with highlighted words, a legend, and every item beside it."""

import re
from dataclasses import dataclass
from pathlib import Path

from sholu.errors import InputError
from sholu.model.reading import Reading
from sholu.publishing.items import items
from sholu.publishing.marks import KINDS, Stretch, marks, stretches
from sholu.publishing.numbers import many
from sholu.publishing.templating import environment, style

_SECTIONS = (
    ("attribution", "Who said what"),
    ("event", "What happened"),
    ("tenure", "Offices"),
    ("quantity", "Figures"),
    ("judgement", "Judgements, forecasts, causes"),
    ("time", "Times"),
)

_BREAK = re.compile(r"\r?\n\s*\n")


@dataclass(frozen=True, slots=True)
class _Piece:
    text: str
    classes: str
    title: str
    anchors: tuple[str, ...]


def reading_page(reading: Reading) -> str:
    """The page as HTML, complete in itself: no scripts, nothing loaded from elsewhere."""
    found = items(reading)
    marked = marks(reading)
    lines = {item.id: item.line for item in found} | {entity.id: entity.name for entity in reading.entities}
    counts = f"{many(len(reading.entities), 'name')}, {many(len(found), 'finding')}"
    return (
        environment()
        .get_template("reading.html")
        .render(
            document=reading.document,
            notices=reading.notices,
            counts=counts,
            legend=tuple(
                (kind, meaning) for kind, meaning in KINDS.items() if any(mark.kind == kind for mark in marked)
            ),
            paragraphs=_paragraphs(stretches(reading.document.text, marked), lines),
            sections=tuple(
                (heading, tuple(item for item in found if item.kind == kind))
                for kind, heading in _SECTIONS
                if any(item.kind == kind for item in found)
            ),
            style=style(),
        )
    )


def write_page(reading: Reading, path: Path) -> None:
    """Write the page to a file; InputError `file-unwritable` if that cannot be done."""
    try:
        path.write_text(reading_page(reading), "utf-8")
    except OSError as error:
        raise InputError(
            f"{path} cannot be written: {error.strerror}.", code="file-unwritable", hint="Name another file."
        ) from error


def _paragraphs(cut: list[Stretch], lines: dict[str, str]) -> list[list[_Piece]]:
    """The pieces of the text by paragraph; an item's first piece carries its anchor."""
    seen: set[str] = set()
    found: list[list[_Piece]] = [[]]
    for stretch in cut:
        parts = _BREAK.split(stretch.text)
        for number, part in enumerate(parts):
            if number:
                found.append([])
            if part:
                found[-1].append(_piece(part, stretch, lines, seen))
    return [paragraph for paragraph in found if any(piece.text.strip() for piece in paragraph)]


def _piece(text: str, stretch: Stretch, lines: dict[str, str], seen: set[str]) -> _Piece:
    if not stretch.marks:
        return _Piece(text, "", "", ())
    kinds = list(dict.fromkeys(mark.kind for mark in stretch.marks))
    anchors = tuple(dict.fromkeys(mark.item for mark in stretch.marks if mark.item not in seen))
    seen.update(anchors)
    title = "\n".join(f"{mark.kind} {mark.item}: {lines.get(mark.item, '')}"[:200] for mark in stretch.marks)
    return _Piece(text, " ".join(kinds), title, anchors)
