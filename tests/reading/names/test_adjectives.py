"""Adjectives of places are mentions of them, as each language counts them."""

import pytest

from sholu.model.reading import Entity
from tests.reading.names.conftest import Read, named, texts


def places(entities: list[Entity]) -> dict[str, Entity]:
    return {entity.name: entity for entity in entities if entity.kind == "place"}


def test_an_adjective_names_a_country_that_the_text_does_not(read: Read) -> None:
    text = "Совет отклонил предложение британского премьера."
    country = named(read(text, "ru"), "Великобритания")
    assert texts(text, country) == ["британского"]
    assert [mention.form for mention in country.mentions] == ["nominal"]
    assert country.aliases == ("британского",)
    assert (country.country, country.same_as["iso3166"]) == ("GB", "GB")
    assert country.point is not None


def test_an_adjective_in_small_letters_names_a_large_town(read: Read) -> None:
    text = "Жалобу отклонил ташкентский судья."
    town = named(read(text, "ru"), "Ташкент")
    assert texts(text, town) == ["ташкентский"]
    assert town.country == "UZ"


def test_towns_adjectives_and_names_are_one_place(read: Read) -> None:
    text = "В Ташкенте прошёл суд. Жалобу отклонил ташкентский судья."
    assert texts(text, named(read(text, "ru"), "Ташкент")) == ["Ташкенте", "ташкентский"]


@pytest.mark.parametrize(
    ("text", "tag", "expected"),
    [
        ("Совет отклонил предложение Британского союза садоводов.", "ru", {"Великобритания"}),
        ("Помогла братская помощь.", "ru", set()),
        ("The council turned down the British premier.", "en", set()),
        ("Кеңес түрік сатушысының ұсынысын қабылдамады.", "kk", set()),
        ("Түркия келісті. Кеңес түрік сатушысының ұсынысын қабылдамады.", "kk", {"Түркия"}),
    ],
)
def test_what_languages_count_as_a_mention(text: str, tag: str, expected: set[str], read: Read) -> None:
    assert set(places(read(text, tag))) == expected


def test_halves_of_a_compound_are_mentions_of_two_countries(read: Read) -> None:
    text = "Закрыта вся киргизско-таджикская граница, ушли и узбеки."
    found = places(read(text, "ru"))
    assert texts(text, found["Киргизия"]) == ["киргизско"]
    assert texts(text, found["Таджикистан"]) == ["таджикская"]
    assert "Узбекистан" not in found
