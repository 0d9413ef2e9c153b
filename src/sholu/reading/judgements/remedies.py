"""Advice that names what stands in the way of an aim: "to ensure the growth of X it is necessary to destroy Y"."""

from collections.abc import Iterator

from sholu.reading.chunks import Chunks, chunks_of, kinds
from sholu.reading.judgements.causes import Tie
from sholu.reading.judgements.connectives import cause_words
from sholu.reading.judgements.statement import Stretch
from sholu.reading.page import Page
from sholu.text.sentences import Sentence

_NOMINAL = frozenset({kinds.NOUN, kinds.ADJECTIVE, kinds.NUMBER, kinds.DETERMINER, kinds.PARTICIPLE, kinds.PRONOUN})


def remedies(page: Page, sentence: Sentence) -> Iterator[Tie]:
    """ "To ensure the growth of X it is necessary to destroy Y": Y stands in the way of X."""
    tag = page.language.tag
    chunks = chunks_of(page)
    purposive = cause_words(tag, "purposive")
    advice = cause_words(tag, "advice")
    first = sentence.first
    while first < sentence.stop and chunks.kind(first) == kinds.MARK:
        first += 1
    if first + 2 >= sentence.stop or page.tokens[first].lower not in purposive:
        return
    for i in range(first + 2, sentence.stop - 1):
        if page.tokens[i].lower not in advice:
            continue
        base = next((j for j in range(i + 1, min(i + 4, sentence.stop)) if chunks.kind(j) == kinds.VERB), None)
        stop = next((j for j in range(first + 2, i) if page.tokens[j].lower in cause_words(tag, "dummy")), i)
        remedy = chunks.phrase_starting(base + 1, long=True) if base is not None and base + 1 < sentence.stop else None
        aim = _trimmed_aim(chunks, first + 2, stop - 1)
        if base is None or remedy is None or aim is None:
            return
        removed = (chunks.verb_base(base) or page.tokens[base].lower) in cause_words(tag, "remove")
        yield Tie(remedy, aim, "-" if removed else "+", 0.7, (first, base))
        return


def _trimmed_aim(chunks: Chunks, first: int, last: int) -> Stretch | None:
    while last >= first and chunks.kind(last) not in _NOMINAL:
        last -= 1
    return (first, last) if first <= last else None
