"""Who comes, who goes and who only has others come and go, in Russian and English; and lists of several."""

import pytest

from sholu.model.document import Document
from sholu.reading.reader import ExactReader

Row = tuple[str, str, str]


@pytest.fixture(scope="module")
def reader() -> ExactReader:
    return ExactReader()


def rows(reader: ExactReader, text: str) -> list[Row]:
    language = "ru" if any("а" <= letter <= "я" for letter in text.lower()) else "en"
    reading = reader.read(Document(text, language=language, published="2016-05-20"))
    names = {entity.id: entity.name for entity in reading.entities}
    return sorted((names[one.person], one.office, one.status) for one in reading.tenures)


RUSSIAN: list[tuple[str, list[Row]]] = [
    (
        "Президент Олег Грушин отправил в отставку министра труда Павла Сливина.",
        [("Олег Грушин", "президент", "current"), ("Павел Сливин", "министр труда", "former")],
    ),
    ("Мэр Олег Грушин в мае уволил сторожа.", [("Олег Грушин", "мэр", "current")]),
    ("Губернатор не уволил министра труда Павла Сливина.", [("Павел Сливин", "министр труда", "current")]),
    ("Его должен заменить министр труда Павел Сливин.", [("Павел Сливин", "министр труда", "current")]),
    (
        "Свои посты покинули министр труда Павел Сливин и мэр Анна Вишнева.",
        [("Анна Вишнева", "мэр", "former"), ("Павел Сливин", "министр труда", "former")],
    ),
    (
        "Министр труда Павел Сливин и министр спорта Олег Грушин ушли в отставку.",
        [("Олег Грушин", "министр спорта", "former"), ("Павел Сливин", "министр труда", "former")],
    ),
    (
        "В отставку ушёл вице-премьер, министр труда Павел Сливин.",
        [("Павел Сливин", "вице-премьер", "former"), ("Павел Сливин", "министр труда", "former")],
    ),
    (
        "Министра труда Павла Сливина сменил генерал Олег Грушин.",
        [("Олег Грушин", "министр труда", "current"), ("Павел Сливин", "министр труда", "former")],
    ),
    (
        "Олег Грушин сменил на посту министра труда Павла Сливина.",
        [("Олег Грушин", "министр труда", "current"), ("Павел Сливин", "министр труда", "former")],
    ),
    (
        "Министром труда стал Олег Грушин. Он сменил Павла Сливина.",
        [("Олег Грушин", "министр труда", "current"), ("Павел Сливин", "министр труда", "former")],
    ),
    ("Анну Вишневу в мае уволили с поста мэра.", [("Анна Вишнева", "мэр", "former")]),
    (
        "Министр спорта Анна Вишнева, которую в мае назначили вице-премьером, молчит.",
        [("Анна Вишнева", "вице-премьер", "current"), ("Анна Вишнева", "министр спорта", "current")],
    ),
    (
        "Президент Олег Грушин назначил Анну Вишневу министром. До этого она работала вице-мэром.",
        [
            ("Анна Вишнева", "вице-мэр", "former"),
            ("Анна Вишнева", "министр", "current"),
            ("Олег Грушин", "президент", "current"),
        ],
    ),
    (
        "Исполнять обязанности министра труда будет его заместитель Олег Грушин.",
        [
            ("Олег Грушин", "заместитель", "current"),
            ("Олег Грушин", "исполняющий обязанности министра труда", "current"),
        ],
    ),
    (
        "Обязанности ректора временно исполняет Олег Грушин.",
        [("Олег Грушин", "исполняющий обязанности ректора", "current")],
    ),
    ("Место мэра вместо Сливина занял Олег Грушин.", [("Олег Грушин", "мэр", "current"), ("Сливин", "мэр", "former")]),
    (
        "Юрист стал заместителем премьер-министра Олега Грушина.",
        [("Олег Грушин", "премьер-министр", "current")],
    ),
    (
        "Президент Казахстана Олег Грушин, Кыргызстана — Павел Сливин приехали.",
        [("Олег Грушин", "президент", "current"), ("Павел Сливин", "президент", "current")],
    ),
    (
        "Грамоты вручили послы Ирана Олег Грушин и Китая Павел Сливин.",
        [("Олег Грушин", "посол", "current"), ("Павел Сливин", "посол", "current")],
    ),
    ("Депутат Госдумы от партии «Рассвет» Олег Грушин молчит.", [("Олег Грушин", "депутат", "current")]),
    ("Мэр Олег Грушин скончался в больнице.", [("Олег Грушин", "мэр", "former")]),
    ("Умер ректор академии Олег Грушин.", [("Олег Грушин", "ректор", "former")]),
    (
        "Арестованы бывшие министры Олег Грушин и Павел Сливин.",
        [("Олег Грушин", "министр", "former"), ("Павел Сливин", "министр", "former")],
    ),
    ("Последний губернатор Олег Грушин уехал.", [("Олег Грушин", "губернатор", "former")]),
    ("Заведующая детским садом Анна Вишнева уехала.", [("Анна Вишнева", "заведующий детским садом", "current")]),
    (
        "Руководитель аппарата Олег Грушин, вице-премьер — министр труда Павел Сливин молчат.",
        [
            ("Олег Грушин", "руководитель аппарата", "current"),
            ("Павел Сливин", "вице-премьер", "current"),
            ("Павел Сливин", "министр труда", "current"),
        ],
    ),
    ("Кандидат в президенты Олег Грушин и претендент на пост мэра Павел Сливин молчат.", []),
]


