import struct
from pathlib import Path

import numpy as np
import pytest

from training import pretrained

HIDDEN, ROWS = 32, 3


def quantised(matrix: np.ndarray) -> bytes:
    """The bytes of a matrix of whole numbers from -8 to 7, in blocks of 32 with the scale 1."""
    found = b""
    for block in matrix.reshape(-1, pretrained.BLOCK):
        values = (block + 8).astype(np.uint8)
        found += np.float16(1).tobytes() + (values[:16] | (values[16:] << 4)).tobytes()
    return found


def write(path: Path, matrix: np.ndarray, bias: np.ndarray, version: int = 1) -> None:
    head = b"E5S1" + struct.pack("<I7ifi", version, HIDDEN, 1, 2, 64, ROWS, 8, 2, 1e-12, 32)
    pieces = [b"<s>", b"<pad>", "▁а".encode()]
    blob = b"".join(pieces)
    ends = np.cumsum([0, *map(len, pieces)]).astype("<u4")
    table = struct.pack("<5iQ", len(pieces), 0, 2, 1, 3, len(blob)) + ends.tobytes()
    table += np.array([0, 0, -3], "<f4").tobytes() + blob + struct.pack("<iI", 0, 0)
    tensors = [("emb.word", quantised(matrix), matrix.size), ("l0.q.b", bias.astype("<f4").tobytes(), bias.size)]
    size = 4 + sum(2 + len(name) + struct.calcsize("<BIQQ") for name, _, _ in tensors)
    at = len(head) + len(table) + size
    directory = struct.pack("<i", len(tensors))
    for name, data, number in tensors:
        directory += struct.pack("<H", len(name)) + name.encode() + struct.pack("<BIQQ", 0, number, at, len(data))
        at += len(data)
    path.write_bytes(head + table + directory + b"".join(data for _, data, _ in tensors))


def test_a_file_is_read_as_it_was_written(tmp_path: Path):
    matrix = np.random.default_rng(1).integers(-8, 8, (ROWS, HIDDEN)).astype(np.float32)
    bias = np.arange(HIDDEN, dtype=np.float32)
    write(tmp_path / "weights.bin", matrix, bias)
    found = pretrained.load(tmp_path / "weights.bin")
    assert found.sizes.hidden == HIDDEN
    assert found.pieces == ("<s>", "<pad>", "▁а")
    assert np.array_equal(found.tensors["emb.word"], matrix)
    assert np.array_equal(found.tensors["l0.q.b"], bias)


def test_other_files_are_refused(tmp_path: Path):
    (tmp_path / "other.bin").write_bytes(b"GGUF" + bytes(64))
    with pytest.raises(ValueError, match="E5S1"):
        pretrained.load(tmp_path / "other.bin")
    write(tmp_path / "new.bin", np.zeros((ROWS, HIDDEN)), np.zeros(HIDDEN), version=2)
    with pytest.raises(ValueError, match="version 2"):
        pretrained.load(tmp_path / "new.bin")
