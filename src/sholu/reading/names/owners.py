"""Russian names run together with whose the office before them is: «губернатор Нарына Олег Седов»."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from sholu.reading.languages.morphology import readings
from sholu.reading.names.finds import RANK, Find
from sholu.reading.names.forms import forms_of
from sholu.reading.names.lexicon import Mark
from sholu.reading.names.sheet import Sheet

_WORDS = 3
_GENITIVE = ("а", "я", "ы", "и")
_OFFICE = Mark.TITLE | Mark.PLACE_HEAD | Mark.HEAD | Mark.SMALL_HEAD


def parted(sheet: Sheet, finds: Sequence[Find]) -> list[Find]:
    """The finds, people without the genitive before their names, which is a find of its own."""
    if sheet.lexicon.tag != "ru":
        return list(finds)
    surnames = {form for find in finds if find.kind == "person" for form in forms_of(sheet, find.last)}
    return [part for find in finds for part in _parts(sheet, find, surnames)]


def joined(sheet: Sheet, finds: Sequence[Find]) -> list[Find]:
    """The finds, a given name and the place's name right behind it as one person: «министр Эрнандо Палау»."""
    if sheet.lexicon.tag != "ru":
        return list(finds)
    found: list[Find] = []
    for find in finds:
        before = found[-1] if found else None
        if before is not None and _is_whole_name(sheet, before, find):
            found[-1] = replace(before, kind="person", last=find.last, country=None, point=None, key=None, name=None,
                                aliases=(), same_as={}, sector=())  # fmt: skip
        else:
            found.append(find)
    return found


def _is_whole_name(sheet: Sheet, one: Find, other: Find) -> bool:
    """Whether two lone words that touch are the given name and the surname of somebody, one of them also a place's."""
    kinds = {one.kind, other.kind}
    if kinds not in ({"person", "place"}, {"person"}) or one.form != "name" or other.form != "name":
        return False
    if one.first != one.last or other.first != other.last or other.first != one.last + 1 or one.part or other.part:
        return False
    words = (one.first, other.first)
    if any(sheet.tokens[i].shape not in ("title", "mixed") for i in words) or sheet.line_break(other.first):
        return False
    if not _is_titled(sheet, one.first) or not all(_may_be_nominative(sheet, i) for i in words):
        return False
    last = sheet.tokens[one.last].lower[-1]
    declines = bool(sheet.marks(one.first - 1) & Mark.TITLE) and last not in _INDECLINABLE
    return one.kind == "person" or _is_given(sheet, one.first) or declines  # of «мэр Сочи Петров» none of these


_INDECLINABLE = frozenset("аеёиоуыэюяь")
_OFFICE_WORDS = 6
"""Tokens in words of office before a name."""


def _is_titled(sheet: Sheet, first: int) -> bool:
    """Whether words of office in small letters end right before a token."""
    for index in range(first - 1, max(-1, first - 1 - _OFFICE_WORDS), -1):
        opens = index == sheet.sentence_of[first].first
        if sheet.tokens[index].shape != "lower" and not opens:
            return False
        if sheet.marks(index) & Mark.TITLE or (index == first - 1 and _is_somebody(sheet, index)):
            return True
        if opens or sheet.verb(index) or sheet.marks(index) & Mark.OPENER:
            return False
    return False


def _may_be_nominative(sheet: Sheet, index: int) -> bool:
    forms = readings("ru", sheet.tokens[index].lower)
    return any(form.case in ("nom", "") for form in forms) or not any(form.known for form in forms)


def _parts(sheet: Sheet, find: Find, surnames: set[str]) -> Iterator[Find]:
    if not _opens_with_owner(sheet, find):
        yield find
        return
    first = find.first
    of_somebody = not surnames.isdisjoint(forms_of(sheet, first)) or sheet.marks(first) & (Mark.SURNAME | Mark.ENDING)
    kind = "person" if of_somebody else "place"
    yield Find(first, first, kind, RANK["unknown"], confidence=0.6)  # type: ignore[arg-type]
    yield replace(find, first=first + 1)


def _opens_with_owner(sheet: Sheet, find: Find) -> bool:
    """Whether the first of three words is the genitive of the noun before it: no given name, no patronymic follows."""
    first, words = find.first, range(find.first, find.last + 1)
    if find.kind != "person" or find.form != "name" or len(words) != _WORDS or not first:
        return False
    if any(sheet.tokens[i].shape not in ("title", "mixed") for i in words) or first in sheet.opens:
        return False
    if not sheet.tokens[first].lower.endswith(_GENITIVE) or _is_given(sheet, first):
        return False
    if sheet.marks(first + 1) & (Mark.PATRONYMIC | Mark.PARTICLE) or _is_patronymic(sheet, find.last):
        return False
    if _is_given(sheet, first + 1):
        if all(form.case != "nom" for form in readings("ru", sheet.tokens[first + 1].lower)):
            return False  # «гидролога Хаги Османа Дафаллы»
        return sheet.tokens[first - 1].shape == "lower" or first - 1 in sheet.opens
    return bool(sheet.marks(first - 1) & _OFFICE) or _is_somebody(sheet, first - 1) or _of_titled(sheet, first - 1)


def _of_titled(sheet: Sheet, index: int) -> bool:
    """«старейшина общины»: a noun in the genitive right behind an office, whose next word says which one."""
    if index < 1 or sheet.tokens[index].shape != "lower" or not sheet.marks(index - 1) & Mark.TITLE:
        return False
    return any(form.case == "gen" and form.part == "noun" for form in readings("ru", sheet.tokens[index].lower))


def _is_given(sheet: Sheet, index: int) -> bool:
    return bool(sheet.lexicon.word(sheet.tokens[index].lower).marks & Mark.GIVEN)


def _is_patronymic(sheet: Sheet, last: int) -> bool:
    """Whether a word is the patronymic that goes with the given name before it: not the surname «Инна Петрович»."""
    given, word = sheet.words[last - 1].gender, sheet.words[last]
    return bool(word.marks & (Mark.PATRONYMIC | Mark.PARTICLE)) and not (given == "f" and word.gender == "m")


def _is_somebody(sheet: Sheet, index: int) -> bool:
    forms = readings("ru", sheet.tokens[index].lower)
    return any(form.animate and form.known and form.part == "noun" for form in forms)
