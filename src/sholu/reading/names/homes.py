"""Where an article plays: the country that the places and peoples around a word, else in the whole text, speak of."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from sholu.codebook.units import units
from sholu.gazetteer import Gazetteer
from sholu.model.document import Document
from sholu.packs import Packs
from sholu.reading.languages.morphology import base_forms
from sholu.reading.names.clusters import Cluster
from sholu.reading.names.sheet import Sheet
from sholu.reading.page import Page
from sholu.reading.places import country_adjectives, find_places
from sholu.reading.quantities.lexicon import unit_words

_SHARE = 0.55
_LEAD = 1.5
_LEAST = 0.4
_INSIDE = 4
_TOWN_WORD = 3
_LAND = 2
_NOTHING = 0
_ENOUGH = 3
_WORLD_MONEY = frozenset({"USD", "EUR", "GBP", "CHF", "JPY", "XAU", "XDR"})
_NEAR = 40  # tokens before the sentence of "her deputy, X" in which she may be named
_DATELINE = 6  # tokens in the longest dateline, which is no sentence to begin with
_MONEY = 3  # letters of an ISO code


@dataclass(frozen=True, slots=True)
class Sign:
    """A token that speaks of a country, and how much it says: a town more than the country's name.

    A country that only a citizen or a partner is from weighs nothing, but it is spoken of.
    """

    token: int
    country: str
    weight: int


class Homes:
    """The signs of countries in a text. `main` is the country that stands out among them all, None where none does.

    `bodies` gives the country of each institution that states its own, by the tokens of its mentions.
    """

    def __init__(self, sheet: Sheet, groups: Iterable[Cluster], headline: Iterable[str] = ()) -> None:
        """`headline` are the countries that the title speaks of, where it is no part of the text."""
        groups = list(groups)
        self._sheet = sheet
        self.bodies = dict(_bodies(groups))
        titled = [Sign(-1, country, _INSIDE) for country in headline]
        self._signs = sorted([*titled, *_signs(sheet, groups)], key=lambda sign: sign.token)
        self._tokens = [sign.token for sign in self._signs]
        counts: Counter[str] = Counter()
        for sign in self._signs:
            counts[sign.country] += sign.weight
        leading = counts.most_common(2)
        self._leading = {country for country, weight in leading if weight >= _ENOUGH}
        self.main = _standing_out(leading, counts.total())
        self._borne_out = len({sign.token for sign in self._signs if sign.country == self.main}) >= _BORNE_OUT
        self._sections = _sections(sheet)
        self._met: list[tuple[int, str]] = []

    def note(self, token: int, country: str) -> None:
        """Keep which country somebody or some body named at a token is of; tokens come in order."""
        self._met.append((token, country))

    def met(self, token: int) -> str | None:
        """The country of whom or what the text has named last before a token, not far away."""
        far = self._sheet.sentence_of[token].first - _NEAR
        return next((country for at, country in reversed(self._met) if far <= at < token), None)

    def other(self, country: str | None) -> str | None:
        """The other one of two countries that the text speaks of most."""
        others = self._leading - {country}
        return others.pop() if len(self._leading) == 2 and len(others) == 1 else None

    def around(self, token: int) -> str | None:
        """The home of what is named at a token.

        It is that of the part of a digest, else `main`, else the one country of its sentence or its paragraph, else
        that of the last sign before it, or of the first one behind where there is none.
        """
        section = bisect_left(self._sections, (token + 1, "")) - 1
        if section >= 0:
            return self._sections[section][1]
        if self.main or not self._signs:
            return self.main
        sentence = self._sheet.sentence_of[token]
        text = self._sheet.page.text
        start = self._sheet.page.token_at(text.rfind("\n", 0, sentence.start) + 1)
        end = text.find("\n", sentence.end)
        stop = self._sheet.page.token_at(end) if end >= 0 else len(self._sheet.tokens)
        return self._only(sentence.first, sentence.stop) or self._only(start, stop, _LAND) or self._last(token)

    def undisputed(self, token: int) -> str | None:
        """`main`, where more than one sign tells it and the sentence of a token speaks of no other country."""
        if not self._borne_out:
            return None
        sentence = self._sheet.sentence_of[token]
        signs = self._signs[bisect_left(self._tokens, sentence.first) : bisect_left(self._tokens, sentence.stop)]
        return self.main if {sign.country for sign in signs} <= {self.main} else None

    def _last(self, token: int) -> str | None:
        """Of the countries most spoken of, that of the last sign before a token, else of the first one behind it.

        Before all of them stands where the language is at home.
        """
        home = bool(self._sheet.lexicon.grammar["homeland"])
        inside = [sign for sign in self._signs if sign.country in self._leading and (home or sign.token >= 0)]
        number = bisect_left([sign.token for sign in inside], token)
        return inside[max(0, number - 1)].country if inside else None

    def _only(self, first: int, stop: int, least: int = _NOTHING) -> str | None:
        """Of the countries most spoken of in the text, the one that these tokens speak of alone."""
        signs = self._signs[bisect_left(self._tokens, first) : bisect_left(self._tokens, stop)]
        near = {sign.country for sign in signs if sign.weight >= least} & self._leading
        return near.pop() if len(near) == 1 else None


def headline(page: Page, packs: Packs, gazetteer: Gazetteer) -> list[str]:
    """The countries that the title of a page speaks of, where it does not stand in the text as well."""
    title = (page.document.title or "")[:_TITLE]
    if not title or page.text.lstrip().startswith(title):
        return []
    head = Page(Document(title), page.language.tag)
    places = find_places(head, packs, gazetteer)
    return [*(place.country for place in places if place.country), *(word.country for word in country_adjectives(head))]


_TITLE = 300
"""Code points of a title that are read: a page may hide anything in it."""


def _bodies(groups: Iterable[Cluster]) -> Iterator[tuple[int, str]]:
    for group in groups:
        if group.kind == "organisation" and (country := group.country):
            for find in group.finds:
                yield from ((token, country) for token in range(find.first, find.last + 1))


def _sections(sheet: Sheet) -> list[tuple[int, str]]:
    """First token and country of each part of a digest, whose paragraphs begin with a place: "JAPAN. In Tokyo ..."."""
    found: list[tuple[int, str]] = []
    for first, (last, country) in sheet.places.items():
        if not country or (first and not sheet.line_break(first)) or last + 1 >= len(sheet.tokens):
            continue
        if sheet.tokens[last + 1].text in _HEADING_ENDS or sheet.line_break(last + 1):
            found.append((first, country))
    return sorted(found) if len({country for _, country in found}) > 1 else []


_HEADING_ENDS = frozenset(".:,(—–")


def _signs(sheet: Sheet, groups: Sequence[Cluster]) -> Iterator[Sign]:
    """Peoples, towns and other places, the country in which the language is at home, and money."""
    signs = [
        Sign(token, country, _NOTHING if _partner(sheet, token) or _is_aim(sheet, token) else _LAND)
        for token, country in sheet.adjectives.items()
    ]
    signs += [Sign(-1, country.upper(), _INSIDE) for country in sheet.lexicon.grammar["homeland"]]
    signs += [Sign(token, country, _TOWN_WORD) for token, country in sheet.towns.items()]
    called = _called(groups)
    lead = next((each.stop for each in sheet.page.sentences if each.stop - each.first > _DATELINE), 0)
    for group in groups:
        country = group.country
        if country and group.kind == "organisation":
            first = group.finds[0].first
            signs.append(Sign(first, country, _LAND * (1 + (first < lead))))
        if country and group.kind == "place":
            large = (group.key or "").startswith("country:")
            for find in group.finds:
                if find.form == "name" and find.first not in called:
                    weight = (_NOTHING if _citizen(sheet, find.first) else _LAND) if large else _INSIDE
                    weight = _NOTHING if _is_aim(sheet, find.first) else weight
                    signs.append(Sign(find.first, country, weight))
    signs += _headed(sheet)
    signs += _opening(signs, lead)
    yield from signs
    names = (find for group in groups for find in group.finds if find.form == "name")
    named = {token for find in names for token in range(find.first, find.last + 1)}
    yield from _money(sheet, signs, named)


def _opening(signs: Sequence[Sign], lead: int) -> list[Sign]:
    """The first sign of the text, once more: in the dateline or the lead it says where all of it plays.

    Of a country as a whole the text must speak again, or in its lead, before that token.
    """
    again = Counter(sign.country for sign in signs)
    inside = [
        sign
        for sign in signs
        if 0 <= sign.token < _LEADING
        and (sign.weight == _INSIDE or (sign.weight == _LAND and (sign.token < lead or again[sign.country] > 1)))
    ]
    return [min(inside, key=lambda sign: sign.token)] if inside else []


def _headed(sheet: Sheet) -> list[Sign]:
    """What the head of the text is about: "MONGOLIA: CUSTOMS HEAD RECALLED", or a dateline "KOLTSOV, Ruritania, May 3".

    A headline that names two countries before its colon is about neither.
    """
    colon = next((i for i, token in enumerate(sheet.tokens[:_HEADING]) if token.text == ":"), 0)
    told = {country for first, (_, country) in sheet.places.items() if first < colon and country}
    if len(told) == 1:
        return [Sign(0, told.pop(), _HEADLINE)]
    last, country = sheet.places.get(0, (0, None))
    comma = last + 1 < len(sheet.tokens) and sheet.tokens[last + 1].text == ","
    return (
        [Sign(0, country, _INSIDE)] if country and comma and sheet.places.get(last + 2, (0, ""))[1] == country else []
    )


_LEADING = 12  # tokens
_HEADLINE = 12
_HEADING = 6  # tokens up to the colon of a headline
_BORNE_OUT = 2


def _called(groups: Sequence[Cluster]) -> set[int]:
    """The tokens of outlets' names, but for the first time: of a place that a paper is called after once is enough."""
    finds = (find for group in groups if group.kind == "outlet" for find in group.finds[1:])
    return {token for find in finds for token in range(find.first, find.last + 1)}


