"""Noun phrases and pronouns by the marks: whom they are given to, and where they make somebody new."""

from typing import cast

import pytest

from sholu.codebook.countries import country
from sholu.model.document import Document
from sholu.model.reading import Mention, Tenure
from sholu.model.span import Span
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
    assert _mentions(told)["the baker"] == [("The baker", "nominal"), ("The baker", "nominal")]


def test_an_office_alone_is_nobody() -> None:
    told = Told("Ann Lee ran for president, and the president won.")
    told.mark("mention", "president", "person").mark("mention", "the president", "person")
    assert list(_mentions(told)) == ["Ann Lee", "the president"]


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


def test_who_only_tells_of_somebody_is_not_meant_by_him() -> None:
    told = Told("They held one baker, Ann Lee said.").mark("mention", "one baker", "person")
    assert _mentions(told)["Ann Lee"] == [("Ann Lee", "name")]


def test_several_are_not_one_person() -> None:
    told = Told("Ann Lee came. Both bakers left.").mark("mention", "Both bakers", "group")
    told.pair("mention_antecedent", "Both bakers", "Ann Lee")
    assert _mentions(told)["Ann Lee"] == [("Ann Lee", "name")]


def test_a_name_of_the_next_sentence_is_somebody_else() -> None:
    told = Told("It was the new baker. Ann Lee, they say, closed the mill.").mark("mention", "the new baker", "person")
    assert _mentions(told)["Ann Lee"] == [("Ann Lee", "name")]


def test_an_article_alone_belongs_to_the_words_behind_it() -> None:
    told = Told(TEXT).mark("mention", "The", "person").mark("mention", "baker", "person")
    assert _mentions(told)["the baker"] == [("The baker", "nominal")]
    assert list(_mentions(Told(TEXT).mark("mention", "The", "person"))) == ["Ann Lee"]


def test_whom_nobody_knows_yet_is_nobody_named_before() -> None:
    told = Told("Ann Lee opened the mill. A baker said no.").mark("mention", "A baker", "person")
    told.pair("mention_antecedent", "A baker", "Ann Lee")
    assert _mentions(told)["a baker"] == [("A baker", "nominal")]


def test_a_comma_says_that_somebody_named_is_what_follows() -> None:
    told = Told("Ann Lee, a baker, opened the mill.").mark("mention", "a baker", "person")
    told.pair("mention_antecedent", "a baker", "Ann Lee")
    assert list(_mentions(told)) == ["Ann Lee"]


def test_words_of_those_who_speak_name_nobody() -> None:
    assert list(_mentions(Told("Ann Lee told our people.").mark("mention", "our", "person"))) == ["Ann Lee"]


def test_the_country_is_no_town() -> None:
    told = Told("Bishkek is calm. The country waits.").mark("mention", "The country", "place")
    told.pair("mention_antecedent", "The country", "Bishkek")
    page, index = Page(Document(told.text, language="en"), "en"), EntityIndex()
    index.add("place", "Bishkek", [Mention(0, 7)], country="KG", same_as={"geonames": 1528675})
    add_mentions(page, cast(Marks, told), index)
    assert [entity.name for entity in index.entities()] == ["Bishkek", "the country"]


def test_the_country_is_the_only_one_named() -> None:
    told = Told("Kyrgyzstan waits. The country is calm.").mark("mention", "The country", "place")
    page, index = Page(Document(told.text, language="en"), "en"), EntityIndex()
    index.add("place", "Kyrgyzstan", [Mention(0, 10)], country="KG", same_as={"geonames": country("KG").geonames or 0})
    add_mentions(page, cast(Marks, told), index)
    assert [len(entity.mentions) for entity in index.entities()] == [2]


def test_a_noun_phrase_ends_with_its_sentence() -> None:
    found = _mentions(Told(TEXT).mark("mention", "The baker closed it, and she left. The baker", "person"))
    assert all("The baker slept" not in name and "left. The" not in name for name in found)


def test_a_relative_clause_and_half_a_bracket_are_nobody() -> None:
    text = "Ann Lee, who owns it (a baker) said, is ill."
    assert list(_mentions(Told(text).mark("mention", "who owns it", "person"))) == ["Ann Lee"]
    assert list(_mentions(Told(text).mark("mention", "it (a baker", "person"))) == ["Ann Lee"]
    assert "a baker" in _mentions(Told(text).mark("mention", "a baker", "person"))


def test_his_counterpart_is_not_he() -> None:
    told = Told("Ann Lee met her deputy baker.").mark("mention", "her deputy baker", "person")
    told.pair("mention_antecedent", "her deputy baker", "Ann Lee")
    assert _mentions(told)["Ann Lee"] == [("Ann Lee", "name")]


def test_a_name_behind_an_opening_phrase_is_its_own_subject() -> None:
    told = Told("During talks with the new baker, Ann Lee closed the mill.").mark("mention", "the new baker", "person")
    assert _mentions(told)["Ann Lee"] == [("Ann Lee", "name")]


