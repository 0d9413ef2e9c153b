"""Offices given and taken: by whom, of which body, from which day, and what only looks like an office held."""

import pytest

from sholu.model.document import Document
from sholu.reading.reader import make_reader

Row = tuple[str, str, str | None, str | None, str]


def rows(text: str, tag: str) -> list[Row]:
    """Person, office, body, start and status of every tenure."""
    reading = make_reader(engine="exact").read(Document(text, published="2024-05-15", language=tag))
    names = {entity.id: entity.name for entity in reading.entities}
    return [
        (names[one.person], one.office, names.get(one.organisation or ""), one.start, one.status)
        for one in reading.tenures
    ]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "The president, Ann Lee, dismissed the health minister, Bob Coe, on Monday.",
            [
                ("Ann Lee", "president", None, None, "current"),
                ("Bob Coe", "health minister", None, None, "former"),
            ],
        ),
        ("Ann Lee, the dismissed minister, spoke.", [("Ann Lee", "minister", None, None, "former")]),
        ("Ann Lee took charge as finance minister.", [("Ann Lee", "finance minister", None, None, "current")]),
        ("Ann Lee will be the new mayor of Oslo.", [("Ann Lee", "mayor", "Oslo", None, "future")]),
        ("Ann Lee becomes Minister of Works in Ghana.", [("Ann Lee", "minister of works", None, None, "current")]),
        (
            "Ann Lee, governor of the Plum Bank from 2012 to 2019, joined the board of Dune Oil "
            "as an independent director.",
            [
                ("Ann Lee", "governor", "Plum Bank", "2012", "former"),
                ("Ann Lee", "independent director", "Dune Oil", None, "current"),
            ],
        ),
        (
            "“We grew,” said Ann Lee, Zorvex chairman and chief executive.",
            [
                ("Ann Lee", "chairman", "Zorvex", None, "current"),
                ("Ann Lee", "chief executive", "Zorvex", None, "current"),
            ],
        ),
        (
            "The National Bank of Georgia has named Ann Lee as a deputy governor.",
            [("Ann Lee", "deputy governor", "National Bank of Georgia", None, "current")],
        ),
        (
            "President Ivan Petrov accepted the resignations of the governor of Osh, who was appointed to the new "
            "cabinet as housing minister this month, and the mayor of Jizzakh.",
            [("Ivan Petrov", "president", None, None, "current")],
        ),
        (
            "By a decree proposed by Ivan Petrov the president appointed Bob Coe defence minister.",
            [("Bob Coe", "defence minister", None, None, "current")],
        ),
        (
            "President Ivan Petrov has appointed the head of the Plum Bank Bob Coe to the council.",
            [
                ("Ivan Petrov", "president", None, None, "current"),
                ("Bob Coe", "head", "Plum Bank", None, "current"),
            ],
        ),
        (
            "Ivan Petrov took office on Friday as the head of state.",
            [("Ivan Petrov", "head of state", None, "2024-05-10", "current")],
        ),
        (
            "He appointed Bob Coe, who had previously served as first deputy prime minister, as prime minister.",
            [
                ("Bob Coe", "prime minister", None, None, "current"),
                ("Bob Coe", "first deputy prime minister", None, None, "former"),
            ],
        ),
        (
            "Ivan Petrov appointed Bob Coe as the new khokim (governor) of Jizzakh region.",
            [("Bob Coe", "khokim", "Jizzakh Region", "2024-05", "current")],
        ),
        (
            "The president appointed lawyer and election expert Ann Lee to head the Interior Ministry.",
            [("Ann Lee", "head", "Interior Ministry", None, "current")],
        ),
        (
            "The president nominated Bob Coe to head the Plum Bank.",
            [("Bob Coe", "head", "Plum Bank", None, "future")],
        ),
        ("The president asked Bob Coe to lead the country.", []),
        ("The new interior minister is Bob Coe.", [("Bob Coe", "interior minister", None, None, "current")]),
        ("The interior minister was Bob Coe's guest.", []),
        (
            "Bob Coe, who also retained the post of Minister of Trade, spoke.",
            [("Bob Coe", "minister of trade", None, None, "current")],
        ),
        (
            "Ann Lee will be in charge of the Ministry of Health.",
            [("Ann Lee", "head", "Ministry of Health", None, "future")],
        ),
        (
            "Interim President Bob Coe, who will serve as interim president until an election in 2025, spoke.",
            [("Bob Coe", "interim president", None, None, "current")],
        ),
        (
            "Ivan Petrov also named a new mayor of Oslo.",
            [],
        ),
        (
            "Replacing Bob Coe, the Norland president appointed Ann Lee as mayor.",
            [("Bob Coe", "mayor", None, None, "former"), ("Ann Lee", "mayor", None, None, "current")],
        ),
        ("“It is over,” said Ivan Petrov and Bob Coe, the spokesman said.", []),
        (
            "Speaker Bob Coe is to serve as Georgia's interim president.",
            [
                ("Bob Coe", "speaker", None, None, "current"),
                ("Bob Coe", "interim president", None, None, "future"),
            ],
        ),
        (
            "The post of the Minister of Culture is now held by Ann Lee. The post of mayor went to Bob Coe.",
            [
                ("Ann Lee", "minister of culture", None, None, "current"),
                ("Bob Coe", "mayor", None, None, "current"),
            ],
        ),
        (
            "Bob Coe has been nominated for the post of the head of the Plum Bank.",
            [("Bob Coe", "head", "Plum Bank", None, "future")],
        ),
        (
            "The parliament elected former health minister Bob Coe as its speaker.",
            [
                ("Bob Coe", "speaker", "parliament", None, "current"),
                ("Bob Coe", "health minister", None, None, "former"),
            ],
        ),
        (
            "Bob Coe, mayor of the western city of Osh, spoke.",
            [("Bob Coe", "mayor", "Osh", None, "current")],
        ),
        (
            "Ann Lee had served as chairwoman of the Plum Bank since a day after her father stepped down as president.",
            [("Ann Lee", "chairwoman", "Plum Bank", None, "former")],
        ),
        (
            "Bob Coe rules the town and holds the lifetime post as chairman of the Plum Bank.",
            [("Bob Coe", "chairman", "Plum Bank", None, "current")],
        ),
        (
            "Minister of Justice Ann Lee spoke. Bob Coe is Deputy Minister of Justice. Ivan Petrov left.",
            [
                ("Ann Lee", "minister of justice", None, None, "current"),
                ("Bob Coe", "deputy minister of justice", None, None, "current"),
            ],
        ),
        ("Bob Coe stayed on as head of the Plum Bank.", [("Bob Coe", "head", "Plum Bank", None, "current")]),
        (
            "Bob Coe continues to hold several posts: the chairman of the Plum Union and the head of the Dune Party.",
            [
                ("Bob Coe", "chairman", "Plum Union", None, "current"),
                ("Bob Coe", "head", "Dune Party", None, "current"),
            ],
        ),
    ],
)
def test_who_gives_and_takes_offices_in_english(text: str, wanted: list[Row]) -> None:
    assert rows(text, "en") == wanted


