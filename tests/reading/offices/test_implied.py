"""What an office is of where its own words do not say, how it is called, and since when it is held."""

import pytest

from tests.reading.offices.test_offices import Article, Row

IMPLIED: list[tuple[Article, Row]] = [
    (
        Article(
            "en",
            "Harbour Mill shut. Its chief accountant, Ann Lee, spoke.",
            person=["Ann Lee"],
            organisation=["Harbour Mill"],
        ),
        ("Ann Lee", "chief accountant", "Harbour Mill", "current"),
    ),
    (
        Article(
            "ru", "Завод «Волна» встал. Главный инженер Анна Ким молчит.", person=["Анна Ким"], organisation=["Волна"]
        ),
        ("Анна Ким", "главный инженер", "Волна", "current"),
    ),
    (
        Article("kk", "«Толқын» тоқтады. Бас инженер Дина Ким үндемеді.", person=["Дина Ким"], organisation=["Толқын"]),
        ("Дина Ким", "бас инженер", "Толқын", "current"),
    ),
]


@pytest.mark.parametrize(("article", "row"), IMPLIED, ids=[article.text for article, _ in IMPLIED])
def test_an_office_is_of_the_body_named_last(article: Article, row: Row) -> None:
    assert article.rows() == [row]


def test_a_minister_is_not_of_a_company() -> None:
    article = Article(
        "en", "Harbour Mill shut. Minister Ann Lee spoke.", person=["Ann Lee"], organisation=["Harbour Mill"]
    )
    assert article.rows() == [("Ann Lee", "minister", None, "current")]


def test_a_part_of_a_body_belongs_to_the_office() -> None:
    article = Article("ru", "Председатель бюджетной комиссии Анна Ким молчит.", person=["Анна Ким"])
    assert [office for _, office, *_ in article.rows()] == ["председатель бюджетной комиссии"]


CHAINS: list[tuple[Article, list[Row]]] = [
    (
        Article(
            "en",
            "Jo Reed, mayor of Harbour City and before that head of Tidewell, spoke.",
            person=["Jo Reed"],
            place=["Harbour City", "Tidewell"],
        ),
        [("Jo Reed", "mayor", "Harbour City", "current"), ("Jo Reed", "head", "Tidewell", "former")],
    ),
    (
        Article(
            "ru",
            "Иван Петров, мэр Тихвина, ранее глава Волхова, молчит.",
            person=["Иван Петров"],
            place=["Тихвина", "Волхова"],
        ),
        [("Иван Петров", "мэр", "Тихвина", "current"), ("Иван Петров", "глава", "Волхова", "former")],
    ),
]


@pytest.mark.parametrize(("article", "wanted"), CHAINS, ids=[article.text for article, _ in CHAINS])
def test_the_second_office_is_the_one_before(article: Article, wanted: list[Row]) -> None:
    assert article.rows() == wanted


SINCE: list[tuple[Article, str, str]] = [
    (Article("en", "Mayor Jo Reed, appointed in May 2005, spoke.", person=["Jo Reed"]), "May 2005", "2005-05"),
    (Article("ru", "Мэр Иван Петров, избранный в 2005 году, молчит.", person=["Иван Петров"]), "2005 году", "2005"),
    (
        Article("ru", "Мэр Иван Петров, занимающий пост с 2005 года, молчит.", person=["Иван Петров"]),
        "2005 года",
        "2005",
    ),
]


@pytest.mark.parametrize(("article", "words", "value"), SINCE, ids=[article.text for article, *_ in SINCE])
def test_a_clause_says_since_when(article: Article, words: str, value: str) -> None:
    assert [tenure.start for tenure in article.time(words, value).tenures()] == [value]


def test_another_date_of_a_clause_is_no_start() -> None:
    article = Article("ru", "Мэр Иван Петров, осуждённый в 2005 году, молчит.", person=["Иван Петров"])
    assert [tenure.start for tenure in article.time("2005 году", "2005").tenures()] == [None]


@pytest.mark.parametrize(
    ("article", "row"),
    [
        (
            Article("en", "Jo Reed spoke. He was mayor of Harbour City.", person=["Jo Reed"], place=["Harbour City"]),
            ("Jo Reed", "mayor", "Harbour City", "former"),
        ),
        (
            Article(
                "en", "Jo Reed, once a baker, took charge of Tide Mill.", person=["Jo Reed"], organisation=["Tide Mill"]
            ),
            ("Jo Reed", "head", "Tide Mill", "current"),
        ),
        (
            Article("ru", "Иван Петров умер. Он руководил «Волной».", person=["Иван Петров"], organisation=["Волной"]),
            ("Иван Петров", "руководитель", "Волной", "former"),
        ),
        (
            Article(
                "kk",
                "Асан Серік келді. Бұған дейін ол «Толқынды» басқарған.",
                person=["Асан Серік"],
                organisation=["Толқынды"],
            ),
            ("Асан Серік", "басшы", "Толқынды", "former"),
        ),
    ],
)
def test_the_subject_of_a_verb_may_stand_further_off(article: Article, row: Row) -> None:
    assert row in article.rows()


@pytest.mark.parametrize(
    ("article", "status"),
    [
        (Article("ru", "Мэра Ивана Петрова вчера отстранили.", person=["Ивана Петрова"]), "former"),
        (Article("ru", "Мэр Иван Петров в среду смещён.", person=["Иван Петров"]), "former"),
        (Article("ru", "Мэр Иван Петров заявил, что снят запрет.", person=["Иван Петров"]), "current"),
        (Article("en", "Mayor Jo Reed lost her post.", person=["Jo Reed"]), "former"),
    ],
)
def test_a_dismissal_may_stand_behind(article: Article, status: str) -> None:
    assert [tenure.status for tenure in article.tenures()] == [status]


@pytest.mark.parametrize(
    ("tag", "text", "name", "office"),
    [
        ("en", "Prefect Jo Reed spoke.", "Jo Reed", "prefect"),
        ("en", "A coroner, Jo Reed, spoke.", "Jo Reed", "coroner"),
        ("ru", "Башкан Иван Петров молчит.", "Иван Петров", "башкан"),
        ("ru", "Начальник участка Иван Петров молчит.", "Иван Петров", "начальник участка"),
        ("kk", "Хәкім Асан Серік үндемеді.", "Асан Серік", "хәкім"),
        ("kk", "Қойма бастығы Асан Серік үндемеді.", "Асан Серік", "қойма бастығы"),
    ],
)
def test_more_titles(tag: str, text: str, name: str, office: str) -> None:
    assert [tenure.office for tenure in Article(tag, text, person=[name]).tenures()] == [office]


def test_a_kazakh_date_may_stand_between_what_is_led_and_its_verb() -> None:
    article = Article(
        "kk",
        "«Толқынды» 2005 жылдан бері басқарған Асан Серік келді.",
        person=["Асан Серік"],
        organisation=["Толқынды"],
    )
    (tenure,) = article.time("2005 жылдан", "2005").tenures()
    assert (tenure.office, tenure.start, tenure.status) == ("басшы", "2005", "former")


@pytest.mark.parametrize(
    ("tag", "text", "name"),
    [
        ("en", "Jo Reed, an economist, spoke.", "Jo Reed"),
        ("ru", "Политолог Иван Петров молчит.", "Иван Петров"),
        ("kk", "Көлік маманы Асан Серік үндемеді.", "Асан Серік"),
    ],
)
def test_an_occupation_is_no_office(tag: str, text: str, name: str) -> None:
    assert Article(tag, text, person=[name]).tenures() == []
