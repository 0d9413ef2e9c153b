"""Institutions in Russian: a head noun in any case, adjectives before it, genitives and other names behind it."""

from sholu.model.reading import EntityKind
from sholu.reading.languages.morphology import base_forms, readings
from sholu.reading.names.belonging import country_of
from sholu.reading.names.finds import RANK, Find
from sholu.reading.names.lexicon import Mark
from sholu.reading.names.purposes import against, bearer_of, for_what, is_adjective
from sholu.reading.names.sheet import Sheet
from sholu.text.sentences import Sentence

_LONGEST_QUOTE = 80
_OPENING = frozenset('«"“„')
_HEADS = Mark.HEAD | Mark.FACILITY_HEAD


def find_russian(sheet: Sheet) -> list[Find]:
    """All institutions with a name, and small ones that a country or a place makes definite."""
    found: list[Find] = []
    for sentence in sheet.page.sentences:
        index = sentence.first
        while index < sentence.stop:
            find = _at(sheet, sentence, index) if sheet.marks(index) & _HEADS else None
            if find is not None and (not found or find.first > found[-1].last):
                found.append(find)
                index = find.last
            index += 1
    return found


def _at(sheet: Sheet, sentence: Sentence, head: int) -> Find | None:
    first = _left(sheet, sentence, head)
    last, quoted = _right(sheet, sentence, head)
    if any(sheet.places[i][0] >= last for i in range(first, head + 1) if i in sheet.places):
        return None  # "Российская Федерация"
    if quoted and sheet.words[head].sector == "JRN":
        return None  # газета «X»: the outlet is X
    if sheet.marks(head) & Mark.OUTLET_HEAD and last > head and sheet.foreign(head + 1) and sheet.capitalised(head + 1):
        return Find(head + 1, last, "outlet", RANK["quoted"], sector=("JRN",))  # издание ORDA
    if not sheet.marks(head) & Mark.HEAD and not quoted and _are_several(sheet, head):
        return None  # «комитет по охране памятников Седова»
    named = quoted or _named(sheet, first, head, last)
    if not named:
        return _small(sheet, first, head, last)
    sector = sheet.words[head].sector
    sectors = (sector,) if sector and sector != "NGO" else ()
    rank = RANK["quoted"] if quoted else RANK["organisation"]
    kind: EntityKind = "organisation" if sheet.marks(head) & Mark.HEAD else "facility"
    bare = kind == "facility" and first == head < last and sheet.tokens[head].shape == "lower"
    if bare and not quoted and sheet.capitalised(head + 1) and not _is_genitive_place(sheet, head + 1):
        first = head + 1  # «порт Умм-Каср»: the noun says only what it is
    if quoted and first == head and sheet.marks(head) & Mark.VESSEL and sheet.tokens[head + 1].text in _OPENING:
        first, last = head + 2, last - 1  # «паром «Нил»»
    return Find(
        first, last, kind, rank, country=country_of(sheet, first, last), sector=sectors, head=sheet.tokens[head].lower
    )


def _are_several(sheet: Sheet, head: int) -> bool:
    """Whether a noun in small letters can only be plural."""
    forms = [form for form in readings("ru", sheet.tokens[head].lower) if form.part == "noun"]
    return sheet.tokens[head].shape == "lower" and bool(forms) and all(form.number == "plural" for form in forms)


def _is_genitive_place(sheet: Sheet, index: int) -> bool:
    """Whether a known place stands in the genitive, as the owner of what is before it: «порта Гданьска»."""
    if index not in sheet.places:
        return False
    lower = sheet.tokens[index].lower
    return base_forms("ru", lower)[0] != lower or lower.endswith(_PLURAL)


_PLURAL = ("ов", "ев", "ей")


