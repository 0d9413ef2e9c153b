"""What the reader knows of each language. Every language folder holds the same file names; the knowledge is data."""

from functools import cache
from importlib import resources
from typing import Any

import tomli

from sholu.text.sentences import Stops

LANGUAGES = ("en", "ru", "kk")
"""Tags of the languages that Sholu reads."""


class Language:
    """One language's data files, each loaded when first asked for.

    `stops` tell after which words a full stop ends no sentence; `title_case` tells whether headlines may have every
    word large. `table("times")` is the parsed `times.toml` of that language; ValueError names a file that is missing or
    broken.
    """

    def __init__(self, tag: str) -> None:
        self.tag = tag
        sentences = _load(tag, "sentences")
        self.stops = Stops(
            frozenset(sentences["abbreviations"]),
            frozenset(sentences["closing"].split()),
            frozenset(sentences["openers"].split()),
        )
        self.title_case: bool = sentences["title_case"]

    def table(self, name: str) -> dict[str, Any]:
        """The data file `name`.toml of this language."""
        return _load(self.tag, name)


@cache
def _load(tag: str, name: str) -> dict[str, Any]:
    path = resources.files(__name__) / tag / f"{name}.toml"
    try:
        return tomli.loads(path.read_text("utf-8"))
    except (FileNotFoundError, tomli.TOMLDecodeError) as error:
        raise ValueError(f"language data {tag}/{name}.toml cannot be read: {error}") from error


@cache
def language(tag: str) -> Language:
    """The language with this tag; ValueError when Sholu does not read it."""
    if tag not in LANGUAGES:
        raise ValueError(f"no language {tag!r}; Sholu reads {', '.join(LANGUAGES)}")
    return Language(tag)
