"""Outcomes: whether what is told in the future is how things will turn out, rather than what somebody plans to do.

"Prices will rise" foretells; "the minister will visit the mill" is a plan. The verb tells, for there are those that
nobody does on purpose.
"""

from functools import cache

from sholu.model.span import Span
from sholu.reading.chunks import Chunks, chunks_of, kinds
from sholu.reading.languages import language
from sholu.reading.languages.morphology import readings
from sholu.reading.page import Page
from sholu.reading.patterns import Gapped, listed

_BETWEEN = 4  # words between "will" and its verb, «будет» and its infinitive
_SKIPPED = frozenset({kinds.ADVERB})
_STATES = frozenset({kinds.ADJECTIVE, kinds.DETERMINER})


@cache
def _words(tag: str, name: str) -> frozenset[str]:
    return frozenset(language(tag).table("judgements")["outcomes"].get(name, "").split())


@cache
def _verbs(tag: str) -> Gapped[bool]:
    text = language(tag).table("judgements")["outcomes"].get("verbs", "")
    return Gapped(((pattern, True) for pattern in listed(text)), tag)


def tells_outcome(page: Page, span: Span) -> bool:
    """Whether a stretch tells in the future how things will turn out."""
    first, stop = page.token_range(span)
    check = _CHECKS.get(page.language.tag)
    if check is None:
        return False
    chunks = chunks_of(page)
    return any(check(page, chunks, i, stop) and not _is_asked(page, chunks, i) for i in range(first, stop))


def speaks_of_future(page: Page, span: Span) -> bool:
    """Whether a word of a stretch is in the future; of Kazakh, where the form tells little, it is taken for granted."""
    tag = page.language.tag
    if tag not in _CHECKS:
        return True
    coming = _words(tag, "future") | _words(tag, "coming")
    for token in page.tokens_in(span):
        if token.lower in coming or (tag == "ru" and any(f.tense == "future" for f in readings("ru", token.lower))):
            return True
    return False


def _is_asked(page: Page, chunks: Chunks, i: int) -> bool:
    """ "How policies will affect prices": whether what the clause tells is only asked."""
    asking = _words(page.language.tag, "asking")
    opening = chunks.clause_at(i)[0]
    return any(token.lower in asking for token in page.tokens[max(0, opening - 1) : i])


def _english(page: Page, chunks: Chunks, i: int, stop: int) -> bool:
    """ "Prices will rise", "it is going to be difficult", but not "we will be there"."""
    tokens = page.tokens
    if tokens[i].lower not in _words("en", "future"):
        return False
    if i > 0 and tokens[i - 1].lower in _words("en", "own"):
        return False
    verb = i + 1
    while verb < min(stop, i + 1 + _BETWEEN) and (
        chunks.kind(verb) in _SKIPPED or tokens[verb].lower in _words("en", "between")
    ):
        verb += 1
    if verb >= stop:
        return False
    return _verbs("en").at(tokens, verb, stop) is not None or (tokens[verb].lower == "be" and _is(chunks, verb, stop))


def _is(chunks: Chunks, be: int, stop: int) -> bool:
    """Whether "be" joins a quality to its subject: "will be difficult", "will be hurt", but not "will be held"."""
    after = be + 1
    while after < min(stop, be + 1 + _BETWEEN) and chunks.kind(after) in _SKIPPED:
        after += 1
    if after >= stop:
        return False
    suffers = chunks.tokens[after].lower in _words("en", "suffered")
    return suffers or (chunks.kind(after) in _STATES and not chunks.is_passive(after))


def _russian(page: Page, chunks: Chunks, i: int, stop: int) -> bool:
    """«Цены вырастут», «роста не будет», «будет трудно», but not «откроют», «будет проведён»."""
    token = page.tokens[i]
    if not token.is_word:
        return False
    if token.lower in _words("ru", "future"):
        return _is_to_be(page, i, stop)
    known = _words("ru", "verbs")
    if token.lower in _words("ru", "forms"):
        return True
    if token.lower.endswith(tuple(_words("ru", "own"))):
        return False
    return any(form.tense == "future" and form.lemma in known for form in readings("ru", token.lower))


def _is_to_be(page: Page, i: int, stop: int) -> bool:
    """Whether «будет» foretells: an infinitive or a quality that nobody brings about on purpose, or «не будет»."""
    known = _words("ru", "verbs")
    denied = i > 0 and page.tokens[i - 1].lower in _words("ru", "denied")
    for token in page.tokens[i + 1 : min(stop, i + 1 + _BETWEEN)]:
        if not token.is_word:
            break
        if token.lower in _words("ru", "qualities"):
            return True
        forms = readings("ru", token.lower)
        if any(form.part in ("infinitive", "participle") for form in forms[:1]):
            return any(form.lemma in known for form in forms)
    return denied


_CHECKS = {"en": _english, "ru": _russian}
