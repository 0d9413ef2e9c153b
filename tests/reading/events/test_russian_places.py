"""Where something happened in Russian when common words tell it: buildings, gates, the town named before."""

import pytest

from sholu.model.document import Document
from sholu.model.reading import Mention
from sholu.reading.entities import EntityIndex
from sholu.reading.events import find_events
from sholu.reading.page import Page


def _place(text: str, *towns: str) -> str | None:
    entities = EntityIndex()
    for name in towns:
        start = text.index(name)
        entities.add("place", name, [Mention(start, start + len(name), "name")])
    event = find_events(Page(Document(text, published="2024-03-05"), "ru"), entities, [])[-1]
    return entities.get(event.place).name if event.place else None


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Сорок жителей вышли к зданию районного акимата.", "здание районного акимата"),
        ("Сорок жителей митингуют у ворот рудника.", "рудник"),
        ("Сорок жителей осадили мэрию.", "мэрия"),
        ("Двоих жителей полиция доставила в участок.", None),
        ("Сорок жителей митингуют с утра.", None),
    ],
)
def test_a_building_is_where_people_stand(text: str, place: str | None) -> None:
    assert _place(text) == place


def test_the_town_is_the_one_named_before() -> None:
    text = "В Нарве взорвался склад. Полиция в городе обстреляла рабочих."
    assert _place(text, "Нарве") == "Нарве"


def test_a_town_that_the_clause_names_stays_the_place() -> None:
    text = "В Нарве сорок жителей вышли к зданию мэрии."
    assert _place(text, "Нарве") == "Нарве"
