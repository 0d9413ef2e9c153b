"""The kinds of words that shallow grammar tells apart, one letter each, and the closed classes read from the data."""

from functools import cache
from typing import NamedTuple

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
    `verbs` the forms of known verbs, `endings` the word endings by name, longest first, `words` the sets of words of
    the data file's `words` part by name.
    """

    closed: dict[str, str]
    group: dict[str, str]
    verbs: dict[str, VerbForm]
    endings: dict[str, tuple[str, ...]]
    words: dict[str, frozenset[str]]


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
    words = {name: frozenset(text.split()) for name, text in table["words"].items()}
    regular, irregular = table.get("regular"), table.get("irregular")
    forms = verb_forms(regular["verbs"], irregular["forms"], words["doubled"]) if regular and irregular else {}
    endings = {
        name: tuple(sorted(text.split(), key=lambda word: -len(word))) for name, text in table["endings"].items()
    }
    return Grammar(closed, group, forms, endings, words)
