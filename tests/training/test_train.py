import json
from dataclasses import replace
from pathlib import Path

import pytest
import torch
from training.batches import collate
from training.losses import hidden, losses
from training.run import Plan, RunFolder, State
from training.sets import Places
from training.vocabulary import END, PAD, START, UNKNOWN, Vocabulary

from tests.training import tiny
from training import average, pretrained, train

SETS = ("attribution-en", "entities-en", "events-plv", "actors-en", "police-en", "times", "causal")


@pytest.fixture(autouse=True)
def _tiny(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pretrained, "load", tiny.pretrained)


@pytest.fixture
def places(tmp_path: Path) -> Places:
    tiny.write_sets(tmp_path / "public")
    return Places(tmp_path / "public", tmp_path / "nowhere")


def plan(tokens: int) -> Plan:
    return Plan(SETS, (0, 2), 1, tokens, None, 200, 1e-3, 3e-3, "cpu", 1)


def trained(folder: Path, places: Places, given: Plan) -> train.Trainer:
    trainer = train.Trainer(RunFolder(folder), given, places)
    trainer.run()
    return trainer


def test_a_run_learns_and_leaves_a_log(tmp_path: Path, places: Places):
    trainer = trained(tmp_path / "run", places, plan(24_000))
    rows = [json.loads(line) for line in (tmp_path / "run" / "log.jsonl").read_text("utf-8").splitlines()]
    looks = [row for row in rows if row["event"] == "dev"]
    assert len(looks) == 10
    assert looks[-1]["tokens"] >= 24_000
    steps = [row["loss_total"] for row in rows if row["event"] == "step"]
    assert steps[-1] < steps[0]
    assert {"times.en.time.span", "attribution-en.en.cue_source", "police-en.en.police_arrest"} <= set(
        looks[-1]["figures"]
    )
    assert trainer.folder.checkpoint.exists()


def test_a_run_may_look_at_its_figures_less_often(tmp_path: Path, places: Places):
    trained(tmp_path / "run", places, replace(plan(2_000), looks=0))
    assert '"dev"' not in (tmp_path / "run" / "log.jsonl").read_text("utf-8")


def test_factors_on_the_shares_of_sets_are_read(tmp_path: Path):
    given = ["--run", str(tmp_path), "--public", str(tmp_path), "--share", "corpus=3", "--share", "causal=.5"]
    assert train.parse(given)[1].shares == {"corpus": 3.0, "causal": 0.5}
    for wrong in ("corpus", "corpus=0", "corpus=nan", "nothing=2", "corpus=inf"):
        with pytest.raises(SystemExit):
            train.parse([*given, "--share", wrong])


def test_the_mean_of_two_runs_lies_between_them_and_can_be_exported(tmp_path: Path, places: Places):
    first = trained(tmp_path / "first", places, plan(800))
    second = trained(tmp_path / "second", places, replace(plan(800), start=str(tmp_path / "first")))
    folders = [str(tmp_path / "first"), str(tmp_path / "second")]
    average.main(["--run", str(tmp_path / "mean"), "--of", *folders, "--shares", "0.25", "0.75"])
    made = RunFolder(tmp_path / "mean")
    name = "tagger.tags.weight"
    one, other = (trainer.model.state_dict()[name] for trainer in (first, second))
    assert torch.allclose(made.load()["model"][name], one / 4 + other * 3 / 4, atol=1e-6)
    assert made.load()["shares"] == [0.25, 0.75]
    assert made.read_plan() == second.plan
    assert made.read_vocabulary().rows == first.folder.read_vocabulary().rows


def test_runs_with_other_heads_have_no_mean():
    one, other = {"tags": torch.zeros(3, 2)}, {"tags": torch.zeros(4, 2)}
    with pytest.raises(ValueError, match="same heads"):
        average.average([one, other], [0.5, 0.5])
    with pytest.raises(ValueError, match="one share a run"):
        average.average([one, one], [0.5, 0.4])


def test_a_run_that_was_broken_off_ends_as_if_it_had_not_been(tmp_path: Path, places: Places):
    given = plan(4_000)
    whole = trained(tmp_path / "whole", places, given).model.state_dict()
    broken = train.Trainer(RunFolder(tmp_path / "broken"), given, places)
    learn = broken._learn

    def stop(batch: object, progress: float) -> dict[str, float]:
        if progress > 0.5:
            broken.save()
            raise KeyboardInterrupt
        return learn(batch, progress)

    broken._learn = stop  # type: ignore[method-assign]
    with pytest.raises(KeyboardInterrupt):
        broken.run()
    resumed = trained(tmp_path / "broken", places, given)
    assert resumed.state.tokens >= 4_000
    for name, value in resumed.model.state_dict().items():
        assert torch.equal(value, whole[name]), name


