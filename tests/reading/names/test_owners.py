"""Names that run together with whose the office before them is."""

import pytest

from tests.reading.names.conftest import Read


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Как сообщил вчера губернатор Нимроза Зиярмаль Сливзой, вода ушла.",
            {("Нимроз", "place"), ("Зиярмаль Сливзой", "person")},
        ),
        (
            "Вчера защитник Штемпера Инна Вязович подала жалобу; Олег Штемпер молчал.",
            {("Олег Штемпер", "person"), ("Инна Вязович", "person")},
        ),
        ("Вчера депутат Крутова Анна Петровна ушла.", {("Крутова Анна Петровна", "person")}),
        ("Вчера министр Амина Диалло Траоре уехала.", {("Амина Диалло Траоре", "person")}),
    ],
)
def test_whose_office_it_is_stands_apart(read: Read, text: str, expected: set[tuple[str, str]]) -> None:
    assert {(entity.name, entity.kind) for entity in read(text, "ru")} == expected
