"""Whose judgement the verb beside it tells: who threatens, «профсоюз грозит забастовкой, если ...», or lays blame."""

from functools import cache

from sholu.model.changing import replace
from sholu.model.reading import EntityKind, Judgement
from sholu.reading.chunks import chunks_of
from sholu.reading.entities import EntityIndex
from sholu.reading.languages import language
from sholu.reading.page import Page
from sholu.text.phrases import Phrases

_ACTORS: tuple[EntityKind, ...] = ("person", "organisation", "group", "place")


_BEFORE = 3  # tokens before a cause and its effect within which the verb stands that lays the blame


@cache
def _verbs(tag: str, name: str) -> Phrases[bool]:
    return Phrases((word, True) for word in language(tag).table("judgements")["words"][name].split())


def with_owner(page: Page, entities: EntityIndex, judgement: Judgement) -> Judgement:
    """A condition with the one as its holder who threatens or promises what depends on it, in the clause before it.

    A cause with who lays the blame: "the minister put the delay down to the rain".
    """
    if judgement.kind == "cause":
        return _with_blamer(page, entities, judgement)
    if judgement.kind != "condition" or judgement.holder != "author":
        return judgement
    first = page.token_range(judgement.evidence)[0]
    sentence = page.sentence_at(judgement.evidence.start)
    for i in range(first - 1, sentence.first, -1):
        if page.tokens[i].text == ";":
            break
        if _verbs(page.language.tag, "undertaking").at(page.tokens, i, i + 1) is None:
            continue
        subject = chunks_of(page).noun_phrase_before(i)
        owner = _actor(page, entities, subject) if subject is not None else None
        return judgement if owner is None else replace(judgement, holder=owner)
    return judgement


def _with_blamer(page: Page, entities: EntityIndex, judgement: Judgement) -> Judgement:
    if judgement.holder != "author" or judgement.cause is None or judgement.effect is None:
        return judgement
    sentence = page.sentence_at(judgement.evidence.start)
    first = page.token_range(judgement.evidence)[0]
    stop = page.token_range(min(judgement.cause.span, judgement.effect.span))[0]
    chunks, verbs = chunks_of(page), _verbs(page.language.tag, "laying_blame")
    for i in range(max(sentence.first + 1, first - _BEFORE), stop):
        known = verbs.at(page.tokens, i, i + 1) is not None
        if known or (page.language.tag == "en" and (chunks.verb_base(i) or "") in _words("en", "laying_blame")):
            subject = chunks.noun_phrase_before(i)
            owner = _actor(page, entities, subject) if subject is not None and not chunks.is_passive(i) else None
            return judgement if owner is None else replace(judgement, holder=owner)
    return judgement


@cache
def _words(tag: str, name: str) -> frozenset[str]:
    return frozenset(language(tag).table("judgements")["words"][name].split())


def _actor(page: Page, entities: EntityIndex, subject: tuple[int, int]) -> str | None:
    """The person named in a subject, else whom it means as a whole."""
    span = page.span(*subject)
    people = [id for mention, id in entities.within(span) if entities.get(id).kind == "person"]
    return people[-1] if people else entities.at(span, _ACTORS)
