"""Nominals that refer back to an institution named before: "the ministry", министерство, министрлік."""

from sholu.reading.languages.kazakh_data import kazakh_endings
from sholu.reading.languages.morphology import features, readings
from sholu.reading.names.clusters import Cluster
from sholu.reading.names.finds import RANK, Find
from sholu.reading.names.lexicon import Mark
from sholu.reading.names.sheet import Sheet

_NARROWS = Mark.MODIFIER | Mark.HEAD | Mark.SMALL_HEAD
_REACH = 3
"""Sentences back to the body that a general noun may stand for."""


def referring_back(sheet: Sheet, groups: list[Cluster]) -> None:
    """Give each such nominal to the last institution before it that has the same head noun."""
    taken = {token for group in groups for find in group.finds for token in range(find.first, find.last + 1)}
    bodies: list[tuple[int, str | None, Cluster]] = sorted(
        (
            (find.first, head, group)
            for group in groups
            if group.kind == "organisation"
            for find in group.finds
            if (head := find.head or _noun(sheet, find))
        ),
        key=lambda entry: entry[0],
    )
    for index, token in enumerate(sheet.tokens):
        if index in taken or not (token.shape == "lower" or (token.shape == "title" and index in sheet.opens)):
            continue
        if not _definite(sheet, index):
            continue
        sectors = _generic(sheet, token.lower)
        if not (sectors or sheet.marks(index) & (Mark.SMALL_HEAD | Mark.HEAD)):
            continue
        owner = _owner(sheet, index, bodies) or _of_sector(sheet, index, sectors, groups)
        if owner is not None:
            owner.finds.append(
                Find(index, index, "organisation", RANK["group"], form="nominal", head=token.lower, confidence=0.7)
            )
            owner.put_in_order()


def _noun(sheet: Sheet, find: Find) -> str | None:
    """Russian: the noun around which a name is built that a pack or the marks have told: «Следственный департамент»."""
    if sheet.lexicon.tag != "ru" or find.form != "name" or find.first == find.last:
        return None
    heads = (i for i in range(find.first, find.last + 1) if sheet.marks(i) & Mark.HEAD)
    return next((sheet.tokens[i].lower for i in heads), None)


def _definite(sheet: Sheet, index: int) -> bool:
    """English needs "the"; elsewhere a bare noun with no adjective before it will do."""
    articles = sheet.lexicon.grammar["articles"]
    if articles:
        before = sheet.tokens[index - 1].lower if index else ""
        following = sheet.tokens[index + 1] if index + 1 < len(sheet.tokens) else None
        if following is not None and following.lower in sheet.lexicon.grammar["of"]:
            return False
        return before in sheet.lexicon.grammar["definite"]
    if sheet.lexicon.tag == "ru" and index and _describes(sheet.tokens[index - 1].lower):
        return False
    return index + 1 >= len(sheet.tokens) or not sheet.capitalised(index + 1)


def _describes(lower: str) -> bool:
    """Russian: «энергетическое ведомство»: an adjective that tells which one, so that none named before is meant."""
    forms = readings("ru", lower)
    return all(form.part == "adjective" and form.known for form in forms)


def _owner(sheet: Sheet, index: int, bodies: list[tuple[int, str | None, Cluster]]) -> Cluster | None:
    stem, narrower = _stem(sheet.tokens[index].lower), _narrower(sheet, index)
    for first, head, group in reversed(bodies):
        if first < index and head is not None and _stem(head) == stem and _is_narrowed(sheet, group, narrower):
            return group
    return None


def _narrower(sheet: Sheet, index: int) -> str | None:
    """Kazakh: the noun right before one that it narrows: "полиция департаменті" is the department of police."""
    before = index - 1
    if sheet.lexicon.tag != "kk" or before < 0 or sheet.tokens[before].shape != "lower":
        return None
    base = features("kk", sheet.tokens[index].lower).lemma
    owned = sheet.tokens[index].lower[len(base) :].startswith(kazakh_endings("owned_by_name"))
    return sheet.tokens[before].lower if owned and sheet.marks(before) & _NARROWS else None


def _is_narrowed(sheet: Sheet, group: Cluster, narrower: str | None) -> bool:
    """Whether a body has that noun in a name, or there is none."""
    if narrower is None:
        return True
    named = (range(find.first, find.last + 1) for find in group.finds if find.form == "name")
    return any(sheet.tokens[i].lower == narrower for words in named for i in words)


def _generic(sheet: Sheet, lower: str) -> set[str]:
    """Sectors of bodies that the noun may stand for."""
    return {sector for stem, sector in sheet.lexicon.generic if lower.startswith(stem)}


def _of_sector(sheet: Sheet, index: int, sectors: set[str], groups: list[Cluster]) -> Cluster | None:
    """The one body of these sectors that the sentence up to here or the few before it name."""
    if not sectors:
        return None
    sentence = sheet.sentence_of[index].i
    near = [
        group
        for group in groups
        if group.kind == "organisation"
        and any(sectors.intersection(find.sector) for find in group.finds)
        and any(
            find.form == "name" and find.last < index and sheet.sentence_of[find.first].i >= sentence - _REACH
            for find in group.finds
        )
    ]
    return near[0] if len(near) == 1 else None


def _stem(word: str) -> str:
    """Enough of a word to see that two forms are the same noun."""
    return word[: max(4, len(word) - 3)] if len(word) > 5 and not word.isascii() else word
