"""Kazakh words that look like a judgement and are none: questions, aims, and what an inspection found."""

from collections.abc import Sequence

from sholu.model.reading import Judgement
from sholu.reading.events.lexicon import words
from sholu.reading.languages.kazakh_data import kazakh_endings, kazakh_small_words
from sholu.reading.page import Page
from sholu.text.tokens import Token

_BEHIND = 6  # tokens from a piece of a question to its end


def is_judged(page: Page, item: Judgement) -> bool:
    """Whether a Kazakh judgement claims anything."""
    if item.kind == "cause":
        return not (_is_aim(page, item) or _is_found(page, item))
    return not _is_asked(page, item)


def sets_condition(tokens: Sequence[Token]) -> bool:
    """Whether a word or the ending of a verb makes a clause a condition: "төлемесе", "егер", no "төлемей"."""
    for token in tokens:
        if token.lower.startswith(kazakh_small_words("conditions")):
            return True
        if token.shape == "lower" and token.lower.endswith(kazakh_endings("conditional")):
            return True
    return False


def _is_asked(page: Page, item: Judgement) -> bool:
    """Whether the words are, or run into, a question: "мүмкін бе деп сұрады"."""
    first, stop = page.token_range(item.evidence)
    end = page.sentence_at(item.evidence.start).stop
    asks = kazakh_small_words("asking")
    if stop > first and page.tokens[stop - 1].lower in asks:
        return True
    for at in range(stop, min(end, stop + _BEHIND)):
        token = page.tokens[at]
        if token.lower in asks or token.text == "?":
            return True
        if token.text in ",;:—–":
            return False
    return False


def _is_aim(page: Page, item: Judgement) -> bool:
    """Whether the cause is but what something is done for: "көліктің жүруі үшін пара алған"."""
    if item.cause is None or item.cause.span is None:
        return False
    stop = page.token_range(item.cause.span)[1]
    near = range(stop - 1, min(stop + 1, len(page.tokens)))
    at = next((i for i in near if page.tokens[i].lower in kazakh_small_words("aims")), None)
    if at is None:
        return False
    done = tuple(words("kk", "grammar", "done_endings"))
    return not page.tokens[at - 1].lower.endswith(done)  # "жалақы аз болғаны үшін" is why


def _is_found(page: Page, item: Judgement) -> bool:
    """Whether the cause is but the search that brought something to light: "тексеру нәтижесінде анықталды"."""
    if item.cause is None or item.cause.span is None:
        return False
    first, stop = page.token_range(item.cause.span)
    told = [token.lower for token in page.tokens[first : stop + 1]]
    results = [number for number, word in enumerate(told) if word in kazakh_small_words("results")]
    return any(number and told[number - 1].startswith(kazakh_small_words("searches")) for number in results)