def _partner(sheet: Sheet, token: int) -> bool:
    """Whether an adjective says where one is from with whom the people of the text have to do: "a Czech firm"."""
    return token + 1 < len(sheet.tokens) and _is_one_of(sheet, token + 1, "partners")


def _citizen(sheet: Sheet, first: int) -> bool:
    """Whether a country stands behind a word for who is from there: "a citizen of Lithuania"."""
    of = first > 1 and sheet.lexicon.tag == "en" and sheet.tokens[first - 1].lower in sheet.lexicon.grammar["seated"]
    return first > of and _is_one_of(sheet, first - 1 - of, "citizens")


def _is_aim(sheet: Sheet, first: int) -> bool:
    """Whether a place is where somebody goes, or whom something is against: "a visit to Narnia", «против Нарнии»."""
    start, grammar = sheet.sentence_of[first].first, sheet.lexicon.grammar
    if first <= start:
        return False
    before = sheet.tokens[first - 1].lower
    if before in grammar["opposed"]:
        return True
    towards = before in grammar["place_prepositions"] or before in grammar["bound"]
    return towards and first - 1 > start and _is_one_of(sheet, first - 2, "visits")


def _is_one_of(sheet: Sheet, index: int, key: str) -> bool:
    words, lower = sheet.lexicon.grammar[key], sheet.tokens[index].lower
    return lower in words or any(form in words for form in base_forms(sheet.lexicon.tag, lower))


