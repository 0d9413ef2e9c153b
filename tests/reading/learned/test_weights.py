"""Loading the weights, and saying what is wrong with them."""

import shutil
from pathlib import Path

import pytest

from sholu.errors import SholuError
from sholu.model.document import Document
from sholu.reading.learned import Weights, has_weights, load_weights, weights_folder
from sholu.reading.reader import ExactReader, JoinedReader, make_reader


def test_the_weights_that_ship_are_whole_and_small(weights: Weights):
    assert has_weights()
    assert {"name", "content", "trigger", "judgement"} <= set(weights.layers)
    assert sum(file.stat().st_size for file in weights_folder().iterdir()) <= 45 * 2**20


def test_missing_files_are_named(tmp_path: Path):
    (tmp_path / "labels.json").write_text("{}")
    with pytest.raises(SholuError) as caught:
        load_weights(tmp_path)
    assert caught.value.code == "weights-missing"
    assert "tagger.onnx" in caught.value.message
    assert "labels.json" not in caught.value.message


def test_a_broken_file_is_told(tmp_path: Path):
    for file in weights_folder().iterdir():
        shutil.copy(file, tmp_path)
    (tmp_path / "tagger.onnx").write_bytes(b"not a model")
    with pytest.raises(SholuError) as caught:
        load_weights(tmp_path)
    assert caught.value.code == "weights-broken"


def test_without_weights_the_exact_half_reads_and_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("SHOLU_WEIGHTS", str(tmp_path))
    reader = make_reader()
    assert type(reader) is ExactReader
    reading = reader.read(Document("President Ann Lee spoke in Osh.", language="en", published="2026-03-03"))
    assert "no-weights" in [notice.code for notice in reading.notices]
    with pytest.raises(SholuError) as caught:
        make_reader(engine="joined")
    assert caught.value.code == "weights-missing"


def test_the_engine_that_is_named_reads():
    assert make_reader(engine="exact").identity.name == "sholu-exact"
    assert make_reader(engine="learned").identity.name == "sholu-learned"
    assert type(make_reader()) is JoinedReader
