"""Headlines In Which Every Word Is Large: which of their words are names cannot be told by the capitals.

Their ordinary words are made small before anything reads them, so that such a line is read like any other. Every word
keeps its length and place: evidence is cut from the text as it was written.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from sholu.packs import Packs
from sholu.packs.model import Kind
from sholu.reading.languages import language
from sholu.reading.names.lexicon import Lexicon, Mark, lexicon
from sholu.text.phrases import Phrases
from sholu.text.sentences import paragraphs
from sholu.text.tokens import Token, tokenise

_KINDS: tuple[Kind, ...] = ("place", "organisation", "outlet", "person")
_CLOSING = frozenset(".!;")
_ENDED = re.compile(r"(?:[!;]|(?:[^\W_]{2}|[^\w.])\.)\s*\Z")
"""Ends a line of which it is plain without its tokens that a sentence ends with it; "the U.S." is left open."""
_LEAST = 4
"""Words with a capital in a line that counts as one of large words; fewer may well be a name or two."""
_SMALL = 0.15
"""Share of other small words than "of" and "in" that such a line may have."""
_ORDINARY = 0.4
"""Share of ordinary words among its large ones: a line of a table is of names."""
_NAMED = frozenset({"upper", "mixed"})
_OF_BODY = Mark.MODIFIER | Mark.SMALL_HEAD


def with_small_words(text: str, tag: str, packs: Packs) -> str:
    """A text of the same length, the ordinary words of its lines of large words in small letters.

    Where a language does not write headlines so, the text as it is.
    """
    if not language(tag).title_case:
        return text
    lines = [line for span in paragraphs(text) for line in _lines(text, span.start, span.end)]
    large = [(start, tokens) for start, tokens in lines if _is_large(tokens, lexicon(tag))]
    if not large:
        return text
    named = _named_elsewhere(text, large)
    letters = list(text)
    for start, tokens in large:
        ordinary = _ordinary(tokens, lexicon(tag), packs, named)
        if len(ordinary) >= _ORDINARY * sum(token.shape == "title" for token in tokens):
            for token in ordinary:
                letters[start + token.start : start + token.end] = token.text.lower()
    return "".join(letters)


def _lines(text: str, start: int, end: int) -> Iterator[tuple[int, list[Token]]]:
    for line in text[start:end].splitlines(keepends=True):
        if not _ENDED.search(line):
            yield start, tokenise(line)
        start += len(line)


def _is_large(tokens: Sequence[Token], words: Lexicon) -> bool:
    """Whether nearly every word of a line is large, some not throughout, and no sentence ends with it."""
    if not tokens or tokens[-1].text in _CLOSING:
        return False
    title = sum(token.shape == "title" for token in tokens)
    small = sum(token.shape == "lower" and not words.word(token.lower).marks & _SMALL_IN_TITLES for token in tokens)
    return title >= _LEAST and small <= _SMALL * (title + small)


_SMALL_IN_TITLES = Mark.OPENER | Mark.PARTICLE


def _named_elsewhere(text: str, large: Sequence[tuple[int, list[Token]]]) -> frozenset[str]:
    """The words that have a capital behind another word of the other lines."""
    inside = {start + token.start for start, tokens in large for token in tokens}
    return frozenset(
        token.lower
        for before, token in pairwise(tokenise(text))
        if token.shape == "title"
        and token.start not in inside
        and before.is_word
        and "\n" not in text[before.end : token.start]
    )


def _ordinary(tokens: Sequence[Token], words: Lexicon, packs: Packs, named: frozenset[str]) -> list[Token]:
    """The words of a line of large words that are no part of a name."""
    known = {i for match in _names(packs, words.tag).find(tokens) for i in range(match.first, match.last + 1)}
    kept, found = False, []
    for i, token in enumerate(tokens):
        if token.shape != "title":
            kept = token.shape in _NAMED or (kept and token.shape == "possessive")
            continue
        marks = words.capital(token.lower).marks
        name = i in known or token.lower in named or not _is_common(token, words) or _is_date(tokens, i, marks)
        body = bool(marks & _OF_BODY) and (kept or _opens_body(tokens, i, words))
        kept = name or body
        if not kept and i:
            found.append(token)
    return found


def _is_common(token: Token, words: Lexicon) -> bool:
    return all(words.word(part).marks & Mark.COMMON for part in token.lower.split("-"))


def _is_date(tokens: Sequence[Token], i: int, marks: int) -> bool:
    """Whether a word is a month beside a number: "May 9"."""
    beside = tokens[max(0, i - 1) : i + 2]
    return bool(marks & Mark.CALENDAR) and any(token.shape == "number" for token in beside)


def _opens_body(tokens: Sequence[Token], i: int, words: Lexicon) -> bool:
    """Whether an institution without a name of its own begins: "Interior Ministry", "Supreme Court"."""
    for token in tokens[i:]:
        marks = words.capital(token.lower).marks if token.shape == "title" else 0
        if marks & Mark.SMALL_HEAD:
            return token is not tokens[i]
        if not marks & Mark.MODIFIER:
            return False
    return False


@lru_cache(maxsize=4)
def _names(packs: Packs, tag: str) -> Phrases[None]:
    return Phrases((pattern, None) for kind in _KINDS for pattern, _ in packs.patterns(kind, tag))
