"""What is left: capitalised words that no list knows, told by their letters or the words around them, if at all."""

from collections.abc import Collection, Sequence
from dataclasses import replace

from sholu.model.reading import EntityKind
from sholu.reading.languages.morphology import features
from sholu.reading.names.finds import RANK, Find
from sholu.reading.names.forms import forms_of
from sholu.reading.names.lexicon import Mark
from sholu.reading.names.sheet import Sheet
from sholu.text.quotes import Quote

_NEVER = Mark.CALENDAR | Mark.OPENER | Mark.TITLE | Mark.PEOPLES


def find_strays(sheet: Sheet, sure: Sequence[Find]) -> list[Find]:
    """Abbreviations as organisations, words after a preposition of place as places, surnames of people named before."""
    taken = {token for find in sure for token in range(find.first, find.last + 1)}
    surnames = _surnames(sheet, sure)
    bodies = _last_words(sheet, sure)
    short = firms(sheet, sure)
    places = {sheet.tokens[find.first].lower: find for find in sure if find.kind == "place" and find.first == find.last}
    found: list[Find] = []
    for sentence in sheet.page.sentences:
        if sentence.i in sheet.shouting:
            continue
        for first, last in sheet.runs(sentence):
            if any(token in taken for token in range(first, last + 1)):
                parts = [(i, i) for i in range(first, last + 1) if i not in taken and _alone(taken, i)]
            else:
                parts = [(first, last)]
            for start, end in parts:
                find = (
                    _again(sheet, start, end, places)
                    or _called_short(sheet, start, end, bodies)
                    or _firm(sheet, start, end, short)
                    or _guess(sheet, start, end, surnames)
                )
                if find is not None:
                    found.append(_renaming(find, found))
    return found


def _renaming(find: Find, found: Sequence[Find]) -> Find:
    """A place in brackets right behind another is its other name."""
    before = found[-1] if found else None
    if before is not None and before.last == find.first - 2 and before.kind == find.kind == "place":
        return replace(find, also=before.first)
    return find


def _alone(taken: set[int], index: int) -> bool:
    return index - 1 in taken or index + 1 in taken


def _surnames(sheet: Sheet, sure: Sequence[Find]) -> dict[str, str | None]:
    """Every base form of the last words of people's full names, with the gender."""
    return {
        form: find.gender
        for find in sure
        if find.kind == "person" and find.last > find.first
        for form in forms_of(sheet, find.last)
    }


def _again(sheet: Sheet, first: int, last: int, places: dict[str, Find]) -> Find | None:
    """A word that is a place elsewhere on the page is that place here too, wherever nothing else is known of it."""
    place = places.get(sheet.tokens[first].lower) if first == last else None
    if place is None or place.form != "name":
        return None
    return replace(place, first=first, last=last, confidence=min(place.confidence, 0.7))


def _last_words(sheet: Sheet, sure: Sequence[Find]) -> dict[str, Find]:
    """Institutions and media of several words by their last one, where the language has articles."""
    if not sheet.lexicon.grammar["articles"]:
        return {}
    kinds = ("organisation", "outlet")
    return {sheet.tokens[find.last].lower: find for find in sure if find.kind in kinds and find.last > find.first}


def _called_short(sheet: Sheet, first: int, last: int, bodies: dict[str, Find]) -> Find | None:
    """ "the Courier" for "The Steppe Courier"."""
    body = bodies.get(sheet.tokens[first].lower) if first == last and first else None
    if body is None or sheet.tokens[first - 1].lower not in sheet.lexicon.grammar["articles"]:
        return None
    return Find(first, last, body.kind, RANK["unknown"], also=body.first, sector=body.sector, confidence=0.8)


def firms(sheet: Sheet, sure: Sequence[Find]) -> dict[str, Find]:
    """Firms by the first word of their names, where the last one says that they are firms: "Tumar Stores Inc"."""
    forms = sheet.lexicon.grammar["firms"]
    found: dict[str, Find] = {}
    people = {
        sheet.tokens[i].lower
        for find in (sure if forms else ())
        if find.kind == "person" and find.last > find.first
        for i in range(find.first, find.last + 1)
    }
    for find in sure if forms else ():
        word = sheet.tokens[find.first]
        known = sheet.marks(find.first) & (Mark.COMMON | Mark.PEOPLES | Mark.MODIFIER | Mark.HEAD)
        if word.lower in people:
            continue
        if find.kind != "organisation" or find.last == find.first or find.first in sheet.place_tokens or known:
            continue
        if sheet.tokens[find.last].lower in forms and find.first not in sheet.adjectives and len(word.text) > 1:
            found.setdefault(word.lower, find)
    return found


