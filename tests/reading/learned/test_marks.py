"""The encoder's marks: whole words, in bounds, the same however texts are read together, of any text."""

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from sholu.model.span import Span
from sholu.reading.learned import Marks, Weights, load_weights, mark

NEWS = (
    "The governor of Osh Region, Ann Lee, said on Monday that 40 tonnes of flour had been seized at the border.",
    "Министр энергетики Анна Ли заявила в понедельник, что тариф на газ вырастет на 12 процентов.",
    "Қаржы министрі Анна Ли дүйсенбі күні бюджеттің 40 миллиард теңгеге өсетінін айтты.",
)
STRANGE = (
    "",
    " \n\t ",
    "a" * 5000,
    "(" * 10_000,
    "ПРАВИТЕЛЬСТВО ОТВЕРГЛО ОБВИНЕНИЯ " * 40,
    "شمال و جنوب 😀😀 Ann\u200bLee said ok",
    "漢字" * 300,
    "x\u0301" * 400,
)


def text_of(marks: Marks, layer: str) -> list[str]:
    return [found.span.of(marks.text) for found in marks.layer(layer)]


@pytest.mark.parametrize(("number", "name"), [(0, "Ann Lee"), (1, "Анна Ли"), (2, "Анна Ли")])
def test_names_and_speakers_are_marked_in_each_language(weights: Weights, number: int, name: str):
    marks = mark(NEWS[number], weights)
    assert name in text_of(marks, "name")
    assert any(name in source for source in text_of(marks, "source"))
    assert text_of(marks, "cue")
    assert text_of(marks, "content")
    assert text_of(marks, "quantity")


def test_cues_are_linked_with_their_sources(weights: Weights):
    marks = mark(NEWS[0], weights)
    cue, source = marks.layer("cue")[0].span, marks.layer("source")[0].span
    place = Span(NEWS[0].index("flour"), NEWS[0].index("flour") + 5)
    right, wrong = marks.related("cue_source", [(cue, source), (cue, place)])
    assert right > 0.5 > wrong


def test_what_was_read_before_changes_nothing(weights: Weights):
    alone = [mark(text, weights) for text in NEWS]
    mark(NEWS[0] * 12, weights)
    for text, before in zip(NEWS, alone, strict=True):
        after = mark(text, weights)
        for layer in weights.layers:
            assert after.layer(layer) == before.layer(layer)


@pytest.mark.parametrize("text", STRANGE)
def test_strange_texts_are_marked_without_a_fault(weights: Weights, text: str):
    marks = mark(text, weights)
    for layer in weights.layers:
        for found in marks.layer(layer):
            assert 0 <= found.span.start < found.span.end <= len(text)
            assert 0.0 <= found.probability <= 1.0
    if text:
        span = Span(0, len(text))
        assert 0.0 <= marks.flag("causal") <= 1.0
        assert np.isfinite(marks.ask([span], [(span, span)]).relations).all()


@settings(max_examples=25, deadline=None)
@example("ǳBbsǿ")  # letters that are two pieces each
@given(st.text(max_size=400))
def test_marks_lie_in_the_text_and_cut_no_word(text: str):
    marks = mark(text, load_weights())
    for layer in ("name", "content", "trigger"):
        last = 0
        for found in marks.layer(layer):
            start, end = found.span
            assert last <= start < end <= len(text)
            last = end


def test_no_mark_but_what_somebody_says_goes_on_behind_a_blank_line(weights: Weights):
    text = "Newsline: US top diplomat travels to Central Asia\n\nU.S. envoy Nora Rice came to Central Asia on Tuesday."
    marks = mark(text, weights)
    layers = [name for name in weights.layers if name != "content"]
    assert marks.layer("role")
    assert [found for name in layers for found in text_of(marks, name) if "\n" in found] == []


def test_a_long_text_is_read_to_its_end(weights: Weights):
    marks = mark((NEWS[0] + " ") * 200, weights)
    last = marks.layer("name")[-1].span
    assert last.start > len(marks.text) - len(NEWS[0]) - 2
    cue, source = marks.layer("cue")[-1].span, marks.layer("source")[-1].span
    assert marks.related("cue_source", [(cue, source)])[0] > 0.5


def test_ends_in_no_common_window_are_not_related(weights: Weights):
    marks = mark((NEWS[0] + " ") * 200, weights)
    assert marks.related("cue_source", [(marks.layer("cue")[0].span, marks.layer("source")[-1].span)]) == [0.0]


def test_parts_of_a_long_stretch_join_where_little_stands_between(weights: Weights):
    marks = mark(NEWS[0], weights)
    apart = marks.layer("content", 0.9)
    whole = marks.bridged("content", 0.9, len(NEWS[0]), 0.0)
    assert len(whole) == 1
    assert whole[0].span == Span(apart[0].span.start, apart[-1].span.end)
    assert marks.bridged("content", 0.9, 0, 1.0) == apart
