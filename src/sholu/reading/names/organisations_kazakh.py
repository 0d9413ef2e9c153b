"""Institutions in Kazakh: the head noun comes last, with possession and case; everything else stands before it."""

from sholu.model.reading import EntityKind
from sholu.reading.languages.kazakh_data import kazakh_endings, kazakh_small_words
from sholu.reading.languages.morphology import features
from sholu.reading.names.belonging import country_of
from sholu.reading.names.finds import RANK, Find
from sholu.reading.names.lexicon import Mark
from sholu.reading.names.sheet import Sheet
from sholu.text.sentences import Sentence

_LONGEST = 12
_LONGEST_QUOTE = 80
_CASES = frozenset({"dat", "acc", "loc", "abl", "ins", "attr"})
_HEADS = Mark.HEAD | Mark.FACILITY_HEAD
_NAME = Mark.GIVEN | Mark.SURNAME | Mark.ENDING


def find_kazakh(sheet: Sheet) -> list[Find]:
    """All institutions with a name, and small ones that a place makes definite."""
    found: list[Find] = []
    for sentence in sheet.page.sentences:
        for index in range(sentence.first, sentence.stop):
            if not sheet.marks(index) & _HEADS or _goes_on(sheet, sentence, index):
                continue
            find = _at(sheet, sentence, index)
            if find is None:
                continue
            while found and found[-1].last >= find.first:
                found.pop()
            found.append(find)
    return found


def _not_in_names(sheet: Sheet, index: int) -> bool:
    marks = sheet.marks(index)
    return bool(marks & (Mark.OPENER | Mark.CALENDAR)) and not marks & Mark.MODIFIER


def _goes_on(sheet: Sheet, sentence: Sentence, index: int) -> bool:
    """Whether the name goes on: the next word is a head too, or a large one after a large one ("Орталық Азия")."""
    if index + 1 < sentence.stop and sheet.capitalised(index) and sheet.capitalised(index + 1):
        return True
    return index + 1 < sentence.stop and bool(sheet.marks(index + 1) & Mark.HEAD) and not sheet.capitalised(index + 1)


def _at(sheet: Sheet, sentence: Sentence, head: int) -> Find | None:
    tokens = sheet.tokens
    sector = sheet.words[head].sector
    sectors = (sector,) if sector and sector != "NGO" else ()
    quote = _quote_before(sheet, sentence, head)
    if quote is not None:
        return Find(quote, head, "organisation", RANK["quoted"], sector=sectors, head=tokens[head].lower)
    first = head if _stands_alone(sheet, sentence, head) else _left(sheet, sentence, head)
    first = _behind_person(sheet, sentence, first, head)
    while first < head and (not sheet.capitalised(first) or _not_in_names(sheet, first)):
        if first == head - 1 and _is_whose(sheet, first, head):
            break
        first += 1
    if first == head and not (sheet.capitalised(head) and (head not in sheet.opens or sheet.marks(head) & Mark.ALONE)):
        return None
    if first < head and first in sheet.opens and not _solid(sheet, first, head):
        return None
    kind: EntityKind = "organisation" if sheet.marks(head) & Mark.HEAD else "facility"
    return Find(
        first,
        head,
        kind,
        RANK["organisation"],
        country=country_of(sheet, first, head),
        sector=sectors,
        head=tokens[head].lower,
    )


def _is_whose(sheet: Sheet, index: int, head: int) -> bool:
    """Whether a title in capitals says whose a body in capitals is: "Президент Әкімшілігі"."""
    large = sheet.capitalised(index) and sheet.capitalised(head)
    return large and bool(sheet.marks(index) & Mark.TITLE) and _owned(sheet, head)


def _behind_person(sheet: Sheet, sentence: Sentence, first: int, head: int) -> int:
    """The first token behind somebody whom a title introduces: «төрағасы Виктор Штейнбах Арал ауданының әкімдігі».

    `head` where no large word is left: «бастығы Асан Қозыбақ қызметінен».
    """
    start = first
    while start > sentence.first and sheet.capitalised(start - 1):
        start -= 1
    before = start - 1
    introduced = (
        before >= sentence.first
        and sheet.tokens[before].shape == "lower"
        and (sheet.marks(before) & Mark.TITLE or sheet.tokens[before].lower in sheet.lexicon.grammar["being"])
    )
    if not introduced or sheet.marks(start) & _NO_PERSON or start in sheet.place_tokens:
        return first
    if start + 1 >= head or not sheet.capitalised(start + 1) or sheet.marks(start + 1) & _NO_PERSON:
        return first
    if not (start < head and sheet.capitalised(start)) or start + 1 in sheet.place_tokens:
        return first
    return max(first, min(start + 2, head))


_NO_PERSON = Mark.MODIFIER | Mark.HEAD | Mark.PLACE_HEAD | Mark.FACILITY_HEAD | Mark.COMMON


