"""Russian words of clauses, parties, places and days, from `roles.toml`."""

from functools import cache

from sholu.reading.languages import language
from sholu.reading.patterns import Gapped, listed


@cache
def russian_words(key: str) -> frozenset[str]:
    """A plain word list, or a list of stems or endings, of the Russian `roles.toml`."""
    return frozenset(language("ru").table("roles")["clauses"][key].split())


@cache
def russian_phrases(key: str) -> Gapped[None]:
    """A list of phrases of the Russian `roles.toml`."""
    return Gapped(((pattern, None) for pattern in listed(language("ru").table("roles")["clauses"][key])), "ru")
