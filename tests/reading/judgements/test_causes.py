import pytest

from sholu.model.document import Document
from sholu.reading.judgements.causes import Tie, find_ties, without_repeats
from sholu.reading.page import Page


def ties(text: str, tag: str = "en") -> list[tuple[str, str]]:
    page = Page(Document(text), tag)
    return [
        (page.span(*tie.cause).of(text), page.span(*tie.effect).of(text))
        for sentence in page.sentences
        for tie in find_ties(page, sentence)
    ]


@pytest.mark.parametrize(
    ("text", "cause", "effect"),
    [
        ("The union marched to demand higher wages.", "to demand higher wages", "The union marched"),
        ("The road was closed after a dam burst.", "a dam burst", "The road was closed"),
        ("Farmers rallied against the water tax.", "the water tax", "Farmers rallied"),
        ("The court fined the firm for dumping waste.", "dumping waste", "The court fined the firm"),
        ("The mine shut as prices collapsed.", "prices collapsed", "The mine shut"),
        ("When the pump failed, the plant shut.", "the pump failed", "the plant shut"),
        ("Frost may damage the harvest, while rain helps it.", "Frost", "the harvest"),
        ("The bank shut because the money ran out (Steppe Wire, May 3).", "the money ran out", "The bank shut"),
    ],
)
def test_ties(text: str, cause: str, effect: str) -> None:
    assert (cause, effect) in ties(text)


def test_a_cause_before_the_verb_of_its_clause_is_one_phrase() -> None:
    text = "Глава ведомства сообщил, что в ноябре из-за холодов были задействованы резервы газа."
    assert ties(text, "ru") == [("холодов", "были задействованы резервы газа")]


@pytest.mark.parametrize(
    "text",
    [
        "The ministry plans to publish the list.",  # what is planned, not what it is for
        "It is hard to count the votes.",
        "The minister spoke when the session opened.",  # a time: speaking needs no cause
        "They read the letter after lunch.",
        "They had enough money to pay.",
        "The firm gains by creating jobs.",  # the firm creates them; a gerund has no subject of its own
        "Everybody asked for bread.",
        "First of all, because of the rain.",
    ],
)
def test_what_is_no_tie(text: str) -> None:
    assert ties(text) == []


def test_the_same_tie_is_told_once_and_the_surer_stays() -> None:
    weak = Tie((5, 9), (0, 3), "+", 0.5, (4, 4))
    sure = Tie((6, 9), (0, 3), "+", 0.7, (5, 5))
    apart = Tie((20, 22), (15, 18), "+", 0.5, (19, 19))
    assert without_repeats([weak, sure, apart], 3) == [sure, apart]
    assert without_repeats([weak, sure, apart], 1) == [sure]
