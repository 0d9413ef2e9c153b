"""People: runs of capitals that titles, given names, surname endings, initials and patronymics tell to be somebody."""

from collections.abc import Collection, Iterator

from sholu.reading.languages.kazakh_data import kazakh_endings
from sholu.reading.languages.morphology import features, readings
from sholu.reading.names.finds import RANK, Find
from sholu.reading.names.lexicon import Mark
from sholu.reading.names.second import Second
from sholu.reading.names.sheet import Sheet
from sholu.reading.names.weighing import ENOUGH, weigh
from sholu.reading.places.adjectives import country_word
from sholu.text.sentences import Sentence

_NAME = Mark.GIVEN | Mark.SURNAME | Mark.ENDING | Mark.PATRONYMIC
_OF_PLACES = frozenset({"loc", "abl", "ins", "attr"})
"""Cases in which people are seldom named first."""
_STOP = Mark.TITLE | Mark.CALENDAR


def find_people(sheet: Sheet, taken: Collection[int], second: Second | None = None) -> list[Find]:
    """All named people outside the tokens in `taken`."""
    found: list[Find] = []
    for sentence in sheet.page.sentences:
        for first, last in sheet.runs(sentence):
            for start, end in _pieces(sheet, first, last, taken):
                find = _person(sheet, sentence, start, end, second)
                if find is not None:
                    found.append(find)
    return found


def _pieces(sheet: Sheet, first: int, last: int, taken: Collection[int]) -> Iterator[tuple[int, int]]:
    """The run cut at titles, taken tokens, calendar words, adjectives of countries, and words that open sentences."""
    start = first
    for index in range(first, last + 1):
        if index < start:
            continue
        if index in taken or _cuts(sheet, index, start, last):
            if start < index:
                yield start, index - 1
            start = max(start, sheet.places[index][0] if index in sheet.places else index) + 1
        elif start < index and _is_another(sheet, index, start):
            yield start, index - 1
            start = index if _is_surname(sheet, index) else index + 1
    if start <= last:
        yield start, last


def _cuts(sheet: Sheet, index: int, start: int, last: int) -> bool:
    marks = sheet.marks(index)
    if index in sheet.adjectives or two_countries(sheet, index):
        return True
    if sheet.lexicon.tag == "en" and index == start and index < last and sheet.tokens[index].text[0].islower():
        return "-" in sheet.tokens[index].text  # "post-Soviet Ruritania"
    if not sheet.capitalised(index):
        return False
    if any(letter.isdigit() for letter in sheet.tokens[index].text):
        return True  # "ТЭЦ-3"
    if _many_in_office(sheet, index):
        return True
    if marks & _STOP and not (start < index == last and sheet.tokens[index].lower in sheet.lexicon.grammar["ranks"]):
        # "Juan King", "Judge": a title word behind a given name is the surname.
        behind_given = index > start and index == last and bool(sheet.marks(index - 1) & Mark.GIVEN)
        before_name = marks & Mark.GIVEN and index < last and bool(sheet.marks(index + 1) & _NAME)
        return not (behind_given or (before_name and not marks & Mark.TITLE))
    if index < last and _is_abbreviation(sheet, index) and sheet.marks(index + 1) & Mark.GIVEN:
        return True
    if index > start and _closes_field(sheet, index, last):
        return True
    if marks & Mark.OPENER and (index == start or index in sheet.opens):
        return not marks & Mark.GIVEN or index + 1 > last
    if marks & Mark.GEO and not marks & _NAME:
        return not (marks & Mark.PARTICLE and start < index < last)  # «Винсент Ван Гог»
    if index in sheet.places:
        return _is_place_only(sheet, index, start, last)
    kazakh = sheet.lexicon.tag == "kk" and not marks & (Mark.GIVEN | Mark.SURNAME)
    if kazakh and (marks & (Mark.LEGAL_HEAD | Mark.MODIFIER) or _ordinary_base(sheet, index)):
        return True  # "Президент Жарлығы", "Энергетика министрі", "Жолдауын"
    if kazakh and features("kk", sheet.tokens[index].text).case == "attr":
        return True  # "Асан Серіков Тараздағы жиында"
    return bool(marks & Mark.HEAD) and not marks & _NAME


def _is_another(sheet: Sheet, index: int, start: int) -> bool:
    """Kazakh: what stands right behind a surname, be it one itself or "Асан Серіков Таразға", is of somebody else."""
    if sheet.lexicon.tag != "kk" or not _is_surname(sheet, index - 1):
        return False
    if _is_surname(sheet, index):
        return True
    whole = index - 2 >= start and sheet.marks(index - 2) & Mark.GIVEN
    return bool(whole) and not sheet.marks(index) & _NAME


