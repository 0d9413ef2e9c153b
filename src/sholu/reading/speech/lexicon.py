"""The words of speech and thought of one language, compiled from `speech.toml`."""

from functools import cache
from typing import Any, NamedTuple

from sholu.reading.chunks.kinds import grammar
from sholu.reading.languages import language
from sholu.text.phrases import Phrases, expand

Shapes = dict[str, float]
"""The shapes that a verb takes ("clause", "quote", ...), each with the confidence of what it reports."""


class Particle(NamedTuple):
    """A verb with the particle or preposition that belongs to it; `clause` if "that" may follow."""

    words: tuple[str, ...]
    clause: bool


class Lexicon(NamedTuple):
    """One language's words of speech, ready to be looked up.

    `verbs` are verb forms (English) and `stems` verb stems (Russian, Kazakh) with their shapes; `particles` are by the
    verb's first word. The rest are as in `speech.toml`.
    """

    verbs: dict[str, Shapes]
    stems: Phrases[Shapes]
    particles: dict[str, tuple[Particle, ...]]
    according: Phrases[str]
    nouns: dict[str, frozenset[str]]
    that: frozenset[str]
    complementiser: frozenset[str]
    wishing: frozenset[str]
    ambiguous: frozenset[str]
    helping: frozenset[str]
    announcing: frozenset[str]
    correlative: frozenset[str]
    tidings: Phrases[bool]
    hearing_that: frozenset[str]
    nominal: tuple[str, ...]
    compounds: Phrases[bool]
    asides: Phrases[bool]
    courtesies: frozenset[str]
    reported: tuple[str, ...]
    thus: frozenset[str]
    pointing: frozenset[str]
    papers: frozenset[str]
    said_if: frozenset[str]
    own_days: frozenset[str]
    naming: frozenset[str]
    citing_after: Phrases[bool]
    media: frozenset[str]
    speakers: Phrases[bool]
    he: frozenset[str]
    documents: Phrases[bool]
    between_clauses: frozenset[str]
    whose: frozenset[str]
    unnamed: frozenset[str]
    topic: frozenset[str]
    nameless: Phrases[bool]
    faceless: frozenset[str]
    naming_as: frozenset[str]
    verdicts: frozenset[str]
    addressing: frozenset[str]
    believing: frozenset[str]
    held: frozenset[str]
    holding: frozenset[str]
    following: frozenset[tuple[str, ...]]
    modal: frozenset[str]
    setting: frozenset[str]
    ends: Phrases[bool]
    houses: Phrases[bool]
    citing: Phrases[bool]
    quotable: frozenset[str]
    turns: Phrases[bool]
    anonymous: frozenset[str]
    impersonal: frozenset[str]
    controllers: frozenset[str]
    middle: frozenset[str]
    conceding: frozenset[str]
    written: frozenset[str]
    timely: frozenset[str]
    quoting: frozenset[str]
    quoting_as: frozenset[str]
    passing_on: frozenset[str]
    hearing: frozenset[str]
    learning_from: frozenset[str]
    sayings: frozenset[str]
    vouching: frozenset[str]
    vouching_for: frozenset[str]
    reporters: frozenset[str]
    quoting_openers: frozenset[str]
    outlet_before: Phrases[bool]
    occasions: frozenset[str]
    addressees: frozenset[str]
    told_media: frozenset[str]
    outlet_words: frozenset[str]
    mouthpieces: Phrases[bool]
    next_to: frozenset[str]
    again: dict[str, tuple[str, ...]]
    quoting_plainly: frozenset[str]
    spreading: frozenset[str]
    quantities: frozenset[str]
    partitive: frozenset[str]
    inferring: frozenset[str]
    expletive: frozenset[str]
    clitics: frozenset[str]
    recalled: frozenset[str]
    undergoing: frozenset[str]
    perceiving: frozenset[str]
    questions: frozenset[str]
    answers: frozenset[str]
    talks: frozenset[str]


