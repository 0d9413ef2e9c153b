"""Towns of which the text says where they lie: none of their name there means a place that no map of ours has."""

from collections.abc import Sequence

from sholu.reading.page import Page
from sholu.reading.places.model import Candidate
from sholu.reading.places.words import PlaceWords, place_words

_LANDS = frozenset({"country", "region", "county"})
_WIDELY_KNOWN = 1_000_000  # people of a town that a text may name beside any other country
_WORDS = 2  # small words between a name and where it lies: "the Zarechny border checkpoint in"
_BRACKET = 4  # tokens of another name in brackets


def forget_elsewhere(page: Page, candidates: Sequence[Candidate]) -> None:
    """Take from a candidate the records that all lie abroad: "at the X checkpoint in East Kazakhstan Region".

    The land has to stand right behind it; what is left is a place of that country without a point.
    """
    starts = {candidate.first: candidate for candidate in candidates}
    for candidate in candidates:
        if not candidate.records or candidate.place is not None or candidate.container is not None:
            continue
        if max(record.population for record in candidate.records) >= _WIDELY_KNOWN:
            continue
        if candidate.records[0].kind in _LANDS:
            continue
        at = stated_at(page, candidate.first, candidate.last)
        land = _country(starts[at]) if at is not None and at in starts else None
        if land is not None and all(record.country != land for record in candidate.records):
            candidate.records, candidate.country = (), land


def stated_at(page: Page, first: int, last: int) -> int | None:
    """The token at which the name of the land would begin in which the text says that tokens `first` .. `last` lie."""
    words = place_words(page.language.tag)
    return _behind(page, words, last + 1) if _lies(page, words, first) else None


def _lies(page: Page, words: PlaceWords, first: int) -> bool:
    """Whether a word before the name says that something is there."""
    at = first - 1
    if at > 0 and words.first.at(page.tokens, at, first) is not None:
        at -= 1  # "Aul Zarechny"
    while at > 0 and page.tokens[at].lower in words.between:
        at -= 1
    return at >= 0 and page.tokens[at].lower in words.inside


def _behind(page: Page, words: PlaceWords, at: int) -> int | None:
    """Where the name of the land would begin: over another name in brackets, what stands there, and the preposition."""
    tokens = page.tokens
    stop = page.sentence_at(tokens[at - 1].start).stop
    if at < stop and tokens[at].text == "(":
        closing = next((j for j in range(at, min(stop, at + _BRACKET + 2)) if tokens[j].text == ")"), at - 1)
        at = closing + 1
    for j in range(at, min(stop, at + _WORDS + 1)):
        if tokens[j].lower in words.inside:
            return j + 1
        if tokens[j].shape != "lower":
            break
    return None


def _country(candidate: Candidate) -> str | None:
    if candidate.place is not None:
        return candidate.place.country if candidate.place.kind in _LANDS else None
    record = candidate.own or next(iter(candidate.records), None)
    return record.country if record is not None and record.kind in _LANDS else None
