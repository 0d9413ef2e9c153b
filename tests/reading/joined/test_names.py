"""Names by both halves: what marks add to the grammar's names, forbid, turn and widen; and what stays firm."""

from typing import cast

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

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


def _read(told: Told, packs: Packs, tag: str = "en", *, alone: bool = False) -> dict[str, tuple[str, list[str]]]:
    """By name of each entity its kind and the words of its mentions."""
    page = Page(Document(told.text, language=tag), tag)
    notes = find_credits(page, packs)
    index = find_entities_jointly(page, cast(Marks, told), packs, gazetteer(), notes, alone=alone)
    return {
        entity.name: (entity.kind, [mention.span.of(page.text) for mention in entity.mentions])
        for entity in index.entities()
    }


def test_a_sure_mark_makes_a_name_that_the_grammar_overlooks(packs: Packs) -> None:
    text = "The Tumarlan gates stayed shut, and the Tumarlan horn was silent."
    assert "Tumarlan" not in _read(Told(text), packs)
    told = Told(text).mark("name", "Tumarlan", "organisation").mark("name", "2:Tumarlan", "organisation")
    assert _read(told, packs)["Tumarlan"] == ("organisation", ["Tumarlan", "Tumarlan"])


def test_an_unsure_mark_makes_none(packs: Packs) -> None:
    told = Told("The strike at Qqumarlan went on.").mark("name", "Qqumarlan", "organisation", 0.4)
    assert "organisation" not in {kind for kind, _ in _read(told, packs).values()}


def test_what_is_surely_no_name_is_dropped(packs: Packs) -> None:
    text = "The miners met on Sunday. Borish Hevel, who was there, said nothing."
    assert "Borish Hevel" in _read(Told(text).mark("name", "Borish Hevel", "person"), packs)
    silent = Told(text)
    silent.at = lambda name, offsets: [("", 0.0, False)] * len(offsets)  # type: ignore[method-assign]
    assert "Borish Hevel" not in _read(silent, packs)


def test_what_a_pack_or_the_map_knows_stays(packs: Packs) -> None:
    told = Told("Prices rose in Kazakhstan.").mark("name", "Kazakhstan", "person")
    assert _read(told, packs)["Kazakhstan"][0] == "place"


def test_adjectives_days_and_titles_are_no_names(packs: Packs) -> None:
    text = "The Kazakh team arrived on Friday with the Minister."
    told = Told(text)
    for words, kind in (("Kazakh", "place"), ("Friday", "organisation"), ("Minister", "person")):
        told.mark("name", words, kind)
    assert _read(told, packs) == {}


def test_a_mark_behind_a_name_in_small_letters_does_not_widen_it(packs: Packs) -> None:
    told = Told("Workers of Tumarlan for peace met.").mark("name", "Tumarlan for", "organisation")
    assert _read(told, packs)["Tumarlan"][1] == ["Tumarlan"]


@pytest.mark.parametrize("widened", [True, False])
def test_a_surname_behind_an_opener_stays_with_its_full_name(packs: Packs, widened: bool) -> None:
    text = "Жаңа директор – Гүлім Тоқсарыева. Кеше Тоқсарыева цехты аралап, жұмысшылармен сөйлесті."
    told = Told(text).mark("name", "Гүлім Тоқсарыева", "person", 1.0)
    told.mark("name", "Кеше Тоқсарыева" if widened else "2:Тоқсарыева", "person", 1.0)
    assert _read(told, packs, "kk") == {"Гүлім Тоқсарыева": ("person", ["Гүлім Тоқсарыева", "Тоқсарыева"])}


@pytest.mark.parametrize(
    ("tag", "text", "words", "kind"),
    [
        ("ru", "Добыча на участке выросла.", "Добыча", "person"),
        ("ru", "Новый завод открыли вчера. Завод даст триста мест.", "Завод", "place"),
        ("kk", "Қазақ-қырғыз келісімі күшіне енді.", "Қазақ-қырғыз", "place"),
    ],
)
def test_an_ordinary_word_with_a_capital_is_neither_person_nor_place(
    packs: Packs, tag: str, text: str, words: str, kind: str
) -> None:
    told = Told(text).mark("name", words, kind, 1.0)
    assert kind not in {found for found, _ in _read(told, packs, tag).values()}


def test_marks_alone_take_what_is_known_of_the_same_words(packs: Packs) -> None:
    text = "Prices rose in Kazakhstan and in Uzbekistan."
    found = _read(Told(text).mark("name", "Kazakhstan", "place"), packs, alone=True)
    assert found == {"Kazakhstan": ("place", ["Kazakhstan"])}


