"""The words that report events, compiled from `events.toml`: which type, and where the parties stand."""

from functools import cache
from typing import Any, NamedTuple

from sholu.reading.events.conjugation import conjugated, parted, presents
from sholu.reading.events.russian_conjugation import in_all_forms
from sholu.reading.languages import language
from sholu.reading.patterns import Gapped, Hit, listed

__all__ = ["SETTLED", "Gapped", "Hit", "Rule", "listed", "phrases", "triggers", "words"]

PERSONNEL = frozenset({"TAKE_OFFICE", "LEAVE_OFFICE"})
"""Types whose actor takes or leaves an office."""
MEETINGS = frozenset({None, "phone", "multilateral", "third-party"})
"""Modes of CONSULT in which all parties do the same."""
SETTLED = 0.95
"""Weight from which words mean one thing wherever they stand so."""
_VERB_ACTOR = "subject"
_NOUN_ACTOR = "by possessive modifier governor"


class Rule(NamedTuple):
    """What a trigger means. `actor` and `recipient` are slots in order of preference; `noun` tells its word class.

    `complement` are prepositions that belong to the verb and so to no phrase after it: "accuse somebody of".
    `refusing` verbs say "not" of themselves, and not doing is the deed: "жалақы бермеді". `modality` is how sure the
    event is if no words around it tell: a bill that was submitted is a law to come.
    """

    type: str
    mode: str | None
    weight: float
    actor: tuple[str, ...]
    recipient: tuple[str, ...]
    noun: bool
    successor: tuple[str, ...]
    complement: frozenset[str]
    refusing: bool = False
    modality: str | None = None


@cache
def triggers(tag: str) -> tuple[Gapped[Rule], Gapped[Rule]]:
    """The triggers of a language: verbs, and nouns."""
    verbs: list[tuple[str, Rule]] = []
    nouns: list[tuple[str, Rule]] = []
    rows = language(tag).table("events")["rule"]
    if tag == "en":  # where two rows match as well, the one that is surer goes first
        rows = sorted(rows, key=lambda row: row["weight"] < SETTLED)
    own = frozenset(pattern for row in rows for pattern in listed(row.get("verbs", "")))
    for row in rows:
        if "verbs" in row:
            rule = _rule(row, False)
            for refusing, pattern in (part for whole in listed(row["verbs"]) for part in parted(whole, tag).items()):
                meaning = rule._replace(refusing=refusing)
                told = in_all_forms(pattern, own) if tag == "ru" else pattern
                verbs.extend((form, meaning) for form in conjugated(told, tag, own))
        if "nouns" in row:
            rule = _rule(row, True)
            nouns.extend((pattern, rule) for pattern in listed(row["nouns"]))
    return Gapped(verbs, tag), Gapped(nouns, tag)


@cache
def present_forms(tag: str) -> frozenset[str]:
    """Kazakh: the present of the verbs of all triggers; "жабады", but not "бастады", the past of a stem in a vowel."""
    rows = language(tag).table("events")["rule"]
    return presents((one for row in rows for one in listed(row.get("verbs", ""))), tag)


def _rule(row: dict[str, Any], noun: bool) -> Rule:
    actor = row.get("noun_actor" if noun else "actor", row.get("actor", _NOUN_ACTOR if noun else _VERB_ACTOR))
    return Rule(
        row["type"],
        row.get("mode"),
        row["weight"],
        tuple(actor.split()),
        tuple(row.get("recipient", "").split()),
        noun,
        tuple(row.get("successor", "").split()),
        frozenset(row.get("complement", "").split()),
        modality=row.get("modality"),
    )


@cache
def words(tag: str, section: str, key: str) -> frozenset[str]:
    """A plain word list of `events.toml`."""
    return frozenset(language(tag).table("events")[section][key].split())


@cache
def phrases(tag: str, section: str) -> Gapped[str]:
    """A section of `events.toml` that maps names to patterns, as one lexicon whose values are the names."""
    table = language(tag).table("events")[section]
    return Gapped(((pattern, name) for name, text in table.items() for pattern in listed(text)), tag)