def _left(sheet: Sheet, sentence: Sentence, head: int) -> int:
    """Where the adjectives before the head begin."""
    first = head
    while first > sentence.first:
        token = sheet.tokens[first - 1]
        if token.shape == "mark" or not is_adjective(sheet, first - 1):
            break
        marks = sheet.marks(first - 1)
        if marks & (Mark.TITLE | Mark.OPENER | Mark.CALENDAR) and not marks & Mark.MODIFIER:
            break
        large = sheet.capitalised(first - 1)
        if not (large or marks & Mark.MODIFIER or first - 1 in sheet.adjectives):
            break
        if (
            large
            and marks & (Mark.GIVEN | Mark.SURNAME | Mark.ENDING)
            and not marks & Mark.COMMON
            and first - 1 not in sheet.adjectives
            and not (first < head and sheet.marks(first) & Mark.MODIFIER)  # "Медеуский районный суд"
            and not _of_a_place(sheet, sentence, first - 1, head)
        ):
            break
        first -= 1
    return first


def _of_a_place(sheet: Sheet, sentence: Sentence, index: int, head: int) -> bool:
    """«Хорогская ГЭС»: an adjective that may be a surname by its ending, but agrees with the head and is nobody's."""
    before = index - 1
    if before >= sentence.first and sheet.capitalised(before) and not _only_opens(sheet, before):
        return False
    lower = sheet.tokens[index].lower
    if not lower.endswith((*sheet.lexicon.adjectival, *_NOMINATIVE)) or not any(
        form.part == "adjective" for form in readings("ru", lower)
    ):
        return False
    heads = {(form.case, form.gender) for form in readings("ru", sheet.tokens[head].lower) if form.part == "noun"}
    return sheet.tokens[head].shape == "upper" or any(
        (form.case, form.gender) in heads for form in readings("ru", lower) if form.part == "adjective"
    )


def _only_opens(sheet: Sheet, index: int) -> bool:
    """Whether a word has its capital only because a sentence begins with it: «Закрыта Хорогская ГЭС»."""
    first = readings("ru", sheet.tokens[index].lower)[0]
    return index in sheet.opens and bool(sheet.marks(index) & Mark.OPENER or (first.known and not first.kind))


_NOMINATIVE = ("ская", "цкая", "ский", "цкий", "ское", "цкое")


def _right(sheet: Sheet, sentence: Sentence, head: int) -> tuple[int, bool]:
    """Last token of what follows the head and belongs to its name, and whether a quoted name is among it."""
    last, quoted = head, False
    while last + 1 < sentence.stop:
        step = _step(sheet, sentence, last, head)
        if step is None:
            break
        quoted = quoted or sheet.tokens[step].text in '»”"“'
        last = step
        if quoted:
            break
    while last > head and not quoted and is_adjective(sheet, last):
        if sheet.tokens[last].shape != "lower" and not _is_of_next(sheet, sentence, last):
            break
        last -= 1
    return last, quoted


def _is_of_next(sheet: Sheet, sentence: Sentence, index: int) -> bool:
    """«группы Верховной Рады»: an adjective written large of the body behind it, which has a name of its own."""
    after = index + 1
    return after < sentence.stop and sheet.capitalised(after) and bool(sheet.marks(after) & Mark.HEAD)


