"""Where names begin and end, and what they are called: people beside places, kinds of places, forms that mislead."""

import pytest

from tests.reading.names.conftest import Read, named

PEOPLE = [
    ("Кеше Айдын Мырзагелді орнын босатты.", "kk", "Айдын Мырзагелді"),
    ("Кеше Еркебұлан Жүрсін босатылды.", "kk", "Еркебұлан Жүрсін"),
    ("Кеше Нурдан Ташбаев бекітілді.", "kk", "Нурдан Ташбаев"),
    ("Кеше Халида Жұмабай мәлімдеді.", "kk", "Халида Жұмабай"),
    ("Кеше бастығы болған Мейірхан Қозыбақ қызметінен шеттетілді.", "kk", "Мейірхан Қозыбақ"),
    ("Редактор Эркинбек Сапарбай уулу возразил.", "ru", "Эркинбек Сапарбай уулу"),
    ("Адвокат Гулистан Танирбергенова возразила.", "ru", "Гулистан Танирбергенова"),
    ("Омбудсмен Ньяма Са-Коррейя возразила омбудсмену Ньяме Са-Коррейе.", "ru", "Ньяма Са-Коррейя"),
]


@pytest.mark.parametrize(("text", "tag", "name"), PEOPLE)
def test_people_keep_their_whole_names(read: Read, text: str, tag: str, name: str) -> None:
    assert named(read(text, tag), name).kind == "person"


def test_a_town_behind_a_mayor_is_no_given_name(read: Read) -> None:
    assert named(read("Вчера мэр Киева Олег Сливянов возразил.", "ru"), "Киев").kind == "place"


PLACES = [
    ("Мост через озеро Тумаркуль закрыт.", "Тумаркуль"),
    ("В Карамыке вчера совещались топографы.", "Карамык"),
    ("Из Тараклийской тюрьмы Сливянов вышел вчера.", "Тараклийская тюрьма"),
    ("Токтогульская ГЭС недодала мощность.", "Токтогульская ГЭС"),
]


@pytest.mark.parametrize(("text", "name"), PLACES)
def test_russian_places_by_their_names(read: Read, text: str, name: str) -> None:
    assert named(read(text, "ru"), name).kind in ("place", "facility")


def test_a_body_is_of_a_place_that_nobody_knows(read: Read) -> None:
    assert named(read("Союз врачей Кордофана возразил.", "ru"), "Союз врачей Кордофана").kind == "organisation"


def test_a_surname_behind_a_body_is_no_place(read: Read) -> None:
    found = [entity.name for entity in read("Глава Союза врачей Сливянова возразила.", "ru")]
    assert "Союз врачей Сливянова" not in found
