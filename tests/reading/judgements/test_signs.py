import pytest

from sholu.model.document import Document
from sholu.model.reading import Attribution, Judgement, Mention
from sholu.model.span import Span
from sholu.reading.entities import EntityIndex
from sholu.reading.judgements.foretold import foretold, speaks_of_likelihood
from sholu.reading.judgements.signs import sign_told
from sholu.reading.judgements.told import Tellings
from sholu.reading.judgements.undertaken import with_owner
from sholu.reading.page import Page


def span(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def whole(text: str) -> Span:
    return Span(0, len(text))


@pytest.mark.parametrize(
    ("tag", "text", "sign"),
    [
        ("en", "the plan is reckless", "-"),
        ("en", "the plan is not reckless", "+"),
        ("en", "the claim is credible", "+"),
        ("en", "the plan is a plan", None),
        ("ru", "решение безупречное", "+"),
        ("ru", "приговор излишне суров", "-"),
        ("kk", "шешім негізсіз", "-"),
        ("kk", "шешім негізсіз емес", "+"),
    ],
)
def test_words_tell_whether_an_assessment_is_good_or_bad(tag, text, sign):
    assert sign_told(Page(Document(text), tag), whole(text)) == sign


@pytest.mark.parametrize(
    ("text", "cue", "sign"),
    [("A head is not a stone, Lee fumed.", "fumed", "-"), ("It is done, Lee said.", "said", None)],
)
def test_the_verb_tells_it_where_the_words_do_not(text, cue, sign):
    page = Page(Document(text), "en")
    assert sign_told(page, span(text, text.split(",")[0]), span(text, cue)) == sign


def test_a_judgement_does_not_begin_with_who_tells_it():
    text = "Сарапшы Асан Серіков келісім бұзылса, баға өседі деп есептейді."
    page = Page(Document(text), "kk")
    said = Attribution(
        "a1",
        "indirect",
        (span(text, "келісім бұзылса, баға өседі"),),
        source_span=span(text, "Сарапшы Асан Серіков"),
        cue=span(text, "деп есептейді"),
    )
    found = Judgement("", "condition", span(text, "Сарапшы Асан Серіков келісім бұзылса"))
    assert Tellings(page, [said]).bare(found).evidence.of(text) == "келісім бұзылса"
    apart = Judgement("", "condition", span(text, "баға өседі"))
    assert Tellings(page, [said]).bare(apart) == apart


@pytest.mark.parametrize(
    ("tag", "text", "cue", "told", "hedged"),
    [
        ("en", "They will come again, he predicted.", "predicted", "They will come again", False),
        ("en", "Farmers fear the dam will burst soon.", "fear", "the dam will burst soon", True),
        ("ru", "Ведомство надеется, что запрет снимут.", "надеется", "запрет снимут скоро", True),
        ("kk", "Фермерлер су тез ластанады деп қауіптенеді.", "қауіптенеді", "су тез ластанады", True),
    ],
)
def test_what_is_foretold_or_feared_is_a_forecast(tag, text, cue, told, hedged):
    text = text.replace("запрет снимут", "запрет снимут скоро")
    page = Page(Document(text), tag)
    said = Attribution("a1", "indirect", (span(text, told),), cue=span(text, cue))
    assert [(item.kind, item.evidence.of(text), item.hedged) for item in foretold(page, [said], [])] == [
        ("forecast", told, hedged)
    ]


def test_what_is_said_is_no_forecast_and_a_cause_stays_one():
    text = "They will come again, he said."
    page = Page(Document(text), "en")
    said = Attribution("a1", "indirect", (span(text, "They will come again"),), cue=span(text, "said"))
    assert foretold(page, [said], []) == []
    feared = "Farmers fear the dam will cause a flood."
    cause = Judgement("", "cause", span(feared, "the dam will cause a flood"))
    item = Attribution("a1", "indirect", (cause.evidence,), cue=span(feared, "fear"))
    assert foretold(Page(Document(feared), "en"), [item], [cause]) == [cause]


@pytest.mark.parametrize(
    ("tag", "text", "likely"),
    [
        ("en", "a strike is unlikely", True),
        ("en", "the unlikely hero of the town is back at work", False),
        ("ru", "эскалация маловероятна", True),
        ("ru", "тариф завышен", False),
        ("kk", "нәтиженің өзгеруі екіталай", True),
    ],
)
def test_a_statement_of_likelihood_foretells(tag, text, likely):
    assert speaks_of_likelihood(Page(Document(text), tag), whole(text)) is likely


def test_a_condition_is_that_of_whoever_threatens():
    text = "Профсоюз грозит забастовкой, если войска не уйдут."
    entities = EntityIndex()
    id = entities.add("organisation", "профсоюз", [Mention(0, 8, "nominal")])
    found = Judgement("", "condition", span(text, "если войска не уйдут"))
    assert with_owner(Page(Document(text), "ru"), entities, found).holder == id
    other = "Профсоюз закроется, если войска не уйдут."
    plain = Judgement("", "condition", span(other, "если войска не уйдут"))
    assert with_owner(Page(Document(other), "ru"), entities, plain).holder == "author"
