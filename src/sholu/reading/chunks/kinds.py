"""The kinds of words that shallow grammar tells apart, one letter each, and the closed classes read from the data."""

from functools import cache
from typing import Any, NamedTuple

from sholu.reading.chunks.verbs import VerbForm, verb_forms
from sholu.reading.languages import language

DETERMINER = "D"
PRONOUN = "R"
PREPOSITION = "P"
CONJUNCTION = "C"
SUBORDINATOR = "S"
RELATIVE = "W"
AUXILIARY = "X"
ADVERB = "B"
INFINITIVE = "T"  # the "to" before a verb
NOUN = "N"  # also names and every word of which nothing else is known
ADJECTIVE = "A"
VERB = "V"
PARTICIPLE = "E"  # a participle that stands before or after a noun without being its predicate
GERUND = "G"  # "-ing", деепричастие, көсемше
NUMBER = "#"
POSSESSIVE = "Y"
MARK = "M"

_CLASSES = {
    "determiner": DETERMINER,
    "preposition": PREPOSITION,
    "conjunction": CONJUNCTION,
    "subordinator": SUBORDINATOR,
    "relative": RELATIVE,
    "be": AUXILIARY,
    "have": AUXILIARY,
    "modal": AUXILIARY,
    "adverb": ADVERB,
    "infinitive": INFINITIVE,
    "noun": NOUN,
    "adjective": ADJECTIVE,
    "pronoun": PRONOUN,
    "verb": VERB,
}


class Grammar(NamedTuple):
    """What `chunks.toml` of one language says, compiled.

    `closed` gives the kind of a closed-class word, `group` its class in the data ("be", "have", "modal", ...),
    `verbs` the forms of known verbs, `nounlike` the base forms that are nouns just as often, `endings` the word
    endings by name, longest first, `attaching` the prepositions that bind a noun to the one before it, `owners`
    the determiners that say whose something is, `openers` the words that open a
    subordinate clause before its main clause, `negations` the words that negate a verb.
    """

    closed: dict[str, str]
    group: dict[str, str]
    verbs: dict[str, VerbForm]
    nounlike: frozenset[str]
    endings: dict[str, tuple[str, ...]]
    attaching: frozenset[str]
    owners: frozenset[str]
    openers: frozenset[str]
    negations: frozenset[str]


@cache
def grammar(tag: str) -> Grammar:
    """The shallow grammar of the language with this tag."""
    table = language(tag).table("chunks")
    closed: dict[str, str] = {}
    group: dict[str, str] = {}
    for name, kind in _CLASSES.items():
        for word in table["closed"].get(name, "").split():
            closed.setdefault(word, kind)
            group.setdefault(word, name)
    forms = verb_forms(table["regular"]["verbs"], table["irregular"]["forms"]) if table.get("regular") else {}
    endings = {
        name: tuple(sorted(words.split(), key=lambda word: -len(word))) for name, words in table["endings"].items()
    }
    nounlike = frozenset(table.get("nounlike", {}).get("verbs", "").split())
    return Grammar(
        closed,
        group,
        forms,
        nounlike,
        endings,
        _words(table, "attaching"),
        _words(table, "owners"),
        _words(table, "openers"),
        _words(table, "negations"),
    )


def _words(table: dict[str, Any], name: str) -> frozenset[str]:
    return frozenset(table["closed"][name].split())
