from training.data.gold import from_reading
from training.example import Example
from training.labels import layers

from sholu.corpus.article import from_text
from sholu.corpus.convert import convert

ARTICLE = """+++
id = "900-karatal"
language = "en"
published = "2026-05-04"
title = "Arrests in Karatal"
outlet = "Steppe Wire"
topic = "courts"
event = "karatal-arrests-2026"
note = "Invented."
+++
[police:Karatal police] [e1=[e1!arrested] [men~two men] on [2026-05-03@Sunday]]. [a1<[o1=The [council:Karatal Council]'s
secretary, [dana:Dana Orazova]]], [a1!said] [a1>[dana^she] knew [men^them]].
===
police organisation KZ COP
men group KZ
council organisation KZ GOV
dana person KZ GOV
a1 indirect dana
e1 COERCE.arrest by=police to=men on=2026-05-03
o1 dana "secretary" of=council current
"""


def example() -> Example:
    converted = convert(from_text(ARTICLE), {})
    assert converted.problems == ()
    return from_reading(converted.reading, "corpus")


def words(layer: str) -> list[str]:
    found = example()
    return [marked.span.of(found.text) for marked in found.layers[layer]]


def pairs(relation: str) -> list[tuple[str, str]]:
    found = example()
    return [(p.head.of(found.text), p.tail.of(found.text)) for p in found.relations[relation] if p.sure]


def test_every_layer_but_signals_is_labelled():
    assert set(layers()) - set(example().layers) == {"signal"}


def test_layers():
    assert words("name") == ["Karatal police", "Karatal Council", "Dana Orazova"]
    assert words("mention") == ["two men", "she", "them"]
    assert words("trigger") == ["arrested"]
    assert words("role") == ["Karatal police", "two men"]
    assert words("office") == ["secretary"]
    assert words("time") == ["Sunday"]
    assert words("content") == ["she knew them"]


def test_relations():
    assert pairs("trigger_actor") == [("arrested", "Karatal police")]
    assert pairs("trigger_recipient") == [("arrested", "two men")]
    assert pairs("trigger_time") == [("arrested", "Sunday")]
    assert pairs("person_office") == [("Dana Orazova", "secretary")]
    assert pairs("office_organisation") == [("secretary", "Karatal Council")]
    assert set(pairs("mention_antecedent")) == {("she", "Dana Orazova"), ("them", "two men")}


def test_answers_and_dyads():
    found = example()
    answers = {(answer.attribute, answer.span.of(found.text)): answer.values for answer in found.answers}
    assert answers["mode", "arrested"] == ("arrest",)
    assert answers["modality", "arrested"] == ("actual",)
    assert answers["status", "secretary"] == ("current",)
    assert answers["form", "she"] == ("pronoun",)
    dyads = {(dyad.head.of(found.text), dyad.tail.of(found.text)): dyad.types for dyad in found.dyads}
    assert dyads == {("Karatal police", "two men"): ("COERCE",), ("two men", "Karatal police"): ("none",)}
