"""What the English digests and wires of many countries write: golden readings of invented sentences, end to end."""

import pytest

from sholu.model.document import Document
from sholu.model.reading import Reading
from sholu.reading.reader import ExactReader

READER = ExactReader()


def read(text: str, published: str = "2012-06-01") -> Reading:
    return READER.read(Document(text, published=published, language="en"))


def names(reading: Reading, kind: str) -> set[str]:
    return {entity.name for entity in reading.entities if entity.kind == kind}


def offices(text: str) -> set[tuple[str, str, str | None, str | None]]:
    """Person, office, organisation, country."""
    reading = read(text)
    known = {entity.id: entity.name for entity in reading.entities}
    return {(known[t.person], t.office, known.get(t.organisation or ""), t.country) for t in reading.tenures}


def sources(text: str) -> list[str | None]:
    reading = read(text)
    known = {entity.id: entity.name for entity in reading.entities}
    return [known.get(a.source or "") for a in reading.attributions]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The Iranian ambassador to Bishkek, Darius Kamali, told reporters that trade had grown.",
            ("Darius Kamali", "ambassador to Bishkek", None, "IR"),
        ),
        (
            "The Orchard Party’s youth branch leader, Boris Kolenko, was in custody.",
            ("Boris Kolenko", "youth branch leader", "Orchard Party", None),
        ),
        (
            "They took the regional audit office's deputy chief Oleg Karpov hostage.",
            ("Oleg Karpov", "deputy chief", "regional audit office", None),
        ),
        (
            "The Plum Party and its leader Oleg Karpov pledged this.",
            ("Oleg Karpov", "leader", "Plum Party", None),
        ),
        (
            "It named the Commander of the River Forces (VRV–VR), Colonel-General Oleg Karpov for the post.",
            ("Oleg Karpov", "commander", "River Forces", None),
        ),
        (
            "Oleg Karpov was inaugurated as the second president of post-Soviet Kazakhstan on May 12.",
            ("Oleg Karpov", "president", None, "KZ"),
        ),
        (
            "Oleg Karpov, Russia’s premier political columnist and the chair of the Council for Foreign Policy.",
            ("Oleg Karpov", "chair", "Council for Foreign Policy", "RU"),
        ),
        ("Prosecutors accused former PM Anna Karpova.", ("Anna Karpova", "prime minister", None, None)),
        (
            "Oleg Karpov ran in the 1990 election as a candidate of the Plum Party.",
            ("Oleg Karpov", "candidate", "Plum Party", None),
        ),
        ("A speech by Anna Bell (Orchard Party) followed.", ("Anna Bell", "member", "Orchard Party", None)),
        (
            "Kazakh President Oleg Karpov met his Turkish counterpart, Kemal Aydin.",
            ("Kemal Aydin", "president", None, "TR"),
        ),
        (
            "Oleg Karpov, editor of the local newspaper Pravdist, was jailed.",
            ("Oleg Karpov", "editor", "Pravdist", None),
        ),
    ],
)
def test_who_holds_what(text: str, expected: tuple[str, str, str | None, str | None]) -> None:
    assert expected in offices(text)


def test_an_adjective_is_no_office() -> None:
    held = offices("Oleg Karpov, Russia’s premier political commentator, wrote.")
    assert not any(office.startswith("premier") for _, office, _, _ in held)


@pytest.mark.parametrize(
    ("text", "person", "country"),
    [
        ("In Brussels Anna Karpova's lawyer spoke.", "Anna Karpova", None),
        ("Kazakhstani acting president Oleg Karpov spoke in Moscow and in Sochi.", "Oleg Karpov", "KZ"),
        ("He met his Turkish counterpart Kemal Aydin.", "Kemal Aydin", "TR"),
        ("U.S. ambassador to Russia Oleg Karpov spoke.", "Oleg Karpov", "US"),
    ],
)
def test_whose_people_they_are(text: str, person: str, country: str | None) -> None:
    found = {entity.name: entity.country for entity in read(text).entities if entity.kind == "person"}
    office = {t.country for t in read(text).tenures}
    assert found[person] == country or (country in office and person in found)


@pytest.mark.parametrize(
    ("text", "kind", "name"),
    [
        ("After the collapse of the Soviet Union things changed.", "place", "Soviet Union"),
        ("It happened in the Russian Federation.", "place", "Russia"),
        ("The U.N. Security Council met.", "organisation", "United Nations Security Council"),
        ("He praised the St. Petersburg Plum Forum.", "organisation", "St. Petersburg Plum Forum"),
        ("The decree adopts the new Military Doctrine.", "legal_instrument", "Military Doctrine"),
        ("It was told to the Lithuanian daily Rytmetis.", "outlet", "Rytmetis"),
        ("The youth organization Azatlek staged a protest.", "organisation", "Azatlek"),
        ("Sarbatur, a volunteer group that helps refugees, said so.", "organisation", "Sarbatur"),
        ("The Ministry of Oil and Gas said so.", "organisation", "Ministry of Oil and Gas"),
        ("It was signed (www.plumnews.kg, May 23).", "outlet", "plumnews.kg"),
    ],
)
def test_what_is_named(text: str, kind: str, name: str) -> None:
    assert name in names(read(text), kind)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The 2008 Kazakh-Russian program grew.", "Kazakh-Russian"),
        ("Two Uzbekistani border guards died.", "Uzbekistani border"),
        ("The Central Asian republic is large.", "Central Asian"),
    ],
)
def test_what_is_no_name(text: str, name: str) -> None:
    assert name not in {entity.name for entity in read(text).entities}