def test_the_media_are_none_of_those_named_before() -> None:
    told = Told("The Alderton Echo closed. The media told of it.").mark("mention", "The media", "outlet")
    told.pair("mention_antecedent", "The media", "The Alderton Echo")
    index = EntityIndex()
    index.add("outlet", "The Alderton Echo", [Mention(0, len("The Alderton Echo"))])
    page = Page(Document(told.text, language="en"), "en")
    add_mentions(page, cast(Marks, told), index)
    assert [len(entity.mentions) for entity in index.entities() if entity.name == "The Alderton Echo"] == [1]


@pytest.mark.parametrize(("office", "count"), [("speaker", 1), ("vice president", 2), ("head", 2)])
def test_words_of_an_office_go_to_nobody_who_holds_another(office: str, count: int) -> None:
    told = Told("Ann Lee spoke. The president slept.").mark("mention", "The president", "person")
    told.pair("mention_antecedent", "The president", "Ann Lee")
    index = EntityIndex()
    id = index.add("person", "Ann Lee", [Mention(0, len("Ann Lee"))])
    page = Page(Document(told.text, language="en"), "en")
    add_mentions(page, cast(Marks, told), index, [Tenure("h1", id, office, Span(0, 7))])
    assert len(index.mentions(id)) == count


RUSSIAN = "Компания «Тумар» и Аральский районный суд спорят. Вчера суд решил."


def _russian(told: Told) -> EntityIndex:
    page = Page(Document(told.text, language="ru"), "ru")
    index = EntityIndex()
    for name in ("Тумар", "Аральский районный суд"):
        span = told.span(name)
        index.add("organisation", name, [Mention(span.start, span.end)])
    add_mentions(page, cast(Marks, told), index)
    return index


def test_a_lone_noun_means_the_one_who_is_called_by_it() -> None:
    told = Told(RUSSIAN).mark("mention", "2:суд", "organisation")
    mentions = {entity.name: entity.mentions for entity in _russian(told).entities()}
    assert [mention.form for mention in mentions["Аральский районный суд"]] == ["name", "nominal"]


def test_a_noun_by_which_nobody_is_called_is_somebody_new() -> None:
    told = Told("Аральский районный суд молчит. Тумар растёт. Вчера банк закрыли.").mark(
        "mention", "банк", "organisation"
    )
    assert len(_russian(told).entities()) == 3


def test_a_phrase_that_the_marks_leave_off_in_the_middle_is_read_to_its_end() -> None:
    told = Told("Ann Lee saw the head of the mill on Monday.").mark("mention", "the head of the", "person")
    assert _mentions(told)["the head of the mill"] == [("the head of the mill", "nominal")]


def test_a_form_of_address_alone_is_nobody() -> None:
    told = Told("Ann Lee met Mr Reed.").mark("mention", "Mr", "person").pair("mention_antecedent", "Mr", "Ann Lee")
    assert _mentions(told) == {"Ann Lee": [("Ann Lee", "name")]}


def test_a_paper_is_nobody() -> None:
    told = Told("Ann Lee left. A statement by the mill said so.").mark("mention", "A statement by the mill", "person")
    told.pair("mention_antecedent", "A statement by the mill", "Ann Lee")
    assert _mentions(told)["Ann Lee"] == [("Ann Lee", "name")]


def test_words_of_an_office_go_to_whom_a_tenure_gives_it() -> None:
    told = Told("Ann Lee met Jo Reed, who may be chosen as the mayor.").mark("mention", "the mayor", "person")
    told.pair("mention_antecedent", "the mayor", "Ann Lee")
    page, index = Page(Document(told.text, language="en"), "en"), EntityIndex()
    people = [
        index.add("person", name, [Mention(told.span(name).start, told.span(name).end)])
        for name in ("Ann Lee", "Jo Reed")
    ]
    evidence = told.span("Jo Reed, who may be chosen as the mayor")
    add_mentions(page, cast(Marks, told), index, [Tenure("h1", people[1], "mayor", evidence)])
    assert [one.span.of(told.text) for one in index.entities()[1].mentions] == ["Jo Reed", "the mayor"]


def test_words_that_are_a_bodys_name_are_that_body() -> None:
    told = Told("Garden Board Sues Baker\nThe Garden Board won.").mark("mention", "Garden Board", "organisation")
    page = Page(Document(told.text, language="en"), "en")
    index = EntityIndex()
    span = told.span("2:Garden Board")
    index.add("organisation", "Garden Board", [Mention(span.start, span.end)])
    add_mentions(page, cast(Marks, told), index)
    assert [len(entity.mentions) for entity in index.entities()] == [2]


def test_a_noun_that_says_what_the_body_behind_it_is_makes_nobody() -> None:
    told = Told("Основатель садового холдинга «Нива» вышел.")
    told.mark("mention", "садового холдинга «Нива»", "organisation")
    page = Page(Document(told.text, language="ru"), "ru")
    index = EntityIndex()
    span = told.span("Нива")
    index.add("organisation", "Нива", [Mention(span.start, span.end)])
    add_mentions(page, cast(Marks, told), index)
    assert [entity.name for entity in index.entities()] == ["Нива"]
