from sholu.model.document import Document
from sholu.reading.joined.wholes import made_whole
from sholu.reading.page import Page
from tests.reading.joined.told import Told


def whole(text: str, *marked: tuple[str, str, float]) -> list[tuple[str, str]]:
    told = Told(text)
    for words, label, probability in marked:
        told.mark("judgement", words, label, probability)
    page = Page(Document(text), "en")
    found = made_whole(page, told, "judgement", told.layer("judgement", 0.3))  # type: ignore[arg-type]
    return [(mark.label, mark.span.of(text)) for mark in found]


def test_unsure_pieces_of_a_clause_are_one_as_most_of_their_words_say():
    text = "The harbour may need new cranes at every one of its three quays, and nobody has paid."
    parts = ("may need new cranes", "recommendation", 0.5), ("at every one of its three quays", "forecast", 0.6)
    assert whole(text, *parts) == [("forecast", "may need new cranes at every one of its three quays")]


def test_two_statements_of_one_clause_stay_two_where_the_encoder_is_sure():
    text = "If the cranes come, the harbour will grow."
    parts = ("If the cranes come", "condition", 0.98), ("the harbour will grow", "forecast", 0.98)
    assert whole(text, *parts) == [("condition", "If the cranes come"), ("forecast", "the harbour will grow")]


def test_a_piece_of_another_clause_stays_for_itself():
    text = "The harbour will grow because the three new cranes at the quays were bought."
    parts = ("The harbour will grow", "forecast", 0.9), ("new cranes at the quays", "assessment", 0.4)
    assert len(whole(text, *parts)) == 2


def test_nothing_marked_is_nothing():
    assert whole("The harbour sleeps.") == []