@pytest.mark.parametrize(
    "text",
    [
        "Ann Lee is running for president of Malta.",
        "Ann Lee hopes to become prime minister of Malta.",
        "Ann Lee is standing for mayor of Oslo.",
    ],
)
def test_an_office_only_sought_is_not_held(text: str) -> None:
    assert rows(text, "en") == []


@pytest.mark.parametrize(
    ("text", "start", "status"),
    [
        ("Ann Lee was named head of Dune Oil. She will take up the post on June 3.", "2024-06-03", "future"),
        ("President Ann Lee of Malta spoke. Lee, 75, was sworn in on Friday.", "2024-05-10", "current"),
        (
            "Dune Oil named Ann Lee as its chief executive and chairman, effective January 13, 2025.",
            "2025-01-13",
            "future",
        ),
        ("Ann Lee will become head of Dune Oil effective immediately.", "2024-05-15", "current"),
    ],
)
def test_the_day_on_which_an_office_begins(text: str, start: str, status: str) -> None:
    assert {(one[3], one[4]) for one in rows(text, "en")} == {(start, status)}


def test_who_will_replace_somebody_is_to_come():
    text = "Ann Lee will replace Bob Coe as chief executive of Dune Oil."
    assert {(one[0], one[4]) for one in rows(text, "en")} == {("Bob Coe", "former"), ("Ann Lee", "future")}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Губернатор Орловской области Иван Петров назначил на пост министра спорта Павла Зимина.",
            ("Павел Зимин", "министр спорта", "Орловская область", None, "current"),
        ),
        (
            "Анна Леева назначена главой ведомства. К работе она приступит с 1 июня.",
            ("Анна Леева", "глава", "ведомство", "2024-06-01", "future"),
        ),
        (
            "Новым послом Франции в Киргизии станет Жан Дюпон.",
            ("Жан Дюпон", "посол в Киргизии", None, None, "future"),
        ),
        (
            "Подал в отставку глава администрации Благовещенска (Амурская область) Пётр Зимин.",
            ("Пётр Зимин", "глава", "администрация Благовещенска", None, "former"),
        ),
    ],
)
def test_who_gives_and_takes_offices_in_russian(text: str, wanted: Row) -> None:
    assert wanted in rows(text, "ru")


