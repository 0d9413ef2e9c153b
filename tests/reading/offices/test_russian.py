"""How the Russian press tells who holds, takes and leaves an office."""

import pytest

from sholu.model.document import Document
from sholu.reading.reader import ExactReader

Row = tuple[str, str, str]


@pytest.fixture(scope="module")
def reader() -> ExactReader:
    return ExactReader()


def rows(reader: ExactReader, text: str) -> list[Row]:
    reading = reader.read(Document(text, language="ru", published="2016-05-20"))
    names = {entity.id: entity.name for entity in reading.entities}
    return sorted((names[one.person], one.office, one.status) for one in reading.tenures)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Олег Грушин освобожден от прежней должности министра энергетики.",
            [("Олег Грушин", "министр энергетики", "former")],
        ),
        ("Дверь открыл возглавлявший банк Олег Грушин.", [("Олег Грушин", "глава", "former")]),
        (
            "Министром транспорта стал Виталий Грушин, министром труда — Ирек Сливин.",
            [("Виталий Грушин", "министр транспорта", "current"), ("Ирек Сливин", "министр труда", "current")],
        ),
        (
            "Олег Грушин стал министром по развитию Арктики.",
            [("Олег Грушин", "министр по развитию Арктики", "current")],
        ),
        ("И. о. министра энергетики Олег Грушин ушёл.", [("Олег Грушин", "и.о министра энергетики", "current")]),
        (
            "Олег Грушин, заместитель премьер-министра — министр финансов, молчит.",
            [
                ("Олег Грушин", "заместитель премьер-министра", "current"),
                ("Олег Грушин", "министр финансов", "current"),
            ],
        ),
        (
            "Олег Грушин сменил Павла Яблокова на посту акима Турксибского района.",
            [("Олег Грушин", "аким", "current"), ("Павел Яблоков", "аким", "former")],
        ),
        (
            "На посту министра труда Олега Грушина сменил Иван Яблоков.",
            [("Иван Яблоков", "министр труда", "current"), ("Олег Грушин", "министр труда", "former")],
        ),
        (
            "Назначен новый секретарь Совета безопасности Киргизии. Это место занял адвокат Олег Грушин.",
            [("Олег Грушин", "секретарь", "current")],
        ),
        ("На должность акима Оша прочат Ивана Яблокова.", [("Иван Яблоков", "аким", "future")]),
        ("Акимом Шымкента назначили Ивана Яблокова.", [("Иван Яблоков", "аким", "current")]),
        ("Олег Грушин назначен чрезвычайным и полномочным послом.", [("Олег Грушин", "посол", "current")]),
    ],
)
def test_who_holds_what(reader: ExactReader, text: str, wanted: list[Row]) -> None:
    assert rows(reader, text) == wanted


def test_a_verb_without_a_subject_is_of_whom_the_sentence_before_tells(reader: ExactReader) -> None:
    text = "Олег Грушин родился в Оше. В 2010–2014 годах возглавлял банк «Север»."
    reading = reader.read(Document(text, language="ru", published="2016-05-20"))
    assert [(one.office, one.start, one.end) for one in reading.tenures] == [("глава", "2010", "2014")]
    text = "С 2010 по 2014 год Олег Грушин занимал пост министра труда."
    reading = reader.read(Document(text, language="ru", published="2016-05-20"))
    assert [(one.office, one.start, one.end) for one in reading.tenures] == [("министр труда", "2010", "2014")]


@pytest.mark.parametrize(
    "text",
    [
        "Пресс-секретарь Грушина молчит. Иван Грушин уехал.",
        "В ходе рабочего визита Ивана Грушина шёл дождь.",
        "Указом главы государства Иван Грушин награждён.",
        "Иван Грушин, министром труда недовольный, молчит.",
        "Иван Грушин сменил главу своей канцелярии. Новым руководителем стал Пётр Сливин.",
    ],
)
def test_nobody_holds_what_is_not_said_to_be_held(reader: ExactReader, text: str) -> None:
    assert rows(reader, text) == []