def _firm(sheet: Sheet, first: int, last: int, known: dict[str, Find]) -> Find | None:
    """ "Tumar" behind "Tumar Stores Inc"."""
    firm = known.get(sheet.tokens[first].lower) if first == last else None
    if firm is None or first <= firm.last:
        return None
    return Find(first, last, firm.kind, RANK["unknown"], also=firm.first, sector=firm.sector, confidence=0.8)


def _guess(sheet: Sheet, first: int, last: int, surnames: dict[str, str | None]) -> Find | None:
    while first <= last and (sheet.marks(first) & _NEVER or first in sheet.adjectives or not sheet.capitalised(first)):
        first += 1
    if first > last or any(i in sheet.adjectives for i in range(first, last + 1)):
        return None
    if first < last and sheet.region_adjective(last):
        last -= 1
    if first == last:
        owner = next((form for form in forms_of(sheet, first) if form in surnames), None) if surnames else None
        if owner is not None:
            return Find(first, last, "person", RANK["person"], gender=surnames[owner], confidence=0.8)
        if _abbreviation(sheet, first):
            return Find(first, last, "organisation", RANK["unknown"], confidence=0.7)
    if sheet.sentence_of[first].i in sheet.titled:
        return None
    if first == last and sheet.marks(first) & Mark.GEO:
        return Find(first, last, "place", RANK["unknown"], confidence=0.7)
    if first == last and (sheet.numeral(first) or len(sheet.tokens[first].text) < 2):
        return None
    if first == last and sheet.tokens[first].lower in sheet.lexicon.never:
        return None
    if sheet.foreign(first):
        return None if _under_work(sheet, first) else Find(first, last, "organisation", RANK["unknown"], confidence=0.6)
    return _by_neighbours(sheet, first, last)


def _abbreviation(sheet: Sheet, index: int) -> bool:
    """Two to eight capitals, no Roman numeral, no initial: almost always a body."""
    text = sheet.tokens[index].text.replace("-", "")
    capitals = sum(letter.isupper() for letter in text)
    if sheet.tokens[index].lower in sheet.lexicon.never:
        return False
    if not text.isalpha() or not 2 <= len(text) <= 8 or capitals < 2 or sheet.initial(index):
        return False
    if sheet.numeral(index) or (index in sheet.opens and len(text) > _LONGEST_OPENING):
        return False
    return capitals == len(text) or (capitals >= 2 and capitals * 2 >= len(text) and len(text) <= 5)


_LONGEST_OPENING = 4  # a longer word in capitals at a start is a dateline or a headline


def _under_work(sheet: Sheet, first: int) -> bool:
    """Whether a noun for a work or a prize stands within two tokens before."""
    return any(sheet.marks(i) & Mark.WORK_HEAD for i in range(max(0, first - 2), first))


def find_quoted(sheet: Sheet, taken: Collection[int]) -> list[Find]:
    """Short names in quotation marks, as Russian and Kazakh write those of companies, clubs and parties."""
    if sheet.lexicon.tag == "en":
        return []
    found = []
    for quote in sheet.page.quotes:
        if quote.inner.end - quote.inner.start > _LONGEST_QUOTE or not sheet.page.text[quote.inner.start].isupper():
            continue
        first, stop = sheet.page.token_range(quote.inner)
        if not 0 < stop - first <= _MOST_WORDS or any(sheet.tokens[i].shape == "mark" for i in range(first, stop)):
            continue
        if sheet.tokens[first].shape == "title" and stop - first > 1 and sheet.verb(stop - 1):
            continue
        if first + 1 == stop and (_is_letter(sheet, first) or _is_answer(sheet, first)):
            continue
        if first not in taken and not _under_work(sheet, first - 1) and not _speech(sheet, first, stop, quote):
            kind = _kind_of_quoted(sheet, quote)
            found.append(Find(first, stop - 1, kind, RANK["place"] + 1, confidence=0.6))
    return found


def _is_letter(sheet: Sheet, index: int) -> bool:
    """«М»: a letter of the alphabet."""
    return len(sheet.tokens[index].text) == 1 and sheet.tokens[index].is_word


def _is_answer(sheet: Sheet, index: int) -> bool:
    """«За», «Против»: a word that names nothing."""
    word = features(sheet.lexicon.tag, sheet.tokens[index].lower)
    return word.known and word.part in _NO_NOUNS


