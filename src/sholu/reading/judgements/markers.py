"""Words that show a judgement by themselves, and of which kind it is where they stand."""

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from sholu.model.reading import JudgementKind
from sholu.reading.chunks import Chunks, chunks_of, kinds
from sholu.reading.judgements.conditions import opens_condition
from sholu.reading.judgements.hedges import Hedge, find_hedges
from sholu.reading.languages import language
from sholu.reading.languages.morphology import readings
from sholu.reading.page import Page
from sholu.reading.patterns import Gapped, Hit, listed
from sholu.text.sentences import Sentence

WEIGHTS: dict[JudgementKind, float] = {"forecast": 0.6, "recommendation": 0.65, "condition": 0.75}


_NEAR = 6
"""Tokens beside a word of advice within which stands what is advised."""


_BESIDE = frozenset({kinds.AUXILIARY, kinds.ADVERB})
"""Kinds of words between a word of advice and its verb: "must also be"."""


class Marker(NamedTuple):
    """What shows a judgement: its kind, the token, how sure it is."""

    kind: JudgementKind
    token: int
    weight: float


@cache
def marking_words(tag: str) -> Gapped[str]:
    """The words of a language that show a judgement, each with its kind."""
    table = language(tag).table("judgements")["kinds"]
    return Gapped(((pattern, kind) for kind, text in table.items() for pattern in listed(text)), tag)


@cache
def _words(tag: str, name: str) -> frozenset[str]:
    return frozenset(language(tag).table("judgements")["words"].get(name, "").split())


def worded(page: Page, sentence: Sentence, first: int, stop: int) -> Iterator[Marker]:
    """The words among tokens `first` .. `stop` (not included) of a sentence that show a judgement."""
    chunks = chunks_of(page)
    for hit in marking_words(page.language.tag).apart(page.tokens, first, stop):
        kind = _kind(page, chunks, hit, sentence)
        if kind is not None:
            yield Marker(kind, hit.first, WEIGHTS[kind])


def showing(page: Page, kind: JudgementKind, first: int, stop: int, *, modal: bool = False) -> list[int]:
    """The tokens among these that show a forecast or a recommendation; of a forecast with `modal` also "may"."""
    sentence = page.sentence_of(first)
    stop = min(stop, sentence.stop)
    shown = [marker.token for marker in worded(page, sentence, first, stop) if marker.kind == kind]
    if modal and kind == "forecast":
        shown += [hedge.first for hedge in find_hedges(page, first, stop) if of_what_comes(page, hedge)]
    return shown


def _kind(page: Page, chunks: Chunks, hit: Hit[str], sentence: Sentence) -> JudgementKind | None:
    """The kind that a marker shows where it stands."""
    tag = page.language.tag
    if hit.value == "condition":
        return "condition" if opens_condition(chunks, hit.first, sentence) else None
    before = page.tokens[hit.first - 1].lower if hit.first > sentence.first else ""
    if hit.value == "recommendation":
        if before in _words(tag, "modal") or _was_planned(page, hit) or _only_says(page, chunks, hit, sentence):
            return None  # "may need to" advises nothing
        if page.tokens[hit.last].lower in _words(tag, "with_infinitive") and not _has_infinitive(page, hit, sentence):
            return None
        inverted = page.tokens[hit.first].lower in _words(tag, "inverted")
        return "condition" if inverted and opens_condition(chunks, hit.first, sentence) else "recommendation"
    noun = tag == "en" and hit.first == hit.last and chunks.kind(hit.first) == kinds.NOUN
    return None if before in _words(tag, "first_person") or noun else "forecast"


def _only_says(page: Page, chunks: Chunks, hit: Hit[str], sentence: Sentence) -> bool:
    """English: "I must admit that", "it should be noted that": what somebody only says that he says."""
    i = hit.last + 1
    while i + 1 < sentence.stop and chunks.kind(i) in _BESIDE:
        i += 1
    return i < sentence.stop and page.tokens[i].lower in _words(page.language.tag, "saying")


def _was_planned(page: Page, hit: Hit[str]) -> bool:
    """Russian: «должен был начаться»: what was to happen is no advice."""
    if page.language.tag != "ru" or hit.last + 1 >= len(page.tokens):
        return False
    return any(
        form.lemma in _words("ru", "state") and form.tense == "past"
        for form in readings("ru", page.tokens[hit.last + 1].lower)
    )


def _has_infinitive(page: Page, hit: Hit[str], sentence: Sentence) -> bool:
    """Russian: «стоит подождать», unlike «завод стоит», «из чего следует»."""
    near = range(max(sentence.first, hit.first - _NEAR), min(sentence.stop, hit.last + 1 + _NEAR))
    return any(form.part == "infinitive" for i in near for form in readings("ru", page.tokens[i].lower)[:1])


def of_what_comes(page: Page, hedge: Hedge) -> bool:
    """Whether a modal before a verb of doing speaks of what is to come; before a state it does of what is."""
    tag = page.language.tag
    if page.tokens[hedge.first].lower not in _words(tag, "modal"):
        return False
    following = hedge.last + 1
    return following < len(page.tokens) and page.tokens[following].lower not in _words(tag, "state")
