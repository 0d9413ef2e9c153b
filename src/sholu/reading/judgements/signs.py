"""Whether an assessment is a good or a bad one: by its words, by the verb that tells it, else what most are: bad."""

from functools import cache

from sholu.model.reading import Sign
from sholu.model.span import Span
from sholu.reading.languages import language
from sholu.reading.page import Page
from sholu.reading.patterns import Gapped, listed
from sholu.text.phrases import Phrases

_TURNED = 3  # tokens before a word, in Kazakh behind it, in which a negation turns it
_TABLES = {
    ("adjectives", "good"): "+",
    ("nouns", "good"): "+",
    ("adjectives", "bad"): "-",
    ("adjectives", "dangerous"): "-",
    ("nouns", "bad"): "-",
    ("signs", "approving"): "+",
    ("signs", "disapproving"): "-",
}


@cache
def _lexicon(tag: str) -> Gapped[str]:
    table = language(tag).table("judgements")
    return Gapped(
        ((pattern, sign) for (part, name), sign in _TABLES.items() for pattern in listed(table[part][name])), tag
    )


@cache
def _phrases(tag: str, name: str) -> Phrases[bool]:
    return Phrases((word, True) for word in language(tag).table("judgements")["words"][name].split())


def sign_told(page: Page, evidence: Span, cue: Span | None = None) -> Sign | None:
    """The sign that the words of an assessment show, else the verb by which it is told; None where neither does."""
    first, stop = page.token_range(evidence)
    tag = page.language.tag
    balance = 0
    for hit in _lexicon(tag).apart(page.tokens, first, stop):
        value = 1 if hit.value == "+" else -1
        balance += -value if _is_turned(page, hit.first, hit.last, first, stop) else value
    if balance:
        return "+" if balance > 0 else "-"
    if cue is None:
        return None
    said = page.token_range(cue)
    if any(True for _ in _phrases(tag, "praising").find(page.tokens, *said)):
        return "+"
    return "-" if any(True for _ in _phrases(tag, "blaming").find(page.tokens, *said)) else None


def _is_turned(page: Page, first: int, last: int, start: int, stop: int) -> bool:
    """Whether a negation stands before the words, in Kazakh behind them, within the evidence."""
    near = range(max(start, first - _TURNED), first)
    if page.language.tag == "kk":
        near = range(last + 1, min(stop, last + _TURNED))
    turning = _phrases(page.language.tag, "turning")
    return any(turning.at(page.tokens, i, i + 1) is not None for i in near)
