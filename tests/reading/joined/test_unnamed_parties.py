"""Parties of events without a name are entities of the right kind; things give way to them."""

import pytest

from sholu.model.document import Document
from sholu.model.reading import Event, Mention, Role
from sholu.model.span import Span
from sholu.reading.entities import EntityIndex
from sholu.reading.joined.party_nouns import party_nouns, several
from sholu.reading.joined.unnamed_parties import with_parties
from sholu.reading.page import Page
from tests.reading.joined.told import Told


def settled(
    text: str,
    trigger: str,
    actors: tuple[str, ...],
    recipients: tuple[str, ...],
    tag: str = "en",
    named: str = "",
    type: str = "ASSAULT",
) -> tuple[list[tuple[str, str | None]], list[tuple[str, str | None]]]:
    """Of each side the words of its roles with the kind of their entity."""
    told, entities = Told(text), EntityIndex()
    page = Page(Document(text, language=tag), tag)
    if named:
        span = told.span(named)
        entities.add("person", named, [Mention(span.start, span.end)])

    def role(words: str) -> Role:
        span = told.span(words)
        return Role(words, span, entities.at(span) if words == named else None, None, ())

    event = Event(
        "v1", type, told.span(trigger), Span(0, len(text)), actors=tuple(map(role, actors)),
        recipients=tuple(map(role, recipients)),
    )  # fmt: skip
    (found,) = with_parties(page, entities, [event])
    return tuple(  # type: ignore[return-value]
        [(role.text, entities.get(role.entity).kind if role.entity else None) for role in side]
        for side in (found.actors, found.recipients)
    )


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("a police major", "person"),
        ("six customs clerks", "group"),
        ("than 1,100 crane operators", "group"),
        ("the firemen", "group"),
        ("the harbour authority", "organisation"),
        ("the village", "place"),
        ("the wells", None),
        ("three jets", None),
        ("them", None),
        ("Tumarlan", None),
    ],
)
def test_who_suffers_without_a_name_is_somebody(words: str, kind: str | None) -> None:
    assert settled(f"On Monday rebels hit {words} near Osh.", "hit", (), (words,)) == ([], [(words, kind)])


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("двоих водителей", "group"),
        ("сотни сторонников", "group"),
        ("родным соболезнования", "group"),
        ("прокурора", "person"),
        ("прокуратуру", "organisation"),
        ("мост", None),
    ],
)
def test_russian_nouns_with_a_soul_are_somebody(words: str, kind: str | None) -> None:
    assert settled(f"В понедельник нашли {words} у Оша.", "нашли", (), (words,), "ru") == ([], [(words, kind)])


def test_a_thing_gives_way_to_a_party() -> None:
    text = "Rebels seized two carbines from 14 youths."
    assert settled(text, "seized", ("Rebels",), ("two carbines", "14 youths")) == (
        [("Rebels", "group")],
        [("14 youths", "group")],
    )


def test_the_owner_of_a_thing_suffers_unless_he_did_it() -> None:
    text = "Youths burned Ann Lee's car."
    assert settled(text, "burned", ("Youths",), ("Ann Lee's car",), named="Ann Lee")[1] == [("Ann Lee", "person")]
    text = "Ann Lee burned her car."
    assert settled(text, "burned", ("Ann Lee",), ("her car",), named="Ann Lee")[1] == [("her car", None)]


def test_the_same_words_mean_the_same_party() -> None:
    text = "Guards beat the herders. Guards held herders."
    told, entities = Told(text), EntityIndex()
    page = Page(Document(text, language="en"), "en")
    events = [
        Event(
            "v",
            "ASSAULT",
            told.span(verb),
            Span(0, len(text)),
            recipients=(Role(words, told.span(words), None, None, ()),),
        )
        for verb, words in (("beat", "the herders"), ("held", "2:herders"))
    ]
    first, second = with_parties(page, entities, events)
    assert first.recipients[0].entity == second.recipients[0].entity
    assert [mention.form for mention in entities.mentions(first.recipients[0].entity or "")] == ["nominal", "nominal"]


@pytest.mark.parametrize(
    ("noun", "plural"),
    [
        ("fireman", "firemen"),
        ("woman", "women"),
        ("thief", "thieves"),
        ("party", "parties"),
        ("boy", "boys"),
        ("coach", "coaches"),
    ],
)
def test_plurals(noun: str, plural: str) -> None:
    assert several(noun) == plural
    assert party_nouns("en").kind(plural) == "several"


@pytest.mark.parametrize(
    ("text", "trigger", "type", "words", "expected"),
    [
        ("Ann Lee ran for president in May.", "ran", "ELECT", "president", []),
        ("The party backed the president in May.", "backed", "SUPPORT", "the president", [("the president", "person")]),
        ("Court jails mayor of Osh.", "jails", "SENTENCE", "mayor of Osh", [("mayor of Osh", "person")]),
    ],
)
def test_an_office_that_somebody_seeks_is_no_party(
    text: str, trigger: str, type: str, words: str, expected: list[tuple[str, str]]
) -> None:
    assert settled(text, trigger, (), (words,), type=type)[1] == expected


def test_what_only_narrows_a_noun_is_nobody() -> None:
    assert settled("The law banned guard dogs on the pier.", "banned", (), ("guard",))[1] == [("guard", None)]
    assert settled("The law banned guards on the pier.", "banned", (), ("guards",))[1] == [("guards", "group")]
