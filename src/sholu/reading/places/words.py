"""The words around names of places, one language's `places.toml` compiled."""

from functools import cache, lru_cache, partial
from typing import NamedTuple

from sholu.gazetteer.lookup import Forms
from sholu.packs import Packs
from sholu.packs.packs import Naming
from sholu.reading.languages import language
from sholu.reading.languages.morphology import base_forms
from sholu.text.phrases import Phrases


class PlaceWords(NamedTuple):
    """See `languages/en/places.toml` for what each of them means."""

    tag: str
    inside: frozenset[str]
    towards: frozenset[str]
    unknown: frozenset[str]
    between: frozenset[str]
    joining: frozenset[str]
    cases: frozenset[str]
    before: Phrases[None]
    after: frozenset[str]
    never: frozenset[str]
    in_capitals: frozenset[str]
    never_phrases: Phrases[None]
    never_built: Phrases[None]
    not_before: frozenset[str]
    personal: frozenset[str]
    last: dict[str, str]
    qualifying: frozenset[str]
    called_after_towns: tuple[str, ...]
    made_with: tuple[str, ...]
    plural: dict[str, str]
    first: Phrases[str]
    border: frozenset[str]
    not_border: frozenset[str]
    capital_noun: bool
    adjective_endings: tuple[str, ...]
    forms: Forms | None


@cache
def place_words(tag: str) -> PlaceWords:
    """The compiled words of a language."""
    table = language(tag).table("places")
    context = table["context"]
    return PlaceWords(
        tag,
        frozenset(context["inside"].split()),
        frozenset(context["towards"].split()),
        frozenset(context["unknown"].split()),
        frozenset(context["between"].split()),
        frozenset(context["joining"].split()),
        frozenset(context["cases"].split()),
        Phrases((pattern, None) for pattern in context["before"]),
        frozenset(context["after"].split()),
        frozenset(context["never"].split()),
        frozenset(context["in_capitals"].split()),
        Phrases((pattern, None) for pattern in context["never_phrases"]),
        Phrases((pattern, None) for pattern in context["never_built"]),
        frozenset(context["not_before"].split()),
        frozenset(context.get("personal", "").split()),
        {noun: kind for kind, nouns in table["last"].items() for noun in nouns.split()},
        frozenset(table["shape"]["qualifying"].split()),
        tuple(table["shape"]["called_after_towns"].split()),
        tuple(table["shape"]["made_with"].split()),
        dict(table["plural"]),
        Phrases((noun, kind) for kind, nouns in table["first"].items() for noun in _listed(nouns)),
        frozenset(table["border"]["words"].split()),
        frozenset(table["border"].get("not_before", "").split()),
        table["shape"]["capital_noun"],
        tuple(table["shape"]["adjective_endings"]),
        None if tag == "en" else partial(base_forms, tag),
    )


def _listed(nouns: str | list[str]) -> list[str]:
    return nouns.split() if isinstance(nouns, str) else nouns


@lru_cache(maxsize=16)
def pack_places(packs: Packs, tag: str) -> Phrases[Naming]:
    """The packs' names of places as a lexicon of a language."""
    return Phrases(packs.patterns("place", tag))
