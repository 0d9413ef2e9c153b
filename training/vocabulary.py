"""The pieces that texts are cut into: those of the pretrained encoder that our languages and their neighbours use.

A quarter of a million pieces would make up nine tenths of the weights. Kept are all Cyrillic pieces, the commonest
Latin ones, signs, single letters, and whatever occurs in the training texts; the rest is cut into smaller kept pieces.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from tokenizers import Regex, Tokenizer, models, normalizers, pre_tokenizers

from training.pretrained import Pretrained

SPACE = "▁"
"""How the start of a word is written in a piece."""
LATIN_PIECES = 16_000
"""How many pieces of plain Latin letters are kept for their frequency alone."""

START, PAD, END, UNKNOWN = 0, 1, 2, 3
"""Ids of the special pieces, as in the pretrained encoder."""

_CYRILLIC = re.compile(r"[\u0300-\u036f\u0400-\u052f\u1c80-\u1c8f]+")
_LATIN = re.compile(r"[A-Za-z]+")
_LETTER = re.compile(r"[^\W\d_]")
_EAST_ASIAN = re.compile(r"[\u1100-\u11ff\u2e80-\u9fff\ua000-\ua4cf\uac00-\ud7ff\uf900-\ufaff\uff00-\uffef]")
_INVISIBLE = r"[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\x00-\x08\x0e-\x1f\x7f]"


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """A tokenizer, and for each of its ids the id of the same piece in the pretrained encoder."""

    tokenizer: Tokenizer
    rows: tuple[int, ...]


def full_tokenizer(pretrained: Pretrained) -> Tokenizer:
    """The tokenizer with every piece that the encoder was pretrained with."""
    return _tokenizer(list(zip(pretrained.pieces, pretrained.scores.tolist(), strict=True)))


def prune(pretrained: Pretrained, texts: Iterable[str]) -> Vocabulary:
    """The vocabulary for our languages; `texts` are those to be trained on. Nothing but the pieces is learned."""
    seen = seen_ids(full_tokenizer(pretrained), texts)
    kept = [id for id in range(len(pretrained.pieces)) if id <= UNKNOWN or id in seen or _always(pretrained.pieces[id])]
    taken = set(kept)
    latin = [id for id, piece in enumerate(pretrained.pieces) if _LATIN.fullmatch(piece.lstrip(SPACE))]
    latin.sort(key=lambda id: (-pretrained.scores[id], id))
    rows = tuple(sorted(taken.union(latin[:LATIN_PIECES])))
    return Vocabulary(_tokenizer([(pretrained.pieces[id], float(pretrained.scores[id])) for id in rows]), rows)


def seen_ids(tokenizer: Tokenizer, texts: Iterable[str]) -> set[int]:
    """The ids of all pieces into which these texts are cut."""
    return {id for text in texts for id in tokenizer.encode(text, add_special_tokens=False).ids}


def unknown_characters(tokenizer: Tokenizer, texts: Iterable[str]) -> set[str]:
    """The stretches of text for which there is no piece."""
    found: set[str] = set()
    for text in texts:
        encoding = tokenizer.encode(text, add_special_tokens=False)
        found.update(
            text[start:end] for id, (start, end) in zip(encoding.ids, encoding.offsets, strict=True) if id == UNKNOWN
        )
    return found


def _always(piece: str) -> bool:
    bare = piece.lstrip(SPACE)
    if _EAST_ASIAN.search(bare) or (len(piece) > 2 and piece.startswith("<") and piece.endswith(">")):
        return False
    return len(bare) <= 1 or _CYRILLIC.fullmatch(bare) is not None or not _LETTER.search(bare)


def _tokenizer(pieces: list[tuple[str, float]]) -> Tokenizer:
    tokenizer = Tokenizer(models.Unigram(pieces, unk_id=UNKNOWN, byte_fallback=False))
    tokenizer.normalizer = normalizers.Sequence(
        [
            normalizers.Replace(Regex(_INVISIBLE), ""),
            normalizers.NFKC(),
            normalizers.Replace(Regex(r"\s+"), " "),
        ]
    )
    tokenizer.pre_tokenizer = pre_tokenizers.Metaspace(replacement=SPACE, prepend_scheme="always")
    return tokenizer
