"""Kazakh words that look like a name and are none: offices, half a field of office, makes of goods, common nouns."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from sholu.reading.languages.kazakh_data import kazakh_small_words
from sholu.reading.languages.morphology import base_forms, features
from sholu.reading.names.finds import Find
from sholu.reading.names.forms import forms_of
from sholu.reading.names.lexicon import Mark
from sholu.reading.names.people import gender_of
from sholu.reading.names.sheet import Sheet

_NAME = Mark.GIVEN | Mark.SURNAME | Mark.ENDING | Mark.PATRONYMIC
_FIELD = 8
"""Tokens in "инновациялар және аэроғарыш өнеркәсібі министрі"."""
_BODIES = frozenset({"organisation", "outlet", "facility", "place"})
_THREE = 3  # words in a name that another may have run into
_OF_OBJECTS = frozenset({"acc", "dat", "abl"})
_SURE = 0.8
_QUOTES = frozenset('«»“”"')


def mended_kazakh(sheet: Sheet, find: Find) -> Find | None:
    """A find as it is, or None where it is no name."""
    if find.form != "name":
        return find
    if _is_make(sheet, find):
        return None
    if find.kind == "place" and _is_honoured(sheet, find):
        return None
    if find.key:
        return find
    if (
        _counts_offices(sheet, find)
        or _is_office(sheet, find)
        or _is_field_of_office(sheet, find)
        or _is_common(sheet, find)
    ):
        return None
    return find


def _is_make(sheet: Sheet, find: Find) -> bool:
    """ "Brent маркалы мұнай", «„Brent“ маркалы»: goods of a make, not where they come from."""
    after = find.last + 1
    if after < len(sheet.tokens) and sheet.tokens[after].text in _QUOTES:
        after += 1
    return after < len(sheet.tokens) and sheet.tokens[after].lower in sheet.lexicon.grammar["makes"]


def _is_honoured(sheet: Sheet, find: Find) -> bool:
    """The "Абай" of "Абай атындағы театр": whom something is named after."""
    after = find.last + 1
    return after < len(sheet.tokens) and sheet.tokens[after].lower in kazakh_small_words("named_after")


def _is_office(sheet: Sheet, find: Find) -> bool:
    """ "Қаржы вице-министрі", "Сыртқы істер министрлері": whoever holds an office, no institution."""
    marks = sheet.marks(find.last)
    if find.kind not in _BODIES and any(sheet.marks(i) & _NAME for i in range(find.first, find.last + 1)):
        return False
    return bool(marks & Mark.TITLE) and not marks & (Mark.HEAD | Mark.PLACE_HEAD | _NAME)


def _counts_offices(sheet: Sheet, find: Find) -> bool:
    """The "Тұңғыш" of "Тұңғыш президенті", which is a given name, too."""
    after = find.last + 1
    counts = find.first == find.last and sheet.marks(find.first) & Mark.OPENER and after < len(sheet.tokens)
    return bool(counts and sheet.marks(after) & Mark.TITLE)


def _is_field_of_office(sheet: Sheet, find: Find) -> bool:
    """The "Цифрлық даму" of "Цифрлық даму, инновациялар және аэроғарыш өнеркәсібі министрі"."""
    if find.kind not in _BODIES or any(sheet.marks(i) & (Mark.HEAD | _NAME) for i in range(find.first, find.last + 1)):
        return False
    tokens, joins = sheet.tokens, sheet.lexicon.field_joins
    joined = False
    for i in range(find.last + 1, min(find.last + 1 + _FIELD, sheet.sentence_of[find.last].stop)):
        if tokens[i].lower in joins:
            joined = True
        elif sheet.marks(i) & Mark.TITLE and not sheet.marks(i) & Mark.HEAD:
            return joined and i > find.last + 2
        elif not sheet.marks(i) & Mark.MODIFIER:
            return False
    return False


def _is_common(sheet: Sheet, find: Find) -> bool:
    """A word in capitals, or the first of a sentence, that the text writes small elsewhere: "МҰНАЙ", "Тұман"."""
    if find.first != find.last or sheet.marks(find.first) & _NAME or find.kind == "person":
        return False
    token = sheet.tokens[find.first]
    if token.shape != "upper" and find.first not in sheet.opens:
        return False
    if len(token.text) <= _ACRONYM and token.shape == "upper":
        return False
    forms = {token.lower, *base_forms("kk", token.lower)}
    return not forms.isdisjoint(sheet.small_words) and not any(
        word.startswith(tuple(forms)) for word in sheet.large_words
    )


_ACRONYM = 2  # letters


def given_again(sheet: Sheet, finds: Sequence[Find]) -> list[Find]:
    """The finds, each place that is but the given name or surname of somebody named in full made that person's."""
    given: dict[str, Find] = {}
    found: list[Find] = []
    for find in finds:
        if find.form == "name" and find.kind == "person" and find.last > find.first:
            given.setdefault(sheet.tokens[find.first].lower, find)
            given.update((form, find) for form in forms_of(sheet, find.last) if _is_surname(sheet, find.last))
    for find in finds:
        owner = given.get(_bare(sheet, find.first, given)) if find.first == find.last else None
        if owner is None or find.kind != "place" or find.form != "name" or _is_land(sheet, find.last + 1):
            found.append(find)
        else:
            found.append(Find(find.first, find.last, "person", owner.rank, gender=owner.gender, also=owner.first))
    return found


