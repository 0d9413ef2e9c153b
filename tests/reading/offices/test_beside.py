"""Dates right beside words of office that no verb joins to their holder."""

import pytest

from sholu.model.document import Document
from sholu.model.reading import Tenure
from sholu.reading.reader import ExactReader

Dated = tuple[str | None, str | None, str]


@pytest.fixture(scope="module")
def reader() -> ExactReader:
    return ExactReader()


def only(reader: ExactReader, text: str, tag: str) -> Tenure:
    found = reader.read(Document(text, language=tag, published="2016-05-20")).tenures
    assert len(found) == 1, found
    return found[0]


@pytest.mark.parametrize(
    ("text", "tag", "dated"),
    [
        ("Ann Lee, labour minister since June 1999, left the hall.", "en", ("1999-06", None, "current")),
        ("Ann Lee, mayor of Osh from 2001 to 2009, spoke.", "en", ("2001", "2009", "former")),
        ("Ann Lee, director of the Ak-Kant refinery until July 2013, was ill.", "en", (None, "2013-07", "former")),
        ("Ann Lee, mayor of Osh until 2019, spoke.", "en", (None, "2019", "current")),
        ("Ann Lee, the mayor, in office since May 2010, spoke.", "en", ("2010-05", None, "current")),
        ("Ann Lee, mayor of Osh, has been ill since 2010.", "en", (None, None, "current")),
        ("Governor Ann Lee from Monday bans open fires.", "en", (None, None, "current")),
        ("Ann Lee, until 2013 governor of Narva, spoke.", "en", (None, "2013", "former")),
        ("Ann Lee, until then mayor of Narva, was chosen.", "en", (None, None, "former")),
        ("Ann Lee, until now the mayor of Narva, was chosen.", "en", (None, None, "former")),
        ("Mayor Ann Lee last week bans open fires.", "en", (None, None, "current")),
        ("Ann Lee, who from 1992 to 1996 had run the Berel Bank, left.", "en", ("1992", "1996", "former")),
        ("Ann Lee, who has chaired the planters' association since 2010, left.", "en", ("2010", None, "current")),
        ("Иван Петров, министр финансов с 2005 по 2010 год, молчит.", "ru", ("2005", "2010", "former")),
        ("Анна Белова (министр с 2003 года) молчит.", "ru", ("2003", None, "current")),
        ("Аким Асан Алиев с 1 марта вводит запрет.", "ru", (None, None, "current")),
        ("Анна Белова, в 2003–2008 годах ректор Аграрного университета, молчит.", "ru", ("2003", "2008", "former")),
        ("Иван Петров, до 2011 года возглавлявший комендатуру, молчит.", "ru", (None, "2011", "former")),
        ("Иван Петров, руководящий гарнизоном с июля 2010 года, молчит.", "ru", ("2010-07", None, "current")),
        ("2012 жылдан бері облыс әкімі Асан Серіков келді.", "kk", ("2012", None, "current")),
        ("Осы аптаның басында әкім Асан Серіков келді.", "kk", (None, None, "current")),
        ("2001–2004 жылдары еңбек инспекциясын басқарған Асан Серіков келді.", "kk", ("2001", "2004", "former")),
        ("Асан Серіков келді. Ол 2009–2013 жылдары Мерке ауданының әкімі болған.", "kk", ("2009", "2013", "former")),
    ],
)
def test_the_term_that_stands_beside_an_office(reader: ExactReader, text: str, tag: str, dated: Dated) -> None:
    tenure = only(reader, text, tag)
    assert (tenure.start, tenure.end, tenure.status) == dated


def test_evidence_holds_the_dates(reader: ExactReader) -> None:
    text = "Ann Lee, labour minister since June 1999, left the hall."
    assert only(reader, text, "en").evidence.of(text) == "Ann Lee, labour minister since June 1999"
    text = "2012 жылдан бері облыс әкімі Асан Серіков келді."
    assert only(reader, text, "kk").evidence.of(text) == "2012 жылдан бері облыс әкімі Асан Серіков"


@pytest.mark.parametrize(
    ("text", "office", "body"),
    [
        ("Бұған дейін Асан Серіков облыстық кәсіпкерлік басқармасын басқарып келген.", "басшы", "басқармасы"),
        ("«Алатау» компаниясын басқарған Асан Серіков кетті.", "басшы", "компаниясы"),
        ("Қала әкімінің міндетін атқарушы Асан Серіков келді.", "әкімнің міндетін атқарушы", "Қала"),
        ("Мэрдің міндетін Асан Серіков атқарған.", "мэрдің міндетін атқарушы", ""),
        ("Мэрдің міндетін уақытша атқарушы Асан Серіков келді.", "мэрдің міндетін атқарушы", ""),
        ("Департамент бастығының орынбасары Асан Серіков келді.", "бастықтың орынбасары", "Департамент"),
        ("Полиция бастығы Асан Серіков келді.", "бастық", "Полиция"),
        ("Компанияның бұрынғы бас инженері Асан Серіков айтты.", "бас инженер", "Компания"),
        ("Реттеушінің бұрынғы президенті Асан Серіков сөйледі.", "президент", "Реттеуші"),
        ("Кеңес төрағалығына Асан Серіковті сайлады.", "төраға", "Кеңес"),
        ("Президенттің Баспасөз хатшысы Асан Серіков айтты.", "президенттің баспасөз хатшысы", ""),
    ],
)
def test_kazakh_words_of_office(reader: ExactReader, text: str, office: str, body: str) -> None:
    reading = reader.read(Document(text, language="kk", published="2016-05-20"))
    assert [tenure.office for tenure in reading.tenures] == [office]
    names = {entity.id: entity.name for entity in reading.entities}
    assert names.get(reading.tenures[0].organisation or "", "").endswith(body)


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("Новым министром обороны назначен Иван Петров.", ("Иван Петров", "министр обороны", None)),
        ("Иван Петров, прежде возглавлявший котельный цех, молчит.", ("Иван Петров", "глава", "котельный цех")),
        ("Министр энергетики республики Иван Петров молчит.", ("Иван Петров", "министр энергетики", None)),
        ("Таджикскому послу Ивану Петрову вручили ноту.", ("Иван Петров", "посол", None)),
        ("Хартум отзывает посла в Эфиопии Ивана Петрова.", ("Иван Петров", "посол в Эфиопии", None)),
    ],
)
def test_russian_words_of_office(reader: ExactReader, text: str, row: tuple[str, str, str | None]) -> None:
    reading = reader.read(Document(text, language="ru", published="2016-05-20"))
    names = {entity.id: entity.name for entity in reading.entities}
    found = [(names[one.person], one.office, names.get(one.organisation or "")) for one in reading.tenures]
    assert found == [row]
