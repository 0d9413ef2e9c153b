"""What a Russian name may be in its base form, with the case and the gender that go with it."""

from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from itertools import product
from typing import Any, NamedTuple

from sholu.reading.languages import language
from sholu.reading.languages.morphology import CACHED, cased, is_impossible, readings

CASES = ("nom", "gen", "dat", "acc", "ins", "loc")
GENDERS = ("m", "f")
_LIKELY = 0.1
"""How likely a case of a name is against its likeliest, at least, to be one that it may stand in."""


class Declined(NamedTuple):
    """One way to read a word of a name: its base form, the cases and genders that it has then, and how likely."""

    base: str
    cases: frozenset[str]
    genders: frozenset[str]
    weight: float


class Whole(NamedTuple):
    """One way to read the words of a name together: their base forms, case, gender, and how likely."""

    bases: tuple[str, ...]
    case: str
    gender: str
    weight: float


def together(words: Sequence[Sequence[Declined]]) -> list[Whole]:
    """The likeliest reading of words in one case and gender, for each case and gender that they can have together."""
    found = []
    for case, gender in product(CASES, GENDERS):
        best = [max(fitting, key=_weight, default=None) for fitting in _fitting(words, case, gender)]
        kept = [one for one in best if one is not None]
        if len(kept) == len(words):
            weight = 1.0
            for one in kept:
                weight *= one.weight
            found.append(Whole(tuple(one.base for one in kept), case, gender, weight))
    return found


@lru_cache(maxsize=CACHED)
def cases_of_name(words: tuple[str, ...]) -> frozenset[str]:
    """The cases that the words of somebody's name can stand in together; empty where nothing tells it."""
    wholes = together([ways(word) for word in words])
    most = max((whole.weight for whole in wholes), default=0.0)
    return frozenset(whole.case for whole in wholes if whole.weight >= _LIKELY * most)


def _weight(one: Declined) -> float:
    return one.weight


def _fitting(words: Iterable[Sequence[Declined]], case: str, gender: str) -> list[list[Declined]]:
    return [[one for one in ways if case in one.cases and gender in one.genders] for ways in words]


@lru_cache(maxsize=CACHED)
def ways(word: str, listed: str | None = None) -> tuple[Declined, ...]:
    """All ways to read a word of a person's name; capitals are kept.

    `listed` is the gender of a given name that is listed as it stands: "m", "f" or "" where it is not told.
    """
    lower = word.lower()
    found = [*_by_ending(lower), *_by_dictionary(lower)]
    if listed is not None:
        found += _listed(lower, listed)
    return tuple(one._replace(base=cased(one.base, word)) for one in found)


def _by_ending(lower: str) -> list[Declined]:
    """The ways that the ending of a word tells."""
    table = _endings()
    for length in range(min(_longest(), len(lower) - 1), -1, -1):
        entries = table.get(lower[len(lower) - length :])
        if entries is not None:
            stem = lower[: len(lower) - length]
            found = [_way(stem, lower, *entry) for entry in entries]
            return [one for one in found if one.base == lower or not is_impossible("ru", one.base)]
    return []


def _way(stem: str, lower: str, ending: str, cases: str, gender: str, weight: float) -> Declined:
    base = lower if ending == "=" else stem if ending == "-" else stem + ending
    return Declined(
        base,
        frozenset(CASES if cases == "all" else cases.split(",")),
        frozenset(GENDERS if gender == "any" else (gender,)),
        weight,
    )


def _by_dictionary(lower: str) -> list[Declined]:
    """The ways in which the dictionary knows a word as a given name."""
    weight = weights()["given"]
    found = []
    for reading in readings("ru", lower):
        if reading.kind == "given" and reading.known and reading.case in CASES and reading.number != "plural":
            genders = frozenset(reading.gender[:1] or GENDERS)
            found.append(
                Declined(reading.lemma, frozenset((reading.case,)), genders, weight * max(reading.score, 0.01))
            )
    return found


def _listed(lower: str, gender: str) -> list[Declined]:
    """A given name in its base form: it stands in the nominative, or it does not decline."""
    weight, genders = weights()["given"], frozenset(gender or GENDERS)
    undeclined = {one.genders for one in _by_ending(lower) if one.base == lower and len(one.cases) == len(CASES)}
    found = [Declined(lower, frozenset(("nom",)), genders, weight)]
    stays = genders.intersection(*undeclined) if undeclined else frozenset()
    if stays:
        found.append(Declined(lower, frozenset(CASES), stays, weight))
    return found


@cache
def _endings() -> dict[str, list[tuple[str, str, str, float]]]:
    table: dict[str, list[str]] = language("ru").table("morphology")["declining"]
    found = {}
    for endings, entries in table.items():
        told = [(entry.split()[0], entry.split()[1], entry.split()[2], float(entry.split()[3])) for entry in entries]
        for ending in endings.split() or [""]:
            found[ending] = told
    return found


@cache
def _longest() -> int:
    return max(map(len, _endings()))


@cache
def weights() -> dict[str, float]:
    """How much each sign counts for a reading of a name."""
    found: dict[str, Any] = language("ru").table("morphology")["name_weights"]
    return {key: float(value) for key, value in found.items()}


@cache
def usual_cases() -> dict[str, float]:
    """How likely each case is for a name about which nothing is told."""
    table: dict[str, float] = language("ru").table("morphology")["case_of_names"]
    return dict(table)


@cache
def cases_after() -> dict[str, frozenset[str]]:
    """The cases that a preposition asks for."""
    found: dict[str, set[str]] = {}
    for case, block in language("ru").table("morphology")["prepositions"].items():
        for word in block.split():
            found.setdefault(word, set()).add(case)
    return {word: frozenset(cases) for word, cases in found.items()}
