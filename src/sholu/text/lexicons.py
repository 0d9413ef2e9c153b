"""Names out of packs as lexicons that are matched against tokens, each built once."""

from functools import cache

from sholu.packs.model import Kind
from sholu.packs.packs import Naming, Packs
from sholu.text.phrases import Phrases


@cache
def pack_phrases(packs: Packs, kind: Kind, language: str, *, adjectives: bool = False) -> Phrases[Naming]:
    """All names of `kind` in `packs` as they stand in texts of `language`; with `adjectives`, those of places too.

    A match's value says which form of name it is (`how`) and all records that go by it.
    """
    return Phrases(packs.patterns(kind, language, adjectives=adjectives))
