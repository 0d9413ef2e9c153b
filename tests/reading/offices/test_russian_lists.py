"""How the Russian press tells of several fields of one office, and of several people who come and go at once."""

import pytest

from sholu.model.document import Document
from sholu.reading.reader import ExactReader
from tests.reading.offices.test_russian import Row, rows


@pytest.fixture(scope="module")
def reader() -> ExactReader:
    return ExactReader()


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Министр культуры, спорта и туризма Олег Грушин молчит.",
            [("Олег Грушин", "министр культуры, спорта и туризма", "current")],
        ),
        (
            "Министр сельского хозяйства, водных ресурсов и торговли Олег Грушин молчит.",
            [("Олег Грушин", "министр сельского хозяйства, водных ресурсов и торговли", "current")],
        ),
        (
            "Олег Грушин работает заместителем акима Жамбылской области по финансам, экономике и борьбе с бедностью.",
            [("Олег Грушин", "заместитель акима по финансам, экономике и борьбе с бедностью", "current")],
        ),
        (
            "Олег Грушин, министр культуры, журналист и писатель, молчит.",
            [("Олег Грушин", "министр культуры", "current")],
        ),
    ],
)
def test_what_an_office_is_for_may_be_a_list(reader: ExactReader, text: str, wanted: list[Row]) -> None:
    assert rows(reader, text) == wanted


def test_who_is_in_office_in_a_place_for_something_is_of_the_place(reader: ExactReader) -> None:
    text = "Олег Грушин стал заместителем акима Жамбылской области по вопросам сельского хозяйства."
    reading = reader.read(Document(text, language="ru", published="2016-05-20"))
    assert [entity.name for entity in reading.entities if entity.id == reading.tenures[0].organisation] == [
        "Жамбылская область"
    ]


@pytest.mark.parametrize(
    "opening",
    [
        "Президент снял с занимаемых должностей",
        "Президент освободил от должностей",
        "Президент отстранил от занимаемых должностей",
        "Президент отправил в отставку",
    ],
)
def test_all_of_a_list_are_dismissed(reader: ExactReader, opening: str) -> None:
    text = f"{opening} министра труда Олега Грушина, министра культуры и спорта Ирека Сливина и акима Ивана Яблокова."
    assert rows(reader, text) == [
        ("Иван Яблоков", "аким", "former"),
        ("Ирек Сливин", "министр культуры и спорта", "former"),
        ("Олег Грушин", "министр труда", "former"),
    ]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("В Аркалыке назначен мэром Олег Грушин.", [("Олег Грушин", "мэр", "current")]),
        ("Министром труда президент назначил Олега Грушина.", [("Олег Грушин", "министр труда", "current")]),
        ("Новым министром труда Сливин назначил Олега Грушина.", [("Олег Грушин", "министр труда", "current")]),
        ("Министром труда президент предложил Олега Грушина.", [("Олег Грушин", "министр труда", "future")]),
        (
            "Вице-премьерами назначены Олег Грушин и Ирек Сливин.",
            [("Ирек Сливин", "вице-премьер", "current"), ("Олег Грушин", "вице-премьер", "current")],
        ),
        (
            "Глава музея Олег Грушин и директор завода Ирек Сливин также назначены вице-премьерами.",
            [
                ("Ирек Сливин", "вице-премьер", "current"),
                ("Ирек Сливин", "директор", "current"),
                ("Олег Грушин", "вице-премьер", "current"),
                ("Олег Грушин", "глава", "current"),
            ],
        ),
        ("Исполняющими обязанности назначены Олег Грушин и Ирек Сливин.", []),
    ],
)
def test_who_is_appointed_stands_behind_the_office_or_in_a_list(
    reader: ExactReader, text: str, wanted: list[Row]
) -> None:
    assert rows(reader, text) == wanted


def test_those_whose_lawyers_are_told_are_no_lawyers(reader: ExactReader) -> None:
    assert rows(reader, "Суд арестовал Олега Грушина. Адвокаты Грушина намерены обжаловать приговор.") == []


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Министром труда стал Олег Грушин. Ранее этот пост занимал Ирек Сливин.",
            [("Ирек Сливин", "министр труда", "former"), ("Олег Грушин", "министр труда", "current")],
        ),
        (
            "Министр труда Олег Грушин молчит. Какой пост займёт Ирек Сливин, неизвестно.",
            [("Олег Грушин", "министр труда", "current")],
        ),
        (
            "Иван Яблоков представил кандидатуру Олега Грушина на должность хокима — ранее он был прокурором Оша.",
            [("Олег Грушин", "прокурор", "former"), ("Олег Грушин", "хоким", "future")],
        ),
        ("Олег Грушин предложен на пост министра труда.", [("Олег Грушин", "министр труда", "future")]),
        (
            "Комитет во главе с бывшим министром труда Олегом Грушиным ушёл.",
            [("Олег Грушин", "министр труда", "former")],
        ),
        ("Нардеп Олег Грушин молчит.", [("Олег Грушин", "нардеп", "current")]),
    ],
)
def test_an_office_is_of_whom_the_words_around_it_tell(reader: ExactReader, text: str, wanted: list[Row]) -> None:
    assert rows(reader, text) == wanted


def test_an_office_over_a_land_is_of_the_one_that_opens_the_sentence(reader: ExactReader) -> None:
    text = "В Аксуском районе Жамбылской области назначен акимом Олег Грушин."
    reading = reader.read(Document(text, language="ru", published="2016-05-20"))
    names = {entity.id: entity.name for entity in reading.entities}
    assert [(one.office, names[one.organisation or ""]) for one in reading.tenures] == [("аким", "Аксуский район")]


def test_he_of_whom_a_verb_of_office_tells_is_the_one_appointed_or_dismissed(reader: ExactReader) -> None:
    def meant(text: str) -> list[str]:
        entities = reader.read(Document(text, language="ru", published="2016-05-20")).entities
        return [one.name for one in entities if any(mention.form == "pronoun" for mention in one.mentions)]

    assert meant("Иван Яблоков уволил Олега Грушина. Он был мэром Оша.") == ["Олег Грушин"]
    assert meant("Иван Яблоков уволил Олега Грушина. Он уехал в Ош.") == ["Иван Яблоков"]
    assert meant("Иван Яблоков уволил Олега Грушина. Ирек Сливин молчит: он был мэром Оша.") == ["Ирек Сливин"]
