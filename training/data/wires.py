"""Sentences of sports and business wires: clubs that go by town or county, firms and people that go by another's name.

No annotated set has them: in politics a town is a place. `wires.toml` holds our templates; names come from the same
lists as those of `tables.py`, firms, papers and movements are made up of syllables and words.
"""

import re
import tomllib
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from training.data.tables import Line, Maker, Name, Names

PERSON, PLACE, FACILITY = ("person",), ("place", "facility"), ("facility",)
ORGANISATION = ("organisation", "outlet")
CHOICE = re.compile(r"\{([^{}]*)\}")
SLOT = re.compile(r"<(\w+)>")


@cache
def templates() -> dict[str, Any]:
    """What `wires.toml` says."""
    return tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8"))


def sports(m: "Maker") -> "Line":
    """A sentence of a sports report."""
    return filled(m, m.one(*templates()["sports"]))


def business(m: "Maker") -> "Line":
    """A sentence about firms, papers or movements."""
    return filled(m, m.one(*templates()["business"]))


def russian(m: "Maker") -> "Line":
    """A Russian sentence or two about firms, artists, halls and people with names of one syllable."""
    return filled(m, m.one(*templates()["russian"]))


def filled(m: "Maker", template: str) -> "Line":
    """The words of a template, one of each {of|these} taken, its <slots> filled; KeyError for an unknown slot."""
    while CHOICE.search(template):
        template = CHOICE.sub(lambda choice: m.one(*choice[1].split("|")), template)
    line: Line = []
    for number, part in enumerate(SLOT.split(template)):
        if number % 2 == 0:
            line.append(part)
        else:
            line.append(_numbers(m)[part] if part in NUMBERS else _name(m, part))
    return [part for part in line if part]


NUMBERS = ("n", "n1", "n3", "nth", "small", "day", "weekday", "month", "I")


def _numbers(m: "Maker") -> dict[str, str]:
    count = m.chance.randint(2, 89)
    end = "th" if 10 < count < 20 else {1: "st", 2: "nd", 3: "rd"}.get(count % 10, "th")
    return {
        "n": m.number(),
        "n1": m.number(9),
        "n3": str(m.chance.randint(90, 560)),
        "nth": f"{count}{end}",
        "small": m.number(9),
        "day": str(m.chance.randint(1, 31)),
        "weekday": m.weekday(),
        "month": m.one(*templates()["months"]),
        "I": m.one(*"ABCDEGHIJKLMNPRSTVW"),
    }


def _name(m: "Maker", slot: str) -> "Name":
    """The name that fills a slot; KeyError where no such slot is known."""
    match slot:
        case "person":
            return m.person()
        case "surname":
            return m.surname()
        case "namesake":
            return m.one(*_namesakes(m.names)), PERSON
        case "country":
            return m.country()
        case "town":
            return m.town(), PLACE
        case "ground":
            return f"{m.one(m.town(), m.surname()[0])} {m.one(*templates()['grounds'])}", PLACE
        case "hall":
            return m.one(*templates()["halls"]), FACILITY
        case "club":
            return m.club()
        case _ if slot in PEOPLE:
            return PEOPLE[slot](m), PERSON
        case _:
            return ORGANISATIONS[slot](m), ORGANISATION


@cache
def _namesakes(names: "Names") -> tuple[str, ...]:
    """Surnames that are names of towns, counties or countries, too."""
    return tuple(sorted({*names.surnames} & {*names.towns, *names.countries, *templates()["counties"]}))


def _word(m: "Maker") -> str:
    return "".join(m.one(*templates()["syllables"]) for _ in range(m.chance.randint(2, 3))).title()


def _firm(m: "Maker") -> str:
    ends, words = templates()["firm_ends"], templates()["firm_words"]
    kind = m.chance.random()
    if kind < 0.3:
        return _word(m)
    if kind < 0.5:
        return m.surname()[0]
    if kind < 0.65:
        return f"{m.one(_word(m), m.town(), m.surname()[0])} {m.one(*words)}"
    if kind < 0.85:
        return f"{m.one(_word(m), m.surname()[0], f'{m.surname()[0]} {m.one(*words)}')} {m.one(*ends)}"
    if kind < 0.92:
        return f"{m.surname()[0]} {m.one('&', 'and')} {m.surname()[0]}"
    return f"{m.one('First', 'Bank of', 'Banque', 'Banco', 'General', 'Royal', 'PT')} {m.one(m.town(), _word(m))}"


def _paper(m: "Maker") -> str:
    if m.chance.random() < 0.5:
        return m.one(_word(m), f"{_word(m)} {_word(m)}", f"al-{_word(m)}", f"El {_word(m)}")
    return f"{m.one(m.town(), 'Daily', 'Evening', 'Sunday', _word(m))} {m.one(*templates()['paper_words'])}"


def _party(m: "Maker") -> str:
    words = m.chance.sample(templates()["party_words"], m.chance.randint(1, 2))
    return f"{m.one(m.town(), m.country()[0], _word(m))} {' '.join(words)} {m.one(*templates()['party_ends'])}"


def _acronym(m: "Maker") -> str:
    return "".join(m.one(*"ABCDFGKLMNPRSTU") for _ in range(m.chance.randint(3, 5)))


def _stage(m: "Maker") -> str:
    return m.one(_word(m), _word(m).upper(), f"{m.one(*templates()['stages'])} {_word(m)}", f"{_word(m)}-{_word(m)[0]}")


def _asian(m: "Maker") -> str:
    return f"{_short(m)} {m.one(*templates()['asian_given'])}"


def _short(m: "Maker") -> str:
    return m.one(*templates()["asian"])


def _team(m: "Maker") -> str:
    return f"{m.town()} {m.nickname()}" if m.chance.random() < 0.6 else m.nickname()


def _latin(m: "Maker") -> str:
    return m.one(
        _word(m), _word(m), f"{_word(m)} {_word(m)}", _acronym(m), f"{_word(m)} {m.one(*templates()['firm_ends'])}"
    )


PEOPLE: dict[str, Callable[["Maker"], str]] = {"stage": _stage, "asian": _asian, "short": _short}
ORGANISATIONS: dict[str, Callable[["Maker"], str]] = {
    "cityteam": lambda m: m.town(),
    "county": lambda m: m.one(*templates()["counties"]),
    "maker": lambda m: m.one(*templates()["makers"]),
    "old": lambda m: m.one(*templates()["old_clubs"]),
    "nicks": lambda m: m.nickname(),
    "team": _team,
    "firm": _firm,
    "latin": _latin,
    "paper": _paper,
    "party": _party,
    "acronym": _acronym,
}
