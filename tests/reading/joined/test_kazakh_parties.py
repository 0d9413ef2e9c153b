"""Kazakh parties without a name become entities; what a quoted name is called later means it."""

import pytest

from sholu.model.document import Document
from sholu.model.reading import Event, Mention, Role
from sholu.model.span import Span
from sholu.reading.entities import EntityIndex
from sholu.reading.joined.called import Called, Referring
from sholu.reading.joined.kazakh_parties import with_parties
from sholu.reading.page import Page


def span_of(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def settled(
    text: str, type: str, actors: list[str], recipients: list[str], known: dict[str, str] | None = None
) -> tuple[Event, EntityIndex]:
    page, entities = Page(Document(text, language="kk"), "kk"), EntityIndex()
    ids = {
        name: entities.add(kind, name.split()[0], [Mention(*span_of(text, name))])  # type: ignore[arg-type]
        for name, kind in (known or {}).items()
    }
    event = Event(
        "v1",
        type,
        Span(len(text) - 2, len(text) - 1),
        Span(0, len(text)),
        actors=tuple(Role(words, span_of(text, words), ids.get(words)) for words in actors),
        recipients=tuple(Role(words, span_of(text, words), ids.get(words)) for words in recipients),
    )
    (found,) = with_parties(page, entities, [event])
    return found, entities


@pytest.mark.parametrize(
    ("text", "words", "name", "kind"),
    [
        (
            "Залға жиналған отыз шақты студент есікті бөгеді.",
            "жиналған отыз шақты студент",
            "отыз шақты студент",
            "group",
        ),
        ("Кеше әкімдік бағаны бекітті.", "әкімдік", "әкімдік", "organisation"),
        ("Кеше тәртіп сақшылары оларды қуды.", "сақшылары", "тәртіп сақшылары", "group"),
    ],
)
def test_who_acts_is_an_entity(text: str, words: str, name: str, kind: str) -> None:
    event, entities = settled(text, "PROTEST", [words], [])
    (role,) = event.actors
    assert role.entity is not None
    assert (entities.get(role.entity).name, entities.get(role.entity).kind) == (name, kind)


def test_things_are_nobody() -> None:
    event, _ = settled("Олар есікті бөгеп, ғимаратты қоршады.", "COERCE", [], ["ғимаратты"])
    assert event.recipients[0].entity is None


def test_a_pronoun_is_whoever_was_named_last() -> None:
    text = "Асқар Сейітов кетті. Полиция оны ұстады."
    event, entities = settled(text, "COERCE", ["Полиция"], ["оны"], {"Асқар Сейітов": "person"})
    assert event.recipients[0].entity == "e1"
    assert [mention.form for mention in entities.mentions("e1")] == ["name", "pronoun"]


def test_what_a_quoted_name_is_called() -> None:
    text = "«Тұмар» компаниясы ашылды. Кеше компанияны тексерді."
    page, entities = Page(Document(text, language="kk"), "kk"), EntityIndex()
    entities.add("organisation", "Тұмар", [Mention(*span_of(text, "Тұмар"))])
    later = Referring(span_of(text, "компанияны"), "organisation", "nominal", 1.0)
    assert Called(page, entities).owner(later) == "e1"


def test_a_thing_gives_way_to_a_party() -> None:
    text = "Олар ғимаратты қоршап, студенттерді қуды."
    event, _ = settled(text, "ASSAULT", [], ["ғимаратты", "студенттерді"])
    assert [role.text for role in event.recipients] == ["студенттерді"]
    event, _ = settled(text, "ASSAULT", [], ["ғимаратты"])
    assert [role.text for role in event.recipients] == ["ғимаратты"]


@pytest.mark.parametrize(
    ("text", "actors", "recipients", "known"),
    [
        # Where it happened, and whose office the other party holds.
        (
            "Жезқазған қаласында бес шопан жиналды.",
            ["Жезқазған қаласында", "бес шопан"],
            [],
            {"Жезқазған қаласында": "place"},
        ),
        (
            "Елші кеше Непал президенті Бахадур Тапаны шақырды.",
            ["Елші"],
            ["Непал", "Бахадур Тапаны"],
            {"Непал": "place", "Бахадур Тапаны": "person"},
        ),
        # A list of places whose bodies follow.
        (
            "Елші Арал, Шиелі және Сырдария аудандарының әкімдеріне хат жазды.",
            ["Елші", "Арал"],
            ["аудандарының әкімдеріне"],
            {"Арал": "place", "Шиелі": "place", "Сырдария": "place"},
        ),
    ],
)
def test_places_that_only_say_where_or_whose_are_no_parties(
    text: str, actors: list[str], recipients: list[str], known: dict[str, str]
) -> None:
    event, _ = settled(text, "REQUEST", actors, recipients, known)
    found = [role.text for role in (*event.actors, *event.recipients)]
    assert found == [words for words in (*actors, *recipients) if known.get(words) != "place"]


def test_what_is_talked_of_is_no_party() -> None:
    event, _ = settled("Олар құжатты талқылады.", "CONSULT", [], ["құжатты"])
    assert event.recipients == ()


def test_a_party_is_told_once() -> None:
    event, _ = settled("Кеше тұрғындармен кездесті.", "CONSULT", ["тұрғындармен", "тұрғындармен"], [])
    assert [role.text for role in event.actors] == ["тұрғындармен"]
