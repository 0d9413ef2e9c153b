"""English capitalised words that look like a name and are none: adjectives, headline words, half an office."""

from dataclasses import replace

from sholu.reading.chunks import kinds
from sholu.reading.chunks.kinds import grammar
from sholu.reading.names.finds import Find
from sholu.reading.names.lexicon import Mark
from sholu.reading.names.mistaken_kazakh import mended_kazakh
from sholu.reading.names.sheet import Sheet

_LINKS = frozenset({kinds.PREPOSITION, kinds.SUBORDINATOR, kinds.CONJUNCTION})
_FIELD = 5
"""Tokens in "and Gas Industry Minister"."""


def mended(sheet: Sheet, find: Find) -> Find | None:
    """A find as it is, without an adjective that opens it, or None where it is no name.

    "Coast-operated", "Ministers Meet Amid ..." and the "Oil" of "Oil and Gas Minister" are none.
    """
    if sheet.lexicon.tag == "kk":
        return mended_kazakh(sheet, find)
    if sheet.lexicon.tag != "en" or find.form != "name" or find.key:
        return find
    words = [sheet.tokens[i].lower for i in range(find.first, find.last + 1)]
    parted = next((i for i, word in enumerate(words) if word.endswith(sheet.lexicon.compound_endings)), None)
    if parted == len(words) - 1:
        return None
    if parted is not None:
        find = replace(find, first=find.first + parted + 1)
    ends = {grammar("en").closed.get(word) for word in (words[0], words[-1])}
    if find.kind == "person" and ends & _LINKS and not sheet.marks(find.first) & Mark.PARTICLE:
        return None
    half = find.kind in ("organisation", "place") and _field_of_office(sheet, find.last + 1)
    return None if half else find


def _field_of_office(sheet: Sheet, i: int) -> bool:
    """Whether "and Gas Minister" follows at token `i`: the words before it are a field of the same office."""
    tokens = sheet.tokens
    if i >= len(tokens) or tokens[i].lower not in sheet.lexicon.field_joins:
        return False
    for j in range(i + 1, min(i + _FIELD, len(tokens))):
        if tokens[j].lower in sheet.lexicon.field_heads:
            return j > i + 1
        if not tokens[j].is_capitalised and tokens[j].lower not in sheet.lexicon.field_joins:
            return False
    return False
