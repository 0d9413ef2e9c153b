"""Kazakh: the tense of the verb that closes the clause in which an expression of time stands."""

from functools import cache
from typing import NamedTuple

from sholu.reading.languages import language
from sholu.reading.page import Page
from sholu.reading.times.calendar import Direction

_REACH = 40  # tokens from an expression to its verb
_SHORTEST = 4  # letters of a verb
_TERM = ("дейін", "шейін")
_SINCE = "бері"
_CONVERB = "п"
_STOPS = frozenset(";(")
_CLOSING = frozenset('.,:!?…»”")–—;(')
_REPORTING = frozenset({"деп", "деді", "дейді", "деген", "делінген"})


class _Endings(NamedTuple):
    """How verbs of one tense end, and words that tell it whatever their endings."""

    future: tuple[str, ...]
    future_words: frozenset[str]
    present: tuple[str, ...]
    past: tuple[str, ...]
    done: tuple[str, ...]
    coming: tuple[str, ...]
    past_anyway: frozenset[str]
    no_verb: frozenset[str]
    vowel_stems: tuple[str, ...]
    infinitive: tuple[str, ...]


def closing_tense(page: Page, end: int) -> Direction | None:
    """The tense of the first verb behind `end` in its sentence that shows one: "сенбіде ... жіберді", "... бармақ".

    What is demanded or promised by a term is yet to come: "жұмаға дейін босатуды талап етті".
    """
    words, tokens = _endings(), page.tokens
    first = page.token_at(end)
    stop = min(page.sentence_at(max(0, end - 1)).stop, first + _REACH)
    opens = tokens[first].lower if first < stop else ""
    if opens == _SINCE:
        return "past"
    main = True
    for i in range(first, stop):
        token = tokens[i]
        if token.text in _STOPS:
            return None
        if token.shape != "lower" or len(token.text) < _SHORTEST or token.lower in words.no_verb:
            continue
        if opens in _TERM and token.lower.endswith(words.infinitive):
            return "future"
        closes = i + 1 >= stop or _closes(tokens[i + 1].lower)
        found = _tense(token.lower, closes, words)
        if found and (main or not token.lower.endswith(words.coming)):
            return found
        main = main and not (closes and token.lower.endswith(_CONVERB))  # "босатып, ... кететінін айтты"
    return None


def _closes(following: str) -> bool:
    return following in _CLOSING or following in _REPORTING


def _tense(lower: str, closes: bool, words: _Endings) -> Direction | None:
    """The tense of a word; of most forms only where it closes its clause."""
    if lower in words.future_words or lower.endswith(words.coming) or (closes and lower.endswith(words.future)):
        return "future"
    if lower.endswith(words.done):
        return "past"
    if not closes:
        return None
    if lower.endswith(words.present) and not _is_past_stem(lower, words):
        return "future"
    return "past" if lower.endswith(words.past) else None


def _is_past_stem(lower: str, words: _Endings) -> bool:
    """Whether what looks like a present is the past of a stem in a vowel: "хабарла-ды", not "ашыл-ады"."""
    return lower in words.past_anyway or lower[:-2].endswith(words.vowel_stems)


@cache
def _endings() -> _Endings:
    table: dict[str, str] = language("kk").table("morphology")["closing"]
    listed = {name: tuple(text.split()) for name, text in table.items()}
    sets = {name: frozenset(listed[name]) for name in ("future_words", "past_anyway", "no_verb")}
    return _Endings(
        listed["future"],
        sets["future_words"],
        listed["present"],
        listed["past"],
        listed["done"],
        listed["coming"],
        sets["past_anyway"],
        sets["no_verb"],
        listed["vowel_stems"],
        listed["infinitive"],
    )
