"""Names as English press writes them: countries in capitals, double surnames, firms by one word, lists of fields."""

import pytest

from sholu.model.document import Document
from sholu.model.reading import Reading
from sholu.reading.reader import make_reader


def read(text: str) -> Reading:
    return make_reader(engine="exact").read(Document(text, published="2024-06-15", language="en"))


def mentions(text: str) -> dict[str, list[str]]:
    return {one.name: [mention.span.of(text) for mention in one.mentions] for one in read(text).entities}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The US imposed sanctions on Iran.", ["Iran", "United States"]),
        ("LET US GO NOW, SAYS LEE", []),
        ("He told us about it.", []),
    ],
)
def test_us_in_capitals_is_a_country(text: str, wanted: list[str]) -> None:
    assert sorted(one.name for one in read(text).entities if one.kind == "place") == wanted


def test_the_district_of_a_judge_is_no_place() -> None:
    found = [one.name for one in read("U.S. District Judge Ann Lee spoke on Monday.").entities if one.kind == "place"]
    assert found == ["United States"]


def test_a_possessive_is_no_part_of_a_town() -> None:
    assert "Fords" not in mentions("Ford's lawyer said he was innocent.")


def test_halves_of_a_double_surname_mean_its_bearer() -> None:
    found = mentions("Ann Lee-Reed met Jo Reed on Monday. Reed said no. Lee said yes.")
    assert found["Ann Lee-Reed"] == ["Ann Lee-Reed", "Lee"]
    assert found["Jo Reed"] == ["Jo Reed", "Reed"]


def test_a_firm_is_called_by_its_first_word() -> None:
    found = mentions("Shares of Zarvo Stores Inc fell. Zarvo said on Monday that it would close two shops.")
    assert found["Zarvo Stores Inc"][:2] == ["Zarvo Stores Inc", "Zarvo"]
    assert "Blue" not in mentions("Shares of Blue Stores Inc fell. The walls were painted, Blue on top.")


@pytest.mark.parametrize(
    "name",
    [
        "Ministry of Industry, Trade and Tourism",
        "Department of Architecture, Urban Planning, and Land Relations",
        "Committee for Health and Sport",
    ],
)
def test_a_list_of_fields_is_one_name(name: str) -> None:
    assert name in mentions(f"The {name} said no on Monday.")


def test_a_list_that_goes_on_with_somebody_is_none() -> None:
    assert "Ministry of Trade" in mentions("The Ministry of Trade, Ann Lee and Jo Reed said no.")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The party is led by Premier Zarvo Kembel, which pleased many.", "Zarvo Kembel"),
        ("Assistant Secretary for Asian Affairs Donald Lee arrived.", "Donald Lee"),
        ("The ambassador to the Blue Union, Zarvo Kembel, had left.", "Zarvo Kembel"),
        ("Hisham Ramez, the outgoing bank chief, spoke.", "Hisham Ramez"),
        ("They met Qamar Zaman Kaira on Monday.", "Qamar Zaman Kaira"),
    ],
)
def test_who_is_a_person(text: str, name: str) -> None:
    assert {one.name: one.kind for one in read(text).entities}.get(name) == "person"


def test_a_pronoun_means_the_nearest_sentence_though_the_name_tells_no_gender() -> None:
    text = "President John Lee came on Monday. Zarvo Kembel has run the bank. He also ran a mill."
    assert mentions(text)["Zarvo Kembel"] == ["Zarvo Kembel", "He"]


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("The National Security Service in Yerevan held three men.", "AM"),
        ("The National Security Service in Tashkent held three men.", "UZ"),
    ],
)
def test_a_body_that_many_countries_have_is_of_those_that_the_text_names(text: str, country: str) -> None:
    (body,) = [one for one in read(text).entities if one.kind == "organisation"]
    assert body.country == country
    assert ("pack" in body.same_as) == (country == "UZ")


def test_all_words_of_a_countrys_adjective_are_part_of_a_body() -> None:
    assert "South Korean government" in mentions("The South Korean government agreed with the Costa Rican parliament.")
