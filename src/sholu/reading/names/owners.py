"""Russian names run together with whose the office before them is: «губернатор Нарына Олег Седов»."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from sholu.reading.languages.morphology import readings
from sholu.reading.names.clusters import forms_of
from sholu.reading.names.finds import RANK, Find
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
        return sheet.tokens[first - 1].shape == "lower"
    return bool(sheet.marks(first - 1) & _OFFICE) or _is_somebody(sheet, first - 1)


def _is_given(sheet: Sheet, index: int) -> bool:
    return bool(sheet.lexicon.word(sheet.tokens[index].lower).marks & Mark.GIVEN)


def _is_patronymic(sheet: Sheet, last: int) -> bool:
    """Whether a word is the patronymic that goes with the given name before it: not the surname «Инна Петрович»."""
    given, word = sheet.words[last - 1].gender, sheet.words[last]
    return bool(word.marks & (Mark.PATRONYMIC | Mark.PARTICLE)) and not (given == "f" and word.gender == "m")


def _is_somebody(sheet: Sheet, index: int) -> bool:
    forms = readings("ru", sheet.tokens[index].lower)
    return any(form.animate and form.known and form.part == "noun" for form in forms)
