"""Media: those that credits name, addresses of sites, and names that a medium's noun or a verb of reporting shows."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from sholu.packs import Packs
from sholu.reading.credits import CreditNote
from sholu.reading.languages.morphology import readings
from sholu.reading.names.finds import RANK, UNKNOWN_OUTLET, Find
from sholu.reading.names.lexicon import Mark
from sholu.reading.names.senders import find_senders
from sholu.reading.names.sheet import Sheet

# A label of an address has at most 63 characters.
_DOMAIN = re.compile(r"\b[\w-]{2,63}(?:\.[\w-]{2,63})*\.([a-zа-я]{2,5})\b", re.IGNORECASE)


_LONGEST_TOLD = 4
"""Words in the longest name in quotation marks that a verb of reporting alone makes an outlet (передает «X»)."""


def find_outlets(sheet: Sheet, packs: Packs, credits: Sequence[CreditNote]) -> list[Find]:
    """All outlets that are told by their place in the text; the packs' own names are found elsewhere."""
    return [
        *_credited(sheet, packs, credits),
        *_sites(sheet, packs),
        *_quoted(sheet),
        *_told(sheet),
        *find_senders(sheet),
    ]


def _credited(sheet: Sheet, packs: Packs, credits: Sequence[CreditNote]) -> Iterator[Find]:
    for note in credits:
        for credit, name, pack in zip(note.credits, note.names, note.packs, strict=True):
            if name is None:
                continue
            first, stop = sheet.page.token_range(name)
            if first >= stop:
                continue
            find = _outlet(sheet, packs, first, stop - 1, pack, credit.outlet_text)
            address = sheet.tokens[first].shape == "url"
            yield replace(find, name=find.name or credit.outlet_text) if address else find


def _outlet(sheet: Sheet, packs: Packs, first: int, last: int, pack: str | None, text: str | None = None) -> Find:
    record = packs.outlet(pack) if pack else None
    if record is None:
        return Find(
            first,
            last,
            "outlet",
            RANK["pack"] - 1,
            key=f"{UNKNOWN_OUTLET}{text.lower()}" if text else None,
            sector=("JRN",),
        )
    tag = sheet.page.language.tag
    names = tuple(dict.fromkeys((*record.names.get(tag, ()), *record.names.get("en", ()))))
    return Find(
        first,
        last,
        "outlet",
        RANK["pack"] + 1,
        name=names[0] if record.names.get(tag) else None,
        key=record.id,
        aliases=names[1:] if record.names.get(tag) else names,
        country=record.country,
        sector=("JRN",),
        same_as={"pack": record.id},
        confidence=0.97,
    )


def _sites(sheet: Sheet, packs: Packs) -> Iterator[Find]:
    """ "Example.kz" as a name, not inside a longer address."""
    domains = sheet.lexicon.grammar["domains"]
    for match in _DOMAIN.finditer(sheet.page.text):
        if match.group(1).lower() not in domains or "/" in sheet.page.text[max(0, match.start() - 2) : match.start()]:
            continue
        if "@" in sheet.page.text[max(0, match.start() - 1) : match.start()]:
            continue
        first, last = sheet.page.token_at(match.start()), sheet.page.token_at(match.end() - 1)
        if (
            sheet.tokens[first].shape == "url"
            or sheet.tokens[first].start != match.start()
            or sheet.tokens[last].end != match.end()
        ):
            continue
        record = packs.outlet_by_domain(match.group())
        yield _outlet(sheet, packs, first, last, record.id if record else None, match.group())


def _quoted(sheet: Sheet) -> Iterator[Find]:
    """газета «X», «X» газеті, the newspaper "X": a short quotation beside a noun of the media."""
    for quote in sheet.page.quotes:
        if quote.inner.end - quote.inner.start > 60:
            continue
        first, stop = sheet.page.token_range(quote.inner)
        outer_first, outer_stop = sheet.page.token_range(quote.outer)
        if first >= stop or (
            not sheet.page.text[quote.inner.start].isupper() and not sheet.page.text[quote.inner.start].isdigit()
        ):
            continue
        before = sheet.marks(outer_first - 1) if outer_first else 0
        after = sheet.marks(outer_stop) if outer_stop < len(sheet.tokens) else 0
        behind = after & Mark.OUTLET_HEAD and sheet.lexicon.tag == "kk"
        told = before & Mark.OUTLET_CUE and sheet.lexicon.tag in ("ru", "kk") and stop - first <= _LONGEST_TOLD
        if before & Mark.OUTLET_HEAD or behind or told or after & Mark.OUTLET_CUE:
            yield Find(first, stop - 1, "outlet", RANK["quoted"] + 1, sector=("JRN",))


def _told(sheet: Sheet) -> Iterator[Find]:
    """ "told X", "said in an interview with X" before one unknown capitalised word; сообщает X, пишет X."""
    tokens = sheet.tokens
    for index in range(1, len(tokens)):
        if not sheet.capitalised(index) or index in sheet.place_tokens:
            continue
        before = index - 1
        if tokens[before].lower in sheet.lexicon.grammar["accompanied"] and before >= 1:
            before -= 1
        if not sheet.marks(before) & Mark.OUTLET_CUE or sheet.capitalised(before):
            continue
        last = index
        while last + 1 < len(tokens) and sheet.capitalised(last + 1) and not sheet.line_break(last + 1):
            last += 1
        if _describes(sheet, last):
            continue  # «по данным Государственной службы ...»
        if all(_unknown(sheet, i) for i in range(index, last + 1)) and last - index < 3:
            yield Find(index, last, "outlet", RANK["unknown"] + 1, sector=("JRN",), confidence=0.7)


def _describes(sheet: Sheet, index: int) -> bool:
    """Russian: whether a word is an adjective of the noun in small letters behind it."""
    if sheet.lexicon.tag != "ru" or index + 1 >= len(sheet.tokens) or sheet.tokens[index + 1].shape != "lower":
        return False
    told = [
        {(form.case, form.number) for form in readings("ru", sheet.tokens[i].lower) if form.part == part and form.case}
        for i, part in ((index, "adjective"), (index + 1, "noun"))
    ]
    return not told[0].isdisjoint(told[1])


def _unknown(sheet: Sheet, index: int) -> bool:
    names = Mark.GIVEN | Mark.SURNAME | Mark.ENDING | Mark.TITLE | Mark.HEAD | Mark.PATRONYMIC | Mark.CALENDAR
    if sheet.tokens[index].lower in sheet.lexicon.never:
        return False
    if sheet.lexicon.tag == "kk" and sheet.marks(index) & (Mark.OPENER | Mark.COMMON):
        return False
    return not sheet.marks(index) & names and index not in sheet.place_tokens and index not in sheet.adjectives
