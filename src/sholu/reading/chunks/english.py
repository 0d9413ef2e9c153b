"""Kinds of English words from the word and its neighbours: noun or verb is decided by what stands around it."""

import re
from collections.abc import Sequence

from sholu.reading.chunks import kinds as k
from sholu.reading.chunks.kinds import Grammar
from sholu.reading.chunks.verbs import BASE, ING, PARTICIPLE, PAST, THIRD
from sholu.reading.places.adjectives import country_word
from sholu.text.tokens import Token

_NOMINAL_BEFORE = frozenset({k.DETERMINER, k.POSSESSIVE, k.ADJECTIVE, k.NUMBER, k.PARTICIPLE})
_OBJECT_START = frozenset({k.DETERMINER, k.PRONOUN, k.SUBORDINATOR, k.RELATIVE, k.INFINITIVE, k.ADVERB, k.NUMBER})
_OPEN_QUOTES = frozenset("\"“«‘''``")
_SET_OFF = frozenset(',”"»')
_SHORTEST = 5
_YEAR = re.compile("(19|20)[0-9][0-9]")
_NO_NOUN = ("ed", "ing", "ly")
_NEAR = 30  # tokens between the head of a phrase and its verb
_MARK_KINDS = {"&": k.CONJUNCTION, "%": k.NOUN}


def english(tokens: Sequence[Token], first: int, stop: int, grammar: Grammar) -> list[str]:
    """The kind of every token of the sentence `first` .. `stop` (not included)."""
    found: list[str] = []
    for index in range(first, stop):
        found.append(_kind(tokens, index, first, stop, found, grammar))
    return found


def _kind(tokens: Sequence[Token], i: int, first: int, stop: int, done: list[str], grammar: Grammar) -> str:
    token = tokens[i]
    shape = token.shape
    if shape == "mark":
        return _MARK_KINDS.get(token.text, k.MARK)
    if shape == "number":
        return k.NUMBER
    if shape == "possessive":
        return _after_apostrophe(tokens, i, stop, done, grammar)
    if shape == "url":
        return k.NOUN
    capital = shape != "lower"
    if (
        capital
        and i > first
        and done[-1] != k.MARK
        and token.lower != "i"
        and (shape != "upper" or len(token.text) > 1)
    ):
        kind = grammar.closed.get(token.lower)
        return kind if kind in (k.PRONOUN, k.PREPOSITION) and shape == "title" else k.NOUN
    kind = grammar.closed.get(token.lower)
    if kind == k.PRONOUN and shape == "upper" and len(token.text) > 1:
        return k.NOUN  # "US" is no "us"
    if kind is not None:
        return _closed(kind, tokens, i, stop, done, grammar)
    if token.lower in grammar.verbs:
        return _verb(tokens, i, first, stop, done, grammar)
    return k.NOUN if capital else _by_ending(tokens, i, first, stop, done, grammar)


def _after_apostrophe(tokens: Sequence[Token], i: int, stop: int, done: list[str], grammar: Grammar) -> str:
    """ "'s" is a verb after a pronoun, else a possessive."""
    before = grammar.group.get(tokens[i - 1].lower) if i else None
    return k.AUXILIARY if done and before in ("pronoun", "relative", "subordinator") else k.POSSESSIVE


def _closed(kind: str, tokens: Sequence[Token], i: int, stop: int, done: list[str], grammar: Grammar) -> str:
    following = tokens[i + 1].lower if i + 1 < stop else ""
    if kind == k.INFINITIVE:
        form = grammar.verbs.get(following)
        if form is None and following.endswith(grammar.endings["adverb"]) and i + 2 < stop:
            form = grammar.verbs.get(tokens[i + 2].lower)
        if following in grammar.closed:
            adverb = grammar.closed[following] == k.ADVERB
            return k.INFINITIVE if adverb or grammar.group[following] in ("be", "have", "modal") else k.PREPOSITION
        return k.INFINITIVE if form and BASE in form.forms and tokens[i + 1].shape == "lower" else k.PREPOSITION
    if kind == k.DETERMINER and tokens[i].lower in grammar.words["alone"]:
        opens = following in grammar.closed and grammar.closed[following] in (k.AUXILIARY, k.PREPOSITION, k.MARK)
        return k.PRONOUN if opens or not following or not following[0].isalnum() else k.DETERMINER
    if kind == k.PRONOUN and tokens[i].lower in grammar.words["counting"]:
        form = grammar.verbs.get(following)
        plain = following not in grammar.closed and i + 1 < stop and tokens[i + 1].shape == "lower"
        counts = plain and (form is None or form.forms == BASE) and not following.endswith(_NO_NOUN)
        return k.NUMBER if counts else kind  # "arrested one suspect"
    if kind == k.SUBORDINATOR and tokens[i].lower in grammar.words["demonstrative"]:
        return k.DETERMINER if done and done[-1] == k.PREPOSITION else kind
    return kind


def _by_ending(tokens: Sequence[Token], i: int, first: int, stop: int, done: list[str], grammar: Grammar) -> str:
    word = tokens[i].lower
    if len(word) >= _SHORTEST:
        if word.endswith("ed"):
            return _past(tokens, i, stop, done, grammar)
        if word.endswith("ing"):
            return _ing(tokens, i, stop, done, grammar)
        if word.endswith(grammar.endings["adverb"]):
            return k.ADVERB
        if word.endswith(grammar.endings["adjective"]):
            return k.ADJECTIVE
    return k.NOUN


def _before(done: list[str]) -> str:
    """The kind of the nearest word to the left that is no adverb; a mark at the start of a sentence."""
    for kind in reversed(done):
        if kind != k.ADVERB:
            return kind
    return k.MARK


