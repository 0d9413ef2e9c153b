"""Results, standings, datelines, headlines in capitals and wires: the lines of a paper that no annotated set has.

The lines are put together here from templates of ours, the gazetteer's towns and countries and random given names and
surnames, the same ones each time. Clubs are made up of towns; a club that goes by its town alone is an organisation.
"""

import random
import tomllib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any

from sholu.codebook.countries import countries
from sholu.gazetteer.index import load
from sholu.model.span import Span
from training.data import wires
from training.example import Example, Marked

TEXTS = {"en": 4500, "ru": 2000, "kk": 250}
SEED = 7
LONGEST = 6
"""Lines in a text at most."""
TOWN, CITY = 60_000, 400_000
"""People of the smallest town that gives a club its name, and of those that are drawn every other time."""

Name = tuple[str, tuple[str, ...]]
"""A name with the kinds that it may have."""
Line = list[str | Name]
"""Plain words and names."""
PERSON, PLACE, CLUB = ("person",), ("place", "facility"), ("organisation", "outlet")
EITHER = (*PLACE, *CLUB)


@cache
def words() -> dict[str, Any]:
    """What `tables.toml` says."""
    return tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8"))


@dataclass(frozen=True, slots=True)
class Names:
    """What names of one language are made of."""

    towns: tuple[str, ...]
    cities: tuple[str, ...]
    countries: tuple[str, ...]
    given: tuple[str, ...]
    surnames: tuple[str, ...]


@cache
def names(language: str) -> Names:
    """The names of a language: English towns and all countries from the gazetteer, people's from the reader's lists."""
    towns = tuple(words()["towns"].get(language, ()))
    return Names(
        towns or _towns(TOWN),
        towns or _towns(CITY),
        tuple(sorted(form for country in countries() for form in country.names.get(language, ())[:1])),
        _people(language, "given_names.txt"),
        _people(language, "surnames.txt"),
    )


def _towns(least: int) -> tuple[str, ...]:
    index, wanted = load(), words()["club_countries"]
    found = {record.name: record for number in range(len(index)) for record in index.records(number)}
    return tuple(
        sorted(
            name.removesuffix(" Region")
            for name, record in found.items()
            if name.isascii() and record.country in wanted
            if record.population >= least and (record.kind in ("city", "capital") or record.country == "GB")
        )
    )


def read_tables(split: str) -> Iterator[Example]:
    """The texts of the training split; there are no others."""
    if split != "train":
        return
    for language, count in TEXTS.items():
        maker = Maker(language, random.Random(SEED))
        for number in range(count):
            yield maker.text(f"tables-{language}-{number}")


class Maker:
    """Makes lines in one language."""

    def __init__(self, language: str, chance: random.Random) -> None:
        self.language, self.chance, self.names = language, chance, names(language)

    def text(self, id: str) -> Example:
        """One text: a line by itself, or several of one shape below each other."""
        shape = self.chance.choice(SHAPES[self.language])
        count = 1 if self.chance.random() < 0.6 else self.chance.randint(2, LONGEST)
        capitals = self.chance.random() < 0.1
        text, marked = "", []
        for line in (shape(self) for _ in range(count)):
            text += "\n" if text else ""
            for part in line:
                said, kinds = (part, ()) if isinstance(part, str) else part
                said = said.upper() if capitals else said
                quoted = kinds == CLUB and self.language != "en" and shape is not wires.russian
                text += "«" if quoted else ""
                if kinds:
                    marked.append(Marked(Span(len(text), len(text) + len(said)), kinds))
                text += f"{said}»" if quoted else said
        return Example(id, "tables", self.language, text, layers={"name": tuple(marked)})

    def country(self) -> Name:
        """A country, which is also its team."""
        return self.chance.choice(self.names.countries), PLACE

    def person(self) -> Name:
        """A given name and a surname; now and then initials."""
        given = self.chance.choice(self.names.given)
        first = f"{given[0]}." if self.chance.random() < 0.15 else given
        return f"{first} {self.surname()[0]}", PERSON

    def surname(self) -> Name:
        """A surname alone."""
        return self.chance.choice(self.names.surnames), PERSON

    def town(self) -> str:
        """The name of a town."""
        return self.chance.choice(self.names.cities if self.chance.random() < 0.5 else self.names.towns)

    def club(self) -> Name:
        """A club: its town, its town with a word, or a word of its own."""
        town, word = self.town(), self.chance.choice(words()["club_words"][self.language])
        kind = self.chance.random()
        if self.language != "en":
            return word if kind < 0.6 else town, CLUB
        return (town if kind < 0.55 else f"{town} {word}" if kind < 0.8 else f"{word} {town}"), CLUB

    def number(self, top: int = 90) -> str:
        """A count of something."""
        return str(self.chance.randint(0, top))

    def numbers(self, count: int) -> str:
        """The columns of a table."""
        return " ".join(self.number() for _ in range(count))

    def nickname(self) -> str:
        """What fans call a club."""
        return self.one(*words()["nicknames"])

    def weekday(self) -> str:
        """A day of the week."""
        return self.one(*words()["weekdays"])

    def one(self, *words: str) -> str:
        """One of these."""
        return self.chance.choice(words)