@settings(max_examples=30, deadline=None)
@given(
    st.text(alphabet="Ab Cд.«»,-\n1", min_size=1, max_size=60).filter(str.strip), st.sampled_from(("en", "ru", "kk"))
)
def test_any_text_gives_mentions_that_stand_in_it(text: str, tag: str) -> None:
    told = Told(text)
    told.at = lambda name, offsets: [("organisation", 0.99, True)] * len(offsets)  # type: ignore[method-assign]
    for _, mentions in _read(told, load_packs(), tag).values():
        assert all(mention and mention in text for mention in mentions)


@pytest.mark.parametrize(
    ("tag", "text", "marked", "expected"),
    [
        (
            "ru",
            "Пришёл глава Грушбанка Сарангэр Уянгов вчера.",
            {"Грушбанка": "organisation", "Сарангэр Уянгов": "person"},
            {"Грушбанка", "Сарангэр Уянгов"},
        ),
        (
            "kk",
            "«Алмұрт таңы» агенттігінің тілшісі кеше келді.",
            {"Алмұрт таңы": "outlet"},
            {"Алмұрт таңы"},
        ),
    ],
)
def test_what_the_marks_are_sure_of_is_drawn_anew(
    packs: Packs, tag: str, text: str, marked: dict[str, str], expected: set[str]
) -> None:
    told = Told(text)
    for words, kind in marked.items():
        told.mark("name", words, kind, 1.0)
    assert {words for _, mentions in _read(told, packs, tag).values() for words in mentions} == expected


def test_a_mark_around_a_place_is_a_name_of_its_own(packs: Packs) -> None:
    text = "Prices rose, said the Kazakhstan Pear Story on Monday."
    told = Told(text).mark("name", "Kazakhstan Pear Story", "organisation", 0.99)
    assert _read(told, packs)["Kazakhstan Pear Story"][0] == "organisation"


@pytest.mark.parametrize(
    ("text", "kind"), [("Astana 2 Almaty 1", "organisation"), ("He went to Astana and to Almaty.", "place")]
)
def test_marks_know_clubs_from_towns_where_no_sentence_is(packs: Packs, text: str, kind: str) -> None:
    told = Told(text).mark("name", "Astana", "organisation", 0.95).mark("name", "Almaty", "organisation", 0.95)
    assert {found for found, _ in _read(told, packs).values()} == {kind}


@pytest.mark.parametrize("kind", ["place", "organisation"])
def test_what_an_office_is_for_is_no_name(kind: str, packs: Packs) -> None:
    told = Told("Энергетика министрі Асан Үсенов сөйледі.").mark("name", "Энергетика", kind)
    assert "Энергетика" not in _read(told, packs, "kk")


def test_whose_an_office_is_may_be_a_name(packs: Packs) -> None:
    told = Told("Алматы әкімі сөйледі.").mark("name", "Алматы", "place")
    assert _read(told, packs, "kk")["Алматы"][0] == "place"


def test_an_abbreviation_that_is_no_body_is_none_by_marks_either(packs: Packs) -> None:
    told = Told("Last year CPI rose, and so did ZQW.")
    told.mark("name", "CPI", "organisation").mark("name", "ZQW", "organisation")
    assert "CPI" not in (found := _read(told, packs))
    assert "ZQW" in found


def test_a_marked_place_is_looked_up_near_the_others(packs: Packs) -> None:
    text = "They drove from Cheyenne, Wyoming, to Laramie Town Hall."
    told = Told(text).mark("name", "Laramie Town Hall", "facility")
    page = Page(Document(text, language="en"), "en")
    index = find_entities_jointly(page, cast(Marks, told), packs, gazetteer(), [])
    point = next(one.point for one in index.entities() if one.name == "Laramie Town Hall")
    assert point is not None
    assert abs(point.lat - 41.3) < 0.5
    assert abs(point.lon + 105.6) < 0.5


def test_surname_given_name_and_patronymic_stay_one_name(packs: Packs) -> None:
    text = "Кенжетов Марат Досымбекович назначен акимом."
    told = Told(text).mark("name", "Кенжетов", "person").mark("name", "Марат Досымбекович", "person")
    assert _read(told, packs, "ru") == {"Кенжетов Марат Досымбекович": ("person", ["Кенжетов Марат Досымбекович"])}


def test_a_case_in_court_is_no_name(packs: Packs) -> None:
    told = Told("Его задержали по Чалкар-Тюзскому делу.").mark("name", "Чалкар-Тюзскому", "place")
    assert _read(told, packs, "ru") == {}
    told = Told("Его задержали по Чалкар-Тюзскому делу.").mark("name", "Чалкар-Тюзскому делу", "organisation")
    assert _read(told, packs, "ru") == {}


def test_a_place_is_no_body_with_what_an_office_there_is_for(packs: Packs) -> None:
    text = "Он стал заместителем акима Жамбылской области по вопросам финансов."
    told = Told(text).mark("name", "Жамбылской области по вопросам финансов", "organisation", 0.99)
    assert set(_read(told, packs, "ru")) == {"Жамбылская область"}


