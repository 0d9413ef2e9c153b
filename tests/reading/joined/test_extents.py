"""How far what is told reaches where both halves have it, and what in it is nobody's words."""

from typing import cast

import pytest

from sholu.model.document import Document
from sholu.model.span import Span
from sholu.reading.entities import EntityIndex
from sholu.reading.joined.speech import revised
from sholu.reading.joined.tellings import _in_sentence
from sholu.reading.learned import Marks
from sholu.reading.page import Page
from sholu.reading.speech import find_attributions
from sholu.reading.speech.scene import Scene
from tests.reading.joined.test_speech import Heard, Said, joined


@pytest.mark.parametrize(
    ("text", "source", "cue", "seen", "told"),
    [
        # within a noun phrase, or before the predicate
        (
            "Petrov said that the new Apple Council met on Monday.",
            "Petrov",
            "said",
            "that the new Apple",
            "that the new Apple Council met on Monday",
        ),
        ("Petrov said they know better.", "Petrov", "said", "they", "they know better"),
        (
            "Petrov demanded that the orchard, which is old, be closed.",
            "Petrov",
            "demanded",
            "that the orchard",
            "that the orchard, which is old, be closed",
        ),
        # who is asked belongs to it, who is told does not
        (
            "Petrov asked the growers to pay for pears.",
            "Petrov",
            "asked",
            "to pay for pears",
            "the growers to pay for pears",
        ),
        (
            "Petrov told growers that the pears were sold.",
            "Petrov",
            "told",
            "growers that the pears were sold",
            "that the pears were sold",
        ),
        # nobody goes on in the next sentence without quotation marks, and nobody ends with "and"
        ("Petrov said apples fell. I agree.", "Petrov", "said", "apples fell. I", "apples fell"),
        ("Petrov said apples fell and left.", "Petrov", "said", "apples fell and", "apples fell"),
    ],
)
def test_a_content_is_whole_and_no_more(text, source, cue, seen, told):
    assert joined(Said(text).says(source, cue, seen))[0].content == (told,)


def test_the_clause_in_which_some_words_are_quoted_is_told_with_them():
    text = "Petrov argued the council, which met twice, is “in full retreat here”."
    (told,) = joined(Said(text).says("Petrov", "argued", "the council, which met twice, is “in full retreat here”"))
    assert told.content == ("the council, which met twice, is “in full retreat here”",)


def test_a_content_is_without_its_own_cue_and_source():
    text = "Pears, Ann Lee mused on Monday, were sold."
    (told,) = joined(Said(text).says("Ann Lee", "mused", "Pears, Ann Lee mused on Monday, were sold"), alone=True)
    assert told.content == ("Pears", "on Monday, were sold")
    text = "“We sold the pears,” Ann Lee, the grower, mused."
    said = Said(text).mark("cue", "mused", "cue").mark("source", "Ann Lee, the grower", "source")
    said.pair("cue_source", "mused", "Ann Lee, the grower").mark("content", "“We sold the pears,” Ann Lee", "content")
    (told,) = joined(said.pair("cue_content", "mused", "“We sold the pears,” Ann Lee"), alone=True)
    assert told.content == ("We sold the pears",)


def test_what_a_speaker_does_meanwhile_is_not_told():
    text = "“Apples fell there,” Ann Lee mused, pointing at the old garden."
    said = Said(text).says("Ann Lee", "mused", "“Apples fell there,”", "the old garden")
    assert joined(said, alone=True)[0].content == ("Apples fell there",)
    text = "“Apples fell there,” Ann Lee mused, “in the old garden”."
    said = Said(text).says("Ann Lee", "mused", "“Apples fell there,”", "“in the old garden”")
    assert len(joined(said, alone=True)[0].content) == 2


def test_words_that_name_who_speaks_are_nobodys():
    text = "The paper, citing the border service, left."
    assert joined(Said(text).says("the border service", "citing", "the border service")) == []


