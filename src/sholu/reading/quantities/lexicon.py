"""The words around figures in one language, compiled from `units.toml` and the codebook's signs."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Literal

from sholu.codebook.units import dollars, letters, signs, symbols, units
from sholu.reading.languages import language
from sholu.reading.numbers import NumberWords, number_words
from sholu.text.phrases import Phrases, expand
from sholu.text.tokens import Token

Bound = Literal["least", "most", "about"]
Words = tuple[str, ...]
_SHORTEST = 3
STRETCH = re.compile(r"\d{4}-\d\d/\d{4}-\d\d")
"""The value of a stretch of months, of which accounts tell."""
SURE = 0.8
"""How sure a Kazakh base form must be."""


@dataclass(frozen=True, slots=True)
class Measures:
    """How a language says what a figure measures: see `[measure]` in `units.toml`."""

    linking: Phrases[bool]
    age: str
    people: str
    age_words: frozenset[str]
    share: str
    of: frozenset[str]
    worth: Phrases[bool]
    country_words: frozenset[str]
    phrases: Phrases[str]
    places: frozenset[str]
    place_endings: tuple[str, ...]
    buildings: Phrases[bool]
    beside: dict[str, bool]
    verb_endings: tuple[str, ...]
    givers: frozenset[str]
    why: frozenset[str]
    apart: frozenset[str]
    counted_pronouns: frozenset[str]
    where: frozenset[str]
    stand_ins: frozenset[str]


@dataclass(frozen=True, slots=True)
class Changes:
    """How a language says that a figure changed: see `[change]` in `units.toml`."""

    factors: Phrases[float]
    compared: Phrases[bool]
    compared_after: Phrases[bool]
    alike: Phrases[bool]
    within: Phrases[bool]
    compared_date: Phrases[bool]
    compared_endings: tuple[str, ...]
    against: Phrases[bool]
    terms: Phrases[bool]
    last_year: Phrases[bool]
    figure: Phrases[bool]
    times: frozenset[str]
    times_before: frozenset[str]
    up: Phrases[bool]
    down: Phrases[bool]
    idle: Phrases[bool]
    lost: tuple[str, ...]
    beside: Phrases[int]
    measure: str
    up_measure: str
    down_measure: str
    by: frozenset[str]
    by_endings: tuple[str, ...]
    from_endings: tuple[str, ...]
    dated_endings: tuple[str, ...]
    to: frozenset[str]

    def direction(self, tokens: list[Token], at: int) -> str | None:
        """The word for growth or decline if token `at` says one, else None."""
        if at > 0 and (self.idle.at(tokens, at - 1) or self.idle.at(tokens, at)):
            return None
        if self.up.at(tokens, at) is not None:
            return self.up_measure
        return self.down_measure if self.down.at(tokens, at) is not None else None


@dataclass(frozen=True, slots=True)
class Holding:
    """How a language says whose a figure is: see `[holder]` in `units.toml`."""

    source: frozenset[str]
    to: frozenset[str]
    by: frozenset[str]
    owners: frozenset[str]
    to_pronouns: frozenset[str]
    clausal: frozenset[str]
    having: frozenset[str]
    accounts: Phrases[bool]
    verbs: dict[str, Phrases[bool]]


@dataclass(frozen=True, slots=True)
class UnitWords:
    """One language's units and the words that stand before and after figures."""

    units: Phrases[str]
    shared: Phrases[Words]
    rates: Phrases[str]
    rates_after: Phrases[str]
    declined: Words
    before: dict[Words, Bound]
    before_last: frozenset[str]
    after: Phrases[Bound]
    sets: dict[str, frozenset[str]]
    of_those: Phrases[bool]
    totals: frozenset[str]
    bare_after: Phrases[bool]
    below_zero: Phrases[bool]
    exchange: Phrases[bool]
    compounds: Phrases[bool]
    participants: Phrases[bool]
    hyphened: tuple[str, ...]
    people_endings: Words
    ages: frozenset[Words]
    lasting: Phrases[bool]
    origins: Phrases[bool]
    aged_people: Phrases[bool]
    one_counts: bool
    dates_count: bool
    plural_endings: tuple[str, ...]
    singular_endings: tuple[str, ...]
    numbers: NumberWords
    changes: Changes
    measures: Measures
    holders: Holding
    signs: dict[str, str]
    dollars: dict[str, str]
    letters: dict[str, Words]
    symbols: dict[str, str]
    currencies: frozenset[str]
    durations: frozenset[str]

    def bound_before(self, tokens: list[Token], first: int, start: int) -> tuple[Bound, int] | None:
        """The longest "more than", "up to", "about" that ends before token `start`: its sense and first token."""
        if start <= first or tokens[start - 1].lower not in self.before_last:
            return None
        for length in range(min(4, start - first), 0, -1):
            words = tuple(token.lower for token in tokens[start - length : start])
            if words in self.before:
                return self.before[words], start - length
        return None

    def is_plural(self, lower: str) -> bool:
        """Whether the word is a noun in the plural, in a language whose counted nouns are."""
        if lower in self.sets["plurals"]:
            return True
        ends = lower.endswith(self.plural_endings) and not lower.endswith(self.singular_endings)
        return ends and lower not in self.sets["not_plural"] and len(lower) > _SHORTEST

    def known_plural(self, lower: str) -> str | None:
        """The counted noun of the list that the word is a form of, the longest if there are several."""
        return max((noun for noun in self.sets["plurals"] if lower.startswith(noun)), key=len, default=None)

    def is_age_before(self, tokens: list[Token], start: int) -> bool:
        """Whether "aged" or "at the age of" stands right before token `start`."""
        words = [token.lower for token in tokens[max(0, start - 3) : start]]
        return any(tuple(words[n:]) in self.ages for n in range(len(words)))


