"""Kazakh words of parties, places and days, from `roles.toml`."""

from functools import cache

from sholu.reading.languages import language


@cache
def kazakh_words(section: str, key: str) -> tuple[str, ...]:
    """A plain word list, or a list of endings, of the Kazakh `roles.toml`."""
    return tuple(language("kk").table("roles")[section][key].split())
