"""What a user may ask of search: words, "quoted phrases", -excluded words, and field:value filters."""

import re
from dataclasses import dataclass

from sholu.errors import InputError
from sholu.model.edtf import Edtf

FILTERS = {
    "outlet": "the outlet's name, or part of it",
    "lang": "en, ru or kk",
    "country": "a country that the document speaks of, as two letters: country:KZ",
    "type": "an event type of the codebook: type:PROTEST",
    "mode": "a mode of an event: mode:arrest",
    "context": "a context of an event: context:illegal_drugs",
    "after": "published on this day or later: after:2026-03-01",
    "before": "published before this day: before:2026-04",
    "on": "published on this day, in this month or year: on:2026-03",
}
"""The filters of search and what each takes."""

# What no text in a store has: SQLite ends a string at NUL, and half a character cannot be written at all.
_NEVER = re.compile("[\0\ud800-\udfff]")
_ITEM = re.compile(r'(?P<minus>-)?(?:(?P<field>[a-z]+):)?(?:"(?P<phrase>[^"]*)"|(?P<word>[^\s"]+))')


@dataclass(frozen=True, slots=True)
class Query:
    """A parsed query. `words` and `phrases` must all be there, `excluded` must not.

    `filters` hold for the document, `barred` ones do not.
    """

    words: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()
    excluded: tuple[str, ...] = ()
    filters: tuple[tuple[str, str], ...] = ()
    barred: tuple[tuple[str, str], ...] = ()


def parse(query: str) -> Query:
    """Understand a query; InputError for a filter that is not known, a date that is none, or an open quotation mark."""
    plain = _NEVER.sub(" ", query).translate(str.maketrans("“”«»„", '"""""'))
    if plain.count('"') % 2:
        raise InputError("A quotation mark in the query is not closed.", code="query-wrong", hint='Write "two words".')
    words: list[str] = []
    phrases: list[str] = []
    excluded: list[str] = []
    filters: list[tuple[str, str]] = []
    barred: list[tuple[str, str]] = []
    for match in _ITEM.finditer(plain):
        value = match["phrase"] if match["phrase"] is not None else match["word"]
        if match["field"] and match["field"] not in ("http", "https"):
            (barred if match["minus"] else filters).append((match["field"], _filter(match["field"], value)))
        elif not any(char.isalnum() for char in value):
            continue
        elif match["minus"]:
            excluded.append(value)
        elif match["phrase"] is not None or len(re.findall(r"\w+", value)) > 1:
            phrases.append(value)
        else:
            words.append(value)
    if not (words or phrases or filters or barred):
        raise InputError(
            "The query has nothing to look for.", code="query-empty", hint="Give a word, a name or a filter."
        )
    return Query(tuple(words), tuple(phrases), tuple(excluded), tuple(filters), tuple(barred))


def _filter(name: str, value: str) -> str:
    if name not in FILTERS:
        raise InputError(
            f"There is no filter {name!r}.", code="query-wrong", hint=f"Known filters: {', '.join(FILTERS)}."
        )
    if name in ("after", "before", "on"):
        try:
            Edtf.parse(value)
        except ValueError as error:
            raise InputError(f"{name}:{value} is no date.", code="date-wrong", hint="Write 2026-03-01.") from error
    return value
