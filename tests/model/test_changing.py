"""Objects with some fields changed."""

import dataclasses

import pytest

from sholu.model.changing import replace
from sholu.model.reading import Event, Mention
from sholu.model.span import Span


def test_it_changes_what_is_named_and_nothing_else() -> None:
    event = Event("v1", "CONSULT", Span(0, 3), Span(0, 9), contexts=("energy",), confidence=0.4)
    assert replace(event, confidence=0.9, place="e2") == dataclasses.replace(event, confidence=0.9, place="e2")
    assert event.confidence == 0.4
    assert replace(Mention(0, 4), form="pronoun") == Mention(0, 4, "pronoun")


def test_without_changes_it_is_an_equal_object() -> None:
    mention = Mention(0, 4)
    assert replace(mention) == mention


def test_a_field_that_is_not_there() -> None:
    with pytest.raises(TypeError, match="'colour'"):
        replace(Mention(0, 4), colour="red")