def test_a_possessive_does_not_hide_the_abbreviation() -> None:
    reading = read("At the Plum Growers Fund’s (PMF) forum they met. The PMF paid.")
    (fund,) = [entity for entity in reading.entities if entity.kind == "organisation" and "Fund" in entity.name]
    assert len(fund.mentions) >= 2


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("The ambassador to Bishkek, Darius Kamali, said that trade had grown.", "Darius Kamali"),
        ("The Orchard Bloc party said in a statement that it was so.", "Orchard Bloc"),
        ("Karpov’s lawyer, Anna Bell, said that he was ill.", "Anna Bell"),
    ],
)
def test_who_speaks(text: str, source: str) -> None:
    assert sources(text) == [source]


def test_an_outlet_at_the_edge_of_what_is_told_only_vouches_for_it() -> None:
    reading = read("Harvests fell by half last year, Interfax reports.")
    told = reading.attributions[0]
    named = {entity.id: entity.name for entity in reading.entities}
    assert (told.mode, told.source, named[told.outlet or ""]) == ("citation", None, "Interfax")


def test_the_next_clause_is_no_source() -> None:
    (one,) = read("According to the border service, the clash began when guards opened fire.").attributions
    assert one.source_text == "the border service"


def test_a_dateline_is_not_said() -> None:
    text = "TASHKENT, January 23 (Plum News) - Harvests were good this year, the minister said on Friday."
    (one,) = read(text).attributions
    assert one.content[0].of(text) == "Harvests were good this year"


def test_a_bare_date_inside_a_sentence_credits_nobody() -> None:
    text = "Residents gathered (Interfax, May 3). They took to the streets last week (May 23) to protest the plan."
    assert [a.date for a in read(text).attributions if a.mode == "citation"] == ["2012-05-03"]


def test_something_that_goes_on_says_nothing() -> None:
    assert sources("First held in 2007, the holiday continues to resemble other days.") == []


def test_what_is_to_be_done_lies_ahead() -> None:
    for text in (
        "The line is scheduled to be opened in October.",
        "The firm is preparing to sign a deal with the state-owned bank in October.",
    ):
        assert [time.value for time in read(text).times] == ["2012-10"]


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("It exports 5 bcm a year.", 5e9, "m3"),
        ("It sold 16 billion cu m of gas.", 16e9, "m3"),
        ("He paid 5m tenge.", 5e6, "KZT"),
        ("A region with a population of 70,000 grew.", 70000, "count"),
        ("Poverty fell from 40 to 32 percent.", 40, "%"),
        ("Voters gave the Plum Dream 85 parliamentary seats.", 85, "count"),
    ],
)
def test_how_much(text: str, value: float, unit: str) -> None:
    assert (value, unit) in [(q.value, q.unit.partition("/")[0]) for q in read(text).quantities]


def test_half_a_year_is_no_share() -> None:
    reading = read("Half a year ago, the party was weak. It spent half of last year abroad.")
    assert [q for q in reading.quantities if q.unit == "%"] == []


def test_figures_of_a_list_measure_the_same() -> None:
    reading = read("They entered with stakes of 20 percent, 15 percent and 10 percent.")
    assert [q.measure for q in reading.quantities] == ["stakes"] * 3


def test_a_name_between_commas_owns_the_figure() -> None:
    reading = read("Anna Bell won. Her main rival, Oleg Karpov, received 33.5 percent.")
    known = {entity.id: entity.name for entity in reading.entities}
    assert [known.get(q.holder or "") for q in reading.quantities] == ["Oleg Karpov"]


def test_an_adjective_may_stand_before_a_name_in_apposition():
    held = offices("Uzbekistan's first president, long-reigning Alim Karov, was silent.")
    assert held == {("Alim Karov", "president", None, "UZ")}


def test_a_body_of_a_country_ends_before_a_name():
    reading = read("Chairman of the State Border Service of the Kyrgyz Republic Ularbek Shersev will go there.")
    assert "State Border Service of the Kyrgyz Republic" in names(reading, "organisation")
    assert "Ularbek Shersev" in names(reading, "person")


def test_a_religion_is_no_place():
    assert not names(read("They wanted to prevent incursions from Islamist forces."), "place")


def test_bodies_and_people_told_of_twice_are_one():
    text = "Uzbek border guards crossed the river. The Uzbek military came."
    reading = read(f"{text} The Uzbek border guards saw the Uzbek military.")
    assert sorted(len(one.mentions) for one in reading.entities if one.name.endswith(("guards", "military"))) == [2, 2]


def test_who_closes_a_title_of_a_country_acts():
    reading = read("Prime Minister of Kyrgyzstan Alov Ulmanov criticised the ministry.")
    known = {entity.id: entity.name for entity in reading.entities}
    assert [[known.get(role.entity or "") for role in event.actors] for event in reading.events] == [["Alov Ulmanov"]]
