import pytest

from sholu.model.document import Document
from sholu.model.reading import Judgement
from sholu.reading.entities import EntityIndex
from sholu.reading.joined.judgements import Judgements
from sholu.reading.judgements import find_judgements
from sholu.reading.page import Page
from tests.reading.joined.told import Told

LONG = " Nobody said a word about it and the day went by as all days do in that town on the river." * 6


def joined(text: str, told: Told, tag: str = "en") -> list[Judgement]:
    page = Page(Document(text), tag)
    exact = find_judgements(page, EntityIndex())
    return Judgements(page, told, EntityIndex()).joined(exact, alone=False)  # type: ignore[arg-type]


def told(text: str, words: str, kind: str, probability: float = 0.9) -> Told:
    return Told(text).mark("judgement", words, kind, probability)


@pytest.mark.parametrize(
    ("words", "found"), [("The port will lose its trade", True), ("The port will close on Friday", False)]
)
def test_a_plain_forecast_tells_an_outcome(words: str, found: bool) -> None:
    text = words + "." + LONG
    assert bool(joined(text, told(text, words, "forecast"))) is found


def test_a_plain_forecast_may_depend_on_a_condition() -> None:
    text = "If the union strikes, the port will close on Friday." + LONG
    found = joined(text, told(text, "the port will close on Friday", "forecast"))
    assert "forecast" in {item.kind for item in found}


def test_what_speaks_of_the_present_is_no_forecast() -> None:
    text = "The plan for the port is premature and foolish." + LONG
    found = joined(text, told(text, "The plan for the port is premature and foolish", "forecast"))
    assert [item.kind for item in found] == ["assessment"]
    plain = "The port holds two cranes." + LONG
    assert joined(plain, told(plain, "The port holds two cranes", "forecast", 0.99)) == []


def test_part_of_a_statement_is_no_assessment() -> None:
    text = "The hokim was removed for gross shortcomings in May." + LONG
    assert joined(text, told(text, "gross shortcomings", "assessment", 0.7)) == []


def test_a_frame_is_told_with_what_hangs_on_it() -> None:
    text = "It seems likely that the port will lose its trade." + LONG
    marks = told(text, "It seems likely", "assessment").mark("judgement", "the port will lose its trade", "forecast")
    (item,) = joined(text, marks)
    assert (item.kind, item.evidence.of(text)) == ("forecast", "It seems likely that the port will lose its trade")
    assert item.hedge is not None


def test_a_condition_needs_a_word_that_sets_it() -> None:
    text = "Regarding the port, nobody knows." + LONG
    assert joined(text, told(text, "Regarding the port", "condition")) == []


def test_what_once_was_to_be_done_is_no_advice() -> None:
    text = "Митинг должен был длиться один час." + " Паром ходит дважды в день между двумя берегами реки." * 14
    assert joined(text, told(text, "Митинг должен был длиться один час", "recommendation"), "ru") == []


def test_no_pair_goes_over_paragraphs() -> None:
    text = "The heating failed.\n\nThe cuts went on." + LONG
    marks = Told(text).mark("cause", "The heating failed", "cause").mark("effect", "The cuts went on", "effect")
    marks.pair("cause_effect", "The heating failed", "The cuts went on").flags["causal"] = 0.9
    assert joined(text, marks) == []
