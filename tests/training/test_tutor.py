"""What a run learns from a tutor: the tags and flags of its sets, in their languages, and nothing of our own corpus."""

from dataclasses import replace
from pathlib import Path

import pytest
import torch
from training.batches import Batch, collate
from training.labels import FLAGS, layers
from training.losses import losses
from training.run import RunFolder
from training.sets import Places

from tests.training import tiny
from tests.training.test_train import plan, trained
from training import pretrained, train

NUMBERS = {name: number for number, name in enumerate(layers())}


@pytest.fixture
def trainer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> train.Trainer:
    monkeypatch.setattr(pretrained, "load", tiny.pretrained)
    tiny.write_sets(tmp_path / "public")
    places = Places(tmp_path / "public", tmp_path / "nowhere")
    first = tmp_path / "first"
    trained(first, places, plan(400))
    larger = replace(plan(400), sets=("attribution-en", "causal"), layers=(0, 1, 2), vocabulary=str(first))
    trained(tmp_path / "tutor", places, larger)
    given = replace(plan(400), start=str(first), teacher=str(first), tutor=str(tmp_path / "tutor"))
    return train.Trainer(RunFolder(tmp_path / "second"), given, places)


def whole(trainer: train.Trainer) -> Batch:
    return collate([window for found in trainer.train.values() for window in found[0]])


def test_it_is_asked_what_its_sets_label(trainer: train.Trainer):
    assert trainer.tutor is not None
    (window,) = trainer.train["times"][0]
    ours, kazakh = (
        replace(window, example=replace(window.example, **other))
        for other in ({"source": "corpus"}, {"language": "kk"})
    )
    asked, of_ours, of_kazakh = trainer.tutor.asked(collate([window, ours, kazakh]))
    assert asked[NUMBERS["source"]]  # English, of a set without sources
    assert not asked[NUMBERS["time"]]  # times are no lesson of the tutor's
    assert not of_ours.any()
    assert not of_kazakh.any()


def test_what_it_says_is_learned_beside_the_labels(trainer: train.Trainer):
    batch = whole(trainer)
    without = losses(trainer.model, batch, trainer.teacher)
    told = losses(trainer.model, batch, trainer.teacher, tutor=trainer.tutor)
    assert "tutored" not in without.parts
    assert told.parts["tutored"] > 0
    assert told.parts["taught"] < without.parts["taught"] + 1e-3  # the teacher is not asked the same


def test_who_says_what_it_says_has_nothing_to_learn(trainer: train.Trainer):
    assert trainer.tutor is not None
    trainer.model.eval()
    same = replace(trainer.tutor, model=trainer.model)
    assert losses(trainer.model, whole(trainer), tutor=same).parts["tutored"] == pytest.approx(0, abs=1e-5)
    assert losses(trainer.model, whole(trainer), tutor=trainer.tutor).parts["tutored"] > 0.01


def test_flags_are_learned_of_texts_that_have_one(trainer: train.Trainer):
    assert trainer.tutor is not None
    assert trainer.tutor.flags == {FLAGS.index("causal")}
    assert "tutored_flags" in losses(trainer.model, whole(trainer), tutor=trainer.tutor).parts
    unflagged = collate([window for name in ("attribution-en", "times") for window in trainer.train[name][0]])
    assert "tutored_flags" not in losses(trainer.model, unflagged, tutor=trainer.tutor).parts


def test_a_run_learns_from_its_tutor_and_leaves_it_as_it_was(trainer: train.Trainer):
    assert trainer.tutor is not None
    before = {name: part.clone() for name, part in trainer.tutor.model.state_dict().items()}
    trainer.run()
    assert all(torch.equal(part, before[name]) for name, part in trainer.tutor.model.state_dict().items())