def _is_surname(sheet: Sheet, index: int) -> bool:
    """Whether a word, its case aside, ends as surnames do and is no given name."""
    marks, lower = sheet.marks(index), sheet.tokens[index].lower
    if marks & (Mark.GIVEN | Mark.PATRONYMIC) or sheet.initial(index):
        return False
    return features("kk", lower).lemma.endswith(kazakh_endings("surname"))


def _closes_field(sheet: Sheet, index: int, last: int) -> bool:
    """English: "for Asian Affairs Donald Lu": an ordinary word in capitals that a given name and another follow."""
    if sheet.lexicon.tag != "en" or index + 2 > last or not _only_common(sheet, index):
        return False
    follows = sheet.marks(index + 1)
    return bool(follows & Mark.GIVEN) and not follows & Mark.COMMON and not sheet.marks(index - 1) & Mark.GIVEN


def _ordinary_base(sheet: Sheet, index: int) -> bool:
    """Whether a Kazakh word is a form of an ordinary one."""
    lower = sheet.tokens[index].lower
    base = features("kk", lower).lemma
    return base != lower and bool(sheet.lexicon.capital(base).marks & Mark.COMMON)


def two_countries(sheet: Sheet, index: int) -> bool:
    """ "Kazakh-Russian": an adjective of two countries."""
    text = sheet.tokens[index].lower
    return "-" in text and all(country_word(sheet.lexicon.tag, part) for part in text.split("-"))


def _is_abbreviation(sheet: Sheet, index: int) -> bool:
    """ "СКО Кумар ...": two or three capitals before a given name belong to what somebody is of."""
    token = sheet.tokens[index]
    loud = sheet.sentence_of[index].i in sheet.shouting or sheet.initial(index)
    return sheet.lexicon.tag == "ru" and token.shape == "upper" and 2 <= len(token.text) <= 4 and not loud


def _is_place_only(sheet: Sheet, index: int, start: int, last: int) -> bool:
    """Whether a place's name in a run is that place, and not part of somebody's name ("Jack London")."""
    end = sheet.places[index][0]
    if sheet.lexicon.tag != "en":
        return end > index or not _inside_name(sheet, index, start, last)
    marks = sheet.marks(index)
    before = sheet.marks(index - 1) if index > start else 0
    if end > index:
        return not before & Mark.GIVEN
    if before & Mark.GIVEN or (index > start and sheet.initial(index - 1)):
        return False
    if index < last and marks & Mark.GIVEN:
        after = sheet.marks(index + 1)
        return bool(after & (Mark.HEAD | Mark.TITLE | Mark.CALENDAR)) or index + 1 in sheet.places
    return not (index == start and index < last and bool(sheet.marks(index + 1) & (Mark.ENDING | Mark.PATRONYMIC)))


def _inside_name(sheet: Sheet, index: int, start: int, last: int) -> bool:
    """Russian and Kazakh: a place's name behind a given name or an initial, or between two other large words."""
    if index == start:
        return False
    before = sheet.marks(index - 1)
    if sheet.initial(index - 1) or (before & Mark.GIVEN and not before & Mark.ENDING and index - 1 == start):
        return sheet.lexicon.tag == "ru" or bool(sheet.marks(index) & Mark.ENDING)
    return sheet.lexicon.tag == "ru" and index < last and not before & (Mark.COMMON | Mark.ENDING)


def _person(sheet: Sheet, sentence: Sentence, first: int, last: int, second: Second | None) -> Find | None:
    while first <= last and not sheet.capitalised(first):
        first += 1
    while last >= first and not sheet.capitalised(last):
        last -= 1
    while first < last and sheet.lexicon.tag == "kk" and _carries_case(sheet, first):
        first += 1
    if first < last and sheet.region_adjective(last):
        last -= 1
    if first < last and first in sheet.opens and _only_common(sheet, first) and _surname_only(sheet, first + 1):
        first += 1
    while first < last and _only_common(sheet, first) and (sheet.marks(first + 1) & Mark.GIVEN or last - first > 1):
        first += 1
    if first > last or last - first > 6 or (sheet.foreign(first) and not _in_brackets(sheet, first)):
        return None
    points, titled = weigh(sheet, sentence, first, last)
    if second is not None:
        points += second.person(first, last)
    if points < ENOUGH:
        return None
    rank = RANK["titled"] if titled else RANK["person"]
    gender = gender_of(sheet, first, last)
    return Find(first, last, "person", rank, gender=gender, confidence=round(min(0.97, 0.6 + 0.06 * points), 3))