def test_the_line_that_counts_the_issues_of_a_series_names_it_only(packs: Packs) -> None:
    text = "Publication: Harbour Digest Volume: 4 Issue: 21\n\nPrices rose in Almaty on Monday.\n"
    whole = Told(text).mark("name", "Harbour Digest Volume", "outlet")
    assert "outlet" not in {kind for kind, _ in _read(whole, packs).values()}
    named = Told(text).mark("name", "Harbour Digest", "outlet")
    assert _read(named, packs)["Harbour Digest"] == ("outlet", ["Harbour Digest"])


def test_what_a_minister_is_for_is_no_institution(packs: Packs) -> None:
    text = "The State Minister for Reconciliation and Civil Equality, Ann Lee, spoke."
    told = Told(text).mark("name", "Reconciliation", "organisation").mark("name", "Civil Equality", "organisation")
    assert "organisation" not in {kind for kind, _ in _read(told.mark("name", "Ann Lee", "person"), packs).values()}
    told = Told("Ann Lee met Reconciliation on Monday.").mark("name", "Reconciliation", "organisation")
    assert _read(told.mark("name", "Ann Lee", "person"), packs)["Reconciliation"][0] == "organisation"


@pytest.mark.parametrize(
    ("text", "tag", "kind", "parts"),
    [
        ("Он служил в КГБ. МВД молчит.", "ru", "organisation", ["КГБ", "МВД"]),
        ("The deal was signed by Pakistan India and others.", "en", "place", ["Pakistan", "India"]),
    ],
)
def test_no_name_goes_over_a_full_stop_or_into_another_country(
    text: str, tag: str, kind: str, parts: list[str], packs: Packs
) -> None:
    first, second = parts
    whole = text[text.index(first) : text.index(second) + len(second)]
    found = _read(Told(text).mark("name", whole, kind), packs, tag)
    assert [words for _, words in found.values() if words[0] in parts] == [[first], [second]]


def test_a_full_stop_inside_a_name_does_not_part_it(packs: Packs) -> None:
    text = "Он учился в институте им. А. Тумаева."
    found = _read(Told(text).mark("name", "институте им. А. Тумаева", "organisation"), packs, "ru")
    assert ["институте им. А. Тумаева"] in [words for _, words in found.values()]


@pytest.mark.parametrize("words", ["Side", "Kazakh Side", "Buddhist"])
def test_what_is_no_body_by_itself(words: str, packs: Packs) -> None:
    text = f"On Monday the {words} abbots agreed."
    found = _read(Told(text).mark("name", words, "organisation"), packs)
    assert words not in [mention for _, mentions in found.values() for mention in mentions]


def test_the_form_of_a_firm_is_no_firm(packs: Packs) -> None:
    told = Told("Gas came from OAO Gazprom on Monday.").mark("name", "OAO Gazprom", "organisation")
    assert [words for _, words in _read(told, packs).values()] == [["Gazprom"]]


def test_a_quotation_mark_closes_the_name_that_it_opens(packs: Packs) -> None:
    told = Told('Договор подписала ГК "Кривоск" вчера.').mark("name", 'ГК "Кривоск', "organisation")
    assert [words for _, words in _read(told, packs, "ru").values()] == [['ГК "Кривоск"']]


@pytest.mark.parametrize(
    ("tag", "text", "bodies"),
    [
        ("ru", "Министерство финансов и министерство экономики молчат.", "финансов|экономики"),
        ("en", "The Ministry of Finance and the Ministry of Economy are silent.", "Finance|Economy"),
        ("kk", "Қаржы министрлігі мен Экономика министрлігі үнсіз.", "Қаржы|Экономика"),
    ],
)
def test_bodies_joined_by_and_are_not_one_more(packs: Packs, tag: str, text: str, bodies: str) -> None:
    ends = {"en": ("Ministry of Finance", "Ministry of Economy"), "ru": ("Министерство", "экономики")}
    first, last = ends.get(tag, ("Қаржы", "Экономика министрлігі"))
    whole = text[text.index(first) : text.index(last) + len(last)]
    found = [name for name, (kind, _) in _read(Told(text).mark("name", whole, "organisation"), packs, tag).items()]
    assert len(found) == 2
    assert all(any(word in name for name in found) for word in bodies.split("|"))


def test_words_of_no_known_kind_are_the_body_that_they_are_elsewhere(packs: Packs) -> None:
    text = "Prices rose, figures from Zemlyor show. The forecast of Zemlyor was read."
    faint = Told(text).mark("name", "Zemlyor", "organisation", 0.3)
    assert _read(faint, packs)["Zemlyor"] == ("place", ["Zemlyor"])
    sure = Told(text).mark("name", "Zemlyor", "organisation", 0.3).mark("name", "2:Zemlyor", "organisation")
    assert _read(sure, packs)["Zemlyor"] == ("organisation", ["Zemlyor", "Zemlyor"])
