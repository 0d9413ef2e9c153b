import pytest

from sholu.model.document import Document
from sholu.model.reading import Attribution, Event, Judgement, Quantity, Reader, Reading
from sholu.model.span import Span
from sholu.reading.assembly import Voices, assemble

TEXT = "Orr said that Lee had claimed that 20 men fled, causing panic. Then it rained."


def at(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


OUTER = Attribution("a1", "indirect", (at("that Lee had claimed that 20 men fled, causing panic"),), source="e1")
INNER = Attribution("a2", "indirect", (at("that 20 men fled, causing panic"),), source="e2", parent="a1")
CITED = Attribution("a3", "citation", (at("Then it rained."),), outlet="e3")


def assembled(**parts) -> Reading:
    return assemble(Reading(Document(TEXT, language="en"), Reader("test", "1"), **parts))


def test_what_stands_inside_a_claim_inherits_its_voices_outermost_first():
    event = Event("v1", "RETREAT", at("fled"), at("20 men fled"))
    quantity = Quantity("q1", at("20 men"), "count", 20)
    made = assembled(attributions=(OUTER, INNER), events=(event,), quantities=(quantity,))
    assert made.events[0].attributions == ("a1", "a2")
    assert made.events[0].quantities == ("q1",)
    assert made.quantities[0].attributions == ("a1", "a2")


def test_a_judgement_is_its_innermost_speakers_and_the_authors_outside():
    inside = Judgement("j1", "cause", at("20 men fled, causing panic"))
    outside = Judgement("j2", "assessment", at("Then it rained."))
    named = Judgement("j3", "assessment", at("20 men fled"), holder="e9")
    made = assembled(attributions=(OUTER, INNER, CITED), judgements=(inside, outside, named))
    assert [item.holder for item in made.judgements] == ["e2", "author", "e9"]
    assert made.judgements[1].attributions == ("a3",)


def test_only_what_is_mostly_inside_belongs_to_a_voice():
    voices = Voices((INNER,))
    assert voices.over(at("men fled")) == ("a2",)
    assert voices.over(at("Orr said that Lee had claimed that 20")) == ()
    assert voices.speaker(at("Then it rained.")) is None


def test_what_points_nowhere_is_left_out():
    empty = Event("v1", "RETREAT", Span(3, 3), at("20 men fled"))
    beyond = Quantity("q1", Span(5, 10_000), "count", 20)
    made = assembled(events=(empty,), quantities=(beyond,))
    assert made.events == ()
    assert made.quantities == ()


def test_parents_lead_up_and_never_round():
    first = Attribution("a1", "indirect", (at("that 20 men fled"),), parent="a2")
    second = Attribution("a2", "indirect", (at("20 men fled"),), parent="a1")
    lost = Attribution("a3", "indirect", (at("Then it rained."),), parent="a9")
    own = Attribution("a4", "indirect", (at("it rained"),), parent="a4")
    made = assembled(attributions=(first, second, lost, own))
    assert [item.parent for item in made.attributions] == [None, "a1", None, None]


def test_an_event_is_compared_with_the_figures_near_it_only(monkeypatch: pytest.MonkeyPatch):
    covers, asked = Span.covers, []
    monkeypatch.setattr(Span, "covers", lambda span, other: asked.append(other) or covers(span, other))

    def comparisons(count: int) -> int:
        text = "20 men fled. " * count
        starts = range(0, len(text), 13)
        events = tuple(
            Event(f"v{n}", "RETREAT", Span(at + 7, at + 11), Span(at, at + 11)) for n, at in enumerate(starts)
        )
        figures = tuple(Quantity(f"q{n}", Span(at, at + 6), "count", 20) for n, at in enumerate(starts))
        asked.clear()
        made = assemble(Reading(Document(text, language="en"), Reader("test", "1"), events=events, quantities=figures))
        assert [event.quantities for event in made.events] == [(f"q{n}",) for n in range(count)]
        return len(asked)

    assert comparisons(400) < 6 * comparisons(100)
