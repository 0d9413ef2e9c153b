"""Whose figures are, weighed: marks with the grammar of the clause."""

import pytest

from sholu.model.document import Document
from sholu.model.reading import Attribution, EntityKind, Mention
from sholu.model.span import Span
from sholu.reading.entities import EntityIndex
from sholu.reading.joined.figures import Figures
from sholu.reading.page import Page
from sholu.reading.quantities import find_quantities
from tests.reading.joined.told import Told

LONG = " Nobody said a word about it, and the day went by as all days do in that town on the river." * 6


def whose(text: str, told: Told, *named: tuple[str, EntityKind]) -> list[str | None]:
    entities, page = EntityIndex(), Page(Document(text), "en")
    for words, kind in named:
        span = told.span(words)
        entities.add(kind, words, [Mention(span.start, span.end)])
    exact = find_quantities(page, [], entities, offers=True)
    found = Figures(page, told, entities, [], exact, alone=False).joined()  # type: ignore[arg-type]
    return [entities.get(item.holder).name if item.holder else None for item in found]


def seen(text: str, *figures: str) -> Told:
    told = Told(text)
    for words in figures:
        told.mark("quantity", words, "quantity")
    return told


@pytest.mark.parametrize("share", [0.01, 0.6])
def test_a_faint_mark_counts_for_the_subject(share: float) -> None:
    text = "Chad moved three battalions. Niger waited." + LONG
    told = seen(text, "three battalions").pair("figure_holder", "three battalions", "Chad", share)
    assert whose(text, told, ("Chad", "place"), ("Niger", "place")) == ["Chad"]


def test_a_faint_mark_alone_does_not():
    text = "Chad moved three battalions. Niger waited." + LONG
    told = seen(text, "three battalions").pair("figure_holder", "three battalions", "Niger", 0.01)
    assert whose(text, told, ("Niger", "place")) == [None]


def test_a_sure_mark_goes_before_the_subject():
    text = "Chad shelled three villages of Niger." + LONG
    told = seen(text, "three villages").pair("figure_holder", "three villages", "Niger", 0.97)
    told.pair("figure_holder", "three villages", "Chad", 0.2)
    assert whose(text, told, ("Chad", "place"), ("Niger", "place")) == ["Niger"]


def test_figures_of_one_measure_in_a_sentence_have_one_holder():
    text = "Steppe Steel said that pay rose from 10 dollars to 12 dollars." + LONG
    told = seen(text, "10 dollars", "12 dollars").pair("figure_holder", "10 dollars", "Steppe Steel", 0.9)
    assert whose(text, told, ("Steppe Steel", "organisation")) == ["Steppe Steel", "Steppe Steel"]


def test_what_must_be_somebodys_is_the_bodys_that_the_text_is_about():
    text = "Steppe Steel has reported. Net profit came to 3 million dollars." + LONG
    told = seen(text, "3 million dollars")
    assert whose(text, told, ("Steppe Steel", "organisation")) == ["Steppe Steel"]


def test_the_country_of_a_currency_is_not_asked_about():
    text = "Steppe Steel paid 3 million U.S. dollars." + LONG
    told = seen(text, "3 million U.S. dollars").pair("figure_holder", "3 million U.S. dollars", "U.S.", 0.9)
    assert whose(text, told, ("Steppe Steel", "organisation"), ("U.S.", "place")) == ["Steppe Steel"]


@pytest.mark.parametrize(("kind", "holder"), [("person", None), ("organisation", "Ann Lee")])
def test_who_only_tells_a_figure_is_hardly_its_holder(kind: EntityKind, holder: str | None) -> None:
    text = "Ann Lee said that three lorries were late." + LONG
    told = seen(text, "three lorries").pair("figure_holder", "three lorries", "Ann Lee", 0.6)
    entities, page = EntityIndex(), Page(Document(text), "en")
    id = entities.add(kind, "Ann Lee", [Mention(0, len("Ann Lee"))])
    content = text.index("three lorries")
    said = Attribution("a1", "indirect", (Span(content, content + 22),), source=id)
    exact = find_quantities(page, [], entities, offers=True)
    found = Figures(page, told, entities, [], exact, alone=False, said=[said]).joined()  # type: ignore[arg-type]
    assert [entities.get(item.holder).name if item.holder else None for item in found] == [holder]


def test_who_sends_the_news_holds_no_figure_of_it() -> None:
    text = "OSH (Zhorga) - Three wells were dug." + LONG
    told = seen(text, "Three wells").pair("figure_holder", "Three wells", "Zhorga", 0.97)
    assert whose(text, told, ("Zhorga", "outlet")) == [None]
    assert whose(text, told, ("Zhorga", "organisation")) == ["Zhorga"]


def test_an_outlet_of_which_the_news_tells_holds_its_figures() -> None:
    for text in ("OSH (Zhorga) - Staff of Zhorga dug three wells.", "Staff of Zhorga dug three wells."):
        told = seen(text + LONG, "three wells").pair("figure_holder", "three wells", "Zhorga", 0.97)
        entities, page = EntityIndex(), Page(Document(text + LONG), "en")
        starts = [i for i in range(len(text)) if text.startswith("Zhorga", i)]
        entities.add("outlet", "Zhorga", [Mention(i, i + len("Zhorga")) for i in starts])
        exact = find_quantities(page, [], entities, offers=True)
        (found, *_) = Figures(page, told, entities, [], exact, alone=False).joined()  # type: ignore[arg-type]
        assert found.holder is not None, text


def test_the_address_of_a_site_in_a_dateline_sends_the_news() -> None:
    text = "OSH. zhorga.kg – Three wells were dug." + LONG
    told = seen(text, "Three wells").pair("figure_holder", "Three wells", "zhorga.kg", 0.97)
    assert whose(text, told, ("zhorga.kg", "outlet")) == [None]


@pytest.mark.parametrize(("words", "holder"), [("The exports to Niger", None), ("The debts of Niger", "Niger")])
def test_a_partner_holds_no_trade(words: str, holder: str | None) -> None:
    text = f"{words} rose to $6 million." + LONG
    told = seen(text, "$6 million").pair("figure_holder", "$6 million", "Niger", 0.9)
    assert whose(text, told, ("Niger", "place")) == [holder]
