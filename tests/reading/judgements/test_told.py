from sholu.model.document import Document
from sholu.model.reading import Attribution, Judgement, JudgementKind
from sholu.model.span import Span
from sholu.reading.judgements.told import Tellings
from sholu.reading.page import Page


def bare(text: str, source: str, cue: str, content: str, kind: JudgementKind, evidence: str) -> str:
    def span(words: str) -> Span:
        start = text.index(words)
        return Span(start, start + len(words))

    said = Attribution("a1", "indirect", (span(content),), source_span=span(source), cue=span(cue))
    judgement = Judgement(id="j1", kind=kind, evidence=span(evidence))
    return Tellings(Page(Document(text), "en"), [said]).bare(judgement).evidence.of(text)


def test_who_tells_it_is_no_part_of_a_judgement():
    text = "On Monday the ministry warned that prices may rise."
    assert bare(text, "the ministry", "warned", "prices may rise", "forecast", text[:-1]) == "prices may rise"
    after = "Prices may rise, the ministry warned."
    assert bare(after, "the ministry", "warned", "Prices may rise", "forecast", after[:-1]) == "Prices may rise"


def test_a_statement_before_the_source_stays():
    text = "Prices may fall if the ministry shows that it can wait."
    assert bare(text, "the ministry", "shows", "it can wait", "forecast", text[:-1]) == text[:-1]


def test_a_condition_keeps_the_word_that_sets_it():
    text = "If the ministry shows that it can wait, prices may fall."
    condition = "If the ministry shows that it can wait"
    assert bare(text, "the ministry", "shows", "it can wait", "condition", condition) == condition
    told = "The ministry warned that if it waits, prices may rise."
    whole = "The ministry warned that if it waits"
    assert bare(told, "The ministry", "warned", "if it waits", "condition", whole) == "if it waits"
