"""Words that speak of a country without naming it: "Kazakh", "казахстанско-российский", "Uzbeks"."""

import re
from functools import cache, lru_cache
from typing import Literal, NamedTuple

from sholu.codebook.countries import countries
from sholu.model.span import Span
from sholu.reading.languages.morphology import base_forms, readings
from sholu.reading.page import Page
from sholu.text.tokens import Token


class CountryWord(NamedTuple):
    """An adjective of a country or a word for its people; half of a compound has its own span."""

    span: Span
    country: str
    kind: Literal["adjective", "people"]


def country_adjectives(page: Page) -> list[CountryWord]:
    """All adjectives of countries and words for their people, in order. They are not places themselves."""
    tag, tokens = page.language.tag, page.tokens
    heads = _heads(tag)
    found: list[CountryWord] = []
    for token in tokens:
        lower = token.lower
        if lower[:3] not in heads or (tag == "en" and not token.is_capitalised):
            continue
        if found and token.start < found[-1].span.end:
            continue
        pair = _pair(tag, tokens, token.i)
        if pair is not None:
            found.append(pair)
        elif "-" in lower:
            found += _compound(tag, token)
        else:
            meaning = country_word(tag, lower)
            if meaning is not None:
                found.append(CountryWord(token.span, *meaning))
    return found


@lru_cache(maxsize=65_536)
def country_word(tag: str, lower: str) -> tuple[str, Literal["adjective", "people"]] | None:
    """Country and kind of a word in small letters, case endings and plurals allowed for; None if it is neither."""
    adjectives, people = _table(tag)
    if tag == "ru":
        stem = _RUSSIAN_ENDING.sub("", lower)
        if stem in adjectives and stem != lower:
            return adjectives[stem], "adjective"
        for reading in readings("ru", lower):
            if reading.lemma in people and reading.part == "noun":
                return people[reading.lemma], "people"
        return None
    for form in base_forms(tag, lower):
        if form in adjectives and form == lower:
            return adjectives[form], "adjective"
        if form in people:
            return people[form], "people"
        if form in adjectives:
            return adjectives[form], "people"
    return None


_RUSSIAN_ENDING = re.compile("(?<=к)(ий|ая|ое|ие|ого|ой|ому|ую|им|ом|их|ими|ою)$")


@cache
def _table(tag: str) -> tuple[dict[str, str], dict[str, str]]:
    adjectives: dict[str, str] = {}
    people: dict[str, str] = {}
    for country in sorted(countries(), key=lambda country: -country.population):
        for word in country.adjectives.get(tag, ()):
            adjectives.setdefault(word.lower(), country.code)
        for word in country.people.get(tag, ()):
            people.setdefault(word.lower(), country.code)
    return adjectives, people


@cache
def _heads(tag: str) -> frozenset[str]:
    adjectives, people = _table(tag)
    return frozenset(word[:3] for word in (*adjectives, *people))


def _pair(tag: str, tokens: list[Token], index: int) -> CountryWord | None:
    """Two words that are one adjective: "South Korean"."""
    if index + 1 >= len(tokens):
        return None
    adjectives, people = _table(tag)
    words = f"{tokens[index].lower} {tokens[index + 1].lower}"
    span = Span(tokens[index].start, tokens[index + 1].end)
    if words in adjectives:
        return CountryWord(span, adjectives[words], "adjective")
    if words in people or words.removesuffix("s") in people:
        return CountryWord(span, people.get(words) or people[words.removesuffix("s")], "people")
    return None


def _compound(tag: str, token: Token) -> list[CountryWord]:
    whole = country_word(tag, token.lower)
    if whole is not None:
        return [CountryWord(token.span, *whole)]
    found, start = [], token.start
    for part in token.text.split("-"):
        lower = part.lower()
        meaning = country_word(tag, lower) or _first_half(tag, lower)
        if meaning is not None and part:
            found.append(CountryWord(Span(start, start + len(part)), meaning[0], "adjective"))
        start += len(part) + 1
    return found


def _first_half(tag: str, lower: str) -> tuple[str, Literal["adjective", "people"]] | None:
    """The first half of a Russian compound: "казахстанско-", "американо-"."""
    if tag != "ru" or not lower.endswith("о"):
        return None
    adjectives = _table(tag)[0]
    code = adjectives.get(lower[:-1]) or adjectives.get(lower[:-1] + "ск")
    return (code, "adjective") if code else None
