"""Russian lists of people who share one role."""

import pytest

from sholu.model.document import Document
from sholu.reading.reader import ExactReader


@pytest.fixture(scope="module")
def reader() -> ExactReader:
    return ExactReader()


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (
            "Президент уволил Олега Грушина, Ирека Сливина и Ивана Яблокова.",
            {"Олег Грушин", "Ирек Сливин", "Иван Яблоков"},
        ),
        (
            "Президент уволил министра труда Олега Грушина, министра культуры и спорта Ирека Сливина и Ивана Яблокова.",
            {"Олег Грушин", "Ирек Сливин", "Иван Яблоков"},
        ),
        (
            "Полиция арестовала Олега Грушина, Ирека Сливина и Ивана Яблокова.",
            {"Олег Грушин", "Ирек Сливин", "Иван Яблоков"},
        ),
        ("Президент уволил Олега Грушина, Ирек Сливин и Иван Яблоков остались.", {"Олег Грушин"}),
        ("Президент уволил Олега Грушина, Ирек Сливин ушёл.", {"Олег Грушин"}),
    ],
)
def test_all_of_a_list_share_the_role(reader: ExactReader, text: str, who: set[str]) -> None:
    reading = reader.read(Document(text, language="ru", published="2016-05-20"))
    names = {entity.id: entity.name for entity in reading.entities if entity.kind == "person"}
    first = next(event for event in reading.events if event.type in ("LEAVE_OFFICE", "COERCE"))
    assert {names[role.entity] for role in (*first.actors, *first.recipients) if role.entity in names} == who
