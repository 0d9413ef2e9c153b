"""The number words of each language, compiled from `numbers.toml`."""

from dataclasses import dataclass
from functools import cache

from sholu.reading.languages import language


def plain(value: float) -> int | float:
    """A whole number as an int."""
    return int(value) if value == int(value) else value


@dataclass(frozen=True, slots=True)
class NumberWords:
    """One language's number words by their form: values of cardinals, ordinals, scales, vague plurals, fractions."""

    cardinals: dict[str, int]
    ordinals: dict[str, int]
    scales: dict[str, int]
    plurals: dict[str, tuple[int, int]]
    halved: dict[str, int | float]
    denominators: dict[str, int]
    ablatives: dict[str, int]
    parts: dict[str, int]
    whole: frozenset[str]
    part_joins: frozenset[str]
    articles: frozenset[str]
    connectives: frozenset[str]
    of: frozenset[str]
    halves: tuple[tuple[str, ...], ...]
    ordinal_suffixes: frozenset[str]
    digit_suffixes: frozenset[str]
    owned_suffixes: frozenset[str]
    tight_scales: dict[str, int]
    money_scales: dict[str, int]
    comma_is_decimal: bool
    heads: frozenset[str]


@cache
def number_words(tag: str) -> NumberWords:
    """The number words of the language with this tag, compiled once."""
    table = language(tag).table("numbers")
    others = frozenset(table["not_numbers"])
    cardinals = {
        form: value
        for form, value in _forms(table["cardinals"], table["cardinal_endings"]).items()
        if form not in others
    }
    ordinals = _forms(table["ordinals"], table["ordinal_endings"])
    scales, denominators = (_forms(table[name], [""]) for name in ("scales", "denominators"))
    plurals = {form: _bounds(bounds) for bounds, forms in table["plurals"].items() for form in forms}
    halved = {form: plain(float(value)) for value, forms in table["halved"].items() for form in forms}
    lists = {name: frozenset(table[name]) for name in ("whole", "part_joins", "articles", "connectives", "of")}
    return NumberWords(
        cardinals, ordinals, scales, plurals, halved, denominators,
        _forms(table["cardinals"], table["ablative_endings"]),
        _forms(table["cardinals"], table["part_endings"]),
        **lists,
        halves=tuple(tuple(phrase.split()) for phrase in table["halves"]),
        ordinal_suffixes=frozenset(table["ordinal_suffixes"]),
        digit_suffixes=frozenset(table["digit_suffixes"]),
        owned_suffixes=frozenset(table["owned_suffixes"]),
        tight_scales=table["tight_scales"],
        money_scales=table["money_scales"],
        comma_is_decimal=table["comma_is_decimal"],
        heads=frozenset({*cardinals, *ordinals, *scales, *plurals, *halved, *denominators, *lists["articles"]}),
    )  # fmt: skip


def _forms(table: dict[str, list[str]], endings: list[str]) -> dict[str, int]:
    return {stem + ending: int(value) for value, stems in table.items() for stem in stems for ending in endings}


def _bounds(written: str) -> tuple[int, int]:
    low, _, high = written.partition("-")
    return int(low), int(high)