def _step(sheet: Sheet, sentence: Sentence, last: int, head: int) -> int | None:
    """The last token of the next piece of the name, None where the name ends."""
    index = last + 1
    token, marks = sheet.tokens[index], sheet.marks(index)
    grammar = sheet.lexicon.grammar
    if sheet.line_break(index):
        return None
    if token.text in '«"“„':
        return _quote_end(sheet, index)
    if token.lower in grammar["called_after"] and (bearer := bearer_of(sheet, sentence, index)) is not None:
        return bearer
    if token.text == "№" and index + 1 < sentence.stop and sheet.tokens[index + 1].shape == "number":
        return index + 1
    if token.shape == "mark" or token.shape == "number":
        return None
    if index in sheet.places:
        return sheet.places[index][0]
    if token.lower in grammar["joins"] or token.lower in grammar["of"]:
        field = for_what(sheet, sentence, index) if token.lower in grammar["concerning"] else None
        goes_on = last > head or token.lower in grammar["of"]
        return field or (_joined(sheet, sentence, index) if goes_on else None)
    if marks & Mark.HEAD and token.shape == "lower" and last > head and is_adjective(sheet, last):
        return index  # "пресс-служба Пограничной службы"
    if marks & Mark.MODIFIER and (marks & Mark.COMMON or not sheet.capitalised(index)):
        return index
    if marks & Mark.HEAD and not marks & Mark.TITLE and last == head and _is_of_body(sheet, head, index):
        return index
    if (
        token.lower.endswith(sheet.lexicon.genitive_endings)
        and index + 1 < sentence.stop
        and not marks & (Mark.TITLE | Mark.OPENER)
    ):
        following = sheet.marks(index + 1)
        if following & Mark.MODIFIER or index in sheet.adjectives or index + 1 in sheet.places:
            return index + 1 if following & Mark.MODIFIER or index + 1 in sheet.places else index
    if _of_what(sheet, index, last, head) or _of_where(sheet, sentence, index, last, head):
        return index
    if sheet.capitalised(index) and last == head and not _of_state(sheet, head):
        told = sheet.tokens[head].shape == "lower" and sheet.capitalised(head - 1) and is_adjective(sheet, head - 1)
        return None if told and head > sentence.first else _foreign(sheet, sentence, index)  # «Тараклийской тюрьмы X»
    return None


def _is_of_body(sheet: Sheet, head: int, index: int) -> bool:
    """«Таласского отдела милиции»: a body in the genitive behind a head with an adjective written large."""
    if sheet.tokens[index].shape != "lower" or not head or not sheet.capitalised(head - 1):
        return False
    if index + 1 < len(sheet.tokens) and sheet.tokens[index + 1].text in '«"“„':
        return False
    forms = readings("ru", sheet.tokens[index].lower)
    return is_adjective(sheet, head - 1) and any(form.case == "gen" and form.part == "noun" for form in forms)


def _of_state(sheet: Sheet, head: int) -> bool:
    """Whether a head in small letters is a body that has no name of its own: whoever follows is its member."""
    return sheet.words[head].sector in _STATE and sheet.tokens[head].shape == "lower"


_STATE = frozenset({"LEG", "JUD"})


def _of_what(sheet: Sheet, index: int, last: int, head: int) -> bool:
    """ "Министерство садов и огородов": a small noun in the genitive behind a large head, or what leads up to it."""
    if not sheet.capitalised(head) or sheet.tokens[index].shape != "lower" or sheet.marks(index) & Mark.OPENER:
        return False
    if last > head and not is_adjective(sheet, last):
        return False
    return any(
        form.case == "gen" and form.part in ("noun", "adjective") for form in readings("ru", sheet.tokens[index].lower)
    )


def _of_where(sheet: Sheet, sentence: Sentence, index: int, last: int, head: int) -> bool:
    """«Союз врачей Кордофана»: behind the noun that says of what a body is, the unknown place whose it is."""
    if last == head or not sheet.capitalised(head) or sheet.tokens[last].shape != "lower":
        return False
    if is_adjective(sheet, last) or sheet.tokens[index].shape not in ("title", "mixed"):
        return False
    if index + 1 < sentence.stop and sheet.capitalised(index + 1):
        return False
    somebody = Mark.GIVEN | Mark.SURNAME | Mark.ENDING | Mark.PATRONYMIC | Mark.TITLE | Mark.COMMON | Mark.CALENDAR
    return sheet.tokens[index].lower.endswith(_GENITIVE) and not sheet.marks(index) & somebody


_GENITIVE = ("а", "я", "ы", "и", "у")


def _joined(sheet: Sheet, sentence: Sentence, index: int) -> int | None:
    """ "по делам ...", "и торговли": one more word behind a joining word, if institutions are called so."""
    following = index + 1
    if following >= sentence.stop:
        return None
    if sheet.marks(following) & Mark.MODIFIER:
        return against(sheet, sentence, following)
    if following in sheet.places and _is_of_places(sheet, index):
        return sheet.places[following][0]
    if sheet.tokens[index].lower in sheet.lexicon.grammar["joins"] and sheet.tokens[index - 1].shape == "lower":
        forms = readings("ru", sheet.tokens[following].lower)
        genitive = any(form.part == "noun" and form.case == "gen" for form in forms)
        if sheet.tokens[following].shape == "lower" and genitive:
            return following
    return None


