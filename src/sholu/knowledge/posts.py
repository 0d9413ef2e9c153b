"""Offices in the same words for all languages: "Energy Minister" and "министр энергетики" are one."""

import re
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from sholu.knowledge.wording import table
from sholu.text.phrases import Phrases
from sholu.text.tokens import tokenise

_MODIFIERS = ("spokesman", "deputy", "acting")
_BEFORE_FIELD = ("minister", "deputy minister")
_NUMBER = re.compile(r"[^.;\n]{0,40}?(?:№|No\.?|N)\s?(\d[\w/-]*)")


@dataclass(frozen=True, slots=True)
class Post:
    """An office: `rank` ("minister", "deputy head"), `field` ("energy", "" for none), and whose it is.

    `area` is the known entity of a region for those who govern one. `acting`: for the time being.
    """

    rank: str
    field: str = ""
    country: str = ""
    area: str = ""
    acting: bool = False

    @property
    def name(self) -> str:
        """In plain English: "energy minister", "head (customs)"."""
        if not self.field:
            return self.rank
        if self.rank in _BEFORE_FIELD:
            return " ".join([*self.rank.split()[:-1], self.field, self.rank.split()[-1]])
        return f"{self.rank} ({self.field})"

    @property
    def is_vague(self) -> bool:
        """Whether it says so little that it may be another name of any office of the same person."""
        return self.rank == "head" and not self.field and not self.area

    def fits(self, other: "Post") -> bool:
        """Whether both may be one office: what both say agrees."""
        return (
            self.rank == other.rank
            and self.field == other.field
            and (not self.country or not other.country or self.country == other.country)
            and (not self.area or not other.area or self.area == other.area)
        )

    def joined(self, other: "Post") -> "Post":
        """The two as one, with all that either says."""
        return replace(self, country=self.country or other.country, area=self.area or other.area)


@lru_cache(maxsize=16_384)
def post(words: str, language: str) -> Post:
    """The office that these words name, without its country; what has no known rank keeps its words as rank."""
    tokens = tokenise(words.replace("-", " "))
    ranks = {match.value for match in _phrases("ranks", language).find(tokens)}
    field = next((match.value for match in _phrases("fields", language).find(tokens)), "")
    main = [name for name in table("offices")["ranks"] if name in ranks and name not in _MODIFIERS]
    if "spokesman" in ranks:
        return Post("spokesman", field)
    if not main:
        if not ranks:
            return Post(" ".join(token.lower for token in tokens), "")
        main = ["head"]
    rank = f"deputy {main[0]}" if "deputy" in ranks else main[0]
    return Post(rank, field, acting="acting" in ranks)


def acts(text: str, language: str) -> tuple[tuple[int, str], ...]:
    """Numbered acts in a text, (start, words): "указ № 812"."""
    tokens = tokenise(text)
    found = []
    for match in _phrases("acts", language).find(tokens):
        start = tokens[match.first].start
        number = _NUMBER.match(text, tokens[match.last].end)
        before = re.search(r"№\s?(\d[\w/-]*)\s*$", text[max(0, start - 12) : start])
        if number and number.end() - start < 60:
            found.append((start, text[start : number.end()]))
        elif before:
            found.append((start, before.group().strip() + " " + tokens[match.last].text))
    return tuple(found)


@cache
def _phrases(name: str, language: str) -> Phrases[str]:
    data = table("offices")[name]
    if name == "acts":
        return Phrases((pattern, "act") for pattern in data.get(language, ()))
    return Phrases((pattern, key) for key, words in data.items() for pattern in words.get(language, ()))
