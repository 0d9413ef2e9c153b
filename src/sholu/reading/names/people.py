"""People: runs of capitals that titles, given names, surname endings, initials and patronymics tell to be somebody."""

from collections.abc import Collection, Iterator

from sholu.reading.names.finds import RANK, Find
from sholu.reading.names.lexicon import Mark
from sholu.reading.names.sheet import Sheet
from sholu.text.sentences import Sentence

_NAME = int(Mark.GIVEN | Mark.SURNAME | Mark.ENDING | Mark.PATRONYMIC)
_STOP = int(Mark.TITLE | Mark.CALENDAR)
ENOUGH = 1.5
"""Points from which a run is somebody's name."""

# Points for and against, set by hand on English, Russian and Kazakh news.
_POINTS = {
    "given": 3.0, "given_common": 1.5, "given_later": 1.0, "surname": 1.5, "surname_common": 0.5, "ending": 2.0, "patronymic": 3.0,
    "initial": 3.0, "title": 2.5, "honorific": 4.0, "verb": 1.5, "alone": -1.5, "unknown_pair": 1.5, "common": -2.0,
    "long": -1.0, "place": -2.0, "opens": -1.0, "large": -1.5, "capitals": -3.0, "article": -3.0, "bare": 1.5,
}  # fmt: skip


def find_people(sheet: Sheet, taken: Collection[int]) -> list[Find]:
    """All named people outside the tokens in `taken`."""
    found: list[Find] = []
    for sentence in sheet.page.sentences:
        for first, last in sheet.runs(sentence):
            for start, end in _pieces(sheet, first, last, taken):
                find = _person(sheet, sentence, start, end)
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
    if start <= last:
        yield start, last


def _cuts(sheet: Sheet, index: int, start: int, last: int) -> bool:
    marks = sheet.marks(index)
    if index in sheet.adjectives:
        return True
    if not sheet.capitalised(index):
        return False
    if marks & _STOP:
        # "Juan King", "Judge": a title word behind a given name is the surname.
        behind_given = index > start and index == last and bool(sheet.marks(index - 1) & Mark.GIVEN)
        before_name = marks & Mark.GIVEN and index < last and bool(sheet.marks(index + 1) & _NAME)
        return not (behind_given or (before_name and not marks & Mark.TITLE))
    if marks & Mark.OPENER and (index == start or index in sheet.opens):
        return not marks & Mark.GIVEN or index + 1 > last
    if marks & Mark.GEO and not marks & _NAME:
        return True
    if index in sheet.places:
        return _is_place_only(sheet, index, start, last)
    return bool(marks & Mark.HEAD) and not marks & _NAME


def _is_place_only(sheet: Sheet, index: int, start: int, last: int) -> bool:
    """Whether a place's name in a run is that place, and not part of somebody's name ("Jack London")."""
    end = sheet.places[index][0]
    if sheet.lexicon.tag != "en":
        return not (
            index == last and index > start and sheet.marks(index - 1) & Mark.GIVEN and sheet.marks(index) & Mark.ENDING
        )
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


def _person(sheet: Sheet, sentence: Sentence, first: int, last: int) -> Find | None:
    while first <= last and not sheet.capitalised(first):
        first += 1
    while last >= first and not sheet.capitalised(last):
        last -= 1
    while first < last and _only_common(sheet, first) and (sheet.marks(first + 1) & Mark.GIVEN or last - first > 1):
        first += 1
    if first > last or last - first > 6 or (sheet.foreign(first) and not _in_brackets(sheet, first)):
        return None
    points, titled = _weigh(sheet, sentence, first, last)
    if points < ENOUGH:
        return None
    rank = RANK["titled"] if titled else RANK["person"]
    gender = _gender(sheet, first, last)
    return Find(first, last, "person", rank, gender=gender, confidence=min(0.97, 0.6 + 0.06 * points))


def _in_brackets(sheet: Sheet, first: int) -> bool:
    return first > 0 and sheet.tokens[first - 1].text == "("


def _only_common(sheet: Sheet, index: int) -> bool:
    """Whether the word is an ordinary one that no name begins with ("Adviser", "State")."""
    marks = sheet.marks(index)
    return bool(marks & Mark.COMMON) and not marks & _NAME and not sheet.initial(index)


def _weigh(sheet: Sheet, sentence: Sentence, first: int, last: int) -> tuple[float, bool]:
    """Points for the tokens being a person's name, and whether a title stands before them."""
    names = [i for i in range(first, last + 1) if sheet.capitalised(i) and not sheet.initial(i)]
    if not names:
        return 0.0, False
    points = _of_words(sheet, names)
    if len(names) < sum(sheet.capitalised(i) for i in range(first, last + 1)):
        points += _POINTS["initial"]
    if len(names) == 1 and last == first:
        points += _POINTS["alone"]
        if first in sheet.opens:
            points += _POINTS["opens"]
            if sheet.tokens[min(last + 1, len(sheet.tokens) - 1)].shape == "possessive":
                points += _POINTS["verb"]
        if _bare_name(sheet, sentence, first):
            points += _POINTS["bare"]
    if sheet.lexicon.tag != "en" and _quoted_whole(sheet, first, last):
        points += _POINTS["article"]
    if _after_article(sheet, sentence, first):
        points += _POINTS["article"]
    after = sheet.marks(last + 1) if last + 1 < sentence.stop and not sheet.capitalised(last + 1) else 0
    if sheet.marks(last) & Mark.EVENT_HEAD or after & (Mark.FACILITY_HEAD | Mark.PLACE_HEAD):
        points += _POINTS["common"]
    if len(names) > 3:
        points += _POINTS["long"] * (len(names) - 3)
    title = _title_before(sheet, sentence, first)
    points += title
    if (last + 1 < sentence.stop and sheet.verb(last + 1)) or (
        first > sentence.first
        and sheet.marks(first - 1) & Mark.PERSON_VERB
        and sheet.tokens[first - 1].shape == "lower"
    ):
        points += _POINTS["verb"]
    if sentence.i in sheet.titled or sentence.i in sheet.shouting:
        points += _POINTS["large"]
    return points, title > 0


