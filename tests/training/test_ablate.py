from pathlib import Path

import pytest
from training.run import Plan
from training.sets import SETS, Places

from tests.training import tiny
from training import ablate, pretrained


@pytest.fixture
def plan() -> Plan:
    return Plan((), (0, 2), 1, 400, None, 200, 1e-3, 3e-3, "cpu", 1, looks=0)


def test_every_set_is_left_out_once_and_the_others_are_seen_as_much(plan: Plan):
    pieces = {"corpus": 0.5, "times": 0.2, "causal": 0.3}
    found = {variant.name: variant.plan for variant in ablate.variants(plan, pieces)}
    assert {name.removeprefix("without ") for name in found if name.startswith("without ")} == set(pieces)
    assert found["without times"].sets == ("corpus", "causal")
    assert found["without times"].tokens == 320
    assert found["another seed"].seed != plan.seed
    assert len(found["12 layers"].layers) == 12


def test_shares_are_of_pieces_and_only_of_sets_that_are_learned(
    tmp_path: Path, plan: Plan, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(pretrained, "load", tiny.pretrained)
    tiny.write_sets(tmp_path / "public")
    found = ablate.shares_of_pieces(plan, Places(tmp_path / "public", tmp_path / "nowhere"))
    assert sum(found.values()) == pytest.approx(1)
    assert "times" in found
    assert set(found) <= {name for name, data in SETS.items() if data.learned}


def test_a_variant_is_measured_on_all_sets_and_only_once(tmp_path: Path, plan: Plan, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(pretrained, "load", tiny.pretrained)
    tiny.write_sets(tmp_path / "public")
    places = Places(tmp_path / "public", tmp_path / "nowhere")
    sets = ("attribution-en", "entities-en")
    variant = ablate.Variant("two sets", Plan(sets, (0, 2), 1, 400, None, 200, 1e-3, 3e-3, "cpu", 1, looks=0))
    found = ablate.figures_of(tmp_path / "runs", places, variant)
    assert "times.en.time.token" in found  # what was not learned is measured too
    assert (tmp_path / "runs" / "two-sets" / "figures.json").exists()
    monkeypatch.setattr(ablate, "Trainer", None)
    assert ablate.figures_of(tmp_path / "runs", places, variant) == found


def test_the_table_shows_the_base_whole_and_the_rest_as_differences():
    base = {"causal.en.causal": 0.8, "corpus.ru.a": 0.2, "corpus.ru.b": 0.4}
    other = {"causal.en.causal": 0.75, "corpus.ru.a": 0.3, "corpus.ru.b": 0.5}
    head, _, first, second = ablate.table({"all": base, "without times": other}).splitlines()
    column = {name.strip(): place for place, name in enumerate(head.split("|"))}
    assert first.split("|")[column["causal en"]].strip() == "0.800"
    assert second.split("|")[column["causal en"]].strip() == "-5.0"
    assert second.split("|")[column["own ru"]].strip() == "+10.0"
