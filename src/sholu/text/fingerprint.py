"""Near-duplicates: which texts are one text under other headlines, with small edits or a few lines more.

A text is a set of shingles, runs of four words. Its sketch is the least of many hashes of them (MinHash): the share of
equal places in two sketches estimates how much of two sets is common to both. Bands of the sketch bring likely pairs
together without comparing all with all.
"""

import re
import zlib
from collections import defaultdict
from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import combinations
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

Id = TypeVar("Id", bound=Hashable)

SAME = 0.45
"""From this similarity on, two texts are one. In the sample press reprints have .89 and more, and no two other articles
more than .11; a text in which every tenth word was changed has about .58, and two that share a third about .3."""

_WORD = re.compile(r"\w+")
_SHINGLE = 4  # words: short enough to survive an edit in every sentence, long enough not to be common speech
_PLACES = 128
_ROWS = 2  # 64 bands: a pair with a fifth of all shingles in common meets in 93 of 100 cases, one with .02 in 3
_CROWD = 64  # texts in one band: more are a formula ("The weather in ..."), and only neighbours are compared
_MERSENNE = np.uint64((1 << 31) - 1)
_EMPTY = np.uint32(0xFFFFFFFF)


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """The sketch of a text: `size` counts its different shingles, `sketch` holds 128 numbers of 32 bits."""

    size: int
    sketch: bytes

    @property
    def values(self) -> NDArray[np.uint32]:
        """The sketch as numbers."""
        return np.frombuffer(self.sketch, dtype=np.uint32)


def fingerprint(text: str) -> Fingerprint:
    """The fingerprint of a text; case, marks and white space make no difference. The same text always has the same."""
    words = _WORD.findall(text.lower())
    shingles = {" ".join(words[i : i + _SHINGLE]) for i in range(max(1, len(words) - _SHINGLE + 1))} if words else set()
    if not shingles:
        return Fingerprint(0, np.full(_PLACES, _EMPTY, dtype=np.uint32).tobytes())
    hashes = np.fromiter((zlib.crc32(shingle.encode()) for shingle in shingles), np.uint64, len(shingles))
    factors, terms = _permutations()
    mixed = (hashes[:, None] % _MERSENNE * factors + terms) % _MERSENNE
    return Fingerprint(len(shingles), mixed.min(axis=0).astype(np.uint32).tobytes())


def similarity(one: Fingerprint, other: Fingerprint) -> float:
    """How much of the smaller text stands in the other, 0..1; estimated, give or take .08.

    A text that is a small part of a much longer one (a fifth and less) is a quotation, not a copy: then the measure is
    what both have in common of all that they have.
    """
    if not one.size or not other.size:
        return 0.0
    common = float(np.mean(one.values == other.values))
    least, most = sorted((one.size, other.size))
    if least * 5 <= most:
        return common
    return min(1.0, common * (least + most) / (1 + common) / least)


def groups(fingerprints: Mapping[Id, Fingerprint], *, least: float = SAME) -> list[frozenset[Id]]:
    """The sets of two and more texts that are one text, in the order of their first member.

    A text joins a set when it is similar to the set's first member or to half of its members, so that a chain of
    retellings does not tie its two ends together.
    """
    order = {id: place for place, id in enumerate(fingerprints)}
    found: list[list[Id]] = []
    home: dict[Id, int] = {}
    near = _neighbours(fingerprints, least)
    for id in fingerprints:
        fitting = sorted({home[other] for other in near.get(id, ()) if other in home})
        best = max(fitting, key=lambda number: _share(found[number], near[id]), default=None)
        if best is not None and (found[best][0] in near[id] or _share(found[best], near[id]) >= 0.5):
            home[id] = best
            found[best].append(id)
        else:
            home[id] = len(found)
            found.append([id])
    return [frozenset(members) for members in sorted(found, key=lambda ids: order[ids[0]]) if len(members) > 1]


def _share(members: list[Id], near: set[Id]) -> float:
    return sum(member in near for member in members) / len(members)


def _neighbours(fingerprints: Mapping[Id, Fingerprint], least: float) -> dict[Id, set[Id]]:
    bands: defaultdict[tuple[int, bytes], list[Id]] = defaultdict(list)
    width = 4 * _ROWS
    for id, print in fingerprints.items():
        if print.size:
            for band in range(_PLACES // _ROWS):
                bands[band, print.sketch[band * width : (band + 1) * width]].append(id)
    near: dict[Id, set[Id]] = {}
    seen: set[tuple[Id, Id]] = set()
    for ids in bands.values():
        for pair in _pairs(ids):
            if pair not in seen:
                seen.add(pair)
                if similarity(fingerprints[pair[0]], fingerprints[pair[1]]) >= least:
                    near.setdefault(pair[0], set()).add(pair[1])
                    near.setdefault(pair[1], set()).add(pair[0])
    return near


def _pairs(ids: list[Id]) -> list[tuple[Id, Id]]:
    if len(ids) <= _CROWD:
        return list(combinations(ids, 2))
    return [(ids[i], ids[j]) for i in range(len(ids)) for j in range(i + 1, min(i + 9, len(ids)))]


@cache
def _permutations() -> tuple[NDArray[np.uint64], NDArray[np.uint64]]:
    """Factors and terms of the hash functions: fixed, so that fingerprints of different days can be compared."""
    generator = np.random.Generator(np.random.PCG64(20_260_301))
    factors = generator.integers(1, int(_MERSENNE), _PLACES, dtype=np.uint64)
    return factors, generator.integers(0, int(_MERSENNE), _PLACES, dtype=np.uint64)
