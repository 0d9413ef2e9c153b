"""Offices that change hands, and offices told by another's: who follows, who leaves, who stands in."""

import pytest

from tests.reading.offices.test_offices import Article, Row

TAKEN: list[tuple[Article, list[Row]]] = [
    (
        Article(
            "en", "Mayor Jo Reed was dismissed; his duties are entrusted to Ann Lee.", person=["Jo Reed", "Ann Lee"]
        ),
        [("Jo Reed", "mayor", None, "former"), ("Ann Lee", "acting mayor", None, "current")],
    ),
    (
        Article("en", "Mayor Jo Reed resigned. Ann Lee was chosen in his stead.", person=["Jo Reed", "Ann Lee"]),
        [("Jo Reed", "mayor", None, "former"), ("Ann Lee", "mayor", None, "current")],
    ),
    (
        Article("en", "Mayor Jo Reed resigned. Ann Lee will succeed him.", person=["Jo Reed", "Ann Lee"]),
        [("Jo Reed", "mayor", None, "former"), ("Ann Lee", "mayor", None, "future")],
    ),
    (
        Article("en", "Mayor Jo Reed, who succeeded Ann Lee, spoke.", person=["Jo Reed", "Ann Lee"]),
        [("Jo Reed", "mayor", None, "current"), ("Ann Lee", "mayor", None, "former")],
    ),
    (
        Article("ru", "Мэра Ивана Петрова сместили; его сменила Анна Ким.", person=["Ивана Петрова", "Анна Ким"]),
        [("Ивана Петрова", "мэр", None, "former"), ("Анна Ким", "мэр", None, "current")],
    ),
    (
        Article(
            "ru",
            "Мэр Иван Петров подал в отставку. Обязанности возложены на Анну Ким.",
            person=["Иван Петров", "Анну Ким"],
        ),
        [("Иван Петров", "мэр", None, "former"), ("Анну Ким", "исполняющий обязанности мэра", None, "current")],
    ),
    (
        Article("ru", "Анна Ким стала мэром, сменив Ивана Петрова.", person=["Анна Ким", "Ивана Петрова"]),
        [("Анна Ким", "мэр", None, "current"), ("Ивана Петрова", "мэр", None, "former")],
    ),
    (
        Article("ru", "Мэром вместо Ивана Петрова назначена Анна Ким.", person=["Анна Ким", "Ивана Петрова"]),
        [("Анна Ким", "мэр", None, "current"), ("Ивана Петрова", "мэр", None, "former")],
    ),
    (
        Article(
            "kk", "Әкім Асан Серік қызметінен кетті, орнына Дина Ким тағайындалды.", person=["Асан Серік", "Дина Ким"]
        ),
        [("Асан Серік", "әкім", None, "former"), ("Дина Ким", "әкім", None, "current")],
    ),
    (
        Article(
            "kk", "Әкім Асан Серік қызметінен кетті, міндетін Дина Ким атқарады.", person=["Асан Серік", "Дина Ким"]
        ),
        [("Асан Серік", "әкім", None, "former"), ("Дина Ким", "әкімнің міндетін атқарушы", None, "current")],
    ),
]


@pytest.mark.parametrize(("article", "wanted"), TAKEN, ids=[article.text for article, _ in TAKEN])
def test_an_office_goes_to_somebody_else(article: Article, wanted: list[Row]) -> None:
    assert sorted(article.rows()) == sorted(wanted)


def test_nobody_takes_over_what_was_not_told() -> None:
    assert Article("en", "Jo Reed fell ill; Ann Lee took his place.", person=["Jo Reed", "Ann Lee"]).rows() == []


def test_whoever_is_replaced_by_another_does_not_follow_them() -> None:
    article = Article("en", "Mayor Jo Reed was replaced by Ann Lee.", person=["Jo Reed", "Ann Lee"])
    assert ("Ann Lee", "mayor", None, "current") in article.rows()


KIN: list[tuple[Article, Row]] = [
    (
        Article("en", "Minister Jo Reed and her deputy, Ann Lee, spoke.", person=["Jo Reed", "Ann Lee"]),
        ("Ann Lee", "deputy minister", None, "current"),
    ),
    (
        Article("en", "Mayor Jo Reed praised his predecessor, Ann Lee.", person=["Jo Reed", "Ann Lee"]),
        ("Ann Lee", "mayor", None, "former"),
    ),
    (
        Article("ru", "Аким Иван Петров и его заместитель Анна Ким молчат.", person=["Иван Петров", "Анна Ким"]),
        ("Анна Ким", "заместитель акима", None, "current"),
    ),
    (
        Article(
            "ru",
            "Глава Иван Петров молчит. Мэр Олег Цой и его преемница Анна Ким тоже.",
            person=["Олег Цой", "Анна Ким"],
        ),
        ("Анна Ким", "мэр", None, "current"),
    ),
    (
        Article("kk", "Әкім Асан Серік пен оның орынбасары Дина Ким келді.", person=["Асан Серік", "Дина Ким"]),
        ("Дина Ким", "әкімнің орынбасары", None, "current"),
    ),
]


@pytest.mark.parametrize(("article", "row"), KIN, ids=[article.text for article, _ in KIN])
def test_an_office_is_told_by_another(article: Article, row: Row) -> None:
    assert row in article.rows()


def test_a_deputy_of_nobody_known_is_no_deputy_minister() -> None:
    article = Article("en", "The trader praised her deputy, Ann Lee.", person=["Ann Lee"])
    assert all("minister" not in office for _, office, *_ in article.rows())