def _people(language: str, file: str) -> tuple[str, ...]:
    lines = resources.files("sholu.reading.languages").joinpath(language, file).read_text("utf-8").splitlines()
    found = {line.strip().split()[0].title() for line in lines if line.strip() and line[0] not in "#["}
    return tuple(sorted(found))


def _standing(m: Maker) -> Line:
    return [m.club(), " ", m.numbers(m.chance.randint(3, 7))]


def _league(m: Maker) -> Line:
    return [(m.town().upper(), CLUB), f" {m.number()} {m.number()} .{m.chance.randint(300, 700)} {m.number(30)}"]


def _score(m: Maker) -> Line:
    return [m.club(), f" {m.number(5)} ", m.club(), f" {m.number(5)}"]


def _fixture(m: Maker) -> Line:
    return [m.club(), m.one(" v ", " vs ", " - "), m.club()]


def _series(m: Maker) -> Line:
    return [(m.town().upper(), EITHER), " AT ", (m.town().upper(), EITHER)]


def _nations(m: Maker) -> Line:
    return [m.country(), m.one(" beat ", " lost to ", " drew with "), m.country(), f" {m.number(5)}-{m.number(5)}"]


def _nations_score(m: Maker) -> Line:
    return [m.country(), f" {m.number(5)} ", m.country(), f" {m.number(5)} (halftime {m.number(3)}-{m.number(3)})"]


def _scorers(m: Maker) -> Line:
    who = m.country() if m.chance.random() < 0.5 else m.club()
    return [who, m.one(" - ", ": "), m.person(), f" ({m.number()}th minute), ", m.person(), f" ({m.number()})"]


def _place_list(m: Maker) -> Line:
    time = f"{m.number(3)}:{m.number(59)}.{m.number(99)}"
    return [f"{m.chance.randint(1, 30)}. ", m.person(), " (", m.country(), f") {time}"]


def _ranked(m: Maker) -> Line:
    return [f"{m.chance.randint(1, 30)} ", m.person(), ", ", m.country(), ", ", m.club(), f" {m.number(400)} points"]


def _match(m: Maker) -> Line:
    seed = f"{m.chance.randint(1, 16)} - " if m.chance.random() < 0.4 else ""
    end = f") {m.number(7)}-{m.number(7)} {m.number(7)}-{m.number(7)}"
    return [seed, m.person(), " (", m.country(), ") beat ", m.person(), " (", m.country(), end]


def _innings(m: Maker) -> Line:
    return [m.person(), m.one(" b ", " c ", " lbw b "), m.surname(), f" {m.number()}"]


def _bowling(m: Maker) -> Line:
    return [m.surname(), f" {m.number(30)}-{m.number(9)}-{m.number()}-{m.number(9)}"]


def _cards(m: Maker) -> Line:
    return [f"{m.number(80)} ", m.person(), f" {m.number(80)} {m.number(80)}"]


def _dateline(m: Maker) -> Line:
    return [(m.town().upper(), PLACE), f" {m.chance.randint(1994, 2026)}-{m.chance.randint(1, 12):02}-{m.number(28)}"]


def _headline(m: Maker) -> Line:
    sport = m.one("SOCCER", "TENNIS", "CRICKET", "CYCLING", "BOXING", "RUGBY", "ATHLETICS", "HOCKEY", "GOLF", "CHESS")
    who = m.one("surname", "country", "club")
    name, kinds = m.surname() if who == "surname" else m.country() if who == "country" else m.club()
    other = (m.country() if who == "country" else m.surname() if who == "surname" else m.club())[0]
    doing = m.one(" BEAT ", " HOLD ", " EDGE PAST ", " STUN ", " LOSE TO ", " FACE ")
    end = m.one("", " IN FINAL", " IN EXTRA TIME", " AGAIN", " AT THE LAST MINUTE", " IN FIRST TEST", " TO GO TOP")
    return [f"{sport} - ", (name.upper(), kinds), doing, (other.upper(), kinds), end + m.one("", ".")]


