"""Kazakh offices told in a row or once for several, and parties of events that have no name."""

import pytest

from sholu.model.document import Document
from sholu.model.reading import Reading
from sholu.reading.judgements.kazakh import sets_condition
from sholu.reading.quantities.kazakh_nouns import nominative
from sholu.reading.reader import ExactReader
from sholu.text.tokens import tokenise
from tests.reading.press import done, name_of

PUBLISHED = "2024-05-16"
Row = tuple[str | None, str, str | None, str]


@pytest.fixture(scope="module")
def reader() -> ExactReader:
    return ExactReader()


def read(reader: ExactReader, text: str) -> Reading:
    return reader.read(Document(id="d", text=text, language="kk", published=PUBLISHED))


def held(reading: Reading) -> list[Row]:
    return [
        (name_of(reading, one.person), one.office, name_of(reading, one.organisation), one.status)
        for one in reading.tenures
    ]


# Offices in a row


def test_a_life_goes_on_without_the_name(reader: ExactReader) -> None:
    text = (
        "Асқар Сейітов 57 жаста.\n\nОблыстық білім басқармасын басқарған, білім министрінің орынбасары, "
        "Ақтөбе қаласының әкімі болған."
    )
    rows = held(read(reader, text))
    assert ("Асқар Сейітов", "білім министрінің орынбасары", None, "former") in rows
    assert ("Асқар Сейітов", "әкім", "Ақтөбе", "former") in rows


def test_offices_behind_a_colon(reader: ExactReader) -> None:
    text = (
        "Асқар Сейітов Түркістанда туған. Жоғары лауазымдарда жұмыс істеген, атап айтсақ: Қостанай облысының әкімі, "
        "экономика министрі."
    )
    assert [row[1:] for row in held(read(reader, text))] == [
        ("әкім", "Қостанай облысы", "former"),
        ("экономика министрі", None, "former"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Асқар Сейітов жиын өткізді. Министр бұған дейін әкім болған.",
        "Асқар Сейітов жиын өткізді. Жиынға министр, әкім қатысты.",
        "Асқар Сейітов пен Дана Омарова келді. Қаржы министрі, әкім болған.",
    ],
)
def test_an_office_of_somebody_else_is_not_his(reader: ExactReader, text: str) -> None:
    assert held(read(reader, text)) == []


def test_one_office_for_several(reader: ExactReader) -> None:
    text = (
        "Асқар Сейітов Қордай ауданының, Ерлан Мұратов Зайсан ауданының, ал Болат Ахметов Шемонаиха ауданының әкімі "
        "болып тағайындалды."
    )
    assert [row[0] for row in held(read(reader, text))] == ["Асқар Сейітов", "Ерлан Мұратов", "Болат Ахметов"]


# Words of office


@pytest.mark.parametrize(
    ("text", "office", "body"),
    [
        ("Қалалық қаржы басқармасының бастығы Асқар Сейітов келді.", "бастық", "Қалалық қаржы басқармасы"),
        ("Сауда министрлігінің өкілі Дана Серікова келді.", "өкіл", "Сауда министрлігі"),
        ("Облыстық адвокаттар алқасының төрағасы Иса Омаров келді.", "төраға", "Облыстық адвокаттар алқасы"),
        ("Жогорку Кенеш (Парламент) төрағасы Талант Асанов келді.", "төраға", "Жогорку Кенеш"),
        (
            "Облыстың құрылыс, сәулет және жол басқармасының басшысы Қанат Омаров келді.",
            "басшы",
            "Облыстың құрылыс, сәулет және жол басқармасы",
        ),
    ],
)
def test_a_body_is_whole(reader: ExactReader, text: str, office: str, body: str) -> None:
    assert [row[1:3] for row in held(read(reader, text))] == [(office, body)]


