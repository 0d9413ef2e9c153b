"""Nouns for people and bodies without a name that do or say something: "prosecutors said", «суд отклонил»."""

from collections.abc import Iterator

from sholu.model.reading import EntityKind
from sholu.reading.names.clusters import Cluster
from sholu.reading.names.finds import RANK, Find
from sholu.reading.names.groups import is_one
from sholu.reading.names.lexicon import Mark
from sholu.reading.names.sheet import Sheet


def find_acting(sheet: Sheet, groups: list[Cluster]) -> list[Cluster]:
    """New clusters of such nouns right before a verb that nothing in `groups` has taken; one for each noun."""
    taken = {token for group in groups for find in group.finds for token in range(find.first, find.last + 1)}
    found: dict[str, Cluster] = {}
    for find in _subjects(sheet, taken):
        group = found.setdefault(find.head or "", Cluster(find.kind))
        group.add(find)
    return list(found.values())


def _subjects(sheet: Sheet, taken: set[int]) -> Iterator[Find]:
    for index, token in enumerate(sheet.tokens[:-1]):
        if index in taken or index + 1 in taken or not sheet.verb(index + 1):
            continue
        if sheet.marks(index + 1) & (Mark.HEAD | Mark.SMALL_HEAD):
            continue  # Полиция департаменті
        word = sheet.words[index]
        kind = _kind(word.group, word.marks)
        if kind == "group" and is_one(sheet.lexicon.tag, token.lower):
            kind = "person"
        if kind is None or not (token.shape == "lower" or (token.shape == "title" and index in sheet.opens)):
            continue
        first = _left(sheet, index, taken)
        if first is None:
            continue
        sector = word.group if kind != "organisation" else word.sector
        sectors = (sector,) if sector and sector != "NGO" else ()
        yield Find(first, index, kind, RANK["group"], "nominal", sector=sectors, head=token.lower, confidence=0.6)


def _kind(group: str | None, marks: int) -> EntityKind | None:
    if group:
        return "group"
    return "organisation" if marks & Mark.SMALL_HEAD else None


def _left(sheet: Sheet, index: int, taken: set[int]) -> int | None:
    """Where the phrase begins, over what may narrow such a noun; None where it is not definite inside a sentence."""
    first, start = index, sheet.sentence_of[index].first
    while first > start and first - 1 not in taken and _narrows(sheet, first - 1):
        first -= 1
    if first == start or sheet.tokens[first - 1].lower in sheet.lexicon.grammar["articles"]:
        return first
    return first if first in sheet.opens else None


def _narrows(sheet: Sheet, index: int) -> bool:
    if index in sheet.opens and sheet.tokens[index].lower in sheet.lexicon.grammar["articles"]:
        return False
    return bool(sheet.marks(index) & (Mark.GROUP_MODIFIER | Mark.MODIFIER)) or index in sheet.adjectives
