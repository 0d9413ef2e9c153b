"""Russian deeds told by a noun beside a verb of happening, and words that only look like deeds."""

import pytest

from sholu.model.document import Document
from sholu.model.reading import Event
from sholu.reading.entities import EntityIndex
from sholu.reading.events import find_events
from sholu.reading.page import Page


def _events(text: str) -> list[Event]:
    return find_events(Page(Document(text, published="2024-03-05"), "ru"), EntityIndex(), [])


def _told(text: str) -> list[tuple[str, str | None]]:
    return [(event.type, event.mode) for event in _events(text)]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("В Гяндже начались столкновения.", ("ASSAULT", None)),
        ("Ночью у моста произошла перестрелка.", ("ASSAULT", "firearms")),
        ("На рынке прогремел взрыв.", ("ASSAULT", "explosives")),
        ("В Ошской области прошли акции протеста.", ("PROTEST", "demo")),
        ("В конторе прошли обыски.", ("COERCE", None)),
        ("В городе начались задержания.", ("COERCE", "arrest")),
        ("В Баку состоялись консультации.", ("CONSULT", None)),
        ("Вчера прошли выборы.", ("ELECT", None)),
        ("Полиция начала разгон демонстрации.", ("ASSAULT", "crowd-control")),
        ("Сторож понёс потери.", None),
        ("Горожане охраняют мэрию.", None),
        ("Мэр отказался от комментариев.", None),
        ("Посол отказался комментировать решение.", None),
    ],
)
def test_a_noun_beside_a_verb_of_happening_tells_a_deed(text: str, told: tuple[str, str | None] | None) -> None:
    assert _told(text) == ([told] if told else [])


@pytest.mark.parametrize(
    ("text", "actors", "recipients"),
    [
        ("Начались столкновения между полицией и пекарями.", ["полицией", "пекарями"], []),
        ("Колонна солдат подверглась обстрелу.", [], ["Колонна солдат"]),
        ("Город попал под обстрел.", [], ["Город"]),
        ("Полицией был осуществлён обстрел склада.", ["Полицией"], ["склада"]),
        ("Мэр знал об обстреле пекарей со стороны повстанцев.", ["повстанцев"], ["пекарей"]),
        ("Состоялась встреча министров Литвы с мэром.", ["министров Литвы", "мэром"], []),
    ],
)
def test_who_takes_part_in_what_happened(text: str, actors: list[str], recipients: list[str]) -> None:
    (event,) = _events(text)
    assert [role.text for role in event.actors] == actors
    assert [role.text for role in event.recipients] == recipients


def test_a_planned_meeting_is_told_to_come() -> None:
    (event,) = _events("Запланирована встреча министров Литвы.")
    assert (event.type, event.modality) == ("CONSULT", "planned")


@pytest.mark.parametrize(
    ("text", "types"),
    [
        ("Задержанный рассказал о плане.", []),
        ("Один из арестованных вышел.", []),
        ("Сторож, задержанный полицией в порту, ушёл.", ["COERCE"]),
        ("Вновь назначенный министр ушёл.", ["TAKE_OFFICE"]),
    ],
)
def test_a_participle_that_only_names_people_tells_nothing(text: str, types: list[str]) -> None:
    assert [event.type for event in _events(text)] == types


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("Рабочие рудника намерены перекрыть трассу.", "Рабочие рудника"),
        ("Перекрыть трассу решили жители села.", "жители села"),
        ("Пограничникам пришлось открыть огонь по лодке.", "Пограничникам"),
        ("Сторож задержал рабочих, которые перекрыли дорогу.", "рабочих"),
    ],
)
def test_who_does_what_an_infinitive_or_a_relative_tells(text: str, actor: str) -> None:
    events = {event.type: event for event in _events(text)}
    event = events.get("PROTEST") or events["ASSAULT"]
    assert [role.text for role in event.actors] == [actor]


def test_an_attempt_is_told_of_deeds_of_force_only() -> None:
    assert [event.type for event in _events("Пекари пытались перекрыть трассу.")] == ["PROTEST"]
    assert not _events("Пекари пытались позвонить мэру.")


@pytest.mark.parametrize(
    ("text", "recipients"),
    [
        ("Пекарь подал жалобу.", []),
        ("Отряд отступил с боем.", []),
        ("Забастовка пекарей на заводе.", []),
        ("До этого прошли обыски.", []),
        ("По его словам, пограничники открыли ответный огонь.", []),
        ("Пограничники открыли огонь по контрабандистам.", ["контрабандистам"]),
    ],
)
def test_what_is_no_recipient(text: str, recipients: list[str]) -> None:
    (event,) = _events(text)
    assert [role.text for role in event.recipients] == recipients


def test_an_order_about_an_office_is_told_by_its_noun() -> None:
    types = [event.type for event in _events("Президент подписал указ о назначении Анны Петровой министром.")]
    assert types == ["TAKE_OFFICE"]
    assert [event.type for event in _events("Президент подписал закон о бюджете.")] == ["LEGISLATE"]


@pytest.mark.parametrize(
    ("text", "types"),
    [
        ("Совет принял резолюцию о прекращении огня.", ["LEGISLATE"]),
        ("Стороны объявили о прекращении огня.", ["RETREAT"]),
        ("Виновными пекари себя не признали.", []),
        ("Рабочие организовали шествие.", ["PROTEST"]),
        ("При задержании пекари молчали.", []),
        ("После их задержания пекари молчали.", []),
        ("При задержании пекаря упал сторож.", ["COERCE"]),
        ("Страны предъявили друг другу обвинения.", ["ACCUSE"]),
    ],
)
def test_what_is_only_wanted_or_said_is_no_deed(text: str, types: list[str]) -> None:
    assert [event.type for event in _events(text)] == types


@pytest.mark.parametrize(
    "text",
    [
        "От занимаемых должностей освобождены министр и мэр.",
        "Мэр освобождён в апреле от должности.",
        "Президент освободил вчера мэра от должности.",
    ],
)
def test_to_free_from_an_office_frees_nobody(text: str) -> None:
    assert _told(text) == [("LEAVE_OFFICE", "dismiss")]
