"""Which half has a name where the two cut it otherwise: names that the grammar tears apart or runs together."""

from collections import Counter
from collections.abc import Collection, Sequence

from sholu.reading.joined.opinions import LONE, NAMED, Opinions, family
from sholu.reading.names.finds import RANK, Find
from sholu.reading.names.lexicon import Mark

FIRM = RANK["pack"] - 1
"""Rank of what packs and credits name: no second opinion is asked on it."""
_LONGEST = 4
"""Words in the longest name of somebody that is put together."""
_SEVERAL = 2
_ONCE = 1


def chosen(said: Opinions, finds: Sequence[Find], marked: Sequence[Find]) -> list[Find]:
    """The finds without those that sure marks know better, and the marks that hold what the grammar tears apart.

    «Мартин Куба» is no Martin and no Cuba: one mark of somebody holds several finds that touch. "Labour Party, Green
    Party and Civic Union" are three: several marks share out one find.
    """
    over: dict[int, list[Find]] = {}
    for find in finds:
        for token in range(find.first, find.last + 1):
            over.setdefault(token, []).append(find)
    known = Counter(find.key for find in finds if find.kind == "place" and find.key)
    dropped: set[int] = set()
    whole = []
    for mark in marked:
        torn = _torn(said, mark, over)
        if torn and not _is_place_elsewhere(torn, known):
            dropped.update(map(id, torn))
            whole.append(mark)
    marks: dict[int, Find] = {i: mark for mark in marked for i in range(mark.first, mark.last + 1)}
    dropped.update(id(find) for find in finds if _is_run_together(said, find, marks))
    return [*(find for find in finds if id(find) not in dropped), *whole]


def _torn(said: Opinions, mark: Find, over: dict[int, list[Find]]) -> list[Find]:
    """The finds of people and places that are but parts of somebody's name."""
    words = range(mark.first, mark.last + 1)
    if mark.kind != "person" or not 1 < len(words) <= _LONGEST or said.sheet.sentence_of[mark.first].i in _loud(said):
        return []
    least = said.limits["whole"]
    if said.is_opener(mark.first) and not said.sheet.marks(mark.first) & Mark.GIVEN:
        return []
    if any(said.words[i][1] < least or family(said.words[i][0]) != "person" for i in words):
        return []
    if not all(said.sheet.capitalised(i) or said.sheet.marks(i) & Mark.PARTICLE for i in words):
        return []
    met = list({id(find): find for i in words for find in over.get(i, ())}.values())
    loose = all(find.kind in LONE and find.form == "name" and find.rank < FIRM and mark.covers(find) for find in met)
    if not loose or any((find.first, find.last) == (mark.first, mark.last) for find in met):
        return []
    return met if len(met) > 1 and not _goes_somewhere(said, mark, met) else []


def _is_place_elsewhere(torn: Sequence[Find], known: Counter[str]) -> bool:
    """Whether the text speaks of the place that a name seems to begin with more than in that name."""
    return torn[0].kind == "place" and torn[0].key is not None and known[torn[0].key] > _ONCE


def _goes_somewhere(said: Opinions, mark: Find, met: Sequence[Find]) -> bool:
    """Whether a preposition stands before the place that opens a mark: «направить в Баку Комарова»."""
    before = said.sheet.tokens[mark.first - 1].lower if mark.first else ""
    opens = any(find.kind == "place" and find.first == mark.first for find in met)
    return opens and before in said.sheet.lexicon.grammar["place_prepositions"]


def _loud(said: Opinions) -> set[int]:
    """The lines whose capitals tell nothing."""
    return said.sheet.shouting | said.sheet.titled


def _is_run_together(said: Opinions, find: Find, marks: dict[int, Find]) -> bool:
    """Whether a find of a body is shared out between several sure marks, what is between them being in no name."""
    if find.form != "name" or find.rank >= FIRM or find.key or find.kind not in NAMED or find.kind in LONE:
        return False
    words = [i for i in range(find.first, find.last + 1) if said.sheet.tokens[i].is_word]
    met = {id(marks[i]): marks[i] for i in words if i in marks}
    if len(met) < _SEVERAL or any(mark.confidence < said.limits["apart"] for mark in met.values()):
        return False
    if any(mark.kind in LONE and _is_of_body(said, mark, met.values()) for mark in met.values()):
        return False
    return all(said.words[i][1] <= said.limits["outside"] for i in words if i not in marks)


def _is_of_body(said: Opinions, mark: Find, marks: Collection[Find]) -> bool:
    """Whether a mark of a place or of somebody looks like part of a body's name: its noun, or in English one beside."""
    sheet = said.sheet
    if any(sheet.marks(i) & Mark.HEAD for i in range(mark.first, mark.last + 1)):
        return True
    return sheet.lexicon.tag == "en" and any(
        mark.first == other.last + 1 or other.first == mark.last + 1 for other in marks
    )
