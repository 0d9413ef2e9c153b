"""Offices given and taken: by whom, of which body, from which day, and what only looks like an office held."""

import pytest

from sholu.model.document import Document
from sholu.reading.reader import make_reader

Row = tuple[str, str, str | None, str | None, str]


def rows(text: str, tag: str) -> list[Row]:
    """Person, office, body, start and status of every tenure."""
    reading = make_reader(engine="exact").read(Document(text, published="2024-05-15", language=tag))
    names = {entity.id: entity.name for entity in reading.entities}
    return [
        (names[one.person], one.office, names.get(one.organisation or ""), one.start, one.status)
        for one in reading.tenures
    ]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "The president, Ann Lee, dismissed the health minister, Bob Coe, on Monday.",
            [
                ("Ann Lee", "president", None, None, "current"),
                ("Bob Coe", "health minister", None, None, "former"),
            ],
        ),
        ("Ann Lee, the dismissed minister, spoke.", [("Ann Lee", "minister", None, None, "former")]),
        ("Ann Lee took charge as finance minister.", [("Ann Lee", "finance minister", None, None, "current")]),
        ("Ann Lee will be the new mayor of Oslo.", [("Ann Lee", "mayor", "Oslo", None, "future")]),
        ("Ann Lee becomes Minister of Works in Ghana.", [("Ann Lee", "minister of works", None, None, "current")]),
        (
            "Ann Lee, governor of the Plum Bank from 2012 to 2019, joined the board of Dune Oil "
            "as an independent director.",
            [
                ("Ann Lee", "governor", "Plum Bank", "2012", "former"),
                ("Ann Lee", "independent director", "Dune Oil", None, "current"),
            ],
        ),
        (
            "“We grew,” said Ann Lee, Zorvex chairman and chief executive.",
            [
                ("Ann Lee", "chairman", "Zorvex", None, "current"),
                ("Ann Lee", "chief executive", "Zorvex", None, "current"),
            ],
        ),
        (
            "The National Bank of Georgia has named Ann Lee as a deputy governor.",
            [("Ann Lee", "deputy governor", "National Bank of Georgia", None, "current")],
        ),
    ],
)
def test_who_gives_and_takes_offices_in_english(text: str, wanted: list[Row]) -> None:
    assert rows(text, "en") == wanted


@pytest.mark.parametrize(
    "text",
    [
        "Ann Lee is running for president of Malta.",
        "Ann Lee hopes to become prime minister of Malta.",
        "Ann Lee is standing for mayor of Oslo.",
    ],
)
def test_an_office_only_sought_is_not_held(text: str) -> None:
    assert rows(text, "en") == []


@pytest.mark.parametrize(
    ("text", "start", "status"),
    [
        ("Ann Lee was named head of Dune Oil. She will take up the post on June 3.", "2024-06-03", "future"),
        ("President Ann Lee of Malta spoke. Lee, 75, was sworn in on Friday.", "2024-05-10", "current"),
        (
            "Dune Oil named Ann Lee as its chief executive and chairman, effective January 13, 2025.",
            "2025-01-13",
            "future",
        ),
        ("Ann Lee will become head of Dune Oil effective immediately.", "2024-05-15", "current"),
    ],
)
def test_the_day_on_which_an_office_begins(text: str, start: str, status: str) -> None:
    assert {(one[3], one[4]) for one in rows(text, "en")} == {(start, status)}


def test_who_will_replace_somebody_is_to_come():
    text = "Ann Lee will replace Bob Coe as chief executive of Dune Oil."
    assert {(one[0], one[4]) for one in rows(text, "en")} == {("Bob Coe", "former"), ("Ann Lee", "future")}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Губернатор Орловской области Иван Петров назначил на пост министра спорта Павла Зимина.",
            ("Павел Зимин", "министр спорта", "Орловская область", None, "current"),
        ),
        (
            "Анна Леева назначена главой ведомства. К работе она приступит с 1 июня.",
            ("Анна Леева", "глава", "ведомство", "2024-06-01", "future"),
        ),
        (
            "Новым послом Франции в Киргизии станет Жан Дюпон.",
            ("Жан Дюпон", "посол в Киргизии", None, None, "future"),
        ),
        (
            "Подал в отставку глава администрации Благовещенска (Амурская область) Пётр Зимин.",
            ("Пётр Зимин", "глава", "администрация Благовещенска", None, "former"),
        ),
    ],
)
def test_who_gives_and_takes_offices_in_russian(text: str, wanted: Row) -> None:
    assert wanted in rows(text, "ru")


def test_ministers_of_several_countries_stand_in_their_order():
    text = "Главы МИД Казахстана и Узбекистана Ержан Оспанов и Бахтиёр Каримов подписали план."
    found = rows(text, "ru")
    assert [(one[0], one[1]) for one in found] == [("Ержан Оспанов", "глава"), ("Бахтиёр Каримов", "глава МИД")]
    text = "Министры обороны России, Китая и Индии Иван Петров, Ли Вэй и Радж Сингх встретились."
    assert [one[1] for one in rows(text, "ru")] == ["министр обороны"] * 3
