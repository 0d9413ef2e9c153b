"""Who does what to whom in constructions that part a verb from its parties."""

import pytest

from sholu.model.document import Document
from sholu.model.reading import Event, Mention, TimeExpression
from sholu.model.span import Span
from sholu.reading.entities import EntityIndex
from sholu.reading.events import find_events
from sholu.reading.page import Page

_COURT = "The town court"


def _entities(text: str, people: tuple[str, ...] = (), bodies: tuple[str, ...] = ()) -> EntityIndex:
    entities = EntityIndex()
    for kind, names in (("person", people), ("organisation", bodies)):
        for name in names:
            start = text.index(name)
            entities.add(kind, name, [Mention(start, start + len(name))])  # type: ignore[arg-type]
    return entities


def _events(
    text: str,
    *,
    people: tuple[str, ...] = (),
    bodies: tuple[str, ...] = (),
    days: tuple[str, ...] = (),
    tag: str = "en",
) -> list[Event]:
    times = []
    for day in days:
        start = text.index(day)
        times.append(TimeExpression("t1", Span(start, start + len(day)), "date", "2024-03-04"))
    page = Page(Document(text, published="2024-03-05"), tag)
    return find_events(page, _entities(text, people, bodies), times)


def _actors(event: Event) -> list[str]:
    return [role.text for role in event.actors]


def _recipients(event: Event) -> list[str]:
    return [role.text for role in event.recipients]


@pytest.mark.parametrize(
    ("text", "day", "who"),
    [("On June 11 he was fined.", "June 11", "he"), ("In 2012 they were arrested.", "2012", "they")],
)
def test_the_number_of_a_day_counts_nobody(text: str, day: str, who: str) -> None:
    assert _recipients(_events(text, days=(day,))[0]) == [who]


def test_a_day_between_subject_and_verb_parts_nothing() -> None:
    (event,) = _events("Ann Lee ran the mill and in May 2020 was elected chairman.", days=("May 2020",))
    assert (event.type, _recipients(event)) == ("ELECT", ["Ann Lee"])


def test_a_name_between_a_day_and_an_apposition_acts() -> None:
    text = "On July 6 Ann Lee, a retired plumber, attacked two guards."
    (event,) = _events(text, people=("Ann Lee",), days=("July 6",))
    assert (_actors(event), _recipients(event)) == (["Ann Lee"], ["two guards"])


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("The governor denied that an officer had been hurt, and set free nine men.", "The governor"),
        ("The governor denied that an officer had fled and set free nine men.", "an officer"),
    ],
)
def test_a_comma_before_and_leads_back_to_the_main_clause(text: str, actor: str) -> None:
    assert _actors(_events(text)[-1]) == [actor]


def test_who_stands_for_the_name_before_an_aside() -> None:
    text = "It was good, said Ann Lee, deputy minister since 2020, who thanked the miners."
    event = _events(text, people=("Ann Lee",), days=("2020",))[-1]
    assert (event.type, _actors(event)) == ("SUPPORT", ["Ann Lee"])


def test_participles_share_the_agent_behind_the_last() -> None:
    (event,) = _events("Some 60 refugees were fed and housed by monks.")
    assert (event.type, _actors(event)) == ("AID", ["monks"])


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("Herders were detained by order of the inspector.", ["the inspector"]),
        ("Herders were detained on the orders of the cabinet.", ["the cabinet"]),
        ("Herders were detained at the ministry's insistence.", ["the ministry"]),
        ("Herders were detained at the edge of the village.", []),
    ],
)
def test_whoever_orders_a_deed_does_it(text: str, actor: list[str]) -> None:
    assert _actors(_events(text)[0]) == actor


@pytest.mark.parametrize(
    ("text", "recipient"),
    [
        ("Police attacked eleven marching miners.", "eleven marching miners"),
        ("A mob hacked five alleged thieves to death.", "five alleged thieves"),
        ("The herders let it through.", "it"),
    ],
)
def test_the_whole_phrase_suffers(text: str, recipient: str) -> None:
    assert _recipients(_events(text)[0]) == [recipient]


def test_those_counted_after_a_passive_suffer_too() -> None:
    killed, hurt = _events("Ten miners were killed and thirty injured.")
    assert (_recipients(killed), _recipients(hurt)) == (["Ten miners"], ["thirty"])


def test_a_range_of_figures_belongs_to_its_noun() -> None:
    (event,) = _events("Between 90 and 110 workers will lose their jobs.")
    assert (event.type, _recipients(event)) == ("SANCTION", ["Between 90 and 110 workers"])


def test_two_descriptions_of_one_person_are_one_party() -> None:
    text = "Ann Lee, director of the mill until 2013, was jailed for six years."
    (event,) = _events(text, people=("Ann Lee",), days=("2013",))
    assert [role.entity for role in event.recipients] == ["e1"]


