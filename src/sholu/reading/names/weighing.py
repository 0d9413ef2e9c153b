"""How much speaks for a run of capitalised words being somebody's name: points, added up."""

from sholu.reading.names.lexicon import Mark
from sholu.reading.names.sheet import Sheet
from sholu.text.sentences import Sentence

ENOUGH = 1.5
"""Points from which a run is somebody's name."""

# Set by hand on English, Russian and Kazakh news.
_POINTS = {
    "acts": 1.0,
    "given": 3.0,
    "given_common": 1.5,
    "given_later": 1.0,
    "surname": 1.5,
    "surname_common": 0.5,
    "ending": 2.0,
    "patronymic": 3.0,
    "initial": 3.0,
    "title": 2.5,
    "honorific": 4.0,
    "apposed": 1.5,
    "verb": 1.5,
    "alone": -1.5,
    "unknown_pair": 1.5,
    "common": -2.0,
    "long": -1.0,
    "place": -2.0,
    "opens": -1.0,
    "large": -1.5,
    "capitals": -3.0,
    "article": -3.0,
    "numeral": 1.0,
    "bare": 1.5,
    "common_beside": -0.5,
}
_NAME = Mark.GIVEN | Mark.SURNAME | Mark.ENDING | Mark.PATRONYMIC


def weigh(sheet: Sheet, sentence: Sentence, first: int, last: int) -> tuple[float, bool]:
    """Points for the tokens being a person's name, and whether a title stands before them."""
    names = [i for i in range(first, last + 1) if sheet.capitalised(i) and not sheet.initial(i)]
    if not names:
        return 0.0, False
    points = _of_words(sheet, names)
    if len(names) < sum(sheet.capitalised(i) for i in range(first, last + 1)):
        points += _POINTS["initial"]
    if len(names) == 1 and last == first:
        points += _of_one(sheet, first)
    if sheet.lexicon.tag != "en" and _quoted_whole(sheet, first, last):
        points += _POINTS["article"]
    if _after_article(sheet, sentence, first):
        points += _POINTS["article"]
    after = sheet.marks(last + 1) if last + 1 < sentence.stop and not sheet.capitalised(last + 1) else 0
    if _of_place(sheet, sentence, first):
        points += _POINTS["article"]
    if sheet.marks(last) & Mark.EVENT_HEAD or after & (Mark.FACILITY_HEAD | Mark.PLACE_HEAD):
        points += _POINTS["common"]
        if first == last and after & Mark.PLACE_HEAD and sheet.tokens[last].lower.endswith(sheet.lexicon.adjectival):
            return 0.0, False  # "Сосновским районом"
    if _behind_place_head(sheet, sentence, first, last) or _is_month(sheet, sentence, first, last):
        return 0.0, False
    if len(names) > 3:
        points += _POINTS["long"] * (len(names) - 3)
    if len(names) > 1 and _beside_title(sheet, sentence, first, last):
        points += _POINTS["apposed"]
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


def _beside_title(sheet: Sheet, sentence: Sentence, first: int, last: int) -> bool:
    """English: between commas behind words that a title opens: "its ambassador to Ruritania, X Y, had left"."""
    tokens = sheet.tokens
    if sheet.lexicon.tag != "en" or last + 1 >= sentence.stop or tokens[first - 1].text != ",":
        return False
    if first - 1 <= sentence.first or tokens[last + 1].text != ",":
        return False
    for index in range(first - 2, max(sentence.first, first - 2 - _APPOSED) - 1, -1):
        if sheet.marks(index) & Mark.TITLE and tokens[index].shape == "lower":
            return True
        if not (tokens[index].is_word or tokens[index].shape == "possessive"):
            return False
    return False


_APPOSED = 8
"""Tokens in the words of office before the comma and a name."""


def _of_one(sheet: Sheet, index: int) -> float:
    """Points for a name of one word: against it, unless the words around speak for somebody."""
    points = _POINTS["alone"]
    if index in sheet.opens:
        points += _POINTS["opens"]
        if sheet.tokens[min(index + 1, len(sheet.tokens) - 1)].shape == "possessive":
            points += _POINTS["verb"]
        if _surely_acts(sheet, index):
            points += _POINTS["acts"]
    if _bare_name(sheet, index):
        points += _POINTS["bare"]
    return points


def _bare_name(sheet: Sheet, index: int) -> bool:
    """One unknown capitalised word inside a sentence, with no article or preposition of place before it."""
    token = sheet.tokens[index]
    if index and sheet.marks(index - 1) & Mark.WORK_HEAD:
        return False
    if token.shape != "title" or len(token.text) < 4 or sheet.marks(index) & (Mark.COMMON | Mark.HEAD | Mark.PEOPLES):
        return False
    if index in sheet.opens:
        known = bool(sheet.marks(index) & _NAME) and index not in sheet.place_tokens and _acts(sheet, index + 1)
        return known or _surely_acts(sheet, index)
    if index in sheet.place_tokens or sheet.somewhere(index) or token.lower in sheet.place_words:
        return False
    before = sheet.tokens[index - 1].lower
    if token.lower.endswith(sheet.lexicon.adjectival) and not sheet.verb(index + 1):
        return False
    return before not in sheet.lexicon.grammar["place_prepositions"]


