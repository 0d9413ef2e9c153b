"""Lawyers hold an office of whom they speak for."""

import pytest

from sholu.model.document import Document
from sholu.reading.reader import ExactReader

CASE = {
    "en": "A court in Bishkek jailed Bakyt Sarmanov for five years on Monday.",
    "ru": "Суд в Бишкеке приговорил Бакыта Сарманова к пяти годам.",
    "kk": "Бішкек соты Бақыт Сарманұлын бес жылға соттады.",
}


@pytest.fixture(scope="module")
def reader() -> ExactReader:
    return ExactReader()


def lawyers(reader: ExactReader, text: str, tag: str) -> list[tuple[str, str, str | None]]:
    """Name, office and client of those who hold an office in this text."""
    reading = reader.read(Document(text, language=tag, published="2016-05-20"))
    named = {entity.id: entity.name for entity in reading.entities}
    return [
        (named[tenure.person], tenure.office, named.get(tenure.organisation or ""))
        for tenure in reading.tenures
        if not tenure.office.startswith(("судья", "судьяс", "prosecutor"))
    ]


@pytest.mark.parametrize(
    ("tag", "said", "name", "office"),
    [
        ("en", 'His lawyer, Ann Lee, told reporters: "He never saw that car."', "Ann Lee", "lawyer"),
        ("en", "Ann Lee, his lawyer, will appeal.", "Ann Lee", "lawyer"),
        ("en", "Sarmanov's lawyer, Ann Lee, will appeal.", "Ann Lee", "lawyer"),
        ("en", "Defence lawyer Ann Lee will appeal.", "Ann Lee", "defence lawyer"),
        ("en", "Ann Lee, counsel for the defence, will appeal.", "Ann Lee", "counsel"),
        ("en", "Counsel for Sarmanov, Ann Lee, will appeal.", "Ann Lee", "counsel"),
        ("ru", "Его адвокат Анна Белова считает приговор суровым.", "Анна Белова", "адвокат"),
        ("ru", "Адвокат осуждённого Анна Белова считает приговор суровым.", "Анна Белова", "адвокат"),
        ("ru", "Защитник Иван Белов обжалует решение.", "Иван Белов", "защитник"),
        ("kk", "Оның қорғаушысы Асан Серіков үкіммен келіспейді.", "Асан Серіков", "қорғаушы"),
        ("kk", "Айыпталушының адвокаты Асан Серіков үкіммен келіспейді.", "Асан Серіков", "адвокат"),
    ],
)
def test_a_lawyer_speaks_for_whoever_stood_before_the_court(
    reader: ExactReader, tag: str, said: str, name: str, office: str
) -> None:
    client = {"en": "Bakyt Sarmanov", "ru": "Бакыт Сарманов", "kk": "Бақыт Сарманұлы"}[tag]
    assert lawyers(reader, f"{CASE[tag]} {said}", tag) == [(name, office, client)]


def test_the_prosecutor_is_no_client(reader: ExactReader) -> None:
    text = (
        f"{CASE['en']} Prosecutor John Berg had sought nine years before the court. Defence lawyer Ann Lee will appeal."
    )
    assert ("Ann Lee", "defence lawyer", "Bakyt Sarmanov") in lawyers(reader, text, "en")


def test_a_client_without_a_name_is_not_guessed(reader: ExactReader) -> None:
    text = f"{CASE['en']} Ann Lee, attorney for two of the miners, will appeal."
    assert lawyers(reader, text, "en") == [("Ann Lee", "attorney for two of the miners", None)]


@pytest.mark.parametrize(
    ("tag", "text"),
    [
        ("en", "Ann Lee, a maritime lawyer, spoke of ships."),
        ("en", f"{CASE['en']} Ann Lee, a maritime lawyer, was not surprised."),
        ("en", "Lawyer jokes bore Ann Lee."),
        ("ru", "Адвокат Анна Белова выпустила книгу о рыбалке."),
        ("kk", "Адвокаттар күні тойланды."),
    ],
)
def test_a_trade_is_no_office(reader: ExactReader, tag: str, text: str) -> None:
    assert lawyers(reader, text, tag) == []