@pytest.mark.parametrize(
    ("text", "recipients"),
    [
        ("Police arrested six men, among them Ann Lee.", ["six men", "Ann Lee"]),
        ("Police arrested six men, including Ann Lee, a teacher.", ["six men", "Ann Lee"]),
        ("Police arrested six men and told Ann Lee.", ["six men"]),
    ],
)
def test_named_members_of_a_group_are_parties(text: str, recipients: list[str]) -> None:
    (event, *_) = _events(text, people=("Ann Lee",))
    assert _recipients(event) == recipients
    assert "Ann Lee" not in _actors(event)


@pytest.mark.parametrize(
    ("text", "recipients"),
    [
        ("Police arrested Ann Lee, director of the mill, and Bo Kim, her deputy.", ["Ann Lee", "Bo Kim"]),
        ("Police arrested Ann Lee, director of the mill, and Bo Kim, her deputy, resigned.", ["Ann Lee"]),
    ],
)
def test_a_list_goes_on_behind_an_apposition(text: str, recipients: list[str]) -> None:
    assert _recipients(_events(text, people=("Ann Lee", "Bo Kim"))[0]) == recipients


def test_the_sides_are_those_of_the_quarrel_before() -> None:
    text = "Osh Union accused Osh Mill of theft. Both sides signed an agreement."
    *_, signed = _events(text, bodies=("Osh Union", "Osh Mill"))
    assert _actors(signed) == ["Osh Union", "Osh Mill"]


@pytest.mark.parametrize(
    ("text", "recipient"),
    [
        ("The bank granted a loan of 2 million to the union.", "the union"),
        ("The court turned down the union's appeal.", "the union"),
    ],
)
def test_what_is_given_or_refused_is_somebodys(text: str, recipient: str) -> None:
    assert recipient in _recipients(_events(text)[-1])


@pytest.mark.parametrize(
    ("tag", "text", "court"),
    [
        ("en", f"Ann Lee was jailed for six years. {_COURT} is new.", _COURT),
        ("ru", "Бывшего мэра приговорили к шести годам. Городской суд новый.", "Городской суд"),
    ],
)
def test_a_verdict_without_a_court_is_of_the_only_one(tag: str, text: str, court: str) -> None:
    event = _events(text, bodies=(court,), tag=tag)[0]
    assert (event.type, _actors(event)) == ("SENTENCE", [court])


def test_of_two_courts_the_one_named_before_judged() -> None:
    text = "The Osh Court sat on Monday. Ann Lee was jailed for six years. The Naryn Court is new."
    event = _events(text, bodies=("The Osh Court", "The Naryn Court"))[0]
    assert _actors(event) == ["The Osh Court"]


def test_a_complaint_accuses_nobody_who_only_hears_it() -> None:
    *_, accused = _events("The guards beat two women. The union lodged a complaint with the inspectorate.")
    assert (accused.type, _recipients(accused)) == ("ACCUSE", [])


def test_a_list_goes_on_with_what_its_opening_says_somebody_did() -> None:
    text = (
        "The ministers met in Osh and:\n\n- welcomed the accord;\n\n- and instructed the guards to leave.\n\nIt rained."
    )
    _, *events = _events(text)
    assert [(event.type, _actors(event)) for event in events] == [
        ("SUPPORT", ["The ministers"]),
        ("REQUEST", ["The ministers"]),
    ]


def test_whoever_suffers_in_a_list_is_not_acted_upon_by_its_opening() -> None:
    text = "The ministers met in Osh and noted that:\n\n- two miners were beaten;\n\n- a road was new."
    assert _actors(_events(text)[-1]) == []


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("The protests of the miners began.", ["the miners"]),
        ("The protests in May of the miners began.", ["the miners"]),
        ("Protests began after the chamber of the council failed to meet.", []),
        ("Protests in the capital of the province began.", []),
    ],
)
def test_of_belongs_to_the_noun_right_before_it(text: str, actors: list[str]) -> None:
    event = next(event for event in _events(text) if event.type == "PROTEST")
    assert _actors(event) == actors


@pytest.mark.parametrize("second", ["thirty", "1,000 others", "more than 1,000 others"])
def test_those_counted_behind_and_suffer_with_those_before(second: str) -> None:
    _, event = _events(f"100 people were killed and {second} wounded.")
    assert (_recipients(event), _actors(event)) == ([second.removeprefix("more than ")], [])


def test_a_town_before_a_meeting_is_where_it_was() -> None:
    entities = EntityIndex()
    entities.add("place", "Osh", [Mention(4, 7)])
    page = Page(Document("The Osh summit opened on Monday.", published="2024-03-05"), "en")
    (event,) = find_events(page, entities, [])
    assert (event.type, event.actors) == ("CONSULT", ())


@pytest.mark.parametrize("rounding", ["at least", "about", "up to", "more than"])
def test_words_that_round_a_number_part_it_from_no_verb(rounding: str) -> None:
    *_, event = _events(f"The union said {rounding} 30 people were arrested.")
    assert [text.removeprefix(f"{rounding} ") for text in _recipients(event)] == ["30 people"]


def test_dozens_of_somebody_are_of_their_sector() -> None:
    (event,) = _events("Dozens of miners were arrested.")
    assert [role.sector for role in event.recipients] == [
        role.sector for role in _events("Miners were arrested.")[0].recipients
    ]
    assert event.recipients[0].sector
