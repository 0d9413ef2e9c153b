"""Which country an entity belongs to: what its words or its office say, else the one that the article is about."""

from collections import Counter

from sholu.reading.names.clusters import Cluster
from sholu.reading.names.finds import Find
from sholu.reading.names.lexicon import Mark
from sholu.reading.names.sheet import Sheet
from sholu.reading.offices.lexicon import office_words

_STATE = frozenset({"GOV", "COP", "JUD", "LEG", "MIL", "SPY"})
_SHARE = 0.5
_LEAST = 3


def main_country(sheet: Sheet, groups: list[Cluster]) -> str | None:
    """The country that at least half of all mentions of places and peoples are about; None if none stands out."""
    counts: Counter[str] = Counter(sheet.adjectives.values())
    for group in groups:
        if group.kind == "place" and group.country:
            counts[group.country] += sum(find.form == "name" for find in group.finds)
    if not counts:
        return None
    country, most = counts.most_common(1)[0]
    return country if most >= _LEAST and most >= _SHARE * counts.total() else None


def with_countries(sheet: Sheet, group: Cluster, main: str | None) -> str | None:
    """The country of a cluster, by what is said of it, or `main` for officials and bodies of state."""
    if not group.country and group.kind in ("place", "facility") and not group.key:
        return next(filter(None, (_container(sheet, find) for find in group.finds)), None)
    if group.country or group.kind not in ("organisation", "person"):
        return group.country
    if any(find.key for find in group.finds):
        return None
    if group.kind == "person":
        return _of_person(sheet, group, main)
    state = any(set(find.sector) & _STATE or _official(sheet, find) for find in group.finds)
    near = next(filter(None, (_owner(sheet, find) for find in group.finds)), None)
    return near or (main if state else None)


def _official(sheet: Sheet, find: Find) -> bool:
    """Whether the name is made of the words that bodies of state are called with: "Security Council"."""
    words = range(find.first, find.last + 1)
    official = any(sheet.marks(i) & Mark.MODIFIER for i in words)
    return official and all(sheet.marks(i) & (Mark.MODIFIER | Mark.HEAD) or not sheet.capitalised(i) for i in words)


def _owner(sheet: Sheet, find: Find) -> str | None:
    """ "Kazakhstan's Foreign Ministry": the place right before "'s"."""
    if find.first < 2 or sheet.tokens[find.first - 1].shape != "possessive":
        return None
    return sheet.place_ends.get(find.first - 2)


def _container(sheet: Sheet, find: Find) -> str | None:
    """The country of a place named within the next words of the sentence: "the X checkpoint in Y Region"."""
    stop = min(sheet.sentence_of[find.last].stop, find.last + 8)
    return next((sheet.places[i][1] for i in range(find.last + 1, stop) if i in sheet.places), None)


def _of_person(sheet: Sheet, group: Cluster, main: str | None) -> str | None:
    """By the adjective or place among the words of office before the name or in the apposition behind it."""
    official = False
    for find in group.finds:
        country, office = _before(sheet, find)
        if country:
            return country
        behind, holds = _behind(sheet, find)
        if behind:
            return behind
        official = official or office or holds
    return (_nearby(sheet, group.finds[0], main) or main) if official else None


def _nearby(sheet: Sheet, find: Find, main: str | None) -> str | None:
    """The one country that the sentence of an official, else the paragraph, speaks of, where `main` is not named."""
    if sheet.lexicon.tag != "en":
        return None
    sentence = sheet.sentence_of[find.first]
    text = sheet.page.text
    start = sheet.page.token_at(text.rfind("\n", 0, sentence.start) + 1)
    for first, stop in ((sentence.first, sentence.stop), (start, sentence.stop)):
        near = {sheet.adjectives[i] for i in range(first, stop) if i in sheet.adjectives}
        near |= {place[1] for i in range(first, stop) if (place := sheet.places.get(i)) and place[1] is not None}
        if main in near:
            return main
        if near:
            return near.pop() if len(near) == 1 else None
    return None


def _before(sheet: Sheet, find: Find) -> tuple[str | None, bool]:
    """Country and whether there is an office, in the words right before a name: "Kazakh Foreign Minister X"."""
    start = sheet.sentence_of[find.first].first
    index, office = find.first - 1, False
    country: str | None = None
    while index >= start and find.first - index <= 14:
        token = sheet.tokens[index]
        if token.text == ")":
            index = _opening(sheet, index, start)
            continue
        if index in sheet.adjectives or (index in sheet.place_ends and not _merely_where(sheet, index, find)):
            country = country or sheet.adjectives.get(index) or sheet.place_ends.get(index)
        elif sheet.marks(index) & Mark.TITLE:
            office = True
        elif token.text in _ENDS or (token.shape == "lower" and not _goes_on(sheet, index)):
            break
        if country and (office or index == find.first - 1):
            return country, office
        index -= 1
    return None, office


def _merely_where(sheet: Sheet, last: int, find: Find) -> bool:
    """ "in Brussels X's lawyer", "in Brussels President X": the place tells where it happened, not whose X is."""
    if sheet.lexicon.tag != "en":
        return False
    first = last
    while first > 0 and first in sheet.place_tokens and first not in sheet.places:
        first -= 1
    before = sheet.tokens[first - 1].lower if first else ""
    beside = last == find.first - 1 and before not in sheet.lexicon.grammar["of"]
    return beside or before in sheet.lexicon.grammar["place_prepositions"]


_ENDS = frozenset(',;:(«»“”"')


def _opening(sheet: Sheet, index: int, start: int) -> int:
    """The token before the bracket that is closed at `index`."""
    while index > start and sheet.tokens[index].text != "(":
        index -= 1
    return index - 1


def _goes_on(sheet: Sheet, index: int) -> bool:
    """Small words that may stand inside the words of office."""
    lexicon = sheet.lexicon
    lower = sheet.tokens[index].lower
    marks = sheet.marks(index)
    inside = Mark.MODIFIER | Mark.TITLE | Mark.HEAD | Mark.SMALL_HEAD | Mark.GROUP_MODIFIER
    if lexicon.tag == "en" and (lower in office_words("en").status or lower in office_words("en").modifiers):
        return True  # "Kazakh acting President X"
    return bool(marks & inside) or lower in lexicon.grammar["of"] or lower in lexicon.grammar["articles"]


def _behind(sheet: Sheet, find: Find) -> tuple[str | None, bool]:
    """The same in an apposition: ", head of the X Center at the Russian Academy"."""
    stop = sheet.sentence_of[find.last].stop
    index = find.last + 1
    if index >= stop or sheet.tokens[index].text not in (",", "(", "—", "–"):
        return None, False
    office = False
    for step in range(index + 1, min(stop, index + 16)):
        if sheet.tokens[step].text in ",;:().":
            break
        if sheet.marks(step) & Mark.TITLE:
            office = True
        elif office and step in sheet.adjectives:
            return sheet.adjectives[step], True
        elif office and step in sheet.places:
            return sheet.places[step][1], True
    return None, office
