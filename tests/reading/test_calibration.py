"""Scores turned into shares of right ones."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sholu.model.document import Document
from sholu.reading.calibration import KINDS, _tables, share_of
from sholu.reading.reader import ExactReader

POINTS = ((0.2, 0.1), (0.5, 0.4), (0.9, 0.8))


@pytest.mark.parametrize(
    ("score", "share"), [(0.0, 0.1), (0.2, 0.1), (0.35, 0.25), (0.5, 0.4), (0.7, 0.6), (0.95, 0.8)]
)
def test_on_straight_lines_between_the_points(score: float, share: float):
    assert share_of(score, POINTS) == pytest.approx(share)


@given(st.floats(0, 1), st.floats(0, 1))
def test_order_is_kept(one: float, other: float):
    low, high = sorted((one, other))
    assert share_of(low, POINTS) <= share_of(high, POINTS)


@pytest.mark.parametrize("engine", ["exact", "joined"])
def test_the_tables_that_ship_rise_and_are_shares(engine: str):
    tables = _tables()[engine]
    assert set(tables) == set(KINDS)
    for points in tables.values():
        assert list(points) == sorted(points)
        assert [share for _, share in points] == sorted(share for _, share in points)
        assert all(0 <= value <= 1 for point in points for value in point)


def test_a_reader_calibrates_unless_told_not_to():
    document = Document(
        "President Ann Lee said on Monday that taxes would rise.", published="2026-03-05", language="en"
    )
    reader = ExactReader()
    given_share = reader.read(document).attributions[0].confidence
    reader.calibrate = False
    score = reader.read(document).attributions[0].confidence
    assert given_share == share_of(score, _tables()["exact"]["attributions"])
