"""Days that are kept and have a name, "Victory Day", «День Конституции»: the words of it name nobody and no place."""

from sholu.reading.names.lexicon import Mark
from sholu.reading.names.sheet import Sheet

_BETWEEN = 2
"""Words in small letters between «День» and what it is of: «День защитника Отечества»."""


def holidays(sheet: Sheet) -> frozenset[int]:
    """The tokens of the names of such days; a country whose day it is is not among them."""
    finder = {"en": _english, "ru": _russian}.get(sheet.lexicon.tag)
    return finder(sheet) if finder else frozenset()


def _english(sheet: Sheet) -> frozenset[int]:
    tokens, days, kept = sheet.tokens, sheet.lexicon.grammar["days_kept"], sheet.lexicon.grammar["kept"]
    found: set[int] = set()
    for i in range(1, len(tokens)):
        if (
            tokens[i].lower in days
            and sheet.capitalised(i)
            and tokens[i - 1].lower in kept
            and sheet.capitalised(i - 1)
        ):
            found |= {i - 1, i}
    return frozenset(found)


def _russian(sheet: Sheet) -> frozenset[int]:
    tokens, days = sheet.tokens, sheet.lexicon.grammar["days_kept"]
    found: set[int] = set()
    for i in range(len(tokens) - 1):
        if tokens[i].lower not in days or not sheet.capitalised(i):
            continue
        stop = sheet.sentence_of[i].stop
        last = next((j for j in range(i + 1, min(i + 2 + _BETWEEN, stop)) if tokens[j].shape != "lower"), None)
        if last is None or not sheet.capitalised(last) or (i in sheet.opens and last > i + 1):
            continue
        if last in sheet.place_tokens or sheet.marks(last) & (Mark.GIVEN | Mark.SURNAME):
            last -= 1
        found.update(range(i, last + 1))
    return frozenset(found)
