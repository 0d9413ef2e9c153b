"""From an annotated article to its reading: the gold in the shape that every reader's answer has."""

from dataclasses import replace
from typing import NamedTuple

from sholu.corpus import markup
from sholu.corpus.article import Article
from sholu.corpus.codes import time_of
from sholu.corpus.entities import build_entities
from sholu.corpus.folder import Known
from sholu.corpus.items import ItemBuilder
from sholu.corpus.problems import Problem
from sholu.corpus.records import ITEM
from sholu.corpus.sheet import Sheet
from sholu.model.reading import Reader, Reading, TimeExpression
from sholu.reading.assembly import assemble

GOLD = Reader("gold", "1")
"""Who made the readings of the corpus."""


class Converted(NamedTuple):
    """The reading of an article, and all that is wrong with its annotation; the reading holds what is right."""

    reading: Reading
    problems: tuple[Problem, ...]


def convert(article: Article, known: dict[str, Known]) -> Converted:
    """The reading that the annotation says. What it says wrong is left out and stands in `problems`."""
    sheet = Sheet(article)
    entities = build_entities(sheet, known)
    items = ItemBuilder(sheet, {entity.id: entity for entity in entities})
    for record in article.records:
        if ITEM.fullmatch(record.id):
            items.add(record)
    _report_stray_marks(sheet)
    reading = Reading(
        article.document(),
        GOLD,
        tuple(entities),
        tuple(sorted(items.attributions, key=lambda item: item.content[0])),
        tuple(sorted(items.events, key=lambda item: item.trigger)),
        tuple(sorted(items.tenures, key=lambda item: item.evidence)),
        tuple(sorted(items.quantities, key=lambda item: item.evidence)),
        tuple(_times(sheet)),
        tuple(sorted(items.judgements, key=lambda item: item.evidence)),
    )
    return Converted(_with_given(assemble(reading), items), tuple(sorted(sheet.problems)))


def _times(sheet: Sheet) -> list[TimeExpression]:
    found: list[TimeExpression] = []
    for mark in sheet.article.marked.marks:
        if mark.sign != markup.TIME:
            continue
        meaning = time_of(mark.id)
        if meaning is None:
            sheet.wrong(
                mark.line,
                f"[{mark.id}@ is no date.",
                "Write EDTF (2026-03-02, 2026-03, 2026/..), a duration (P2Y), a set (R/P1W) or ? when it is open.",
            )
            continue
        found.append(TimeExpression(f"t{len(found) + 1}", mark.span, *meaning))
    return found


def _report_stray_marks(sheet: Sheet) -> None:
    """Marks whose id has no record, and marks of an item that cannot have them."""
    records = {record.id for record in sheet.article.records}
    for mark in sheet.article.marked.marks:
        is_item = ITEM.fullmatch(mark.id) is not None
        if mark.sign in (markup.SOURCE, markup.CUE, markup.CONTENT, markup.EVIDENCE):
            if not is_item:
                sheet.wrong(mark.line, f"[{mark.id}{mark.sign} is no item.", "Items are a1, e1, o1, q1, j1.")
            elif mark.sign not in _SIGNS[mark.id[0]]:
                allowed = " ".join(f"[{mark.id}{sign}" for sign in _SIGNS[mark.id[0]])
                sheet.wrong(mark.line, f"[{mark.id}{mark.sign} means nothing.", f"There may be {allowed}.")
            elif mark.id not in records:
                sheet.wrong(mark.line, f"{mark.id} has no record.", "Write its line under ===.")


_SIGNS = {
    "a": (markup.SOURCE, markup.CUE, markup.CONTENT),
    "e": (markup.CUE, markup.EVIDENCE),
    "o": (markup.EVIDENCE,),
    "q": (markup.EVIDENCE,),
    "j": (markup.CUE, markup.EVIDENCE),
}


def _with_given(reading: Reading, items: ItemBuilder) -> Reading:
    """The reading with the voices that records name outright (`in=`), where place alone would tell wrong."""
    given = items.fields.given_voices
    return replace(
        reading,
        events=tuple(replace(item, attributions=given.get(item.id, item.attributions)) for item in reading.events),
        tenures=tuple(replace(item, attributions=given.get(item.id, item.attributions)) for item in reading.tenures),
        quantities=tuple(
            replace(item, attributions=given.get(item.id, item.attributions)) for item in reading.quantities
        ),
        judgements=tuple(
            replace(item, attributions=given.get(item.id, item.attributions)) for item in reading.judgements
        ),
    )