def _is_surname(sheet: Sheet, index: int) -> bool:
    """Whether a word ends as only surnames do, which tell the gender: "Серіков", no "Өскен"."""
    return bool(sheet.marks(index) & Mark.ENDING) and sheet.words[index].gender in ("m", "f")


def _bare(sheet: Sheet, index: int, given: Mapping[str, Find]) -> str:
    """The given name of which a word is a form; else the word itself."""
    lower = sheet.tokens[index].lower
    return next((form for form in (lower, *base_forms("kk", lower)) if form in given), lower)


def _is_land(sheet: Sheet, index: int) -> bool:
    return index < len(sheet.tokens) and bool(sheet.marks(index) & Mark.PLACE_HEAD)


def people_apart(sheet: Sheet, finds: Sequence[Find]) -> list[Find]:
    """The finds, two people made of one name where a surname behind an initial is not the last: "Т.Айдын Серіковке"."""
    owners: dict[str, set[int]] = {}
    for find in finds:
        if find.kind == "person" and find.form == "name" and find.last > find.first:
            for form in forms_of(sheet, find.last):
                owners.setdefault(form, set()).add(find.first)
    found: list[Find] = []
    for find in (part for one in finds for part in _before_next(sheet, one, owners)):
        second = find.last
        two = find.kind == "person" and find.form == "name" and second > find.first
        if not two or not (_are_two(sheet, find.first, second) or _are_known(sheet, find, owners)):
            found.append(find)
            continue
        found.append(replace(find, last=second - 1))
        found.append(replace(find, first=second, gender=gender_of(sheet, second, second)))
    return found


def _before_next(sheet: Sheet, find: Find, owners: Mapping[str, set[int]]) -> list[Find]:
    """A name of three words without the last, where that is another's: a place with what is its, or somebody else.

    "Асқар Сапаров | Абай облыстық мәслихатына", "Асқар Сапаров | Данияровты айыптады": the case stands on the last word
    of a name; where the second has none, the third may be another's whom the text names in full elsewhere.
    """
    first, last = find.first, find.last
    if find.form != "name" or find.kind != "person" or find.key or last - first != _THREE - 1:
        return [find]
    plain = all(sheet.capitalised(i) and not sheet.initial(i) for i in range(first, last + 1))
    if not plain or any(sheet.marks(i) & Mark.PATRONYMIC for i in range(first, last + 1)):
        return [find]
    cases = [features("kk", sheet.tokens[i].lower) for i in range(first, last + 1)]
    bare = cases[1].case in ("", "nom") or sheet.marks(last - 1) & Mark.GIVEN
    known = sheet.marks(first) & (Mark.GIVEN | Mark.SURNAME | Mark.ENDING)
    followed = last + 1 < len(sheet.tokens) and _heads(sheet, last + 1)
    if bare and known and followed and not sheet.marks(last) & Mark.ENDING:
        return [replace(find, last=last - 1)]
    other = bare and sheet.marks(first) & Mark.GIVEN and cases[2].case in _OF_OBJECTS and cases[2].score >= _SURE
    told = any(owners.get(form, set()) - {first} for form in forms_of(sheet, last))
    if other and told and not sheet.marks(last - 1) & Mark.GIVEN:
        return [replace(find, last=last - 1), replace(find, first=last, gender=gender_of(sheet, last, last))]
    return [find]


def _heads(sheet: Sheet, index: int) -> bool:
    """Whether a word is the noun or adjective of what is named before it: "Абай | облыстық", "Сарқан | ауруханасын"."""
    token = sheet.tokens[index]
    if token.shape != "lower":
        return False
    if sheet.marks(index) & (Mark.PLACE_HEAD | Mark.HEAD | Mark.FACILITY_HEAD):
        return True
    return token.lower in sheet.lexicon.grammar["territorial"]


def _are_known(sheet: Sheet, find: Find, owners: Mapping[str, set[int]]) -> bool:
    """Whether two words are the surnames of two people whom the text names in full elsewhere: "Ержанов Серіковпен"."""
    if find.last != find.first + 1:
        return False
    first, last = (
        {owner for form in forms_of(sheet, i) for owner in owners.get(form, ())} - {find.first}
        for i in (find.first, find.last)
    )
    return bool(first) and bool(last) and first.isdisjoint(last)


def _are_two(sheet: Sheet, first: int, last: int) -> bool:
    """Whether a surname in the nominative behind an initial is followed by one in a case that is another's."""
    if last != first + 2 or not sheet.initial(first) or sheet.initial(first + 1) or not sheet.tight(first + 1):
        return False
    cases = [features("kk", sheet.tokens[i].lower).case for i in (first + 1, last)]
    return cases[0] in ("", "nom") and cases[1] not in ("", "nom") and bool(sheet.marks(last) & Mark.ENDING)
