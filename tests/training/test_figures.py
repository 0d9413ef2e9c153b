import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from training.decode import Found, decode
from training.figures import Count, count_pieces, count_spans

TAGS = 5  # outside, begin and inside of two labels


def rows(*sets: tuple[int, ...]) -> np.ndarray:
    found = np.zeros((len(sets), TAGS), bool)
    for place, tags in enumerate(sets):
        found[place, list(tags)] = True
    return found


def test_a_begin_inside_a_run_starts_a_new_span():
    assert decode([1, 2, 1, 0, 4, 4]) == [Found(0, 1, 0), Found(2, 2, 0), Found(4, 5, 1)]


@given(st.lists(st.integers(0, TAGS - 1), max_size=12))
def test_spans_cover_exactly_the_tagged_pieces(tags: list[int]):
    covered = [place for found in decode(tags) for place in range(found.first, found.last + 1)]
    assert covered == [place for place, tag in enumerate(tags) if tag]


@given(st.lists(st.integers(0, TAGS - 1), max_size=12))
def test_gold_as_prediction_is_perfect(tags: list[int]):
    spans, pieces = Count(), Count()
    spelled = [0] * len(tags)
    for found in decode(tags):
        spelled[found.first : found.last + 1] = [2 + 2 * found.label] * (found.last + 1 - found.first)
        spelled[found.first] = 1 + 2 * found.label
    gold = rows(*((tag,) for tag in spelled))
    count_spans(spans, spelled, gold)
    count_pieces(pieces, spelled, gold)
    assert (spans.wrong, spans.missed, pieces.wrong, pieces.missed) == (0, 0, 0, 0)
    assert spans.right == len(decode(tags))


def test_a_wrong_label_is_wrong_and_missed():
    count = Count()
    count_spans(count, [3, 4], rows((1,), (2,)))
    assert (count.right, count.wrong, count.missed) == (0, 1, 1)


def test_either_of_two_labels_is_right():
    count = Count()
    count_spans(count, [3, 4], rows((1, 3), (2, 4)))
    assert (count.right, count.wrong, count.missed) == (1, 0, 0)


def test_what_lies_in_an_open_stretch_is_not_counted():
    everything = tuple(range(TAGS))
    spans, pieces = Count(), Count()
    gold = rows(everything, everything, (0,))
    count_spans(spans, [1, 2, 0], gold)
    count_pieces(pieces, [1, 2, 0], gold)
    assert (spans.right, spans.wrong, spans.missed) == (pieces.right, pieces.wrong, pieces.missed) == (0, 0, 0)
