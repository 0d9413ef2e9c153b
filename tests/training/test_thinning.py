from dataclasses import replace
from pathlib import Path

import pytest
import torch
from training.run import RunFolder
from training.sets import Places

from tests.training import tiny
from tests.training.test_train import plan
from training import average, loading, pretrained, thinning, train


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A finished tiny run in `run`, what is left of it in `thin`, the sets in `public`."""
    monkeypatch.setattr(pretrained, "load", tiny.pretrained)
    tiny.write_sets(tmp_path / "public")
    train.Trainer(RunFolder(tmp_path / "run"), plan(2_000), _places(tmp_path)).run()
    given = ["--run", tmp_path / "thin", "--of", tmp_path / "run", "--public", tmp_path / "public"]
    thinning.main([*map(str, given), "--corpus", str(tmp_path / "no"), "--inner", "20", "--heads", "1"])
    return tmp_path


def _places(folder: Path) -> Places:
    return Places(folder / "public", folder / "no")


def _widths(weights: dict[str, torch.Tensor]) -> set[tuple[int, int]]:
    name = "tagger.encoder.layers.{}.{}.weight"
    return {(len(weights[name.format(n, "widen")]), len(weights[name.format(n, "query")])) for n in range(2)}


def test_what_is_left_is_a_run_as_any_other(folder: Path) -> None:
    made = RunFolder(folder / "thin")
    assert _widths(made.load()["model"]) == {(20, tiny.HIDDEN // tiny.HEADS)}
    assert made.read_plan() == plan(2_000)
    assert made.read_vocabulary().rows == RunFolder(folder / "run").read_vocabulary().rows


def test_a_run_begun_with_it_learns_is_gone_on_with_and_averaged(folder: Path) -> None:
    given = replace(plan(1_500), start=str(folder / "thin"))
    first = train.Trainer(RunFolder(folder / "next"), given, _places(folder))
    first.run()
    again = train.Trainer(RunFolder(folder / "next"), given, _places(folder))
    assert again.state.step == first.state.step
    learned, resumed = first.model.state_dict(), again.model.state_dict()
    assert all(torch.equal(part, resumed[name]) for name, part in learned.items())
    assert not torch.equal(
        learned["tagger.tags.weight"], RunFolder(folder / "thin").load()["model"]["tagger.tags.weight"]
    )
    runs = ["--of", str(folder / "thin"), str(folder / "next"), "--shares", "0.5", "0.5"]
    average.main(["--run", str(folder / "mean"), *runs])
    mean = RunFolder(folder / "mean")
    model = loading.load_model(mean, mean.read_plan())
    assert [layer.heads for layer in model.tagger.encoder.blocks()] == [1, 1]


def test_what_was_not_thinned_has_no_mean_with_it(folder: Path) -> None:
    with pytest.raises(ValueError, match="other shapes"):
        average.main(
            ["--run", str(folder / "mean"), "--of", str(folder / "thin"), str(folder / "run"), "--shares", "0.5", "0.5"]
        )
