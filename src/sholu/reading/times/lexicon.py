"""The words of time of one language, compiled from `times.toml`: every form with the classes that it belongs to."""

from dataclasses import dataclass
from functools import cache
from typing import Any, NamedTuple

from sholu.reading.languages import language
from sholu.reading.numbers import NumberWords, number_words

Value = int | float | str
Classes = dict[str, Value]


class Entry(NamedTuple):
    """What a form can be: `classes` without a full stop after it, `dotted` with one; `number` if it may start one."""

    classes: Classes
    dotted: Classes
    number: bool


@dataclass(frozen=True, slots=True)
class Lexicon:
    """One language's forms and settings.

    `capitalised` names the classes whose words are written with a capital letter in that language; `weak` are forms
    that also are names or verbs, which count only in company. `decade_suffixes` follow the digits of a decade.
    """

    forms: dict[str, Entry]
    capitalised: frozenset[str]
    weak: frozenset[str]
    decade_suffixes: frozenset[str]
    month_first: bool
    numbers: NumberWords
    future: frozenset[str]
    past: frozenset[str]
    past_endings: tuple[str, ...]
    adjective_endings: tuple[str, ...]
    future_endings: tuple[str, ...]
    infinitive: frozenset[str]
    aims: tuple[str, ...]
    particles: frozenset[str]
    joints: frozenset[str]
    rules: dict[str, list[str]]
    extend: dict[str, str]


@cache
def lexicon(tag: str) -> Lexicon:
    """The words of time of the language with this tag."""
    table = language(tag).table("times")
    numbers = number_words(tag)
    tense = table["tense"]
    forms = _forms(table["words"], table["endings"])
    for rules in (*table["rules"].values(), list(table["extend"].values())):
        for literal in _literals(rules):
            forms.setdefault(literal, ({}, {}))[0]["=" + literal] = 1
    for head in numbers.heads:
        forms.setdefault(head, ({}, {}))
    return Lexicon(
        {form: Entry(plain, dotted, form in numbers.heads) for form, (plain, dotted) in forms.items()},
        frozenset(table["capitalised"]),
        frozenset(table["weak"].split()),
        frozenset(table["decade_suffixes"].split()),
        table["month_first"],
        numbers,
        frozenset(tense["future"].split()),
        frozenset(tense["past"].split()),
        tuple(tense["past_endings"].split()),
        tuple(tense["adjective_endings"].split()),
        tuple(tense["future_endings"].split()),
        frozenset(tense["infinitive"].split()),
        tuple(tense["aims"].split()),
        frozenset(tense["particles"].split()),
        frozenset(tense["joints"].split()),
        table["rules"],
        table["extend"],
    )


def _forms(words: dict[str, Any], endings: dict[str, str]) -> dict[str, tuple[Classes, Classes]]:
    """Form -> classes without and with a full stop after it."""
    forms: dict[str, tuple[Classes, Classes]] = {}
    for name, values in words.items():
        pairs = values.items() if isinstance(values, dict) else [("1", values)]
        for value, listed in pairs:
            for written in listed.split():
                for form in _expand(written, endings):
                    dotted = len(form) > 1 and form.endswith(".") and form.count(".") == 1
                    entry = forms.setdefault(form[:-1] if dotted else form, ({}, {}))
                    entry[dotted][name] = int(value) if value.lstrip("-").isdigit() else value
    return forms


def _expand(written: str, endings: dict[str, str]) -> list[str]:
    """The forms of "stem/name": the stem with each of the named endings, where "0" is no ending."""
    stem, slash, name = written.partition("/")
    if not slash or not name:
        return [written]
    return [stem + ("" if ending == "0" else ending) for ending in endings[name].split()]


def _literals(rules: list[str]) -> list[str]:
    return [part for rule in rules for part in rule.split("'")[1::2]]