def _stands_alone(sheet: Sheet, sentence: Sentence, head: int) -> bool:
    """Whether the name before the head is not the head's: the head lacks the ending that would say so.

    "Тарлан Бейбіт үкіметтен" is a person who wants something from the government.
    """
    before = head - 1
    if before < sentence.first or not sheet.capitalised(before) or _owned(sheet, head):
        return False
    if sheet.marks(before) & (Mark.MODIFIER | Mark.HEAD) or sheet.tokens[head].shape == "upper":
        return False
    return bool(sheet.marks(head) & Mark.ALONE) or not sheet.capitalised(head)


def _left(sheet: Sheet, sentence: Sentence, head: int) -> int:
    """The first token of the words before the head that may belong to the name."""
    first = head
    while first > sentence.first and head - first < _LONGEST:
        before = first - 1
        token, marks = sheet.tokens[before], sheet.marks(before)
        listed = before - 1 in sheet.place_tokens
        if token.text == "," and first < head and before > sentence.first and not listed and _fits(sheet, before - 1):
            first = before
            continue
        if token.shape in ("mark", "number", "url"):
            break
        if marks & Mark.TITLE and (not (before == head - 1 and sheet.capitalised(before)) or _owned(sheet, before)):
            break
        if _parted(sheet, before, first, head):
            break
        person = marks & _NAME and not marks & (Mark.COMMON | Mark.MODIFIER) and before not in sheet.place_tokens
        honoured = sheet.tokens[first].lower in kazakh_small_words("named_after")  # "Сәтбаев атындағы институт"
        if person and sheet.capitalised(before) and not honoured:
            break
        if not _fits(sheet, before):
            break
        first = before
    return first


def _parted(sheet: Sheet, before: int, first: int, head: int) -> bool:
    """Whether a word belongs to something else than the words behind it: it has a case, or is a whole name itself.

    "Алматыда полиция" is no police of Almaty, and "комиссия Мәжіліс сайлауын" no one body.
    """
    token = sheet.tokens[before]
    case = features("kk", token.text).case
    told = token.shape == "lower" or sheet.somewhere(before)
    if case in _CASES and told and not sheet.marks(before) & Mark.MODIFIER:
        return True
    if token.lower in sheet.lexicon.grammar["joins"]:
        listed = before - 1 in sheet.place_tokens or sheet.marks(before - 1) & Mark.HEAD
        return bool(listed) and not sheet.marks(before - 1) & Mark.MODIFIER
    whole = sheet.marks(before) & Mark.HEAD and _owned(sheet, before) and case == "nom"
    if whole and features("kk", token.lower).lemma == features("kk", sheet.tokens[head].lower).lemma:
        return True  # "ақпарат агенттігі жемқорлыққа қарсы агенттікке сілтеме жасап"
    return bool(whole) and sheet.capitalised(first) and (first in sheet.place_tokens or not _owned(sheet, head))


def _owned(sheet: Sheet, index: int) -> bool:
    """Whether a word has the ending of what something before it owns: "комиссиясы", "президентінің"."""
    lower = sheet.tokens[index].lower
    base = features("kk", lower).lemma
    return lower != base and lower[len(base) :].startswith(kazakh_endings("owned_by_name"))


def _fits(sheet: Sheet, index: int) -> bool:
    """A capitalised word, a word that institutions are called with, "and"."""
    marks = sheet.marks(index)
    if sheet.capitalised(index) or marks & (Mark.MODIFIER | Mark.HEAD) or index in sheet.place_tokens:
        return True
    if marks & Mark.PLACE_HEAD and index - 1 in sheet.place_tokens:
        return True  # "Шымкент қаласы полиция департаменті"
    token = sheet.tokens[index]
    return token.lower in sheet.lexicon.grammar["joins"] or (
        token.shape == "lower" and token.lower.endswith(sheet.lexicon.modifier_endings) and not marks & Mark.TITLE
    )


def _solid(sheet: Sheet, first: int, head: int) -> bool:
    """Whether the words between a sentence's first one and the head tie the two together."""
    marks = sheet.marks(first)
    return (
        bool(marks & Mark.MODIFIER)
        or first in sheet.place_tokens
        or sheet.tokens[first + 1].lower in sheet.lexicon.grammar["territorial"]
        or any(sheet.capitalised(i) for i in range(first + 1, head + 1))
    )


def _quote_before(sheet: Sheet, sentence: Sentence, head: int) -> int | None:
    """«Нұр Астана» партиясы: first token of a short quotation right before the head, or before "АҚ" and the like."""
    before = head - 1
    while before > sentence.first and sheet.marks(before) & Mark.HEAD and sheet.tokens[before].shape == "upper":
        before -= 1
    loud = sheet.tokens[head].shape == "upper" or before < head - 1
    if before < sentence.first or sheet.tokens[before].text not in '»”"' or not (loud or _owned(sheet, head)):
        return None  # "«Шолу» сот процесін баяндайды"
    end = sheet.tokens[before].end
    for quote in sheet.page.quotes:
        if (
            quote.outer.end == end
            and end - quote.outer.start <= _LONGEST_QUOTE
            and sheet.page.text[quote.inner.start].isupper()
        ):
            return sheet.page.token_range(quote.outer)[0]
    return None
