"""Evaluation: the words that show what somebody thinks of a thing, weighed together clause by clause.

One evaluative word proves little, "serious injuries" is a fact. Words weigh more as a predicate or with a degree, "the
plan is seriously flawed", and a comment on the whole statement or a frame like "the truth is" shows a judgement alone.
"""

from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from sholu.reading.chunks import Chunks, chunks_of, kinds
from sholu.reading.languages import language
from sholu.reading.page import Page
from sholu.reading.patterns import Gapped, Hit, listed
from sholu.text.sentences import Sentence
from sholu.text.tokens import Token

FLOOR = 0.5
"""Weight from which a clause is an assessment: what is more likely none than one is not worth recording."""

# The share of clauses with the cue that read as an assessment, judged by reading press sentences with each.
_WEIGHTS = {"frames": 0.55, "comments": 0.5, "adjectives": 0.25, "adverbs": 0.2, "nouns": 0.15, "verbs": 0.25}
_PREDICATE = 0.55
_GRADED = 0.5
_MOST = 0.85  # what several cues together can reach
_DEGREE = "degree"
_TABLES = (*_WEIGHTS, _DEGREE)


class Evaluation(NamedTuple):
    """A clause that evaluates: the token of its strongest cue, and how sure it is."""

    token: int
    weight: float


@cache
def _lexicon(tag: str) -> Gapped[str]:
    table = language(tag).table("judgements")
    return Gapped(
        ((pattern, name) for name in _TABLES for text in table[name].values() for pattern in listed(text)), tag
    )


@cache
def _words(tag: str, name: str) -> frozenset[str]:
    return frozenset(language(tag).table("judgements")["words"][name].split())


def find_evaluations(page: Page, sentence: Sentence) -> list[Evaluation]:
    """The clauses of a sentence that evaluate, in order."""
    chunks = chunks_of(page)
    clauses: dict[tuple[int, int], list[Evaluation]] = {}
    for cue in _cues(chunks, sentence):
        clauses.setdefault(chunks.clause_at(cue.token), []).append(cue)
    found = [_together(cues) for cues in clauses.values()]
    return [evaluation for evaluation in found if evaluation.weight >= FLOOR]


def _together(cues: list[Evaluation]) -> Evaluation:
    """The chance that at least one of the cues is right, as if they were independent."""
    wrong = 1.0
    for cue in cues:
        wrong *= 1 - cue.weight
    strongest = max(cues, key=lambda cue: cue.weight)
    return Evaluation(strongest.token, round(min(_MOST, 1 - wrong), 2))


def _cues(chunks: Chunks, sentence: Sentence) -> Iterator[Evaluation]:
    graded = -1  # the token after a word of degree
    tokens = chunks.tokens
    for hit in _lexicon(chunks.language).apart(tokens, sentence.first, sentence.stop):
        if hit.value == _DEGREE:
            graded = hit.last + 1
        elif not _is_name(tokens, hit.first, sentence):
            yield Evaluation(hit.first, _weight(chunks, hit, sentence, graded=graded == hit.first))


def _is_name(tokens: Sequence[Token], i: int, sentence: Sentence) -> bool:
    """Whether the word is part of a name, "the Great Lakes", or of a title that opens a sentence, "Prime Minister"."""
    if not tokens[i].is_capitalised:
        return False
    return i > sentence.first or (i + 1 < sentence.stop and tokens[i + 1].is_capitalised)


def _weight(chunks: Chunks, hit: Hit[str], sentence: Sentence, *, graded: bool) -> float:
    if hit.value != "adjectives":
        return _WEIGHTS[hit.value]
    if _is_predicate(chunks, hit, sentence):
        return _PREDICATE
    return _GRADED if graded else _WEIGHTS[hit.value]


def _is_predicate(chunks: Chunks, hit: Hit[str], sentence: Sentence) -> bool:
    """Whether the adjective is what a clause says of its subject: joined to it by "be", "seem", "remain"."""
    following = chunks.kind(hit.last + 1) if hit.last + 1 < sentence.stop else kinds.MARK
    if _is_copula(chunks, hit.last + 1, sentence, "copula_after"):
        return True
    if following in (kinds.NOUN, kinds.ADJECTIVE):
        return chunks.language == "en" and _is_said_to_be(chunks, hit.first, sentence)
    if chunks.language == "kk":
        return following == kinds.MARK and chunks.tokens[min(hit.last + 1, sentence.stop - 1)].text in ".!?"
    lexicon = _lexicon(chunks.language)
    for i in range(hit.first - 1, sentence.first - 1, -1):
        if _is_copula(chunks, i, sentence, "copula"):
            return True
        degree = lexicon.at(chunks.tokens, i, hit.first)
        if chunks.kind(i) != kinds.ADVERB and (degree is None or degree.value != _DEGREE):
            return False
    return False


def _is_said_to_be(chunks: Chunks, i: int, sentence: Sentence) -> bool:
    """ "Has become an almost impossible task": whether "a" and a copula stand before an adjective and its noun."""
    i -= 1
    while i > sentence.first and chunks.kind(i) in (kinds.ADVERB, kinds.ADJECTIVE):
        i -= 1
    article = chunks.tokens[i].lower in _words("en", "indefinite")
    return article and _is_copula(chunks, i - 1, sentence, "copula")


def _is_copula(chunks: Chunks, i: int, sentence: Sentence, name: str) -> bool:
    if not sentence.first <= i < sentence.stop:
        return False
    word = chunks.tokens[i].lower
    known = _words(chunks.language, name)
    if word in known or (chunks.verb_base(i) or word) in known:
        return True
    return name == "copula" and chunks.grammar.group.get(word) == "be"