@pytest.mark.parametrize(("text", "wanted"), RUSSIAN)
def test_russian_changes(reader: ExactReader, text: str, wanted: list[Row]) -> None:
    assert rows(reader, text) == wanted


ENGLISH: list[tuple[str, list[Row]]] = [
    (
        "President Jo Reed replaced the army chief, Ann Lee.",
        [("Ann Lee", "army chief", "former"), ("Jo Reed", "president", "current")],
    ),
    (
        "Jo Reed replaced the army chief, Ann Lee.",
        [("Ann Lee", "army chief", "former"), ("Jo Reed", "army chief", "current")],
    ),
    (
        "Jo Reed served as press secretary to former President Dan Kole.",
        [("Dan Kole", "president", "former"), ("Jo Reed", "press secretary", "former")],
    ),
    ("His friend, Jo Reed, was appointed director of the fund.", [("Jo Reed", "director", "current")]),
    ("The firm named Jo Reed as chief executive, effective July 1, 2016.", [("Jo Reed", "chief executive", "future")]),
    ("Ex-finance minister Jo Reed spoke.", [("Jo Reed", "finance minister", "former")]),
    ("Chief Superintendent Jo Reed spoke.", []),
    ("Jo Reed, a candidate for governor, spoke.", []),
    ("Protesters demanded the resignation of Mayor Jo Reed.", [("Jo Reed", "mayor", "current")]),
    ("Norway named Jo Reed ambassador to Chile and Ann Lee ambassador to Peru.", [
        ("Ann Lee", "ambassador to Peru", "current"), ("Jo Reed", "ambassador to Chile", "current"),
    ]),
    ("The mayor sacked the police chief, Jo Reed, and named Ann Lee in his place.", [
        ("Ann Lee", "police chief", "current"), ("Jo Reed", "police chief", "former"),
    ]),
    ("King Dan Kole appointed Ann Lee prime minister to replace Jo Reed.", [
        ("Ann Lee", "prime minister", "current"), ("Dan Kole", "king", "current"),
        ("Jo Reed", "prime minister", "former"),
    ]),
    ("The ambassadors of Chile, Jo Reed, and Peru, Ann Lee, spoke.", [
        ("Ann Lee", "ambassador", "current"), ("Jo Reed", "ambassador", "current"),
    ]),
    ("Jo Reed, a former special forces commander, spoke.", [("Jo Reed", "commander", "former")]),
    ("A former economy minister under Dan Kole, Jo Reed, spoke.", [("Jo Reed", "economy minister", "former")]),
    ("Mayor Jo Reed has died. The governor, Ann Lee, spoke.", [
        ("Ann Lee", "governor", "current"), ("Jo Reed", "mayor", "former"),
    ]),
    ("He fired Finance Minister Jo Reed and replaced him with Ann Lee.", [
        ("Ann Lee", "finance minister", "current"), ("Jo Reed", "finance minister", "former"),
    ]),
    ("They held former senator Jo Reed, the former mayor of Oslo, Ann Lee, and others.", [
        ("Ann Lee", "mayor", "former"), ("Jo Reed", "senator", "former"),
    ]),
    ("Jo Reed was named acting mayor, replacing Ann Lee.", [
        ("Ann Lee", "mayor", "former"), ("Jo Reed", "acting mayor", "current"),
    ]),
    ("Jo Reed, the party's nominee in 2008, spoke.", [("Jo Reed", "nominee", "former")]),
    ("Jo Reed, the party's nominee in 2016, spoke.", [("Jo Reed", "nominee", "current")]),
    ("Jo Reed, a PQR spokesman, spoke.", [("Jo Reed", "spokesman", "current")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), ENGLISH)
def test_english_changes(reader: ExactReader, text: str, wanted: list[Row]) -> None:
    assert rows(reader, text) == wanted


def test_lives_told_by_dates(reader: ExactReader) -> None:
    text = "Олег Грушин родился в Оше. В 2008–2010 годах — заместитель акима. С 2010 года — мэр. С 2014 года — ректор."
    reading = reader.read(Document(text, language="ru", published="2016-05-20"))
    assert [(one.office, one.status, one.start, one.end) for one in reading.tenures] == [
        ("заместитель акима", "former", "2008", "2010"),
        ("мэр", "former", "2010", None),
        ("ректор", "current", "2014", None),
    ]
    text = "С 2010 года Олег Грушин — министр труда. В 2012 году — наводнение."
    reading = reader.read(Document(text, language="ru", published="2016-05-20"))
    assert [(one.office, one.status, one.start) for one in reading.tenures] == [("министр труда", "current", "2010")]


def test_countries_of_several(reader: ExactReader) -> None:
    text = "Президенты Казахстана и Ирана Олег Грушин и Павел Сливин встретились."
    reading = reader.read(Document(text, language="ru", published="2016-05-20"))
    assert [one.country for one in reading.tenures] == ["KZ", "IR"]
    text = "The Ambassador of the Federal Democratic Republic of Ethiopia, Jo Reed, spoke."
    reading = reader.read(Document(text, language="en", published="2016-05-20"))
    assert [(one.country, one.organisation) for one in reading.tenures] == [("ET", None)]


def test_terms_told_again(reader: ExactReader) -> None:
    text = "Jo Reed was elected mayor in 2010, a post he held until 2014."
    reading = reader.read(Document(text, language="en", published="2016-05-20"))
    assert [(one.office, one.status, one.start, one.end) for one in reading.tenures] == [
        ("mayor", "former", "2010", "2014")
    ]
    text = "Олег Грушин назначен министром труда. Эту должность он занимал до 2010 года."
    reading = reader.read(Document(text, language="ru", published="2016-05-20"))
    assert [(one.office, one.status, one.end) for one in reading.tenures] == [("министр труда", "former", "2010")]
    text = "She led a team in the 1995-2012 government. Jo Reed was mayor in the 1995-2012 government."
    reading = reader.read(Document(text, language="en", published="2016-05-20"))
    assert [(one.office, one.start, one.end) for one in reading.tenures] == [("mayor", None, None)]


def test_what_was_left_since_is_not_held(reader: ExactReader) -> None:
    text = "The president fired Mayor Jo Reed. Reed was appointed mayor in May 2012."
    reading = reader.read(Document(text, language="en", published="2016-05-20"))
    assert {(one.office, one.status) for one in reading.tenures} == {("mayor", "former")}


def test_a_body_named_and_then_called_by_its_noun_is_one(reader: ExactReader) -> None:
    text = "The Jogorku Kenesh elected a new speaker, Jo Reed. Reed was elected speaker of the parliament on Wednesday."
    reading = reader.read(Document(text, language="en", published="2016-05-20"))
    assert len(reading.tenures) == 1


def test_offices_between_states_are_of_no_country(reader: ExactReader) -> None:
    text = "UN Secretary-General Jo Reed met Norway's ambassador to the UN, Ann Lee, in Oslo."
    reading = reader.read(Document(text, language="en", published="2016-05-20"))
    assert [one.country for one in reading.tenures] == [None, "NO"]


def test_every_mention_has_words(reader: ExactReader) -> None:
    text = "Помощник президента Олег Грушин молчит. Заместитель министра Павел Сливин уехал."
    reading = reader.read(Document(text, language="ru", published="2016-05-20"))
    assert all(mention.start < mention.end for entity in reading.entities for mention in entity.mentions)
