"""The packed index of places: one file, unpacked whole into a few flat arrays when first asked.

After the magic word and a header in JSON stands one compressed stretch of sections: lengths and bytes of the sorted
keys, for each key how many places bear it, those places (record number twice, plus one where the key is a lesser
name), and the columns of the records. scripts/build_gazetteer.py writes it.
"""

import json
import struct
import zlib
from bisect import bisect_left
from importlib import resources
from typing import Any, NamedTuple

import numpy as np

MAGIC = b"SHOLUGAZ1\n"
ATTRIBUTION = "Contains data from GeoNames (https://www.geonames.org), CC BY 4.0, changed: selected and packed."
UPPER = "^"
"""Begins the key of a name that is only met in capitals ("US", "NSW")."""
POSTAL = "@"
"""Begins the key of a state's postal code ("@ky"), met only beside a town."""
KINDS = (
    "country", "region", "county", "city", "area", "sea", "river", "lake", "mountains", "island", "desert", "canal",
    "capital",
)  # fmt: skip


class PlaceRecord(NamedTuple):
    """A place of the index: `lat` and `lon` in degrees (WGS 84), `population` 0 where unknown, `geonames` 0 where none.

    `kind` is one of `KINDS`; `country` an ISO code or "" for what no one country holds; `admin1` the province's code.
    `lesser` if it was found under a name that is not its usual one.
    """

    geonames: int
    name: str
    country: str
    admin1: str
    lat: float
    lon: float
    population: int
    kind: str
    lesser: bool = False


class Index:
    """The unpacked file: keys in order, and the records that each key stands for."""

    def __init__(self, data: bytes) -> None:
        if not data.startswith(MAGIC):
            raise ValueError("not an index of places: build it with scripts/build_gazetteer.py")
        start = len(MAGIC) + 4
        length = struct.unpack("<I", data[start - 4 : start])[0]
        header = json.loads(data[start : start + length])
        sections = _sections(zlib.decompress(memoryview(data)[start + length :]), header["sections"])
        key_lengths, self._keys, list_lengths, postings, title_lengths, self._titles, *columns = sections
        self._key_starts = _starts(key_lengths)
        self._list_starts = _starts(list_lengths)
        self._postings = memoryview(postings).cast("I")
        self._title_starts = _starts(title_lengths)
        self._admins: list[str] = header["admins"]
        self._countries: list[str] = header["countries"]
        self._geonames = memoryview(columns[0]).cast("I")
        self._lat, self._lon = (_undone(column) for column in columns[1:3])
        self._population = memoryview(columns[3]).cast("I")
        self._admin = memoryview(columns[4]).cast("H")
        self._country, self._kind = columns[5], columns[6]

    def __len__(self) -> int:
        return len(self._key_starts) - 1

    def __getitem__(self, number: int) -> bytes:
        return self._keys[self._key_starts[number] : self._key_starts[number + 1]]

    def find(self, key: str) -> tuple[int, bool]:
        """Number of the first key not before `key`, and whether it is `key` itself."""
        wanted = key.encode()
        number = self._before(wanted)
        return number, number < len(self) and self[number] == wanted

    def extends(self, key: str) -> bool:
        """Whether some longer key starts with the words of `key`."""
        wanted = key.encode() + b" "
        number = self._before(wanted)
        return number < len(self) and self[number].startswith(wanted)

    def _before(self, wanted: bytes) -> int:
        """How many keys come before `wanted`."""
        return bisect_left(range(len(self)), wanted, key=self.__getitem__)

    def records(self, number: int) -> tuple[PlaceRecord, ...]:
        """The places under key `number`: those whose usual name it is first, and by falling population."""
        entries = self._postings[self._list_starts[number] : self._list_starts[number + 1]]
        return tuple(self._record(entry >> 1, bool(entry & 1)) for entry in entries)

    def _record(self, number: int, lesser: bool) -> PlaceRecord:
        title = self._titles[self._title_starts[number] : self._title_starts[number + 1]]
        return PlaceRecord(
            self._geonames[number],
            title.decode(),
            self._countries[self._country[number]],
            self._admins[self._admin[number]],
            self._lat[number] / 1000,
            self._lon[number] / 1000,
            self._population[number],
            KINDS[self._kind[number]],
            lesser,
        )


def _sections(payload: bytes, sizes: list[int]) -> list[bytes]:
    found, start = [], 0
    for size in sizes:
        found.append(payload[start : start + size])
        start += size
    return found


def _starts(lengths: bytes) -> Any:
    starts = np.zeros(len(lengths) + 1, dtype=np.uint32)
    np.cumsum(np.frombuffer(lengths, dtype=np.uint8), out=starts[1:])
    return starts.data


def _undone(column: bytes) -> Any:
    return np.cumsum(np.frombuffer(column, dtype=np.int32), dtype=np.int32).data


def load() -> Index:
    """The index that comes with the package."""
    return Index((resources.files("sholu.gazetteer") / "places.bin").read_bytes())
