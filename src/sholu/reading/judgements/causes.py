"""Causes and effects: what ties them, which words are the one and which the other, and how the effect fares."""

from collections.abc import Sequence
from typing import NamedTuple

from sholu.model.reading import Attribution, Sign
from sholu.model.span import Span
from sholu.reading.judgements.connectives import NONE, Connective, causal_endings, connectives
from sholu.reading.judgements.factors import factors, sign_of
from sholu.reading.judgements.holding import holds
from sholu.reading.judgements.statement import SHORT, Statement, Stretch, tellings
from sholu.reading.judgements.verbs import is_denied
from sholu.reading.page import Page
from sholu.reading.patterns import Hit
from sholu.text.sentences import Sentence

_MOST = 3  # causal ties kept for one sentence, the surest first
_CLOSED = ("verb", "final", "passive", "between", "sentence", "postposition", "clausal")  # no end outside their clause
_BESIDE = 3  # tokens beside a cause and its effect in which the word may stand that ties them
_SAME = 0.5  # share of the words of the shorter from which two causes are one


def says_cause(page: Page, span: Span) -> bool:
    """Whether some word in or at a stretch says that one thing brings about another."""
    first, stop = page.token_range(span)
    sentence = page.sentence_of(first)
    first, stop = max(sentence.first, first - _BESIDE), min(max(sentence.stop, stop), stop + _BESIDE)
    found = connectives(page.language.tag).apart(page.tokens, first, stop)
    return any(hit.value.form != NONE and hit.value.said for hit in found)


class Tie(NamedTuple):
    """A cause and an effect found: stretches of tokens, both ends included."""

    cause: Stretch
    effect: Stretch
    sign: Sign
    weight: float
    connective: Stretch


def find_ties(page: Page, sentence: Sentence, said: Sequence[Attribution] = ()) -> list[Tie]:
    """The causal ties of one sentence, in order, no two of them about the same cause and the same effect.

    A tie that stands in what somebody of `said` says has both ends in his words, unless it has but one there.
    """
    whole = Statement(page, sentence)
    hits = _connectives_of(whole)
    found: dict[Hit[Connective], Tie] = {}
    if hits:
        closed: set[Hit[Connective]] = set()
        for told in tellings(page, sentence, said):
            statement = Statement(page, sentence, told)
            inside = [hit for hit in hits if hit not in found and _is_told(statement, told, hit)]
            found |= _ties(statement, inside)
            closed.update(hit for hit in inside if hit.value.form in _CLOSED)
        found = _ties(whole, [hit for hit in hits if hit not in closed]) | found
    return without_repeats(list(found.values()), most=_MOST)


def _is_told(statement: Statement, told: Stretch, hit: Hit[Connective]) -> bool:
    """Whether a connective ties what stands in these words: in "praised the vote for its calm" it ties the praise."""
    if not (told[0] <= hit.first and hit.last <= told[1]):
        return False
    closed = hit.value.form in _CLOSED and not (hit.value.form == "passive" and statement.tag == "en")
    return closed or statement.opens(hit.first) or statement.has_verb(statement.start, hit.first)


def _connectives_of(statement: Statement) -> list[Hit[Connective]]:
    """The words that can tie a cause to its effect, in order."""
    known = connectives(statement.tag).apart(statement.tokens, statement.start, statement.stop)
    short = len(statement.tokens) <= SHORT
    hits = [hit for hit in known if short or hit.value.said]
    endings = causal_endings(statement.tag)
    if endings:
        taken = {i for hit in hits for i in range(hit.first, hit.last + 1)}
        for i in range(statement.start, statement.stop):
            lower = statement.tokens[i].lower
            found = next((value for ending, value in endings if lower.endswith(ending)), None)
            if found is not None and i not in taken:
                hits.append(Hit(i, i, 1, found))
        hits.sort(key=lambda hit: hit.first)
    return hits


def _ties(statement: Statement, hits: Sequence[Hit[Connective]]) -> dict[Hit[Connective], Tie]:
    """The ties that connectives make in a statement."""
    found: dict[Hit[Connective], Tie] = {}
    held = [hit for hit in hits if holds(statement, hit)]
    for before, hit, after in zip([None, *held], held, [*held[1:], None], strict=False):
        pair = factors(statement, hit, before, after)
        if pair is not None:
            cause, effect = pair
            sign = "0" if is_denied(statement, hit) else sign_of(statement, hit.value, effect)
            found[hit] = Tie(cause, effect, sign, hit.value.weight, (hit.first, hit.last))
    return found


def without_repeats(ties: list[Tie], most: int) -> list[Tie]:
    """At most so many ties, the surest of those that tell the same thing, in order of their connectives."""
    kept: list[Tie] = []
    for tie in sorted(ties, key=lambda tie: -tie.weight):
        if not any(_repeats(tie, other) for other in kept):
            kept.append(tie)
    return sorted(kept[:most], key=lambda tie: tie.connective)


def _repeats(tie: Tie, other: Tie) -> bool:
    """Whether both causes and both effects share more than half of the shorter one's words."""
    return _share(tie.cause, other.cause) > _SAME and _share(tie.effect, other.effect) > _SAME


def _share(left: Stretch, right: Stretch) -> float:
    common = min(left[1], right[1]) - max(left[0], right[0]) + 1
    return common / (min(left[1] - left[0], right[1] - right[0]) + 1)
