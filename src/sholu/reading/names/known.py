"""Names that packs know: outlets, organisations and people, found as they stand in the text."""

import itertools
from collections.abc import Collection, Iterator
from functools import lru_cache
from typing import Any

from sholu.packs import Packs
from sholu.packs.forms import russian_forms
from sholu.packs.model import Kind, Organisation, Outlet, Person
from sholu.reading.names.finds import RANK, Find
from sholu.reading.names.lexicon import Mark
from sholu.reading.names.people import gender_of
from sholu.reading.names.sheet import Sheet
from sholu.text.phrases import Match, Phrases

_KINDS: tuple[Kind, ...] = ("organisation", "outlet", "person")


@lru_cache(maxsize=16)
def _phrases(packs: Packs, tag: str) -> Phrases[Any]:
    """One lexicon of all names of the packs in texts of a language; the value is a list of namings, kinds mixed."""
    merged: dict[str, list[Any]] = {}
    for kind in _KINDS:
        for pattern, naming in packs.patterns(kind, tag):
            merged.setdefault(pattern, []).append(naming)
    return Phrases(merged.items())


def find_known(sheet: Sheet, packs: Packs) -> list[Find]:
    """Every name of an outlet, organisation or person of the packs that is written as a name here."""
    told = _countries(sheet)
    found = list(_half_quoted(sheet, packs, told))
    for match in _phrases(packs, sheet.page.language.tag).find(sheet.tokens):
        if not _written_large(sheet, match):
            continue
        for naming in match.value:
            if sheet.lexicon.tag == "ru" and not _same_surname(sheet, match, naming):
                continue
            find = _find(sheet, match, naming, told)
            if find is not None:
                found.append(find)
                break
    return found


def _half_quoted(sheet: Sheet, packs: Packs, told: Collection[str]) -> Iterator[Find]:
    """«РИА „Новости“»: a name of an outlet of which a text puts all but the abbreviation before in quotation marks."""
    phrases = _phrases(packs, sheet.page.language.tag)
    for quote in sheet.page.quotes:
        first, stop = sheet.page.token_range(quote.outer)
        if first == 0 or stop - first > _HALF or sheet.tokens[first - 1].shape != "upper":
            continue
        words = [sheet.tokens[first - 1], *sheet.tokens[first + 1 : stop - 1]]
        match = phrases.at(words, 0)
        if match is None or match.last + 1 < len(words):
            continue
        whole = match._replace(first=first - 1, last=stop - 1)
        finds = (_find(sheet, whole, naming, told) for naming in match.value)
        yield from itertools.islice((find for find in finds if find and find.kind == "outlet"), 1)


_LOUD = 2
"""Capitals at least in an abbreviation."""
_HALF = 6
"""Tokens in the quoted half of a name, its marks included."""


def _written_large(sheet: Sheet, match: Match[Any]) -> bool:
    """A name needs a capital; an abbreviation capitals throughout; a one-word name must not open a sentence unseen."""
    tokens = sheet.tokens
    if any(naming.how == "abbreviation" for naming in match.value):
        text = tokens[match.first].text
        return match.first != match.last or sum(letter.isupper() for letter in text) >= 2
    if match.first == match.last and not _as_loud(tokens[match.first].text, match):
        return False
    if sheet.page.text[tokens[match.first].start].islower() and not any(
        sheet.capitalised(i) for i in range(match.first, match.last + 1)
    ):
        return False
    if match.first == match.last and _inside_person(sheet, match.first):
        return False
    if any(naming.records[0].__class__ is Outlet for naming in match.value) and _goes_on(sheet, match.last):
        return False
    if match.first == match.last and match.first in sheet.opens:
        return _safe_opening(sheet, match.first)
    return True


def _as_loud(text: str, match: Match[Any]) -> bool:
    """Whether a word has capitals throughout where the name does, its case aside: "Апта" is no form of "АП"."""
    quiet = any(not naming.form.isupper() for naming in match.value)
    return quiet or sum(letter.isupper() for letter in text) >= _LOUD


def _inside_person(sheet: Sheet, index: int) -> bool:
    """English: "Qamar Zaman Kaira": one word between a given name and another large one is a part of the name."""
    if sheet.lexicon.tag != "en" or not 0 < index < len(sheet.tokens) - 1 or sheet.tokens[index].shape != "title":
        return False
    beside = sheet.capitalised(index - 1) and sheet.capitalised(index + 1) and not sheet.line_break(index)
    other = Mark.HEAD | Mark.TITLE | Mark.COMMON | Mark.OUTLET_HEAD
    return beside and bool(sheet.marks(index - 1) & Mark.GIVEN) and not sheet.marks(index + 1) & other


