"""Names of packs as a lexicon, built once a test run."""

from functools import cache

from sholu.packs import Naming, Packs
from sholu.packs.model import Kind
from sholu.text.phrases import Phrases


@cache
def pack_phrases(packs: Packs, kind: Kind, language: str, *, adjectives: bool = False) -> Phrases[Naming]:
    """All names of `kind` in `packs` as they stand in texts of `language`."""
    return Phrases(packs.patterns(kind, language, adjectives=adjectives))
