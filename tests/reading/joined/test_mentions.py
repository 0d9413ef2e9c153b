"""Noun phrases and pronouns by the marks: whom they are given to, and where they make somebody new."""

from typing import cast

from sholu.model.document import Document
from sholu.model.reading import Mention
from sholu.reading.entities import EntityIndex
from sholu.reading.joined.mentions import add_mentions
from sholu.reading.learned import Marks
from sholu.reading.page import Page
from tests.reading.joined.told import Told

TEXT = "Ann Lee opened the mill. The baker closed it, and she left. The baker slept."


def _mentions(told: Told) -> dict[str, list[tuple[str, str]]]:
    page = Page(Document(told.text, language="en"), "en")
    index = EntityIndex()
    span = told.span("Ann Lee")
    index.add("person", "Ann Lee", [Mention(span.start, span.end)])
    add_mentions(page, cast(Marks, told), index)
    return {
        entity.name: [(mention.span.of(page.text), mention.form) for mention in entity.mentions]
        for entity in index.entities()
    }


def test_a_noun_phrase_goes_to_whom_it_refers_to() -> None:
    told = Told(TEXT).mark("mention", "The baker", "person").pair("mention_antecedent", "The baker", "Ann Lee")
    assert _mentions(told) == {"Ann Lee": [("Ann Lee", "name"), ("The baker", "nominal")]}


def test_a_chain_is_followed_to_its_end() -> None:
    told = Told(TEXT).mark("mention", "The baker", "person").mark("mention", "she", "person")
    told.pair("mention_antecedent", "The baker", "Ann Lee").pair("mention_antecedent", "she", "The baker")
    assert _mentions(told) == {"Ann Lee": [("Ann Lee", "name"), ("The baker", "nominal"), ("she", "pronoun")]}


def test_a_noun_phrase_that_refers_to_nobody_is_somebody_new() -> None:
    told = Told(TEXT).mark("mention", "The baker", "person").mark("mention", "2:The baker", "person")
    told.pair("mention_antecedent", "2:The baker", "The baker")
    assert _mentions(told)["The baker"] == [("The baker", "nominal"), ("The baker", "nominal")]


def test_a_pronoun_without_antecedent_is_nobody() -> None:
    assert list(_mentions(Told(TEXT).mark("mention", "she", "person"))) == ["Ann Lee"]


def test_other_kinds_are_not_asked_about() -> None:
    told = Told(TEXT).mark("mention", "the mill", "facility", 0.6).pair("mention_antecedent", "the mill", "Ann Lee")
    assert list(_mentions(told)) == ["Ann Lee"]


def test_what_has_a_mention_already_gets_no_other() -> None:
    told = Told(TEXT).mark("mention", "Ann", "person").mark("mention", "Lee opened", "person")
    assert _mentions(told) == {"Ann Lee": [("Ann Lee", "name")]}


def test_a_noun_phrase_before_a_comma_and_a_name_is_who_is_named() -> None:
    told = Told("The new baker, Ann Lee, closed the mill.").mark("mention", "The new baker", "person")
    assert _mentions(told) == {"Ann Lee": [("The new baker", "nominal"), ("Ann Lee", "name")]}


def test_a_name_of_the_next_sentence_is_somebody_else() -> None:
    told = Told("It was the new baker. Ann Lee, they say, closed the mill.").mark("mention", "the new baker", "person")
    assert _mentions(told)["Ann Lee"] == [("Ann Lee", "name")]
