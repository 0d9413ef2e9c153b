"""Looking places up by name, alone or among the words of a text."""

from collections.abc import Callable, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from sholu.gazetteer.folding import fold
from sholu.gazetteer.index import POSTAL, UPPER, Index, PlaceRecord, load

Forms = Callable[[str], tuple[str, ...]]
"""What a word may be in its base form: `functools.partial(base_forms, "ru")`."""

LONGEST = 6
_CACHED = 65_536
_ACRONYM = 5
_POSSESSIVE = frozenset({"'s", "’s"})


class Found(NamedTuple):
    """A name met in a text: the number of its last word, and the places it may be, likeliest names first."""

    last: int
    records: tuple[PlaceRecord, ...]


class _Start(NamedTuple):
    """What one word can be: the key numbers it is the whole of, and the keys that longer names start with."""

    whole: tuple[int, ...]
    longer: tuple[str, ...]


class Gazetteer:
    """All places of an index by name. Safe to share: nothing in it changes but its caches."""

    def __init__(self, index: Index) -> None:
        self._index = index
        self.records = lru_cache(maxsize=_CACHED)(index.records)
        self._key = lru_cache(maxsize=_CACHED)(self._find_key)
        self._start = lru_cache(maxsize=_CACHED)(self._find_start)

    def look_up(self, name: str) -> tuple[PlaceRecord, ...]:
        """The places called `name`, whatever its case, accents and hyphens; by falling population, usual names first.

        A short name in capitals is also looked up as an acronym. Empty if there is none.
        """
        number = self._key(_acronym(name)) if name.isupper() else None
        number = self._key(fold(name)) if number is None else number
        return () if number is None else self.records(number)

    def postal(self, code: str) -> tuple[PlaceRecord, ...]:
        """The American state with this two-letter code."""
        number = self._key(POSTAL + code.lower())
        return () if number is None else self.records(number)

    def match(self, words: Sequence[str], first: int, forms: Forms | None = None) -> Found | None:
        """The longest name that starts at word number `first`; None if no name starts there.

        `words` are the texts of a page's tokens. `forms` gives the base forms of a word in an inflected language; the
        word as it stands comes first.
        """
        start = self._start(words[first], forms)
        best = Found(first, self._joined(start.whole)) if start.whole else None
        stop = min(len(words), first + LONGEST)
        if first + 1 < stop and words[first + 1] == "." and len(words[first]) <= _ACRONYM:
            number = self._key(fold(words[first]) + ".")
            if number is not None:
                best = Found(first + 1, self.records(number))
        prefixes = start.longer
        position = first + 1
        while prefixes and position < stop:
            word = words[position]
            if word in "." and _is_short(words[position - 1]):
                position += 1
                continue
            if word in _POSSESSIVE:
                joined = [f"{prefix}s" for prefix in prefixes]
            elif word[0].isalnum():
                folds = _folds(word, forms)
                joined = [f"{prefix} {form}" for prefix in prefixes for form in folds]
            else:
                break
            whole = tuple(number for key in joined if (number := self._key(key)) is not None)
            if whole:
                best = Found(position, self._joined(whole))
            elif position + 1 < len(words) and words[position + 1] == ".":
                dotted = [number for key in joined if (number := self._key(key + ".")) is not None]
                if dotted:
                    best = Found(position + 1, self._joined(tuple(dotted)))
            prefixes = self._extended(joined)
            position += 1
        return best

    def _find_key(self, key: str) -> int | None:
        number, found = self._index.find(key)
        return number if found else None

    def _find_start(self, word: str, forms: Forms | None) -> _Start:
        if not word[0].isalnum():
            return _Start((), ())
        folds = _folds(word, forms)
        bare = word if forms is None or "-" not in word else forms(word)[0]  # "АҚШ-қа"
        if bare.isupper() and len(bare.replace(".", "")) <= _ACRONYM:
            number = self._key(_acronym(bare))
            if number is not None:
                return _Start((number,), ())
        whole = tuple(number for key in folds if (number := self._key(key)) is not None)
        return _Start(whole[:1] if folds[0] == fold(word) and whole else whole, self._extended(folds))

    def _extended(self, folds: Sequence[str]) -> tuple[str, ...]:
        return tuple(key for key in folds if self._index.extends(key) or self._index.extends(f"{key}s"))

    def _joined(self, numbers: tuple[int, ...]) -> tuple[PlaceRecord, ...]:
        if len(numbers) == 1:
            return self.records(numbers[0])
        return tuple(record for number in numbers for record in self.records(number))


def _acronym(word: str) -> str:
    return UPPER + fold(word)


def _is_short(word: str) -> bool:
    return word.lower() in {"st", "mt", "ft"}


@lru_cache(maxsize=_CACHED)
def _folds(word: str, forms: Forms | None) -> tuple[str, ...]:
    if forms is None:
        return (fold(word),)
    return tuple(dict.fromkeys([fold(word), *(fold(form) for form in forms(word))]))


@cache
def gazetteer() -> Gazetteer:
    """The gazetteer that comes with the package; read when first asked for."""
    return Gazetteer(load())