@cache
def lexicon(tag: str) -> Lexicon:
    """The words of speech of the language with this tag."""
    table = language(tag).table("speech")
    shapes = _shapes(table["verbs"])
    inflected = bool(grammar(tag).verbs)
    return Lexicon(
        _forms(tag, shapes) if inflected else {},
        Phrases(() if inflected else shapes.items()),
        _particles(table["particles"]),
        Phrases((pattern, name) for name, patterns in table["phrases"].items() for pattern in patterns),
        {name: frozenset(words.split()) for name, words in table["nouns"].items()},
        frozenset(table["content"]["that"]),
        frozenset(table["content"]["complementiser"]),
        frozenset(table["content"]["wishing"]),
        frozenset(table["content"]["ambiguous"]),
        frozenset(table["content"]["helping"]),
        frozenset(table["content"]["announcing"]),
        frozenset(table["content"]["correlative"]),
        Phrases((word, True) for word in table["content"].get("tidings", "").split()),
        frozenset(table["content"].get("hearing_that", "").split()),
        tuple(table["content"]["nominal"].split()),
        Phrases((pattern, True) for pattern in table["content"].get("compounds", ())),
        Phrases((pattern, True) for pattern in table["content"].get("asides", ())),
        frozenset(table["content"].get("courtesies", "").split()),
        tuple(table["content"].get("reported", "").split()) or ("\n",),
        frozenset(table["content"].get("thus", ())),
        frozenset(table["content"].get("pointing", "").split()),
        frozenset(table["content"].get("papers", ())),
        frozenset(table["content"].get("said_if", ())),
        frozenset(table["content"].get("own_days", "").split()),
        frozenset(table["content"].get("naming", "").split()),
        Phrases((pattern, True) for pattern in table["outlet"].get("citing_after", ())),
        frozenset(table["outlet"].get("media", "").split()),
        Phrases((word, True) for word in table["sources"].get("speakers", "").split()),
        frozenset(table["sources"].get("he", "").split()),
        Phrases((word, True) for word in table["sources"].get("documents", "").split()),
        frozenset(table["content"].get("between_clauses", ())),
        frozenset(table["sources"].get("whose", "").split()),
        frozenset(table["sources"].get("unnamed", "").split()),
        frozenset(table["sources"].get("topic", "").split()),
        Phrases((pattern, True) for pattern in table["sources"].get("nameless", ())),
        frozenset(table["sources"].get("faceless", "").split()),
        frozenset(table["content"].get("naming_as", "").split()),
        frozenset(table["content"].get("verdicts", "").split()),
        frozenset(table["sources"].get("addressing", "").split()),
        frozenset(table["sources"].get("believing", "").split()),
        frozenset(table["sources"].get("held", "").split()),
        frozenset(table["sources"].get("holding", "").split()),
        frozenset(tuple(phrase.split()) for phrase in table["particles"].get("inverted", "").split("; ") if phrase),
        frozenset(table["content"].get("modal", "").split()),
        frozenset(table["content"].get("setting", "").split()),
        Phrases((pattern, True) for pattern in table["content"]["ends"]),
        Phrases((word, True) for word in table["sources"]["houses"].split()),
        Phrases((pattern, True) for pattern in table["sources"]["citing"]),
        frozenset(table["sources"].get("quotable", "").split()),
        Phrases((pattern, True) for pattern in table["sources"]["turns"]),
        frozenset(table["sources"]["anonymous"].lower().split()),
        frozenset(table["sources"]["impersonal"]),
        frozenset(table["sources"]["controllers"].split()),
        frozenset(table["sources"]["middle"].split()),
        frozenset(table["sources"].get("conceding", "").split()),
        frozenset(table["sources"].get("written", "").split()),
        frozenset(table["sources"].get("timely", "").split()),
        frozenset(table["sources"]["quoting"].split()),
        frozenset(table["sources"]["quoting_as"].split()),
        frozenset(table["sources"].get("passing_on", "").split()),
        frozenset(table["sources"].get("hearing", "").split()),
        frozenset(table["sources"].get("learning_from", "").split()),
        frozenset(table["sources"].get("sayings", "").split()),
        frozenset(table["outlet"]["vouching"].split()),
        frozenset(table["outlet"].get("vouching_for", "").split()),
        frozenset(table["outlet"]["reporters"].split()),
        frozenset(word for pattern in table["phrases"]["as"] for word in pattern.split()),
        Phrases((pattern, True) for pattern in table["outlet"]["before"]),
        frozenset(table["outlet"]["occasions"].split()),
        frozenset(table["outlet"]["addressees"].split()),
        frozenset(table["outlet"].get("told_media", "").split()),
        frozenset(table["outlet"].get("outlet_words", "").split()),
        Phrases((pattern, True) for pattern in table["outlet"].get("mouthpieces", ())),
        frozenset(table["outlet"].get("next_to", "").split()),
        {word: tuple(titles.split()) for words, titles in table.get("again", {}).items() for word in words.split()},
        *(
            frozenset(table["sources"].get(name, "").split())
            for name in (
                "quoting_plainly",
                "spreading",
                "quantities",
                "partitive",
                "inferring",
                "expletive",
                "clitics",
                "recalled",
                "undergoing",
                "perceiving",
            )
        ),
        *(frozenset(table.get("interview", {}).get(name, "").split()) for name in ("questions", "answers", "talks")),
    )


def _shapes(groups: list[dict[str, Any]]) -> dict[str, Shapes]:
    found: dict[str, Shapes] = {}
    for group in groups:
        for word in group["words"].split():
            known = found.setdefault(word, {})
            for shape in group["shapes"].split():
                known.setdefault(shape, group["confidence"])
    return found


def _forms(tag: str, shapes: dict[str, Shapes]) -> dict[str, Shapes]:
    return {form: shapes[verb.base] for form, verb in grammar(tag).verbs.items() if verb.base in shapes}


def _particles(table: dict[str, str]) -> dict[str, tuple[Particle, ...]]:
    clauses = {phrase.strip() for phrase in table["that"].split(";")}
    found: dict[str, list[Particle]] = {}
    for phrase in filter(None, (phrase.strip() for phrase in table["words"].split(";"))):
        for words in expand(phrase):
            found.setdefault(words[0], []).append(Particle(words[1:], phrase in clauses))
    return {word: tuple(sorted(some, key=lambda item: -len(item.words))) for word, some in found.items()}
