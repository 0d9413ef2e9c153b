"""English subjects that something told of them parts from their verb, and words that only look like a deed."""

import pytest

from sholu.model.document import Document
from sholu.model.reading import Event, Mention, TimeExpression
from sholu.model.span import Span
from sholu.reading.entities import EntityIndex
from sholu.reading.events import find_events
from sholu.reading.page import Page


def _events(text: str, *, people: tuple[str, ...] = (), day: str | None = None) -> list[Event]:
    entities = EntityIndex()
    for name in people:
        start = text.index(name)
        entities.add("person", name, [Mention(start, start + len(name))])
    times = []
    if day:
        times.append(TimeExpression("t1", Span(text.index(day), text.index(day) + len(day)), "date", "2024-03-04"))
    return find_events(Page(Document(text, published="2024-03-05"), "en"), entities, times)


def _event(text: str, trigger: str, *, people: tuple[str, ...] = (), day: str | None = None) -> Event:
    return next(event for event in _events(text, people=people, day=day) if trigger in event.trigger.of(text))


def _actors(event: Event) -> list[str]:
    return [role.text for role in event.actors]


def _recipients(event: Event) -> list[str]:
    return [role.text for role in event.recipients]


@pytest.mark.parametrize(
    ("text", "trigger", "recipient"),
    [
        ("The mission that was sent to Mali was attacked by militants.", "attacked", "The mission"),
        ("The mission deployed to Mali was attacked by militants.", "attacked", "The mission"),
        ("The ministry said the road that leads to Naryn was blocked by herders.", "blocked", "the road"),
        # the verb of speech opens a clause of its own
        ("The clerk told the court that the man was beaten by guards.", "was beaten", "the man"),
        ("The rest hid in Kochkor after the guards were attacked by militants.", "attacked", "the guards"),
    ],
)
def test_what_narrows_a_subject_does_not_suffer(text: str, trigger: str, recipient: str) -> None:
    assert _recipients(_event(text, trigger)) == [recipient]


@pytest.mark.parametrize(
    ("text", "trigger", "actor"),
    [
        ("Herders who lost their flocks in Naryn blocked the road.", "blocked", "Herders"),
        ("The women whose husbands died in the mine blocked the road.", "blocked", "The women"),
        ("A court in Osh that had jailed the clerk in March released him.", "released", "A court in Osh"),
        ("The guards used water cannon against villagers who threw rocks.", "threw", "villagers"),
        ("Residents of Osh who blocked the road were fined.", "blocked", "Residents of Osh"),
        ("A letter to the mayor by villagers denouncing the mill was lost.", "denouncing", "villagers"),
        ("His foremen left on Monday, and I have lodged a complaint with the inspectorate.", "lodged", "I"),
    ],
)
def test_who_does_what_a_clause_tells_of_him(text: str, trigger: str, actor: str) -> None:
    assert _actors(_event(text, trigger)) == [actor]


def test_each_person_of_a_list_is_one() -> None:
    people = ("Ann Lee", "Bo Day", "Cy Fox")
    event = _event("Ann Lee, Bo Day and Cy Fox were detained in Osh.", "detained", people=people)
    assert _recipients(event) == list(people)
    event = _event("In Osh, Bo Day and Cy Fox were detained.", "detained", people=people[1:])
    assert _recipients(event) == list(people[1:])


def test_who_takes_the_place_of_another_takes_his_office() -> None:
    left, took = sorted(
        _events("Jane Dow replaced Ann Lee as mayor.", people=("Jane Dow", "Ann Lee")), key=lambda one: one.type
    )
    assert (left.type, _actors(left)) == ("LEAVE_OFFICE", ["Ann Lee"])
    assert (took.type, _actors(took)) == ("TAKE_OFFICE", ["Jane Dow"])
    assert [event.type for event in _events("The ministry replaced Ann Lee.", people=("Ann Lee",))] == ["LEAVE_OFFICE"]


@pytest.mark.parametrize(
    ("text", "trigger", "type", "actor"),
    [
        ("Ann Lee met a recently dismissed prime minister.", "dismissed", "LEAVE_OFFICE", "prime minister"),
        ("Ann Lee shook the cabinet, removing the head of a region.", "removing", "LEAVE_OFFICE", "the head"),
        ("Ann Lee swore in her new cabinet on Monday.", "swore", "TAKE_OFFICE", "her new cabinet"),
        ("Ann Lee dismissed the mayor, Bo Day, on Monday.", "dismissed", "LEAVE_OFFICE", "the mayor"),
        ("The king relieved Premier Bo Day from his position.", "relieved", "LEAVE_OFFICE", "Premier Bo Day"),
        ("Ann Lee also named a new police chief.", "named", "TAKE_OFFICE", "a new police chief"),
        ("All ministers will leave the post.", "leave", "LEAVE_OFFICE", "All ministers"),
    ],
)
def test_who_takes_or_leaves_an_office(text: str, trigger: str, type: str, actor: str) -> None:
    event = _event(text, trigger, people=tuple(name for name in ("Ann Lee", "Bo Day") if name in text))
    assert (event.type, _actors(event), _recipients(event)) == (type, [actor], [])