def _goes_on(sheet: Sheet, last: int) -> bool:
    """English: "The Guardian Council": the noun of a body written large behind a medium's name makes another name."""
    after = last + 1
    if (
        sheet.lexicon.tag != "en"
        or after >= len(sheet.tokens)
        or not sheet.capitalised(after)
        or sheet.line_break(after)
    ):
        return False
    return bool(sheet.marks(after) & Mark.HEAD) and not sheet.marks(after) & (Mark.OUTLET_HEAD | Mark.TITLE)


def _safe_opening(sheet: Sheet, index: int) -> bool:
    """A single word that opens a sentence or a quotation: a name if quoted whole, or no ordinary word."""
    quoted = index + 1 < len(sheet.tokens) and sheet.tokens[index + 1].text in '»”"'
    return quoted or not sheet.words[index].marks & Mark.COMMON


def _find(sheet: Sheet, match: Match[Any], naming: Any, told: Collection[str]) -> Find | None:
    """The find of a pack's name; `told` are the countries that the text names."""
    records = naming.records
    record = records[0] if len(records) == 1 else _by_context(sheet, match, records)
    if record is None or _is_elsewhere(sheet, match, record, told):
        return None
    tag = sheet.page.language.tag
    names = tuple(dict.fromkeys((*record.names.get(tag, ()), *record.names.get("en", ()))))
    abbreviations: tuple[str, ...] = ()
    if isinstance(record, Organisation):
        kind, sector = "organisation", record.sector
        abbreviations = (*record.abbreviations.get(tag, ()), *record.abbreviations.get("en", ()))
    elif isinstance(record, Outlet):
        kind, sector = "outlet", ("JRN",)
    elif isinstance(record, Person):
        kind, sector = "person", ()
    else:
        return None
    return Find(
        match.first,
        match.last,
        kind,  # type: ignore[arg-type]
        RANK["pack"],
        name=names[0] if record.names.get(tag) else None,
        key=record.id,
        aliases=(*(names[1:] if record.names.get(tag) else names), *abbreviations),
        head=_head(sheet, match) if kind == "organisation" else None,
        country=record.country,
        sector=sector,
        same_as={"pack": record.id},
        gender=gender_of(sheet, match.first, match.last) if kind == "person" else None,
        confidence=0.97,
    )


def _countries(sheet: Sheet) -> frozenset[str]:
    """The countries that a text names, by their places and adjectives."""
    places = (country for _, country in sheet.places.values() if country is not None)
    return frozenset((*places, *sheet.adjectives.values()))


def _is_elsewhere(sheet: Sheet, match: Match[Any], record: Any, told: Collection[str]) -> bool:
    """Whether ordinary words name a body that many countries have, in a text of others than the record's.

    "The National Security Service" of a text about Armenia is not Uzbekistan's. Not in Kazakh: its press means its own.
    """
    if not isinstance(record, Organisation) or record.country is None or sheet.lexicon.tag == "kk":
        return False
    words = range(match.first, match.last + 1)
    if len(words) == 1 or not all(sheet.marks(i) & _ORDINARY or not sheet.capitalised(i) for i in words):
        return False
    return bool(told) and record.country not in told


_ORDINARY = Mark.HEAD | Mark.SMALL_HEAD | Mark.MODIFIER | Mark.COMMON | Mark.PLACE_HEAD | Mark.FACILITY_HEAD


def _same_surname(sheet: Sheet, match: Match[Any], naming: Any) -> bool:
    """Whether the last word of a person's name has an ending of that surname: "Султангазиев" is not "Султанов"."""
    if not isinstance(naming.records[0], Person):
        return True
    word, token = naming.form.split()[-1], sheet.tokens[match.last]
    return " " not in naming.form or "-" in word or token.lower in russian_forms(word)


def _head(sheet: Sheet, match: Match[Any]) -> str | None:
    """The noun that the name is built around: the last head in it, in Russian the first."""
    heads = [i for i in range(match.first, match.last + 1) if sheet.marks(i) & Mark.HEAD]
    if not heads:
        return None
    if sheet.lexicon.tag == "ru":
        return sheet.tokens[heads[0]].lower
    of = sheet.lexicon.grammar["of"]
    stop = next((i for i in range(match.first, match.last) if sheet.tokens[i].lower in of), match.last + 1)
    return sheet.tokens[next((i for i in reversed(heads) if i < stop), heads[-1])].lower


def _by_context(sheet: Sheet, match: Match[Any], records: tuple[Any, ...]) -> Any | None:
    """Of several records with one name, the one whose country stands right before or after; None where none does."""
    near = {sheet.adjectives.get(match.first - 1), *_after(sheet, match.last)} - {None}
    near |= {sheet.places[i][1] for i in range(max(0, match.first - 3), match.first) if i in sheet.places}
    fitting = [record for record in records if record.country in near]
    return fitting[0] if len(fitting) == 1 else None


def _after(sheet: Sheet, last: int) -> set[str | None]:
    """The country of a place that follows within three tokens ("of the Republic of X")."""
    return {sheet.places[i][1] for i in range(last + 1, min(last + 4, len(sheet.tokens))) if i in sheet.places}
