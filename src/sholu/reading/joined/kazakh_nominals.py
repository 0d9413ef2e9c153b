"""Kazakh noun phrases that stand for somebody: which may be people, and how those without a name are called."""

from collections.abc import Sequence
from functools import cache

from sholu.model.reading import Entity
from sholu.reading.chunks.kinds import grammar
from sholu.reading.languages import language
from sholu.reading.languages.kazakh_data import kazakh_small_words
from sholu.reading.languages.morphology import readings
from sholu.reading.names.lexicon import Mark, lexicon
from sholu.reading.page import Page
from sholu.text.tokens import Token

_SURE = 0.8
"""How likely a word must be in a case for the ending to go."""
_PEOPLE = Mark.TITLE | Mark.KIN | Mark.GROUP | Mark.PEOPLES
_OBLIQUE = frozenset({"gen", "acc", "dat", "abl", "ins", "loc"})


def may_be_person(word: Token) -> bool:
    """Whether the last word of a phrase may mean somebody: "орынбасарымен" may, "актісіне" does not."""
    if word.shape != "lower" or grammar("kk").closed.get(word.lower) is not None:
        return True
    forms = {word.lower, *(reading.lemma for reading in readings("kk", word.lower))}
    known = lexicon("kk")
    if any(form in kazakh_small_words("people") or form.endswith(_people_endings()) for form in forms):
        return True
    return any(known.word(form).marks & _PEOPLE for form in forms)


def means_several(words: Sequence[Token]) -> bool:
    """Whether a phrase is about several people: "ондаған белсендіні", "кәсіподақтар"."""
    last = readings("kk", words[-1].lower)[0]
    counted = len(words) > 1 and any(
        word.shape == "number" or word.lower in kazakh_small_words("several") for word in words[:-1]
    )
    if words[-1].lower.startswith(kazakh_small_words("together")):
        return True
    return counted or (last.number == "plural" and words[-1].shape == "lower")


def may_be_called(words: Sequence[Token], body: Entity) -> bool:
    """Whether a noun phrase for a public body may mean this one: "сот" no newspaper, "полиция департаменті" no other.

    The noun stands in the body's name, and so does a noun before it.
    """
    *before, head = (word.lower for word in words)
    forms = {head, *(reading.lemma for reading in readings("kk", head))}
    stem = next((stem for stem in kazakh_small_words("public") if any(form.startswith(stem) for form in forms)), None)
    names = [name.lower() for name in (body.name, *body.aliases)]
    if stem is None or body.kind != "organisation":
        return True
    narrower = before[-1:] if head not in ("", stem) and before and before[-1].isalpha() else []
    return any(stem in name and all(word in name for word in narrower) for name in names)


def is_credit(page: Page, words: Sequence[Token]) -> bool:
    """Whether words only credit an outlet's own reporter: "Zakon.kz тілшісі"."""
    return len(words) > 1 and words[-1].lower in kazakh_small_words("reporters") and words[0].is_capitalised


def without_case(words: str) -> str:
    """A noun phrase with its last word in the nominative, plural and possession kept: "тұрғындардан"."""
    *before, last = words.split()
    known = readings("kk", last.lower())[0]
    if not last.islower() or known.case not in _OBLIQUE or known.score < _SURE:
        return words
    found = [ending for ending in _case_endings(known.case) if last.endswith(ending)]
    stem = last[: -len(found[0])] if found else last
    if stem.endswith(("ы", "і")) or len(stem) >= len(known.lemma) >= _SHORTEST:
        return " ".join((*before, stem))
    return words


_SHORTEST = 3


@cache
def _case_endings(case: str) -> tuple[str, ...]:
    """The endings of a case, the longest first."""
    table = language("kk").table("morphology")["cases"]
    found = {form for part in table if part["name"] == case for entry in part["endings"] for form in entry["forms"]}
    return tuple(sorted(found, key=lambda form: (-len(form), form)))


@cache
def _people_endings() -> tuple[str, ...]:
    groups = language("kk").table("roles")["groups"]
    return (*groups["people_endings"].split(), *groups["before_names"].split())
