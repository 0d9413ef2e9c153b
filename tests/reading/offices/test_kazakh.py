"""Kazakh offices: who leaves, who only decrees it, and what stands before a title without owning it."""

import pytest

from sholu.model.document import Document
from sholu.model.reading import Reading, Tenure
from sholu.reading.reader import ExactReader
from tests.reading.press import name_of


@pytest.fixture(scope="module")
def reader() -> ExactReader:
    return ExactReader()


def read(reader: ExactReader, text: str) -> Reading:
    return reader.read(Document(id="d", text=text, language="kk", published="2024-05-15"))


def held(reading: Reading, person: str) -> Tenure:
    return next(one for one in reading.tenures if name_of(reading, one.person) == person)


def test_whose_decree_it_is_does_not_leave(reader: ExactReader) -> None:
    reading = read(reader, "Бүгін Президент Асан Серіковтің жарлығымен үкімет басшысы отставкаға кетті.")
    assert held(reading, "Асан Серіков").status == "current"


def test_whoever_leaves_next_week_holds_the_office_still(reader: ExactReader) -> None:
    told = held(
        read(reader, "Атыраудың әкімі Асан Серіков 21 мамырда қызметінен кетіп, зейнетке шығады."), "Асан Серіков"
    )
    assert (told.status, told.end) == ("current", "2024-05-21")


@pytest.mark.parametrize(
    "text",
    [
        "Бүгін Тараздағы аудандық сот бұрынғы министр Асан Серіковтің өтінішін қанағаттандырған жоқ.",
        "Кеше Ақорда мемлекет басшысы Асан Серіковтің сапары туралы хабарлады.",
    ],
)
def test_a_subject_before_a_title_owns_nothing(reader: ExactReader, text: str) -> None:
    assert held(read(reader, text), "Асан Серіков").organisation is None


def test_an_owner_in_the_genitive_does(reader: ExactReader) -> None:
    reading = read(reader, "«Толқын» компаниясының бұрынғы директоры Асан Серіков ұсталды.")
    assert name_of(reading, held(reading, "Асан Серіков").organisation) == "«Толқын» компаниясы"


def test_whoever_is_put_forward_holds_nothing_yet(reader: ExactReader) -> None:
    assert read(reader, "Кеше палата төрағасы Асан Серіковтің кандидатурасы ұсынылды.").tenures == ()


def test_a_body_of_whose_it_is_in_capitals(reader: ExactReader) -> None:
    reading = read(reader, "Асан Серіков 2019 жылдан бастап Президент Әкімшілігін басқарды.")
    told = held(reading, "Асан Серіков")
    assert (name_of(reading, told.organisation), told.start) == ("Президент Әкімшілігі", "2019")


def test_the_head_of_government_is_the_premier(reader: ExactReader) -> None:
    text = (
        "Премьер-министр Асан Серіков Таразға келді. Оны орынбасары Ербол Асанов қарсы алды. Үкімет басшысы үндемеді."
    )
    reading = read(reader, text)
    premier = held(reading, "Асан Серіков").person
    entity = next(one for one in reading.entities if one.id == premier)
    assert "Үкімет басшысы" in [mention.span.of(text) for mention in entity.mentions]
