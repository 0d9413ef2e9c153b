"""How names of institutions are shortened: by initials ("IDB", «ОЭС») and by the beginnings of words («Минэнерго»)."""

from collections.abc import Iterator, Sequence
from typing import Generic, TypeVar

from sholu.reading.languages.morphology import base_forms
from sholu.reading.names.finds import Find
from sholu.reading.names.folding import plain
from sholu.reading.names.sheet import Sheet

T = TypeVar("T")

_INITIALS = 3
"""Letters in the shortest abbreviation that initials explain."""
_RUSSIAN = 2
"""The same where a body is often called by two."""
_BEGINNING = 2
"""Letters in the shortest beginning of a word inside a word made of several."""
_LINKS = frozenset("оеа")
"""Vowels between two beginnings, or behind the last one: «энерго»."""
_PARTS = 5
_ENDING = 3
_STEM = 4
"""Letters that must agree where the last word is there in full, its ending aside: «обороны»."""


def initials(words: Sequence[str], least: int = _INITIALS) -> str:
    """The first letters of words, "" where they are too few for an abbreviation."""
    letters = "".join(word[0] for word in words if word)
    return letters if len(letters) >= least else ""


def is_made_of(short: str, words: Sequence[str]) -> bool:
    """Whether a word is the beginnings of all these words: «минэнерго» of «министерство», «энергетики»."""
    if not 1 < len(words) <= _PARTS or len(short) < _BEGINNING * len(words) + 1:
        return False
    return _is_made(short, list(words))


def _is_made(short: str, words: Sequence[str]) -> bool:
    if not words:
        return not short
    word, rest = words[0], words[1:]
    shared = _shared(short, word)
    if not rest:
        left = short[shared:]
        whole = shared >= _STEM and shared >= len(word) - _ENDING and len(left) <= _ENDING
        return shared >= _BEGINNING and (not left or left in _LINKS or whole)
    for length in range(shared, _BEGINNING - 1, -1):
        if _is_made(short[length:], rest) or (
            short[length : length + 1] in _LINKS and _is_made(short[length + 1 :], rest)
        ):
            return True
    return False


def _shared(one: str, other: str) -> int:
    """How many first letters two words have in common."""
    count = 0
    for left, right in zip(one, other, strict=False):
        if left != right:
            break
        count += 1
    return count


class Shortened(Generic[T]):
    """The long names of a text with whose they are, and the short ones, to find either by the other."""

    def __init__(self, sheet: Sheet) -> None:
        self._sheet = sheet
        self._small = sheet.lexicon.grammar["of"] | sheet.lexicon.grammar["articles"] | sheet.lexicon.grammar["joins"]
        self._russian = sheet.lexicon.tag == "ru"
        self._least = _INITIALS if sheet.lexicon.tag == "en" else _RUSSIAN  # «СК», the Investigative Committee
        self._by_initials: dict[str, list[T]] = {}
        self._long: dict[str, list[tuple[list[str], T]]] = {}
        self._short: dict[str, list[tuple[list[str], T]]] = {}

    def note(self, find: Find, owner: T) -> None:
        """Keep the name of `owner` that stands at a find."""
        if find.first == find.last or (self._alone(find) is not None and not find.name):
            forms = self._forms(find.first)
            for beginning in dict.fromkeys(form[:_BEGINNING] for form in forms):
                self._short.setdefault(beginning, []).append((forms, owner))
            return
        for words in (*self._wordings(find), *self._known(find)):
            if letters := initials(words, self._least):
                self._by_initials.setdefault(letters, []).append(owner)
            self._long.setdefault(words[0][:_BEGINNING], []).append((words, owner))

    def alike(self, find: Find) -> list[T]:
        """The one whose longer name a find shortens, or whose shorter name it spells out; none of several."""
        alone = self._alone(find)
        found = list(dict.fromkeys(self._shorter(find) if alone is None else self._longer(alone)))
        return found if len(found) == 1 else []

    def _alone(self, find: Find) -> int | None:
        """The one word of a find, the place behind it aside: «ВС РФ»."""
        if find.first == find.last:
            return find.first
        behind = range(find.first + 1, find.last + 1)
        return find.first if self._russian and all(map(self._is_of_place, behind)) else None

    def _longer(self, index: int) -> Iterator[T]:
        token, forms = self._sheet.tokens[index], self._forms(index)
        if token.shape == "upper":
            yield from self._by_initials.get(plain(token.lower), ())
            return
        for form in forms:
            for words, owner in self._long.get(form[:_BEGINNING], ()):
                if is_made_of(form, words):
                    yield owner

    def _shorter(self, find: Find) -> Iterator[T]:
        for words in self._wordings(find):
            letters = initials(words, self._least)
            for forms, owner in self._short.get(words[0][:_BEGINNING], ()):
                if any(is_made_of(form, words) for form in forms):
                    yield owner
            for forms, owner in self._short.get(letters[:_BEGINNING], ()) if letters else ():
                if letters in forms:
                    yield owner

    def _forms(self, index: int) -> list[str]:
        lower = self._sheet.tokens[index].lower
        tag = self._sheet.lexicon.tag
        forms = (lower,) if tag == "en" else (lower, *base_forms(tag, lower))
        return list(dict.fromkeys(plain(form) for form in forms))

    def _wordings(self, find: Find) -> Iterator[list[str]]:
        """The words of a name in base form without small ones, with and without the places at its ends."""
        tokens = [i for i in range(find.first, find.last + 1) if self._sheet.tokens[i].is_word]
        whole = [i for i in tokens if self._sheet.tokens[i].lower not in self._small]
        bare = list(whole)
        while bare and self._is_of_place(bare[0]):
            bare.pop(0)
        while bare and self._is_of_place(bare[-1]):
            bare.pop()
        for indices in (whole, bare) if len(bare) < len(whole) else (whole,):
            if len(indices) > 1:
                yield [
                    self._forms(i)[-1 if self._sheet.lexicon.tag == "en" else min(1, len(self._forms(i)) - 1)]
                    for i in indices
                ]

    def _known(self, find: Find) -> Iterator[list[str]]:
        """Russian: the words by which a pack calls the body of a find, those before whose it is: «Центральный банк»."""
        words = find.name.split() if self._russian and find.name and find.key else []
        own = [plain(word.lower()) for word in words[:1] + [word for word in words[1:] if word.islower()]]
        if len(own) > 1:
            yield own

    def _is_of_place(self, index: int) -> bool:
        return index in self._sheet.place_tokens or index in self._sheet.adjectives
