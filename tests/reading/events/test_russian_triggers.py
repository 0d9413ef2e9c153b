"""Which Russian words report a deed where they stand, and which only look like it."""

import pytest

from sholu.model.document import Document
from sholu.model.reading import Event
from sholu.reading.entities import EntityIndex
from sholu.reading.events import find_events
from sholu.reading.page import Page
from sholu.reading.times import find_times


def _events(text: str) -> list[Event]:
    return find_events(Page(Document(text, published="2024-03-05"), "ru"), EntityIndex(), [])


def _told(text: str) -> list[tuple[str, str | None]]:
    return [(event.type, event.mode) for event in _events(text)]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Пекарня в Оше объявила забастовку.", [("PROTEST", "strike")]),
        ("Голодовку объявили работники пекарни.", [("PROTEST", "hunger")]),
        ("Суд продлил арест завхозу школы.", [("COERCE", "arrest")]),
        ("Посол вручил министру протест.", [("ACCUSE", "disapprove")]),
        ("Сельчане вышли на акцию протеста.", [("PROTEST", "demo")]),
        ("В полицию доставили 27 человек.", [("COERCE", "arrest")]),
        ("Армения вывела войска из долины.", [("RETREAT", "withdraw")]),
    ],
)
def test_a_verb_and_its_object_tell_one_deed(text: str, told: list[tuple[str, str | None]]) -> None:
    assert _told(text) == told


@pytest.mark.parametrize(
    ("text", "types"),
    [
        ("Суд признал завхоза виновным и приговорил его к двум годам колонии.", ["SENTENCE"]),
        ("Завхоза признали виновным в растрате.", ["SENTENCE"]),
        ("Завхоз признал вину.", ["CONCEDE"]),
    ],
)
def test_a_verdict_and_its_punishment_are_one(text: str, types: list[str]) -> None:
    assert [event.type for event in _events(text)] == types


@pytest.mark.parametrize(
    "text",
    [
        "Мэр пытался позвонить завхозу.",
        "Мэр занимает должность с мая.",
        "Мэр возглавил делегацию.",
        "Процесс обновления правительства начался вчера.",
        "Жители не могут позволить себе уголь.",
        "Завхоз получил в феврале 2022 года письмо.",
    ],
)
def test_words_that_only_look_like_deeds(text: str) -> None:
    assert not _events(text)


def test_a_bare_noun_sets_the_scene() -> None:
    assert [event.type for event in _events("В ходе митинга милиция задержала завхоза.")] == ["COERCE"]
    assert "PROTEST" in {event.type for event in _events("Во время митинга против пошлин задержан завхоз.")}
    assert "ASSAULT" in {event.type for event in _events("После этого началась перестрелка.")}


@pytest.mark.parametrize(
    ("text", "actor", "recipient"),
    [
        ("Посол Японии был вызван в МИД Киргизии.", "МИД Киргизии", "Посол Японии"),
        ("Посла Японии вызвали в МИД Киргизии.", "МИД Киргизии", "Посла Японии"),
        ("МИД Киргизии вызвал посла Японии.", "МИД Киргизии", "посла Японии"),
    ],
)
def test_who_summons_is_where_one_goes(text: str, actor: str, recipient: str) -> None:
    (event,) = _events(text)
    assert ([role.text for role in event.actors], [role.text for role in event.recipients]) == ([actor], [recipient])


def test_we_are_nobody_told_before() -> None:
    text = "Торговцы разошлись, но мы задержали завхоза."
    event = next(event for event in _events(text) if event.type == "COERCE")
    assert not event.actors


@pytest.mark.parametrize(
    ("text", "actors", "recipients"),
    [
        ("В письме просят власти принять меры.", [], ["власти"]),
        ("Президент принял верительные грамоты у посла Индии.", ["Президент", "посла Индии"], []),
        ("Отношения улучшает министр.", None, None),
    ],
)
def test_whom_one_asks_and_receives(text: str, actors: list[str] | None, recipients: list[str] | None) -> None:
    told = [event for event in _events(text) if event.type in ("REQUEST", "CONSULT")]
    if actors is None:
        assert not told
        return
    (event,) = told
    assert ([role.text for role in event.actors], [role.text for role in event.recipients]) == (actors, recipients)


@pytest.mark.parametrize(
    ("text", "type", "trigger"),
    [
        ("Президент принял во вторник отставку правительства.", "LEAVE_OFFICE", "принял во вторник отставку"),
        ("Прокуратура возбудила во вторник, 5 марта, дело против завхоза.", "ACCUSE", "возбудила"),
        ("Завхоз покинул здание школы.", "RETREAT", "покинул здание"),
        ("Глава края освободил сегодня, 5 марта, завхоза от должности.", "LEAVE_OFFICE", "освободил сегодня"),
    ],
)
def test_words_of_one_deed_stand_around_a_day(text: str, type: str, trigger: str) -> None:
    page = Page(Document(text, published="2024-03-05"), "ru")
    (event,) = find_events(page, EntityIndex(), find_times(page))
    assert event.type == type
    assert event.trigger.of(text).startswith(trigger)


@pytest.mark.parametrize(
    "text",
    [
        "Ошская пекарня заняла почётное первое место в конкурсе.",
        "Из изолятора сбежали четверо подозреваемых.",
        "Оперативники нашли орудие убийства.",
        "Приговор вступил в законную силу.",
        "Вице-премьер доложил о ремонте дорог.",
        "Праздник прошёл с участием завхоза.",
    ],
)
def test_ranks_escapes_traces_and_reports_are_no_deeds(text: str) -> None:
    assert _events(text) == []
