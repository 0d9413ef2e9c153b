"""How agencies tell a deed: by a noun, in a participle's clause, beside what it was done for; in whose words it is."""

import pytest

from sholu.model.document import Document
from sholu.model.reading import Event, Mention
from sholu.reading.entities import EntityIndex
from sholu.reading.events import find_events
from sholu.reading.page import Page
from sholu.reading.times import find_times


def _events(text: str, tag: str, *towns: str) -> list[Event]:
    page, entities = Page(Document(text, published="2024-03-05"), tag), EntityIndex()
    for name in towns:
        start = text.index(name)
        entities.add("place", name, [Mention(start, start + len(name), "name")])
    return find_events(page, entities, find_times(page))


@pytest.mark.parametrize(
    ("text", "type", "actor"),
    [
        ("Полиция задержала рабочих, перекрывших трассу.", "PROTEST", "рабочих"),
        ("Министр поблагодарил послов, подписавших договор.", "SUPPORT", "послов"),
        ("Около 10 тысяч человек потребовали отмены запрета.", "REQUEST", "Около 10 тысяч человек"),
        ("Депутаты, поддержавшие законопроект, ушли.", "SUPPORT", "Депутаты"),
    ],
)
def test_who_did_what_a_russian_clause_tells(text: str, type: str, actor: str) -> None:
    (event,) = [event for event in _events(text, "ru") if event.type == type and event.actors][-1:]
    assert [role.text for role in event.actors] == [actor]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Двое солдат погибли в результате нападения на пост.", "результате нападения"),
        ("При обстреле посёлка ранены трое рыбаков.", "При обстреле"),
        ("Караульный сумел нанести ранения двоим солдатам.", "нанести ранения"),
        ("Атаку устроили трое рыбаков.", "Атаку устроили"),
    ],
)
def test_attacks_that_agencies_tell_by_a_noun(text: str, told: str) -> None:
    assert told in [event.trigger.of(text) for event in _events(text, "ru") if event.type == "ASSAULT"]


@pytest.mark.parametrize(
    "text",
    [
        "Лесникам грозит до 15 лет колонии.",
        "Ему грозит штраф.",
        "Встреча назначена на следующую неделю.",
        "Делегацию возглавит Марк Лом.",
    ],
)
def test_penalties_dates_and_delegations_are_no_deeds(text: str) -> None:
    assert not {"THREATEN", "TAKE_OFFICE"} & {event.type for event in _events(text, "ru")}


def test_somebody_threatens_all_the_same() -> None:
    assert [event.type for event in _events("Марк Лом грозит рыбакам увольнением.", "ru")] == ["THREATEN"]


def test_a_resignation_accepted_is_his_who_resigns() -> None:
    (event,) = _events("Дума приняла досрочную отставку мэра Марка Лома.", "ru")
    assert (event.type, [role.text for role in event.actors]) == ("LEAVE_OFFICE", ["мэра Марка Лома"])


def test_the_place_of_a_cause_is_not_where_a_deed_was_done() -> None:
    (event, *_) = _events("Полиция задержала рыбаков из-за драки в Нарве.", "ru", "Нарве")
    assert event.place is None
    (event, *_) = _events("Полиция задержала рыбаков в Нарве.", "ru", "Нарве")
    assert event.place is not None


@pytest.mark.parametrize(
    "text",
    [
        "Two men died in fighting that followed the ambush.",
        "Soldiers slept near the site of the attack on the outskirts.",
        '"They had rifles," the major said of the attack in the hills.',
        "The dead from last night's attack were buried.",
        "Guards carried assault rifles.",
    ],
)
def test_deeds_that_only_place_another_are_none(text: str) -> None:
    assert "attack" not in [event.trigger.of(text) for event in _events(text, "en")]
    assert not {"ambush", "assault"} & {event.trigger.of(text) for event in _events(text, "en")}


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("The army killed seven men near the site of Monday's attack.", None),
        ("Rebels killed two soldiers in Monday's attack.", "2024-03-04"),
        ("Moscow expelled two envoys over a 2014 explosion.", None),
    ],
)
def test_a_day_inside_a_noun_phrase_is_of_its_noun(text: str, date: str | None) -> None:
    assert _events(text, "en")[0].date == date


def test_they_are_not_the_one_who_tells_of_them() -> None:
    (event,) = _events("An official said the soldiers were asleep when they were attacked.", "en")
    assert [role.text for role in event.recipients] == ["the soldiers"]


@pytest.mark.parametrize(
    ("text", "types"),
    [
        ('Lee was convicted of "spreading false news" and "insulting judges".', ["SENTENCE"]),
        ("Guards threatened to rape and murder Ann Lee.", ["THREATEN"]),
        ("Ann Lee pleaded guilty.", []),
        ("Ann Lee did not deny at her trial that she wrote it.", []),
        ("They were fired at by guards.", ["ASSAULT"]),
    ],
)
def test_crimes_threats_and_pleas_are_no_deeds(text: str, types: list[str]) -> None:
    assert [event.type for event in _events(text, "en")] == types


def test_the_first_to_be_convicted_has_been() -> None:
    (event,) = _events("Ann Lee became the first person to be convicted of treason.", "en")
    assert event.modality == "actual"


@pytest.mark.parametrize(
    ("text", "polarity"),
    [
        ("Премьер Марк Лом будет назначен не позднее мая.", "affirmed"),
        ("Суд закрыт до тех пор, пока президент не назначит Марка Лома.", "affirmed"),
        ("Президент не назначил Марка Лома.", "negated"),
    ],
)
def test_what_is_waited_for_is_not_denied(text: str, polarity: str) -> None:
    found = [event for event in _events(text, "ru") if event.type == "TAKE_OFFICE"]
    assert [event.polarity for event in found] == [polarity]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("OSH, 4 March (Wire) - Guards killed two herders on Monday.", "OSH"),
        ("OSH, 4 March (Wire) - Guards killed two herders near the border on Monday.", None),
    ],
)
def test_common_words_for_a_place_are_not_where_the_report_was_sent_from(text: str, place: str | None) -> None:
    page, entities = Page(Document(text, published="2024-03-05"), "en"), EntityIndex()
    entities.add("place", "OSH", [Mention(0, 3, "name")])
    (event,) = find_events(page, entities, find_times(page))
    assert (entities.get(event.place).name if event.place else None) == place
