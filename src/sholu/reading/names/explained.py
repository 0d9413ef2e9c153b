"""Names taken for somebody's, or a place's, that the words around explain: "Tumar Blue, a shipowner", "the ferry Ann".

English writes no quotation marks around the names of firms, papers and ships, so that two unknown capitalised words
look like a person. What is said of them once holds wherever they stand.
"""

from collections.abc import Sequence

from sholu.model.changing import replace
from sholu.model.reading import EntityKind
from sholu.reading.chunks import chunks_of, kinds
from sholu.reading.names.finds import Find
from sholu.reading.names.lexicon import Mark
from sholu.reading.names.sheet import Sheet
from sholu.reading.names.strays import firms

_OPEN = frozenset({"person", "place", "facility"})
"""Kinds of names that an explanation may correct."""
_PHRASE = 7
"""Tokens up to the noun of an explanation, its article included."""
_NAMES = Mark.GIVEN | Mark.SURNAME | Mark.ENDING
_OF_NOUNS = frozenset({kinds.NOUN, kinds.ADJECTIVE, kinds.GERUND})


def explained(sheet: Sheet, finds: Sequence[Find]) -> list[Find]:
    """The finds, each of unknown words with the kind that an explanation beside one of its mentions gives it."""
    told = sheet.lexicon.explaining
    if not told:
        return list(finds)
    finds = _as_firms(sheet, finds)
    open_ = [find for find in finds if find.kind in _OPEN and find.form == "name" and not find.key]
    kinds_: dict[str, EntityKind] = {}
    for find in open_:
        kind = _kind(sheet, find)
        if kind is not None:
            kinds_.setdefault(sheet.text(find.first, find.last), kind)
    if not kinds_:
        return list(finds)
    return [
        _turned(find, kinds_[words])
        if find.kind in _OPEN and not find.key and (words := sheet.text(find.first, find.last)) in kinds_
        else find
        for find in finds
    ]


def _as_firms(sheet: Sheet, finds: Sequence[Find]) -> Sequence[Find]:
    """The finds, with "Tumar" behind "Tumar Stores Inc" as the firm, though it does what people do."""
    known = firms(sheet, finds)
    if not known:
        return finds
    return [
        replace(find, kind="organisation", also=firm.first, sector=firm.sector, gender=None)
        if find.kind == "person"
        and find.first == find.last
        and (firm := known.get(sheet.tokens[find.first].lower)) is not None
        and find.first > firm.last
        else find
        for find in finds
    ]


def _turned(find: Find, kind: EntityKind) -> Find:
    sector = ("JRN",) if kind == "outlet" else ()
    return replace(find, kind=kind, sector=sector, gender=None)


def _kind(sheet: Sheet, find: Find) -> EntityKind | None:
    """What the words beside a name say that it names; None where they say nothing, or that it is somebody."""
    marks = [sheet.marks(i) for i in range(find.first, find.last + 1)]
    if find.first and find.kind == "person" and sheet.marks(find.first - 1) & Mark.TITLE:
        return None  # "Premier X, which led the party"
    if find.kind == "person" and marks[0] & Mark.GIVEN and marks[-1] & _NAMES and len(marks) > 1:
        return None
    likely = any(mark & _NAMES for mark in marks) or "-" in sheet.tokens[find.last].text
    if find.kind == "facility":
        return _vessel(sheet, find)
    kind = _vessel(sheet, find) or _behind(sheet, find, likely=likely) or _before(sheet, find, likely=likely)
    if kind is None and find.kind == "person" and not likely and _is_thing(sheet, find):
        return "organisation"
    return kind if kind != find.kind else None


def _vessel(sheet: Sheet, find: Find) -> EntityKind | None:
    """ "the ferry X": the noun of a ship right before the name."""
    index = find.first - 1
    if index < sheet.sentence_of[find.first].first or sheet.tokens[index].shape != "lower":
        return None
    return "other" if sheet.lexicon.explaining.get(sheet.tokens[index].lower) == "other" else None


def _behind(sheet: Sheet, find: Find, *, likely: bool) -> EntityKind | None:
    """ "X, a Spanish shipowner,": the noun of the apposition that an article opens behind a name."""
    tokens, stop = sheet.tokens, sheet.sentence_of[find.last].stop
    first = find.last + 2
    if first >= stop or tokens[first - 1].text not in (",", "("):
        return None
    if tokens[first].lower not in sheet.lexicon.grammar["articles"]:
        return None
    for index in range(first + 1, min(stop, first + _PHRASE)):
        kind = _noun(sheet, index, likely=likely)
        if kind is not None:
            return kind
        if not tokens[index].is_word or chunks_of(sheet.page).kind(index) not in _OF_NOUNS:
            return None
    return None


def _before(sheet: Sheet, find: Find, *, likely: bool) -> EntityKind | None:
    """ "a campaign group, X,": the noun between an article and the comma before a name that another comma follows."""
    tokens, start = sheet.tokens, sheet.sentence_of[find.first].first
    noun = find.first - 2
    after = tokens[find.last + 1].text if find.last + 1 < len(tokens) else ""
    if noun <= start or tokens[noun + 1].text != "," or after not in ",;.":
        return None
    kind = _noun(sheet, noun, likely=likely)
    for index in range(noun - 1, max(start - 1, noun - _PHRASE), -1):
        if tokens[index].lower in sheet.lexicon.grammar["articles"]:
            new = tokens[index].lower in sheet.lexicon.grammar["indefinite"] or index == start
            return kind if new else None
        if not tokens[index].is_word or chunks_of(sheet.page).kind(index) not in _OF_NOUNS:
            return None
    return None


def _noun(sheet: Sheet, index: int, *, likely: bool) -> EntityKind | None:
    """The kind that a noun in small letters tells, where it stands last in its phrase: not "a company director"."""
    token = sheet.tokens[index]
    kind = sheet.lexicon.explaining.get(token.lower) if token.shape in ("lower", "mixed") else None
    if kind is None and not likely:
        kind = sheet.lexicon.hinting.get(token.lower)
    if kind is None or index + 1 >= len(sheet.tokens):
        return kind
    after = sheet.tokens[index + 1]
    joined = chunks_of(sheet.page).kind(index + 1) in (kinds.NOUN, kinds.GERUND)
    titled = bool(sheet.marks(index + 1) & Mark.TITLE)  # "the outgoing bank chief"
    goes_on = after.is_word and (joined or titled) and not after.lower.endswith("ed")
    return None if goes_on or after.shape == "possessive" else kind


def _is_thing(sheet: Sheet, find: Find) -> bool:
    """ "X, which lost six seats": a clause behind the name that is about no person."""
    tokens, after = sheet.tokens, find.last + 1
    if after + 2 >= len(tokens) or tokens[after].text != ",":
        return False
    return tokens[after + 1].lower == "which" and chunks_of(sheet.page).kind(after + 2) in (
        kinds.VERB,
        kinds.AUXILIARY,
        kinds.ADVERB,
    )
