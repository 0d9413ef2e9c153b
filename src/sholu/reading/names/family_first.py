"""Names that begin with the family's, as Chinese and Koreans have them, where a word in them is a town, too."""

from collections.abc import Iterator, Sequence

from sholu.reading.names.finds import RANK, Find
from sholu.reading.names.lexicon import Mark
from sholu.reading.names.sheet import Sheet


def find_family_first(sheet: Sheet, places: Sequence[Find]) -> list[Find]:
    """Those in whose name a word may be a place ("Ким Чен Ын"), each time that they are named, in full or alone."""
    families, known = sheet.lexicon.families, {i for place in places for i in range(place.first, place.last + 1)}
    ends: dict[int, int] = {}
    called: set[str] = set()
    for first, last in _names(sheet, {i for i in known if sheet.tokens[i].lower not in families}):
        if any(i in known or sheet.marks(i) & _DOUBTFUL for i in range(first, last + 1)):
            ends[first] = last
            called.add(sheet.tokens[first].lower)
    inside = {i for first, last in ends.items() for i in range(first, last + 1)}
    for index in range(len(sheet.tokens)) if called else ():
        if sheet.tokens[index].lower in called and index not in inside and _is_somebody(sheet, index):
            ends[index - _has_given_before(sheet, index)] = index
    return [
        Find(first, last, "person", RANK["titled"] + 1, confidence=_FULL if last > first else _SHORT)
        for first, last in sorted(ends.items())
    ]


def _names(sheet: Sheet, places: set[int]) -> Iterator[tuple[int, int]]:
    """Family names with one or two words behind them that are nothing else, as first and last token."""
    for sentence in sheet.page.sentences:
        if sentence.i in sheet.shouting or sentence.i in sheet.titled:
            continue
        for first, last in sheet.runs(sentence):
            index = first
            while index < last:
                end = index
                if sheet.tokens[index].lower in sheet.lexicon.families and _may_begin(sheet, first, index):
                    while end < min(last, index + _LONGEST) and _may_be_given(sheet, end + 1, places):
                        end += 1
                if end > index:
                    yield index, end
                index = end + 1


def _may_begin(sheet: Sheet, first: int, index: int) -> bool:
    """Whether a name may begin with a word of a run of capitals: behind a title or the like, behind no other name."""
    if sheet.tokens[index].shape != "title":
        return False
    return index == first or bool(sheet.marks(index - 1) & _KNOWN and not sheet.marks(index - 1) & Mark.GIVEN)


def _may_be_given(sheet: Sheet, index: int, places: set[int]) -> bool:
    """Whether a word may be a given name of this kind: no place, nothing that the lists know."""
    if sheet.tokens[index].shape != "title" or index in places:
        return False
    return sheet.tokens[index].lower in sheet.lexicon.families or not sheet.marks(index) & _KNOWN


def _is_somebody(sheet: Sheet, index: int) -> bool:
    """Whether a family name told again is the person's: nothing beside it speaks of a place or of a longer name."""
    if not sheet.capitalised(index) or (index + 1 < len(sheet.tokens) and sheet.capitalised(index + 1)):
        return False
    before = sheet.marks(index - 1) if index else 0
    after = sheet.marks(index + 1) if index + 1 < len(sheet.tokens) else 0
    return not (before | after) & (Mark.PLACE_HEAD | Mark.FACILITY_HEAD)


def _has_given_before(sheet: Sheet, index: int) -> bool:
    """Whether the given name stands first, as of those who live elsewhere ("Клэр Ван")."""
    before = index - 1
    if before < sheet.sentence_of[index].first or sheet.tokens[before].shape != "title" or sheet.line_break(index):
        return False
    return not sheet.marks(before) & _KNOWN


_LONGEST = 2  # words behind the family name
_FULL, _SHORT = 0.85, 0.7
_DOUBTFUL = Mark.GEO | Mark.PARTICLE
_KNOWN = (
    Mark.COMMON
    | Mark.TITLE
    | Mark.HEAD
    | Mark.CALENDAR
    | Mark.PEOPLES
    | Mark.PLACE_HEAD
    | Mark.FACILITY_HEAD
    | Mark.OPENER
    | Mark.GEO
)
