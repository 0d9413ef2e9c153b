"""Offices told further off: in another sentence, in a list, in another time, and where a Kazakh clause says it is."""

import pytest

from sholu.model.document import Document
from sholu.reading.reader import make_reader
from tests.reading.offices.test_offices import Article, Row

ROWS: list[tuple[Article, list[Row]]] = [
    (
        Article("en", "Jo Reed, regional president at the time, called it a plum.", person=["Jo Reed"]),
        [("Jo Reed", "regional president", None, "former")],
    ),
    (
        Article("en", "The mayor, Ann Lee, beat Jo Reed, the incumbent since 2004.", person=["Ann Lee", "Jo Reed"]),
        [("Ann Lee", "mayor", None, "current"), ("Jo Reed", "mayor", None, "current")],
    ),
    (
        Article("en", "The council appointed a new port warden, Jo Reed, on Monday.", person=["Jo Reed"]),
        [("Jo Reed", "port warden", None, "current")],
    ),
    (
        Article("en", "Jo Reed, who as mayor had sold the park, left.", person=["Jo Reed"]),
        [("Jo Reed", "mayor", None, "former")],
    ),
    (
        Article("en", "The finance ministers, Ann Lee and Jo Reed, met.", person=["Ann Lee", "Jo Reed"]),
        [("Ann Lee", "finance minister", None, "current"), ("Jo Reed", "finance minister", None, "current")],
    ),
    (
        Article("en", "Jo Reed, who has led the divers' guild since 2006, spoke.", person=["Jo Reed"]),
        [("Jo Reed", "leader", "divers' guild", "current")],
    ),
    (
        Article("en", "Jo Reed, manager of the plum ginnery, spoke.", person=["Jo Reed"]),
        [("Jo Reed", "manager", "plum ginnery", "current")],
    ),
    (
        Article(
            "en",
            "Ann Lee, head of the Blue Bank, and Jo Reed, her chief accountant, spoke.",
            person=["Ann Lee", "Jo Reed"],
            organisation=["Blue Bank"],
        ),
        [("Ann Lee", "head", "Blue Bank", "current"), ("Jo Reed", "chief accountant", "Blue Bank", "current")],
    ),
    (
        Article(
            "en",
            "Ann Lee, head of the Blue Bank, and Jo Reed, her campaign manager, spoke.",
            person=["Ann Lee", "Jo Reed"],
            organisation=["Blue Bank"],
        ),
        [("Ann Lee", "head", "Blue Bank", "current"), ("Jo Reed", "campaign manager", "Ann Lee", "current")],
    ),
    (
        Article("en", "Jo Reed chairs the plum committee.", person=["Jo Reed"]),
        [("Jo Reed", "chair", "plum committee", "current")],
    ),
    (
        Article("ru", "Иван Петров, заседавший в районном совете, молчит.", person=["Иван Петров"]),
        [("Иван Петров", "депутат", "районный совет", "former")],
    ),
    (
        Article("kk", "Джакартада елші болған Асан Серік келді.", person=["Асан Серік"], place=["Джакартада"]),
        [("Асан Серік", "елші", "Джакартада", "former")],
    ),
    (
        Article("kk", "Босаған басқармаға басшы болып Дина Ким келді.", person=["Дина Ким"]),
        [("Дина Ким", "басшы", "Босаған басқарма", "current")],
    ),
    (
        Article("kk", "Су комитетінің төрағалығына Дина Кимді сайлады.", person=["Дина Кимді"]),
        [("Дина Кимді", "су комитетінің төрағасы", "Су комитеті", "current")],
    ),
    (
        Article("ru", "Начальник же предприятия Иван Петров молчит.", person=["Иван Петров"]),
        [("Иван Петров", "начальник", "предприятие", "current")],
    ),
    (
        Article(
            "ru",
            "Депутатом парламента от Сливянска в воскресенье избрана Анна Ким.",
            person=["Анна Ким"],
            place=["Сливянска"],
            organisation=["парламента"],
        ).time("воскресенье", "2007-01-28"),
        [("Анна Ким", "депутат", "парламента", "current")],
    ),
    (
        Article("kk", "Асан Серік су инспекциясына басшы болып келді.", person=["Асан Серік"]),
        [("Асан Серік", "басшы", "су инспекциясы", "current")],
    ),
]


@pytest.mark.parametrize(("article", "wanted"), ROWS)
def test_tenures_told_further_off(article: Article, wanted: list[Row]) -> None:
    assert article.rows() == wanted


def test_who_leaves_in_a_later_sentence_held_the_office_before() -> None:
    article = Article("en", "Ann Lee, the mayor, spoke. She was removed on Monday.", person=["Ann Lee", "She"])
    assert article.rows()


def test_whose_predecessor_the_pronoun_tells() -> None:
    text = (
        "The council has a new foreign minister, Bo Kim. Kim's first task is a trip of President Tim Oak's. "
        "His predecessor, Jo Reed, left."
    )
    rows = [("Bo Kim", "foreign minister"), ("Tim Oak", "president"), ("Jo Reed", "foreign minister")]
    reading = make_reader(engine="exact").read(Document(text))
    names = {entity.id: entity.name for entity in reading.entities}
    assert [(names[tenure.person], tenure.office) for tenure in reading.tenures] == rows
