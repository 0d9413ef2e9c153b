"""Whoever stands on both sides of an event is put on one of them."""

import pytest

from sholu.model.reading import Event, Role
from sholu.model.span import Span
from sholu.reading.events.selves import without_selves


def _role(text: str, words: str, id: str) -> Role:
    start = text.index(words)
    return Role(words, Span(start, start + len(words)), id or None)


@pytest.mark.parametrize(
    ("text", "trigger", "actors", "recipients", "expected"),
    [
        ("Ann Lee said the guard asked her.", "asked", {"Ann Lee": "e1"}, {"her": "e1"}, ([], ["her"])),
        (
            "Ann Lee said they backed her bid.",
            "backed",
            {"Ann Lee": "e1", "they": "e2"},
            {"her": "e1"},
            (["they"], ["her"]),
        ),
        ("Ann Lee insisted that she be freed.", "insisted that", {"Ann Lee": "e1"}, {"freed": "e1"}, (["Ann Lee"], [])),
        ("The guards are offered a way out.", "offered", {"The guards": ""}, {"The guards": ""}, (["The guards"], [])),
        ("Ann Lee beat Bob Orr.", "beat", {"Ann Lee": "e1"}, {"Bob Orr": "e2"}, (["Ann Lee"], ["Bob Orr"])),
    ],
)
def test_nobody_does_it_to_himself(
    text: str, trigger: str, actors: dict[str, str], recipients: dict[str, str], expected: tuple[list[str], list[str]]
) -> None:
    start = text.index(trigger)
    event = without_selves(
        Event(
            "v1",
            "ASSAULT",
            Span(start, start + len(trigger)),
            Span(0, len(text)),
            actors=tuple(_role(text, words, id) for words, id in actors.items()),
            recipients=tuple(_role(text, words, id) for words, id in recipients.items()),
        )
    )
    assert ([role.text for role in event.actors], [role.text for role in event.recipients]) == expected
