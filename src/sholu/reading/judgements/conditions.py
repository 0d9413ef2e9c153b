"""Conditions: whether a word sets one, and how far the clause goes in which it does."""

from functools import cache

from sholu.reading.chunks import Chunks, kinds
from sholu.reading.judgements.statement import Stretch
from sholu.reading.languages import language
from sholu.text.sentences import Sentence

_APART = frozenset(',;:—–(“"«')
_ENDS = frozenset(";:—–()”»")
_VERBAL = frozenset({kinds.VERB, kinds.AUXILIARY})
_DETERMINED = frozenset({kinds.DETERMINER, kinds.POSSESSIVE, kinds.PRONOUN, kinds.NUMBER})
_SUBJECTS = _DETERMINED | {kinds.NOUN}
_CLAUSAL = frozenset({kinds.RELATIVE, kinds.SUBORDINATOR, kinds.INFINITIVE})
_SHORTEST = 1  # tokens behind the preposition of a condition before its outcome begins
_NAMING = frozenset({kinds.NOUN, kinds.PRONOUN})
_OPENING = frozenset({kinds.RELATIVE, kinds.SUBORDINATOR, kinds.CONJUNCTION, kinds.PRONOUN})


@cache
def _words(tag: str, name: str) -> frozenset[str]:
    return frozenset(language(tag).table("judgements")["words"].get(name, "").split())


def opens_condition(chunks: Chunks, i: int, sentence: Sentence) -> bool:
    """Whether the word at token `i`, which may set a condition, does so here."""
    word = chunks.tokens[i].lower
    if i > sentence.first and _asks(chunks, i - 1):
        return False
    if word in _words(chunks.language, "inverted"):
        return _is_inverted(chunks, i, sentence) and chunks.tokens[sentence.stop - 1].text != "?"
    if word in _words(chunks.language, "set_apart"):
        return i == sentence.first or chunks.tokens[i - 1].text in _APART
    return True


def _is_inverted(chunks: Chunks, i: int, sentence: Sentence) -> bool:
    """ "Should prices fall", "... at once should the board agree": the subject stands behind the verb.

    Of such verbs only "should" does so in the middle of a clause.
    """
    if i == sentence.first or chunks.tokens[i - 1].text in _APART - {",", "("}:
        return True
    if i + 1 >= sentence.stop or chunks.tokens[i].lower not in _words(chunks.language, "inverted_inside"):
        return False
    if chunks.kind(i - 1) in _OPENING or chunks.kind(i + 1) not in _SUBJECTS:
        return False
    if not any(chunks.kind(j) in _VERBAL for j in range(sentence.first, i)):
        return False  # "shortfalls in the north should halve": all that stands before it is its subject
    return chunks.kind(i + 1) in _DETERMINED or chunks.kind(i - 1) not in _NAMING


def _asks(chunks: Chunks, i: int) -> bool:
    """Whether the word makes an "if" after it a question, "asked if"."""
    asking = _words(chunks.language, "asking")
    return chunks.tokens[i].lower in asking or (chunks.verb_base(i) or "") in asking


def condition_clause(chunks: Chunks, i: int, sentence: Sentence) -> Stretch:
    """First and last token of the clause that the word at token `i` makes a condition."""
    closing = _words(chunks.language, "closing")
    for last in range(i, min(i + 2, sentence.stop)):
        if chunks.tokens[last].lower in closing:
            return chunks.clause_at(i)[0], last
    end = _end(chunks, i, sentence)
    outcome = outcome_of_condition(chunks, i, end + 1)
    return i, end if outcome is None else outcome - 1


def outcome_of_condition(chunks: Chunks, i: int, stop: int) -> int | None:
    """Where without a comma begins what comes of the condition that the word at token `i` sets.

    Behind "then", or with the verb where a preposition sets it: «в случае отказа могут уйти».
    """
    words = _words(chunks.language, "outcome")
    told = False
    for j in range(i + 1, min(stop, len(chunks.tokens))):
        if told and chunks.tokens[j].lower in words:
            return j
        told = told or chunks.kind(j) in _VERBAL
    return _verb_of_outcome(chunks, i, stop) if chunks.kind(i) == kinds.PREPOSITION else None


def _verb_of_outcome(chunks: Chunks, i: int, stop: int) -> int | None:
    """The verb behind a phrase that sets a condition, no clause of its own in between."""
    for j in range(i + 1, min(stop, len(chunks.tokens))):
        kind = chunks.kind(j)
        if kind in _CLAUSAL or chunks.tokens[j].text in _ENDS or chunks.tokens[j].text == ",":
            return None
        if kind in _VERBAL:
            return j if j > i + _SHORTEST else None
    return None


def _end(chunks: Chunks, first: int, sentence: Sentence) -> int:
    """The last token of a clause that begins at token `first`: before the first mark that follows its verb."""
    lone = _lone_comma(chunks, first, sentence)
    told = False
    aside = False  # inside "the round, which both sides prepared, ..."
    for j in range(first + 1, sentence.stop):
        text = chunks.tokens[j].text
        if text in _ENDS:
            return j - 1
        if text == ",":
            if told or j == lone:
                return j - 1
            aside = not aside and j + 1 < sentence.stop and chunks.kind(j + 1) == kinds.RELATIVE
        elif not aside and chunks.kind(j) in _VERBAL:
            told = True
    return sentence.stop - 1


def _lone_comma(chunks: Chunks, first: int, sentence: Sentence) -> int | None:
    """The one comma of a sentence that a condition opens: it parts the two, be there a verb that is known or not."""
    words = (i for i in range(sentence.first, first) if chunks.tokens[i].is_word)
    commas = [i for i in range(first, sentence.stop) if chunks.tokens[i].text == ","]
    opens = next(words, None) is None and len(commas) == 1
    return commas[0] if opens and commas[0] > first + 1 else None
