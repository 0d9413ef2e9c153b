"""The strict checker: everything that a reading promises, whatever the text was."""

import re
from collections.abc import Iterator

from sholu.codebook.events import event_types
from sholu.model.edtf import Edtf
from sholu.model.reading import Reading, Role
from sholu.model.span import Span

ISO_DURATION = re.compile(r"R?/?P(?=.)(?:[\dX.]+[YMWDQ]|\d+(?:DE|CE|L))*(?:T(?:[\d.]+[HMS])+)?")


def assert_grounded(reading: Reading) -> None:
    """Every span in bounds, every quotation equal to its slice, every id unique and every reference to one that is."""
    text = reading.document.text
    for what, span in spans(reading):
        assert 0 <= span.start < span.end <= len(text), f"{what}: {span} in a text of {len(text)}"
        assert span.of(text).strip(), f"{what} points at white space"
    for what, said, span in quotations(reading):
        assert said == span.of(text), f"{what}: {said!r} is not {span.of(text)!r}"
    _assert_references(reading)
    _assert_values(reading)


def spans(reading: Reading) -> Iterator[tuple[str, Span]]:
    """Every span in a reading, with the item that it belongs to."""
    for entity in reading.entities:
        assert entity.mentions, f"{entity.id} is mentioned nowhere"
        yield from ((entity.id, mention.span) for mention in entity.mentions)
    for said in reading.attributions:
        assert said.content or said.credits, f"{said.id} has no content"
        yield from ((said.id, span) for span in said.content)
        yield from ((said.id, span) for span in (said.source_span, said.cue) if span)
        yield from ((said.id, credit.span) for credit in said.credits)
    for event in reading.events:
        assert event.evidence.meets(event.trigger), f"{event.id}: evidence without its trigger"
        yield from ((event.id, span) for span in (event.trigger, event.evidence))
        yield from ((event.id, role.span) for role in (*event.actors, *event.recipients))
    for item in (*reading.tenures, *reading.quantities, *reading.judgements):
        yield item.id, item.evidence
    for judgement in reading.judgements:
        yield from ((judgement.id, end.span) for end in (judgement.cause, judgement.effect) if end)
        if judgement.hedge:
            yield judgement.id, judgement.hedge
    yield from ((time.id, time.span) for time in reading.times)


def quotations(reading: Reading) -> Iterator[tuple[str, str, Span]]:
    """Every place where a reading repeats words of the text, with the span that they are from."""
    for said in reading.attributions:
        if said.source_text and said.source_span:
            yield said.id, said.source_text, said.source_span
    for event in reading.events:
        yield from ((event.id, role.text, role.span) for role in (*event.actors, *event.recipients))
    for judgement in reading.judgements:
        yield from ((judgement.id, end.text, end.span) for end in (judgement.cause, judgement.effect) if end)


def _assert_references(reading: Reading) -> None:
    lists = (reading.entities, reading.attributions, reading.events, reading.tenures, reading.quantities)
    ids = [item.id for some in (*lists, reading.times, reading.judgements) for item in some]
    assert len(ids) == len(set(ids)), "an id is given twice"
    entities = {entity.id for entity in reading.entities}
    attributions = {said.id: said for said in reading.attributions}
    quantities = {quantity.id for quantity in reading.quantities}
    for said in reading.attributions:
        assert {said.source, said.outlet, *(credit.outlet for credit in said.credits)} <= entities | {None}
        above, seen = said.parent, {said.id}
        while above is not None:
            assert above in attributions.keys() - seen, f"{said.id} has no way up to its first speaker"
            seen.add(above)
            above = attributions[above].parent
    for event in reading.events:
        roles: tuple[Role, ...] = (*event.actors, *event.recipients)
        assert {event.place, *(role.entity for role in roles)} <= entities | {None}
        assert set(event.quantities) <= quantities
    for tenure in reading.tenures:
        assert tenure.person in entities
        assert tenure.organisation in entities | {None}
    for quantity in reading.quantities:
        assert {quantity.holder, quantity.place} <= entities | {None}
    for judgement in reading.judgements:
        ends = (judgement.cause, judgement.effect)
        assert judgement.holder in entities | {"author"}
        assert {end.entity for end in ends if end} <= entities | {None}
    for item in (*reading.events, *reading.tenures, *reading.quantities, *reading.judgements):
        assert set(item.attributions) <= attributions.keys()


def _assert_values(reading: Reading) -> None:
    for entity in reading.entities:
        assert entity.name
        assert entity.country is None or re.fullmatch("[A-Z]{2}", entity.country)
    for event in reading.events:
        assert event.type in event_types()
    for quantity in reading.quantities:
        bounds = [number for number in (quantity.low, quantity.value, quantity.high) if number is not None]
        assert bounds, f"{quantity.id} has no value"
        assert bounds == sorted(bounds), f"{quantity.id}: {bounds}"
        assert quantity.unit
    dates = [item.date for item in (*reading.attributions, *reading.events)]
    dates += [day for tenure in reading.tenures for day in (tenure.start, tenure.end)]
    dates += [quantity.period for quantity in reading.quantities]
    for value in (reading.document.published, *dates):
        assert value is None or Edtf.parse(value)
    for time in reading.times:
        if time.value is not None and time.kind in ("duration", "set"):
            assert ISO_DURATION.fullmatch(time.value) or Edtf.parse(time.value), time
        elif time.value is not None:
            assert Edtf.parse(time.value)
    for judgement in reading.judgements:
        if judgement.probability:
            assert 0 <= judgement.probability[0] <= judgement.probability[1] <= 1
    for item in (*reading.attributions, *reading.events, *reading.tenures, *reading.quantities, *reading.judgements):
        assert 0 <= item.confidence <= 1
