"""Questions to the linker: asked together, remembered, the same in whatever company."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from sholu.model.span import Span
from sholu.reading.learned import Weights, mark

TEXT = "The governor of Osh Region, Ann Lee, said on Monday that 40 tonnes of flour had been seized at the border. "


class _Counting:
    """A session that counts how often it is asked."""

    def __init__(self, session: Any) -> None:
        self.session = session
        self.calls = 0

    def run(self, names: Sequence[str], given: dict[str, Any]) -> Any:
        self.calls += 1
        return self.session.run(names, given)


@pytest.fixture
def counting(weights: Weights) -> tuple[Weights, _Counting]:
    linker = _Counting(weights.linker)
    return replace(weights, linker=linker), linker


def _span(words: str, copy: int = 0) -> Span:
    start = copy * len(TEXT) + TEXT.index(words)
    return Span(start, start + len(words))


def test_what_is_expected_is_asked_with_the_first_question(counting: tuple[Weights, _Counting]):
    weights, linker = counting
    marks = mark(TEXT, weights)
    later = (_span("said"), _span("Ann Lee"))
    marks.expect([_span("40 tonnes")], [later])
    assert linker.calls == 0
    marks.related("cue_content", [(_span("said"), _span("40 tonnes"))])
    marks.related("cue_source", [later])
    marks.answers("sign", [_span("40 tonnes")])
    assert linker.calls == 1


def test_no_question_is_asked_twice(counting: tuple[Weights, _Counting]):
    weights, linker = counting
    marks = mark(TEXT, weights)
    pair = (_span("said"), _span("Ann Lee"))
    first = marks.related("cue_source", [pair, pair])
    assert marks.related("cue_source", [pair]) == first[:1] == first[1:]
    assert linker.calls == 1


def test_pairs_of_all_windows_are_asked_at_once_and_answered_as_alone(counting: tuple[Weights, _Counting]):
    weights, linker = counting
    pairs = [(_span("said", copy), _span("Ann Lee", copy)) for copy in (0, 9, 29)]
    together = mark(TEXT * 30, weights).related("cue_source", pairs)
    assert linker.calls == 1
    for pair, score in zip(pairs, together, strict=True):
        assert mark(TEXT * 30, weights).related("cue_source", [pair]) == pytest.approx([score], abs=0.05)


def test_nothing_asked_is_nothing_answered(counting: tuple[Weights, _Counting]):
    weights, linker = counting
    found = mark(TEXT, weights).ask([], [])
    assert found.relations.shape == (0, len(weights.relations))
    assert found.answers.shape[0] == 0
    assert linker.calls == 0
    assert np.isfinite(mark("", weights).ask([Span(0, 0)], []).answers).all()
