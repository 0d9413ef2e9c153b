"""What the words of a name may be: their base forms, the halves of a double surname, the words without order."""

from functools import lru_cache

from sholu.reading.languages.declension import ways
from sholu.reading.languages.morphology import base_forms
from sholu.reading.names.finds import Find
from sholu.reading.names.folding import plain
from sholu.reading.names.lexicon import lexicon
from sholu.reading.names.sheet import Sheet

_USUAL = 2.0  # weight of a reading of a name's word that is looked for: «Дерипаской» of «Дерипаска»
_SHORTEST = 3  # letters in half of a double surname
_DOUBLE = 2


def forms_of(sheet: Sheet, index: int) -> frozenset[str]:
    """What the word at a token may be in its base form, folded; the word itself among them."""
    token = sheet.tokens[index]
    if sheet.lexicon.tag == "en" or token.lower.isascii():
        return frozenset((plain(token.lower),))
    return _all_forms(sheet.lexicon.tag, token.lower)


def halves(sheet: Sheet, index: int) -> frozenset[str]:
    """The halves of a double surname, by either of which press may go on: "Lee-Reed", later "Lee"."""
    tag = sheet.lexicon.tag
    halves = [half for half in sheet.tokens[index].text.split("-") if len(half) >= _SHORTEST and half[0].isupper()]
    if len(halves) < _DOUBLE:
        return frozenset()
    every = (_all_forms(tag, half.lower()) if tag != "en" else {plain(half.lower())} for half in halves)
    return frozenset(form for forms in every for form in forms)


@lru_cache(maxsize=16_384)
def _all_forms(tag: str, lower: str) -> frozenset[str]:
    forms = {lower, *base_forms(tag, lower)}
    if tag == "kk":
        forms.update(lexicon(tag).without_endings(lower))
    if tag == "ru":
        forms.update(way.base for way in ways(lower) if way.weight >= _USUAL)
    return frozenset(plain(form) for form in forms)


def bag_of_words(sheet: Sheet, find: Find) -> frozenset[str]:
    """The words of a name without order, articles and prepositions, each in its likeliest base form."""
    tag = sheet.lexicon.tag
    small = sheet.lexicon.grammar["of"] | sheet.lexicon.grammar["articles"]
    words = []
    for index in range(find.first, find.last + 1):
        token = sheet.tokens[index]
        if token.is_word and token.lower not in small:
            words.append(plain(token.lower if tag == "en" else base_forms(tag, token.lower)[0]))
    return frozenset(words)
