"""Kazakh endings and small words by what they tell, from `morphology.toml`."""

from functools import cache

from sholu.reading.languages import language


@cache
def kazakh_endings(name: str) -> tuple[str, ...]:
    """The endings of this name."""
    return _words("endings", name)


@cache
def kazakh_small_words(name: str) -> tuple[str, ...]:
    """The small words of this name, or beginnings of words."""
    return _words("small_words", name)


@cache
def kazakh_sounds(name: str) -> frozenset[str]:
    """The letters of this name."""
    return frozenset(_table("sounds")[name])


@cache
def kazakh_voiced() -> dict[str, str]:
    """Last letters and what they become before a vowel."""
    return dict(pair.split("=") for pair in _table("sounds")["voiced"].split())


def _words(section: str, name: str) -> tuple[str, ...]:
    return tuple(_table(section)[name].split())


def _table(section: str) -> dict[str, str]:
    table: dict[str, str] = language("kk").table("morphology")[section]
    return table
