"""Russian noun phrases with a name in quotation marks: «горнорудной компании „Тобол“» means the same as the name."""

from sholu.model.reading import Mention
from sholu.reading.chunks import chunks_of, kinds
from sholu.reading.entities import EntityIndex
from sholu.reading.languages.morphology import readings
from sholu.reading.names.lexicon import Mark, lexicon
from sholu.reading.page import Page

_BODIES = Mark.HEAD | Mark.FACILITY_HEAD | Mark.SMALL_HEAD
_OPENING, _CLOSING = frozenset('«“"„'), frozenset('»”"“')


def add_explained(page: Page, entities: EntityIndex) -> None:
    """Russian: «горнорудной компании „Тобол“»: the noun phrase with the name in quotation marks means the same."""
    if page.language.tag != "ru":
        return
    chunks = chunks_of(page)
    for entity in entities.entities():
        if entity.kind not in ("organisation", "facility"):
            continue
        for mention in entity.mentions:
            first, stop = page.token_range(mention.span)
            if mention.form != "name" or first < 2 or stop >= len(page.tokens):
                continue
            if page.tokens[first - 1].text not in _OPENING or page.tokens[stop].text not in _CLOSING:
                continue
            noun = first - 2
            opens = page.sentence_at(mention.start).first
            if noun < opens or page.tokens[noun].shape != "lower" or chunks.kind(noun) != kinds.NOUN:
                continue
            if not _is_kind(page.tokens[noun].lower):
                continue
            while noun > opens and chunks.kind(noun - 1) == kinds.ADJECTIVE and page.tokens[noun - 1].shape == "lower":
                noun -= 1
            span = page.span(noun, stop)
            entities.mention(entity.id, Mention(span.start, span.end, "nominal"))


def _is_kind(lower: str) -> bool:
    """Whether a Russian noun right before a name in quotation marks may say what is called so."""
    marks = lexicon("ru").word(lower).marks
    if marks & (Mark.TITLE | Mark.WORK_HEAD | Mark.OUTLET_CUE | Mark.EVENT_HEAD):
        return False
    if marks & _BODIES:
        return True
    form = readings("ru", lower)[0]
    return form.known and form.part == "noun" and not form.animate and form.number == "singular"