def _is_of_places(sheet: Sheet, join: int) -> bool:
    """«по развитию Дальнего Востока и Арктики»: whether the name of a place before «и» is what a body works for."""
    if sheet.tokens[join].lower not in sheet.lexicon.grammar["joins"]:
        return False
    first = next((i for i in range(join - 1, max(0, join - 4), -1) if i in sheet.places), None)
    if first is None or sheet.places[first][0] != join - 1 or not first:
        return False
    return sheet.tokens[first - 1].lower.startswith(sheet.lexicon.working_for)


def _foreign(sheet: Sheet, sentence: Sentence, index: int) -> int | None:
    """A run of capitals behind the head that is no person: "компания Google", "банк ВТБ"."""
    last = index
    while last + 1 < sentence.stop and sheet.capitalised(last + 1) and not sheet.line_break(last + 1):
        if sheet.tokens[index].shape == "upper" and sheet.marks(last + 1) & Mark.GIVEN:
            break  # "глава МИД РФ Иван Петров"
        last += 1
    names = Mark.GIVEN | Mark.PATRONYMIC | Mark.TITLE | Mark.CALENDAR | Mark.OPENER
    if sheet.marks(index) & names or sheet.initial(index) or sheet.marks(last) & Mark.PATRONYMIC:
        return None
    if last > index and sheet.marks(last) & (Mark.SURNAME | Mark.ENDING) and sheet.tokens[index].shape == "title":
        return None
    return last


def _quote_end(sheet: Sheet, index: int) -> int | None:
    start = sheet.tokens[index].start
    for quote in sheet.page.quotes:
        if quote.outer.start == start:
            inside = sheet.page.text[quote.inner.start]
            if quote.outer.end - start > _LONGEST_QUOTE or not (inside.isupper() or inside.isdigit()):
                return None
            return sheet.page.token_range(quote.outer)[1] - 1
    return None


def _named(sheet: Sheet, first: int, head: int, last: int) -> bool:
    """Whether a capital other than a sentence's first letter makes the words a name."""
    if sheet.tokens[last].shape == "number":
        return True
    for index in range(first, last + 1):
        if sheet.capitalised(index) and index not in sheet.opens:
            return True
    text = sheet.tokens[head].text
    if sum(letter.isupper() for letter in text) >= 2:
        return True
    if first < head and sheet.capitalised(first) and _is_of_somewhere(sheet, first):
        return True  # «Пусанский окружной суд» that opens a sentence
    return first in sheet.opens and last > head + 1 and sheet.capitalised(first)


def _is_of_somewhere(sheet: Sheet, index: int) -> bool:
    """Whether an adjective is one of a place that is no country: of a town, or one that no dictionary has."""
    if index in sheet.adjectives:
        return False
    lower = sheet.tokens[index].lower
    if index in sheet.towns:
        return True
    return lower.endswith(sheet.lexicon.adjectival) and not any(form.known for form in readings("ru", lower))


def _small(sheet: Sheet, first: int, head: int, last: int) -> Find | None:
    """ "киргизский парламент", "суд в Шымкенте", "министерство внутренних дел": definite without a capital."""
    if not sheet.marks(head) & Mark.SMALL_HEAD:
        return None
    country = country_of(sheet, first, last)
    if (
        country is None
        and head + 2 < len(sheet.tokens)
        and sheet.tokens[head + 1].lower in sheet.lexicon.grammar["seated"]
        and head + 2 in sheet.places
    ):
        last, country = sheet.places[head + 2]
    if country is None and last == head:
        return None
    sector = sheet.words[head].sector
    return Find(
        first,
        last,
        "organisation",
        RANK["organisation"] - 1,
        form="nominal",
        country=country,
        sector=(sector,) if sector and sector != "NGO" else (),
        head=sheet.tokens[head].lower,
        confidence=0.75,
    )
