"""Words of claims and denials, looked up in data."""

import tomllib
from functools import cache
from importlib import resources
from typing import Any, Literal

from sholu.model.span import Span
from sholu.text.phrases import Phrases
from sholu.text.tokens import Token, tokenise

Denying = Literal["plain", "pointing"]

_AROUND = 40  # characters to either side of a cue in which words belong to it


@cache
def table(name: str) -> dict[str, Any]:
    """The data file `name`.toml of this room."""
    return tomllib.loads((resources.files("sholu.knowledge") / f"{name}.toml").read_text("utf-8"))


def denying(text: str, cue: Span, content: str, language: str) -> Denying | None:
    """Whether a cue of attribution says that its content is not so; `pointing`: that what was said before is not so."""
    words = tokenise(cue.of(text))
    refuses = _has("refusal", language, words) and _has("claim", language, tokenise(content))
    if not refuses and not _has("denial", language, words):
        return None
    before = [token.lower for token in tokenise(text[max(0, cue.start - _AROUND) : cue.start])[-2:]]
    after = [token.lower for token in tokenise(text[cue.end : cue.end + _AROUND])[:2]]
    undone, pointing = table("wording")["undone"], table("wording")["pointing"].get(language, ())
    if any(word in undone["before"] for word in before) or any(word in undone["after"] for word in after):
        return None
    back = any(word in pointing for word in (*before, *after[:1])) or _has("such", language, tokenise(content)[:12])
    return "pointing" if back else "plain"


def untrue(content: str, language: str) -> bool:
    """Whether somebody's words say that something is not so."""
    return _has("untrue", language, tokenise(content))


def is_pronoun(words: str, language: str | None) -> bool:
    """Whether these words are a pronoun alone, which names nobody."""
    return words.strip().lower() in table("wording")["pronoun"].get(language or "", ())


@cache
def _phrases(name: str, language: str) -> Phrases[bool]:
    return Phrases((pattern, True) for pattern in table("wording")[name].get(language, ()))


def _has(name: str, language: str, tokens: list[Token]) -> bool:
    phrases = _phrases(name, language)
    return bool(phrases) and next(phrases.find(tokens), None) is not None
