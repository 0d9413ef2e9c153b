"""Bare nouns behind an office mean what the text has named before: «аким области», «председатель ведомства»."""

import pytest

from sholu.model.document import Document
from sholu.reading.reader import ExactReader


@pytest.fixture(scope="module")
def reader() -> ExactReader:
    return ExactReader()


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("В Карагандинской области сход. Бывший аким области Иван Петров молчит.", "Карагандинская область"),
        ("Прокурор района Иван Петров выступил в Кеминском районе.", "Кеминский район"),
        ("Дождь залил Алматы. Мэр города Иван Петров молчит.", "Алматы"),
        ("Закрыта Сливгренская ТЭС. Директора станции Ивана Петрова уволили.", "Сливгренская ТЭС"),
        ("Приехал глава Минэнерго. Пресс-секретарь ведомства Иван Петров молчит.", "Минэнерго"),
        ("Президент республики Иван Петров молчит.", None),
        ("Аким области Иван Петров молчит.", None),
        ("Закрыта Сливгренская ТЭС. Мэр города Иван Петров молчит.", None),
    ],
)
def test_what_a_bare_noun_means(reader: ExactReader, text: str, body: str | None) -> None:
    reading = reader.read(Document(text, language="ru", published="2016-05-20"))
    names = {entity.id: entity.name for entity in reading.entities}
    found = {names[one.person]: names.get(one.organisation or "") for one in reading.tenures}
    assert found["Иван Петров"] == body
