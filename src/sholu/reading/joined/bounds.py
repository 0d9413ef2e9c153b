"""Where names begin and end by both halves: finds of the grammar grow to a mark around them, or are drawn anew."""

from collections import Counter
from collections.abc import Sequence

from sholu.model.changing import replace
from sholu.reading.joined.choosing import FIRM
from sholu.reading.joined.opinions import LONE, OF_NAMES, Opinions, family, same_family
from sholu.reading.languages.morphology import features
from sholu.reading.names.finds import Find
from sholu.reading.names.lexicon import Mark

_QUOTES = frozenset('«“"„')
_FULL = 3
"""Words in a name with a patronymic last."""
_OF_PLACES = Mark.PLACE_HEAD | Mark.FACILITY_HEAD
_OF_BODIES = Mark.TITLE | Mark.HEAD | Mark.MODIFIER


def widened(said: Opinions, finds: Sequence[Find], marked: Sequence[Find]) -> list[Find]:
    """The finds, those of unsure bounds widened to the one mark of their kind that covers them."""
    least = said.limits["widen"]
    around = {i: mark for mark in marked if mark.confidence >= least for i in range(mark.first, mark.last + 1)}
    owners = Counter(id(around[find.first]) for find in finds if find.form == "name" and find.first in around)
    found = []
    for find in finds:
        mark = around.get(find.first) if find.form == "name" and find.rank < FIRM else None
        if mark is not None and mark.covers(find) and owners[id(mark)] == 1 and same_family(mark, find):
            first, last = _reach(said, find, mark)
            find = replace(find, first=first, last=last)
        found.append(find)
    return found


def redrawn(said: Opinions, find: Find, marked: Sequence[Find]) -> list[Find]:
    """The find, or the marks in its place: where the encoder is sure of each of its words, and sees other names there.

    `marked` are the marks that have a word in common with the find. A noun before the name goes ("the agency X"), and
    two names that touch come apart.
    """
    limits = said.limits
    if (find.key and find.key.startswith("country:")) or _is_full(said, find):
        return [find]
    if find.kind == "person" and find.first < find.last and said.sheet.marks(find.first) & Mark.GIVEN:
        marked = [mark for mark in marked if mark.kind != "place"]  # «Дэвида Камерона» is in no town Cameron
    inside = [mark for mark in marked if find.covers(mark) and mark.confidence >= limits["redraw"]]
    if not inside or len(inside) < len(marked) or (inside[0].first, inside[0].last) == (find.first, find.last):
        return [find]
    seen = {token for mark in inside for token in range(mark.first, mark.last + 1)}
    left = [i for i in range(find.first, find.last + 1) if i not in seen and said.sheet.tokens[i].is_word]
    if any(said.words[i][1] > limits["outside"] for i in left):
        return [find]
    if len(inside) > 1 and find.kind == "place" and said.sheet.tokens[inside[0].last].shape == "lower":
        return [find]  # «Западный берег реки Иордан»
    if len(inside) == 1 and same_family(inside[0], find):
        if family(find.kind) == "place" and inside[0].confidence < limits["redraw_place"]:
            return [find]
        return [replace(find, first=inside[0].first, last=inside[0].last)]
    return inside


def _is_full(said: Opinions, find: Find) -> bool:
    """Whether a find is surname, given name and patronymic, which nothing tears: «Крутов Олег Павлович»."""
    sheet, words = said.sheet, range(find.first, find.last + 1)
    if find.kind != "person" or len(words) != _FULL or not all(sheet.capitalised(i) for i in words):
        return False
    return bool(sheet.marks(find.last) & Mark.PATRONYMIC) and not any(sheet.initial(i) for i in words)


def _reach(said: Opinions, find: Find, mark: Find) -> tuple[int, int]:
    """How far the bounds of a find may follow a mark: to the first word on each side that is no part of a name."""
    first, last = find.first, find.last
    while first > mark.first and not _is_barred(said, first - 1, find.kind):
        first -= 1
    while last < mark.last and not (_ends_name(said, last) or _is_barred(said, last + 1, find.kind)):
        last += 1
    while first < find.first and not said.may_bound(first):
        first += 1
    while last > find.last and not (said.may_bound(last) or _may_end(said, last, find.kind)):
        last -= 1
    return first, last


def _may_end(said: Opinions, index: int, kind: str) -> bool:
    """Whether a word in small letters may end a name; in Russian that of a place only the noun of one."""
    if kind in LONE and said.sheet.lexicon.tag == "ru":
        described = said.sheet.tokens[index - 1].lower.endswith(said.sheet.lexicon.adjective_endings)
        return kind == "place" and (described or bool(said.sheet.marks(index) & _OF_PLACES))
    return said.may_end(index)


def _is_barred(said: Opinions, index: int, kind: str) -> bool:
    """Whether no name grows over a word: a day, an opener; for people and places an office or ordinary word."""
    marks = said.sheet.marks(index)
    if kind == "person" and _is_somebody(said, index):
        return False
    if said.is_opener(index) or marks & Mark.CALENDAR:
        return True
    if kind not in LONE or marks & OF_NAMES or said.sheet.tokens[index].shape == "lower":
        return False
    return bool(marks & _OF_BODIES) or said.is_ordinary(index)


def _is_somebody(said: Opinions, index: int) -> bool:
    """Whether a word that may be a title, a month or an ordinary one is surely part of somebody's name: "May Lee"."""
    kind, inside, _ = said.words[index]
    marks, tag = said.sheet.marks(index), said.sheet.lexicon.tag
    opener = marks & Mark.OPENER and not marks & Mark.GIVEN
    if tag == "kk" or kind != "person" or inside < said.limits["surely"] or opener or marks & Mark.HONORIFIC:
        return False
    if index in said.sheet.opens and index and said.sheet.tokens[index - 1].text in _QUOTES:
        return False  # a book, «Пиры Валтасара»
    return said.sheet.capitalised(index) and not (marks & Mark.TITLE and (tag == "en" or index in said.sheet.opens))


def _ends_name(said: Opinions, index: int) -> bool:
    """Whether a name goes no further than a word: Kazakh puts the case on the last one."""
    if said.sheet.lexicon.tag != "kk" or not said.sheet.capitalised(index):
        return False
    return features("kk", said.sheet.tokens[index].lower).case not in ("", "nom")
