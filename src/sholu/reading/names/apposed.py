"""Names that the noun right before them explains: "the movement Sarbat", "the weekly Kesh", "oil company Tumar"."""

from collections.abc import Iterator

from sholu.model.reading import EntityKind
from sholu.reading.names.finds import RANK, Find
from sholu.reading.names.lexicon import Mark
from sholu.reading.names.sheet import Sheet

_LONGEST = 4
"""Words in the longest name that a noun in small letters explains."""
_SOMEBODY = Mark.GIVEN | Mark.SURNAME | Mark.ENDING
_NO_NAME = Mark.CALENDAR | Mark.TITLE | Mark.OPENER | Mark.PEOPLES


def find_apposed(sheet: Sheet) -> Iterator[Find]:
    """Institutions and outlets behind a noun that says what they are; only in languages whose data list such nouns."""
    nouns = sheet.lexicon.apposing
    if not nouns:
        return
    for index in range(len(sheet.tokens) - 1):
        explained = _explained(sheet, index, nouns)
        if explained is not None:
            yield explained
        kind = nouns.get(sheet.tokens[index].lower) if sheet.tokens[index].shape == "lower" else None
        if kind is not None and sheet.capitalised(index + 1) and not sheet.line_break(index + 1):
            last = _last(sheet, index + 1)
            if last is not None:
                yield _find(index + 1, last, kind)


def _find(first: int, last: int, kind: EntityKind) -> Find:
    sector = ("JRN",) if kind == "outlet" else ()
    return Find(first, last, kind, RANK["titled"] + 1, sector=sector, confidence=0.75)


def _last(sheet: Sheet, first: int) -> int | None:
    """Last token of the name from token `first` on; None where it names somebody, some place or some day."""
    if first in sheet.places or first in sheet.adjectives or sheet.marks(first) & _NO_NAME or sheet.initial(first):
        return None
    stop = sheet.sentence_of[first].stop
    last = first
    while last + 1 < stop and sheet.capitalised(last + 1) and not sheet.line_break(last + 1):
        last += 1
    if last - first >= _LONGEST or (last > first and sheet.marks(first) & Mark.GIVEN and not _known(sheet, last)):
        return None
    return last


def _explained(sheet: Sheet, index: int, nouns: dict[str, EntityKind]) -> Find | None:
    """ "Sarbat, a volunteer group that ...": one unknown word, and between commas the noun that says what it is."""
    tokens, stop = sheet.tokens, sheet.sentence_of[index].stop
    if not sheet.capitalised(index) or index + 3 >= stop or tokens[index + 1].text != ",":
        return None
    if tokens[index + 2].lower not in sheet.lexicon.grammar["articles"] or sheet.marks(index) & (_NO_NAME | _SOMEBODY):
        return None
    if index in sheet.place_tokens or index in sheet.adjectives or (index and sheet.capitalised(index - 1)):
        return None
    for j in range(index + 3, min(stop, index + 3 + _LONGEST)):
        kind = nouns.get(tokens[j].lower)
        if kind is not None and not (j + 1 < stop and tokens[j + 1].lower in nouns):
            return _find(index, index, kind)
        if not tokens[j].is_word:
            return None
    return None


def _known(sheet: Sheet, index: int) -> bool:
    return bool(sheet.marks(index) & (Mark.HEAD | Mark.COMMON | Mark.OUTLET_HEAD))
