"""Windows over pieces."""

from hypothesis import given
from hypothesis import strategies as st

from sholu.reading.learned.pieces import windows


@given(st.integers(0, 5000), st.integers(60, 300), st.integers(0, 50))
def test_every_piece_is_kept_of_exactly_one_window_that_holds_it(count: int, size: int, overlap: int):
    found = list(windows(count, size, overlap))
    kept = [piece for window in found for piece in range(window.kept_first, window.kept_stop)]
    assert kept == list(range(count))
    for window in found:
        assert 0 <= window.first <= window.kept_first <= window.kept_stop <= window.stop <= count
        assert window.stop - window.first <= size


@given(st.integers(300, 5000))
def test_pieces_are_read_with_neighbours_on_either_side(count: int):
    found = list(windows(count, 254, 48))
    for window in found[1:]:
        assert window.kept_first - window.first >= 24
    for window in found[:-1]:
        assert window.stop - window.kept_stop >= 24


@given(st.integers(255, 5000))
def test_windows_of_a_long_text_are_of_one_quick_length_and_no_more_than_need_be(count: int):
    found = list(windows(count, 254, 16))
    assert len({window.stop - window.first for window in found}) == 1
    assert (found[0].stop - found[0].first + 2) % 16 == 0
    assert (len(found) - 1) * (254 - 16) + 16 < count


def test_a_short_text_is_one_window_and_an_empty_one_none():
    assert [window.stop for window in windows(10, 254, 48)] == [10]
    assert list(windows(0, 254, 48)) == []
