"""Kazakh sources: who is not the one that speaks, and how far what is said reaches."""

import pytest

from sholu.model.document import Document
from sholu.model.reading import Reading
from sholu.reading.reader import ExactReader
from tests.reading.press import content, name_of


@pytest.fixture(scope="module")
def reader() -> ExactReader:
    return ExactReader()


def read(reader: ExactReader, text: str) -> Reading:
    return reader.read(Document(id="d", text=text, language="kk", published="2024-05-15"))


@pytest.mark.parametrize(
    "text",
    [
        "Толқын көлі тартылады деген мәлімдеме шындыққа жанаспайтын сипатқа ие.",
        "Полиция басшысын «топ құрды» деп айыптаған ұжымдық арыз таралды.",
    ],
)
def test_what_stands_beside_a_noun_does_not_say_it(reader: ExactReader, text: str) -> None:
    (said,) = read(reader, text).attributions
    assert (said.source, said.source_text) == (None, None)


def test_whoever_made_a_statement_does(reader: ExactReader) -> None:
    reading = read(reader, "Асан Серіков жол ашылды деп мәлімдеген болатын.")
    assert [name_of(reading, one.source) for one in reading.attributions] == ["Асан Серіков"]


def test_a_clause_behind_the_speaker_is_no_part_of_him(reader: ExactReader) -> None:
    text = "– Топ жіберілді. Жол ашылады, – деді Асан Серіков Тараздағы жиында сұраққа жауап бере отырып."
    reading = read(reader, text)
    (said,) = reading.attributions
    assert name_of(reading, said.source) == "Асан Серіков"
    assert content(reading, said) == ["Топ жіберілді. Жол ашылады"]


@pytest.mark.parametrize("text", ["Атап айтсақ, жол үш айға жабылды.", "Айта өтейік, жол үш айға жабылды."])
def test_asides_claim_nothing(reader: ExactReader, text: str) -> None:
    assert read(reader, text).attributions == ()


def test_an_outlet_behind_what_it_cites(reader: ExactReader) -> None:
    reading = read(reader, "Баға өсті, деп жазады qala.kz сараптама қызметі мәліметіне сүйеніп dala.kz.")
    assert [name_of(reading, one.outlet) for one in reading.attributions] == ["dala.kz"]