@pytest.mark.parametrize(
    ("text", "office"),
    [
        ("Әділет министрінің бірінші орынбасары Асқар Сейітов келді.", "әділет министрінің бірінші орынбасары"),
        ("Қаржы министрінің бұрынғы кеңесшісі Дана Серікова келді.", "қаржы министрінің кеңесшісі"),
        ("«Нұр» компаниясы бас директорының орынбасары Асқар Сейітов келді.", "бас директордың орынбасары"),
        ("Үкімет отырысы премьер-министр Асқар Сейітовтің төрағалығымен өтті.", "премьер-министр"),
    ],
)
def test_how_an_office_is_called(reader: ExactReader, text: str, office: str) -> None:
    assert [row[1] for row in held(read(reader, text))] == [office]


def test_a_title_that_acts_is_not_of_whom_it_acts_on(reader: ExactReader) -> None:
    assert held(read(reader, "Президент Асқар Сейітовті қабылдады.")) == []
    ours = held(read(reader, "Министр Асқар Сейітовті сейсенбіде полиция ұстады."))
    assert [row[1] for row in ours] == ["министр"]


def test_since_when_and_whether_still(reader: ExactReader) -> None:
    text = "1997 жылғы наурыздан 2001 жылға дейін Асқар Сейітов Түркияда төтенше және өкілетті елші болды."
    (one,) = read(reader, text).tenures
    assert (one.start, one.end, one.status) == ("1997-03", "2001", "former")
    (other,) = read(reader, "Асқар Сейітов 2019 жылдан бері Абай облысының әкімі қызметін атқарып келеді.").tenures
    assert (other.start, other.status) == ("2019", "current")


# Events


def test_all_of_a_list_are_acted_upon(reader: ExactReader) -> None:
    text = "Полиция бөлімнің бұрынғы басшысын, қала әкімдігінің екі қызметкерін, сондай-ақ мердігерді ұстады."
    texts = " | ".join(role.text for role in done(read(reader, text), "COERCE").recipients)
    assert "мердігерді" in texts


@pytest.mark.parametrize(
    "text",
    [
        "Сот үкімі заңды күшіне енген жоқ.",
        "Асқар Сейітов 1964 жылы Түркістанда дүниеге келген.",
        "Бұл бап он жылға дейін бас бостандығынан айыруды қарастырады.",
    ],
)
def test_what_only_looks_like_a_deed(reader: ExactReader, text: str) -> None:
    assert read(reader, text).events == ()


# Figures and conditions


def test_a_number_with_a_noun_behind_a_hyphen_is_an_ordinal(reader: ExactReader) -> None:
    text = "Ол кодекстің 189-бабы 2-тармағының 4-бөлігі бойынша айыпталды."
    assert read(reader, text).quantities == ()


@pytest.mark.parametrize(
    ("text", "measures"),
    [
        ("Көрші екі сорғының электрін ажыратты.", ["сорғы"]),
        ("Олардың саны екі есе өсті.", []),
        ("Қызметкерлер бес күннен бері ереуілде жүр.", []),
        ("Комиссия 12 есеп тапсырды.", ["есеп"]),
    ],
)
def test_what_a_number_counts(reader: ExactReader, text: str, measures: list[str]) -> None:
    assert [one.measure for one in read(reader, text).quantities] == measures


@pytest.mark.parametrize(
    ("word", "base"),
    [
        ("ноутбугін", "ноутбук"),
        ("тасымалдаушыны", "тасымалдаушы"),
        ("мүлкін", "мүлік"),
        ("танкін", "танк"),
        ("тұрғын", "тұрғын"),
        ("маманы", "маманы"),
    ],
)
def test_nouns_in_the_nominative(word: str, base: str) -> None:
    assert nominative(word) == base


@pytest.mark.parametrize(
    ("words", "told"),
    [("қарызын төлемесе", True), ("егер келмей қалса", True), ("жұмысты орындамай", False), ("үйге барып", False)],
)
def test_what_makes_a_condition(words: str, told: bool) -> None:
    assert sets_condition(tokenise(words)) is told


def test_a_name_before_its_kind_of_land_has_no_case(reader: ExactReader) -> None:
    assert any(one.name.startswith("Жарма") for one in read(reader, "Жарма ауданының әкімі келді.").entities)