def _many_in_office(sheet: Sheet, index: int) -> bool:
    """Russian: «Акимов Алгинского и Мартукского районов»: those in an office, not a man of the name."""
    lower = sheet.tokens[index].lower
    if sheet.lexicon.tag != "ru" or index not in sheet.opens or not lower.endswith("ов"):
        return False
    return index + 1 in sheet.place_tokens and bool(sheet.lexicon.word(lower.removesuffix("ов")).marks & Mark.TITLE)


def _carries_case(sheet: Sheet, index: int) -> bool:
    """Kazakh puts the case on the last word of a name: a word in a case before it belongs to something else."""
    form = features("kk", sheet.tokens[index].lower)
    if form.case in ("", "nom") or sheet.marks(index) & Mark.GIVEN:
        return False
    if form.case in _OF_PLACES and len(sheet.tokens[index].text) > 1:
        known = sheet.lexicon.capital(form.lemma).marks & ~Mark.SURNAME
        return bool(known) or index in sheet.place_tokens or form.lemma in sheet.place_words  # not «Камалиддин»
    return True


def _surname_only(sheet: Sheet, index: int) -> bool:
    """Russian: "Задержание Петрова": a surname that is no other word."""
    marks = sheet.marks(index)
    return sheet.lexicon.tag == "ru" and bool(marks & Mark.ENDING) and not marks & (Mark.COMMON | Mark.GIVEN)


def _in_brackets(sheet: Sheet, first: int) -> bool:
    return first > 0 and sheet.tokens[first - 1].text == "("


def _only_common(sheet: Sheet, index: int) -> bool:
    """Whether the word is an ordinary one that no name begins with ("Adviser", "State")."""
    marks = sheet.marks(index)
    return bool(marks & Mark.COMMON) and not marks & _NAME and not sheet.initial(index)


def gender_of(sheet: Sheet, first: int, last: int) -> str | None:
    """Gender by the patronymic, the given name, the surname, or the title before."""
    words = [sheet.words[i] for i in range(first, last + 1) if sheet.words[i].gender in ("m", "f")]
    for mark in (Mark.PATRONYMIC, Mark.ENDING, Mark.GIVEN):
        for word in words:
            if word.marks & mark and not (mark == Mark.GIVEN and word.marks & Mark.COMMON and len(words) > 1):
                return word.gender
    return told_gender(sheet, first, last)


def told_gender(sheet: Sheet, first: int, last: int) -> str | None:
    """Gender by the title before a name, or by a verb in the past right beside it, where verbs tell it (Russian)."""
    before = first - 2 if first > 1 and sheet.tokens[first - 1].text == "." else first - 1
    told = sheet.words[before] if before >= 0 else None
    if told is not None and told.marks & Mark.TITLE and told.gender in ("m", "f"):
        return told.gender
    before = first - 1
    while before > 0 and first - before < 5 and _describes(sheet, before):
        if _is_woman(sheet, before):
            return "f"
        before -= 1
    for index in (last + 1, before) if _may_act(sheet, last) else ():
        if 0 <= index < len(sheet.tokens) and sheet.marks(index) & Mark.PERSON_VERB:
            lower = sheet.tokens[index].lower
            for gender, key in (("f", "feminine_verbs"), ("m", "masculine_verbs")):
                if lower.endswith(tuple(sheet.lexicon.grammar[key])):
                    return gender
    return None


def _may_act(sheet: Sheet, last: int) -> bool:
    """Russian: whether a name may be in the nominative: of «Седову ответила Крутова» the first is not she."""
    if sheet.lexicon.tag != "ru":
        return True
    forms = readings("ru", sheet.tokens[last].lower)
    return not forms or any(form.case in ("", "nom") for form in forms)


def _describes(sheet: Sheet, index: int) -> bool:
    """Whether a word before a name may say who it is: a title, a noun for women, or what they are of."""
    marks = sheet.marks(index)
    of_somewhere = index in sheet.place_tokens or (sheet.capitalised(index) and not marks & _NAME)
    return of_somewhere or bool(marks & (Mark.TITLE | Mark.MODIFIER | Mark.HEAD)) or _is_woman(sheet, index)


def _is_woman(sheet: Sheet, index: int) -> bool:
    """Russian: «жительница», «учительница»: a noun in small letters for women only."""
    token = sheet.tokens[index]
    if sheet.lexicon.tag != "ru" or token.shape != "lower":
        return False
    return any(
        form.part == "noun" and form.known and form.animate and form.gender == "feminine" and form.case == "nom"
        for form in readings("ru", token.lower)
    )
