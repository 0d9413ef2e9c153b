from itertools import pairwise

import pytest

from sholu.codebook.events import EDITIONS, QUADS, cameo_root, event_types, label, quad_number, scale
from sholu.codebook.hedges import bands
from sholu.codebook.tables import contexts, sectors

COOPERATION = {"AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT"}
CONFLICT = {"REQUEST", "ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"}
PLOVER = COOPERATION | CONFLICT
LIFE = {"TAKE_OFFICE", "LEAVE_OFFICE", "ELECT", "CHARGE", "TRY", "SENTENCE", "ACQUIT", "LEGISLATE"}
LABELS = {
    "plover": PLOVER,
    "plover_2017": (PLOVER - {"CONCEDE", "RETREAT", "REQUEST", "ACCUSE"})
    | {"YIELD", "DEMAND", "DISAPPROVE", "INVESTIGATE", "FIGHT"},
    "plover_15": (PLOVER - {"CONCEDE", "RETREAT"}) | {"YIELD"},
}


def test_there_are_the_sixteen_of_plover_and_eight_of_public_life() -> None:
    assert set(event_types()) == PLOVER | LIFE
    assert len(LABELS["plover_15"]) == 15


@pytest.mark.parametrize("code", sorted(PLOVER | LIFE))
def test_every_type_maps(code: str) -> None:
    kind = event_types()[code]
    assert kind.quad in QUADS
    assert all(len(root) == 2 and 1 <= int(root) <= 20 for root in kind.cameo)
    assert kind.cameo
    assert all(sub[:2] in kind.cameo for sub in kind.cameo_codes)
    assert -10 <= kind.scale <= 10
    assert set(kind.contexts) <= set(contexts())
    assert {kind.planned, kind.announced} <= PLOVER | {None}
    for edition in EDITIONS:
        for mode in (None, *kind.modes):
            target = label(code, mode, edition=edition)
            assert target in LABELS[edition] or (target == "" and code in LIFE)
    for refined in kind.modes.values():
        assert -10 <= refined.scale <= 10
        assert refined.definition
        assert set(refined.overrides) <= {*EDITIONS, "cameo", "plover_mode", "announced"}
    if kind.plover_mode:
        assert kind.plover_mode in event_types()[kind.labels["plover"]].modes


def test_modes_refine_the_scale_and_the_crosswalk() -> None:
    assert scale("CONSULT", "phone") == 1.5
    assert scale("CONSULT", "multilateral") == 2.5
    assert label("ACCUSE", "investigate", edition="plover_2017") == "INVESTIGATE"
    assert label("LEAVE_OFFICE", "resign") == "RETREAT"
    assert label("LEAVE_OFFICE", "dismiss") == ""
    assert cameo_root("ACCUSE", "investigate") == "09"
    assert cameo_root("ASSAULT") == "19"


def test_quads_follow_the_sign_of_the_scale() -> None:
    for code in PLOVER - {"REQUEST"}:
        assert (scale(code) > 0) == (quad_number(code) in (1, 2)), code


def test_contexts_and_sectors_are_complete() -> None:
    assert len(contexts()) == 37
    assert {"GOV", "COP", "JUD", "MIL", "OPP", "IGO", "UNK"} <= set(sectors())


def test_bands_of_likelihood_run_from_low_to_high_without_gaps() -> None:
    specific = sorted((band for band in bands().values() if band.specific), key=lambda band: band.low)
    assert all(left.high == right.low for left, right in pairwise(specific))
    assert not bands()["possible"].specific
