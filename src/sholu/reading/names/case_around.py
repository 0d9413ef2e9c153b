"""What the words around a Russian name tell of its case: the title before it, what is said of it behind, a verb."""

from collections.abc import Iterator
from typing import NamedTuple

from sholu.reading.languages.declension import CASES, cases_after
from sholu.reading.languages.features import Features
from sholu.reading.languages.morphology import readings
from sholu.reading.names.finds import Find
from sholu.reading.names.lexicon import Mark
from sholu.reading.names.sheet import Sheet

_FAR = 14
"""Tokens back to the title before a name, over what it is of."""
_BEHIND = 4
"""Tokens from a comma behind a name to the word that says who it is."""
_INSIDE = 9
"""Tokens in the longest quotation or bracket inside a title."""
_GENITIVE = frozenset({"gen"})
_NOMINATIVE = frozenset({"nom"})
_OBLIQUE = frozenset(CASES) - _NOMINATIVE
_RECEIVING = frozenset({"dat", "ins"})
_NOTHING: frozenset[str] = frozenset()
_OPENING = {"»": "«", "”": "“", '"': '"', ")": "("}
_DESCRIBING = ("adjective", "participle")
_NOMINAL = ("noun", *_DESCRIBING)
_BETWEEN = ("adverb", "particle", "adjective", "preposition")
_NAME = Mark.GIVEN | Mark.ENDING | Mark.PATRONYMIC


class Told(NamedTuple):
    """Cases in which a name is `likely` to stand, in one of which it is `sure` to, or `other` than that of a subject.

    Empty sets where nothing is told. `acts`: a verb of people stands beside it.
    """

    likely: frozenset[str]
    sure: frozenset[str]
    other: frozenset[str]
    acts: bool


def told_cases(sheet: Sheet, find: Find) -> Told:
    """What the words beside a find tell of its case."""
    before, start = find.first - 1, sheet.sentence_of[find.first].first
    acts = _acts(sheet, find)
    behind = _said_behind(sheet, find)
    if before < start:
        return Told(behind, behind, _NOTHING, acts)
    after = cases_after().get(sheet.tokens[before].lower)
    if after is not None:
        return Told(after, _NOTHING, _NOTHING, acts)
    being = _of_being(sheet, before, start) or _set_off(sheet, find, start)
    if being:
        both = being & behind or being
        return Told(both, both, _NOTHING, acts)
    if behind:
        return Told(behind, behind, _NOTHING, acts)
    if _by_whose(sheet, before, start) or _of_many(sheet, find):
        return Told(_GENITIVE, _GENITIVE, _NOTHING, acts)
    several, other = _of_another_verb(sheet, find)
    return Told(_of_thing(sheet, before), several, other, acts)


def _acts(sheet: Sheet, find: Find) -> bool:
    """Whether a verb of people stands beside the name."""
    before = find.first - 1
    if before >= 0 and sheet.tokens[before].shape == "lower":
        passive = readings("ru", sheet.tokens[before].lower)[0]
        if sheet.marks(before) & Mark.PERSON_VERB or (passive.part == "participle" and not passive.case):
            return passive.gender != "neuter"  # «избраны X и Y», but «поручено X»
    return sheet.verb(find.last + 1)


def _of_being(sheet: Sheet, index: int, start: int) -> frozenset[str]:
    """The cases of the word for somebody that ends at a token, with what it is of: «министра энергетики страны»."""
    adjective = _one(form for form in readings("ru", sheet.tokens[index].lower) if form.part in _DESCRIBING)
    found: frozenset[str] = _NOTHING
    for at in _phrase_back(sheet, index, start):
        cases = _somebody(sheet, at)
        if sheet.tokens[at].lower in sheet.lexicon.grammar["acting"]:
            return _NOTHING  # «врио министра X»: nothing tells the case of the words for who acts
        if cases and found and "gen" not in found:
            break  # «сообщил соседу директор X»: not the neighbour's
        found |= cases
    if found:
        return found  # «заместитель министра X» may be the one or the other
    small = sheet.tokens[index].shape == "lower" and not sheet.marks(index) & Mark.PERSON_VERB
    return adjective if small and _is_described(sheet, index) else _NOTHING


