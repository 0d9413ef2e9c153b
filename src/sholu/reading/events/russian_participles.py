"""Russian participles that only name or describe people: «задержанный рассказал», «среди арестованных подростков»."""

from collections.abc import Set as AbstractSet

from sholu.reading.chunks import Chunks, kinds
from sholu.reading.languages.morphology import readings

_BETWEEN = frozenset({kinds.ADVERB, kinds.ADJECTIVE, kinds.DETERMINER, kinds.NUMBER, kinds.PARTICIPLE})
_BEFORE = 8  # tokens between the comma that opens the clause of a participle and the participle


def only_names(chunks: Chunks, i: int, dated: AbstractSet[int]) -> bool:
    """Whether the participle at token `i` tells of no deed: it stands for people, or stands bare before its noun.

    A deed is told by one that opens words of its own between commas or has its own words before its noun:
    «сторожа, задержанного в мае», «задержанного полицией сторожа».
    """
    word = chunks.page.tokens[i].lower
    found = readings("ru", word)
    if not found[0].case or not any(form.part == "participle" for form in found):
        return False
    if any(form.case == "ins" for form in found) and i and chunks.kind(i - 1) in (kinds.AUXILIARY, kinds.VERB):
        return False  # «оказался задержанным»
    return not _opens_words(chunks, i, dated) and not _has_words(chunks, i, dated)


def _opens_words(chunks: Chunks, i: int, dated: AbstractSet[int]) -> bool:
    """Whether a comma stands before the participle with nothing of another clause between."""
    tokens, first = chunks.page.tokens, chunks.page.sentence_of(i).first
    for j in range(i - 1, max(first, i - _BEFORE) - 1, -1):
        if tokens[j].text in (",", "—", "–", "("):
            return j > first
        if j not in dated and chunks.kind(j) in (kinds.VERB, kinds.AUXILIARY, kinds.RELATIVE, kinds.SUBORDINATOR):
            return False
    return False


def _has_words(chunks: Chunks, i: int, dated: AbstractSet[int]) -> bool:
    """Whether a participle has words of its own: a day or more behind it, or those before it and its noun."""
    tokens, stop = chunks.page.tokens, chunks.page.sentence_of(i).stop
    if i + 1 < stop and i + 1 in dated:
        return True
    j = i + 1
    while j < stop and chunks.kind(j) in _BETWEEN:
        j += 1
    if j >= stop or not tokens[j].is_word:
        return False
    if chunks.kind(j) == kinds.PREPOSITION:
        return True
    if chunks.kind(j) != kinds.NOUN:
        return False
    cases = {form.case for form in readings("ru", tokens[i].lower) if form.case}
    own = {form.case for form in readings("ru", tokens[j].lower) if form.case}
    before = i > 0 and (i - 1 in dated or chunks.kind(i - 1) == kinds.ADVERB)
    return before or (bool(own) and cases.isdisjoint(own))
