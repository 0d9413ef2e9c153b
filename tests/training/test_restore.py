import json
from dataclasses import replace
from pathlib import Path

import pytest
from training.loading import load_model
from training.run import RunFolder
from training.sets import Places

from tests.training import tiny
from tests.training.test_train import plan
from training import export, pretrained, restore, train


@pytest.fixture
def shipped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A tiny run in `run`, thinned by nothing, and its files in `out`."""
    monkeypatch.setattr(pretrained, "load", tiny.pretrained)
    tiny.write_sets(tmp_path / "public")
    train.Trainer(RunFolder(tmp_path / "run"), plan(6_000), Places(tmp_path / "public", tmp_path / "no")).run()
    known = {"--run": "run", "--out": "out", "--public": "public", "--corpus": "no"}
    given = [part for key, name in known.items() for part in (key, str(tmp_path / name))]
    export.main([*given, "--agree", "0.9"])
    return tmp_path


@pytest.mark.filterwarnings("ignore")
def test_what_ships_becomes_a_run_again(shipped: Path):
    restore.main(["--run", str(shipped / "again"), "--weights", str(shipped / "out")])
    first, again = RunFolder(shipped / "run"), RunFolder(shipped / "again")
    assert again.read_vocabulary().rows == first.read_vocabulary().rows
    trained, restored = (load_model(run, run.read_plan()).state_dict() for run in (first, again))
    assert trained.keys() == restored.keys()
    for name, part in trained.items():
        lost = float((part.float() - restored[name].float()).norm())
        assert lost <= 0.02 * float(part.float().norm()) + 1e-6, name
    assert again.load()["state"]["tokens"] == first.load()["state"]["tokens"]


@pytest.mark.filterwarnings("ignore")
def test_a_run_goes_on_from_it(shipped: Path):
    restore.main(["--run", str(shipped / "again"), "--weights", str(shipped / "out")])
    begun = replace(plan(1_000), start=str(shipped / "again"))
    trainer = train.Trainer(RunFolder(shipped / "next"), begun, Places(shipped / "public", shipped / "no"))
    trainer.run()
    learned = RunFolder(shipped / "again").load()["state"]["tokens"]
    assert export.pieces_before(begun) == learned


@pytest.mark.filterwarnings("ignore")
def test_files_of_another_make_are_refused(shipped: Path):
    card = shipped / "out" / "card.json"
    known = json.loads(card.read_text("utf-8"))
    known["encoder"]["layers"] = known["encoder"]["layers"][:-1]
    card.write_text(json.dumps(known), "utf-8")
    with pytest.raises(ValueError, match="another make"):
        restore.main(["--run", str(shipped / "again"), "--weights", str(shipped / "out")])
    assert not (shipped / "again" / "checkpoint.pt").exists()
