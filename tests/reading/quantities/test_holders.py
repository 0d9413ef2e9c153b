"""Whose a figure is: by the verb that it goes with, by the noun that it counts, by what the text is about."""

import pytest

from sholu.model.document import Document
from sholu.model.reading import EntityKind, Mention, Quantity
from sholu.reading.entities import EntityIndex
from sholu.reading.page import Page
from sholu.reading.quantities import find_quantities
from sholu.reading.times import find_times

Named = tuple[str, EntityKind]


def read(text: str, tag: str, *named: Named, sector: tuple[str, ...] = ()) -> tuple[list[Quantity], dict[str, str]]:
    """The figures of a text in which these words name somebody, and what each entity is called.

    "Каримова/Каримов" for words in the text and the name that they are a form of.
    """
    entities = EntityIndex()
    for words, kind in named:
        said, _, name = words.partition("/")
        mentions = [Mention(i, i + len(said)) for i in range(len(text)) if text.startswith(said, i)]
        entities.add(kind, name or said, mentions, sector=sector)
    page = Page(Document(text, published="2015-11-20"), tag)
    return find_quantities(page, find_times(page), entities), {entity.id: entity.name for entity in entities}


def whose(text: str, tag: str, *named: Named, sector: tuple[str, ...] = ()) -> list[str | None]:
    found, names = read(text, tag, *named, sector=sector)
    return [names[item.holder] if item.holder else None for item in found]


@pytest.mark.parametrize(
    ("tag", "text", "giver", "getter"),
    [
        ("en", "Astana transferred 6 million dollars to the Water Agency.", "Astana", "Water Agency"),
        ("en", "Astana set aside 6 million dollars for the Water Agency.", "Astana", "Water Agency"),
        ("ru", "Мингаз выделил Аксаю 40 млн тенге.", "Мингаз", "Аксаю/Аксай"),
        ("ru", "Мингаз прислал Аксаю пять генераторов.", "Мингаз", "Аксаю/Аксай"),
    ],
)
def test_what_is_given_is_theirs_who_get_it(tag: str, text: str, giver: str, getter: str) -> None:
    name = getter.partition("/")[2] or getter
    assert whose(text, tag, (giver, "organisation"), (getter, "place")) == [name]


@pytest.mark.parametrize(
    ("tag", "text", "giver"),
    [
        ("en", "Astana sent 120 tents.", "Astana"),
        ("ru", "Мингаз прислал пять генераторов.", "Мингаз"),
        ("kk", "Мингаз Ақсайға 40 миллион теңге бөлді.", "Мингаз"),
    ],
)
def test_what_is_given_to_nobody_named_is_the_givers(tag: str, text: str, giver: str) -> None:
    assert whose(text, tag, (giver, "organisation")) == [giver]


@pytest.mark.parametrize(
    ("tag", "text", "loser"),
    [
        ("en", "The police seized 40 tonnes of diesel from Northern Fuel.", "Northern Fuel"),
        ("ru", "Полиция изъяла у Каримова 40 тонн дизтоплива.", "Каримова/Каримов"),
        ("ru", "Полиция взыскала с Аксая 4 млн тенге.", "Аксая/Аксай"),
    ],
)
def test_what_is_taken_was_theirs_from_whom(tag: str, text: str, loser: str) -> None:
    name = loser.partition("/")[2] or loser
    taker = "police" if tag == "en" else "Полиция"
    assert whose(text, tag, (taker, "organisation"), (loser, "person")) == [name]


@pytest.mark.parametrize(
    ("tag", "text"),
    [
        ("en", "The court jailed Ann Lee for six years."),
        ("en", "The court ordered Ann Lee to pay 8,350 dollars."),
        ("en", "Ann Lee, who was jailed for six years, wept."),
    ],
)
def test_a_term_or_a_fine_is_theirs_who_get_it(tag: str, text: str) -> None:
    assert whose(text, tag, ("court", "organisation"), ("Ann Lee", "person")) == ["Ann Lee"]


@pytest.mark.parametrize(
    "text",
    [
        "Суд приговорил Ивана Петрова к пяти годам.",
        "Суд оштрафовал Ивана Петрова на 300 тысяч тенге.",
    ],
)
def test_whom_a_russian_court_punishes_is_declined(text: str) -> None:
    assert whose(text, "ru", ("Суд", "organisation"), ("Ивана Петрова/Иван Петров", "person")) == ["Иван Петров"]


def test_a_woman_in_the_nominative_is_a_subject():
    assert whose("Анна Петрова потеряла 5 млн рублей.", "ru", ("Анна Петрова", "person")) == ["Анна Петрова"]


def test_a_kazakh_term_is_theirs_who_are_judged():
    named: list[Named] = [("Сот", "organisation"), ("Асан Кәрімді/Асан Кәрім", "person")]
    assert whose("Сот Асан Кәрімді бес жылға соттады.", "kk", *named) == ["Асан Кәрім"]


