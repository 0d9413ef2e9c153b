"""Credits in brackets: which outlets, of which days, a digest names for what it has just told.

    "... use of firearms (Liter, January 24; Khabar TV, January 19-21)."

Rule for what a credit covers: the part of its own sentence before it, from the credit before it if that one stands in
the same sentence; where the bracket stands after the sentence's end, the sentence before it. If that sentence ends a
quotation of several sentences, the credit covers the quotation from the sentence where it begins. A bracket that opens
a paragraph covers the rest of its own sentence. It never reaches further back: a digest's earlier sentences may come
from anywhere.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from sholu.model.reading import Credit
from sholu.model.span import Span
from sholu.packs import Packs
from sholu.packs.model import Outlet
from sholu.reading.credit_dates import Dated, dates_at_end
from sholu.reading.languages import language
from sholu.reading.page import Page
from sholu.text.phrases import Phrases
from sholu.text.tokens import Token, tokenise

_BRACKET = re.compile(r"\(([^()\n]{2,400}(?:\([^()\n]{0,60}\)[^()\n]{0,200})?)\)|\[([^\[\]\n]{2,400})\]")
_DOMAIN = re.compile(r"(?:https?://)?(?:www\.)?((?:[\w-]+\.)+[^\W\d_]{2,12})(?:[/?#:]\S*)?", re.IGNORECASE)
_URL = re.compile(r"(?:https?://|www\.)[^\s,;]*[^\s,;.]", re.IGNORECASE)
_DATED_LINE = re.compile(r"[ \t][\w ,.]{3,30}[ \t](?:--|[–—-])[ \t]")
_LONGEST_NAME = 7  # words in the name of an outlet that no pack knows
_OPENING, _CLOSING = "\"“«„‘'", "\"”»“’'"
_AROUND = " \t\u00a0,:.–—-"
_DASHES = frozenset("–—-")


@dataclass(frozen=True, slots=True)
class CreditNote:
    """One bracket of credits.

    `span` is the bracket with its marks. `credits` have no entity yet: `outlet` is None, `outlet_text` the name as
    written (of the credit before, for "ibid"), `span` the piece of the bracket. Side by side with them, `names` point
    at the words of the outlet's name (None for "ibid" and bare addresses without a name) and `packs` hold the ids of
    the outlets in the region packs (None where unknown). `covers` is the text that the credits stand for.
    """

    span: Span
    credits: tuple[Credit, ...]
    names: tuple[Span | None, ...]
    packs: tuple[str | None, ...]
    covers: Span


class _Named(NamedTuple):
    """An outlet as a piece of a bracket names it."""

    text: str | None
    span: Span | None
    pack: str | None
    url: str | None = None


class _Lexicon(NamedTuple):
    same: Phrases[bool]
    introduce: Phrases[bool]
    join: frozenset[str]
    never: frozenset[str]


@cache
def _lexicon(tag: str) -> _Lexicon:
    table = language(tag).table("credits")
    return _Lexicon(
        Phrases((pattern, True) for pattern in table["same"]),
        Phrases((pattern, True) for pattern in table["introduce"]),
        frozenset(table["join"]),
        frozenset(table["never"]),
    )


def find_credits(page: Page, packs: Packs) -> list[CreditNote]:
    """All brackets that credit outlets, in order. Other brackets ("(KNB)", "(born January 3)") are not taken."""
    found: list[CreditNote] = []
    for match in _BRACKET.finditer(page.text):
        group = 1 if match.group(1) else 2
        inner = Span(*match.span(group))
        parts = list(_credits(page, packs, inner, found))
        if not parts or _is_dateline(page, match.end()):
            continue
        span = Span(*match.span())
        credits, names, ids = zip(*parts, strict=True)
        found.append(CreditNote(span, credits, names, ids, _covered(page, span, found)))
    return found


def _is_dateline(page: Page, end: int) -> bool:
    """ "ASTANA (Interfax) - ..." tells who wrote the article; that is no credit of its first sentence."""
    rest = page.text[end : end + 3].strip()
    start = page.sentence_at(end - 1).start
    if _DATED_LINE.match(page.text, end) and not page.text[start:end].rpartition("(")[0].strip():
        return True  # "(RFE/RL) 15 December 2005 -- "
    return rest[:1] in _DASHES and rest[:1] != "" and page.text[start:end].count(" ") < _LONGEST_NAME


Part = tuple[Credit, Span | None, str | None]


def _credits(page: Page, packs: Packs, inner: Span, before: list[CreditNote]) -> Iterator[Part]:
    """The credits in a bracket; nothing at all if one of its pieces is something else."""
    text = page.text
    if not _promising(text[inner.start : inner.end], packs):
        return
    found: list[Part] = []
    last = _last_named(before)
    for piece in _pieces(text, inner):
        dated = dates_at_end(piece.of(text), page.language.tag, page.published)
        name = Span(piece.start, piece.start + dated.start) if dated else piece
        named = list(_names(page, packs, name, dated, last))
        if not named:
            return
        last = named[-1]
        for outlet in named:
            for date in dated.dates if dated else (None,):
                credit = Credit(piece, None, outlet.text, date, outlet.url)
                found.append((credit, outlet.span, outlet.pack))
    yield from found


def _promising(words: str, packs: Packs) -> bool:
    """A quick look: a credit has a date, an address, or the name of a known outlet."""
    return any(c.isdigit() for c in words) or "." in words or "," in words or packs.outlet_by_name(words) is not None


def _last_named(before: list[CreditNote]) -> _Named | None:
    if not before:
        return None
    return _Named(before[-1].credits[-1].outlet_text, None, before[-1].packs[-1])


def _pieces(text: str, inner: Span) -> Iterator[Span]:
    start = inner.start
    for end in [*(i for i in range(inner.start, inner.end) if text[i] == ";"), inner.end]:
        piece = _trim(text, Span(start, end), _AROUND)
        if piece is not None:
            yield piece
        start = end + 1


def _trim(text: str, span: Span, marks: str) -> Span | None:
    start, end = span
    while start < end and text[start] in marks:
        start += 1
    while start < end and text[end - 1] in marks:
        end -= 1
    return Span(start, end) if start < end else None


def _names(page: Page, packs: Packs, span: Span, dated: Dated | None, last: _Named | None) -> Iterator[_Named]:
    """The outlets that a piece names; none if what it names can be no outlet."""
    text = page.text
    url = _URL.search(text, span.start, span.end)
    trimmed = _trim(text, Span(span.start, url.start()) if url else span, _AROUND)
    if trimmed is None:
        if url:
            yield _from_url(Span(*url.span()), url.group(), packs)
        elif dated and last and last.text and not _goes_on(page, span.end):
            yield last._replace(span=None, url=None)
        return
    trimmed = _after_introduction(page, trimmed)
    if trimmed is None:
        return
    if _is_same(page, trimmed):
        if last and last.text:
            yield last._replace(span=None, url=None)
        return
    whole = _outlet(page, packs, trimmed, dated, bool(url))
    if whole:
        yield whole._replace(url=url.group() if url else None)
        return
    parts = [_outlet(page, packs, part, dated, bool(url)) for part in _listed(page, trimmed)]
    if len(parts) > 1 and parts[0] is not None:
        yield from (part for part in parts if part is not None)


def _goes_on(page: Page, end: int) -> bool:
    """ "last week (September 3) to protest": a bare date inside a sentence explains a time, and credits nobody."""
    closing = _CLOSER.search(page.text, end)
    return closing is not None and page.text[closing.end() :].lstrip()[:1].islower()


_CLOSER = re.compile(r"[)\]]")


def _from_url(span: Span, url: str, packs: Packs) -> _Named:
    match = _DOMAIN.match(url)
    host = match.group(1).lower() if match else url
    outlet = packs.outlet_by_domain(host)
    return _Named(host, span, outlet.id if outlet else None, url)


def _after_introduction(page: Page, span: Span) -> Span | None:
    tokens = page.tokens_in(span)
    if not tokens:
        return None
    match = _lexicon(page.language.tag).introduce.at(tokens, 0)
    if match is None or match.last + 1 >= len(tokens):
        return span
    return _trim(page.text, Span(tokens[match.last + 1].start, span.end), _AROUND)


def _is_same(page: Page, span: Span) -> bool:
    tokens = page.tokens_in(span)
    match = _lexicon(page.language.tag).same.at(tokens, 0) if tokens else None
    return match is not None and match.last == len(tokens) - 1


def _listed(page: Page, span: Span) -> Iterator[Span]:
    """The parts of "Interfax, Khabar TV and Liter"."""
    join = _lexicon(page.language.tag).join
    start = span.start
    for token in page.tokens_in(span):
        if token.text == "," or token.lower in join:
            part = _trim(page.text, Span(start, token.start), _AROUND)
            if part is not None:
                yield part
            start = token.end
    part = _trim(page.text, Span(start, span.end), _AROUND)
    if part is not None:
        yield part


def _outlet(page: Page, packs: Packs, span: Span, dated: Dated | None, has_url: bool) -> _Named | None:
    """The outlet that goes by these words: known to a pack, or looking like one beside a date."""
    written = page.text[span.start : span.end]
    bare = _unquoted(page.text, span)
    name = bare.of(page.text)
    outlet = packs.outlet_by_name(written) or packs.outlet_by_name(name)
    domain = _DOMAIN.fullmatch(name)
    if outlet is None and domain:
        outlet = packs.outlet_by_domain(domain.group(1))
    if outlet is not None:
        return _Named(name, bare, outlet.id)
    certain = bool(domain) or bare != span
    if not (has_url or (dated and (dated.precise or certain))) and not (domain and dated):
        return None
    if domain or _looks_like_name(page, packs, bare):
        return _Named(name, bare, _by_shorter_name(packs, name))
    return None


def _by_shorter_name(packs: Packs, name: str) -> str | None:
    """ "Interfax news agency", "газета «Литер»": the outlet may stand inside a longer description."""
    words = name.split()
    for size in range(len(words) - 1, 0, -1):
        for start in range(len(words) - size + 1):
            part = " ".join(words[start : start + size])
            if len(part) > 3 and part[0].isupper():
                outlet: Outlet | None = packs.outlet_by_name(part)
                if outlet is not None:
                    return outlet.id
    return None


def _unquoted(text: str, span: Span) -> Span:
    start, end = span
    if text[start] in _OPENING and text[end - 1] in _CLOSING and end - start > 2:
        return Span(start + 1, end - 1)
    return span


def _looks_like_name(page: Page, packs: Packs, span: Span) -> bool:
    tokens: list[Token] = tokenise(span.of(page.text))
    words = [token for token in tokens if token.is_word]
    if not words or len(words) > _LONGEST_NAME or any(token.text in ",;:!?" for token in tokens):
        return False
    if words[0].lower in _lexicon(page.language.tag).never:
        return False
    first_or_last = tokens[0].is_capitalised or words[-1].is_capitalised
    if not first_or_last or packs.by_name("place", span.of(page.text)):
        return False
    capitals = sum(token.is_capitalised for token in words)
    return tokens[0].is_capitalised or capitals * 2 >= len(words)


def _covered(page: Page, bracket: Span, before: list[CreditNote]) -> Span:
    text = page.text
    sentence = page.sentence_at(bracket.start)
    start = sentence.start
    if before and before[-1].span.start >= start:
        start = before[-1].span.end
    told = _trim(text, Span(start, bracket.start), _AROUND + _CLOSING)
    if told is None and sentence.i and start == sentence.start and _same_paragraph(page, sentence.i - 1, sentence.i):
        sentence = page.sentences[sentence.i - 1]
        if before and before[-1].span.start >= sentence.start:
            return Span(min(before[-1].span.end, bracket.start - 1), bracket.start)
        told = sentence.span
    if told is None:
        rest = _trim(text, Span(bracket.end, page.sentence_at(bracket.start).end), _AROUND)
        return rest or bracket
    floor = before[-1].span.end if before else 0
    for quote in page.quotes:
        if quote.outer.start >= told.end:
            break
        if quote.outer.start >= floor and quote.outer.meets(Span(told.end - 1, told.end + 1)):
            opens = page.sentence_at(quote.outer.start).start
            told = Span(min(told.start, max(opens, floor)), told.end)
    return Span(told.start, bracket.start)


def _same_paragraph(page: Page, first: int, second: int) -> bool:
    gap = page.text[page.sentences[first].end : page.sentences[second].start]
    return "\n" not in gap
