import json
from pathlib import Path

import jsonschema
import pytest

from sholu.corpus.article import from_text
from sholu.corpus.check import check
from sholu.corpus.convert import convert
from sholu.corpus.folder import known_for
from sholu.model.contract import from_json, schema, to_json
from sholu.model.reading import Reading
from sholu.model.span import Span
from tests.corpus.sample import ARTICLE, BODY, FRONT, RECORDS

KNOWN = known_for(Path("nowhere/article.txt"))


def reading() -> Reading:
    converted = convert(from_text(ARTICLE), KNOWN)
    assert converted.problems == ()
    return converted.reading


def words(span: Span | None) -> str:
    assert span is not None
    return span.of(reading().document.text)


def test_the_text_is_what_is_left_without_marks():
    text = reading().document.text
    assert text.startswith('Some forty traders blocked the gate of the Kara-Suu market in Osh on Tuesday.\n"We open')
    assert text.endswith("more than $20,000.")


def test_a_reading_is_valid_by_the_contract():
    line = to_json(reading())
    jsonschema.validate(json.loads(line), schema())
    assert from_json(line) == reading()


def test_every_kind_of_item_is_built():
    gold = reading()
    assert {entity.id: entity.name for entity in gold.entities} == {
        "traders": "Some forty traders", "market": "Kara-Suu market", "osh": "Osh", "lee": "Ann Lee",
    }  # fmt: skip
    assert [mention.form for mention in gold.entity("lee").mentions] == ["name", "pronoun"]
    [event] = gold.events
    assert (event.type, event.mode, event.place, event.date) == ("PROTEST", "obstruct", "market", "2026-03-03")
    assert [(role.text, role.entity) for role in (*event.actors, *event.recipients)] == [
        ("Some forty traders", "traders"),
        ("the gate", None),
    ]
    first, second = gold.attributions
    assert (words(first.source_span), words(first.cue)) == ("market director Ann Lee", "said")
    assert words(second.source_span) == "She"
    [tenure] = gold.tenures
    assert (tenure.office, tenure.organisation, tenure.country, tenure.status) == (
        "director",
        "market",
        "KG",
        "current",
    )
    [quantity] = gold.quantities
    assert (quantity.value, quantity.low, quantity.high, quantity.unit) == (20000, 20000, None, "USD")
    assert [(time.kind, time.value) for time in gold.times] == [("date", "2026-03-03"), ("date", "2026-03-06")]
    [judgement] = gold.judgements
    assert judgement.effect is not None
    assert judgement.effect.text == "cost traders more than $20,000"
    assert (judgement.hedged, judgement.probability) == (True, (0.2, 0.6))


def test_what_stands_inside_a_content_is_the_speakers():
    gold = reading()
    assert gold.quantities[0].attributions == ("a2",)
    assert (gold.judgements[0].holder, gold.judgements[0].attributions) == ("lee", ("a2",))
    assert gold.events[0].attributions == ()


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("[osh:Osh]", "[osch:Osh]", "osch is not known"),
        ("[2026-03-03@", "[2026-13-03@", "is no date"),
        ("[e1!blocked]", "blocked", "no trigger"),
        ("PROTEST.obstruct", "PROTEST.shout", "no event type"),
        ("+economic", "+money", "+money is not understood"),
        ("group KG BUS", "group KG XYZ", "XYZ is not understood"),
        ("USD", "XUS", "lacks a value or a unit"),
        ("on=2026-03-03 +", "on=3.3.2026 +", "is no date"),
        ("by=traders", "by=buyers", "by=buyers is no entity"),
        ('to="the gate"', 'to="the door"', "are not in the text"),
        ("[q1=more than $20,000]", "more than $20,000", "no evidence"),
        ("a2 indirect lee\n", "", "a2 has no record"),
        ("a2 indirect", "a2 spoken", "no mode"),
        ("[a1!said]", "[e1!said]", "2 marks"),
        ('o1 lee "director"', "o1 lee", "lacks person or office"),
        ("group KG BUS", "KG BUS", "has no kind"),
        ("j1 cause possible cause=", "j1 cause possible effect=", "lacks cause"),
        ("osh place KG\n", "osh place KG\nkarl person\n", "mentioned nowhere"),
        ("===\n", "", "no line ==="),
        ('topic = "economy"\n', "", "no topic"),
    ],
)
def test_mistakes_are_caught(old: str, new: str, message: str):
    assert old in ARTICLE
    _, problems = convert(from_text(ARTICLE.replace(old, new, 1)), KNOWN)
    assert any(message in problem.message for problem in problems), problems
    assert all(problem.line >= 1 for problem in problems)


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("[osh:Osh]", "[osh:Os]h", "cuts a word"),
        ("[osh:Osh] on", "[osh:Osh ]on", "begins or ends with a space"),
        ("a1 direct", "a1 indirect", "all of it is in quotation marks"),
        ("a2 indirect", "a2 direct", "not in quotation marks"),
        ("a2 indirect", "a2 mixed", "is mixed"),
        ("lee person", "lee group", "is no person"),
        ('published = "2026-03-05"', 'published = "March"', "published is"),
    ],
)
def test_a_closer_look_catches_more(old: str, new: str, message: str):
    assert check(from_text(ARTICLE), KNOWN) == ()
    problems = check(from_text(ARTICLE.replace(old, new, 1)), KNOWN)
    assert any(message in problem.message and problem.serious for problem in problems), problems


def test_what_may_be_overlooked_is_shown():
    text = "[osh:Osh] has 5 mills. Osh is “a city of mills”.\n"
    found = check(from_text(f"{FRONT}{text}===\nosh place KG\n"), KNOWN)
    assert [problem.line for problem in found] == [11, 11, 11]
    assert not any(problem.serious for problem in found)


def test_the_line_of_a_mistake_is_that_of_the_file():
    body = BODY.replace("[lee^She]", "[leo^She]")
    [problem] = [p for p in convert(from_text(f"{FRONT}{body}===\n{RECORDS}"), KNOWN).problems if "leo" in p.message]
    assert ARTICLE.split("\n")[problem.line - 1].startswith('"[a1>We open')