def _bare_name(sheet: Sheet, sentence: Sentence, index: int) -> bool:
    """One unknown capitalised word inside a sentence, with no article or preposition of place before it."""
    token = sheet.tokens[index]
    if index and sheet.marks(index - 1) & Mark.WORK_HEAD:
        return False
    if token.shape != "title" or len(token.text) < 4 or sheet.marks(index) & (Mark.COMMON | Mark.HEAD | Mark.PEOPLES):
        return False
    if index in sheet.opens:
        return bool(sheet.marks(index) & _NAME) and index not in sheet.place_tokens and _acts(sheet, index + 1)
    if index in sheet.place_tokens:
        return False
    before = sheet.tokens[index - 1].lower
    return before not in sheet.lexicon.grammar["place_prepositions"]


def _acts(sheet: Sheet, index: int) -> bool:
    """Whether what follows is a verb, a possessive, or a comma."""
    if index >= len(sheet.tokens):
        return False
    return sheet.verb(index) or sheet.tokens[index].shape == "possessive" or sheet.tokens[index].text == ","


def _quoted_whole(sheet: Sheet, first: int, last: int) -> bool:
    """Whether nothing else stands inside the quotation marks: the name of a company rather than of a person."""
    if not first or last + 1 >= len(sheet.tokens):
        return False
    return sheet.tokens[first - 1].text in '«“"„' and sheet.tokens[last + 1].text in '»”"“'


def _after_article(sheet: Sheet, sentence: Sentence, first: int) -> bool:
    return first > sentence.first and sheet.tokens[first - 1].lower in sheet.lexicon.grammar["articles"]


def _of_words(sheet: Sheet, names: list[int]) -> float:
    """Points that the words themselves give."""
    points = 0.0
    unknown = 0
    for order, index in enumerate(names):
        marks = sheet.marks(index)
        common = bool(marks & Mark.COMMON)
        if (
            sheet.tokens[index].shape == "upper"
            and sheet.sentence_of[index].i not in sheet.shouting
            and not sheet.initial(index)
        ):
            points += _POINTS["capitals"]
        elif marks & Mark.PATRONYMIC and order:
            points += _POINTS["patronymic"]
        elif marks & Mark.GIVEN and order == 0:
            points += _POINTS["given_common"] if common else _POINTS["given"]
        elif marks & Mark.ENDING:
            points += _POINTS["ending"]
        elif marks & (Mark.GIVEN | Mark.SURNAME):
            if marks & Mark.SURNAME and order == len(names) - 1:
                points += _POINTS["surname_common"] if common else _POINTS["surname"]
            else:
                points += _POINTS["given_later"]
        elif marks & Mark.SUFFIX:
            continue
        elif common or marks & (Mark.HEAD | Mark.PLACE_HEAD | Mark.FACILITY_HEAD):
            points += _POINTS["common"]
        elif index in sheet.places:
            points += _POINTS["place"]
        else:
            unknown += 1
    if names[0] in sheet.opens and not sheet.lexicon.knows_common_words:
        return points
    if 2 <= len(names) <= 4 and (unknown == len(names) or (unknown and points > -1)):
        points += _POINTS["unknown_pair"]
    return points


def _title_before(sheet: Sheet, sentence: Sentence, first: int) -> float:
    """Points for a title or honorific right before the name, over a full stop ("Gen. X") or a bracket's comma."""
    before = first - 1
    if before >= sentence.first and sheet.tokens[before].text == "." and sheet.tight(before):
        before -= 1
    if before < sentence.first:
        return 0.0
    marks = sheet.marks(before)
    if marks & Mark.HONORIFIC:
        return _POINTS["honorific"]
    return _POINTS["title"] if marks & Mark.TITLE else 0.0


def _gender(sheet: Sheet, first: int, last: int) -> str | None:
    """Gender by the patronymic, the given name, the surname, or the title before."""
    words = [sheet.words[i] for i in range(first, last + 1) if sheet.words[i].gender]
    for mark in (Mark.PATRONYMIC, Mark.GIVEN, Mark.ENDING):
        for word in words:
            if word.marks & mark and word.gender in ("m", "f"):
                return word.gender
    before = first - 2 if first > 1 and sheet.tokens[first - 1].text == "." else first - 1
    return sheet.words[before].gender if before >= 0 and sheet.marks(before) & Mark.TITLE else None
