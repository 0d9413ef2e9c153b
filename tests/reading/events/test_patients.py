import pytest

from sholu.model.document import Document
from sholu.model.reading import Event
from sholu.reading.entities import EntityIndex
from sholu.reading.events import find_events
from sholu.reading.page import Page


def _events(text: str, tag: str) -> list[Event]:
    return find_events(Page(Document(text, published="2024-03-05"), tag), EntityIndex(), [])


@pytest.mark.parametrize(
    ("tag", "text", "type", "actors", "recipients"),
    [
        ("ru", "Двоих студентов, рисовавших плакаты, задержали у мэрии.", "COERCE", [], ["Двоих студентов"]),
        (
            "ru",
            "Бывший аким, оправданный Верховным судом в мае, вернулся.",
            "ACQUIT",
            ["Верховным судом"],
            ["Бывший аким"],
        ),
        ("ru", "Солдаты ранили из автоматов двоих гвардейцев.", "ASSAULT", ["Солдаты"], ["двоих гвардейцев"]),
        ("ru", "Их колонну подстерегла банда.", "ASSAULT", ["банда"], ["Их колонну"]),
        ("ru", "Профсоюз возложил вину на директора завода.", "ACCUSE", ["Профсоюз"], ["директора завода"]),
        ("en", "Police found the cocaine that customs officers had seized.", "COERCE", ["customs officers"], None),
        ("en", "Gunmen burned 31 lorries on the road.", "ASSAULT", ["Gunmen"], ["31 lorries"]),
        ("en", "The mayor, sentenced in absentia to ten years, lives abroad.", "SENTENCE", [], ["The mayor"]),
        ("en", "Ann Lee was elected mayor of Osh in March.", "ELECT", [], ["Ann Lee"]),
        ("en", "Two clerks were arrested on Friday and set free on Sunday.", "RETREAT", [], ["Two clerks"]),
    ],
)
def test_who_suffers_is_told_by_more_than_the_order_of_words(
    tag: str, text: str, type: str, actors: list[str], recipients: list[str] | None
) -> None:
    event = next(event for event in _events(text, tag) if event.type == type)
    assert [role.text for role in event.actors] == actors
    assert recipients is None or [role.text for role in event.recipients] == recipients


@pytest.mark.parametrize(
    ("tag", "text", "loser"),
    [
        ("ru", "У контрабандистов изъяли сорок тонн топлива.", "контрабандистов"),
        ("en", "Police seized forty tonnes of fuel from smugglers.", "smugglers"),
        ("kk", "Полиция контрабандашылардан отын тәркіледі.", "контрабандашылардан"),
    ],
)
def test_whoever_loses_what_is_seized_suffers_it(tag: str, text: str, loser: str) -> None:
    (event,) = _events(text, tag)
    assert loser in [role.text for role in event.recipients]


def test_where_something_is_seized_nobody_loses_it() -> None:
    (event,) = _events("У границы изъяли сорок тонн топлива.", "ru")
    assert "границы" not in [role.text for role in event.recipients]


def test_a_participle_of_another_noun_describes_nobody_else() -> None:
    (event,) = _events("The men were jailed, and the court freed the driver.", "en")[:1]
    assert [role.text for role in event.recipients] == ["The men"]


def test_a_subject_of_the_second_verb_keeps_acting() -> None:
    arrested, shot = _events("The army arrested the rebels and shot two of them.", "en")
    assert [role.text for role in shot.actors] == [role.text for role in arrested.actors] == ["The army"]