_SETS = (
    "per", "shares_per", "between", "between_and", "from", "from_to", "or", "bare_before", "labels", "year_before",
    "not_after_one", "plurals", "not_plural", "over", "since", "minus", "clock_before", "clock_after", "ages",
    "part_of", "part_endings", "put_at", "puts", "later", "ballots",
    "rate_per", "points", "ballot_to", "dimensions", "apiece", "articles",
    "changed_to", "changers", "aged", "vague", "definite", "bases", "worth_before",
    "changed_from", "yearly", "by_how_much", "elsewhere", "populated", "levels", "traded",
    "partner",
)  # fmt: skip


@cache
def unit_words(tag: str) -> UnitWords:
    """The unit words of the language with this tag, compiled once."""
    table = language(tag).table("units")
    frame, change, measure, holder = (table[name] for name in ("frame", "change", "measure", "holder"))
    known = units().values()
    before = {words: sense for sense in _SENSES for pattern in frame[sense] for words in expand(pattern)}
    return UnitWords(
        units=Phrases((pattern, code) for code, patterns in table["units"].items() for pattern in patterns),
        shared=Phrases((pattern, tuple(codes)) for pattern, codes in table["shared"].items()),
        rates=Phrases((pattern, code) for code, patterns in table["rates"].items() for pattern in patterns),
        declined=tuple(frame["declined"]),
        rates_after=Phrases((pattern, code) for code, patterns in table["rates_after"].items() for pattern in patterns),
        before=before,
        before_last=frozenset(words[-1] for words in before),
        after=Phrases((pattern, sense) for sense in _SENSES for pattern in frame[f"after_{sense}"]),
        sets={name: frozenset(frame[name]) for name in _SETS},
        totals=frozenset(frame.get("totals", ())),
        of_those=_set(frame["of_those"]),
        bare_after=_set(frame["bare_after"]),
        below_zero=_set(frame["below_zero"]),
        exchange=_set(frame["exchange"]),
        compounds=_set(frame["compounds"]),
        participants=_set(frame["participants"]),
        hyphened=tuple(frame["hyphened"]),
        people_endings=tuple(frame["people_endings"]),
        ages=frozenset(words for pattern in frame["age_before"] for words in expand(pattern)),
        lasting=_set(frame["lasting"]),
        origins=_set(frame["origins"]),
        aged_people=_set(frame["aged_people"]),
        one_counts=frame["one_counts"],
        dates_count=frame["dates_count"],
        plural_endings=tuple(frame["plural_endings"]),
        singular_endings=tuple(frame["singular_endings"]),
        numbers=number_words(tag),
        changes=Changes(
            Phrases((pattern, float(factor)) for pattern, factor in change["factors"].items()),
            _set(change["compared"]),
            _set(change["compared_after"]),
            _set(change["alike"]),
            _set(change["within"]),
            _set(change["compared_date"]),
            tuple(change["compared_endings"]),
            _set(change["against"]),
            _set(change["terms"]),
            _set(change["last_year"]),
            _set(change["figure"]),
            frozenset(change["times"]),
            frozenset(change["times_before"]),
            _set(change["up"]),
            _set(change["down"]),
            _set(change["idle"]),
            tuple(change["lost"]),
            Phrases((pattern, sign) for name, sign in (("more", 1), ("fewer", -1)) for pattern in change[name]),
            change["measure"],
            change["up_measure"],
            change["down_measure"],
            frozenset(change["by"]),
            tuple(change["by_endings"]),
            tuple(change["from_endings"]),
            tuple(change["dated_endings"]),
            frozenset(change["to"]),
        ),
        measures=Measures(
            _set(measure["linking"]),
            measure["age"],
            measure["people"],
            frozenset(measure["age_words"]),
            measure["share"],
            frozenset(measure["of"]),
            _set(pattern for pattern in measure["of"] if " " in pattern),
            frozenset(measure["country_words"]),
            Phrases((pattern, name) for name, patterns in measure["phrases"].items() for pattern in patterns),
            frozenset(measure["places"]),
            tuple(measure["place_endings"]),
            _set(measure["buildings"]),
            dict(measure["beside"]),
            tuple(measure["verb_endings"]),
            frozenset(measure["givers"]),
            frozenset(measure["why"]),
            frozenset(measure["apart"]),
            frozenset(measure["counted_pronouns"]),
            frozenset(measure["where"]),
            frozenset(measure["stand_ins"]),
        ),
        holders=Holding(
            source=frozenset(holder["source"]),
            to=frozenset(holder["to"]),
            by=frozenset(holder["by"]),
            owners=frozenset(holder["owners"]),
            to_pronouns=frozenset(holder["to_pronouns"]),
            clausal=frozenset(holder["clausal"]),
            having=frozenset(holder["having"]),
            accounts=_set(holder["accounts"]),
            verbs={name: _set(holder[name]) for name in _DEEDS},
        ),
        signs=signs(),
        dollars=dollars(),
        letters=letters(),
        symbols=symbols(),
        currencies=frozenset(unit.code for unit in known if unit.kind == "currency"),
        durations=frozenset(unit.code for unit in known if unit.kind == "duration"),
    )


_DEEDS = ("takes", "gives", "punishes", "harms", "tells")
_SENSES: tuple[Bound, ...] = ("about", "least", "most")


def _set(patterns: Iterable[str]) -> Phrases[bool]:
    return Phrases((pattern, True) for pattern in patterns)


def is_of_votes(measure: str | None, tag: str) -> bool:
    """Whether votes are counted."""
    ballots = tuple(unit_words(tag).sets["ballots"])
    return bool(ballots) and measure is not None and measure.lower().startswith(ballots)
