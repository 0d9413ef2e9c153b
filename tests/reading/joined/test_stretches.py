from hypothesis import given, settings
from hypothesis import strategies as st

from sholu.model.document import Document
from sholu.model.span import Span
from sholu.reading.joined.stretches import Bounds, bare, grown
from sholu.reading.learned import Mark
from sholu.reading.page import Page
from tests.reading.joined.told import Told

TO_THE_END = Bounds(least=0.05, words=5)


def words(text: str, *marked: str, bounds: Bounds = TO_THE_END, tag: str = "en") -> list[str]:
    told = Told(text)
    found = [Mark(told.span(part), "forecast", 0.9) for part in marked]
    page = Page(Document(text), tag)
    return [mark.span.of(text) for mark in grown(page, told, "judgement", found, bounds)]  # type: ignore[arg-type]


def test_a_mark_that_breaks_off_is_grown_to_the_end_of_its_clause():
    text = "She said every post should be given a new lamp, and left."
    assert words(text, "post should be given a")[0].endswith("post should be given a new lamp")


def test_no_mark_grows_over_a_comma_or_a_conjunction():
    text = "The road will close, the bridge may fall and the ferry stays."
    assert words(text, "bridge may") == ["the bridge may fall"]


def test_what_is_too_far_from_the_end_stays_as_it_is():
    text = "Prices will rise in every one of the towns along the lower river this very year."
    assert words(text, "Prices will rise") == ["Prices will rise"]


def test_faint_marks_lead_on():
    text = "Prices will rise in every one of the towns along the lower river this very year."
    told = Told(text).mark("judgement", "in every one of the towns along the lower river", "forecast", 0.2)
    mark = Mark(told.span("Prices will rise"), "forecast", 0.9)
    page = Page(Document(text), "en")
    grew = next(grown(page, told, "judgement", [mark], TO_THE_END))  # type: ignore[arg-type]
    assert grew.span.of(text) == text.rstrip(".")


def test_neighbours_do_not_run_into_each_other():
    text = "Prices will rise and wages will fall."
    first, second = words(text, "Prices will", "wages will fall")
    assert (first, second) == ("Prices will rise", "wages will fall")


def test_bare_takes_marks_of_punctuation_away():
    text = "“Prices will rise,” he said."
    assert bare(Page(Document(text), "en"), Span(0, 19)).of(text) == "Prices will rise"


@settings(max_examples=60, deadline=None)
@given(st.text("ab, .«»-\n1", min_size=1, max_size=40), st.integers(0, 39), st.integers(1, 40))
def test_growth_keeps_what_was_marked_and_stays_in_the_text(text: str, start: int, length: int):
    span = Span(min(start, len(text) - 1), min(len(text), min(start, len(text) - 1) + length))
    page = Page(Document(text), "en")
    found = grown(page, Told(text), "judgement", [Mark(span, "forecast", 0.9)], TO_THE_END)  # type: ignore[arg-type]
    for mark in found:
        assert mark.span.covers(span)
        assert Span(0, len(text)).covers(mark.span)
