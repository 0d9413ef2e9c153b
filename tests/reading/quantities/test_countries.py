"""Whose "the country's GDP" is, where a clause with "where" holds, and where the items of a list are."""

import pytest

from sholu.model.document import Document
from sholu.model.reading import Mention
from sholu.reading.entities import EntityIndex
from sholu.reading.page import Page
from sholu.reading.quantities import find_quantities

Read = list[tuple[str | None, str | None]]


def read(text: str, tag: str, countries: str = "", towns: str = "") -> Read:
    """Holder and place of every figure of a text that names these, "Оше/Ош" for a word and its base form."""
    entities = EntityIndex()
    for words, known in ((countries, True), (towns, False)):
        for named in words.split():
            said, _, name = named.partition("/")
            mentions = [Mention(i, i + len(said)) for i in range(len(text)) if text.startswith(said, i)]
            entities.add("place", name or said, mentions, same_as={"iso3166": said[:2].upper()} if known else {})
    names = {entity.id: entity.name for entity in entities}
    found = find_quantities(Page(Document(text), tag), [], entities)
    return [(names.get(item.holder or ""), names.get(item.place or "")) for item in found]


@pytest.mark.parametrize(
    ("tag", "text", "countries", "holder"),
    [
        ("en", "Peru, next to Chile, spends 2% of the country's GDP.", "Peru Chile", "Peru"),
        ("en", "Peru grows. The country's GDP reached $9 billion.", "Peru", "Peru"),
        ("en", "Peru pays Chile. The country's GDP reached $9 billion.", "Peru Chile", None),
        ("en", "Peru grows. A country's GDP reached $9 billion.", "Peru", None),
        ("ru", "Чили растёт. ВВП страны достиг 9 млрд долларов.", "Чили", "Чили"),
        ("ru", "Чили растёт. Страны продали 9 млн тонн меди.", "Чили", None),
    ],
)
def test_the_country_is_the_one_last_spoken_of(tag: str, text: str, countries: str, holder: str | None) -> None:
    assert read(text, tag, countries)[0][0] == holder


@pytest.mark.parametrize(
    ("tag", "text", "towns"),
    [
        ("en", "Convoys to Naryn, where 900 families depend on them, stopped.", "Naryn"),
        ("ru", "Хлеб везут в Нарын, где голодают 900 семей.", "Нарын"),
    ],
)
def test_a_clause_with_where_tells_of_the_place_before_it(tag: str, text: str, towns: str) -> None:
    assert read(text, tag, towns=towns) == [(towns, towns)]


def test_items_of_a_list_hold_where_their_names_say():
    found = read(
        "В Оше родились 12 тысяч детей, в Таласе — 8 тысяч, в Нарыне — 3 тысячи.", "ru", "", "Оше Таласе Нарыне"
    )
    assert [place for _, place in found] == ["Оше", "Таласе", "Нарыне"]


def test_items_in_brackets_hold_where_their_names_say():
    found = read("Спад отмечен в Оше (16%), на Алае (10%), Таласе (8%).", "ru", "", "Оше Алае Таласе")
    assert [place for _, place in found] == ["Оше", "Алае", "Таласе"]


def test_whither_something_goes_does_not_have_it():
    assert read("Экспорт в Грузию вырос на 12%.", "ru", "Грузию/Грузия")[0][0] is None
    assert read("Exports to Chile rose by 12%.", "en", "Chile")[0][0] is None


def test_another_clause_with_figures_of_its_own_tells_no_place():
    text = "Exports rose by 12 percent, imports from Chile fell by 8 percent."
    assert read(text, "en", "Chile")[0][1] is None
