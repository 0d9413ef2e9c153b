"""Nouns for somebody: people, bodies of people and several people; every other noun is for a thing."""

from functools import cache
from typing import Literal

from sholu.reading.languages import language
from sholu.reading.languages.morphology import readings

PartyNoun = Literal["person", "body", "several", "place"]
"""What a noun is for."""


class EnglishNouns:
    """The English nouns, by lists and the endings of compounds."""

    def __init__(self) -> None:
        table = language("en").table("parties")
        people = frozenset(table["people"].split())
        self._known: dict[str, PartyNoun] = dict.fromkeys(people, "person")
        self._known |= {several(noun): "several" for noun in people}
        bodies = frozenset(table["bodies"].split())
        self._known |= {several(noun): "several" for noun in bodies} | dict.fromkeys(bodies, "body")
        self._known |= dict.fromkeys(table["many"].split(), "several")
        self._known |= dict.fromkeys(table["places"].split(), "place")
        self._kept = frozenset(table["kept"].split())
        self._endings = tuple(table["endings"].split())
        self._callings = tuple(table["callings"].split())
        self._counts = frozenset(table["counts"].split())
        self._before_owner = frozenset(table["before_owner"].split())

    def kind(self, noun: str) -> PartyNoun | None:
        """What a noun in small letters is for; None for a thing."""
        last = noun.rsplit("-", 1)[-1]
        found = self._known.get(noun) or self._known.get(last)
        if found is None and last.endswith(self._endings):
            return "several" if last.endswith(("men", "women", "s", "folk")) else "person"
        return found

    def may_be(self, noun: str) -> bool:
        """Whether a noun keeps its role though it is for nobody known: "jets", "ecologists"."""
        return noun in self._kept or noun.endswith(self._callings)

    def counts(self, word: str) -> bool:
        """Whether a word only compares a number: "more than 1,100 operators"."""
        return word in self._counts

    def leads_to_owner(self, word: str) -> bool:
        """Whether a preposition leads from a thing to whose it is: "a letter from the office"."""
        return word in self._before_owner


class RussianNouns:
    """The Russian nouns: those with a soul in the grammar, and a list of bodies."""

    def __init__(self) -> None:
        table = language("ru").table("parties")
        self._several = frozenset(table["many"].split())
        self._counts = tuple(table["counts"].split())
        self._before_owner = frozenset(table["before_owner"].split())
        bodies = table["bodies"].split()
        self._bodies = frozenset(word for word in bodies if not word.endswith("*"))
        self._stems = tuple(word.removesuffix("*") for word in bodies if word.endswith("*"))

    def kind(self, noun: str) -> PartyNoun | None:
        """What a noun in small letters is for; None for a thing."""
        if noun in self._several:
            return "several"
        if noun in self._bodies or noun.startswith(self._stems):
            return "body"
        forms = [form for form in readings("ru", noun) if form.part == "noun" and form.animate]
        if not forms:
            return None
        return "several" if any(form.number == "plural" for form in forms) else "person"

    def may_be(self, noun: str) -> bool:
        """Whether a noun of which nothing is known may be for somebody."""
        return not any(form.known for form in readings("ru", noun)[:1])

    def counts(self, word: str) -> bool:
        """Whether a noun only says how many: «сотни сторонников»."""
        return word.startswith(self._counts)

    def leads_to_owner(self, word: str) -> bool:
        """Whether a preposition leads from a thing to whose it is."""
        return word in self._before_owner


def several(noun: str) -> str:
    """The plural of an English noun."""
    for one, many in (
        ("woman", "women"),
        ("man", "men"),
        ("child", "children"),
        ("thief", "thieves"),
        ("wife", "wives"),
    ):
        if noun.endswith(one):
            return noun.removesuffix(one) + many
    if noun.endswith("y") and noun[-2] not in "aeiou":
        return f"{noun[:-1]}ies"
    return f"{noun}es" if noun.endswith(("s", "x", "ch", "sh")) else f"{noun}s"


@cache
def party_nouns(tag: str) -> EnglishNouns | RussianNouns:
    """The nouns of a language, English or Russian."""
    return EnglishNouns() if tag == "en" else RussianNouns()