def test_ministers_of_several_countries_stand_in_their_order():
    text = "Главы МИД Казахстана и Узбекистана Ержан Оспанов и Бахтиёр Каримов подписали план."
    found = rows(text, "ru")
    assert [(one[0], one[1]) for one in found] == [("Ержан Оспанов", "глава"), ("Бахтиёр Каримов", "глава МИД")]
    text = "Министры обороны России, Китая и Индии Иван Петров, Ли Вэй и Радж Сингх встретились."
    assert [one[1] for one in rows(text, "ru")] == ["министр обороны"] * 3


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Following the resignation of Governor Ivan Petrov, President Oleg Sidorov named Ann Lee acting governor.",
            [
                ("Ivan Petrov", "governor", None, None, "former"),
                ("Oleg Sidorov", "president", None, None, "current"),
                ("Ann Lee", "acting governor", None, None, "current"),
            ],
        ),
        (
            "Ann Lee dismissed Prime Minister Bob Coe and the governor of the volatile Osh Region, Ivan Petrov.",
            [
                ("Bob Coe", "prime minister", None, None, "former"),
                ("Ivan Petrov", "governor", "Osh Region", None, "former"),
            ],
        ),
        (
            "He spoke of the resignation of 81-year-old Bob Coe, the head of the Plum Bank since 1995.",
            [("Bob Coe", "head", "Plum Bank", "1995", "former")],
        ),
        (
            "The president signed an order to dismiss Bob Coe from the position of head of the Plum Bank.",
            [("Bob Coe", "head", "Plum Bank", None, "former")],
        ),
        (
            "Culture Minister Ivan Petrov and Transport Minister Bob Coe resigned.",
            [
                ("Ivan Petrov", "culture minister", None, None, "former"),
                ("Bob Coe", "transport minister", None, None, "former"),
            ],
        ),
        (
            "After talks with Culture Minister Ivan Petrov and Mayor Ann Lee, Transport Minister Bob Coe resigned.",
            [
                ("Ivan Petrov", "culture minister", None, None, "current"),
                ("Ann Lee", "mayor", None, None, "current"),
                ("Bob Coe", "transport minister", None, None, "former"),
            ],
        ),
        (
            "Ann Lee dismissed the army's inspector-general, Bob Coe, who was replaced by Major-General Ivan Petrov.",
            [
                ("Bob Coe", "inspector-general", "army", None, "former"),
                ("Ivan Petrov", "inspector-general", "army", None, "current"),
            ],
        ),
        (
            "Former economy minister Bob Coe taught before becoming economy minister.",
            [("Bob Coe", "economy minister", None, None, "former")],
        ),
        (
            "Bob Coe resigned formally from the post of president.",
            [("Bob Coe", "president", None, None, "former")],
        ),
        (
            "The Movement for the Resignation of President Bob Coe met.",
            [("Bob Coe", "president", None, None, "current")],
        ),
        ("The parliament demanded the dismissal of Bob Coe from the post of health minister.", []),
        (
            "Ann Lee has been appointed acting mayor of Oslo. She replaced Bob Coe.",
            [("Ann Lee", "acting mayor", "Oslo", None, "current"), ("Bob Coe", "mayor", "Oslo", None, "former")],
        ),
        (
            "Ann Lee met Bob Coe, a teacher. The 78-year-old Oleg Sidorov said on May 9 he was stepping down as "
            "president. He still, however, remains chairman for life of the Plum Union.",
            [
                ("Oleg Sidorov", "president", None, None, "former"),
                ("Oleg Sidorov", "chairman for life", "Plum Union", None, "current"),
            ],
        ),
    ],
)
def test_who_leaves_offices_in_english(text: str, wanted: list[Row]) -> None:
    assert rows(text, "en") == wanted


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        (
            "On Monday the king dismissed the health minister Bob Coe and on 14 May named Ann Lee health minister.",
            [(None, "2024-05-13"), ("2024-05-14", None)],
        ),
        ("The defence minister, Bob Coe, shown in parliament on Monday, was replaced.", [(None, None)]),
        ("The defence minister, Bob Coe, was replaced on Monday.", [(None, "2024-05-13")]),
        ("Former premier Bob Coe died on Monday.", [(None, None)]),
        ("Bob Coe was made prosecutor after the revolt but was fired in May 2020.", [(None, "2020-05")]),
    ],
)
def test_days_of_changes_in_english(text: str, dates: list[tuple[str | None, str | None]]) -> None:
    reading = make_reader(engine="exact").read(Document(text, published="2024-05-15", language="en"))
    assert [(one.start, one.end) for one in reading.tenures] == dates


def test_an_ambassador_is_of_the_country_that_sent_them() -> None:
    text = "The ambassador of the United States to Mongolia, Ann Lee, spoke."
    (one,) = make_reader(engine="exact").read(Document(text, published="2024-05-15", language="en")).tenures
    assert (one.office, one.country) == ("ambassador to Mongolia", "US")