def _phrase_back(sheet: Sheet, index: int, start: int) -> Iterator[int]:
    """The tokens of a noun phrase from its last one back, quotations and brackets left out."""
    floor = max(start, index - _FAR)
    while index >= floor:
        text = sheet.tokens[index].text
        if text in _OPENING:
            opening = (j for j in range(index - 1, max(start, index - _INSIDE) - 1, -1))
            index = next((j for j in opening if sheet.tokens[j].text == _OPENING[text]), floor) - 1
            continue
        if not _is_of_phrase(sheet, index):
            return
        yield index
        index -= 1


def _is_of_phrase(sheet: Sheet, index: int) -> bool:
    """Whether a token may belong to the words for somebody: nouns, adjectives, names of bodies and places."""
    token = sheet.tokens[index]
    if token.shape == "number" or token.lower in sheet.lexicon.grammar["titled_through"]:
        return True
    if not token.is_word or sheet.marks(index) & Mark.PERSON_VERB:
        return False
    if sheet.capitalised(index) and index not in sheet.opens:
        return index in sheet.place_tokens or token.shape == "upper" or not sheet.marks(index) & _NAME
    return any(form.part in _NOMINAL and (form.case or not form.known) for form in _forms(sheet, index))


def _forms(sheet: Sheet, index: int) -> tuple[Features, ...]:
    return readings("ru", sheet.tokens[index].lower)


def _somebody(sheet: Sheet, index: int) -> frozenset[str]:
    """The cases of a word for somebody in small letters, or opening a sentence; none for any other word."""
    if sheet.tokens[index].shape != "lower" and index not in sheet.opens:
        return _NOTHING
    lower = sheet.tokens[index].lower
    if lower.startswith(sheet.lexicon.substantives):
        return _one(form for form in _forms(sheet, index) if form.part in _NOMINAL)
    forms = [form for form in _forms(sheet, index) if form.part == "noun" and form.animate]
    titled = bool(sheet.marks(index) & Mark.TITLE)
    if not titled and not any(form.known for form in forms):
        return _NOTHING
    first = _forms(sheet, index)[0]
    if first.part != "noun" or first.number == "plural" or (not titled and not first.animate):
        return _NOTHING
    cases = _one(form for form in forms or _forms(sheet, index) if form.part == "noun")
    related = sheet.marks(index) & Mark.KIN or lower.startswith(sheet.lexicon.related)
    related = related and not (index and sheet.tokens[index - 1].lower in sheet.lexicon.pronouns)
    return cases | _GENITIVE if related else cases  # «адвокат X»: who is the lawyer, or whose


def _one(forms: Iterator[Features]) -> frozenset[str]:
    """The cases of forms in the singular; none where all may be in the plural: «сторонники X»."""
    return frozenset(form.case for form in forms if form.case in CASES and form.number != "plural")


def _is_described(sheet: Sheet, index: int) -> bool:
    """Whether the word right before a name can only be an adjective or a participle: «покойного X»."""
    forms = _forms(sheet, index)
    return all(form.part in _DESCRIBING and form.case for form in forms) and any(form.known for form in forms)


def _set_off(sheet: Sheet, find: Find, start: int) -> frozenset[str]:
    """«его предшественника, X,»: the cases of a word for somebody that commas set off from a name."""
    comma, after = find.first - 1, find.last + 1
    closed = after < len(sheet.tokens) and sheet.tokens[after].text in (",", ".", ";", ")")
    if not closed or comma - 1 < start or sheet.tokens[comma].text != ",":
        return _NOTHING
    cases = _somebody(sheet, comma - 1)
    subject = "nom" in cases and sheet.tokens[after].text != ","
    return _NOTHING if subject else cases


