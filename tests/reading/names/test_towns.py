"""Adjectives of towns speak of the country of the town."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sholu.gazetteer import gazetteer
from sholu.model.document import Document
from sholu.packs import Packs
from sholu.reading.languages import LANGUAGES, language
from sholu.reading.names.places import find_on_map, lay_out_places
from sholu.reading.names.sheet import Sheet
from sholu.reading.names.towns import find_town_words, town_words
from sholu.reading.page import Page
from tests.reading.names.conftest import Read, named


def towns(text: str, tag: str) -> dict[str, str]:
    sheet = Sheet(Page(Document(text, language=tag), tag))
    places = find_on_map(sheet, Packs([]), gazetteer())
    lay_out_places(sheet, places)
    return {
        sheet.tokens[i].text: town.record.country for i, town in find_town_words(sheet, gazetteer(), places).items()
    }


def test_every_language_has_the_same_keys() -> None:
    tables = [language(tag).table("towns") for tag in LANGUAGES]
    assert len({frozenset(table) for table in tables}) == 1
    assert len({frozenset(table["shape"]) for table in tables}) == 1


@pytest.mark.parametrize(
    ("adjective", "name"),
    [
        ("гомельского", "гомель"),
        ("ветковским", "ветка"),
        ("оршанский", "орша"),
        ("ганцевичской", "ганцевичи"),
        ("полоцкая", "полоцк"),
        ("псковский", "псков"),
        ("бухарскому", "бухара"),
        ("выборгский", "выборг"),
    ],
)
def test_names_that_an_adjective_may_be_made_of(adjective: str, name: str) -> None:
    assert name in set(town_words("ru").names(adjective))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Гомельский садовый суд отклонил жалобу.", {"Гомельский": "BY"}),
        ("Директор Ветковского лесхоза промолчал.", {"Ветковского": "BY"}),
        ("Советский суд отклонил жалобу.", {}),
        ("Каспийский вестник закрылся.", {}),
        ("Сливы собрал Арман Гомельский, садовник.", {}),
        ("Адвокат Гомельский отклонил жалобу.", {}),
        ("Арман Оршанский садовник.", {}),
        ("Купили гомельский сыр.", {"гомельский": "BY"}),
        ("Купили ветковский сыр.", {}),
        ("Помогла братская помощь.", {}),
    ],
)
def test_capitalised_adjectives_before_a_noun_in_russian(text: str, expected: dict[str, str]) -> None:
    assert towns(text, "ru") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Бұл туралы шымкенттік саудагер айтты.", {"шымкенттік": "KZ"}),
        ("Өткен жылы аралық сайлау болды.", {}),
        ("Жаңа қазандық іске қосылды.", {}),
    ],
)
def test_adjectives_in_kazakh(text: str, expected: dict[str, str]) -> None:
    assert towns(text, "kk") == expected


def test_a_body_belongs_to_the_town_in_its_name(read: Read) -> None:
    text = "Гомельский областной суд отклонил жалобу. Об этом узнали в Вильнюсе и в Каунасе."
    assert named(read(text, "ru"), "Гомельский областной суд").country == "BY"


def test_the_adjective_of_a_town_tells_where_the_article_plays(read: Read) -> None:
    text = "Суд Оршанского района отклонил жалобу. Экономист Арман Сливянов предупредил о росте цен."
    assert named(read(text, "ru"), "Арман Сливянов").country == "BY"


@given(st.text(alphabet="абвгдеикнорсцьй -.Г", max_size=60), st.sampled_from(["ru", "kk", "en"]))
def test_any_text_is_read(text: str, tag: str) -> None:
    assert all(len(country) == 2 for country in towns(text, tag).values())
