"""Who is a person and who is not, and where the name begins and ends."""

import pytest

from tests.reading.names.conftest import Read, named, texts


def people(read: Read, text: str, tag: str) -> list[str]:
    return [entity.name for entity in read(text, tag) if entity.kind == "person"]


@pytest.mark.parametrize(
    ("text", "tag", "expected"),
    [
        ("Police Major-General Yerlan Kobdikov spoke.", "en", ["Yerlan Kobdikov"]),
        ("The prize went to J. F. Bramwell of Leeds.", "en", ["J. F. Bramwell"]),
        ("It was said by Ursula von der Hagen on Friday.", "en", ["Ursula von der Hagen"]),
        ("A letter from Secretary of State Edmund Farrow came.", "en", ["Edmund Farrow"]),
        ("The Labour Party leader Martin Oakes resigned.", "en", ["Martin Oakes"]),
        ("New Economy Minister Amid Reforms", "en", []),
        ("It happened in May, on a Monday, in March.", "en", []),
        ("He visited the Blue Lagoon and the Long Meadow.", "en", []),
        ("Об этом заявил И. И. Горшунов.", "ru", ["И. И. Горшунов"]),
        ("Адвокат Пётр Сергеевич Лазовский ушёл.", "ru", ["Пётр Сергеевич Лазовский"]),
        ("Дело вела судья Айгуль Сарсекова.", "ru", ["Айгуль Сарсекова"]),
        ("В понедельник в Алма-Ате прошёл дождь.", "ru", []),
        ("Компания «Синий кит» закрылась.", "ru", []),
        ("Бұл туралы Ерлан Қобдықов айтты.", "kk", ["Ерлан Қобдықов"]),
        ("Құжатта Қобдықовтың аты жоқ.", "kk", ["Қобдықов"]),
        ("Қазақстанда жаңбыр жауды.", "kk", []),
        ("Бұл туралы Асановқа Тілеков айтты.", "kk", ["Асанов", "Тілеков"]),
        ("Жиынға Қалихан Қобдықов келді.", "kk", ["Қалихан Қобдықов"]),
        ("Министр Ерлан Қобдықов Таразға келді.", "kk", ["Ерлан Қобдықов"]),
        # Words of these names are towns, too.
        ("Прибыл лидер Ким Чен Хёк. Там ждали Ким Чен Хёка.", "ru", ["Ким Чен Хёк"]),
        ("Ван Цзяоюнь, бывший мэр, ушёл. Ван купил дом.", "ru", ["Ван Цзяоюнь"]),
        ("Дочь Ван Цзяоюня, Клэр Ван, вышла замуж.", "ru", ["Ван Цзяоюня", "Клэр Ван"]),
        ("Он живёт в городе Ван на востоке Турции.", "ru", []),
        ("Художник Винсент Ван Горп уехал.", "ru", ["Винсент Ван Горп"]),
    ],
)
def test_people(read: Read, text: str, tag: str, expected: list[str]) -> None:
    assert people(read, text, tag) == expected


def test_country_of_a_person_is_that_of_the_office(read: Read) -> None:
    text = "Kyrgyz Interior Minister Nurbek Talaskov met Ivan Gorshunov, head of the Centre at the Russian Academy."
    countries = {entity.name: entity.country for entity in read(text, "en") if entity.kind == "person"}
    assert countries == {"Nurbek Talaskov": "KG", "Ivan Gorshunov": "RU"}


def test_pronoun_between_two_men_is_left_open(read: Read) -> None:
    text = "Ivan Gorshunov met Nurbek Talaskov. Later Gorshunov told Talaskov that he was late."
    forms = {mention.form for entity in read(text, "en") for mention in entity.mentions}
    assert "pronoun" not in forms


@pytest.mark.parametrize(
    ("text", "tag", "expected"),
    [
        ("Суд в Гомеле отказал.", "ru", {"суд в Гомеле"}),
        ("За закон 322 голоса «За» и 78 «Против».", "ru", set()),
        ("Букву «М» сломали у станции.", "ru", set()),
    ],
)
def test_what_has_no_name_and_what_is_none(read: Read, text: str, tag: str, expected: set[str]) -> None:
    assert {entity.name for entity in read(text, tag) if entity.kind == "organisation"} == expected


@pytest.mark.parametrize(
    "text",
    [
        "Gas leaked at the Kobdik-operated mine.",
        "The firm is London Stock Exchange-listed.",
        "They met Deputy Oil and Gas Minister Edmund Farrow.",
    ],
)
def test_capitalised_words_that_are_no_names(read: Read, text: str) -> None:
    assert {entity.name for entity in read(text, "en")} <= {"Edmund Farrow", "London"}


def test_a_name_begins_behind_an_adjective_made_of_another(read: Read) -> None:
    names = {entity.name for entity in read("London Stock Exchange-listed Farrow Holdings closed.", "en")}
    assert "London Stock Exchange-listed Farrow Holdings" not in names


def test_him_is_not_who_does_it_to_him(read: Read) -> None:
    text = "Deputy Edmund Farrow resigned. Governor Martin Oakes met him on Friday."
    farrow = next(entity for entity in read(text, "en") if entity.name == "Edmund Farrow")
    oakes = next(entity for entity in read(text, "en") if entity.name == "Martin Oakes")
    assert "him" not in {mention.span.of(text) for mention in oakes.mentions}
    assert "him" in {mention.span.of(text) for mention in farrow.mentions}


def test_the_dative_of_a_man_beside_a_womans_verb_is_no_woman(read: Read) -> None:
    text = "Седову ответила Крутова. Позже Олег Седов вышел."
    assert texts(text, named(read(text, "ru"), "Олег Седов")) == ["Седову", "Олег Седов"]


def test_the_genitive_of_a_given_name_is_no_womans(read: Read) -> None:
    text = "Обыск шёл в доме Константина Седова, который владеет садом. Седов уже ушёл."
    assert texts(text, named(read(text, "ru"), "Константин Седов")) == ["Константина Седова", "Седов"]
