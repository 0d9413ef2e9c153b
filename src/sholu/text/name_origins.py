"""Which languages a name in Latin letters may come from, and what each makes of it in Russian letters.

Four kinds of knowledge speak for a language: how common its names are, the marks of its spelling (`cues` in
`transliteration.toml`), the triples of letters frequent in lists of its names (`transliteration_triples.txt`), and the
well-known names themselves (`transliteration_names.toml`).
"""

import math
import re
import tomllib
from collections.abc import Iterator
from functools import cache, lru_cache
from importlib import resources
from typing import Any, NamedTuple

from sholu.text.transcription import Rules, compiled, expanded, from_pinyin, knowledge

_REMEMBERED = 16_384
_NOT_LANGUAGES = frozenset({"letters", "pinyin", "variants", "latin_of", "skeleton", "weights"})
_IMPOSSIBLE = -9.0
_FAR = 5.0  # below the best score; e to the minus fifth is less than a hundredth


class Origin(NamedTuple):
    """A language that names come from: its marks with their weights, its rules, its well-known names."""

    name: str
    prior: float
    cues: tuple[tuple[re.Pattern[str], float], ...]
    rules: Rules
    names: dict[str, str]


class Reason(NamedTuple):
    """What in a word speaks for one language."""

    cues: tuple[int, ...]  # which of its cues are there
    triples: float  # logarithm: how much more frequent the triples of letters are in its names than in others
    known: bool  # the word is one of its well-known names
    possible: bool  # the word can be of this language at all


@cache
def origins() -> tuple[Origin, ...]:
    """All languages that are told apart."""
    tables = knowledge()
    text = (resources.files("sholu.text") / "transliteration_names.toml").read_text("utf-8")
    names = {key: dict(pair.split("=") for pair in value.split()) for key, value in tomllib.loads(text).items()}
    found = []
    for name, entry in tables.items():
        if name not in _NOT_LANGUAGES:
            cues = (line.rsplit(" ", 1) for line in entry["cues"].splitlines() if line.strip())
            weighed = tuple((re.compile(expanded(pattern)), float(weight)) for pattern, weight in cues)
            found.append(Origin(name, entry["prior"], weighed, compiled(_rules_of(entry)), names.get(name, {})))
    return tuple(found)


def votes(word: str, name: tuple[str, ...]) -> Iterator[tuple[str, float]]:
    """What each language makes of a word in small letters, and how likely all words of the name make the language.

    Languages that are very much less likely than the likeliest have no vote.
    """
    scores = _scores(word)
    if len(name) > 1:
        rest = [_scores(part) for part in name]
        scores = tuple(own + sum(part[n] for part in rest) / len(rest) for n, own in enumerate(scores))
    least = max(scores) - _FAR
    for number, score in enumerate(scores):
        form = spelled(word, number) if score > least else None
        if form:
            yield form, math.exp(score)


def spelled(word: str, number: int) -> str | None:
    """A word in small letters as the language of that number in `origins()` makes it Russian; None if it cannot be."""
    origin = origins()[number]
    if word in origin.names:
        return origin.names[word]
    return from_pinyin(word) if origin.name == "chinese" else origin.rules.apply(word, knowledge()["letters"])


def reasons(word: str) -> tuple[Reason, ...]:
    """For each of `origins()`, what in the word speaks for it."""
    found = []
    for origin, likeness in zip(origins(), _triples_of(word), strict=True):
        cues = tuple([number for number, (cue, _) in enumerate(origin.cues) if cue.search(word)])
        possible = origin.name != "chinese" or from_pinyin(word) is not None
        found.append(Reason(cues, likeness, word in origin.names, possible or word in origin.names))
    return tuple(found)


@lru_cache(maxsize=_REMEMBERED)
def _scores(word: str) -> tuple[float, ...]:
    """How much a word speaks for each language."""
    weights = knowledge()["weights"]
    return tuple(
        origin.prior
        + sum(origin.cues[number][1] for number in reason.cues)
        + weights["triples"] * reason.triples
        + weights["known"] * reason.known
        if reason.possible
        else _IMPOSSIBLE
        for origin, reason in zip(origins(), reasons(word), strict=True)
    )


def _rules_of(entry: dict[str, Any]) -> str:
    """Its own rules, then those of the language that it is like."""
    return "\n".join([str(entry["rules"]), _rules_of(knowledge()[entry["like"]]) if "like" in entry else ""])


def _triples_of(word: str) -> tuple[float, ...]:
    """For each language the sum over the triples of letters of the word, "^" and "$" being its ends."""
    edged = f"^{word}$"
    found = [_triple(triple) for triple in {edged[start : start + 3] for start in range(len(edged) - 2)}]
    return tuple(map(sum, zip(*found, strict=True))) if found else (0.0,) * len(origins())


@lru_cache(maxsize=_REMEMBERED)
def _triple(triple: str) -> tuple[float, ...]:
    """How much more frequent the triple is in names of each language than on the average, as a logarithm.

    Shares are drawn to the average as if `steadiness` more names had been seen, so that short lists say little.
    """
    sizes, counts = _counted()
    steady = knowledge()["weights"]["steadiness"]
    seen = counts.get(triple)
    if seen is None:
        return (0.0,) * len(origins())
    shares = {name: seen.get(name, 0) / size for name, size in sizes.items()}
    mean = sum(shares.values()) / len(shares)
    return tuple(
        math.log((seen.get(origin.name, 0) + steady * mean) / (sizes[origin.name] + steady) / mean)
        if origin.name in sizes
        else 0.0
        for origin in origins()
    )


@cache
def _counted() -> tuple[dict[str, int], dict[str, dict[str, int]]]:
    """The lengths of the lists of names by language, and in how many names of each list a triple of letters stands."""
    lines = (resources.files("sholu.text") / "transliteration_triples.txt").read_text("utf-8").splitlines()
    head, *body = [line for line in lines if not line.startswith("#")]
    sizes = {name: int(size) for name, size in (pair.split("=") for pair in head.split())}
    languages = list(sizes)
    counts = {}
    for line in body:
        triple, *pairs = line.split()
        numbers = (pair.split("=") for pair in pairs)
        counts[triple] = {languages[int(number)]: int(count) for number, count in numbers}
    return sizes, counts
