"""Offices by both halves: links that only the marks show, and those that they may not make."""

from typing import cast

import pytest

from sholu.model.document import Document
from sholu.model.reading import Mention
from sholu.packs import Packs, load_packs
from sholu.reading.entities import EntityIndex
from sholu.reading.joined import offices
from sholu.reading.joined.offices import find_tenures_jointly
from sholu.reading.joined.thresholds import thresholds
from sholu.reading.learned import Marks
from sholu.reading.page import Page
from tests.reading.joined.told import Told


@pytest.fixture(scope="module")
def packs() -> Packs:
    return load_packs()


@pytest.fixture(autouse=True)
def common_thresholds(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is tested is the joining, not how careful it is in one language."""
    monkeypatch.setattr(offices, "thresholds", lambda part, _: thresholds(part, ""))


def _tenures(
    told: Told, packs: Packs, entities: dict[str, tuple[str, str]], tag: str = "en", *, alone: bool = False
) -> list[tuple[str, str, str | None]]:
    """Person, office and organisation, by the words of the first mention of each."""
    page = Page(Document(told.text, language=tag), tag)
    index = EntityIndex()
    for words, (kind, sector) in entities.items():
        span = told.span(words)
        index.add(kind, words, [Mention(span.start, span.end)], sector=(sector,) if sector else ())  # type: ignore[arg-type]
    found = find_tenures_jointly(page, cast(Marks, told), index, (), packs, alone=alone)
    return [
        (index.get(one.person).name, one.office, index.get(one.organisation).name if one.organisation else None)
        for one in found
    ]


TEXT = "At the plant of Tumar the office of director had long been that of Ann Lee."
WHO = {"Ann Lee": ("person", ""), "Tumar": ("organisation", "")}


def test_a_marked_link_makes_a_tenure_with_its_organisation(packs: Packs) -> None:
    told = Told(TEXT).mark("office", "director", "office").pair("person_office", "Ann Lee", "director")
    told.pair("office_organisation", "director", "Tumar")
    assert _tenures(told, packs, WHO) == [("Ann Lee", "director", "Tumar")]
    assert told.calls == 1


def test_a_doubtful_link_makes_none(packs: Packs) -> None:
    told = Told(TEXT).mark("office", "director", "office").pair("person_office", "Ann Lee", "director", 0.1)
    assert _tenures(told, packs, WHO) == []


def test_the_grammars_own_links_stay(packs: Packs) -> None:
    text = "Prime Minister Ann Lee resigned."
    assert _tenures(Told(text), packs, {"Ann Lee": ("person", "")})[0][:2] == ("Ann Lee", "prime minister")
    assert _tenures(Told(text), packs, {"Ann Lee": ("person", "")}, alone=True) == []


def test_an_occupation_of_nothing_is_no_office(packs: Packs) -> None:
    told = Told("Ann Lee, a glazier, waited.").mark("office", "glazier", "office")
    told.pair("person_office", "Ann Lee", "glazier")
    assert _tenures(told, packs, {"Ann Lee": ("person", "")}) == []


def test_somebody_beside_a_party_is_of_it_when_the_marks_say_so(packs: Packs) -> None:
    text = "In the north it was Ann Lee whom the Plum Party sent."
    who = {"Ann Lee": ("person", ""), "Plum Party": ("organisation", "PTY")}
    told = Told(text).pair("person_organisation", "Ann Lee", "Plum Party")
    assert _tenures(told, packs, who) == [("Ann Lee", "member", "Plum Party")]
    assert _tenures(Told(text), packs, who) == []


def test_a_russian_office_gets_its_base_form(packs: Packs) -> None:
    text = "Бакенщиком маяка «Волна» в те годы был Олег Крук."
    told = Told(text).mark("office", "Бакенщиком маяка «Волна»", "office")
    told.pair("person_office", "Олег Крук", "Бакенщиком маяка «Волна»")
    who = {"Олег Крук": ("person", ""), "Волна": ("organisation", "")}
    assert _tenures(told, packs, who, "ru") == [("Олег Крук", "бакенщик маяка", "Волна")]


def test_a_verb_between_office_and_person_says_that_it_is_over(packs: Packs) -> None:
    told = Told("Орнына бұған дейін вице-министр болған Анна Беловаева келді.").mark("office", "вице-министр", "office")
    told.pair("person_office", "Анна Беловаева", "вице-министр")
    page, index, span = Page(Document(told.text, language="kk"), "kk"), EntityIndex(), told.span("Анна Беловаева")
    index.add("person", "Анна Беловаева", [Mention(span.start, span.end)])
    (tenure,) = find_tenures_jointly(page, cast(Marks, told), index, (), packs)
    assert (tenure.office, tenure.status) == ("вице-министр", "former")


def test_whoever_is_acted_upon_does_not_hold_the_office_of_who_acts(packs: Packs) -> None:
    told = Told("Президент поддержал Олега Маркова.").mark("office", "Президент", "office")
    told.pair("person_office", "Олега Маркова", "Президент")
    assert _tenures(told, packs, {"Олега Маркова": ("person", "")}, "ru") == []


@pytest.mark.parametrize(
    ("text", "office", "who"),
    [
        ("По представлению президента утверждён Олег Марков.", "президента", "Олег Марков"),
        ("Олег Марков сократил должность вице-мэра.", "вице-мэра", "Олег Марков"),
        ("Команду губернатора покинул Олег Марков.", "губернатора", "Олег Марков"),
    ],
)
def test_a_russian_title_in_another_role_is_of_somebody_else(text: str, office: str, who: str, packs: Packs) -> None:
    told = Told(text).mark("office", office, "office").pair("person_office", who, office)
    assert _tenures(told, packs, {who: ("person", "")}, "ru") == []


@pytest.mark.parametrize(
    ("text", "office", "status"),
    [
        ("Олег Марков до этого занимал кресло главного бакенщика Тумара.", "главного бакенщика", "former"),
        ("Ранее должность вице-мэра — главного бакенщика Тумара занимал Олег Марков.", "главного бакенщика", "former"),
    ],
)
def test_a_russian_verb_says_whether_a_marked_office_is_held(text: str, office: str, status: str, packs: Packs) -> None:
    told = Told(text).mark("office", office, "office", 0.99).pair("person_office", "Олег Марков", office, 0.99)
    page, index, span = Page(Document(text, language="ru"), "ru"), EntityIndex(), told.span("Олег Марков")
    index.add("person", "Олег Марков", [Mention(span.start, span.end)])
    index.add("organisation", "Тумар", [Mention((there := told.span("Тумара")).start, there.end)])
    told.pair("office_organisation", office, "Тумара")
    found = find_tenures_jointly(page, cast(Marks, told), index, (), packs)
    assert ("главный бакенщик", status) in {(one.office, one.status) for one in found}


def test_of_two_places_in_each_other_the_narrower_is_whose_the_office_is(packs: Packs) -> None:
    told = Told("В Тюзском районе Чуйской области назначен аким — Олег Марков.").mark("office", "аким", "office")
    told.pair("person_office", "Олег Марков", "аким").pair("office_organisation", "аким", "Чуйской области")
    who = dict.fromkeys(("Тюзском районе", "Чуйской области"), ("place", "")) | {"Олег Марков": ("person", "")}
    assert _tenures(told, packs, who, "ru") == [("Олег Марков", "аким", "Тюзском районе")]
