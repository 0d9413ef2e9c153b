"""Words of claims and denials, looked up in data."""

import tomllib
from functools import cache
from importlib import resources
from typing import Any

from sholu.text.phrases import Phrases
from sholu.text.tokens import tokenise


@cache
def table(name: str) -> dict[str, Any]:
    """The data file `name`.toml of this room."""
    return tomllib.loads((resources.files("sholu.knowledge") / f"{name}.toml").read_text("utf-8"))


@cache
def _denials(language: str) -> Phrases[bool]:
    return Phrases((pattern, True) for pattern in table("wording")["denial"].get(language, ()))


@cache
def is_denial(words: str, language: str) -> bool:
    """Whether a cue of attribution says that its content is not so."""
    phrases = _denials(language)
    return bool(phrases) and next(phrases.find(tokenise(words)), None) is not None