def _verb(tokens: Sequence[Token], i: int, first: int, stop: int, done: list[str], grammar: Grammar) -> str:
    token = tokens[i]
    forms = grammar.verbs[token.lower].forms
    if ING in forms:
        return _ing(tokens, i, stop, done, grammar)
    if PAST in forms or PARTICIPLE in forms:
        if BASE in forms and grammar.verbs[token.lower].base in grammar.words["nounlike"]:
            before = _before(done)
            of_it = before == k.NOUN and i + 1 < stop and tokens[i + 1].lower == "of"  # "the total cost of the road"
            carried = (
                i + 1 < stop and grammar.closed.get(tokens[i + 1].lower) == k.AUXILIARY
            )  # "the wheat forecast has"
            if before in _NOMINAL_BEFORE or of_it or (before == k.NOUN and carried):
                return k.NOUN
        return _past(tokens, i, stop, done, grammar)
    before = _before(done)
    if before == k.INFINITIVE or before == k.AUXILIARY:
        return k.VERB
    if before in _NOMINAL_BEFORE or before == k.PREPOSITION:
        return k.NOUN
    nounlike = grammar.verbs[token.lower].base in grammar.words["nounlike"]
    if nounlike and before == k.NOUN and _tells_country(tokens[i - 1].lower):
        return k.NOUN  # "Turkish exports to Norland"
    if THIRD in forms:
        if nounlike and i == first:
            return k.NOUN  # "Exports to Iran rose": no statement begins with such a verb
        return (
            k.VERB
            if not nounlike
            or before in (k.PRONOUN, k.RELATIVE)
            or _object_follows(tokens, i, stop, grammar)
            or _closes_with_name(tokens, i, first, stop)
            else k.NOUN
        )
    if before in (k.PRONOUN, k.RELATIVE):
        return k.VERB
    if before == k.CONJUNCTION:
        return k.VERB if not nounlike or _object_follows(tokens, i, stop, grammar) else k.NOUN
    plural = i > first and _is_plural(tokens[i - 1].lower, grammar)
    if not plural and before == k.NOUN:
        # "experts at the bank say": the head stands before the preposition.
        plural = not nounlike and k.PREPOSITION in done[-_NEAR:]
    if plural:
        ends = i + 1 < stop and tokens[i + 1].text in ".,"
        return k.VERB if not nounlike or ends or _object_follows(tokens, i, stop, grammar) else k.NOUN
    return k.NOUN if nounlike or token.shape != "lower" else k.VERB


def _tells_country(lower: str) -> bool:
    """Whether a word is the adjective of a country."""
    known = country_word("en", lower)
    return known is not None and known[1] == "adjective"


def _is_plural(lower: str, grammar: Grammar) -> bool:
    ending = lower.endswith("s") and not lower.endswith(grammar.endings["singular"])
    return ending or lower in grammar.words["plurals"]


def _object_follows(tokens: Sequence[Token], i: int, stop: int, grammar: Grammar) -> bool:
    if i + 1 >= stop:
        return True
    following = tokens[i + 1]
    if following.text in _OPEN_QUOTES:
        return True
    kind = grammar.closed.get(following.lower)
    if kind == k.ADVERB and i + 2 < stop and (form := grammar.verbs.get(tokens[i + 2].lower)):
        return not (PAST in form.forms and BASE not in form.forms)  # "border guards then intervened"
    return kind in _OBJECT_START or (kind is None and following.is_capitalised) or following.shape == "number"


def _closes_with_name(tokens: Sequence[Token], i: int, first: int, stop: int) -> bool:
    """ "..., Blue Agency reports.": the last word of a sentence, behind a name that a comma or quotation sets off."""
    if i + 1 < stop and not (tokens[i + 1].text == "." and i + 2 >= stop):
        return False
    j = i - 1
    while j > first and tokens[j].is_capitalised:
        j -= 1
    return first < j < i - 1 and tokens[j].text in _SET_OFF


def _past(tokens: Sequence[Token], i: int, stop: int, done: list[str], grammar: Grammar) -> str:
    """A past form is a predicate unless it stands before a noun inside a noun phrase."""
    before = _before(done)
    if before == k.ADJECTIVE and _predicate_ends(tokens, i, stop, grammar):
        return k.VERB  # the adjective stands for its noun: "the foreigner said", "the elderly protested against"
    if before == k.NUMBER and _YEAR.fullmatch(tokens[i - 1].text) and _predicate_ends(tokens, i, stop, grammar):
        return k.VERB  # "exports in 2018 stood at"
    if before in _NOMINAL_BEFORE or before == k.PREPOSITION:
        return k.PARTICIPLE
    return k.VERB


def _predicate_ends(tokens: Sequence[Token], i: int, stop: int, grammar: Grammar) -> bool:
    """Whether what follows token `i` cannot be a noun that the token modifies."""
    if i + 1 >= stop or tokens[i + 1].shape == "mark":
        return True
    kind = grammar.closed.get(tokens[i + 1].lower)
    return kind in _OBJECT_START or kind == k.PREPOSITION


def _ing(tokens: Sequence[Token], i: int, stop: int, done: list[str], grammar: Grammar) -> str:
    before = done[-1] if done else k.MARK
    if before == k.AUXILIARY or (before == k.ADVERB and _before(done) == k.AUXILIARY):
        return k.VERB
    if before in _NOMINAL_BEFORE:
        return k.NOUN
    following = grammar.closed.get(tokens[i + 1].lower) if i + 1 < stop else k.MARK
    by = before == k.VERB and i + 1 < stop and tokens[i + 1].lower == "by"  # "underwent shelling by"
    return k.NOUN if by or (before == k.PREPOSITION and following == k.PREPOSITION) else k.GERUND
