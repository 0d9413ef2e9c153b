"""Kinds of Russian words, by the dictionary of forms and by the closed classes."""

from collections.abc import Sequence

from sholu.reading.chunks import kinds as k
from sholu.reading.chunks.kinds import Grammar, grammar
from sholu.reading.languages.morphology import readings
from sholu.text.tokens import Token

_PARTS = {
    "noun": k.NOUN,
    "pronoun": k.PRONOUN,
    "adjective": k.ADJECTIVE,
    "verb": k.VERB,
    "infinitive": k.VERB,
    "converb": k.GERUND,
    "numeral": k.NUMBER,
    "adverb": k.ADVERB,
    "preposition": k.PREPOSITION,
    "conjunction": k.CONJUNCTION,
    "particle": k.ADVERB,
    "interjection": k.ADVERB,
}
LANGUAGE = "ru"
_CONSONANTS = frozenset("бвгджзйклмнпрстфхцчшщ")


def russian(tokens: Sequence[Token], first: int, stop: int, words: Grammar) -> list[str]:
    """The kind of every token of the sentence `first` .. `stop` (not included)."""
    return [_kind(tokens[i], i == first, words) for i in range(first, stop)]


def _kind(token: Token, opens: bool, words: Grammar) -> str:
    if token.shape == "mark":
        return k.CONJUNCTION if token.text == "&" else k.MARK
    if token.shape == "number":
        return k.NUMBER
    closed = words.closed.get(token.lower)
    if closed is not None and (opens or token.shape in ("lower", "title")):
        return closed
    if token.shape in ("upper", "mixed", "url") or not token.is_word:
        return k.NOUN
    return _by_dictionary(token, opens)


def _by_dictionary(token: Token, opens: bool) -> str:
    found = readings(LANGUAGE, token.lower)
    reading = found[0]
    if reading.part == "noun" and any(other.part == "adjective" and other.case == reading.case for other in found):
        return k.ADJECTIVE  # "старший" beside its noun
    if token.shape == "title" and not opens:
        return k.ADJECTIVE if reading.part == "adjective" and reading.known else k.NOUN
    if reading.part == "participle":
        return k.PARTICIPLE if reading.case else k.VERB
    return _PARTS.get(reading.part, k.NOUN)


def can_be_nominative(token: Token) -> bool:
    """Whether the word can be a subject by its form; words that the dictionary does not know can."""
    return _may_be_surname(token) or _can_be(token, "nom")


def can_be_subject(token: Token, verb: str) -> bool:
    """Whether the word can be the subject of the verb: «Омаров» of «ушёл», not of «ушла» or «ушли»."""
    if _can_be(token, "nom"):
        return True
    predicate = readings(LANGUAGE, verb)[0]
    return _may_be_surname(token) and predicate.gender in ("masculine", "") and predicate.number != "plural"


def _may_be_surname(token: Token) -> bool:
    return token.shape == "title" and token.lower.endswith(grammar(LANGUAGE).endings["surname"])


def can_be_genitive(token: Token) -> bool:
    """Whether the word can depend on a noun before it by its form; words that the dictionary does not know can."""
    return _can_be(token, "gen")


def _can_be(token: Token, case: str) -> bool:
    if not token.is_word or token.shape == "upper":
        return True
    found = readings(LANGUAGE, token.lower)
    return any(reading.case == case for reading in found) or not any(reading.known for reading in found)


def starts_new_name(before: Token, token: Token) -> bool:
    """Whether a name begins anew after an oblique noun: «после спектакля Штефан ...»."""
    if before.is_capitalised or not token.is_capitalised or token.shape != "title":
        return False
    if readings(LANGUAGE, token.lower)[0].part == "adjective":
        return False  # «акима Костанайской области»
    return not can_be_nominative(before) and token.lower[-1] in _CONSONANTS


def is_passive_form(lower: str, words: Grammar) -> bool:
    """Whether the word is a short or full passive participle."""
    reading = readings(LANGUAGE, lower)[0]
    return reading.part == "participle" and lower.endswith(words.endings["passive"])