@pytest.mark.parametrize(
    ("tag", "text", "owner"),
    [
        ("en", "Steppe Bank, a lender with 27,000 depositors, has closed.", "Steppe Bank"),
        ("ru", "Двое наблюдателей Лиги честных выборов рассказали об этом.", "Лиги честных выборов"),
        ("ru", "Инспекция арестовала счета Алтынбанка, задолжавшего 9 млрд тенге.", "Алтынбанка"),
    ],
)
def test_the_noun_tells_whose_it_is(tag: str, text: str, owner: str) -> None:
    assert whose(text, tag, (owner, "organisation")) == [owner]


@pytest.mark.parametrize(
    ("tag", "text", "body"),
    [
        ("en", "Steppe Steel has reported. Net profit came to 3 million dollars.", "Steppe Steel"),
        ("ru", "Аксуруда отчиталась. Чистая прибыль выросла до 3 млн долларов.", "Аксуруда"),
        ("kk", "Ақсуруда есеп берді. Таза пайдасы 3 миллион долларға жетті.", "Ақсуруда"),
    ],
)
def test_a_profit_is_the_bodys_that_the_text_is_about(tag: str, text: str, body: str) -> None:
    assert whose(text, tag, (body, "organisation")) == [body]


def test_an_office_that_tells_of_a_profit_does_not_have_it():
    text = "The Bureau of Statistics has reported. Net profit came to 3 million dollars."
    assert whose(text, "en", ("Bureau of Statistics", "organisation"), sector=("GOV",)) == [None]


def test_the_country_of_a_currency_has_no_share_in_the_sum():
    assert whose("The bill came to 3.17 million U.S. dollars.", "en", ("U.S.", "place")) == [None]


def test_houses_are_nobodys_for_being_told_after_a_body():
    text = "Steppe Steel has reported. The river flooded 40 houses."
    assert whose(text, "en", ("Steppe Steel", "organisation")) == [None]


def test_those_killed_are_not_the_killers():
    text = "Bandits attacked the Border Guard; two were wounded."
    assert whose(text, "en", ("Border Guard", "organisation"), ("Bandits", "group")) == ["Border Guard"]


def test_votes_of_a_body_and_of_voters():
    assembly: Named = ("Assembly", "organisation")
    assert whose("The Assembly met. The law got 67 votes.", "en", assembly, sector=("LEG",)) == ["Assembly"]
    assert whose("The Assembly met. He got 11,870 votes.", "en", assembly, sector=("LEG",)) == [None]


@pytest.mark.parametrize(
    ("text", "named", "holder"),
    [
        ("Қаржы министрлігі жөндеуге 3 миллиард теңге бөлген.", "Қаржы министрлігі", "Қаржы министрлігі"),
        ("Қаржы министрлігі өкілі он көлік алды.", "Қаржы министрлігі", None),
        ("Чадтың әскері шекараға он танк жылжытты.", "Чадтың", None),
    ],
)
def test_a_kazakh_name_before_another_noun(text: str, named: str, holder: str | None) -> None:
    assert whose(text, "kk", (named, "organisation")) == [holder]


def test_an_outlet_in_brackets_has_no_figure():
    text = "Рабочие сожгли четыре баржи («Верфь», 16 сентября)."
    assert whose(text, "ru", ("«Верфь»", "organisation")) == [None]


@pytest.mark.parametrize(
    ("text", "measure", "holder"),
    [
        ("Turkey grows. Turkish exports made up $220 million.", "exports", "Turkey"),
        ("Trade between Turkey and Norland rose to $6 million.", "Trade", None),
        ("Turkey and Norland account for a quarter of the wheat supply.", "share of wheat supply", None),
    ],
)
def test_a_peoples_adjective_tells_the_country_and_two_names_none(text: str, measure: str, holder: str | None) -> None:
    entities = EntityIndex()
    for name, code in (("Turkey", "TR"), ("Norland", "NO")):
        if name in text:
            start = text.index(name)
            id = entities.add("place", name, [Mention(start, start + len(name))], country=code)
            entities.update(id, same_as={"iso3166": code})
    page = Page(Document(text, published="2015-11-20"), "en")
    (item,) = find_quantities(page, find_times(page), entities)
    assert (item.measure, item.holder and entities.get(item.holder).name) == (measure, holder)


def test_its_budget_is_of_whom_the_pronoun_means() -> None:
    text, entities = "Peru grew. Its budget rose to 5 million dollars.", EntityIndex()
    peru = entities.add("place", "Peru", [Mention(0, 4), Mention(11, 14, "pronoun")])
    page = Page(Document(text, published="2015-11-20"), "en")
    assert [item.holder for item in find_quantities(page, find_times(page), entities)] == [peru]


def test_a_partner_does_not_hold_the_trade() -> None:
    text = "Товарооборот Норландии со странами Союза составил 5 млрд долларов."
    (found,), names = read(text, "ru", ("Норландии/Норландия", "place"), ("Союза/Союз", "organisation"))
    assert (names[found.holder] if found.holder else None, found.measure) == ("Норландия", "Товарооборот")
