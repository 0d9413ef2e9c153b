"""Figures that differ: what is one thing, and what only looks like it."""

import pytest

from sholu.knowledge import build
from sholu.knowledge.model import Figures
from sholu.packs import Packs
from tests.knowledge.made import Article

LEAD = "Border guards at Korday stopped a truck loaded with onions on the road from Tokmak, officials in Taraz said. "


def figures(*articles: Article) -> tuple[Figures, ...]:
    knowledge = build([article.reading for article in articles], Packs(()))
    return tuple(found for story in knowledge.stories for found in story.figures)


def told(id: str, words: str, evidence: str, value: float, unit: str = "kg", **fields: str) -> Article:
    article = Article(LEAD + words, id, outlet=f"Paper {id}", title="Truck with onions stopped at Korday")
    measure = fields.pop("measure", None)
    article.figure(evidence, value, unit, measure=measure, **fields)
    return article


def values(found: Figures) -> list[float | None]:
    return [figure.value for figure in found.values]


def test_two_weights_of_one_haul_stand_side_by_side() -> None:
    (found,) = figures(
        told("a", "They seized 312 kilograms of hashish.", "312 kilograms", 312),
        told("b", "They seized 280 kilograms of hashish.", "280 kilograms", 280),
        told("c", "The seized hashish weighed 312 kilograms.", "312 kilograms", 312),
    )
    assert found.unit == "kg"
    assert values(found) == [312, 280]
    assert [saying.passage.document for saying in found.values[0].sayings] == ["a", "c"]
    assert "seized" in found.why


def test_rounding_is_no_contradiction() -> None:
    assert not figures(
        told("a", "They seized 312 kilograms of hashish.", "312 kilograms", 312),
        told("b", "They seized about 310 kilograms of hashish.", "310 kilograms", 310),
    )


@pytest.mark.parametrize(
    ("words", "evidence", "value"),
    [
        ("They bought 280 kilograms of onions.", "280 kilograms", 280),  # something else is told of it
        ("They seized 5 kilograms of hashish.", "5 kilograms", 5),  # too far apart to be the same
    ],
)
def test_other_things_are_no_contradiction(words: str, evidence: str, value: float) -> None:
    assert not figures(
        told("a", "They seized 312 kilograms of hashish.", "312 kilograms", 312), told("b", words, evidence, value)
    )


def test_a_figure_for_last_year_does_not_contradict() -> None:
    assert not figures(
        told("a", "They seized 312 kilograms of hashish.", "312 kilograms", 312),
        told("b", "They had seized 280 kilograms of hashish.", "280 kilograms", 280, period="2025"),
    )


def test_one_voice_with_two_figures_speaks_of_two_things() -> None:
    article = told(
        "a", "They seized 312 kilograms of hashish and then seized 280 kilograms more.", "312 kilograms", 312
    )
    article.figure("280 kilograms", 280, "kg")
    assert not figures(article)


def test_two_voices_in_one_article_contradict_each_other() -> None:
    words = "The guards said that they seized 312 kilograms of hashish. The police said that 280 kilograms were seized."
    article = told("a", words, "312 kilograms", 312)
    guards = article.entity("group", "guards", "The guards")
    police = article.entity("organisation", "police", "The police")
    first = article.said("they seized 312 kilograms of hashish", source=guards)
    second = article.said("280 kilograms were seized", source=police)
    article.quantities.clear()
    article.figure("312 kilograms", 312, "kg", attributions=(first,))
    article.figure("280 kilograms", 280, "kg", attributions=(second,))
    (found,) = figures(article)
    assert {saying.hands[0].name for figure in found.values for saying in figure.sayings} == {"guards", "police"}


def test_the_same_is_counted_in_another_language() -> None:
    here = told(
        "a", "Some 2,000 people took part in the rally at Korday.", "2,000 people", 2000, "count", measure="people"
    )
    there = Article(
        "На митинг в Кордае вышли 450 человек. Грузовик с луком остановили по дороге из Токмака.",
        "b",
        language="ru",
        outlet="Paper b",
    )
    there.figure("450 человек", 450, "count", measure="человек")
    for article, name in ((here, "Korday"), (there, "Кордае")):
        article.entity("place", name, same_as={"pack": "x:korday"})
    here.entity("place", "Tokmak", same_as={"geonames": 1})
    there.entity("place", "Токмака", same_as={"geonames": 1})
    (found,) = figures(here, there)
    assert sorted(value or 0 for value in values(found)) == [450, 2000]


def test_money_set_aside_and_money_spent_are_not_compared() -> None:
    assert not figures(
        told("a", "The budget allocated 160 billion tenge for it.", "160 billion tenge", 160e9, "KZT"),
        told("b", "From the budget 118 billion tenge was spent on it.", "118 billion tenge", 118e9, "KZT"),
    )


def test_killed_and_injured_are_not_compared() -> None:
    assert not figures(
        told("a", "In the crash 12 people were killed.", "12 people", 12, "count", measure="people"),
        told("b", "In the crash 30 people were injured.", "30 people", 30, "count", measure="people"),
    )