def _short(m: Maker) -> Line:
    sport = m.one("SOCCER", "TENNIS", "CRICKET", "CYCLING", "BASEBALL", "BASKETBALL", "ATHLETICS", "HOCKEY", "GOLF")
    event = m.one("RESULTS", "STANDINGS", "SUMMARIES", "CLOSING SCORES", "LEADING SCORES", "SEMIFINAL DRAW")
    return [f"{sport} - ", (m.country()[0].upper(), PLACE), f" {m.one('', 'LEAGUE ', 'OPEN ', 'CUP ')}{event}."]


def _report(m: Maker) -> Line:
    first = m.club()
    doing = m.one(" scored twice as ", " hit the winner when ", " was sent off as ", " made his debut as ")
    done = m.one(" beat ", " went down to ", " drew at ", " won at ")
    return [m.person(), doing, first, done, m.club(), f" {m.number(5)}-{m.number(5)} on {m.one(*words()['weekdays'])}."]


def _signing(m: Maker) -> Line:
    end = m.one(" joins on loan.", " will miss the season with a knee injury.", " was fined for dissent.")
    return [m.club(), m.one(" striker ", " captain ", " defender ", " coach "), m.person(), end]


def _baseball(m: Maker) -> Line:
    team, other = (f"{m.town()} {m.one(*words()['nicknames'])}", CLUB), (m.nickname(), CLUB)
    lifted, score = " lifted the ", f" {m.number(12)}-{m.number(12)}."
    return ["In ", (m.town(), PLACE), ", ", m.person(), lifted, team, " past the ", other, score]


def _shares(m: Maker) -> Line:
    firm = m.one(
        f"{m.surname()[0]} & {m.surname()[0]}",
        f"{m.surname()[0]} {m.one('Inc', 'Plc', 'Corp', 'Ltd', 'AG', 'Co', 'Holdings')}",
    )
    return [(firm, CLUB), m.one(" shares rise on merger.", " Q2 net up.", " sees lower profit.", " cuts dividend.")]


def _byline(m: Maker) -> Line:
    return [m.one("", "", "By "), m.person()]


def _no_name(m: Maker) -> Line:
    return [m.one(*words()["plain"][m.language])]


def _ru_score(m: Maker) -> Line:
    return [m.club(), m.one(" — ", " - "), m.club(), f" {m.number(5)}:{m.number(5)}"]


def _ru_home(m: Maker) -> Line:
    home, away = (m.town(), PLACE), (m.town(), PLACE)
    return [m.club(), " (", home, ") — ", m.club(), " (", away, f") — {m.number(5)}:{m.number(5)}"]


def _ru_nations(m: Maker) -> Line:
    return [m.country(), m.one(" — ", " - "), m.country(), f" — {m.number(5)}:{m.number(5)}"]


def _ru_list(m: Maker) -> Line:
    return [f"{m.chance.randint(1, 30)}. ", m.person(), " (", m.country(), f") — {m.number(59)},{m.number(99)}"]


def _ru_scorers(m: Maker) -> Line:
    head = m.one("Голы: ", "Авторы голов: ") if m.language == "ru" else "Голдар: "
    return [head, m.surname(), f" ({m.number()}), ", m.surname(), f" ({m.number()})"]


def _ru_dateline(m: Maker) -> Line:
    month = m.one(*words()["months"][m.language])
    return [(m.town().upper(), PLACE), f", {m.chance.randint(1, 28)} {month}"]


Shape = Callable[[Maker], Line]
SHAPES: dict[str, tuple[Shape, ...]] = {
    "en": (
        *(_standing, _standing, _league, _score, _score, _fixture, _series, _nations, _nations_score, _scorers),
        *(_place_list, _place_list, _ranked, _match, _match, _innings, _bowling, _cards, _dateline, _headline),
        *(_headline, _short, _report, _report, _signing, _baseball, _shares, _byline, _no_name),
        *(wires.sports,) * 18,
        *(wires.business,) * 15,
    ),
    "ru": (
        *(_ru_score, _ru_home, _ru_nations, _ru_list, _ru_scorers, _ru_dateline, _standing, _byline, _no_name),
        *(wires.russian,) * 16,
    ),
    "kk": (_ru_score, _ru_nations, _ru_list, _ru_scorers, _ru_dateline, _standing, _byline, _no_name),
}
"""Shapes of lines by language; one that stands twice is drawn twice as often."""
