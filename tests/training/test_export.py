import json
from pathlib import Path

import pytest
from training.run import RunFolder
from training.sets import Places

from tests.training import tiny
from tests.training.test_train import plan
from training import export, pretrained, train


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A finished tiny run in `run`, its sets in `public`."""
    monkeypatch.setattr(pretrained, "load", tiny.pretrained)
    tiny.write_sets(tmp_path / "public")
    train.Trainer(RunFolder(tmp_path / "run"), plan(6_000), Places(tmp_path / "public", tmp_path / "no")).run()
    return tmp_path


def arguments(folder: Path, *more: str) -> list[str]:
    known = {"--run": "run", "--out": "out", "--public": "public", "--corpus": "no"}
    return [part for key, name in known.items() for part in (key, str(folder / name))] + list(more)


@pytest.mark.filterwarnings("ignore")
def test_the_files_say_what_the_model_says(run: Path, capsys: pytest.CaptureFixture[str]):
    export.main(arguments(run, "--agree", "0.9"))
    out = run / "out"
    names = {file.name for file in out.iterdir()}
    assert names == {"tagger.onnx", "linker.onnx", "tokenizer.json", "labels.json", "card.json", "card.md"}
    assert "of the tags agree" in capsys.readouterr().out
    assert b"QAttention" in (out / "tagger.onnx").read_bytes()
    labels = json.loads((out / "labels.json").read_text("utf-8"))
    assert labels["layers"]["cue"] == ["O", "B-cue", "I-cue"]
    card = json.loads((out / "card.json").read_text("utf-8"))
    assert card["agreement_with_32_bits"] >= 0.9
    assert (card["encoder"]["inner_values"], card["encoder"]["heads"]) == (tiny.INNER, tiny.HEADS)
    assert {row["set"] for row in card["data"]} == set(plan(1).sets)


@pytest.mark.filterwarnings("ignore")
def test_nothing_is_written_when_the_files_differ(run: Path):
    with pytest.raises(SystemExit, match="agree"):
        export.main(arguments(run, "--agree", "1.1"))
    assert not (run / "out").exists()
