"""Whose condition it is where somebody threatens or promises something: «профсоюз грозит забастовкой, если ...»."""

from functools import cache

from sholu.model.changing import replace
from sholu.model.reading import EntityKind, Judgement
from sholu.reading.chunks import chunks_of
from sholu.reading.entities import EntityIndex
from sholu.reading.languages import language
from sholu.reading.page import Page
from sholu.text.phrases import Phrases

_ACTORS: tuple[EntityKind, ...] = ("person", "organisation", "group", "place")


@cache
def _verbs(tag: str) -> Phrases[bool]:
    return Phrases((word, True) for word in language(tag).table("judgements")["words"]["undertaking"].split())


def with_owner(page: Page, entities: EntityIndex, judgement: Judgement) -> Judgement:
    """A condition with the one as its holder who threatens or promises what depends on it, in the clause before it."""
    if judgement.kind != "condition" or judgement.holder != "author":
        return judgement
    first = page.token_range(judgement.evidence)[0]
    sentence = page.sentence_at(judgement.evidence.start)
    for i in range(first - 1, sentence.first, -1):
        if page.tokens[i].text == ";":
            break
        if _verbs(page.language.tag).at(page.tokens, i, i + 1) is None:
            continue
        subject = chunks_of(page).noun_phrase_before(i)
        owner = _actor(page, entities, subject) if subject is not None else None
        return judgement if owner is None else replace(judgement, holder=owner)
    return judgement


def _actor(page: Page, entities: EntityIndex, subject: tuple[int, int]) -> str | None:
    """The person named in a subject, else whom it means as a whole."""
    span = page.span(*subject)
    people = [id for mention, id in entities.within(span) if entities.get(id).kind == "person"]
    return people[-1] if people else entities.at(span, _ACTORS)
