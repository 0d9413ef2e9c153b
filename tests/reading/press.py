"""What the golden tests of press style ask a reading."""

from sholu.model.reading import Attribution, Event, Reading


def names(reading: Reading, kind: str) -> set[str]:
    return {entity.name for entity in reading.entities if entity.kind == kind}


def name_of(reading: Reading, id: str | None) -> str | None:
    return next((entity.name for entity in reading.entities if entity.id == id), None)


def content(reading: Reading, attribution: Attribution) -> list[str]:
    return [span.of(reading.document.text) for span in attribution.content]


def done(reading: Reading, kind: str) -> Event:
    found = [event for event in reading.events if event.type == kind]
    assert found, [event.type for event in reading.events]
    return found[0]
