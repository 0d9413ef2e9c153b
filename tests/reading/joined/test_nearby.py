"""What stands near what."""

from hypothesis import given
from hypothesis import strategies as st

from sholu.model.span import Span
from sholu.reading.joined.nearby import Nearby, gap

SPANS = st.builds(lambda start, length: Span(start, start + length), st.integers(0, 400), st.integers(1, 120))


@given(st.lists(SPANS, max_size=20), SPANS, st.integers(1, 200))
def test_it_finds_what_a_look_at_all_finds(things: list[Span], span: Span, distance: int):
    found = [thing for _, thing in Nearby(things, lambda thing: thing).within(span, distance)]
    assert sorted(found) == sorted(thing for thing in things if gap(thing, span) < distance)


def test_gaps_are_negative_where_stretches_meet():
    assert gap(Span(0, 5), Span(8, 9)) == 3
    assert gap(Span(0, 5), Span(3, 9)) == -2