_NO_NOUNS = frozenset({"preposition", "adverb", "particle", "conjunction", "pronoun", "interjection"})


def _speech(sheet: Sheet, first: int, stop: int, quote: Quote) -> bool:
    """Whether the words in quotation marks are rather said than a name: after a colon, or all but the first small."""
    outer_first, outer_stop = sheet.page.token_range(quote.outer)
    if outer_first and sheet.tokens[outer_first - 1].text == ":":
        return True
    if outer_stop < len(sheet.tokens) and sheet.tokens[outer_stop].text == "," and stop - first > 1:
        return True
    return stop - first > 2 and not any(sheet.capitalised(i) for i in range(first + 1, stop))


def _kind_of_quoted(sheet: Sheet, quote: Quote) -> EntityKind:
    """By the noun right before or behind the quotation."""
    first, stop = sheet.page.token_range(quote.outer)
    beside = sheet.marks(stop) if stop < len(sheet.tokens) else 0
    if sheet.lexicon.tag == "ru":
        beside = sheet.marks(first - 1) if first else 0
    if beside & Mark.HEAD:
        return "organisation"
    return "facility" if beside & Mark.FACILITY_HEAD else "place" if beside & Mark.PLACE_HEAD else "organisation"


_LONGEST_QUOTE = 40
_MOST_WORDS = 4


def _behind_bracket(sheet: Sheet, index: int) -> int:
    """The token behind a short bracket that opens at `index`; `index` itself where none does."""
    if index < len(sheet.tokens) and sheet.tokens[index].text == "(":
        for step in range(index + 1, min(index + 6, len(sheet.tokens))):
            if sheet.tokens[step].text == ")":
                return step + 1
    return index


def _of_the_place_noun(sheet: Sheet, first: int, last: int) -> bool:
    """ "в местности Ак-Тюз", "в сёлах Ак-Тюз, Кара-Суу и Чон-Таш": right behind the noun of a place, or listed so."""
    if sheet.lexicon.tag != "ru" or first != last:
        return False
    index = first - 1
    while index > 1 and sheet.tokens[index].lower in _LISTING and sheet.tokens[index - 1].shape in ("title", "mixed"):
        index -= 2
    return index >= 0 and sheet.tokens[index].shape == "lower" and bool(sheet.marks(index) & Mark.PLACE_HEAD)


_LISTING = frozenset({",", "и"})


def _by_neighbours(sheet: Sheet, first: int, last: int) -> Find | None:
    grammar = sheet.lexicon.grammar
    common = all(sheet.marks(i) & Mark.COMMON for i in range(first, last + 1))
    opens = first in sheet.opens
    after = sheet.marks(behind) if (behind := _behind_bracket(sheet, last + 1)) < len(sheet.tokens) else 0
    if sheet.marks(last) & (Mark.PLACE_HEAD | Mark.FACILITY_HEAD) and first < last:
        kind = "facility" if sheet.marks(last) & Mark.FACILITY_HEAD else "place"
        return Find(first, last, kind, RANK["unknown"], confidence=0.7)  # type: ignore[arg-type]
    if common:
        return None
    if opens and first == last and sheet.marks(last) & Mark.TITLE:
        return None  # «Главой района избран»
    of_people = bool(sheet.marks(last) & Mark.PEOPLES)  # "the Central Asian republic"
    if after & (Mark.PLACE_HEAD | Mark.FACILITY_HEAD) and sheet.tokens[behind].shape == "lower" and not of_people:
        return Find(first, last, "place", RANK["unknown"], confidence=0.7)
    if opens and first == last:
        return None
    if sheet.somewhere(last) and not opens:
        return Find(first, last, "place", RANK["unknown"], confidence=0.6)
    before = sheet.tokens[first - 1].lower if first else ""
    if first > 1 and before in grammar["of"] and sheet.marks(first - 2) & Mark.PLACE_HEAD:
        return Find(first, last, "place", RANK["unknown"], confidence=0.7)
    if _of_the_place_noun(sheet, first, last):
        return Find(first, last, "place", RANK["unknown"], confidence=0.6)
    told = first > 1 and sheet.tokens[first - 2].lower in grammar.get("not_towards", ())  # "according to"
    if before in grammar["place_prepositions"] and last - first < 2 and not told:
        return Find(first, last, "place", RANK["unknown"], confidence=0.6)
    return None
