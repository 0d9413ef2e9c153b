"""What somebody is said to foretell, fear or hope: a forecast by the verb that reports it, whatever its own words."""

from collections.abc import Sequence
from functools import cache
from itertools import count

from sholu.codebook.hedges import bands
from sholu.model.changing import replace
from sholu.model.reading import Attribution, Basis, Judgement
from sholu.model.span import Span
from sholu.reading.chunks import chunks_of, kinds
from sholu.reading.languages import language
from sholu.reading.page import Page
from sholu.text.phrases import Phrases

_CONFIDENCE = 0.97
"""How surely what is foretold, feared or hoped for is a forecast: nine in ten in corpus train."""
_POSSIBLE = "possible"
_LEAST = 3  # words of a forecast
_LONGEST = 40  # words of one


@cache
def _verbs(tag: str, name: str) -> Phrases[bool]:
    return Phrases((word, True) for word in language(tag).table("judgements")["words"][name].split())


def foretold(page: Page, said: Sequence[Attribution], found: Sequence[Judgement]) -> list[Judgement]:
    """The judgements with what is foretold as forecasts, and with hedges where it is only feared or hoped for."""
    kept: dict[int, Judgement] = dict(enumerate(found))
    there: dict[int, list[int]] = {}
    numbers = count(len(found))
    for number, one in kept.items():
        for sentence in _sentences(page, one.evidence):
            there.setdefault(sentence, []).append(number)
    for item in said:
        dreaded = _tells(page, item, "dreading")
        if not dreaded and not _tells(page, item, "foretelling"):
            continue
        near = sorted({n for span in item.content for i in _sentences(page, span) for n in there.get(i, ())})
        inside = [n for n in near if n in kept and any(span.meets(kept[n].evidence) for span in item.content)]
        if {kept[n].kind for n in inside}.isdisjoint(("forecast", "cause")):
            new = _new(page, item, [kept[n] for n in inside])
            for number in [n for n in inside if kept[n].kind == "assessment"]:
                del kept[number]
                inside.remove(number)
            for one in new:
                inside.append(next(numbers))
                kept[inside[-1]] = one
        if dreaded and item.cue is not None:
            kept.update({n: _hedged(kept[n], item, item.cue) for n in inside})
    return list(kept.values())


def _sentences(page: Page, span: Span) -> range:
    """The numbers of the sentences in which a stretch lies."""
    return range(page.sentence_at(span.start).i, page.sentence_at(max(span.end - 1, span.start)).i + 1)


def _tells(page: Page, item: Attribution, name: str) -> bool:
    """Whether the verb of an attribution is one of those listed."""
    if item.cue is None:
        return False
    tag, (first, stop) = page.language.tag, page.token_range(item.cue)
    verbs = _verbs(tag, name)
    if any(token.lower in _words(tag, "borne_out") for token in page.tokens[max(0, first - 1) : first + 1]):
        return False
    if tag == "en":
        bases = (chunks_of(page).verb_base(i) or "" for i in range(first, stop))
        return any(base in _words(tag, name) for base in bases)
    return any(True for _ in verbs.find(page.tokens, first, stop))


@cache
def _words(tag: str, name: str) -> frozenset[str]:
    return frozenset(language(tag).table("judgements")["words"][name].split())


def _new(page: Page, item: Attribution, inside: Sequence[Judgement]) -> list[Judgement]:
    """What is told as a forecast, without the condition that it depends on; none for a word or a whole speech."""
    if len(item.content) != 1 or item.mode == "direct":
        return []
    span = item.content[0]
    for one in inside:
        if one.kind == "condition":
            after = Span(min(one.evidence.end, span.end), span.end)
            before = Span(span.start, max(one.evidence.start, span.start))
            span = max(after, before, key=lambda part: part.end - part.start)
    start, end = span.trimmed(page.text)
    while end > start and page.text[end - 1] in ",;: ":
        end -= 1
    while start < end and page.text[start] in ",;: ":
        start += 1
    words = sum(token.is_word for token in page.tokens_in(Span(start, end))) if start < end else 0
    if not _LEAST <= words <= _LONGEST:
        return []
    basis = (Basis("exact", "foretold", _CONFIDENCE),)
    return [Judgement(id="", kind="forecast", evidence=Span(start, end), confidence=_CONFIDENCE, basis=basis)]


def _hedged(judgement: Judgement, item: Attribution, cue: Span) -> Judgement:
    """A forecast among the words that somebody fears or hopes, hedged by the verb that says so."""
    told = judgement.kind == "forecast" and any(span.meets(judgement.evidence) for span in item.content)
    if not told or judgement.hedged:
        return judgement
    band = bands()[_POSSIBLE]
    return replace(judgement, hedged=True, hedge=cue, probability=(band.low, band.high))


def speaks_of_likelihood(page: Page, evidence: Span) -> bool:
    """Whether a statement only says how likely something is: "a strike is unlikely"."""
    first, stop = page.token_range(evidence)
    likely = next((hit for hit in _verbs(page.language.tag, "likelihood").find(page.tokens, first, stop)), None)
    if likely is None or stop - 1 - likely.last > _TAIL:
        return False
    named = page.language.tag == "en" and likely.last + 1 < stop  # "an impossible task"
    return not named or chunks_of(page).kind(likely.last + 1) not in (kinds.NOUN, kinds.ADJECTIVE)


_TAIL = 4  # words behind the predicate: "before November"
