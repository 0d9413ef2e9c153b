from sholu.model.document import Document
from sholu.model.reading import Attribution, Basis, Judgement
from sholu.model.span import Span
from sholu.reading.entities import EntityIndex
from sholu.reading.joined.judgements import Judgements
from sholu.reading.judgements import find_judgements
from sholu.reading.page import Page
from tests.reading.joined.told import Told

LONG = " Nobody said a word about it and the day went by as all days do in that town on the river." * 6


def joined(text: str, told: Told) -> list[Judgement]:
    page = Page(Document(text), "en")
    exact = find_judgements(page, EntityIndex())
    return Judgements(page, told, EntityIndex()).joined(exact, alone=False)  # type: ignore[arg-type]


def kinds(text: str, told: Told) -> list[tuple[str, str]]:
    return [(item.kind, item.evidence.of(text)) for item in joined(text, told)]


def test_a_hedged_statement_stays_in_a_short_text_whatever_the_marks_say():
    text = "Some critics say that the bridge is old."
    assert any(item.hedged for item in joined(text, Told(text)))
    assert not any(item.hedged for item in joined(text + LONG, Told(text + LONG)))


def test_a_mark_is_told_to_the_end_of_its_clause_with_its_sign():
    text = "He said the new road was a waste of time, and left." + LONG
    told = Told(text).mark("judgement", "the new road was a waste", "assessment", 0.995).mark("cue", "said", "cue")
    found = joined(text, told)
    assert [(item.kind, item.evidence.of(text)) for item in found] == [
        ("assessment", "the new road was a waste of time")
    ]
    assert found[0].sign == "-"


def test_a_tie_of_the_grammar_needs_a_causal_sentence_or_a_mark_of_a_cause():
    text = "Prices rose because of the drought." + LONG
    assert kinds(text, Told(text)) == []
    flagged = Told(text)
    flagged.flags["causal"] = 0.9
    whole = ("cause", "Prices rose because of the drought")
    assert kinds(text, flagged) == [whole]
    marked = Told(text).mark("judgement", "Prices rose because of the drought", "cause")
    assert kinds(text, marked) == [whole]


def test_a_mark_of_a_cause_widens_the_evidence_of_a_pair():
    text = "It was the drought that made prices rise." + LONG
    told = Told(text).mark("judgement", "It was the drought that made prices rise", "cause")
    told.mark("cause", "the drought", "cause").mark("effect", "prices rise", "effect")
    told.pair("cause_effect", "the drought", "prices rise").flags["causal"] = 0.9
    (item,) = joined(text, told)
    assert item.evidence.of(text) == "It was the drought that made prices rise"
    assert item.cause is not None
    assert item.cause.text == "the drought"


def ties(text: str, told: Told) -> list[tuple[str, str]]:
    found = [(item.cause, item.effect) for item in joined(text, told)]
    return [(cause.text, effect.text) for cause, effect in found if cause is not None and effect is not None]


def test_which_of_two_is_the_cause_the_words_between_them_tell():
    text = "The queues are a result of a rise in traffic." + LONG
    told = Told(text).mark("cause", "The queues", "cause").mark("effect", "a rise in traffic", "effect")
    told.pair("cause_effect", "The queues", "a rise in traffic").flags["causal"] = 0.9
    assert ties(text, told) == [("a rise in traffic", "The queues")]


def test_the_grammar_draws_the_bounds_of_an_effect_that_both_halves_see():
    text = "Prices of bread rose because of the drought." + LONG
    told = Told(text).mark("cause", "the drought", "cause").mark("effect", "Prices of bread", "effect")
    told.pair("cause_effect", "the drought", "Prices of bread").flags["causal"] = 0.9
    assert ties(text, told) == [("the drought", "Prices of bread rose")]


def test_a_cause_lies_in_one_sentence():
    text = "Ships lay in the port. The shortage grew because a fire shut the yard." + LONG
    told = Told(text).mark("effect", "the port. The shortage", "effect").mark("cause", "a fire shut the yard", "cause")
    for effect in ("the port. The shortage", "The shortage"):
        told.pair("cause_effect", "a fire shut the yard", effect).flags["causal"] = 0.9
    assert ties(text, told) == [("a fire shut the yard", "The shortage grew")]


def test_in_an_article_faint_ties_and_faint_marks_make_no_cause():
    text = "The ministers met to discuss the drought." + LONG
    flagged = Told(text).mark("effect", "The ministers", "effect", 0.3).mark("cause", "the drought", "cause", 0.3)
    flagged.pair("cause_effect", "the drought", "The ministers", 0.9).flags["causal"] = 0.9
    assert ties(text, flagged) == []


def test_a_hedged_forecast_of_the_grammar_says_what_an_unsure_mark_is():
    whole = "The ministry may need to close the road, if it is to keep its word"
    text = whole + "." + LONG
    told = Told(text).mark("judgement", "close the road", "recommendation", 0.6)
    told.mark("judgement", "if it is to keep its word", "condition").mark("hedge", "may", "hedge")
    found = joined(text, told)
    assert [(item.kind, item.hedged, item.evidence.of(text)) for item in found] == [
        ("forecast", True, whole),
        ("condition", False, "if it is to keep its word"),
    ]
    sure = Told(text).mark("judgement", "close the road", "recommendation", 0.99)
    assert joined(text, sure)[0].kind == "recommendation"


def test_advice_and_conditions_are_not_hedged_by_a_word_before_them():
    text = "Prices may rise; the board should act." + LONG
    told = Told(text).mark("judgement", "the board should act", "recommendation").mark("hedge", "may", "hedge")
    assert [(item.kind, item.hedged) for item in joined(text, told)] == [("recommendation", False)]


def test_a_hedge_in_another_clause_is_none():
    text = "Rain may come; the road was a waste of time." + LONG
    told = (
        Told(text).mark("judgement", "the road was a waste of time", "assessment", 0.995).mark("hedge", "may", "hedge")
    )
    assert [(item.kind, item.hedged) for item in joined(text, told)] == [("assessment", False)]


def test_what_somebody_calls_a_thing_is_what_he_thinks_of_it():
    text = "He called the report a farce." + LONG
    start, cue = text.index("a farce"), text.index("called")
    said = Attribution(
        "a1", "indirect", (Span(start, start + 7),), cue=Span(cue, cue + 6), basis=(Basis("exact", "naming", 0.8),)
    )
    told = Told(text)
    page = Page(Document(text), "en")
    found = Judgements(page, told, EntityIndex(), [said]).joined([], alone=False)  # type: ignore[arg-type]
    assert [(item.kind, item.evidence.of(text)) for item in found] == [("assessment", "a farce")]
    other = Attribution("a1", "indirect", (Span(start, start + 7),), cue=Span(0, 2))
    assert not Judgements(page, told, EntityIndex(), [other]).joined([], alone=False)  # type: ignore[arg-type]
