"""Shallow grammar without a parser: noun phrases, verbs and clauses around a token, in English, Russian and Kazakh.

Positions are indices into `page.tokens`; a phrase is a pair (first, last), both included. Nothing here looks over the
end of a sentence. Kinds of words are worked out one sentence at a time, when first asked for, and kept with the page
they belong to for as long as it is among the last few pages asked about.
"""

from functools import lru_cache

from sholu.reading.chunks.subjects import Chunks
from sholu.reading.page import Page

__all__ = [
    "Chunks",
    "chunks_of",
    "clause_at",
    "is_passive",
    "is_verb",
    "kind",
    "noun_phrase_after",
    "noun_phrase_before",
]

Phrase = tuple[int, int]


@lru_cache(maxsize=4)
def chunks_of(page: Page) -> Chunks:
    """The shallow grammar of a page; the same object while the page is being read."""
    return Chunks(page)


def kind(page: Page, i: int) -> str:
    """The kind of token `i`, a letter of `sholu.reading.chunks.kinds`."""
    return chunks_of(page).kind(i)


def noun_phrase_before(page: Page, i: int) -> Phrase | None:
    """The subject that belongs to the verb at token `i`: the noun phrase that ends before it.

    Adverbs, auxiliaries, appositions and relative clauses between commas are skipped; for "who" the phrase that it
    stands for is given; a second verb ("came and said") has the subject of the first. None if there is none.
    """
    return chunks_of(page).noun_phrase_before(i)


def noun_phrase_after(page: Page, i: int) -> Phrase | None:
    """The noun phrase that begins right after token `i` (adverbs and a preposition aside); None if none does."""
    return chunks_of(page).noun_phrase_after(i)


def clause_at(page: Page, i: int) -> Phrase:
    """The clause around token `i`."""
    return chunks_of(page).clause_at(i)


def is_verb(page: Page, i: int) -> bool:
    """Whether token `i` is a verb (not an auxiliary) in a finite or infinitive form."""
    return chunks_of(page).is_verb(i)


def is_passive(page: Page, i: int) -> bool:
    """Whether the verb or participle at token `i` is passive: its subject is the one that suffers it."""
    return chunks_of(page).is_passive(i)