def test_progress_is_the_budget_that_is_further_used_up():
    given = replace(plan(1000), minutes=2.0)
    assert State(tokens=500, seconds=30).progress(given) == 0.5
    assert State(tokens=100, seconds=60).progress(given) == 0.5
    assert State(tokens=100, seconds=600).progress(given) == 1.0


def test_the_rate_rises_and_falls():
    assert train.one_cycle(0.0) < train.one_cycle(train.WARM / 2) < train.one_cycle(train.WARM)
    assert train.one_cycle(train.WARM) == pytest.approx(1)
    assert train.one_cycle(1.0) == pytest.approx(0)


def test_an_old_run_keeps_its_plan(tmp_path: Path, places: Places):
    trained(tmp_path / "run", places, plan(600))
    arguments = ["--run", str(tmp_path / "run"), "--public", str(places.public), "--tokens", "5"]
    _, found, _ = train.parse(arguments)
    assert found == plan(600)


def test_a_run_may_begin_with_the_weights_of_another(tmp_path: Path, places: Places):
    first = trained(tmp_path / "first", places, plan(4_000))
    second = train.Trainer(RunFolder(tmp_path / "second"), replace(plan(4_000), start=str(tmp_path / "first")), places)
    assert second.folder.read_vocabulary().rows == first.folder.read_vocabulary().rows
    own, other = second.model.state_dict(), first.model.state_dict()
    assert all(torch.equal(own[name], other[name]) for name in other)


def test_a_teacher_says_what_sets_leave_open(tmp_path: Path, places: Places):
    first = trained(tmp_path / "first", places, plan(800))
    given = replace(plan(400), start=str(tmp_path / "first"), teacher=str(tmp_path / "first"))
    trainer = train.Trainer(RunFolder(tmp_path / "second"), given, places)
    batch = collate([window for found in trainer.train.values() for window in found[0]])
    trainer.model.eval()
    # What the model says is what the teacher says: nothing to learn, until the model says something else.
    assert losses(trainer.model, batch, trainer.teacher).parts["taught"] == pytest.approx(0, abs=1e-6)
    with torch.no_grad():
        trainer.model.tagger.tags.weight.mul_(2)
    assert losses(trainer.model, batch, trainer.teacher).parts["taught"] > 0.01
    assert "taught" not in losses(trainer.model, batch).parts
    trainer.run()
    assert all(torch.equal(part, first.model.state_dict()[name]) for name, part in trainer.teacher.state_dict().items())


def test_hidden_pieces_are_unknown_and_the_others_stay():
    ids = torch.arange(4000).reshape(4, 1000)
    seen = hidden(ids, 0.25)
    changed = seen != ids
    assert set(seen[changed].tolist()) == {UNKNOWN}
    assert seen[0, : UNKNOWN + 1].tolist() == [START, PAD, END, UNKNOWN]
    assert 0.2 < float(changed.float().mean()) < 0.3
    assert torch.equal(hidden(ids, 0.0), ids)


@pytest.mark.parametrize("given", ["-0.1", "1", "much"])
def test_a_share_that_is_none_is_refused(given: str, capsys: pytest.CaptureFixture[str]):
    with pytest.raises(SystemExit):
        train.parse(["--run", "x", "--public", "y", "--hide", given])
    assert "is not a share" in capsys.readouterr().err


def test_a_teacher_has_the_same_vocabulary(tmp_path: Path, places: Places):
    own = trained(tmp_path / "first", places, plan(400)).folder.read_vocabulary()
    RunFolder(tmp_path / "other").write_vocabulary(Vocabulary(own.tokenizer, own.rows[:-1]))
    with pytest.raises(ValueError, match="another vocabulary"):
        train.Trainer(RunFolder(tmp_path / "second"), replace(plan(400), teacher=str(tmp_path / "other")), places)


def test_heads_that_the_other_run_lacked_keep_what_they_have():
    made = torch.nn.Linear(3, 5)
    kept = made.weight.detach().clone()
    train.begin_with(made, {"weight": torch.ones(2, 3), "bias": torch.zeros(2)})
    assert torch.equal(made.weight[:2], torch.ones(2, 3))
    assert torch.equal(made.weight[2:], kept[2:])
    with pytest.raises(ValueError, match="do not fit"):
        train.begin_with(made, {"weight": torch.ones(6, 3)})