def test_a_cue_is_without_the_occasion_before_it():
    text = "Bo Bay in his response mused that apples fell."
    assert joined(Said(text).says("Bo Bay", "response mused", "that apples fell"), alone=True)[0].cue == "mused"


def test_a_source_is_not_what_it_speaks_of_and_has_its_noun():
    text = "It is a deal a spokeswoman mused could fail."
    (told,) = joined(Said(text).says("a deal a spokeswoman", "mused", "could fail"), alone=True)
    assert told.source == "a spokeswoman"
    text = "Over 100 growers mused that apples fell."
    (told,) = joined(Said(text).says("Over 100", "mused", "that apples fell"), alone=True)
    assert told.source == "Over 100 growers"


def test_the_end_of_what_is_added_to_a_speaker_does_not_speak():
    text = "Ann Lee, who called the mayor a rebel, said that apples fell."
    said = Said(text).says("a rebel", "said", "that apples fell")
    assert joined(said)[-1].source == "Ann Lee, who called the mayor a rebel"


def test_a_russian_sentence_that_closes_with_who_says_so_is_told_from_its_start():
    text = "Яблоки, о которых шёл спор, проданы, обмолвилась Анна Ли."
    said = Said(text).says("Анна Ли", "обмолвилась", "шёл спор, проданы")
    assert joined(said, "ru", alone=True)[0].content == ("Яблоки, о которых шёл спор, проданы",)
    text = "Пётр Ким сказал, что груш нет, яблоки проданы, обмолвилась Анна Ли."
    said = Said(text).says("Анна Ли", "обмолвилась", "яблоки проданы")
    assert joined(said, "ru", alone=True)[0].content == ("яблоки проданы",)


def test_a_clause_behind_by_somebodys_words_is_told_though_the_marks_see_but_an_inner_one():
    text = "По словам собеседника агентства, Пётр Ким отвергает вину."
    said = Said(text).says("Пётр Ким", "отвергает", "вину")
    assert Heard("собеседника агентства", "По словам", ("Пётр Ким отвергает вину",)) in joined(said, "ru")


@pytest.mark.parametrize(
    ("tag", "text", "first", "second"),
    [
        (
            "ru",
            "Груши проданы, обмолвился источник, близкий к садам. Яблоки – нет, обмолвился источник.",
            ("источник, близкий к садам", "Груши проданы"),
            ("2:источник", "Яблоки – нет"),
        ),
        (
            "en",
            "A source in the orchards mused that pears fell. The source added that apples fell.",
            ("A source in the orchards", "that pears fell"),
            ("The source", "that apples fell"),
        ),
    ],
)
def test_a_lone_source_is_the_one_before_it(tag, text, first, second):
    said, entities = Said(text), EntityIndex()
    cues = ("обмолвился", "2:обмолвился") if tag == "ru" else ("mused", "added")
    for (source, content), cue in zip((first, second), cues, strict=True):
        said.says(source, cue, content)
    found = find_attributions(
        Page(Document(text, language=tag), tag),
        entities,
        [],
        [],
        lambda scene, drafts: revised(scene, cast(Marks, said), entities, drafts, alone=True),
    )
    assert len({item.source for item in found}) == 1
    assert found[0].source is not None
    assert all(item.anonymous for item in found)


def test_a_source_that_the_marks_draw_over_a_full_stop_ends_with_it() -> None:
    text = "Sales fell, according to a report at the time. A spokesman for the growers declined to comment."
    scene = Scene(Page(Document(text, published="2026-03-05", language="en"), "en"))

    def part(cue: str) -> str:
        words = "report at the time. A spokesman for the growers"
        first = text.index(words)
        source = scene.page.token_range(Span(first, first + len(words)))
        found = _in_sentence(scene, (source[0], source[1] - 1), Span(text.index(cue), text.index(cue) + len(cue)))
        assert found is not None
        return scene.page.span(*found).of(text)

    assert part("according to") == "report at the time"
    assert part("declined to") == "A spokesman for the growers"