@pytest.mark.parametrize(
    ("text", "type", "mode"),
    [
        ("Norland declared 20 envoys personae non gratae.", "SANCTION", "expel"),
        ("Norland announced the expulsion of 12 Sudmark diplomats.", "SANCTION", "expel"),
        ("More than 300 troops were deployed across the capital.", "MOBILIZE", "troops"),
        ("The border guards were put on high alert.", "MOBILIZE", "troops"),
        ("Observers counted nine ceasefire violations by the rebels.", "ASSAULT", None),
        ("The president accepted the resignation of the finance minister.", "LEAVE_OFFICE", "resign"),
        ("The mayor was disqualified from office in June.", "LEAVE_OFFICE", "dismiss"),
        ("The three were sworn in on Monday.", "TAKE_OFFICE", None),
    ],
)
def test_deeds(text: str, type: str, mode: str | None) -> None:
    assert (type, mode) in {(event.type, event.mode) for event in _events(text)}


@pytest.mark.parametrize(
    "text",
    [
        "The president kicked off a reshuffle of his cabinet.",
        "The ministry demonstrated the benefits of the new pump.",
        "The release of the election results was late.",
        "The mayor gave a joint briefing to officials.",
        "The firm has failed to meet its output targets.",
        "Many of these claims are backed up by documents.",
        "The minister denied taking bribes.",
        "A porter working with the army left.",
        "The trader remained in detention.",
        "Forecasts calling for rain pleased the farmers.",
        "The minister told a meeting in Osh that exports rose.",
        "The coat was found hanging in the hall.",
        "The ministers listed pressing problems.",
        "Given the necessary time for repairs, exports may fall.",
        "A Moscow appeals court sits on Monday.",
        "The company cut its output by a tenth.",
        "The drought hit the harvest of the farmers.",
    ],
)
def test_words_that_only_look_like_a_deed(text: str) -> None:
    assert _events(text) == []


@pytest.mark.parametrize(
    ("text", "type"),
    [
        ("Villagers demonstrated against the new pump.", "PROTEST"),
        ("The court ordered the release of two officers.", "RETREAT"),
        ("The fund gave 40 tractors to the herders.", "AID"),
        ("The minister met the strikers.", "CONSULT"),
        ("The party backed the miners.", "SUPPORT"),
        ("The minister denied the strikers a meeting.", "REJECT"),
    ],
)
def test_the_same_words_of_a_deed(text: str, type: str) -> None:
    assert type in {event.type for event in _events(text)}


def test_two_peoples_share_a_noun() -> None:
    event = _event("Armenian and Azerbaijani forces attacked the village.", "attacked")
    assert next((role.text, role.country) for role in event.actors) == ("Armenian", "AM")
    assert {role.sector for role in event.actors} == {("MIL",)}


def test_what_a_deed_is_done_near_or_from_does_not_do_it() -> None:
    assert _actors(_event("An attack 30 km from the Malian border killed six men.", "attack")) == []
    assert _recipients(_event("Norland forces clashed near the village of Tegh.", "clashed")) == []
    assert _recipients(_event("Riot police fired tear gas in the capital Osh.", "fired")) == []


def test_who_is_led_by_whom() -> None:
    text = "A group led by a fighter formerly loyal to Norland attacked a convoy."
    assert _actors(_event(text, "attacked")) == ["A group"]


def test_whoever_stands_behind_by_shelled_it() -> None:
    event = _event("The town of Osh underwent shelling by rebels.", "shelling")
    assert _actors(event) == ["rebels"]


@pytest.mark.parametrize(
    ("text", "trigger", "actors", "recipients"),
    [
        ("Five died while one herder was killed in a strike on Osh.", "killed", [], ["one herder"]),
        ("Villagers quarrelled with police armed with riot shields who used tear gas.", "used", ["police"], []),
        ("Norland border guards then intervened and opened fire.", "opened fire", ["Norland border guards"], []),
    ],
)
def test_who_suffers_a_passive_and_who_holds_the_shields(
    text: str, trigger: str, actors: list[str], recipients: list[str]
) -> None:
    event = _event(text, trigger)
    assert (_actors(event), _recipients(event)) == (actors, recipients)


def test_what_somebody_is_led_to_do_is_done() -> None:
    assert _event("That led the villagers to throw rocks at the workers.", "throw").modality == "actual"


def test_a_critic_of_a_body_is_not_the_body() -> None:
    text, entities = "The Kremlin critic attacked a clerk.", EntityIndex()
    entities.add("organisation", "Kremlin", [Mention(4, 11)])
    (event,) = find_events(Page(Document(text), "en"), entities, [])
    assert [role.entity for role in event.actors] == [None]


def test_a_meeting_is_told_once() -> None:
    text = "The ministers met in Osh for talks."
    assert [event.trigger.of(text) for event in _events(text)] == ["met"]


def test_what_only_shares_a_word_with_a_context() -> None:
    assert _event("Police used water cannon against the crowd.", "used").contexts == ()
    assert "natural_resource" in _event("Villagers blocked the water canal.", "blocked").contexts


def test_whom_a_killing_is_of_did_not_do_it() -> None:
    event = _event("The killing of two herders by guards was condemned.", "killing")
    assert (_actors(event), _recipients(event)) == (["guards"], ["two herders"])
    event = _event("The bandits left to avenge the killing of their comrades.", "killing")
    assert (_actors(event), _recipients(event)) == ([], ["their comrades"])