def _money(sheet: Sheet, signs: Iterable[Sign], named: Collection[int]) -> Iterator[Sign]:
    """Sums in the money of one country: the first two letters of its ISO code are the country's.

    A token of a name (`named`) is no money: «Вечерний пул».

    Of money that several countries call alike ("manat") it is the one that the other signs speak of most.
    """
    words = unit_words(sheet.lexicon.tag)
    spoken: Counter[str] = Counter()
    for sign in signs:
        spoken[sign.country] += sign.weight
    for match in words.units.find(sheet.tokens):
        code = match.value
        if code not in words.currencies or code in _WORLD_MONEY or len(code) != _MONEY or match.first in named:
            continue
        if sheet.tokens[match.first].shape == "title" and match.first not in sheet.opens:
            continue  # «Олег Седов» owns no cedis
        alike = _called_alike(code) if match.first == match.last else (code,)
        ordinary = sheet.tokens[match.first].lower in sheet.lexicon.grammar["ordinary_money"]
        if ordinary and not any(sheet.tokens[i].shape == "number" for i in range(max(0, match.first - 2), match.first)):
            continue  # "the sum"
        country = max(alike, key=lambda other: (spoken[other[:2]], other == code))[:2]
        yield Sign(match.first, country, _INSIDE)


@cache
def _called_alike(code: str) -> tuple[str, ...]:
    """The moneys with the same noun: those of Turkmenistan and Azerbaijan are both manats."""
    noun = units()[code].name.split()[-1]
    return tuple(unit.code for unit in units().values() if unit.kind == "currency" and unit.name.split()[-1] == noun)


def _standing_out(leading: list[tuple[str, int]], total: int) -> str | None:
    """The first of the two countries most spoken of, if it has most of all signs or far more than the second."""
    if not leading:
        return None
    country, most = leading[0]
    second = leading[1][1] if len(leading) > 1 else 0
    if most < _ENOUGH:
        return None
    return country if most >= _SHARE * total or (most >= _LEAD * second and most >= _LEAST * total) else None
