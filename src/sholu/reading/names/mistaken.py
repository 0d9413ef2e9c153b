"""English capitalised words that look like a name and are none: adjectives, headline words, half an office."""

from dataclasses import replace

from sholu.model.span import Span
from sholu.reading.chunks import kinds
from sholu.reading.chunks.kinds import grammar
from sholu.reading.names.finds import RANK, Find
from sholu.reading.names.lexicon import Mark
from sholu.reading.names.mistaken_kazakh import mended_kazakh
from sholu.reading.names.sheet import Sheet

_LINKS = frozenset({kinds.PREPOSITION, kinds.SUBORDINATOR, kinds.CONJUNCTION})
_AFFILIATED = ("d-", "r-", "i-")
"""How the party of a member of Congress stands before the state."""
_CODE = 2
_FIELD = 5
"""Tokens in "and Gas Industry Minister"."""


def mended(sheet: Sheet, find: Find) -> Find | None:
    """A find as it is, without an adjective that opens it, or None where it is no name.

    "Coast-operated", "Ministers Meet Amid ..." and the "Oil" of "Oil and Gas Minister" are none.
    """
    if sheet.lexicon.tag == "kk":
        return mended_kazakh(sheet, find)
    if sheet.lexicon.tag != "en" or find.form != "name":
        return find
    if sheet.tokens[find.first].lower.startswith(_AFFILIATED) and sheet.tokens[find.first].text[2:3].isupper():
        return _of_state(sheet, find)
    if find.first and sheet.tokens[find.first - 1].lower.startswith(_AFFILIATED) and find.kind in ("person", "place"):
        return _of_state(sheet, replace(find, first=find.first - 1))  # "D-New Jersey"
    if find.key:
        return find
    words = [sheet.tokens[i].lower for i in range(find.first, find.last + 1)]
    parted = next((i for i, word in enumerate(words) if word.endswith(sheet.lexicon.compound_endings)), None)
    if parted is not None and parted and find.kind in ("organisation", "outlet"):
        return _before_ending(sheet, find, find.first + parted)
    if parted == len(words) - 1:
        return None
    if parted is not None:
        find = replace(find, first=find.first + parted + 1)
    ends = {grammar("en").closed.get(word) for word in (words[0], words[-1])}
    if find.kind == "person" and ends & _LINKS and not sheet.marks(find.first) & Mark.PARTICLE:
        return None
    half = find.kind in ("organisation", "place") and _field_of_office(sheet, find.last + 1)
    return None if half else find


def _before_ending(sheet: Sheet, find: Find, last: int) -> Find:
    """The body of several words in a compound whose last part stands at a token: "Garden Party-led"."""
    token = sheet.tokens[last]
    ending = next(ending for ending in sheet.lexicon.compound_endings if token.lower.endswith(ending))
    part = Span(sheet.tokens[find.first].start, token.end - len(ending))
    return replace(find, last=last, part=part, name=part.of(sheet.page.text))


def _of_state(sheet: Sheet, find: Find) -> Find | None:
    """The state of a member of Congress behind the letter of a party, "D-New Jersey"; None where it is but a code."""
    start, end = sheet.tokens[find.first].start + len(_AFFILIATED[0]), sheet.tokens[find.last].end
    if end - start <= _CODE:
        return None
    name = sheet.page.text[start:end]
    return Find(
        find.first, find.last, "place", RANK["place"], name=name, country=find.country, point=find.point, key=find.key,
        same_as=find.same_as, confidence=find.confidence, part=Span(start, end),
    )  # fmt: skip


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
