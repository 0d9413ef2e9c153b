"""Names that the grammar cuts otherwise than sure marks: put together, taken apart, or left as they are."""

from typing import cast

import pytest

from sholu.gazetteer import gazetteer
from sholu.model.document import Document
from sholu.packs import Packs, load_packs
from sholu.reading.credits import find_credits
from sholu.reading.joined.names import find_entities_jointly
from sholu.reading.learned import Marks
from sholu.reading.page import Page
from tests.reading.joined.told import Told


@pytest.fixture(scope="module")
def packs() -> Packs:
    return load_packs()


def _read(packs: Packs, tag: str, text: str, *marks: tuple[str, str], sure: float = 0.99) -> set[tuple[str, str]]:
    """Kind and words of each mention by name, with these marks of names, (words, kind) each."""
    told = Told(text)
    for words, kind in marks:
        told.mark("name", words, kind, sure)
    page = Page(Document(text, language=tag), tag)
    index = find_entities_jointly(page, cast(Marks, told), packs, gazetteer(), find_credits(page, packs))
    return {
        (entity.kind, mention.span.of(page.text))
        for entity in index.entities()
        for mention in entity.mentions
        if mention.form == "name"
    }


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Новый председатель союза Мартин Куба дал понять, что уйдёт.", "Мартин Куба"),
        ("Комиссия выслушала Елену Каган в среду.", "Елену Каган"),
        ("Первой выступила Ливия Клаусова из хора.", "Ливия Клаусова"),
        ("Приз получил Эмир Бустурица вчера.", "Эмир Бустурица"),
    ],
)
def test_a_name_that_also_names_a_place_is_one(packs: Packs, text: str, name: str) -> None:
    assert _read(packs, "ru", text, (name, "person")) == {("person", name)}


def test_without_a_sure_mark_the_place_stays(packs: Packs) -> None:
    text = "Первой выступила Ливия Клаусова из хора."
    assert ("place", "Ливия") in _read(packs, "ru", text, ("Ливия Клаусова", "person"), sure=0.9)


def test_whoever_is_sent_somewhere_does_not_bear_its_name(packs: Packs) -> None:
    found = _read(packs, "ru", "Решено послать в Доху Комарова.", ("Доху Комарова", "person"))
    assert found == {("place", "Доху"), ("person", "Комарова")}


def test_a_place_of_which_the_text_speaks_opens_no_name(packs: Packs) -> None:
    text = "Торги в Доха прошли тихо. Доха Бустурица молчит."
    assert ("person", "Доха Бустурица") not in _read(packs, "ru", text, ("Доха Бустурица", "person"))


def test_a_given_name_that_is_a_month_belongs_to_its_bearer(packs: Packs) -> None:
    found = _read(packs, "en", "The singer May Chiu came late.", ("May Chiu", "person"))
    assert found == {("person", "May Chiu")}


def test_parties_in_a_row_are_as_many(packs: Packs) -> None:
    names = ("Orchard Party of Canada", "New Garden Party", "River Party of Canada")
    text = f"The {names[0]}, {names[1]}, and {names[2]} agreed."
    found = _read(packs, "en", text, *((name, "organisation") for name in names))
    assert {words for kind, words in found if kind == "organisation"} == set(names)


def test_faint_marks_take_nothing_apart(packs: Packs) -> None:
    names = ("Orchard Party of Canada", "New Garden Party", "River Party of Canada")
    text = f"The {names[0]}, {names[1]}, and {names[2]} agreed."
    found = _read(packs, "en", text, *((name, "organisation") for name in names), sure=0.8)
    assert ("organisation", names[0]) not in found


def test_somebody_behind_a_company_is_none_of_it(packs: Packs) -> None:
    text = "Вице-президент Садовой газовой компании Ходжатолла Ганимифард прибыл."
    found = _read(packs, "ru", text, ("Садовой газовой компании", "organisation"), ("Ходжатолла Ганимифард", "person"))
    assert ("person", "Ходжатолла Ганимифард") in found


def test_a_noun_in_small_letters_is_no_part_of_a_country(packs: Packs) -> None:
    text = "Выступил министр Чехии немец Карл Шварценберг."
    found = _read(packs, "ru", text, ("Чехии немец", "place"), ("Карл Шварценберг", "person"))
    assert found == {("place", "Чехии"), ("person", "Карл Шварценберг")}


def test_a_rank_is_no_part_of_a_name(packs: Packs) -> None:
    found = _read(packs, "en", "Later Sen. Patty Orchard spoke.", ("Sen. Patty Orchard", "person"))
    assert found == {("person", "Patty Orchard")}


@pytest.mark.parametrize("state", ["Maryland", "New Jersey"])
def test_the_state_of_a_member_of_congress(packs: Packs, state: str) -> None:
    found = _read(
        packs, "en", f"Mark Orchard (D-{state}) spoke.", ("Mark Orchard", "person"), (f"D-{state}", "place"), sure=1.0
    )
    assert found == {("person", "Mark Orchard"), ("place", state)}


def test_the_code_of_a_state_behind_a_party_is_nobody(packs: Packs) -> None:
    assert _read(packs, "en", "Mark Orchard (R-WA) spoke.", ("Mark Orchard", "person")) == {("person", "Mark Orchard")}


def test_washington_and_its_district_are_one_place(packs: Packs) -> None:
    for words in ("Washington, D.C.", "Washington, DC"):
        assert _read(packs, "en", f"The talks in {words}, went on.") == {("place", words)}


def test_us_without_its_last_stop_is_the_country(packs: Packs) -> None:
    assert _read(packs, "en", "The U.S government will appeal.") == {("place", "U.S")}


def test_a_ministry_and_its_short_name_are_one(packs: Packs) -> None:
    told = Told("Минсад открыл ярмарку. Министерство садов довольно.").mark("name", "Минсад", "organisation", 0.99)
    page = Page(Document(told.text, language="ru"), "ru")
    index = find_entities_jointly(page, cast(Marks, told), packs, gazetteer(), find_credits(page, packs))
    assert [len(entity.mentions) for entity in index.entities()] == [2]


def test_exercises_are_no_body(packs: Packs) -> None:
    assert not _read(packs, "ru", "Начались учения «Океан-2031» у берегов.", ("Океан-2031", "organisation"))


def test_a_ship_behind_a_navy_is_none_of_it(packs: Packs) -> None:
    text = "Корабль ВМС США Ann Orchard ушёл."
    found = _read(packs, "ru", text, ("ВМС США Ann Orchard", "organisation"))
    assert ("organisation", "ВМС США") in found


def test_a_party_that_leads_a_government(packs: Packs) -> None:
    found = _read(packs, "en", "The Garden Party-led government fell.", ("Garden Party-led", "organisation"))
    assert found == {("organisation", "Garden Party")}