def _acts(sheet: Sheet, index: int) -> bool:
    """Whether what follows is a verb, a possessive, or a comma."""
    if index >= len(sheet.tokens):
        return False
    return sheet.verb(index) or sheet.tokens[index].shape == "possessive" or sheet.tokens[index].text == ","


def _surely_acts(sheet: Sheet, index: int) -> bool:
    """An unknown word before a verb of people ("Henke said") or a relative clause about one (", who")."""
    tokens = sheet.tokens
    if index in sheet.place_tokens or sheet.marks(index) & _NO_UNKNOWN or index + 2 >= len(tokens):
        return False
    if sheet.marks(index + 1) & Mark.PERSON_VERB and tokens[index + 1].shape == "lower":
        return True
    return tokens[index + 1].text == "," and tokens[index + 2].lower in sheet.lexicon.grammar["relatives"]


_NO_UNKNOWN = Mark.COMMON | Mark.HEAD | Mark.PEOPLES | Mark.OPENER | Mark.CALENDAR | Mark.TITLE


def _of_place(sheet: Sheet, sentence: Sentence, first: int) -> bool:
    """ "the village of X", "the seat of X"."""
    if first - 2 < sentence.first or sheet.tokens[first - 1].lower not in sheet.lexicon.grammar["of"]:
        return False
    return bool(sheet.marks(first - 2) & Mark.PLACE_HEAD)


def _behind_place_head(sheet: Sheet, sentence: Sentence, first: int, last: int) -> bool:
    """ "в местности Ак-Тюз", "село Сосновка": one word right behind the noun of a place, that nothing tells a name."""
    if sheet.lexicon.tag != "ru" or first != last or first <= sentence.first:
        return False
    if sheet.marks(first) & (Mark.SURNAME | Mark.ENDING | Mark.GIVEN) or sheet.tokens[first - 1].shape != "lower":
        return False
    return bool(sheet.marks(first - 1) & Mark.PLACE_HEAD)


def _is_month(sheet: Sheet, sentence: Sentence, first: int, last: int) -> bool:
    """ "the month of Ramadan", «месяц Рамазан»."""
    lower = sheet.tokens[first - 1].lower if first > sentence.first else ""
    return first == last and lower in sheet.lexicon.grammar["months"]


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
        if order and sheet.numeral(index):
            points += _POINTS["numeral"]
            continue
        if (
            sheet.tokens[index].shape == "upper"
            and sheet.sentence_of[index].i not in sheet.shouting
            and not sheet.initial(index)
            and not loud_surname(sheet, names, order)
        ):
            points += _POINTS["capitals"]
        elif marks & Mark.PATRONYMIC and order:
            points += _POINTS["patronymic"]
        elif marks & Mark.GIVEN and order == 0:
            points += _POINTS["given_common"] if common or marks & Mark.PEOPLES else _POINTS["given"]
        elif marks & Mark.ENDING:
            points += _POINTS["ending"]
        elif marks & (Mark.GIVEN | Mark.SURNAME):
            if marks & Mark.SURNAME and order == len(names) - 1:
                points += _POINTS["surname_common"] if common else _POINTS["surname"]
            else:
                points += _POINTS["given_later"]
        elif marks & Mark.SUFFIX:
            continue
        elif common and not marks & _NO_NAME and _beside_name(sheet, names, order):
            points += _POINTS["common_beside"]
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


def loud_surname(sheet: Sheet, names: list[int], order: int) -> bool:
    """Whether a word in capitals is a surname beside a given name in small letters ("Олег КРУК", "КРУК Олег")."""
    if len(sheet.tokens[names[order]].text) < _LOUD or len(names) < 2:
        return False
    beside = names[order - 1] if order else names[1]
    return sheet.tokens[beside].shape == "title" and bool(sheet.marks(beside) & Mark.GIVEN)


_LOUD = 4  # letters; a shorter word in capitals is an abbreviation


def _beside_name(sheet: Sheet, names: list[int], order: int) -> bool:
    """Whether an ordinary word stands behind a given name ("Peter Such") or, in Russian, before a surname."""
    if order:
        before = sheet.marks(names[order - 1])
        return bool(before & Mark.GIVEN) and not before & Mark.COMMON
    after = sheet.marks(names[1]) if len(names) > 1 else 0
    russian = sheet.lexicon.tag == "ru" and names[0] not in sheet.opens
    return russian and bool(after & (Mark.SURNAME | Mark.ENDING)) and not after & Mark.COMMON


_NO_NAME = Mark.HEAD | Mark.PLACE_HEAD | Mark.FACILITY_HEAD | Mark.EVENT_HEAD | Mark.TITLE | Mark.CALENDAR


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