def _said_behind(sheet: Sheet, find: Find) -> frozenset[str]:
    """«X, лидера партии,», «X, не приехавшего», «X (директору завода)»: the cases of what a comma adds to a name."""
    mark = find.last + 1
    if mark >= len(sheet.tokens) or sheet.tokens[mark].text not in (",", "("):
        return _NOTHING
    stop = min(mark + 1 + _BEHIND, sheet.sentence_of[find.first].stop)
    for index in range(mark + 1, stop):
        first = _forms(sheet, index)[0]
        if sheet.tokens[index].shape != "lower":
            return _NOTHING
        if first.part == "participle" and first.case and index + 1 < len(sheet.tokens):
            return _one(form for form in _forms(sheet, index) if form.part == "participle")
        if cases := _somebody(sheet, index):
            return cases if _stands_by(sheet, mark, index) else _NOTHING
        if first.part not in _BETWEEN:
            return _NOTHING
    return _NOTHING


def _stands_by(sheet: Sheet, mark: int, index: int) -> bool:
    """Whether the words behind a comma are no new subject: «X, министр Y»."""
    behind = index + 1
    while behind < len(sheet.tokens) and behind - index < _FAR and sheet.tokens[behind].is_word:
        if sheet.marks(behind) & _NAME and sheet.capitalised(behind) and behind not in sheet.place_tokens:
            return False
        behind += 1
    return True


def _by_whose(sheet: Sheet, before: int, start: int) -> bool:
    """«по мнению X», «со слов X», «от имени X»: whose words, likely, or wish something is by."""
    lower = sheet.tokens[before].lower
    of_whose = lower in sheet.lexicon.grammar["by_whose"]
    return of_whose and before > start and sheet.tokens[before - 1].lower in sheet.lexicon.grammar["by_whose_after"]


def _of_many(sheet: Sheet, find: Find) -> bool:
    """«сторонники X»: a word for several before one name says whose they are."""
    forms = [form for form in _forms(sheet, find.first - 1) if form.part == "noun" and form.known]
    several = bool(forms) and all(form.animate and form.number == "plural" for form in forms)
    return several and not _is_listed(sheet, find.last + 1)


def _of_thing(sheet: Sheet, before: int) -> frozenset[str]:
    """«задержание X», «словам X»: the genitive behind a noun for a thing."""
    first = _forms(sheet, before)[0]
    thing = first.part == "noun" and first.known and not first.animate and not sheet.marks(before) & Mark.TITLE
    return _GENITIVE if thing else _NOTHING


def _of_another_verb(sheet: Sheet, find: Find) -> tuple[frozenset[str], frozenset[str]]:
    """The cases of a name behind a verb whose subject no one person, or no one woman, can be.

    «задержали X», «изберут X», «сменив X», «поручено X»; «освободил X».
    """
    verb = _forms(sheet, find.first - 1)[0]
    if verb.part == "participle" and not verb.case and verb.gender == "neuter":
        return _RECEIVING, _NOTHING
    if verb.part == "converb" and verb.known:
        return _OBLIQUE, _NOTHING
    if verb.part != "verb" or not verb.tense or not verb.known:
        return _NOTHING, _NOTHING
    if verb.number == "plural":
        return _NOTHING if _is_listed(sheet, find.last + 1) else _OBLIQUE, _NOTHING
    return _NOTHING, _OBLIQUE if verb.tense == "past" and verb.gender == "masculine" else _NOTHING


def _is_listed(sheet: Sheet, after: int) -> bool:
    """Whether a list of names goes on: «приехали X и Y», «X, Y»."""
    if after + 1 >= len(sheet.tokens):
        return False
    return sheet.tokens[after].lower == "и" or (sheet.tokens[after].text == "," and sheet.capitalised(after + 1))
