import pytest

from sholu.model.document import Document
from sholu.model.reading import Event, TimeExpression
from sholu.model.span import Span
from sholu.reading.entities import EntityIndex
from sholu.reading.events import find_events
from sholu.reading.page import Page


def _event(text: str, day: str = "", value: str = "") -> Event:
    times = []
    if day:
        start = text.index(day)
        times = [TimeExpression("t1", Span(start, start + len(day)), "date", value)]
    return find_events(Page(Document(text, published="2024-03-05"), "en"), EntityIndex(), times)[0]


@pytest.mark.parametrize(
    ("text", "polarity"),
    [
        ("Nobody was arrested.", "negated"),
        ("Not a single man was arrested.", "negated"),
        ("None of the miners was beaten.", "negated"),
        ("No one has been jailed.", "negated"),
        ("The soldiers destroyed nothing.", "negated"),
        ("The guards arrested no women.", "negated"),
        ("The guards arrested no fewer than nine women.", "affirmed"),
        ("Nobody slept, and nine men were arrested.", "affirmed"),
        ("The mayor said nothing and police arrested six men.", "affirmed"),
    ],
)
def test_what_nobody_does_or_nothing_suffers_did_not_happen(text: str, polarity: str) -> None:
    assert _event(text).polarity == polarity


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("The new mayor takes the oath on 15 April.", "planned"),
        ("The editor is due in court on 15 April.", "planned"),
        ("The new mayor took the oath on 15 April.", "actual"),
        ("The company threatens to close the mine on 15 April.", "actual"),
        ("The mayor is jailed from 15 April.", "actual"),
        ("The prime minister is also visiting Norland on 15 April.", "planned"),
    ],
)
def test_the_present_of_a_day_to_come_is_planned(text: str, modality: str) -> None:
    assert _event(text, "15 April", "2024-04-15").modality == modality


def test_the_present_of_a_day_that_is_past_tells_what_happened() -> None:
    assert _event("The new mayor takes the oath on 15 February.", "15 February", "2024-02-15").modality == "actual"


@pytest.mark.parametrize(
    ("text", "polarity"),
    [
        ("Police came to prevent a rally of supporters of jailed editor Ann Lee.", "affirmed"),
        ("The editor was not jailed.", "negated"),
    ],
)
def test_what_only_describes_somebody_is_not_denied_with_him(text: str, polarity: str) -> None:
    page = Page(Document(text, published="2024-03-05"), "en")
    found = find_events(page, EntityIndex(), [])
    assert [event.polarity for event in found if "jailed" in event.trigger.of(text)] == [polarity]
