"""Groups of people that act in an event and have no name: "Kazakh border guards", "two female Kyrgyz citizens"."""

from functools import cache

from sholu.reading.languages.morphology import readings
from sholu.reading.names.finds import RANK, Find
from sholu.reading.names.lexicon import Mark, lexicon
from sholu.reading.names.sheet import Sheet
from sholu.text.phrases import Phrases


@cache
def _compounds(tag: str) -> Phrases[str]:
    lines = lexicon(tag).table["group_words"]["compound"]
    return Phrases(tuple(line.split("|")) for line in lines)


def find_groups(sheet: Sheet) -> list[Find]:
    """Plural nouns of people with what stands before them; a country's adjective gives the country."""
    compounds = _compounds(sheet.lexicon.tag)
    by_head = {match.last: match for match in compounds.find(sheet.tokens)}
    numbers = frozenset(sheet.lexicon.table["group_words"]["numbers"].split())
    found: list[Find] = []
    for index, token in enumerate(sheet.tokens):
        match = by_head.get(index)
        if match is None and not (token.shape == "lower" and sheet.words[index].group):
            continue
        sector = match.value if match else sheet.words[index].group
        first, country = _left(sheet, match.first if match else index, numbers)
        last = _citizens_of(sheet, index)
        if (
            is_one(sheet.lexicon.tag, token.lower)
            or first == index == last
            or (match and first == match.first and last == index)
        ):
            continue
        if country is None and last > index:
            country = sheet.places[last][1] if last in sheet.places else None
        found.append(
            Find(
                first,
                last,
                "group",
                RANK["group"],
                form="nominal",
                country=country,
                sector=(sector,) if sector else (),
                head=token.lower,
                confidence=0.7,
            )
        )
    return found


def is_one(tag: str, lower: str) -> bool:
    """Russian: «бывшему министру»: the stem is that of a group, but the word speaks of one."""
    forms = [form for form in readings(tag, lower) if form.known and form.part == "noun"] if tag == "ru" else []
    return bool(forms) and all(form.number == "singular" and form.animate for form in forms)


def _left(sheet: Sheet, first: int, numbers: frozenset[str]) -> tuple[int, str | None]:
    """Where the group's words begin, over modifiers, a country's adjective and a number."""
    tokens = sheet.tokens
    country: str | None = None
    start = sheet.sentence_of[first].first
    while first > start:
        before = first - 1
        if before in sheet.adjectives:
            country = country or sheet.adjectives[before]
        elif not (
            sheet.marks(before) & Mark.GROUP_MODIFIER or tokens[before].lower in numbers or _small_number(sheet, before)
        ):
            break
        first = before
    return first, country


def _small_number(sheet: Sheet, index: int) -> bool:
    return (
        sheet.tokens[index].shape == "number"
        and sheet.tokens[index].text.isdigit()
        and len(sheet.tokens[index].text) < 4
        and not (index and sheet.tokens[index - 1].text == ":" and sheet.tight(index))  # "в 10:00 депутаты"
    )


def _citizens_of(sheet: Sheet, head: int) -> int:
    """граждане Киргизии, "citizens of Kyrgyzstan": a place right behind belongs to the group."""
    step = head + 1
    if step < len(sheet.tokens) and sheet.tokens[step].lower in sheet.lexicon.grammar["of"]:
        step += 1
    if step in sheet.places and (step > head + 1 or sheet.lexicon.tag == "ru"):
        return sheet.places[step][0]
    return head
